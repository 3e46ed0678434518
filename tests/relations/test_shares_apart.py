"""Shares that stand apart from their counts: what befell both must be the same, and a fatality rate may be of any cases."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.relations import SHARE_OF, find_relations
from numclaims.rules import run

MISSILES = "Sixty-five missiles, 48 of them cruise, were fired at dawn. Air defences brought down 43 of the missiles. "


def tied(text: str) -> list[tuple[str, ...]]:
    relations = find_relations(analyse(Document(id="text", text=text)))
    return [tuple(member.claim.text for member in relation.members) for relation in relations if relation.kind == SHARE_OF]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (MISSILES + "The army was proud that 81% of the missiles were shot down.", ("81%", "43", "Sixty-five")),
        ("Guards stopped 43 of the 65 lorries. In all, 66% of the lorries were stopped.", ("66%", "43", "65")),
        ("It owns 60 barns, and 24 of them were sold. He knew that 54% of the barns had been sold.", ("54%", "24", "60")),
    ],
)
def test_a_share_of_the_same_set_and_deed_is_tied_to_the_counts(text: str, members: tuple[str, ...]) -> None:
    assert members in tied(text)


@pytest.mark.parametrize(
    "text",
    [
        MISSILES + "The army said that 81% of the missiles were fired at night.",
        MISSILES + "The army said that 81% of the missiles were shot down in the past year.",
        MISSILES + "The army said that 81% of the cruise missiles were shot down.",
        "Guards stopped 43 of the 65 lorries. They said that 81% of the lorries were empty.",
        "Guards stopped 43 of the 65 lorries on Monday and stopped 12 of the 20 lorries later. In all, 65% of the lorries were stopped.",
    ],
)
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    assert tied(text) == []


@pytest.mark.parametrize(
    ("text", "alarms"),
    [
        ("In all 1,400 people fell ill. Clinics list 28 deaths, a fatality rate of 2%.", 0),
        ("In all 1,400 people fell ill, 500 of them in Lund. Lund had 25 deaths, a fatality rate of 5%.", 0),
        ("There were 900 cases in May. Doctors saw 1,200 patients. They list 24 deaths, a case fatality rate of 2%.", 0),
        ("In all 1,400 people fell ill. Clinics list 28 deaths, a fatality rate of 6%.", 1),
        ("The town had 300 cases of cholera and 30 deaths, a death rate of 20%.", 1),
    ],
)
def test_a_fatality_rate_must_fit_some_count_of_cases(text: str, alarms: int) -> None:
    checks = run(analyse(Document(id="text", text=text)), select=["PCT001"])
    assert sum(not check.holds for check in checks) == alarms
