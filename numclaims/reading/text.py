"""Plain text to one Document. It takes the text as it stands; only a title that documents.csv also gives is not said twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TextIO

from numclaims.model import Document
from numclaims.reading.source import Source
from numclaims.reading.suppressions import suppressions
from numclaims.reading.unreadable import Unreadable

_PIECE = 1 << 20
_STRAIGHT_QUOTES = str.maketrans("‘’“”", "''\"\"")


def read(source: Source) -> Iterator[Document | Unreadable]:
    """The whole file as one document."""
    yield prose(source)


def prose(source: Source, blank: Callable[[str], str] | None = None) -> Document:
    """The whole file as one document; `blank` overwrites what is not prose in it with spaces, length and lines kept.

    Where there is such prose, comments beside it can silence rules.
    """
    text = _whole(source.stream)
    silencing = tuple(suppressions(text, blank)) if blank else ()
    if blank:
        text = blank(text)
    listed = source.listed
    start = _after_title(text, listed.title)
    document = Document(
        id=listed.id or source.path,
        text=text[start:],
        title=listed.title,
        date=None if listed.bad_date else listed.date or source.date,
        story=listed.story,
        outlet=listed.outlet,
        path=source.path,
        line=text.count("\n", 0, start) + 1,
        warnings=(f"{listed.bad_date}; {source.path} is read without a date",) if listed.bad_date else (),
    )
    shift = document.body_start - start
    moved = (replace(each, start=each.start + shift, end=each.end + shift) for each in silencing)
    return replace(document, suppressions=tuple(moved)) if silencing else document


def _whole(stream: TextIO) -> str:
    """All of a stream, read in pieces: at once, the bytes and the text made of them would need memory beside each other."""
    text = ""
    for piece in iter(partial(stream.read, _PIECE), ""):
        text += piece  # in place: nothing else holds the text
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
