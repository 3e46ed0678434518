"""Evidence tables: CSV, JSON lines, XLSX and Parquet files to checked rows. It knows the formats, not what the columns mean.

Everything is read and checked at once, so that a mistake in a table is told before any document is read.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from numclaims.evidence.rows import EvidenceError, Row, check_columns, row_of
from numclaims.reading.encoding import NotTextError, open_text
from numclaims.reading.frames import FrameError, read_frame
from numclaims.reading.rows import read_rows

_Numbered = Iterator[tuple[int, Mapping[str, object]]]
_TEXTS = (".csv", ".tsv", ".txt", ".jsonl", ".ndjson")
_SHEETS = (".xlsx", ".parquet")


def read_evidence(path: str | Path, *, encoding: str = "") -> tuple[Row, ...]:
    """The rows of an evidence table, in the order of the file.

    The suffix says the format: .csv, .tsv, .jsonl, .ndjson, and .xlsx and .parquet where openpyxl and pyarrow are installed.
    Columns may come in any order and letter case; others than `numclaims.evidence.rows.COLUMNS` are left alone. `encoding` is that
    of a text file that is not plainly Unicode; without it that is guessed. Raises EvidenceError, which names the file, the row and
    the column, for a file that cannot be read or a cell that cannot be used.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    try:
        if suffix in _TEXTS:
            with file.open("rb") as raw, open_text(raw, encoding) as stream:
                rows = tuple(_rows(stream, suffix, str(path)))
        elif suffix in _SHEETS:
            rows = tuple(row_of(fields, str(path), number) for number, fields in _framed(file, str(path)))
        else:
            known = ", ".join((*_TEXTS[:2], *_TEXTS[3:], *_SHEETS))
            raise EvidenceError(f"{path}: a table of evidence has one of the suffixes {known}")
    except OSError as error:
        raise EvidenceError(f"{path}: cannot be read: {error.strerror or error}") from None
    except NotTextError as error:
        raise EvidenceError(f"{path}: {error}") from None
    if not rows:
        raise EvidenceError(f"{path}: holds no rows below its head")
    return rows


def _rows(stream: TextIO, suffix: str, path: str) -> Iterator[Row]:
    numbered = _json_lines(stream, path) if suffix in (".jsonl", ".ndjson") else _csv(stream, path)
    for number, fields in numbered:
        yield row_of(fields, path, number)


def _csv(stream: TextIO, path: str) -> _Numbered:
    try:
        columns, rows = read_rows(stream)
    except csv.Error as error:
        raise EvidenceError(f"{path}: row 1: broken head: {error}") from None
    check_columns(columns, path)
    for row in rows:
        if row.problem:
            raise EvidenceError(f"{path}: row {row.line}: {row.problem}")
        yield row.line, row.fields


def _json_lines(stream: TextIO, path: str) -> _Numbered:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
            raise EvidenceError(f"{path}: row {number}: not JSON: {reason}") from None
        if not isinstance(record, dict):
            raise EvidenceError(f"{path}: row {number}: holds {type(record).__name__}, not an object with the columns as keys")
        fields = {str(name).strip().lower(): cell for name, cell in record.items()}
        if number == 1:
            _check_keys(fields, path)
        yield number, fields


def _check_keys(fields: Mapping[str, object], path: str) -> None:
    """As `check_columns`, where a record may leave out what it has nothing to say of."""
    check_columns((*fields, *(("low", "high") if "low" in fields or "high" in fields else ())), path)


def _framed(file: Path, path: str) -> _Numbered:
    """The rows of a workbook's first sheet or of a Parquet file; its first row is numbered 2, as the head is row 1."""
    try:
        frame = read_frame(file)
    except FrameError as error:
        raise EvidenceError(str(error)) from None
    frame.columns = [str(name).strip().lower() for name in frame.columns]
    check_columns(frame.columns, path)
    for number, cells in enumerate(frame.to_dict("records"), start=2):
        fields = {str(name): _cell(cell) for name, cell in cells.items()}
        if any(cell is not None for cell in fields.values()):
            yield number, fields


def _cell(cell: object) -> object:
    """A cell as the other formats have it: None for nothing, days without a time of day."""
    if cell is None or cell != cell:  # NaN and NaT are not equal to themselves
        return None
    isoformat = getattr(cell, "isoformat", None)
    return isoformat().removesuffix("T00:00:00") if isoformat else cell
