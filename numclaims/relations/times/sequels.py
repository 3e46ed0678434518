"""What must come after something else in the life of one subject: closed and reopened, left and arrived, born and whatever came then.

The phrases stand in sequels.toml; beginnings and ends in general are told apart in `events`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from numclaims.lexicon.words import read_toml, word_classes
from numclaims.relations.phrases import any_of, listed
from numclaims.relations.times.events import Event, read_events
from numclaims.relations.times.lives import life_words
from numclaims.relations.times.subjects import follows, narrated, same_subject
from numclaims.relations.times.timeline import Timeline

CLOSING = "closing"
"""What is closed for a while is opened again before a year is over; see `order`."""
BIRTH = "birth"
_BUILDING = "building"
_PEOPLE = ("He", "She")
_FIRST, _THEN = "first", "then"
_MADE = re.compile(r"\s*,?\s+(?:and|but)\s+(?:the|its)\s+(?P<what>(?:[\w-]+\s+){1,3})")
_REOPENING = re.compile(r"[^,;:.\d]{1,60}\s(?:and|but)\s+(?:(?:was|will|is|to|then|only|not)\s+){0,3}")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class SequelWords:
    """The tables of sequels.toml: one pattern for all phrases of a lower-cased text, and the kinds of which each comes first or then."""

    phrases: re.Pattern[str]
    first: Mapping[str, frozenset[str]]
    then: Mapping[str, frozenset[str]]
    works: frozenset[str]
    other: frozenset[str]


@cache
def sequel_words() -> SequelWords:
    """The words of sequels.toml, read at the first call."""
    tables = read_toml("sequels.toml", "numclaims.relations.times")
    sides: dict[str, dict[str, set[str]]] = {_FIRST: {}, _THEN: {}}
    for kind, table in tables["kinds"].items():
        for side, phrases in table.items():
            for phrase in listed(phrases):
                sides[side].setdefault(phrase, set()).add(kind)
    first, then = ({phrase: frozenset(kinds) for phrase, kinds in sides[side].items()} for side in (_FIRST, _THEN))
    return SequelWords(re.compile(rf"\b{any_of({*first, *then})}\b"), first, then, **word_classes(tables["classes"]))


def sequels(timeline: Timeline) -> Iterator[tuple[str, Event, Event]]:
    """What a document tells first with what it tells then of the same subject, by the kind of the two."""
    known = sequel_words()
    for first, last in pairwise(read_events(timeline, known.phrases)):
        kinds = known.first.get(_phrase(timeline, first), frozenset()) & known.then.get(_phrase(timeline, last), frozenset())
        for kind in sorted(kinds):
            if _of_one(timeline, kind, first, last) and not narrated(timeline, first, last):
                yield kind, first, last


def _of_one(timeline: Timeline, kind: str, first: Event, last: Event) -> bool:
    """Whether two events are told of one subject, or of works and what they make."""
    if kind == _BUILDING:
        return first.sentence == last.sentence and _made(timeline, first, last)
    if kind == BIRTH and not life_words().others.isdisjoint(_WORD.findall(timeline.lower[first.sentence : first.start])):
        return False
    if first.sentence == last.sentence:
        return same_subject(timeline, first, last) or (kind == CLOSING and _goes_on(timeline, first, last))
    return follows(timeline.text, first, last, _PEOPLE) if kind == BIRTH else follows(timeline.text, first, last)


def _goes_on(timeline: Timeline, first: Event, last: Event) -> bool:
    """ "was shut on 11 June after a lorry struck it and reopened": nothing else is reopened."""
    gap = timeline.text[first.moment.end : last.start] if first.moment.end < last.start else ";"
    return bool(_REOPENING.fullmatch(gap)) and not timeline.between(first.moment.end, last.start)


def _made(timeline: Timeline, first: Event, last: Event) -> bool:
    known = sequel_words()
    match = _MADE.fullmatch(timeline.lower, first.moment.end, last.start) if first.moment.end < last.start else None
    begun = _WORD.findall(timeline.lower[first.sentence : first.start])
    return (
        match is not None
        and not known.works.isdisjoint(begun)
        and known.other.isdisjoint(begun)
        and known.other.isdisjoint(match["what"].split())
    )


def _phrase(timeline: Timeline, event: Event) -> str:
    return timeline.lower[event.start : event.end]
