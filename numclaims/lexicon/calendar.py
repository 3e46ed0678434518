"""Words of the calendar and the clock, from calendar.toml, as tables ready for lookup. It reads no date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The lists of calendar.toml."""

    months: dict[str, int]
    weekdays: dict[str, int]
    before_year: frozenset[str]
    counted: frozenset[str]
    before_day: frozenset[str]
    zones: frozenset[str]


@cache
def calendar_words() -> CalendarWords:
    """Months and weekdays by name and abbreviation, and the words that mark years and clock times."""
    tables = read_toml("calendar.toml")
    years = tables["years"]
    return CalendarWords(
        tables["months"],
        tables["weekdays"],
        frozenset(years["before"].split()),
        frozenset(years["counted"].split()),
        frozenset(tables["days"]["before"].split()),
        frozenset(tables["clock"]["zones"].split()),
    )
