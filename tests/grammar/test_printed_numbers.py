"""A number printed in any of the formats that prose uses is read back as that number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.grammar.quantities import read

GROUPED = {
    "plain": lambda number: f"{number}",
    "comma": lambda number: f"{number:,}",
    "space": lambda number: f"{number:,}".replace(",", " "),
    "no-break space": lambda number: f"{number:,}".replace(",", "\u00a0"),
    "narrow space": lambda number: f"{number:,}".replace(",", "\u202f"),
    "apostrophe": lambda number: f"{number:,}".replace(",", "'"),
    "indian": lambda number: _indian(number),
}
DECIMAL = {
    "point": lambda number: f"{number:.2f}",
    "comma and point": lambda number: f"{number:,.2f}",
    "point and comma": lambda number: f"{number:,.2f}".translate(str.maketrans(",.", ".,")),
    "exponent": lambda number: f"{number:.6e}",
    "times ten": lambda number: f"{number / 1000:.5f} × 10^3",
}
UNITS = [
    "{} kg",
    "{}%",
    "{} percent",
    "${}",
    "€{}",
    "{} euros",
    "about {} miles",
    "more than {} people",
    "{} days",
    "between {} and 10000000000 hours",
]


def _indian(number: int) -> str:
    head, tail = divmod(number, 1000)
    if not head:
        return str(number)
    groups, digits = [f"{tail:03d}"], str(head)
    while digits:
        groups.insert(0, digits[-2:])
        digits = digits[:-2]
    return ",".join(groups)


@pytest.mark.parametrize("style", GROUPED)
@given(number=st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_is_read_back_however_it_is_grouped(style: str, number: int) -> None:
    printed = GROUPED[style](number)
    (quantity,) = read(f"They counted {printed} votes.").quantities
    assert quantity.value == number


@pytest.mark.parametrize("style", DECIMAL)
@given(cents=st.integers(min_value=0, max_value=10**9))
def test_a_decimal_number_is_read_back_however_it_is_marked(style: str, cents: int) -> None:
    number = cents / 100
    (quantity,) = read(f"It weighs {DECIMAL[style](number)} kg.").quantities
    assert quantity.value == pytest.approx(number, rel=1e-5, abs=0.01)


@pytest.mark.parametrize("pattern", UNITS)
@given(number=st.integers(min_value=2, max_value=10**9))
def test_a_number_is_read_back_with_any_unit(pattern: str, number: int) -> None:
    (quantity,) = read(f"It was {pattern.format(f'{number:,}')} then.").quantities
    assert number in (quantity.value, quantity.low)


@given(
    number=st.integers(min_value=1, max_value=999),
    decimals=st.integers(min_value=0, max_value=9),
    scale=st.sampled_from(["million", "billion", "trillion"]),
)
def test_the_step_is_the_place_of_the_last_printed_digit(number: int, decimals: int, scale: str) -> None:
    size = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[scale]
    (quantity,) = read(f"It cost ${number}.{decimals} {scale} then.").quantities
    assert quantity.value == pytest.approx((number + decimals / 10) * size)
    assert quantity.step == pytest.approx(size / 10)
