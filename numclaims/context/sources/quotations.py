"""Where quoted speech begins and ends, as token ranges. It knows double quotation marks and guillemets, not who speaks."""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
MARKS = _OPENING | _CLOSING | {'"'}


def quotations(tokens: Tokens) -> tuple[tuple[int, int], ...]:
    """Every quotation in order: the token of its opening mark and the index behind its closing one.

    A quotation that is opened again at the next paragraph goes on; one never closed ends with its paragraph.
    """
    if MARKS.isdisjoint(tokens.words):
        return ()
    found: list[tuple[int, int]] = []
    start, reach = -1, 0
    for at in (at for at, word in enumerate(tokens.words) if word in MARKS):
        opening = opens(tokens, at)
        paragraph = _paragraph(tokens, reach, at) if start >= 0 else None
        if paragraph is not None and not (paragraph == at and opening):
            found.append((start, paragraph))
            start = -1
        if start < 0:
            start = at if opening else -1
        elif not opening:
            found.append((start, at + 1))
            start = -1
        reach = at + 1
    if start >= 0:
        found.append((start, _paragraph(tokens, reach, tokens.count) or tokens.count))
    return tuple(found)


def opens(tokens: Tokens, at: int) -> bool:
    """Whether a quotation mark opens: a curly one by its shape, a straight one where it stands apart from the word before it."""
    word = tokens.words[at]
    if word != '"':
        return word in _OPENING
    return not tokens.glued(at) or tokens.words[at - 1] in "([—–-/"


def closes(tokens: Tokens, at: int) -> bool:
    """Whether a token is a quotation mark that closes."""
    return tokens.words[at] in MARKS and not opens(tokens, at)


def _paragraph(tokens: Tokens, first: int, after: int) -> int | None:
    """The first token from `first` up to and with `after` that begins a paragraph."""
    gap = tokens.text.find("\n\n", tokens.ends[first - 1], tokens.starts[after])
    if gap < 0:
        return None
    return next((at for at in range(first, after + 1) if tokens.starts[at] > gap), None)
