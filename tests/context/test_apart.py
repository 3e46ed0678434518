"""Numbers that no verb governs, by where they stand: attributes, distances, ages, what came before, what somebody comes with."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document

CASES = [
    ("Police searched a 14-storey hotel on Friday.", ("hotel", "", "")),
    ("The bridge was a 300-metre span.", ("span", "", "be")),
    ("Ana Petrov, 47, lost her house.", ("age", "Ana Petrov", "")),
    ("The shell fell on a farm 300 metres from the river.", ("farm", "", "")),
    ("Gunmen fled to Fada, 90 km to the east.", ("Fada", "", "")),
    ("The barge was struck by a mine 12 miles off Crete.", ("barge", "", "")),
    ("The club sacked its coach after nine defeats.", ("defeats", "", "")),
    ("Trains ran again on Monday after a pause of 17 weeks.", ("pause", "", "")),
    ("A bus with 40 pilgrims was stopped at the border.", ("pilgrims", "bus", "")),
    ("Tuesday's barrage, of 60 rockets, was the heaviest yet.", ("rockets", "barrage", "")),
    ("The bank announced its biggest loan in ten years.", ("loan", "", "")),
    ("Unemployment was the lowest in ten years.", ("Unemployment", "", "be")),
    ("The index closed lower on Friday, its worst finish in six weeks.", ("finish", "", "")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_number_that_no_verb_governs_has_no_action(text: str, expected: tuple[str, str, str]) -> None:
    (claim,) = analyse(Document(id="text", text=text)).claims
    item, actor, action = expected
    assert (claim.item.endswith(item) and claim.actor.endswith(actor), claim.action) == (True, action)
    assert bool(claim.actor) == bool(actor)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The hotel burned for 14 hours.", "burn"),
        ("The effect fades after 20 minutes.", "fade"),
        ("The swimmer covered the last lap in 53 seconds.", "cover"),
        ("Forty-four of the barges were sunk.", "sink"),
        ("Some 1,500-2,000 goats are dying a day.", "die"),
        ("Russia attacked with 60 drones.", "attack"),
        ("After 12 people died, the road was closed.", "die"),
    ],
)
def test_a_number_that_looks_apart_keeps_its_verb(text: str, action: str) -> None:
    (claim,) = analyse(Document(id="text", text=text)).claims
    assert claim.action == action
