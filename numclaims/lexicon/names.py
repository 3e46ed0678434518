"""Words beside numbers that are scores or parts of names, from names.toml, as sets ready for lookup. It reads no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml, word_classes


@dataclass(frozen=True, slots=True)
class NameWords:
    """Sets of lower-cased words; names.toml says what each is for."""

    before: frozenset[str]
    behind: frozenset[str]
    votes: frozenset[str]
    cricket: frozenset[str]
    machines: frozenset[str]
    places: frozenset[str]


@cache
def name_words() -> NameWords:
    """The word lists of names.toml."""
    return NameWords(**word_classes(*read_toml("names.toml").values()))
