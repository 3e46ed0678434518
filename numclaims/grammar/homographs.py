"""Which surfaces that are also everyday words are units where they stand ("m", "in", "s", "pound", "second"), one readable rule each.

A rule looks at the tokens around the number: is it in digits, what follows, is the surface glued to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from numclaims.grammar.nouns import has_plural
from numclaims.grammar.tokens import HYPHENS, Tokens, is_number
from numclaims.lexicon.syntax import syntax

ADJECTIVES = frozenset(
    "tall long wide deep high thick away apart across broad square squared cubed diameter radius length width height depth".split()
)


def is_unit(tokens: Tokens, first: int, at: int, after: int, surface: str) -> bool:
    """Whether a homograph is a unit here, by the rule for its surface; without one, where no word follows.

    "a 4 m/f split", "5 A/B tests": one of two letters with a slash between is none.
    """
    if tokens.words[after] == "/" and tokens.glued(after) and len(tokens.words[after + 1]) == 1 and tokens.words[after + 1].isalpha():
        return False
    rule = _HOMOGRAPHS.get(surface) or _HOMOGRAPHS.get(surface.lower() if len(surface) > 2 else surface)
    return rule(tokens, first, at, after) if rule else _closed(tokens, first, at, after)


_Rule = Callable[[Tokens, int, int, int], bool]


def _always(_tokens: Tokens, _first: int, _at: int, _after: int) -> bool:
    return True


def _never(_tokens: Tokens, _first: int, _at: int, _after: int) -> bool:
    return False


def _digits(tokens: Tokens, first: int, at: int, _after: int) -> bool:
    """Behind digits only."""
    return is_number(tokens.words[at - 1]) or is_number(tokens.words[first])


def _closed(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """Behind digits, and with no content word behind: "12 V", "5 A." but not "5 A levels"."""
    word, low = tokens.words[after], tokens.lows[after]
    return _digits(tokens, first, at, after) and (
        not word[:1].isalpha() or low in syntax().function or low in ADJECTIVES or (word[:1].islower() and tokens.glued(at))
    )


def _meter(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """ "1.8m tall", "37m (121ft)", "a 50m pool" are metres; "1.2m people" is millions."""
    return _digits(tokens, first, at, after) and (
        tokens.lows[after] in ADJECTIVES or not has_plural(tokens, after) or tokens.lows[after] in syntax().function
    )


def _inch(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """ "5 ft 2 in", "12 in wide", "3in."; not "50,000 in 2020"."""
    if not _digits(tokens, first, at, after):
        return False
    feet = tokens.lows[first - 1] in ("ft", "feet", "foot", "'", "′")
    closed = not tokens.words[after][:1].isalnum() and tokens.words[after] not in ("$", "€", "£", '"', "“", "‘", "(")
    return feet or tokens.lows[after] in ADJECTIVES or tokens.lows[after] in ("x", "by") or closed


def _seconds(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """ "10 s", "2.5s"; not "in their 30s"."""
    return _digits(tokens, first, at, after) and (not tokens.glued(at) or "." in tokens.words[at - 1])


def _second(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """ "a 4.3 second dash", "one second", not "two second graders"."""
    return not has_plural(tokens, after) or "." in tokens.words[first]


def _kelvin(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """ "300 K"; glued to the number a capital K is more often a thousand."""
    return _closed(tokens, first, at, after) and not tokens.glued(at)


def _fold(tokens: Tokens, _first: int, at: int, after: int) -> bool:
    """ "a three-fold rise", "2.5 fold higher", "a 4 fold increase"; not "in the fold"."""
    low, classes = tokens.lows[after], syntax()
    compared = low in classes.comparatives or low in classes.up_nouns or low in classes.down_nouns or low in ("more", "less")
    return tokens.words[at - 1] in HYPHENS or tokens.glued(at) or (compared and is_number(tokens.words[at - 1]))


def _glued(tokens: Tokens, first: int, at: int, after: int) -> bool:
    return _digits(tokens, first, at, after) and tokens.glued(at)


def _not_of(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """ "2 bars" of pressure, not "five bars of soap"."""
    return _digits(tokens, first, at, after) and tokens.lows[after] != "of"


_SURFACES: Mapping[_Rule, str] = {
    _meter: "m",
    _inch: "in",
    _never: "ins tn ct cts pt pts st S H U M",
    _seconds: "s",
    _second: "second",
    _digits: """sec min stone deg pp pps bp bps ppt ppts mo mos mole moles bit bits atmospheres mw kn ha g h L l ℓ nm t mi Ma ka Ga
    Da MT kt Gt Mb Gb KB cal Ah VA lm mb cc MP tesla gig gigs ′ ″ mt ly mps mp megs""",
    _kelvin: "K",
    _always: """kelvin foot yard yards pound pounds ounce degree degrees ° º knot percentage volt ohm watt carat cup cups quart kilo
    kilos acre_foot Å Ω""",
    _fold: "fold",
    _glued: "x × pc",
    _not_of: "gray grays bar bars atmosphere grain grains",
    _closed: "B W ac d",
}
"""The surfaces that each rule decides on; a space inside one is written as an underscore."""

_HOMOGRAPHS: Mapping[str, _Rule] = {surface.replace("_", " "): rule for rule, surfaces in _SURFACES.items() for surface in surfaces.split()}
