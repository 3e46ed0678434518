"""Amounts of money in the notations that prose uses, with the ISO 4217 code of their currency."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read

SYMBOLS = [
    ("It cost $40.", 40, "USD"),
    ("It cost $40.50.", 40.5, "USD"),
    ("It cost $1,250.", 1250, "USD"),
    ("It cost US$40.", 40, "USD"),
    ("It cost US $40.", 40, "USD"),
    ("It cost €40.", 40, "EUR"),
    ("It cost € 40.", 40, "EUR"),
    ("It cost 40 €.", 40, "EUR"),
    ("It cost 40€.", 40, "EUR"),
    ("It cost £40.", 40, "GBP"),
    ("It cost ¥4,000.", 4000, "JPY"),
    ("It cost ₹4,000.", 4000, "INR"),
    ("It cost Rs 4,000.", 4000, "INR"),
    ("It cost Rs. 4,000.", 4000, "INR"),
    ("It cost ₽4,000.", 4000, "RUB"),
    ("It cost ₴4,000.", 4000, "UAH"),
    ("It cost ₩4,000.", 4000, "KRW"),
    ("It cost ₦4,000.", 4000, "NGN"),
    ("It cost A$40.", 40, "AUD"),
    ("It cost C$40.", 40, "CAD"),
    ("It cost NZ$40.", 40, "NZD"),
    ("It cost HK$40.", 40, "HKD"),
    ("It cost S$40.", 40, "SGD"),
    ("It cost R$40.", 40, "BRL"),
    ("It cost RM120,000.", 120_000, "MYR"),
    ("It cost R450.", 450, "ZAR"),
]
CODES = [
    ("The dollar rose to 1.8410 marks.", 1.841, "DEM"),
    ("It cost 40 million marks.", 40e6, "DEM"),
    ("It cost USD 40.", 40, "USD"),
    ("It cost USD40.", 40, "USD"),
    ("It cost 40 USD.", 40, "USD"),
    ("It cost EUR 40.", 40, "EUR"),
    ("It cost 40 EUR.", 40, "EUR"),
    ("It cost GBP 40.", 40, "GBP"),
    ("It cost CHF 40.", 40, "CHF"),
    ("It cost 40 CHF.", 40, "CHF"),
    ("It cost PLN 40.", 40, "PLN"),
    ("It cost UAH 40.", 40, "UAH"),
    ("It cost KES 40.", 40, "KES"),
    ("It cost SEK 40.", 40, "SEK"),
]
WORDS = [
    ("It cost 40 dollars.", 40, "USD"),
    ("It cost 40 US dollars.", 40, "USD"),
    ("It cost forty dollars.", 40, "USD"),
    ("It cost 40 Canadian dollars.", 40, "CAD"),
    ("It cost 40 Australian dollars.", 40, "AUD"),
    ("It cost 40 euros.", 40, "EUR"),
    ("It cost 40 pounds sterling.", 40, "GBP"),
    ("They raised 5 million pounds.", 5e6, "GBP"),
    ("It cost 40 rubles.", 40, "RUB"),
    ("It cost 40 roubles.", 40, "RUB"),
    ("It cost 40 hryvnias.", 40, "UAH"),
    ("It cost 40 Swiss francs.", 40, "CHF"),
    ("It cost 40 yen.", 40, "JPY"),
    ("It cost 40 yuan.", 40, "CNY"),
    ("It cost 40 zlotys.", 40, "PLN"),
    ("It cost 40 Danish kroner.", 40, "DKK"),
    ("It cost 4,000 naira.", 4000, "NGN"),
    ("It cost 30 cents.", 30, "cent"),
    ("It cost 30¢.", 30, "cent"),
    ("It cost 30 pence.", 30, "penny"),
    ("It cost 30p.", 30, "penny"),
]
SCALED = [
    ("The plan costs $275 million.", 275e6, "USD", 1e6),
    ("The plan costs $1.2 billion.", 1.2e9, "USD", 1e8),
    ("The plan costs $1.2bn.", 1.2e9, "USD", 1e8),
    ("The plan costs $1.2 bn.", 1.2e9, "USD", 1e8),
    ("The plan costs $1.2B.", 1.2e9, "USD", 1e8),
    ("The plan costs $1.2b.", 1.2e9, "USD", 1e8),
    ("The plan costs $30m.", 30e6, "USD", 1e6),
    ("The plan costs $30M.", 30e6, "USD", 1e6),
    ("The plan costs $30MM.", 30e6, "USD", 1e6),
    ("The plan costs $30 mln.", 30e6, "USD", 1e6),
    ("The plan costs $30k.", 30e3, "USD", 1e3),
    ("The plan costs $2tn.", 2e12, "USD", 1e12),
    ("The plan costs €3m.", 3e6, "EUR", 1e6),
    ("The plan costs 3 million euros.", 3e6, "EUR", 1e6),
    ("The plan costs 3m euros.", 3e6, "EUR", 1e6),
    ("The plan costs EUR 3 million.", 3e6, "EUR", 1e6),
    ("The plan costs £450,000.", 450_000, "GBP", 1),
    ("The plan costs Rs 3 lakh.", 3e5, "INR", 1e5),
    ("The plan costs ₹12 crore.", 12e7, "INR", 1e7),
    ("The plan costs ₹12cr.", 12e7, "INR", 1e7),
    ("The plan costs Rs 3 lakh crore.", 3e12, "INR", 1e12),
    ("The plan costs two million dollars.", 2e6, "USD", 0),
    ("The plan costs half a million dollars.", 5e5, "USD", 0),
    ("The plan costs a million dollars.", 1e6, "USD", 0),
    ("A $275 million package was sent.", 275e6, "USD", 1e6),
    ("A $275-million package was sent.", 275e6, "USD", 1e6),
    ("A 40-million-euro package was sent.", 40e6, "EUR", 1e6),
]
TOGETHER = [
    ("It cost thirteen dollars and forty-five cents.", 13.45, "USD"),
    ("It cost 13 dollars and 45 cents.", 13.45, "USD"),
    ("It cost 2 euros 50.", 2.5, "EUR"),
]


@pytest.mark.parametrize(("text", "value", "currency"), SYMBOLS + CODES + WORDS + TOGETHER)
def test_money_has_the_code_of_its_currency(text: str, value: float, currency: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.kind, quantity.unit) == ("money", currency)
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value", "currency", "step"), SCALED)
def test_scales_behind_money_are_no_units(text: str, value: float, currency: str, step: float) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.kind, quantity.unit) == ("money", currency)
    assert quantity.value == pytest.approx(value)
    assert quantity.step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The plan costs about $1.2 billion this year.", "about $1.2 billion"),
        ("They pay 12 euros a kilo here.", "12 euros a kilo"),
        ("They owe 40 US dollars now.", "40 US dollars"),
        ("They owe EUR 3 million now.", "EUR 3 million"),
    ],
)
def test_the_currency_stands_inside_the_quantity(text: str, surface: str) -> None:
    (quantity,) = read(text).quantities
    assert text[quantity.start : quantity.end] == surface


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The parcel weighs 40 pounds.", "pound"),
        ("They won 40 games.", ""),
        ("She won 40 marks.", ""),
        ("It was a real 40 minutes.", "minute"),
        ("He carried a 40-pound sack.", "pound"),
    ],
)
def test_words_that_also_name_money_are_read_by_what_stands_around(text: str, unit: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.unit) == (40, unit)
