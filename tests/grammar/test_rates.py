"""What a rate is per: a time, a measure, so many people, or a thing; and articles that make no rate."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.grammar.quantities import read
from numclaims.model import Document

RATES = [
    ("The plant uses 30 kWh a day.", 30, "kilowatt hour", "day"),
    ("The plant uses 30 kWh per day.", 30, "kilowatt hour", "day"),
    ("The plant uses 30 kWh/day.", 30, "kilowatt hour", "day"),
    ("The plant uses 30 kWh each day.", 30, "kilowatt hour", "day"),
    ("The plant uses 30 kWh every day.", 30, "kilowatt hour", "day"),
    ("The plant uses 30 kWh daily.", 30, "kilowatt hour", "day"),
    ("The plant uses 30 kWh an hour.", 30, "kilowatt hour", "hour"),
    ("The plant uses 30 tonnes per year.", 30, "metric ton", "year"),
    ("The plant uses 30 tonnes annually.", 30, "metric ton", "year"),
    ("The plant uses 30 tonnes per annum.", 30, "metric ton", "year"),
    ("The plant uses 30 litres a second.", 30, "liter", "second"),
    ("The plant uses 30 litres per square metre.", 30, "liter", "square meter"),
    ("The drug costs $30 a month.", 30, "USD", "month"),
    ("The drug costs $30 per dose.", 30, "USD", "dose"),
    ("The drug costs $30 per person.", 30, "USD", "person"),
    ("The drug costs $30 per capita.", 30, "USD", "person"),
    ("The drug costs $30 a head.", 30, "USD", "head"),
    ("The drug costs $30 a barrel.", 30, "USD", "barrel"),
    ("The drug costs $30 a kilo.", 30, "USD", "kilogram"),
    ("The drug costs 30 euros per kilogram.", 30, "EUR", "kilogram"),
    ("The drug costs 30 cents a share.", 30, "cent", "share"),
    ("The outing costs $30 an adult, with lunch.", 30, "USD", "adult"),
    ("The stand sold beer at 30 euros a jar.", 30, "EUR", "jar"),
    ("The drug costs £30 per hour.", 30, "GBP", "hour"),
    ("The drug costs £30/hour.", 30, "GBP", "hour"),
    ("The drug costs $30 million a year.", 30e6, "USD", "year"),
    ("Prices rose 4% a year.", 4, "percent", "year"),
    ("Prices rose 4 percent per month.", 4, "percent", "month"),
]
PER_MANY = [
    ("The car burns 6 litres per 100 km.", 6, "liter", "100 kilometer"),
    ("The car burns 6 litres per 100 kilometres.", 6, "liter", "100 kilometer"),
    ("The firm pays $30 per 1,000 words.", 30, "USD", "1000 word"),
    ("The firm pays 30 cents per 1,000 clicks.", 30, "cent", "1000 click"),
    ("The flour has 12 g per 100 g.", 12, "gram", "100 gram"),
    ("The rain left 30 litres per 1,000 square metres.", 30, "liter", "1000 square meter"),
]
RANGED = [
    ("It costs $20 to $30 a month.", "USD", "month"),
    ("It uses 5-10 litres per day.", "liter", "day"),
    ("It uses between 5 and 10 litres an hour.", "liter", "hour"),
]
NO_RATE = [
    ("It cost $30 a year ago.", 30),
    ("It sold 30 tonnes a year earlier.", 30),
    ("They gave 30 dollars a moment later.", 30),
    ("They walked 30 miles an evening before.", 30),
    ("They saw 30 metres a ship.", 30),
]


@pytest.mark.parametrize(("text", "value", "unit", "per"), RATES)
def test_a_rate_says_what_it_is_per(text: str, value: float, unit: str, per: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.unit, quantity.per) == (value, unit, per)


@pytest.mark.parametrize(("text", "value", "unit", "per"), PER_MANY)
def test_a_rate_may_be_per_so_many(text: str, value: float, unit: str, per: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.unit, quantity.per) == (value, unit, per)


@pytest.mark.parametrize(("text", "unit", "per"), RANGED)
def test_a_range_can_be_a_rate(text: str, unit: str, per: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.bound, quantity.unit, quantity.per) == ("range", unit, per)


@pytest.mark.parametrize(("text", "value"), NO_RATE)
def test_an_article_before_another_noun_makes_no_rate(text: str, value: float) -> None:
    quantity = read(text).quantities[0]
    assert (quantity.value, quantity.per) == (value, "")


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It costs about $30 a month here.", "about $30 a month"),
        ("It uses 30 kWh per day here.", "30 kWh per day"),
        ("The firm pays $30 per 1,000 words here.", "$30 per 1,000 words"),
    ],
)
def test_the_rate_stands_inside_the_quantity(text: str, surface: str) -> None:
    (quantity,) = read(text).quantities
    assert text[quantity.start : quantity.end].startswith(surface)


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("There are 7 cots for every 1,000 births.", 7, "1000 birth"),
        ("Some 14 in every 100,000 fell ill.", 14, "100000"),
        ("They keep 3 dogs for each 40 sheep.", 3, "40 sheep"),
    ],
)
def test_what_comes_for_every_so_many_is_a_rate(text: str, value: float, per: str) -> None:
    assert [(claim.value, claim.per) for claim in analyse(Document("d", text)).claims] == [(value, per)]


def test_every_so_many_before_the_number_is_a_count_of_its_own() -> None:
    assert [quantity.value for quantity in read("For every 1,000 births 3 mothers died.").quantities] == [1000, 3]
