"""Sets that are named by what befell them, and the counts that may be meant."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.relations import PART_OF, find_relations


def found(text: str, title: str = "") -> list[tuple[str, ...]]:
    relations = find_relations(analyse(Document(id="text", text=text, title=title)))
    return [tuple(member.claim.text for member in relation.members) for relation in relations if relation.kind == PART_OF]


@pytest.mark.parametrize(
    ("title", "text", "members"),
    [
        ("", "The blast killed 12 people. Fifteen of the dead were children.", ("Fifteen", "12")),
        ("", "The blast left 12 dead. Fifteen of those killed were children.", ("Fifteen", "12")),
        ("Floods kill 12", "Officials said 15 of the dead were tourists.", ("15", "12")),
        ("", "A crash injured 40 people. Fifty of the wounded were soldiers.", ("Fifty", "40")),
        ("", "The blast killed 12 people and hurt 60. Fifteen of the dead were children.", ("Fifteen", "12")),
        ("", "Auditors examined 140 of the 2,310 contracts and 162 of the sampled contracts had no date.", ("162", "140")),
        ("", "Inspectors checked 90 shops. They found that 110 of the inspected shops sold it.", ("110", "90")),
        ("", "Clinics treated 212 people. Calls rose to 6,490 from 5,500. Doctors said 240 of those treated were old.", ("240", "212")),
        ("", "A raid killed 12 men. Another raid killed 20. Thirty of the dead were pilots.", ("Thirty", "20", "12")),
    ],
)
def test_a_part_is_tied_to_the_counts_of_the_same_deed(title: str, text: str, members: tuple[str, ...]) -> None:
    assert members in found(text, title)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people. The toll rose to 20. Fifteen of the dead were children.",
        "The blast killed 12 people. Later 20 people were found. Fifteen of the dead were children.",
        "Twelve gunmen killed guards. Fifteen of those killed were police.",
        "The blast killed 12 people. Fifteen of the dead soldiers' wives came.",
        "Inspectors checked 90 shops. They found that 110 of the inspected stalls sold it.",
        "It treated 12 people. A second clinic took 40. Thirty of those treated were children.",
    ],
)
def test_where_another_count_could_be_meant_nothing_is_tied(text: str) -> None:
    assert found(text) == []
