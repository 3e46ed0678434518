"""Conversion of a unit, or a unit per another, to base units, by the factors of the shipped lexicon. It knows no text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.units import Unit, rate, unit_named


@dataclass(frozen=True, slots=True)
class Base:
    """`value * factor + offset` of a unit is the amount in `unit`; `unit` is "" where there is no conversion."""

    unit: str
    factor: float = 1.0
    offset: float = 0.0

    def convert(self, value: float | None) -> float | None:
        """The amount in base units, None for None or where there is no conversion."""
        return None if value is None or not self.unit else value * self.factor + self.offset


@cache
def to_base(unit: str, per: str) -> Base:
    """The conversion for a claim's `unit` and `per`; an unknown or countable one has none. "kilogram per day" divides twice."""
    top = unit_named(unit)
    if top is None or not top.base_unit:
        return Base("")
    if not per:
        return Base(top.base_unit, top.factor, top.offset)
    for name in per.split(" per "):
        bottom = unit_named(name)
        both = rate(top, bottom) if bottom else None
        if both is None:
            return Base("")
        top = Unit("", "", *both, 0.0, "", False)
    return Base(top.base_unit, top.factor)
