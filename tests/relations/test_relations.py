"""Which claims of a text are found to belong together, and in which parts."""

from __future__ import annotations

import pytest
from work import calls

import numclaims
from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.relations import PART_OF, SHARE_OF, find_relations


def found(text: str, kind: str) -> list[dict[str, list[str]]]:
    relations = [relation for relation in find_relations(analyse(Document(id="text", text=text))) if relation.kind == kind]
    return [
        {role: [claim.text for claim in relation.claims(role)] for role in ("share", "part", "whole", "other") if relation.claims(role)}
        for relation in relations
    ]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Guards shot down 56 of the 122 drones.", "56", "122"),
        ("Guards shot down 56 out of the 122.", "56", "122"),
        ("Guards shot down 56 of the enemy's 122 drones.", "56", "122"),
        ("It won 12 of the remaining 48 seats.", "12", "48"),
        ("Fever was seen in 12 (25%) of the 48 patients.", "12", "48"),
        ("He spent $3 million of the $8 million.", "$3 million", "$8 million"),
        ("The port was attacked with 122 drones, shooting down 56 of them.", "56", "122"),
        ("It was attacked with 122 drones, with Norse air defences shooting down 56 of them.", "56", "122"),
        ("The region has 48 farms, 12 of which are for sale.", "12", "48"),
        ("The region has 48 farms, of which 12 are for sale.", "12", "48"),
        ("The firm employs 90 people, of whom 12 are apprentices.", "12", "90"),
        ("The cause of 150 fires is known. Of these, 39 began in a kitchen.", "39", "150"),
        ("The enemy launched 30 drones. Guns brought down 24 of them.", "24", "30"),
        ("The blast killed 12 people, including 3 children.", "3", "12"),
        ("The blast killed 12 people. Among them were 3 children.", "3", "12"),
        ("Of the 24 lorries in the convoy, 11 were turned back.", "11", "24"),
        ("A fleet of 15 barges lay at anchor. The storm sank 11 of these barges.", "11", "15"),
        ("A coach carrying 44 pupils overturned. Crews freed 31 of the pupils.", "31", "44"),
        ("The ward admitted 64 people. Doctors said 40 of those admitted had pneumonia.", "40", "64"),
        ("The enemy launched 30 missiles, and air defences shot down 24.", "24", "30"),
        ("The enemy launched 30 missiles overnight and 24 were intercepted.", "24", "30"),
    ],
)
def test_a_part_is_tied_to_its_whole(text: str, part: str, whole: str) -> None:
    assert found(text, PART_OF) == [{"part": [part], "whole": [whole]}]


@pytest.mark.parametrize(
    "text",
    [
        "The army sent 40 of its tanks and 12 guns.",
        "It sank 3 of the fleet in 2 days.",
        "Two farms kept cattle, 40 of them for milk.",
        "Twelve of the two parties' members left.",
        "Of the three countries, Spain has 40 cases.",
        "The storm hit three villages, including 40 houses.",
        "Six of one kind and 12 of another.",
        "Poland bought 12 tanks and wants 40 of them.",
    ],
)
def test_numbers_of_different_sets_are_not_tied(text: str) -> None:
    assert found(text, PART_OF) == []


def test_other_counts_that_a_pronoun_could_mean_stand_beside_the_whole() -> None:
    text = "It launched 60 drones on Monday and 80 on Tuesday, 95 of them at night."
    assert found(text, PART_OF) == [{"part": ["95"], "whole": ["80"], "other": ["60"]}]


@pytest.mark.parametrize(
    ("text", "share", "part", "whole"),
    [
        ("Guards shot down 56 of the 122 drones, or 45.9%.", "45.9%", "56", "122"),
        ("Guards shot down 56 of the 122 drones (45.9%).", "45.9%", "56", "122"),
        ("Fever was seen in 12 (25%) of 48 patients.", "25%", "12", "48"),
        ("Some wells were dry: 25% (12 of 48).", "25%", "12", "48"),
        ("Fever was seen in 25% of patients (12 of 48).", "25%", "12", "48"),
        ("A third, or 40 of the 120 seats, are vacant.", "A third", "40", "120"),
        ("The firm will cut 40% of its 1,200 workers, or 480 people.", "40%", "480", "1,200"),
        ("The cause of 150 fires is known. Of these, 39 (26%) began in a kitchen.", "26%", "39", "150"),
        ("Of 80 patients, 20 (25%) died.", "25%", "20", "80"),
        ("Of 80 patients, 20 died (25%).", "25%", "20", "80"),
        ("Of the 48 cases, police solved 12, or 25%.", "25%", "12", "48"),
        ("The fund owns 64 barns, 24 of which, or 37.5%, are let.", "37.5%", "24", "64"),
        ("Police solved 12 of the 48 cases. That is 25%.", "25%", "12", "48"),
        ("Some 12 of the 48 members voted, a turnout of 25%.", "25%", "Some 12", "48"),
        ("It hit 12 of 48 targets, a success rate of 25%.", "25%", "12", "48"),
        ("The 12 of 48 members, 25 percent, who came agreed.", "25 percent", "12", "48"),
        ("Three in ten pupils (12 of 40) walk.", "Three in ten", "12", "40"),
        ("Half the pupils (20 of 40) walk.", "Half", "20", "40"),
        ("Some 45 percent of the 4,000 voters polled (1,800) agreed.", "Some 45 percent", "1,800", "4,000"),
    ],
)
def test_a_share_is_tied_to_its_counts(text: str, share: str, part: str, whole: str) -> None:
    assert found(text, SHARE_OF) == [{"share": [share], "part": [part], "whole": [whole]}]


@pytest.mark.parametrize(
    "text",
    [
        "The plan covers 12 of 48 plants, or 40% of capacity.",
        "Sales rose in 12 of the 48 shops, by 40% on average.",
        "The party won 12 of the 48 seats (31%) on fewer votes.",
        "Pay fell by 25% (12 of 48 firms cut it).",
        "It raised $1.2 of the $2.4 billion (50%).",
        "It sold 12 of the 40 rooms, or 10% of the whole house of 120.",
        "Of 80 patients, 20 (up 35%) died.",
        "Of 80 patients, 20 (35% of the women) died.",
        "Police solved 12 of the 48 cases. That is 35% more than in May.",
        "It gained 12 of the 48 seats, a growth rate of 10%.",
        "It gained 12 of 48 wards, 31% and 29% in the two counties.",
        "Of the 48 million dollars, the bank kept 12, or 30%.",
    ],
)
def test_a_share_of_something_else_is_not_tied(text: str) -> None:
    assert found(text, SHARE_OF) == []


@pytest.mark.parametrize(
    "repeated",
    [
        "The truce began on 3 May 2024 and ended on 9 May 2024 after 12 days. ",
        "She was born on 3 May 1950 and was 41 in 1991. ",
        "On Tuesday 5 March 2024 an area of 40 km burned. t(28) = 2.20, p = .03. ",
        "A coach carrying 44 pupils overturned, and crews freed 31 of the pupils, 12 (17%) of them and 9 of the 40 adults. ",
        "Doctors said 40 of those admitted had pneumonia. ",
        "There were 3 men, 4 of them old, 5 of them young, 6 of whom sang, ",
    ],
)
def test_relations_are_found_in_time_linear_in_the_claims(repeated: str) -> None:
    def taken(copies: int) -> int:
        analysis = analyse(Document(id="text", text="The ward admitted 64 people. " + repeated * copies))
        return calls(lambda: find_relations(analysis))

    taken(1)
    assert taken(120) <= 5 * taken(30)


def test_numbers_before_names_in_commands_count_nothing() -> None:
    text = "Begin with start -w 'M0' 2400 ttyS1 here.\n\nWith a fast line try:\n\n\tstart -w 'M0' 115200 ttyS1\n"
    assert numclaims.audit(text, select=["CON001"]).findings == ()
