"""Lengths of time that refer back to a span told in the sentence before: "It ran from 3 to 8 May. The six-day event", "In those six days".

It finds the one span that may be meant. Whether the length fits is for the rules to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from operator import itemgetter

from numclaims.grammar.tokens import words_of
from numclaims.model import Claim
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times.events import Event, event_words
from numclaims.relations.times.subjects import follows
from numclaims.relations.times.timeline import Dated, Timeline

_THOSE = re.compile(r"\b(?:those|these)\s+$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|this|that|its|his|her|their|our)\s+(?:whole\s+|entire\s+)?$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\s+(?:of|to|in|at|from|before|after|since|until|ending|beginning|starting|that|which|for|is|will|begins|starts|opens)\b"
)
"""Behind "the six-day event" another than the one told before may be meant: "the six-day event in Ghent"."""
_NOUN_WITHIN = 2
_ANOTHER = frozenset("another earlier previous next other former later second third last".split())


class Spans:
    """The spans of a document by the sentences in which they end."""

    def __init__(self, around: Surroundings, timeline: Timeline, events: list[Event]) -> None:
        self._around, self._timeline, self._text = around, timeline, around.text
        pairs = [(one, two) for one, two in pairwise(events) if one.begins and not two.begins and follows(self._text, one, two)]
        found = [(two.start, one.moment, two.moment) for one, two in pairs if one.moment.first <= two.moment.last]
        found += [(one.start, one.first, one.last) for one in timeline.stretches if one.first.first <= one.last.last]
        self._found = sorted(found, key=itemgetter(0))

    def meant(self, claim: Claim) -> tuple[Dated, Dated] | None:
        """The span that a length refers to, in the sentence before or, with "those", in its own; None where that is open."""
        if not self._found:
            return None
        first, after = self._timeline.sentence(claim.start)
        those = bool(_THOSE.search(self._around.before(claim, 10)))
        if self._timeline.between(first, after):
            before, end = (first, claim.start) if those else (0, 0)
        else:
            before, end = self._sentence_before(first), first
        told = {(one.days, two.days): (one, two) for one, two in self._between(before, end)}
        counted = any(other.kind == "duration" for other in self._around.within(before, end))  # "25 days of rain. In those 25 days"
        if len(told) != 1 or counted or not (those or self._names(claim, before, first)):
            return None
        return next(iter(told.values()))

    def _sentence_before(self, first: int) -> int:
        """Where the sentence before one begins, or the one before that if the first tells of no time."""
        before, _ = self._timeline.sentence(max(0, first - 1))
        return before if self._timeline.between(before, first) or before == 0 else self._timeline.sentence(before - 1)[0]

    def _between(self, start: int, end: int) -> list[tuple[Dated, Dated]]:
        first, last = (bisect_left(self._found, offset, key=itemgetter(0)) for offset in (start, end))
        return [(one, two) for _, one, two in self._found[first:last]]

    def _names(self, claim: Claim, before: int, first: int) -> bool:
        """Whether a length is that of "the six-day event" and the like."""
        if "-" not in claim.text or claim.text.endswith("s") or not _THE.search(self._around.before(claim, 20)):
            return False
        words = [word for word in words_of(self._around.after(claim, 40).lower()) if word.isalpha()][:_NOUN_WITHIN]
        noun = next((word for word in words if self._names_it(word, before, first)), "")
        if not noun:
            return False
        behind = self._text[claim.end : claim.end + 60]
        return not _ELSEWHERE.match(behind, behind.lower().index(noun) + len(noun))

    def _names_it(self, noun: str, before: int, first: int) -> bool:
        """Whether a noun stands for any span, or for one of the kind that the sentence before speaks of."""
        known = event_words()
        told = words_of(self._timeline.lower[before:first])
        if noun in known.any_span or noun in told:
            return _ANOTHER.isdisjoint(told)
        kinds = known.kinds.get(noun, frozenset())
        return _ANOTHER.isdisjoint(told) and any(not kinds.isdisjoint(known.kinds.get(word, ())) for word in told)
