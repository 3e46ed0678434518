"""Documents spread over a Dask cluster: the same results in the same order, whatever befalls a worker."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from interrupting import interrupted

from numclaims.cli import main
from numclaims.cluster import ClusterError, connected
from numclaims.context.claims import analyse_in_pieces
from numclaims.model import Document
from numclaims.reading import Unreadable
from numclaims.workers import results_in_order

WORK = """
import os

def fragile(document):
    if document.text == "kill":
        os.kill(os.getpid(), 9)
    if document.text == "raise":
        raise RuntimeError("no")
    yield document.text.upper()
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A module that workers can import too."""
    (tmp_path / "work_of_a_cluster.py").write_text(WORK)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("work_of_a_cluster")
    del sys.modules["work_of_a_cluster"]


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numclaims.cluster._BATCH", 3_000)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
@pytest.mark.usefixtures("small_batches")
def test_a_worker_that_is_killed_in_the_middle_loses_nothing() -> None:
    distributed = pytest.importorskip("distributed")
    sentence = "Foxes took {} of the 90 goats, and 300 to 400 sheep were sold for £3 million. "
    items: list[Document | Unreadable] = [Document(id=str(n), text=sentence.format(n + 1) * 20) for n in range(40)]
    items.insert(7, Unreadable("x", None, "is not"))
    work = partial(analyse_in_pieces, why=False)
    found = []
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as cluster:
        workers = [worker.pid for worker in cluster.workers.values()]
        with connected(cluster.scheduler_address, 0) as spread:
            for document, results in spread(iter(items), work):
                found.append((document, list(results)))
                if len(found) == 10:
                    os.kill(workers[0], signal.SIGKILL)
        assert [worker.pid for worker in cluster.workers.values()] != workers
    assert len(found) == 41
    assert found == [(document, list(results)) for document, results in results_in_order(iter(items), work, 1)]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
def test_a_document_that_workers_die_of_is_the_only_one_that_is_lost(work: ModuleType) -> None:
    pytest.importorskip("distributed")
    items = [Document(id=str(number), text=text) for number, text in enumerate(["a", "kill", "b", "raise", "c"])]
    with connected(None, 2) as spread:
        found = [list(results) for _, results in spread(iter(items), work.fragile)]
    assert found == [
        ["A"],
        [Unreadable("1", None, "the workers that read it died; the run goes on without it")],
        ["B"],
        [Unreadable("3", None, "this is an error of numclaims: RuntimeError: no")],
        ["C"],
    ]


def test_what_is_written_is_what_one_process_writes(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"Foxes took {number + 4} of the 9 goats; 300 sheep were sold for £{number} million.\n")
    (tmp_path / "a.html").write_text("<html><body><p>Foxes took 14 of the 19 goats on the isle.</p></body></html>")
    (tmp_path / "b.docx").write_bytes(b"no archive")
    command = ["extract", "--format", "jsonl", str(tmp_path)]
    alone = CliRunner().invoke(main, [*command, "--jobs", "1"])
    spread = CliRunner().invoke(main, [*command, "--engine", "dask", "--jobs", "1"])
    assert alone.stdout
    assert (spread.exit_code, spread.stdout, spread.stderr) == (2, alone.stdout, alone.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals")
def test_ctrl_c_ends_the_workers_without_a_traceback(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text("Foxes took 14 of the 90 goats.\n\n" * 300)
    status, _, errors = interrupted("extract", "--engine", "dask", "--jobs", "1", "--format", "jsonl", str(tmp_path))
    assert status == 130
    assert b"Traceback" not in errors


def test_dask_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = CliRunner().invoke(main, ["extract", "--engine", "dask", "-"], input="Foxes took 4 goats.")
    assert result.exit_code == 2
    assert "pip install 'numclaims[dask]'" in result.stderr


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nothing://here"])
def test_a_scheduler_that_cannot_be_reached_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("numclaims.cluster._PATIENCE", "200ms")
    result = CliRunner().invoke(main, ["extract", "--engine", "dask", "--scheduler", address, "-"], input="Foxes took 4 goats.")
    assert result.exit_code == 2
    assert f"the scheduler {address} cannot be reached" in result.stderr


def test_a_scheduler_that_is_lost_ends_the_run(work: ModuleType) -> None:
    distributed = pytest.importorskip("distributed")
    items = (Document(id=str(number), text="goat " * 30_000) for number in range(60))
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50) as cluster,
        connected(cluster.scheduler_address, 0) as spread,
    ):
        run = spread(items, work.fragile)
        next(run)
        cluster.close()
        with pytest.raises(ClusterError, match="lost"):
            list(run)


def test_a_scheduler_goes_with_dask() -> None:
    result = CliRunner().invoke(main, ["extract", "--scheduler", "tcp://127.0.0.1:1", "-"], input="Foxes took 4 goats.")
    assert result.exit_code == 2
    assert "--engine dask" in result.stderr
