"""Rules on what a measured thing can be: UNT003 the kind of its unit, VAL001 its value.

The limits stand in limits.toml; which number measures what is for numclaims.relations to find.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from numclaims.interval import Interval, allowed_number
from numclaims.lexicon.bases import to_base
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import read_toml
from numclaims.model import Analysis, Check, Claim, Figure, Relation
from numclaims.relations.measures.impossible import LIMITED
from numclaims.relations.measures.measured import MEASURED, PLAIN
from numclaims.rules.registry import rule
from numclaims.rules.wording import as_printed, check, figures_check, number


@dataclass(frozen=True, slots=True)
class Limits:
    """The tables of limits.toml, by what is measured.

    They hold units of explosions, dimensions of wrong units, the usual unit, and least and greatest value.
    """

    blasts: frozenset[tuple[str, str]]
    wrong_kind: Mapping[str, frozenset[str]]
    proper: Mapping[str, str]
    percent: Mapping[str, Interval]
    plain: Mapping[str, Interval]
    degrees: Mapping[str, Interval]
    base: Mapping[str, Interval]


@cache
def limits() -> Limits:
    """The limits that are shipped, read at the first call."""
    tables = read_toml("limits.toml", "numclaims.rules")
    wrong_kind = {name: frozenset(words.split()) for name, words in tables["wrong_kind"].items()}
    ends = [{name: Interval(*ends) for name, ends in tables[table].items()} for table in ("percent", "plain", "degrees", "base")]
    blasts = frozenset((name, unit) for name in tables["blasts"]["names"].split() for unit in tables["blasts"]["units"].split())
    return Limits(blasts, wrong_kind, tables["proper"], *ends)


@cache
def dimensions(base_unit: str) -> frozenset[str]:
    """The dimensions whose units convert to a base unit; none for a base unit without a name ("meter / second ** 3")."""
    return frozenset(unit.dimension for unit in unit_lexicon().names.values() if unit.base_unit == base_unit and base_unit)


_SPEEDS = ("second", "minute", "hour")


@rule("UNT003", "unit-kind", "error")
def unit_kind(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A unit of the wrong kind for what it measures.

    An area is told in square kilometres and not in kilometres, a speed in kilometres per hour, a weight in kilograms, and a plant
    that delivers electricity over a year delivers megawatt-hours. Only units that certainly measure something else are flagged: an
    hour can be a distance, and a litre may stand for rain.

    Flags:
        "The fire burned over an area of 40 km."
        "The train reached a speed of 30 kilometres."
        "The parcel weighs 12 cm."
        "The tower has a height of 90 kg."
        "The wind farm generated 900 megawatts of electricity over the past year."
        "The cells can store 15 kilowatts of electricity."

    Passes:
        "The fire burned over an area of 40 square km."
        "The train reached a speed of 30 kilometres in an hour."
        "The fire burned over an area of 40 km by 20 km."
        "The village lies at a distance of two hours from the port."
        "The wind farm generated 900 megawatts of electricity at noon."
        "The cells can store 15 kilowatt-hours of electricity."
        "The bunker holds 90 tonnes of diesel."
    """
    for relation in relations:
        if relation.kind != MEASURED:
            continue
        wrong = limits().wrong_kind.get(relation.words)
        claim = relation.members[0].claim
        if wrong is None or claim.kind not in ("measure", "duration") or not claim.base_unit:
            continue
        if (relation.words, claim.unit) in limits().blasts:
            continue
        if claim.per and claim.per not in _SPEEDS:  # "a weight of 30 kg a day" is a rate of the right kind
            continue
        kinds = dimensions(claim.base_unit)
        holds = wrong.isdisjoint(kinds)
        if not kinds or (not holds and relation.members[0].role != PLAIN):
            continue
        thing, unit = relation.words.replace("_", " "), _unit(claim)
        message = f"{unit} measures {thing}" if holds else f"{as_printed(claim)} is no {thing}: {unit} measures {min(kinds)}"
        yield check(
            "UNT003",
            analysis,
            [claim],
            holds=holds,
            message=message,
            expected="" if holds else limits().proper[relation.words],
            found="" if holds else as_printed(claim),
        )


def _unit(claim: Claim) -> str:
    return f"{claim.unit} per {claim.per}" if claim.per else claim.unit


@rule("VAL001", "impossible-value", "error")
def impossible_value(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A value that what it measures cannot have.

    No more than all can vote, a day has 24 hours, a probability ends at one, nothing is colder than absolute zero, no human being has
    lived to 125. Shares that may pass 100% (of a target, of capacity, of last year's) and numbers that add up several people's hours
    are left alone.

    Flags:
        "Turnout in the capital reached 130%."
        "The test has a specificity of 104%."
        "The model gives a probability of 1.4."
        "About 118% of the members took part."
        "The shop is open 27 hours a day."
        "It was kept at minus 300 °C."
        "The 190-year-old man lives alone."
        "The lake has a pH of 19."

    Passes:
        "Turnout in the capital reached 65%."
        "Production reached 130% of the target."
        "Teams put in 90 hours a day between them."
        "Prisons are at 138% of capacity."
        "The 190-year-old church will be rebuilt."
        "Sales to women rose by 130%."
    """
    for relation in relations:
        if relation.kind == MEASURED:
            claim = relation.members[0].claim
            within = _possible(relation.words, claim)
            if within and (
                relation.members[0].role == PLAIN or claim.unit in ("percent", "degree") or _as_printed(claim).intersects(within)
            ):
                yield _limit_check(analysis, claim, within, relation.words)
        elif relation.kind == LIMITED:
            low, high, value = relation.figure("low"), relation.figure("high"), relation.figure("value")
            limited = relation.members[0].claim if relation.members else value
            if low and high and limited:
                yield _limit_check(analysis, limited, Interval(low.value, high.value), relation.words)


def _limit_check(analysis: Analysis, of: Claim | Figure, within: Interval, name: str) -> Check:
    """Whether a claim or a figure lies within the limits of what it measures."""
    holds = _as_printed(of).intersects(within)
    above = math.isfinite(within.high) and (holds or of.value is None or of.value > within.high)
    end = number(round(within.high if above else within.low, 2))
    limit = f"{name.replace('_', ' ')} goes {'up' if above else 'down'} to {end}"
    printed = as_printed(of) if isinstance(of, Claim) else number(of.value)
    return figures_check(
        "VAL001",
        analysis,
        [of],
        holds=holds,
        message=f"{printed}: {limit}" if holds else f"{printed} cannot be: {limit}",
        expected="" if holds else f"{'at most' if above else 'at least'} {end}",
        found="" if holds else printed,
    )


def _as_printed(of: Claim | Figure) -> Interval:
    """What a claim allows; "about" adds nothing, since nobody writes "about 110%" of something that cannot pass 100%."""
    bound = "exact" if of.bound == "about" else of.bound
    low, high = (of.low, of.high) if isinstance(of, Claim) else (None, None)
    return allowed_number(of.value, low, high, bound, of.step)


_BASES = ("kelvin", "meter / second")
"""Base units of what the limits in base units are of."""
_DECIMALS_ONLY = ("probability", "correlation", "gini")


def _possible(name: str, claim: Claim) -> Interval | None:
    """The values that what a claim measures can have, in the claim's unit; None where no limit is known."""
    known = limits()
    if claim.unit == "percent":
        return known.percent.get(name)
    if claim.unit == "degree":
        return known.degrees.get(name)
    if claim.base_unit:
        return _in_unit(known.base.get(name), claim)
    if claim.unit or claim.per or claim.kind != "count":
        return None
    return known.plain.get(name) if name not in _DECIMALS_ONLY or 0 < claim.step < 1 else None


def _in_unit(within: Interval | None, claim: Claim) -> Interval | None:
    """Limits in base units as limits in a claim's unit; None where its unit is one of something else."""
    base = to_base(claim.unit, claim.per)
    if within is None or base.unit not in _BASES:
        return None
    return Interval((within.low - base.offset) / base.factor, (within.high - base.offset) / base.factor)
