"""What every format module reads from: an open file and what is known about it beforehand. It opens nothing itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, BinaryIO, TextIO

from numclaims.model import Document
from numclaims.reading.limits import USUAL_LIMITS, Limits
from numclaims.reading.unreadable import Unreadable

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a documents.csv says about a file. Empty where it says nothing; `bad_date` says why it has no date that can be used."""

    id: str = ""
    title: str = ""
    date: datetime.date | None = None
    outlet: str = ""
    story: str = ""
    bad_date: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table of documents are called."""

    id: str = "id"
    text: str = "text"
    title: str = "title"
    date: str = "date"
    story: str = "story"
    outlet: str = "outlet"


USUAL_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of an open file beforehand.

    `path` is the file as the user named it; `date` and `story` are those of documents that name none.
    """

    path: str
    date: datetime.date | None = field(default=None, kw_only=True)
    story: str = field(default="", kw_only=True)
    listed: Listed = field(default=Listed(), kw_only=True)
    columns: Columns = field(default=USUAL_COLUMNS, kw_only=True)
    limits: Limits = field(default=USUAL_LIMITS, kw_only=True)

    @property
    def stem(self) -> str:
        """The file name without folder and suffix: what ids of records are made of."""
        name = self.path.rpartition("/")[2]
        return name.removesuffix(".gz").rpartition(".")[0] or name.removesuffix(".gz") or self.path

    def unreadable(self, reason: str, line: int | None = None) -> Unreadable:
        """A report on this file, or on one line of it."""
        return Unreadable(self.path, line, reason)

    def source(self, stream: TextIO) -> Source:
        """The same, open as a text."""
        return Source(self.path, stream, **self._known())

    def original(self, raw: BinaryIO, encoding: str) -> Original:
        """The same, open as bytes of a format of its own."""
        return Original(self.path, raw, encoding=encoding, **self._known())

    def _known(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(Origin) if each.kw_only}


@dataclass(frozen=True, slots=True)
class Source(Origin):
    """An open text with normalised line ends."""

    stream: TextIO


USUAL_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class Original(Origin):
    """An open file of a format that is no plain text; `encoding` is what the user named for text in it that does not say its own."""

    raw: BinaryIO
    encoding: str = field(default="", kw_only=True)

    def whole(self) -> bytes:
        """All bytes of the file. Raises TooLargeError."""
        content = self.raw.read(self.limits.size + 1)
        if len(content) > self.limits.size:
            raise self.limits.too_large()
        return content


class ConversionError(ValueError):
    """A file that is not what its suffix says, or is damaged; the message says how."""


Reader = Callable[[Source], Iterator[Document | Unreadable]]
Converter = Callable[[Original], Iterator[Document | Unreadable]]
"""Turns a file into documents. Raises ConversionError, TooLargeError, or whatever its library raises for damaged files."""


def encodable(text: str) -> str:
    """The text with lone surrogates, which no encoding can write, replaced by U+FFFD; of the same length."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def normalise_line_ends(text: str) -> str:
    """The text with `\\r\\n` and `\\r` as `\\n`; offsets count into what this returns."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
