"""Names of machines with a number in them before a plural noun: "Leopard 2 tanks", "Boeing 737 jets". Elsewhere such a number counts.

"France 2 tanks" and "In Lviv 2 tanks" are no names: places act and are acted in.
"""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.wordnumbers import is_number_word
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.gazetteer import is_place_name, place_words
from numclaims.lexicon.names import name_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import bound_words, number_words

_AGAIN = 6  # tokens back in which the name was said
_REACH = 3  # tokens behind the number in which the machine is named


def names_model(tokens: Tokens, index: int) -> bool:
    """Whether the number at a token belongs to the capitalised word before it, as the name of a machine."""
    word = tokens.words[index]
    if not word.isdecimal() or len(word) > 4 or index == 0 or tokens.breaks(index) or tokens.glued(index) or tokens.glued(index + 1):
        return False
    if _counted_before(tokens, index) or _one_machine(tokens, index) or _named_again(tokens, index):
        return True
    name = tokens.words[index - 1]
    if not (name[:1].isupper() and name.isalpha() and len(name) > 1) or not _machine_behind(tokens, index + 1):
        return False
    before = tokens.lows[index - 2] if index > 1 else ""
    if is_number(before) or is_number_word(before) or (before in syntax().determiners and not is_plural(name.lower())):
        return True
    return not _is_common(name.lower()) and before not in name_words().places


def _counted_before(tokens: Tokens, index: int) -> bool:
    """ "two new 747 freighters", "two new 737 Max jets": the machines have their number already, and an adjective stands behind it."""
    adjective, number = tokens.lows[index - 1], tokens.lows[index - 2] if index > 1 else ""
    machine = index + 1 + tokens.words[index + 1][:1].isupper()
    if tokens.lows[machine] not in name_words().machines or not (is_number_word(number) or (is_number(number) and len(number) <= 3)):
        return False
    return adjective.isalpha() and not _is_common(adjective) and not is_number_word(adjective)


def _one_machine(tokens: Tokens, index: int) -> bool:
    """ "the 8088 chip", "a 747 jet": one machine by its number, as more than one would be in the plural; not "a 300 truck convoy"."""
    low, after = tokens.lows[index + 1], tokens.lows[index + 2]
    if len(tokens.words[index]) < 3 or low.endswith("s") or f"{low}s" not in name_words().machines:
        return False
    return not after[:1].isalpha() or after in syntax().function


def _named_again(tokens: Tokens, index: int) -> bool:
    """ "the Nova 11 Pro and 11 Pro Max": a name said before goes on without its first word."""
    name = tokens.words[index : index + 2]
    if not name[1][:1].isupper() or tokens.lows[index - 1] not in ("and", "or", ",", "&"):
        return False
    before = [at for at in range(max(1, index - _AGAIN), index - 1) if tokens.words[at : at + 2] == name]
    return any(not tokens.words[at - 1].islower() and tokens.words[at - 1].isalpha() for at in before)  # also "iPhone"


def _machine_behind(tokens: Tokens, at: int) -> bool:
    for follow in range(at, at + _REACH):
        low = tokens.lows[follow]
        if low in name_words().machines:
            return True
        if not low[:1].isalpha() or low in syntax().stops:
            return False
    return False


def _is_common(low: str) -> bool:
    """Whether a capitalised word is a place, a people, a month or a word that begins sentences, rather than a machine's name."""
    classes, bounds = syntax(), bound_words()
    if low in classes.stops or low in verb_forms().forms or is_plural(low) or low.endswith(("ed", "ly")):
        return True
    if low in roles().leading or low in roles().qualifiers or low in bounds.longest_before or low in number_words().units:
        return True
    months = calendar_words().months
    return low in months or low in calendar_words().weekdays or low in place_words().demonyms or is_place_name([low])
