"""The example audit in this folder, made anew from seeds/: `python reports/make.py`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from numclaims.cli import main

ROOT = Path(__file__).resolve().parents[1]
REPORTS = {
    "seeds-audit.txt": ["audit", "seeds", "--checked"],
    "seeds-claims.csv": ["extract", "seeds", "--format", "csv"],
    "seeds-findings.jsonl": ["audit", "seeds", "--format", "jsonl"],
}


def make(folder: Path) -> None:
    """Write every report into the folder, as the command line does from the root of the checkout."""
    before = Path.cwd()
    os.chdir(ROOT)  # so that the paths in the reports are those a reader sees
    try:
        for name, command in REPORTS.items():
            status = main([*command, "--fail-on", "never"] if command[0] == "audit" else command, standalone_mode=False)
    finally:
        os.chdir(before)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "reports")
