"""Which side of a number the truth lies on: "at least", "up to", "or so", before and behind it. The phrases stand in bounds.toml."""

from __future__ import annotations

from typing import NamedTuple

from numclaims.grammar.lists import is_list_mark
from numclaims.grammar.negation import turned_round
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.words import bound_words, number_words
from numclaims.model import Bound

_FILLERS = frozenset("another further additional just only even a an total of to mere whopping record combined some".split())
_MODALS = frozenset("can could may might must to".split())
_BE = frozenset("is are was were been be being".split())
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
    if found is None or tokens.parted(found.token, first + 1) or not _meant(tokens, found, dimension, counted):
        return None
    found = Bounded(*turned_round(tokens, found.token, found.bound, measured=dimension != ""))
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
    if low in bound_words().passing:
        return (not counted or _is_large(tokens, found.token + 1)) and (
            dimension not in ("length", "area") or low in ("passed", "passes", "passing")
        )
    if low == "up":
        return tokens.lows[found.token + 1] != "to" or not _level_reached(tokens, found.token, dimension)
    if low == ">":
        return not is_list_mark(tokens, found.token) and not _closes_tag(tokens, found.token)
    if low == "max" and tokens.words[found.token + 1] == ".":
        return before not in ("the", "to", "at", "its")
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


def _closes_tag(tokens: Tokens, mark: int) -> bool:
    """Whether ">" ends a tag of markup: "<b>12", "</p>12", "<br/>12"."""
    at = mark - 1
    at -= tokens.words[at] == "/"
    return at > 0 and tokens.glued(mark) and tokens.glued(at) and tokens.words[at][:1].isalpha() and tokens.words[at - 1] in ("<", "/")


def _is_large(tokens: Tokens, at: int) -> bool:
    """Whether a number is one that a tally passes rather than a person: "passed 40 million users", not "passed 50 boats"."""
    return "," in tokens.words[at] or len(tokens.words[at]) > 3 or tokens.lows[at + 1] in number_words().scales


def _level_reached(tokens: Tokens, up: int, dimension: str) -> bool:
    """Whether "up to" says how far something has come: "edged up to 4%", "is up to 12 from 9", "brought the toll up to 30"."""
    words, lows = bound_words(), tokens.lows
    before = up - 1
    while before > up - 3 and lows[before] in ("now", "already", "back", "all", "right"):
        before -= 1
    low, earlier = lows[before] if before >= 0 else "", lows[before - 1] if before >= 1 else ""
    if low in words.moves:
        return earlier not in _MODALS
    if low in words.tallies:
        return dimension != "time" and any(verb in words.carries for verb in lows[max(0, before - 4) : before])
    if low not in _BE or dimension == "time":
        return False
    return earlier in words.tallies or _compared(tokens, up + 3) or lows[before + 1] in ("now", "already")


def _compared(tokens: Tokens, at: int) -> bool:
    """Whether "from" and a number follow soon: "up to 12 people from 9"."""
    for follow in range(at, at + 5):
        if tokens.lows[follow] == "from":
            return is_number(tokens.words[follow + 1]) or tokens.lows[follow + 1] in number_words().units
    return False


def bound_after(tokens: Tokens, at: int) -> Bounded | None:
    """The bound whose words begin at token `at`, right behind the number or its unit; `token` is the index behind them."""
    words = bound_words()
    longest = words.longest_after.get(tokens.lows[at], 0)
    for size in range(longest, 0, -1):
        bound = words.after.get(" ".join(tokens.lows[at : at + size]))
        if bound and not tokens.parted(at - 1, at + size) and not _goes_on(tokens, at, size):
            return Bounded(bound, at + size)
    return None


def _goes_on(tokens: Tokens, at: int, size: int) -> bool:
    """ "200 or greater than 190", "5 plus 3", "12 or more than half": the words belong to the next number."""
    follow = tokens.lows[at + size]
    if tokens.words[at][:1].isupper() and tokens.words[at + size - 1].islower():
        return True
    if follow == "-" and tokens.glued(at + size):
        return True
    if follow == "to" and tokens.lows[at + size - 1] == "up":
        return True
    if follow[:1].isdigit() or (follow == "than" and tokens.lows[at + size + 1][:1].isalnum()):
        return True
    if tokens.lows[at] == "+":
        return not tokens.glued(at)
    if tokens.lows[at] == "plus":
        return follow in ("a", "an", "the") or tokens.words[at + size][:1].isupper()
    return tokens.lows[at] in ("at", "minimum", "maximum", "max", "tops", "approximately", "approx") and (
        (follow[:1].isalnum() and tokens.lows[at] != "at") or follow in ("once", "that", "one", "a", "the", "some") or follow[:1].isdigit()
    )
