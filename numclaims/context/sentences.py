"""Where sentences begin and end, on the grammar's tokens. It knows abbreviations and initials, headings and list items by their form."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter

from numclaims.grammar.tokens import Tokens, segments

_LONGEST = 400
"""A stretch of more tokens without an end is cut, so that no later step can take more than linear time."""

_ENDS = frozenset(".!?…")
_MARKS = frozenset(".!?…\"'”’)]»:")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«-–—•*#")
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sr jr st gen col lt sgt capt cpl maj adm gov sen rep pres hon rev no nos vs etc approx fig figs eq eqs ref refs vol
    pp ed eds al inc ltd co corp dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ca cf
    e.g i.e u.s u.k cllr messrs mt ft ret maj brig cmdr supt""".split()
)
_LIFE_DATES = frozenset(("b", "d", "fl", "r", "c"))
"""Short for born, died and the like, behind a bracket or a comma and before a figure: "Ida Holm (b. 1950)"."""
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\n)[^\n]*)*")
"""Text up to a blank line, which no sentence goes past."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences as token ranges: sentence i holds tokens `firsts[i]` up to `firsts[i + 1]` (or the end)."""

    firsts: tuple[int, ...]
    count: int

    def at(self, token: int) -> tuple[int, int]:
        """The sentence that holds a token: its first token and the index behind its last."""
        return self.bounds(self.index(token))

    def index(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self.firsts, token) - 1

    def bounds(self, index: int) -> tuple[int, int]:
        """The first token of a sentence and the index behind its last."""
        return self.firsts[index], self.firsts[index + 1] if index + 1 < len(self.firsts) else self.count


class SentenceFinder:
    """The sentences of a whole text by offset, for who asks for few of them: a paragraph is split when it is first asked about."""

    __slots__ = ("_firsts", "_paragraphs", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = [
            (offset + match.start(), offset + match.end()) for offset, piece in segments(text) for match in _PARAGRAPH.finditer(piece)
        ]
        self._firsts: dict[int, list[int]] = {}

    def around(self, offset: int) -> tuple[int, int]:
        """The sentence that holds an offset: where it begins and where the next one does, or the text ends."""
        paragraph = bisect_right(self._paragraphs, offset, key=itemgetter(0)) - 1
        firsts = self._of(paragraph) if paragraph >= 0 else [0]
        following = self._paragraphs[paragraph + 1][0] if paragraph + 1 < len(self._paragraphs) else len(self._text)
        at = bisect_right(firsts, offset)
        return firsts[at - 1], firsts[at] if at < len(firsts) else following

    def _of(self, paragraph: int) -> list[int]:
        """Where the sentences of a paragraph begin."""
        if paragraph not in self._firsts:
            start, end = self._paragraphs[paragraph]
            tokens = Tokens(self._text[start:end])
            self._firsts[paragraph] = [start + tokens.starts[first] for first in split_sentences(tokens).firsts]
        return self._firsts[paragraph]


def split_sentences(tokens: Tokens) -> Sentences:
    """The sentences of a text."""
    firsts = [0]
    words, starts, ends, text = tokens.words, tokens.starts, tokens.ends, tokens.text
    longest = _LONGEST
    for at in range(1, tokens.count):
        end = ends[at - 1]
        width = starts[at] - end
        if (width == 0 and at < longest + _LONGEST) or (width == 1 and words[at - 1] not in _MARKS and at < longest and text[end] != "\n"):
            continue
        gap = text[end : starts[at]]
        blank = "\n" in gap and (gap.count("\n") > 1 or _line_break(tokens, at))
        if at >= longest or blank or (_ended(tokens, at) and _begins(words, at)):
            firsts.append(at)
            longest = at + _LONGEST
    return Sentences(tuple(firsts), tokens.count)


def _line_break(tokens: Tokens, at: int) -> bool:
    """A new line ends a sentence behind a full stop or before a list item."""
    return tokens.words[at - 1] in _ENDS or tokens.words[at - 1] in _CLOSERS or tokens.words[at - 1] == ":" or tokens.words[at] in "-–•*#|"


def _ended(tokens: Tokens, at: int) -> bool:
    """Whether a full stop, with closing quotes or brackets behind it, stands right before this token."""
    words, last = tokens.words, at - 1
    while last > 0 and words[last] in _CLOSERS:
        last -= 1
    if words[last] not in _ENDS:
        return False
    if words[last] != ".":
        return True
    before = tokens.lows[last - 1] if last else ""
    if before in _ABBREVIATIONS and tokens.glued(last):
        return before in ("etc", "inc", "ltd", "co", "corp", "jr", "sr") and _begins(words, at) and len(words[at]) > 2
    if before in _LIFE_DATES and words[at][0].isdigit() and last > 1 and words[last - 2] in ("(", ",", ";", "–"):
        return False
    if (
        len(before) == 1
        and words[last - 1].islower()
        and last > 2
        and words[last - 2] == "."
        and tokens.glued(last)
        and tokens.glued(last - 1)
    ):
        return words[at][0].isupper() and before == "m"
    initial = len(before) == 1 and before.isalpha() and words[last - 1].isupper() and tokens.glued(last)
    if initial and (last < 2 or tokens.words[last - 2] != "." or not tokens.glued(last - 1)):
        return not _name_follows(tokens, at)
    if initial:
        return tokens.lows[at] in _STARTERS
    return True


def _name_follows(tokens: Tokens, at: int) -> bool:
    """ "J. Smith": an initial before a capitalised word, unless that word usually begins sentences."""
    return tokens.words[at][:1].isupper() and tokens.lows[at] not in _STARTERS


_STARTERS = frozenset(
    """the a an it its he she they we in on at by but and this these those that there his her their our for as if when while after
    some""".split()
)


def _begins(words: list[str], at: int) -> bool:
    """Whether a sentence can begin here: a capital, a digit, an opening mark."""
    return words[at][0].isupper() or words[at][0].isdigit() or words[at] in _OPENERS or words[at][0] in "$€£" or not words[at][0].isascii()
