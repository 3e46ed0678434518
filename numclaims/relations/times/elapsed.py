"""How long it is from one time to another, in days, weeks, months and years. Calendar arithmetic only; it reads no text."""

from __future__ import annotations

from datetime import date

from numclaims.interval import Interval

DAYS_IN = {
    "day": (1.0, 1.0),
    "night": (1.0, 1.0),
    "week": (7.0, 7.0),
    "fortnight": (14.0, 14.0),
    "month": (28.0, 31.0),
    "year": (365.0, 366.0),
    "decade": (3652.0, 3653.0),
    "century": (36524.0, 36525.0),
}
"""The shortest and the longest that a unit is, in days."""

Days = tuple[date, date]
"""The first and the last day of a time."""


def between(first: Days, last: Days, unit: str) -> Interval:
    """How many of a unit may lie between two times: from the nearest days to the farthest, counted with both ends, one or none."""
    shortest, longest = DAYS_IN[unit]
    nearest, farthest = (last[0] - first[1]).days, (last[1] - first[0]).days
    return Interval(max(0.0, (nearest - 1) / longest), max(0.0, (farthest + 1) / shortest))
