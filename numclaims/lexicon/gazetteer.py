"""The shipped names of countries, provinces and cities, as one set. It knows how they are keyed, not where they are.

They stand in places.json, which `python -m numclaims.lexicon.build_places` makes; words about places are in places.toml.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from numclaims.lexicon.words import longest_phrases, read_toml, word_classes


@cache
def place_names() -> frozenset[str]:
    """The shipped names, read at the first call: lower-cased tokens joined by spaces, without diacritics ("guinea - bissau")."""
    shipped = json.loads((files("numclaims.lexicon") / "places.json").read_bytes())
    return frozenset(shipped["names"].split("\n"))


@cache
def _longest() -> dict[str, int]:
    """The most tokens of a name by its first token, where that is more than one."""
    return longest_phrases(name for name in place_names() if " " in name)


def is_place_name(tokens: list[str]) -> bool:
    """Whether these lower-cased tokens are a name of the gazetteer. Diacritics do not matter; capitals are for the caller."""
    return _folded(" ".join(tokens)) in place_names()


def longest_name(first: str) -> int:
    """The most tokens that a name beginning with this lower-cased token may have."""
    return _longest().get(_folded(first), 1)


def _folded(name: str) -> str:
    """A name without diacritics."""
    if name.isascii():
        return name
    return "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The word classes of places.toml, lower-cased; the file says what each is for. `cues` are all that may begin a place's phrase."""

    where: frozenset[str]
    either: frozenset[str]
    movement: frozenset[str]
    directions: frozenset[str]
    parts: frozenset[str]
    beside: frozenset[str]
    areas: frozenset[str]
    sites: frozenset[str]
    seated: frozenset[str]
    common: frozenset[str]
    pointing: frozenset[str]
    attributes: frozenset[str]
    plurals: frozenset[str]
    heads: frozenset[str]
    organisations: frozenset[str]
    not_places: frozenset[str]
    hosting: frozenset[str]
    between: frozenset[str]
    reaching: frozenset[str]
    giving: frozenset[str]
    saying: frozenset[str]
    meetings: frozenset[str]
    times: frozenset[str]
    events: frozenset[str]
    onslaughts: frozenset[str]
    origins: frozenset[str]
    departures: frozenset[str]
    stakes: frozenset[str]
    ways: frozenset[str]
    titles: frozenset[str]
    loose: frozenset[str]
    wholes: frozenset[str]
    connectors: frozenset[str]
    demonyms: frozenset[str]
    before_number: frozenset[str]
    unmodified: frozenset[str]
    turns: frozenset[str]
    clock: frozenset[str]
    moments: frozenset[str]
    joins: frozenset[str]
    back: frozenset[str]
    cues: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The tables of places.toml but the names."""
    tables = read_toml("places.toml")
    del tables["names"]
    classes = word_classes(*tables.values())
    return PlaceWords(**classes, cues=classes["where"] | classes["either"] | classes["areas"])
