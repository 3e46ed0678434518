"""The words that cite a source, from reporting.toml, as tables ready for lookup. It knows forms and classes, not sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from numclaims.lexicon.words import read_toml, word_classes

Form = Literal["past", "third", "base", "participle"]
Governs = Literal["free", "clause", "framed", "phrasal", "counting"]
_FORMS: tuple[Form, ...] = ("past", "third", "base", "participle")


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """One form of a reporting verb and what it must govern to cite; a word of `frame` has to follow a framed or phrasal verb."""

    lemma: str
    form: Form
    governs: Governs
    frame: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reporting:
    """Reporting verbs by form, and the nouns that go with them, all lower-cased; `cues` are the words that may cite a source."""

    verbs: dict[str, ReportingVerb]
    documents: frozenset[str]
    materials: frozenset[str]
    counts: frozenset[str]
    figures: frozenset[str]
    homographs: frozenset[str]
    occasions: frozenset[str]
    times: frozenset[str]
    between: frozenset[str]
    refusals: frozenset[str]
    circumstances: frozenset[str]
    pronouns: frozenset[str]
    cues: frozenset[str]


@cache
def reporting() -> Reporting:
    """The tables of reporting.toml. A form that is both past and base ("put") counts as past."""
    tables = read_toml("reporting.toml")
    verbs: dict[str, ReportingVerb] = {}
    kinds: tuple[Governs, ...] = ("free", "clause", "framed", "phrasal", "counting")
    for governs in kinds:
        for lemma, row in tables["verbs"][governs].items():
            forms, _, frame = row.partition(" : ")
            for form, word in zip(_FORMS, forms.split(), strict=True):
                verbs.setdefault(word, ReportingVerb(lemma, form, governs, frozenset(frame.split())))
    nouns = word_classes(tables["nouns"])
    return Reporting(verbs, **nouns, cues=nouns["counts"] | nouns["figures"] | {*verbs, "according"})
