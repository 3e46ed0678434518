"""CSV tables of documents to Documents, one row each. It streams: a broken row is reported and the rest goes on."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import astuple, replace

from numclaims.model import Document
from numclaims.reading.record import document_of, names
from numclaims.reading.rows import read_rows
from numclaims.reading.source import Columns, Source
from numclaims.reading.unreadable import Unreadable


def read(source: Source) -> Iterator[Document | Unreadable]:
    """One document a row, from the columns id, text, title, date, story and outlet; other columns are left alone."""
    try:
        columns, rows = read_rows(source.stream, source.limits)
    except csv.Error as error:
        yield source.unreadable(f"broken header: {error}", 1)
        return
    source = replace(source, columns=Columns(*(name.lower() for name in astuple(source.columns))))  # as the rows have theirs
    if source.columns.text not in columns:
        yield source.unreadable(f"has no column named {source.columns.text}; there are {names(columns)}")
        return
    for row in rows:
        yield source.unreadable(row.problem, row.line) if row.problem else document_of(row.fields, source, row.line)
