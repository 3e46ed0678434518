"""The verdict on a claim: its interval against that of the row that speaks of it, and both put into the claim's columns.

Where the text or the table leaves open which row speaks of a claim, there is no verdict; where it leaves open how a row's amount
is to be understood, the claim gets the kindest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from numclaims.evidence.matching import Match, is_clear, matches
from numclaims.evidence.rows import Row
from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Claim

Verdict = Literal["supported", "partly", "contradicted", "unsupported"]

_KINDEST_FIRST: tuple[Verdict, ...] = ("supported", "partly", "contradicted")
_SURE = 0.45
"""Score below which a match is too weak to contradict anybody by."""
_KNOWN = 0.5
"""More of a row's words must stand in a document which it is to contradict: else it may speak of something else."""
_FINEST = 1e-6
_SHOWN_ROWS = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rows of an evidence table, ready to hold documents against."""

    rows: tuple[Row, ...]

    def hold(self, analysis: Analysis) -> Analysis:
        """The analysis with `support` and `evidence` of its claims filled, and `known` with what the rows allow.

        Rows with a story speak of documents of that story only.
        """
        story = analysis.document.story
        rows = [row for row in self.rows if not row.story or row.story == story]
        found = zip(analysis.claims, matches(analysis, rows), strict=True)
        judged = [_judged(claim, close) for claim, close in found]
        return replace(analysis, claims=tuple(claim for claim, _ in judged), known=tuple(band for _, band in judged))


def _judged(claim: Claim, found: Sequence[Match]) -> tuple[Claim, tuple[float, float] | None]:
    """The claim with its verdict, and the ends of what the row that speaks of it allows."""
    if not found:
        return replace(claim, support="unsupported", evidence=""), None
    if not is_clear(found) and not _of_one_thing(found[0], found[1]):
        return replace(claim, support="unsupported", evidence=f"unclear which: {_named(found)}"), None
    rivals = [match for match in found if match is found[0] or (not is_clear((found[0], match)) and _of_one_thing(found[0], match))]
    readings = ((_compared(claim, amount), match, amount) for match in rivals for amount in match.readings)
    verdict, match, amount = min(readings, key=lambda one: _KINDEST_FIRST.index(one[0]))
    if verdict == "contradicted" and (match.score < _SURE or match.known <= _KNOWN or match.doubtful):
        return replace(claim, support="unsupported", evidence=f"unclear whether: {_named([match])}"), None
    return replace(claim, support=verdict, evidence=row_in_short(match.row)), (amount.low, amount.high)


def _compared(claim: Claim, amount: Interval) -> Verdict:
    mine = allowed(claim)
    if not mine.intersects(amount):
        return "contradicted"
    if claim.bound != "range" or claim.low is None or claim.high is None or amount.low == amount.high:
        return "supported"
    first, last = sorted((claim.low, claim.high))
    rounding = _place_of_both(claim.step, first, last) / 2
    return "supported" if amount.low <= first + rounding and last - rounding <= amount.high else "partly"


def _place_of_both(step: float, first: float, last: float) -> float:
    """The place value of the last digit that both ends of a range print: 0.1 for "2 to 2.5"."""
    while step > _FINEST and any(abs(end / step - round(end / step)) > _FINEST for end in (first, last)):
        step /= 10
    return step


def _of_one_thing(one: Match, other: Match) -> bool:
    """Whether two rows state the same measure, as two sources may."""
    return _thing(one.row) == _thing(other.row)


def _thing(row: Row) -> tuple[str, ...]:
    return tuple(text.casefold() for text in (row.measure, row.item, row.actor, row.place, row.when))


def _named(found: Sequence[Match]) -> str:
    return "; ".join(row_in_short(match.row) for match in found[:_SHOWN_ROWS])


def row_in_short(row: Row) -> str:
    """A row in a line: "row 3: jobs added, Gallovia, 2023-10: 13,500–17,500"."""
    where = ", ".join(part for part in (row.measure, row.actor, row.place, row.when) if part)
    unit = " ".join(part for part in (row.unit, f"per {row.per}" if row.per else "") if part)
    return f"row {row.number}: {where}: {_amount(row)}{f' {unit}' if unit else ''}"


def _amount(row: Row) -> str:
    if row.low == row.high:
        return _number(row.low)
    if row.low == float("-inf"):
        return f"at most {_number(row.high)}"
    return f"at least {_number(row.low)}" if row.high == float("inf") else f"{_number(row.low)}–{_number(row.high)}"


def _number(value: float) -> str:
    return f"{value:,.15g}"
