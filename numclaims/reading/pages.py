"""Lines of printed pages to flowing text: what is printed on every page is dropped, words cut at line ends are joined.

It knows how pages are set and no file format. Lines stay lines, so that a place on the page can be found; a blank line stands where
a paragraph ends, as far as the lengths of the lines tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_EDGE = 4  # lines at the top and the foot of a page in which headers and footers stand: programs may set both before the text
_NUMBER_EDGE = 2  # and those in which a page number stands alone
_REPEATED = 3  # on so many pages a line at the edge is no accident
_REPEATED_SHARE = 0.3  # left and right pages have headers of their own, parts of a report as well
_SHORT = 0.7  # of the usual line: what ends a paragraph
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u00a0": " "})
_DIGITS = re.compile(r"\d+|^[ivxlc]+(?= )|(?<= )[ivxlc]+$")  # and the Roman numbers of the first pages
_OF_PAGES = re.compile(r"#\s?(?:/|of)\s?#")
_LEADER = re.compile(r"(?:\s?\.){4,}\s*(\d{1,4}|[ivxlc]+)$")
_CONTENTS = 8  # so many lines of a page that lead to pages, in the order of these, are a table of contents
_UNNUMBERED = 30  # pages that a book may have beyond those of the file
_PAGE_NUMBER = re.compile(r"(?:\W{0,3}(?:page|p\.|seite|página)?\W{0,3})(\d{1,4})(?:\s?(?:of|/|von|de)\s?\d{1,4})?\W{0,3}", re.IGNORECASE)
_CUT = re.compile(r"(?<=\w)[-\u00ad\u2010]$")
_LAST_WORD = re.compile(r"[^\W\d_]+[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_SENTENCE_ENDS = tuple(".!?:;”\"')]")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, lower case, by which a cut word is told from one with a hyphen of its own."""

    known: frozenset[str]

    def joined(self, before: str, after: str) -> bool:
        """Whether the two parts of a cut word are one without the hyphen."""
        whole, hyphened = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
        return whole in self.known or hyphened not in self.known


def flowing(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The text of all pages and the offsets in it at which each page begins. A word cut at the foot of a page is on that page."""
    lines = [_without_contents(page, len(pages)) for page in _without_furniture([_lines(page) for page in pages])]
    words = _Words(frozenset(word.casefold() for page in lines for line in page for word in _WORD.findall(line)))
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for page in lines:
        starts.append(length)
        for piece in _paragraphs(page):
            if pieces and (cut := _cut(pieces[-1], piece, words)) is not None:
                length += len(cut) - len(pieces[-1])
                pieces[-1] = cut
                if starts[-1] > length:
                    starts[-1] = length
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), tuple(starts)


def _lines(page: str) -> list[str]:
    """The lines of a page that hold anything, with their spaces and ligatures as they are typed."""
    lines = (" ".join(line.translate(_LIGATURES).split()) for line in page.splitlines())
    return [line for line in lines if line]


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """The pages without the headers, footers and page numbers at their edges."""
    furniture = Counter(key for page in pages for key in {_key(line) for line in _edges(page, _EDGE)})
    enough = max(_REPEATED, len(pages) * _REPEATED_SHARE)
    repeated = {key for key, count in furniture.items() if count >= enough}
    numbered = _numbered(pages)
    kept: list[list[str]] = []
    for index, page in enumerate(pages):
        drop = {at for at in _edge_indexes(len(page), _EDGE) if _key(page[at]) in repeated}
        for at in _edge_indexes(len(page), _NUMBER_EDGE):
            if (number := _page_number(page[at])) is not None and number - index in numbered:
                drop.add(at)
        kept.append([line for at, line in enumerate(page) if at not in drop])
    return kept


def _without_contents(page: list[str], pages: int) -> list[str]:
    """The page without the lines of a table of contents, whose numbers claim nothing."""
    leading = [(line, found[1]) for line in page if (found := _LEADER.search(line))]
    numbers = [int(number) for _, number in leading if number.isdigit()]
    if len(leading) < _CONTENTS or numbers != sorted(numbers) or (numbers and numbers[-1] > pages + _UNNUMBERED):
        return page
    dropped = {line for line, _ in leading}
    return [line for line in page if line not in dropped]


def _key(line: str) -> str:
    """A line without what differs from page to page."""
    return _OF_PAGES.sub("#", _DIGITS.sub("#", line)).casefold()


def _edges(page: list[str], edge: int) -> Iterator[str]:
    return (page[at] for at in _edge_indexes(len(page), edge))


def _edge_indexes(count: int, edge: int) -> Iterable[int]:
    """The first and the last so many of the lines of a page."""
    return sorted({*range(min(edge, count)), *range(max(0, count - edge), count)})


def _numbered(pages: list[list[str]]) -> set[int]:
    """By how much printed page numbers run ahead of the count of pages: what two pages agree on, and 1."""
    ahead: Counter[int] = Counter()
    for index, page in enumerate(pages):
        ahead.update({number - index for line in _edges(page, _NUMBER_EDGE) if (number := _page_number(line)) is not None})
    return {1, *(offset for offset, count in ahead.items() if count > 1)}


def _page_number(line: str) -> int | None:
    found = _PAGE_NUMBER.fullmatch(line)
    return int(found[1]) if found else None


def _paragraphs(page: list[str]) -> Iterator[str]:
    """The lines with their ends, a blank line behind those that end a paragraph or are a heading."""
    usual = sorted(map(len, page))[len(page) * 3 // 4] if page else 0
    for line, following in zip(page, [*page[1:], ""], strict=False):
        short = len(line) < usual * _SHORT and not line.endswith((",", "-", "\u2010", "\u00ad"))
        new = following[:1].isupper() or not following[:1].isalnum()
        closed = line.endswith(_SENTENCE_ENDS)
        yield f"{line}\n\n" if following and short and new and (closed or not _goes_on(line)) else f"{line}\n"


def _goes_on(line: str) -> bool:
    """Whether a line that ends no sentence is still one of prose: it has more than a heading's words and begins one in lower case."""
    return line[:1].islower()


def _cut(line: str, following: str, words: _Words) -> str | None:
    """The line up to its hyphen or without it, for the next to go on in the same word; None where it cuts no word."""
    text = line.rstrip("\n")
    if not _CUT.search(text) or not following[:1].isalnum():
        return None
    before, after = _LAST_WORD.search(text), _FIRST_WORD.match(following)
    if text[-1] == "\u00ad":
        return text[:-1]
    if not before or not after or not after[0][0].islower():
        return text  # "20-" and "year", "1,500-" and "2,000", "Franco-" and "German" keep their hyphen
    return text[:-1] if words.joined(before[0][:-1], after[0]) else text
