"""Where a noun phrase ends, by the tags of its words and the marks that may stand inside it."""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.context.smallwords import Tag
from numclaims.grammar.tokens import HYPHENS, Tokens

INNER = frozenset(("$", "€", "£", "%", "'s", "’s", "-", "‐", "‑", "&", "/", "’", "'"))
"""Marks that stand inside a noun phrase."""


def phrase_end(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, *, joined: bool = False) -> int:
    """The end of the noun phrase that begins here, "of" phrases included; with `joined` also what "and" adds to it."""
    while at < len(tags):
        low = tokens.lows[base + at]
        if (
            tags[at] in ("N", "D", "Q", "A")
            or ties(tokens, base + at)
            or (low == "of" and at + 1 < len(tags) and tags[at + 1] in ("N", "D", "Q"))
            or (low in ("per", "cent") and tokens.lows[base + at - (low == "cent") : base + at + 2 - (low == "cent")] == ["per", "cent"])
        ):
            at += 1
        elif low == "of" and at + 1 < len(tags) and tags[at + 1] == "R":
            return at + 2
        elif low == "and" and at + 1 < len(tags) and tags[at + 1] in ("N", "D") and (joined or tokens.words[base + at + 1][:1].isupper()):
            at += 1
        else:
            break
    return at


def ties(tokens: Tokens, at: int) -> bool:
    """Whether a mark stands inside a noun phrase: a currency sign, "'s", a hyphen between two words; not a dash behind a dateline."""
    low = tokens.lows[at]
    return low in INNER and (low not in HYPHENS or tokens.glued(at))


def opening(tokens: Tokens, base: int, at: int) -> int:
    """The tag index of the bracket that a closing one belongs to; tokens are counted from `base`."""
    start = at
    while start > 0 and at - start < 40 and tokens.words[base + start] != "(":
        start -= 1
    return start
