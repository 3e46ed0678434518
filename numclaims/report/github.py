"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

The form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Lines and columns count from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numclaims.model import Audit, Comparison, Document, Finding, Severity
from numclaims.reading import Unreadable
from numclaims.report.between import Region, located
from numclaims.report.terminal import harmless

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_for_github(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """One command a line for every finding and for everything that could not be read."""
    for result in results:
        if isinstance(result, Unreadable):
            where = {"file": result.path, **({"line": str(result.line)} if result.line is not None else {})}
            yield _command("error", {**where, "title": "cannot read"}, result.reason)
        else:
            stands = located(result)
            for finding in result.findings:
                yield _finding(finding, *stands(finding.spans[0]))


def _finding(finding: Finding, document: Document, place: str, region: Region | None) -> str:
    where = {"file": document.path} if document.path else {}
    message = f"{finding.message} (“{' … '.join(span.text for span in finding.spans)}”)"
    if region:
        first, column, last, end = region
        where |= {"line": str(first), "endLine": str(last)}
        if first == last:
            where |= {"col": str(column), "endColumn": str(end - 1)}
    else:
        message = f"{place}: {message}"
    return _command(_COMMANDS[finding.severity], {**where, "title": f"{finding.rule} {finding.name}"}, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    given = ",".join(f"{key}={harmless(value).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {given}::{harmless(message).translate(_DATA)}\n"
