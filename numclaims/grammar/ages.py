"""Ages: "11-year-old", "aged 84", "a girl of 17", "Dyachuk, 27,". It looks at one term and the words around it."""

from __future__ import annotations

from numclaims.grammar.nouns import has_plural
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.units import unit_lexicon


def read_age(tokens: Tokens, term: Term) -> None:
    """ "11-year-old", "five years old", "87 yo", "aged 84", "a girl of 17", "Dyachuk, 27,"."""
    lows, at, first = tokens.lows, term.next, term.first
    if term.unit is not None and term.unit.dimension == "time":
        follow = at + (lows[at] == "-")
        if lows[follow] in ("old", "olds"):
            term.age, term.next = True, follow + 1
        elif lows[at : at + 2] == ["of", "age"]:
            term.age, term.next = True, at + 2
        return
    if term.unit is not None or term.form not in ("digits", "words") or term.value is None or not 0 < term.value < 130:
        return
    if lows[at] in ("yo", "y.o") or (lows[at] == "y" and lows[at + 1] in ("/", "o")):
        term.age, term.next = True, at + 1
    elif _said_age(tokens, first, at) or (term.form == "digits" and _apposed(tokens, first, at)):
        term.age = True
    if term.age:
        term.unit = unit_lexicon().words["year"]


def _said_age(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the words before a bare number say that it is an age: "aged 84", "at the age of 9", "turned 40", "who was 10"."""
    before, earlier = tokens.lows[first - 1], tokens.lows[first - 2]
    if before == "aged" or before == "age":
        return True
    if before == "of":
        return earlier in ("age", "ages") or (earlier in PERSONS and not has_plural(tokens, at))
    if before in ("turned", "turning", "turns") or (before == "at" and earlier in ("died", "dies", "die")):
        return not has_plural(tokens, at) and tokens.lows[at] not in ("to", "into")
    return earlier == "who" and before in ("was", "is", "turned") and not tokens.lows[at][:1].isalpha()


PERSONS = frozenset("boy girl man woman child lad youth teenager youngster toddler baby pensioner widow mother father son daughter".split())


def _apposed(tokens: Tokens, first: int, at: int) -> bool:
    """A bare number set off by commas behind a person's name: "Odile Vasseur, 64,"."""
    if first < 3 or tokens.words[first - 1] != "," or not (tokens.words[first - 2][:1].isupper() or tokens.lows[first - 2] in PERSONS):
        return False
    if tokens.lows[first - 2] in calendar_words().months or tokens.lows[first - 2] in calendar_words().weekdays:
        return False
    closed = (
        tokens.words[at] in (",", ";", ")")
        or (tokens.words[at] == "." and not tokens.glued(at + 1))
        or tokens.lows[at] == "who"
        or at >= tokens.count
    )
    listed = is_number(tokens.words[at + 1]) or tokens.lows[at + 1] in ("and", "or")
    return closed and not listed
