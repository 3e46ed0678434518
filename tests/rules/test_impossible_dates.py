"""TIM004: which days a date names, and what looks like a date and is none."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run


def impossible(text: str) -> list[str]:
    return [check.found for check in run(analyse(Document(id="text", text=text)), select=["TIM004"]) if not check.holds]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair is on 30 and 31 September.", "30 and 31 September"),
        ("The road is closed June 29-31.", "June 29-31"),
        ("Talks are due on June 30 and 31.", "June 30 and 31"),
        ("Talks are due on September 29, 30 and 31.", "September 29, 30 and 31"),
        ("The hearing is set for 32 May 2024.", "32 May 2024"),
        ("The loan is due May 32, 2024.", "May 32, 2024"),
        ("It expires on 30/02/2025.", "30/02/2025"),
        ("It expires on 02/30/2025.", "02/30/2025"),
        ("It expires on 31.04.2025.", "31.04.2025"),
        ("On 31 June villagers fled the town.", "31 June"),
        ("The November 31 attacks killed 12 people.", "November 31"),
        ("Ahead of a June 31 deadline, talks went on.", "June 31"),
    ],
)
def test_each_day_that_a_date_names_must_be_in_its_month(text: str, found: str) -> None:
    assert impossible(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "By June 31 percent of the vaccine had been given.",
        "During November 31 cm of snow fell.",
        "Since November 31 soldiers have deserted.",
        "By April 31 had been killed.",
        "In April 31, 32 and 33 year olds came to the camp.",
        "We met on June 30, 31 people in all.",
        "On September 30 and 31 schools closed.",
        "From June 30 to 31 August the pool is closed.",
        "After 31 November deaths the ministry acted.",
        "The Lions won on November 31-17.",
        "The mayor opened 31 June Street.",
        "The 31 June Movement was banned.",
        'The film "31 June" was shown again.',
        "Bonds use a calendar in which there is a 30 February.",
        "The year 2100 has no 29 February.",
        "As 2100 is not a leap year, nobody will be born on 29 February 2100.",
        "The term ended on 30 April, not 31 April.",
        "The deeds are dated 12/11/2024 and 13/12/2024.",
        "He had 45 May 2024 contracts.",
    ],
)
def test_counts_names_scores_and_days_spoken_of_are_no_dates(text: str) -> None:
    assert impossible(text) == []
