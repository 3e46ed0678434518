"""Comments of Markdown that silence rules, such as `<!-- numclaims: ignore SUM001 as the source has it -->`. It knows no rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from numclaims.model import Suppression

SIDECAR = ".numclaims.toml"
"""What follows the name of a document in that of the file of its suppressions."""

_DIRECTIVE = re.compile(r"<!--[ \t]*+numclaims:[ \t]*+ignore\b(?P<said>(?:(?!<!--)[^\n])*?)-->")
_SAID = re.compile(r"\s*+(?P<rules>[\w-]++(?:\s*,\s*[\w-]++)*)?+\s*+(?P<reason>.*)")
_PLACEHOLDER = "¶"
"""What stands for a comment to see whether it stands among prose; no mark of Markdown, and no name, which stays in code too."""


def suppressions(text: str, blank: Callable[[str], str]) -> Iterator[Suppression]:
    """The suppressions in the text of a file, in text order; offsets count into that text.

    `blank` overwrites what is no prose with spaces: a comment that stands in code, in another comment or in front matter silences
    nothing. A comment alone on its line silences the next line that is not blank, any other its own line.
    """
    found = list(_DIRECTIVE.finditer(text))
    if not found:
        return
    prose = blank(_replaced(text, found, _PLACEHOLDER))
    real = [match for match in found if not prose[match.start() : match.end()].isspace()]
    waiting: list[tuple[re.Match[str], int]] = []  # those alone on their lines, until a line of text comes
    comments = iter([*real, None])
    comment = next(comments)
    start = 0
    for number, line in enumerate(_replaced(text, real, " ").split("\n"), start=1):
        end = start + len(line)
        while comment and comment.start() < end:
            waiting.append((comment, number))
            comment = next(comments)
        if line and not line.isspace():
            yield from (_suppression(match, start, end, at) for match, at in waiting)
            waiting.clear()
        start = end + 1
    yield from (_suppression(match, len(text), len(text), at) for match, at in waiting)


def _suppression(match: re.Match[str], start: int, end: int, line: int) -> Suppression:
    said = _SAID.fullmatch(match["said"])
    assert said  # it takes every text of one line
    rules = tuple(word.strip() for word in (said["rules"] or "").split(",") if word.strip())
    return Suppression(rules, said["reason"].strip(), start, end, line)


def _replaced(text: str, found: list[re.Match[str]], character: str) -> str:
    pieces, done = [], 0
    for match in found:
        pieces += [text[done : match.start()], character * len(match[0])]
        done = match.end()
    return "".join([*pieces, text[done:]])
