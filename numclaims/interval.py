"""What a number allows: the true values under which an honest writer would have printed it, and arithmetic on such sets.

It knows printed precision, bounds and the kinds of claims; nothing of texts, units or rules. `allowed` turns a claim into an
interval in the claim's own unit. The arithmetic never loses a possible value: where an end is not exact in floating point it
moves outwards by one step of the float, so that an equation that holds on paper holds here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from numclaims.model import Bound, Claim

_End = tuple[float, bool]  # of an interval: where, and whether it is open
_Corner = Callable[[_End, _End, float], _End]
_INF = math.inf
_EXACT_INTEGERS = 2.0**53
_ABOUT = 0.1  # "about", "some", "roughly": a tenth either way
_ABOUT_WORDS = 0.2  # "about half", "one in four or so": words are as coarse as the next fraction
_ROUND_WORDS_FROM = 1000  # "two thousand" is said of 1,987; "three" is not said of 4


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an end that is open is not one of them. An infinite end counts as open, however set.

    Sums, differences, products and quotients contain the result for every choice of values from both intervals; where it is in
    doubt whether an end belongs to a result, it does. An interval without numbers gives one without numbers.
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high):
            raise ValueError("an interval cannot end at NaN")

    @classmethod
    def exactly(cls, value: float) -> Interval:
        """The one value."""
        return cls(value, value)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open or math.isinf(self.low)))

    def contains(self, value: float) -> bool:
        """Whether a finite number lies in it; never true of NaN and infinities."""
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below and math.isfinite(value)

    def intersection(self, other: Interval) -> Interval:
        """The numbers in both."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def intersects(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self.is_empty or other.is_empty or self.intersection(other).is_empty)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_closed)

    def scaled(self, factor: float) -> Interval:
        """Every number times `factor`."""
        return self * Interval.exactly(factor)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        if self.is_empty or other.is_empty:
            return EMPTY
        return Interval(
            _sum(self.low, other.low, -_INF),
            _sum(self.high, other.high, _INF),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return self._by_corners(other, _product)

    def __truediv__(self, other: Interval) -> Interval:
        """The whole line if zero lies in the divisor or at one of its ends."""
        if other.low <= 0 <= other.high and not self.is_empty and not other.is_empty:
            return WHOLE_LINE
        return self._by_corners(other, _quotient)

    def _by_corners(self, other: Interval, corner: _Corner) -> Interval:
        """The result of an operation that takes its extremes where both intervals end."""
        if self.is_empty or other.is_empty:
            return EMPTY
        pairs = [(mine, others) for mine in self._ends() for others in other._ends()]
        low, low_open = min(corner(mine, others, -_INF) for mine, others in pairs)
        high, high_closed = max((end, not is_open) for end, is_open in (corner(mine, others, _INF) for mine, others in pairs))
        return Interval(low, high, low_open, not high_closed)

    def _ends(self) -> tuple[_End, _End]:
        return (float(self.low), self.low_open), (float(self.high), self.high_open)


WHOLE_LINE = Interval(-_INF, _INF)
EMPTY = Interval(_INF, -_INF)


def allowed(claim: Claim) -> Interval:
    """The true values, in the claim's unit, under which an honest writer would have printed the claim.

    As `allowed_number`, with what the kind of claim adds:

    - a count or a rank printed to the last digit is itself ("56 drones"); a scale word rounds it ("1.2 million people"), and a
      count per something is a rounded quotient ("56 drones a day");
    - an age is in completed years: "63-year-old" allows 63 up to 64;
    - a number in words has no printed precision. Counts below a thousand are themselves; a larger one is as precise as its
      last digit that is not zero ("two thousand": 1,500 up to 3,000); shares, measures, durations, money and multiples ("half",
      "two weeks", "doubled") allow what the same number in digits would, and at least a tenth either way; shares and multiples
      in words with "about" a fifth ("about half": 0.4 to 0.6).
    """
    if claim.kind == "age" and claim.bound in ("exact", "range", "at most"):
        return _completed(claim)
    interval = allowed_number(claim.value, claim.low, claim.high, claim.bound, _precision(claim))
    value = _number(claim.value)
    if claim.step != 0 or value is None or _counted(claim):
        return interval
    if claim.bound == "about" and claim.kind in ("share", "multiple"):
        return interval.hull(_around(value, _ABOUT_WORDS))
    return interval.hull(_around(value)) if claim.bound == "exact" else interval


def allowed_number(value: float | None, low: float | None, high: float | None, bound: Bound, step: float) -> Interval:
    """The true values that a printed number allows; `step` is the place value of its last printed digit, 0 for none.

    - exact: the value rounded or cut off at its last digit, see `printed`; with step 0 itself only;
    - about: a tenth either way, and no less than exact allows;
    - at least, more than, at most, less than: all on that side of the value, including the value for the first and third; what
      is said of a number that is not negative leaves out the negative ones;
    - range: from `low` to `high`, each end as printed; ends in the wrong order are put right, a missing end is infinite.

    Without a value the other bounds are taken of the ends: "about 50 to 60" of both, "at least dozens" of the lower one. An
    exact value or one with "about" that has ends as well allows all of them. Without any finite number everything is allowed.
    """
    value, low, high = _number(value), _number(low), _number(high)
    if bound == "range" and (low is None) != (high is None):
        bound = "at most" if low is None else "at least"
    match bound:
        case "at least" | "more than":
            return _above(low if value is None else value, is_open=bound == "more than")
        case "at most" | "less than":
            return _below(high if value is None else value, is_open=bound == "less than")
        case _:
            given = [number for number in (value, low, high) if number is not None]
            return reduce(Interval.hull, (_near(number, step, bound) for number in given)) if given else WHOLE_LINE


def printed(value: float, step: float) -> Interval:
    """What prints as `value` with a last digit worth `step`: by rounding, or by cutting off, as an honest writer may do either.

    From half a step nearer to zero, inclusive, to a whole step farther from it, exclusive: "45.9" allows 45.85 up to 46.0.
    """
    if not step > 0:
        return Interval.exactly(value)
    if value < 0:
        return -printed(-value, step)
    return Interval(_moved(value, -step / 2), _moved(value, step), high_open=True)


def _near(value: float, step: float, bound: Bound) -> Interval:
    return printed(value, step).hull(_around(value)) if bound == "about" else printed(value, step)


def _around(value: float, part: float = _ABOUT) -> Interval:
    slack = abs(value) * part
    return Interval(_moved(value, -slack), _moved(value, slack))


def _above(value: float | None, is_open: bool) -> Interval:
    return WHOLE_LINE if value is None else Interval(value, _INF, low_open=is_open)


def _below(value: float | None, is_open: bool) -> Interval:
    if value is None:
        return WHOLE_LINE
    floor = 0.0 if value > 0 or (value == 0 and not is_open) else -_INF
    return Interval(floor, value, high_open=is_open)


def _completed(claim: Claim) -> Interval:
    """An age counts completed years (or months): "63" until the next birthday, "at most 17" until the eighteenth."""
    ages = [age for age in map(_number, (claim.value, claim.low, claim.high)) if age is not None]
    if not ages:
        return WHOLE_LINE
    step = claim.step if claim.step > 0 else 1.0
    youngest = min(ages)
    return Interval(min(0.0, youngest) if claim.bound == "at most" else youngest, _moved(max(ages), step), high_open=True)


def _precision(claim: Claim) -> float:
    """The place value of the last digit that the writer stands for, 0 where every digit counts or no digit is printed."""
    counted = _counted(claim)
    if counted and claim.step == 1 and claim.bound in ("exact", "range"):
        return 0.0
    value = _number(claim.value)
    if claim.step > 0 or claim.bound != "exact" or value is None or (counted and abs(value) < _ROUND_WORDS_FROM):
        return claim.step
    return _place_of_last_digit(value)


def _counted(claim: Claim) -> bool:
    """Whether the number was counted one by one; a count per day or per head is a quotient, rounded like a measure."""
    return claim.kind in ("count", "rank") and not claim.per


def _place_of_last_digit(value: float) -> float:
    """1 for whole numbers up to a thousand, the place of the last digit that is not zero above; 0 for fractions."""
    if not value.is_integer():
        return 0.0
    place = 1.0
    while abs(value) >= _ROUND_WORDS_FROM and value % (place * 10) == 0:
        place *= 10
    return place


def _number(value: float | None) -> float | None:
    """A finite float, or None: tables read back have NaN where a claim has None."""
    return float(value) if value is not None and math.isfinite(value) else None


def _moved(value: float, by: float) -> float:
    """value + by, as the end of an interval; a little farther, unless whole, as floats only approximate decimal fractions."""
    end = float(value + by)
    if end.is_integer() and abs(end) < _EXACT_INTEGERS and (end != value or by == 0):
        return end
    return end + math.copysign(4 * math.ulp(end), by)


def _sum(a: float, b: float, towards: float) -> float:
    """a + b; rounded outwards unless it is exact, which Knuth's two-sum tells."""
    total = a + b
    if math.isinf(a) or math.isinf(b):
        return total
    b_part = total - a
    lost = (a - (total - b_part)) + (b - b_part)
    return total if lost == 0 else math.nextafter(total, towards)


def _product(mine: _End, other: _End, towards: float) -> _End:
    """The product at two ends and whether it is left out; zero times infinity is the zero that is near it."""
    (a, a_open), (b, b_open) = mine, other
    if a == 0 or b == 0:
        return 0.0, (a_open or a != 0) and (b_open or b != 0)
    product = a * b
    exact = math.isinf(a) or math.isinf(b) or (a.is_integer() and b.is_integer() and abs(product) <= _EXACT_INTEGERS)
    return product if exact else math.nextafter(product, towards), a_open or b_open


def _quotient(mine: _End, other: _End, towards: float) -> _End:
    """The quotient at two ends, of which the second is not zero, and whether it is left out."""
    (a, a_open), (b, b_open) = mine, other
    if a == 0 or math.isinf(b):
        return 0.0, a_open or a != 0
    quotient = a / b
    exact = math.isinf(a) or (quotient.is_integer() and b.is_integer() and abs(quotient) <= _EXACT_INTEGERS and quotient * b == a)
    return quotient if exact else math.nextafter(quotient, towards), a_open or b_open
