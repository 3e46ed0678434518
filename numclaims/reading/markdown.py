"""Markdown to one Document: the text as it stands, with everything blanked out that a reader of the page does not see as prose.

This module knows blocks (front matter, code, HTML that holds no prose); `markdown_inline` knows what stands within a line. What is
blanked becomes spaces, character for character, so that offsets and lines stay those of the file. Blocks are those of CommonMark
0.31 (spec.commonmark.org), as far as they decide what is code.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress

from numclaims.model import Document
from numclaims.reading.markdown_inline import blank_inline
from numclaims.reading.source import Source
from numclaims.reading.text import prose
from numclaims.reading.unreadable import Unreadable

# A rule across the page looks the same as the start of front matter; only the latter goes on with "key:" or a comment.
_YAML = re.compile(r"---[ \t]*\n(?=[ \t]*(?:#|[\"']?\w[^:\n]*:(?:\s|$)))(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+[ \t]*(?:\n|\Z)")
_TOLD = re.compile(r"^(?P<key>title|date)[ \t]*[:=](?P<value>.*)$", re.IGNORECASE | re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?![\d-])")
_VISIBLE = re.compile(r"[^\n]")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_FENCE = re.compile(r"[ \t]*(?:(?P<backticks>`{3,})[^`\n]*|(?P<tildes>~{3,}).*)$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]{0,4}")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_NO_PROSE = re.compile(r" {0,3}<(?:(?P<comment>!--)|(?P<tag>script|style|pre|textarea)(?=[\s>]|$))", re.IGNORECASE)
_CODE_INDENT = 4


def read(source: Source) -> Iterator[Document | Unreadable]:
    """The whole file as one document, with the title and the day that its front matter says."""
    yield prose(source, blank_markup, _told)


def _told(text: str) -> tuple[str, datetime.date | None]:
    """The title and the day in the front matter; "" and None where it has none, or says them in more than a line."""
    matter = _YAML.match(text) or _TOML.match(text)
    said = {found["key"].lower(): found["value"].strip() for found in _TOLD.finditer(matter[0])} if matter else {}
    title = said.get("title", "")
    quoted = title[:1] in ("'", '"') and title[-1:] == title[:1] and len(title) > 1
    day = _DAY.match(said.get("date", "").strip("\"'"))
    with suppress(ValueError):
        return title[1:-1] if quoted else title.strip("|>"), datetime.date.fromisoformat(day[0]) if day else None
    return title, None


def blank_markup(text: str) -> str:
    """The text with what is no prose as spaces; of the same length, with the same line ends.

    That is: front matter (YAML or TOML), code blocks, code in a line, comments, tags, link targets, marks of emphasis, text struck out.
    """
    matter = _YAML.match(text) or _TOML.match(text)
    start = matter.end() if matter else 0
    blocks = _Blocks()
    lines = [blocks.blanked(line) for line in text[start:].split("\n")]
    return _VISIBLE.sub(" ", text[:start]) + blank_inline("\n".join(lines))


class _Blocks:
    """Reads lines one after the other and knows what block they stand in."""

    def __init__(self) -> None:
        self._fence = ""
        self._fence_quoted = False
        self._until = ""  # what ends the HTML that holds no prose
        self._paragraph = False  # whether the line before is prose that an indented line goes on with
        self._items: list[int] = []  # the columns in which the text of the list items around begins

    def blanked(self, line: str) -> str:
        """The line as prose, or as many spaces where it is none."""
        quote = _QUOTED.match(line)
        if self._fence and self._goes_on_in_fence(line, quote.end() if quote else 0):
            return " " * len(line)
        if self._until:
            return self._within_html(line, 0)
        return self._opened(line, quote.end() if quote else 0)

    def _goes_on_in_fence(self, line: str, quoted: int) -> bool:
        """Whether the line is one of the fenced block, its last one included; a quote that ends takes its fence with it."""
        if self._fence_quoted and not quoted:
            self._fence = ""
            return False
        mark = line[quoted if self._fence_quoted else 0 :].strip()
        if len(mark) >= len(self._fence) and not mark.strip(self._fence[0]):
            self._fence = ""
        return True

    def _within_html(self, line: str, start: int) -> str:
        at = line.lower().find(self._until, start)
        if at < 0:
            return " " * len(line)
        end = at + len(self._until)
        self._until = ""
        return " " * end + line[end:]

    def _opened(self, line: str, quoted: int) -> str:
        """A line outside fences and HTML, which may open either, be indented code, or be prose."""
        body = line[quoted:]
        if not body.strip():
            self._paragraph = False
            return line
        item, fence, html = _ITEM.match(body), _FENCE.match(body), _NO_PROSE.match(body)
        indent = len(body[: len(body) - len(body.lstrip())].expandtabs(4))
        around = [column for column in self._items if column <= indent]
        if item or fence or not self._paragraph:
            self._items = around
        if not self._paragraph and indent - (around[-1] if around else 0) >= _CODE_INDENT:
            return line[:quoted] + " " * len(body)
        self._paragraph = not (fence or html or _HEADING.match(body))
        if fence:
            self._fence, self._fence_quoted = fence["backticks"] or fence["tildes"], quoted > 0
            return " " * len(line)
        if html:
            self._until = "-->" if html["comment"] else f"</{html['tag'].lower()}>"
            return self._within_html(line, quoted + html.end())
        if item:
            self._items.append(len(item[0].expandtabs(4)))
            self._paragraph = item.end() < len(body)
        return line
