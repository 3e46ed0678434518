"""The line that tells how far a run has come."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from numclaims.progress import CLEARED, Progress
from numclaims.reading import Reading

ROOT = Path(__file__).parents[1]


class Clock:
    def __init__(self, step: float) -> None:
        self.at, self.step = 0.0, step

    def __call__(self) -> float:
        self.at += self.step
        return self.at


def test_the_line_says_how_many_how_fast_and_how_long() -> None:
    assert Progress(io.StringIO(), lambda: 0.25).line(1204, 14) == "1,204 done, 25% read, 86/s, 0:42 left"
    assert Progress(io.StringIO(), lambda: 0.5).line(3, 7_300).endswith(", 2:01:40 left")


def test_a_rest_that_nobody_knows_is_not_told() -> None:
    assert "left" not in Progress(io.StringIO(), lambda: 0.0).line(10, 2)


def test_a_short_run_draws_nothing_and_a_long_one_leaves_nothing() -> None:
    short, long = io.StringIO(), io.StringIO()
    assert list(Progress(short, lambda: 0.5, Clock(0.01)).follow("goats")) == list("goats")
    assert short.getvalue() == ""
    list(Progress(long, lambda: 0.5, Clock(0.5)).follow("goats"))
    assert "done" in long.getvalue()
    assert long.getvalue().endswith(CLEARED)


def test_the_share_grows_from_file_to_file(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("Nine goats. " * 100)
    (tmp_path / "e.html").write_text("<p>Nine goats.</p>" * 100)
    reading = Reading([tmp_path])
    shares = [reading.share() for _ in reading]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5 < shares[-1] <= 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
@pytest.mark.parametrize("output", [True, False])
def test_nothing_is_drawn_where_results_go_to_the_terminal(tmp_path: Path, output: bool) -> None:
    import pty

    def texts() -> Iterator[Path]:
        for number in range(3):
            path = tmp_path / f"{number}.txt"
            path.write_text("Foxes took 14 goats, and 30 sheep were sold for £3 million.\n" * 1_000)
            yield path

    paths = [str(path) for path in texts()]
    terminal, other = pty.openpty()
    redirected = ["--output", str(tmp_path / "claims.jsonl")] if output else []
    command = [sys.executable, "-m", "numclaims", "audit", "--jobs", "1", "--format", "jsonl", *redirected, *paths]
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=other, stderr=other, env=environment) as run:
        os.close(other)
        drawn = b""
        while True:
            try:
                piece = os.read(terminal, 1 << 16)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            drawn += piece
    os.close(terminal)
    assert run.returncode == 0
    assert (b" done, " in drawn) is output
