"""The words that show that a word before them is a verb: what its object begins with."""

from __future__ import annotations

from numclaims.lexicon.syntax import syntax
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
