"""Numbers as scientific text prints them: "2.20", ".036", "0·74", "−1.2", "3 × 10−5". It reads one number, not what it means."""

from __future__ import annotations

import re

from numclaims.model import Bound, Figure

MINUS = "-−–‐‑"
NUMBER = (
    rf"(?:[{MINUS}]\s?)?(?:\d{{1,15}}(?:,\d{{3}}){{0,4}}(?:[.·]\d{{1,15}})?|[.·]\d{{1,15}})"
    rf"(?:\s?[×x]\s?10\s?\^?\s?[{MINUS}]?\s?\d{{1,3}}|[eE][{MINUS}]?\d{{1,3}})?"
)
"""A number in digits, as the source of a regular expression without groups."""

BOUNDS: dict[str, Bound] = {"<": "less than", "≤": "at most", ">": "more than", "≥": "at least", "~": "about", "≈": "about"}
"""The signs between a name and its value that say more than "="."""

_POWER = re.compile(rf"\s?(?:[×x]\s?10\s?\^?\s?|[eE])([{MINUS}]?)\s?(\d+)$")


def figure(role: str, text: str, start: int, end: int, bound: Bound = "exact", unit: str = "") -> Figure | None:
    """The number that stands in `text` from `start` to `end`, matched by NUMBER; None where it is too large for a float."""
    printed = text[start:end]
    power = _POWER.search(printed)
    exponent = (-int(power[2]) if power[1] else int(power[2])) if power else 0
    digits = (printed[: power.start()] if power else printed).replace(",", "").replace("·", ".").replace(" ", "")
    sign = -1 if digits[:1] in MINUS else 1
    digits = digits.lstrip(MINUS)
    if abs(exponent) > 300:
        return None
    decimals = len(digits.partition(".")[2])
    scale = 10.0**exponent
    return Figure(role, start, end, sign * float(digits) * scale, 10.0**-decimals * scale, bound, unit)
