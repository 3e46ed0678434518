"""How fast numclaims reads much text, over one process, two, and two workers of Dask, and how much memory all processes need together.

    python benchmarks/size.py                                   1, 10, 100 and 1,000 MB of JSON lines, and one document of 100 MB
    python benchmarks/size.py --megabytes 1 10 --one 1 --dry    less, and printed only

The documents are news-like (benchmarks/news.py), of about 2,500 characters; beyond 20 MB they come again under other ids. Each run is a
whole process from start to end, the clock on the wall. Memory is what all its processes have at a time, pages that they share counted
once (Pss of /proc, so on Linux only). Every run must give a claim of every document, and the same file, byte for byte, as one process
does: a document that is lost, or told twice, is counted. Results go to results.json and into the pages, as those of speed.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path

from news import articles
from tables import RESULTS, SizeRow, load, size_table, store

ENGINES = {"1 process": ["--jobs", "1"], "2 processes": ["--jobs", "2"], "Dask, 2 workers": ["--engine", "dask", "--jobs", "2"]}
_DISTINCT = 20.0  # megabytes of different articles
_EVERY = 0.1  # seconds between two looks at the memory


def main() -> None:
    arguments = _arguments()
    rows: list[SizeRow] = []
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        for megabytes in arguments.megabytes:
            path = Path(folder, "texts.jsonl")
            count = write_table(path, megabytes)
            for form in arguments.formats:
                rows += over_engines(path, f"{megabytes:,g} MB of JSON lines", form, count, arguments.engines)
            path.unlink()
        for megabytes in arguments.one:
            path = Path(folder, "text.txt")
            path.write_text("\n\n".join(_texts(megabytes)), encoding="utf-8")
            rows += over_engines(path, f"one text of {megabytes:,g} MB", "jsonl", 1, arguments.engines[:1])
            path.unlink()
    print("", size_table(rows), sep="\n")
    if not arguments.dry:
        store({**load(), "size": rows})
        print(f"written to {RESULTS.name} and into the pages")


def write_table(path: Path, megabytes: float) -> int:
    """Fill a table with texts of so many megabytes; how many documents that are."""
    count = 0
    with path.open("w", encoding="utf-8") as table:
        for count, text in enumerate(_texts(megabytes), start=1):
            table.write(json.dumps({"id": f"document-{count}", "text": text}, ensure_ascii=False) + "\n")
    return count


def _texts(megabytes: float) -> Iterator[str]:
    left = int(megabytes * 1e6)
    for text in cycle(list(articles(min(megabytes, _DISTINCT)))):
        yield text[:left]
        left -= len(text)
        if left <= 0:
            return


def over_engines(path: Path, what: str, form: str, documents: int, engines: list[str]) -> Iterator[SizeRow]:
    """One run for each engine."""
    digest = ""
    for engine in engines:
        print(f"{what} to {form}: {engine}", file=sys.stderr)
        output = path.with_suffix(f".out.{form}")
        command = [sys.executable, "-P", "-m", "numclaims", "extract", "--isolated", "--format", form, "--output", str(output), str(path)]
        seconds, peak = _measured([*command, *ENGINES[engine]])
        digest = digest or _digest(output)
        lost = documents - len(_documents(output, form)) if _digest(output) == digest else documents
        row: SizeRow = {"input": what, "form": form, "engine": engine, "seconds": seconds, "bytes": path.stat().st_size, "peak": peak}
        yield {**row, "documents": documents, "lost": lost}
        output.unlink()


def _measured(command: list[str]) -> tuple[float, float]:
    """The seconds that a command took, and the megabytes that its processes had at most."""
    started = time.perf_counter()
    run = subprocess.Popen(command, cwd=Path(__file__).resolve().parents[1])
    peak = 0.0
    while run.poll() is None:
        peak = max(peak, memory(run.pid))
        time.sleep(_EVERY)
    seconds = time.perf_counter() - started
    if run.returncode:
        sys.exit(f"{' '.join(command)} ended with status {run.returncode}")
    return seconds, peak


def memory(root: int) -> float:
    """The megabytes that a process and all below it have now."""
    children: dict[int, list[int]] = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            parent = int(Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(entry))
    total, found = 0, [root]
    while found:
        process = found.pop()
        found += children.get(process, [])
        with suppress(OSError, StopIteration):
            lines = Path("/proc", str(process), "smaps_rollup").read_text().splitlines()
            total += int(next(line for line in lines if line.startswith("Pss:")).split()[1])
    return total / 1e3 * 1.024


def _documents(output: Path, form: str) -> set[str]:
    """The ids of the documents that there are claims of."""
    if form == "parquet":
        from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]  # it has none

        table = ParquetFile(output)
        return {str(name) for batch in table.iter_batches(columns=["doc"]) for name in batch.column(0).unique().to_pylist()}
    with output.open(encoding="utf-8") as lines:
        return {json.loads(line)["doc"] for line in lines}


def _digest(output: Path) -> str:
    with output.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", nargs="*", type=float, default=[1, 10, 100, 1000], help="of JSON lines (default: 1 10 100 1000)")
    parser.add_argument("--one", nargs="*", type=float, default=[100], help="megabytes of one document (default: 100)")
    parser.add_argument("--formats", nargs="*", choices=["jsonl", "parquet"], default=["parquet"], help="of the output (default: parquet)")
    parser.add_argument("--engines", nargs="*", choices=list(ENGINES), default=list(ENGINES), help="what documents are spread over")
    parser.add_argument("--folder", help="where the texts and the claims may stand, up to 4 GB (default: that of temporary files)")
    parser.add_argument("--dry", action="store_true", help="print the results and leave results.json and the pages as they are")
    return parser.parse_args()


if __name__ == "__main__":
    main()
