"""The benchmark of much text: what it makes, and what it would notice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import size

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")


def test_a_table_has_the_size_that_was_asked_for_and_no_id_twice(tmp_path: Path) -> None:
    count = size.write_table(tmp_path / "texts.jsonl", 0.05)
    documents = [json.loads(line) for line in (tmp_path / "texts.jsonl").read_text("utf-8").splitlines()]
    assert len({document["id"] for document in documents}) == count
    assert sum(len(document["text"]) for document in documents) == 50_000


def test_a_run_is_measured_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    count = size.write_table(path, 0.01)
    [row] = size.over_engines(path, "little", "jsonl", count, ["1 process"])
    assert row["lost"] == 0
    assert row["documents"] == count
    assert row["seconds"] > 0
    assert 5 < row["peak"] < 500


def test_a_document_that_is_lost_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    count = size.write_table(path, 0.01)
    [row] = size.over_engines(path, "little", "jsonl", count + 2, ["1 process"])
    assert row["lost"] == 2


def test_the_memory_of_a_process_is_part_of_that_of_the_one_above(tmp_path: Path) -> None:
    alone = size.memory(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-c", "data = bytearray(b'x' * 50_000_000); print('there', flush=True); input()"], stdin=-1, stdout=-1
    ) as run:
        assert run.stdout is not None
        run.stdout.readline()
        assert size.memory(os.getpid()) > alone + 40
        run.communicate(b"\n")
