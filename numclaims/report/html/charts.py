"""Quantities that a document states more than once, or that were held against evidence, as intervals on one axis.

It computes positions; the template draws them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from numclaims.evidence.words import head
from numclaims.interval import Interval, allowed
from numclaims.model import Claim
from numclaims.report.figures import readable

_MOST_CHARTS, _MOST_LINES = 12, 20
_CHARTED = frozenset(("count", "money", "share", "measure", "duration"))
WIDTH = 260
"""How wide an axis is, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where an interval begins and ends on the axis, whether it goes on beyond it, and in words what it allows."""

    first: float
    last: float
    open_low: bool
    open_high: bool
    allows: str


@dataclass(frozen=True, slots=True)
class Line:
    """One claim: what it allows, and what the row of evidence allows that speaks of it."""

    claim: int
    text: str
    bar: Bar
    support: str
    evidence: Bar | None

    @property
    def in_words(self) -> str:
        """What the line shows."""
        known = f", {self.support}: the evidence allows {self.evidence.allows}" if self.evidence else ""
        return f"{self.text} allows {self.bar.allows}{known}"


@dataclass(frozen=True, slots=True)
class Chart:
    """The claims of one quantity; `low` and `high` are what the ends of the axis stand for."""

    title: str
    low: str
    high: str
    lines: tuple[Line, ...]

    @property
    def in_words(self) -> str:
        """What the picture shows, for those who do not see it."""
        return "; ".join(line.in_words for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A claim and the ends of what the evidence allows for it."""

    claim: Claim
    known: Interval | None

    @property
    def numbers(self) -> tuple[object, ...]:
        return self.claim.value, self.claim.low, self.claim.high, self.claim.bound

    @property
    def ends(self) -> Iterator[float]:
        """The finite ends of both intervals."""
        for interval in (allowed(self.claim), self.known):
            if interval:
                yield from filter(math.isfinite, (interval.low, interval.high))


def charts(claims: Sequence[Claim], known: Sequence[tuple[float, float] | None] = ()) -> list[Chart]:
    """A chart for each quantity that the claims state with two different numbers, or of which evidence speaks, in text order.

    `known` are the ends of what the evidence allows for each claim, as in `Analysis.known`.
    """
    groups: dict[tuple[str, ...], list[_Stated]] = defaultdict(list)
    for claim, band in zip_longest(claims, known):
        noun = head(claim.item)
        if claim.kind in _CHARTED and (noun or band):
            stated = _Stated(claim, Interval(*band) if band else None)
            groups[noun or claim.text, claim.kind, claim.unit, claim.per, claim.topic].append(stated)
    telling = (group for group in groups.values() if len({each.numbers for each in group}) > 1 or any(each.known for each in group))
    return list(islice(filter(None, map(_chart, telling)), _MOST_CHARTS))


def _chart(group: list[_Stated]) -> Chart | None:
    shown = group[:_MOST_LINES]
    ends = [end for each in shown for end in each.ends]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if low >= 0 and low < high / 2:
        low = 0.0
    if low == high:
        low, high = low - 1, high + 1
    first = shown[0].claim
    unit = f"{first.unit} per {first.per}".strip() if first.per else first.unit
    title = " ".join(filter(None, (first.item, f"({unit})" if unit else "", f"· {first.topic}" if first.topic else "")))
    lines = (
        Line(
            each.claim.claim,
            " ".join(each.claim.text.split()),
            _bar(allowed(each.claim), low, high),
            each.claim.support,
            _bar(each.known, low, high) if each.known else None,
        )
        for each in shown
    )
    return Chart(title, readable(low), readable(high), tuple(lines))


def _bar(interval: Interval, low: float, high: float) -> Bar:
    open_low, open_high = interval.low < low, interval.high > high
    first = 0.0 if open_low else WIDTH * (interval.low - low) / (high - low)
    last = float(WIDTH) if open_high else WIDTH * (interval.high - low) / (high - low)
    ends = [readable(end) for end in (interval.low, interval.high) if math.isfinite(end)]
    beyond = " and more" if math.isinf(interval.high) else " and less" if math.isinf(interval.low) else ""
    return Bar(round(first, 1), round(last, 1), open_low, open_high, " to ".join(dict.fromkeys(ends)) + beyond)
