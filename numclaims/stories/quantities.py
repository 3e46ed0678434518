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

from numclaims.evidence.words import is_quantity_word, key
from numclaims.stories.comparable import comparable
from numclaims.stories.statements import Statement
from numclaims.stories.storywords import counting_words

_QUANTITY_WEIGHT = 0.3
_SENTENCE_WEIGHT = 0.4
COMMON = 60
"""A word that so many statements of a story share leads from none to another."""
ALIKE = 0.3
"""Least likeness of a pair: the part of the words of one that the other has, by weight."""
_TELLING = 2
"""So many words that say more than what sort of number it is must stand by both."""
_AGREEING, _AMONG_AGREEING, _NO_CHANCE = 2, 0.2, 10
"""Documents that agree in so many numbers, none below the last of these, speak of one thing: there less likeness is enough."""
_VAGUE = 3
"""A range as wide as this factor says only about how much it is."""
_SAME = 8
"""So many numbers of one value in a document are looked at."""
_ENOUGH = 0.6
"""Two equal numbers are of one thing where they are so much as alike as those that differ."""
_AGREEMENT = 0.1
"""How much more alike two statements are that can both be right: of several partners the one that agrees is meant."""


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


def pairs(story: Sequence[Statement], agreeing_alike: float = ALIKE) -> Iterator[Pair]:
    """The pairs of statements in different documents that speak of one quantity, in the order of the first.

    `agreeing_alike`, from 0.2, is the likeness that is enough for two that can both be right.
    """
    weigh = weights(story)
    found = _without_settled(dict(_alike(story, weigh)), story, weigh)
    agreeing = _agreeing(story)
    best: dict[tuple[int, str], tuple[bool, float, int]] = {}
    for (one, other), likeness in found.items():
        telling = not (_is_vague(story[one]) or _is_vague(story[other]))
        for mine, others in ((one, other), (other, one)):
            place = mine, story[others].document.id
            best[place] = max(best.get(place, (False, 0.0, -1)), (telling, likeness, others))
    for pair, likeness in sorted(found.items()):
        one, other = pair
        mutual = best[one, story[other].document.id][-1] == other and best[other, story[one].document.id][-1] == one
        shared = story[one].words & story[other].words | story[one].sentence & story[other].sentence
        words = sum(not is_quantity_word(word) and word not in counting_words() for word in shared)
        meet = story[one].interval.intersects(story[other].interval)
        plain = likeness >= (agreeing_alike if meet else ALIKE) and words >= _TELLING
        if mutual and (plain or agreeing[_documents(story, pair)] >= _AGREEING) and story[one].around.apart == story[other].around.apart:
            yield Pair(story[one], story[other], likeness, shared)


def _is_vague(statement: Statement) -> bool:
    """Whether a number says no more than its size ("tens of thousands"), so that it agrees with many."""
    low, high = statement.interval.low, statement.interval.high
    return statement.claim.bound == "range" and low * _VAGUE <= high


def _alike(story: Sequence[Statement], weigh: dict[str, float]) -> Iterator[tuple[tuple[int, int], float]]:
    """The candidates with how alike their words are, where that is enough for documents that agree in other numbers."""
    for one, other in _candidates(story):
        likeness = likeness_of(story[one], story[other], weigh)
        if likeness >= _AMONG_AGREEING and comparable(story[one], story[other]) and related(story[one], story[other]):
            yield (one, other), likeness


def _without_settled(
    found: dict[tuple[int, int], float], story: Sequence[Statement], weigh: dict[str, float]
) -> dict[tuple[int, int], float]:
    """The candidates but those of a number that the other document has too: "38" is no rival of "71" where both say "38 against"."""
    printed: dict[tuple[float | None, str], list[int]] = defaultdict(list)
    for index, statement in enumerate(story):
        printed[statement.claim.value, statement.document.id].append(index)

    def settled(one: int, other: int, likeness: float) -> bool:
        """Whether the document of `other` has the number of `one`, of the same thing as far as the words tell."""
        same = printed.get((story[one].claim.value, story[other].document.id), [])[:_SAME]
        likely = _ENOUGH * likeness if (story[one].claim.value or 0) >= _NO_CHANCE else ALIKE
        return any(_may_be_one(story[one], story[each]) and likeness_of(story[one], story[each], weigh) >= likely for each in same)

    return {
        (one, other): likeness
        for (one, other), likeness in found.items()
        if story[one].interval.intersects(story[other].interval) or not (settled(one, other, likeness) or settled(other, one, likeness))
    }


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Whether two equal numbers may be of one thing: "90 seats" and "the 90-seat house"."""
    nouns = [statement.nouns | {key(statement.claim.unit)} for statement in (one, other)]
    return one.claim.unit == other.claim.unit or not nouns[0].isdisjoint(nouns[1])


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
    several = (documents for documents in by_number.values() if 1 < len(documents) <= COMMON)
    return Counter(pair for documents in several for pair in combinations(sorted(documents), 2))


def quantities(story: Sequence[Statement], agreeing_alike: float = ALIKE) -> Iterator[Quantity]:
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


def weights(story: Sequence[Statement]) -> dict[str, float]:
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
        if len(together) <= COMMON:
            for at, one in enumerate(together):
                for other in together[at + 1 :]:
                    if story[one].document.id != story[other].document.id and (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other


def likeness_of(one: Statement, other: Statement, weigh: dict[str, float]) -> float:
    """The part of the words of one that the other has too, by weight, the words of the whole sentences a little."""
    shared = one.words & other.words
    beyond = (one.sentence & other.sentence) - shared
    least = min(sum(weigh[word] for word in statement.words) for statement in (one, other))
    said = sum(weigh[word] for word in shared) + _SENTENCE_WEIGHT * sum(weigh[word] for word in beyond)
    return said / least + _AGREEMENT * one.interval.intersects(other.interval) if least else 0.0


def related(one: Statement, other: Statement) -> bool:
    """Whether a name in one of two documents of a story is known in the other."""
    return not (one.names.isdisjoint(other.capitals) and other.names.isdisjoint(one.capitals))
