"""`numclaims compare`: who tells what, in every form."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from numclaims.cli import main

FIRST = "The ferry Orla had 52 passengers on board. It carried 9 lorries.\n"
SECOND = "On board the ferry Orla were 25 passengers.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(FIRST)
    Path("b.txt").write_text(SECOND)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("compare", *arguments))


def test_documents_that_name_no_story_are_compared_as_one() -> None:
    result = _run("a.txt", "b.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "quantity    a.txt  b.txt  documents",
        "passengers  52     25     disagree",
        "lorries     9      –      alone",
        "",
        "2 documents, 3 claims read, 1 quantity in more than one document, 1 in one alone, 1 disagreement",
    ]


def test_what_only_one_document_tells_can_be_left_out() -> None:
    assert "lorries" not in _run("a.txt", "b.txt", "--shared").stdout


def test_stories_are_compared_each_by_itself() -> None:
    Path("documents.csv").write_text("file,story,outlet\na.txt,ferry,Times\nb.txt,other,Post\nc.txt,ferry,Post\n")
    Path("c.txt").write_text(SECOND.replace("25", "52"))
    lines = _run(".", "--quiet").stdout.splitlines()
    assert lines[:3] == ["ferry", "quantity    Times  Post  documents", "passengers  52     52    agree"]


def test_one_publisher_twice_is_told_apart() -> None:
    Path("documents.csv").write_text("file,id,outlet\na.txt,morning,Times\nb.txt,evening,Times\n")
    assert "Times (morning)  Times (evening)" in _run(".").stdout


def test_as_csv_one_row_a_quantity() -> None:
    rows = list(csv.reader(StringIO(_run("a.txt", "b.txt", "--format", "csv").stdout)))
    assert rows == [
        ["story", "quantity", "unit", "documents", "a.txt", "b.txt"],
        ["", "passengers", "", "disagree", "52", "25"],
        ["", "lorries", "", "alone", "9", ""],
    ]


def test_as_csv_no_text_is_a_formula() -> None:
    Path("documents.csv").write_text("file,outlet,story\na.txt,=1+1,@x\nb.txt,-2,@x\n")
    head, row, *_ = csv.reader(StringIO(_run(".", "--format", "csv").stdout))
    assert head[-2:] == ["'=1+1", "'-2"]
    assert row[0] == "'@x"


def test_as_a_workbook_the_sentences_are_comments() -> None:
    assert _run("a.txt", "b.txt", "--format", "xlsx", "-o", "c.xlsx").exit_code == 0
    sheet = openpyxl.load_workbook("c.xlsx")["Quantities"]
    assert [cell.value for cell in sheet[2]] == [None, "passengers", None, "disagree", "52", "25"]
    assert "a.txt:1:20: The ferry Orla had 52 passengers on board." in sheet["E2"].comment.text


def test_as_a_page_nothing_of_a_text_is_markup() -> None:
    Path("documents.csv").write_text("file,outlet,story\na.txt,<b>Times,<i>\nb.txt,Post,<i>\n")
    page = _run(".", "--format", "html").stdout
    assert "<td>52</td><td>25</td><td>disagree</td>" in page
    assert "&lt;b&gt;Times" in page
    assert "<b>Times" not in page
    assert "<h2>&lt;i&gt;</h2>" in page


def test_an_input_that_cannot_be_read_is_told() -> None:
    result = _run("a.txt", "b.txt", "gone.txt")
    assert result.exit_code == 2
    assert "1 input not read" in result.stdout
    assert _run("a.txt", "-o", "a.txt").exit_code == 2


def test_nothing_in_common_is_said() -> None:
    Path("b.txt").write_text("Calm seas.\n")
    assert _run("a.txt", "b.txt").stdout == ("2 documents, 2 claims read, 0 quantities in more than one document\n")
