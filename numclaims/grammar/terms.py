"""Single terms, left to right: one numeral each, with the sign, currency, scale and unit that belong to it.

It decides what is a number worth reading at all; ranges, bounds and lists are made of terms elsewhere.
"""

from __future__ import annotations

from functools import cache

from numclaims.grammar.ages import read_age
from numclaims.grammar.calendar import read_month, read_when
from numclaims.grammar.counting import chain_end, counts
from numclaims.grammar.lists import is_list_mark
from numclaims.grammar.money import read_currency
from numclaims.grammar.names import skip_name
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.numerals import read_numeral
from numclaims.grammar.rates import is_every_number
from numclaims.grammar.scales import read_short_scale
from numclaims.grammar.term import Term, Terms
from numclaims.grammar.termunits import read_term_unit
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.syntax import is_plural
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_DASHES = frozenset("-–—‐‑−‒")
_MINUS_WORDS = frozenset(("minus", "negative"))
_OPENING = frozenset("( = < > , : ≤ ≥ of to and between from ~ ∼".split())
_RATED = 9  # tokens between a number and what it is a rate of
_ONES = frozenset(("a", "an", "one", "another", "full"))


@cache
def _starters() -> frozenset[str]:
    """Words at which a number in words can begin."""
    numbers = number_words()
    return frozenset().union(
        numbers.units, numbers.tens, numbers.scales, numbers.ordinals, numbers.multiples, numbers.fraction_signs, numbers.groups,
        ("half", "dozens", "scores", "tens", "hundreds", "thousands", "millions", "billions", "trillions", "several", "couple", "a", "an"),
    )  # fmt: skip


@cache
def _after_article() -> frozenset[str]:
    """Words that make a number of the article before them: "a dozen", "a third", "a few"."""
    numbers = number_words()
    return (
        frozenset(numbers.scales)
        | frozenset(numbers.ordinals)
        | frozenset(("half", "quarter", "dozen", "couple", "few", "twenty", "thirty", "forty", "fifty"))
    )


@cache
def _cues() -> frozenset[str]:
    """Words at which a term or a date can begin."""
    return _starters() | _ONES | frozenset(calendar_words().months)


def read_terms(tokens: Tokens, *, spaced: bool) -> Terms:
    """All terms of a text; see `Term`. `spaced` as in `read_numeral`."""
    found = Terms([], [], 0)
    cues, after = _cues(), 0
    for at in [at for at, low in enumerate(tokens.lows) if low in cues or low[-1:].isdecimal()]:
        if at >= after:
            after = _read_at(tokens, at, spaced, found)
    return found


def _read_at(tokens: Tokens, at: int, spaced: bool, found: Terms) -> int:
    """Take in the term or date that begins at a token; the index behind it, or behind the token where there is none."""
    lows, low = tokens.lows, tokens.lows[at]
    if is_number(low):
        found.numbers += 1
        after = _skip(tokens, at, found)
        if after > at:
            return after
        if at and (lows[at - 1] == "per" or (is_every_number(tokens, at) and _number_near(found, at))):
            return at + 1
    elif low in calendar_words().months:
        return _month(tokens, at, found)
    elif low not in _starters() or (low in ("a", "an") and lows[at + 1] not in _after_article()):
        return _taken(found, _unit_and_half(tokens, at) or _single_time(tokens, at) if low in _ONES else None, at)
    elif chain_end(tokens, at) > at:
        return chain_end(tokens, at)
    term = (_unit_and_half(tokens, at) if low == "one" else None) or _term(tokens, at, spaced)
    found.numbers += term is not None and not is_number(low)
    return _taken(found, term, at)


def _number_near(found: Terms, at: int) -> bool:
    """Whether a number stands shortly before, which may be a rate: "3 deaths for every 1,000 births"."""
    return bool(found.terms) and found.terms[-1].next > at - _RATED


def _taken(found: Terms, term: Term | None, at: int) -> int:
    """The index behind a term that is taken in, or behind the token `at` where there is none."""
    if term is None:
        return at + 1
    found.terms.append(term)
    return term.next


def _month(tokens: Tokens, at: int, found: Terms) -> int:
    """The index behind a date that begins with its month, which is taken in, or behind the month alone."""
    month = read_month(tokens, at)
    if month is None:
        return at + 1
    found.numbers += 1
    if month.date:
        found.dates.append(month.date)
    return month.next


def _skip(tokens: Tokens, at: int, found: Terms) -> int:
    """The index behind a date, time or name that begins at a number, or `at`."""
    when = read_when(tokens, at)
    if when:
        if when.date:
            found.dates.append(when.date)
        return when.next
    return skip_name(tokens, at)


def _term(tokens: Tokens, at: int, spaced: bool) -> Term | None:
    numeral = read_numeral(tokens, at, spaced=spaced, between=at > 0 and tokens.lows[at - 1] == "between")
    if numeral is None or not counts(tokens, numeral):
        return None
    term = Term(
        numeral.first,
        numeral.next,
        numeral.first,
        numeral.next,
        numeral.value,
        numeral.low,
        numeral.high,
        numeral.step,
        numeral.form,
        numeral.scale,
    )
    _ratio(tokens, term)
    _currency(tokens, term)
    read_short_scale(tokens, term, numeral)
    read_term_unit(tokens, term)
    _sign(tokens, term)
    read_age(tokens, term)
    return term


def _ratio(tokens: Tokens, term: Term) -> None:
    """ "one in five", "two out of three", "1 in 20", "one of every six": a share."""
    lows, at = tokens.lows, term.next
    if term.value is None or term.scale != 1 or term.form not in ("words", "digits") or term.value > 99:
        return
    if lows[at] == "in":
        start = at + 1
    elif lows[at] == "out" and lows[at + 1] == "of":
        start = at + 2
    elif lows[at] == "of":
        start = at + 1
        if lows[start] != "every":
            return
    else:
        return
    start += lows[start] == "every"
    if not (
        is_number(tokens.words[start])
        or lows[start] in number_words().units
        or lows[start] in number_words().tens
        or lows[start] in ("a", "one")
    ):
        return
    bottom = read_numeral(tokens, start)
    if (
        bottom is None
        or bottom.value is None
        or bottom.value <= term.value
        or bottom.form not in ("words", "digits")
        or bottom.value != int(bottom.value)
    ):
        return
    if lows[at] == "in" and ((bottom.value > 1000 and bottom.bare) or read_when(tokens, start) or _time_next(tokens, bottom.next)):
        return
    term.value, term.next, term.number_next, term.form, term.step = (
        term.value / bottom.value,
        bottom.next,
        bottom.next,
        "fraction",
        0.0,
    )


def _time_next(tokens: Tokens, at: int) -> bool:
    unit = unit_lexicon().words.get(tokens.lows[at])
    return (
        (unit is not None and unit.dimension == "time")
        or tokens.words[at] in ("%", "-")
        or tokens.lows[at] in ("games", "matches", "seasons", "starts", "races", "tests", "innings", "attempts", "league", "months'")
    )


def _currency(tokens: Tokens, term: Term) -> None:
    first = term.first
    if first and tokens.words[first - 1] in _DASHES and tokens.glued(first) and first > 1 and tokens.words[first - 1] != "—":
        found = read_currency(tokens, first - 1)
        if found and tokens.glued(first - 1):
            term.first, term.unit, term.unit_printed, term.negative = found[0], found[1], True, True
        return
    found = read_currency(tokens, first)
    if found:
        term.first, term.unit, term.unit_printed = found[0], found[1], True


def _sign(tokens: Tokens, term: Term) -> None:
    """ "minus 45C", "-5", "negative ten"; a hyphen behind a word or number is none."""
    first = term.first
    if term.negative:
        _negate(term)
        return
    if not first:
        return
    before = tokens.words[first - 1]
    if tokens.lows[first - 1] == "minus" and tokens.lows[max(0, first - 3) : first] == ["plus", "or", "minus"]:
        term.first = first - 3
        return
    if tokens.lows[first - 1] in _MINUS_WORDS or (before in _DASHES and first > 1 and tokens.lows[first - 2] in _MINUS_WORDS):
        term.first = first - 1 - (before in _DASHES)
        _negate(term)
    elif before in "-−–‒" and before != "" and not _itemised(tokens, term):
        glued_left = tokens.glued(first - 1) and (tokens.words[first - 2][:1].isalnum() or tokens.words[first - 2] in "%)°]’'\"”")
        number_left = first > 1 and is_number(tokens.words[first - 2])
        temperature = term.unit is not None and term.unit.dimension == "temperature" and not number_left
        opening = first == 1 or tokens.words[first - 2] in _OPENING
        if (tokens.glued(first) and not glued_left) or (not tokens.glued(first) and (temperature or opening)):
            negative = not number_left or (tokens.glued(first) and before != "-")
            if negative:
                term.first = first - 1
                _negate(term)


def _itemised(tokens: Tokens, term: Term) -> bool:
    """Whether the hyphen before a number opens a list item: behind a space, or before something counted, which is never negative."""
    at = term.first - 1
    if at == 0 and not tokens.words[term.next][:1].isalpha():
        return False
    return is_list_mark(tokens, at) or (term.unit is None and tokens.heads_line(at) and has_plural(tokens, term.next))


def _negate(term: Term) -> None:
    term.negative = True
    if term.value is not None:
        term.value = -term.value


def _unit_and_half(tokens: Tokens, at: int) -> Term | None:
    """ "an hour and a half", "a foot and a half", "one year and a half"."""
    if tokens.lows[at + 2 : at + 5] != ["and", "a", "half"] and tokens.lows[at + 2 : at + 5] != ["and", "a", "quarter"]:
        return None
    unit = unit_lexicon().words.get(tokens.lows[at + 1])
    if unit is None or (is_plural(tokens.lows[at + 1]) and tokens.lows[at + 1] != "foot"):
        return None
    part = 0.5 if tokens.lows[at + 4] == "half" else 0.25
    return Term(at, at + 5, at, at + 5, 1 + part, None, None, 0.0, "words", unit=unit, unit_printed=True)


def _single_time(tokens: Tokens, at: int) -> Term | None:
    """One of a unit of time, said as an amount: "for an hour", "another week", "a full year", "full-time" aside."""
    lows, start = tokens.lows, at + 1
    if lows[at] in ("a", "an"):
        full = lows[start] in ("full", "whole")
        if not full and lows[at - 1] != "for":
            return None
        start += full
    start += tokens.words[start] == "-"
    unit = unit_lexicon().words.get(lows[start])
    if (
        unit is None
        or unit.dimension != "time"
        or lows[start].endswith("s")
        or unit.homograph
        or lows[start + 1] in ("-", "of", "and", "or")
    ):
        return None
    if lows[start] in ("time", "day") and lows[at] == "another":
        return None
    return Term(at, start + 1, at, start, 1.0, None, None, 0.0, "words", unit=unit, unit_printed=True)
