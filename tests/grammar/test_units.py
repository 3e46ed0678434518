"""Which unit a number has, and where a surface that looks like a unit is none. Factors and dimensions are tested with the lexicon."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read
from numclaims.model import Quantity

MEASURES: list[tuple[str, float, str, str]] = [
    ("The weld had a toughness of 1.2 MPa m1/2.", 1.2, "megapascal root meter", ""),
    ("The weld had a toughness of 1.2 MPa·m^1/2.", 1.2, "megapascal root meter", ""),
    ("The weld had a toughness of 1.2 MPa√m.", 1.2, "megapascal root meter", ""),
    ("The weld had a toughness of 40 ksi in^0.5.", 40, "kilopound per square inch root inch", ""),
    ("The weld bore 1.2 MPa.", 1.2, "megapascal", ""),
    ("Peat stores 600 PgC.", 600, "petagram", ""),
    ("The field lost 12 kgN ha-1.", 12, "kilogram", "hectare"),
    ("The plant emits 3 MtCO2e a year.", 3, "megatonne", "year"),
    ("They loaded two more long tons.", 2, "long ton", ""),
    ("She ran for 120 rushing yards.", 120, "yard", ""),
    ("The pores were 3 um wide.", 3, "micrometer", ""),
    ("The vial held 5 ug.", 5, "microgram", ""),
    ("The vial held 5 uL.", 5, "microliter", ""),
    ("The core was raised at 54 oN.", 54, "degree", ""),
    ("The core was kept at 4 ◦C.", 4, "celsius", ""),
    ("The star has 3 M⊙.", 3, "solar mass", ""),
    ("The star shines with 40 L⊙.", 40, "solar luminosity", ""),
    ("The world has 5 M⊕.", 5, "earth mass", ""),
    ("The atmosphere of the planet ends at 3Rp.", 3, "planetary radius", ""),
    ("The leaflet is printed at 300 dpi.", 300, "dot per inch", ""),
    ("The tap let in 20 sccm.", 20, "standard cubic centimeter", "minute"),
    ("The assay gave 40 PFU/mL.", 40, "plaque forming unit", "milliliter"),
    ("The primer is 21 nt long.", 21, "nucleotide", ""),
    ("The magnetic field was 20 G.", 20, "gauss", ""),
    ("The air has a mixing ratio of 2 ppt.", 2, "part per trillion", ""),
    ("A six-speed gearbox was fitted.", 6, "speed", ""),
    ("A 16 page leaflet was printed.", 16, "page", ""),
    ("They filled in a 30-item questionnaire.", 30, "item", ""),
    ("The tower is 40 metres tall.", 40, "meter", ""),
    ("The tower is 40 m tall.", 40, "meter", ""),
    ("The tower is 40m tall.", 40, "meter", ""),
    ("The road is 12 km long.", 12, "kilometer", ""),
    ("The road is 12km long.", 12, "kilometer", ""),
    ("The road is 7.5 miles long.", 7.5, "mile", ""),
    ("A 30-foot wave hit the pier.", 30, "foot", ""),
    ("A 30 foot-tall wave hit the pier.", 30, "foot", ""),
    ("A wave 30 ft high hit the pier.", 30, "foot", ""),
    ("The pipe is 3 in wide.", 3, "inch", ""),
    ('The pipe is 3" wide.', 3, "inch", ""),
    ("The farm covers 60 hectares.", 60, "hectare", ""),
    ("The farm covers 60 ha.", 60, "hectare", ""),
    ("The farm covers 25 square kilometres.", 25, "square kilometer", ""),
    ("The farm covers 25 sq km.", 25, "square kilometer", ""),
    ("The farm covers 25 km².", 25, "square kilometer", ""),
    ("The farm covers 25 km2.", 25, "square kilometer", ""),
    ("The tank holds 900 litres.", 900, "liter", ""),
    ("The tank holds 900 L.", 900, "liter", ""),
    ("The tank holds 3 cubic metres.", 3, "cubic meter", ""),
    ("The tank holds 3 m³.", 3, "cubic meter", ""),
    ("The crate weighs 14 kg.", 14, "kilogram", ""),
    ("The crate weighs 14 kilos.", 14, "kilogram", ""),
    ("The crate weighs 14 pounds.", 14, "pound", ""),
    ("The crate weighs 14 lb.", 14, "pound", ""),
    ("The crate weighs 14 lbs.", 14, "pound", ""),
    ("The mine shipped 5 million tonnes.", 5e6, "metric ton", ""),
    ("The mine shipped 5 million tons.", 5e6, "ton", ""),
    ("The sample was kept at 21 °C.", 21, "celsius", ""),
    ("The sample was kept at 21°C.", 21, "celsius", ""),
    ("The sample was kept at 21C.", 21, "celsius", ""),
    ("The sample was kept at 21 degrees Celsius.", 21, "celsius", ""),
    ("The sample was kept at 70 degrees Fahrenheit.", 70, "fahrenheit", ""),
    ("The sample was kept at 300 K.", 300, "kelvin", ""),
    ("The plant makes 40 MW.", 40, "megawatt", ""),
    ("The plant makes 40 megawatts.", 40, "megawatt", ""),
    ("The battery holds 60 kWh.", 60, "kilowatt hour", ""),
    ("The battery holds 60 kilowatt-hours.", 60, "kilowatt hour", ""),
    ("The bolt needs 40 foot-pounds.", 40, "foot pound", ""),
    ("The station sends at 98.5 MHz.", 98.5, "megahertz", ""),
    ("The file has 3 GB.", 3, "gigabyte", ""),
    ("The field pumped 30,000 barrels.", 30_000, "barrel", ""),
    ("The noise reached 85 dB.", 85, "decibel", ""),
    ("The ship made 14 knots.", 14, "knot", ""),
    ("The meal has 650 calories.", 650, "calorie", ""),
]
COMPOUNDS: list[tuple[str, float, str, str]] = [
    ("The wind blew at 14 m/s.", 14, "meter", "second"),
    ("The wind blew at 14 m s−1.", 14, "meter", "second"),
    ("The wind blew at 14 m s⁻¹.", 14, "meter", "second"),
    ("The wind blew at 14 metres per second.", 14, "meter", "second"),
    ("The wind blew at 50 km/h.", 50, "kilometer", "hour"),
    ("The wind blew at 50 kilometres an hour.", 50, "kilometer", "hour"),
    ("The wind blew at 50 kph.", 50, "kilometer", "hour"),
    ("The wind blew at 30 mph.", 30, "mile", "hour"),
    ("The wind blew at 30 miles per hour.", 30, "mile", "hour"),
    ("Her blood sugar was 140 mg/dL.", 140, "milligram", "deciliter"),
    ("The air held 35 µg/m³.", 35, "microgram", "cubic meter"),
    ("The air held 35 μg/m3.", 35, "microgram", "cubic meter"),
    ("The alloy has 7,850 kg m−3.", 7850, "kilogram", "cubic meter"),
    ("The alloy has 7,850 kg/m³.", 7850, "kilogram", "cubic meter"),
    ("The house uses 30 kWh per day.", 30, "kilowatt hour", "day"),
    ("The dose is 5 mg/kg.", 5, "milligram", "kilogram"),
    ("The dose is 5 mg per kilogram.", 5, "milligram", "kilogram"),
    ("The wall presses with 12 N/mm².", 12, "newton", "square millimeter"),
]
SHARES = [
    ("Turnout rose by 2 ppt.", 2, "percentage point"),
    ("Some 40% of the crop failed.", 40, "percent"),
    ("Some 40 % of the crop failed.", 40, "percent"),
    ("Some 40 percent of the crop failed.", 40, "percent"),
    ("Some 40 per cent of the crop failed.", 40, "percent"),
    ("Some 40pc of the crop failed.", 40, "percent"),
    ("Some forty percent of the crop failed.", 40, "percent"),
    ("The lead is 2 percentage points.", 2, "percentage point"),
    ("The lead is 2.5 percentage points.", 2.5, "percentage point"),
    ("The lead is two percentage points.", 2, "percentage point"),
    ("The lead is 2 pp.", 2, "percentage point"),
    ("The bank moved by half a percentage point.", 0.5, "percentage point"),
    ("The bank moved by a quarter of a percentage point.", 0.25, "percentage point"),
    ("The margin is plus or minus 3 percentage points.", 3, "percentage point"),
    ("The bank moved by 25 basis points.", 25, "basis point"),
    ("The bank moved by 25 bps.", 25, "basis point"),
    ("The bank moved by 25bp.", 25, "basis point"),
]
DURATIONS = [
    ("It rained for three straight weeks.", 3, "week"),
    ("It rained for two more hours.", 2, "hour"),
    ("He served six whole years.", 6, "year"),
    ("The fish were killed at 14 dpi, after the infection.", 14, "day"),
    ("The fish were killed at 48 hpi.", 48, "hour"),
    ("It lasted 90 minutes.", 90, "minute"),
    ("It lasted 90 mins.", 90, "minute"),
    ("It lasted 90 seconds.", 90, "second"),
    ("It lasted two weeks.", 2, "week"),
    ("It lasted a decade and a half.", 1.5, "decade"),
    ("It lasted six months.", 6, "month"),
    ("It lasted 36 hours.", 36, "hour"),
    ("It lasted 20 years.", 20, "year"),
    ("It lasted one day.", 1, "day"),
    ("The 1,000-day war goes on.", 1000, "day"),
    ("A three-week pause was agreed.", 3, "week"),
    ("A fortnight, or 14 days, is enough.", 14, "day"),
    ("It lasted 40 ms.", 40, "millisecond"),
    ("It lasted 2 hours 30 minutes.", 2.5, "hour"),
]
AGES = [
    ("An 11-year-old boy was hurt.", 11),
    ("An 11 year old boy was hurt.", 11),
    ("A boy, 11, was hurt.", 11),
    ("A boy aged 11 was hurt.", 11),
    ("A boy of 11 was hurt.", 11),
    ("A man aged 63 was hurt.", 63),
    ("A sixty-three-year-old man was hurt.", 63),
    ("The boy is 11 years old.", 11),
    ("Amara Oduya, 47, runs the clinic.", 47),
    ("She died at the age of 84.", 84),
    ("She left school at age 16.", 16),
    ("She turned 40 last week.", 40),
    ("He died at 64.", 64),
    ("Two thirteen-year-olds were hurt.", 13),
]
COMPOSED = [
    ("He is 6 feet 2 inches tall.", 6 + 2 / 12, "foot"),
    ("He is 6 ft 2 in tall.", 6 + 2 / 12, "foot"),
    ("The trout weighed 3 lb 8 oz.", 3.5, "pound"),
    ("She ran it in 2 minutes 30 seconds.", 2.5, "minute"),
]
UNCERTAIN = [
    ("A width of 5.2 ± 0.1 mm was found.", 5.2, 0.2, "millimeter"),
    ("A width of 5.2±0.1 mm was found.", 5.2, 0.2, "millimeter"),
    ("A width of 5.2 mm ± 0.1 mm was found.", 5.2, 0.2, "millimeter"),
    ("A width of 5.2 +/- 0.1 mm was found.", 5.2, 0.2, "millimeter"),
    ("A share of 41% ± 3% was found.", 41, 6, "percent"),
]
NO_UNIT = [
    ("Some 2.1m people live there.", 2.1e6),
    ("Sales passed 50,000 in 2020.", 50_000),
    ("There were 14 in the boat.", 14),
    ("There were 14 a few days ago.", 14),
    ("The 3 second-hand shops closed.", 3),
    ("Two second graders won.", 2),
    ("She has 5 A levels.", 5),
    ("They scored 12 points.", 12),
    ("The club bought 3 bars of soap.", 3),
    ("The army has 400 G3 rifles.", 400),
    ("They polled 300 at 9 am.", 300),
    ("He won 4 C grades.", 4),
    ("He met 7 members of parliament.", 7),
]


def _one(text: str) -> Quantity:
    (quantity,) = read(text).quantities
    return quantity


@pytest.mark.parametrize(("text", "value", "unit", "per"), MEASURES + COMPOUNDS)
def test_physical_units_are_named_as_pint_names_them(text: str, value: float, unit: str, per: str) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert (quantity.kind, quantity.unit, quantity.per) == ("measure", unit, per)


@pytest.mark.parametrize(("text", "value", "unit"), SHARES)
def test_percent_points_and_basis_points_are_kept_apart(text: str, value: float, unit: str) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert (quantity.kind, quantity.unit) == ("share", unit)


@pytest.mark.parametrize(("text", "value", "unit"), DURATIONS)
def test_times_are_durations(text: str, value: float, unit: str) -> None:
    quantity = read(text).quantities[-1]
    assert quantity.value == pytest.approx(value)
    assert (quantity.kind, quantity.unit) == ("duration", unit)


@pytest.mark.parametrize(("text", "value"), AGES)
def test_ages_are_no_durations(text: str, value: float) -> None:
    quantity = read(text).quantities[-1]
    assert (quantity.kind, quantity.value, quantity.unit) == ("age", value, "year")


@pytest.mark.parametrize(("text", "value", "unit"), COMPOSED)
def test_two_units_of_one_measure_add_up(text: str, value: float, unit: str) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.unit == unit


@pytest.mark.parametrize(("text", "value", "width", "unit"), UNCERTAIN)
def test_an_uncertainty_widens_the_step_of_its_value(text: str, value: float, width: float, unit: str) -> None:
    quantity = _one(text)
    assert (quantity.value, quantity.step) == pytest.approx((value, width))
    assert quantity.unit == unit


@pytest.mark.parametrize(("text", "value"), NO_UNIT)
def test_everyday_words_and_letters_are_no_units(text: str, value: float) -> None:
    quantity = read(text).quantities[0]
    assert quantity.value == pytest.approx(value)
    assert (quantity.kind, quantity.unit) == ("count", "")


def test_a_unit_does_not_reach_across_a_blank_line() -> None:
    assert read("The vote was 41\n\nm is a letter").quantities[0].unit == ""


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The town has a population of 2.4m.", 2.4e6, ""),
        ("Sales reached 5.1m in 2019.", 5.1e6, ""),
        ("Losses were down from 12.6m a year ago.", 12.6e6, ""),
        ("Membership fell to 3m from 4m.", 3e6, ""),
        ("Some 12m people live there.", 12e6, ""),
        ("They built a 12m wall.", 12, "meter"),
        ("The mast is 40m high.", 40, "meter"),
        ("A wave of 9m hit them.", 9, "meter"),
        ("Visitors were 12m from the edge.", 12, "meter"),
        ("People came to within 5m of it.", 5, "meter"),
        ("The firm paid £4m.", 4e6, "GBP"),
    ],
)
def test_an_m_is_a_million_of_what_is_tallied_and_a_metre_elsewhere(text: str, value: float, unit: str) -> None:
    quantity = read(text).quantities[0]
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It was minus 9C in the valley.", -9, "celsius"),
        ("It was 14C outside.", 14, "celsius"),
        ("It was 101F inside.", 101, "fahrenheit"),
        ("The bank raised its rate by a quarter point.", 0.25, "percentage point"),
        ("A half-point cut in interest rates came.", 0.5, "percentage point"),
        ("Rates fell by half a point.", 0.5, "percentage point"),
        ("He won by half a point in chess.", 0.5, ""),
    ],
)
def test_temperatures_and_points_in_short_form(text: str, value: float, unit: str) -> None:
    assert [(quantity.value, quantity.unit) for quantity in read(text).quantities] == [(value, unit)]


@pytest.mark.parametrize("text", ["Carbon 14C dating was used.", "The 35S-methionine was counted.", "A 13C signal was seen."])
def test_isotopes_are_no_temperatures(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize("text", ["They returned 12 page proofs.", "They returned 12 pages."])
def test_a_size_word_that_names_no_size_of_one_thing_is_no_unit(text: str) -> None:
    quantity = _one(text)
    assert (quantity.kind, quantity.unit) == ("count", "")
