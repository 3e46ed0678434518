"""Words that tell an age, from ages.toml, as sets ready for lookup. It reads no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml, word_classes


@dataclass(frozen=True, slots=True)
class AgeWords:
    """Sets of lower-cased words; ages.toml says what each is for."""

    persons: frozenset[str]
    callings: frozenset[str]
    parents: frozenset[str]
    groups: frozenset[str]
    kin: frozenset[str]
    between: frozenset[str]
    bounding: frozenset[str]
    superlatives: frozenset[str]
    events: frozenset[str]


@cache
def age_words() -> AgeWords:
    """The word lists of ages.toml."""
    return AgeWords(**word_classes(*read_toml("ages.toml").values()))
