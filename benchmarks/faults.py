"""What each rule finds, misses and flags wrongly in documents with labelled faults, and in prose that nobody labelled.

Both lie in a folder of test sets that is not part of this repository: `faults.jsonl` with documents and their faults, each of a
family with the quotes that disagree, and real-claims.json and real-pages.json with plain texts. A fault is found where a finding of
severity error or warning touches two of its quotes (one, where it has one). A finding that touches no quote of any fault is false; so
is, until somebody has read it, every finding in plain prose.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tables import RuleRow, RuleScores

RULES: Mapping[str, tuple[str, ...]] = {
    "age-birth": ("TIM003",),
    "conflict": ("CON001",),
    "conversion": ("UNT001",),
    "currency": ("UNT002",),
    "date-order": ("TIM005",),
    "direction": ("PCT005",),
    "duration-dates": ("TIM002",),
    "impossible-date": ("TIM004",),
    "impossible-value": ("VAL001",),
    "inverted-range": ("RNG001",),
    "list-count": ("SUM003",),
    "ordinal": ("ORD001",),
    "parts-total": ("SUM001",),
    "percent-change": ("PCT002",),
    "percent-of": ("PCT001",),
    "rate-duration": ("SUM004",),
    "ratio-word": ("PCT004",),
    "shares": ("PCT003",),
    "statistics": ("STA001", "STA002", "STA003"),
    "subset": ("SUM002",),
    "unit-kind": ("UNT003",),
    "weekday": ("TIM001",),
}
"""The rules whose business the faults of a family are."""
_PROSE = ("real-claims", "real-pages")

_Finding = Mapping[str, Any]
_Document = Mapping[str, Any]


def score_rules(data: Path) -> RuleScores:
    """Found, missed and false for every rule that the families name, by the sets in a folder."""
    documents = [json.loads(line) for line in (data / "faults.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    findings = _audit([{key: document[key] for key in ("id", "title", "text", "date")} for document in documents])
    found: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for document in documents:
        _score(document, findings[document["id"]], found, missed, false)
    in_prose: Counter[str] = Counter()
    for name in _PROSE:
        texts = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
        for some in _audit([{"id": str(at), "text": text} for at, text in enumerate(texts)]).values():
            in_prose.update(finding["rule"] for finding in some)
    rows = [_row(rules, found, missed, false, in_prose) for rules in sorted(RULES.values())]
    return {"date": date.today().isoformat(), "commit": _commit(), "rows": rows}


def _score(document: _Document, findings: Sequence[_Finding], found: Counter[str], missed: Counter[str], false: Counter[str]) -> None:
    text = f"{document['title']}\n\n{document['text']}" if document["title"] else document["text"]
    useful: set[int] = set()
    for fault in document["faults"]:
        spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in fault["quotes"]]
        touched = {at: _touched(finding, spans) for at, finding in enumerate(findings)}
        useful.update(at for at, count in touched.items() if count)
        hit = any(count >= min(2, len(spans)) for count in touched.values())
        (found if hit else missed)[fault["family"]] += 1
    false.update(finding["rule"] for at, finding in enumerate(findings) if at not in useful)


def _touched(finding: _Finding, spans: Sequence[tuple[int, int]]) -> int:
    """How many of some stretches a finding shares a character with."""
    return sum(any(span["start"] < end and start < span["end"] for span in finding["spans"]) for start, end in spans)


def _row(rules: Sequence[str], found: Counter[str], missed: Counter[str], false: Counter[str], in_prose: Counter[str]) -> RuleRow:
    families = [family for family, known in RULES.items() if known == rules]
    return {
        "rules": ", ".join(rules),
        "families": ", ".join(families),
        "found": sum(found[family] for family in families),
        "missed": sum(missed[family] for family in families),
        "false": sum(false[rule] for rule in rules),
        "in_prose": sum(in_prose[rule] for rule in rules),
    }


def _audit(documents: Sequence[Mapping[str, str]]) -> dict[str, list[_Finding]]:
    """The findings of severity error and warning by document, through the command line as a user would get them."""
    grouped: dict[str, list[_Finding]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "documents.jsonl", Path(folder) / "findings.jsonl"
        source.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
        command = [sys.executable, "-m", "numclaims", "audit", str(source), "--format", "jsonl", "--output", str(target)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"nothing measured: numclaims audit ended with {done.returncode}: {done.stderr.strip()[-400:]}")
        for line in target.read_text(encoding="utf-8").splitlines():
            finding = json.loads(line)
            if finding["severity"] in ("error", "warning"):
                grouped[finding["doc"]].append(finding)
    return grouped


def _commit() -> str:
    """The commit that was measured, marked where files differ from it."""
    described = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False)
    return described.stdout.strip() or "unknown"
