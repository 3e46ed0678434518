"""A row's amount in the unit and rate of a claim, where the two can be compared. It converts; it judges nothing.

Currencies are never converted. A rate is compared with another rate, and with a total where the time it is meant for is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from numclaims.evidence.periods import Period, is_period, times_during, times_in
from numclaims.evidence.rows import Row
from numclaims.evidence.words import key, keys
from numclaims.interval import Interval
from numclaims.lexicon.bases import to_base
from numclaims.lexicon.units import unit_lexicon
from numclaims.model import Claim

_PER = re.compile(r"(?:(\d+) )?(.+)")
_RATE = re.compile(r"\b(?:an?|per|each|every)\s+([a-z]+)\b", re.IGNORECASE)
_EACH = frozenset(map(key, ("piece", "unit", "item", "apiece")))
_PERSON = frozenset(map(key, ("person", "people", "head", "capita", "inhabitant", "resident")))
_SUMMED = ("count", "money", "measure")
"""Kinds that add up over time."""
_ONE = Interval.exactly(1.0)


def readings(claim: Claim, row: Row, period: Period | None) -> tuple[Interval, ...]:
    """What the row allows in the claim's unit and rate, once for each way in which the two can be compared; none if they cannot.

    `period` is the time that the claim speaks of. A claim without a rate may be a total over that time, or leave out a rate that
    its sentence names ("$900 a month, up from $800"); where both fit, both are given.
    """
    if claim.kind in ("rank", "multiple") or (claim.kind == "age" and not _speaks_of_age(row)):
        return ()
    if amount := _in_unit(claim, row):
        rates = [claim.per] if claim.per else ["", *_rates_named(claim.sentence)]
        factors = dict.fromkeys(factor for per in rates for factor in _rate_factors(claim, per, row, period))
        if factors:
            return tuple(amount if factor is _ONE else amount * factor for factor in factors)
    mine, other = to_base(claim.unit, claim.per), to_base(row.unit, row.per)
    if mine.unit and mine.unit == other.unit and not (mine.offset or other.offset):
        return (row.interval.scaled(other.factor / mine.factor),)
    return ()


def _speaks_of_age(row: Row) -> bool:
    return bool({key("age"), key("old")} & {*keys(row.measure), *keys(row.item)})


def _in_unit(claim: Claim, row: Row) -> Interval | None:
    """The row's amount in the claim's unit, whatever both are per; None for another kind of unit."""
    if claim.kind == "share":
        return _in_share(claim, row)
    if claim.unit == row.unit:
        return row.interval
    names = unit_lexicon().names
    mine, other = names.get(claim.unit), names.get(row.unit)
    if not mine or not other or not mine.base_unit or mine.base_unit != other.base_unit:
        return None
    shift = (other.offset - mine.offset) / mine.factor
    return row.interval.scaled(other.factor / mine.factor) + Interval.exactly(shift)


def _in_share(claim: Claim, row: Row) -> Interval | None:
    """Percent and plain ratios are one kind of share; points, of percent or of basis, are another."""
    worth = {"": 1.0, "ratio": 1.0, "percent": 0.01}
    points = {"percentage point": 0.01, "basis point": 0.0001}
    for scale in (worth, points):
        if claim.unit in scale and row.unit in scale and (row.unit or claim.unit == ""):
            return row.interval.scaled(scale[row.unit] / scale[claim.unit])
    return None


@lru_cache(maxsize=64)
def _rates_named(sentence: str) -> tuple[str, ...]:
    """The units that a sentence names as if after a rate ("in an hour", "each day"): a number in it may be meant so."""
    words = (match[1].lower() for match in _RATE.finditer(sentence))
    return tuple(word for word in words if is_period(word) or word in unit_lexicon().names)


def _rate_factors(claim: Claim, per: str, row: Row, period: Period | None) -> Iterator[Interval]:
    """What the row's number is to be multiplied by to be per what the claim is taken to be per, for each way to understand it."""
    if per == row.per:
        yield _ONE
    elif per and row.per:
        yield from _between_rates(per, row.per)
    elif is_period(row.per):
        if period and claim.kind in _SUMMED and _lasts(period, row.per):
            yield times_during(row.per, period)
    elif row.per:
        if _thing(row.per):
            yield _ONE
    elif is_period(per):
        if row.period and claim.kind in _SUMMED and _lasts(row.period, per):
            yield _ONE / times_during(per, row.period)
    elif key(per) in _EACH or (_thing(per) and key(per) in {*keys(row.item), *keys(row.measure)}):
        yield _ONE


def _lasts(period: Period, unit: str) -> bool:
    """Whether a period is long enough for a total over it to be compared with a rate per unit of time."""
    return times_during(unit, period).high >= 1


def _between_rates(mine: str, other: str) -> Iterator[Interval]:
    if is_period(mine) and is_period(other):
        yield times_in(other, mine)
        return
    (many, what), (others, thing) = _counted(mine), _counted(other)
    names = unit_lexicon().names
    unit, another = names.get(what), names.get(thing)
    if unit and another:
        if unit.base_unit and unit.base_unit == another.base_unit:
            yield Interval.exactly(many * unit.factor / (others * another.factor))
    elif not unit and not another and _same_thing(key(what), key(thing)):
        yield Interval.exactly(many / others)


def _counted(per: str) -> tuple[float, str]:
    """ "100000 person" as 100000 and "person"; 1 where no number stands before."""
    match = _PER.fullmatch(per)
    return (float(match[1] or 1), match[2]) if match else (1.0, per)


def _same_thing(mine: str, other: str) -> bool:
    return mine == other or mine in _EACH or other in _EACH or (mine in _PERSON and other in _PERSON)


def _thing(per: str) -> bool:
    """Whether a rate is per one thing that is no unit: a price per ship is what a ship costs."""
    return _counted(per)[0] == 1 and per not in unit_lexicon().names
