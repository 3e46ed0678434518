"""The word lists of when.toml with those of calendar.toml, ready for lookup. They mean something only in `timephrases` and `when`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.grammar.calendar import calendar_words
from numclaims.lexicon.words import read_toml


@dataclass(frozen=True, slots=True)
class WhenWords:
    """Lower-cased words by what they do in a time phrase or in a clause; `marks` are those that show that a sentence may hold one."""

    days: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, int]
    order: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    earlier: frozenset[str]
    this: frozenset[str]
    later: frozenset[str]
    dayparts: frozenset[str]
    roughly: frozenset[str]
    edges: frozenset[str]
    leads: frozenset[str]
    month_leads: frozenset[str]
    ended: frozenset[str]
    saying: frozenset[str]
    deeds: frozenset[str]
    publishing: frozenset[str]
    modals: frozenset[str]
    future: frozenset[str]
    planned: frozenset[str]
    versus: frozenset[str]
    marks: frozenset[str]


@cache
def when_words() -> WhenWords:
    """The tables of when.toml and the names of calendar.toml."""
    tables = read_toml("when.toml")
    calendar = calendar_words()
    classes = {name: frozenset(words.split()) for name, words in tables["classes"].items()}
    clauses = {name: frozenset(words.split()) for name, words in tables["clauses"].items()}
    days, units, seasons = tables["days"], tables["units"], tables["seasons"]
    marks = frozenset((*days, *units, *seasons, *calendar.months, *calendar.weekdays, "overnight", "ago", "q", "h", "fy", "noon", "midnight"))
    return WhenWords(days, units, seasons, tables["order"], calendar.months, calendar.weekdays, **classes, **clauses, marks=marks)
