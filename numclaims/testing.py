"""Assertions on claim tables that read as sentences, for pytest and anything else that reports an AssertionError.

Like the rules, they fail only where the numbers cannot be as expected: each claim is the interval of values under which an honest
writer would have printed it ("about 50" can be at most 47), and an expectation holds where some value in it fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import isnan
from numbers import Real

from numclaims.claimtable import ClaimTable, amounts, unit_of
from numclaims.interval import Interval
from numclaims.model import Claim, Severity
from numclaims.places import Places
from numclaims.report.figures import readable
from numclaims.report.summary import SEVERITIES
from numclaims.report.terminal import printable

__all__ = ["Expectation", "expect"]

__tracebackhide__ = True  # pytest shows the assertion, not what is below it

_ROWS = 10
"""How many claims or findings a failure shows."""

Limit = float | ClaimTable


def expect(claims: ClaimTable) -> Expectation:
    """The beginning of a sentence about the claims of a table: `expect(claims.where(topic="aid")).total().between(1e6, 2e6)`.

    Raises TypeError for anything else; of a frame make a ClaimTable first.
    """
    if not isinstance(claims, ClaimTable):
        raise TypeError(f"expect takes a ClaimTable, such as ClaimTable(frame), not {type(claims).__name__}")
    return Expectation(claims)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What can be expected of a table; every method that does not raise gives the expectation again, for further ones.

    All methods but `to_have_no_findings` raise AssertionError for an empty table, so that a filter with a slip in it does not
    pass for ever. Numbers are in `unit`, or else in the one unit that the claims have (shares in percent); IncomparableClaims, a
    ValueError, where they have several or cannot be converted.
    """

    claims: ClaimTable
    summed: bool = False

    def exist(self, count: int | None = None) -> Expectation:
        """There is a claim; with `count`, there are so many."""
        if len(self.claims) != count and (count is not None or not len(self.claims)):
            raise AssertionError(f"expected {'a claim' if count is None else f'{count:,} claims'}, found {self.claims.described}")
        return self

    def total(self) -> Expectation:
        """What follows is expected of all the claims added up."""
        return Expectation(self.claims, summed=True)

    def at_most(self, limit: Limit, unit: str = "") -> Expectation:
        """No claim (or total) is above the limit. A table as limit stands for its largest claim."""
        return self._held(limit, unit, "at most", lambda mine, most: mine.low <= most.high)

    def at_least(self, limit: Limit, unit: str = "") -> Expectation:
        """No claim (or total) is below the limit. A table as limit stands for its smallest claim."""
        return self._held(limit, unit, "at least", lambda mine, least: mine.high >= least.low)

    def equal(self, other: Limit, unit: str = "") -> Expectation:
        """Every claim (or the total) can be the number, or a value that all claims of the other table allow."""
        return self._held(other, unit, "equal to", Interval.intersects)

    def between(self, low: float, high: float, unit: str = "") -> Expectation:
        """Every claim (or the total) can be from `low` to `high`, both included. Raises ValueError where no number is."""
        for end in (low, high):
            _check_number(end)
        if low > high:
            raise ValueError(f"nothing is between {readable(low)} and {readable(high)}: the first number is the smaller one")
        return self._compared(Interval(low, high), unit, f"between {readable(low)} and {readable(high)}", Interval.intersects)

    within = between

    def attributed(self) -> Expectation:
        """The text cites somebody for every claim."""
        self.exist()
        self._all("to be attributed", ((claim, "cites nobody") for claim in self.claims if not claim.source))
        return self

    def to_have_no_findings(self, *rules: str, fail_on: Severity = "warning") -> Expectation:
        """No rule (or none of `rules`: codes, beginnings of codes, names) finds anything of `fail_on` or graver in the claims.

        Raises `numclaims.rules.UnknownRule`, a ValueError, for a word that names no rule, and ValueError for another severity.
        """
        if fail_on not in SEVERITIES:
            raise ValueError(f"fail_on is {' or '.join(SEVERITIES)}, not {fail_on!r}")
        grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        found = [finding for finding in self.claims.findings(*rules) if finding.severity in grave]
        if found:
            places = _places(self.claims)
            rows = (
                f"{places(finding.doc, finding.spans[0].start)}: {finding.severity} {finding.rule} {finding.name}: {finding.message}\n"
                f"    {printable(' … '.join(span.text for span in finding.spans))}"
                for finding in found
            )
            raise AssertionError(_report(f"expected no findings in {self.claims.described}, found {len(found):,}:", rows, len(found)))
        return self

    def _held(self, limit: Limit, unit: str, relation: str, fits: Callable[[Interval, Interval], bool]) -> Expectation:
        if not isinstance(limit, ClaimTable):
            _check_number(limit)
            return self._compared(Interval.exactly(limit), unit, f"{relation} {readable(limit)}", fits)
        self.exist()
        Expectation(limit).exist()
        unit = unit or unit_of(next(iter(limit)))
        ends = list(amounts(limit, unit))
        if relation == "at most":
            other = max(ends, key=lambda interval: interval.high)
        elif relation == "at least":
            other = min(ends, key=lambda interval: interval.low)
        else:
            other = ends[0]
            for end in ends[1:]:
                other = other.intersection(end)
        return self._compared(other, unit, f"{relation} {_shown(other)}, {limit.described}", fits)

    def _compared(self, other: Interval, unit: str, relation: str, fits: Callable[[Interval, Interval], bool]) -> Expectation:
        self.exist()
        mine = list(amounts(self.claims, unit))
        unit = unit or unit_of(next(iter(self.claims)))
        named = f" {unit}" if unit else ""
        if self.summed:
            total = self.claims.total(unit)
            if not fits(total, other):
                rows = ((claim, f"allows {_shown(each)}{named}") for claim, each in zip(self.claims, mine, strict=True))
                self._all(f"to add up to {relation}{named}; the total allows {_shown(total)}{named}", rows)
            return self
        wrong = [(claim, f"allows {_shown(each)}{named}") for claim, each in zip(self.claims, mine, strict=True) if not fits(each, other)]
        self._all(f"to be {relation}{named}", wrong)
        return self

    def _all(self, expected: str, wrong: Iterable[tuple[Claim, str]]) -> None:
        rows = list(wrong)
        if rows:
            places = _places(self.claims)
            shown = (
                f'{places(claim.doc, claim.start)}: "{printable(claim.text)}" {why}\n    {printable(claim.sentence)}' for claim, why in rows
            )
            raise AssertionError(_report(f"expected {self.claims.described} {expected}; not so:", shown, len(rows)))


def _check_number(limit: object) -> None:
    """Raises TypeError for what is no number, a bool included: `at_most(True)` is a slip, not a limit of 1."""
    if isinstance(limit, bool) or not isinstance(limit, Real):
        raise TypeError(f"expected a number or a ClaimTable, not {limit!r}")
    if isnan(limit):
        raise ValueError("nothing can be compared with nan")


def _shown(interval: Interval) -> str:
    if interval.is_empty:
        return "nothing"
    if interval.low == interval.high:
        return readable(interval.low)
    if interval.high == float("inf"):
        return f"{readable(interval.low)} and more"
    return f"{readable(interval.low)} to {readable(interval.high)}"


def _places(claims: ClaimTable) -> Callable[[str, int], str]:
    """Where an offset of a document stands, as path:line:column; as doc:offset where only the table is left of the document."""
    known = {analysis.document.id: Places(analysis.document) for analysis in claims.analyses if analysis.document.path}
    return lambda doc, offset: known[doc].place(offset) if doc in known else f"{doc}:{offset}"


def _report(head: str, rows: Iterable[str], count: int) -> str:
    shown = [row for row, _ in zip(rows, range(_ROWS), strict=False)]
    more = [f"  ... and {count - _ROWS:,} more"] if count > _ROWS else []
    return "\n".join([head, *(f"  {row}" for row in shown), *more])
