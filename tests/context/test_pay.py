"""What bare numbers are in: pay by its adjective, currencies named elsewhere, years of age; and nouns that several numbers share."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document

PAY = [
    ("The hourly wage is $19.", "hour"),
    ("Their monthly rent rose to €940.", "month"),
    ("An annual fee of £60 is due.", "year"),
    ("The weekly market took £60.", ""),
    ("The annual report lists a fee of £60.", ""),
]
CURRENCIES = [
    ("The house cost 2,400,000 yen ($16,000) and the barn 1,900,000 ($12,700).", ["JPY", "USD", "JPY", "USD"]),
    ("They own 1.4 billion ($1.8bn), their rivals 900.5 million ($1.2bn).", ["", "USD", "", "USD"]),
    ("Oslo spent 9.8 billion kroner. Visitors, 3.1 million of whom came by ferry, paid little.", ["NOK", ""]),
]


@pytest.mark.parametrize(("text", "per"), PAY)
def test_pay_is_per_what_its_adjective_says(text: str, per: str) -> None:
    assert analyse(Document("d", text)).claims[-1].per == per


@pytest.mark.parametrize(("text", "units"), CURRENCIES)
def test_bare_amounts_take_the_currency_that_is_meant(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in analyse(Document("d", text)).claims] == units


AGED = [
    ("The average life expectancy for miners is around 66 raising the question of pensions.", "age"),
    ("The median age of the voters was 51.", "age"),
    ("Their age at death was 70.", "age"),
    ("The forest age limit is 70.", "count"),
]
ITEMS = [
    ("They closed three empty shops.", ["empty shops"]),
    ("The agent lists one- and four-room flats.", ["room flats", "room flats"]),
    ("Output fell 12% typically.", ["Output"]),
]


@pytest.mark.parametrize(("text", "kind"), AGED)
def test_ages_and_life_expectancies_are_in_years(text: str, kind: str) -> None:
    (claim,) = analyse(Document("d", text)).claims
    assert (claim.kind, claim.unit) == (kind, "year" if kind == "age" else "")


@pytest.mark.parametrize(("text", "items"), ITEMS)
def test_attributes_and_hanging_hyphens_reach_their_noun(text: str, items: list[str]) -> None:
    assert [claim.item for claim in analyse(Document("d", text)).claims] == items
