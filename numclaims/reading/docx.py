"""Word files (.docx) to Documents: paragraphs, tables and notes, title and date. It reads the XML itself, piece by piece.

A .docx is a ZIP of XML (ECMA-376), which standard modules read within fixed memory, whatever is packed; nothing that an author of
bombs could use (entities, external parts, macros) is ever opened. Text struck out in tracked changes is left out, text put in is read.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from numclaims.model import Document
from numclaims.reading.raised import BEFORE, raised
from numclaims.reading.source import ConversionError, Original, encodable
from numclaims.reading.text import document_of_text
from numclaims.reading.unreadable import Unreadable
from numclaims.reading.zipped import local, opened, parse

_BODY, _NOTES, _CORE = "word/document.xml", ("word/footnotes.xml", "word/endnotes.xml"), "docProps/core.xml"
_PARTS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = frozenset(["Fallback", "del", "moveFrom"])
"""What says a second time, for old programs, what stands beside it; what was struck out, and whence it was moved."""
_MOST_DEEP = 500
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CONTENTS = re.compile(r"TOC\d|Contents\d|TableofFigures")
"""Styles of the lines of a table of contents, whose numbers are of pages."""


def read(original: Original) -> Iterator[Document | Unreadable]:
    """The body as one document, each paragraph and each row of a table a line, the notes below it."""
    with opened(original, "Word document") as archive:
        body = _Paragraphs(original)
        body.parse(archive, _BODY)
        for name in _NOTES:
            if name in archive.namelist():
                body.parse(archive, name)
        title, date = _said(archive, original)
    text = encodable(body.text)
    if not text.strip():
        raise ConversionError("holds no text")
    shown = body.title or (title if title.casefold() in " ".join(text.split()).casefold() else "")
    yield document_of_text(original, text, encodable(shown), date, extracted=True)


@dataclass(slots=True)
class _Paragraphs:
    """Takes the paragraphs out of one part after the other. `text` is what they say, `title` what is set as one."""

    original: Original
    title: str = ""
    _blocks: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)  # names of the elements around
    _pieces: list[str] = field(default_factory=list)  # of the paragraph so far
    _cells: list[list[str]] = field(default_factory=list)  # of the rows that are open, tables may stand in tables
    _skipped: int = 0
    _raised: bool = False  # whether the run stands above the line
    _style: str = ""
    _size: int = 0

    @property
    def text(self) -> str:
        return "\n\n".join(self._blocks)

    def parse(self, archive: zipfile.ZipFile, name: str) -> None:
        parse(archive, name, self.original, self._start, self._end, self._data)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        self._open.append(name)
        if len(self._open) > _MOST_DEEP:
            raise ConversionError(f"nests elements more than {_MOST_DEEP} deep")
        self._skipped += name in _SKIPPED
        if name == "p":
            self._style = ""
        elif name == "pStyle":
            self._style = next((value for key, value in attributes.items() if local(key) == "val"), "")
        elif name == "r":
            self._raised = False
        elif name == "vertAlign":
            self._raised = "superscript" in attributes.values()
        elif name == "tr":
            self._cells.append([])
        elif name == "tc" and self._cells:
            self._cells[-1].append("")
        elif name in _PARTS and not self._skipped:
            self._pieces.append(_PARTS[name])

    def _end(self, tag: str) -> None:
        name = local(tag)
        self._open.pop()
        self._skipped -= name in _SKIPPED
        if name == "p":
            self._paragraph()
        elif name == "tr" and self._cells:
            row = " | ".join(cell for cell in self._cells.pop() if cell)
            self._add(row)

    def _data(self, text: str) -> None:
        if self._open and self._open[-1] == "t" and not self._skipped:
            self._size += len(text)
            if self._size > self.original.limits.size:
                raise self.original.limits.too_large("holds a text")
            self._pieces.append(raised("".join(self._pieces[-2:])[-BEFORE:], text) if self._raised else text)

    def _paragraph(self) -> None:
        text = "\n".join(" ".join(line.split()) for line in "".join(self._pieces).split("\n")).strip()
        self._pieces.clear()
        if self._style == "Title" and not self.title:
            self.title = " ".join(text.split())
        if not _CONTENTS.fullmatch(self._style):
            self._add(text)

    def _add(self, text: str) -> None:
        """A block of text, to the cell in which it stands or to the document."""
        if not text:
            return
        if self._cells and self._cells[-1]:
            cell = self._cells[-1]
            cell[-1] = f"{cell[-1]} {text}".strip()
        else:
            self._blocks.append(text)


def _said(archive: zipfile.ZipFile, original: Original) -> tuple[str, datetime.date | None]:
    """The title and the day of the last change that the file says it has."""
    said: dict[str, str] = {}
    name = ""

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal name
        name = local(tag)

    def data(text: str) -> None:
        said[name] = said.get(name, "") + text

    if _CORE in archive.namelist():
        with suppress(ConversionError):  # a document is worth more than what is said of it
            parse(archive, _CORE, original, start, lambda _: None, data)
    date = None
    with suppress(ValueError):
        found = _DAY.match(said.get("modified", "").strip())
        date = datetime.date.fromisoformat(found[0]) if found else None
    return " ".join(said.get("title", "").split()), date
