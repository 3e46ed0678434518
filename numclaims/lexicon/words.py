"""Loads the word lists of the grammar: number words, bounds, calendar and trend words. It only reads them; their meaning is the grammar's.

Every list is a TOML file beside this module, which reads like a reference page. Each is loaded once, at first use.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from numclaims.model import Bound


def read_toml(name: str, package: str = "numclaims.lexicon") -> dict[str, Any]:
    """The tables of a TOML file that is shipped in a package, the lexicon unless another is named."""
    with (files(package) / name).open("rb") as handle:
        return tomllib.load(handle)


def word_classes(*tables: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The word lists of some tables by name, each written as one string of words."""
    return {name: frozenset(words.split()) for table in tables for name, words in table.items()}


def longest_phrases(phrases: Iterable[str], nearest: int = 0) -> dict[str, int]:
    """The most words that a phrase has, by its first word, or with `nearest` -1 by its last."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        longest[words[nearest]] = max(len(words), longest.get(words[nearest], 0))
    return longest


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words by what they do; values as written in numbers.toml."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, float]
    sure_scales: dict[str, float]
    short_scales: dict[str, float]
    groups: dict[str, int]
    ordinals: dict[str, float]
    fractions: dict[str, int]
    fraction_signs: dict[str, float]
    vague: dict[str, tuple[float, float]]
    few: dict[str, tuple[float, float]]
    multiples: dict[str, int]


@cache
def number_words() -> NumberWords:
    """The tables of numbers.toml."""
    tables = read_toml("numbers.toml")
    del tables["millions"]
    tables["short_scales"] |= tables["sure_scales"]
    for name in ("vague", "few"):
        tables[name] = {phrase: (low, high) for phrase, (low, high) in tables[name].items()}
    return NumberWords(**tables)


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """Words that tell millions from metres behind "m"; numbers.toml says what each is for."""

    tallied: frozenset[str]
    links: frozenset[str]
    lengths: frozenset[str]
    distances: frozenset[str]


@cache
def scale_words() -> ScaleWords:
    """The table of millions in numbers.toml."""
    return ScaleWords(**word_classes(read_toml("numbers.toml")["millions"]))


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Bound phrases (tokens joined by spaces) before and after a number, the longest phrase by its nearest token, and the words that
    tell whether an ambiguous phrase is meant as one."""

    before: dict[str, Bound]
    after: dict[str, Bound]
    longest_before: dict[str, int]
    longest_after: dict[str, int]
    passing: frozenset[str]
    moves: frozenset[str]
    tallies: frozenset[str]
    carries: frozenset[str]
    negations: frozenset[str]
    limits: frozenset[str]
    nobody: frozenset[str]


@cache
def bound_words() -> BoundWords:
    """The tables of bounds.toml, turned from bound-to-phrases into phrase-to-bound."""
    tables = read_toml("bounds.toml")
    before: dict[str, Bound] = {phrase: bound for bound, phrases in tables["before"].items() for phrase in phrases}
    after: dict[str, Bound] = {phrase: bound for bound, phrases in tables["after"].items() for phrase in phrases}
    meant = word_classes(tables["meant"])
    return BoundWords(before, after, longest_phrases(before, -1), longest_phrases(after), **meant)
