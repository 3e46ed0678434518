"""JSON Schemas of what `--format jsonl` writes, made from the records: `python -m numclaims.report.schema docs/schema`.

Draft 2020-12. `VERSION` counts up where a reader of the old form could no longer read the new one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from numclaims.model import Bound, Change, Kind, Severity
from numclaims.table import CLAIM_COLUMNS, NUMBER_COLUMNS, WHOLE_COLUMNS

VERSION = 1

_CHOICES: Mapping[str, tuple[str, ...]] = {"kind": get_args(Kind), "bound": get_args(Bound), "change": get_args(Change)}
_ALWAYS = frozenset(("doc", "text", *_CHOICES))
"""Texts that are never null."""


def claim_schema() -> dict[str, object]:
    """The schema of a claim, a line of `numclaims extract --format jsonl`; `why` is there with `--why` only."""
    text, whole = {"type": "string"}, {"type": "integer", "minimum": 0}
    words = {"type": "array", "items": _object({"start": whole, "end": whole, "text": text})}
    columns: dict[str, object] = {name: _column(name) for name in CLAIM_COLUMNS}
    schema = _schema("claim", columns)
    return {**schema, "properties": {**columns, "why": {"type": "object", "additionalProperties": words}}}


def finding_schema() -> dict[str, object]:
    """The schema of a finding, a line of `numclaims audit --format jsonl`."""
    text, whole = {"type": "string"}, {"type": "integer", "minimum": 0}
    span = _object({"doc": text, "start": whole, "end": whole, "text": text})
    columns: dict[str, object] = {
        "doc": text,
        "rule": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
        "name": text,
        "severity": {"enum": list(get_args(Severity))},
        "message": text,
        "spans": {"type": "array", "items": span, "minItems": 1},
        "claims": {"type": "array", "items": whole},
        "expected": {"type": ["string", "null"]},
        "found": {"type": ["string", "null"]},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    }
    return _schema("finding", columns)


def _column(name: str) -> dict[str, object]:
    if name in WHOLE_COLUMNS:
        return {"type": "integer", "minimum": 0}
    if name in NUMBER_COLUMNS:
        return {"type": "number"} if name == "step" else {"type": ["number", "null"]}
    if name in _CHOICES:
        return {"enum": list(_CHOICES[name])}
    return {"type": "string"} if name in _ALWAYS else {"type": ["string", "null"]}


def _schema(name: str, columns: Mapping[str, object]) -> dict[str, object]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"numclaims {name}, version {VERSION}"}
    return {**head, **_object(columns)}


def _object(columns: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": dict(columns), "required": list(columns), "additionalProperties": False}


def main(folder: Path) -> None:
    """Write both schemas into a folder."""
    for name, schema in (("claim", claim_schema()), ("finding", finding_schema())):
        (folder / f"{name}.schema.json").write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
