"""Documents lined up: a table for people at a terminal, CSV for programs, a page, and what those and the workbook have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from numclaims.comparing import Compared
from numclaims.report.columns import Column, aligned
from numclaims.report.csv_report import csv_rows, guarded
from numclaims.report.terminal import Terminal, on_one_line, printable
from numclaims.stories import LineUp, Statement

QUANTITY, UNIT, AGREEMENT = "quantity", "unit", "documents"
NOTHING = "–"
COLOURS = {"disagree": "red", "differ": "yellow", "agree": "green"}


def headings(table: LineUp) -> list[str]:
    """A heading for each document: who published it, or else its id; the id too where that does not tell it from another."""
    names = Counter(document.outlet or document.id for document in table.documents)
    return [
        document.id if not document.outlet else document.outlet if names[document.outlet] == 1 else f"{document.outlet} ({document.id})"
        for document in table.documents
    ]


def cell_text(statements: Iterable[Statement]) -> str:
    """What one document says of a quantity, as it prints it."""
    return "; ".join(dict.fromkeys(on_one_line(statement.claim.text) for statement in statements))


def sources(statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    """The place and the sentence of each statement."""
    for statement in statements:
        yield printable(statement.place), on_one_line(statement.claim.sentence)


def line_ups_on_console(tables: Iterable[LineUp], counted: Compared, terminal: Terminal, *, quiet: bool) -> Iterator[str]:
    """A table a story, then what was compared, unless `quiet`."""
    for table in tables:
        if table.rows:
            yield "".join(f"{line}\n" for line in _lines(table, terminal)) + "\n"
    if not quiet:
        yield "".join(f"{line}\n" for line in terminal.folded(counted.line()))


def _lines(table: LineUp, terminal: Terminal) -> Iterator[str]:
    if table.story:
        yield terminal.paint(printable(table.story), bold=True)
    names = list(map(printable, headings(table)))
    columns = [Column(QUANTITY, 8), *(Column(name, 8) for name in names), Column(AGREEMENT, 8)]
    rows = [[on_one_line(row.name), *(cell_text(cell) or NOTHING for cell in row.cells), row.agreement] for row in table.rows]
    first, *lines = aligned(columns, rows, terminal.width)
    yield terminal.paint(first, bold=True)
    for line, row in zip(lines, table.rows, strict=True):
        yield terminal.paint(line, COLOURS["disagree"]) if row.agreement == "disagree" else line


def line_ups_as_csv(tables: Iterable[LineUp], _: Compared) -> Iterator[str]:
    """One row a quantity, the columns of all stories beside one another; documents of one heading in different stories share a column."""
    every, columns = united(tables)
    rows = [[guarded(cell) for cell in cells] for table in every for cells in united_rows(table, columns)]
    yield csv_rows([["story", QUANTITY, UNIT, AGREEMENT, *map(guarded, columns)], *rows])


def united(tables: Iterable[LineUp]) -> tuple[list[LineUp], list[str]]:
    """All tables, and the headings of their documents, each once."""
    every = list(tables)
    return every, list(dict.fromkeys(heading for table in every for heading in headings(table)))


def united_rows(table: LineUp, columns: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a table among those of others: story, quantity, unit, agreement, and a cell for each heading."""
    names = headings(table)
    for row in table.rows:
        cells = dict(zip(names, map(cell_text, row.cells), strict=True))
        yield [table.story, on_one_line(row.name), row.unit, row.agreement, *(cells.get(column, "") for column in columns)]
