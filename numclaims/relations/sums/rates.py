"""What a number is per, as its words say: "each", "a day", "on each shop", "the average cost of a claim", "36 instalments of £500".

What the rate is taken times, and the total, are not its concern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from numclaims.model import Claim
from numclaims.relations.amounts import vague
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Surroundings, noun_at, singular

TOTAL = re.compile(rf"{phrases('products', 'total')}|\ball\s+[\w-]+\s+together\b", re.IGNORECASE)
"""A number is that of the whole: "in all", "for the entire strike"."""
EACH_BEHIND = re.compile(r"(?:\s+[\w’'-]+){0,2}?\s+(?:each|apiece|a\s+head|a\s+piece)\b(?!\s+other\b)")
_EACH_WORDS, _AVERAGE_WORDS = frozenset(("each", "every", "apiece", "head", "piece")), frozenset(("average", "mean", "typical"))
"""Every such phrase has one of these words."""
_BY = re.compile(r"\bby\s+(?:about\s+|some\s+|up\s+to\s+|as\s+much\s+as\s+|another\s+)?$", re.IGNORECASE)
_EACH_OF = re.compile(r"\b(?:each|every\s+one|all)\s+of\s+(?:the|its|their|these|those)?\s*$", re.IGNORECASE)
EACH = re.compile(r"\b(?:each|every)\s+(?:(?:[a-z]+-)?[a-z]+\s+)??(?P<noun>[a-z]+)\b[^.;:]{0,70}$", re.IGNORECASE)
_FOR_EACH = re.compile(r"\s+(?:on|for|to|in|from|at)\s+(?:each|every)\s+(?:one\s+)?(?:of\s+(?:the|its|their|these)\s+)?(?P<noun>[a-z]+)?")
_AVERAGE_OF = re.compile(
    r"\b(?:average|mean|typical)\s+(?:[\w-]+\s+){0,3}?(?:of|for|per|from)\s+(?:an?|each|every)\s+(?P<noun>[\w-]+)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_EACH_DOES = re.compile(r"(?:\s+(?:will|would|are|were|had|have|has|can|could|must))?\s+each\s+(?!other\b)")
_A_THING = re.compile(r"\s+(?:an?|per)\s+(?P<noun>[a-z]{3,})\b(?!-)")
_EVERY_SO_OFTEN = re.compile(r"\s+(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annual)(?=\s)")
_OF = re.compile(r"\s+of\s+(?:about\s+|some\s+|just\s+)?")
_AT = re.compile(r"\b(?:at|for|of|paid|pays?|offer\w*)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with the thing it is per, in the singular, "" where that is a number in its sentence; `times` where it stands beside it."""

    claim: Claim
    thing: str
    times: Claim | None = None


def usable(claim: Claim) -> bool:
    """Whether a number can stand in a product: one amount, unchanged, without an open bound."""
    return claim.value is not None and claim.change == "none" and not vague(claim) and claim.bound in ("exact", "about")


def rate_of(around: Surroundings, index: int) -> Rate | None:
    """What a number is per, if it is a rate."""
    claim = around.claims[index]
    if not usable(replace(claim, change="none") if claim.per else claim) or claim.kind not in ("count", "money", "measure", "duration"):
        return None
    words = around.words(claim)
    if claim.per and _BY.search(around.before(claim, 30)):
        return None  # "raised the price by $5 a tonne": how much more or less each is
    each_told = not _EACH_WORDS.isdisjoint(words)
    previous = around.claims[index - 1] if index else None
    before = around.before(claim, 140)
    beside = previous is not None and previous.sentence_start == claim.sentence_start
    if previous and beside and "of" in words and _EACH_OF.search(around.before(previous, 30)):
        noun = around.noun(index - 1)
        return Rate(claim, noun.head, previous) if noun and previous.kind == "count" else None
    if previous and beside and "each" in words and previous.kind == "count" and usable(previous):
        doers = around.noun(index - 1)
        if doers and _EACH_DOES.match(around.text, doers.end):
            return Rate(claim, doers.head, previous)
    if instalment := _instalment(around, claim, previous):
        return instalment
    if claim.per and claim.per not in ("piece", "head"):
        earnings = claim.per == "share" and not _AT.search(before)  # of an average number of shares, which no text gives
        return None if earnings else Rate(claim, singular(claim.per))
    if claim.per or (each_told and EACH_BEHIND.match(around.text, claim.end)):
        return Rate(claim, "")
    if each_told and (each := _FOR_EACH.match(around.text, claim.end)):
        return _for_each(around, index, each)
    for form, told in ((_AVERAGE_OF, not _AVERAGE_WORDS.isdisjoint(words)), (EACH, each_told)):
        match = form.search(before) if told else None
        if match and not (previous and previous.start > claim.start - len(before) + match.start() and previous.kind == claim.kind):
            return Rate(claim, singular(match["noun"].lower()))
    return None


def price_of_thing(around: Surroundings, index: int) -> Rate | None:
    """ "£60 a vehicle": per a thing that is no unit."""
    match = _A_THING.match(around.text, around.claims[index].end) if around.claims[index].kind == "money" else None
    return Rate(around.claims[index], singular(match["noun"])) if match and usable(around.claims[index]) else None


def _instalment(around: Surroundings, claim: Claim, previous: Claim | None) -> Rate | None:
    """ "36 instalments of £500", but not "three sites of 2.9 GW in all"."""
    if previous is None or previous.kind != "count" or claim.kind not in ("money", "measure"):
        return None
    if claim.per != previous.per or not usable(previous):
        return None
    often = _EVERY_SO_OFTEN.match(around.text, previous.end)
    noun = noun_at(around.text, often.end()) if often else around.noun(around.index(previous))
    index = around.index(claim) + 1
    following = around.claims[index].start if index < len(around.claims) else len(around.text)
    if noun is None or not noun.plural or TOTAL.search(around.text, claim.end, min(claim.end + 20, following)):
        return None
    return Rate(claim, noun.head, previous) if _OF.fullmatch(around.text, noun.end, claim.start) else None


def _for_each(around: Surroundings, index: int, match: re.Match[str]) -> Rate | None:
    """ "$25,000 on each shop", "$6,000 for each of the 4,000 farms"."""
    if match["noun"]:
        return Rate(around.claims[index], singular(match["noun"]))
    behind = around.claims[index + 1] if index + 1 < len(around.claims) else None
    noun = around.noun(index + 1) if behind and behind.start == match.end() else None
    return Rate(around.claims[index], noun.head, behind) if noun else None
