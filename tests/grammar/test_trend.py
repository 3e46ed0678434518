"""Numbers by which something changes, up or down, told apart from the levels it changes to and from."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read
from numclaims.model import Change

CHANGES = [
    ("Prices rose 4%.", "up"),
    ("Prices rose by 4%.", "up"),
    ("Tin put on 4% overnight.", "up"),
    ("Tin was 4 cents firmer.", "up"),
    ("The new case is 4% lighter than the old one.", "down"),
    ("The calves lost an average of 4 kg.", "down"),
    ("Prices rose by about 4%.", "up"),
    ("Prices rose by more than 4%.", "up"),
    ("Prices have risen nearly 4%.", "up"),
    ("Prices are up 4%.", "up"),
    ("Prices were up by 4 percent.", "up"),
    ("Prices jumped 4 percent.", "up"),
    ("Prices surged another 4 percent.", "up"),
    ("Prices grew 4 percent a year.", "up"),
    ("Prices grew sharply by 4 percent.", "up"),
    ("Sales gained $4 million.", "up"),
    ("There was a 4% rise in prices.", "up"),
    ("There was a rise of 4% in prices.", "up"),
    ("An increase of 4% was seen.", "up"),
    ("A 4% jump was seen.", "up"),
    ("Prices were 4% higher.", "up"),
    ("They sold 4% more.", "up"),
    ("Prices fell 4%.", "down"),
    ("Prices fell by 4%.", "down"),
    ("Prices fell by almost 4%.", "down"),
    ("Prices are down 4%.", "down"),
    ("Prices dropped 4 percent.", "down"),
    ("Prices have declined by 4 percent.", "down"),
    ("Prices plunged more than 4 percent.", "down"),
    ("Prices slipped 4 basis points.", "down"),
    ("The index shed 4%.", "down"),
    ("There was a 4% drop in prices.", "down"),
    ("There was a fall of 4% in prices.", "down"),
    ("A decline of 4% was seen.", "down"),
    ("A 4% cut was made.", "down"),
    ("Prices were 4% lower.", "down"),
    ("They sold 4% less.", "down"),
    ("They sold 4% fewer boats.", "down"),
    ("The lake sank by 4 metres.", "down"),
    ("The lake rose 4 metres.", "up"),
    ("The yield climbed 4 basis points.", "up"),
    ("Sales fell $4 million.", "down"),
    ("The herd grew by 4.", "up"),
    ("The firm added 900 jobs.", "up"),
    ("The mill shed about 900 posts.", "down"),
    ("Prices inched up 4%.", "up"),
    ("The gap widened by 4 points.", "up"),
    ("The bank pared its stake by 4%.", "down"),
    ("The town trimmed its staff by about 400.", "down"),
    ("The port raised the tonnage fee for tugs by $4.", "up"),
    ("A reduction in fees by 4% was agreed.", "down"),
    ("The ministry lowered the limit in tunnels by 20 km/h.", "down"),
    ("There was a fall in output of 4%.", "down"),
    ("There was an increase in rents of $40.", "up"),
    ("A 400-point drop scared the floor.", "down"),
    ("A $4 increase was agreed.", "up"),
    ("A 4-dollar price cut was agreed.", "down"),
    ("The union fought a 400-job cut.", "down"),
    ("The gauge closed 40 points lower.", "down"),
    ("They caught 40 eels more than last year.", "up"),
    ("They caught 40 fewer than in 2019.", "down"),
    ("Orders were 4% ahead of the same month of last year.", "up"),
    ("The lake is 4 metres below its 2019 peak.", "down"),
    ("The share was off 4% at noon.", "down"),
    ("The share gave up 4%.", "down"),
    ("The share gave back $4.", "down"),
    ("The party lost one seat.", "down"),
    ("The bank lost 4,000 customers.", "down"),
    ("Prices rose a total of 4%.", "up"),
    ("There was a loss of 4% on the day.", "down"),
    ("Members get 4% off the price.", "down"),
    ("The lake is 4 degrees warmer.", "up"),
    ("Sales were 4% below last year.", "down"),
    ("It was 4 degrees above normal.", "up"),
    ("Prices fell a further 4%.", "down"),
]
LEVELS = [
    "Prices rose to 4%.",
    "Prices fell to 4%.",
    "Prices fell below 4%.",
    "Prices stood at 4%.",
    "Prices are above 4%.",
    "Inflation is 4%.",
    "Turnout of 4% was seen.",
    "The fall lasted 4 weeks.",
    "The price rise came 4 days later.",
    "They lost 4 boats.",
    "They cut 4 trees.",
    "They raised 4 flags.",
    "Up to 4 boats came.",
    "They went up 4 hills.",
    "They set up 4 tents.",
    "They tore down 4 houses.",
    "They added 4 spoons.",
    "They added a 30-second spot.",
    "They lost a $4 million contract.",
    "She gained a 4% stake.",
    "The buoy lies 4 metres above the bed.",
    "The level is 4 ppb below the limit.",
    "The ship sank 4 miles north of the port.",
    "The rise is real. 4% of people agree.",
    "Some 4% of people agree.",
    "The start-up raised $4 million.",
    "The firm posted a net loss of $4 million.",
    "The court awarded the firm 4,000 rand.",
    "The band put on 4 shows.",
    "The fund trades at a 4% discount to its peers.",
    "The bank kept its 4% discount rate.",
    "A rise in the price of $4 wine is due.",
    "The gap was widened with money held by 4 firms.",
    "A $4 million upgrade was agreed.",
    "The cliff has a 40-metre drop.",
    "They took off 4 kilos.",
    "There are 4 higher courts.",
    "It has 4 more than the rest.",
]
BOTH = [
    ("Prices rose 4% to $12.", ["up", "none"]),
    ("Prices rose from $10 to $12.", ["none", "none"]),
    ("Prices fell 4% to $12 from $13.", ["down", "none", "none"]),
    ("Prices fell from $13 to $12, or 8%.", ["none", "none", "none"]),
    ("Exports rose 4% and imports fell 3%.", ["up", "down"]),
    ("The lake sank by 4 metres to 12 metres.", ["down", "none"]),
    ("The index lost 190 points, or 0.6%.", ["down", "down"]),
    ("Output grew 0.3% in May and 1.1% in June.", ["up", "up"]),
    ("Lorne Foods fell 2%, Merrow Bank by 3% and Tarn Steel 1%.", ["down", "down", "down"]),
    ("Lorne Foods fell 2 to 43.", ["down", "none"]),
    ("Lorne Foods is up 2 at 43.", ["up", "none"]),
    ("The index added 12 to 4,310.", ["up", "none"]),
    ("Wages rise 4% this year and 3% next.", ["up", "up"]),
    ("Lorne Foods fell 2%, but 3% of traders bought.", ["down", "none"]),
]


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_a_change_has_a_direction(text: str, change: Change) -> None:
    (quantity,) = read(text).quantities
    assert quantity.change == change


@pytest.mark.parametrize("text", LEVELS)
def test_a_level_or_a_count_is_no_change(text: str) -> None:
    assert [quantity.change for quantity in read(text).quantities] == ["none"]


@pytest.mark.parametrize(("text", "changes"), BOTH)
def test_a_change_and_its_levels_stand_side_by_side(text: str, changes: list[Change]) -> None:
    assert [quantity.change for quantity in read(text).quantities] == changes
