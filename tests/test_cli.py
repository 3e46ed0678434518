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

import click
import pytest
from click.testing import CliRunner, Result

import numclaims
from numclaims.cli import main
from numclaims.reading.documents import STANDARD_INPUT_FORMATS
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


@pytest.mark.usefixtures("folder")
def test_story_makes_one_story_of_documents_that_name_none() -> None:
    Path("one.txt").write_text("The ferry Orla sank off Brevik with 52 passengers on board.")
    Path("two.txt").write_text("The ferry Orla sank off Brevik. On board the ferry Orla were 25 passengers.")
    command = ("audit", "one.txt", "two.txt", "--select", "CON002", "--format", "jsonl")
    assert _run(*command).stdout == ""
    assert json.loads(_run(*command, "--story", "ferry").stdout)["rule"] == "CON002"


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


@pytest.mark.parametrize("arguments", [["--select", ""], ["--select", " , "], ["--ignore", ""], ["--select", "SUM002", "--ignore", "SUM"]])
def test_to_choose_no_rule_is_a_usage_error(folder: Path, arguments: list[str]) -> None:
    result = _run("audit", "wrong.txt", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "rule" in result.stderr


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


def test_claims_say_why_in_forms_that_have_room_for_it(folder: Path) -> None:
    [claim, *_] = [json.loads(line) for line in _run("extract", "wrong.txt", "--why", "--format", "jsonl").stdout.splitlines()]
    assert claim["why"]["item"] == [{"start": 51, "end": 56, "text": "boats"}]
    document = json.loads(_run("extract", "wrong.txt", "--why", "--format", "json").stdout)
    assert document["claims"][0] == claim
    assert "sank" in _run("extract", "wrong.txt", "--why").stdout
    refused = _run("extract", "wrong.txt", "--why", "--format", "csv")
    assert (refused.exit_code, "--why has no room in --format csv" in refused.stderr) == (2, True)


def test_output_goes_to_a_file_and_nothing_else_is_printed(folder: Path) -> None:
    printed = _run("extract", "right.txt", "--format", "jsonl").stdout
    result = _run("extract", "right.txt", "--format", "jsonl", "--output", "claims.out")
    assert (result.exit_code, result.output) == (0, "")
    assert (folder / "claims.out").read_bytes() == printed.encode()


def test_an_output_that_cannot_be_opened_is_a_usage_error(folder: Path) -> None:
    for output in ("nowhere/findings.txt", "n" * 300, "new/"):
        result = _run("audit", "wrong.txt", "missing.txt", "--output", output)
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1  # told before anything is read
        assert result.stderr.startswith(f"numclaims: cannot write to {output}: ")


@pytest.mark.parametrize(
    ("paths", "output"),
    [
        (["right.txt"], "./right.txt"),
        (["."], "right.txt"),
        (["*.txt"], "right.txt"),
        (["wrong.txt", "."], "right.txt"),
        (["right.txt"], "link.out"),
        (["right.txt", "empty.jsonl"], "empty.jsonl"),
        (["photo.png"], "photo.png"),
        (["."], "documents.csv"),
        (["right.txt"], "documents.csv"),
        (["right.txt", "--evidence", "evidence.csv"], "evidence.csv"),
    ],
)
def test_nothing_that_is_read_is_written_over(folder: Path, paths: list[str], output: str) -> None:
    (folder / "documents.csv").write_text("file,id\nright.txt,r\n", encoding="utf-8")
    (folder / "evidence.csv").write_text("measure,item,value\nboats,boats,12\n", encoding="utf-8")
    (folder / "link.out").symlink_to("right.txt")
    (folder / "empty.jsonl").write_text("\n", encoding="utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG and so on")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = _run("extract", *paths, "--output", output)
    assert result.exit_code == 2
    assert f"--output {output} is one of the files that are read" in result.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_report_of_an_earlier_run_is_replaced_where_it_is_no_input(folder: Path) -> None:
    for _ in range(2):
        assert _run("audit", ".", "--output", "findings.out").exit_code == 1
    assert (folder / "findings.out").read_text(encoding="utf-8").count("SUM002") == 1


def test_a_report_is_not_read_while_a_shell_writes_it(folder: Path) -> None:
    with (folder / "report.txt").open("w", encoding="utf-8") as report:
        subprocess.run([*COMMAND, "audit", ".", "report.txt"], stdout=report, check=False)
    assert "\n3 documents, " in (folder / "report.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals and permissions")
def test_a_report_that_is_not_finished_leaves_the_old_one_as_it_was(folder: Path) -> None:
    (folder / "report.out").write_text("old", encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "extract", "missing.txt", "-", "-o", "report.out"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr
        assert running.stderr.readline().startswith("missing.txt: ")
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 130
    assert (folder / "report.out").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["report.out", "right.txt", "uncited.txt", "wrong.txt"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_report_keeps_the_permissions_of_the_old_one_and_links_lead_to_it(folder: Path) -> None:
    report, link = folder / "report.out", folder / "link.out"
    report.touch(mode=0o640)
    link.symlink_to("report.out")
    assert _run("extract", "right.txt", "-o", "link.out").exit_code == 0
    assert link.is_symlink()
    assert "boats" in report.read_text(encoding="utf-8")
    assert report.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="needs /dev/stdout")
def test_devices_and_pipes_are_written_to_as_they_are(folder: Path) -> None:
    with (folder / "log.out").open("w", encoding="utf-8") as log:
        log.write("before\n")
        log.flush()
        subprocess.run([*COMMAND, "extract", "-q", "right.txt", "-o", "/dev/stdout"], stdout=log, check=True)
    assert (folder / "log.out").read_text(encoding="utf-8").startswith("before\nright.txt\n")
    with (folder / "messages.out").open("w", encoding="utf-8") as messages:
        subprocess.run([*COMMAND, "extract", "-q", "missing.txt", "right.txt", "-o", "/dev/stderr"], stderr=messages, check=False)
    assert (folder / "messages.out").read_text(encoding="utf-8").startswith("missing.txt: cannot read: does not exist\nright.txt\n")
    assert _run("extract", "right.txt", "-o", os.devnull).exit_code == 0
    os.mkfifo("pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, text=True) as reading:
        assert _run("extract", "right.txt", "-o", "pipe").exit_code == 0
        assert reading.stdout
        assert reading.stdout.readline() == "right.txt\n"


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
    assert done.stdout in (f"numclaims {numclaims.__version__} (compiled: {is_so})\n" for is_so in ("yes", "no"))


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
        assert running.wait(timeout=60) == 130
        assert "Traceback" not in running.stderr.read()


def _run_closed(*arguments: str, redirection: str) -> subprocess.CompletedProcess[str]:
    """The command as a shell runs it with a stream redirected or closed; with buffers, which fail once more when they are closed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = ["sh", "-c", f'"$@" {redirection}', "sh", *COMMAND, *arguments]
    return subprocess.run(command, env=kept, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a shell, and a device that is always full")
@pytest.mark.parametrize(
    ("arguments", "redirection", "message"),
    [
        (["audit", "-"], "<&-", "-: cannot read: standard input is closed"),
        (["audit", "right.txt"], ">&-", "numclaims: cannot write to standard output: it is closed"),
        (["rules"], ">&-", "numclaims: cannot write to standard output: it is closed"),
        (["audit", "right.txt"], ">/dev/full", "numclaims: cannot write to standard output: No space left on device"),
        (["explain", "SUM"], ">/dev/full", "numclaims: cannot write to standard output: No space left on device"),
        (["--help"], ">/dev/full", "numclaims: cannot write to standard output: No space left on device"),
        (["audit", "--help"], ">/dev/full", "numclaims: cannot write to standard output: No space left on device"),
        (["audit", "--format", "xlsx", "right.txt"], ">/dev/full", "numclaims: cannot write to standard output: No space left on device"),
        (
            ["extract", "--format", "parquet", "right.txt"],
            ">/dev/full",
            "numclaims: cannot write to standard output: No space left on device",
        ),
        (["extract", "right.txt", "-o", "/dev/full"], "", "numclaims: cannot write to /dev/full: No space left on device"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_told_in_one_line(folder: Path, arguments: list[str], redirection: str, message: str) -> None:
    done = _run_closed(*arguments, redirection=redirection)
    assert (done.returncode, done.stderr) == (2, f"{message}\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_with_an_output_file_standard_output_may_be_closed(folder: Path) -> None:
    done = _run_closed("extract", "right.txt", "-o", "claims.out", redirection=">&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert "boats" in (folder / "claims.out").read_text(encoding="utf-8")


# What reading had to guess


def test_guesses_and_losses_are_told_once_a_file_and_do_not_fail_a_run(folder: Path) -> None:
    (folder / "old.txt").write_bytes(b"The port paid \x80500 for 9 boats.\n")
    (folder / "torn.jsonl").write_bytes(b'{"text": "Five men \xff and \xe2\x80\x9csix\xe2\x80\x9d women."}\n')
    result = _run("extract", "old.txt", "torn.jsonl", "-q")
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            "warning: old.txt: is not UTF-8; read as cp1252, a guess that --encoding can put right",
            "warning: torn.jsonl:1: 1 of its characters are lost and stand as U+FFFD",
        ],
    )
    report = json.loads(_run("extract", "old.txt", "--format", "json").stdout)
    assert report["documents"][0]["warnings"] == ["old.txt: is not UTF-8; read as cp1252, a guess that --encoding can put right"]


def test_a_guess_at_the_encoding_of_evidence_is_told(folder: Path) -> None:
    (folder / "known.csv").write_bytes(b"measure,item,value,unit\nprice,boat,5,\xa3\n")
    result = _run("extract", "right.txt", "--evidence", "known.csv", "-q")
    assert (result.exit_code, result.stderr.partition(";")[0]) == (0, "warning: known.csv: is not UTF-8")
    assert _run("extract", "right.txt", "--evidence", "known.csv", "-q", "--encoding", "latin-1").stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a shell, and a device that is always full")
def test_messages_that_nobody_can_read_change_no_exit_status(folder: Path) -> None:
    for redirection in ("2>/dev/full", "2>&-", ">/dev/full 2>/dev/full"):
        assert _run_closed("audit", "missing.txt", redirection=redirection).returncode == 2


def test_an_output_that_cannot_be_replaced_is_filled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    (folder / "mounted.out").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "replace", refuse)
    assert _run("extract", "right.txt", "-o", "mounted.out").exit_code == 0
    assert "boats" in (folder / "mounted.out").read_text(encoding="utf-8")
    assert len(list(folder.iterdir())) == 4


def test_a_table_full_of_mistakes_is_told_in_few_lines(folder: Path) -> None:
    (folder / "same.jsonl").write_text(f"{json.dumps({'id': 'x', 'text': RIGHT})}\n" * 100, encoding="utf-8")
    lines = _run("extract", "same.jsonl", "-q").stderr.splitlines()
    assert lines[0] == "warning: same.jsonl:2: the id 'x' is already that of same.jsonl:1; this document is called 'same.jsonl:2'"
    assert lines[10:] == ["warning: same.jsonl: further warnings are not shown; --format json has all"]
    report = json.loads(_run("extract", "same.jsonl", "--format", "json").stdout)
    assert sum(len(document["warnings"]) for document in report["documents"]) == 99


def test_an_encoding_that_is_named_is_not_guessed(folder: Path) -> None:
    (folder / "old.txt").write_bytes("The port paid £500 for 9 boats.\n".encode("cp437"))
    result = _run("extract", "old.txt", "--encoding", "cp437", "--format", "csv")
    assert (result.stderr, next(csv.DictReader(StringIO(result.stdout)))["unit"]) == ("", "GBP")
    assert _run("extract", "old.txt", "--encoding", "hex").exit_code == 2


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("txt", WRONG, "-:1:"),
        ("md", "```\n12 of the 9\n```\n" + WRONG, "-:4:"),
        ("jsonl", json.dumps({"text": WRONG}), "-:1 [-:1] 1:"),
        ("csv", f"id,text\nx,{WRONG}", "-:2 [x] 1:"),
    ],
)
def test_standard_input_may_hold_any_format(folder: Path, form: str, text: str, place: str) -> None:
    result = CliRunner().invoke(main, ["audit", "-", "--stdin-format", form], input=text)
    assert (result.exit_code, result.stdout.count("SUM002")) == (1, 1)
    assert result.stdout.startswith(place)


def test_standard_input_has_the_formats_that_reading_knows() -> None:
    [choice] = [option for option in main.commands["audit"].params if option.name == "stdin_format"]
    assert isinstance(choice.type, click.Choice)
    assert tuple(choice.type.choices) == STANDARD_INPUT_FORMATS


@pytest.mark.skipif(os.name == "nt", reason="file names cannot hold these there")
def test_names_and_words_of_the_user_never_act_on_the_terminal(folder: Path) -> None:
    name = "a\x1b[31m\nb"
    for arguments in (
        [name],
        ["right.txt", "-o", f"{name}/c"],
        ["right.txt", "--select", name],
        ["right.txt", "--evidence", name],
        [f"--{name}"],
    ):
        result = _run("audit", *arguments)
        assert result.exit_code == 2
        assert "\x1b" not in result.output
        assert "\\x1b[31m" in result.stderr


def test_a_guess_at_the_encoding_of_a_claim_table_is_told(folder: Path) -> None:
    table = CliRunner().invoke(main, ["extract", "--format", "csv", "-"], input="The café paid £3 million for 12 boats.").stdout
    (folder / "claims.csv").write_bytes(table.encode("cp1252"))
    done = CliRunner().invoke(main, ["check", "claims.csv"])
    assert done.stderr.splitlines()[0].startswith("warning: claims.csv: is not UTF-8; read as cp1252, a guess")
    assert ".py" not in done.stderr
