"""Rules on one amount in two units: UNT001 and UNT002. Which number converts which is for numclaims.relations to find."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from numclaims.interval import Interval, allowed_number
from numclaims.lexicon.bases import Base, to_base
from numclaims.lexicon.units import Unit, rate, unit_lexicon
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.measures.conversions import CONVERSION_OF, CONVERSION_OF_DIFFERENCE, CONVERSION_OF_LEVEL, EXCHANGE_OF
from numclaims.rules.registry import rule
from numclaims.rules.rounding import place, rounded, rounded_or_cut
from numclaims.rules.wording import as_printed, check, number

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_APART = 1e5
"""How many times too much or too little a conversion can be and still be meant as one."""
_NEAR = 20
"""How many characters behind a conversion its year may stand."""
_OWN_RATE = re.compile(
    r"\b(?:at\s+the\s+time|at\s+that\s+time|at\s+the\s+then|back\s+then|then\s+worth|today['’]s|current\s+(?:exchange\s+)?rates?|at\s+the\s+(?:\w+\s+)?rates?"
    r"|at\s+\w+\s+prices|in\s+today['’]s\s+money|purchasing|black\s+market|parallel|unofficial|official\s+rate|inflation)\b",
    re.IGNORECASE,
)
_KINDS = frozenset((CONVERSION_OF, CONVERSION_OF_LEVEL, CONVERSION_OF_DIFFERENCE))
_DEFINITIONS = 1e-4
"""Factors are printed to so many digits, and definitions of one unit (survey and international feet) differ by less."""
_WORKING = 2.0
"""A day of work has less than half of the hours of a day, and so on; nearer than this two durations are meant as one."""
_TOTAL = 2.5
"""A conversion without the "a day" of what it converts is meant as one if it is no more than so many times too much or too little."""
_WORKED = {"day": 0.62, "week": 0.84}
"""Of so many days or weeks no less than this share is worked in a year."""
_NUMBER = re.compile(r"[-−–]?\d(?:[\d,.]*\d)?")
_RANGE = re.compile(rf"{_NUMBER.pattern}(?:(?:\s*[-–—]\s*|\s+(?:to|and)\s+)\d(?:[\d,.]*\d)?)?")


@rule("UNT001", "conversion", "error")
def conversion(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A conversion given in brackets or apposition is wrong.

    84 mm are 3.3 inches, not 4.8: somebody mistyped or used the wrong factor, and a reader who knows one of the units only is
    misled. Either number may have been rounded or cut off, at its last digit or at the zeros at its end, and either may be the
    one that was converted; "about" allows a tenth. A rate of pay or work over another time ("1,200 a week, which makes 62,400 a year")
    may leave out days and weeks off. A unit with several meanings (gallons, tons, nautical miles) may have any of
    them. Temperatures take the difference between the zeros into account, differences of temperature do not: 5 °C more are 9 °F
    more.

    Flags:
        "The gauge on the bridge showed 62 mm (3.4 inches) of rain."
        "The crater lies 30 km (25 miles) from the port."
        "The pass is 14 miles, or 31 km, long."
        "It is kept at −196 °C (−280 °F)."
        "The water was at 40 °C (72 °F)."
        "The bay has warmed by 2 °C (35.6 °F) since 1980."
        "The farm covers 250 hectares (about 480 acres)."
        "Each bale weighs 250 kg, about 660 pounds."
        "The pump moves 12 cubic metres a second (740 cubic feet a second)."
        "The pitcher is 6 ft 4 in (1.83 m) tall."
        "Waves of 12-15 feet (6.7-8.6 m) broke over the wall."
        "The mill makes 700 pumps a week, which makes 46,400 a year."

    Passes:
        "The gauge on the bridge showed 62 mm (2.4 inches) of rain."
        "The house is about a mile (1.6 km) from the sea."
        "The wall is 100 metres (330 ft) long."
        "The tank holds 500 gallons (2,270 litres), enough for a week."
        "The winter was 5 °C (9 °F) warmer than usual."
        "The crater is 30 km (19 miles) wide and 200 m (660 feet) deep."
        "The pipe is 12 m long (30 cm wide)."
        "Each bale weighs 250 kg, about 550 pounds."
        "The path is 12 km long, about 2 miles of it in a tunnel."
        "They drove 300 km (200 miles)."
        "Waves of 12-15 feet (3.7-4.6 m) broke over the wall."
        "The mill makes 700 pumps a week, which makes 36,400 a year."
    """
    for relation in relations:
        if relation.kind not in _KINDS:
            continue
        (stated,), (converted,) = relation.claims("stated"), relation.claims("converted")
        ends, members = _ends(stated, converted), (stated, converted)
        if not ends:
            continue
        without_rate = bool(stated.per and not converted.per)
        if without_rate:
            stated = replace(stated, per="")
        holds = all(_explained(stated, one, converted, other, relation.kind) for one, other in ends)
        values = [_converted(stated, one, converted, relation.kind) for one, _ in ends]
        if not holds and stated.kind == "duration" and not 1 / _WORKING < values[0] / ends[0][1] < _WORKING:
            continue  # "a two-day (16-hour) course": hours of work
        if not holds and values[0] * ends[0][1] > 0 and not 1 / _APART < values[0] / ends[0][1] < _APART:
            continue  # "2,000 cwt (100 lbs)": what the unit is
        if not holds and without_rate and not 1 / _TOTAL < values[0] / ends[0][1] < _TOTAL:
            continue  # "30 km a day (131 miles)": what comes together in a week
        (one, other), printed = (_per(stated), _per(converted)), as_printed(converted)
        nearest = _in_units_of(converted, values)
        if holds and nearest != printed:
            nearest = _in_units_of(converted, values, finer=1)
        verdict = "" if nearest == printed else f", {'printed as' if holds else 'not'} {printed}{other}"
        yield check(
            "UNT001",
            analysis,
            members,
            holds=holds,
            message=f"{as_printed(stated)}{one} is {nearest}{other}{verdict}",
            expected="" if holds else nearest,
            found="" if holds else printed,
        )


def _per(claim: Claim) -> str:
    """What a count is per, which stands behind its noun: " a week"."""
    return f" a {claim.per}" if claim.kind == "count" and claim.per else ""


def _ends(stated: Claim, converted: Claim) -> list[tuple[float, float]]:
    """The values of two claims that must be the same amount: the numbers, or both ends of both ranges; none where one is open."""
    if stated.value is not None and converted.value is not None:
        return [(stated.value, converted.value)]
    lows = sorted(value for value in (stated.low, stated.high) if value is not None)
    highs = sorted(value for value in (converted.low, converted.high) if value is not None)
    return list(zip(lows, highs, strict=True)) if len(lows) == len(highs) == 2 else []


def _explained(stated: Claim, one: float, converted: Claim, other: float, kind: str) -> bool:
    """Whether some honest rounding makes two printed values one amount, in any meaning that their units may have.

    Either is the other one converted, as printed, and then rounded or cut off; or both are rounded from one amount.
    """
    pairs = (
        (Interval.exactly(one), _printed(converted, other)),
        (_printed(stated, one), Interval.exactly(other)),
        (rounded(one, place(one, stated.step)), rounded(other, place(other, converted.step))),
    )
    bases = product(_bases(stated, kind), _bases(converted, kind))
    idle = Interval(*_worked(stated, converted))
    return any((_in_base(mine, first) * idle).intersects(_in_base(others, second)) for first, second in bases for mine, others in pairs)


def _worked(stated: Claim, converted: Claim) -> tuple[float, float]:
    """By what a rate of pay or of work may change with the days and weeks off: 100 a day may be 500 a week, and 700 a week 140 a day."""
    if stated.kind not in ("money", "count") or not stated.per:
        return 1.0, 1.0
    least = min(_WORKED.get(stated.per, 1.0), _WORKED.get(converted.per, 1.0))
    longer = to_base(stated.per, "").factor > to_base(converted.per, "").factor
    return (1.0, 1 / least) if longer else (least, 1.0)


def _printed(claim: Claim, value: float) -> Interval:
    interval = rounded_or_cut(value, claim.step)
    return interval.hull(allowed_number(value, None, None, "about", claim.step)) if claim.bound == "about" else interval


def _in_base(interval: Interval, base: Base) -> Interval:
    tolerance = Interval(1 - _DEFINITIONS, 1 + _DEFINITIONS) if not base.offset else Interval.exactly(1.0)
    return interval.scaled(base.factor) * tolerance + Interval.exactly(base.offset)


def _bases(claim: Claim, kind: str) -> list[Base]:
    """The conversions to base units that a claim's unit may stand for."""
    lexicon = unit_lexicon()
    if claim.per and claim.kind in ("money", "count"):
        return [
            Base(f"1 / {other.base_unit}", 1 / other.factor) for other in lexicon.readings.get(claim.per) or (lexicon.names[claim.per],)
        ]
    units = lexicon.readings.get(claim.unit) or (lexicon.names[claim.unit],)
    if claim.per:
        per = lexicon.readings.get(claim.per) or (lexicon.names[claim.per],)
        if units[0].dimension == "length":  # miles an hour are never nautical ones
            units = units[:1]
        return [Base(*both) for one, other in product(units, per) if (both := rate(one, other))]
    return [Base(unit.base_unit, unit.factor, unit.offset) for unit in units if _meant(unit, kind)]


def _meant(unit: Unit, kind: str) -> bool:
    """Whether a temperature unit is of the sense that the text gives it: on the scale, or for differences."""
    if kind == CONVERSION_OF or unit.base_unit != "kelvin":
        return True
    return unit.name == "kelvin" or (unit.offset == 0) == (kind == CONVERSION_OF_DIFFERENCE)


def _converted(stated: Claim, value: float, converted: Claim, kind: str) -> float:
    """A value in the other claim's unit, each unit in its first meaning."""
    first, second = (
        (_bases(stated, kind)[0], _bases(converted, kind)[0])
        if stated.per or converted.per
        else (to_base(stated.unit, ""), to_base(converted.unit, ""))
    )
    if kind == CONVERSION_OF_DIFFERENCE:
        return value * first.factor / second.factor
    return (value * first.factor + first.offset - second.offset) / second.factor


def _in_units_of(claim: Claim, values: list[float], *, finer: int = 0) -> str:
    """Values written as a claim's numbers are, in its words: "3.3 inches" for "4.8 inches"; with `finer` to more decimals."""
    text = as_printed(claim)
    match = (_NUMBER if len(values) == 1 else _RANGE).search(text)
    if match is None:
        plural = "s" if claim.kind == "duration" and values != [1.0] else ""
        return f"{' to '.join(number(round(value, 2)) for value in values)} {claim.unit}{plural}"
    scale = _scale(claim, match[0])
    shown = " to ".join(number(round(value / scale, _decimals(claim.step / scale, value / scale) + finer) or 0.0) for value in values)
    return f"{text[: match.start()]}{shown}{text[match.end() :]}"


def _scale(claim: Claim, digits: str) -> float:
    """What the digits of a claim's text are to be multiplied by, as its scale word says: a million in "1.2 million"."""
    if claim.value is None or claim.step < 1000:
        return 1.0
    try:
        stated = float(digits.replace(",", ""))
    except ValueError:
        return 1.0
    return claim.value / stated if stated else 1.0


def _decimals(step: float, value: float) -> int:
    """As many decimals as a last digit worth `step` has, or as show two digits of a small value."""
    printed_ones = round(-math.log10(step)) if 0 < step < 1 else 0
    needed = 1 - math.floor(math.log10(abs(value))) if value and abs(value) < 1 else 0
    return max(printed_ones, needed)


_DRIFT = 1.03
"""Rates that differ by less than this may be of two days."""


@rule("UNT002", "exchange-rate", "error")
def exchange_rate(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """Conversions of money in one text imply different exchange rates.

    Who converts €3bn to $3.3bn pays $1.10 for a euro; €450m are then not $338m. Every conversion in brackets or behind "or"
    allows the rates under which its two numbers, as printed, are one amount; those of one pair of currencies must have a rate in
    common, give or take three hundredths. Amounts of different years are not compared, nor are sentences that name a rate or a
    day of their own ("at the time", "at today's rate").

    Flags:
        "The port will cost £20m ($26m). Dredging takes £4m ($7.6m) of that."
        "Lira borrowed €500 million ($550 million) and repaid €80 million ($61 million)."
        "The bridge cost 300 million kroner ($29 million), a third of it for steel at 90 million kroner ($14 million)."

    Passes:
        "The port will cost £20m ($26m). Dredging takes £4m ($5m) of that."
        "The plot was bought for £6m ($10m) in 2014 and sold for £9m ($11.4m) in 2024."
        "The gift of £6m ($10m at the time) is now £6m ($7.6m)."
        "It raised €2bn ($2.2bn) in bonds and A$3bn ($2bn) in loans."
        "A seat costs €1 ($1) on Mondays and €45 ($49) on Fridays."
        "The hall cost 90m kroner ($9m). In 1998, when it was drawn, 30m kroner ($4.2m) had been put aside."
    """
    groups: dict[tuple[str, str], list[_Rate]] = defaultdict(list)
    for relation in relations:
        if relation.kind == EXCHANGE_OF and (found := _rate(analysis, relation)):
            groups[found.pair].append(found)
    for rates in groups.values():
        if len(rates) < 2:
            continue
        usual = _usual(rates)
        for each in rates:
            if each is not usual:
                yield from _held_against(analysis, each, usual)


@dataclass(frozen=True, slots=True)
class _Rate:
    """What one conversion pays for a unit of the first currency in units of the second; `pair` in alphabetical order."""

    stated: Claim
    converted: Claim
    pair: tuple[str, str]
    allowed: Interval
    printed: float
    year: str
    """Of which the text speaks, at the latest the one it was published in."""


def _rate(analysis: Analysis, relation: Relation) -> _Rate | None:
    (stated,), (converted,) = relation.claims("stated"), relation.claims("converted")
    first, second = sorted((stated, converted), key=lambda claim: claim.unit)
    if not first.value or not second.value or first.value < 0 or second.value < 0:
        return None
    text = analysis.document.full_text
    if _OWN_RATE.search(text, stated.start, min(len(text), converted.end + 60)):
        return None
    behind = _YEAR.search(text, converted.end, min(converted.sentence_start + len(converted.sentence), converted.end + _NEAR))
    today = str(analysis.document.date or "")[:4]
    year = behind[0] if behind else (stated.when or converted.when or today)[:4]
    one, other = first.value, second.value
    allowed = (_printed(second, other) / Interval.exactly(one)).hull(Interval.exactly(other) / _printed(first, one))
    return _Rate(stated, converted, (first.unit, second.unit), allowed, other / one, min(year, today) if today else year)


def _usual(rates: Sequence[_Rate]) -> _Rate:
    """The first conversion of those that the most others agree with."""
    ends = sorted([(each.allowed.low, 0) for each in rates] + [(each.allowed.high, 1) for each in rates])
    most = depth = 0
    point = rates[0].allowed.low
    for at, closing in ends:
        depth += -1 if closing else 1
        if depth > most:
            most, point = depth, at
    return next(each for each in rates if each.allowed.low <= point <= each.allowed.high)


def _held_against(analysis: Analysis, each: _Rate, usual: _Rate) -> Iterator[Check]:
    if each.year != usual.year:
        return
    apart = max(each.allowed.low / usual.allowed.high, usual.allowed.low / each.allowed.high)
    holds = apart <= _DRIFT
    first, second = sorted((each, usual), key=lambda rate: rate.stated.start)
    rates = [f"{as_printed(one.stated)} for {as_printed(one.converted)} is {_money(one)}" for one in (first, second)]
    should = usual.printed if each.stated.unit == each.pair[0] else 1 / usual.printed
    nearest = _in_units_of(each.converted, [(each.stated.value or 0.0) * should])
    yield check(
        "UNT002",
        analysis,
        (first.stated, first.converted, second.stated, second.converted),
        holds=holds,
        message=f"{rates[0]}, {rates[1]}",
        expected="" if holds else nearest,
        found="" if holds else as_printed(each.converted),
    )


def _money(rate: _Rate) -> str:
    """The rate of a conversion, to four digits, so that it is above one."""
    (first, second), value = rate.pair, rate.printed
    if value < 1:
        first, second, value = second, first, 1 / value
    return f"{number(float(f'{value:.4g}'))} {second} a {first}"
