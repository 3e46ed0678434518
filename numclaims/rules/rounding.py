"""How a number may have been rounded before it was printed, beyond what its last digit shows. It knows no rule.

The zeros at the end of "220,000 pounds" may be the writer's; so may the five of "375 miles".
"""

from __future__ import annotations

import math

from numclaims.interval import Interval

_MOST = 0.1
"""Nobody rounds by more than this share of a number for the sake of a zero at its end."""

_CUT = 0.999
"""Of a whole step, what can be cut off."""


def place(value: float, step: float) -> float:
    """What the last digit worth its name in a printed number is worth: 10,000 in 220,000, 5 in 375, 0.1 in 1.6.

    `step` is the place value of the last printed digit, 0 for a number in words, which counts as a whole number or as rounded to a
    tenth of itself.
    """
    size = abs(value)
    if step <= 0:
        step = 1.0 if value == int(value) else size * _MOST
    if size == 0 or step < 1 or size != int(size):
        return step
    zeros = 10.0 ** (len(str(int(size))) - len(str(int(size)).rstrip("0")))
    five = 5 * zeros if (size / zeros) % 10 == 5 and size >= 50 else zeros
    return max(step, min(five, size * _MOST))


def rounded(value: float, step: float) -> Interval:
    """What rounds to a value whose last digit is worth `step`: half a step either way."""
    half = step / 2
    return Interval(math.nextafter(value - half, -math.inf), math.nextafter(value + half, math.inf))


def rounded_or_cut(value: float, step: float) -> Interval:
    """What prints as a value by rounding or by cutting off, the next printed value itself left out for all that floats do.

    A number in words (`step` 0) is never cut off: two and a half days are not "two days".
    """
    if step <= 0:
        return rounded(value, place(value, 0))
    whole = place(value, step)
    near = rounded(value, whole)
    return near.hull(Interval.exactly(value + math.copysign(whole * _CUT, value)))
