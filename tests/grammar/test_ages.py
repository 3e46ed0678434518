"""Ages in their many wordings, told from counts and durations in the same places."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.grammar.quantities import read
from numclaims.model import Bound, Document

LISTS = [
    ("The climbers were aged 22, 35 and 41.", [22, 35, 41]),
    ("He drove his daughters, eight and 11, to school.", [8, 11]),
    ("They have three sons, 2, 5 and 9.", [2, 5, 9]),
    ("Her children (3 and six) were safe.", [3, 6]),
    ("Pupils aged 6, 8 and 10 were moved.", [6, 8, 10]),
    ("Mia and Tom, aged seven and four, were found.", [7, 4]),
    ("The drivers, 31 and 45, were fined.", [31, 45]),
    ("Boys of 12 and 14 rowed.", [12, 14]),
    ("The 9- and 12-year-olds swam.", [9, 12]),
]
STATED = [
    ("Mean age was 61.2 years.", 61.2),
    ("The median age of the patients was 48 years.", 48),
    ("Average age: 39 years", 39),
    ("He left at the age of 16 years.", 16),
    ("At 91 the oldest rower was Jo Hall.", 91),
    ("At 19, she won the race.", 19),
    ("He retired at 58.", 58),
    ("Jo Hall, 44, and her sister left.", 44),
    ("A baker, 44, runs the stall.", 44),
    ("The thief was an unemployed welder, 29.", 29),
    ("Foals aged over 14 weeks were weighed.", 14),
    ("A scan at age 2.5 years was normal.", 2.5),
    ("She is a mother of 43.", 43),
]
BOUNDED: list[tuple[str, Bound]] = [
    ("Children under six ride free.", "less than"),
    ("Adults over 21 may enter.", "more than"),
    ("The club is for people aged over 50.", "more than"),
    ("The over-70s ride free.", "more than"),
    ("The under-14s lost.", "less than"),
    ("Girls aged between 8 and 12 sang.", "range"),
    ("The child was aged about six.", "about"),
]
NO_AGES = [
    ("A boy aged 12, 40 sheep and three dogs were found.", [12]),
    ("A girl aged 9, and 31 others were hurt.", [9]),
    ("A man aged 60 and two were rescued.", [60]),
    ("The children, 12 of them girls, sang.", []),
    ("Of the men, 31 and 45 others left.", []),
    ("The firm fired workers over 12 months.", []),
    ("They killed 12 people over 40 years.", []),
    ("At 300, the count is the highest.", []),
    ("At 84 the index was flat.", []),
    ("The ice age lasted 2.6 million years.", []),
    ("The wait was 3 years.", []),
    ("She is a mother of four.", []),
    ("The father of 3 moved out.", []),
    ("In the baker's, 44 loaves were left.", []),
    ("The age of sail ended 150 years ago.", []),
]


@pytest.mark.parametrize(("text", "values"), LISTS)
def test_every_number_in_a_list_of_ages_is_one(text: str, values: list[float]) -> None:
    ages = [quantity for quantity in read(text).quantities if quantity.kind == "age"]
    assert [(age.value, age.unit) for age in ages] == [(value, "year") for value in values]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_an_age_stated_by_the_words_around_is_no_duration_and_no_count(text: str, value: float) -> None:
    assert [(quantity.kind, quantity.value) for quantity in read(text).quantities] == [("age", value)]


@pytest.mark.parametrize(("text", "bound"), BOUNDED)
def test_an_age_may_have_a_bound(text: str, bound: Bound) -> None:
    assert [(quantity.kind, quantity.bound) for quantity in read(text).quantities] == [("age", bound)]


@pytest.mark.parametrize(("text", "values"), NO_AGES)
def test_counts_and_durations_near_ages_stay_what_they_are(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in read(text).quantities if quantity.kind == "age"] == values


def test_a_count_in_brackets_behind_an_age_is_a_count() -> None:
    claims = analyse(Document("d", "Of the crew, 60% were children under 18 (2,580).")).claims
    assert [(claim.kind, claim.value) for claim in claims] == [("share", 60), ("age", 18), ("count", 2580)]
