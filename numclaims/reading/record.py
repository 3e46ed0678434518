"""One record of a table of documents to a Document. It knows the columns of such tables and no file format."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from numclaims.model import Document
from numclaims.reading.source import Origin, encodable, normalise_line_ends
from numclaims.reading.unreadable import Unreadable

_ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[Tt ]\d\d:\d\d.*)?", re.ASCII)
_SHOWN = 40


def document_of(fields: Mapping[str, object], source: Origin, line: int) -> Document | Unreadable:
    """The document that the columns id, text, title, date, story and outlet give, whatever `source` says they are called.

    All but text may be missing or empty.

    `line` is the line of the file on which the record begins. A record without an id is called by file and line; one with a
    date that is none is read without a date, and warns of it.
    """
    columns = source.columns
    text = fields.get(columns.text)
    if not isinstance(text, str):
        found = f"is {type(text).__name__}, not a string" if columns.text in fields else f"is missing; there are {names(fields)}"
        return source.unreadable(f"{columns.text} {found}", line)
    if len(text) > source.limits.size:
        return source.unreadable(str(source.limits.too_large(f"{columns.text} is")), line)
    try:
        date, warnings = _date(_word(fields, columns.date), source, line)
        return Document(
            id=_word(fields, columns.id) or f"{source.stem}:{line}",
            text=encodable(normalise_line_ends(text)),
            title=_word(fields, columns.title),
            date=date,
            story=_word(fields, columns.story) or source.story,
            outlet=_word(fields, columns.outlet),
            path=source.path,
            line=line,
            record=True,
            warnings=warnings,
        )
    except ValueError as error:
        return source.unreadable(str(error), line)


def _date(text: str, source: Origin, line: int) -> tuple[datetime.date | None, tuple[str, ...]]:
    """The date that a record gives, or the run where it gives none; no date and a warning where it is no date."""
    try:
        return iso_date(text) or source.date, ()
    except ValueError as error:
        return None, (f"{source.path}:{line}: {error}; the document is read without a date",)


def iso_date(text: str) -> datetime.date | None:
    """The day of an ISO 8601 date or date and time, None for no text. Raises ValueError for anything else."""
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(match[1] if (match := _ISO_DATE.fullmatch(text)) else "")
    except ValueError:
        raise ValueError(f"date {shown(text)} is not a date; write it like 2024-11-20") from None


def names(columns: Iterable[str]) -> str:
    """Column names as a reader of a message should see them."""
    return ", ".join(shown(column) for column in columns) or "no columns"


def shown(text: str) -> str:
    """A value as a message quotes it: short, printable."""
    quoted = repr(encodable(text))
    return quoted if len(quoted) <= _SHOWN else f"{quoted[: _SHOWN - 1]}…"


def _word(fields: Mapping[str, object], column: str) -> str:
    """A field that is a short text or a number, on one line. Raises ValueError for lists, objects and truth values."""
    value = fields.get(column)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"{column} is {type(value).__name__}, not a string or a number")
    return " ".join(encodable(str(value)).split())
