"""Changes against the numbers before and after: percentages, points, "doubled", and verbs that run the wrong way."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run

CODES = ("PCT002", "PCT004", "PCT005")


def failed(text: str) -> list[str]:
    return [f"{check.rule} {check.message}" for check in run(analyse(Document(id="text", text=text)), select=CODES) if not check.holds]


def held(text: str) -> list[str]:
    return [f"{check.rule} {check.message}" for check in run(analyse(Document(id="text", text=text)), select=CODES) if check.holds]


WRONG = [
    ("Exports rose 25% from 40 to 52 ships.", "PCT002 from 40 to 52 is 30%, not 25%"),
    ("Exports, 40 tonnes in 2020, had grown to 52 tonnes by 2022, a 25% rise.", "PCT002 from 40 tonnes to 52 tonnes is 30%, not 25%"),
    ("The rent has gone up by 115% in two years, from €400 to €640 a month.", "PCT002 from €400 to €640 a month is 60%, not 115%"),
    ("Profit was $560 million, up 18% from $500 million a year earlier.", "PCT002 from $500 million to $560 million is 12%, not 18%"),
    ("Zinc, which closed on Monday at $2,600, fell 2.5% to $2,470.", "PCT002 from $2,600 to $2,470 is 5%, not 2.5%"),
    ("Six people died, compared with nine in 2022, a 50% decrease.", "PCT002 from 9 to 6 is 33.3%, not 50%"),
    ("The fee is £66, a tenth more than last year's £50.", "PCT002 from £50 to £66 is 32%, not a tenth"),
    ("Support fell by 15 percentage points from 38% to 26%.", "PCT002 from 38% to 26% is 12 percentage points, not 15 percentage points"),
    ("The tax was cut by 2 percent, from 6.2 percent to 4.2 percent.", "PCT002 from 6.2 percent to 4.2 percent is 32.3%, not 2 percent"),
    (
        "The depot took in 41 tonnes in July, it said. In June the figure had been 50. The month's drop of 30% was the steepest yet.",
        "PCT002 from 50 to 41 tonnes is 18%, not 30%",
    ),
    (
        "The order book stood at €78 million on Monday, against €65 million a year before. Deliveries go on as planned. "
        "The 35% growth in the order book pleased the owners.",
        "PCT002 from €65 million to €78 million is 20%, not 35%",
    ),
    (
        "Behind the seats the van holds 610 litres. The driver's door is wide. Space is up 22% on the old model's 430 litres.",
        "PCT002 from 430 litres to 610 litres is 41.9%, not 22%",
    ),
    ("Orders tripled to 90 from 45.", "PCT004 from 45 to 90 is 2 times, not 'tripled'"),
    ("The price more than doubled from $40 to $62.", "PCT004 from $40 to $62 is 1.55 times, not 'more than doubled'"),
    ("The herd halved, from 90 animals to 63 animals.", "PCT004 from 90 to 63 is 0.7 times, not 'halved'"),
    ("Arrivals rose from 52 to 40 in May.", "PCT005 from 52 to 40 is a fall, not 'rose'"),
    ("The basket declined to €74 from €69.", "PCT005 from €69 to €74 is a rise, not 'declined'"),
    ("An increase from 9 to 7 was seen.", "PCT005 from 9 to 7 is a fall, not 'increase'"),
    ("From 350 two years ago, membership has slumped to 400.", "PCT005 from 350 to 400 is a rise, not 'slumped'"),
    ("The price went up from $5 to $4.", "PCT005 from $5 to $4 is a fall, not 'up'"),
]

RIGHT = [
    "Robberies were down by 9 percent, from 210 to 191, and car thefts up from 388 to 403.",
    "Humidity fell 12 percentage points to 38% during the afternoon, a relative drop of about a quarter.",
    "Coverage climbed to 84% from 80% a year earlier, a gain of four percentage points, or 5%.",
    "The number almost halved, to 40 from 75, and more than doubled in Kent, from 12 to 31.",
    "Use fell by 10%, from 28.3 to 25.4 milligrams.",
    "Farmers bought 162 tonnes, down from 184 tonnes in 2021 and 62% below the peak of 421 tonnes.",
    "Net loss narrowed 40%, to $12 million from $20 million, on revenue that rose 25% to $125 million from $100 million.",
    "The club rose from 12 to 3 in the rankings.",
    "They are tenth, down from fourth at Christmas.",
    "The margin improved to minus 8% from minus 16%.",
    "The result fell from a loss of 5 million to a loss of 9 million.",
    "The yen fell from 147 to 150 to the dollar.",
    "Sales rose 25% and profit climbed from 40 to 52.",
    "Output grew 3.4% at an annual rate, from 40 to 52 tonnes.",
    "Sales rose 3% in real terms, from $40 million to $52 million.",
    "Output fell from 2.5 to 2 million tonnes, or 20%.",
    "Output rose from 1.5 to 2 million tonnes.",
    "Wages rose 6% in July, and in May by 4% to $520.",
    "The shop opens up from 9 to 5.",
    "The growth of 5% in wages beat that of prices. Rent is $900, against $800 last year.",
    "Turnover was $40 million, against $30 million a year before. The 12% rise in pay had been agreed long ago.",
    "He raised the flag from 12 ships to 9 forts.",
    "The team scored 12 points, up from third place to second.",
    "Prices doubled, and 12 of the 48 shops closed.",
    "The rate went from 5% to 4% in May and from 4% to 5% in June, up 25%.",
    "Between 2010 and 2020 the herd grew by 50% to 450 animals.",
    "Profit rose to $5 million from a loss of $9 million.",
    "Shares rose 4.2p to 60p.",
    "The speed limit drops from 60 to 40 km/h, and fines range from 50 to 200 crowns.",
    "The tower rose from 40 metres of rock to 52 metres.",
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_change_that_contradicts_its_numbers_is_flagged(text: str, message: str) -> None:
    assert failed(text) == [message]


@pytest.mark.parametrize("text", RIGHT)
def test_a_change_that_fits_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert failed(text) == []


def test_changes_that_hold_show_their_arithmetic() -> None:
    assert held("Coverage rose 5% to 84% from 80%.") == ["PCT002 from 80% to 84% is 5%", "PCT005 from 80% to 84% is a rise"]
    assert held("Orders doubled to 90 from 45.") == ["PCT004 from 45 to 90 is 2 times"]


def test_the_ends_of_one_range_are_two_spans() -> None:
    (check,) = run(analyse(Document(id="text", text="The price tripled from $40 to $62.")), select=["PCT004"])
    assert [span.text for span in check.spans] == ["$40", "$62"]
