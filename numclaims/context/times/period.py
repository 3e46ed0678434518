"""Days, months, years and the stretches between them, as ISO 8601 writes them. Calendar arithmetic only; it reads no text."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


class Point(NamedTuple):
    """A day, a month (`day` 0) or a year (`month` 0 too)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    def begins(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    def finishes(self) -> date:
        """Its last day."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


class Period(NamedTuple):
    """From one point up to another, both included; a single point where they are the same."""

    first: Point
    last: Point

    @property
    def iso(self) -> str:
        """Such as "2024-11-20", "2024-11", "2024" or two of these: "2024-07-01/2024-09-30"."""
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def real(self) -> bool:
        """Whether it lies within the years of the calendar, 1 to 9999."""
        return self.first.year >= MINYEAR and self.last.year <= MAXYEAR

    @property
    def fine(self) -> int:
        """How finely it is told: 3 to the day, 2 to the month, 1 to the year."""
        return 3 if self.last.day else 2 if self.last.month else 1


class Setting(NamedTuple):
    """What relative words count from: the day of writing, whether their clause looks `ahead`, the `base` of "a year earlier"."""

    today: date | None
    ahead: bool = False
    base: Period | None = None


def point(when: date) -> Point:
    """A day as a point."""
    return Point(when.year, when.month, when.day)


def single(year: int, month: int = 0, day: int = 0) -> Period:
    """One year, month or day."""
    at = Point(year, month, day)
    return Period(at, at)


def on(when: date) -> Period:
    """One day."""
    return Period(point(when), point(when))


def days(first: date, last: date) -> Period:
    """From one day to another."""
    return Period(point(first), point(last))


def shift(when: date, count: int, unit: str) -> date:
    """The day `count` units later (earlier where negative); the last of the month where the month is too short.

    Raises OverflowError where the result lies outside the years 1 to 9999.
    """
    if unit in _DAYS:
        return when + timedelta(days=count * _DAYS[unit])
    months = when.year * 12 + when.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is outside the calendar")
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def moved(period: Period, count: int, unit: str) -> Period:
    """The same period some years, months or weeks later (earlier where negative), told as finely."""
    return Period(_moved(period.first, count, unit), _moved(period.last, count, unit))


def _moved(at: Point, count: int, unit: str) -> Point:
    when = shift(at.begins(), count, unit)
    if at.day:
        whole = at.day == monthrange(at.year, at.month)[1] and unit in _MONTHS
        return Point(when.year, when.month, monthrange(when.year, when.month)[1] if whole else when.day)
    if not at.month and unit in ("year", "decade", "century"):
        return Point(when.year)
    return Point(when.year, when.month)


def month_span(year: int, month: int, count: int) -> Period:
    """`count` whole months from one on, to the day: quarters and halves."""
    first = date(year, month, 1)
    return days(first, shift(first, count, "month") - timedelta(days=1))


def months(year: int, month: int, count: int) -> Period:
    """`count` whole months from one on, to the month: seasons."""
    last = shift(date(year, month, 1), count - 1, "month")
    return Period(Point(year, month), Point(last.year, last.month))


def week_of(when: date, count: int = 0) -> Period:
    """The week, Monday to Sunday, that holds a day, or one `count` weeks later."""
    monday = when - timedelta(days=when.weekday()) + timedelta(weeks=count)
    return days(monday, monday + timedelta(days=6))


def weekday_near(today: date, weekday: int, *, ahead: bool, strictly: bool = False) -> date:
    """The nearest such weekday (1 is Monday) not after today, or with `ahead` not before it; `strictly` leaves out today."""
    distance = (weekday - today.isoweekday()) % 7 if ahead else (today.isoweekday() - weekday) % 7
    if strictly and not distance:
        distance = 7
    return today + timedelta(days=distance if ahead else -distance)


def month_near(today: date, month: int, *, ahead: bool) -> Point:
    """The nearest such month that has begun, or with `ahead` that is not over."""
    passed = month > today.month if not ahead else month < today.month
    return Point(today.year + (0 if not passed else 1 if ahead else -1), month)


def day_near(today: date, month: int, day: int, *, ahead: bool) -> Point | None:
    """The nearest such day not after today, or with `ahead` not before it; None for a day no near year has."""
    year = today.year
    if not ahead and (month, day) > (today.month, today.day):
        year -= 1
    elif ahead and (month, day) < (today.month, today.day):
        year += 1
    while day > monthrange(year, month)[1]:
        year += 1 if ahead else -1
        if abs(year - today.year) > 8 or not MINYEAR <= year <= MAXYEAR:
            return None
    return Point(year, month, day)
