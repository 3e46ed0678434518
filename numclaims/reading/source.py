"""What every format module reads from: an open file and what is known about it beforehand. It opens nothing itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TextIO

from numclaims.model import Document
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
class Source:
    """An open text with normalised line ends; `path` is the file as the user named it, `date` what undated documents get."""

    path: str
    stream: TextIO
    date: datetime.date | None = None
    listed: Listed = Listed()

    @property
    def stem(self) -> str:
        """The file name without folder and suffix: what ids of records are made of."""
        return self.path.rpartition("/")[2].rpartition(".")[0] or self.path

    def unreadable(self, reason: str, line: int | None = None) -> Unreadable:
        """A report on this file, or on one line of it."""
        return Unreadable(self.path, line, reason)


Reader = Callable[[Source], Iterator[Document | Unreadable]]


def encodable(text: str) -> str:
    """The text with lone surrogates, which no encoding can write, replaced by U+FFFD; of the same length."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def normalise_line_ends(text: str) -> str:
    """The text with `\\r\\n` and `\\r` as `\\n`; offsets count into what this returns."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
