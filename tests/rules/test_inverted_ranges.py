"""RNG001: when a falling "between" is a slip and when it is meant."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run


def inverted(text: str) -> list[str]:
    return [check.found for check in run(analyse(Document(id="text", text=text)), select=["RNG001"]) if not check.holds]


@pytest.mark.parametrize(
    "text",
    [
        "Between 96 and 71 mm of rain fell overnight.",
        "Turnout is put at between 62 and 57 per cent.",
        "Repairs will cost between $60 million and $40 million.",
        "The journey takes between 6 and 4 hours.",
        "The ministry put the dead at between 400 and 300.",
        "The tower is between 40 and 30 m tall.",
        "Between 900 and 700 residents from the valley were moved.",
        "The fire burned between 400 and 300 hectares of forest.",
        "The storm cut power to between 4,000 and 3,000 homes.",
        "Inflation of between 9 and 7 percent is expected.",
    ],
)
def test_amounts_in_the_wrong_order_are_flagged(text: str) -> None:
    assert len(inverted(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lows will be between 12 and 8 degrees.",
        "Gusts of between 60 and 50 km/h will die down.",
        "The pressure was between 1,013 and 990 hPa.",
        "The pound traded between $1.32 and $1.28.",
        "Interest of between 5.5 and 5.25 percent was paid as the bank cut rates.",
        "The dose is tapered between 40 and 20 mg over a week.",
        "Staff dwindled to between 40 and 30 people.",
        "The aircraft vanished between 3,000 and 2,000 metres.",
        "The wreck lies between 40 and 30 km off the coast.",
        "The side is between 20 and 18 points clear.",
        "The vote was split between 52 and 48 percent.",
        "Mammoths died out between 12,000 and 10,000 years ago.",
        "Between 10 and 5 minutes before the bell, pupils line up.",
        "It is served between 11 and 3 o'clock.",
        "The train runs between 22 and 5 hours.",
        "The lift stuck between 12 and 11.",
        "A score between 100 and 80 earns an A.",
        "Rates of between 12 and 9 per 1,000 were found as deaths declined.",
        "Shares are down between 8 and 6 percent.",
        "It weighs between 1.5 million and 2 tonnes.",
    ],
)
def test_movements_scales_places_and_hours_are_left_alone(text: str) -> None:
    assert inverted(text) == []
