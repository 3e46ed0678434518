"""The unit of a term, with what hangs on it: "half a mile", "ten times thicker", "3 yen billion", "$76 US a barrel".

Which words and symbols are units is for `measures` to say; this module knows which of them belong to the number before them.
"""

from __future__ import annotations

from numclaims.grammar.exchange import read_exchange_rate
from numclaims.grammar.measures import read_unit
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.rates import read_priced, read_rate
from numclaims.grammar.scales import apply_scale
from numclaims.grammar.symbols import Measured
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import HYPHENS, Tokens
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import number_words

_DESCRIBING = 2  # words between a number and its unit
_HALVED = frozenset("pound ounce cup degree second quart carat cent penny knot".split())  # "half a pound", not "half a bit"
_DESCRIBED = frozenset("time length area volume mass".split())
_MILLIONS = frozenset(("MUSD", "MEUR", "MGBP", "MSEK", "MNOK", "MDKK"))


def read_term_unit(tokens: Tokens, term: Term) -> None:
    """Give a term the unit and the rate that stand behind it, and to one whose currency stands in front what belongs to that."""
    lows, at = tokens.lows, term.next
    if term.form == "ordinal":
        return
    if term.unit is not None:
        _money_tail(tokens, term)
        return
    if term.form == "multiple":
        term.unit, term.unit_printed = unit_lexicon().words["times"], True
        return
    if tokens.words[at] in _MILLIONS and term.value is not None:
        term.unit, term.unit_printed, term.next = unit_lexicon().currency_words[lows[at][1:]], True, at + 1
        apply_scale(term, 1e6)
        return
    measured = read_unit(tokens, term.first, at, scaled=term.scale >= 1e6)
    if (measured is None and term.form == "fraction") or (term.form == "vague" and lows[at] == "of"):
        measured = _of_unit(tokens, term)
    if measured is None and term.form == "vague":
        measured = read_unit(tokens, term.first, at)
    if measured is None:
        measured = _size(tokens, term) or _described(tokens, term)
    if measured is None:
        read_exchange_rate(tokens, term)
        return
    if measured.unit.dimension == "multiple" and lows[at] == "times" and not _multiplies(tokens, measured.next):
        return
    if measured.unit.dimension == "money" and term.scale == 1 and tokens.lows[measured.next] in number_words().scales:
        scale = number_words().scales[tokens.lows[measured.next]]
        apply_scale(term, scale)
        measured = Measured(measured.next + 1, measured.unit)
    term.unit, term.unit_printed, term.next, term.per = measured.unit, True, measured.next, measured.per
    _read_rates(tokens, term)


def _size(tokens: Tokens, term: Term) -> Measured | None:
    """The size of one thing that is named behind it: "a 16 page leaflet", "six-speed gearboxes"; "12 page proofs" counts proofs."""
    hyphen = tokens.words[term.next] in HYPHENS
    at = term.next + hyphen
    low, head = tokens.lows[at], tokens.lows[at + 1]
    if low not in syntax().sizes or not tokens.words[at + 1][:1].isalpha() or head in syntax().stops or term.value in (None, 0, 1):
        return None
    if term.form == "fraction" or (not hyphen and has_plural(tokens, at)):
        return None
    return Measured(at + 1, Unit(low, "size", "", 1.0, 0.0, "", False))


def _described(tokens: Tokens, term: Term) -> Measured | None:
    """A unit in the plural behind words that leave it what it is: "three straight weeks", "40 more miles", "two full hours"."""
    if term.form in ("fraction", "vague"):
        return None
    for at in range(term.next, term.next + _DESCRIBING):
        if tokens.lows[at] not in syntax().measuring or tokens.glued(at):
            return None
        measured = read_unit(tokens, term.first, at + 1, scaled=term.scale >= 1e6)
        if measured and measured.unit.dimension in _DESCRIBED and is_plural(tokens.lows[measured.next - 1]):
            return measured
    return None


def _read_rates(tokens: Tokens, term: Term) -> None:
    """What a measure or an amount is per, one or more: "a day", "per person per night", the "per hour" behind "ml/kg"."""
    for _ in range(3):
        rate = None if term.per and tokens.lows[term.next] not in ("per", "/", "a") else read_rate(tokens, term.next)
        if rate is None and term.unit is not None and term.unit.dimension == "money" and not term.per:
            rate = read_priced(tokens, term.next)
        if rate is None:
            return
        term.next, term.per = rate[0], f"{term.per} per {rate[1]}" if term.per else rate[1]


def _multiplies(tokens: Tokens, at: int) -> bool:
    """Whether "times" compares ("ten times thicker", "1.9 times earnings"), rather than counts occasions ("14 times since 2005")."""
    low = tokens.lows[at]
    if low in ("as", "the", "more", "less", "what", "its", "their", "his", "her", "that", "those", "than", "over"):
        return True
    return low[:1].isalpha() and low not in syntax().stops and not low.endswith("ly") and low not in calendar_words().months


def _of_unit(tokens: Tokens, term: Term) -> Measured | None:
    """ "half an hour", "a quarter of a century", "half a mile", "hundreds of miles"."""
    at = term.next + (tokens.lows[term.next] == "of")
    if tokens.lows[at] in ("a", "an") or (tokens.lows[term.next] == "of" and term.form == "vague"):
        at += tokens.lows[at] in ("a", "an")
        measured = read_unit(tokens, term.first, at)
        if measured and measured.unit.name in ("percentage point", "basis point"):
            return measured
        if (
            measured
            and measured.unit.dimension not in ("share", "multiple")
            and not (measured.unit.homograph and measured.unit.dimension != "length" and tokens.lows[measured.next - 1] not in _HALVED)
        ):
            return measured
    return None


def _money_tail(tokens: Tokens, term: Term) -> None:
    """What follows an amount with its currency in front: the currency again, "US", a rate: "$76 US a barrel", "$10 dollars"."""
    at = term.next
    if tokens.words[at] in ("US", "U.S", "CAD", "USD") and term.unit is not None and term.unit.name in ("USD", "CAD"):
        at += 1
    elif tokens.lows[at : at + 4] == ["u", ".", "s", "."]:
        at += 4
    elif tokens.lows[at] in ("dollars", "euros") and term.unit is not None and term.unit.name in ("USD", "EUR"):
        at += 1
    term.next = at
    _read_rates(tokens, term)
