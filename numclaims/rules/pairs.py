"""The numbers before and after a change as intervals that compare. It knows claims and relations, no rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from numclaims.interval import Interval, allowed
from numclaims.lexicon.bases import to_base
from numclaims.model import Claim, Relation
from numclaims.relations.changes.changes import CHANGE
from numclaims.rules.rounding import place, rounded

_ROUNDED_BY = 0.02
"""Zeros at the end of a number hide hardly more than this share of it."""
_FINEST, _DROPPED, _ON_A_PRICE = 0.01, 0.3, 0.1
"""Beside a number with decimals one without left out a zero: it was rounded to no more than this share of its last digit."""


def value_of(claim: Claim) -> float | None:
    return None if claim.value is None else to_base(claim.unit, claim.per).convert(claim.value) or claim.value


def in_base(claim: Claim, interval: Interval) -> Interval:
    """An interval in base units, where the claim's unit has them, so that grams and kilograms compare."""
    base = to_base(claim.unit, claim.per)
    return interval.scaled(base.factor) + Interval.exactly(base.offset) if base.unit else interval


def both_stretched(one: Claim, other: Claim) -> tuple[Interval, Interval]:
    """What two numbers of one quantity allow, in base units: "from $4 billion to $5.2 billion" was reckoned from $4.0 billion."""
    return in_base(one, stretched(_as_fine_as(one, other))), in_base(other, stretched(_as_fine_as(other, one)))


def _as_fine_as(claim: Claim, other: Claim) -> Claim:
    """A number of one digit beside one with a digit or two more behind the point, with the step to which it was likely rounded."""
    finer = _FINEST * claim.step <= other.step < claim.step and claim.unit == other.unit
    if not finer or not claim.value or claim.bound != "exact" or other.bound != "exact" or abs(claim.value) >= 10 * claim.step:
        return claim
    price = claim.kind == "money" and claim.step == 1  # "$2" beside "$2.40"
    return replace(claim, step=claim.step * (_ON_A_PRICE if price else _DROPPED))


def stretched(claim: Claim) -> Interval:
    """What a number allows if it was rounded, hardly cut off, before a change was reckoned; and what the zeros at its end may hide."""
    interval = allowed(claim)
    if claim.value is None or claim.bound not in ("exact", "about"):
        return interval
    if claim.bound == "exact" and claim.step > 0 and interval.low < interval.high:
        interval = rounded(claim.value, claim.step)
    elif claim.bound == "exact" and claim.kind == "duration" and claim.step == 0:
        interval = rounded(claim.value, place(claim.value, 0))
    if claim.step < 1:
        return interval
    whole = place(claim.value, claim.step)
    slack = min(whole / 2, abs(claim.value) * _ROUNDED_BY) if whole > claim.step else 0.0
    return interval.hull(Interval(claim.value - slack, claim.value + slack))


def ratios_of(relations: tuple[Relation, ...]) -> Iterator[float]:
    """After by before, for every pair of the document."""
    for relation in relations:
        if relation.kind == CHANGE:
            one, other = (value_of(claim) for role in ("before", "after") for claim in relation.claims(role))
            if one and other and one > 0:
                yield other / one


def any_within(ratios: list[float], meant: Interval) -> bool:
    at = bisect_left(ratios, meant.low)
    return at < len(ratios) and ratios[at] <= meant.high
