"""Which of the pairs of one quantity cannot both be right. Which statements are pairs is for numclaims.stories.quantities to find."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from numclaims.interval import Interval
from numclaims.stories.comparable import one_time
from numclaims.stories.quantities import ALIKE, COMMON, Pair, likeness_of, pairs, related, weights
from numclaims.stories.statements import Statement
from numclaims.stories.storywords import story_words

_FAR = 2.5
"""Numbers farther apart than this factor are of different things, or the words would show it."""
_BOUNDS = frozenset(("more than", "less than"))
_SIGNIFICANT = re.compile("[1-9]")
_SEVERAL = 2
"""So many digits do not come in another order by chance."""


def rival_pairs(story: Sequence[Statement]) -> Iterator[Pair]:
    """The pairs that cannot both be right: no value is allowed by both, or one value is given opposite meanings."""
    for pair in pairs(story):
        one, other = pair.first, pair.second
        if _apart(one, other) and (_near(one, other) or _miscopied(one, other)) and not _grown(one, other) and not _moved(one, other):
            yield pair
    yield from _opposed_pairs(story)


def several_parties(pair: Pair) -> bool:
    """Whether two parties are cited, each for its own number; "the company" or "officials" may be anybody's."""
    one, other = (statement.source - story_words().anybody for statement in (pair.first, pair.second))
    return bool(one and other) and one.isdisjoint(other)


def corrects(pair: Pair) -> bool:
    """Whether one of two documents says that it corrects a number."""
    return not story_words().correcting.isdisjoint(pair.first.sentence | pair.second.sentence)


def _opposed_pairs(story: Sequence[Statement]) -> Iterator[Pair]:
    """Statements of one value in different documents that call it by opposite words: "a profit of", "a loss of"."""
    opposite = story_words().opposite
    by_value: dict[tuple[str, float | None], list[Statement]] = defaultdict(list)
    for statement in story:
        if not opposite.keys().isdisjoint(statement.around.words):
            by_value[statement.unit, statement.claim.value].append(statement)
    weigh = weights(story) if by_value else {}
    for together in by_value.values():
        for at, one in enumerate(together[:COMMON]):
            for other in together[at + 1 : COMMON]:
                if one.document.id != other.document.id and _opposed(one, other) and related(one, other):
                    likeness = likeness_of(one, other, weigh)
                    if likeness >= ALIKE and one_time(one, other):
                        yield Pair(one, other, likeness, one.words & other.words)


def _opposed(one: Statement, other: Statement) -> bool:
    """Whether words of opposite meaning stand by two numbers, each by one only."""
    opposite = story_words().opposite
    mine, others = one.around.words - other.around.words, other.around.words - one.around.words
    return any(not opposite.get(word, frozenset()).isdisjoint(others) for word in mine)


def _apart(one: Statement, other: Statement) -> bool:
    """Whether no value is allowed by both; "more than 280" and "280" are one number told twice."""
    return not any(first.intersects(second) for first, second in ((one.interval, _closed(other)), (_closed(one), other.interval)))


def _closed(statement: Statement) -> Interval:
    """What a number allows, with the ends of a bound such as "more than"."""
    return replace(statement.interval, low_open=False, high_open=False) if statement.claim.bound in _BOUNDS else statement.interval


def _miscopied(one: Statement, other: Statement) -> bool:
    """Whether two numbers of one unit have the same digits in another order or with other zeros: "2.7" and "7.2", "300" and "3,000"."""
    if one.claim.unit != other.claim.unit:
        return False
    mine, others = (sorted(_SIGNIFICANT.findall(statement.claim.text)) for statement in (one, other))
    return len(mine) >= _SEVERAL and mine == others


def _near(one: Statement, other: Statement) -> bool:
    """Whether two numbers are near enough to be one that somebody got wrong."""
    ends = [(statement.interval.low + statement.interval.high) / 2 for statement in (one, other)]
    if not all(map(math.isfinite, ends)):
        ends = [statement.interval.low if math.isfinite(statement.interval.low) else statement.interval.high for statement in (one, other)]
    low, high = sorted(map(abs, ends))
    return 0 < high <= _FAR * low


def _grown(one: Statement, other: Statement) -> bool:
    """Whether a later document can have more of what grows as time goes by."""
    if not (one.day and other.day) or one.day == other.day:
        return False
    early, late = sorted((one, other), key=lambda statement: (statement.day is None, statement.day))
    grows = not (story_words().changing.isdisjoint(early.words & late.words) and story_words().by_now.isdisjoint(late.around.words))
    fixed = early.period and late.period and early.period.days == late.period.days == 1
    return grows and not fixed and late.interval.high > early.interval.low


def _moved(one: Statement, other: Statement) -> bool:
    """Whether texts of different days say of a price or a level that it has moved, by or to a number: it is not what it was."""
    if not (one.day and other.day) or one.day == other.day:
        return False
    fixed = one.period and other.period and one.period == other.period
    traded = one.claim.change != "none" and not story_words().traded.isdisjoint(one.words & other.words)
    return not fixed and (one.around.reached or other.around.reached or traded)
