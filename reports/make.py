"""The example audit in this folder, made anew from seeds/, and the pictures of the README (pictures.py).

python reports/make.py           here, and the pictures in docs/images
python reports/make.py FOLDER    in another folder
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pictures

ROOT = Path(__file__).resolve().parents[1]
FOUND = 1  # the exit status of an audit that finds something
REPORTS = {
    "seeds-audit.txt": ["audit", "seeds", "--checked"],
    "seeds-audit.html": ["audit", "seeds", "--format", "html"],
    "seeds-audit.md": ["audit", "seeds", "--format", "markdown"],
    "seeds-audit.xlsx": ["audit", "seeds", "--format", "xlsx"],
    "seeds-claims.csv": ["extract", "seeds", "--format", "csv"],
    "seeds-findings.jsonl": ["audit", "seeds", "--format", "jsonl"],
}


def make(folder: Path) -> None:
    """Write every report into the folder, by the command line as a reader would use it at the root of the repository."""
    for name, command in REPORTS.items():
        whole = [sys.executable, "-m", "numclaims", *command, "--output", str(folder.resolve() / name)]
        status = subprocess.run(whole, cwd=ROOT, env={**os.environ, "NO_COLOR": "1"}, check=False).returncode
        if status not in (0, FOUND):
            sys.exit(f"{name}: numclaims {' '.join(command)} ended with status {status}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make(Path(sys.argv[1]))
    else:
        make(ROOT / "reports")
        pictures.draw(ROOT / "docs" / "images")
