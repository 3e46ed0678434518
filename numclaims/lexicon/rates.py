"""What rates are per by an adverb or adjective alone, nouns of pay, and the currencies that others are quoted in. It reads no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml


@dataclass(frozen=True, slots=True)
class RateWords:
    """`adverbs` and `quoted` by lower-cased word; `pay` the nouns of pay."""

    adverbs: dict[str, str]
    pay: frozenset[str]
    quoted: dict[str, str]


@cache
def rate_words() -> RateWords:
    """The tables of rates.toml."""
    tables = read_toml("rates.toml")
    return RateWords(tables["adverbs"], frozenset(tables["pay"]["nouns"].split()), tables["quoted"])
