"""Electronic books: their chapters in reading order, title and date; what is no book, or an attack, is reported."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from numclaims.model import Document
from numclaims.reading import Unreadable, read_documents
from numclaims.reading.limits import Limits

pytest.importorskip("trafilatura")

CONTAINER = '<container xmlns="c"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>Goats
 of the isle</dc:title><dc:title>A survey</dc:title><dc:date>2023-05-04T00:00:00Z</dc:date></metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="text/chapter%202.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="notes.xhtml" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.jpg" media-type="image/jpeg"/>
</manifest>
<spine><itemref idref="cover"/><itemref idref="nav"/>
<itemref idref="one"/><itemref idref="two"/><itemref idref="notes" linear="no"/></spine>
</package>"""
PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OPS/book.opf": PACKAGE,
    "OPS/nav.xhtml": "<html><body><nav><a href='text/one.xhtml'>Chapter 1</a></nav></body></html>",
    "OPS/text/one.xhtml": "<?xml version='1.0'?><!DOCTYPE html><html><body><p>Foxes took 12 of the 9 goats.</p></body></html>",
    "OPS/text/chapter 2.xhtml": "<html><body><p>Some 300 sheep are left, and 40 hens.</p></body></html>",
    "OPS/notes.xhtml": "<html><body><p>Nobody counts 77 notes.</p></body></html>",
}


def _book(**changed: str | None) -> bytes:
    """The book with other parts, by their file names without suffix; None leaves one out."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            stem = Path(name).stem
            if changed.get(stem, content) is not None:
                archive.writestr(name, changed.get(stem) or content)
    return file.getvalue()


def _read(folder: Path, content: bytes, limits: Limits | None = None) -> Document | Unreadable:
    (folder / "goats.epub").write_bytes(content)
    [read] = read_documents([folder / "goats.epub"], limits=limits or Limits())
    return read


def test_the_chapters_stand_in_reading_order_with_title_and_date(tmp_path: Path) -> None:
    read = _read(tmp_path, _book())
    assert isinstance(read, Document)
    assert read.text.split("\n\n") == ["Foxes took 12 of the 9 goats.", "Some 300 sheep are left, and 40 hens."]
    assert (read.title, read.date, read.extracted) == ("Goats of the isle", datetime.date(2023, 5, 4), True)


@pytest.mark.parametrize("day", ["2023", "", "last May"])
def test_a_book_that_says_no_day_has_no_date(tmp_path: Path, day: str) -> None:
    read = _read(tmp_path, _book(book=PACKAGE.replace("2023-05-04T00:00:00Z", day)))
    assert isinstance(read, Document)
    assert read.date is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Nine goats.", "is damaged or no electronic book"),
        (_book()[:400], "is damaged or no electronic book"),
        (_book(container=None), "is damaged or no electronic book"),
        (_book(container="<container/>"), "its container names no package"),
        (_book(book=None), "is damaged or no electronic book"),
        (_book(book="<package>"), "is damaged: OPS/book.opf"),
        (_book(one=None), "is damaged or no electronic book"),
        (_book(book=PACKAGE.replace('"one"', '"x"').replace('"two"', '"y"').replace("<itemref", "<other")), "holds no text"),
        (_book(book='<!DOCTYPE p [<!ENTITY a "aaaa">]>' + PACKAGE), "declares a document type"),
        (_book(book=PACKAGE.replace("text/one.xhtml", "../../../../etc/passwd")), "is damaged or no electronic book"),
    ],
)
def test_what_is_no_book_is_reported(tmp_path: Path, content: bytes, said: str) -> None:
    read = _read(tmp_path, content)
    assert isinstance(read, Unreadable)
    assert said in read.reason


@pytest.mark.parametrize("part", ["one", "book"])
def test_a_bomb_is_not_unpacked(tmp_path: Path, part: str) -> None:
    read = _read(tmp_path, _book(**{part: PARTS["OPS/text/one.xhtml"] + " " * 3_000_000}), Limits(size=1_000_000))
    assert isinstance(read, Unreadable)
    assert "unpacks to a text larger than 1 MB" in read.reason


def test_chapters_that_are_too_large_together_are_not_read(tmp_path: Path) -> None:
    chapters = dict.fromkeys(("one", "chapter 2"), f"<html><body><p>Foxes took 4 goats.{' ' * 700000}</p></body></html>")
    read = _read(tmp_path, _book(**chapters), Limits(size=1_000_000))
    assert isinstance(read, Unreadable)
    assert "unpacks to a text larger than 1 MB" in read.reason
