"""One printed symbol of a unit ("km", "°C", "kWh"), with the power it is raised to. What symbols make together is for `compounds`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.cues import cues
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import Unit, power, unit_lexicon

_NEAR = 12  # tokens on either side in which a cue may stand
_POWERS = {"1": 1, "2": 2, "3": 3, "4": 4, "¹": 1, "²": 2, "³": 3, "⁴": 4}
MINUS = frozenset("-−–⁻")
_COMPASS = frozenset("NSEW")


class Measured(NamedTuple):
    """A unit at the tokens up to `next` (exclusive). `per` is what the rate is per, "" where there is none."""

    next: int
    unit: Unit
    per: str = ""


@cache
def _first_symbols() -> Mapping[str, int]:
    """The longest symbol of the lexicon, in tokens, by its first token."""
    longest: dict[str, int] = {}
    for key in unit_lexicon().symbols:
        tokens = Tokens(key)
        longest[tokens.words[0]] = max(tokens.count, longest.get(tokens.words[0], 0))
    return longest


@cache
def _folded_symbols() -> Mapping[str, Unit]:
    """Symbols of two letters and more in small letters, for texts that print "HZ" or "Kg", where no other symbol or word is meant."""
    folded: dict[str, Unit | None] = {}
    for key, unit in unit_lexicon().symbols.items():
        low = key.lower()
        if len(low) > 1 and low.isalpha():
            folded[low] = None if unit.homograph or unit.per or low in syntax().function or folded.get(low, unit) is not unit else unit
    return {low: unit for low, unit in folded.items() if unit is not None}


def cued(tokens: Tokens, at: int) -> Unit | None:
    """The unit that the words around give a surface with several readings: "661 kt" of speed, "a 450 bp fragment"."""
    for cue in cues().get(tokens.words[at], ()):
        if not cue.words.isdisjoint(tokens.lows[max(0, at - _NEAR) : at + _NEAR]):
            return cue.unit
    return None


def read_symbol(tokens: Tokens, at: int) -> Measured | None:
    """The symbol at a token, the longest that the lexicon has."""
    found = cued(tokens, at)
    if found and not (tokens.glued(at + 1) and tokens.words[at + 1][:1].isalnum()):
        return Measured(at + 1, found, found.per)
    for size in range(_first_symbols().get(tokens.words[at], 0), 0, -1):
        if at + size > tokens.count or _goes_on(tokens, at + size, powered=size == 1):
            continue
        unit = unit_lexicon().symbols.get(tokens.printed(at, at + size) if size > 1 else tokens.words[at])
        if unit:
            return Measured(at + size, unit, unit.per)
    folded = _folded_symbols().get(tokens.lows[at]) if len(tokens.lows[at]) > 1 else None
    if folded and not (tokens.glued(at + 1) and tokens.words[at + 1][:1].isalnum()):
        return Measured(at + 1, folded, folded.per)
    element = _of_element(tokens, at)
    if element:
        return element
    for letter, symbol in (("C", "°C"), ("F", "°F")):
        if tokens.words[at] == letter and (tokens.glued(at) or not _word_follows(tokens, at)):
            return Measured(at + 1, unit_lexicon().symbols[symbol])
    return None


def _of_element(tokens: Tokens, at: int) -> Measured | None:
    """A mass with the element or gas that it is of run into it: "PgC", "mgN", "GtCO2", "tCO2e"."""
    word = tokens.words[at]
    gas = word.endswith("CO") and tokens.words[at + 1] in ("2", "₂") and tokens.glued(at + 1)
    if not gas and not (len(word) > 1 and word[-1] in "CNP" and word[-2].islower()):
        return None
    unit = unit_lexicon().symbols.get(word[: -2 if gas else -1])
    if unit is None or unit.dimension != "mass" or unit.per:
        return None
    end = at + 1 + gas
    end += gas and tokens.lows[end] in ("e", "eq") and tokens.glued(end)
    return None if tokens.glued(end) and tokens.words[end][:1].isalnum() else Measured(end, unit)


def _word_follows(tokens: Tokens, at: int) -> bool:
    """Whether a content word follows: "12 C grades", not "12 C in the shade"."""
    return tokens.words[at + 1][:1].isalpha() and tokens.lows[at + 1] not in syntax().function


def _goes_on(tokens: Tokens, after: int, *, powered: bool) -> bool:
    """Whether digits glued to a symbol make another thing of it ("m212", the "2" of "m/s2"); a power of one symbol does not."""
    if not (tokens.words[after - 1][-1:].isalpha() and tokens.glued(after) and is_number(tokens.words[after])):
        return False
    return not powered or tokens.words[after] not in ("2", "3") or (tokens.glued(after + 1) and tokens.words[after + 1][:1].isalnum())


def read_powered(tokens: Tokens, at: int) -> Measured | None:
    """The symbol at a token with the power printed behind it: "m2", "s²", "mm³"."""
    word = tokens.words[at]
    if len(word) > 1 and word[-1] in "²³" and word not in unit_lexicon().symbols:
        unit = unit_lexicon().symbols.get(word[:-1])
        return Measured(at + 1, power(unit, _POWERS[word[-1]])) if unit and not unit.per else None
    single = read_symbol(tokens, at)
    return raised(tokens, single) if single else None


def raised(tokens: Tokens, single: Measured) -> Measured:
    """ "m 2" glued: a power that the lexicon does not hold as one symbol."""
    at, unit = single.next, single.unit
    caret = tokens.words[at] == "^" and tokens.glued(at)
    exponent = _POWERS.get(tokens.words[at + caret], 0)
    if exponent not in (2, 3) or not tokens.glued(at + caret) or unit.per or unit.dimension in ("share", "money", "multiple"):
        return single
    return Measured(at + caret + 1, power(unit, exponent))


def lowered(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A negative exponent behind a symbol: "−1", "-2", "− 1", "⁻³", "^-1", "^{-2}": the index behind it and the power without its sign."""
    if tokens.words[at] == "^" and tokens.glued(at):
        braced = tokens.words[at + 1] == "{"
        found = lowered(tokens, at + 1 + braced)
        return (found[0] + (braced and tokens.words[found[0]] == "}"), found[1]) if found else None
    exponent = _POWERS.get(tokens.words[at + 1])
    if exponent is None or tokens.words[at] not in MINUS or not tokens.glued(at):
        return None
    return None if tokens.glued(at + 2) and tokens.words[at + 2][:1].isalnum() else (at + 2, exponent)


def read_compass(tokens: Tokens, found: Measured) -> Measured:
    """ "54 °N", "12° E": the point of the compass belongs to the degrees."""
    at = found.next
    if found.unit.name != "degree" or tokens.words[at] not in _COMPASS or (tokens.glued(at + 1) and tokens.words[at + 1][:1].isalnum()):
        return found
    return found._replace(next=at + 1)
