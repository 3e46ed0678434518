"""Which numbers can be the two sides of a change, what marks them so, and whether two of them can be one quantity.

Which of them a text sets against one another is not its concern.
"""

from __future__ import annotations

import re
from dataclasses import replace

from numclaims.lexicon.bases import to_base
from numclaims.model import Claim
from numclaims.relations.amounts import scale_left_out, vague
from numclaims.relations.surroundings import Surroundings, same_kind

_FILLERS = frozenset(
    """a an the its his her their our this last just only barely some another almost nearly around about record new all-time current
    revised reported estimated provisional average mean median total level high low peak trough figure value rate price overall
    january february march april may june july august september october november december combined annual yearly monthly weekly
    daily previous earlier initial first original prior estimate of year month week quarter""".split()
)
_FILL = rf"""(?:\s+(?:{"|".join(sorted(_FILLERS))}|[\w-]+(?:['’]s|s['’])))"""
_MARKS = ("from", "to", "at", "with", "on", "against", "versus", "vs", "vs.", "than", "over", "below", "above")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_MOST_FILLERS = 5
_BEFORE = re.compile(
    rf"""\b(?: (?P<from> from ) | (?P<to> to ) | (?P<at> at | with )
        | (?P<against> against | up\s+on | down\s+on
            | compared\s+(?:with|to) | versus | vs\.? | than | on | over | below | above ) ) {_FILL}{{0,{_MOST_FILLERS}}}\s+$""",
    re.IGNORECASE | re.VERBOSE,
)
_AGO = re.compile(r"\s+(?:ago|earlier|before|later|previously|since|to)\b")
_FOR_TIME = re.compile(r"\b(?:in|over|within|after|for|past|last)\s+$")
_JUST_FROM = re.compile(r"\s*,?\s+from\s+(?:(?:about|some|a\s+record)\s+)?")


def is_level(claim: Claim) -> bool:
    """Whether a number can be one side of a change: no change itself, no rank or vague word."""
    if claim.kind in ("rank", "multiple") or claim.change != "none" or vague(claim):
        return False
    return claim.unit not in ("percentage point", "basis point")


def is_change(claim: Claim) -> bool:
    """Whether a number states a relative change, or one in points."""
    return claim.kind == "share" and claim.change != "none" and not claim.per


def marker(around: Surroundings, claim: Claim) -> str:
    """Which part the words right before a number give it: "from", "to", "at", "against" (and the like), "" for none."""
    known = around.markers.get(claim.start)
    if known is None:
        before = around.before(claim, 50)
        match = _BEFORE.search(before) if _may_mark(before) else None
        known = around.markers[claim.start] = str(match.lastgroup) if match else ""
    return known


def _may_mark(before: str) -> bool:
    """Whether a mark stands before a number with nothing but what `_BEFORE` passes over behind it."""
    for word in reversed(before.lower().split()[-_MOST_FILLERS - 1 :]):
        if word in _MARKS or (not word.isalpha() and word.endswith(_MARKS)):
            return True
        if word not in _FILLERS and not word.endswith(_POSSESSIVES):
            break
    return False


def comparable(around: Surroundings, before: Claim, after: Claim) -> bool:
    """Whether two numbers can be one quantity at two times: of one kind, of units that compare, of one counted noun."""
    if before.start == after.start or not units_compare(before, after) or scale_left_out(before, after):
        return False
    if before.kind != after.kind:
        return _bare_beside(around, before, after) or _bare_beside(around, after, before)
    if bool(before.per) != bool(after.per) and before.kind == "measure":
        return _per_left_out(around, before, after)
    if before.per and after.per and before.per != after.per and before.unit == after.unit:
        return False
    if before.kind != "count":
        return True
    one, other = around.noun(around.index(before)), around.noun(around.index(after))
    return one is None or other is None or same_kind(one, other)


def units_compare(one: Claim, other: Claim) -> bool:
    """Whether the kinds and the units of two numbers alone leave open that they are one quantity."""
    if one.kind != other.kind:
        return "count" in (one.kind, other.kind)
    if one.unit == other.unit:
        return True
    base = to_base(one.unit, one.per).unit
    return base != "" and base == to_base(other.unit, other.per).unit


def _per_left_out(around: Surroundings, before: Claim, after: Claim) -> bool:
    """Whether the starting point leaves out what both are per: "to 4.9 tonnes a hectare from 7 tonnes"."""
    if before.per or before.unit != after.unit or not before.value or not after.value or before.start < after.end:
        return False
    return bool(_JUST_FROM.fullmatch(around.between(after, before))) and 0.2 < before.value / after.value < 5


def _bare_beside(around: Surroundings, bare: Claim, measured: Claim) -> bool:
    """Whether a number without a noun can leave out the unit of another one: "31 million tonnes from 28 million"."""
    if bare.kind != "count" or measured.kind not in ("money", "measure", "duration") or not bare.value or not measured.value:
        return False
    return 0.2 < bare.value / measured.value < 5 and around.noun(around.index(bare)) is None


def in_unit_of(claim: Claim, other: Claim) -> Claim:
    """A bare number in the unit of another one."""
    if claim.kind == "measure" == other.kind and claim.unit == other.unit and other.per and not claim.per:
        return replace(claim, per=other.per)
    if claim.kind == "count" and other.kind in ("money", "measure", "duration"):
        return replace(claim, kind=other.kind, unit=other.unit, per=other.per)
    return claim


def time_away(around: Surroundings, claim: Claim) -> bool:
    """ "two years ago", "in two years": a duration that dates another number."""
    if claim.kind not in ("duration", "age"):
        return False
    ago = _AGO.match(around.after(claim, 12))
    if ago and ago[0].strip() == "to" and around.starts_at(claim.end + ago.end() + 1):
        return False  # "from nine days to six"
    return bool(ago or _FOR_TIME.search(around.before(claim, 12)))
