"""A run that is killed and continued writes, byte for byte, what one writes that nobody stopped."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from numclaims.cli import main

ROOT = Path(__file__).parents[1]
DOCUMENTS = 60


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A table of documents, a few of which cannot be read and some of which claim nothing."""
    table = tmp_path / "texts.jsonl"
    with table.open("w", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            text = f"Foxes took {number + 4} of the 900 goats. Some 300 to 400 sheep were sold for £{number} million.\n" * 8
            file.write("{broken\n" if number % 25 == 7 else json.dumps({"text": text if number % 10 else "Nothing."}) + "\n")
    return table


def _run(texts: Path, form: str, *more: str, command: str = "extract") -> Result:
    return CliRunner().invoke(main, [command, "--format", form, *more, str(texts)])


def _resumed(texts: Path, output: Path, *more: str, command: str = "extract") -> Result:
    return _run(texts, output.suffix[1:], "--resume", "--output", str(output), *more, command=command)


def _killed(texts: Path, output: Path, *more: str, command: str = "extract") -> int:
    """The documents that a run had written when it was killed in the middle."""
    command_line = [command, "--format", output.suffix[1:], "--resume", "--output", str(output), *more, str(texts)]
    run = subprocess.Popen([sys.executable, "-m", "numclaims", *command_line], cwd=ROOT, stderr=subprocess.DEVNULL)
    journal = Path(f"{output}.part.journal")
    try:
        while run.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > 10):
            time.sleep(0.005)
    finally:
        run.kill()
        run.wait()
    return journal.read_bytes().count(b"\n") - 1


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_killed_run_goes_on_where_it_was(texts: Path, tmp_path: Path, form: str, jobs: str) -> None:
    output = tmp_path / f"claims.{form}"
    done = _killed(texts, output, "--jobs", jobs)
    assert 10 <= done < DOCUMENTS
    assert not output.exists()
    result = _resumed(texts, output, "--jobs", jobs)
    assert result.exit_code == 2  # of the broken lines
    assert output.read_bytes() == _run(texts, form).stdout_bytes
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_what_is_half_written_is_written_again(texts: Path, tmp_path: Path, form: str) -> None:
    output = tmp_path / f"claims.{form}"
    _killed(texts, output)
    part, journal = Path(f"{output}.part"), Path(f"{output}.part.journal")
    with part.open("ab") as file:
        file.write(b'{"half')
    with journal.open("ab") as file:
        file.write(b"[9")
    assert _resumed(texts, output).exit_code == 2
    assert output.read_bytes() == _run(texts, form).stdout_bytes


def test_output_shorter_than_the_journal_says_is_made_again(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    part = Path(f"{output}.part")
    os.truncate(part, part.stat().st_size // 2)
    _resumed(texts, output)
    assert output.read_bytes() == _run(texts, "jsonl").stdout_bytes


def test_what_is_whole_is_kept_as_it_is(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    part = Path(f"{output}.part")
    content = part.read_bytes()
    part.write_bytes(b"*" + content[1:])
    _resumed(texts, output)
    assert output.read_bytes() == b"*" + _run(texts, "jsonl").stdout_bytes[1:]


def test_a_damaged_journal_is_refused(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    with Path(f"{output}.part.journal").open("ab") as file:
        file.write(b"goats\n")
    assert "its journal is damaged" in " ".join(_resumed(texts, output).stderr.split())


def test_a_run_that_fails_at_once_leaves_nothing(texts: Path, tmp_path: Path) -> None:
    before = texts.read_bytes()
    assert _resumed(texts, texts).exit_code == 2
    assert texts.read_bytes() == before
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.parametrize("more", [["--date", "2024-05-01"], ["--story", "flood"], ["--max-size", "3"], ["--why"]], ids=" ".join)
def test_other_options_are_refused(texts: Path, tmp_path: Path, more: list[str]) -> None:
    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    before = Path(f"{output}.part").read_bytes()
    result = _resumed(texts, output, *more)
    assert result.exit_code == 2
    assert "it was asked for something else" in " ".join(result.stderr.split())
    assert Path(f"{output}.part").read_bytes() == before


def test_changed_documents_are_refused(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    texts.write_text(texts.read_text().replace("900", "901", 1))
    result = _resumed(texts, output)
    assert result.exit_code == 2
    assert "are not those that are there now" in " ".join(result.stderr.split())


def test_fewer_documents_are_refused(texts: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    texts.write_text("".join(texts.read_text().splitlines(keepends=True)[:3]))
    result = _resumed(texts, output)
    assert "there are fewer documents" in " ".join(result.stderr.split())
    assert not output.exists()


@pytest.mark.parametrize("more", [[], ["--output", "-"], ["--format", "json", "--output", "x.json"]], ids=" ".join)
def test_resume_needs_a_file_that_can_grow(texts: Path, more: list[str]) -> None:
    result = _run(texts, "jsonl", "--resume", *more)
    assert result.exit_code == 2
    assert "--resume" in result.stderr


def test_a_parquet_file_is_that_of_a_run_that_nobody_stopped(texts: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    output, whole = tmp_path / "claims.parquet", tmp_path / "whole.parquet"
    assert 10 <= _killed(texts, output) < DOCUMENTS
    assert _resumed(texts, output).exit_code == 2
    assert _run(texts, "parquet", "--output", str(whole)).exit_code == 2
    assert output.read_bytes() == whole.read_bytes()
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no locks")
def test_a_second_run_into_the_same_file_is_refused(texts: Path, tmp_path: Path) -> None:
    import fcntl

    output = tmp_path / "claims.jsonl"
    _killed(texts, output)
    before = Path(f"{output}.part").read_bytes()
    with Path(f"{output}.part.journal").open("a") as journal:
        fcntl.flock(journal, fcntl.LOCK_EX)
        result = _resumed(texts, output)
    assert result.exit_code == 2
    assert "another run is writing it" in " ".join(result.stderr.split())
    assert Path(f"{output}.part").read_bytes() == before


# Audits


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder of documents that contradict themselves and one another, one of them converted, one suppressed, one that is none."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.eml").write_text("Subject: Foxes\n\nFoxes took 14 of the 9 goats.\n")
    (folder / "b.md").write_text("The storm sank 12 of the 9 boats. <!-- numclaims: ignore SUM002 so they say -->\n", encoding="utf-8")
    (folder / "b.md.numclaims.toml").write_text('[[suppressions]]\nrule = "TIM004"\nquote = "31 June"\nreason = "so they say"\n')
    said = "Police in Torvik arrested {} people in raids at dawn on Thursday, and took {} of the 40 cars.\n"
    with (folder / "c.jsonl").open("w", encoding="utf-8") as table:
        for number in range(DOCUMENTS):
            text = said.format(37 if number % 2 else 73, number) + "Some 300 to 400 sheep were sold.\n" * 20
            document = {"text": text, "story": f"s{number // 2}", "date": "2024-05-03"}
            table.write("{broken\n" if number % 25 == 8 else json.dumps(document) + "\n")
    return folder


@pytest.mark.parametrize(("form", "jobs"), [("jsonl", "2"), ("html", "1"), ("sarif", "2")])
def test_a_killed_audit_goes_on_where_it_was(stories: Path, tmp_path: Path, form: str, jobs: str) -> None:
    output, whole = tmp_path / f"findings.{form}", tmp_path / f"whole.{form}"
    assert 10 <= _killed(stories, output, "--jobs", jobs, command="audit") < DOCUMENTS
    assert not output.exists()
    expected = _run(stories, form, "--output", str(whole), command="audit")
    result = _resumed(stories, output, "--jobs", jobs, command="audit")
    assert (result.exit_code, expected.exit_code) == (2, 2)
    assert "CON002" in output.read_text(encoding="utf-8")
    assert output.read_bytes() == whole.read_bytes()
    assert result.stderr.splitlines()[-1] == expected.stderr.splitlines()[-1]  # what is told at the end, of unused suppressions
    assert not list(tmp_path.glob("*.part*"))


def test_what_is_judged_of_a_killed_audit_is_judged_of_all_of_it(stories: Path, tmp_path: Path) -> None:
    table = stories / "c.jsonl"
    table.write_text(table.read_text().replace("{broken\n", ""))
    output, known, expected = (tmp_path / name for name in ("findings.jsonl", "known.json", "expected.json"))
    _killed(stories, output, command="audit")
    assert _resumed(stories, output, "--write-baseline", str(known), command="audit").exit_code == 0
    _run(stories, "jsonl", "--write-baseline", str(expected), command="audit")
    assert known.read_bytes() == expected.read_bytes()
    assert "a.eml" in known.read_text()
    _killed(stories, output, command="audit")
    assert _resumed(stories, output, "--fail-on", "error", command="audit").exit_code == 1  # of the first document


def test_an_audit_by_other_rules_is_refused(stories: Path, tmp_path: Path) -> None:
    output = tmp_path / "findings.jsonl"
    _killed(stories, output, command="audit")
    result = _resumed(stories, output, "--ignore", "SUM", command="audit")
    assert result.exit_code == 2
    assert "it was asked for something else" in " ".join(result.stderr.split())


class _Acts:
    """What runs a command where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self._mark}",)


def test_kept_audits_that_somebody_else_wrote_do_nothing(stories: Path, tmp_path: Path) -> None:
    output, mark = tmp_path / "findings.jsonl", tmp_path / "acted"
    _killed(stories, output, command="audit")
    part = Path(f"{output}.part")
    for block in (pickle.dumps(_Acts(mark)), pickle.dumps(Path("x")), pickle.dumps("x"), b"x"):
        content = part.read_bytes()
        part.write_bytes(len(block).to_bytes(8, "big") + block + bytes(len(content)))
        result = _resumed(stories, output, command="audit")
        assert result.exit_code == 2
        assert "it is damaged" in " ".join(result.stderr.split())
    assert not mark.exists()
    assert not output.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
def test_ctrl_c_says_how_an_audit_goes_on(stories: Path, tmp_path: Path) -> None:
    output = tmp_path / "findings.jsonl"
    with (stories / "d.jsonl").open("w", encoding="utf-8") as table:
        table.writelines(json.dumps({"text": "Foxes took 14 of the 90 goats.\n" * 200}) + "\n" for _ in range(400))
    command = ["audit", "--format", "jsonl", "--jobs", "1", "--resume", "--output", str(output), str(stories)]
    run = subprocess.Popen([sys.executable, "-m", "numclaims", *command], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    journal = Path(f"{output}.part.journal")
    while run.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") > 10):
        time.sleep(0.005)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "inputs are done; the same command goes on behind them" in errors
    assert "Traceback" not in errors
    assert journal.exists()
