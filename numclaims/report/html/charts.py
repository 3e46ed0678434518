"""Quantities that a document states more than once, as intervals on one axis. It computes positions; the template draws them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from numclaims.evidence.words import head
from numclaims.interval import allowed
from numclaims.model import Claim
from numclaims.report.figures import readable

_MOST_CHARTS, _MOST_LINES = 12, 20
_CHARTED = frozenset(("count", "money", "share", "measure", "duration"))
WIDTH = 260
"""How wide an axis is, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One claim: where its interval begins and ends on the axis, and whether it goes on beyond it."""

    claim: int
    text: str
    first: float
    last: float
    open_low: bool
    open_high: bool
    allows: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The claims of one quantity; `low` and `high` are what the ends of the axis stand for."""

    title: str
    low: str
    high: str
    lines: tuple[Line, ...]


def charts(claims: Iterable[Claim]) -> list[Chart]:
    """A chart for each quantity that the claims state with at least two different numbers, in text order."""
    groups: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        noun = head(claim.item)
        if noun and claim.kind in _CHARTED:
            groups[noun, claim.kind, claim.unit, claim.per].append(claim)
    several = (group for group in groups.values() if len({(claim.value, claim.low, claim.high, claim.bound) for claim in group}) > 1)
    return [chart for _, chart in zip(range(_MOST_CHARTS), filter(None, map(_chart, several)), strict=False)]


def _chart(group: list[Claim]) -> Chart | None:
    shown = group[:_MOST_LINES]
    ends = [end for claim in shown for end in (allowed(claim).low, allowed(claim).high) if math.isfinite(end)]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if low >= 0 and low < high / 2:
        low = 0.0
    if low == high:
        low, high = low - 1, high + 1
    first = shown[0]
    unit = f"{first.unit} per {first.per}".strip() if first.per else first.unit
    title = f"{first.item} ({unit})" if unit else first.item
    return Chart(title, readable(low), readable(high), tuple(_lines(shown, low, high)))


def _lines(claims: Iterable[Claim], low: float, high: float) -> Iterator[Line]:
    for claim in claims:
        interval = allowed(claim)
        open_low, open_high = interval.low < low, interval.high > high
        first = 0.0 if open_low else WIDTH * (interval.low - low) / (high - low)
        last = float(WIDTH) if open_high else WIDTH * (interval.high - low) / (high - low)
        ends = [readable(end) for end in (interval.low, interval.high) if math.isfinite(end)]
        yield Line(
            claim.claim,
            " ".join(claim.text.split()),
            round(first, 1),
            round(last, 1),
            open_low,
            open_high,
            " to ".join(dict.fromkeys(ends)),
        )
