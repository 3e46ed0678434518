"""The rule on weekdays: TIM001. Which weekday stands with which date is for numclaims.relations to find."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterator
from datetime import date, timedelta

from numclaims.model import Analysis, Check, Relation
from numclaims.relations.times.weekdays import WEEKDAY
from numclaims.rules.registry import rule
from numclaims.rules.wording import day_of, figures_check

_JULIAN_UNTIL = 1930
"""Up to this year a date may be one of the Julian calendar, which some countries kept until the 1920s."""


@rule("TIM001", "weekday", "error")
def weekday(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """Weekday and date do not match.

    One of the two is wrong, and readers who plan by it come on the wrong day. A date without its year passes if the weekday fits in
    any year that is named near it or that lies within ten months of the document's date; without a document's date only dates
    with their year are checked. Up to 1930 the weekday may be that of the Julian calendar.

    Flags:
        "The court sat on Tuesday 6 March 2024."
        "The shop opens on Friday, May 3, 2025."
        "The treaty was signed on 9 June 1999, a Thursday."
        2024-02-20 "The vote is on Monday 12 March."
        "The fair runs from Monday 4 to Saturday 8 March 2024."

    Passes:
        "The court sat on Tuesday 5 March 2024."
        "The vote is on Monday 12 March."
        2024-02-20 "The vote in 2025 is on Wednesday 12 March."
        "The fair runs from Monday to Friday, 4-8 March 2024."
        "The Winter Palace fell on Wednesday 25 October 1917."
    """
    for relation in relations:
        named = relation.figure("weekday")
        if relation.kind != WEEKDAY or named is None:
            continue
        days = [moment.first for moment in relation.moments]
        holds = any(_falls_on(day, int(named.value)) for day in days)
        day = next((day for day in days if _falls_on(day, int(named.value))), days[0])
        real = day_name[day.weekday()]
        stated = day_name[int(named.value) - 1]
        verdict = "" if holds else f", not a {stated}"
        yield figures_check(
            "TIM001",
            analysis,
            [named, relation.moments[0]],
            holds=holds,
            message=f"{day_of(day)} is a {stated if holds else real}{verdict}",
            expected="" if holds else real,
            found="" if holds else stated,
        )


def _falls_on(day: date, number: int) -> bool:
    if day.isoweekday() == number:
        return True
    return day.year <= _JULIAN_UNTIL and (day + timedelta(days=_julian_lag(day))).isoweekday() == number


def _julian_lag(day: date) -> int:
    """By how many days the Julian calendar is behind at a day told in it: 13 in the 20th century."""
    year = day.year - (day.month < 3)
    return year // 100 - year // 400 - 2
