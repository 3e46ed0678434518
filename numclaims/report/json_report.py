"""One JSON object for a whole run: what was read, what was found, and the summary; rows are written as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numclaims
from numclaims.model import Analysis, Audit, Comparison
from numclaims.reading import Unreadable
from numclaims.report.records import claim_records, document_record, encode, finding_record, unreadable_record
from numclaims.report.summary import SEVERITIES, SILENCES, Summary


def claims_as_json(results: Iterable[Analysis | Unreadable]) -> Iterator[str]:
    """An object with the keys version, claims, documents, unreadable and summary."""
    rows = _Rows()
    summary, documents, unreadable = Summary(), [], []
    yield _opening("claims")
    for result in summary.follow(results):
        if isinstance(result, Unreadable):
            unreadable.append(unreadable_record(result))
            continue
        documents.append(document_record(result))
        yield rows.joined(map(encode, claim_records(result)))
    yield _closing(documents, unreadable, _reading_counts(summary))


def findings_as_json(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """An object with the keys version, findings, documents, unreadable and summary."""
    rows = _Rows()
    summary, documents, unreadable = Summary(), [], []
    yield _opening("findings")
    for result in summary.follow(results):
        if isinstance(result, Unreadable):
            unreadable.append(unreadable_record(result))
            continue
        if isinstance(result, Audit):
            checks = {"checkable": result.checkable, "held": len(result.held), "findings": len(result.findings)}
            documents.append({**document_record(result.analysis), **checks})
        yield rows.joined(encode(finding_record(finding)) for finding in result.findings)
    counts = {"checkable": summary.checkable, "held": summary.held, "findings": summary.findings.total()}
    by_severity: dict[str, int] = {severity: summary.findings[severity] for severity in SEVERITIES}
    silenced = {name.replace(" ", "_"): summary.silenced[name] for name in SILENCES}
    yield _closing(documents, unreadable, {**_reading_counts(summary), **counts, **by_severity, **silenced})


class _Rows:
    """Joins the rows of one JSON array over several pieces of text."""

    __slots__ = ("_separator",)

    def __init__(self) -> None:
        self._separator = "\n"

    def joined(self, rows: Iterable[str]) -> str:
        pieces = []
        for row in rows:
            pieces.append(f"{self._separator}    {row}")
            self._separator = ",\n"
        return "".join(pieces)


def _opening(key: str) -> str:
    return f'{{\n  "version": {encode(numclaims.__version__)},\n  "{key}": ['


def _closing(documents: Iterable[object], unreadable: Iterable[object], summary: dict[str, int]) -> str:
    return (
        f'\n  ],\n  "documents": [{_Rows().joined(map(encode, documents))}\n  ],\n'
        f'  "unreadable": [{_Rows().joined(map(encode, unreadable))}\n  ],\n  "summary": {encode(summary)}\n}}\n'
    )


def _reading_counts(summary: Summary) -> dict[str, int]:
    return {
        "documents": summary.documents,
        "numbers": summary.numbers,
        "claims": summary.claims,
        "unreadable": summary.unreadable,
    }
