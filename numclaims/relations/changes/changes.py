"""Which numbers of a sentence are a quantity before and after a change: "rose from 40 to 52", "fell to 60 from 45", "148, up from 112".

With them may stand the change itself: "by 9%, from 210 to 191", "up 18% from $349 million", "a rise of a third". Numbers stand in
their parts by the words right before them; what another clause or another verb may own is left alone. Whether the numbers agree is
for the rules to say.

A relation "change" has one "before" and one "after", and where it is given one "change". `words` is the verb or noun of change with
its hedge ("more than doubled"), "" where the text only sets two numbers side by side ("5,100 against 1,500").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from numclaims.model import Claim, Member, Relation
from numclaims.relations.changes.sequence import in_order
from numclaims.relations.changes.sides import comparable, in_unit_of, is_change, is_level, marker, time_away
from numclaims.relations.changes.terms import inserted, relative
from numclaims.relations.changes.trends import ends_multiplier, hedged, last_trend
from numclaims.relations.surroundings import Surroundings

CHANGE = "change"

_BREAK = re.compile(
    r"[;:]|(?<!\.\w)\.\s|\b(?:and|but|while|whereas|which|who|when|although|though|because|as|(?:is|was|were|been|being)\s+(?:revised|corrected|restated))\b",
    re.IGNORECASE,
)
"""Ends the clause of a verb of change. A gain that "was revised" from one number to another did not move between them."""
_OTHER_CLAUSE = re.compile(rf"{_BREAK.pattern}|,\s+(?:\w+ing|with)\b", re.IGNORECASE)
_LINK = r"(?:or|and|itself|still|which\s+(?:is|was)|that\s+(?:is|was)|well|sharply|slightly|far|much|only|just|up|down|a|an|the|some)"
_APPOSED = re.compile(rf"[^,;:()–—.]{{0,60}}(?:,|\s[–—-]|\s?\(|—)\s*(?:{_LINK}\s+){{0,3}}$", re.IGNORECASE)
_ANOTHER_THING = re.compile(r"\band\s+(?:this|the|its|their|his|her|our)\s", re.IGNORECASE)
"""Between a number and "up from" another thing is named: "pledged $4 million, and the total, up from $5 million"."""
_COPULA = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}?(?:was|were|is|are)\s+(?:\w+\s+){0,2}$")
_EARLIER = re.compile(r"[^.;:]{0,45}\b(?:19\d\d|20\d\d|ago|earlier|before|last|previous|previously)\b")
_AND_ANOTHER = re.compile(r"[^.;:]{0,30}\band\s+[^\w\s]?\d")
_TO_RANGE = re.compile(r"\bto\b")
_SINCE = re.compile(r"\s*(?:(?:since|in|over|within|by)\s+[\w\s]{1,25}?)?\s*,?\s*")
_VERB_FOLLOWS = re.compile(
    r"""[^,;:()]{0,60} (?:,|\s+and|\s+but|\s+before) \s+
        (?:(?:it|and|has|had|have|then|since|later|now|again|he|they|she|before|but|more\s+than|nearly|almost|over|about) \s+ ){0,4}$""",
    re.IGNORECASE | re.VERBOSE,
)
_REFERRED_TO = re.compile(r"\b(?:after|following|than|yesterday['’]s|last\s+\w+['’]s)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+")
_ADVERBS = re.compile(r"(?:\s+(?:\w+ly|again|by|further|back|even))*\s*")
_ON_TO = re.compile(r"\s*to\b", re.IGNORECASE)
_SAID_AFTER = re.compile(
    r"""(?:\s+[\w’'-]+){0,6} \s* (?:,|\(|\s[–—-]|—|;|:) \s*
        (?:(?:or|that\s+is|that['’]s|i\.e\.,?|thus|representing|marking|which\s+(?:is|was)|equal\s+to|equivalent\s+to|itself)\s+)?
        (?:[\w’'-]+\s+){0,4}$""",
    re.VERBOSE | re.IGNORECASE,
)
_AND_OTHERS = re.compile(r"\s(?:and|while|but)\s+(?:(?!by\b)[\w’'-]+\s+){1,4}by\s+(?:some\s+|about\s+|only\s+)?$", re.IGNORECASE)
"""Behind both numbers, the change of another thing: "rose from 40 to 52, and arrests by 8%"."""
_OR = re.compile(r"(?:\s+[\w’'-]+)?,?\s+or\s+|\s*\(")
_AGAIN = re.compile(r"(?:,|—|[–-])\s+or\s+(?:just\s+|only\s+)?$")
_CLOSED = re.compile(r"\s*(?:[.,;)]|$)")
_OF_OTHERS = re.compile(r"[^.,;()]{0,20}\s(?:for|among)\s")
_LEADS_ON = re.compile(r"(?:\s+(?:in|last|this)\s+\w+)?\s+to\s+(?:an?\s+|about\s+|some\s+)?[^\w\s]?\d")
"""What a change led to is told behind it: it is no change of the numbers before it."""
_WHEN = re.compile(r"\bwhen\s+(?:[\w’'-]+\s+){1,5}$")
_BUT = re.compile(r"[^,]{0,30},?\s+(?:but|and|yet)\s")
_GONE = re.compile(r"\b(?:goes|gone|went|moved)\s+(?:from\s+)?(?:an?\s+|the\s+)?$", re.IGNORECASE)
_FROM_TO = re.compile(r"from\s+(?P<one>.+?)\s+to\s+(?P<other>.+)", re.IGNORECASE | re.DOTALL)
_COMPARED = re.compile(
    r"""(?:\s+[\w’'-]+){0,5}(?:,(?:\s+[\w’'-]+){0,3})?\s+ (?:was|were|is|are) \s+ (?:(?!(?:no|not|never|hardly|any|twice|half)\b)\w+\s+)?
        (?P<way>higher|lower|more|less|fewer|larger|smaller|bigger|greater|longer|shorter|heavier|lighter|cheaper|dearer)
        \s+ than\b[^.,;:]*""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPARED_OF = re.compile(r"\b(?:of|at|with)\s+$|^The\s+$", re.IGNORECASE)
_ANY_DIGIT = re.compile(r"\d")
_WINDOW = 90
"""How many characters before the first number of a change its verb is looked for."""
_SHORT = 20
"""A number this near to the beginning of its sentence may come before the verb: "From 400, membership slumped to 350"."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A number that may be one side of a change, its place in the sentence's claims, and how the words before it mark it."""

    claim: Claim
    at: int
    marker: str


def change_relations(around: Surroundings) -> Iterator[Relation]:
    """The changes told in single sentences of a document, in text order."""
    for first, after in around.sentences:
        if after - first > 1 or around.claims[first].bound == "range":
            yield from _in_sentence(around, around.claims[first:after])


def _in_sentence(around: Surroundings, claims: Sequence[Claim]) -> Iterator[Relation]:
    if "respectively" in claims[0].sentence:
        return  # which numbers go together is for the order of two lists to say
    previous: _Level | None = None
    latest: _Level | None = None  # the last number that is no mere starting point
    told: set[int] = set()  # the numbers whose starting points are known
    for at, claim in enumerate(claims):
        if not is_level(claim) or time_away(around, claim) or inserted(around, claim):
            continue
        level = _Level(claim, at, marker(around, claim))
        relation = _pair(around, claims, previous, latest, level) if previous else _range(around, claims, level)
        if relation and (relation.claims("change") or relation.claims("after")[0].claim not in told):
            told.add(relation.claims("after")[0].claim)
            yield relation
        if level.marker not in ("from", "against"):
            latest = level
        previous = level


def _pair(around: Surroundings, claims: Sequence[Claim], previous: _Level, latest: _Level | None, level: _Level) -> Relation | None:
    """The change that a number ends: with the number before it, or with the last one that was no mere starting point."""
    match previous.marker, level.marker:
        case "from", "to":
            return _told(around, claims, previous, level, first=previous)
        case "to" | "at", "from" if last_trend(around.between(previous.claim, level.claim)) is None:
            return _told(around, claims, level, previous, first=previous)
        case _, "from":
            return _appended(around, claims, level, latest) if latest else None
        case _, "against":
            return _set_against(around, claims, level, latest) if latest else None
        case _, "to":
            return _taken_up(around, claims, previous, level)
        case _ if in_order(around.text, previous.claim, level.claim) and comparable(around, previous.claim, level.claim):
            change = _behind(around, claims, level)
            if change and change.change != "none" and _CLOSED.match(around.after(change)):
                return change_of(previous.claim, level.claim, relative(around, change, level.claim), "")
    return _range(around, claims, level)


def _told(around: Surroundings, claims: Sequence[Claim], before: _Level, after: _Level, first: _Level) -> Relation | None:
    """ "rose from 40 to 52", "fell to 60 from 45", each perhaps by a percentage: the verb stands before both numbers."""
    second = after if first is before else before
    bare = after.claim.unit == "percent" and before.claim.text.isdecimal()
    if bare and second is after and _TO.fullmatch(around.between(before.claim, after.claim)):
        return None  # "a fall of from 15 to 20%": how large it was
    if not comparable(around, before.claim, after.claim) or second.at - first.at > 2 or _TO_RANGE.search(second.claim.text):
        return None
    own, window = _lead(around, claims, first)
    floor = _floor(around, claims, first.at)
    if first.marker == "at" and floor and floor.change != "none" and not is_change(floor):
        return None  # "up 12 cents at 670 from a high of 675": the change was from another number
    gap = around.between(first.claim, second.claim)
    trend = last_trend(window)
    if trend is not None and not _BREAK.search(window, trend.end()) and not _OTHER_CLAUSE.search(gap):
        change = own or _mid(claims, first, second) or _behind(around, claims, second)
        return change_of(before.claim, after.claim, relative(around, change, second.claim, before.claim), hedged(window, trend))
    trend = last_trend(gap)
    if trend is not None and first.claim.start - first.claim.sentence_start < _SHORT and not _BREAK.search(gap):
        return change_of(before.claim, after.claim, _mid(claims, first, second), hedged(gap, trend))
    change = None if _OTHER_CLAUSE.search(gap) else relative(around, _behind(around, claims, second), second.claim, before.claim)
    told = (change and change.change != "none") or _GONE.search(window)
    return change_of(before.claim, after.claim, change, "") if told else None


def _lead(around: Surroundings, claims: Sequence[Claim], first: _Level) -> tuple[Claim | None, str]:
    """The change right before a number, if its clause goes on to the number, and the words in which the verb may stand."""
    floor = _floor(around, claims, first.at)
    start = first.claim.start - _WINDOW
    start = around.text.find(" ", start, first.claim.start) if start > first.claim.sentence_start else first.claim.sentence_start
    if floor is None:
        return None, around.text[start : first.claim.start]
    if floor.change == "none":
        return None, around.text[max(start, floor.end) : first.claim.start]
    gap = around.between(floor, first.claim)
    if not _goes_on(gap):
        return None, gap
    return floor if is_change(floor) else None, around.text[start : first.claim.start]


def _floor(around: Surroundings, claims: Sequence[Claim], at: int) -> Claim | None:
    """The last claim before the one at `at` that is not a mere "two years ago", nor the "half" of "cut in half"."""
    before = reversed(claims[max(0, at - 2) : at])
    return next((claim for claim in before if not time_away(around, claim) and not ends_multiplier(around.text, claim)), None)


def _appended(around: Surroundings, claims: Sequence[Claim], before: _Level, after: _Level) -> Relation | None:
    """ "148, up from 112", "$412 million, up 18% from $349 million", "5, a rise of a quarter from 4"."""
    change = _mid(claims, after, before)
    gap = around.between(after.claim, before.claim)
    after = _said_twice(around, claims, before, after)
    if not comparable(around, before.claim, after.claim) or before.at - after.at > 3 + (change is not None):
        return None
    trend = None if _ANOTHER_THING.search(gap) else last_trend(gap)
    if trend is None or len(gap) > 2 * _WINDOW or not _APPOSED.fullmatch(gap[: trend.start()]) or _BREAK.search(gap, trend.end()):
        return None
    change = change or _behind(around, claims, before)
    return change_of(before.claim, after.claim, relative(around, change, before.claim, before.claim), hedged(gap, trend))


def _said_twice(around: Surroundings, claims: Sequence[Claim], before: _Level, after: _Level) -> _Level:
    """Of "$23.2 million, or 48 cents a share, up from $16.6 million" the number that the one before is nearer to."""
    if not after.at or not before.claim.value or not after.claim.value:
        return after
    other = claims[after.at - 1]
    if not other.value or not _OR.fullmatch(around.between(other, after.claim)):
        return after
    near, far = (abs(math.log(abs(claim.value / before.claim.value))) for claim in (after.claim, other) if claim.value)
    return _Level(other, after.at - 1, marker(around, other)) if far < near else after


def _set_against(around: Surroundings, claims: Sequence[Claim], before: _Level, after: _Level) -> Relation | None:
    """ "up 240%, at 5,100 against 1,500", "€318m, 6% more than the €300m of last year": told only with a change beside them.

    Or with the word for it: "at 4,900, was higher than the 4,100 of last year".
    """
    if not comparable(around, before.claim, after.claim) or before.at - after.at > 2:
        return None
    compared = _COMPARED.fullmatch(around.between(after.claim, before.claim))
    if compared and not _BREAK.search(compared[0]) and _COMPARED_OF.search(around.before(after.claim, 20)):
        return change_of(before.claim, after.claim, None, compared["way"])
    change = _mid(claims, after, before)
    if change is not None:
        gap = around.between(after.claim, change)
        if _ANY_DIGIT.search(around.between(change, before.claim)):
            return None
        beside = _APPOSED.fullmatch(gap) or _COPULA.fullmatch(gap) or not gap.strip(" ,(")
        return change_of(before.claim, after.claim, relative(around, change, before.claim, before.claim), "") if beside else None
    floor = _floor(around, claims, after.at)
    if floor and is_change(floor) and after.marker in ("to", "at") and _goes_on(around.between(floor, after.claim)):
        return change_of(before.claim, after.claim, relative(around, floor, before.claim, before.claim), "")
    change = _behind(around, claims, before)
    if change is None or change.change == "none":
        _, window = _lead(around, claims, after)
        trend = last_trend(window) if after.marker == "to" and not (floor and floor.change != "none") else None
        if trend is None or _BREAK.search(window, trend.end()) or not _one_earlier(around, before.claim):
            return None
        return change_of(before.claim, after.claim, None, hedged(window, trend))
    return change_of(before.claim, after.claim, relative(around, change, before.claim, before.claim), "")


def _one_earlier(around: Surroundings, before: Claim) -> bool:
    """Whether a number to compare with says that it is an earlier one, and is the only one: not "28 in 2021 and 45 in 2022"."""
    return bool(_EARLIER.match(around.text, before.end)) and not _AND_ANOTHER.match(around.text, before.end)


def _taken_up(around: Surroundings, claims: Sequence[Claim], before: _Level, after: _Level) -> Relation | None:
    """ "12,000 in 2010, had grown to 15,000", "which ended last week at $2,600, rose 5% to $2,730": the verb between goes on to "to"."""
    change = _mid(claims, before, after)
    if not comparable(around, before.claim, after.claim) or after.at - before.at > 2 + (change is not None):
        return None
    if _REFERRED_TO.search(around.before(before.claim, 40)):
        return None
    gap = around.between(before.claim, after.claim)
    if _WHEN.search(around.before(before.claim, 50)) and _BUT.match(gap):
        return None  # "stood at 40, up from May when it was at 30, but fell to 35"
    trend = last_trend(gap[: change.start - before.claim.end] if change else gap)
    if trend is None or len(gap) > 2 * _WINDOW or not _VERB_FOLLOWS.fullmatch(gap[: trend.start()]):
        return None
    adverbs = _ADVERBS.match(gap, trend.end())
    at = before.claim.end + (adverbs.end() if adverbs else trend.end())
    if change is not None and at == change.start:
        at = change.end
    if not _ON_TO.match(around.text, at, after.claim.start):
        return None
    if change is None and before.marker != "to":  # behind "from 9 to 8 and to 7" a change may be that from 9
        change = _behind(around, claims, after)
    return change_of(before.claim, after.claim, relative(around, change, after.claim), hedged(gap, trend))


def _range(around: Surroundings, claims: Sequence[Claim], level: _Level) -> Relation | None:
    """ "tripled from 12 to 40", "went from 40 to 52, a rise of 30%" where the grammar reads a range: its ends are before and after."""
    claim = level.claim
    ends = _FROM_TO.fullmatch(claim.text)
    if claim.bound != "range" or claim.low is None or claim.high is None or ends is None:
        return None
    own, window = _lead(around, claims, level)
    trend = last_trend(window)
    if trend is not None and (_BREAK.search(window, trend.end()) or (own is None and not _SINCE.fullmatch(window, trend.end()))):
        trend = None
    change = own if own and trend else _behind(around, claims, level)
    if trend is None and (change is None or change.change == "none") and not _GONE.search(window):
        return None
    before, after = (
        replace(
            claim,
            text=ends[side],
            start=claim.start + ends.start(side),
            end=claim.start + ends.end(side),
            value=value,
            low=None,
            high=None,
            bound="exact",
        )
        for side, value in (("one", claim.low), ("other", claim.high))
    )
    return change_of(before, after, relative(around, change, level.claim), hedged(window, trend) if trend else "")


def _mid(claims: Sequence[Claim], first: _Level, second: _Level) -> Claim | None:
    """The one change that stands between two numbers."""
    between = [claim for claim in claims[first.at + 1 : second.at] if is_change(claim)]
    return between[0] if len(between) == 1 else None


def _behind(around: Surroundings, claims: Sequence[Claim], last: _Level) -> Claim | None:
    """The change that is told behind both numbers: ", a rise of a third", " (up 12%)", ", or 20%"."""
    following = [claim for claim in claims[last.at + 1 : last.at + 3] if not time_away(around, claim)]
    change = following[0] if following else None
    if change is None or change.kind != "share" or change.per:
        return None
    gap = around.between(last.claim, change)
    if len(gap) > 2 * _WINDOW or not _SAID_AFTER.fullmatch(gap) or _AND_OTHERS.search(gap):
        return None
    if _LEADS_ON.match(around.text, change.end):
        return None  # "at 40 from 30, pushing exports up 9% to 120"
    if change.change == "none":
        return change if change.unit == "percent" and _AGAIN.search(gap) and _CLOSED.match(around.after(change)) else None
    return None if _OF_OTHERS.match(around.after(change)) else change


def _goes_on(gap: str) -> bool:
    """Whether the words between a change and its numbers stay in its clause: " in two years, "."""
    return len(gap) <= _WINDOW and not _OTHER_CLAUSE.search(gap)


def change_of(before: Claim, after: Claim, change: Claim | None, words: str) -> Relation:
    """A relation "change"."""
    sides = (Member("before", in_unit_of(before, after)), Member("after", in_unit_of(after, before)))
    members = (*sides, *((Member("change", change),) if change else ()))
    return Relation(CHANGE, members, words)
