"""Parquet tables of documents to Documents, one row each, a few hundred rows in memory at a time. It needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date, datetime

from numclaims.model import Document
from numclaims.reading.record import document_of, names
from numclaims.reading.source import ConversionError, Original
from numclaims.reading.unreadable import Unreadable

_ROWS = 256


def read(original: Original) -> Iterator[Document | Unreadable]:
    """One document a row; the `line` of a document is the number of its row, from 1."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(original.raw)
        present = table.schema_arrow.names
        if original.columns.text not in present:
            yield original.unreadable(f"has no column named {original.columns.text}; there are {names(present)}")
            return
        wanted = [name for name in astuple(original.columns) if name in present]
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield document_of({name: _plain(value) for name, value in row.items()}, original, number)
    except ArrowException as error:
        raise ConversionError(f"is damaged or no Parquet file: {error}") from None


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value
