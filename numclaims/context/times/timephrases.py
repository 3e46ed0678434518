"""Time phrases of a text: days, months, years, quarters, "last year", "since August 2021", "a week earlier", as periods.

It reads the phrase that begins at a token, by the words alone; what the phrase dates is asked in `when`. Without the day of
writing only phrases that name their year are read.
"""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from numclaims.context.times.amountphrases import amount_phrase
from numclaims.context.times.period import (
    Period,
    Point,
    Setting,
    day_near,
    days,
    month_near,
    month_span,
    on,
    point,
    shift,
    single,
    weekday_near,
)
from numclaims.context.times.spanphrases import (
    agreed,
    edge_phrase,
    fiscal_year,
    ordinal_phrase,
    quarter_sign,
    same_phrase,
    season_phrase,
    which_phrase,
    year_at,
)
from numclaims.context.times.whenwords import when_words
from numclaims.grammar.calendar import read_month, read_when
from numclaims.grammar.tokens import Tokens
from numclaims.model import DateMention

_DASHES = frozenset("-–—‑‐")
_JOINTS = frozenset(("and", "to", "or", *_DASHES))
_TO = frozenset(("to", "until", "till", "through", *_DASHES))


class TimePhrase(NamedTuple):
    """A time phrase at tokens `first` to `after`, with the preposition that leads it.

    `period` is None for a length of time that sets no time of its own ("three days after") and for a time that something lies
    before or after. `core` is what the bare words name, for later words to count from. `running` marks "in seven days", a period
    only beside a perfect.
    """

    first: int
    after: int
    period: Period | None
    core: Period | None
    lead: str = ""
    running: bool = False


def read_phrase(tokens: Tokens, at: int, setting: Setting) -> TimePhrase | None:
    """The time phrase whose words begin at a token (prepositions before it are found by looking back), or None.

    None also for a time outside the calendar, which ends with the year 9999: "900 centuries ago".
    """
    try:
        phrase = _phrase(tokens, at, setting)
    except (OverflowError, ValueError):
        return None
    named = (phrase.period, phrase.core) if phrase else ()
    return phrase if all(period.real for period in named if period) else None


def _phrase(tokens: Tokens, at: int, setting: Setting) -> TimePhrase | None:
    ranged = _day_range(tokens, at, setting)
    found = ranged or _core(tokens, at, setting)
    if found is None:
        return None
    after, core, running = found
    first, lead = _lead(tokens, at)
    if core is None:
        return TimePhrase(first, after, None, None, lead)
    if not ranged:
        after, core = _range(tokens, at, after, core, lead, setting)
    so_far = tokens.lows[after : after + 2] == ["so", "far"] or tokens.lows[max(0, at - 2) : at] == ["so", "far"]
    period: Period | None = core
    if lead == "since" and setting.today is not None:
        period = Period(core.first, point(setting.today)) if core.first.begins() <= setting.today else None
    elif lead == "since" or (lead == "of" and core.first != core.last) or (lead in when_words().beyond and core.first == core.last):
        period = None
    elif so_far and setting.today is not None and core.fine < 3:
        period = days(core.first.begins(), setting.today)
    return TimePhrase(first, after, period, core, lead, running)


def _lead(tokens: Tokens, at: int) -> tuple[int, str]:
    """The preposition before a time, over "the", "late", "mid-" and the like, and the token it stands at."""
    start = at
    while start and at - start < 3 and tokens.lows[start - 1] in when_words().skipped and tokens.lows[start - 1] != "on":
        start -= 1
    low = tokens.lows[start - 1] if start else ""
    if low in when_words().leads:
        return start - 1, low
    return start, ""


Core = tuple[int, Period | None, bool]


def _core(tokens: Tokens, at: int, setting: Setting) -> Core | None:
    words, low = when_words(), tokens.lows[at]
    if low[:1].isdigit():
        return _numeric(tokens, at, setting) or amount_phrase(tokens, at, setting, _ended)
    if low not in words.named:
        return _amount(tokens, at, setting)
    if low in words.weekdays and tokens.words[at][:1].isupper():
        return _sure(_weekday(tokens, at, setting))
    if low in words.months:
        return _sure(_month(tokens, at, setting))
    if low in words.days or low == "overnight":
        return _sure(_near_day(tokens, at, setting))
    if low in ("noon", "midnight") and tokens.lows[at - 1] == "since" and setting.today:
        return at + 1, on(setting.today), False
    if low in words.seasons:
        return _sure(season_phrase(tokens, at, setting))
    if low in words.edges:
        return _sure(edge_phrase(tokens, at, setting, _named))
    if low in ("q", "h"):
        return _sure(quarter_sign(tokens, at, setting))
    if low in ("fiscal", "fy", "calendar"):
        return _sure(fiscal_year(tokens, at))
    if low == "same":
        return _sure(same_phrase(tokens, at, setting, _named))
    return _amount(tokens, at, setting)


def _amount(tokens: Tokens, at: int, setting: Setting) -> Core | None:
    """Such as "last year", "first quarter", "two weeks ago"."""
    return (
        _sure(which_phrase(tokens, at, setting, _ended))
        or _sure(ordinal_phrase(tokens, at, setting))
        or amount_phrase(tokens, at, setting, _ended)
    )


def _sure(found: tuple[int, Period] | None) -> Core | None:
    return (found[0], found[1], False) if found else None


def _named(tokens: Tokens, at: int, setting: Setting) -> tuple[int, Period] | None:
    """A time phrase inside another: "the end of [May]", "the same month of [last year]"."""
    at += tokens.lows[at] == "the"
    found = _core(tokens, at, setting)
    return (found[0], found[1]) if found and found[1] is not None else None


def _ended(tokens: Tokens, at: int, setting: Setting) -> tuple[int, Period] | None:
    """The end of a stretch: "to June", "ended 31 March 2024", "through September", "to Tuesday morning"."""
    if tokens.lows[at] not in when_words().ended:
        return None
    start = at + 1 + (tokens.lows[at + 1] in ("on", "in", "to"))
    return _named(tokens, start, setting)


def _numeric(tokens: Tokens, at: int, setting: Setting) -> Core | None:
    """Such as "20 November", "2024-11-20", "in 2024", "2012–13", "the 1990s"."""
    word = tokens.words[at]
    found = read_when(tokens, at) if len(word) <= 4 else None
    if found is None:
        return None
    if found.date is not None:
        return _sure(_dated(tokens, found.next, found.date, setting))
    if len(word) != 4 or not word.isdecimal() or not 1000 <= int(word) <= 2199:
        return None
    year = int(word)
    if found.next == at + 3 and tokens.words[at + 1] in _DASHES:
        last = tokens.words[at + 2]
        return found.next, Period(Point(year), Point(int(last) if len(last) == 4 else int(word[:2] + last))), False
    if found.next == at + 2 and tokens.lows[at + 1] == "s":
        return found.next, Period(Point(year), Point(year + 9)), False
    if found.next >= at + 3 and tokens.lows[at + 1] == "and" and tokens.lows[at - 1] == "between":
        return at + 3, Period(Point(year), Point(int(tokens.words[at + 2]))), False
    closed = tokens.words[at - 1] == "(" and tokens.words[at + 1] == ")"
    led = tokens.lows[at - 1] in when_words().year_leads and tokens.words[at - 1] != "("
    led = led or (tokens.lows[at - 1] == "of" and tokens.lows[at - 2] in ("all", "whole", "rest"))
    if found.next == at + 1 and at and (closed or led or tokens.lows[at + 1] in ("'s", "’s")) and not tokens.glued(at):
        return at + 1, single(year), False
    return (at + 1, single(year), False) if closed else None


def _dated(tokens: Tokens, after: int, found: DateMention, setting: Setting) -> tuple[int, Period] | None:
    if not found.valid or not found.month:
        return None
    if found.year:
        return after + _daypart(tokens, after), single(found.year, found.month, found.day)
    if setting.today is None:
        return None
    near = day_near(setting.today, found.month, found.day, ahead=setting.ahead)
    return (after + _daypart(tokens, after), Period(near, near)) if near else None


def _weekday(tokens: Tokens, at: int, setting: Setting) -> tuple[int, Period] | None:
    """Such as "Tuesday", "Tuesday night", "Tuesday, 4 June", "Tuesday, June 4"."""
    start = at + 1 + (tokens.words[at + 1] == ",")
    full = read_month(tokens, start) or read_when(tokens, start)
    if full and full.date and full.date.day:
        return _dated(tokens, full.next, full.date, setting)
    if setting.today is None or (len(tokens.words[at]) <= 3 and tokens.words[at].isupper()):
        return None
    day = weekday_near(setting.today, when_words().weekdays[tokens.lows[at]], ahead=setting.ahead)
    return at + 1 + _daypart(tokens, at + 1), on(day)


def _daypart(tokens: Tokens, at: int) -> int:
    """1 where the part of the day stands here: "Tuesday [night]"."""
    return int(tokens.lows[at] in when_words().dayparts)


def _month(tokens: Tokens, at: int, setting: Setting) -> tuple[int, Period] | None:
    """Such as "May 8, 1945", "June 2018", "in July", "mid-November"."""
    found = read_month(tokens, at)
    if found and found.date:
        at_range = _same_month(tokens, at, found.next, found.date)
        read = _dated(tokens, found.next, found.date, setting)
        if read and at_range:
            return read[0], Period(read[1].first, read[1].first._replace(day=at_range))
        return read
    if not tokens.words[at][:1].isupper() or setting.today is None:
        return None
    before = tokens.lows[at - 1] if at else ""
    hyphened = before in _DASHES and tokens.lows[at - 2] in when_words().roughly
    joined = before in _JOINTS and tokens.lows[at - 2] in when_words().months
    possessive = tokens.lows[at + 1] in ("'s", "’s") and tokens.lows[at] not in ("may", "march")
    ended = before in when_words().ended
    if tokens.words[at + 1][:1].isdigit():
        return None
    quarter = tokens.lows[at + 1] == "quarter"
    if not (before in when_words().month_leads or hyphened or joined or possessive or ended or quarter):
        return None
    named = tokens.words[at + 1][:1].isupper() and not tokens.breaks(at + 1) and before not in ("last", "since", "in")
    if named or (tokens.lows[at] in ("may", "march", "august", "april", "june") and tokens.words[at + 1][:1].isupper()):
        return None
    near = month_near(setting.today, when_words().months[tokens.lows[at]], ahead=setting.ahead)
    if quarter and near.month % 3 == 0:  # "the March quarter" ends with it
        return at + 2, month_span(near.year, near.month - 2, 3)
    return at + 1, Period(near, near)


def _same_month(tokens: Tokens, at: int, after: int, found: DateMention) -> int:
    """The second day of "June 3-5", 0 where there is none."""
    for index in range(at + 2, after - 1):
        if tokens.words[index] in _DASHES and tokens.words[index + 1].isdecimal() and len(tokens.words[index + 1]) <= 2:
            last = int(tokens.words[index + 1])
            return last if found.day < last <= 31 else 0
    return 0


def _near_day(tokens: Tokens, at: int, setting: Setting) -> tuple[int, Period] | None:
    """Such as "today", "yesterday", "tonight", "overnight"."""
    today, low = setting.today, tokens.lows[at]
    if today is None:
        return None
    if low == "overnight":
        return at + 1, days(today - timedelta(days=1), today)
    if low == "today" and tokens.lows[at + 1] in ("'s", "’s") and tokens.lows[at + 2] in ("money", "prices", "world", "terms"):
        return None
    return at + 1 + _daypart(tokens, at + 1), on(shift(today, when_words().days[low], "day"))


def _day_range(tokens: Tokens, at: int, setting: Setting) -> Core | None:
    """Such as "[from] 3 to 5 May", "[between] 3 and 5 May 2024", "3–5 May"."""
    word = tokens.words[at]
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    if (tokens.lows[at + 1] not in _TO and tokens.lows[at + 1] != "and") or _lead(tokens, at)[1] not in ("from", "between", "on"):
        return None
    last = read_when(tokens, at + 2)
    if last is None or last.date is None or not last.date.day or not last.date.month:
        return None
    read = _dated(tokens, last.next, last.date, setting)
    if read is None or not read[1].last.day > int(word):
        return None
    return read[0], Period(read[1].last._replace(day=int(word)), read[1].last), False


def _range(tokens: Tokens, at: int, after: int, core: Period, lead: str, setting: Setting) -> tuple[int, Period]:
    """A second time behind the first: "between January and June 2023", "from 2019 to 2021", "April and May"."""
    mark = tokens.lows[after]
    if core.first != core.last or not (mark in _TO or mark == "and"):
        return after, core
    if mark == "and" and lead not in ("between", "in", "on", "for", "during", "of"):
        return after, core
    if mark in ("to", "until", "till", "through") and lead not in ("from", "between", "in", "for", ""):
        return after, core
    start = after + 1 + (tokens.lows[after + 1] == "the")
    second = _core(tokens, start, setting)
    if second is None and year_at(tokens, start) and core.fine == 1:
        second = (start + 1, single(year_at(tokens, start)), False)
    if second is None and lead == "from" and core.fine == 3 and tokens.words[start].isdecimal() and len(tokens.words[start]) <= 2:
        second = _bare_day(tokens, start, core)
    if second is None or second[1] is None or second[1].fine != core.fine or second[2]:
        return after, core
    first = agreed(core.first, second[1].last, given=any(year_at(tokens, index) for index in range(at, after)))
    return (second[0], Period(first, second[1].last)) if first < second[1].last else (after, core)


def _bare_day(tokens: Tokens, at: int, core: Period) -> Core | None:
    """The last day of "from May 3 to 5"."""
    last = int(tokens.words[at])
    if last <= core.first.day or last > 31 or tokens.words[at + 1][:1].isalpha():
        return None
    return at + 1, Period(core.last._replace(day=last), core.last._replace(day=last)), False
