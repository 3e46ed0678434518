"""Plain text to one Document. It takes the text as it stands; only a title that documents.csv also gives is not said twice."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from numclaims.model import Document
from numclaims.reading.source import Origin, Source
from numclaims.reading.suppressions import suppressions
from numclaims.reading.unreadable import Unreadable

_PIECE = 1 << 20
_STRAIGHT_QUOTES = str.maketrans("‘’“”", "''\"\"")


def read(source: Source) -> Iterator[Document | Unreadable]:
    """The whole file as one document."""
    yield prose(source)


def prose(
    source: Source, blank: Callable[[str], str] | None = None, told: Callable[[str], tuple[str, datetime.date | None]] | None = None
) -> Document:
    """The whole file as one document; `blank` overwrites what is not prose in it with spaces, length and lines kept.

    `told` gives the title and the date that a text says it has.

    Where there is such prose, comments beside it can silence rules. Raises TooLargeError.
    """
    text = _whole(source)
    silencing = tuple(suppressions(text, blank)) if blank else ()
    title, date = told(text) if told else ("", None)
    document = document_of_text(source, blank(text) if blank else text, title, date)
    shift = len(document.full_text) - len(text)
    moved = (replace(each, start=each.start + shift, end=each.end + shift) for each in silencing)
    return replace(document, suppressions=tuple(moved)) if silencing else document


def document_of_text(
    origin: Origin,
    text: str,
    title: str = "",
    date: datetime.date | None = None,
    *,
    warnings: tuple[str, ...] = (),
    pages: tuple[int, ...] = (),
    extracted: bool = False,
) -> Document:
    """The document that a file holds; what documents.csv says of it goes before the title and date it gives itself.

    `pages` and `extracted` are as in `Document`, `pages` as offsets into the whole text.
    """
    listed = origin.listed
    title = listed.title or title
    start = _after_title(text, title)
    bad_date = (f"{listed.bad_date}; {origin.path} is read without a date",) if listed.bad_date else ()
    return Document(
        id=listed.id or origin.path,
        text=text[start:],
        title=title,
        date=None if listed.bad_date else listed.date or date or origin.date,
        story=listed.story or origin.story,
        outlet=listed.outlet,
        path=origin.path,
        line=1 if pages else text.count("\n", 0, start) + 1,
        warnings=(*warnings, *bad_date),
        pages=tuple(max(0, page - start) for page in pages),
        extracted=extracted,
    )


def _whole(source: Source) -> str:
    """All of a stream, read in pieces: at once, the bytes and the text made of them would need memory beside each other."""
    text = ""
    for piece in iter(partial(source.stream.read, _PIECE), ""):
        text += piece  # in place: nothing else holds the text
        if len(text) > source.limits.size:
            raise source.limits.too_large()
    return text


def _after_title(text: str, title: str) -> int:
    """Where the body begins: after the first line and the blank lines below it if that line is the title, else at 0."""
    if not title:
        return 0
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first)
    end = len(text) if end < 0 else end
    if _plain(text[first:end]) != _plain(title):
        return 0
    body = len(text) - len(text[end:].lstrip())
    return text.rfind("\n", 0, body) + 1 if body < len(text) else len(text)


def _plain(line: str) -> str:
    """A line of a title without what differs between a page and a table of it: heading mark, spacing, style of quotes."""
    return " ".join(line.lstrip("#").split()).translate(_STRAIGHT_QUOTES)
