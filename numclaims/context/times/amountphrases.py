"""Lengths of time as time phrases: "two weeks ago", "a year earlier", "the 24 hours to Tuesday", "in seven days".

It reads the length that begins at a token and what it is counted from; a length alone ("for nine hours") is no time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from numclaims.context.times.period import Period, Point, Setting, days, moved, on, shift, single
from numclaims.context.times.whenwords import when_words
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.words import number_words

Found = tuple[int, Period]
"""The token behind a time phrase, and the period it names."""

Reader = Callable[[Tokens, int, Setting], Found | None]


def amount_phrase(tokens: Tokens, at: int, setting: Setting, ended: Reader) -> tuple[int, Period | None, bool] | None:
    """Such as "two weeks ago", "a year earlier", "three days after", "24 hours to Tuesday", "in seven days".

    Gives the token behind, the period (None for a length that sets no time) and whether it is a period only beside a perfect.
    """
    counted = count_at(tokens, at)
    if counted is None or (at and tokens.words[at - 1] == "-"):
        return None
    unit = when_words().units.get(tokens.lows[counted[0]])
    if unit is None or unit in ("night", "morning", "weekend"):
        return None
    after, count = counted[0] + 1, counted[1]
    low = tokens.lows[after]
    if low == "ago" or (low == "earlier" and setting.base is None):
        return after + 1, _ago(count, unit, setting.today), False
    if setting.base and (low in ("earlier", "previously") or (low == "before" and not tokens.words[after + 1][:1].isalnum())):
        return after + 1, _earlier(count, unit, setting.base), False
    if low in ("from", "since", "until") and tokens.lows[at] in ("a", "an") and tokens.words[after + 1].isdecimal():
        return None  # "40 cars a year from 2026"
    if low in ("after", "before", "later", "earlier", "since", "from", "ahead") and tokens.lows[at - 1] not in ("for", "lasted"):
        return after, None, False
    end = ended(tokens, after, setting)
    if end and unit in ("hour", "day", "week", "month", "year") and end[1].fine >= 2:
        size = max(1, round(count / 24)) if unit == "hour" else count
        return end[0], up_to(end[1].last, size, "day" if unit == "hour" else unit), False
    if setting.today and count and tokens.lows[at - 1] in ("in", "over", "within") and unit != "hour":
        return after, days(shift(setting.today, -count, unit), setting.today), True
    return None


def before_base(tokens: Tokens, at: int, base: Period) -> Period | None:
    """What "a year ago" at a token means where it is held against a time told before: "in May, against 40 a year ago"."""
    counted = count_at(tokens, at)
    unit = when_words().units.get(tokens.lows[counted[0]]) if counted else None
    return _earlier(counted[1], unit, base) if counted and unit else None


def count_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A small whole number, "a" or "one" included: (token behind, number); 0 for "a few" and "several"."""
    low = tokens.lows[at]
    if low in ("a", "an"):
        if tokens.lows[at + 1] == "couple":
            return at + 2 + (tokens.lows[at + 2] == "of"), 2
        return (at + 2, 0) if tokens.lows[at + 1] == "few" else (at + 1, 1)
    if low in ("few", "several", "couple"):
        return at + 1, 0
    if low.isdecimal() and len(low) <= 3:
        return at + 1, int(low)
    numbers = number_words()
    if low in numbers.tens:
        joined = at + 1 + (tokens.words[at + 1] == "-")
        unit = numbers.units.get(tokens.lows[joined], 0)
        return (joined + 1, numbers.tens[low] + unit) if 0 < unit < 10 else (at + 1, numbers.tens[low])
    return (at + 1, numbers.units[low]) if low in numbers.units else None


def _ago(count: int, unit: str, today: date | None) -> Period | None:
    """Told as finely as the unit: years to the year, months (and one year) to the month, the rest to the day."""
    if today is None or not count:
        return None
    if unit == "hour":
        return on(today)
    day = shift(today, -count, unit)
    if unit in ("decade", "century") or (unit == "year" and count > 1):
        return single(day.year)
    return single(day.year, day.month) if unit in ("month", "quarter", "year") else on(day)


def _earlier(count: int, unit: str, base: Period) -> Period | None:
    if not count or unit == "hour":
        return None
    return moved(base, -count, unit) if base.fine == 3 or unit not in ("day", "week", "fortnight") else None


def up_to(last: Point, count: int, unit: str) -> Period:
    """A stretch of time up to a month or day: to the month where whole months end in a month, else to the day."""
    if not last.day:
        first = shift(last.begins(), 1 - count if unit == "month" else 1 - 12 * count, "month")
        return Period(Point(first.year, first.month), last)
    end = last.begins()
    if unit in ("day", "week"):
        return days(shift(end, -count, unit), end)
    return days(shift(end + timedelta(days=1), -count, unit), end)
