"""Documents spread over processes: the same results in the same order, whatever befalls a process."""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from interrupting import interrupted

from numclaims.cli import main
from numclaims.model import Document
from numclaims.reading import Unreadable
from numclaims.workers import attempted, results_in_order

ROOT = Path(__file__).parents[1]
WORK = """
import os, time

def words(document):
    yield from document.text.split()

def pieces(document):
    for number in range(500):
        yield (number, document)

def fragile(document):
    yield "begun"
    if document.text == "kill":
        os.kill(os.getpid(), 9)
    if document.text == "exit":
        os._exit(7)
    if document.text == "raise":
        raise RuntimeError("no")
    yield "done"

def where(document):
    yield os.getpid()

def slow(document):
    time.sleep(600)
    yield ""
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that other processes can import too."""
    (tmp_path / "work_of_a_test.py").write_text(WORK)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("work_of_a_test")
    del sys.modules["work_of_a_test"]


def documents(*texts: str) -> list[Document | Unreadable]:
    return [Document(id=str(number), text=text) for number, text in enumerate(texts)]


def test_results_come_in_the_order_of_the_documents(work: ModuleType) -> None:
    items: list[Document | Unreadable] = [*documents(*("goat " * (n % 7 + 1) * 300 for n in range(40))), Unreadable("x", None, "is not")]
    spread = [(document, list(results)) for document, results in results_in_order(iter(items), work.words, 2)]
    assert [document for document, _ in spread] == items
    assert spread == [(document, list(results)) for document, results in results_in_order(iter(items), work.words, 1)]


def test_a_document_is_not_sent_back(work: ModuleType) -> None:
    (first, second) = items = documents("a", "b")
    for document, results in results_in_order(iter(items), work.pieces, 2):
        assert all(given is document for _, given in results)
        assert document in (first, second)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
def test_a_process_that_dies_takes_one_document_with_it(work: ModuleType) -> None:
    items = documents("a", "kill", "b", "exit", "raise", "c")
    found = {
        document.text: list(results)
        for document, results in results_in_order(iter(items), work.fragile, 2)
        if isinstance(document, Document)
    }
    assert list(found) == ["a", "kill", "b", "exit", "raise", "c"]
    for good in ("a", "b", "c"):
        assert found[good] == ["begun", "done"]
    assert found["kill"] == ["begun", Unreadable("1", None, "the process that read it died (SIGKILL); the run goes on without it")]
    assert found["exit"] == ["begun", Unreadable("3", None, "the process that read it died (status 7); the run goes on without it")]
    assert found["raise"] == ["begun", Unreadable("4", None, "this is an error of numclaims: RuntimeError: no")]


def test_results_that_nobody_takes_are_passed_over(work: ModuleType) -> None:
    assert len([document for document, _ in results_in_order(iter(documents("a b", "c d", "e f")), work.words, 2)]) == 3


def test_documents_are_taken_in_as_they_are_needed(work: ModuleType) -> None:
    taken = 0

    def endless() -> Iterator[Document]:
        nonlocal taken
        while True:
            taken += 1
            yield Document(id=str(taken), text="goat " * 20_000)

    run = results_in_order(endless(), work.words, 2)
    for _ in range(3):
        _, results = next(run)
        list(results)
    run.close()  # type: ignore[attr-defined]  # it is a generator
    assert taken < 100


def test_little_to_read_starts_no_process(work: ModuleType) -> None:
    pids = {pid for _, results in results_in_order(iter(documents("a", "b")), work.where) for pid in results}
    assert pids == {os.getpid()}


def test_much_to_read_is_spread(work: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numclaims.workers.cores", lambda: 2)
    pids = {pid for _, results in results_in_order(iter(documents(*["goat " * 50_000] * 8)), work.where) for pid in results}
    assert len(pids - {os.getpid()}) == 2


def test_a_run_that_is_given_up_leaves_no_process(work: ModuleType) -> None:
    import multiprocessing

    run = results_in_order(iter(documents(*["a"] * 3, *["goat " * 50_000] * 3)), work.words, 2)
    _, results = next(run)
    next(results)
    assert multiprocessing.active_children()
    run.close()  # type: ignore[attr-defined]  # it is a generator
    assert not multiprocessing.active_children()


def test_an_error_of_the_work_is_a_report() -> None:
    def broken(_: Document) -> Iterator[str]:
        raise ValueError("no goats")
        yield ""

    assert list(attempted(broken, Document(id="a", text="", path="a.txt"))) == [
        Unreadable("a.txt", None, "this is an error of numclaims: ValueError: no goats")
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents of several formats, some of which cannot be read."""
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(12):
        (docs / f"{number:02}.txt").write_text(
            f"Foxes took {number + 4} of the 9 goats. Some 300 to 400 sheep were sold for £{number} million.\n" * 20
        )
    (docs / "a.html").write_text("<html><body><p>Foxes took 14 of the 9 goats on the isle.</p></body></html>")
    (docs / "b.docx").write_bytes(b"no archive")
    (docs / "c.eml").write_text("Subject: Goats\n\nFoxes took 12 of the 9 goats.\n")
    (docs / "d.jsonl").write_text('{"text": "Seven of the 5 goats fled."}\n{"text": \n{"text": "Nine goats."}\n')
    (docs / "documents.csv").write_text("file,id,story\n00.txt,first,x\n01.txt,first,x\nc.eml,first,x\n")
    return docs


@pytest.mark.parametrize(
    "command",
    [
        *(["audit", "--format", form] for form in ("console", "jsonl", "json", "csv", "sarif", "html")),
        *(["extract", "--format", form] for form in ("console", "jsonl", "csv")),
    ],
    ids=" ".join,
)
def test_what_is_written_is_what_one_process_writes(folder: Path, command: list[str]) -> None:
    alone, spread = (CliRunner().invoke(main, [*command, "--jobs", jobs, str(folder)]) for jobs in ("1", "2"))
    assert alone.stdout
    assert (alone.exit_code, spread.exit_code) == (2, 2)
    assert spread.stdout == alone.stdout
    assert spread.stderr == alone.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
def test_ctrl_c_ends_all_processes_with_one_line_at_most(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(30):
        (texts / f"{number}.txt").write_text("Foxes took 14 of the 9 goats, and 300 to 400 sheep were sold for £3 million.\n" * 300)
    status, group, errors = interrupted("extract", "--jobs", "2", "--format", "jsonl", str(texts))
    assert status == 130
    assert b"Traceback" not in errors
    assert _gone(group)


def _gone(group: int) -> bool:
    """Whether all processes of a group end within seconds."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
