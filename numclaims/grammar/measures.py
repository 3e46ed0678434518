"""The unit behind a number: words, symbols and compounds ("square metres", "kWh", "mg/dL", "kg s−1"), and currencies.

Units come from the lexicon. Surfaces that are also everyday words ("m", "in", "s", "pound", "second") count as units only where the
rules of `homographs` say so; each rule looks at the tokens around the number.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from numclaims.grammar.compounds import divided, read_compound
from numclaims.grammar.homographs import ADJECTIVES, is_unit
from numclaims.grammar.money import about_money, is_money
from numclaims.grammar.symbols import Measured, cued, read_compass
from numclaims.grammar.tokens import HYPHENS, Tokens, begins_model, is_number
from numclaims.lexicon.syntax import is_plural
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import longest_phrases

_SHARES = frozenset(("wt", "vol", "mol", "at"))
_OPENING = {"(": ")", "[": "]", "{": "}", "<": ">"}


@cache
def _first_words() -> Mapping[str, int]:
    """The longest word key of the lexicon by its first token."""
    lexicon = unit_lexicon()
    return longest_phrases((*lexicon.words, *lexicon.currency_words))


def read_unit(tokens: Tokens, first: int, at: int, *, scaled: bool = False, money: bool = False) -> Measured | None:
    """The unit at token `at`, right behind the number that began at token `first`.

    `scaled` says that the number has a scale word ("5 million pounds"), `money` that a currency stands before it ("£5m").
    """
    opening = tokens.words[at] if tokens.words[at] in _OPENING else ""
    hyphen = tokens.words[at] in HYPHENS and tokens.words[at + 1][:1].isalpha()
    start = at + (1 if opening or hyphen else 0)
    if money or tokens.breaks(start) or begins_model(tokens, start):
        return None
    found = _longest(tokens, first, start, scaled)
    if found and _qualifies(tokens, found):
        return None
    if found is None or (hyphen and found.unit.dimension in ("multiple",) and found.unit.homograph and tokens.lows[start] != "fold"):
        return None
    if opening:
        return Measured(found.next + 1, found.unit, found.per) if tokens.words[found.next] == _OPENING[opening] else None
    return found


def _longest(tokens: Tokens, first: int, at: int, scaled: bool) -> Measured | None:
    """The symbol or the phrase at a token, whichever is longer; of one length, the symbol where its case says that it is meant."""
    symbol, phrase = _symbol(tokens, first, at), _phrase(tokens, first, at, scaled)
    if symbol is None or phrase is None:
        return symbol or phrase
    if symbol.next != phrase.next:
        return symbol if symbol.next > phrase.next else phrase
    word = tokens.words[at]
    cased = word in unit_lexicon().symbols and not word.islower() and not word.isupper()
    return symbol if cased or cued(tokens, at) else phrase


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
            return divided(tokens, Measured(at + size, unit, unit.per))
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
    if tokens.lows[at] in _SHARES and (tokens.lows[at + 1] == "%" or tokens.lows[at + 1 : at + 3] == [".", "%"]):
        return Measured(at + 2 + (tokens.lows[at + 1] == "."), unit_lexicon().words["percent"])
    if tokens.words[at] == '"' and tokens.lows[at + 1] in ADJECTIVES:
        return Measured(at + 1, unit_lexicon().words["inch"])
    found = read_compound(tokens, at)
    if found is None or not (
        found.per or not found.unit.homograph or is_unit(tokens, first, at, found.next, tokens.printed(at, found.next))
    ):
        return None
    return read_compass(tokens, found)
