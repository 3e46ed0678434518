"""What surfaces with several readings mean by the words around them ("661 kt" of speed is knots). It reads no text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from numclaims.lexicon.surfaces import key
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import read_toml


@dataclass(frozen=True, slots=True)
class Cue:
    """A unit and the lower-cased words of which one must stand near."""

    unit: Unit
    words: frozenset[str]


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """The tables of cues.toml: by surface as printed, its readings in order. The units are no homographs there."""
    lexicon = unit_lexicon()
    return {
        surface: tuple(
            Cue(replace(lexicon.names.get(name) or lexicon.words[key(name)], homograph=False), frozenset(words.split()))
            for name, words in readings.items()
        )
        for surface, readings in read_toml("cues.toml").items()
    }
