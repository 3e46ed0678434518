"""Shares that divide one whole add up to it; lists of shares of other kinds may come to any sum."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run


def failed(text: str) -> list[str]:
    return [check.message for check in run(analyse(Document(id="text", text=text)), select=["PCT003"]) if not check.holds]


def held(text: str) -> list[str]:
    return [check.message for check in run(analyse(Document(id="text", text=text)), select=["PCT003"]) if check.holds]


TOO_MUCH = [
    ("The budget is split between pay (62%), rent (24%) and books (19%).", 105),
    ("Of the votes, 44% went to Lee, 31% to Diaz and 29% to Chan, with 6% spoiled.", 110),
    ("Rent swallows 40% of income, food 35%, transport 20% and everything else 15%.", 110),
    ("The ore is 62% iron, 20% silica and 25% other minerals.", 107),
    ("Respondents, asked for their main worry, said prices (48%), jobs (33%), health (27%).", 108),
    ("Exports go to Germany (40%), France (35%), Italy (30%) and others (12%).", 117),
    ("By religion, 55% are Catholic, 30% Protestant and 25% Muslim; each resident is counted once.", 110),
    ("Asia took 45% of exports, Europe 33%, and the rest of the world 32%.", 110),
    ("Energy came from oil (38%), gas (27%), coal (22%), and the remaining 18% from renewables.", 105),
    ("Boys made up 53% and girls 57% of the pupils.", 110),
    ("Four parties share the seats: Red with 38%, Blue 30%, Green 20% and Gold 19%.", 107),
    ("The cost breaks down as follows: wages 45 percent, materials 30 percent, energy 15 percent, other 20 percent.", 110),
    ("Causes were recorded once for each fire. Smoking led with 40%, ahead of wiring on 35% and arson on 32%.", 107),
    ("In the poll 48% were for, 41% against and 20% undecided.", 109),
    ("Of the pupils, 45% walk, 30% cycle, 20% take the bus and the remaining 15% come by car.", 110),
    ("If an election were held now, 38% would vote for the Reds, 33% for the Blues and 34% for the Greens.", 105),
    ("The lake's inflow is shared by two rivers, the Arn with 64% and the Bel with 46%.", 110),
    ("In all 61 per cent of the visitors were women and 45 per cent men.", 106),
]
TOO_LITTLE = [
    ("The company is owned by three shareholders: the state with 51%, a bank with 30% and the founder with 12%.", 93),
    ("Waste is sorted into paper, 41 per cent, glass, 22 per cent, and plastic, 20 per cent; there is no fourth bin.", 83),
    ("The electorate divides into three camps: 40 percent back the deal, 38 percent oppose it and 12 percent waver.", 90),
    ("The club's income: tickets 41%, television 33%, shirts 16%. There is no other income.", 90),
    ("Some 52% said yes, 31% said no and the remaining 10% did not know.", 93),
]
OPEN = [
    "The budget is split between pay (61%), rent (20%) and books (18%).",
    "Water covers 71% of the planet, land 29%.",
    "Women make up 48% of staff and 35% of managers.",
    "The survey found 71% own a car, 60% a bike and 45% both.",
    "Turnout was 64%; 52% voted yes and 48% no.",
    "Some 60% of Danes, 55% of Swedes and 40% of Finns agree.",
    "Among smokers 30% quit, 40% cut down and the remaining 30% did nothing.",
    "Sales rose 12% in Asia, 60% in Africa and 40% elsewhere.",
    "It met 80% of its target for wheat, 95% for maize and 60% for other crops.",
    "Nine in ten, or 90%, knew the brand, 60% had tried it and 30% used it regularly; the rest had never bought it.",
    "The tests are 95% sensitive, 90% specific and 85% accurate.",
    "Battery levels fell to 80%, 60% and 40%.",
    "The humidity was 80% in the morning, 60% at noon and 75% at night.",
    "About 40% of patients had a cough, 38% a fever and 33% a headache.",
    "Some 55% of households own a dog, 50% a cat.",
    "Discounts are 20%, 30% and 60% on shoes, coats and others.",
    "The vaccine's efficacy was 95% in adults, 90% in children and 60% in others.",
    "Approval was 55% in May, 52% in June, and 49% in July.",
    "He won 60% of his first serves, 55% of second serves and 40% of other points.",
    "Asked for causes, 63% named mites, 41% failing queens and 20% starvation; several answers were allowed.",
    "The coin changed from 90% silver and 10% copper to layers of a new alloy (75% copper, 25% nickel).",
    "Reds lead with 38%, up from 35%, before the Blues on 33%.",
    "Foreigners took 62% of the issue and banks 23%.",
]


@pytest.mark.parametrize(("text", "total"), [*TOO_MUCH, *TOO_LITTLE])
def test_shares_that_do_not_make_their_whole_are_flagged(text: str, total: int) -> None:
    (message,) = failed(text)
    assert message.endswith(f" is {total}%, not 100%")


@pytest.mark.parametrize("text", OPEN)
def test_shares_that_may_come_to_any_sum_are_left_alone(text: str) -> None:
    assert failed(text) == []


def test_shares_that_make_their_whole_are_shown() -> None:
    assert held("The alloy contains 70% copper, 25% zinc and 5% tin.") == ["70 + 25 + 5 is 100%"]
    assert held("Asked once, 47% said yes, 36% no and 18% nothing.") == ["47 + 36 + 18 is 101%"]
