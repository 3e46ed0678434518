"""Dates with the weekday the text gives them: "Tuesday 5 March", "5 March (Tuesday)", "Monday and Tuesday, 4 and 5 March".

A date without its year has every year that the text leaves plausible. Whether the calendar agrees is for the rules to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from numclaims.lexicon.calendar import calendar_words
from numclaims.model import DateMention, Figure, Moment, Relation
from numclaims.relations.surroundings import Surroundings, years_near

WEEKDAY = "weekday"
"""A figure "weekday" (1 is Monday) with the moments "day" that the text may mean, likeliest first."""

_NAMES = "|".join(sorted(calendar_words().weekdays, key=len, reverse=True))
_WEEKDAY = rf"(?:{_NAMES})\b(?:(?<!day)\.)?"
"""A name that is cut short may have a full stop; behind a whole one a sentence ends."""
_BEFORE = re.compile(
    rf"""(?P<name>\b{_WEEKDAY})
        (?:\s+(?:morning|afternoon|evening|night|lunchtime))?
        (?:,?\s+(?:at\s+)?(?:about\s+)?(?:\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{{1,2}}:\d\d|noon|midnight))?
        ,?\s*[(\[]?\s*(?:the\s+|on\s+)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = re.compile(
    rf""",?\s*(?:\(\s*(?:an?\s+)?|an?\s+|(?:which\s+)?(?:was|is|will\s+be)\s+an?\s+|(?:which\s+)?(?:fell|falls)\s+on\s+an?\s+)
        (?P<name>{_WEEKDAY})(?=\s*(?:[.,;:)]|$|night|morning|evening|afternoon|and\b|at\b|in\b|when\b))""",
    re.VERBOSE | re.IGNORECASE,
)
_TWO_NAMES = re.compile(rf"(?P<name>\b{_WEEKDAY})\s*(?P<join>to|and|or|until|through|[-–—]|,)\s*$", re.IGNORECASE)
_TWO_DAYS = re.compile(r"(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?:to|and|or|until|through|[-–—])\s*(?P<second>\d{1,2})\b")
_DAY_BEFORE = re.compile(
    rf"(?P<name>\b{_WEEKDAY}),?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:to|and|or|until|through|[-–—])\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(
    r"\b(?:day|night|morning|evening|weekend|week|fortnight|month|year)s?\s+(?:from|after|before|following)\s+(?:the\s+)?$|\bThe\s+$"
)
"""Before a weekday: a day counted from it ("a week from Tuesday, 5 March"), or a name ("The Sun, 5 March")."""
_COUNTING = 30
"""How many characters before a weekday may count from it."""
_YEAR = re.compile(r"(?<![\d.,£$€-])(1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)")
_JOINED = re.compile(r"\s*(?:to|and|or|until|till|through|[-–—,])\s*", re.IGNORECASE)
_REACH = 60
_NEAR_DAYS = 300
"""A date without a year is one of the year around the day of writing, within so many days."""
_YEARS_BEFORE, _YEARS_BEHIND = 1000, 250
"""A year named so many characters before or behind a date may be the year of that date."""


def weekdays(around: Surroundings) -> Iterator[Relation]:
    """The weekdays of a document that stand with a date."""
    years: tuple[list[int], list[int]] | None = None
    for index, mention in enumerate(around.dates):
        if not (mention.day and mention.month):
            continue
        named = list(_named(around, mention))
        if not named:
            continue
        if years is None:
            found = [(match.start(), int(match[1])) for match in _YEAR.finditer(around.text)]
            years = [start for start, _ in found], [year for _, year in found]
        possible = _years(around, index, years)
        for name, day in named:
            number = calendar_words().weekdays[name[2].rstrip(".").lower()]
            days = [date(year, mention.month, day) for year in possible if day <= monthrange(year, mention.month)[1]]
            if days:
                moments = tuple(Moment("day", mention.start, mention.end, one, one) for one in days)
                yield Relation(WEEKDAY, figures=(Figure("weekday", name[0], name[1], number),), moments=moments, words=name[2])


_Name = tuple[int, int, str]
"""Where a weekday stands, and the word."""


def _named(around: Surroundings, mention: DateMention) -> Iterator[tuple[_Name, int]]:
    """The weekdays that stand with a date, each with its day of the month."""
    text = around.text
    start = mention.start
    if mention.weekday:
        name: _Name | None = (start, start + len(mention.weekday), mention.weekday)
    else:
        offset = max(0, start - _REACH)
        before = _BEFORE.search(text[offset:start])
        name = (
            (offset + before.start("name"), offset + before.end("name"), before["name"]) if before and before["name"][0].isupper() else None
        )
    if name is None:
        behind = _BEHIND.match(text, mention.end)
        if behind and behind["name"][0].isupper():
            yield (*behind.span("name"), behind["name"]), mention.day
    elif not _counted_from(text, name) or len(name[2]) > 4:
        yield from _one_or_two(text, mention, name)
    offset = max(0, start - 30)
    earlier = _DAY_BEFORE.search(text[offset:start])
    if earlier and int(earlier["day"]) < mention.day:
        yield (offset + earlier.start("name"), offset + earlier.end("name"), earlier["name"]), int(earlier["day"])


def _counted_from(text: str, name: _Name) -> bool:
    return bool(_COUNTED_FROM.search(text[max(0, name[0] - _COUNTING) : name[0]]))


def _one_or_two(text: str, mention: DateMention, name: _Name) -> Iterator[tuple[_Name, int]]:
    """A weekday with its day, or two with theirs; nothing where their numbers differ."""
    offset = max(0, name[0] - 25)
    first = _TWO_NAMES.search(text[offset : name[0]])
    two = _TWO_DAYS.search(text[max(name[1], mention.start) : mention.end])
    if not first and not _counted_from(text, name):
        yield name, mention.day
    elif first and two and first["join"] != ",":
        yield (offset + first.start("name"), offset + first.end("name"), first["name"]), int(two["first"])
        yield name, int(two["second"])


def _years(around: Surroundings, index: int, years: tuple[list[int], list[int]]) -> list[int]:
    """The years that a date may have: its own, that of the date it is joined to, or all that are near by text or by time."""
    mention = around.dates[index]
    if mention.year:
        return [mention.year]
    following = around.dates[index + 1] if index + 1 < len(around.dates) else None
    if following and following.year and following.month:
        gap = around.text[mention.end : following.start]
        if len(gap) < 12 and _JOINED.fullmatch(gap):
            return [year] if (year := following.year - (mention.month > following.month)) else []
    written = around.written
    if written is None or (mention.month, mention.day) == (2, 29):
        return []
    near = [year for year in years_near(written) if _days_off(written, year, mention) <= _NEAR_DAYS]
    near.sort(key=lambda year: _days_off(written, year, mention))
    starts, named = years
    first, last = bisect_left(starts, mention.start - _YEARS_BEFORE), bisect_left(starts, mention.end + _YEARS_BEHIND)
    return list(dict.fromkeys((*near, *named[first:last])))


def _days_off(written: date, year: int, mention: DateMention) -> int:
    return abs((date(year, mention.month, min(mention.day, 28)) - written).days)
