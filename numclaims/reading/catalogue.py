"""The documents.csv beside text files: which id, title, date, outlet and story each file of that folder has.

It reads no document. A documents.csv with texts in it (a column text, no column file) is a table of documents like any other.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from numclaims.reading.encoding import Encoding, NotTextError, open_text
from numclaims.reading.paths import why
from numclaims.reading.record import iso_date, names, shown
from numclaims.reading.rows import Row, read_rows
from numclaims.reading.source import Listed, encodable
from numclaims.reading.unreadable import Unreadable

FILE_NAME = "documents.csv"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one documents.csv says of each file, by name.

    `problems` are the rows that name no file, which would otherwise be lost without a word; `encoding` is how it was decoded.
    """

    entries: Mapping[str, Listed] = field(default_factory=dict)
    problems: tuple[Unreadable, ...] = ()
    encoding: Encoding | None = None


def load_catalogue(folder: Path, encoding: str = "") -> Catalogue | None:
    """The catalogue of a folder; None where it has none. One that cannot be read has only problems.

    `encoding` is that of a file that is not plainly Unicode; without it that is guessed.
    """
    path = folder / FILE_NAME
    name = encodable(path.as_posix())
    try:
        if not os.path.isfile(path):
            return None
        with path.open("rb") as raw, open_text(raw, encoding) as stream:
            columns, rows = read_rows(stream)
            if "file" not in columns:
                reason = f"has neither a column file nor a column text; there are {names(columns)}"
                return None if "text" in columns else Catalogue(problems=(Unreadable(name, None, reason),))
            entries: dict[str, Listed] = {}
            problems: list[Unreadable] = []
            for row in rows:
                file = row.fields.get("file", "").strip()
                if problem := row.problem or _misnamed(file, entries):
                    problems.append(Unreadable(name, row.line, problem))
                else:
                    entries[file] = _entry(row, name)
            return Catalogue(entries, tuple(problems), stream.decoded)
    except (OSError, NotTextError, csv.Error) as error:
        reason = why(error) if isinstance(error, OSError) else str(error)
        return Catalogue(problems=(Unreadable(name, None, reason),))


def _misnamed(file: str, entries: Mapping[str, object]) -> str:
    """What is wrong with the file that a row names, "" if nothing."""
    if not file:
        return "the row names no file"
    if file != Path(file).name or "\\" in file or "\0" in file:
        return f"file {shown(file)} is not the plain name of a file in this folder"
    return f"file {shown(file)} is listed twice; the first row counts" if file in entries else ""


def _entry(row: Row, name: str) -> Listed:
    values = {column: " ".join(encodable(text).split()) for column, text in row.fields.items()}
    date, bad_date = None, ""
    try:
        date = iso_date(values.get("date", ""))
    except ValueError as error:
        bad_date = f"{name}:{row.line}: {error}"
    return Listed(values.get("id", ""), values.get("title", ""), date, values.get("outlet", ""), values.get("story", ""), bad_date)
