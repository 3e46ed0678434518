"""A run that is killed and continued writes, byte for byte, what one writes that nobody stopped."""

from __future__ import annotations

import json
import os
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


def _run(texts: Path, form: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["extract", "--format", form, *more, str(texts)])


def _resumed(texts: Path, output: Path, *more: str) -> Result:
    return _run(texts, output.suffix[1:], "--resume", "--output", str(output), *more)


def _killed(texts: Path, output: Path, jobs: str = "1") -> int:
    """The documents that a run had written when it was killed in the middle."""
    command = ["extract", "--jobs", jobs, "--format", output.suffix[1:], "--resume", "--output", str(output), str(texts)]
    run = subprocess.Popen([sys.executable, "-m", "numclaims", *command], cwd=ROOT, stderr=subprocess.DEVNULL)
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
    done = _killed(texts, output, jobs)
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


@pytest.mark.parametrize("more", [["--date", "2024-05-01"], ["--max-size", "3"], ["--why"]], ids=" ".join)
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
