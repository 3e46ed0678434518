"""How fast numclaims reads, beside quantulum3's parser and a bare regular expression, in one run over the same text.

    pip install '.[dev]'
    python benchmarks/speed.py                         news-like text and the seeds; 1, 2, 4 and 8 MB for growth
    python benchmarks/speed.py --text reports/ a.txt   your own text as well
    python benchmarks/speed.py --megabytes 1 10 100    growth over a larger span

Every measurement runs in a process of its own and is taken `--runs` times, the readers in turn; the fastest run counts, because
whatever else the machine does only adds to it. Results go to benchmarks/results.json and from there into the pages
(`benchmarks/tables.py`); `--dry` prints them only.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from news import articles
from reader import READERS
from tables import RESULTS, Growth, Speed, Start, Throughput, Timed, growth_table, load, starts_table, store, throughput_table

from numclaims.cli import is_compiled

ROOT = Path(__file__).resolve().parents[1]
STARTS = {
    "`python -c pass`": ["-c", "pass"],
    "`numclaims --version`": ["-m", "numclaims", "--version"],
    "`numclaims audit seeds/`": ["-m", "numclaims", "audit", "seeds/"],
}


def main() -> None:
    arguments = _arguments()
    texts = {"news": list(articles(arguments.kilobytes / 1e3)), "seeds": _repeated(_read(["seeds"]), arguments.kilobytes)}
    if arguments.text:
        texts["own"] = _repeated(_read(arguments.text), arguments.kilobytes)
    speed: Speed = {
        "environment": _environment(),
        "runs": arguments.runs,
        "throughput": [row for name, sample in texts.items() for row in throughput(name, sample, arguments.runs)],
        "growth": [row for size in arguments.megabytes for row in growth(size)],
        "starts": starts(max(arguments.runs, 10)),
    }
    print("", throughput_table(speed), growth_table(speed), starts_table(speed), sep="\n")
    if not arguments.dry:
        store({**load(), "speed": speed})
        print(f"written to {RESULTS.relative_to(ROOT)} and into the pages")


def throughput(name: str, texts: Sequence[str], runs: int) -> list[Throughput]:
    """Every reader over the same texts, in turn, `runs` times; the fastest run of each."""
    best: dict[str, Timed] = {}
    for run in range(runs):
        for reader in READERS:
            _progress(f"{name}: {reader}, run {run + 1} of {runs}")
            timed = _timed(reader, texts)
            if reader not in best or timed["seconds"] < best[reader]["seconds"]:
                best[reader] = timed
    return [{"text": name, "reader": reader, **timed} for reader, timed in best.items()]


def growth(megabytes: float) -> list[Growth]:
    """numclaims over one document of this size."""
    text = "\n\n".join(articles(megabytes))
    rows: list[Growth] = []
    for reader in ("extract", "audit"):
        _progress(f"one document of {megabytes:g} MB: {reader}")
        rows.append({"megabytes": megabytes, "reader": reader, **_timed(reader, [text])})
    return rows


def starts(runs: int) -> list[Start]:
    """Whole processes, from the start of the interpreter to its end; each command once beforehand, to fill the caches."""
    rows: list[Start] = []
    for name, command in STARTS.items():
        _progress(f"start: {name}")
        seconds = [_whole_process(command) for _ in range(runs + 1)][1:]
        rows.append({"command": name, "seconds": min(seconds)})
    return rows


def _whole_process(command: Sequence[str]) -> float:
    started = time.perf_counter()
    # "-P": the package that is installed, not the folder
    subprocess.run([sys.executable, "-P", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _timed(reader: str, texts: Sequence[str]) -> Timed:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(list(texts)), encoding="utf-8")
        script = str(Path(__file__).with_name("reader.py"))
        done = subprocess.run([sys.executable, script, reader, str(path)], check=True, stdout=subprocess.PIPE, text=True)
    timed: Timed = json.loads(done.stdout)
    return timed


def _read(paths: Iterable[str]) -> list[str]:
    """The texts under the paths, in the formats that numclaims reads; exits where one cannot be read."""
    from numclaims import Document, read_documents

    texts = []
    for document in read_documents(str(ROOT / path) if path == "seeds" else path for path in paths):
        if not isinstance(document, Document):
            sys.exit(f"{document.path}: {document.reason}")
        texts.append(document.full_text)
    return texts


def _repeated(texts: Sequence[str], kilobytes: float) -> list[str]:
    """The texts over and over until they are so long together, the last one cut."""
    taken: list[str] = []
    left = int(kilobytes * 1e3)
    while left > 0 and any(texts):
        for text in texts:
            taken.append(text[: max(left, 0)])
            left -= len(text)
    return [text for text in taken if text]


def _environment() -> Mapping[str, str]:
    return {
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "quantulum3": version("quantulum3"),
        "numclaims": "compiled" if is_compiled() else "in Python",
    }


def _progress(what: str) -> None:
    print(what, file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", nargs="+", default=[], metavar="PATH", help="files or folders to measure as well")
    parser.add_argument("--kilobytes", type=float, default=300, help="how much text every reader gets (default: 300)")
    parser.add_argument("--megabytes", nargs="*", type=float, default=[1, 2, 4, 8], help="sizes of one document (default: 1 2 4 8)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each measurement, the fastest counts (default: 3)")
    parser.add_argument("--dry", action="store_true", help="print the results and leave results.json and the pages as they are")
    return parser.parse_args()


if __name__ == "__main__":
    main()
