"""The word lists of when.toml with those of calendar.toml, ready for lookup. Their sense only `timephrases` and `when` know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.words import number_words, read_toml, word_classes


@dataclass(frozen=True, slots=True)
class WhenWords:
    """Lower-cased words by what they do in a time phrase or in a clause.

    `marks` are those that show that a sentence may hold a time phrase, `starts` those that one can begin with, figures aside;
    `named` are those of `starts` that neither count nor point ("the", "last", "two"). `opening` are all that may open a clause.
    """

    days: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, int]
    order: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]
    marks: frozenset[str]
    starts: frozenset[str]
    named: frozenset[str]
    opening: frozenset[str]
    earlier: frozenset[str]
    this: frozenset[str]
    later: frozenset[str]
    dayparts: frozenset[str]
    roughly: frozenset[str]
    edges: frozenset[str]
    leads: frozenset[str]
    skipped: frozenset[str]
    beyond: frozenset[str]
    year_leads: frozenset[str]
    spans: frozenset[str]
    month_leads: frozenset[str]
    ended: frozenset[str]
    saying: frozenset[str]
    deeds: frozenset[str]
    papers: frozenset[str]
    publishing: frozenset[str]
    modals: frozenset[str]
    future: frozenset[str]
    planned: frozenset[str]
    openers: frozenset[str]
    aside: frozenset[str]
    joins: frozenset[str]
    relative: frozenset[str]
    habits: frozenset[str]
    lasting: frozenset[str]
    owners: frozenset[str]
    best: frozenset[str]
    not_best: frozenset[str]
    before: frozenset[str]
    versus: frozenset[str]


@cache
def when_words() -> WhenWords:
    """The tables of when.toml and the names of calendar.toml."""
    tables = read_toml("when.toml")
    calendar = calendar_words()
    classes = word_classes(tables["classes"])
    clauses = word_classes(tables["clauses"])
    days, units, seasons = tables["days"], tables["units"], tables["seasons"]
    named = (*days, *seasons, *calendar.months, *calendar.weekdays, "overnight", "q", "h", "fy", "noon", "midnight")
    singled = classes["edges"] | {*named, "fiscal", "calendar", "same"}
    which = classes["earlier"] | classes["this"] | classes["later"]
    counts = frozenset((*number_words().units, *number_words().tens, *tables["order"], "a", "an", "few", "several", "couple"))
    return WhenWords(
        days,
        units,
        seasons,
        tables["order"],
        calendar.months,
        calendar.weekdays,
        marks=frozenset((*named, *units)),
        starts=which | counts | singled | {"financial"},
        named=singled,
        opening=clauses["openers"] | clauses["joins"] | clauses["relative"],
        **classes,
        **clauses,
    )
