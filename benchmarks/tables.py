"""What the benchmarks last said (results.json), as the tables of README.md, docs/benchmarks.md
and docs/accuracy.md. It measures nothing.

    python benchmarks/tables.py      write the tables into the pages anew

In a page a table stands between `<!-- results: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal, TypedDict

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results.json"
PAGES = (ROOT / "README.md", ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "accuracy.md")
PEER = "quantulum3"
_BLOCK = re.compile(r"(?<=<!-- results: )(?P<name>[\w-]+)( -->\n).*?(?=<!-- end -->)", re.DOTALL)
_COUNTS: tuple[Literal["found", "missed", "false", "in_prose"], ...] = ("found", "missed", "false", "in_prose")
_UNMEASURED = "Not measured.\n"
_NAMES = {
    "extract": "`numclaims` extract",
    "audit": "`numclaims` audit",
    "quantulum3": "quantulum3 parser",
    "digits": "regular expression for digits",
}


class Timed(TypedDict):
    """One reader over one text: seconds of processor time, quantities found, bytes read, peak memory of the process in MB."""

    seconds: float
    found: int
    bytes: int
    peak: float


class Throughput(Timed):
    text: str
    reader: str


class Growth(Timed):
    megabytes: float
    reader: str


class Start(TypedDict):
    command: str
    seconds: float


class Speed(TypedDict):
    environment: Mapping[str, str]
    runs: int
    throughput: list[Throughput]
    growth: list[Growth]
    starts: list[Start]


class SizeRow(TypedDict, total=False):
    """One run over much text: what of, on which engine, seconds by the clock, bytes read, MB of memory of all processes, documents lost."""

    input: str
    form: str
    engine: str
    seconds: float
    bytes: int
    peak: float
    documents: int
    lost: int


class Score(TypedDict):
    """One line of a scorer, in its own words."""

    set: str
    measure: str
    result: str


class RuleRow(TypedDict):
    """A rule, or some of one family: faults of its kinds found and missed, false findings there, findings in plain prose."""

    rules: str
    families: str
    found: int
    missed: int
    false: int
    in_prose: int


class RuleScores(TypedDict):
    """What the rules found on a day, at a commit."""

    date: str
    commit: str
    rows: list[RuleRow]


class Results(TypedDict, total=False):
    speed: Speed
    size: list[SizeRow]
    accuracy: list[Score]
    rules: RuleScores


def load() -> Results:
    """What results.json holds; nothing where it is not there yet."""
    results: Results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    return results


def store(results: Results) -> None:
    """Write results.json, and the pages with it."""
    RESULTS.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8"), results), encoding="utf-8")


def filled(page: str, results: Results) -> str:
    """The page with every table as the results give it. Raises KeyError for a table that nobody knows."""
    return _BLOCK.sub(lambda block: f"{block['name']}{block[2]}{TABLES[block['name']](results)}", page)


def environment_line(speed: Speed) -> str:
    """Where it was measured, and which run counts."""
    where = ", ".join(f"{name} {value}" if name != "system" else value for name, value in speed["environment"].items())
    return f"Measured with {where}; fastest of {speed['runs']} runs.\n"


def throughput_table(speed: Speed) -> str:
    """Every text and reader: MB/s, times the peer's, quantities found a second, peak memory."""
    peers = {row["text"]: _rate(row) for row in speed["throughput"] if row["reader"] == PEER}
    return _table(
        ("text", "reader", "MB/s", f"times {PEER}", "found", "found/s", "peak MB"),
        (
            (
                *(row["text"], _NAMES[row["reader"]], _figure(_rate(row)), _figure(_rate(row) / peers[row["text"]])),
                *(f"{row['found']:,}", f"{row['found'] / row['seconds']:,.0f}", f"{row['peak']:.0f}"),
            )
            for row in speed["throughput"]
        ),
    )


def speed_table(speed: Speed) -> str:
    """The news text only, as the README shows it."""
    news = [row for row in speed["throughput"] if row["text"] == "news" and row["reader"] != "digits"]
    peer = next(_rate(row) for row in news if row["reader"] == PEER)
    return _table(
        ("reader", "MB/s", f"times {PEER}", "quantities/s"),
        ((_NAMES[row["reader"]], _figure(_rate(row)), _figure(_rate(row) / peer), f"{row['found'] / row['seconds']:,.0f}") for row in news),
    )


def growth_table(speed: Speed) -> str:
    """One document of growing size: seconds, MB/s, peak memory."""
    return _table(
        ("one document of", "reader", "seconds", "MB/s", "peak MB"),
        (
            (
                f"{row['megabytes']:g} MB",
                _NAMES[row["reader"]],
                f"{row['seconds']:.1f}",
                _figure(_rate(row)),
                f"{row['peak']:.0f}",
            )
            for row in speed["growth"]
        ),
    )


def size_table(rows: Iterable[SizeRow]) -> str:
    """Every run: seconds, MB/s, memory of all processes, documents and how many of them are lost."""
    return _table(
        ("input", "output", "engine", "seconds", "MB/s", "peak MB", "documents", "lost"),
        (
            (
                *(row["input"], row["form"], row["engine"], f"{row['seconds']:,.1f}", _figure(row["bytes"] / 1e6 / row["seconds"])),
                *(f"{row['peak']:,.0f}", f"{row['documents']:,}", f"{row['lost']:,}"),
            )
            for row in rows
        ),
    )


def starts_table(speed: Speed) -> str:
    """Whole processes, in milliseconds."""
    return _table(("whole process", "ms"), ((row["command"], f"{1e3 * row['seconds']:.0f}") for row in speed["starts"]))


def accuracy_table(scores: Iterable[Score]) -> str:
    """Every line of every scorer."""
    return _table(("set", "measured", "result"), ((score["set"], score["measure"], score["result"]) for score in scores))


def rules_table(scores: RuleScores) -> str:
    """Every rule: faults found and missed, false findings, findings in plain prose; and the sums."""
    rows = scores["rows"]
    sums = [sum(row[name] for row in rows) for name in _COUNTS]
    return f"Measured on {scores['date']} at commit {scores['commit']}.\n\n" + _table(
        ("rule", "faults of", "found", "missed", "false", "in plain prose"),
        (
            *((row["rules"], row["families"], *(str(row[name]) for name in _COUNTS)) for row in rows),
            ("all", "", *map(str, sums)),
        ),
    )


def _of_speed(table: Callable[[Speed], str]) -> Callable[[Results], str]:
    return lambda results: table(results["speed"]) if "speed" in results else _UNMEASURED


TABLES: Mapping[str, Callable[[Results], str]] = {
    "speed": _of_speed(speed_table),
    "environment": _of_speed(environment_line),
    "throughput": _of_speed(throughput_table),
    "growth": _of_speed(growth_table),
    "starts": _of_speed(starts_table),
    "size": lambda results: size_table(results["size"]) if "size" in results else _UNMEASURED,
    "rules": lambda results: rules_table(results["rules"]) if "rules" in results else _UNMEASURED,
    "accuracy": lambda results: accuracy_table(results["accuracy"]) if "accuracy" in results else _UNMEASURED,
}


def _rate(timed: Timed) -> float:
    """Megabytes a second."""
    return timed["bytes"] / 1e6 / timed["seconds"]


def _figure(value: float) -> str:
    """Two digits that count, without an exponent."""
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 10 else f"{value:,.0f}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = list(head)
    lines = [names, ["---"] * len(names), *map(list, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    store(load())
