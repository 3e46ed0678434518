"""The shipped gazetteer: what is in it, what is not, and that it is what the build makes."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import pytest

from numclaims.lexicon.build_places import built, keys, respelled, serialized
from numclaims.lexicon.gazetteer import is_place_name, place_names, place_words

SHIPPED = files("numclaims.lexicon") / "places.json"


def installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_the_shipped_gazetteer_is_what_the_build_makes() -> None:
    versions = json.loads(SHIPPED.read_bytes())["versions"]
    if {name: installed(name) for name in versions} != versions:
        pytest.skip("other versions of the sources are installed than the gazetteer was built from")
    assert SHIPPED.read_text(encoding="utf-8") == serialized(built())


@pytest.mark.parametrize(
    "name", ["ukraine", "kyiv", "odessa", "new york", "guinea - bissau", "u . s .", "red sea", "ontario", "west africa"]
)
def test_countries_cities_provinces_and_seas_are_known(name: str) -> None:
    assert is_place_name(name.split())


@pytest.mark.parametrize("name", ["march", "reading", "most", "police", "price", "nice", "congress", "the"])
def test_common_words_that_are_also_towns_are_not(name: str) -> None:
    assert not is_place_name([name])


def test_diacritics_do_not_matter() -> None:
    assert is_place_name(["são", "paulo"])
    assert keys(["São Paulo"]) == {"sao paulo"}


def test_other_spellings_of_a_city_share_its_consonants() -> None:
    assert list(respelled("Kharkiv", ["Kharkov", "Charkow", "Harkova", "Kharkov2"])) == ["Kharkov"]


def test_names_are_keyed_as_tokens() -> None:
    assert all(name == name.strip().lower() and "  " not in name for name in place_names())


def test_every_class_of_place_words_has_words() -> None:
    words = place_words()
    assert all(getattr(words, name) for name in words.__dataclass_fields__)
