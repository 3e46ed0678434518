"""The claims of a document for people at a terminal: a table as wide as the terminal, the columns one asks for first.

Columns for which the terminal is too narrow stand in a line below the claim, by name and only where they hold something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numclaims.model import Analysis
from numclaims.places import Places
from numclaims.reading import Unreadable
from numclaims.report.columns import Column, aligned
from numclaims.report.console_why import explained_lines
from numclaims.report.figures import readable_value
from numclaims.report.summary import Summary
from numclaims.report.terminal import Terminal, clip, on_one_line, printable

_COLUMNS = (
    Column("line", 4, right=True),
    Column("text", 8),
    Column("value", 16, right=True),
    Column("bound", 5),
    Column("unit", 3),
    Column("per", 3),
    Column("item", 5),
    Column("who", 4),
    Column("kind", 5),
    Column("when", 10),
    Column("place", 8),
    Column("source", 12),
)
_BELOW = " " * 6
"""Where a line below a claim begins: under the second column."""


def _columns_in_rows(width: int) -> int:
    """How many columns a terminal has room for: up to "bound", "item" or "kind", or all."""
    return next((kept for narrower, kept in ((60, 4), (100, 7), (140, 9)) if width < narrower), len(_COLUMNS))


def claims_on_console(results: Iterable[Analysis | Unreadable], terminal: Terminal, *, quiet: bool = False) -> Iterator[str]:
    """A heading and a table for each document with claims, or its claims explained; then what was read, unless `quiet`."""
    summary = Summary()
    for result in summary.follow(results):
        if isinstance(result, Analysis) and result.claims:
            yield "".join(f"{line}\n" for line in _document_lines(result, terminal))
    if not quiet:
        yield "".join(f"{line}\n" for line in terminal.folded(summary.read_line()))


def _document_lines(analysis: Analysis, terminal: Terminal) -> Iterator[str]:
    document = analysis.document
    name = f"{document.path}:{document.line} [{document.id}]" if document.record else document.path or document.id
    title = f"  {document.title}" if document.title else ""
    yield terminal.paint(clip(printable(name + title), terminal.width), bold=True)
    if analysis.why:
        yield from explained_lines(analysis, terminal)
        yield ""
        return
    cells, kept = _rows(analysis), _columns_in_rows(terminal.width)
    headings, *rows = aligned(_COLUMNS[:kept], [row[:kept] for row in cells], terminal.width)
    yield terminal.paint(headings, dim=True)
    for row, whole in zip(rows, cells, strict=True):
        yield row
        if any(whole[kept:]):
            named = zip((column.heading for column in _COLUMNS[kept:]), whole[kept:], strict=True)
            below = "  ".join(f"{name}: {cell}" for name, cell in named if cell)
            yield from (terminal.paint(line, dim=True) for line in terminal.folded(below, _BELOW))
    yield ""


def _rows(analysis: Analysis) -> list[tuple[str, ...]]:
    places = Places(analysis.document)
    return [
        (
            places.line(claim.start),
            on_one_line(claim.text),
            readable_value(claim.value, claim.low, claim.high),
            *(claim.bound, on_one_line(claim.unit), on_one_line(claim.per), on_one_line(claim.item), on_one_line(claim.actor)),
            *(claim.kind, claim.when, on_one_line(claim.place), on_one_line(claim.source)),
        )
        for claim in analysis.claims
    ]
