"""Time phrases longer than a day: years, quarters, seasons, "last month", "the past three years", "the year to June".

Each reader takes the token its words begin at and gives the token behind them with the period, or None. `timephrases` calls them.
"""

from __future__ import annotations

from datetime import date, timedelta

from numclaims.context.times.amountphrases import Found, Reader, count_at, up_to
from numclaims.context.times.period import (
    Period,
    Point,
    Setting,
    days,
    month_near,
    month_span,
    months,
    moved,
    on,
    point,
    shift,
    single,
    week_of,
    weekday_near,
)
from numclaims.context.times.whenwords import when_words
from numclaims.grammar.tokens import Tokens

_OF = frozenset(("of", "in", ","))
_AT_WEEKENDS = frozenset(("over", "at", "on", "during"))
_HALF_SPAN = {"quarter": 3, "half": 6}


def year_at(tokens: Tokens, at: int) -> int:
    """The year printed at a token, or 0."""
    word = tokens.words[at]
    return int(word) if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199 else 0


def agreed(first: Point, last: Point, *, given: bool) -> Point:
    """The start of a range takes the year of its end unless its own is `given`: "between November and March 2023"."""
    if given or not first.month:
        return first
    earlier = (first.month, first.day) > (last.month, last.day)
    return Point(last.year - earlier, first.month, first.day)


def _year_behind(tokens: Tokens, at: int, setting: Setting) -> tuple[int, int] | None:
    """The year that follows a part of it: "of 2024", "last year", "of the year", "of fiscal 2023": (token behind, year)."""
    at += tokens.lows[at] in _OF and (year_at(tokens, at + 1) > 0 or tokens.lows[at] != ",")
    if year_at(tokens, at):
        return at + 1, year_at(tokens, at)
    fiscal = fiscal_year(tokens, at)
    if fiscal:
        return fiscal[0], fiscal[1].last.year
    if tokens.lows[at + 1] != "year" or setting.today is None:
        return None
    low = tokens.lows[at]
    if low in when_words().this:
        return at + 2, setting.today.year
    if low in ("last", "past"):
        return at + 2, setting.today.year - 1
    return (at + 2, setting.today.year + 1) if low == "next" else None


def fiscal_year(tokens: Tokens, at: int) -> Found | None:
    """Such as "fiscal 2024", "fiscal year 2024", "FY2024", "FY 2023/24"."""
    if tokens.lows[at] not in ("fiscal", "fy", "calendar", "financial"):
        return None
    at += 1 + (tokens.lows[at + 1] == "year")
    year = year_at(tokens, at)
    if not year:
        return None
    short = tokens.words[at + 2]
    joined = tokens.words[at + 1] in ("/", "-", "–") and tokens.glued(at + 1) and tokens.glued(at + 2)
    if joined and short.isdecimal() and len(short) == 2:
        return at + 3, Period(Point(year), Point(year // 100 * 100 + int(short)))
    return at + 1, single(year)


def quarter_sign(tokens: Tokens, at: int, setting: Setting) -> Found | None:
    """Such as "Q3", "H1 2024", "Q4 of last year"."""
    digit = tokens.words[at + 1]
    if not tokens.words[at].isupper() or not tokens.glued(at + 1) or digit not in ("1", "2", "3", "4"):
        return None
    unit = "quarter" if tokens.lows[at] == "q" else "half"
    return _part_of_year(tokens, at + 2, int(digit), unit, setting) if unit == "quarter" or int(digit) <= 2 else None


def ordinal_phrase(tokens: Tokens, at: int, setting: Setting) -> Found | None:
    """Such as "first quarter of 2024", "third-quarter", "second half", "first two months of the year"."""
    number = when_words().order.get(tokens.lows[at])
    if number is None:
        return None
    start = at + 1 + (tokens.words[at + 1] == "-")
    unit = when_words().units.get(tokens.lows[start])
    if unit in _HALF_SPAN:
        parts = 12 // _HALF_SPAN[unit]
        number = parts if number < 0 else number
        return _part_of_year(tokens, start + 1, number, unit, setting) if number <= parts else None
    counted = count_at(tokens, start)
    unit = when_words().units.get(tokens.lows[counted[0]]) if counted else None
    if counted is None or number not in (1, -1) or unit not in ("month", "quarter"):
        return None
    size = counted[1] * (3 if unit == "quarter" else 1)
    behind = _year_behind(tokens, counted[0] + 1, setting)
    if behind is None or not 1 <= size <= 12:
        return None
    first = 1 if number == 1 else 13 - size
    return behind[0], months(behind[1], first, size)


def _part_of_year(tokens: Tokens, at: int, number: int, unit: str, setting: Setting) -> Found | None:
    """A quarter or half to the day; without its year the last that has begun, or looking ahead the next that is not over."""
    size = _HALF_SPAN[unit]
    behind = _year_behind(tokens, at, setting)
    first = (number - 1) * size + 1
    if behind:
        return behind[0], month_span(behind[1], first, size)
    if setting.today is None:
        return None
    year = setting.today.year
    if setting.ahead and setting.today.month > number * size:
        year += 1
    elif not setting.ahead and setting.today.month < first:
        year -= 1
    return at, month_span(year, first, size)


def season_phrase(tokens: Tokens, at: int, setting: Setting) -> Found | None:
    """Such as "spring of 2021", "summer 2023"; a season without its year is read only after "last", "this" or "next"."""
    start = at + 1 + (tokens.lows[at + 1] == "of")
    year = year_at(tokens, start)
    if not year or (start == at + 1 and tokens.words[at][:1].isupper() and tokens.lows[at - 1] == "the"):
        return None
    return start + 1, months(year, when_words().seasons[tokens.lows[at]], 3)


def edge_phrase(tokens: Tokens, at: int, setting: Setting, named: Reader) -> Found | None:
    """Such as "start of the year", "end of May", "turn of the year": the month of a year, the whole of anything shorter."""
    low = tokens.lows[at]
    if tokens.lows[at + 1] != "of":
        return None
    whole = _whole(tokens, at + 2, setting) or named(tokens, at + 2, setting)
    if whole is None:
        return None
    after, period = whole
    if period.fine == 1 and period.first == period.last:
        month = 12 if low in ("end", "close") else 6 if low == "middle" else 1
        return after, single(period.first.year, month)
    return after, period


def _whole(tokens: Tokens, at: int, setting: Setting) -> Found | None:
    """Such as "the year", "the month", "the week" of writing."""
    if tokens.lows[at] not in ("the", "this") or setting.today is None:
        return None
    return _unit_near(at + 2, when_words().units.get(tokens.lows[at + 1], ""), 0, setting.today)


def same_phrase(tokens: Tokens, at: int, setting: Setting, named: Reader) -> Found | None:
    """Such as "same period last year", "same month of 2019", "same quarter a year earlier": the base, moved."""
    base = setting.base
    if base is None or tokens.lows[at + 1] not in when_words().spans:
        return None
    start = at + 2 + (tokens.lows[at + 2] in ("of", "in", "the"))
    start += tokens.lows[start] == "the"
    if tokens.lows[start : start + 2] in (["last", "year"], ["previous", "year"], ["year", "before"]):
        return start + 2, moved(base, -1, "year")
    if tokens.lows[start : start + 2] == ["a", "year"] and tokens.lows[start + 2] in ("earlier", "ago", "before"):
        return start + 3, moved(base, -1, "year")
    year = year_at(tokens, start)
    return (start + 1, moved(base, year - base.first.year, "year")) if year else None


def which_phrase(tokens: Tokens, at: int, setting: Setting, ended: Reader) -> Found | None:
    """Such as "last year", "this week", "next April", "past three years", "previous two months", "the year to June"."""
    words, low = when_words(), tokens.lows[at]
    step = -1 if low in words.earlier else 0 if low in words.this else 1 if low in words.later else None
    if step is None:
        return None
    following = tokens.lows[at + 1]
    unit = words.units.get(following)
    if low == "that":
        return _that(at + 2, unit, setting.base)
    if low == "the":
        return _definite(tokens, at, unit, setting, ended)
    today = setting.today
    if today is None:
        return None
    if following in words.months and step:
        return at + 2, _one(_other_month(today, words.months[following], step))
    if following in words.weekdays and tokens.words[at + 1][:1].isupper():
        day = weekday_near(today, words.weekdays[following], ahead=step > 0 or (step == 0 and setting.ahead), strictly=step != 0)
        return at + 2 + (tokens.lows[at + 2] in words.dayparts), on(day)
    if following in words.seasons:
        return at + 2, _season_near(today, words.seasons[following], step)
    told = low in ("previous", "preceding", "prior", "following") or (low == "next" and tokens.lows[at - 1] == "the" and not setting.ahead)
    if told and unit and setting.base and not following.endswith("s"):
        return _beside(at + 2, setting.base, unit, step)
    counted = count_at(tokens, at + 1)
    if counted and step and words.units.get(tokens.lows[counted[0]]):
        return _stretch(tokens, counted, low, step, setting)
    if low == "past" and unit and unit not in ("night", "morning", "weekend", "hour"):
        return at + 2, days(shift(today, -1, unit), today)
    return _unit_near(at + 2, unit or "", step, today) if unit and not following.endswith("s") else None


def _that(after: int, unit: str | None, base: Period | None) -> Found | None:
    """Such as "that day", "that night", "that month", "that year": the base, told as coarsely."""
    if base is None or base.first != base.last:
        return None
    if unit in ("day", "night", "morning") and base.fine == 3:
        return after, base
    if unit == "month" and base.fine >= 2:
        return after, single(base.first.year, base.first.month)
    return (after, single(base.first.year)) if unit == "year" else None


def _definite(tokens: Tokens, at: int, unit: str | None, setting: Setting, ended: Reader) -> Found | None:
    """Such as "the year to June", "the quarter ended 30 September", "the year's", "the year before", "over the weekend"."""
    if unit == "weekend" and setting.today and tokens.lows[at - 1] in _AT_WEEKENDS:
        return _unit_near(at + 2, unit, 0 if setting.ahead or setting.today.weekday() > 4 else -1, setting.today)
    if unit not in ("year", "quarter", "month", "half", "week"):
        return None
    behind = tokens.lows[at + 2]
    if behind in ("before", "earlier") and setting.base:
        return _beside(at + 3, setting.base, unit, -1) if tokens.lows[at + 3] in (",", ".", "", ";", "and", "in", ")") else None
    size = {"year": 12, "half": 6, "quarter": 3, "month": 1}.get(unit)
    end = ended(tokens, at + 2, setting)
    if end and size and (end[1].first == end[1].last) and end[1].fine >= 2:
        return end[0], up_to(end[1].last, size, "month")
    if setting.today and (behind in ("'s", "’s") or tokens.lows[at + 2 : at + 4] == ["so", "far"]):
        return _unit_near(at + 2, unit, 0, setting.today)
    return None


def _stretch(tokens: Tokens, counted: tuple[int, int], low: str, step: int, setting: Setting) -> Found | None:
    """Such as "past three years" up to today, "next four years" from today; "previous two months" up to the base."""
    after, count = counted[0] + 1, counted[1]
    unit, today = when_words().units[tokens.lows[counted[0]]], setting.today
    if today is None or not count or unit in ("night", "morning", "weekend"):
        return None
    if unit == "hour":
        count, unit = max(1, round(count / 24)), "day"
    if low in ("previous", "preceding", "prior") and setting.base and setting.base.fine == 2 and unit == "month":
        start = setting.base.first
        first = shift(start.begins(), -count, "month")
        return after, months(first.year, first.month, count)
    other = shift(today, step * count, unit)
    return after, Period(min(point(other), point(today)), max(point(other), point(today)))


def _beside(after: int, base: Period, unit: str, step: int) -> Found | None:
    if unit == "year":
        return after, moved(base, step, "year") if base.fine < 3 or base.first != base.last else single(base.first.year + step)
    if unit in ("month", "week", "day", "quarter") and (base.fine == 3 or unit in ("month", "quarter")):
        return after, moved(base, step, unit)
    return None


def _unit_near(after: int, unit: str, step: int, today: date) -> Found | None:
    """The day, week, month, quarter or year of writing, or the one before or after it."""
    if unit == "year":
        return after, single(today.year + step)
    if unit == "month":
        day = shift(today.replace(day=1), step, "month")
        return after, single(day.year, day.month)
    if unit in _HALF_SPAN:
        size = _HALF_SPAN[unit]
        first = today.replace(month=(today.month - 1) // size * size + 1, day=1)
        day = shift(first, step * size, "month")
        return after, month_span(day.year, day.month, size)
    if unit == "week":
        return after, week_of(today, step)
    if unit == "weekend":
        saturday = week_of(today, step).first.begins() + timedelta(days=5)
        return after, days(saturday, saturday + timedelta(days=1))
    if unit in ("night", "morning") and step <= 0:
        return after, on(today + timedelta(days=step))
    return None


def _other_month(today: date, month: int, step: int) -> Point:
    near = month_near(today, month, ahead=step > 0)
    return Point(near.year + step, near.month) if near.month == today.month else near


def _season_near(today: date, first: int, step: int) -> Period:
    """The season of this year, the last that is over, or the next that has not begun."""
    year = today.year - (first == 12 and today.month < 3)
    if step < 0 and (today.year, today.month) <= (year + (first == 12), (first + 1) % 12 + 1 if first == 12 else first + 2):
        year -= 1
    elif step > 0 and (today.year, today.month) >= (year, first):
        year += 1
    return months(year, first, 3)


def _one(at: Point) -> Period:
    return Period(at, at)
