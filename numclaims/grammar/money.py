"""Currencies: the mark before a number, and whether a word behind one is money. It knows no amounts."""

from __future__ import annotations

from functools import cache

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import number_words

_MONEY_WORDS = frozenset(
    """cost costs costing pay pays paid paying worth price priced prices sell sells sold buy bought spend spent earn earned salary wage fine
    fined fee fees charge charged raise raised fund funding budget loan debt profit loss revenue sales turnover income tax bill bills
    investment invest invested donated donation savings saved rent sterling cash money aid grant grants pension bonus deal stake""".split()
)


def is_money(tokens: Tokens, at: int, size: int, unit: Unit) -> bool:
    """A currency word that is also an everyday word must be printed as a code, or count money."""
    word = tokens.words[at]
    if not unit.homograph or size > 1:
        return True
    low = tokens.lows[at]
    if len(low) == 3 and low.upper() == unit.name:
        return word.isupper()
    if low == "kr" and word == "kR":
        return False
    if low == "p" and tokens.glued(at) and len(tokens.words[at - 1]) <= 2 and word.islower():
        return True
    if low in ("p", "sen", "c"):
        return word.islower() and not (tokens.words[at + 1][:1].isalpha() and low == "p" and tokens.lows[at + 1] not in syntax().function)
    if low == "marks":
        return _marks(tokens, at)
    if low in ("won", "real", "sol", "crown", "bob", "euro", "cent", "penny"):
        return low not in ("won", "real", "bob") or not tokens.words[at + 1][:1].isalpha() or tokens.lows[at + 1] in syntax().function
    return True


def _marks(tokens: Tokens, at: int) -> bool:
    """Whether marks are the money: by the million, or to the pfennig; not the marks of a school."""
    number = tokens.words[at - 1]
    return tokens.lows[at - 1] in number_words().scales or (is_number(number) and len(number.partition(".")[2]) > 1)


def about_money(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the words around say that pounds are money here."""
    around = tokens.lows[max(0, first - 6) : first] + tokens.lows[at + 1 : at + 6]
    return any(low in _MONEY_WORDS for low in around)


@cache
def _last_words() -> frozenset[str]:
    """The tokens that currency marks end with."""
    return frozenset(key.rpartition(" ")[2] for key in unit_lexicon().currency_prefixes)


def read_currency(tokens: Tokens, first: int) -> tuple[int, Unit] | None:
    """The currency right before the number at token `first`: the token it begins at, and its unit."""
    if tokens.lows[first - 1] not in _last_words():
        return None
    prefixes = unit_lexicon().currency_prefixes
    for size in (3, 2, 1):
        if first - size < 0:
            continue
        key = tokens.lows[first - 1] if size == 1 else " ".join(tokens.lows[first - size : first])
        unit = prefixes.get(key)
        if unit is None and size == 2 and key.endswith(" $") and tokens.glued(first - 1):
            unit = prefixes.get(tokens.lows[first - 2])
        if unit is None or (size > 1 and not tokens.glued(first - size + 1) and key[0] not in "urhacn$"):
            continue
        if size == 2 and key == "a $" and not tokens.glued(first - 1):
            continue
        if tokens.words[first - 1][-1:].isalpha() and not _prefix_meant(tokens, first, size, unit):
            continue
        return first - size, unit
    return None


def _prefix_meant(tokens: Tokens, first: int, size: int, unit: Unit) -> bool:
    """A currency word before a number must look like a code: "USD 200", "Rs 4.50", "RM120,000", "rmb 10"."""
    word = tokens.words[first - 1]
    if size == 1 and first >= 2 and is_number(tokens.words[first - 2]) and not tokens.glued(first):
        return tokens.lows[first - 3] in unit_lexicon().currency_prefixes if first >= 3 else False
    amount, low = tokens.words[first], tokens.lows[first - 1]
    if low == "ps":
        numbers, follow = number_words(), tokens.lows[first + 1]
        return tokens.glued(first) and (len(amount) > 1 or follow in numbers.short_scales or follow in numbers.scales)
    if len(word) == 1:
        large = len(amount) > 1 and (amount[0] != "1" or len(amount) > 2)
        return word == "R" and tokens.glued(first) and large and not tokens.glued(first - 1)
    if word.isupper() or tokens.glued(first) or tokens.text.islower():
        return True
    return low in ("rs", "rp", "kr", "rm", "tk", "sen", "rmb", "ksh", "sh") or not unit.homograph
