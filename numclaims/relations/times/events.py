"""What a text says begins or ends, and when: "the bridge opened in 1998", "the mandate will expire on 14 April".

The phrases stand in events.toml. An event has the first time behind its phrase in the sentence, else the time that opens it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml, word_classes
from numclaims.relations.phrases import any_of, listed
from numclaims.relations.times.timeline import Dated, Timeline

_FAR = 90
"""How many characters may stand between a phrase and its time."""
_STEM = 5
"""So many letters of a word tell it well enough from others in a short text: "arrest", "arrested", "arresting"."""
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "es", "ed", "s")
BROKEN = re.compile(r"[;:](?!\d)|(?<![ap]\.m)\.\s|\b(?:after|before|because|although|though|while|whereas|who|which|whose|where)\b")
"""A clause or a sentence of its own begins."""
_BESIDE = frozenset(("since", "after", "before"))
"""Prepositions of a time that is not that of the event."""
_OPENING = 15
"""How many characters of a sentence may stand before the time that opens it."""
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class EventWords:
    """The tables of events.toml; `phrases` finds those of a lower-cased text, `kinds` leads from a noun to the sets it stands in."""

    phrases: re.Pattern[str]
    kinds: Mapping[str, frozenset[str]]
    same_subject: frozenset[str]
    leading: frozenset[str]
    told: frozenset[str]
    any_span: frozenset[str]
    lengthy: frozenset[str]
    empty: frozenset[str]
    ties: frozenset[str]
    ordeal: frozenset[str]


@cache
def event_words() -> EventWords:
    """The words of events.toml, read at the first call."""
    tables = read_toml("events.toml", "numclaims.relations.times")
    groups = [f"(?P<{side}_{tense}>{any_of(listed(phrases))})" for side in ("ends", "begins") for tense, phrases in tables[side].items()]
    nouns: dict[str, set[str]] = {}
    for name, words in tables["alike"].items():
        for word in words.split():
            nouns.setdefault(word, set()).add(name)
    kinds = {word: frozenset(names) for word, names in nouns.items()}
    return EventWords(re.compile(rf"\b(?:{'|'.join(groups)})\b"), kinds, **word_classes(tables["classes"]))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens at a time, by the name of the group of phrases that its own stands in.

    `start` and `end` delimit the phrase, `sentence` is where its sentence begins; `subject` holds the stems of the words before it.
    """

    group: str
    start: int
    end: int
    sentence: int
    moment: Dated
    subject: frozenset[str]

    @property
    def begins(self) -> bool:
        """Whether something begins, rather than ends."""
        return self.group.startswith("begins")

    @property
    def now(self) -> bool:
        """Whether the text puts it into the present or the future."""
        return self.group.endswith("now")


def stem(word: str) -> str:
    """The first letters of a lower-cased word without the commonest endings."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _STEM - 1), "")
    return word[: len(word) - len(ending)][:_STEM]


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a short text that say something."""
    empty = event_words().empty
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in empty and len(word) > 2)


def read_events(timeline: Timeline, phrases: re.Pattern[str]) -> list[Event]:
    """The events of a document that have a time, in text order; `phrases` are those by which they are told."""
    events: list[Event] = []
    done = -1
    for moment in timeline.moments:
        first, after = timeline.sentence(moment.start)
        if first > done:
            done = first
            events += _in_sentence(timeline, phrases, first, after)
    return events


def _in_sentence(timeline: Timeline, phrases: re.Pattern[str], first: int, after: int) -> list[Event]:
    text = timeline.text
    matches = list(phrases.finditer(timeline.lower, first, after))
    moments = timeline.between(first, after)
    events: list[Event] = []
    for index, match in enumerate(matches):
        following = matches[index + 1].start() if index + 1 < len(matches) else after
        moment = _time_of(text, match, moments, following) or (_opening(text, first, moments, match) if index == 0 else None)
        if moment is None:
            continue
        begin = matches[index - 1].end() if index else first
        subject = stems(text[begin : match.start()])
        events.append(Event(match.lastgroup or "", match.start(), match.end(), first, moment, subject))
    return events


def _time_of(text: str, match: re.Match[str], moments: list[Dated], following: int) -> Dated | None:
    """The first time behind a phrase, before the next phrase and in the same clause."""
    for moment in moments:
        if moment.start >= match.end():
            gap = text[match.end() : moment.start]
            near = moment.start < following and len(gap) <= _FAR and not BROKEN.search(gap)
            return moment if near and moment.lead not in _BESIDE else None
    return None


def _opening(text: str, first: int, moments: list[Dated], match: re.Match[str]) -> Dated | None:
    """The time that opens a sentence: "On 4 March 2025, after 33 months, she was let go"."""
    moment = moments[0] if moments else None
    if moment is None or moment.end > match.start() or moment.start - first > _OPENING or moment.lead in _BESIDE:
        return None
    return moment
