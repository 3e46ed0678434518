"""The rule on ages: TIM003. Which age belongs to which birth and which time is for numclaims.relations to find."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, Moment, Relation
from numclaims.relations.times.lives import LIFE
from numclaims.rules.registry import rule
from numclaims.rules.wording import figures_check, moment_of, number


@rule("TIM003", "age-birth", "error")
def age_birth(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """An age disagrees with birth and event dates.

    Completed years from birth to the time that the age is told for; where only the year or the month of either is given, the age
    before and after the birthday both pass. An age without a time of its own is that of the document's date. Ages are tied to a
    birth by the person's name, or by "he" and "she" in a text that tells of one birth.

    Flags:
        "Ida Holm was born on 3 May 1950 and died on 1 June 2020 aged 75."
        2024-03-01 "Ana Lu, 45, was born in 1990."
        "Ida Holm (1932-2020) was a poet. She died at 84."
        "Born in 1978 in Graz, Tal studied law. In June 2023, when she was 41, she moved."

    Passes:
        "Ida Holm was born on 3 May 1950 and died on 1 June 2020 aged 70."
        "Ida Holm was born on 3 May 1950 and died on 1 April 2020 aged 69."
        2024-03-01 "Ana Lu, 33, was born in 1990."
        "Ida Holm was born in 1950. Her husband, aged 75, survives her."
    """
    for ages, born, at, words in _told_alike(relations):
        age = ages[-1]
        youngest, oldest = _between(born, at)
        holds = _stated(age).intersects(Interval(youngest, oldest))
        real = number(youngest) if youngest == oldest else f"{number(youngest)} or {number(oldest)}"
        if oldest - youngest > 1:
            real = f"{number(youngest)} to {number(oldest)}"
        time = "the document's date" if words == "written" else moment_of(at)
        verdict = "" if holds else f", not {number(age.value or 0)}"
        yield figures_check(
            "TIM003",
            analysis,
            [*ages, born, *([at] if at.end else [])],
            holds=holds,
            message=f"born {moment_of(born)}, the age at {time} is {real}{verdict}",
            expected="" if holds else real,
            found="" if holds else number(age.value or 0),
        )


def _told_alike(relations: tuple[Relation, ...]) -> Iterator[tuple[list[Claim], Moment, Moment, str]]:
    """The ages of a document with the birth, the time and its words; one that title and text give for times that say the same is one."""
    alike: dict[tuple[object, ...], tuple[list[Claim], Moment, Moment, str]] = {}
    for relation in relations:
        born, at = relation.moment("born"), relation.moment("at")
        if relation.kind == LIFE and born and at:
            (age,) = relation.claims("age")
            key = (age.value, age.bound, born.first, born.last, *_between(born, at))
            earlier = alike[key][0] if key in alike else []
            alike[key] = ([*earlier, age], born, at, relation.words)
    yield from alike.values()


def _between(born: Moment, at: Moment) -> tuple[int, int]:
    """The fewest and the most completed years from a birth to a time."""
    return max(_completed(born.last, at.first), 0), _completed(born.first, at.last)


def _completed(born: date, at: date) -> int:
    """How many birthdays lie behind at a day."""
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def _stated(age: Claim) -> Interval:
    """The completed years that an age allows; a bare number is an age too."""
    value = age.value or 0.0
    return Interval.exactly(value) if age.bound == "exact" else allowed(age)
