"""Words that tell who did what to what, from roles.toml, as sets ready for lookup. It classifies words, never sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml, word_classes


@dataclass(frozen=True, slots=True)
class Roles:
    """Sets of lower-cased words and verb lemmas; roles.toml says what each is for."""

    speech: frozenset[str]
    reports: frozenset[str]
    with_objects: frozenset[str]
    tallying: frozenset[str]
    trading: frozenset[str]
    giving: frozenset[str]
    gaining: frozenset[str]
    harming: frozenset[str]
    judging: frozenset[str]
    causing: frozenset[str]
    blaming: frozenset[str]
    with_of: frozenset[str]
    with_for: frozenset[str]
    deciding: frozenset[str]
    punishing: frozenset[str]
    paying: frozenset[str]
    raising: frozenset[str]
    states: frozenset[str]
    qualifiers: frozenset[str]
    not_nouns: frozenset[str]
    leading: frozenset[str]
    bodies: frozenset[str]
    assaults: frozenset[str]
    companies: frozenset[str]
    company_names: frozenset[str]
    company_parts: frozenset[str]
    tolls: frozenset[str]
    properties: frozenset[str]
    statistics: frozenset[str]
    amounts: frozenset[str]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    subordinators: frozenset[str]
    nouns_in_ly: frozenset[str]
    adverbs: frozenset[str]


@cache
def roles() -> Roles:
    """The word lists of roles.toml; `reports` holds the verbs of saying as well."""
    tables = read_toml("roles.toml")
    lists = word_classes(*tables.values())
    lists["reports"] |= lists["speech"]
    return Roles(**lists)
