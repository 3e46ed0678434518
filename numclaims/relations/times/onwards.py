"""Times from which a length runs to the day of writing: "in the ten years since 2014", "It closed in 1992. In the decades since, ...".

Whether the length fits is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numclaims.model import Claim
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times.timeline import Dated

_SINCE = re.compile(r"[\s,(—–-]*(?:ever\s+)?since\s+(?:(?:the|early|late)\s+)*(?:(?:[\w’'-]+\s+){1,6}(?:in|on)\s+)?$")
_SINCE_THEN = re.compile(r"\s+since(?:\s+then|\s+that\s+(?:time|day))?\s*(?:[,.;]|$)")
_THE = re.compile(r"\b(?:the|past|last|for|these)\s+(?:(?:past|last|nearly|almost|about|more\s+than|over|some|full)\s+)*$", re.IGNORECASE)


def since(around: Surroundings, claim: Claim, moments: Sequence[Dated]) -> Dated | None:
    """The time of a sentence, one of `moments`, that "since" names behind a length: "in the ten years since 2014"."""
    for moment in moments:
        if moment.start > claim.end and _SINCE.fullmatch(around.text, claim.end, moment.start):
            return moment if _THE.search(around.before(claim, 30)) else None
    return None


def since_then(around: Surroundings, claim: Claim, told: Sequence[Dated]) -> Dated | None:
    """The one time of the sentence before, `told`, behind a length with a bare "since": "In the three decades since, ..."."""
    if claim.bound != "exact" or len(told) != 1 or not told[0].sure or not _SINCE_THEN.match(around.text, claim.end):
        return None
    return told[0] if _THE.search(around.before(claim, 30)) else None
