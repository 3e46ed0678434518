"""Documents beside one another: which row a number stands in, and whether the documents agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.reading import read_documents
from numclaims.stories import LineUp, line_up, statements

DAY = date(2024, 5, 3)
SEEDS = Path(__file__).parents[2] / "seeds"


def _table(*texts: str, shared: bool = True) -> LineUp:
    documents = [Document(f"{number}", text, date=DAY, story="story") for number, text in enumerate(texts)]
    return line_up([statement for document in documents for statement in statements(analyse(document))], shared=shared)


def _cells(table: LineUp) -> list[list[str]]:
    return [[" ".join(statement.claim.text for statement in cell) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("first", "second", "agreement"),
    [
        ("The ferry Orla had 52 passengers on board.", "On board the ferry Orla were 52 passengers.", "agree"),
        ("The ferry Orla had 52 passengers on board.", "On board the ferry Orla were more than 50 passengers.", "agree"),
        ("The ferry Orla had 52 passengers on board.", "On board the ferry Orla were 25 passengers.", "disagree"),
        ("The bridge at Tofte is 310 metres long.", "The bridge at Tofte is 0.31 km long.", "agree"),
        ("Some 300 people work at the mine in Lunde.", "Some 900 people work at the mine in Lunde.", "differ"),
    ],
)
def test_a_row_says_whether_its_documents_can_all_be_right(first: str, second: str, agreement: str) -> None:
    [row] = _table(first, second).rows
    assert row.agreement == agreement


def test_a_row_is_called_by_the_noun_that_its_documents_share() -> None:
    table = _table("The ferry Orla had 52 passengers on board.", "There were 25 on the ferry Orla, passengers who slept on board.")
    assert [row.name for row in table.rows] == ["passengers"]


LATER = "The engineer also praised the work done at Tofte on the intake, which does not run once the filter is full after a period of {}."


@pytest.mark.parametrize(
    ("told", "row"), [("two to four months", [["up to three months", "two to four months"]]), ("five to seven months", [])]
)
def test_statements_that_can_both_be_right_need_less_in_common(told: str, row: list[list[str]]) -> None:
    first = "New in the pumps from Tofte is a filter which can be set to close up to three months after delivery, keeping all dust out."
    assert _cells(_table(first, LATER.format(told))) == row


def test_one_word_in_common_is_not_enough() -> None:
    assert _table("The mayor of Lunde owns 12 goats.", "The mayor of Lunde bought 12 boats.").rows == ()


def test_every_number_has_a_row_unless_only_shared_ones_are_wanted() -> None:
    texts = "The ferry Orla had 52 passengers and 9 lorries on board.", "On board the ferry Orla were 52 passengers."
    assert _cells(_table(*texts)) == [["52", "52"]]
    table = _table(*texts, shared=False)
    assert _cells(table) == [["52", "52"], ["9", ""]]
    assert [row.agreement for row in table.rows] == ["agree", "alone"]


def test_rows_of_one_name_say_what_was_done() -> None:
    table = _table("Ostmark launched 122 drones at Lunde, and the army shot down 56 drones.", "Calm seas near 3 islands.", shared=False)
    assert [row.name for row in table.rows] == ["drones (launch)", "drones (shoot down)", "islands"]


def test_columns_are_documents_in_their_order() -> None:
    texts = "Calm seas near 3 islands.", "The ferry Orla had 52 passengers on board.", "On board the ferry Orla were 52 passengers."
    table = _table(*texts)
    assert [document.id for document in table.documents] == ["0", "1", "2"]
    assert _cells(table) == [["", "52", "52"]]


def test_the_seeds_tell_how_long_the_batteries_of_the_mines_last() -> None:
    documents = [document for document in read_documents([SEEDS]) if isinstance(document, Document)]
    table = line_up([statement for document in documents for statement in statements(analyse(document))])
    assert [(row.name, row.unit) for row in table.rows if row.agreement != "alone"] == [("battery", "week")]
    assert _cells(table)[0] == ["up to two weeks", "a few hours to a few weeks"]
    [soldiers] = [row for row in table.rows if row.name == "Russian soldiers per day"]
    assert (soldiers.unit.strip(), soldiers.agreement, soldiers.cells[1]) == ("per day", "alone", ())
