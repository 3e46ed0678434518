"""Conversions that no rounding explains are flagged, and the many honest ones are not: lengths, areas, flows, temperatures, money."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import run


def failed(text: str, code: str) -> list[str]:
    return [check.message for check in run(analyse(Document(id="text", text=text)), select=[code]) if not check.holds]


def held(text: str, code: str) -> list[str]:
    return [check.message for check in run(analyse(Document(id="text", text=text)), select=[code]) if check.holds]


WRONG = [
    ("The train did 200km/h (104mph).", "200km/h is 124mph, not 104mph"),
    ("The hailstones were 5 cm (3.2 inches) across.", "5 cm is 2 inches, not 3.2 inches"),
    ("Officials moved people within 10 miles (26km) of the plant.", "10 miles is 16km, not 26km"),
    ("Gusts reached 160mph (322 kph).", "160mph is 257 kph, not 322 kph"),
    ("The lake covers 20 hectares (100 acres).", "20 hectares is 49 acres, not 100 acres"),
    ("The ship is 120 ft (3.7 m) wide.", "120 ft is 36.6 m, not 3.7 m"),
    ("The town is 40km (45 miles) to the south.", "40km is 25 miles, not 45 miles"),
    ("The trail, 5 km long, is flat. That is 5 km. That's about 8 miles.", "5 km is about 3 miles, not about 8 miles"),
    ("It was minus 45C (133F) at the base.", "minus 45C is -49F, not 133F"),
    ("A rise of 4C (39.2F) is expected by 2100.", "4C is 7.2F, not 39.2F"),
    ("The oven was at 200 °C (360 °F).", "200 °C is 392 °F, not 360 °F"),
    ("The search took 72 hours (two days).", "72 hours is 3 days, not two days"),
    ("The 30-foot-tall (48-kilometer-tall) balloon burst.", "30-foot is 0.0091-kilometer, not 48-kilometer"),
    (
        "It crossed 2,000 square miles (520 square kilometres) of steppe.",
        "2,000 square miles is 5,180 square kilometres, not 520 square kilometres",
    ),
    ("The spring gives 8 litres a second (6.1 gallons a minute).", "8 litres a second is 126.8 gallons a minute, not 6.1 gallons a minute"),
    ("Copper costs $4 a pound, or about $6.80 a kilogram.", "$4 a pound is about $8.82 a kilogram, not about $6.80 a kilogram"),
    ("The beam carries 14 tonnes (43,000 pounds).", "14 tonnes is 30,865 pounds, not 43,000 pounds"),
    ("The runner weighs 70 kg (190 lb, 11 stone).", "70 kg is 154 lb, not 190 lb"),
    ("About 1.2 million barrels (310 million litres) leaked.", "about 1.2 million barrels is 191 million litres, not 310 million litres"),
    (
        "The estate has 2,000 acres - roughly 12 square kilometres - of pine.",
        "2,000 acres is roughly 8 square kilometres, not roughly 12 square kilometres",
    ),
    ("The marrow weighed 40 kg – 118 lb – on the day.", "40 kg is 88 lb, not 118 lb"),
    ("The well yields 900 barrels a day (215,000 litres) of oil.", "900 barrels a day is 143,089 litres, not 215,000 litres"),
    ("The shaft is 90 metres deep – 395 feet – and dry.", "90 metres is 295 feet, not 395 feet"),
    ("The cape is 20 miles long, about 46 kilometres.", "20 miles is about 32 kilometres, not about 46 kilometres"),
    ("They dived to 200 feet, about 90 metres, without lamps.", "200 feet is about 61 metres, not about 90 metres"),
    ("The drum holds 50 gallons - that's 260 litres.", "50 gallons is 189 litres, not 260 litres"),
    ("Gusts of 80 knots (80 km/h) were felt.", "80 knots is 148 km/h, not 80 km/h"),
]

HONEST = [
    "The estate has 2,000 acres - roughly 8 square kilometres - of pine.",
    "He took 40 kg – 118 lb had been promised – of rice.",
    "The climb of 10 km – 3 miles of it on ice – was hard.",
    "The well yields 900 barrels a day (143,000 litres) of oil; in a week it has yielded 40 barrels a day (44,500 litres).",
    "The cape is 20 miles long, about 46 kilometres from the port.",
    "They dived to 200 feet, about 60 metres, without lamps, and swam 3 miles, about 2 km, and 4 km back.",
    "Gusts of 80 knots (148 km/h) were felt.",
    "The hailstones were 5 cm (2 inches) across.",
    "The house is half a mile (800 metres) from the sea.",
    "It is a mile (1.6 km) off.",
    "They walked about 10 km (6 miles), then 200 miles (300 km) by bus.",
    "The runway is 10,000 feet (3,050 metres) long.",
    "The bag weighs 2.5 lb (1.1 kg), the box 20 lb (9 kg).",
    "A 6-inch (150 mm) gun stood on the 76-mm (3-inch) mount.",
    "The car makes 170 kW (228 hp) or, in the other version, 170 kW (231 hp).",
    "The wind blew at 85 knots (98 mph, 157 km/h).",
    "Peak flow was 610 cubic metres a second (21,500 cubic feet a second).",
    "A tank of 500 gallons (1,900 litres) stands by one of 500 gallons (2,270 litres).",
    "The mine lies 12 miles (22 km) offshore.",
    "They shipped 60,000 tonnes (66,000 tons), and 30 tons (27 metric tons) more.",
    "It was 41 °C (106 °F) by day and −12 °C (10 °F) by night.",
    "Lows were 5 °C (9 °F) above normal, at 12 °C (54 °F).",
    "The bay warmed by 1.5 degrees Celsius (2.7 Fahrenheit).",
    "Expect between −12 and −4 °C (10 to 25 °F).",
    "Expect 40-60 mm (1.6-2.4 inches) of rain.",
    "He is 5 ft 10 in (1.78 m) tall and weighs 16 stone (102 kg).",
    "The pipe is 12 m long (30 cm wide).",
    "A wall 50 m high (3 ft at the top) stood there.",
    "The sight moves 1 cm at 100 m, or about 0.36 inches at 100 yards.",
    "The two-day (16-hour) course is full.",
    "The trial ran for 52 weeks (one year).",
    "Patients were followed for 3.2 years (8 months).",
    "The road is 12 km (7.5 mi) long; the walk back is 12 km (2 hours).",
    "They ran 10 km (5 km each).",
    "The tower is 200 m tall and 12 ft wide.",
    "It is 5 km, or 10 miles by the coast road.",
    "The pump draws 5 kW (6.7 hp).",
    "The dam holds 3.2 million acre-feet (3.9 cubic kilometres).",
    "Pressure fell to 100 bar (1,450 psi).",
    "The tax is 5% (500 basis points).",
    "It cost $5 a kilo ($2.27 a pound).",
    "A plot of 1,500 acres (600 hectares), or 6 sq km, burned.",
    "They walked 5 miles (8 km) in 2 hours (1 hour less than planned).",
    "A 10 km (6.2 mi) race, a 5K (3.1-mile) run and a marathon (42.195 km, 26.2 miles).",
    "The tank is 2 m (6 ft 7 in) high and holds 1,000 litres (220 gallons; 264 US gallons).",
    "The 9 mm (0.354 in) round, the .45 (11.43 mm) and the 7.62×51 mm (0.308 in).",
    "Winds of 60 km/h (37 mph; 32 kn) and waves of 3 m (10 ft).",
    "A plot of 0.4 ha (1 acre), 4,000 square metres (43,000 sq ft).",
    "Temperatures between 15 and 20 °C (59 and 68 °F), with a swing of 5 degrees (9 °F).",
    "The pool is 25 m (82 ft) by 12.5 m (41 ft) and 2 to 3 metres (6.6 to 9.8 ft) deep.",
    "It is 1.5 times (50%) larger. The odds are 5 to 1 (20%). It took 3 minutes (180 seconds).",
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_conversion_is_flagged_with_the_right_one(text: str, message: str) -> None:
    assert failed(text, "UNT001") == [message]


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_conversion_or_none_at_all_is_left_alone(text: str) -> None:
    assert failed(text, "UNT001") == []


def test_a_conversion_that_holds_shows_what_it_comes_to() -> None:
    assert held("It rained 62 mm (2.4 inches) in 2.5 hours.", "UNT001") == ["62 mm is 2.4 inches"]
    assert held("The wall is 100 metres (330 ft) long.", "UNT001") == ["100 metres is 328.1 ft, printed as 330 ft"]


def test_the_odd_one_of_three_exchanges_is_flagged() -> None:
    text = "It raised £20m ($26m) in May and £30m ($39m) in June, and spent £8m ($14.2m)."
    assert failed(text, "UNT002") == ["£20m for $26m is 1.3 USD a GBP, £8m for $14.2m is 1.775 USD a GBP"]
    assert len(held(text, "UNT002")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It raised £20m ($26m) and spent £8m ($10.4m).",
        "It raised £20m ($26m) and spent ¥800m ($5.3m).",
        "The flat cost £200,000 ($300,000) in 2014 and £400,000 ($508,000) in 2024.",
        "The sum was £6m ($10m at the time); now £8m ($10.2m) is offered.",
        "Fares are €1 ($1) by bus and €30 ($33) by train.",
        "The firm paid €3bn ($3.26bn) and lost some €450m (about $500m).",
    ],
)
def test_exchanges_at_one_rate_or_of_several_years_pass(text: str) -> None:
    assert failed(text, "UNT002") == []
