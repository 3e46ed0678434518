"""Fractions and multiples in words against the numbers beside them."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run


def failed(text: str, title: str = "") -> list[str]:
    document = Document(id="text", text=text, title=title)
    return [check.message for check in run(analyse(document), select=["PCT004"]) if not check.holds]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Orders came to 1,260 in May. Two-thirds of them, or 504, were for shoes.", "504 of 1,260 is 40%, not two-thirds"),
        ("The port handled 90 ships. Half of the ships, or 30, carried grain.", "30 of 90 is 33.3%, not half"),
        ("The port handled 90 ships. Some 30, or half of them, carried grain.", "some 30 of 90 is 33.3%, not half"),
        ("One in five voters (12%) stayed at home.", "one in five is 20%, not 12%"),
        ("About 41%, or two in three, stayed at home.", "two in three is 66.7%, not about 41%"),
        ("A majority of voters (48%) stayed at home.", "48% is less than half, no majority"),
        ("Most of them, 41%, stayed at home.", "41% is less than half, no majority"),
        ("Nearly half of the members, or 31%, have left.", "nearly half is 50%, not 31%"),
    ],
)
def test_a_fraction_that_contradicts_its_number_is_flagged(text: str, message: str) -> None:
    assert failed(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Orders came to 1,260 in May. Two-thirds of them, or 840, were for shoes.",
        "Orders came to 756 in May and 1,260 in June. Two-thirds of them, or 504, were for shoes.",
        "Orders fell to 756 from 1,260. Two-thirds of them, or 504, were for shoes.",
        "The port handled 90 ships. Half of the cargo (30 tonnes) was grain.",
        "A third of the voters (33%) stayed at home.",
        "Nearly half of the members, or 46%, have left.",
        "Most voters, 48% of them women, stayed at home.",
        "The most common answer (38%) was no.",
        "A majority of voters (48% of men, 61% of women) agreed.",
        "Half the voters (52% of the women) stayed at home.",
        "More than half of the members, or 61%, have left.",
        "One in five voters, 12% more than before, stayed at home.",
    ],
)
def test_a_fraction_that_fits_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert failed(text) == []


def test_a_headline_is_held_against_the_first_numbers_of_its_text() -> None:
    text = "The lender had $9 million outstanding in June, against $4.5 million a year earlier."
    assert failed(text, "Lender triples its loan book") == ["from $4.5 million to $9 million is 2 times, not 'triples'"]
    assert failed(text, "Lender doubles its loan book") == []


def test_a_verb_apart_from_its_numbers_is_held_against_those_that_share_its_words() -> None:
    text = "Membership of the union was 400 people in 2020. Membership of the union is 600 people now; it {}."
    assert failed(text.format("has tripled")) == ["from 400 to 600 is 1.5 times, not 'tripled'"]
    assert failed(text.format("has grown")) == []
