"""Two numbers that are one range, numbers in a list that share a unit, and neighbours that are neither."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read

RANGES = [
    ("Some 1,500-2,000 soldiers fell.", 1500, 2000, ""),
    ("Some 1,500–2,000 soldiers fell.", 1500, 2000, ""),
    ("Some 1,500 – 2,000 soldiers fell.", 1500, 2000, ""),
    ("Some 1,500 to 2,000 soldiers fell.", 1500, 2000, ""),
    ("Between 30 and 40 people came.", 30, 40, ""),
    ("Between 5 and 6 people came.", 5, 6, ""),
    ("Between five and six people came.", 5, 6, ""),
    ("Between one hundred and two hundred people came.", 100, 200, ""),
    ("From 30 to 40 people came.", 30, 40, ""),
    ("30 to 40 people came.", 30, 40, ""),
    ("Thirty to forty people came.", 30, 40, ""),
    ("Four or five people came.", 4, 5, ""),
    ("Some 4-5 thousand people came.", 4000, 5000, ""),
    ("Some 4 to 5 thousand people came.", 4000, 5000, ""),
    ("Two to three million people came.", 2e6, 3e6, ""),
    ("Some 1.2m-1.5m people came.", 1.2e6, 1.5e6, ""),
    ("Some 900,000 to 1.1 million people came.", 900_000, 1.1e6, ""),
    ("It takes 18 to 25 percent of the yield.", 18, 25, "percent"),
    ("It takes 18-25% of the yield.", 18, 25, "percent"),
    ("It takes 18% to 25% of the yield.", 18, 25, "percent"),
    ("It takes between 18% and 25% of the yield.", 18, 25, "percent"),
    ("The rate is 0.5–0.75 percentage points.", 0.5, 0.75, "percentage point"),
    ("The beam has 12.8–13.0 TeV.", 12.8, 13.0, "teraelectronvolt"),
    ("It takes 5-10 km of cable.", 5, 10, "kilometer"),
    ("It takes 5 to 10 kilometres of cable.", 5, 10, "kilometer"),
    ("It takes 5km to 10km of cable.", 5, 10, "kilometer"),
    ("It takes 5 km–10 km of cable.", 5, 10, "kilometer"),
    ("It takes two to three weeks.", 2, 3, "week"),
    ("A two-to-three-week pause was agreed.", 2, 3, "week"),
    ("A 10- to 15-minute pause was agreed.", 10, 15, "minute"),
    ("A 10-15 minute pause was agreed.", 10, 15, "minute"),
    ("The night brought −5 to 3 °C.", -5, 3, "celsius"),
    ("The night brought between -10 and -5 °C.", -10, -5, "celsius"),
    ("It costs $20 to $30.", 20, 30, "USD"),
    ("It costs $20-$30.", 20, 30, "USD"),
    ("It costs $20-30.", 20, 30, "USD"),
    ("It costs $20–30 million.", 20e6, 30e6, "USD"),
    ("It costs between $26 and $31 million.", 26e6, 31e6, "USD"),
    ("It costs $26 to $31 million.", 26e6, 31e6, "USD"),
    ("It costs $26m-$31m.", 26e6, 31e6, "USD"),
    ("It costs €1.2-1.4bn.", 1.2e9, 1.4e9, "EUR"),
    ("It costs 20 to 30 euros.", 20, 30, "EUR"),
    ("It costs 20-30 USD.", 20, 30, "USD"),
    ("It costs $500,000 to $1 million.", 500_000, 1e6, "USD"),
    ("Tests range from 25 to 62 K.", 25, 62, "kelvin"),
    ("More than 20 and fewer than 30 boats came.", 20, 30, ""),
    ("Between 40 and 30 people came.", 40, 30, ""),
    ("Children aged 6 to 11 took part.", 6, 11, "year"),
    ("Children aged 6-11 took part.", 6, 11, "year"),
]
LISTS = [
    ("Boards of 2.1, 2.4 and 2.6 m were cut.", [2.1, 2.4, 2.6], ["meter"] * 3),
    ("Boards of 2, 3, or 4 metres were cut.", [2, 3, 4], ["meter"] * 3),
    ("Sacks of 5 and 6 kg were sold.", [5, 6], ["kilogram"] * 2),
    ("Rates of 4, 5 and 6 percent were tested.", [4, 5, 6], ["percent"] * 3),
    ("Grants of 4, 5 and 6 million dollars were paid.", [4e6, 5e6, 6e6], ["USD"] * 3),
    ("They sent 12 tanks, 30 guns and 4 boats.", [12, 30, 4], ["", "", ""]),
    ("It rose to 12% and 40 people left.", [12, 40], ["percent", ""]),
    ("They sold 3 boats and 6 kg of rope.", [3, 6], ["", "kilogram"]),
    ("The hall is 10 by 12 metres.", [10, 12], ["meter"] * 2),
    ("A 4 x 5 m room is enough.", [4, 5], ["meter"] * 2),
    ("The herd fell from 1.2m to 900,000.", [1.2e6, 900_000], ["", ""]),
]
APART = [
    ("Prices fell from 40 euros to 30 euros.", [40, 30]),
    ("Prices rose 5% to 40 euros.", [5, 40]),
    ("Staff was cut from 500 to 300.", [500, 300]),
    ("The share rose from 31 to 24 percent.", [31, 24]),
    ("It has 20 rooms and 30 beds.", [20, 30]),
    ("They sent 200 men. 300 more will follow.", [200, 300]),
    ("In the north 20, in the south 30 houses burnt.", [20, 30]),
    ("They sent 5 men to 40 villages.", [5, 40]),
    ("Lower than 20 and higher than 30 is unsafe.", [20, 30]),
    ("It fell 30 metres to 12 metres.", [30, 12]),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_a_range_is_one_quantity_with_both_ends(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert (quantity.value, quantity.bound, quantity.unit) == (None, "range", unit)


@pytest.mark.parametrize(("text", "values", "units"), LISTS)
def test_numbers_of_a_list_stay_apart_and_share_the_last_unit(text: str, values: list[float], units: list[str]) -> None:
    quantities = read(text).quantities
    assert [quantity.value for quantity in quantities] == pytest.approx(values)
    assert [quantity.unit for quantity in quantities] == units


@pytest.mark.parametrize(("text", "values"), APART)
def test_levels_and_neighbours_are_no_range(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It lasts a few hours to a few weeks.", 2 / 168, 9, "week"),
        ("It lasts several days to several weeks.", 3 / 7, 9, "week"),
    ],
)
def test_a_range_of_vague_times_is_in_the_larger_unit(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert (quantity.unit, quantity.kind) == (unit, "duration")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Between 30 and 40 people came.", "Between 30 and 40"),
        ("It costs between $26 and $31 million now.", "between $26 and $31 million"),
        ("Some dozens to hundreds of people came.", "dozens to hundreds"),
        ("It lasts 5 to 10 minutes here.", "5 to 10 minutes"),
    ],
)
def test_a_range_covers_all_its_words(text: str, surface: str) -> None:
    (quantity,) = read(text).quantities
    assert text[quantity.start : quantity.end].removeprefix("Some ") == surface


def test_a_range_keeps_the_precision_of_its_ends() -> None:
    (quantity,) = read("It takes 12.8–13.0 km.").quantities
    assert quantity.step == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Calls rose by 14 to 61.", [14, 61]),
        ("Sales grew by 1.2 million to 4.5 million.", [1.2e6, 4.5e6]),
        ("Calls fell by 30 to 35 a day.", [None]),
        ("Prices rose by 5 to 10 percent.", [None]),
        ("The battery shot down 70% to 75% of them.", [None]),
        ("They shot down 12 to 15 drones.", [None]),
        ("Turnout fell 4% to 60%.", [4, 60]),
    ],
)
def test_a_change_and_its_level_are_two_numbers_and_a_range_is_one(text: str, values: list[float | None]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == values
