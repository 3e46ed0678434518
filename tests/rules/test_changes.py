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
    "The storm's winds fell from 140 mph at sea to 90 mph on land, then rose to 100 mph.",
    "The firm cut its 12 plants to 9 and raised output from 40 to 52 tonnes.",
    "Sales, $40 million in 2019, fell 25% in 2020 and rose to $36 million in 2021.",
    "Net income rose 10% to $55 million. Revenue was $200 million, up from $180 million, and costs fell 5%.",
    "Profit fell by half to $20 million after a charge of $15 million.",
    "Profit rose 12% to $56 million excluding a gain of $4 million, from $48 million.",
    "The index lost 3% to close at 4,850, having touched 5,100.",
    "The pass mark went up from 40 to 50 and the number of passes down from 300 to 240, a fall of 20%.",
    "Exports to China rose 20% to $12 billion, while exports to Japan slipped to $9 billion from $10 billion.",
    "The share of coal dropped from 40% to 30%, a fall of a quarter, and gas rose from 20% to 25%.",
    "Sea ice covered 4.2 million sq km, 12% below the 1991-2020 average of 4.8 million sq km.",
    "The price increase from 1 May: adults from $9 to $12, children from $5 to $4.",
    "They dropped from 3,000 m to 1,200 m and climbed from there to 2,500 m.",
    "She dropped from 12 metres onto 9 mattresses. The bus fell from 40 feet to a ledge 60 feet above the river.",
    "Arsenal moved up from sixth to fourth; Spurs went down from 3 to 7 in the table.",
    "Bond yields rose as prices fell, from 98 cents to 95 cents.",
    "The unemployment rate rose to 6.0% in May. It was 5.5% in April and 6.5% a year earlier.",
    "The temperature fell from 4 °C to −12 °C overnight.",
    "The temperature rose from -12 to -4 degrees.",
    "Growth slowed from 3% to 2%, and the economy grew to $1.2 trillion from $1.18 trillion.",
    "It rose 3% in the first quarter, 4% in the second and to 120 points in the third from 110.",
    "The number of users grew tenfold, from 1 million to 10 million, and then doubled again to 20 million.",
    "Wages doubled between 2000 and 2010. In 2010 they were $40,000, against $30,000 in France.",
    "Capacity doubles to 80 MW in May. The old plant, of 30 MW, closes. Output was 25 MW last year.",
    "The club doubled its membership fee. It has 400 members, against 300 a year ago.",
    "Half of them stayed. The hotel has 90 rooms, 30 of them singles.",
    "Of 640 pupils, a third (213) walk, half (320) cycle and the others ride.",
    "The city's population is 800,000, of whom a fifth (160,000) are over 65.",
    "About two in three, 64%, said yes; one in three, 36%, said no.",
    "A clear majority of 58% backed the plan; a majority of voters, 61%, said so before.",
    "The largest party, with 38% of the vote, lacks a majority (51 seats).",
    "He has paid $400, or half of the $800 he owes, and a third of it in cash, $150.",
    "Three in ten (31.4%) agreed, nearly a third. Some 9%, nearly one in ten, did not.",
    "The vote share rose by 5 points to 31 percent, a rise of about a fifth from 26 percent.",
    "Prices fell 50% and then rose 50%, from $100 to $50 to $75.",
    "Ridership is down 40% from 2019, when 2 million people a day rode; 1.2 million do now.",
    "Deaths fell to 30 this year, compared with 28 in 2021 and 45 in 2022.",
    "The dose was raised from 5 mg twice a day to 10 mg once a day.",
    "The euro rose to $1.12 from $1.10, and the dollar fell to 0.893 euros.",
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
