"""What must hold for every input, with inputs made up here and with those that a fuzzer once failed on (tests/fuzz)."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import targets
from hypothesis import given, settings
from hypothesis import strategies as st

from numclaims.model import Document

ROOT = Path(__file__).parents[1]
FAILED = sorted(path for path in (ROOT / "tests" / "fuzz").iterdir() if path.suffix != ".md")


def _changed(target: str) -> st.SearchStrategy[bytes]:
    """Seeds of a target with pieces taken out and others put in."""
    pieces = st.one_of(st.binary(max_size=8), st.sampled_from(targets.WORDS).map(lambda word: f" {word} ".encode()))
    changes = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 40), pieces), max_size=6)

    def change(drawn: tuple[bytes, list[tuple[int, int, bytes]]]) -> bytes:
        data, edits = drawn
        for at, length, piece in edits:
            at = at % (len(data) + 1)
            data = data[:at] + piece + data[at + length :]
        return data

    return st.tuples(st.sampled_from(list(targets.seeds(target))), changes).map(change)


def _words() -> st.SearchStrategy[bytes]:
    return st.lists(st.sampled_from([*targets.WORDS, "\n\n\n"]), max_size=40).map(" ".join).map(str.encode)


@given(st.one_of(st.binary(max_size=200), _changed("reading")))
def test_a_file_of_any_content_is_a_document_or_is_reported(data: bytes) -> None:
    targets.reading(data)


@given(st.one_of(st.binary(max_size=200), _changed("grammar"), _words()))
def test_the_quantities_of_any_text_stand_in_it(data: bytes) -> None:
    targets.grammar(data)


@settings(max_examples=60)
@given(st.one_of(_changed("pipeline"), _words()))
def test_any_text_is_audited_and_its_reports_do_no_harm(data: bytes) -> None:
    targets.pipeline(data)


@pytest.mark.parametrize("path", FAILED, ids=lambda path: path.name)
def test_what_a_fuzzer_failed_on_holds(path: Path) -> None:
    targets.TARGETS[path.name.partition("-")[0]](path.read_bytes())


def test_a_target_fails_where_a_place_is_outside_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "full_text", property(lambda document: f"x{document.text}"))
    with pytest.raises(AssertionError):
        targets.pipeline(b"Nine of the 12 goats fled.")


def test_a_target_fails_where_a_report_would_act_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "findings_on_console", lambda *_, **__: ["\x1b[2J"])
    with pytest.raises(AssertionError, match="control characters"):
        targets.pipeline(b"Nine goats.")


def test_the_fuzzer_runs_or_says_what_it_needs(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "benchmarks" / "fuzz.py", "grammar", "--seconds", "2", "--failures", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if find_spec("atheris"):
        assert done.returncode == 0, done.stderr
        assert "inputs in" in done.stdout
    else:
        assert done.returncode == 1
        assert "pip install '.[fuzz]'" in done.stderr
