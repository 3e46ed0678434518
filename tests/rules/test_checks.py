"""What a check says: its arithmetic, its spans and the value that would fit, when the numbers hold and when they do not."""

from __future__ import annotations

from datetime import date

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Analysis, Check, DateMention, Document
from numclaims.rules import run


def only_check(code: str, text: str, title: str = "") -> Check:
    (check,) = run(analyse(Document(id="text", text=text, title=title, date=date(2024, 3, 1))), select=[code])
    return check


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [
        ("SUM002", "They shot down 56 of the 122 drones.", "56 of 122 is 45.9%"),
        ("SUM002", "They shot down about 56 of the 122 drones.", "about 56 of 122 is 45.9%"),
        ("PCT001", "They shot down 56 of the 122 drones (45.9%).", "56 of 122 is 45.9%"),
        ("PCT001", "They shot down 56 of the 122 drones (45%).", "56 of 122 is 45.9%, printed as 45%"),
        ("PCT001", "A third, or 40 of the 120 seats, are vacant.", "40 of 120 is 33.3%, printed as a third"),
        ("RNG001", "Between 30 and 40 people were hurt.", "30 is not above 40"),
        ("TIM004", "It is due on 30 June 2026.", "June 2026 has 30 days"),
    ],
)
def test_a_check_that_holds_shows_its_arithmetic(code: str, text: str, message: str) -> None:
    check = only_check(code, text)
    assert (check.holds, check.message) == (True, message)


@pytest.mark.parametrize(
    ("code", "text", "message", "expected", "found"),
    [
        ("SUM002", "Twelve of the 9 members voted.", "12 cannot be part of 9: it is 3 more", "at most 9", "12"),
        (
            "SUM002",
            "It launched 60 drones on Monday and 80 on Tuesday, 150 of them at night.",
            "150 cannot be part of 60 and 80: it is 10 more",
            "at most 140",
            "150",
        ),
        (
            "SUM002",
            "Some 200 of the 150 guests left.",
            "some 200 cannot be part of 150: some 200 allows no fewer than 180",
            "at most 150",
            "some 200",
        ),
        (
            "SUM002",
            "It launched about 100 drones, 130 of which were shot down.",
            "130 cannot be part of about 100: about 100 allows up to 110",
            "at most 110",
            "130",
        ),
        ("PCT001", "They shot down 56 of the 122 drones (62%).", "56 of 122 is 45.9%, not 62%", "45.9%", "62%"),
        ("PCT001", "They shot down 56 of the 122 drones (45.80%).", "56 of 122 is 45.9%, not 45.80%", "45.9%", "45.80%"),
        (
            "PCT001",
            "They found 20 to 25 of the 50 wells dry (70%).",
            "20 to 25 of 50 is 40% to 50%, not 70%",
            "40% to 50%",
            "70%",
        ),
        (
            "RNG001",
            "Between 40 and 30 people were hurt.",
            "the lower end, 40, is above the upper end, 30",
            "30 to 40",
            "between 40 and 30",
        ),
        ("TIM004", "It is due on 31 June 2026.", "June 2026 has 30 days, not 31", "30 June 2026 or earlier", "31 June 2026"),
    ],
)
def test_a_check_that_fails_shows_its_arithmetic_and_what_would_fit(code: str, text: str, message: str, expected: str, found: str) -> None:
    check = only_check(code, text)
    assert (check.holds, check.message, check.expected, check.found) == (False, message, expected, found)


def test_spans_count_into_the_full_text_in_text_order() -> None:
    text, title = "They shot down 56 of the 122 drones (62%).", "Night raid"
    check = only_check("PCT001", text, title)
    full_text = f"{title}\n\n{text}"
    assert [span.text for span in check.spans] == ["56", "122", "62%"]
    assert [full_text[span.start : span.end] for span in check.spans] == ["56", "122", "62%"]
    assert len(check.claims) == 3


@pytest.mark.parametrize("share", ["45.9%", "45.90%", "46%", "45%", "almost half", "about 50%", "less than half", "over 40%"])
def test_rounding_cutting_off_and_hedging_a_share_are_no_finding(share: str) -> None:
    text = f"They shot down 56 of the 122 drones, or {share}, on Monday."
    assert [check.message for check in run(analyse(Document(id="text", text=text)), select=["PCT001"]) if not check.holds] == []


@pytest.mark.parametrize("year", [0, 1900, 2000, 2023, 2024])
@pytest.mark.parametrize("month", range(1, 13))
def test_an_impossible_date_names_the_days_its_month_has(year: int, month: int) -> None:
    mention = DateMention(0, 4, "text", year, month, 32, valid=False)
    (check,) = run(Analysis(Document("text", "text"), (), (mention,)), select=["TIM004"])
    longest = {2: 28 if year in (1900, 2023) else 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    assert not check.holds
    assert f"has {longest} days, not 32" in check.message


def test_sweden_had_a_thirtieth_of_february_in_1712() -> None:
    mention = DateMention(0, 4, "text", 1712, 2, 30, valid=False)
    assert list(run(Analysis(Document("text", "text"), (), (mention,)))) == []
