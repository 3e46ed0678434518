"""CSV opens in a spreadsheet as a table, numbers as numbers, and no text in it runs as a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from numclaims.model import Analysis, Document
from numclaims.reading import Unreadable
from numclaims.report.csv_report import findings_as_csv
from numclaims.report.rows import Rows, claims_as_csv
from numclaims.table import CLAIM_COLUMNS

if TYPE_CHECKING:
    from conftest import AuditOf, ClaimOf

FLEET = Document("fleet", 'The port, "Ana"\nlost 12 of its 9 boats.', path="fleet.txt")


def _rows(pieces: object) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(pieces))))  # type: ignore[call-overload]


def test_claims_have_a_header_and_every_column(claim_of: ClaimOf) -> None:
    rows = Rows.of(Analysis(FLEET, (claim_of(FLEET, "12", value=12.0),)), "csv")
    pieces = list(claims_as_csv([Unreadable("a", None, "gone"), rows]))
    assert pieces[0] == ",".join(CLAIM_COLUMNS) + "\n"
    [row] = _rows(pieces)
    assert (row["value"], row["low"], row["sentence"], row["unit"]) == ("12", "", FLEET.text, "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(claim_of: ClaimOf, start: str) -> None:
    claim = claim_of(FLEET, "12", value=-5.5, item=f"{start}cmd", source="a=b")
    [row] = _rows(claims_as_csv([Rows.of(Analysis(FLEET, (claim,)), "csv")]))
    shown = start.replace("\r", "\n")
    assert (row["item"], row["source"], row["value"]) == (f"'{shown}cmd", "a=b", "-5.5")


def test_no_character_acts_and_offsets_hold(claim_of: ClaimOf) -> None:
    document = Document("\x1b[2J", "It had \x00\x1b[31m\x9b 12\x07\x7f boats.")
    [row] = _rows(claims_as_csv([Rows.of(Analysis(document, (claim_of(document, "12", value=12.0),)), "csv")]))
    assert (row["doc"], row["sentence"]) == ("␛[2J", "It had ␀␛[31m\ufffd 12␇␡ boats.")
    assert row["sentence"][int(row["start"]) : int(row["end"])] == "12"


def test_a_finding_is_a_row_with_its_place_and_words(audit_of: AuditOf) -> None:
    [row] = _rows(findings_as_csv([audit_of(FLEET), audit_of(FLEET, "12", "9", claims=(1, 2))]))
    assert (row["place"], row["rule"], row["severity"], row["text"], row["claims"]) == (
        "fleet.txt:2:6",
        "SUM002",
        "error",
        "12 … 9",
        "1 2",
    )


def test_a_run_without_findings_still_has_a_header(audit_of: AuditOf) -> None:
    assert "".join(findings_as_csv([audit_of(FLEET)])).startswith("doc,place,rule,")
