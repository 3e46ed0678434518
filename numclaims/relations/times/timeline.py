"""The times that a document names, as days: dates, months and years, weekdays near the day of writing, and stretches from one to another.

A date without its year gets the one that its sentence leaves, or, by the day of writing, the nearest; what stays open is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from numclaims.context.sentences import SentenceFinder
from numclaims.lexicon.calendar import calendar_words
from numclaims.model import DateMention, Moment
from numclaims.relations.surroundings import Surroundings, moved, years_near

_YEAR = re.compile(r"[12](?<=[\s(–—-].)(?:(?<=1)[5-9]|(?<=2)0)\d\d(?![\d%€$£:]|[.,]\d|s\b|['’]s\b|\s?(?:BC|B\.C|AH\b))", re.IGNORECASE)
_BEFORE_YEAR = re.compile(
    r"""(?:\b(?P<lead>in|since|by|until|till|from|to|and|between|of|during|before|after|through|early|late|mid|circa|born|died|founded|
            established|opened|closed|spring|summer|autumn|fall|winter|c\.|b\.|d\.|est\.)[\s-]|(?:[(–—]|(?<![^\W\d_])-)\s?|,\s)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_LEAD = 12
"""How many characters stand between the beginning of the longest word before a year and the year."""
_WEEKDAY = re.compile(
    r"(?:\b(?P<lead>on|last|this|next|since|by|until|late|early)\s+)(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!['’]s)"
)
_DAY_NAME = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
"""Without it there is no `_WEEKDAY`, which is sought more slowly."""
_TODAY = re.compile(r"[ty](?<!\w.)(?:(?<=t)oday|(?<=t)his\s+(?:morning|afternoon)|(?<=y)esterday)\b")
"""Of lower-cased text. Its first letter comes before what must not stand before it, since a letter is sought fastest."""
# In "2023-03-06" no days are joined.
_TODAY_WORDS = ("today", "yesterday", "morning", "afternoon")
_DAYS = re.compile(
    r"(?<!\d)(?<!\d[-–—‑])(?P<first>\d{1,2})(?:st|nd|rd|th)?\s*(?P<join>to|and|until|through|[-–—‑])\s*(?P<second>\d{1,2})(?:st|nd|rd|th)?(?![-–—‑]?\d)"
)
_JOIN = re.compile(
    r"""\s*(?:(?P<to>to|up\s+to)|(?P<until>until|till|through)|(?P<dash>[-–—])|(?P<and>and))\s*(?:(?:the|late|early|about)\s+)?
        (?:(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight|dawn|dusk)\s+(?:on\s+)?)?""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD = re.compile(
    r"\b(from|between|since|until|till|by|on|in|after|before|for|during|to)\s+(?:(?:the|dawn|noon|midnight|about|late|early)\s+(?:on\s+)?)*$",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r",?\s+(?:of\s+)?(?P<which>this|last|next)\s+year\b")
_AHEAD = re.compile(
    r"\b(?:will|shall|due|expected|scheduled|planned|opens?|begins?|starts?|deploy|ends|closes|expires|lapses|takes\s+effect|deadline|until|next|"
    r"(?:is|are)\s+to|runs?|must|may)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|began|took|came|went|left|said|made|saw|found|fell|broke|sank|held|hit|met|won|lost|\w{3,}ed)\b")
_SAME_SENTENCE = 150
_UNSURE_DAYS = 100
_RECENT_DAYS = 45
_CONTEXT = 600
"""So many characters behind a date of another year, a date without a year may be of that year."""
_STEPS = {"this": 0, "last": -1, "next": 1}


@dataclass(frozen=True, slots=True)
class Dated:
    """A time at `start` to `end` of the text: its first and last day, and the preposition before it ("" for none).

    `sure` says that the text names the year; `fine` is 3 for a day, 2 for a month, 1 for a year.
    """

    start: int
    end: int
    first: date
    last: date
    lead: str
    sure: bool
    fine: int

    @property
    def days(self) -> tuple[date, date]:
        """Its first and its last day."""
        return self.first, self.last

    def moment(self, role: str) -> Moment:
        """The time as a member of a relation."""
        return Moment(role, self.start, self.end, self.first, self.last)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one time to another: "from 3 to 10 March", "1980-1989"; `start` and `end` delimit both in the text."""

    start: int
    end: int
    first: Dated
    last: Dated


NO_YEAR = 4
"""Stands for the year of a stretch within one month of which no year is known; a leap year that no text means."""

_start = attrgetter("start")


class Timeline:
    """The times of a document in text order, with its sentences. Made once for it."""

    def __init__(self, around: Surroundings) -> None:
        self.text, self.lower, self.written = around.text, around.lower, around.written
        self._claims = {claim.start for claim in around.claims if claim.kind == "count" and claim.unit == ""}
        self.stretches: list[Stretch] = []
        self._dates = around.dates
        self._floating: list[Dated] = []
        self.moments = self._read()
        self._starts = [one.start for one in self.moments]
        self._around = around

    @cached_property
    def _finder(self) -> SentenceFinder:
        return SentenceFinder(self.text)

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset: where it begins and where the next one does, or the text ends."""
        return self._around.sentence_at(offset) or self._finder.around(offset)

    def between(self, start: int, end: int) -> list[Dated]:
        """The times that begin in a stretch of the text."""
        return self.moments[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def stretches_in(self, start: int, end: int) -> list[Stretch]:
        """The stretches that begin in a stretch of the text."""
        return self.stretches[bisect_left(self.stretches, start, key=_start) : bisect_left(self.stretches, end, key=_start)]

    def _read(self) -> list[Dated]:
        """All times; stretches are noted on the way."""
        found = [*self._calendar_dates(), *self._years()]
        if self.written:
            found += self._near_days(self.written)
        found.sort(key=lambda one: (one.start, -one.end))
        kept: list[Dated] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        self._join(kept)
        self._join(self._floating)
        self.stretches.sort(key=_start)
        return kept

    def _lead(self, start: int) -> str:
        match = _LEAD.search(self.text[max(0, start - 30) : start])
        return match[1].lower() if match else ""

    def _calendar_dates(self) -> Iterator[Dated]:
        for index, mention in enumerate(self._dates):
            if not (mention.month and mention.valid):
                continue
            year, sure = self._year_of(index, mention)
            floating = not year and self._joined(index)
            year = NO_YEAR if floating else year
            if not MINYEAR <= year <= MAXYEAR:
                continue
            length = monthrange(year, mention.month)[1]
            if mention.day > length:
                continue
            first = date(year, mention.month, mention.day or 1)
            last = first if mention.day else date(year, mention.month, length)
            one = Dated(mention.start, mention.end, first, last, self._lead(mention.start), sure, 3 if mention.day else 2)
            days = _DAYS.search(mention.text) if mention.day else None
            if days and 1 <= int(days["second"]) <= length and (days["join"] != "and" or one.lead == "between"):
                other = date(year, mention.month, int(days["second"]))
                self.stretches.append(Stretch(one.start, one.end, replace(one, last=first), replace(one, first=other, last=other)))
                one = replace(one, last=max(other, first))
            if floating and not days:
                self._floating.append(one)
            elif not floating:
                yield one

    def _joined(self, index: int) -> bool:
        """Whether a date of an undated text is one end of a stretch, which has a length whatever the year."""
        mention = self._dates[index]
        if self.written is not None or not mention.day:
            return False
        gaps = (
            self.text[one.end : other.start]
            for one, other in pairwise(self._dates[max(0, index - 1) : index + 2])
            if one.month == other.month and not (one.year or other.year)
        )
        return bool(_DAYS.search(mention.text)) or any(len(gap) < 20 and _JOIN.fullmatch(gap) for gap in gaps)

    def _year_of(self, index: int, mention: DateMention) -> tuple[int, bool]:
        """The year of a date and whether the text names it; 0 where it stays open."""
        if mention.year:
            return mention.year, True
        following = self._dates[index + 1] if index + 1 < len(self._dates) else None
        if following and following.year and following.month:
            gap = self.text[mention.end : following.start]
            if len(gap) < 15 and _JOIN.fullmatch(gap):
                return following.year - (
                    (mention.month, mention.day) > (following.month, following.day) and mention.month != following.month
                ), True
        told = _THIS_YEAR.match(self.text, mention.end)
        if told and self.written:
            return self.written.year + _STEPS[told["which"]], True
        before = self._dates[index - 1] if index else None
        if before and before.year and before.month and mention.day:
            gap = self.text[before.end : mention.start]
            if len(gap) < 15 and _JOIN.fullmatch(gap):
                return before.year + ((before.month, before.day) > (mention.month, mention.day) and before.month != mention.month), True
            other = self.written and before.day and before.year != self.written.year
            if other and len(gap) < _CONTEXT and not self._recent(mention):
                return 0, False
        if self.written is None or not mention.day or (mention.month, mention.day) == (2, 29):
            return 0, False
        return self._nearest(mention, self.written), False

    def _recent(self, mention: DateMention) -> bool:
        """Whether a day without its year lies within some weeks of the day of writing."""
        if self.written is None or not mention.day or (mention.month, mention.day) == (2, 29):
            return False
        near = (abs((date(year, mention.month, mention.day) - self.written).days) for year in years_near(self.written))
        return min(near) <= _RECENT_DAYS

    def _nearest(self, mention: DateMention, written: date) -> int:
        """The year that lies nearest to the day of writing; far from it, the tense of the words before decides."""
        near = self.text[max(0, mention.start - _SAME_SENTENCE) : mention.end + 40]
        named = [int(year) for year in re.findall(r"(?<![\d.,])(?:19|20)\d\d(?![\d%])", near)]
        if any(abs(year - written.year) > 1 for year in named):
            return 0
        days = {year: (date(year, mention.month, mention.day) - written).days for year in years_near(written)}
        best = min(days, key=lambda year: abs(days[year]))
        if abs(days[best]) > _UNSURE_DAYS:
            ahead, past = bool(_AHEAD.search(near)), bool(_PAST.search(near))
            if past and not ahead and days[best] > 0:
                return best - 1
            if ahead and not past and days[best] < 0:
                return best + 1
        return best

    def _years(self) -> Iterator[Dated]:
        for match in _YEAR.finditer(self.text):
            start, year = match.start(), int(match[0])
            led = _BEFORE_YEAR.search(self.text, max(0, start - _LONGEST_LEAD), start) if start not in self._claims else None
            if led:
                yield Dated(start, match.end(), date(year, 1, 1), date(year, 12, 31), (led["lead"] or "").lower(), True, 1)

    def _near_days(self, written: date) -> Iterator[Dated]:
        """Weekdays and "today", which count from the day of writing."""
        for match in _WEEKDAY.finditer(self.text) if "day" in self.text and _DAY_NAME.search(self.text) else ():
            number = calendar_words().weekdays[match["day"].lower()]
            behind = (written.isoweekday() - number) % 7
            near = self.text[max(0, match.start() - 60) : match.end() + 30]
            ahead = match["lead"] == "next" or (_AHEAD.search(near) and not _PAST.search(near))
            day = moved(written, (-behind) % 7 if ahead else -behind)
            yield Dated(match.start("day"), match.end(), day, day, match["lead"].lower(), False, 3)
        for match in _TODAY.finditer(self.lower) if any(word in self.lower for word in _TODAY_WORDS) else ():
            day = moved(written, -1 if match[0] == "yesterday" else 0)
            yield Dated(match.start(), match.end(), day, day, "", False, 3)

    def _join(self, moments: list[Dated]) -> None:
        """Note the stretches that two times make: "from 1980 to 1989", "3 May - 14 June", "between March and May 2020"."""
        for first, last in pairwise(moments):
            gap = self.text[first.end : last.start]
            match = _JOIN.fullmatch(gap) if len(gap) < 25 else None
            if match is None or first.fine != last.fine:
                continue
            led = first.lead in ("from", "")
            tied = (
                (match["and"] and first.lead == "between")
                or (match["to"] and led)
                or (match["until"] and (led or first.lead == "on"))
                or match["dash"]
            )
            if tied:
                if not (first.sure or last.sure) and first.first.month <= last.first.month:
                    first = replace(first, first=first.first.replace(year=last.first.year), last=first.last.replace(year=last.last.year))
                self.stretches.append(Stretch(first.start, last.end, first, last))
