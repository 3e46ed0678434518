"""Statements of different documents that speak of one quantity. Comparison is by shared words, through an index, never all pairs.

Two statements are paired where each is the best partner of the other in its document. Where anything that the documents print
tells them apart (a time, a kind of thing, "another", "confirmed"), they are no pair.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from numclaims.evidence.words import is_quantity_word
from numclaims.stories.comparable import comparable, one_time
from numclaims.stories.statements import Statement, counting_words, story_words

_QUANTITY_WEIGHT = 0.3
_SENTENCE_WEIGHT = 0.4
_COMMON = 60
"""A word that so many statements of a story share leads from none to another."""
_ALIKE = 0.3
"""Least likeness of a pair: the part of the words of one that the other has, by weight."""
_TELLING = 2
"""So many words that say more than what sort of number it is must stand by both."""
_AGREEING, _AMONG_AGREEING, _NO_CHANCE = 2, 0.2, 10
"""Documents that agree in so many numbers, none below the last of these, speak of one thing: there less likeness is enough."""
_AGREEMENT = 0.1
"""How much more alike two statements are that can both be right: of several partners the one that agrees is meant."""
_FAR = 2.5
"""Numbers farther apart than this factor are of different things, or the words would show it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one quantity, the one of the earlier document first, and how much alike their words are (0 to about 1)."""

    first: Statement
    second: Statement
    likeness: float
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity and what each of several documents says of it, in the order of the documents."""

    statements: tuple[Statement, ...]


def pairs(story: Sequence[Statement], agreeing_alike: float = _ALIKE) -> Iterator[Pair]:
    """The pairs of statements in different documents that speak of one quantity, in the order of the first.

    `agreeing_alike`, from 0.2, is the likeness that is enough for two that can both be right.
    """
    found = _without_settled(dict(_alike(story)), story)
    agreeing = _agreeing(story)
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for (one, other), likeness in found.items():
        for mine, others in ((one, other), (other, one)):
            place = mine, story[others].document.id
            best[place] = max(best.get(place, (0.0, -1)), (likeness, others))
    for pair, likeness in sorted(found.items()):
        one, other = pair
        mutual = best[one, story[other].document.id][1] == other and best[other, story[one].document.id][1] == one
        shared = story[one].words & story[other].words | story[one].sentence & story[other].sentence
        telling = sum(not is_quantity_word(word) and word not in counting_words() for word in shared)
        meet = story[one].interval.intersects(story[other].interval)
        plain = likeness >= (agreeing_alike if meet else _ALIKE) and telling >= _TELLING
        if mutual and (plain or agreeing[_documents(story, pair)] >= _AGREEING) and story[one].apart == story[other].apart:
            yield Pair(story[one], story[other], likeness, shared)


def _alike(story: Sequence[Statement]) -> Iterator[tuple[tuple[int, int], float]]:
    """The candidates with how alike their words are, where that is enough for documents that agree in other numbers."""
    weigh = _weights(story)
    for one, other in _candidates(story):
        likeness = _likeness(story[one], story[other], weigh)
        if likeness >= _AMONG_AGREEING and comparable(story[one], story[other]) and _related(story[one], story[other]):
            yield (one, other), likeness


def _without_settled(found: dict[tuple[int, int], float], story: Sequence[Statement]) -> dict[tuple[int, int], float]:
    """The candidates but those of a number that the other document has too: "38" is no rival of "71" where both say "38 against"."""
    same: set[tuple[int, str]] = set()
    for (one, other), likeness in found.items():
        if likeness >= _ALIKE and story[one].interval == story[other].interval:
            same |= {(one, story[other].document.id), (other, story[one].document.id)}
    return {
        (one, other): likeness
        for (one, other), likeness in found.items()
        if story[one].interval == story[other].interval
        or ((one, story[other].document.id) not in same and (other, story[one].document.id) not in same)
    }


def _documents(story: Sequence[Statement], pair: tuple[int, int]) -> tuple[str, ...]:
    return tuple(sorted(story[index].document.id for index in pair))


def _agreeing(story: Sequence[Statement]) -> Counter[tuple[str, ...]]:
    """In how many numbers of one thing two documents agree that chance does not give twice, for each two that do."""
    by_number: dict[tuple[float, str, str], set[str]] = defaultdict(set)
    for statement in story:
        value = statement.claim.value
        if value is not None and value >= _NO_CHANCE:
            for noun in statement.nouns:
                by_number[value, statement.unit, noun].add(statement.document.id)
    several = (documents for documents in by_number.values() if 1 < len(documents) <= _COMMON)
    return Counter(pair for documents in several for pair in combinations(sorted(documents), 2))


def rival_pairs(story: Sequence[Statement]) -> Iterator[Pair]:
    """The pairs that cannot both be right: no value is allowed by both, or one value is given opposite meanings."""
    for pair in pairs(story):
        one, other = pair.first, pair.second
        if not one.interval.intersects(other.interval) and _near(one, other) and not _grown(one, other):
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
        if not opposite.keys().isdisjoint(statement.beside):
            by_value[statement.unit, statement.claim.value].append(statement)
    weigh = _weights(story) if by_value else {}
    for together in by_value.values():
        for at, one in enumerate(together[:_COMMON]):
            for other in together[at + 1 : _COMMON]:
                if one.document.id != other.document.id and _opposed(one, other) and _related(one, other):
                    likeness = _likeness(one, other, weigh)
                    if likeness >= _ALIKE and one_time(one, other):
                        yield Pair(one, other, likeness, one.words & other.words)


def quantities(story: Sequence[Statement], agreeing_alike: float = _ALIKE) -> Iterator[Quantity]:
    """The quantities that more than one document states, in the order of their first statement; the parts of a chain of pairs.

    `agreeing_alike` as for `pairs`.
    """
    number = {id(statement): index for index, statement in enumerate(story)}
    root = list(range(len(story)))

    def leader(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for pair in pairs(story, agreeing_alike):
        ends = sorted((leader(number[id(pair.first)]), leader(number[id(pair.second)])))
        root[ends[1]] = ends[0]
    together: dict[int, list[Statement]] = defaultdict(list)
    for index, statement in enumerate(story):
        together[leader(index)].append(statement)
    for group in together.values():
        if len({statement.document.id for statement in group}) > 1:
            yield Quantity(tuple(group))


def _weights(story: Sequence[Statement]) -> dict[str, float]:
    counts = Counter(word for statement in story for word in statement.words | statement.sentence)
    total = len(story) + 1
    return {word: (_QUANTITY_WEIGHT if is_quantity_word(word) else 1.0) * math.log(1 + total / count) for word, count in counts.items()}


def _candidates(story: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Pairs of statements of different documents in one unit that share a word which few others have."""
    by_word: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, statement in enumerate(story):
        for word in statement.words:
            by_word[statement.claim.kind, statement.unit, word].append(index)
    seen: set[tuple[int, int]] = set()
    for together in by_word.values():
        if len(together) <= _COMMON:
            for at, one in enumerate(together):
                for other in together[at + 1 :]:
                    if story[one].document.id != story[other].document.id and (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other


def _likeness(one: Statement, other: Statement, weigh: dict[str, float]) -> float:
    """The part of the words of one that the other has too, by weight, the words of the whole sentences a little."""
    shared = one.words & other.words
    beyond = (one.sentence & other.sentence) - shared
    least = min(sum(weigh[word] for word in statement.words) for statement in (one, other))
    said = sum(weigh[word] for word in shared) + _SENTENCE_WEIGHT * sum(weigh[word] for word in beyond)
    return said / least + _AGREEMENT * one.interval.intersects(other.interval) if least else 0.0


def _related(one: Statement, other: Statement) -> bool:
    """Whether a name in one of two documents of a story is known in the other."""
    return not (one.names.isdisjoint(other.capitals) and other.names.isdisjoint(one.capitals))


def _opposed(one: Statement, other: Statement) -> bool:
    """Whether words of opposite meaning stand by two numbers, each by one only."""
    opposite = story_words().opposite
    mine, others = one.beside - other.beside, other.beside - one.beside
    return any(not opposite.get(word, frozenset()).isdisjoint(others) for word in mine)


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
    grows = not (story_words().changing.isdisjoint(early.words & late.words) and story_words().by_now.isdisjoint(late.beside))
    fixed = early.period and late.period and early.period.days == late.period.days == 1
    return grows and not fixed and late.interval.high > early.interval.low
