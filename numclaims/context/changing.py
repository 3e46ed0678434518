"""Two places where words that have a verb's form need a closer look: the verb of a change between two levels, and a participle behind the
size of one thing. It looks at the words and tags before and the words behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.verbs import verb_forms

LEVELS = frozenset(("from", "by", "linearly", "sharply", "("))
"""What stands behind the verb of a change between levels, where it could be a noun as well: "the load increases from 5 to 9 kN"."""
SIZES = frozenset("tall long wide deep high thick broad".split())
"""What stands behind a measure and says in which direction it is taken: "3 metres thick"."""


def goes_up_or_down(tokens: Tokens, at: int, tags: Sequence[str]) -> bool:
    """Whether a form in -s is the verb of change of a clause that has no other: "the load increases from 5 to 9 kN"."""
    low, back = tokens.lows[at], len(tags) - 1
    if low not in syntax().up_verbs and low not in syntax().down_verbs:
        return False
    while (back >= 0 and tags[back] in ("N", "D", "A")) or (back > 0 and tokens.lows[at - len(tags) + back] == "of"):
        back -= 1
    opens = back < 0 or tags[back] in ("C", "P", ".") or tokens.lows[at - len(tags) + back] in ("as", "when")
    return opens and not verb_ahead(tokens, at)


def verb_ahead(tokens: Tokens, at: int) -> bool:
    """Whether a word that can only be a verb follows soon, so that this one is a noun: "peace talks in Istanbul ended"."""
    forms = verb_forms()
    for ahead, low in enumerate(tokens.lows[at + 1 : at + 12], at):
        if low in (".", ";", ","):
            return False
        if tokens.lows[ahead] == "to":
            continue
        if low in roles().auxiliaries or (low in forms.forms and forms.forms[low][1] == "past" and low not in forms.others):
            return True
    return False


def sized(tokens: Tokens, at: int) -> bool:
    """Whether the size of one thing stands before a participle: "a 50 mm fixed lens", "a 3 metre thick buried layer"."""
    unit = at - 1 - (tokens.lows[at - 1] in SIZES)
    measured = tokens.lows[unit] in unit_lexicon().words or tokens.words[unit] in unit_lexicon().symbols
    return measured and is_number(tokens.words[unit - 1]) and tokens.lows[unit - 2] in ("a", "an")
