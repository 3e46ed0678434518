"""What the shipped lexicon makes of the surfaces that prose uses, and what it stays away from."""

from __future__ import annotations

import subprocess
import sys

import pytest
from work import calls

from numclaims.lexicon.units import UnitLexicon, rate, unit_lexicon

WORDS = [
    ("kilometers", "kilometer", "length", 1000),
    ("kilometre", "kilometer", "length", 1000),
    ("metres", "meter", "length", 1),
    ("millimeters", "millimeter", "length", 0.001),
    ("microns", "micrometer", "length", 1e-6),
    ("feet", "foot", "length", 0.3048),
    ("ft", "foot", "length", 0.3048),
    ("inches", "inch", "length", 0.0254),
    ("yards", "yard", "length", 0.9144),
    ("miles", "mile", "length", 1609.344),
    ("nautical miles", "nautical mile", "length", 1852),
    ("light - years", "light year", "length", 9.4607304725808e15),
    ("square kilometres", "square kilometer", "area", 1e6),
    ("square - mile", "square mile", "area", 2589988.110336),
    ("sq ft", "square foot", "area", 0.09290304),
    ("sq . ft", "square foot", "area", 0.09290304),
    ("sq m", "square meter", "area", 1),
    ("square feet", "square foot", "area", 0.09290304),
    ("m²", "square meter", "area", 1),
    ("meters squared", "square meter", "area", 1),
    ("hectares", "hectare", "area", 10_000),
    ("dunams", "dunam", "area", 1000),
    ("cubic meters", "cubic meter", "volume", 1),
    ("cu ft", "cubic foot", "volume", 0.028316846592),
    ("litres", "liter", "volume", 0.001),
    ("millilitres", "milliliter", "volume", 1e-6),
    ("barrels", "barrel", "volume", 0.158987294928),
    ("gallons", "gallon", "volume", 0.003785411784),
    ("imperial gallons", "imperial gallon", "volume", 0.00454609),
    ("teaspoons", "teaspoon", "volume", 4.92892159375e-6),
    ("acre - feet", "acre foot", "volume", 1233.4892384681),
    ("bcm", "billion cubic meter", "volume", 1e9),
    ("kilos", "kilogram", "mass", 1),
    ("kgs", "kilogram", "mass", 1),
    ("grammes", "gram", "mass", 0.001),
    ("mcg", "microgram", "mass", 1e-9),
    ("tonnes", "metric ton", "mass", 1000),
    ("metric tons", "metric ton", "mass", 1000),
    ("tons", "ton", "mass", 907.18474),
    ("lbs", "pound", "mass", 0.45359237),
    ("ounces", "ounce", "mass", 0.028349523125),
    ("stone", "stone", "mass", 6.35029318),
    ("seconds", "second", "time", 1),
    ("secs", "second", "time", 1),
    ("mins", "minute", "time", 60),
    ("hrs", "hour", "time", 3600),
    ("nights", "night", "time", 86400),
    ("fortnight", "fortnight", "time", 1_209_600),
    ("decades", "decade", "time", 315_576_000),
    ("centuries", "century", "time", 3_155_760_000),
    ("millennia", "millennium", "time", 31_557_600_000),
    ("celsius", "celsius", "temperature", 1),
    ("celcius", "celsius", "temperature", 1),
    ("degrees c", "celsius", "temperature", 1),
    ("° c", "celsius", "temperature", 1),
    ("deg f", "fahrenheit", "temperature", 5 / 9),
    ("degrees fahrenheit", "fahrenheit", "temperature", 5 / 9),
    ("degrees", "degree", "angle", 0.0174532925199),
    ("knots", "knot", "speed", 0.514444444444),
    ("kilowatt - hours", "kilowatt hour", "energy", 3.6e6),
    ("kwh", "kilowatt hour", "energy", 3.6e6),
    ("foot - pounds", "foot pound", "energy", 1.3558179483314),
    ("tons of tnt", "ton TNT", "energy", 4.184e9),
    ("pound - feet", "pound foot", "torque", 1.3558179483314),
    ("lb - ft", "pound foot", "torque", 1.3558179483314),
    ("megawatts", "megawatt", "power", 1e6),
    ("horsepower", "horsepower", "power", 745.69987158227),
    ("pounds per square inch", "pound force per square inch", "pressure", 6894.757293168),
    ("psi", "pound force per square inch", "pressure", 6894.757293168),
    ("hertz", "hertz", "frequency", 1),
    ("gigabytes", "gigabyte", "information", 8e9),
    ("megapixels", "megapixel", "image", 1e6),
    ("milliampere hours", "milliampere hour", "charge", 3.6),
    ("decibels", "decibel", "sound level", 1),
    ("per cent", "percent", "share", 0.01),
    ("pct", "percent", "share", 0.01),
    ("%", "percent", "share", 0.01),
    ("percentage points", "percentage point", "share", 0.01),
    ("percentage - point", "percentage point", "share", 0.01),
    ("% points", "percentage point", "share", 0.01),
    ("basis points", "basis point", "share", 0.0001),
    ("parts per million", "part per million", "concentration", 1e-6),
    ("times", "time", "multiple", 1),
    ("- fold", "time", "multiple", 1),
]
SYMBOLS = [
    ("km", "kilometer", "length", 1000),
    ("cm", "centimeter", "length", 0.01),
    ("µm", "micrometer", "length", 1e-6),
    ("nm", "nanometer", "length", 1e-9),
    ("Å", "angstrom", "length", 1e-10),
    ("km2", "square kilometer", "area", 1e6),
    ("km²", "square kilometer", "area", 1e6),
    ("m3", "cubic meter", "volume", 1),
    ("ha", "hectare", "area", 10_000),
    ("mL", "milliliter", "volume", 1e-6),
    ("dl", "deciliter", "volume", 1e-4),
    ("cc", "cubic centimeter", "volume", 1e-6),
    ("\N{MICRO SIGN}g", "microgram", "mass", 1e-9),
    ("\N{GREEK SMALL LETTER MU}g", "microgram", "mass", 1e-9),
    ("t", "metric ton", "mass", 1000),
    ("Mt", "megatonne", "mass", 1e9),
    ("kt", "kilotonne", "mass", 1e6),
    ("ms", "millisecond", "time", 0.001),
    ("Myr", "megayear", "time", 31_557_600e6),
    ("Ga", "gigayear", "time", 31_557_600e9),
    ("°C", "celsius", "temperature", 1),
    ("℃", "celsius", "temperature", 1),
    ("K", "kelvin", "temperature", 1),
    ("kW", "kilowatt", "power", 1000),
    ("mW", "milliwatt", "power", 0.001),
    ("MW", "megawatt", "power", 1e6),
    ("GWh", "gigawatt hour", "energy", 3.6e12),
    ("keV", "kiloelectronvolt", "energy", 1.602176634e-16),
    ("mAh", "milliampere hour", "charge", 3.6),
    ("kHz", "kilohertz", "frequency", 1000),
    ("Ghz", "gigahertz", "frequency", 1e9),
    ("MB", "megabyte", "information", 8e6),
    ("Mb", "megabit", "information", 1e6),
    ("kN", "kilonewton", "force", 1000),
    ("MPa", "megapascal", "pressure", 1e6),
    ("mmol", "millimole", "amount of substance", 0.001),
    ("nT", "nanotesla", "magnetic field", 1e-9),
    ("dB", "decibel", "sound level", 1),
    ("‰", "permille", "share", 0.001),
    ("×", "time", "multiple", 1),
]
RATES = [
    ("mph", "mile", "hour", "meter / second", 0.44704),
    ("m . p . h .", "mile", "hour", "meter / second", 0.44704),
    ("kph", "kilometer", "hour", "meter / second", 1 / 3.6),
    ("km / h", "kilometer", "hour", "meter / second", 1 / 3.6),
    ("rpm", "revolution", "minute", "radian / second", 0.10471975512),
    ("mpg", "mile", "gallon", "1 / meter ** 2", 425143.707),
    ("bpm", "beat", "minute", "1 / second", 1 / 60),
    ("bpd", "barrel", "day", "meter ** 3 / second", 1.8401307e-6),
    ("mbps", "megabit", "second", "bit / second", 1e6),
]


@pytest.fixture(scope="module")
def lexicon() -> UnitLexicon:
    return unit_lexicon()


@pytest.mark.parametrize(("surface", "name", "dimension", "factor"), WORDS)
def test_words_name_their_unit(lexicon: UnitLexicon, surface: str, name: str, dimension: str, factor: float) -> None:
    unit = lexicon.words[surface]
    assert (unit.name, unit.dimension) == (name, dimension)
    assert unit.factor == pytest.approx(factor, rel=1e-9)


@pytest.mark.parametrize(("surface", "name", "dimension", "factor"), SYMBOLS)
def test_symbols_keep_their_case(lexicon: UnitLexicon, surface: str, name: str, dimension: str, factor: float) -> None:
    unit = lexicon.symbols[surface]
    assert (unit.name, unit.dimension) == (name, dimension)
    assert unit.factor == pytest.approx(factor, rel=1e-9)


@pytest.mark.parametrize(("surface", "name", "per", "base_unit", "factor"), RATES)
def test_one_word_may_name_a_rate(lexicon: UnitLexicon, surface: str, name: str, per: str, base_unit: str, factor: float) -> None:
    unit = lexicon.words[surface]
    assert (unit.name, unit.per, unit.base_unit) == (name, per, base_unit)
    assert unit.factor == pytest.approx(factor, rel=1e-6)


@pytest.mark.parametrize(
    ("surface", "value", "kelvin"),
    [("celsius", 100, 373.15), ("fahrenheit", -40, 233.15), ("fahrenheit", 212, 373.15), ("kelvin", 5, 5)],
)
def test_temperatures_have_an_offset(lexicon: UnitLexicon, surface: str, value: float, kelvin: float) -> None:
    unit = lexicon.words[surface]
    assert unit.base_unit == "kelvin"
    assert value * unit.factor + unit.offset == pytest.approx(kelvin)


@pytest.mark.parametrize(
    "word",
    [
        "hand",
        "hands",
        "leagues",
        "points",
        "point",
        "line",
        "lines",
        "mark",
        "marks",
        "set",
        "sets",
        "drop",
        "drops",
        "particle",
        "dozen",
        "pair",
    ],
)
def test_counted_nouns_are_no_units(lexicon: UnitLexicon, word: str) -> None:
    assert word not in lexicon.words


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "an",
        "am",
        "at",
        "are",
        "us",
        "is",
        "on",
        "by",
        "to",
        "and",
        "but",
        "people",
        "goals",
        "seats",
        "rods",
        "chains",
        "links",
        "poles",
        "slugs",
        "quarters",
        "mps",
        "gps",
    ],
)
def test_everyday_words_are_no_units(lexicon: UnitLexicon, word: str) -> None:
    assert word not in lexicon.words
    assert word not in lexicon.symbols
    assert word not in lexicon.currency_words
    assert word not in lexicon.currency_prefixes


@pytest.mark.parametrize(
    "word",
    [
        "in",
        "x",
        "foot",
        "yard",
        "second",
        "pound",
        "pounds",
        "degree",
        "degrees",
        "stone",
        "bar",
        "bars",
        "cup",
        "cups",
        "bit",
        "bits",
        "pt",
        "mo",
        "sec",
        "pc",
        "bps",
        "pp",
    ],
)
def test_words_with_a_second_reading_are_homographs(lexicon: UnitLexicon, word: str) -> None:
    assert lexicon.words[word].homograph


@pytest.mark.parametrize("symbol", ["m", "g", "s", "t", "h", "l", "L", "K", "A", "V", "W", "B", "d", "in", "MT", "Ma", "nm"])
def test_symbols_with_a_second_reading_are_homographs(lexicon: UnitLexicon, symbol: str) -> None:
    assert lexicon.symbols[symbol].homograph


@pytest.mark.parametrize("word", ["feet", "yards", "seconds", "kilometers", "kilos", "percent", "hours", "days", "tons", "celsius"])
def test_plain_units_need_no_support(lexicon: UnitLexicon, word: str) -> None:
    assert not lexicon.words[word].homograph


@pytest.mark.parametrize(
    ("unit", "per", "base_unit", "factor"),
    [
        ("kilometer", "hour", "meter / second", 1 / 3.6),
        ("joule", "second", "kilogram * meter ** 2 / second ** 3", 1),
        ("milligram", "deciliter", "kilogram / meter ** 3", 0.01),
        ("cubic foot", "second", "meter ** 3 / second", 0.028316846592),
        ("hour", "day", "dimensionless", 1 / 24),
        ("celsius", "hour", "kelvin / second", 1 / 3600),
        ("hertz", "second", "1 / second ** 2", 1),
    ],
)
def test_rates_have_a_base_unit(lexicon: UnitLexicon, unit: str, per: str, base_unit: str, factor: float) -> None:
    found = rate(lexicon.names[unit], lexicon.names[per])
    assert found is not None
    assert found[0] == base_unit
    assert found[1] == pytest.approx(factor)


@pytest.mark.parametrize(("unit", "per"), [("USD", "day"), ("percent", "year"), ("kilometer", "USD"), ("time", "day")])
def test_rates_of_money_and_shares_have_none(lexicon: UnitLexicon, unit: str, per: str) -> None:
    assert rate(lexicon.names[unit], lexicon.names[per]) is None


@pytest.mark.parametrize(
    ("name", "other"),
    [("ton", "metric ton"), ("gallon", "imperial gallon"), ("calorie", "kilocalorie"), ("celsius", "delta degree Celsius")],
)
def test_words_that_leave_the_unit_open_have_all_its_readings(lexicon: UnitLexicon, name: str, other: str) -> None:
    first, *more = lexicon.readings[name]
    assert first == lexicon.names[name]
    assert lexicon.names[other] in more


def test_no_key_is_longer_than_the_lexicon_says(lexicon: UnitLexicon) -> None:
    keys = [*lexicon.words, *lexicon.currency_words, *lexicon.currency_prefixes]
    assert max(key.count(" ") + 1 for key in keys) == lexicon.phrases_max


def test_keys_are_lower_case_and_symbols_have_no_spaces(lexicon: UnitLexicon) -> None:
    for table in (lexicon.words, lexicon.currency_words, lexicon.currency_prefixes):
        assert [key for key in table if key != key.lower() or key != " ".join(key.split())] == []
    assert [symbol for symbol in lexicon.symbols if " " in symbol] == []


def test_the_lexicon_is_read_fast_and_without_the_libraries_it_was_built_from() -> None:
    probe = (
        "import sys; from numclaims.lexicon.units import unit_lexicon; unit_lexicon();"
        "print([name for name in ('pint', 'babel', 'quantulum3', 'pandas') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_lexicon_is_read_in_two_calls_a_surface_at_most() -> None:
    unit_lexicon.cache_clear()
    taken = calls(unit_lexicon)
    lexicon = unit_lexicon()
    assert taken < 2 * sum(len(home) for home in (lexicon.words, lexicon.symbols, lexicon.currency_prefixes, lexicon.currency_words))
