"""Word classes for the grammar, from syntax.toml, as sets ready for lookup. It classifies words by form alone, never by context."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import read_toml, word_classes


@dataclass(frozen=True, slots=True)
class Syntax:
    """Sets of lower-cased words. `function` holds every closed-class word; `stops` those and the verbs, which end a noun phrase."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    function: frozenset[str]
    verbs: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]
    partitives: frozenset[str]
    naming: frozenset[str]
    sizes: frozenset[str]
    measuring: frozenset[str]
    up_verbs: frozenset[str]
    down_verbs: frozenset[str]
    up_nouns: frozenset[str]
    down_nouns: frozenset[str]
    up_steps: frozenset[str]
    down_steps: frozenset[str]
    unchanging: frozenset[str]
    collecting: frozenset[str]
    up_after: frozenset[str]
    down_after: frozenset[str]
    comparatives: frozenset[str]
    stocks: frozenset[str]
    baselines: frozenset[str]
    people: frozenset[str]
    people_endings: tuple[str, ...]
    labels: frozenset[str]


@cache
def syntax() -> Syntax:
    """The word classes of syntax.toml."""
    tables = read_toml("syntax.toml")
    classes = word_classes(tables["function"])
    function = frozenset().union(*classes.values())
    verbs = frozenset(tables["verbs"]["past"].split())
    return Syntax(
        determiners=classes["determiners"],
        prepositions=classes["prepositions"],
        conjunctions=classes["conjunctions"],
        pronouns=classes["pronouns"],
        auxiliaries=classes["auxiliaries"],
        function=function,
        verbs=verbs,
        stops=function | verbs,
        plurals=frozenset(tables["nouns"]["plurals"].split()),
        singulars=frozenset(tables["nouns"]["singulars"].split()),
        partitives=frozenset(tables["nouns"]["partitives"].split()),
        naming=frozenset(tables["verbs"]["naming"].split()),
        sizes=frozenset(tables["nouns"]["sizes"].split()),
        measuring=frozenset(tables["nouns"]["measuring"].split()),
        **word_classes(tables["trend"]),
        people=frozenset(tables["people"]["nouns"].split()),
        people_endings=tuple(tables["people"]["endings"].split()),
        labels=frozenset(tables["labels"]["words"].split()),
    )


@cache
def third_persons() -> frozenset[str]:
    """Verb forms in -s that are no nouns: "applies", "carries"."""
    known = verb_forms()
    return frozenset(form for form, (_, kind) in known.forms.items() if kind == "third" and form not in known.others)


@lru_cache(maxsize=1 << 15)
def is_plural(word: str) -> bool:
    """Whether a lower-cased word looks like a plural noun: "drones", "people", "dead"; not "gas", "various", "is"."""
    classes = syntax()
    if word in classes.plurals:
        return True
    if not word.endswith("s") or word in third_persons():
        return False
    return len(word) > 2 and not word.endswith(("ss", "us", "is", "ous")) and word not in classes.singulars


def is_people(phrase: str) -> bool:
    """Whether a noun phrase counts people, by its last word: "police officers", "dead", "Ukrainians"."""
    last = phrase.lower().rpartition(" ")[2]
    return last in syntax().people or last.endswith(syntax().people_endings)
