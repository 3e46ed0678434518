"""What a rate is per: "a day", "per 100,000 people", "/ day", "each year", "daily". It reads what stands behind a number or its noun."""

from __future__ import annotations

from numclaims.grammar.compounds import read_inverse
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.symbols import read_powered
from numclaims.grammar.tokens import HYPHENS, Tokens, is_number
from numclaims.lexicon.rates import rate_words
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_STARTS = frozenset(("per", "a", "an", "each", "every", "/", "the")) | HYPHENS
_LARGEST = 1e15
_EVERY = frozenset(("every", "each"))


def read_rate(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """What a rate is per, where one is stated at token `at`: "a day", "per 100,000 people", "/ day", "an hour", "each year"."""
    low = tokens.lows[at]
    if low in ("for", "in") and is_every_number(tokens, at + 2):
        return _per_number(tokens, at + 2)
    if low not in _STARTS:
        inverse = read_inverse(tokens, at)
        if inverse:
            return inverse
        adverb = rate_words().adverbs.get(low)
        return (at + 1, adverb) if adverb and low != "annual" and not tokens.breaks(at) else None
    if low in HYPHENS and tokens.lows[at + 1] in ("a", "an", "per"):
        at, low = at + 1, tokens.lows[at + 1]
    if tokens.breaks(at):
        return None
    if low == "per":
        return _per(tokens, at + 1)
    if low in HYPHENS:
        return None
    if low == "/" and tokens.glued(at) and (power := read_powered(tokens, at + 1)) and not tokens.words[at + 1].isupper():
        return power.next, power.unit.name
    return _rate_unit(tokens, at + 1 + (tokens.words[at + 1] in HYPHENS), low)


def read_priced(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """What an amount of money is for each of, at token `at`: "$3 a child", "40p a copy"."""
    if tokens.lows[at] not in ("a", "an") or tokens.breaks(at) or tokens.lows[at + 1] not in rate_words().priced:
        return None
    return at + 2, tokens.lows[at + 1]


def is_every_number(tokens: Tokens, at: int) -> bool:
    """Whether the number at a token is what something is a rate of: "for every 1,000 births", "in every 100,000"."""
    if at < 2 or tokens.lows[at - 1] not in _EVERY or tokens.lows[at - 2] not in ("for", "in") or tokens.parted(at - 2, at + 1):
        return False
    word = tokens.words[at].replace(",", "")
    return (word.isdecimal() and len(word) > 1) or tokens.lows[at] in number_words().scales


def _rate_unit(tokens: Tokens, at: int, article: str) -> tuple[int, str] | None:
    unit = unit_lexicon().words.get(tokens.lows[at])
    after = tokens.lows[at + 1]
    if article == "the":
        return None
    if unit and unit.dimension in ("time", "length", "mass", "volume", "area") and not tokens.lows[at].endswith("s") and not unit.per:
        if tokens.words[at + 1] in HYPHENS and tokens.glued(at + 1):
            return None
        if article in ("a", "an") and (
            after in ("ago", "later", "earlier") or (after in ("before", "after", "or") and unit.dimension == "time")
        ):
            return None
        return at + 1, unit.name
    if tokens.lows[at] in rate_words().each and article != "/":
        return at + 1, tokens.lows[at]
    return None


def _per(tokens: Tokens, at: int) -> tuple[int, str] | None:
    if tokens.lows[at] in ("cent", "centum") or tokens.lows[at] in HYPHENS:
        at += tokens.lows[at] in HYPHENS
        if tokens.lows[at] in ("cent", "centum"):
            return None
    if tokens.lows[at] == "annum":
        return at + 1, "year"
    if tokens.lows[at] in ("capita", "head"):
        return at + 1, "person"
    if is_number(tokens.words[at]) or tokens.lows[at] in number_words().scales:
        return _per_number(tokens, at)
    unit = _per_unit(tokens, at)
    if unit:
        return unit
    if tokens.words[at][:1].isalpha() and tokens.lows[at] not in syntax().function:
        return _per_noun(tokens, at)
    return None


def _per_unit(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """A unit that a rate is per: "square foot", "kWh", "m²"."""
    for size in (3, 2, 1):
        unit = unit_lexicon().words.get(" ".join(tokens.lows[at : at + size]))
        if unit and unit.dimension != "multiple":
            return at + size, unit.name
    symbol = read_powered(tokens, at) if tokens.words[at] not in ("in", "a") else None
    return (symbol.next, symbol.unit.name) if symbol else None


def _per_number(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """ "per 100,000 people", "per million", "per thousand trap nights"."""
    numbers = number_words()
    amount = 1.0
    if is_number(tokens.words[at]):
        digits = tokens.words[at].replace(",", "")
        if not digits.isdecimal() or len(digits) > 12:
            return None
        amount, at = float(digits), at + 1
    while amount < _LARGEST and tokens.lows[at] in numbers.scales:
        amount, at = amount * numbers.scales[tokens.lows[at]], at + 1
    if not tokens.words[at][:1].isalpha() or tokens.lows[at] in syntax().stops:
        return at, f"{amount:.0f}"
    after, noun = _per_unit(tokens, at) or _per_noun(tokens, at)
    return after, f"{amount:.0f} {noun}"


_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot"}


def singular(low: str) -> str:
    """A noun's singular, enough for what rates are per: "people" is "person", "births" is "birth"."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


def _per_noun(tokens: Tokens, at: int) -> tuple[int, str]:
    end = at + 1
    while (
        end < at + 3 and tokens.words[end][:1].isalpha() and tokens.lows[end] not in syntax().stops and not tokens.lows[end].endswith("ing")
    ):
        end += 1
    if has_plural(tokens, at) is False and end > at + 2:
        end = at + 1
    return end, " ".join([*tokens.lows[at : end - 1], singular(tokens.lows[end - 1])])
