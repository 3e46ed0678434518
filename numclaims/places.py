"""Where an offset stands in the file a reader has open: path, line and column; it knows nothing of what stands there."""

from __future__ import annotations

import re
from bisect import bisect_right

from numclaims.model import Document

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """The places of one document. Lines and columns are counted from 1, columns in characters."""

    __slots__ = ("_document", "_line_starts")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._line_starts = [0, *(end.end() for end in _LINE_END.finditer(document.text))]

    def line(self, offset: int) -> str:
        """The line of the file as text, "title" in a title; in a table of documents within the document's text."""
        return self.within(offset).rpartition(":")[0]

    def place(self, offset: int) -> str:
        """`path:line:column`; in the title `path:title:column`; in a table of documents `path:line [id] line:column`.

        In a file of several pages `path:p3:line:column`, the line counted on the page; in text taken out of markup lines are its own.
        The first line of the last form is the table's, the second counts within the document's text.
        """
        document, within = self._document, self.within(offset)
        if document.record:
            return f"{document.path}:{document.line} [{document.id}] {within}"
        return f"{document.path or document.id}:{within}"

    def within(self, offset: int) -> str:
        """`line:column`, in the title `title:column`, on a page `p3:line:column`; in a table of documents within the document's text."""
        if offset < self._document.body_start:
            return f"title:{offset + 1}"
        line, column = self._line_and_column(offset)
        pages = self._document.pages
        if not pages:
            return f"{line}:{column}"
        page = bisect_right(pages, offset - self._document.body_start)
        first = bisect_right(self._line_starts, pages[page - 1]) if page else 1
        return f"p{max(1, page)}:{line - first + 1}:{column}"

    def region(self, start: int, end: int) -> tuple[int, int, int, int] | None:
        """First line, its column, last line and the column behind the end; None where these are none of the file's.

        So in a title, in a table of documents and in text that was taken out of markup.
        """
        if self._document.record or self._document.extracted or start < self._document.body_start:
            return None
        return *self._line_and_column(start), *self._line_and_column(end)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        in_text = max(0, offset - self._document.body_start)
        index = bisect_right(self._line_starts, in_text) - 1
        first = 1 if self._document.record else self._document.line
        return first + index, in_text - self._line_starts[index] + 1
