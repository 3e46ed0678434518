"""What numclaims reads and flags rightly, by the scorers of a folder of test sets that is not part of this repository.

    python benchmarks/accuracy.py --data FOLDER            every set in FOLDER/data
    python benchmarks/accuracy.py --data FOLDER NewsQuant  only this one
    python benchmarks/accuracy.py --data FOLDER --rules    only what each rule finds, for docs/accuracy.md

FOLDER holds the program run.py, which calls numclaims through its command line and prints the scores, and data/ with the sets;
docs/benchmarks.md says what they are. The scores are printed, written to benchmarks/results.json and put into the pages.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from faults import score_rules
from tables import Score, load, store

_LINE = re.compile(r"(?P<measure>\S.*?)(?:\s{2,}|:\s+)(?P<result>.+)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", help="the sets to measure (default: all)")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER", help="the folder with run.py and data/")
    parser.add_argument("--rules", action="store_true", help="only what each rule finds, misses and flags wrongly")
    arguments = parser.parse_args()
    runner = arguments.data / "run.py"
    if not runner.is_file():
        sys.exit(f"nothing measured: {runner} does not exist; the test sets are not part of this repository, see docs/benchmarks.md")
    if arguments.rules or not arguments.sets:
        store({**load(), "rules": score_rules(arguments.data / "data")})
    if arguments.rules:
        return
    names = arguments.sets or sorted(path.stem for path in (arguments.data / "data").glob("*.json*"))
    measured = [row for name in names for row in score(runner, name)]
    others = [row for row in load().get("accuracy", []) if arguments.sets and row["set"] not in names]
    store({**load(), "accuracy": [*others, *measured]})


def score(runner: Path, name: str) -> Iterator[Score]:
    """The lines that the scorer prints for one set; none, with a word on standard error, where the set cannot be run."""
    command = [sys.executable, str(runner), name, "--numclaims", f"{sys.executable} -m numclaims"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout:
        print(f"{name}: not measured: {(done.stderr.strip() or 'no such set').splitlines()[-1]}", file=sys.stderr)
        return
    print(done.stdout, end="")
    for line in done.stdout.splitlines():
        match = _LINE.fullmatch(line)
        if match:
            yield {"set": name, "measure": match["measure"], "result": " ".join(match["result"].split())}


if __name__ == "__main__":
    main()
