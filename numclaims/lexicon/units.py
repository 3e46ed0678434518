"""Which words and symbols name a unit or a currency, and what one of it comes to in base units. It reads no text.

The entries stand in units.json, which `python -m numclaims.lexicon.build` makes from units.toml, currencies.toml, quantulum3,
pint and babel. None of those libraries is needed here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SHIPPED = Path(__file__).with_name("units.json")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a surface means: `value * factor + offset` of it is the same amount in `base_unit`.

    `name` is pint's canonical name, singular, with spaces for underscores ("nautical mile"), and "square" or "cubic" for powers
    ("square kilometer"). Exceptions: pint's degree_Celsius and degree_Fahrenheit are "celsius" and "fahrenheit"; "electronvolt" is
    one word; "barrel" is that of oil, 42 gallons; units that pint does not have ("night", "quintal", "billion cubic foot") have
    their expression in units.toml. Money is named by its ISO 4217 code, or by the bare word where that leaves the currency open
    ("peso", "cent").
    `dimension` is "length", "area", "time", ...; "money", "share" (percent and points), "concentration" (ppm) or "multiple".
    `base_unit` is what pint's to_base_units gives ("meter ** 2"), "" for money, shares, concentrations and multiples; the
    factor of a share or concentration gives the plain ratio.
    `per` is set where one word names a rate: "mph" is a "mile" per "hour"; factor and base unit are then those of the rate.
    `homograph` says that the surface is an everyday word or has another reading, so that it needs support from its context.
    """

    name: str
    dimension: str
    base_unit: str
    factor: float
    offset: float
    per: str
    homograph: bool


@dataclass(frozen=True, slots=True)
class UnitLexicon:
    """Dictionaries from surfaces to units.

    Keys of `words`, `currency_prefixes` and `currency_words` are lower-cased tokens joined by single spaces, a token being a
    run of letters (superscripts included) or a single mark: "square kilometers", "foot - pounds", "m . p . h .", "us $".
    Keys of `symbols` are case-sensitive and as printed, nothing between their tokens: "kWh", "°C", "km2", "km/h".
    ISO codes stand in `symbols` in capitals; as keys in lower case, those that are everyday words ("try", "mad") stand only in
    `currency_prefixes`, as homographs: money where they are printed in capitals.
    `names` has each unit by its own name, as claims carry it. `readings` has the units, itself first, that a name may stand for
    where prose leaves it open: a "ton" may be short, metric or long, "celsius" a temperature or a difference.
    `phrases_max` is the largest number of tokens in a key.
    """

    words: dict[str, Unit]
    symbols: dict[str, Unit]
    currency_prefixes: dict[str, Unit]
    currency_words: dict[str, Unit]
    names: dict[str, Unit]
    readings: dict[str, tuple[Unit, ...]]
    phrases_max: int


@cache
def unit_lexicon() -> UnitLexicon:
    """The shipped lexicon, read at the first call."""
    shipped = json.loads(_SHIPPED.read_bytes())
    lexicon = UnitLexicon({}, {}, {}, {}, {}, {}, shipped["phrases_max"])
    homes = (lexicon.words, lexicon.symbols, lexicon.currency_prefixes, lexicon.currency_words)
    for name, dimension, base_unit, factor, offset, per, homograph, *surfaces in shipped["units"]:
        unit = Unit(name, dimension, base_unit, factor, offset, per, homograph)
        if not per:
            lexicon.names.setdefault(name, unit)
        for home, keys in zip(homes, surfaces, strict=False):
            home.update(dict.fromkeys(keys, unit))
    names = lexicon.names
    lexicon.readings.update({name: tuple(names[other] for other in (name, *also)) for name, also in shipped["readings"].items()})
    return lexicon


def rate(unit: Unit, per: Unit) -> tuple[str, float] | None:
    """The base unit and factor of "`unit` per `per`", named as pint names it: kilometer, hour give "meter / second", 0.2777...

    None where either side has no base unit, as money and shares have none. A temperature counts as a difference.
    """
    if not unit.base_unit or not per.base_unit:
        return None
    powers = _powers(unit.base_unit)
    for name, power in _powers(per.base_unit).items():
        powers[name] = powers.get(name, 0) - power
    return _base_name(powers), unit.factor / per.factor


def named_power(name: str, exponent: int) -> str:
    """The name of a unit raised to a power: "meter", 2 give "square meter"; for powers 1 to 4."""
    prefixes = {1: "", 2: "square ", 3: "cubic ", 4: "quartic "}
    return prefixes[exponent] + name


def power(unit: Unit, exponent: int) -> Unit:
    """A unit raised to the power 2 or 3: metres give square metres, "meter ** 2"; what has no base unit stays without one."""
    name = named_power(unit.name, exponent)
    known = unit_lexicon().names.get(name)
    if known is not None:
        return known
    raised = _base_name({base: exponent * each for base, each in _powers(unit.base_unit).items()}) if unit.base_unit else ""
    dimension = {2: "area", 3: "volume"}[exponent] if unit.dimension == "length" else ""
    return Unit(name, dimension, raised, unit.factor**exponent, 0.0, "", False)


def unit_named(name: str) -> Unit | None:
    """The unit of a claim's name, powers of known units included ("square second")."""
    known = unit_lexicon().names.get(name)
    if known is not None:
        return known
    prefix, _, base = name.partition(" ")
    exponent = {"square": 2, "cubic": 3}.get(prefix)
    unit = unit_lexicon().names.get(base) if exponent else None
    return power(unit, exponent) if unit is not None and exponent else None


def _powers(base_unit: str) -> dict[str, int]:
    """ "kilogram * meter / second ** 2" as {"kilogram": 1, "meter": 1, "second": -2}."""
    powers: dict[str, int] = {}
    numerator, *denominators = base_unit.split(" / ")
    for side, terms in ((1, numerator.split(" * ")), (-1, denominators)):
        for term in terms:
            name, _, power = term.partition(" ** ")
            if name not in ("1", "dimensionless"):
                powers[name] = side * int(power or 1)
    return powers


def _base_name(powers: dict[str, int]) -> str:
    """The inverse of `_powers`, in pint's order: names sorted, products before quotients."""
    terms = [(name, power) for name, power in sorted(powers.items()) if power]
    above = [name if power == 1 else f"{name} ** {power}" for name, power in terms if power > 0]
    below = [name if power == -1 else f"{name} ** {-power}" for name, power in terms if power < 0]
    if not above and not below:
        return "dimensionless"
    return " / ".join([" * ".join(above) or "1", *below])
