"""Words reduced to keys that their relatives share, for comparing what a claim and a row speak of. It knows no claims.

Verb forms come down to their lemma ("sold" to "sell"), plurals and common endings are cut ("delivery" to "deliver"), and the words
of one line of lexicon/evidence.toml have one key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import read_toml

LOWER = re.compile(r"\b[a-z][\w’'-]*")
"""A word in small letters as it stands in a text, with what hyphens and apostrophes join to it."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d{4}s?")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIXES = ("ations", "ation", "ments", "ment", "ances", "ance", "ences", "ence", "ings", "ing", "ions", "ion", "ures", "ure", "als", "al",
             "ages", "age", "ers", "er", "ors", "or", "ees", "ee", "ies", "ied", "y", "es", "ed", "s", "e")  # fmt: skip
_LIGHT = frozenset(("ies", "y", "s", "e"))
_LEAST = 4
"""So many letters must be left of a word whose ending is cut, one less for the light endings."""


@dataclass(frozen=True, slots=True)
class RelatedWords:
    """`same` maps a cut word to the first of its line in evidence.toml; `quantities` holds the keys of words that only say what
    sort of quantity a number is ("price", "total")."""

    same: dict[str, str]
    quantities: frozenset[str]


@cache
def related_words() -> RelatedWords:
    """The tables of lexicon/evidence.toml."""
    tables = read_toml("evidence.toml")
    same: dict[str, str] = {}
    for line in tables["same"]["lines"]:
        first, *others = map(_cut, line.split())
        same.update(dict.fromkeys((first, *others), first))
    quantities = frozenset(same.get(cut, cut) for cut in map(_cut, tables["quantities"]["words"].split()))
    return RelatedWords(same, quantities)


@lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """What a word is compared by, "" for words of grammar such as "the" and "of"."""
    lowered = _POSSESSIVE.sub("", word.lower())
    if lowered in syntax().function or len(lowered) < 2:
        return ""
    cut = _cut(lowered)
    return related_words().same.get(cut, cut)


def keys(text: str) -> tuple[str, ...]:
    """The keys of a text's words in their order, without words of grammar."""
    return tuple(found for word in WORD.findall(text) if (found := key(word)))


def head(phrase: str) -> str:
    """The key of the noun that a noun phrase is built on: the last word, or the last before a preposition."""
    last = ""
    for word in WORD.findall(phrase):
        if last and word.lower() in syntax().prepositions:
            break
        last = key(word) or last
    return last


def is_quantity_word(found: str) -> bool:
    """Whether a key is that of a word that only says what sort of quantity a number is."""
    return found in related_words().quantities


def _cut(word: str) -> str:
    lemma = verb_forms().forms.get(word, (word, ""))[0]
    for suffix in _SUFFIXES:
        if lemma.endswith(suffix) and not lemma.endswith("ss") and len(lemma) - len(suffix) >= _LEAST - (suffix in _LIGHT):
            return lemma[: -len(suffix)]
    return lemma
