"""Amounts whose adjective says what they are per, and currencies of bare amounts."""

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
