"""JSON lines: one claim or one finding a line, and nothing else, so that lines can be counted, cut and joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numclaims.model import Analysis, Audit, Comparison
from numclaims.reading import Unreadable
from numclaims.report.records import claim_records, encode, finding_record


def claim_lines(analysis: Analysis) -> str:
    """The claims of a document, one a line."""
    return "".join(f"{encode(record)}\n" for record in claim_records(analysis))


def findings_as_jsonl(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """The findings of each document and between documents, one a line."""
    for result in results:
        if not isinstance(result, Unreadable):
            yield "".join(f"{encode(finding_record(finding))}\n" for finding in result.findings)
