"""Workbooks that open in spreadsheets: numbers are numbers, text is never a formula, findings and claims lead to one another."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import numclaims
from numclaims.model import Analysis, Document, Silenced
from numclaims.reading import Unreadable
from numclaims.table import CLAIM_COLUMNS

openpyxl = pytest.importorskip("openpyxl")
workbook = pytest.importorskip("numclaims.report.workbook")
sheet = pytest.importorskip("numclaims.report.sheet")

if TYPE_CHECKING:
    from conftest import AuditOf, ClaimOf

STORM = Document(
    "storm",
    "On Monday the storm sank 12 of the 9 boats, or 0.25% of £1.5 million. It hit 56 of the 122 houses (45.9%).",
    title="=Storm",
    date=date(2024, 3, 6),
    path="storm.txt",
)


def _written(*results: object, audited: bool = True) -> BytesIO:
    file = BytesIO()
    book = workbook.Workbook(file, {"paths": "storm.txt"}, audited=audited)
    book.add(results)
    book.close()
    return BytesIO(file.getvalue())


def _book(*results: object, audited: bool = True) -> Any:
    return openpyxl.load_workbook(_written(*results, audited=audited))


def _rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = sheet.iter_rows()
    return [{name.value: cell for name, cell in zip(head, row, strict=True)} for row in rows]


def test_a_finding_is_a_row_with_an_empty_verdict_to_choose() -> None:
    book = _book(numclaims.audit(STORM))
    assert book.sheetnames == ["Findings", "Claims", "Comparisons", "Rules", "Run"]
    row = _rows(book["Findings"])[0]
    assert {name: row[name].value for name in ("severity", "rule", "text", "place")} == {
        "severity": "error",
        "rule": "SUM002",
        "text": "12 … 9",
        "place": "storm.txt:1:26",
    }
    assert row["review"].value is None
    [choice] = book["Findings"].data_validations.dataValidation
    assert choice.formula1 == '"confirmed,false alarm,fixed"'
    assert row["review"].coordinate in choice.sqref
    assert row["severity"].fill.bgColor.rgb != _rows(book["Findings"])[0]["rule"].fill.bgColor.rgb


def test_findings_and_claims_link_to_one_another() -> None:
    book = _book(numclaims.audit(STORM))
    claims = _rows(book["Claims"])
    row = _rows(book["Findings"])[0]
    target = int(row["claims"].hyperlink.location.rpartition("A")[2])
    assert book["Claims"].cell(target, CLAIM_COLUMNS.index("text") + 1).value == "12"
    back = next(each for each in claims if each["text"].value == "9")["findings"]
    assert back.hyperlink.location == "'Findings'!A2"


def test_numbers_and_dates_are_numbers_and_dates() -> None:
    rows = {row["text"].value: row for row in _rows(_book(numclaims.audit(STORM))["Claims"])}
    assert (rows["12"]["value"].value, rows["12"]["value"].number_format) == (12, "#,##0")
    assert (rows["0.25%"]["value"].value, rows["0.25%"]["value"].number_format) == (0.25, "#,##0.00")
    assert rows["£1.5 million"]["value"].value == 1_500_000
    assert rows["12"]["when"].value == datetime(2024, 3, 4)


def test_arithmetic_is_a_formula_over_the_cells_of_the_claims() -> None:
    book = _book(numclaims.audit(STORM))
    row = next(row for row in _rows(book["Comparisons"]) if row["message"].value.startswith("56 of 122"))
    at = row["message"].row
    assert row["first / second"].value == f"=D{at}/E{at}"
    cell = row["first"].value.removeprefix("='Claims'!")
    assert book["Claims"][cell].value == 56


def test_the_total_and_its_parts_are_added_over_every_claim() -> None:
    text = "The county pays $7 million, the state $4 million, the banks $2 million and the union $1 million, a total of $15 million."
    rows = _rows(_book(numclaims.audit(text))["Comparisons"])
    [row] = [row for row in rows if row["rule"].value == "SUM001"]
    at = row["rule"].row
    assert row["largest"].value == "=MAX('Claims'!H2,'Claims'!H3,'Claims'!H4,'Claims'!H5,'Claims'!H6)"
    assert row["sum of the others"].value.endswith(f")-J{at}")


def test_a_row_is_as_high_as_the_lines_in_it() -> None:
    book = _book(numclaims.audit(f"The storm, {'which came from the sea and went inland, ' * 9}sank 12 boats. It hit 3 houses."))
    heights = [book["Claims"].row_dimensions[row].height or 15 for row in (2, 3)]
    assert heights[0] > 5 * heights[1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "http://", "mailto:", "{="])
def test_no_text_becomes_a_formula_or_a_link(claim_of: ClaimOf, start: str) -> None:
    document = Document("=d", f"{start}x 12", title=f"{start}t")
    claim = claim_of(document, "12", value=12.0, item=f"{start}cmd")
    for row in _book(Analysis(document, (claim,)), audited=False)["Claims"].iter_rows(min_row=2):
        assert all(cell.data_type in ("s", "n", "inlineStr") and cell.hyperlink is None for cell in row)
        assert row[CLAIM_COLUMNS.index("item")].value == f"{start}cmd"


def test_what_no_cell_can_hold_is_cut_or_pictured(claim_of: ClaimOf) -> None:
    document = Document("d", "12 \x00\x1b\ud800" + "x" * 40_000)
    rows = _rows(_book(Analysis(document, (claim_of(document, "12", value=12.0),)), audited=False)["Claims"])
    assert len(rows[0]["sentence"].value) == 32_767
    assert rows[0]["sentence"].value.startswith("12 ␀␛\ufffdxxx")


def test_a_full_sheet_leaves_rows_out_and_says_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_LAST_ROW", 30)
    book = _book(numclaims.audit("The storm sank 12 of the 9 boats. " * 20))
    assert [book[name].max_row for name in ("Findings", "Claims")] == [21, 31]
    left_out = [row[1].value for row in book["Run"].iter_rows() if row[0].value == "left out"]
    assert left_out == ["10 rows of Claims, for which a sheet has no room"]


def test_what_could_not_be_read_and_the_settings_are_on_the_last_sheet(audit_of: AuditOf) -> None:
    rows = [[cell.value for cell in row] for row in _book(audit_of(STORM), Unreadable("a.csv", 3, "no date"))["Run"].iter_rows()]
    assert ["numclaims", numclaims.__version__] in rows
    assert ["paths", "storm.txt"] in rows
    assert ["not read", "a.csv:3: no date"] in rows
    assert ["documents", 1] in rows
    assert ["left out: known", 0] in rows
    assert rows[-2][1].startswith("1 document, ")


def test_the_same_run_gives_the_same_file() -> None:
    assert _written(numclaims.audit(STORM)).getvalue() == _written(numclaims.audit(STORM)).getvalue()


def test_a_run_without_documents_is_a_workbook(tmp_path: Path) -> None:
    assert _book()["Findings"].max_row == 1


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("results", [lambda: [numclaims.audit(STORM)], list])
def test_libreoffice_opens_it_and_computes_the_formulas(tmp_path: Path, results: Callable[[], list[object]]) -> None:
    (tmp_path / "audit.xlsx").write_bytes(_written(*results()).getvalue())
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3"  # the third sheet, as UTF-8
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", form, "audit.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    text = (tmp_path / "audit-Comparisons.csv").read_text(encoding="utf-8")
    assert text.startswith("rule,holds,message")
    assert bool(re.search(r",56,122,,45\.9\d*%,66,117\.8\d*%,122,56,storm", text)) == bool(results())


def test_a_review_stands_in_the_next_workbook_with_its_false_alarms() -> None:
    audit = numclaims.audit(Document("d", "It sank 12 of the 9 boats. It hit 30 of the 20 barns. It drowned 50 of the 40 cows."))
    first, *others = audit.findings
    alarm = replace(audit, findings=tuple(others), silenced=(Silenced(first, "false alarm"), Silenced(others[0], "known")))
    said = {first: "false alarm", others[0]: "confirmed"}
    file = BytesIO()
    book = workbook.Workbook(file, {}, audited=True, verdict=lambda finding: said.get(finding, ""))
    book.add([alarm])
    book.close()
    rows = _rows(openpyxl.load_workbook(file)["Findings"])
    verdicts = [(row["review"].value, row["message"].value) for row in rows]
    assert verdicts == [*((said.get(each), each.message) for each in others), ("false alarm", first.message)]
    compared = [row["message"].value for row in _rows(openpyxl.load_workbook(file)["Comparisons"])]
    assert first.message not in compared
    assert {each.message for each in others} <= set(compared)


def test_links_beyond_what_a_sheet_can_hold_are_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_MOST_LINKS", 2)
    claims = _book(numclaims.audit(Document("d", "It sank 12 of the 9 boats. It hit 30 of the 20 barns.")))["Claims"]
    cells = [row["findings"] for row in _rows(claims)]
    assert [cell.value for cell in cells] == ["finding"] * 4
    assert [bool(cell.hyperlink) for cell in cells] == [True, True, False, False]
