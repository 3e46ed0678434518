"""What the pages say is so: every example runs and prints what the page shows, every table agrees with what it is a table of."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
import tables
from click.testing import CliRunner
from pages import FENCED, PAGES, ROOT, rerun

import numclaims
from numclaims.cli import main
from numclaims.evidence import Evidence
from numclaims.evidence.rows import row_of
from numclaims.interval import Interval, allowed
from numclaims.model import Audit, Claim
from numclaims.table import CLAIM_COLUMNS

NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_CI_COMMAND = re.compile(r'^echo "== (pip install .* && .*)"$', re.MULTILINE)


def _page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _rows(name: str, *head: str) -> list[list[str]]:
    """The rows of all tables of a page that have this head; cells without their backticks."""
    rows: list[list[str]] = []
    inside = False
    for line in _page(name).splitlines():
        cells = [cell.strip().replace("`", "") for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if inside and cells and set(cells) != {"---"}:
            rows.append(cells)
        inside = bool(cells) and (inside or cells == list(head))
    return rows


# Examples


@pytest.mark.parametrize("name", NAMES)
def test_every_example_prints_what_its_page_shows(name: str) -> None:
    page = _page(name)
    assert rerun(page) == page, "python tests/pages.py puts the outputs of all pages right"


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_an_example_that_runs_a_file_or_commands_to_type(name: str) -> None:
    assert {block["language"] for block in FENCED.finditer(_page(name))} <= {"console", "python", "text", "sh"}


def test_the_first_commands_of_the_readme_are_those_that_continuous_integration_runs() -> None:
    [first, *_] = FENCED.finditer(_page("README.md"))
    assert first["text"].splitlines() == _CI_COMMAND.findall(_page(".ci/run"))


@pytest.mark.parametrize("script", ["benchmarks/speed.py", "benchmarks/accuracy.py", "benchmarks/size.py", "benchmarks/fuzz.py"])
def test_the_commands_of_the_benchmarks_are_understood(script: str) -> None:
    shown = subprocess.run([sys.executable, ROOT / script, "--help"], capture_output=True, text=True, check=True).stdout
    [block] = FENCED.finditer(_page("benchmarks/README.md"))
    typed = set(re.findall(rf"{script} .*?(--\w+)", block["text"]))
    assert typed
    assert all(option in shown for option in typed)


@pytest.mark.parametrize("text", [row[0] for row in _rows("docs/grammar.md", "text", "because it is")])
def test_what_the_grammar_page_calls_no_claim_is_none(text: str) -> None:
    assert list(numclaims.extract(text)) == []


@pytest.mark.parametrize("row", _rows("docs/grammar.md", "text", "kind", "number", "bound", "unit", "per"), ids=lambda row: row[0])
def test_the_grammar_page_says_how_a_claim_is_read(row: list[str]) -> None:
    text, *expected = row
    [claim] = numclaims.extract(text)
    number = f"{claim.low} to {claim.high}" if claim.value is None else str(round(claim.value, 5))
    assert [claim.kind, number.replace(".0", ""), claim.bound, claim.unit, claim.per] == expected


@pytest.mark.parametrize("row", _rows("docs/intervals.md", "text", "allows"), ids=lambda row: row[0])
def test_the_page_of_intervals_says_what_a_number_allows(row: list[str]) -> None:
    text, expected = row
    claim = next(numclaims.extract(text))
    assert _written(allowed(claim)) == expected


def _written(interval: Interval) -> str:
    opening = "(" if interval.low_open else "["
    closing = ")" if interval.high_open or interval.high == float("inf") else "]"
    return f"{opening}{interval.low:.10g}, {interval.high:.10g}{closing}"


# Completeness


def test_the_columns_are_explained_in_their_order() -> None:
    assert tuple(re.findall(r"^## (\w+)$", _page("docs/columns.md"), re.MULTILINE)) == CLAIM_COLUMNS
    named = [_LINK.sub(lambda link: link[0].partition("]")[0][1:], row[0]) for row in _rows("README.md", "column", "holds")]
    assert tuple(named) == CLAIM_COLUMNS


def test_the_columns_said_to_be_always_empty_are() -> None:
    sections = re.split(r"^## ", _page("docs/columns.md"), flags=re.MULTILINE)[1:]
    said = {section.split()[0] for section in sections if "Always empty in this version" in section}
    filled = {name for claim in _many_claims() for name in CLAIM_COLUMNS if getattr(claim, name) not in ("", None)}
    assert set(CLAIM_COLUMNS) - filled == said


def _many_claims() -> Iterator[Claim]:
    for document in numclaims.read_documents([ROOT / "seeds"]):
        assert isinstance(document, numclaims.Document)
        yield from numclaims.extract(document)
    for row in _rows("docs/grammar.md", "text", "kind", "number", "bound", "unit", "per"):
        yield from numclaims.extract(row[0])
    boats = row_of({"measure": "boats lost", "item": "boats", "value": 12}, "boats.csv", 2)
    yield from numclaims.extract("The port lost 12 boats.", evidence=Evidence((boats,)))


def test_every_command_and_option_is_on_the_page_of_the_command_line() -> None:
    page = _page("docs/cli.md")
    for name, command in main.commands.items():
        assert f"numclaims {name}" in page
        options = [option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts]
        assert [option for option in options if option not in page] == []


def test_every_public_name_is_on_the_page_of_the_python_interface() -> None:
    page = _page("docs/python.md")
    assert [name for name in numclaims.__all__ if not re.search(rf"\b{name}\b", page)] == []


@pytest.mark.parametrize("record", [Audit, numclaims.Analysis])
def test_the_fields_of_an_audit_are_on_the_page_of_the_python_interface(record: type) -> None:
    assert [field.name for field in fields(record) if f"`{field.name}`" not in _page("docs/python.md")] == []


# Links


@pytest.mark.parametrize("name", NAMES)
def test_every_link_within_the_repository_leads_somewhere(name: str) -> None:
    for link in _LINK.finditer(FENCED.sub("", _page(name))):
        path, _, anchor = link["target"].partition("#")
        if "://" in path:
            continue
        target = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert target.exists(), link[0]
        assert not anchor or anchor in _anchors(target), link[0]


def _anchors(page: Path) -> set[str]:
    text = FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


# What is made by a script


def test_the_tables_of_measurements_agree_with_the_results() -> None:
    pages = [page.read_text(encoding="utf-8") for page in tables.PAGES]
    assert [tables.filled(page, tables.load()) for page in pages] == pages, "python benchmarks/tables.py puts the tables right"
    assert {name for page in pages for name in re.findall(r"<!-- results: ([\w-]+) -->", page)} == set(tables.TABLES)


def test_without_the_test_sets_accuracy_says_so_and_changes_nothing(tmp_path: Path) -> None:
    before = (ROOT / "benchmarks" / "results.json").read_bytes()
    command = [sys.executable, str(ROOT / "benchmarks" / "accuracy.py"), "--data", "nowhere"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert "does not exist" in done.stderr
    assert (ROOT / "benchmarks" / "results.json").read_bytes() == before


def test_the_example_reports_are_current(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "reports" / "make.py", tmp_path], check=True)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 6
    for name in names:
        assert _content(tmp_path / name) == _content(ROOT / "reports" / name), f"{name}: python reports/make.py makes it anew"


def test_the_picture_of_the_terminal_is_current(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "reports" / "pictures.py", tmp_path]
    subprocess.run(command, check=True, env={**os.environ, "PATH": ""})  # which hides a browser, whose pictures differ from one to the next
    drawn, kept = (folder / "console.svg" for folder in (tmp_path, ROOT / "docs" / "images"))
    assert drawn.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), "python reports/make.py draws it anew"


def test_the_reports_are_made_by_the_commands_that_their_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NO_COLOR", "1")
    rows = _rows("reports/README.md", "file", "made by")
    assert len(rows) == 6
    for _, command in rows:
        *arguments, target = command.removeprefix("numclaims ").split()
        made = tmp_path / Path(target).name
        assert CliRunner().invoke(main, [*arguments, str(made)]).exit_code == 0
        assert _content(made) == _content(ROOT / target)


def _content(report: Path) -> object:
    """A report's text; of a workbook what its cells hold, which no version of the library that writes it changes."""
    if report.suffix != ".xlsx":
        return report.read_text(encoding="utf-8")
    openpyxl = pytest.importorskip("openpyxl")
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in openpyxl.load_workbook(report)}
