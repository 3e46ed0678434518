"""Numbers that a sentence gives for one time and a later one: "240 visitors in 2022 and 300 in 2023", "40 in May and 52 in June"."""

from __future__ import annotations

import re
from calendar import month_name

from numclaims.model import Claim

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_TIME = rf"(?:in|during|at\s+the\s+end\s+of)\s+(?P<time>(?:19|20)\d\d|{'|'.join(month_name[1:])})\b"
_FIRST = re.compile(rf"(?:\s+[\w’'-]+){{0,4}}?\s+{_TIME}\s*,?\s+(?:and|then)\s+(?:just\s+|only\s+|some\s+|about\s+)?")
_SECOND = re.compile(rf"(?:\s+[\w’'-]+){{0,2}}?\s+{_TIME}\s*[,–—(-]")


def in_order(text: str, first: Claim, second: Claim) -> bool:
    """Whether two numbers stand side by side, the first of an earlier year or month than the second."""
    one = _FIRST.fullmatch(text, first.end, second.start)
    other = _SECOND.match(text, second.end) if one else None
    if one is None or other is None:
        return False
    times = [each["time"].lower() for each in (one, other)]
    order = [_MONTHS.get(time) or int(time) for time in times]
    return (times[0] in _MONTHS) == (times[1] in _MONTHS) and order[0] < order[1]
