"""Ages that somebody has about the day of writing: "retires next week at 72", "becomes, at 52, the youngest judge".

It reads the words around an age; whose it is, is for `lives` to say.
"""

from __future__ import annotations

import re
from functools import cache

from numclaims.lexicon.words import read_toml
from numclaims.model import Claim
from numclaims.relations.phrases import listed, spaced
from numclaims.relations.surroundings import Surroundings, moved
from numclaims.relations.times.timeline import Dated

_SOON = (
    r"(?:next\s+(?:week|month)|this\s+(?:week|month|year|season|summer|autumn|winter|spring)|tomorrow|today|tonight"
    r"|at\s+the\s+end\s+of\s+(?:the|this)\s+(?:week|month|year|season))"
)
_SOON_BEFORE = re.compile(rf"\b{_SOON},?\s+(?:at|aged|at\s+the\s+age\s+of)\s+(?:just\s+|only\s+)?$")
_SOON_BEHIND = re.compile(rf"\s+{_SOON}\b")
_BECOMES = re.compile(r"\b(?:becomes|is|has\s+become|has\s+been\s+(?:named|elected|appointed))\s*,\s+at\s+(?:just\s+|only\s+)?$")
_CLAUSE = re.compile(r"[^.;:,]{0,60}$")
_BEFORE, _BEHIND = 60, 365
"""So many days before the day of writing the text may have been begun, and after it what is announced may happen."""


@cache
def _milestones() -> re.Pattern[str]:
    milestones = read_toml("lives.toml", "numclaims.relations.times")["upcoming"]["milestones"]
    return re.compile(rf"\b{spaced(listed(milestones))}\b")


def upcoming(around: Surroundings, claim: Claim) -> bool:
    """Whether an age is told of something that somebody does about the day of writing."""
    before = around.before(claim, 110)
    if _BECOMES.search(before):
        return True
    if not (_SOON_BEFORE.search(before) or _SOON_BEHIND.match(around.after(claim, 40))):
        return False
    clause = _CLAUSE.search(before)
    return bool(clause and _milestones().search(clause[0]))


def about_now(around: Surroundings) -> Dated | None:
    """The time of what is announced at the day of writing, from some weeks before it to a year behind it."""
    written = around.written
    return Dated(0, 0, moved(written, -_BEFORE), moved(written, _BEHIND), "", True, 3) if written else None
