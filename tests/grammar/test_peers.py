"""Inputs on which other readers of quantities failed, as their users reported them, each with the right reading.

The inputs stand in the public issue trackers of quantulum3, Recognizers-Text, duckling, grobid-quantities, price-parser, dateparser
and wit.ai. Where the right reading is no claim by our definition (dates, clock times, names), the case says so.
"""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read

RANGES = [
    ("between five and six", 5, 6, ""),
    ("between 5 and 6", 5, 6, ""),
    ("18 to 25 percent", 18, 25, "percent"),
    ("12.8–13.0 TeV", 12.8, 13.0, "teraelectronvolt"),
    ("between 5 and 10", 5, 10, ""),
    ("between $26 and $31 million", 26e6, 31e6, "USD"),
    ("9-7 lakh rupees", 9e5, 7e5, "INR"),
    ("ranging from 25 to 62 K", 25, 62, "kelvin"),
]
BOUNDS = [
    ("exceed 3000", 3000, "more than", ""),
    ("more than 150", 150, "more than", ""),
    ("more than half people", 0.5, "more than", ""),
    ("up to 15 K", 15, "at most", "kelvin"),
    ("less than a 100 miles", 100, "less than", "mile"),
]
SINGLE = [
    ("a couple hundred years ago", 200, "year"),
    ("$1.2bn", 1.2e9, "USD"),
    ("€3m", 3e6, "EUR"),
    ("1.2m people", 1.2e6, ""),
    ("half a million", 500_000, ""),
    ("a quarter million", 250_000, ""),
    ("$1MM", 1e6, "USD"),
    ("3.8 billion", 3.8e9, ""),
    ("100M", 1e8, ""),
    ("300g", 300, "gram"),
    ("50,000 in 2020", 50_000, ""),
    ("$443 million in the automation", 443e6, "USD"),
    ("forty five minutes", 45, "minute"),
    ("1 in", 1, "inch"),
    ("404 a", 404, ""),
    ("1mw", 1, "megawatt"),
    ("one and one-half miles", 1.5, "mile"),
    ("a hundred and two", 102, ""),
    ("a 500", 500, ""),
    ("minus ten", -10, ""),
    ("one and a half thousand", 1500, ""),
    ("hundred dollars", 100, "USD"),
    ("2 in 5", 0.4, ""),
    ("2 percentage points", 2, "percentage point"),
    ("1,234,567.890", 1_234_567.89, ""),
    ("3.350", 3.35, ""),
]
SEVERAL = [
    ("5 and 6 kg", [5, 6], ["kilogram", "kilogram"]),
    ("lower than 20 and higher than 30", [20, 30], ["", ""]),
    ("816 000 t valued at $1943 million in 2012–13", [816_000, 1.943e9], ["metric ton", "USD"]),
    ("a US$4.7 billion company with 113,550 employees", [4.7e9, 113_550], ["USD", ""]),
    ("dividend by 11c to 17c a share", [11, 17], ["cent", "cent"]),
    ("2 pairs from $349", [2, 349], ["", "USD"]),
    ("10,00 2", [10, 2], ["", ""]),
    ("20 30 September 2018", [20], [""]),
]
NO_CLAIMS = [
    ("Friday at 6pm", "a clock time"),
    ("2.15pm", "a clock time"),
    ("March 2021 C.P.I.", "a month"),
    ("The second test run", "an ordinal that names"),
    ("01.07.2021 - 30.06.2026", "two dates"),
    ("30 September 2018", "a date"),
    ("intake (g/day)", "a unit without a number"),
    ("to", "a preposition"),
    ("it may be", "a modal verb"),
    ("20 – 19", "a score, since it runs downwards"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_ranges_have_two_ends_and_no_midpoint(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert (quantity.value, quantity.bound, quantity.unit) == (None, "range", unit)


@pytest.mark.parametrize(("text", "value", "bound", "unit"), BOUNDS)
def test_bounds_are_read(text: str, value: float, bound: str, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.bound, quantity.unit) == (value, bound, unit)


@pytest.mark.parametrize(("text", "value", "unit"), SINGLE)
def test_one_number_is_one_quantity(text: str, value: float, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert quantity.value == pytest.approx(value)
    assert quantity.unit == unit


@pytest.mark.parametrize(("text", "values", "units"), SEVERAL)
def test_several_numbers_stay_apart(text: str, values: list[float], units: list[str]) -> None:
    quantities = read(text).quantities
    assert [quantity.value for quantity in quantities] == pytest.approx(values)
    assert [quantity.unit for quantity in quantities] == units


@pytest.mark.parametrize(("text", "reading"), NO_CLAIMS)
def test_what_is_no_claim_stays_out(text: str, reading: str) -> None:
    assert read(text).quantities == (), f"{text!r} is {reading}"


def test_units_do_not_attach_across_sentences() -> None:
    first, second = read("They found 40. Kilograms were weighed, 12 in all.").quantities
    assert (first.value, first.unit, second.value, second.unit) == (40, "", 12, "")


def test_two_limits_in_one_sentence_stay_two() -> None:
    first, second = read("It holds up to 15 K, with tests ranging from 25 to 62 K.").quantities
    assert (first.value, first.bound, first.unit) == (15, "at most", "kelvin")
    assert (second.low, second.high, second.unit) == (25, 62, "kelvin")


def test_a_ratio_of_a_plural_scale_is_finite() -> None:
    quantities = read("two out of five hundreds").quantities
    assert quantities
    assert all(end is None or 0 <= end <= 1000 for quantity in quantities for end in (quantity.value, quantity.low, quantity.high))


def test_a_letter_that_may_be_cents_or_degrees_leaves_the_number_alone() -> None:
    assert [quantity.value for quantity in read("14.7C/ per security").quantities] == [14.7]


def test_a_money_amount_behind_a_name_with_a_number_is_read() -> None:
    assert [(quantity.value, quantity.unit) for quantity in read("Pay Kiran1 10eur").quantities] == [(10, "EUR")]


def test_the_surface_of_a_compound_unit_does_not_vary() -> None:
    surfaces = {tuple((quantity.start, quantity.end) for quantity in read("-34 cm / kg").quantities) for _ in range(5)}
    assert len(surfaces) == 1


def test_a_german_decimal_comma_before_a_rate() -> None:
    (quantity,) = read("589,2MT/year").quantities
    assert (quantity.value, quantity.per) == (589.2, "year")
