"""What the build makes of its sources: spellings, precedence, and agreement with pint."""

from __future__ import annotations

import json
import tomllib
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

import pint
import pytest

from numclaims.lexicon.surfaces import Surfaces, abbreviations, compound, forms, hyphened, key, plural
from numclaims.lexicon.units import Unit, unit_lexicon

LEXICON = files("numclaims.lexicon")


def hand_written() -> list[tuple[str, dict[str, Any]]]:
    """The entries of units.toml: name and what is said of it."""
    dimensions: dict[str, dict[str, Any]] = tomllib.loads(LEXICON.joinpath("units.toml").read_text(encoding="utf-8"))
    lists = ("homographs", "excluded", "quantulum3")
    return [item for dimension, units in dimensions.items() if dimension not in lists for item in units.items()]


def overridden() -> dict[str, str]:
    """The pint expressions that units.toml gives, by unit."""
    return {name: entry["pint"] for name, entry in hand_written() if "pint" in entry and "per" not in entry}


def installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_the_shipped_lexicon_is_what_the_build_makes() -> None:
    shipped = LEXICON.joinpath("units.json").read_text(encoding="utf-8")
    if any(installed(source) != wanted for source, wanted in json.loads(shipped)["versions"].items()):
        pytest.skip("the lexicon was built from other versions of its sources")
    from numclaims.lexicon.build import built, serialized

    assert serialized(built()) == shipped, "run python -m numclaims.lexicon.build"


@pytest.mark.parametrize("kind", ["words", "short", "symbols"])
def test_no_surface_is_written_down_for_two_units(kind: str) -> None:
    written = [surface for _, entry in hand_written() for surface in entry.get(kind, ())]
    forms_of_words = list(forms(written)) if kind == "words" else written
    repeated = {surface for surface in set(forms_of_words) if forms_of_words.count(surface) > 1}
    invariant = {"millennium"} | {word.split("|")[0] for word in written if len(set(word.split("|"))) == 1}
    assert repeated - invariant == set()


def test_every_physical_unit_agrees_with_pint() -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    expressions, disagreeing, compared = overridden(), [], 0
    for name, unit in unit_lexicon().names.items():
        length = name.removeprefix("square ").removeprefix("cubic ").replace(" ", "_")
        power = {"square": 2, "cubic": 3}.get(name.split(" ")[0], 1)
        expression = expressions.get(name, f"{length} ** {power}" if power > 1 else length)
        if not unit.base_unit or not expression:
            continue
        parsed = registry.parse_expression(expression)
        for value in (0.0, 1.0, 250.0):
            theirs = registry.Quantity(value * parsed.magnitude, parsed.units).to(unit.base_unit).magnitude
            if value * unit.factor + unit.offset != pytest.approx(theirs, rel=1e-9, abs=1e-60):
                disagreeing.append((name, value, theirs))
        compared += 1
    assert disagreeing == []
    assert compared > 250


def test_base_units_are_spelled_as_pint_spells_them() -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    own = {name for name, expression in overridden().items() if not expression}
    bases = {unit.base_unit for name, unit in unit_lexicon().names.items() if unit.base_unit and name not in own}
    assert {base for base in bases if str(registry.parse_units(base)) != base} == set()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("meter", "meters"),
        ("inch", "inches"),
        ("century", "centuries"),
        ("day", "days"),
        ("board foot", "board feet"),
        ("lux", "luxes"),
        ("ton of coal", "tons of coal"),
    ],
)
def test_plurals_are_regular_english(noun: str, expected: str) -> None:
    assert plural(noun) == expected


def test_surfaces_are_keyed_by_their_tokens() -> None:
    assert key("Sq. ft") == "sq . ft"
    assert key("US$") == "us $"
    assert list(forms(["foot|feet", "lux|lux", "watt hour"])) == ["foot", "feet", "lux", "lux", "watt hour", "watt hours"]
    assert list(hyphened(["watt hour", "day"])) == ["watt hour", "watt - hour", "day"]
    assert list(abbreviations(["m.p.h", "ft"])) == ["m . p . h", "m . p . h .", "ft"]
    assert compound("square ", ["foot|feet", "mile"]) == ["square foot|square feet", "square mile"]


def test_the_first_to_claim_a_surface_keeps_it_and_excluded_ones_go_to_nobody() -> None:
    homes: dict[str, set[str]] = {"words": set(), "symbols": set(), "prefixes": set(), "currency_words": set()}
    surfaces = Surfaces({**homes, "words": {"stone"}}, {**homes, "words": {"hand"}})
    stone = Unit("stone", "mass", "kilogram", 6.35, 0.0, "", False)
    surfaces.claim("words", ["stone", "hand"], stone)
    surfaces.claim("words", ["stone", "pebble"], Unit("pebble", "mass", "kilogram", 0.1, 0.0, "", False))
    assert {surface: (unit.name, unit.homograph) for surface, unit in surfaces.homes["words"].items()} == {
        "stone": ("stone", True),
        "pebble": ("pebble", False),
    }
