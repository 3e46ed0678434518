"""Scores of games and votes: "2-1", "50–48", "voted 48-52", "6-4 3-6", "245 for 6". Two numbers of which neither counts anything named.

Pairs that run downwards are scores by themselves; pairs that rise may be ranges and need a word beside them, or a score next to them.
"""

from __future__ import annotations

from numclaims.grammar.nouns import has_plural
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.names import name_words
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_DASHES = frozenset("-–—‐‑−")
_MONEY = frozenset("$€£¥~∼")
_NEAR = 4  # tokens before a score in which its word may stand
_MATCH = 10  # tokens around a cricket score in which the game may be named


def skip_score(tokens: Tokens, index: int) -> int:
    """The index behind a score that begins at the number at `index`, or `index`."""
    if not _whole(tokens, index) or (tokens.words[index - 1] in _MONEY and index):
        return index
    return _pair(tokens, index) or _vote(tokens, index) or _cricket(tokens, index) or index


def _whole(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].isdecimal() and len(tokens.words[at]) <= 3


def _pair(tokens: Tokens, index: int) -> int:
    """The index behind a score tied by a hyphen, or 0."""
    words, at = tokens.words, index + 3
    if words[index + 1] not in _DASHES or not _whole(tokens, index + 2) or words[index : index + 2] == ["10", "−"]:  # a power of ten
        return 0
    first, second = int(words[index]), int(words[index + 2])
    tight, loose = tokens.glued(index + 1) and tokens.glued(index + 2), not tokens.glued(index + 1) and not tokens.glued(index + 2)
    if not tight and not (loose and first > second and words[at] in ("", ".", ",")):
        return 0
    if _measures(tokens, at):
        return 0
    small = second <= 7 and not has_plural(tokens, at) and words[at][:1].isalpha()
    return at if first >= second or small or (tight and (_told(tokens, index, at) or _in_series(tokens, index))) else 0


def _measures(tokens: Tokens, at: int) -> bool:
    """Whether a unit, a scale or a further part of a name stands behind two numbers."""
    behind, low = tokens.words[at], tokens.lows[at]
    if behind in ("%", "°") or behind in unit_lexicon().symbols or low in unit_lexicon().words or low in number_words().scales:
        return True
    return (tokens.glued(at) and (behind[:1].isalpha() or behind == "-")) or low in number_words().short_scales


def _told(tokens: Tokens, index: int, at: int) -> bool:
    """Whether the words around speak of a game or a vote, and nothing is counted."""
    words = name_words()
    if tokens.lows[at] in words.behind:
        return True
    if has_plural(tokens, at) or tokens.lows[at] == "of":
        return False
    return not words.before.isdisjoint(tokens.lows[max(0, index - _NEAR) : index])


def _in_series(tokens: Tokens, index: int) -> bool:
    """Whether a pair that runs downwards stands right before or behind: the sets of a match, "6-4 3-6"."""
    before = index - 3 - (tokens.words[index - 1] == ",")
    behind = index + 3 + (tokens.words[index + 3] == ",")
    return any(
        start >= 0 and _whole(tokens, start) and _whole(tokens, start + 2) and tokens.words[start + 1] in _DASHES
        and tokens.glued(start + 1) and int(tokens.words[start]) > int(tokens.words[start + 2])
        for start in (before, behind)
    )  # fmt: skip


def _vote(tokens: Tokens, index: int) -> int:
    """ "Voted 52 to 48": the index behind it, or 0."""
    at = index + 3
    if tokens.lows[index + 1] != "to" or not _whole(tokens, index + 2) or _measures(tokens, at) or has_plural(tokens, at):
        return 0
    return 0 if name_words().votes.isdisjoint(tokens.lows[max(0, index - 2) : index]) else at


def _cricket(tokens: Tokens, index: int) -> int:
    """ "245 for 6" beside a word of the game, "180 all out": the index behind it, or 0."""
    lows, at = tokens.lows, index + 3
    if lows[index + 1 : at] in (["all", "out"], ["not", "out"]):
        return at
    if lows[index + 1] != "for" or not _whole(tokens, index + 2) or int(tokens.words[index + 2]) > 10:
        return 0
    return 0 if name_words().cricket.isdisjoint(lows[max(0, index - _MATCH) : at + _MATCH]) else at
