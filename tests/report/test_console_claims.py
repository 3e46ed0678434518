"""The claim table on a terminal: a row a claim, numbers as people write them, never wider than the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numclaims.model import Analysis, Document
from numclaims.reading import Unreadable
from numclaims.report.console_claims import claims_on_console
from numclaims.report.terminal import Terminal, cells

if TYPE_CHECKING:
    from conftest import ClaimOf

TOWN = Document("town", "The town spent $1,500 to $2,000 an hour\non 12 boats.", title="Boats for a town", path="town.txt")


def _analysis(claim_of: ClaimOf, document: Document = TOWN) -> Analysis:
    money = {"kind": "money", "low": 1500.0, "high": 2000.0, "bound": "range", "unit": "USD", "per": "hour", "actor": "The town"}
    claims = (claim_of(document, "$1,500 to $2,000 an hour", **money), claim_of(document, "12", 2, value=12.0, item="boats"))
    return Analysis(document, claims, numbers=3)


def _shown(*results: Analysis | Unreadable, width: int = 100, quiet: bool = False) -> list[str]:
    return "".join(claims_on_console(results, Terminal(width), quiet=quiet)).splitlines()


def test_each_claim_is_a_row_under_headings_that_line_up(claim_of: ClaimOf) -> None:
    assert _shown(_analysis(claim_of)) == [
        "town.txt  Boats for a town",
        "line  text                            value  bound  unit  per   item   who       kind",
        "   1  $1,500 to $2,000 an hour  1,500–2,000  range  USD   hour         The town  money",
        "   2  12                                 12  exact              boats            count",
        "",
        "1 document, 3 numbers seen, 2 claims read",
    ]


def test_columns_that_hold_nothing_are_left_out(claim_of: ClaimOf) -> None:
    analysis = Analysis(TOWN, (claim_of(TOWN, "12", value=12.0),), numbers=1)
    assert _shown(analysis)[1].split() == ["line", "text", "value", "bound", "kind"]


def test_rows_fit_a_narrow_terminal_and_show_what_is_cut(claim_of: ClaimOf) -> None:
    lines = _shown(_analysis(claim_of), width=70, quiet=True)
    assert all(cells(line) <= 70 for line in lines)
    assert any("…" in line for line in lines)


def test_a_document_of_a_table_is_headed_by_row_and_id(claim_of: ClaimOf) -> None:
    record = Document("n1", TOWN.text, path="t.jsonl", line=4, record=True)
    assert _shown(_analysis(claim_of, record))[0] == "t.jsonl:4 [n1]"


def test_documents_without_claims_and_unreadable_inputs_are_only_counted() -> None:
    assert _shown(Analysis(TOWN, ()), Unreadable("a", None, "does not exist")) == [
        "1 document, 0 numbers seen, 0 claims read, 1 input not read"
    ]
