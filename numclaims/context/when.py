"""When a claim holds: the time that its clause, its sentence or the event told before gives it, as an ISO date or interval.

It is the time of what the number states, never of the saying: "said on Friday that 12 had died" dates nothing. Without the day of
writing only times that name their year are known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from numclaims.context.clauses import Clauses, read_clauses
from numclaims.context.period import Period, on
from numclaims.context.sentences import Sentences
from numclaims.context.tenses import Clause, read_tenses
from numclaims.context.timephrases import Setting, TimePhrase, read_phrase
from numclaims.context.whenwords import when_words
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.syntax import syntax

Range = tuple[int, int]
Dated = tuple[str, Range | None]
_NOTHING: Dated = ("", None)
_REACH = 8
"""For how many sentences an event's time is remembered."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A time phrase with the index of its clause, and whether it may date other numbers of its sentence."""

    phrase: TimePhrase
    clause: int
    free: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    clauses: tuple[Clause, ...]
    told: tuple[_Told, ...]


@dataclass(frozen=True, slots=True)
class _Event:
    """The time of an event told in sentence number `sentence`, which later sentences in the past tense go on about."""

    sentence: int
    period: Period | None
    words: Range


class When:
    """The times of a piece of text, made once for it."""

    __slots__ = ("_clauses", "_events", "_heads", "_marked", "_next", "_numbers", "_read", "_sentences", "_today", "_tokens")

    def __init__(
        self, tokens: Tokens, sentences: Sentences, today: date | None, clauses: Callable[[int, int], Clauses] | None = None
    ) -> None:
        """`today` is the document's date; `clauses` reads the clauses of a sentence (token range), where they are read already."""
        self._tokens, self._sentences, self._today = tokens, sentences, today
        self._clauses = clauses or (lambda first, after: read_clauses(tokens, first, after))
        self._read: dict[int, _Sentence] = {}
        self._events: list[_Event] = []
        self._heads: list[int] = []
        self._marked = self._marks()
        self._next = 0

    def of(self, first: int, after: int) -> Dated:
        """The time that the claim at tokens `first` to `after` holds for, "" where the text gives none, and the words that give it."""
        bounds = self._sentences.at(first)
        self._advance(bounds[0])
        sentence = self._sentence(bounds)
        clause = next((index for index, one in enumerate(sentence.clauses) if first < one.after), len(sentence.clauses) - 1)
        if clause < 0:
            return _NOTHING
        return self._here(sentence, clause, first, after) or self._carried(sentence, clause, bounds[0], first, after)
