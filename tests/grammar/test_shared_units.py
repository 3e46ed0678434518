"""Units said once for several numbers, and exchange rates whose currency stands elsewhere."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read

SHARED = [
    ("The drug cut her glucose by 1.4 mmol/L (from 9.8 to 8.4).", [("millimole", "liter")] * 3),
    ("The truck took 7.5 tonnes, just 0.4 short of its limit.", [("metric ton", ""), ("metric ton", "")]),
    ("The jump was 8.2 metres, 0.3 more than last year.", [("meter", ""), ("meter", "")]),
    ("Crude slid from $82 a barrel to $76.", [("USD", "barrel"), ("USD", "barrel")]),
    ("Costs rose 12% (from 50 to 56).", [("percent", ""), ("", ""), ("", "")]),
    ("It weighs 3 kg, and 14 of them fit.", [("kilogram", ""), ("", "")]),
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


@pytest.mark.parametrize(("text", "unit", "per"), EXCHANGE)
def test_exchange_rates_take_the_currency_named_before(text: str, unit: str, per: str) -> None:
    quantity = read(text).quantities[0]
    assert (quantity.unit, quantity.per) == (unit, per)
