"""Stretches of time as ISO 8601 writes them, and how many days, months or years go into one another. It knows no claims.

A month has 28 to 31 days and a year 365 or 366, so that a rate a month is a range of rates a day; a year has exactly 12 months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from numclaims.context.times.period import Point
from numclaims.interval import Interval
from numclaims.lexicon.units import unit_lexicon

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?", re.ASCII)
_DAY = 86400.0
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {1: (28.0, 31.0), 3: (90.0, 92.0), 12: (365.0, 366.0)}


@dataclass(frozen=True, slots=True)
class Period:
    """All days from `first` to `last`."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def gap(self, other: Period) -> int:
        """How many days lie between two periods: 0 where they share a day, 1 from one day to the next."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)

    @property
    def months(self) -> int | None:
        """How many calendar months it is; None where it does not begin and end with one."""
        if self.first.day != 1 or self.last.day != monthrange(self.last.year, self.last.month)[1]:
            return None
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1


def period_of(when: str) -> Period | None:
    """The period of an ISO date, month, year or an interval of them ("2024-09", "2021-03/2022-11-24"); None for no text.

    Raises ValueError for anything else, also for a day that the calendar does not have and an interval that ends before it starts.
    """
    text = when.strip()
    if not text:
        return None
    first, _, last = text.partition("/")
    period = Period(_point(first).first, _point(last or first).last)
    if period.first > period.last:
        raise ValueError(f"{when!r} ends before it starts")
    return period


def _point(text: str) -> Period:
    match = _POINT.fullmatch(text.strip())
    if not match:
        raise ValueError(
            f"{text!r} is not an ISO date, month, year or interval; write it like 2024-11-20, 2024-11, 2024 or 2024-01/2024-03"
        )
    point = Point(*(int(part) if part else 0 for part in match.groups()))
    try:
        return Period(point.begins(), point.finishes())
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar") from None


def is_period(name: str) -> bool:
    """Whether a unit's name is that of a stretch of time."""
    return name in _MONTHS or _seconds(name) > 0


def times_in(short: str, long: str) -> Interval:
    """How many of one unit of time go into another: exactly 7 days into a week, 28 to 31 into a month."""
    if short in _MONTHS and long in _MONTHS:
        return Interval.exactly(_MONTHS[long] / _MONTHS[short])
    if short in _MONTHS:
        return Interval.exactly(1.0) / times_in(long, short)
    if long in _MONTHS:
        low, high = _days_of(_MONTHS[long])
        return Interval(low, high).scaled(_DAY / _seconds(short))
    return Interval.exactly(_seconds(long) / _seconds(short))


def times_during(unit: str, period: Period) -> Interval:
    """How many of a unit of time a period lasts."""
    if unit not in _MONTHS:
        return Interval.exactly(period.days * _DAY / _seconds(unit))
    if period.months is not None:
        return Interval.exactly(period.months / _MONTHS[unit])
    low, high = _days_of(_MONTHS[unit])
    return Interval(period.days / high, period.days / low)


def _days_of(months: int) -> tuple[float, float]:
    if months in _DAYS_OF:
        return _DAYS_OF[months]
    return 365.0 * months / 12, 366.0 * months / 12


def _seconds(name: str) -> float:
    unit = unit_lexicon().names.get(name)
    return unit.factor if unit and unit.dimension == "time" else 0.0
