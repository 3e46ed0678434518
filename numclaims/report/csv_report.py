"""CSV for spreadsheets: a header, one row a claim or a finding, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from operator import attrgetter

from numclaims.fingerprint import fingerprint
from numclaims.model import Analysis, Audit, Comparison, Finding, Span
from numclaims.reading import Unreadable
from numclaims.report.between import place_of
from numclaims.report.figures import exact
from numclaims.report.terminal import harmless
from numclaims.table import CLAIM_COLUMNS

FINDING_HEADER = (
    *("doc", "place", "rule", "name", "severity", "message"),
    *("text", "expected", "found", "claims", "fingerprint"),
)

_RUN = re.compile(r"'*[=+\-@\t\n\r]")
"""What begins a text that a spreadsheet takes for a formula or a command (CWE-1236), guarded before or not."""

_cells_of = attrgetter(*CLAIM_COLUMNS)


def claim_rows(analysis: Analysis) -> str:
    """The claims of a document, one a row, all columns; empty cells where there is no number or nothing to say."""
    return csv_rows([guarded(cell) for cell in _cells_of(claim)] for claim in analysis.claims)


def findings_as_csv(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """One row a finding; `text` is the words of all its spans, `place` is where the first of them stands."""
    yield csv_rows([FINDING_HEADER])
    for result in results:
        if not isinstance(result, Unreadable) and result.findings:
            yield _finding_rows(result.findings, place_of(result))


def _finding_rows(findings: Iterable[Finding], place: Callable[[Span], str]) -> str:
    return csv_rows(
        [
            guarded(cell)
            for cell in (
                *(finding.doc, place(finding.spans[0]), finding.rule, finding.name, finding.severity, finding.message),
                *(" … ".join(span.text for span in finding.spans), finding.expected, finding.found),
                *(" ".join(map(str, finding.claims)), fingerprint(finding)),
            )
        ]
        for finding in findings
    )


def guarded(cell: str | int | float | None) -> str | int | float | None:
    """The cell as a spreadsheet may have it: a text that it would run gets an apostrophe, which says "text" there."""
    if not isinstance(cell, str):
        return exact(cell)
    # A bare "\r", which only documents made in Python can have, ends the row for many readers even inside quotes.
    one_kind = cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell
    return f"'{harmless(one_kind)}" if _RUN.match(one_kind) else harmless(one_kind)


def unguarded(cell: str) -> str:
    """The text that a cell of a table was before it was guarded."""
    return cell[1:] if cell[:1] == "'" and _RUN.match(cell) else cell


def csv_rows(rows: Iterable[Sequence[object]]) -> str:
    """The rows as lines of CSV."""
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
