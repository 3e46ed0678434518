"""Text to tokens: words, numbers and single marks, each with its offsets. It knows letters and digits, no language.

A number token holds a whole run of digits with its separators ("1,234.5", "12.32", ".08", "1'234"); a possessive ending is a
token of its own ("Russia", "’s"). The text is scanned once; everything later works on the tokens by index.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""
    ( [A-Za-z]++(?=[ \n.,;:)])                 # most words, told fastest
  | (?:[A-Za-z]++[^\W\d_]*|[^\W\d_]+)          # other words
        (?:['’](?!s\b)[^\W\d_]+)*              # o'clock
  | \d{1,3}(?:['’]\d{3})+(?![\d'’])          # 1'234'567, Swiss
  | \d+(?:[.,·]\d+)*                          # 12  1,234.5  12,34,567.89  2·4
  | (?<![\w.])\.\d+                           # .08
  | ['’]s\b                                   # possessive
  | [^\w\s]|_                                 # any other mark
    )\s*                                      # so that the next one is looked for where it begins
    """,
    re.VERBOSE,
)
_PAD = 16
_SEGMENT = 1 << 16
HYPHENS = frozenset("-‐‑")


class Tokens:
    """The tokens of a piece of text, as parallel lists padded with empty tokens, so that looking ahead needs no check.

    `words` as they stand, `lows` lower-cased, `starts` and `ends` offsets into `text`; `count` is the number of real tokens.
    """

    __slots__ = ("count", "ends", "lows", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        words: list[str] = _TOKEN.findall(text)
        starts: list[int] = []
        ends: list[int] = []
        end = 0
        for word in words:  # only white space stands between them
            start = text.find(word, end)
            end = start + len(word)
            starts.append(start)
            ends.append(end)
        self.count = len(words)
        self.words = words + [""] * _PAD
        self.lows = [word.lower() for word in self.words]
        self.starts = starts + [len(text) + 1] * _PAD
        self.ends = ends + [len(text) + 1] * _PAD

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return self.starts[index] == self.ends[index - 1] and index > 0

    def printed(self, first: int, after: int) -> str:
        """The text of the tokens from `first` up to `after`, as it stands."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def breaks(self, index: int) -> bool:
        """Whether a blank line stands between this token and the one before it."""
        end, start = self.ends[index - 1], self.starts[index]
        return start - end > 1 and index > 0 and self.text.count("\n", end, start) > 1

    def parted(self, first: int, after: int) -> bool:
        """Whether a blank line stands somewhere between these tokens, so that they are no phrase."""
        return any(self.breaks(at) for at in range(first + 1, after))

    def heads_line(self, index: int) -> bool:
        """Whether this token is the first on its line."""
        return index == 0 or "\n" in self.text[self.ends[index - 1] : self.starts[index]]


def words_of(text: str) -> list[str]:
    """The lower-cased words and marks of a short stretch of text: its tokens, where nobody asks for their offsets."""
    return [word.lower() for word in _TOKEN.findall(text)]


def begins_model(tokens: Tokens, at: int) -> bool:
    """Whether letters begin the name of a model: "M-16 rifles", "T-72 tanks", "Mi-8 helicopters"; not those of "12 C-15 C"."""
    hyphen, number = at + 1, at + 2
    return (
        tokens.words[hyphen] in HYPHENS
        and tokens.words[at][:1].isupper()
        and not tokens.glued(at)
        and tokens.glued(hyphen)
        and tokens.glued(number)
        and is_number(tokens.words[number])
        and tokens.words[number + 1] != tokens.words[at]
    )


def is_number(word: str) -> bool:
    """Whether a token is written in digits."""
    return word[-1:].isdecimal()


def run_end(tokens: Tokens, index: int) -> int:
    """The index behind everything glued together from here: the rest of a code."""
    at = index + 1
    while (
        tokens.glued(at)
        and at < tokens.count
        and (tokens.words[at][:1].isalnum() or (tokens.words[at] in "-/._:" and tokens.glued(at + 1)))
    ):
        at += 1
    return at


def digits_end(tokens: Tokens, index: int) -> int:
    """The index behind digit groups that follow one another: "0800 505 170"."""
    at = index + 1
    while (
        is_number(tokens.words[at])
        or (tokens.words[at] == ")" and is_number(tokens.words[at + 1]))
        or (tokens.words[at] in "-–—‐‑−" and is_number(tokens.words[at + 1]) and tokens.glued(at))
    ):
        at += 1
    return at


def segments(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text into pieces of bounded size, at blank lines where there are any: (offset, piece), in order, without loss."""
    start, size = 0, len(text)
    while size - start > _SEGMENT:
        limit = start + _SEGMENT
        for mark in ("\n\n", "\n", ". ", " "):
            cut = text.rfind(mark, start + _SEGMENT // 2, limit)
            if cut > 0:
                limit = cut + len(mark)
                break
        yield start, text[start:limit]
        start = limit
    if start < size:
        yield start, text[start:]
