"""Electronic books (.epub) to Documents: the chapters in the order in which they are read, title and date.

An .epub is a ZIP of web pages with a package file that lists them (W3C, EPUB 3.3); each chapter is read as other web pages are.
"""

from __future__ import annotations

import datetime
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote

from numclaims.model import Document
from numclaims.reading.encoding import open_text
from numclaims.reading.html import declared_encoding, page_of
from numclaims.reading.source import ConversionError, Original
from numclaims.reading.text import document_of_text
from numclaims.reading.unreadable import Unreadable
from numclaims.reading.zipped import local, opened, parse

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))


def read(original: Original) -> Iterator[Document | Unreadable]:
    """The chapters as one document, each paragraph and each row of a table a line. What is no part of the reading order is left out."""
    with opened(original, "electronic book") as archive:
        book = _package(archive, original)
        chapters = [page_of(markup).text for markup in _pages(archive, original, book.chapters())]
    text = "\n\n".join(filter(str.strip, chapters))
    if not text:
        raise ConversionError("holds no text")
    yield document_of_text(original, text, " ".join(book.title.split()), book.date, extracted=True)


@dataclass(slots=True)
class _Package:
    """What the package file `path` says: title, date, the pages by their ids, and the ids in reading order."""

    path: str
    said: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    _name: str = ""

    @property
    def title(self) -> str:
        return self.said.get("title", "")

    @property
    def date(self) -> datetime.date | None:
        with suppress(ValueError):  # a book that says no day, or a year alone
            return datetime.date.fromisoformat(self.said.get("date", "").strip()[:10])
        return None

    def chapters(self) -> list[str]:
        """The names of the pages in the archive, in reading order."""
        folder = posixpath.dirname(self.path)
        return [posixpath.normpath(posixpath.join(folder, self.pages[page])) for page in self.order if page in self.pages]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        self._name = name if name in ("title", "date") and name not in self.said else ""  # the first of several
        if name == "item" and attributes.get("media-type", "") in _PAGES and "nav" not in attributes.get("properties", "").split():
            self.pages[attributes.get("id", "")] = unquote(attributes.get("href", ""))
        elif name == "itemref" and attributes.get("linear") != "no":
            self.order.append(attributes.get("idref", ""))

    def end(self, _: str) -> None:
        self._name = ""

    def data(self, text: str) -> None:
        if self._name:
            self.said[self._name] = self.said.get(self._name, "") + text


def _package(archive: zipfile.ZipFile, original: Original) -> _Package:
    found: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "rootfile" and attributes.get("full-path"):
            found.append(attributes["full-path"])

    parse(archive, _CONTAINER, original, start, lambda _: None, lambda _: None)
    if not found:
        raise ConversionError("is no electronic book: its container names no package")
    package = _Package(found[0])
    parse(archive, package.path, original, package.start, package.end, package.data)
    return package


def _pages(archive: zipfile.ZipFile, original: Original, names: list[str]) -> Iterator[str]:
    """The markup of the chapters. Raises TooLargeError where they come to more than a document may."""
    left = original.limits.size
    for name in dict.fromkeys(names):
        left -= archive.getinfo(name).file_size
        if left < 0:
            raise original.limits.too_large("unpacks to a text")
        content = archive.read(name)
        with open_text(BytesIO(content), original.encoding or declared_encoding(content)) as stream:
            yield stream.read()
