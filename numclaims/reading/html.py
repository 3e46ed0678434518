"""Web pages to Documents: the text of the article, its title and its date, by trafilatura; menus, advertisements and scripts are left out.

Offsets count into the extracted text, in which every paragraph, heading and row of a table is a line, with a blank line
between them.
"""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from numclaims.model import Document
from numclaims.reading.encoding import is_encoding, open_text
from numclaims.reading.names import is_name
from numclaims.reading.raised import BEFORE, raised
from numclaims.reading.source import ConversionError, Original, encodable, normalise_line_ends
from numclaims.reading.text import document_of_text
from numclaims.reading.unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED_WITHIN = 4096
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset=["']?([\w.:-]{1,40})""", re.IGNORECASE)
_HTML = re.compile("<html", re.IGNORECASE)
_RULED = re.compile(r"\|(?:-{3}\|)+")
_MOST_DEEP = 500
"""Pages that are read by people stay below 100; beyond, what works on trees takes for ever or overflows."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says; "" and None where it does not."""

    text: str
    title: str = ""
    date: datetime.date | None = None


def read(original: Original) -> Iterator[Document | Unreadable]:
    """The article of a page as one document."""
    content = original.whole()
    with open_text(BytesIO(content), original.encoding or declared_encoding(content)) as stream:
        page = page_of(stream.read())
        warning = stream.decoded.warning(original.path)
    if not page.text.strip():
        raise ConversionError("holds no text that a reader would see")
    yield document_of_text(original, page.text, page.title, page.date, warnings=(warning,) if warning else (), extracted=True)


def declared_encoding(content: bytes) -> str:
    """The encoding that a page says it has, "" where it says none or one that there is not (HTML 4.2.5.4: within 1024 bytes)."""
    found = _DECLARED.search(content[:_DECLARED_WITHIN])
    name = found[1].decode("ascii", "replace") if found else ""
    return name if is_encoding(name) else ""


def page_of(markup: str, without: str = "") -> Page:
    """The article of a page; a page that is no article gives all its text. What the XPath `without` finds is left out.

    Raises ConversionError for what nobody wrote for readers.
    """
    import trafilatura
    from trafilatura.settings import Document as Extracted

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is reported by us
    tree = trafilatura.load_html(markup if _HTML.search(markup) else f"<html><body>{markup}</body></html>")
    if tree is None:
        return Page("")
    if _depth(tree) > _MOST_DEEP:
        raise ConversionError(f"nests elements more than {_MOST_DEEP} deep")
    for element in tree.xpath(without) if without else ():
        if element.getparent() is not None:
            element.drop_tree()
    _leave_out_code(tree)
    _read_raised(tree)
    # of text that stands in the body itself, with no element around the article, lists and headings would be lost
    found = trafilatura.bare_extraction(
        deepcopy(tree),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_recall=tree.find("./body/p") is not None,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text, title, day = (found.text, found.title, found.date) if isinstance(found, Extracted) else ("", "", "")
    date = None
    with suppress(ValueError):  # a page that says no day, or a month
        date = datetime.date.fromisoformat(day or "")
    lines = (line.rstrip() for line in normalise_line_ends(encodable(text or trafilatura.html2txt(tree))).split("\n"))
    return Page(
        "\n\n".join(line for line in lines if line and not _RULED.fullmatch(line)), encodable(" ".join((title or "").split())), date
    )


def _read_raised(tree: HtmlElement) -> None:
    """Put what raised text reads as in its place."""
    for element in list(tree.iter("sup")):
        before = element.getprevious()
        around = element.getparent()
        if around is None:
            continue
        said = (around.text if before is None else before.tail or before.text_content()) or ""
        element.tail = raised(said[-BEFORE:], element.text_content()) + (element.tail or "")
        element.drop_tree()
    for element in list(tree.iter("sub")):  # as in CO2; within a word no paragraph ends
        if element.getparent() is not None:
            element.drop_tag()


def _leave_out_code(tree: HtmlElement) -> None:
    """Take out code, in lines and in blocks; names within a line stay, as sentences and lists are made of them, and so does what is set as
    it was typed and no code, as an old letter.
    """
    for element in list(tree.iter("code", "samp", "kbd")):
        around = element.getparent()
        if around is not None and around.tag != "pre" and is_name(element.text_content().strip()):
            element.drop_tag()
        elif around is not None:
            element.tail = f" {element.tail or ''}" if around.tag != "pre" else element.tail
            element.drop_tree()


def _depth(tree: HtmlElement) -> int:
    """How deep elements nest at most."""
    from lxml.etree import iterwalk

    deepest = depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
