"""Times of which one must not come before the other: "from 12 May to 3 May", "opened in 1998 and closed in 1989".

Whether they come in order is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from numclaims.model import Relation
from numclaims.relations.times.events import Event
from numclaims.relations.times.sequels import CLOSING, sequels
from numclaims.relations.times.subjects import follows, narrated, same_subject
from numclaims.relations.times.timeline import Dated, Stretch, Timeline

ORDER = "date order"
"""The moments "first" and "last"; `words` say what ties them."""

_BC = re.compile(r"\b(?:B\.?C\.?(?:E\.?)?|before\s+Christ|B\.?P\.?|years\s+ago|million\s+years)(?![a-z])")
_RIGHT = re.compile(r"^[\s,]*(?:of\s+)?(?:the\s+)?(?:next|following|this|last)\s+(?:year|month)")
_FALL = re.compile(
    r"\b(?:back|down|reverse|countdown|moved\s+(?:back|forward|up|to|from|the)|brought\s+forward|postponed|changed|rescheduled|shifted|switched|put\s+back|delayed|earlier|fell|dropped|rose|climbed|cut|returned|reverted|levels)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"[a-z]\s+\d{1,2}[-–]\d{1,2}$")
""" "In June 30-28": no days, but a score."""
_AROUND = 60
_WHOLE_YEAR = 1
"""A stretch without years that ends so many days before it begins lasts a whole year: "from 6 April to 5 April"."""
_BACK = range(_WHOLE_YEAR + 1, 46)
"""Nothing that closes for a year less so many days is said to close and to reopen without a word on the year."""
_MANY = 6
"""Words that begin something more often than this do not tell what is meant."""


def orders(timeline: Timeline, events: list[Event]) -> Iterator[Relation]:
    """The pairs of times of a document that have an order."""
    for stretch in timeline.stretches:
        if _comparable(stretch.first, stretch.last) and not _other_way(timeline.text, stretch):
            yield _relation(stretch.first, stretch.last, "from to")
    paired: set[tuple[int, int]] = set()
    for first, last in _pairs(timeline, events):
        if _comparable(first.moment, last.moment) and not (last.now and not first.now and narrated(timeline, first, last)):
            paired.add((first.moment.start, last.moment.start))
            yield _relation(first.moment, last.moment, "begins ends")
    for kind, first, last in sequels(timeline):
        comparable = _comparable(first.moment, last.moment) or (kind == CLOSING and _just_before(first.moment, last.moment))
        if comparable and (first.moment.start, last.moment.start) not in paired:
            yield _relation(first.moment, last.moment, kind)


def _relation(first: Dated, last: Dated, words: str) -> Relation:
    return Relation(ORDER, moments=(first.moment("first"), last.moment("last")), words=words)


def _comparable(first: Dated, last: Dated) -> bool:
    """Whether the years of two times are known: both in the text, or one year inferred for two days of one month."""
    if first.sure and last.sure:
        return True
    return (
        _inferred_days(first, last)
        and (first.first.year, first.first.month) == (last.first.year, last.first.month)
        and (first.first - last.first).days != _WHOLE_YEAR
    )


def _just_before(first: Dated, last: Dated) -> bool:
    """Whether a day without its year lies some weeks before another."""
    return _inferred_days(first, last) and (first.first - last.first).days in _BACK


def _inferred_days(first: Dated, last: Dated) -> bool:
    return first.fine == last.fine == 3 and not first.sure and not last.sure


def _other_way(text: str, stretch: Stretch) -> bool:
    """Whether a stretch may run backwards, as years before Christ do, or names a day that was moved."""
    if _SCORE.search(text, stretch.start, stretch.end):
        return True
    behind = text[stretch.end : stretch.end + 30]
    around = text[max(0, stretch.start - _AROUND) : stretch.end + _AROUND]
    return bool(_BC.search(around) or _RIGHT.match(behind) or _FALL.search(around))


def _pairs(timeline: Timeline, events: list[Event]) -> Iterator[tuple[Event, Event]]:
    """Beginnings with the ends of the same thing: in one sentence, or by the words of their subjects."""
    begun: dict[str, list[Event]] = {}
    planned: list[Event] = []
    for index, event in enumerate(events):
        if event.begins:
            for word in event.subject:
                begun.setdefault(word, []).append(event)
            if event.now and event.moment.sure:
                planned.append(event)
            continue
        before = events[index - 1] if index else None
        if before and before.begins and _goes_on(timeline, before, event):
            yield before, event
        elif (named := _named(begun, event)) is not None:
            yield named, event
        elif len(planned) == 1 and _over_before_begun(planned[0], event, timeline.written):
            yield planned[0], event


def _over_before_begun(first: Event, last: Event, written: date | None) -> bool:
    """Whether what is still to end would have ended before the day of writing, and another thing is still to begin."""
    if not (last.now and last.moment.sure and written):
        return False
    return first.moment.first >= written > last.moment.last


def _goes_on(timeline: Timeline, first: Event, last: Event) -> bool:
    """Whether an end is that of the beginning right before it."""
    return same_subject(timeline, first, last) if first.sentence == last.sentence else follows(timeline.text, first, last)


def _named(begun: dict[str, list[Event]], event: Event) -> Event | None:
    """The one beginning before an end whose subject has all the words of this one's: "the eastern tests", "testing of the eastern ..."."""
    words = event.subject
    if not words:
        return None
    candidates = begun.get(min(words), [])
    if len(candidates) > _MANY:
        return None
    fitting = [one for one in candidates if words <= one.subject and one.now == event.now and one.sentence != event.sentence]
    return fitting[-1] if len(fitting) == 1 else None
