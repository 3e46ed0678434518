"""Loads the word lists of the grammar: number words, bounds, calendar and trend words. It only reads them; their meaning is the grammar's.

Every list is a TOML file beside this module, which reads like a reference page. Each is loaded once, at first use.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from numclaims.model import Bound


def read_toml(name: str) -> dict[str, Any]:
    """The tables of a lexicon file of this package."""
    with (files("numclaims.lexicon") / name).open("rb") as handle:
        return tomllib.load(handle)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words by what they do; values as written in numbers.toml."""

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, float]
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
    for name in ("vague", "few"):
        tables[name] = {phrase: (low, high) for phrase, (low, high) in tables[name].items()}
    return NumberWords(**tables)


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Bound phrases (tokens joined by spaces) before and after a number, and the longest phrase by its nearest token."""

    before: dict[str, Bound]
    after: dict[str, Bound]
    longest_before: dict[str, int]
    longest_after: dict[str, int]


@cache
def bound_words() -> BoundWords:
    """The tables of bounds.toml, turned from bound-to-phrases into phrase-to-bound."""
    tables = read_toml("bounds.toml")
    before: dict[str, Bound] = {phrase: bound for bound, phrases in tables["before"].items() for phrase in phrases}
    after: dict[str, Bound] = {phrase: bound for bound, phrases in tables["after"].items() for phrase in phrases}
    return BoundWords(before, after, _longest(before, -1), _longest(after, 0))


def _longest(phrases: dict[str, Bound], nearest: int) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        tokens = phrase.split()
        longest[tokens[nearest]] = max(len(tokens), longest.get(tokens[nearest], 0))
    return longest
