"""Documents lined up as an XLSX workbook: one row a quantity, one column a document, the sentences as comments of their cells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from numclaims.comparing import Compared
from numclaims.report.lineups import AGREEMENT, QUANTITY, UNIT, headings, sources, united, united_rows
from numclaims.report.sheet import cell_of
from numclaims.stories import LineUp

_COLOURS = {"disagree": "#F8CBAD", "differ": "#FFE699", "agree": "#E2EFDA"}
_BEFORE = ("story", QUANTITY, UNIT, AGREEMENT)
_WIDTHS = (18, 28, 12, 12)
_LONGEST_COMMENT = 1000


def write_line_ups(tables: Iterable[LineUp], compared: Compared, file: BinaryIO) -> None:
    """Write the workbook: the sheets Quantities and Run. No text of a document becomes a formula or a link in it."""
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Documents compared", "created": datetime(1980, 1, 1)})  # the same run, the same file
    head = book.add_format({"bold": True, "bg_color": "#D9E1F2", "bottom": 1, "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    coloured = {word: book.add_format({"text_wrap": True, "valign": "top", "bg_color": colour}) for word, colour in _COLOURS.items()}
    sheet = book.add_worksheet("Quantities")
    every, columns = united(tables)
    for at, name in enumerate((*_BEFORE, *columns)):
        sheet.set_column(at, at, _WIDTHS[at] if at < len(_WIDTHS) else 24)
        sheet.write_string(0, at, cell_of(name), head)
    number = 0
    for table in every:
        places = [len(_BEFORE) + columns.index(name) for name in headings(table)]
        for row, cells in zip(table.rows, united_rows(table, columns), strict=True):
            number += 1
            for at, text in enumerate(cells):
                if text:
                    sheet.write_string(number, at, cell_of(text), plain)
            sheet.write_string(number, len(_BEFORE) - 1, row.agreement, coloured.get(row.agreement, plain))
            for at, cell in zip(places, row.cells, strict=True):
                told = "\n".join(f"{place}: {sentence}" for place, sentence in sources(cell))
                if told:
                    sheet.write_comment(number, at, cell_of(told)[:_LONGEST_COMMENT])
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(number, 1), len(_BEFORE) + len(columns) - 1)
    run = book.add_worksheet("Run")
    run.set_column(0, 0, 90)
    run.write_string(0, 0, compared.line())
    book.close()
