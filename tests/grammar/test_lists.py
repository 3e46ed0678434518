"""List items and quotations: the mark or number at the head of a line is layout, and the number behind it counts as it would alone."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read

MARKED = [
    ("The closures:\n\n- 12 shops\n- 4 pubs", [12, 4]),
    ("The closures:\n-12 shops\n-4 pubs", [12, 4]),
    ("* 12 shops\n* 4 pubs", [12, 4]),
    ("• 12 shops\n• 4 pubs", [12, 4]),
    ("– 12 shops\n– 4 pubs", [12, 4]),
    ("+ 12 shops", [12]),
    ("- $3 million in fines\n- 40% of the fleet", [3e6, 40]),
    ("The total was 16\n- 12 shops", [16, 12]),
    ("> 12 people came.\n> They left.", [12]),
    ("> - 12 people came.", [12]),
]
NUMBERED = [
    ("1. 12 shops closed\n2. 40 people left\n3. Three boats sank", [12, 40, 3]),
    ("Results:\n1. $3 million saved\n2. 14% fewer calls", [3e6, 14]),
    ("1) 12 shops closed\n2) 40 people left", [12, 40]),
    ("The toll rose to\n12. 40 people were saved.", [12, 40]),
]
NEGATIVE = [
    ("It was -12 C at noon.", [-12]),
    ("-12 C", [-12]),
    ("It was minus 12C outside.", [-12]),
    ("The account had a balance of -40.", [-40]),
    ("Growth: -3%", [-3]),
    ("- 7.5", [-7.5]),
]


@pytest.mark.parametrize(("text", "values"), MARKED)
def test_a_list_mark_is_no_minus_sign_and_no_bound(text: str, values: list[float]) -> None:
    quantities = read(text).quantities
    assert [(quantity.value, quantity.bound) for quantity in quantities] == [(value, "exact") for value in values]


@pytest.mark.parametrize(("text", "values"), NUMBERED)
def test_a_list_number_is_no_claim_and_the_count_behind_it_is(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == values


@pytest.mark.parametrize(("text", "values"), NEGATIVE)
def test_a_minus_sign_stays_one(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == values


@pytest.mark.parametrize("text", ["They sold twenty\n\nFive boats sank.", "The price was 20\n\nMillion-dollar boats, 5 of them, sank."])
def test_a_number_ends_with_its_paragraph(text: str) -> None:
    assert read(text).quantities[0].value == 20
