"""A sheet of a workbook that is written row by row, and what its cells can hold. It knows nothing of how a run is laid out in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from numclaims.model import Claim
from numclaims.report.terminal import harmless

_LAST_ROW, _LONGEST_TEXT, _MOST_LINKS = 1_048_575, 32_767, 60_000
"""Limits of the format: rows of a sheet counted from 0, characters of a cell, where those beyond U+FFFF count twice, and links of a sheet
(65,530) with some to spare."""

_ARROW = 4
"""How wide the arrow of a filter is, in characters."""
_LINE, _MOST_LINES = 15, 27
"""How high a line of a cell is, in points, and how many lines a row can show."""
_ON_A_PAGE = 15
"""So many columns are printed side by side."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How cells look: those of the head, texts in one line and in several, and links."""

    head: Format
    top: Format
    wrapped: Format
    link: Format


class Sheet:
    """A sheet with a bold head that stays in sight and a filter; rows go below one another."""

    def __init__(self, book: xlsxwriter.Workbook, formats: Formats, name: str, widths: Mapping[str, int]) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.next = 1
        self._formats, self._columns, self._links = formats, len(widths), 0
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.repeat_rows(0)
        self.sheet.fit_to_pages(1 + self._columns // _ON_A_PAGE, 0)
        self._widths = [max(width, len(column) + _ARROW) for column, width in widths.items()]
        for at, (column, width) in enumerate(zip(widths, self._widths, strict=True)):
            self.sheet.set_column(at, at, width)
            self.sheet.write_string(0, at, column, formats.head)

    def row(self, cells: Sequence[object], *, wrapped: Sequence[int] = (), formats: Mapping[int, Format] | None = None) -> int:
        """Write a row and give its number; 0, which is the head's, where the sheet is full and the row is left out."""
        row = self.next
        self.next += 1
        if row > _LAST_ROW:
            return 0
        lines = max((self._lines(at, cell, at in wrapped) for at, cell in enumerate(cells) if isinstance(cell, str)), default=1)
        if lines > 1:
            self.sheet.set_row(row, _LINE * min(lines, _MOST_LINES))
        for at, cell in enumerate(cells):
            form = (formats or {}).get(at, self._formats.top)
            if isinstance(cell, int | float):
                self.sheet.write_number(row, at, cell, form)
            elif cell:
                text = cell_of(str(cell))
                self.sheet.write_string(row, at, text, self._formats.wrapped if at in wrapped or "\n" in text else form)
        return row

    def _lines(self, column: int, text: str, wrapped: bool) -> int:
        """How many lines a text takes in its cell, more or less; no spreadsheet but Excel finds out by itself."""
        return sum(max(1, -(-len(line) // self._widths[column])) if wrapped else 1 for line in text.split("\n", _MOST_LINES))

    @property
    def left_out(self) -> int:
        """How many rows the sheet had no room for."""
        return max(0, self.next - 1 - _LAST_ROW)

    def upcoming(self, count: int) -> list[int]:
        """The numbers of the next rows; 0 for those that will not fit."""
        return [row if row <= _LAST_ROW else 0 for row in range(self.next, self.next + count)]

    def link(self, row: int, column: int, sheet: str, target: int, text: str) -> None:
        """A link to a row of another sheet, or the text alone where the sheet can have no more links."""
        if not row:
            return
        self._links += 1
        if target and self._links <= _MOST_LINKS:
            self.sheet.write_url(row, column, f"internal:'{sheet}'!A{target + 1}", self._formats.link, text)
        else:
            self.sheet.write_string(row, column, text)

    def choices(self, column: int, words: Sequence[str]) -> None:
        """A drop-down list in a column, in all rows written so far."""
        if self.next > 1:
            self.sheet.data_validation(1, column, min(self.next - 1, _LAST_ROW), column, {"validate": "list", "source": list(words)})

    def close(self) -> None:
        self.sheet.autofilter(0, 0, min(max(self.next - 1, 1), _LAST_ROW), self._columns - 1)


def cell_of(text: str) -> str:
    """The text as a cell can hold it."""
    whole = harmless(text)
    most = _most(whole)
    return whole if len(whole) <= most else whole[: most - 1] + "…"


def fitted(claim: Claim) -> Claim:
    """A claim whose sentence no cell can hold, with the stretch about its number: in a claim table that is read back it must be there."""
    most = _most(claim.sentence)
    if len(claim.sentence) <= most:
        return claim
    at = min(max(0, claim.start - claim.sentence_start - most // 2), len(claim.sentence) - most)
    return replace(claim, sentence=claim.sentence[at : at + most], sentence_start=claim.sentence_start + at)


def _most(text: str) -> int:
    """How many characters of a text a cell is sure to hold."""
    return _LONGEST_TEXT if len(text) <= _LONGEST_TEXT // 2 or max(text) <= "\uffff" else _LONGEST_TEXT // 2
