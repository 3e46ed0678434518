"""What rates are per by an adverb or adjective alone, nouns of pay, and the currencies that others are quoted in. It reads no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml, word_classes


@dataclass(frozen=True, slots=True)
class RateWords:
    """`adverbs` and `quoted` by lower-cased word; `each`, `priced` and `pay` are nouns, as rates.toml says."""

    adverbs: dict[str, str]
    each: frozenset[str]
    priced: frozenset[str]
    pay: frozenset[str]
    quoted: dict[str, str]


@cache
def rate_words() -> RateWords:
    """The tables of rates.toml."""
    tables = read_toml("rates.toml")
    each, pay = word_classes(tables["each"]), word_classes(tables["pay"])
    return RateWords(tables["adverbs"], each["nouns"], each["priced"], pay["nouns"], tables["quoted"])
