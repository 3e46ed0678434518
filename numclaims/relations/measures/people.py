"""What a human being cannot be: "a 190-year-old man", "the suspect, who is 4.9 metres tall".

The nouns for human beings stand in impossible.toml; whatever else has an age, a height or a weight is left alone.
"""

from __future__ import annotations

import re
from functools import cache

from numclaims.model import Claim
from numclaims.relations.phrases import any_of
from numclaims.relations.surroundings import Surroundings

OLDEST = 125.0
_TALLEST = 2.75
"""Metres; Robert Wadlow, the tallest known, had 2.72."""
_HEAVIEST = 640.0
"""Kilograms; Jon Minnoch, the heaviest known, had 635."""
_DIED = re.compile(r"\b(?:died|dies|die|dead)\b[^.;]{0,20}$", re.IGNORECASE)
_TALL = re.compile(r"[-\s]+tall\b")
_IS_OLD = r"\s+(?:is|was|turned|turns)\s+(?:now\s+|already\s+|reportedly\s+)?$"
_SUBJECT = r"(?:^|[,;:]\s|\b(?:and|but|that)\s)\s*(?:(?!(?:of|by|for|near|from|in|with|to|at|behind|beside)\b)[\w’'-]+\s+){0,3}"
"""A human being is what is told of, not the owner of it: "the church of the king is 187 years old"."""
_WHO = r"\s+who\s+(?P<verb>is|was|stands|stood|weighs|weighed)\s+$"


@cache
def _patterns(nouns: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """How an age or a size is told behind nouns for human beings, which may have a name between commas: "The resident, Emma Lund,"."""
    humans = rf"\b{any_of(word for word in nouns if word.isalpha())}(?:,\s+[^,;.\d]{{1,40}})?,?"
    return re.compile(rf"{_SUBJECT}{humans}{_IS_OLD}"), re.compile(rf"{humans}\s+aged\s+$"), re.compile(rf"{humans}{_WHO}")


def of_a_human(around: Surroundings, claim: Claim, humans: frozenset[str]) -> tuple[float, str] | None:
    """The most that a number told of a human being can be, in the claim's base unit or in years, and what it is; None for any other.

    `humans` are the nouns for human beings.
    """
    before = around.before(claim, 110).lower()
    if claim.unit in ("", "year"):
        return (OLDEST, "the age of a human being") if _is_age(around, claim, before, humans) else None
    who = _patterns(humans)[2].search(before) if claim.base_unit in ("meter", "kilogram") and not claim.per else None
    if who is None:
        return None
    if claim.base_unit == "kilogram":
        return (_HEAVIEST, "the weight of a human being") if who["verb"].startswith("weigh") else None
    return (_TALLEST, "the height of a human being") if _TALL.match(around.after(claim, 10)) else None


def _is_age(around: Surroundings, claim: Claim, before: str, humans: frozenset[str]) -> bool:
    is_old, aged, _ = _patterns(humans)
    if claim.kind == "count":
        return bool(aged.search(before))
    behind = around.after(claim, 40).lower().replace(",", " ").replace(".", " ").split()[:2]
    told = not humans.isdisjoint(behind) or bool(_DIED.search(before[-40:]))
    return claim.kind == "age" and (told or bool(is_old.search(before) or aged.search(before)))
