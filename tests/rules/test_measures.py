"""What measured things can be, in many wordings: values beyond their limits, units of the wrong kind."""

from __future__ import annotations

from datetime import date

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import RULES, run

WRITTEN = date(2024, 6, 15)
"""The day of writing of the texts that begin with no other."""


VALUES_FAULTY = [
    "Turnout in the northern districts stood at 114%.",
    "A turnout of 127 per cent was declared in two villages.",
    "Officials reported a 108% turnout in the referendum.",
    "The rapid test has a sensitivity of 112% and a specificity of 97%.",
    "Relative humidity was 140% at dawn.",
    "The likelihood of a second quake is put at 135%.",
    "The probability that the dam fails is 1.7, the engineers wrote.",
    "There is a probability of 2.4 that the asteroid will hit.",
    "The unemployment rate climbed to 104%.",
    "Its market share is 112%.",
    "The president's approval rating is 117%.",
    "The vaccine's efficacy was 118% in adults.",
    "Over 125% of respondents said they were satisfied.",
    "Some 107% of pupils passed the exam.",
    "A full 132% of households own a car.",
    "About 110% of registered voters took part in the ballot.",
    "The clinic is open 26 hours a day.",
    "The pump runs 30 hours a day in summer.",
    "The ferry operates eight days a week.",
    "The restaurant is open 380 days a year.",
    "Sloths sleep for 27 hours a day.",
    "The gas was cooled to -310 °C.",
    "Temperatures in the chamber fell to minus 280 degrees Celsius.",
    "The outer planet has a temperature of −500 °F.",
    "The rinse had a pH of 21.",
    "The correlation between the two was 1.3.",
    "The station lies at a latitude of 97 degrees north.",
    "The island is at longitude 412 degrees east.",
    "A magnitude 13.2 earthquake struck the coast.",
    "The woman, aged 190, lives with her daughter; the 164-year-old widow says so.",
    "He died at the age of 212.",
    "The Gini coefficient rose to 1.8.",
    "The survival rate after five years is 113%.",
    "Its battery has an uptime of 104%.",
    "Cloud cover reached 120% on Friday.",
    "Shops offered discounts of 130%.",
]
VALUES_SOUND = [
    "Turnout rose by 130% compared with the last vote.",
    "Turnout was 61.3%, down from 104 000 voters.",
    "The vote reached 130% of the quorum.",
    "Hospitals are at 118% of capacity.",
    "Enrolment was 104% of last year's.",
    "The gross enrolment ratio is 107%.",
    "The drive vaccinated 103% of children, because the census was old.",
    "The scheme reached 112% of the households targeted.",
    "Debt stands at 135% of GDP.",
    "The combined ratio was 104%.",
    "Snowpack was 137% of normal.",
    "There is a probability of 1 in 5.",
    "The chance of rain is 40%, the probability of snow 3 per cent.",
    "Staff logged 90 hours a day between them.",
    "The two teams worked 31 hours in a day of 24 because they overlapped.",
    "The company loses 400 days a year to sickness.",
    "He wished there were 27 hours in a day.",
    "The bakery is open 24 hours a day, seven days a week.",
    "The desk is staffed 24/7, 365 days a year.",
    "It was minus 31 degrees Celsius, or -24 °F.",
    "The temperature fell by 300 °C.",
    "It cooled to -273 °C.",
    "A temperature change of -300 K was simulated.",
    "The 137-year-old company, the 190-year-old church and the 400-year-old oak survived.",
    "The oldest woman ever was 122.",
    "Jeanne, aged 122, died in 1997.",
    "The bishop's 1,000-year-old seat.",
    "The magnitude 9.5 earthquake of 1960.",
    "The pH was 7.4, and pH 0 to 14 is the usual range.",
    "The correlation was 0.84 in 2 of 3 cases.",
    "The station is at 78 degrees north.",
    "Longitude 170 degrees west.",
    "A win rate of 45% and a loss of 120%.",
    "The net retention rate was 124%.",
    "Wages of 110% of men took longer.",
    "Sales to households rose 120%.",
    "Profit fell 130% to a loss.",
    "The case clearance rate was 117%.",
    "Some 150% more voters took part.",
    "Accuracy of 3 metres is enough.",
    "The efficacy was -12%.",
    "The odds are 3 to 1.",
    "The Beaufort force 11 gale.",
    "Turnout of 35 per cent, 1,806 of 5,160.",
    "The dose is 120% of the usual one.",
    "Rents are 120% of pensioners' income.",
    "She slept 14 hours a day for 30 days a month.",
    "Two nurses work 30 hours a week each.",
    "Trains run 300 times a day.",
    "The index of 130% of voters' confidence.",
    "The plant worked 8,760 hours a year.",
    "The meter counted 25 hours on the day the clocks went back.",
]
UNITS_FAULTY = [
    "The lake has shrunk to an area of 12 km.",
    "The blaze has scorched an area of 3,000 metres.",
    "Gusts drove the yacht to a speed of 25 nautical miles.",
    "The maglev reached a top speed of 603 kilometres.",
    "A typical bee weighs 4 millimetres.",
    "The statue weighs 90 metres and stands on a plinth.",
    "The sack weighed 20 litres.",
    "The crane has a height of 40 tonnes.",
    "The tower is 120 kg tall.",
    "The cable is 30 litres long.",
    "The parcel was 3 metres heavy.",
    "The mountain rises to an altitude of 3,000 kg.",
    "The new turbine has a power of 12 megawatt-hours.",
    "The panels produced 40 kilowatts of electricity during the month of May.",
    "The dam generated 1,200 megawatts of power in 2023.",
    "The explosion released an energy of 5 megawatts.",
    "Water leaves the pipe at a pressure of 30 litres.",
    "The oven reaches a temperature of 300 kg.",
    "The tank has a volume of 30 square metres.",
    "The battery has a voltage of 12 amps.",
    "The ship covered a distance of 90 km/h.",
    "The planet orbits at a distance of 40 tonnes.",
    "Its wingspan is 12 kg.",
    "The signal has a frequency of 30 metres.",
    "The stone has a mass of 5 metres.",
    "The gale brought winds of 130 kilometres.",
    "The fish had a length of 3 kg.",
    "The material has a density of 3 grams.",
    "The pump has a flow rate of 40 litres.",
    "Annual rainfall is 800 kg.",
    "The valley's population is 30 square kilometres.",
    "The car accelerates with an acceleration of 4 metres.",
    "The speed of the current was 5 km, the captain said.",
]
UNITS_SOUND = [
    "The lake covers an area of 12 km by 4 km.",
    "Police cordoned off an area of 2 km around the plant.",
    "An area of 40 km² burned.",
    "An area of 12 sq km, or 3,000 acres.",
    "The train reached a speed of 300 km/h.",
    "It moved at a speed of 30 km every hour.",
    "The ship kept a speed of 20 knots over 40 nautical miles.",
    "Speed over 100 metres is what counts.",
    "The parcel weighs 3 kg and is 40 cm long.",
    "The jury weighed two weeks of evidence.",
    "It weighs 20 pounds.",
    "The tower is 120 metres tall, 40 storeys high.",
    "The talks lasted 12 hours, two hours longer than planned.",
    "The town is two hours away.",
    "The index hit a 52-week high.",
    "The farm has a capacity of 300 MW and a battery of 400 MWh.",
    "It produces 300 MW of electricity at noon.",
    "The plant produced 300 MWh of electricity over the year.",
    "Consumption of 5 MW is typical.",
    "The blood pressure was 120 mmHg.",
    "A pressure of 3 kg is enough for the tyre.",
    "A temperature of 30 degrees was measured.",
    "The temperature rose 2 C over 10 km.",
    "The tank has a volume of 30 litres.",
    "Volumes of 30,000 tonnes were traded.",
    "The distance of three hours by car.",
    "The flow of 610 cubic metres per second.",
    "A flow rate of 3 litres a minute.",
    "A flow rate of 3 litres per second.",
    "The density was 3 grams per cubic centimetre.",
    "A density of 3 grams to the litre.",
    "The depth was 30 fathoms.",
    "He was 3 kg heavier.",
    "At a height of 300 km, in an area of 5 hectares.",
    "An area of 30 km of coastline is closed.",
    "The rainfall was 30 litres per square metre.",
    "Winds of 130 km/h and gusts of 160 km per hour.",
    "An acceleration of 9.8 metres per second squared.",
    "The population of 30,000 lives within 30 km.",
    "The bar is 30 cm wide and weighs 400 g.",
    "A power of 10.",
    "The weight of 30 years of failure.",
    "In the area, 40 km from the city, 12 people live.",
    "The area 40 km east of here is flooded.",
    "They cover a wide area 300 km long.",
    "The current of 3 knots pushed them.",
    "The speed of light is 300,000 km per second.",
    "The speed limit of 30 was lowered.",
    "The radius of the area is 30 km.",
    "Height 3 m, weight 40 kg, distance 5 km.",
    "The height of the wave at 40 km was 3 m.",
]


def failures(text: str, codes: list[str]) -> list[str]:
    day, _, rest = text.partition(" ")
    dated = day[:2] in ("19", "20") and day.count("-") == 2
    document = Document(id="text", text=rest if dated else text, date=date.fromisoformat(day) if dated else WRITTEN)
    checks = run(analyse(document), select=codes)
    return [check.message for check in checks if not check.holds and RULES[check.rule].severity != "note"]


@pytest.mark.parametrize("text", VALUES_FAULTY)
def test_values_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["VAL001"])) == 1


@pytest.mark.parametrize("text", VALUES_SOUND)
def test_values_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []


@pytest.mark.parametrize("text", UNITS_FAULTY)
def test_units_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["UNT003"])) == 1


@pytest.mark.parametrize("text", UNITS_SOUND)
def test_units_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []
