"""What two claims must be to be part and whole of one another, and the relation that says so. It reads no sentence.

A relation "share of" has one "share", one "part" and one "whole"; wholes that the text could mean as well are "other". Where its words
are `RATE`, the share is called a rate, which the rest of the whole may make up as well ("30 failed, a pass rate of 70%").
A relation "part of" has one "part" and one "whole". Members in the role "other" are counts nearby that the text could mean as
well, alone or together with the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from numclaims.lexicon.words import number_words
from numclaims.model import Claim, Member, Relation
from numclaims.relations.phrases import any_of

PART_OF = "part of"
SHARE_OF = "share of"
RATE = "rate"

_SCALE = re.compile(rf"(?<![a-z]){any_of((*number_words().scales, *number_words().short_scales))}\b", re.IGNORECASE)


def part_of(part: Claim, whole: Claim, others: Sequence[Claim] = (), words: str = "") -> Relation:
    """A relation "part of"; `words` are those that tie the two."""
    members = (Member("part", part), Member("whole", whole), *(Member("other", other) for other in others))
    return Relation(PART_OF, members, words)


def amount(claim: Claim) -> bool:
    """Whether a claim is an amount that can have parts: no rate, share, rank or vague word."""
    return claim.kind in ("count", "money", "measure", "duration") and not claim.per and not vague(claim)


def alike(part: Claim, whole: Claim) -> bool:
    """Whether two claims are amounts of one kind in one unit, neither of them a rate or a vague word."""
    return amount(part) and amount(whole) and part.kind == whole.kind and part.unit == whole.unit


def scale_left_out(one: Claim, other: Claim) -> bool:
    """Whether one number may share the scale word of the other: "$1.2 of the $2.4 billion"."""
    first, second = _scaled(one.text), _scaled(other.text)
    bare = other if first else one
    return first != second and (bare.value or 0) < 1000


@lru_cache(maxsize=1 << 12)
def _scaled(text: str) -> bool:
    """Whether a number has a scale word, as most have not that are written in digits."""
    return bool(_SCALE.search(text))


def vague(claim: Claim) -> bool:
    """Whether a claim is a word such as "dozens", whose range nobody has printed."""
    return claim.bound == "range" and claim.step == 0 and not any(character.isdigit() for character in claim.text)
