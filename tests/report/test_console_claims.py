"""The claim table on a terminal: a row a claim, numbers as people write them, never wider than the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from numclaims.model import Analysis, Document, Reason
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
    return "".join(claims_on_console(results, Terminal(width, breaks=True), quiet=quiet)).splitlines()


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
    lines = _shown(_analysis(claim_of), width=45, quiet=True)
    assert all(cells(line) <= 45 for line in lines)
    assert any("…" in line for line in lines)


def _circumstances(claim_of: ClaimOf) -> Analysis:
    told = {"when": "2024-03-01", "place": "Odesa", "source": "the harbour master of the port"}
    return Analysis(TOWN, (claim_of(TOWN, "12", value=12.0, item="boats", actor="The town", **told),), numbers=1)


def test_when_where_and_who_says_so_stand_below_a_claim(claim_of: ClaimOf) -> None:
    assert _shown(_circumstances(claim_of))[1:4] == [
        "line  text  value  bound  item   who       kind",
        "   2  12       12  exact  boats  The town  count",
        "      when: 2024-03-01  place: Odesa  source: the harbour master of the port",
    ]


def test_a_narrow_terminal_has_more_below_a_claim_and_a_wide_one_all_in_columns(claim_of: ClaimOf) -> None:
    assert _shown(_circumstances(claim_of), width=60)[1:5] == [
        "line  text  value  bound  item",
        "   2  12       12  exact  boats",
        "      who: The town  kind: count  when: 2024-03-01  place:",
        "      Odesa  source: the harbour master of the port",
    ]
    assert _shown(_circumstances(claim_of), width=140)[1:4] == [
        "line  text  value  bound  item   who       kind   when        place  source",
        "   2  12       12  exact  boats  The town  count  2024-03-01  Odesa  the harbour master of the port",
        "",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_numbers_are_shown_whole_at_every_width(claim_of: ClaimOf, width: int) -> None:
    lines = _shown(_analysis(claim_of), width=width)
    assert all(cells(line) <= width for line in lines)
    assert any("1,500–2,000" in line for line in lines)


def test_a_document_of_a_table_is_headed_by_row_and_id(claim_of: ClaimOf) -> None:
    record = Document("n1", TOWN.text, path="t.jsonl", line=4, record=True)
    assert _shown(_analysis(claim_of, record))[0] == "t.jsonl:4 [n1]"


def test_documents_without_claims_and_unreadable_inputs_are_only_counted() -> None:
    assert _shown(Analysis(TOWN, ()), Unreadable("a", None, "does not exist")) == [
        "1 document, 0 numbers seen, 0 claims read, 1 input not read"
    ]


def test_an_explained_claim_shows_its_columns_with_the_words_that_gave_them(claim_of: ClaimOf) -> None:
    claim = claim_of(TOWN, "12", value=12.0, item="boats", topic="transport")
    at = claim.start
    reasons = (
        Reason("value", at, at + 2, "12"),
        Reason("item", at + 3, at + 8, "boats"),
        Reason("topic", 0, 5, "Boats"),
        Reason("topic", at + 3, at + 8, "boats"),
    )
    assert _shown(Analysis(TOWN, (claim,), numbers=1, why=(reasons,)), quiet=True) == [
        "town.txt  Boats for a town",
        "2:4  12",
        "  column  holds      from          at",
        "  value   12         12            2:4",
        "  item    boats      boats         2:7",
        "  topic   transport  Boats, boats  title:1, 2:7",
        "",
    ]
