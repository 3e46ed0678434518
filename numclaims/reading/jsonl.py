"""JSON lines to Documents, one object a line. It streams: a broken line is reported and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from numclaims.model import Document
from numclaims.reading.record import document_of
from numclaims.reading.source import Source
from numclaims.reading.unreadable import Unreadable


def read(source: Source) -> Iterator[Document | Unreadable]:
    """One document for each line that holds an object with a text; empty lines are passed over."""
    most = source.limits.size
    for number, line in enumerate(iter(lambda: source.stream.readline(most + 1), ""), start=1):
        if len(line) > most:
            while line and not line.endswith("\n"):
                line = source.stream.readline(most)
            yield source.unreadable(str(source.limits.too_large("the line is")), number)
        elif line.strip():
            yield _document(line, source, number)


def _document(line: str, source: Source, number: int) -> Document | Unreadable:
    try:
        record = json.loads(line.rstrip("\n"))
    except json.JSONDecodeError as error:
        return source.unreadable(f"not JSON: {error.msg} at column {error.colno}", number)
    except RecursionError:
        return source.unreadable("not a document: nested too deeply", number)
    except ValueError as error:  # a number of more digits than Python converts
        return source.unreadable(f"not JSON: {error}", number)
    if not isinstance(record, dict):
        return source.unreadable(f"holds {type(record).__name__}, not an object with a text", number)
    return document_of(record, source, number)
