"""The unit behind a number: words, symbols and compounds ("square metres", "kWh", "mg/dL", "kg s−1"), and currencies.

Units come from the lexicon. Surfaces that are also everyday words ("m", "in", "s", "pound", "second") count as units only where the
rules of `homographs` say so; each rule looks at the tokens around the number.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from numclaims.grammar.homographs import ADJECTIVES, is_unit
from numclaims.grammar.money import about_money, is_money
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import longest_phrases

HYPHENS = frozenset("-‐‑")
_OPENING = {"(": ")", "[": "]", "{": "}", "<": ">"}


class Measured(NamedTuple):
    """A unit at the tokens up to `next` (exclusive). `per` is what the rate is per, "" where there is none."""

    next: int
    unit: Unit
    per: str = ""


@cache
def _first_words() -> Mapping[str, int]:
    """The longest word key of the lexicon by its first token."""
    lexicon = unit_lexicon()
    return longest_phrases((*lexicon.words, *lexicon.currency_words))


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
            folded[low] = None if unit.homograph or low in syntax().function or folded.get(low, unit) is not unit else unit
    return {low: unit for low, unit in folded.items() if unit is not None}


def read_unit(tokens: Tokens, first: int, at: int, *, scaled: bool = False, money: bool = False) -> Measured | None:
    """The unit at token `at`, right behind the number that began at token `first`.

    `scaled` says that the number has a scale word ("5 million pounds"), `money` that a currency stands before it ("£5m").
    """
    opening = tokens.words[at] if tokens.words[at] in _OPENING else ""
    hyphen = tokens.words[at] in HYPHENS and tokens.words[at + 1][:1].isalpha()
    start = at + (1 if opening or hyphen else 0)
    if money or tokens.breaks(start):
        return None
    lexicon = unit_lexicon()
    printed, worded = lexicon.symbols.get(tokens.words[start]), lexicon.words.get(tokens.lows[start])
    symbolic = printed is not None and (worded is None or worded.name == printed.name) and tokens.lows[start] not in lexicon.currency_words
    found = _symbol(tokens, first, start) if symbolic else None
    found = found or _phrase(tokens, first, start, scaled) or _symbol(tokens, first, start)
    if found and _qualifies(tokens, found):
        return None
    if found is None or (hyphen and found.unit.dimension in ("multiple",) and found.unit.homograph and tokens.lows[start] != "fold"):
        return None
    if opening:
        return Measured(found.next + 1, found.unit, found.per) if tokens.words[found.next] == _OPENING[opening] else None
    return found


def _qualifies(tokens: Tokens, found: Measured) -> bool:
    """A unit word that only names a kind of thing that is counted: "12 Celsius thermometers", "3 pound cakes"."""
    low = tokens.lows[found.next - 1]
    return low in ("celsius", "fahrenheit", "pound", "degree") and is_plural(tokens.lows[found.next]) and not tokens.glued(found.next)


def _phrase(tokens: Tokens, first: int, at: int, scaled: bool) -> Measured | None:
    lexicon = unit_lexicon()
    for size in range(_first_words().get(tokens.lows[at], 0), 0, -1):
        key = tokens.lows[at] if size == 1 else " ".join(tokens.lows[at : at + size])
        money, unit = lexicon.currency_words.get(key), lexicon.words.get(key)
        if money and tokens.glued(at + 1) and is_number(tokens.words[at + 1]):
            return None
        if money and (unit is None or scaled or about_money(tokens, first, at)) and is_money(tokens, at, size, money):
            return Measured(at + size, money)
        if unit and (not unit.homograph or is_unit(tokens, first, at, at + size, key)) and not _compound_noun(tokens, at, at + size, unit):
            return Measured(at + size, unit, unit.per)
    return None


def _compound_noun(tokens: Tokens, at: int, after: int, unit: Unit) -> bool:
    """ "two second-half goals", "three day-care centres": the word belongs to a hyphenated one."""
    if tokens.words[after] not in HYPHENS or not tokens.glued(after) or not tokens.glued(after + 1):
        return False
    low = tokens.lows[after + 1]
    return (
        tokens.words[after + 1][:1].isalpha()
        and low not in ADJECTIVES
        and low not in ("old", "a", "per")
        and tokens.words[at - 1] not in HYPHENS
        and unit.dimension == "time"
    )


def _symbol(tokens: Tokens, first: int, at: int) -> Measured | None:
    """A symbol and its compounds: "km", "°C", "mg/dL", "kg s−1", "m/s2"."""
    if tokens.lows[at] in ("wt", "vol", "mol", "at") and (tokens.lows[at + 1] == "%" or tokens.lows[at + 1 : at + 3] == [".", "%"]):
        return Measured(at + 2 + (tokens.lows[at + 1] == "."), unit_lexicon().words["percent"])
    if tokens.words[at] == '"' and tokens.lows[at + 1] in ADJECTIVES:
        return Measured(at + 1, unit_lexicon().words["inch"])
    single = read_symbol(tokens, at)
    if single is None:
        return None
    if single.unit.homograph and not is_unit(tokens, first, at, single.next, tokens.printed(at, single.next)):
        return None
    if single.unit.per:
        return Measured(single.next, single.unit, single.unit.per)
    power = raised(tokens, single)
    return _denominator(tokens, power)


_PRESSURE = frozenset("pressure barometer barometric storm hurricane cyclone typhoon low depression atmospheric sea level eye hpa".split())


def read_symbol(tokens: Tokens, at: int) -> Measured | None:
    longest = _first_symbols().get(tokens.words[at], 0)
    if tokens.words[at] == "mb" and not _PRESSURE.intersection(tokens.lows[max(0, at - 10) : at + 10]):
        return Measured(at + 1, unit_lexicon().symbols["Mb"])
    for size in range(longest, 0, -1):
        if at + size > tokens.count:
            continue
        unit = unit_lexicon().symbols.get(tokens.printed(at, at + size) if size > 1 else tokens.words[at])
        if unit and not (
            size == 1
            and tokens.words[at].isalpha()
            and tokens.glued(at + 1)
            and is_number(tokens.words[at + 1])
            and not _exponent(tokens, at + 1)
        ):
            return Measured(at + size, unit)
    folded = _folded_symbols().get(tokens.lows[at]) if len(tokens.lows[at]) > 1 else None
    if folded and not (tokens.glued(at + 1) and tokens.words[at + 1][:1].isalnum()):
        return Measured(at + 1, folded)
    if tokens.words[at] == "C" and (tokens.glued(at) or not tokens.words[at + 1][:1].isalpha()):
        return Measured(at + 1, unit_lexicon().symbols["°C"])
    if tokens.words[at] == "F" and (tokens.glued(at) or not tokens.words[at + 1][:1].isalpha()):
        return Measured(at + 1, unit_lexicon().symbols["°F"])
    return None


def _exponent(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in ("2", "3") and not tokens.glued(at + 1)


def raised(tokens: Tokens, single: Measured) -> Measured:
    """ "m 2" glued: an area or volume whose power the lexicon does not hold as one symbol."""
    at, unit = single.next, single.unit
    word = {"²": "2", "³": "3"}.get(tokens.words[at], tokens.words[at])
    if word in ("2", "3") and tokens.glued(at) and unit.dimension == "length":
        name = ("square " if word == "2" else "cubic ") + unit.name
        dimension = "area" if word == "2" else "volume"
        return Measured(at + 1, Unit(name, dimension, f"meter ** {word}", unit.factor ** int(word), 0.0, "", False))
    return single


def _negative_power(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """A negative exponent behind a symbol: "−1", "-2", "− 1", "⁻³": the index behind it and "", "square " or "cubic "."""
    if (
        tokens.words[at] in ("-", "−", "–", "⁻")
        and tokens.words[at + 1] in _POWERS
        and tokens.glued(at)
        and not (tokens.glued(at + 2) and tokens.words[at + 2][:1].isalnum())
    ):
        return at + 2, _POWERS[tokens.words[at + 1]]
    return None


_POWERS = {"1": "", "2": "square ", "3": "cubic ", "¹": "", "²": "square ", "³": "cubic "}
_ONE = Unit("", "", "", 1.0, 0.0, "", False)


def _denominator(tokens: Tokens, top: Measured) -> Measured:
    """What a symbol is divided by: "/dL", or a symbol with a negative exponent behind a space ("m s−1", "mol L-1", "cm−1")."""
    at = top.next
    inverse = _negative_power(tokens, at)
    if inverse:
        return Measured(inverse[0], _ONE, inverse[1] + top.unit.name)
    if tokens.words[at] == "/" and tokens.glued(at):
        bottom = read_symbol(tokens, at + 1) or _word_unit(tokens, at + 1)
        if bottom:
            bottom = raised(tokens, bottom)
            return Measured(bottom.next, top.unit, bottom.unit.name)
        return top
    dot = at + (tokens.words[at] in ("·", "⋅", "∙", "."))
    bottom = read_symbol(tokens, dot)
    inverse = _negative_power(tokens, bottom.next) if bottom else None
    if bottom and inverse:
        return Measured(inverse[0], top.unit, inverse[1] + bottom.unit.name)
    return top


def _word_unit(tokens: Tokens, at: int) -> Measured | None:
    unit = unit_lexicon().words.get(tokens.lows[at])
    return Measured(at + 1, unit) if unit and not unit.homograph else None
