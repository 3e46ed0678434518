"""What stands behind a word that may be a verb: the words that its object begins with, or a verb whose subject it heads."""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words

_BEHIND_VERBS = frozenset("aside that to at about around up out down off nearly almost between more less only roughly some $ € £".split())


def object_follows(following: str, other: bool) -> bool:
    """What may stand behind a verb: a determiner, number, pronoun, preposition, mark, adverb; behind a sure verb anything."""
    if not other:
        return True
    classes = syntax()
    if following in classes.determiners or following in classes.pronouns or following in _BEHIND_VERBS:
        return True
    return following[:1].isdigit() or following in number_words().units or following in number_words().tens


_REACH = 8  # words between a noun and the verb of its clause


def heads_subject(tokens: Tokens, at: int) -> bool:
    """Whether a word with a preposition behind is a noun, as the verb of its clause follows: "steel exports to Peru fell"."""
    lows, forms = tokens.lows, verb_forms().forms
    if lows[at + 1] not in syntax().prepositions and lows[at + 1] != "to":
        return False
    for ahead in range(at + 2, at + 2 + _REACH):
        low = lows[ahead]
        if not low[:1].isalnum() or low in syntax().conjunctions or low in syntax().pronouns or low in ("that", "who", "which", "where"):
            return False
        form: str = forms[low][1] if low in forms else ""
        if low in roles().auxiliaries or (form == "past" and low not in verb_forms().others):
            return True
        if ahead == at + 2 and lows[at + 1] == "to" and form == "base":
            return False
    return False
