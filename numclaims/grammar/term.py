"""A term: one numeral with its sign, currency, scale and unit, before ranges and bounds are read. Records only."""

from __future__ import annotations

from dataclasses import dataclass

from numclaims.lexicon.units import Unit
from numclaims.model import DateMention


@dataclass(slots=True)
class Term:
    """A numeral with what belongs to it. Tokens `first` to `next` (exclusive); `raw` is the number before its scale was applied."""

    first: int
    next: int
    number_first: int
    number_next: int
    value: float | None
    low: float | None
    high: float | None
    step: float
    form: str
    scale: float = 1.0
    unit: Unit | None = None
    unit_printed: bool = False
    per: str = ""
    age: bool = False
    negative: bool = False

    @property
    def raw(self) -> float:
        """The number as printed, without its scale word."""
        return (self.value or 0.0) / self.scale


@dataclass(slots=True)
class Terms:
    """The terms and calendar dates of a piece of text, and how many numbers were seen, claims or not."""

    terms: list[Term]
    dates: list[DateMention]
    numbers: int
