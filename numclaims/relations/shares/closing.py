"""Shares that close the statement of a part: "It holds 640 tonnes. On Monday 224 were in it, or 35%".

The part is the number right before the share. Its whole is a number before it: the one that "of those" takes up, the one at the head
of the sentence ("Of 1,260 applications, ..."), the set counted in the sentence before where the part has no noun of its own, or what
something can hold. Every other number of the kind stands in the relation as "other", since it may be meant as well. Relations are
as in `amounts`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import syntax
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import SHARE_OF, alike, amount, scale_left_out
from numclaims.relations.phrases import phrases
from numclaims.relations.sums.totals import unit_left_out
from numclaims.relations.surroundings import Surroundings

_WITHIN = 120
_SKIPPED = 4
_FAR = 350
"""How many characters may stand between a part and its whole."""
_MANY = 24
"""A document with more numbers of the kind leaves open which is the whole."""
_TIE = re.compile(
    rf"""(?P<words>(?:\s+[\w’'-]+){{0,10}}?)\s*
        (?: ,\s+(?:or|i\.e\.,?|that\s+is,?|which\s+is|meaning|equal\s+to|equivalent\s+to)\s+
          | ,?\s+(?:giving|for|making)?\s*(?:\ban?\s+|\bits\s+)(?:(?!{phrases("shares", "rates_of_something_else")})[a-z-]+\s+){{0,2}}
            {phrases("shares", "rate")}\s+of\s+
          | \s*\(\s*(?:or\s+)?
          | (?P<bare>,\s+) )
        (?:just\s+|only\s+|some\s+)?$""",
    re.VERBOSE,
)
_CLOSES = re.compile(r"(?:\s+of\s+(?:the\s+|its\s+)?(?:total|whole|lot|them|these|those))?\s*(?:[),.;:\]—–]|$)")
_FULL = re.compile(
    r"\s+(?:full\b|of\s+(?:its\s+|the\s+|their\s+|full\s+|total\s+)*capacity\b|of\s+what\s+(?:it|they)\s+(?:can|could)\s+hold\b)"
)
_HOLDS = re.compile(rf"{phrases('shares', 'capacity')}\s+(?:(?:up\s+to|about|some|is|was|a\s+total\s+of)\s+)*$", re.IGNORECASE)
_OF_THOSE = re.compile(r"\s+(?:out\s+)?of\s+(?:them|these|those|that|whom|which|this)\b")
_THOSE_BEFORE = re.compile(r"\bof\s+(?:them|these|those|whom|which)\s*,?\s+(?:only\s+|just\s+|some\s+|fully\s+)?$", re.IGNORECASE)
_FRONT = re.compile(r"^\W*of\s+(?:(?:the|its|their|our|all|a\s+total\s+of)\s+){0,2}$", re.IGNORECASE)
_OTHER_SET = re.compile(r"\b(?:rest|remaining|remainder|others?|another|more|fewer|extra|further|than|each|every|per)\b", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:up|down|rose|fell|by)\b", re.IGNORECASE)
_AHEAD = re.compile(r"(?:\s+[\w’'-]+){1,10}\s*[:–—]\s*(?:just\s+|only\s+|some\s+)?")
_ENDS = re.compile(r"\s*(?:[.;)–—]|,\s|$)")
_OVER = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|those|these|all|a\s+total\s+of|[\w-]+(?:['’]s|s['’]))\s+)*|\s?/\s?")
_LEADS = re.compile(
    r"(?:^|[,;]\s+|\b(?:and|but)\s+)(?:by\s+\w+\s+|on\s+\w+\s+|some\s+|only\s+|just\s+|about\s+|in\s+all,?\s+)?$", re.IGNORECASE
)


def closing_shares(around: Surroundings, taken: set[int]) -> Iterator[Relation]:
    """The shares of a document behind a part whose whole stands before; `taken` has the numbers of the claims already related."""
    claims = around.claims
    of_kind: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if amount(claim) and len(of_kind[claim.kind, claim.unit]) <= _MANY:
            of_kind[claim.kind, claim.unit].append(claim)
    for index, share in enumerate(claims):
        at = index - 1
        while index - at < _SKIPPED and at > 0 and claims[at].kind in ("duration", "age"):
            at -= 1
        part = claims[at]
        if at < 0 or share.claim in taken or not _stated(share) or part.sentence_start != share.sentence_start:
            continue
        if part.value is None or part.per or part.change != "none" or not _tied(around, part, share):
            continue
        whole = _whole(around, at, share)
        if whole is not None and not scale_left_out(part, whole):
            kind = of_kind[part.kind, part.unit]
            others = [other for other in kind if other.claim not in (part.claim, whole.claim)]
            if len(kind) <= _MANY:
                members = (Member("share", share), Member("part", part), Member("whole", whole))
                yield Relation(SHARE_OF, (*members, *(Member("other", other) for other in others)), "of those before")


def _stated(share: Claim) -> bool:
    return share.kind == "share" and share.unit == "percent" and share.value is not None and not share.per and share.change == "none"


def _tied(around: Surroundings, part: Claim, share: Claim) -> bool:
    """Whether the share, with nothing said behind it, stands for the part right before it."""
    between = around.claims[around.index(part) + 1 : around.index(share)]  # durations: "were more than ten minutes late"
    starts, ends = [part.end, *(claim.end for claim in between)], [*(claim.start for claim in between), share.start]
    gap = "".join(around.text[start:end] for start, end in zip(starts, ends, strict=True))
    match = _TIE.fullmatch(gap) if len(gap) <= _WITHIN else None
    if match is None or _OTHER_SET.search(match["words"]) or _MOVED.search(match["words"]) or _OTHER_SET.search(around.before(part, 30)):
        return False
    return bool(_CLOSES.match(around.text, share.end) or _FULL.match(around.text, share.end))


def _whole(around: Surroundings, index: int, share: Claim) -> Claim | None:
    """The number before a part that the share is of; None where none is told."""
    part = around.claims[index]
    full = _FULL.match(around.text, share.end)
    earlier = [claim for claim in around.claims[max(0, index - 6) : index] if part.start - claim.end <= _FAR]
    earlier = [claim for claim in earlier if alike(claim, part) or (full and amount(claim) and unit_left_out(around, part, claim))]
    earlier = [claim for claim in earlier if claim.value and claim.change == "none"]
    if not earlier:
        return None
    if full:
        able = [claim for claim in earlier if _HOLDS.search(around.before(claim))]
        return able[-1] if len(able) == 1 else None
    last = earlier[-1]
    if _OF_THOSE.match(around.after(part)) or _THOSE_BEFORE.search(around.before(part)):
        return last if around.next_to(last, part) else None
    if last.sentence_start == part.sentence_start:
        return last if _FRONT.search(around.before(last, 200)) and _noun(around, last) else None
    return last if part.kind == "count" and around.next_to(last, part) and _noun(around, last) and _left_out(around, index) else None


def _noun(around: Surroundings, claim: Claim) -> bool:
    noun = around.noun(around.index(claim))
    return noun is not None and noun.plural and not noun.owner and not noun.joint


def _left_out(around: Surroundings, index: int) -> bool:
    """Whether a part begins its sentence or clause without a noun, a verb right behind it: "Some 8,120 were late"."""
    part = around.claims[index]
    words = words_of(around.after(part))
    if around.noun(index) is not None or not words or words[0] not in syntax().auxiliaries:
        return False
    return bool(_LEADS.search(around.before(part)))


def front_shares(around: Surroundings, taken: set[int]) -> Iterator[Relation]:
    """Shares before a colon or a dash and their counts behind it, or counts with a clause of their own before "or 61%".

    "It won 57% of its cases: 132 of 330", "Of the 160 firms, ..., 72 of the 160 firms that answered will hire, a share of 61%".
    """
    for first, second, third in zip(around.claims, around.claims[1:], around.claims[2:], strict=False):
        if first.sentence_start != third.sentence_start or third.end - first.start > 2 * _WITHIN:
            continue
        if _stated(first) and first.claim not in taken:
            share, part, whole = first, second, third
            tied = bool(_AHEAD.fullmatch(around.between(share, part))) and bool(_ENDS.match(around.text, _noun_end(around, whole)))
        elif _stated(third) and third.claim not in taken:
            share, part, whole = third, first, second
            tied = _behind_clause(around, whole, share)
        else:
            continue
        if tied and alike(part, whole) and _OVER.fullmatch(around.between(part, whole)) and not scale_left_out(part, whole):
            yield Relation(SHARE_OF, (Member("share", share), Member("part", part), Member("whole", whole)), "of")


def _behind_clause(around: Surroundings, whole: Claim, share: Claim) -> bool:
    gap = around.between(whole, share)
    match = _TIE.fullmatch(gap) if len(gap) <= _WITHIN else None
    if match is None or match["bare"] or gap.rstrip().endswith("(") or not _noun(around, whole) or _OTHER_SET.search(match["words"]):
        return False
    return bool(_CLOSES.match(around.text, share.end))


def _noun_end(around: Surroundings, claim: Claim) -> int:
    noun = around.noun(around.index(claim))
    return noun.end if noun else claim.end
