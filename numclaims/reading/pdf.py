"""PDF files to Documents, by pypdf: pure Python, so that a damaged file raises and does not crash. It reads text, not pictures of it."""

from __future__ import annotations

import datetime
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from numclaims.model import Document
from numclaims.reading.pages import flowing
from numclaims.reading.source import ConversionError, Original, encodable
from numclaims.reading.text import document_of_text
from numclaims.reading.unreadable import Unreadable

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_GLUED = re.compile(r"[^\W\d_]{20,}")
_GLUED_SHARE = 0.01  # of the text in words so long
_GAP = 170  # thousandths of an em: between the widest kerning and the narrowest word space of justified lines


def read(original: Original) -> Iterator[Document | Unreadable]:
    """The pages as one document; a page that cannot be read is left out with a warning.

    The date is the day on which the file was made; its title counts only where the first page says it too, because programs write
    file names and templates there.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read is reported by us
    try:
        reader = PdfReader(original.raw)
        if reader.is_encrypted and not reader.decrypt(""):
            raise ConversionError("is encrypted; save it without a password")
        texts, broken = _texts(reader, original)
    except PyPdfError as error:
        raise ConversionError(f"is damaged or no PDF: {error}") from None
    text, starts = flowing(texts)
    if not text.strip():
        raise ConversionError(
            "holds no text; a scan needs text recognition (OCR) first" if not broken else "is damaged: no page can be read"
        )
    title, date = _title_and_date(reader)
    shown = title and title.casefold() in " ".join(texts[0].split()).casefold()
    warnings = tuple(f"{original.path}:p{page}: the page is damaged and left out" for page in broken)
    yield document_of_text(original, text, title if shown else "", date, warnings=warnings, pages=starts, extracted=True)


def _texts(reader: PdfReader, original: Original) -> tuple[list[str], list[int]]:
    """The text of each page, "" of those that cannot be read, and the numbers of these, from 1. Raises TooLargeError."""
    texts: list[str] = []
    broken: list[int] = []
    size = 0
    for number, page in enumerate(reader.pages, start=1):
        try:
            text = encodable(_text(page))
        except (ArithmeticError, AttributeError, LookupError, NotImplementedError, RecursionError, TypeError, ValueError):
            text = ""  # what pypdf raises for a damaged page is not its own errors alone
            broken.append(number)
        size += len(text)
        if size > original.limits.size:
            raise original.limits.too_large("holds a text")
        texts.append(text)
    return texts, broken


def _text(page: PageObject) -> str:
    """The text of a page, with the spaces between its words.

    Where a font has no glyph for a space, words are set apart by moving on, and pypdf can take the width of another glyph for that of a
    space: then no gap is wide enough for it. Only a page whose words are glued together so is read again, as it takes longer.
    """
    text = page.extract_text()
    glued = sum(map(len, _GLUED.findall(text)))
    return page.extract_text(visitor_operand_before=_space_out) if glued > _GLUED_SHARE * len(text) else text


def _space_out(operator: bytes, operands: list[Any], *_: object) -> None:
    """Put a space at each gap in the strings that are shown (ISO 32000-1, 9.4.3: TJ, in thousandths of the font size)."""
    from pypdf.generic import TextStringObject

    if operator == b"TJ" and operands and isinstance(operands[0], list):
        spaced: list[Any] = []
        for shown in operands[0]:
            spaced.append(shown)
            if isinstance(shown, int | float) and shown <= -_GAP:
                spaced.append(TextStringObject(" "))
        operands[0][:] = spaced


def _title_and_date(reader: PdfReader) -> tuple[str, datetime.date | None]:
    """What the file says of itself, if anything that can be understood."""
    try:
        said = reader.metadata
        made = said.creation_date if said else None
        title = said.title if said else None
    except Exception:  # dates and strings of any kind; a document is worth more than what is said of it
        return "", None
    return " ".join(encodable(str(title or "")).split()), made.date() if made else None
