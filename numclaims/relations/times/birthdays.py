"""Birthdays with their time: "on her 20th birthday, in 1958", "celebrates his 70th birthday on Friday".

Whose birthday it is, is for `lives` to say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from numclaims.model import Claim
from numclaims.relations.surroundings import Surroundings, moved
from numclaims.relations.times.timeline import Dated, Timeline

_WHOSE = re.compile(r"\b(?:(?P<pronoun>[Hh]is|[Hh]er)|(?P<name>[A-Z][\w’'-]*[^\W\d_’'])['’]s?)\s+$")
_BIRTHDAY = re.compile(r"\s+birthday\b")
_OF_ANOTHER = re.compile(r"\s+birthday\s+of\b")
_BEHIND = re.compile(r"\s+birthday,?\s+(?:in|on|this|next|last)?\s*$")
_BEFORE = re.compile(r",?\s+(?:on|for|at|with)?\s*$")
_UPCOMING = re.compile(
    r"\b(?:celebrat(?:es|ing)|marks|marking|will\s+(?:celebrate|mark)|turns|today|tomorrow|next\s+(?:week|month)|this\s+(?:week|month))\b"
)
_FEAST = 62
"""A birthday may be kept so many days before or after its day."""


def birthday(around: Surroundings, timeline: Timeline, claim: Claim, born: Dated) -> tuple[str, Dated] | None:
    """Whose birthday an ordinal numbers, by name or "" for "his" and "her", and about when it is; None for any other ordinal.

    `born` is the time of the birth, which is not that of the birthday.
    """
    behind = around.after(claim, 25)
    whose = _WHOSE.search(around.before(claim, 40))
    if claim.kind != "rank" or whose is None or not _BIRTHDAY.match(behind) or _OF_ANOTHER.match(behind):
        return None
    at = _time_of(around, timeline, claim, born)
    return (whose["name"] or "", at) if at else None


def _time_of(around: Surroundings, timeline: Timeline, claim: Claim, born: Dated) -> Dated | None:
    first, after = timeline.sentence(claim.start)
    moments = [moment for moment in timeline.between(first, after) if moment.start != born.start]
    for moment in moments:
        if moment.start > claim.end and _BEHIND.fullmatch(around.text[claim.end : moment.start]):
            return _about(moment)
    written = timeline.written
    if written is None or moments or not _UPCOMING.search(around.text, first, after):
        return None
    return _about(Dated(0, 0, written, written, "", True, 3))


def _about(moment: Dated) -> Dated:
    return replace(moment, first=moved(moment.first, -_FEAST), last=moved(moment.last, _FEAST)) if moment.fine == 3 else moment
