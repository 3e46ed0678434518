"""JSON lines: one claim or one finding a line, and nothing else, so that lines can be counted, cut and joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numclaims.model import Analysis, Audit, Comparison
from numclaims.reading import Unreadable
from numclaims.report.records import claim_records, encode, finding_record


def claims_as_jsonl(results: Iterable[Analysis | Unreadable]) -> Iterator[str]:
    """The claims of each document, one a line."""
    for result in results:
        if isinstance(result, Analysis):
            yield "".join(f"{encode(record)}\n" for record in claim_records(result))


def findings_as_jsonl(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """The findings of each document and between documents, one a line."""
    for result in results:
        if not isinstance(result, Unreadable):
            yield "".join(f"{encode(finding_record(finding))}\n" for finding in result.findings)
