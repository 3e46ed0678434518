"""The words of lexicon/stories.toml, by which texts tell numbers of one noun apart. It reads no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from numclaims.evidence.words import key
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words, read_toml

_KEYED = ("changing", "by_now", "forecast", "labels", "presenting", "traded", "anybody", "correcting")
_STEM = 3
"""A unit of so many letters with a vowel looks like a word that was cut: "mines" and the minute are both "min"."""


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The tables of stories.toml. `apart` and `market` map words as they are to the first of their line; `close` and `unfinished` are
    such words. `opposite` maps keys to the keys of their opposites, `stages` keys to the stages that they name; the
    others are sets of keys."""

    apart: dict[str, str]
    close: frozenset[str]
    market: dict[str, str]
    unfinished: frozenset[str]
    changing: frozenset[str]
    by_now: frozenset[str]
    forecast: frozenset[str]
    labels: frozenset[str]
    presenting: frozenset[str]
    traded: frozenset[str]
    anybody: frozenset[str]
    correcting: frozenset[str]
    opposite: dict[str, frozenset[str]]
    stages: dict[str, str]

    def telling(self, words: Iterable[str], table: dict[str, str]) -> frozenset[str]:
        """What the words of a table among `words`, or those they are forms of, stand for."""
        return frozenset(table[form] for word in words for form in _forms(word) if form in table)


@cache
def story_words() -> StoryWords:
    """The tables of lexicon/stories.toml, read at the first call."""
    tables = read_toml("stories.toml")
    keyed = {name: frozenset(key(word) or word for word in tables[name]["words"].split()) for name in _KEYED}
    return StoryWords(
        apart=_as_they_are(tables["apart"]),
        close=frozenset(tables["close"]["words"].split()),
        market=_as_they_are(tables["market"]),
        unfinished=frozenset(tables["unfinished"]["words"].split()),
        opposite=_opposites(tables["opposite"]["lines"]),
        stages={key(word): name for name, words in tables["stages"].items() for word in words.split()},
        **keyed,
    )


@cache
def counting_words() -> frozenset[str]:
    """The keys of words that count or measure ("three", "million", "first", "miles"): two texts share them by chance."""
    words = number_words()
    units = {key(word) for word in unit_lexicon().words if word.isalpha()}
    numbers = {key(word) for word in (*words.units, *words.tens, *words.scales, *words.ordinals)}
    return frozenset(numbers | {unit for unit in units if not _stem_like(unit)}) - {""}


def _stem_like(unit: str) -> bool:
    return 0 < len(unit) <= _STEM and not set(unit).isdisjoint("aeiou")


def _as_they_are(table: dict[str, Any]) -> dict[str, str]:
    words = {word: word for word in table["words"].split()}
    for line in table.get("lines", ()):
        first, *others = line.split()
        words.update(dict.fromkeys((first, *others), first))
    return words


def _opposites(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    opposite: dict[str, frozenset[str]] = {}
    for line in lines:
        both = frozenset(map(key, line.split()))
        for word in both:
            opposite[word] = opposite.get(word, frozenset()) | (both - {word})
    return opposite


def _forms(word: str) -> tuple[str, ...]:
    """A word, the verb that it is a form of, and the noun that it may be the plural of."""
    return word, verb_forms().forms.get(word, (word, ""))[0], word.removesuffix("s")
