"""Lengths of time told in the sentence of the times they run between: "lifted on 18 May after 15 days", "ten weeks later".

Each form takes a length and the times of its sentence, and gives the two it lies between, or None. Where several earlier times could
be meant and one fits, that one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from numclaims.model import Claim
from numclaims.relations.times.events import event_words
from numclaims.relations.times.timeline import Dated

_LATER = re.compile(r"\s+later(?:\s*[.,;)]|$|\s+(?:and|but|by|after)\b)")
_AFTER = re.compile(
    r",?\s+(?:[\w’'-]+\s+){0,3}?after\s+(?:a|an|his|her|its|their)?\s*(?:[\w-]+\s+of\s+)?(?:about|some|nearly|almost|just|only|exactly|more\s+than)?\s*$"
)
_TOOK = re.compile(r"\b(?:took|lasted|takes|lasts)\s+(?:some\s+|about\s+|nearly\s+|just\s+|only\s+|all\s+of\s+)?$")
_COLON = re.compile(r"(?:\s+to\s+[a-z]+)?(?:\s*[:—–]\s|\s*\(|,\s+from\b)")
_APPOSED = re.compile(r"\s*[,(—–]\s*an?\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]+)\s+of\s+(?:about|some|nearly|almost|just|only|exactly)?\s*$")
_SPENT = re.compile(r"\b(?:spent|served|worked)\s+(?:for\s+)?(?:about\s+|nearly\s+|almost\s+|some\s+|his\s+|her\s+)?$")
_JOINING = re.compile(r"[^.;:\d]{0,60},\s+(?:join|start|arriv|beginn|enter)ing\b[^.;:,\d]{0,30}\s(?:in|on)\s+$")
_LEAVING = re.compile(r"\s+(?:and|before)\s+(?:leav|retir|resign|quitt|end|finish|stepp|stand|depart)ing\b[^.;:,\d]{0,30}\s(?:in|on)\s+$")
_AFTER_THAT = re.compile(r"\s+after\s+(?P<what>[^.;:]{2,60}?)\s?(?:of|on|in|,)?\s*$")
_ON = re.compile(r"\s*,\s*(?:on|in)?\s*(?:the\s+)?$")
_RECENTLY = re.compile(r"\b(?:today|yesterday|this\s+(?:week|month|morning)|last\s+(?:week|month|night)|on\s+[A-Z][a-z]+day|now)\b")
_HAS_BEEN = re.compile(
    r"\b(?:has|have)\s+(?:now\s+|already\s+|since\s+)?(?:spent|lasted|run|gone\s+on\s+for|waited|been\s+(?:[\w-]+\s+){0,4}?for)\s+"
    r"(?:about\s+|some\s+|nearly\s+|almost\s+|more\s+than\s+|over\s+|the\s+(?:past|last)\s+)?$"
)
_IS_OLD = re.compile(r"(?:,\s+|\s+and\s+)(?:is|are|turns?)\s+(?:now\s+|already\s+|only\s+|some\s+|about\s+|nearly\s+|almost\s+)*\Z")
"""Between the time a thing began and its age: "the bridge, opened in 1950, is 75 years old"."""
_HAD_LASTED = re.compile(r"\bhad\s+(?:lasted|run\s+for|gone\s+on\s+for)\s+(?:about\s+|some\s+|only\s+)?\Z")

Ends = tuple[list[Dated], Dated]
"""The times that a length may begin at, likeliest last, and the one it ends at."""


def told_beside(
    text: str, claim: Claim, moments: list[Dated], after: int, *, alone: bool, now: Dated | None, begun: list[Dated]
) -> Ends | None:
    """The times of a sentence, `moments`, that a length in it lies between.

    `after` is where the sentence ends, `alone` whether the length is one of the whole affair, `now` the day of writing and `begun`
    the times of the sentence at which something began.
    """
    before = [moment for moment in moments if moment.end <= claim.start]
    behind = [moment for moment in moments if moment.start >= claim.end]
    return (
        _later(text, claim, before)
        or (_after(text, claim, before) if alone else None)
        or _apposed(text, claim, before)
        or _took(text, claim, before, behind)
        or _spent(text, claim, before, behind)
        or _after_time(text, claim, before, behind, after, now)
        or _by_then(text, claim, before, begun)
        or _up_to_now(text, claim, moments, now, begun)
    )


def _later(text: str, claim: Claim, before: list[Dated]) -> Ends | None:
    """ "took effect on 23 March and was lifted on 11 May, seven weeks later"."""
    if len(before) < 2 or not _LATER.match(text, claim.end) or not re.fullmatch(r"\s*[,(—–]?\s*", text[before[-1].end : claim.start]):
        return None
    return _earlier(before)


def _after(text: str, claim: Claim, before: list[Dated]) -> Ends | None:
    """ "declared on 3 May, was lifted on 18 May after 15 days"."""
    if len(before) < 2 or not _AFTER.fullmatch(text[before[-1].end : claim.start]):
        return None
    return _earlier(before)


def _apposed(text: str, claim: Claim, before: list[Dated]) -> Ends | None:
    """ "took off on 5 June 2023 and landed on 18 March 2024, a stay of nine months"."""
    match = _APPOSED.fullmatch(text[before[-1].end : claim.start]) if len(before) > 1 else None
    return _earlier(before) if match and match["noun"] in event_words().lengthy else None


def _earlier(before: list[Dated]) -> Ends | None:
    last = before[-1]
    first = [moment for moment in before[:-1] if moment.first < last.first]
    return (first, last) if first and first[-1] is before[-2] else None


def _took(text: str, claim: Claim, before: list[Dated], behind: list[Dated]) -> Ends | None:
    """ "The crossing took 23 days: she left on 2 January and reached port on 25 January"."""
    if before or len(behind) != 2 or not _TOOK.search(text[max(0, claim.start - 25) : claim.start]) or not _COLON.match(text, claim.end):
        return None
    return ([behind[0]], behind[1]) if behind[0].first < behind[1].first else None


def _spent(text: str, claim: Claim, before: list[Dated], behind: list[Dated]) -> Ends | None:
    """ "spent 26 years at the paper, joining in 1975 and retiring in 2001"."""
    if before or len(behind) != 2 or not _SPENT.search(text[max(0, claim.start - 25) : claim.start]):
        return None
    first, last = behind
    told = _JOINING.fullmatch(text[claim.end : first.start]) and _LEAVING.fullmatch(text[first.end : last.start])
    return ([first], last) if told and first.first < last.first else None


def _after_time(text: str, claim: Claim, before: list[Dated], behind: list[Dated], after: int, now: Dated | None) -> Ends | None:
    """ "Twelve days after the quake of 3 May, on 15 May," and "Ten years after it opened in 2014, it closed last week"."""
    first = behind[0] if behind else None
    if first is None or not _AFTER_THAT.fullmatch(text[claim.end : first.start]):
        return None
    if len(behind) > 1:
        return ([first], behind[1]) if _ON.fullmatch(text[first.end : behind[1].start]) and behind[1].first > first.first else None
    if before and re.fullmatch(r"\s*[,(]?\s*(?:just\s+|only\s+|some\s+|about\s+)?", text[before[-1].end : claim.start]):
        return ([first], before[-1]) if before[-1].first > first.first else None
    recent = not before and now and first.fine == 1 and _RECENTLY.search(text, first.end, after)
    return ([first], now) if recent and now else None


def _by_then(text: str, claim: Claim, before: list[Dated], begun: list[Dated]) -> Ends | None:
    """ "walked out on 1 July; by Tuesday the strike had lasted five weeks"."""
    if len(before) != 2 or begun != before[:1] or before[1].lead != "by" or not _HAD_LASTED.search(text, before[1].end, claim.start):
        return None
    return (before[:1], before[1]) if before[0].first < before[1].first else None


def _up_to_now(text: str, claim: Claim, moments: list[Dated], now: Dated | None, begun: list[Dated]) -> Ends | None:
    """ "The suspect, arrested on 3 June, has spent 88 days in custody", "The bridge, opened in 1950, is 75 years old"."""
    if now is None or len(moments) != 1 or len(begun) != 1:
        return None
    if claim.kind == "age":
        told = begun[0].end < claim.start and _IS_OLD.fullmatch(text, begun[0].end, claim.start)
    else:
        told = _HAS_BEEN.search(text[max(0, claim.start - 60) : claim.start])
    return ([begun[0]], now) if told else None


Fits = Callable[[Dated, Dated], bool]


def chosen(ends: Ends, fits: Fits) -> tuple[Dated, Dated]:
    """The two times that a length lies between: those that fit it, else the likeliest."""
    first = next((moment for moment in reversed(ends[0]) if fits(moment, ends[1])), ends[0][-1])
    return first, ends[1]
