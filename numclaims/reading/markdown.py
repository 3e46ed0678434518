"""Markdown to one Document: the text as it stands, with front matter and fenced code blanked out. It knows no other markup.

What is blanked becomes spaces, character for character, so that offsets and lines stay those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Document
from numclaims.reading.source import Source
from numclaims.reading.text import prose
from numclaims.reading.unreadable import Unreadable

# A rule across the page looks the same as the start of front matter; only the latter goes on with "key:" or a comment.
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?=[ \t]*(?:#|[\"']?\w[^:\n]*:(?:\s|$)))(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"[ \t]*(?:(?P<backticks>`{3,})[^`\n]*|(?P<tildes>~{3,}).*)$")
_VISIBLE = re.compile(r"[^\n]")


def read(source: Source) -> Iterator[Document | Unreadable]:
    """The whole file as one document."""
    yield prose(source, blank_code)


def blank_code(text: str) -> str:
    """The text with YAML front matter and fenced code blocks as spaces; of the same length, with the same line ends.

    A fence that is never closed runs to the end of the text, as CommonMark has it.
    """
    pieces: list[str] = []
    start = 0
    if matter := _FRONT_MATTER.match(text):
        start = matter.end()
        pieces.append(_VISIBLE.sub(" ", matter[0]))
    fence = ""
    for line in text[start:].split("\n"):
        inside = bool(fence)
        if not inside:
            opening = _FENCE.match(line)
            fence = (opening["backticks"] or opening["tildes"]) if opening else ""
        elif _closes(line, fence):
            fence = ""
        pieces.append(" " * len(line) if inside or fence else line)
        pieces.append("\n")
    return "".join(pieces[:-1])


def _closes(line: str, fence: str) -> bool:
    """Whether a line ends the block that `fence` began: the same mark, at least as often, and nothing else."""
    mark = line.strip()
    return len(mark) >= len(fence) and not mark.strip(fence[0])
