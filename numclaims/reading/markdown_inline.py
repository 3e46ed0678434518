"""What stands within the lines of Markdown and is no prose: code, comments, tags, link targets, marks of emphasis. It knows no blocks
but the ends of paragraphs, over which no mark reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.reading.names import is_name
from numclaims.reading.raised import BEFORE, raised

Extent = tuple[int, int]
"""Start and end offsets, end exclusive."""

_BETWEEN_BLOCKS = re.compile(r"\n(?=[ \t]*(?:\n|[-*+>#|]|\d{1,9}[.)][ \t]))")
_BACKTICKS = re.compile(r"(?<![`\\])`+")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*[^\s]+(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]:?")
_TAG = re.compile(
    r"<(?:sub>[^<>\n]{0,20}</sub>"
    r"|/[a-z][a-z0-9-]*+\s*+>"
    r"|[a-z][a-z0-9-]*+(?:\s++[a-z_:][\w.:-]*+(?:=(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s\"'=<>`]++))?+)*+\s*+/?>"
    r"|[a-z][a-z0-9+.-]++:[^\s<>]*+>)",
    re.IGNORECASE,
)
_RAISED = re.compile(r"<sup>(?P<text>[^<>\n]{1,20})</sup>", re.IGNORECASE)
# Between dollars that stand as Pandoc wants them ("tex_math_dollars"), and with what no amount has, is a formula.
_FORMULA = re.compile(r"(?<![\\$\w])(?P<mark>\$\$?)(?![\s$])(?:[^$\\\n]|\\.)*+(?<!\s)(?P=mark)(?![\d$])|^\$\$[^$]*+\$\$", re.MULTILINE)
_OF_FORMULAS = re.compile(r"[\\^_{}=]")
_SPACE_ENTITY = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]+~~")
# A run of stars or low lines that a word touches on one side only; on both sides it is arithmetic or a name.
_EMPHASIS = re.compile(r"(?<![\w*])\*++(?=\S)|(?<=[^\s*])\*++(?!\w)|(?<!\w)_++(?=\S)|(?<=\S)(?<!_)_++(?!\w)")
_BRACKET = re.compile(r"\\.|!?\[|\]")
_TARGET = re.compile(r"\((?:[^()\\\n]|\\.|\((?:[^()\\\n]|\\.)*+\))*+\)|\[[^\[\]\n]*\]")
_VISIBLE = re.compile(r"[^\n]")


def blank_inline(text: str) -> str:
    """The text with all that is no prose as spaces; of the same length, with the same line ends."""
    if "`" in text:
        text = _blanked(text, _code(text))
    if "<!--" in text:
        text = _blanked(text, _comments(text))
    if "sup>" in text.lower():
        text = _RAISED.sub(_raised, text)
    if "$" in text:
        text = _blanked(text, (match.span() for match in _FORMULA.finditer(text) if _OF_FORMULAS.search(match[0])))
    for pattern in (_DEFINITION, _TAG, _FOOTNOTE, _SPACE_ENTITY, _STRUCK):
        text = _blanked(text, (match.span() for match in pattern.finditer(text)))
    if "](" in text or "][" in text:
        text = _blanked(text, sorted(_links(text)))
    for pattern in (_EMPHASIS, _ESCAPE):
        text = _blanked(text, (match.span() for match in pattern.finditer(text)))
    return text


def _raised(found: re.Match[str]) -> str:
    """What is raised as it reads behind what stands before it, and spaces up to its length."""
    start = found.start()
    said = raised(found.string[max(0, start - BEFORE) : start], found["text"])
    return f"{said}{' ' * (len(found[0]) - len(said))}"


def _blanked(text: str, extents: Iterator[Extent] | list[Extent]) -> str:
    pieces = []
    done = 0
    for start, end in extents:
        pieces += [text[done:start], _VISIBLE.sub(" ", text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _code(text: str) -> Iterator[Extent]:
    """Code in a line, from a run of backticks to the next one of the same length in the same paragraph; of a name the backticks alone."""
    start = 0
    for end in [*(match.start() for match in _BETWEEN_BLOCKS.finditer(text)), len(text)]:
        runs = [match.span() for match in _BACKTICKS.finditer(text, start, end)]
        closing: dict[int, int] = {}
        closes = [-1] * len(runs)
        for at in range(len(runs) - 1, -1, -1):
            length = runs[at][1] - runs[at][0]
            closes[at] = closing.get(length, -1)
            closing[length] = at
        at = 0
        while at < len(runs):
            if closes[at] >= 0:
                (opening, first), (last, closed) = runs[at], runs[closes[at]]
                yield from [(opening, first), (last, closed)] if is_name(text[first:last].strip()) else [(opening, closed)]
                at = closes[at]
            at += 1
        start = end


def _comments(text: str) -> Iterator[Extent]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _links(text: str) -> Iterator[Extent]:
    """The brackets around the words of a link or an image, and all that stands behind: a target, or the label of one."""
    opened: list[Extent] = []
    done = 0
    for bracket in _BRACKET.finditer(text):
        if bracket.start() < done or bracket[0].startswith("\\"):
            continue
        if bracket[0] != "]":
            opened.append(bracket.span())
        elif opened:
            opening = opened.pop()
            if target := _TARGET.match(text, bracket.end()):
                yield opening
                yield bracket.start(), target.end()
                done = target.end()
