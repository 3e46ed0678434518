"""Documents lined up as one HTML page; the template beside this file says how. Jinja2 escapes all that comes from a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numclaims
from numclaims.comparing import Compared
from numclaims.report.html.page import template
from numclaims.report.lineups import NOTHING, cell_text, headings, sources
from numclaims.report.terminal import on_one_line, printable
from numclaims.stories import LineUp


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A quantity as text."""

    name: str
    cells: tuple[str, ...]
    agreement: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A story as text."""

    story: str
    names: tuple[str, ...]
    rows: tuple[ShownRow, ...]


def line_ups_as_html(tables: Iterable[LineUp], compared: Compared) -> Iterator[str]:
    """A page with a table a story."""
    shown = [_shown(table) for table in tables]
    yield template("lineups.html").render(tables=shown, summary=compared.line(), version=numclaims.__version__)


def _shown(table: LineUp) -> ShownTable:
    rows = (
        ShownRow(
            on_one_line(row.name),
            tuple(cell_text(cell) or NOTHING for cell in row.cells),
            row.agreement,
            tuple(told for cell in row.cells for told in sources(cell)),
        )
        for row in table.rows
    )
    return ShownTable(printable(table.story), tuple(map(printable, headings(table))), tuple(rows))
