"""Tables of evidence are read from every format, and a mistake in one is told with its file, row and column."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from numclaims.cli import main
from numclaims.evidence import EvidenceError, read_evidence

HEAD = "measure,item,actor,place,when,low,high,unit,per,source\n"


def _table(folder: Path, text: str, name: str = "known.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("unit", "named", "low"),
    [
        ("million tonnes", "metric ton", 2e6),
        ("EUR bn", "EUR", 2e9),
        ("million euros", "EUR", 2e6),
        ("thousands of people", "", 2e3),
        ("million", "", 2e6),
        ("thousand square kilometres", "square kilometer", 2e3),
        ("m", "meter", 2.0),
    ],
)
def test_a_unit_may_say_how_many_are_meant(tmp_path: Path, unit: str, named: str, low: float) -> None:
    [row] = read_evidence(_table(tmp_path, f"measure,item,low,high,unit\nwheat sold,wheat,2,3,{unit}\n"))
    assert (row.unit, row.low, row.high) == (named, low, low * 1.5)


def test_a_csv_table_gives_rows_numbered_as_an_editor_shows_them(tmp_path: Path) -> None:
    [first, second] = read_evidence(_table(tmp_path, HEAD + "roads closed,roads,,Vell,2024-03,3,5,,,\nlength of the dam,dam,,,,2,2,km,,\n"))
    assert (first.number, first.measure, first.place, first.low, first.high, first.unit) == (2, "roads closed", "Vell", 3, 5, "")
    assert (second.number, second.unit, second.story) == (3, "kilometer", "")


def test_json_lines_may_leave_out_what_they_do_not_say(tmp_path: Path) -> None:
    lines = [{"measure": "roads closed", "item": "roads", "low": 3, "high": None}, {"measure": "bridges", "item": "bridges", "value": 2}]
    rows = read_evidence(_table(tmp_path, "".join(json.dumps(line) + "\n" for line in lines), "known.jsonl"))
    assert [(row.low, row.high) for row in rows] == [(3, float("inf")), (2, 2)]


@pytest.mark.parametrize(
    ("unit", "per", "named"),
    [
        ("kilometres", "hour", ("kilometer", "hour")),
        ("km/h", "", ("kilometer", "hour")),
        ("kilometre per hour", "", ("kilometer", "hour")),
        ("us dollar", "us gallon", ("USD", "gallon")),
        ("EUR", "ship", ("EUR", "ship")),
        ("%", "", ("percent", "")),
        ("share", "", ("ratio", "")),
        ("people", "quarter", ("", "quarter")),
        ("degree celsius", "", ("celsius", "")),
    ],
)
def test_units_are_known_by_name_symbol_and_code(tmp_path: Path, unit: str, per: str, named: tuple[str, str]) -> None:
    [row] = read_evidence(_table(tmp_path, f"measure,item,value,unit,per\nthing,thing,2,{unit},{per}\n"))
    assert (row.unit, row.per) == named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("measure,low,high\nroads,1,2\n", "row 1: has no column item"),
        ("measure,item,low\nroads,roads,1\n", "row 1: has no column high"),
        ("measure,item,low,high,units\nroads,roads,1,2,km\n", "row 1: there is no column 'units'; did you mean unit?"),
        (HEAD + ",roads,,,,1,2,,,\n", "row 2: column measure: is empty"),
        (HEAD + "roads,roads,,,,1,2,,,\nroads,roads,,,,1,some,,,\n", "row 3: column high: 'some' is not a number"),
        (HEAD + "roads,roads,,,,1,inf,,,\n", "row 2: column high: 'inf' is not a number"),
        (HEAD + "roads,roads,,,,1,nan,,,\n", "row 2: column high: 'nan' is not a number"),
        (HEAD + "roads,roads,,,,3,2,,,\n", "row 2: column low: 3 is above high, 2"),
        (HEAD + "roads,roads,,,,,,,,\n", "row 2: column low: is empty"),
        (HEAD + "roads,roads,,,,1,2,kilometrs,,\n", "row 2: column unit: 'kilometrs' is no unit"),
        (HEAD + "roads,roads,,,,1,2,km/h,day,\n", "row 2: column per: 'day' comes on top"),
        (HEAD + "roads,roads,,,March,1,2,,,\n", "row 2: column when: 'March' is not an ISO date"),
        (HEAD + "roads,roads,,,2024-02-30,1,2,,,\n", "row 2: column when: '2024-02-30' is no day"),
        (HEAD + "roads,roads,,,2024/2023,1,2,,,\n", "row 2: column when: '2024/2023' ends before it starts"),
        (HEAD + "roads,roads,,,,1,2,,,,,\n", "row 2: has 12 fields for 10 columns"),
        (HEAD, "holds no rows"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_row_and_column(tmp_path: Path, text: str, told: str) -> None:
    path = _table(tmp_path, text)
    with pytest.raises(EvidenceError) as error:
        read_evidence(path)
    assert f"{path}: {told}" in str(error.value)


@pytest.mark.parametrize(
    ("line", "told"), [("{", "row 2: not JSON"), ("[1]", "row 2: holds list"), ('{"measure": "a", "value": true}', "row 2")]
)
def test_a_broken_line_is_told_with_its_number(tmp_path: Path, line: str, told: str) -> None:
    path = _table(tmp_path, '{"measure": "roads", "item": "roads", "value": 1}\n' + line + "\n", "known.jsonl")
    with pytest.raises(EvidenceError, match=told):
        read_evidence(path)


@pytest.mark.parametrize("name", ["missing.csv", "known.ods"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(EvidenceError, match=name):
        read_evidence(tmp_path / name)


@pytest.mark.parametrize(("suffix", "package"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_format_whose_package_is_not_installed_says_which_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EvidenceError, match=rf"needs the package {package}.*numclaims\[{suffix}\]"):
        read_evidence(tmp_path / f"known.{suffix}")


def test_a_workbook_gives_the_same_rows_as_a_csv_file(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in (
        ["Measure", "item", "when", "low", "high"],
        ["roads closed", "roads", 2024, 3, 5],
        [None] * 5,
        ["bridges", "", None, 1, 1],
    ):
        book.active.append(line)
    book.save(tmp_path / "known.xlsx")
    rows = read_evidence(tmp_path / "known.xlsx")
    assert [(row.number, row.measure, row.when, row.low, row.high) for row in rows] == [
        (2, "roads closed", "2024", 3, 5),
        (4, "bridges", "", 1, 1),
    ]


@pytest.mark.parametrize("command", ["extract", "audit"])
def test_a_table_that_cannot_be_used_is_a_usage_error_before_anything_is_read(tmp_path: Path, command: str) -> None:
    path = _table(tmp_path, HEAD + "roads,roads,,,,one,2,,,\n")
    result = CliRunner().invoke(main, [command, str(tmp_path / "missing.txt"), "--evidence", str(path)])
    assert result.exit_code == 2
    assert "row 2: column low" in result.stderr
    assert "missing.txt" not in result.stderr
