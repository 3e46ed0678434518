"""The commands as people and scripts use them: what they print, where it goes, and the exit status."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import numclaims
from numclaims.cli import main
from numclaims.table import CLAIM_COLUMNS

WRONG = "The port owns many boats. A storm sank 12 of its 9 boats on Monday.\n"
RIGHT = "A storm sank 9 of the 12 boats in the port on Monday.\n"
UNCITED = "The storm drove between 2,000 and 3,000 people from the coast.\n"
COMMAND = [sys.executable, "-m", "numclaims"]


@pytest.fixture(autouse=True)
def _same_package_in_subprocesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in another working directory find the package that is tested here, installed or not."""
    monkeypatch.setenv("PYTHONPATH", str(Path(numclaims.__file__).parents[1]))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a text that is wrong, one that is right and one that cites nobody."""
    for name, text in {"wrong.txt": WRONG, "right.txt": RIGHT, "uncited.txt": UNCITED}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


# What an audit prints, and its exit status


def test_an_audit_shows_findings_where_they_stand(folder: Path) -> None:
    result = _run("audit", "wrong.txt")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("wrong.txt:1:")
    assert lines[0].endswith(": error SUM002 part-exceeds-whole")
    assert "A storm sank 12 of its 9 boats on Monday." in lines[1]
    assert set(lines[2]) == {" ", "^"}
    assert lines[-1].startswith("1 document, ")
    assert lines[-1].endswith("1 finding: 1 error")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["right.txt"], 0),
        (["wrong.txt"], 1),
        (["wrong.txt", "right.txt"], 1),
        (["uncited.txt"], 0),
        (["uncited.txt", "--fail-on", "note"], 1),
        (["wrong.txt", "--fail-on", "error"], 1),
        (["wrong.txt", "--fail-on", "never"], 0),
        (["wrong.txt", "--ignore", "SUM002"], 0),
        (["missing.txt"], 2),
        (["wrong.txt", "missing.txt"], 2),
        (["wrong.txt", "missing.txt", "--fail-on", "never"], 2),
        ([], 2),
    ],
)
def test_the_exit_status_says_what_was_found(folder: Path, arguments: list[str], status: int) -> None:
    assert _run("audit", *arguments).exit_code == status


def test_a_clean_audit_says_that_nothing_was_found(folder: Path) -> None:
    assert _run("audit", "right.txt").stdout.rstrip().endswith("no findings")


def test_quiet_prints_findings_only(folder: Path) -> None:
    assert _run("audit", "-q", "right.txt").stdout == ""


def test_checked_lists_checks_that_held(folder: Path) -> None:
    lines = _run("audit", "--checked", "right.txt").stdout.splitlines()
    assert lines[0].startswith("checked  right.txt:1:")
    assert "  SUM002  " in lines[0]
    assert _run("audit", "--checked", "--format", "json", "right.txt").exit_code == 2


def test_what_cannot_be_read_is_told_on_standard_error_and_the_run_goes_on(folder: Path) -> None:
    (folder / "table.jsonl").write_text('{"id": "a"}\n' + json.dumps({"id": "b", "text": WRONG}) + "\n", encoding="utf-8")
    result = _run("audit", "missing.txt", "table.jsonl")
    first, second = result.stderr.splitlines()
    assert first.startswith("missing.txt: cannot read: ")
    assert second.startswith("table.jsonl:1: cannot read: ")
    assert result.stdout.splitlines()[0].startswith("table.jsonl:2 [b] 1:")
    assert ", 2 inputs not read, " in result.stdout


def test_a_folder_without_documents_is_not_a_clean_run(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = _run("audit", "empty")
    assert result.exit_code == 2
    assert "empty: cannot read: holds no documents" in result.stderr


def test_the_date_of_undated_documents_can_be_given(folder: Path) -> None:
    report = json.loads(_run("audit", "right.txt", "--date", "2024-03-01", "--format", "json").stdout)
    assert report["documents"][0]["date"] == "2024-03-01"
    assert _run("audit", "right.txt", "--date", "1 March").exit_code == 2


def test_standard_input_is_a_document(folder: Path) -> None:
    done = subprocess.run([*COMMAND, "audit", "-"], input=WRONG, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("-:1:")


# Choosing rules


@pytest.mark.parametrize("words", [["SUM002"], ["sum"], ["part-exceeds-whole"], ["RNG,SUM002"], ["RNG", "SUM002"]])
def test_rules_are_chosen_by_code_beginning_or_name_comma_separated_or_repeated(folder: Path, words: list[str]) -> None:
    select = [argument for word in words for argument in ("--select", word)]
    ignore = [argument for word in words for argument in ("--ignore", word)]
    assert _run("audit", "wrong.txt", *select).exit_code == 1
    assert _run("audit", "wrong.txt", *ignore).exit_code == 0


@pytest.mark.parametrize("arguments", [["audit", "wrong.txt", "--select", "SUM02"], ["explain", "part-exceeds-hole"]])
def test_an_unknown_rule_is_a_usage_error_with_what_may_have_been_meant(folder: Path, arguments: list[str]) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert "SUM002" in result.stderr
    assert result.stdout == ""


# Forms and output


def test_findings_as_json_lines(folder: Path) -> None:
    [line] = _run("audit", ".", "--format", "jsonl", "--select", "SUM002").stdout.splitlines()
    finding = json.loads(line)
    assert list(finding) == [
        *("doc", "rule", "name", "severity", "message", "spans", "claims", "expected", "found", "fingerprint"),
    ]
    assert all(WRONG[span["start"] : span["end"]] == span["text"] for span in finding["spans"])


def test_findings_as_json_and_csv(folder: Path) -> None:
    report = json.loads(_run("audit", ".", "--format", "json").stdout)
    assert report["summary"]["documents"] == 3
    assert report["summary"]["error"] == 1
    rows = list(csv.DictReader(StringIO(_run("audit", ".", "--format", "csv", "--select", "SUM").stdout)))
    assert [row["rule"] for row in rows] == ["SUM002"]


def test_claims_in_every_form(folder: Path) -> None:
    console = _run("extract", "right.txt").stdout
    assert console.splitlines()[0] == "right.txt"
    assert "boats" in console
    lines = [json.loads(line) for line in _run("extract", "right.txt", "--format", "jsonl").stdout.splitlines()]
    assert [tuple(line) for line in lines] == [CLAIM_COLUMNS] * 2
    assert [line["value"] for line in lines] == [9, 12]
    assert json.loads(_run("extract", "right.txt", "--format", "json").stdout)["claims"] == lines
    rows = list(csv.DictReader(StringIO(_run("extract", "right.txt", "--format", "csv").stdout)))
    assert [row["value"] for row in rows] == ["9", "12"]


def test_output_goes_to_a_file_and_nothing_else_is_printed(folder: Path) -> None:
    printed = _run("extract", "right.txt", "--format", "jsonl").stdout
    result = _run("extract", "right.txt", "--format", "jsonl", "--output", "claims.out")
    assert (result.exit_code, result.output) == (0, "")
    assert (folder / "claims.out").read_bytes() == printed.encode()


def test_an_output_that_cannot_be_opened_is_a_usage_error(folder: Path) -> None:
    result = _run("audit", "wrong.txt", "--output", "nowhere/findings.txt")
    assert result.exit_code == 2
    assert "nowhere/findings.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_input_is_never_written_over(folder: Path) -> None:
    result = _run("extract", "right.txt", "--output", "./right.txt")
    assert result.exit_code == 2
    assert (folder / "right.txt").read_text(encoding="utf-8") == RIGHT


def test_the_output_of_an_earlier_run_is_no_input_of_the_next(folder: Path) -> None:
    first = _run("audit", ".", "--format", "jsonl", "--output", "findings.jsonl")
    stored = (folder / "findings.jsonl").read_bytes()
    second = _run("audit", ".", "--format", "jsonl", "--output", "findings.jsonl")
    assert (first.exit_code, second.exit_code, second.stderr) == (1, 1, "")
    assert (folder / "findings.jsonl").read_bytes() == stored


def test_text_that_utf_8_cannot_hold_does_not_end_a_run(folder: Path) -> None:
    (folder / "odd.jsonl").write_text('{"id": "a", "text": "The port lost 12 boats \\ud800 today."}\n', encoding="utf-8")
    for form in ("console", "jsonl", "json", "csv"):
        assert _run("extract", "odd.jsonl", "--format", form, "--output", "odd.out").exit_code == 0


# The rules


def test_rules_are_listed_with_severity_and_what_they_flag() -> None:
    lines = _run("rules").stdout.splitlines()
    assert lines[0].split() == ["code", "name", "severity", "flags"]
    assert any(line.split()[:3] == ["SUM002", "part-exceeds-whole", "error"] for line in lines)
    assert all(len(line) <= 100 for line in lines)


def test_rules_as_json_hold_their_examples() -> None:
    listed = {rule["code"]: rule for rule in json.loads(_run("rules", "--format", "json").stdout)}
    assert listed["SUM002"]["name"] == "part-exceeds-whole"
    assert all(rule["flags"] and rule["passes"] for rule in listed.values())


@pytest.mark.parametrize("name", ["SUM002", "sum002", "part-exceeds-whole"])
def test_explain_shows_a_rules_page_with_examples(name: str) -> None:
    page = _run("explain", name).stdout
    assert page.startswith("SUM002 part-exceeds-whole (error)\n\n")
    assert "\nFlags:\n    " in page
    assert "\nPasses:\n    " in page


# A well-behaved program


def test_the_version_is_told_without_reading_a_lexicon() -> None:
    done = subprocess.run([*COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"numclaims {numclaims.__version__}\n"


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
def test_a_reader_that_leaves_ends_the_run_silently(folder: Path) -> None:
    record = json.dumps({"text": WRONG * 20}) + "\n"
    (folder / "many.jsonl").write_text(record * 200, encoding="utf-8")
    running = subprocess.Popen([*COMMAND, "extract", "many.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout
    assert running.stderr
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() == 141


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes and signals")
def test_ctrl_c_ends_the_run_without_a_traceback(folder: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "extract", "right.txt", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline() == "right.txt\n"  # claims are written before the next document is waited for
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=10) == 130
        assert "Traceback" not in running.stderr.read()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_one_line(folder: Path) -> None:
    done = subprocess.run([*COMMAND, "extract", "right.txt", "--output", "/dev/full"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1
