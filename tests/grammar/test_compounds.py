"""Units of scientific prose: products and quotients of symbols, powers, lost spaces, and surfaces that the words around decide."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read
from numclaims.lexicon.bases import to_base

QUOTIENTS = [
    ("The foil passed 40 µmol m−2 s−1 of light.", 40, "micromole", "square meter per second"),
    ("The stand grew by 7.5 Mg ha−1 yr−1.", 7.5, "megagram", "hectare per year"),
    ("The foam conducts 0.03 W m-1 K-1.", 0.03, "watt", "meter per kelvin"),
    ("The foam conducts 0.03 W/(m·K).", 0.03, "watt", "meter kelvin"),
    ("The oil holds 1.9 J g⁻¹ K⁻¹.", 1.9, "joule", "gram per kelvin"),
    ("The film reached 340 cm2 V−1 s−1.", 340, "square centimeter", "volt per second"),
    ("The bond takes 85 kJ mol−1.", 85, "kilojoule", "mole"),
    ("The lambs got 2 mg/kg/day.", 2, "milligram", "kilogram per day"),
    ("The lambs got 2 mg per kg per day.", 2, "milligram", "kilogram per day"),
    ("The lambs got 30 ml/kg per hour.", 30, "milliliter", "kilogram per hour"),
    ("The cart sped up at 3.2 m/s².", 3.2, "meter", "square second"),
    ("The cart sped up at 3.2 m/s2.", 3.2, "meter", "square second"),
    ("The cart sped up at 3.2 m s−2.", 3.2, "meter", "square second"),
    ("The lamp gives 800 W/m^2.", 800, "watt", "square meter"),
    ("The oven warms by 4 °C min−1.", 4, "celsius", "minute"),
    ("The plate warmed by 4 deg C min-1.", 4, "celsius", "minute"),
    ("The band lies at 1420 cm−1.", 1420, "", "centimeter"),
    ("The gas has 250 cm^-3.", 250, "", "cubic centimeter"),
    ("The dish held 60 cfu/ml.", 60, "colony forming unit", "milliliter"),
    ("The flask had 150 U/ml of enzyme.", 150, "enzyme unit", "milliliter"),
    ("The room costs $70 per person per night.", 70, "USD", "person per night"),
]
LOST_SPACES = [
    ("The stream ran at 0.4 ms−1.", "meter", "second"),
    ("The panel took 650 Wm−2.", "watt", "square meter"),
    ("The brick has 960 kgm-3.", "kilogram", "cubic meter"),
    ("The film pulls with 0.05 Nm−1.", "newton", "meter"),
]
PRODUCTS = [
    ("Tighten the nut to 45 N m.", "newton meter"),
    ("The syrup has 12 mPa s.", "millipascal second"),
    ("The tube span at 9,000 × g.", "standard gravity"),
    ("The tube held 5 mM of salt.", "millimole"),
    ("The tube held a 2 M HCl solution.", "mole"),
    ("The rod bore 6 kN.", "kilonewton"),
    ("The mill made 3 Mt of steel.", "megatonne"),
    ("The strap holds 20 ksi.", "kilopound per square inch"),
    ("The chamber fell to 4 μbar.", "microbar"),
    ("The block has 14 storeys.", "storey"),
    ("The pond froze at 2 oC.", "celsius"),
    ("The hut stands at 62 °N.", "degree"),
    ("The lake drains every 40 d.", "day"),
    ("The car did 95 m.p.h.", "mile"),
]
CUES = [
    ("The wind blew at 30 kt all night.", "knot"),
    ("The works emitted 30 kt of soot.", "kilotonne"),
    ("Pressure at the eye was 960 mb.", "millibar"),
    ("The capacitor holds 3 F.", "farad"),
    ("It was 70 F outside.", "fahrenheit"),
    ("The magnet reached 7 T.", "tesla"),
    ("A 320 bp fragment of DNA was cut out.", "base pair"),
    ("Yields fell by 12 bp on Tuesday.", "basis point"),
    ("The gene spans 5 kb of the chromosome.", "kilobase pair"),
    ("The ship lay 12 nm off the coast.", "nautical mile"),
    ("The film is 12 nm thin.", "nanometer"),
    ("The ring has a 2 ct diamond.", "carat"),
]
LOST_POWERS = [
    ("The dish held 3 × 104 spores.", 3e4),
    ("The dish held 2.5×1011 cm−3.", 2.5e11),
    ("The board has 6 × 103 pixels.", 6e3),
    ("The sheet is 6 × 103 mm.", 6),
    ("He ran the 4 × 100 m relay.", 4),
    ("The error was 10−5 at most.", 1e-5),
]
LETTERS = ["The team ran 5 A/B tests.", "There is a 4 m/f split.", "We saw 3 S bends."]


@pytest.mark.parametrize(("text", "value", "unit", "per"), QUOTIENTS)
def test_what_a_unit_is_divided_by_is_told_in_words(text: str, value: float, unit: str, per: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.unit, quantity.per) == (value, unit, per)


@pytest.mark.parametrize(("text", "unit", "per"), LOST_SPACES)
def test_symbols_run_together_are_read_apart_before_a_negative_power(text: str, unit: str, per: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.unit, quantity.per) == (unit, per)


@pytest.mark.parametrize(("text", "unit"), PRODUCTS + CUES)
def test_units_of_laboratories_workshops_and_charts(text: str, unit: str) -> None:
    assert read(text).quantities[0].unit == unit


@pytest.mark.parametrize("text", LETTERS)
def test_letters_that_stand_for_something_else_are_no_units(text: str) -> None:
    assert read(text).quantities[0].unit == ""


@pytest.mark.parametrize(("text", "value"), LOST_POWERS)
def test_powers_of_ten_that_lost_their_raised_exponent(text: str, value: float) -> None:
    assert read(text).quantities[0].value == pytest.approx(value)


def test_the_letter_of_a_cited_year_is_no_unit() -> None:
    assert read("The lake is old (Sorel et al., 2004b).").quantities == ()


def test_a_quotient_of_three_units_has_base_units() -> None:
    base = to_base("megagram", "hectare per year")
    assert base.unit == "kilogram / meter ** 2 / second"
    assert base.convert(1.0) == pytest.approx(1000 / 1e4 / 31557600)
    assert to_base("meter", "square second").unit == "meter / second ** 2"
    assert to_base("milligram", "kilogram of fish").unit == ""
