"""The claims of a document for people at a terminal: a table as wide as the terminal, the columns one asks for first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numclaims.model import Analysis
from numclaims.reading import Unreadable
from numclaims.report.columns import Column, aligned
from numclaims.report.figures import readable_value
from numclaims.report.places import Places
from numclaims.report.summary import Summary
from numclaims.report.terminal import Terminal, clip, printable

_COLUMNS = (
    Column("line", 4, right=True),
    Column("text", 8),
    Column("value", 8, right=True),
    Column("bound", 5),
    Column("unit", 3),
    Column("per", 3),
    Column("item", 5),
    Column("who", 4),
    Column("kind", 5),
)


def claims_on_console(results: Iterable[Analysis | Unreadable], terminal: Terminal, *, quiet: bool = False) -> Iterator[str]:
    """A heading and a table for each document with claims, then what was read, unless `quiet`."""
    summary = Summary()
    for result in summary.follow(results):
        if isinstance(result, Analysis) and result.claims:
            yield "".join(f"{line}\n" for line in _document_lines(result, terminal))
    if not quiet:
        yield f"{summary.read_line()}\n"


def _document_lines(analysis: Analysis, terminal: Terminal) -> Iterator[str]:
    document = analysis.document
    name = f"{document.path}:{document.line} [{document.id}]" if document.record else document.path or document.id
    title = f"  {document.title}" if document.title else ""
    yield terminal.paint(clip(printable(name + title), terminal.width), bold=True)
    headings, *rows = aligned(_COLUMNS, _rows(analysis), terminal.width)
    yield terminal.paint(headings, dim=True)
    yield from rows
    yield ""


def _rows(analysis: Analysis) -> list[tuple[str, ...]]:
    places = Places(analysis.document)
    return [
        (
            places.line(claim.start),
            printable(claim.text),
            readable_value(claim.value, claim.low, claim.high),
            *(claim.bound, printable(claim.unit), printable(claim.per), printable(claim.item), printable(claim.actor)),
            claim.kind,
        )
        for claim in analysis.claims
    ]
