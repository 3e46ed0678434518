"""Units said once for several numbers, and exchange rates whose currency stands elsewhere."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.grammar.quantities import read
from numclaims.model import Document

SHARED = [
    ("The drug cut her glucose by 1.4 mmol/L (from 9.8 to 8.4).", [("millimole", "liter")] * 3),
    ("The truck took 7.5 tonnes, just 0.4 short of its limit.", [("metric ton", ""), ("metric ton", "")]),
    ("The jump was 8.2 metres, 0.3 more than last year.", [("meter", ""), ("meter", "")]),
    ("They ordered several hundred or even 900 tonnes.", [("metric ton", ""), ("metric ton", "")]),
    ("Crude slid from $82 a barrel to $76.", [("USD", "barrel"), ("USD", "barrel")]),
    ("Costs rose 12% (from 50 to 56).", [("percent", ""), ("", ""), ("", "")]),
    ("It weighs 3 kg, and 14 of them fit.", [("kilogram", ""), ("", "")]),
]
RANGES = [
    ("Plots run from 300 sq ft up to 800 sq ft.", 300, 800),
    ("They measure from 2 cm to as much as 9 cm.", 2, 9),
]
DIVIDED = [
    ("We counted 640 shrubs/ha.", 640, "hectare", "shrubs"),
    ("We counted 640 shrubs ha−1.", 640, "hectare", "shrubs"),
    ("The flask held 4 × 105 spores mL-1.", 4e5, "milliliter", "spores"),
]
EXCHANGE = [
    ("The yen sank to 158.4 to the greenback.", "JPY", "USD"),
    ("The rupee closed at 84.2 per dollar.", "INR", "USD"),
    ("The hryvnia stood at 44.9 to the euro.", "UAH", "EUR"),
    ("The pound climbed to 1.31 to the dollar.", "", ""),
    ("Turnout rose from 41 to the highest ever.", "", ""),
]


@pytest.mark.parametrize(("text", "units"), SHARED)
def test_a_unit_said_once_is_shared(text: str, units: list[tuple[str, str]]) -> None:
    assert [(quantity.unit, quantity.per) for quantity in read(text).quantities] == units


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_from_up_to_is_a_range(text: str, low: float, high: float) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.low, quantity.high, quantity.change) == (low, high, "none")


@pytest.mark.parametrize(("text", "value", "per", "item"), DIVIDED)
def test_counted_things_are_divided_by_symbols_too(text: str, value: float, per: str, item: str) -> None:
    (claim,) = analyse(Document("d", text)).claims
    assert (claim.value, claim.unit, claim.per, claim.item) == (value, "", per, item)


@pytest.mark.parametrize(("text", "unit", "per"), EXCHANGE)
def test_exchange_rates_take_the_currency_named_before(text: str, unit: str, per: str) -> None:
    quantity = read(text).quantities[0]
    assert (quantity.unit, quantity.per) == (unit, per)


def test_the_sides_of_a_volume_are_lengths() -> None:
    assert [quantity.unit for quantity in read("The beam was 60 × 10 × 3 mm3.").quantities] == ["millimeter"] * 3
    assert [quantity.unit for quantity in read("We cut 2 × 30 cm2.").quantities] == ["square centimeter"] * 2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The highest bid was 84 cents, while the lowest was 74.", ["cent", "cent"]),
        ("The longest pipe is 40 m and the shortest is 12.", ["meter", "meter"]),
        ("The highest bid was 84 cents. The lowest was 74.", ["cent", ""]),
        ("The trip took 40 hours and the oldest was 74 years old.", ["hour", "year"]),
    ],
)
def test_the_other_end_of_a_contrast_has_the_unit_of_the_first(text: str, units: list[str]) -> None:
    assert [quantity.unit for quantity in read(text).quantities] == units
