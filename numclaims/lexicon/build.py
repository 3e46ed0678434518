"""Builds units.json, the lexicon that is shipped, from units.toml, currencies.toml, quantulum3, pint and babel.

Run as `python -m numclaims.lexicon.build` with the development dependencies installed. It knows who wins where two sources claim
one surface: the hand-written files, then what follows from them by prefix and power, then the libraries. It knows no unit.
"""

from __future__ import annotations

import importlib.util
import json
import tomllib
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict, cast

import pint

from numclaims.lexicon.surfaces import Surfaces, abbreviations, compound, forms, hyphened, key
from numclaims.lexicon.units import Unit

Registry = pint.UnitRegistry[float]

_FOLDER = Path(__file__).parent
_SOURCES = ("quantulum3", "pint", "babel")
_DIGITS = 13  # significant digits kept of a factor: what is beyond is noise of binary fractions
_POWERS = {2: ("square", "sq", "²", "area"), 3: ("cubic", "cu", "³", "volume")}
_NOT_PHYSICAL = ("currency", "dimensionless")
_ENTITIES = {  # dimensions of quantulum3 under our names
    "data storage": "information",
    "data transfer rate": "data rate",
    "radiation absorbed dose": "radiation dose",
    "volume (lumber)": "volume",
}


class UnitEntry(TypedDict, total=False):
    """One line of units.toml, whose head explains the keys."""

    words: list[str]
    short: list[str]
    symbols: list[str]
    prefixes: str
    powers: list[int]
    per: str
    pint: str
    ratio: float
    also: list[str]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A unit with the ways units.toml spells it; `powers` are those that prose takes of it."""

    unit: Unit
    words: list[str]
    short: list[str]
    symbols: list[str]
    powers: list[int]

    def claim(self, surfaces: Surfaces) -> None:
        """Claim words and symbols as they are."""
        surfaces.claim("words", [*hyphened(forms(self.words)), *abbreviations(self.short)], self.unit)
        surfaces.claim("symbols", self.symbols, self.unit)


def pint_expression(name: str) -> str:
    """Pint's expression for a unit's name: "square nautical mile" gives "nautical_mile ** 2"."""
    for power, (adjective, *_) in _POWERS.items():
        if name.startswith(f"{adjective} "):
            return f"{pint_expression(name.removeprefix(f'{adjective} '))} ** {power}"
    return name.replace(" ", "_")


def measured(registry: Registry, expression: str) -> tuple[str, float, float]:
    """Base unit, factor and offset of a pint expression."""
    amount = registry.parse_expression(expression)
    one = amount.to_base_units()
    zero = registry.Quantity(0, amount.units).to_base_units().magnitude
    return str(one.units), float(f"{one.magnitude - zero:.{_DIGITS}g}"), float(f"{zero:.{_DIGITS}g}")


def written_unit(registry: Registry, dimension: str, name: str, entry: UnitEntry) -> Unit:
    """The unit that a line of units.toml defines."""
    per = entry.get("per", "")
    if "ratio" in entry:
        return Unit(name, dimension, "", entry["ratio"], 0.0, per, False)
    expression = entry.get("pint", f"{pint_expression(name)} / {per}" if per else pint_expression(name))
    if not expression:
        return Unit(name, dimension, name, 1.0, 0.0, per, False)
    return Unit(name, dimension, *measured(registry, expression), per, False)


def prefixed(registry: Registry, base: Spelled, prefix: str) -> Spelled:
    """A unit with a metric prefix, both signs for micro included."""
    metric = registry.Unit(f"{prefix}meter")
    scale = registry.Quantity(1, metric).to("meter").magnitude
    mark = f"{metric:~}".removesuffix("m")
    marks = ("\N{MICRO SIGN}", "\N{GREEK SMALL LETTER MU}") if prefix == "micro" else (mark,)
    unit = replace(base.unit, name=prefix + base.unit.name, factor=float(f"{scale * base.unit.factor:.{_DIGITS}g}"))
    symbols = [mark + symbol for mark in marks for symbol in base.symbols]
    return Spelled(unit, compound(prefix, base.words), [], symbols, base.powers)


def add_units(surfaces: Surfaces, registry: Registry, dimensions: dict[str, dict[str, UnitEntry]]) -> None:
    """Claim what units.toml says, then what its prefixes and powers make of it."""
    made: list[Spelled] = []
    derived: list[Spelled] = []
    for dimension, entries in dimensions.items():
        for name, entry in entries.items():
            unit = written_unit(registry, dimension, name, entry)
            lists = (entry.get("words", []), entry.get("short", []), entry.get("symbols", []), entry.get("powers", []))
            made.append(Spelled(unit, *lists))
            derived += [prefixed(registry, made[-1], prefix) for prefix in entry.get("prefixes", "").split()]
    for spelled in made + derived:
        spelled.claim(surfaces)
    for spelled in made + derived:
        for power in spelled.powers:
            add_power(surfaces, registry, spelled, power)


def add_power(surfaces: Surfaces, registry: Registry, base: Spelled, power: int) -> None:
    """Claim the squares or cubes of a unit of length: "square miles", "sq mi", "miles squared", "mi²", "mi2"."""
    adjective, short, mark, dimension = _POWERS[power]
    name = f"{adjective} {base.unit.name}"
    unit = Unit(name, dimension, *measured(registry, pint_expression(name)), "", False)
    symbols = [symbol for symbol in base.symbols if symbol.isalpha()]
    surfaces.claim("words", hyphened(forms(compound(f"{adjective} ", base.words))), unit)
    for length in [*forms(base.words), *map(key, base.short), *map(key, symbols)]:
        spellings = (f"{adjective} {length}", f"{short} {length}", f"{short} . {length}", f"{length} {adjective}d", length + mark)
        surfaces.claim("words", hyphened(spellings), unit)
    for symbol in symbols:
        surfaces.claim("symbols", [symbol + mark, f"{symbol}{power}", f"{symbol}^{power}"], unit)


def add_quantulum(surfaces: Surfaces, registry: Registry, skipped: dict[str, list[str]]) -> None:
    """Claim the words and symbols that quantulum3 has for units which pint knows, but for those units.toml skips or spells."""
    spec = importlib.util.find_spec("quantulum3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("quantulum3 is not installed; install the development dependencies: pip install -e .[dev]")
    entries = json.loads(Path(spec.origin).with_name("units.json").read_text(encoding="utf-8"))
    skip = {*map(key, skipped["words"]), *surfaces.excluded["words"]}
    ours = surfaces.homes["words"]
    for name, entry in entries.items():
        words = [word for word in map(key, entry.get("surfaces", ())) if word not in skip and "per " not in word]
        unit = known(surfaces, registry, words, _ENTITIES.get(entry["entity"], entry["entity"]))
        if unit is None or entry["entity"] in _NOT_PHYSICAL or " per " in name:
            continue
        symbols = (symbol for symbol in entry["symbols"] if symbol.isalpha() and len(symbol) > 1 and key(symbol) not in ours)
        surfaces.claim("symbols", (symbol for symbol in symbols if symbol not in skipped["symbols"]), unit)
        surfaces.claim("words", hyphened(forms(word for word in words if word not in ours)), unit)


def known(surfaces: Surfaces, registry: Registry, words: list[str], dimension: str) -> Unit | None:
    """The unit that these words stand for: ours where we have one of them, else a new one where pint does; None where neither."""
    for word in words:
        if word in surfaces.homes["words"]:
            return replace(surfaces.homes["words"][word], homograph=False)
    for expression in (word.replace(" - ", "_").replace(" ", "_") for word in words):
        if expression in registry:
            name = str(registry.Unit(expression)).replace("_", " ")
            return surfaces.units.get((name, "")) or Unit(name, dimension, *measured(registry, expression), "", False)
    return None


def money(code: str) -> Unit:
    """A currency, by ISO 4217 code or, where the country is open, by its word."""
    return Unit(code, "money", "", 1.0, 0.0, "", False)


def add_currencies(surfaces: Surfaces, written: dict[str, dict[str, list[str]]]) -> None:
    """Claim what currencies.toml says, then the ISO codes, symbols and English names of the currencies in use."""
    from babel import Locale
    from babel.core import get_global
    from babel.numbers import get_currency_name

    for code, marks in written["prefixes"].items():
        surfaces.claim("prefixes", map(key, marks), money(code))
    for code, words in written["words"].items():
        surfaces.claim("currency_words", forms(words), money(code))
    english = Locale("en")
    uses = (use for territory in get_global("territory_currencies").values() for use in territory)
    for code in sorted({code for code, _, end, tender in uses if tender and end is None}):
        names = {get_currency_name(code, count, english) for count in (None, 1, 2)}
        surfaces.claim("prefixes", sorted({key(code), key(english.currency_symbols.get(code, code))}), money(code))
        surfaces.claim("symbols", [code], money(code))
        surfaces.claim("currency_words", [key(code), *sorted(map(key, names))], money(code))
    for mark, unit in surfaces.homes["prefixes"].items():
        if not mark[-1].isalpha() and mark[-1] not in ".=/":
            surfaces.claim("currency_words", [mark], replace(unit, homograph=False))


def built() -> dict[str, object]:
    """The content of units.json, from the files beside this one and the installed libraries."""
    registry: Registry = pint.UnitRegistry()
    units = tomllib.loads((_FOLDER / "units.toml").read_text(encoding="utf-8"))
    currencies = tomllib.loads((_FOLDER / "currencies.toml").read_text(encoding="utf-8"))
    homographs, excluded, skipped = units.pop("homographs"), units.pop("excluded"), units.pop("quantulum3")
    surfaces = Surfaces(_by_home(homographs, currencies.pop("homographs")), _by_home(excluded, currencies.pop("excluded")))
    add_units(surfaces, registry, units)
    add_quantulum(surfaces, registry, skipped)
    add_currencies(surfaces, currencies)
    entries = {name: entry for dimension in units.values() for name, entry in dimension.items() if "also" in entry}
    keys = (surface for home in ("words", "prefixes", "currency_words") for surface in surfaces.homes[home])
    return {
        "versions": {source: version(source) for source in _SOURCES},
        "phrases_max": max(surface.count(" ") + 1 for surface in keys),
        "readings": {name: entry["also"] for name, entry in entries.items()},
        "units": surfaces.rows(),
    }


def _by_home(units: dict[str, list[str]], money: dict[str, list[str]]) -> dict[str, set[str]]:
    """The lists of both files, by the home they speak of."""
    symbols = {*units["symbols"], *money["symbols"]}
    prefixes, currency_words = set(money["prefixes"]), set(money["words"])
    return {"words": set(units["words"]), "symbols": symbols, "prefixes": prefixes, "currency_words": currency_words}


def serialized(content: dict[str, object]) -> str:
    """The text of units.json: a unit a line, so that a change can be read."""
    rows = cast("list[object]", content["units"])
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    head = json.dumps({name: value for name, value in content.items() if name != "units"})
    return f'{head[:-1]}, "units": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    (_FOLDER / "units.json").write_text(serialized(built()), encoding="utf-8")
