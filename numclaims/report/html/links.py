"""The way back from a place in an extracted text to the file it was taken out of: a page of a PDF, words in a web page.

Browsers go to the page that `#page=` names (RFC 8118) and to the words that a text directive quotes (WICG, URL Fragment Text Directives).
"""

from __future__ import annotations

import re
from urllib.parse import quote

from numclaims.model import Document
from numclaims.places import Places

_AROUND = 40  # characters before and behind that tell a place from others with its words
_BREAK = re.compile(r"[\n|]")
_PAGE = re.compile(r"p(\d+):")


def way_back(document: Document, start: int, end: int) -> str:
    """A link to the place from `start` to `end` of the full text, "" where the file is none that browsers show.

    It is relative to the folder from which the file was named, and leads nowhere else whatever the file is called.
    """
    if not document.extracted or document.record:
        return ""
    file = quote(document.path.encode("utf-8", "replace"), safe="/")
    file = f"./{file}" if file.startswith("//") or not file.startswith((".", "/")) else file
    suffix = document.path.lower().rpartition(".")[2]
    if suffix == "pdf":
        page = _PAGE.match(Places(document).within(start))
        return f"{file}#page={page[1]}" if page else file
    if suffix in ("html", "htm", "xhtml"):
        return f"{file}#:~:text={quote(_words(document.full_text, start, end), safe='').replace('-', '%2D')}"
    return ""


def _words(text: str, start: int, end: int) -> str:
    """The whole words around a place, of its paragraph or its cell of a table."""
    before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    first = max((found.end() for found in _BREAK.finditer(before)), default=-1)
    last = _BREAK.search(behind)
    if first < 0:
        first = before.find(" ") + 1 if start > _AROUND else 0
    stop = last.start() if last else behind.rfind(" ") if end + _AROUND < len(text) else len(behind)
    return f"{before[first:]}{text[start:end]}{behind[: max(stop, 0)]}".strip()
