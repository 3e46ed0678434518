"""The pairs of numbers, before and after, that a statement of change elsewhere in the document may be about, by the words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import syntax
from numclaims.model import Claim, Relation
from numclaims.relations.changes.trends import trends
from numclaims.relations.surroundings import Surroundings, singular

AROUND = 70
"""How many characters around a number or a statement the words of its subject are looked for."""
_COMMON = frozenset(
    """year years month months week weeks quarter quarters day days time times number numbers figure figures total percent cent people
    million billion thousand about around nearly almost more less than same each other first second last next previous earlier later
    today monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december company firm country city report said says told average half part period end beginning""".split()
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers of one quantity with the words of their sentences."""

    before: Claim
    after: Claim
    words: frozenset[str]

    @property
    def end(self) -> int:
        """The offset behind the later of the two."""
        return max(self.before.end, self.after.end)


class Pairs:
    """The pairs of a document that some relations tell, read when a statement first asks for them: in most documents none does."""

    def __init__(self, around: Surroundings, relations: Sequence[Relation]) -> None:
        self._around, self._relations = around, relations
        self._known: list[Pair] | None = None
        self._by_word: dict[str, list[Pair]] = {}

    def __len__(self) -> int:
        return len(self._relations)

    @property
    def known(self) -> list[Pair]:
        """The pairs in the order of their ends."""
        if self._known is None:
            self._known = sorted(map(self._read, self._relations), key=lambda pair: pair.end)
            for pair in self._known:
                for word in pair.words:
                    self._by_word.setdefault(word, []).append(pair)
        return self._known

    @property
    def by_word(self) -> Mapping[str, Sequence[Pair]]:
        """The pairs by the words of their sentences."""
        return self._by_word if self.known else {}

    def _read(self, relation: Relation) -> Pair:
        (before,), (after,) = relation.claims("before"), relation.claims("after")
        text = self._around.text
        words = subject_of(text, before) | subject_of(text, after)
        return Pair(before, after, words)


def subject_of(text: str, claim: Claim) -> frozenset[str]:
    """The words that say what the sentence around a number is about, in the singular."""
    last = min(claim.sentence_start + len(claim.sentence), claim.end + AROUND)
    return subject_words(text[max(claim.sentence_start, claim.start - AROUND) : last])


def subject_words(text: str) -> frozenset[str]:
    """The nouns of a stretch of text in the singular, without those that stand beside any number."""
    stops = syntax()
    return frozenset(
        singular(low)
        for low in words_of(text)
        if len(low) > 2 and low.isalpha() and low not in stops.stops and low not in _COMMON and low not in trends().directions
    )
