"""A run of the command line that Ctrl-C ends while it writes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[1]


def interrupted(*arguments: str) -> tuple[int, int, bytes]:
    """The exit status of a run whose process group gets SIGINT behind its first line of output, the group, and the errors told."""
    run = subprocess.Popen(
        [sys.executable, "-m", "numclaims", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_ROOT,
        start_new_session=True,
    )
    assert run.stdout is not None
    assert run.stdout.readline()
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate(timeout=60)
    return run.returncode, run.pid, errors
