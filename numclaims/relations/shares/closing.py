"""Shares that close the statement of a part: "It holds 640 tonnes. On Monday 224 were in it, or 35%".

The part is the number right before the share. Its whole is a number before it: the one that "of those" takes up, the one at the head
of the sentence ("Of 1,260 applications, ..."), the set counted in the sentence before where the part has no noun of its own, or what
something can hold. Every other number of the kind stands in the relation as "other", since it may be meant as well. Relations are
as in `amounts`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import syntax
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import RATE, SHARE_OF, alike, amount, scale_left_out
from numclaims.relations.lists.lists import is_past
from numclaims.relations.phrases import phrases
from numclaims.relations.shares.ties import CLOSES, FULL, OTHER_SET, WITHIN, Tie, tie, tie_between
from numclaims.relations.sums.totals import unit_left_out
from numclaims.relations.surroundings import Surroundings

_SKIPPED = 4
_FAR = 350
"""How many characters may stand between a part and its whole."""
_MANY = 24
"""A document with more numbers of the kind leaves open which is the whole."""
_HOLDS = re.compile(rf"{phrases('shares', 'capacity')}\s+(?:(?:up\s+to|about|some|is|was|a\s+total\s+of)\s+)*$", re.IGNORECASE)
_OF_THOSE = re.compile(r"\s+(?:out\s+)?of\s+(?:them|these|those|that|whom|which|this)\b")
_THOSE_BEFORE = re.compile(r"\bof\s+(?:them|these|those|whom|which)\s*,?\s+(?:only\s+|just\s+|some\s+|fully\s+)?$", re.IGNORECASE)
_FRONT = re.compile(
    rf"^\W*(?:of|among|out\s+of|{phrases('shares', 'sample')})\s+(?:(?:the|its|their|our|all|these|those|a\s+total\s+of)\s+){{0,2}}$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"(?:(?:\s+[\w’'-]+){1,12}\s*[:–—]|\s+full,\s+with)\s*(?:just\s+|only\s+|some\s+)?")
_ENDS = re.compile(r"\s*(?:[.;)–—]|,\s|$|\s(?:did|do|does|said|say)\s+so\b|\s(?:it|they)\s+(?:can|could)\s+(?:hold|take|seat)\b)")
_OVER = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|his|her|our|those|these|all|a\s+total\s+of|[\w-]+(?:['’]s|s['’]))\s+)*|\s?/\s?")
_LEADS = re.compile(
    r"(?:^|[,;]\s+|\b(?:and|but)\s+)(?:by\s+\w+\s+|on\s+\w+\s+|some\s+|only\s+|just\s+|about\s+|in\s+all,?\s+|a\s+total\s+of\s+)?$",
    re.IGNORECASE,
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
        if at < 0 or share.claim in taken or not stated(share) or not around.next_to(part, share):
            continue
        if part.value is None or part.per or part.change != "none":
            continue
        tied = tie_between(around, part, share)
        whole = _whole(around, at, share, tied) if tied and (tied.strong or share.unit) else None
        if whole is not None and not scale_left_out(part, whole):
            kind = of_kind[part.kind, part.unit]
            others = [other for other in kind if other.claim not in (part.claim, whole.claim) and _most(other) >= part.value]
            if len(kind) <= _MANY:
                members = (Member("share", share), Member("part", part), Member("whole", whole))
                words = RATE if tied and tied.rate else "of those before"
                yield Relation(SHARE_OF, (*members, *(Member("other", other) for other in others)), words)


def stated(share: Claim) -> bool:
    """Whether a claim is a share with a value of its own: no change, no rate."""
    return share.kind == "share" and share.unit in ("", "percent") and share.value is not None and not share.per and share.change == "none"


def _whole(around: Surroundings, index: int, share: Claim, tied: Tie) -> Claim | None:
    """The number before a part that the share is of; None where none is told."""
    part = around.claims[index]
    full = FULL.match(around.text, share.end)
    earlier = [claim for claim in around.claims[max(0, index - 6) : index] if part.start - claim.end <= _FAR]
    bare = bool(full) or tied.strong
    earlier = [claim for claim in earlier if alike(claim, part) or (bare and amount(claim) and unit_left_out(around, part, claim))]
    earlier = [claim for claim in earlier if (claim.value or 0) >= (part.value or 0) and claim.value and claim.change == "none"]
    if not earlier:
        return None
    if full:
        able = [claim for claim in earlier if _HOLDS.search(around.before(claim))]
        return able[-1] if len(able) == 1 else None
    last = earlier[-1]
    if tied.names and not _named(around, last, tied.names):
        return None
    if _OF_THOSE.match(around.after(part)) or _THOSE_BEFORE.search(around.before(part)):
        return last if around.next_to(last, part) else None
    return last if _told_of(around, last, index, tied) else None


def _told_of(around: Surroundings, whole: Claim, index: int, tied: Tie) -> bool:
    """Whether a part without a pronoun is one of the set counted before it."""
    part = around.claims[index]
    beside, counted = whole.sentence_start == part.sentence_start, _noun(around, whole)
    if beside and _FRONT.search(around.before(whole, 200)) and (counted or whole.kind == "measure"):
        return True
    if not counted or not around.next_to(whole, part):
        return False
    if part.kind != "count" or (beside and not tied.strong) or _several(around, whole, part):
        return False
    return _left_out(around, index, strong=tied.strong) or (tied.strong and _elided(around, whole, part))


def _named(around: Surroundings, whole: Claim, head: str) -> bool:
    noun = around.noun(around.index(whole))
    return noun is not None and noun.head == head


def _several(around: Surroundings, whole: Claim, part: Claim) -> bool:
    """Whether the part may belong to several sets together: "60 drones on Monday and 80 on Tuesday; 70 fell"."""
    noun = around.noun(around.index(whole))
    others = [claim for claim in around.within(whole.sentence_start, part.start) if claim is not whole and alike(claim, whole)]
    heads = {other.head for claim in others if (other := around.noun(around.index(claim))) and other.plural}
    bare = [claim for claim in others if not around.noun(around.index(claim))]
    return bool(bare) or (noun is not None and noun.head in heads)


def _most(claim: Claim) -> float:
    if claim.value is not None:
        return claim.value
    return math.inf if claim.high is None else claim.high


def _noun(around: Surroundings, claim: Claim) -> bool:
    noun = around.noun(around.index(claim))
    return noun is not None and noun.plural and not noun.owner and not noun.joint


def _left_out(around: Surroundings, index: int, *, strong: bool) -> bool:
    """Whether a part begins its sentence or clause without a noun, a verb right behind it: "Some 8,120 were late"."""
    part, noun = around.claims[index], around.noun(index)
    words = words_of(around.after(part))
    if not words or not (words[0] in syntax().auxiliaries or (strong and is_past(words[0]))):
        return False
    return not (noun and noun.plural) and bool(_LEADS.search(around.before(part)))


def _percentage(share: Claim) -> bool:
    return stated(share) and share.unit == "percent"


def _elided(around: Surroundings, whole: Claim, part: Claim) -> bool:
    """Whether a part has no noun of its own and tells of another deed than the whole: "wrote to 900 firms and heard back from 315"."""
    noun = around.noun(around.index(part))
    return not (noun and noun.plural) and whole.action != part.action != ""


def front_shares(around: Surroundings, taken: set[int]) -> Iterator[Relation]:
    """Shares before a colon or a dash and their counts behind it, or counts with a clause of their own before "or 61%".

    "It won 57% of its cases: 132 of 330", "Of the 160 firms, ..., 72 of the 160 firms that answered will hire, a share of 61%".
    """
    for first, second, third in zip(around.claims, around.claims[1:], around.claims[2:], strict=False):
        if first.sentence_start != third.sentence_start or third.end - first.start > 2 * WITHIN:
            continue
        if stated(first) and first.claim not in taken:
            share, part, whole = first, second, third
            tied = bool(_AHEAD.fullmatch(around.between(share, part))) and bool(_ENDS.match(around.text, _noun_end(around, whole)))
        elif _percentage(third) and third.claim not in taken:
            share, part, whole = third, first, second
            tied = _behind_clause(around, whole, share)
        else:
            continue
        if tied and _one_kind(around, part, whole) and _OVER.fullmatch(around.between(part, whole)) and not scale_left_out(part, whole):
            yield Relation(SHARE_OF, (Member("share", share), Member("part", part), Member("whole", whole)), "of")


def _one_kind(around: Surroundings, part: Claim, whole: Claim) -> bool:
    return alike(part, whole) or (amount(whole) and unit_left_out(around, part, whole))


def _behind_clause(around: Surroundings, whole: Claim, share: Claim) -> bool:
    gap = around.between(whole, share)
    match = tie(gap)
    if match is None or match["bare"] or gap.rstrip().endswith("(") or not _noun(around, whole) or OTHER_SET.search(match["words"]):
        return False
    return bool(CLOSES.match(around.text, share.end))


def _noun_end(around: Surroundings, claim: Claim) -> int:
    noun = around.noun(around.index(claim))
    return noun.end if noun else claim.end
