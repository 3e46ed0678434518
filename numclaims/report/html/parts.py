"""A text in parts that a browser can lay out one at a time: a text of usual length is one part. It knows pieces, not how they are shown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from numclaims.report.html.marks import Piece

_CLAIMS, _CHARACTERS = 1_000, 200_000
"""What a part holds, and somewhat more where the text has no good place to cut it."""

_BREAKS = (("\n\n", 1.0), ("\n", 1.5), (" ", 2.0))
"""Where a text is cut, each with how full a part must be: between paragraphs if it can be."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces in text order; `start` and `end` are the offsets of the part in the document's full text."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def parts(pieces: Iterable[Piece], start: int) -> Iterator[Part]:
    """The pieces, of which the first begins at the offset `start`, part by part; at least one part. Joined they are the text."""
    held: list[Piece] = []
    claims = size = 0
    for piece in _short(pieces):
        full = max(claims / _CLAIMS, (size + len(piece.text)) / _CHARACTERS)
        at = _last_break(piece.text, full) if held and _is_plain(piece) else 0
        if at:
            held.append(replace(piece, text=piece.text[:at]))
            yield Part(start, start + size + at, tuple(held))
            start += size + at
            held, claims, size = [], 0, 0
            piece = replace(piece, text=piece.text[at:], start=piece.start + at)
        if piece.text:
            held.append(piece)
            claims += piece.begins
            size += len(piece.text)
    yield Part(start, start + size, tuple(held))


def _short(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, those of plain text cut where they are longer than a part."""
    for piece in pieces:
        while _is_plain(piece) and len(piece.text) > _CHARACTERS:
            at = _last_break(piece.text[:_CHARACTERS], math.inf) or _CHARACTERS
            yield replace(piece, text=piece.text[:at])
            piece = replace(piece, text=piece.text[at:], start=piece.start + at)
        yield piece


def _is_plain(piece: Piece) -> bool:
    return piece.claim is None and not piece.findings


def _last_break(text: str, full: float) -> int:
    """Behind the last place at which a part so full may end, 0 where there is none."""
    return next((at + len(mark) for mark, fullness in _BREAKS if full >= fullness and (at := text.rfind(mark)) >= 0), 0)
