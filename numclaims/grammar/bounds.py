"""Which side of a number the truth lies on: "at least", "up to", "or so", before and behind it. The phrases stand in bounds.toml."""

from __future__ import annotations

from typing import NamedTuple

from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.words import bound_words
from numclaims.model import Bound

_FILLERS = frozenset("another further additional just only even a an total of to mere whopping record combined some".split())
_VERBS = frozenset("passed passes passing topped tops topping exceed exceeds exceeded surpass surpasses surpassed".split())
_PARTICLE_VERBS = frozenset(
    "hand hands handed handing take takes took taken taking turn turns turned turning win wins won run ran go went cross crossed".split()
)


class Bounded(NamedTuple):
    """A bound and the token where its words begin (before the number) or end (behind it)."""

    bound: Bound
    token: int


def bound_before(tokens: Tokens, first: int, *, dimension: str, counted: bool, ordinal: bool = False) -> Bounded | None:
    """The bound whose words stand right before token `first`, fillers ("another", "just") aside.

    `dimension` is that of the number's unit; `counted` says that a counted noun follows, which makes "passed" a plain verb;
    `ordinal` lets an article stand between ("higher than the tenth").
    """
    at = first
    found = _phrase(tokens, at)
    if found is None:
        while at > 0 and at > first - 2 and (tokens.lows[at - 1] in _FILLERS or (ordinal and tokens.lows[at - 1] == "the")):
            at -= 1
            found = _phrase(tokens, at)
            if found:
                break
    if found is None or not _meant(tokens, found, dimension, counted):
        return None
    outer = _phrase(tokens, found.token)
    if outer and outer.bound != "about" and (found.bound == "about" or outer.bound == found.bound):
        return Bounded(outer.bound, outer.token)
    if outer and outer.bound == "about":
        return Bounded(found.bound, outer.token)
    return found


def _phrase(tokens: Tokens, first: int) -> Bounded | None:
    words = bound_words()
    longest = words.longest_before.get(tokens.lows[first - 1], 0) if first > 0 else 0
    for size in range(min(longest, first), 0, -1):
        bound = words.before.get(" ".join(tokens.lows[first - size : first]))
        if bound:
            return Bounded(bound, first - size)
    return None


def _meant(tokens: Tokens, found: Bounded, dimension: str, counted: bool) -> bool:
    """Whether an ambiguous word is a bound here."""
    low, before = tokens.lows[found.token], tokens.lows[found.token - 1] if found.token else ""
    if low in _VERBS:
        return not counted
    if low == "within":
        return dimension == "time"
    if low == "over" and before in _PARTICLE_VERBS:
        return False
    if low in ("minimum", "maximum") and tokens.lows[found.token + 1] == "of":
        return not before[:1].isalpha() or before in ("a", "is", "was", "at", "by", "with", "to")
    if low == "over" and dimension == "time":
        return before in ("for", "just", "well", "in", "is", "was", "of", "after", "took", "lasted", "with", "at", "")
    if low == "under":
        return before not in ("article", "section", "come", "came", "placed")
    if low in ("near", "beyond", "past"):
        return dimension != "length"
    if low == "above" and dimension == "length":
        return before not in ("located", "metres", "meters", "feet", "km", "m")
    return not (low == "minimum" or low == "maximum") or tokens.lows[found.token + 1] == "of" or dimension != ""


def bound_after(tokens: Tokens, at: int) -> Bounded | None:
    """The bound whose words begin at token `at`, right behind the number or its unit; `token` is the index behind them."""
    words = bound_words()
    longest = words.longest_after.get(tokens.lows[at], 0)
    for size in range(longest, 0, -1):
        bound = words.after.get(" ".join(tokens.lows[at : at + size]))
        if bound and not tokens.breaks(at) and not _goes_on(tokens, at, size):
            return Bounded(bound, at + size)
    return None


def _goes_on(tokens: Tokens, at: int, size: int) -> bool:
    """ "200 or greater than 190", "5 plus 3", "12 or more than half": the words belong to the next number."""
    follow = tokens.lows[at + size]
    if follow[:1].isdigit() or (follow == "than" and tokens.lows[at + size + 1][:1].isalnum()):
        return True
    if tokens.lows[at] == "+":
        return not tokens.glued(at)
    if tokens.lows[at] == "plus":
        return follow in ("a", "an", "the") or tokens.words[at + size][:1].isupper()
    return tokens.lows[at] in ("at", "minimum", "maximum", "max", "tops", "approximately", "approx") and (
        (follow[:1].isalnum() and tokens.lows[at] != "at") or follow in ("once", "that", "one", "a", "the", "some") or follow[:1].isdigit()
    )
