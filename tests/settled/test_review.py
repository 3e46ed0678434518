"""A reviewer's verdicts are read back from the workbook that numclaims wrote."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from numclaims.cli import main
from numclaims.settled.review import Review, ReviewError

TEXT = "The storm sank 12 of the 9 boats. The fire burnt 30 of the 20 barns. Rain fell on 31 June.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "storm.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert _run("audit", "storm.txt", "--format", "xlsx", "-o", "review.xlsx").exit_code == 1
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def _mark(**verdicts: str) -> None:
    """Fill in the column review, by words of the finding's message."""
    book = openpyxl.load_workbook("review.xlsx")
    sheet = book["Findings"]
    message = [cell.value for cell in sheet[1]].index("message")
    for row in sheet.iter_rows(min_row=2):
        for word, verdict in verdicts.items():
            if word in str(row[message].value):
                row[0].value = verdict
    book.save("review.xlsx")


def test_false_alarms_are_left_out_and_counted(folder: Path) -> None:
    _mark(June="false alarm", barns="confirmed")
    result = _run("audit", "storm.txt", "--review", "review.xlsx")
    assert "TIM004" not in result.stdout
    assert result.stdout.count(": error SUM002") == 2
    assert result.stdout.rstrip().endswith("2 findings: 2 errors; 1 false alarm")
    assert result.exit_code == 1


def test_a_run_of_false_alarms_only_succeeds(folder: Path) -> None:
    assert _run("audit", "storm.txt", "--select", "TIM004").exit_code == 1
    _mark(June="False Alarm ")
    assert _run("audit", "storm.txt", "--select", "TIM004", "--review", "review.xlsx").exit_code == 0


def test_what_was_fixed_and_is_still_there_is_told(folder: Path) -> None:
    _mark(June="fixed")
    result = _run("audit", "storm.txt", "--review", "review.xlsx")
    [told] = [line for line in result.stderr.splitlines() if "reviewed as fixed" in line]
    assert told.startswith("warning: storm.txt:1:83: TIM004 was reviewed as fixed and is still there")
    assert "TIM004" in result.stdout
    (folder / "storm.txt").write_text(TEXT.replace("31 June", "30 June"))
    assert "reviewed as fixed" not in _run("audit", "storm.txt", "--review", "review.xlsx").stderr


def test_rows_that_disagree_hide_nothing(tmp_path: Path) -> None:
    (tmp_path / "review.csv").write_text("review,fingerprint\nfalse alarm,a\nconfirmed,a\nfalse alarm,b\n,b\n")
    verdicts = Review.read(tmp_path / "review.csv")._verdicts
    assert verdicts == {"a": "confirmed", "b": "false alarm"}


def test_rows_that_disagree_are_told(folder: Path) -> None:
    known = _run("audit", "storm.txt", "--format", "csv").stdout
    [row] = [line for line in known.splitlines() if "TIM004" in line]
    head = known.splitlines()[0]
    Path("review.csv").write_text(f"review,{head}\nfixed,{row}\nfalse alarm,{row}\n")
    result = _run("audit", "storm.txt", "--review", "review.csv")
    assert "TIM004" in result.stdout
    assert "warning: the review says different things of 1 finding of the same words and values" in result.stderr


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("rule,fingerprint\nSUM002,a\n", "has no column 'review'"),
        ("review,rule\nfixed,SUM002\n", "has no column 'fingerprint'"),
        ("review,fingerprint\nmaybe,a\n", "row 2: review 'maybe' is none of confirmed, false alarm, fixed"),
        ("review,fingerprint\nfixed,\n", "row 2: the fingerprint, which tells what the review is of, is empty"),
    ],
)
def test_what_is_no_review_is_told(tmp_path: Path, table: str, said: str) -> None:
    (tmp_path / "review.csv").write_text(table)
    with pytest.raises(ReviewError) as error:
        Review.read(tmp_path / "review.csv")
    assert said in str(error.value)


def test_a_review_that_is_not_there_is_a_usage_error(folder: Path) -> None:
    result = _run("audit", "storm.txt", "--review", "gone.xlsx")
    assert result.exit_code == 2
    assert "gone.xlsx: cannot be read" in result.stderr
