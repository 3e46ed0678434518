"""Numbers that stand near a change and are not its before or after: nothing is held against them."""

from __future__ import annotations

import pytest

import numclaims


@pytest.mark.parametrize(
    "text",
    [
        "Deposits rose to 6.4 billion in March from 6.1 billion in February, and compared with 7.2 billion a year before.",
        "Earnings were $12.4 million, or 48 cents a share, up from $9.1 million, or 36 cents a share.",
        "Oil output was 1.8 million barrels and gas output 1.1 million barrels, down from 1.9 and 1.0 million barrels respectively.",
        "Diesel demand was up from 3.3 million litres, while petrol demand fell to 1.4 million litres from 1.5 million.",
        "Sales rose 17% to £94 million from £80 million, bringing those of the half year to £174 million, up 16%.",
        "The rig count was up by two to 183, against 324 a year ago.",
        "Shares slumped to 453p after yesterday's 496p but later rose to 464p.",
        "Orders rose 2% from a revised 827 tonnes in May.\n\nOrders from abroad rose 17% from a year earlier to 614 tonnes.",
        "Money supply stood at 97.2 billion in May, compared to 97.1 billion in April. It was up 9.4% on its level a year before.",
        "The rise came after a strong 6.4% gain from May's rate of 1,770 homes.\n\nIn June 1,884 homes were built, from 1,880 in May.",
        "The rate of growth was 2.5%, down from 4.7% a year before. The 0.7% decline in spending was a surprise.",
        "Trade jumps 90%\n\nTrade jumped 90% last year. It is to rise to 2,000 tonnes from 700 tonnes over four years.",
        "The rise took the rate to 3.4% in May from 3.5% in April.",
        "The bill would raise the permitted cut in the support for all major crops to 10% from 5%.",
        "Growth of demand would decline from 7.6% last year to 5% next year.",
        "Sales rose 5% on a comparable-store basis to $20 million from $10 million.",
        "The board has authorised an increase in the maximum number of shares that the firm may buy back to 4.5 million from 2.5 million.",
        "Staff will be cut to 500,000 from two mln.",
        "A total of 10,900 kilos of silver came in. The weight of platinum slipped 8% to 9,800 grams.",
    ],
)
def test_a_number_of_another_clause_time_or_thing_is_left_alone(text: str) -> None:
    assert [finding.message for finding in numclaims.audit(text).findings if finding.severity != "note"] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Diesel demand was up from 3.3 million litres, while petrol demand fell to 1.6 million litres from 1.5 million.", "fell"),
        ("Earnings were $12.4 million, or 48 cents a share, up from $19.1 million, or 76 cents a share.", "up"),
        ("The state raised the permitted reduction in rates to 10% from 15%.", "raised"),
    ],
)
def test_the_numbers_of_the_clause_itself_are_not(text: str, message: str) -> None:
    assert any(message in finding.message for finding in numclaims.audit(text).findings)
