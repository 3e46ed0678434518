"""Dates, years and clock times: numbers that are no claims. It finds where they stand and, for calendar dates, their parts.

A date's month is a capitalised word, unless the whole text is in small letters, since "may" and "march" are words too.
"""

from __future__ import annotations

from calendar import isleap
from typing import NamedTuple

from numclaims.grammar.daycounts import MONTH_DAYS, counts_in_month
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.units import unit_lexicon
from numclaims.model import DateMention

_DASHES = frozenset("-–—‐‑−")
_MONTHS = 12
_LONGEST = 31
_BEHIND_HOURS = frozenset((":", "to", "-", "–", "and", "am", "pm", "a", "p", "o'clock", "o’clock"))
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))


class When(NamedTuple):
    """A stretch of tokens that names a time, up to `next` (exclusive); `date` where it is a calendar date or a month with its year."""

    next: int
    date: DateMention | None = None


def read_month(tokens: Tokens, index: int) -> When | None:
    """A date that begins with its month: "January 20", "May 8, 1945", "Nov . 15 , 1999", "June of 2018", "June 3-5"."""
    month = _month(tokens, index)
    if not month:
        return None
    words, at = tokens.words, index + 1
    if words[at] == "." and len(words[index]) <= 4:
        at += 1
    day, follow = _day(tokens, at)
    beyond = 0 if day else _beyond(words[at])
    if beyond and words[at + 1] == "," and _plain_year(words[at + 2]) and not _counts(tokens, at + 2):
        return _dated(tokens, index, at + 3, int(words[at + 2]), month, beyond)
    if not day:
        comma = at + (tokens.lows[at] in ("of", ","))
        if _plain_year(words[comma]):
            return _dated(tokens, index, comma + 1, int(words[comma]), month, 0)
        return None
    last = day
    if words[follow] in _DASHES and _day(tokens, follow + 1)[0]:
        last, follow = _day(tokens, follow + 1)
    if counts_in_month(tokens, index, month, last, follow):
        return None
    year = 0
    comma = follow + (words[follow] == ",")
    clock = _behind_clock(tokens, follow)
    if clock and _plain_year(words[clock]):
        year, follow = int(words[clock]), clock + 1
    elif _plain_year(words[comma]) and not _counts(tokens, comma):
        year, follow = int(words[comma]), comma + 1
    return _dated(tokens, index, follow, year, month, day)


def _behind_clock(tokens: Tokens, index: int) -> int:
    """Behind "12:40:49" or "12:40:49 CET", where programs put the year ("Nov 27 12:40:49 CET 2017"); 0 where no such time stands."""
    words = tokens.words
    if not (words[index].isdecimal() and words[index + 1] == ":" == words[index + 3] and words[index + 4].isdecimal()):
        return 0
    zone = index + 5
    return zone + (words[zone].isupper() and words[zone].isalpha())


def read_when(tokens: Tokens, index: int) -> When | None:
    """A date, year or clock time that begins at a number, or None."""
    return (
        _clock(tokens, index)
        or _day_first(tokens, index)
        or _day_beyond(tokens, index)
        or _numeric(tokens, index)
        or _slashed(tokens, index)
        or _year(tokens, index)
        or _decade(tokens, index)
    )


def _month(tokens: Tokens, index: int) -> int:
    low = tokens.lows[index]
    month = calendar_words().months.get(low, 0)
    if not month or (tokens.words[index][0].islower() and (not tokens.text.islower() or _modal(tokens, index))):
        return 0
    return month


def _modal(tokens: Tokens, index: int) -> bool:
    """ "may 3" in small letters is a date only after "on", "in" or the like."""
    return tokens.lows[index] in ("may", "march", "mar") and tokens.lows[index - 1] not in (
        "on",
        "in",
        "of",
        "since",
        "until",
        "by",
        ",",
        "from",
    )


def _day(tokens: Tokens, at: int) -> tuple[int, int]:
    """A day of the month and the index behind it, or (0, at)."""
    word = tokens.words[at]
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= _LONGEST):
        return 0, at
    if tokens.glued(at + 1):
        if tokens.lows[at + 1] in _ORDINAL_ENDINGS:
            return int(word), at + 2
        if tokens.words[at + 1][:1].isalpha() or tokens.words[at + 1] in "%:":
            return 0, at
    return int(word), at + 1


def _day_first(tokens: Tokens, index: int) -> When | None:
    """ "27 November", "3-5 January 2024", "20th of May 2022", "2 or 3 June"."""
    day, at = _day(tokens, index)
    if not day:
        return None
    first = at
    if tokens.words[at] in _DASHES or tokens.lows[at] in ("and", "or", "to"):
        other, after = _day(tokens, at + 1)
        if other:
            first = after
    at = first + (tokens.lows[first] == "of")
    month = _month(tokens, at)
    if not month:
        return None
    end = at + 1 + (tokens.words[at + 1] == "." and len(tokens.words[at]) <= 4 and _plain_year(tokens.words[at + 2]))
    comma = end + (tokens.words[end] == ",")
    year = 0
    if _plain_year(tokens.words[comma]) and not _counts(tokens, comma):
        year, end = int(tokens.words[comma]), comma + 1
    return _dated(tokens, index, end, year, month, day)


def _beyond(word: str) -> int:
    """A two-digit number that no month reaches, or 0."""
    return int(word) if len(word) == 2 and word.isdecimal() and int(word) > _LONGEST else 0


def _day_beyond(tokens: Tokens, index: int) -> When | None:
    """ "on 32 May 2024": a day that no month has, told from a count by the word before it and the year behind."""
    day, before = _beyond(tokens.words[index]), tokens.lows[index - 1] if index else ""
    if not day or not (before in calendar_words().before_day or before in calendar_words().weekdays):
        return None
    at = index + 1 + (tokens.glued(index + 1) and tokens.lows[index + 1] in _ORDINAL_ENDINGS)
    month = _month(tokens, at)
    if not month or not _plain_year(tokens.words[at + 1]) or has_plural(tokens, at + 2):
        return None
    return _dated(tokens, index, at + 2, int(tokens.words[at + 1]), month, day)


def _slashed(tokens: Tokens, index: int) -> When | None:
    """ "on 9/11", "since 7/7": a day and month told apart from a fraction by the word before."""
    words = tokens.words
    if words[index + 1] != "/":
        return None
    if words[index : index + 3] in (["24", "/", "7"], ["20", "/", "20"]):
        return When(index + 3)
    if not (words[index].isdecimal() and words[index + 2].isdecimal()) or not tokens.glued(index + 1):
        return None
    dated = (
        tokens.lows[index - 1] in ("on", "since", "until", "after", "before", "by", "post", "pre", "of") and tokens.lows[index + 3] != "of"
    )
    return When(index + 3) if dated and int(words[index]) <= 31 and int(words[index + 2]) <= 31 and len(words[index]) <= 2 else None


def _numeric(tokens: Tokens, index: int) -> When | None:
    """ "2024-11-20", "5/17/2018", "01.07.2021", "20:15:30"."""
    words = tokens.words
    word, mark = words[index], words[index + 1]
    parts = word.split(".") if "." in word else ()
    if len(parts) == 3 and len(parts[2]) == 4 and all(1 <= len(part) <= 2 for part in parts[:2]):
        return _ordered(tokens, index, index + 1, (int(parts[0]), int(parts[1]), int(parts[2])))
    if mark not in ("-", "/", "–") or words[index + 3] != mark or not tokens.glued(index + 1) or not tokens.glued(index + 4):
        return None
    middle, last = words[index + 2], words[index + 4]
    if not (word.isdecimal() and middle.isdecimal() and last.isdecimal()) or len(middle) > 2:
        return None
    if len(word) == 4 and len(last) <= 2 and mark == "-" and 1 <= int(middle) <= 12 and 1 <= int(last) <= 31:
        return _dated(tokens, index, index + 5, int(word), int(middle), int(last))
    if len(last) in (2, 4) and len(word) <= 2 and 1 <= int(word) <= 31 and 1 <= int(middle) <= 31:
        return _ordered(tokens, index, index + 5, (int(word), int(middle), int(last))) if len(last) == 4 else When(index + 5)
    return None


def _ordered(tokens: Tokens, index: int, after: int, numbers: tuple[int, int, int]) -> When:
    """A date in numbers, year last; day and month only where no more than one of the first two numbers can be the month."""
    first, second, year = numbers
    if first > _MONTHS >= second > 0 and first <= _LONGEST:
        return _dated(tokens, index, after, year, second, first)
    if second > _MONTHS >= first > 0 and second <= _LONGEST:
        return _dated(tokens, index, after, year, first, second)
    return _dated(tokens, index, after, year, first, second) if first == second <= _MONTHS else When(after)


def _clock(tokens: Tokens, index: int) -> When | None:
    """ "6pm", "11 a.m.", "10:45", "10.45pm", "14:15 UTC", "16.10" after "at", "1500 GMT", "5 o'clock"."""
    word, lows, at = tokens.words[index], tokens.lows, index + 1
    if lows[at] not in _BEHIND_HOURS and lows[at] not in calendar_words().zones and "." not in word:
        return None
    timed = False
    if (
        lows[at] == ":"
        and tokens.words[at + 1].isdecimal()
        and len(tokens.words[at + 1]) == 2
        and word.isdecimal()
        and len(word) <= 2
        and tokens.glued(at + 1)
    ):
        timed, at = int(tokens.words[at + 1]) < 60, at + 2
        if lows[at] == ":" and tokens.words[at + 1][:2].isdecimal() and tokens.glued(at + 1):
            at += 2
    until = at + 1
    if lows[at] in ("to", "-", "–", "and") and _hour(word) and is_number(tokens.words[until]) and _half_day(tokens, until + 1) > until + 1:
        return When(at)
    half = _half_day(tokens, at)
    if half > at and _hour(word):
        return When(half)
    if lows[at] in ("o'clock", "o’clock") or (timed and lows[at] not in calendar_words().zones):
        return When(at + (not timed))
    zone = lows[at] in calendar_words().zones and lows[at] not in ("hours", "hrs", "et", "pt", "local")
    if zone and (timed or _hour(word) or (len(word) == 4 and word.isdecimal() and int(word) < 2400)):
        return When(at + 1)
    if timed:
        return When(at)
    whole, _, minutes = word.partition(".")
    if (
        len(minutes) == 2
        and lows[index - 1] in ("at", "from", "since", "until", "by")
        and whole.isdecimal()
        and int(whole) < 24
        and int(minutes) < 60
        and (tokens.words[index - 2] == "," or lows[at] in ("", ",", ".", ";", "to", "on", "and", ")") or _half_day(tokens, at) > at)
    ):
        return When(at) if lows[index - 1] == "at" and whole != "0" and len(whole) == 2 else None
    return None


def _hour(word: str) -> bool:
    whole, _, minutes = word.partition(".")
    return (
        whole.isdecimal() and 0 <= int(whole) <= 24 and (not minutes or (len(minutes) == 2 and minutes.isdecimal() and int(minutes) < 60))
    )


def _half_day(tokens: Tokens, at: int) -> int:
    """The index behind "am", "p.m." or "p . m .", or `at`."""
    lows = tokens.lows
    if lows[at] in ("am", "pm"):
        return at + 1
    if lows[at] in ("a", "p") and lows[at + 1] == "." and lows[at + 2] == "m":
        return at + 3 + (lows[at + 3] == "." and tokens.glued(at + 3))
    return at


def _plain_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2199


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether a number like a year counts the noun behind it."""
    return tokens.lows[index + 1] in calendar_words().counted


def _year(tokens: Tokens, index: int) -> When | None:
    """ "in 2018", "the 2003 championship", "2012–13"; a number that could be a year and counts nothing."""
    word, words, at = tokens.words[index], tokens.words, index + 1
    if not _plain_year(word) or _counts(tokens, index) or (words[at] in unit_lexicon().symbols and words[at] not in ("in", "a", "A", "at")):
        return None
    before = tokens.lows[index - 1] if index else ""
    ranged = (
        words[at] in _DASHES and tokens.glued(at) and tokens.glued(at + 1) and words[at + 1].isdecimal() and len(words[at + 1]) in (2, 4)
    )
    if ranged and not (tokens.glued(at + 2) and (words[at + 2][:1].isalpha() or words[at + 2] == "%")):
        later = int(words[at + 1]) if len(words[at + 1]) == 4 else int(word[:2] + words[at + 1])
        if int(word) < later <= int(word) + 120 and later < 2200 and not _counts(tokens, at + 1):
            return When(at + 2)
        return None
    if tokens.glued(at) and (words[at] in "%°:" or words[at][:1].isalpha()):
        return None
    if before == "between" and words[at] == "and" and _plain_year(words[at + 1]) and not _counts(tokens, at + 1):
        return When(at + 2)
    marked = before in calendar_words().before_year
    if (
        words[at] in _DASHES
        and is_number(words[at + 1])
        and not _plain_year(words[at + 1])
        and before not in ("in", "since", "by", "during")
    ):
        return None
    likely = 1900 <= int(word) <= 2049
    nothing_counted = not has_plural(tokens, at)
    if before in ("=", "<", ">", "$", "€", "£", "~", "≈") or words[at] in ("±", "×", "°"):
        return None
    dated = 1950 <= int(word) <= 2035 and int(word) % 100 != 0
    if before == "of" and index > 1 and words[index - 2][:1].isupper() and not tokens.breaks(at):
        return When(at)
    if likely and (marked or nothing_counted or dated or before in ("'s", "’s") or tokens.words[index - 1][:1].isupper()):
        return When(at)
    if (
        marked
        and before not in ("than", "to", "or", "and", "between", "from", "the", "at", "for", "of", "around")
        and not has_plural(tokens, at)
    ):
        return When(at)
    return None


def _decade(tokens: Tokens, index: int) -> When | None:
    """ "1970s", "the 80s", "’90s"."""
    word, at = tokens.words[index], index + 1
    if not tokens.glued(at) or not word.isdecimal():
        return None
    if _plain_year(word) and tokens.words[at] in ("a", "b", "c", "d", "e") and not tokens.glued(at + 1):
        return When(at + 1)
    if tokens.lows[at] not in ("s", "'s", "’s"):
        return None
    if _plain_year(word) and (tokens.lows[at] != "s" or 1900 <= int(word) <= 2049):
        return When(at + 1)
    if not word.endswith("0") or (tokens.lows[index - 1] == "-" and tokens.lows[index - 2] in ("over", "under")):
        return None
    if _plain_year(word) or (
        len(word) == 2 and tokens.lows[index - 1] in ("the", "early", "mid", "late", "'", "’", "‘", "his", "her", "their", "-")
    ):
        return When(at + 1)
    return None


def _dated(tokens: Tokens, first: int, after: int, year: int, month: int, day: int) -> When:
    """A calendar date with the weekday that stands before it, if any."""
    weekday = ""
    before = first - 1 - (first > 1 and tokens.words[first - 1] == ",")
    if before >= 0 and tokens.lows[before] in calendar_words().weekdays and tokens.words[before][0].isupper():
        weekday, first = tokens.words[before], before
    valid = not day or (day <= MONTH_DAYS[month - 1] and not (month == 2 and day == 29 and year and not isleap(year)))
    start, end = tokens.starts[first], tokens.ends[after - 1]
    return When(after, DateMention(start, end, tokens.text[start:end], year, month, day, weekday, valid))
