"""Claims, findings and documents as JSON objects: their keys and how values are written, not how objects are strung together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import TypedDict

from numclaims.fingerprint import fingerprint
from numclaims.model import Analysis, Claim, Finding
from numclaims.reading import Unreadable
from numclaims.report.figures import exact
from numclaims.table import CLAIM_COLUMNS, NUMBER_COLUMNS

# Infinity and NaN, which JSON does not have, are errors here rather than words no JSON reader takes.
_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ACTING = re.compile(r"[\x7f-\x9f]")  # JSON lets these stand, and terminals act on them

_cells_of = attrgetter(*CLAIM_COLUMNS)
_NUMBER_NAMES = tuple(name for name in CLAIM_COLUMNS if name in NUMBER_COLUMNS)


def encode(value: object) -> str:
    """The value as JSON, in which no character acts on a terminal. Raises ValueError for infinity and NaN."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", _json(value))


class SpanRecord(TypedDict):
    doc: str
    start: int
    end: int
    text: str


class WordsRecord(TypedDict):
    start: int
    end: int
    text: str


class FindingRecord(TypedDict):
    doc: str
    rule: str
    name: str
    severity: str
    message: str
    spans: list[SpanRecord]
    claims: list[int]
    expected: str | None
    found: str | None
    fingerprint: str


def claim_record(claim: Claim) -> dict[str, str | int | float | None]:
    """Every column of a claim, in the order of the table; null for numbers and texts that are not there."""
    record = {name: None if cell == "" else cell for name, cell in zip(CLAIM_COLUMNS, _cells_of(claim), strict=True)}
    for name in _NUMBER_NAMES:
        record[name] = exact(record[name])
    return record


def claim_records(analysis: Analysis) -> Iterator[Mapping[str, object]]:
    """The claims of a document; where it says why, each with a key "why": for each column the words that gave it."""
    if not analysis.why:
        yield from map(claim_record, analysis.claims)
        return
    for claim, reasons in zip(analysis.claims, analysis.why, strict=True):
        words: dict[str, list[WordsRecord]] = {}
        for reason in reasons:
            words.setdefault(reason.column, []).append({"start": reason.start, "end": reason.end, "text": reason.text})
        yield {**claim_record(claim), "why": words}


def finding_record(finding: Finding) -> FindingRecord:
    """A finding with its spans, offsets into the document's full text, and its fingerprint."""
    return {
        "doc": finding.doc,
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "spans": [{"doc": span.doc, "start": span.start, "end": span.end, "text": span.text} for span in finding.spans],
        "claims": list(finding.claims),
        "expected": finding.expected or None,
        "found": finding.found or None,
        "fingerprint": fingerprint(finding),
    }


def document_record(analysis: Analysis) -> dict[str, str | int | list[str] | None]:
    """What document it was, how much was read in it, and what reading had to guess or leave out."""
    document = analysis.document
    return {
        "doc": document.id,
        "path": document.path or None,
        "title": document.title or None,
        "date": document.date.isoformat() if document.date else None,
        "story": document.story or None,
        "outlet": document.outlet or None,
        "numbers": analysis.numbers,
        "claims": len(analysis.claims),
        "warnings": list(document.warnings),
    }


def unreadable_record(unreadable: Unreadable) -> dict[str, str | int | None]:
    """What could not be read, and why."""
    return {"path": unreadable.path, "line": unreadable.line, "reason": unreadable.reason}
