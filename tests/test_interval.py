"""What a printed number allows, and that interval arithmetic loses no possible value."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from numclaims.interval import EMPTY, WHOLE_LINE, Interval, allowed, allowed_number, printed
from numclaims.model import Bound, Claim, Kind

INF = math.inf


def claim(kind: Kind, value: float | None, bound: Bound = "exact", step: float = 0.0, **more: float | str) -> Claim:
    return Claim("d", 1, 0, 1, "x", "x", kind, value, bound=bound, step=step, **more)  # type: ignore[arg-type]


def shown(interval: Interval) -> str:
    """An interval as mathematicians write it, rounded to what a reader would."""
    low = "(" if interval.low_open or math.isinf(interval.low) else "["
    high = ")" if interval.high_open or math.isinf(interval.high) else "]"
    return f"{low}{interval.low:.10g}, {interval.high:.10g}{high}"


CLAIMS: list[tuple[str, Claim, str]] = [
    ("56 drones", claim("count", 56, step=1), "[56, 56]"),
    ("three men", claim("count", 3), "[3, 3]"),
    ("1,200,000 people", claim("count", 1_200_000, step=1), "[1200000, 1200000]"),
    ("1.2 million people", claim("count", 1.2e6, step=1e5), "[1150000, 1300000)"),
    ("two thousand people", claim("count", 2000), "[1500, 3000)"),
    ("2,150 in words", claim("count", 2150), "[2145, 2160)"),
    ("2.4 children", claim("count", 2.4, step=0.1), "[2.35, 2.5)"),
    ("56 drones a day", claim("count", 56, step=1, per="day"), "[55.5, 57)"),
    ("the 70th", claim("rank", 70, step=1), "[70, 70]"),
    ("45.9%", claim("share", 45.9, step=0.1), "[45.85, 46)"),
    ("$275 million", claim("money", 275e6, step=1e6), "[274500000, 276000000)"),
    ("-3 degrees", claim("measure", -3, step=1), "(-4, -2.5]"),
    ("half", claim("share", 50), "[45, 55]"),
    ("five percent", claim("share", 5), "[4.5, 6)"),
    ("two weeks", claim("duration", 2), "[1.5, 3)"),
    ("two-and-a-half hours", claim("duration", 2.5), "[2.25, 2.75]"),
    ("doubled", claim("multiple", 2), "[1.5, 3)"),
    ("63-year-old", claim("age", 63, step=1), "[63, 64)"),
    ("sixty-three", claim("age", 63), "[63, 64)"),
    ("aged 20 to 30", claim("age", None, "range", 1, low=20, high=30), "[20, 31)"),
    ("at most 17 years old", claim("age", 17, "at most", 1), "[0, 18)"),
    ("under 18", claim("age", 18, "less than", 1), "[0, 18)"),
    ("over 60", claim("age", 60, "more than", 1), "(60, inf)"),
    ("about 40 years old", claim("age", 40, "about", 1), "[36, 44]"),
    ("about 50 drones", claim("count", 50, "about", 1), "[45, 55]"),
    ("about 3 km", claim("measure", 3, "about", 1), "[2.5, 4)"),
    ("at least 100", claim("count", 100, "at least", 1), "[100, inf)"),
    ("more than 100", claim("count", 100, "more than", 1), "(100, inf)"),
    ("up to two weeks", claim("duration", 2, "at most"), "[0, 2]"),
    ("fewer than 10", claim("count", 10, "less than", 1), "[0, 10)"),
    ("at most -5 degrees", claim("measure", -5, "at most", 1), "(-inf, -5]"),
    ("below 0 degrees", claim("measure", 0, "less than", 1), "(-inf, 0)"),
    ("1,500-2,000 people", claim("count", None, "range", 1, low=1500, high=2000), "[1500, 2000]"),
    ("1.5-2 km", claim("measure", None, "range", 0.5, low=1.5, high=2), "[1.25, 2.5)"),
    ("between 40 and 30 men", claim("count", None, "range", 1, low=40, high=30), "[30, 40]"),
    ("dozens", claim("count", None, "range", low=24, high=99), "[24, 99]"),
    ("at least dozens", claim("count", None, "at least", low=24, high=99), "[24, inf)"),
    ("up to dozens", claim("count", None, "at most", low=24, high=99), "[0, 99]"),
    ("about 50 to 60", claim("count", None, "about", 1, low=50, high=60), "[45, 66]"),
    ("from 20", claim("count", None, "range", 1, low=20), "[20, inf)"),
    ("to 20", claim("count", None, "range", 1, high=20), "[0, 20]"),
    ("nothing read", claim("count", None), "(-inf, inf)"),
    ("nothing read, at least", claim("count", None, "at least"), "(-inf, inf)"),
    ("an age unread", claim("age", None), "(-inf, inf)"),
    ("a gap in a table", claim("count", math.nan, low=math.nan, high=math.nan), "(-inf, inf)"),
]


@pytest.mark.parametrize(("made", "interval"), [case[1:] for case in CLAIMS], ids=[case[0] for case in CLAIMS])
def test_a_claim_allows_what_an_honest_writer_would_print_so(made: Claim, interval: str) -> None:
    assert shown(allowed(made)) == interval


@pytest.mark.parametrize("bound", ["exact", "about", "at least", "at most", "range"])
@given(value=st.floats(-1e12, 1e12), step=st.sampled_from([0.0, 0.01, 1.0, 1000.0]))
def test_a_claim_allows_its_own_number(bound: Bound, value: float, step: float) -> None:
    assert allowed_number(value, None, None, bound, step).contains(value)


@given(st.decimals(-(10**9), 10**9, places=6), st.integers(-4, 6), st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN]))
@example(Decimal("0.15"), -1, ROUND_HALF_UP)
def test_rounding_and_cutting_off_are_never_held_against_a_writer(true: Decimal, place: int, how: str) -> None:
    step = Decimal(10) ** place
    number = true.quantize(step, how) if place <= 0 else (true / step).quantize(Decimal(1), how) * step
    assume(number != 0 or true >= 0)  # such a number is printed as -0
    made = claim("measure", float(number), step=float(step))
    assert allowed(made).contains(float(true))


@given(st.floats(0.001, 1e9), st.sampled_from([0.001, 0.1, 1.0, 100.0]))
def test_about_allows_all_that_the_number_itself_allows(value: float, step: float) -> None:
    about, exact = allowed_number(value, None, None, "about", step), allowed_number(value, None, None, "exact", step)
    assert about.hull(exact) == about


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9), st.sampled_from([0.0, 0.5, 1.0]))
def test_a_range_allows_its_ends_in_either_order(low: float, high: float, step: float) -> None:
    interval = allowed_number(None, low, high, "range", step)
    assert interval.contains(low)
    assert interval.contains(high)
    assert interval == allowed_number(None, high, low, "range", step)


@given(st.floats(), st.floats(), st.floats(), st.floats(), st.sampled_from(["count", "share", "age", "multiple"]))
def test_no_claim_crashes_or_allows_nothing(value: float, low: float, high: float, step: float, kind: Kind) -> None:
    bounds: list[Bound] = ["exact", "about", "at least", "more than", "at most", "less than", "range"]
    for bound in bounds:
        assert not allowed(claim(kind, value, bound, step, low=low, high=high)).is_empty


def test_a_number_cut_off_is_allowed_but_the_next_printed_number_is_not() -> None:
    interval = printed(45, 1)
    assert interval.contains(45.999)
    assert not interval.contains(46)
    assert interval.contains(44.5)
    assert not interval.contains(44.49)


@st.composite
def interval_and_member(draw: st.DrawFn) -> tuple[Interval, float]:
    member = draw(st.one_of(st.integers(-1000, 1000).map(float), st.floats(-1e6, 1e6)))
    down, up = draw(st.one_of(st.just(0.0), st.floats(0, 1e6), st.just(INF))), draw(st.one_of(st.just(0.0), st.floats(0, 1e6)))
    interval = Interval(member - down, member + up, draw(st.booleans()), draw(st.booleans()))
    assume(interval.contains(member))
    return interval, member


intervals = st.builds(Interval, st.floats(allow_nan=False), st.floats(allow_nan=False), st.booleans(), st.booleans())
OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv]


def holds(interval: Interval, exact: Fraction) -> bool:
    """Whether a number that may be no float lies in an interval."""
    above = math.isinf(interval.low) or Fraction(interval.low) < exact or (Fraction(interval.low) == exact and not interval.low_open)
    below = math.isinf(interval.high) or exact < Fraction(interval.high) or (Fraction(interval.high) == exact and not interval.high_open)
    return above and below


@pytest.mark.parametrize("operation", OPERATIONS)
@given(interval_and_member(), interval_and_member())
def test_arithmetic_loses_no_possible_value(
    operation: Callable[..., Interval], one: tuple[Interval, float], other: tuple[Interval, float]
) -> None:
    assume(operation is not operator.truediv or other[1] != 0)
    exact = operation(Fraction(one[1]), Fraction(other[1]))
    assert holds(operation(one[0], other[0]), exact)  # type: ignore[arg-type]


@pytest.mark.parametrize("operation", [operator.add, operator.mul, Interval.hull, Interval.intersection, Interval.intersects])
@given(intervals, intervals)
def test_order_does_not_matter(operation: Callable[[Interval, Interval], object], one: Interval, other: Interval) -> None:
    swapped = operation(other, one)
    result = operation(one, other)
    if isinstance(result, Interval) and isinstance(swapped, Interval) and (one.is_empty or other.is_empty):
        assert result.is_empty == swapped.is_empty
    else:
        assert result == swapped


@pytest.mark.parametrize("operation", OPERATIONS)
@given(intervals, intervals)
def test_no_intervals_crash_the_arithmetic(operation: Callable[[Interval, Interval], Interval], one: Interval, other: Interval) -> None:
    assert operation(one, other).is_empty == (one.is_empty or other.is_empty)


@given(intervals, interval_and_member())
def test_two_intervals_meet_where_a_number_lies_in_both(one: Interval, other: tuple[Interval, float]) -> None:
    interval, member = other
    assert one.contains(member) == one.intersection(interval).contains(member)
    assert not one.contains(member) or one.intersects(interval)
    assert one.hull(interval).contains(member)


@given(interval_and_member(), st.floats(-1e6, 1e6))
def test_scaling_scales_every_value(made: tuple[Interval, float], factor: float) -> None:
    assert holds(made[0].scaled(factor), Fraction(made[1]) * Fraction(factor))


@pytest.mark.parametrize(
    ("result", "interval"),
    [
        (Interval(1, 2) + Interval(3, 4), "[4, 6]"),
        (Interval(1, 2, high_open=True) + Interval(3, 4), "[4, 6)"),
        (Interval(56, 56) + Interval(66, 66), "[122, 122]"),
        (Interval(100, INF, low_open=True) + Interval(1, 1), "(101, inf)"),
        (Interval(1, 2) - Interval(0, 5, low_open=True), "[-4, 2)"),
        (Interval(-1, 2) * Interval(-3, 4), "[-6, 8]"),
        (Interval(-2, -1) * Interval(-4, -3), "[3, 8]"),
        (Interval(0, 5) * Interval(2, 3, True, True), "[0, 15)"),
        (Interval(0, 5, low_open=True) * Interval(2, 3), "(0, 15]"),
        (Interval(0, 0) * WHOLE_LINE, "[0, 0]"),
        (Interval(0, 1) * Interval(1, INF), "[0, inf)"),
        (Interval(6, 8) / Interval(2, 4), "[1.5, 4]"),
        (Interval(-6, 8) / Interval(-4, -2), "[-4, 3]"),
        (Interval(6, 8) / Interval(2, INF), "(0, 4]"),
        (Interval(0, 8) / Interval(2, INF), "[0, 4]"),
        (Interval(1, INF) / Interval(2, INF), "(0, inf)"),
        (Interval(6, 8) / Interval(-1, 1), "(-inf, inf)"),
        (Interval(6, 8) / Interval(0, 1), "(-inf, inf)"),
        (Interval(6, 8).scaled(-0.5), "[-4, -3]"),
        (Interval(1, 2, high_open=True).hull(Interval(2, 3)), "[1, 3]"),
        (Interval(1, 2).hull(Interval(5, 6, True, True)), "[1, 6)"),
        (Interval(1, 2).hull(EMPTY), "[1, 2]"),
        (Interval(1, 5).intersection(Interval(1, 5, True, True)), "(1, 5)"),
        (-Interval(1, 2, low_open=True), "[-2, -1)"),
    ],
)
def test_results_keep_their_ends_open_only_where_they_are(result: Interval, interval: str) -> None:
    assert shown(result) == interval


@pytest.mark.parametrize(
    ("interval", "value", "inside"),
    [
        (Interval(1, 2), 1, True),
        (Interval(1, 2, low_open=True), 1, False),
        (Interval(1, 2, high_open=True), 2, False),
        (Interval(1, 2), 2.1, False),
        (WHOLE_LINE, 1e300, True),
        (WHOLE_LINE, INF, False),
        (WHOLE_LINE, math.nan, False),
        (EMPTY, 0, False),
    ],
)
def test_an_open_end_is_outside(interval: Interval, value: float, inside: bool) -> None:
    assert interval.contains(value) is inside


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Interval(1, 2), Interval(2, 3), True),
        (Interval(1, 2, high_open=True), Interval(2, 3), False),
        (Interval(1, 2), Interval(2.5, 3), False),
        (WHOLE_LINE, Interval(3, 3), True),
        (EMPTY, WHOLE_LINE, False),
        (Interval(1, 3), Interval(2, 2, high_open=True), False),
    ],
)
def test_intervals_meet_if_they_share_a_number(one: Interval, other: Interval, meet: bool) -> None:
    assert one.intersects(other) is meet


def test_sums_that_hold_on_paper_hold_in_floating_point() -> None:
    tenths = Interval.exactly(0.1) + Interval.exactly(0.2)
    assert tenths.contains(0.3)
    assert (tenths - Interval.exactly(0.3)).contains(0)


def test_an_interval_cannot_end_nowhere() -> None:
    with pytest.raises(ValueError, match="NaN"):
        Interval(0, math.nan)
