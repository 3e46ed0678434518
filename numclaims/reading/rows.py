"""CSV text to rows by column name. It knows quoting and delimiters, not what the columns mean; it streams."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from numclaims.reading.limits import USUAL_LIMITS, Limits

_SWALLOWED = "field larger than field limit"  # what a quotation mark that is never closed comes to in a large file
_DELIMITERS = ",;\t"  # a spreadsheet writes semicolons where the comma is the decimal mark


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `line` is the 1-based line of the file it begins on. A broken row has a `problem` and no fields."""

    line: int
    fields: dict[str, str]
    problem: str = ""


def read_rows(stream: TextIO, limits: Limits = USUAL_LIMITS) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The column names of the first row, in lower case, and the rows below it, read one by one. No names: an empty file.

    A row that quotes wrongly or has more fields than there are columns is a broken row, because its fields have slipped; one
    with fewer fields lacks the last columns. No field and no line may be larger than a document. Raises csv.Error if the header itself is
    broken, TooLargeError for a line that is too large.
    """
    csv.field_size_limit(limits.size)
    lines = _bounded(stream, limits)
    first = next(lines, "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(itertools.chain([first], lines), delimiter=delimiter, strict=True)
    columns = tuple(name.strip().lower() for name in next(reader, []))

    def rows() -> Iterator[Row]:
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Row(line, {}, _broken(error, limits))
                if _SWALLOWED in str(error):
                    return
                continue
            if any(cells):
                yield _row(line, cells, columns)

    return columns, rows()


def _row(line: int, cells: list[str], columns: tuple[str, ...]) -> Row:
    if len(cells) > len(columns):
        return Row(line, {}, f"has {len(cells)} fields for {len(columns)} columns; put text with delimiters in quotes")
    return Row(line, dict(zip(columns, cells, strict=False)))


def _bounded(stream: TextIO, limits: Limits) -> Iterator[str]:
    """The lines of a stream. Raises TooLargeError for one that is larger than a document may be."""
    for line in iter(lambda: stream.readline(limits.size + 1), ""):
        if len(line) > limits.size:
            raise limits.too_large("holds a line that is")
        yield line


def _broken(error: csv.Error, limits: Limits) -> str:
    if _SWALLOWED in str(error):
        return f"{limits.too_large('a field is')}; the rest of the file is not read"
    return "a quotation mark is never closed" if "end of data" in str(error) else f"broken row: {error}"
