"""How numbers are shown: to people with thousands separators, to machines as JSON has them; it knows nothing of columns."""

from __future__ import annotations

import math

_LARGEST_WHOLE = 2.0**53
"""Beyond it not every whole number is a float, so that printing all digits would pretend to a precision nobody has."""


def readable_value(value: float | None, low: float | None, high: float | None) -> str:
    """A claim's number for reading: "1,500", "1,500–2,000" for a range, "" where there is no number."""
    if value is not None:
        return readable(value)
    if low is None and high is None:
        return ""
    return f"{readable(low)}–{readable(high)}"


def readable(number: float | None) -> str:
    """A number with thousands separators; below a thousand with six digits, which is more than prose prints."""
    if number is None:
        return ""
    return f"{number:,.6g}" if abs(number) < 1000 else f"{number:,.15g}"


def exact(number: float | None) -> int | float | None:
    """A number for machines: whole numbers as int, and none where JSON has no way to write it (infinity, not a number)."""
    if number is None or not math.isfinite(number):
        return None
    return int(number) if number == int(number) and abs(number) <= _LARGEST_WHOLE else number
