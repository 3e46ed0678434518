"""When a claim holds: the time that its clause, its sentence or the event told before gives it, as an ISO date or interval.

It is the time of what the number states, never of the saying: "said on Friday that 12 had died" dates nothing. Without the day of
writing only times that name their year are known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from numclaims.context.clauses import Clauses, read_clauses
from numclaims.context.period import Period
from numclaims.context.sentences import Sentences
from numclaims.context.timephrases import TimePhrase
from numclaims.context.told import TimedSentence, Told, is_counted, read_told, superlative
from numclaims.context.whenwords import when_words
from numclaims.grammar.tokens import Tokens, is_number

Range = tuple[int, int]
Dated = tuple[str, Range | None]

_NOTHING: Dated = ("", None)
_REACH = 8
_BLOCKED = frozenset(("present", "future", "modal"))
_ASIDE = frozenset("after before since until once than".split())
_RELATIVE = frozenset("who which that whom whose where".split())
_OWNERS = frozenset("its his her their our my your".split())


@dataclass(frozen=True, slots=True)
class _Event:
    """The time of an event; later sentences in the past tense go on about it, for `_REACH` sentences. None where it is over."""

    sentence: int
    period: Period | None
    words: Range


class When:
    """The times of a piece of text, made once for it."""

    __slots__ = ("_clauses", "_events", "_marked", "_next", "_read", "_sentences", "_today", "_tokens")

    def __init__(
        self, tokens: Tokens, sentences: Sentences, today: date | None, clauses: Callable[[int, int], Clauses] | None = None
    ) -> None:
        """`today` is the document's date; `clauses` gives the clauses of a sentence (token range) where they are read already."""
        self._tokens, self._sentences, self._today = tokens, sentences, today
        self._clauses = clauses or (lambda first, after: read_clauses(tokens, first, after))
        self._read: dict[int, TimedSentence] = {}
        self._events: list[_Event] = []
        self._marked = self._marks()
        self._next = 0

    def of(self, first: int, after: int) -> Dated:
        """The time that the claim at tokens `first` to `after` holds for, "" where the text gives none, and the words that give it."""
        number = bisect_right(self._sentences.firsts, first) - 1
        self._advance(number)
        sentence = self._sentence(number)
        if not sentence.clauses:
            return _NOTHING
        clause = next((index for index, one in enumerate(sentence.clauses) if first < one.after), len(sentence.clauses) - 1)
        own = self._own(sentence, clause, first, after)
        if own is not None:
            return own
        return self._shared(sentence, clause, number, first)

    def _marks(self) -> list[int]:
        """The numbers of the sentences that may hold a time phrase."""
        marks, firsts, found = when_words().marks, self._sentences.firsts, []
        last = -1
        for at, low in enumerate(self._tokens.lows):
            if low in marks or (len(low) == 4 and low.isdecimal()):
                if at >= self._tokens.count:
                    break
                if last + 1 < len(firsts) and firsts[last + 1] <= at:
                    last = bisect_right(firsts, at) - 1
                    found.append(last)
        return found

    def _advance(self, number: int) -> None:
        """Take in the events of all sentences before this one."""
        while self._next < len(self._marked) and self._marked[self._next] < number:
            marked = self._marked[self._next]
            event = self._event(marked, self._sentence(marked))
            if event is not None:
                self._events.append(event)
            self._next += 1

    def _sentence(self, number: int) -> TimedSentence:
        known = self._read.get(number)
        if known is None:
            first, after = self._sentences.at(self._sentences.firsts[number])
            at = bisect_left(self._marked, number)
            marked = at < len(self._marked) and self._marked[at] == number
            event = self._before(number)
            base = event.period if event else None
            known = read_told(self._tokens, self._clauses(first, after), self._today, base, marked=marked)
            self._read[number] = known
        return known

    def _before(self, number: int) -> _Event | None:
        """The event that is still on in a sentence."""
        at = bisect_left(self._events, number, key=lambda event: event.sentence)
        event = self._events[at - 1] if at else None
        return event if event and event.period and number - event.sentence <= _REACH else None

    def _event(self, number: int, sentence: TimedSentence) -> _Event | None:
        """The event a sentence tells with its time: the first free time of a past clause, or of a heading without a verb."""
        verbless = all(not clause.verbs for clause in sentence.clauses)
        for one in sentence.told:
            clause, period = sentence.clauses[one.clause], one.phrase.period
            if not one.free or period is None or one.phrase.running or one.phrase.lead == "since" or clause.quoted or clause.opener in _ASIDE:
                continue
            if not verbless and sentence.tense(one.clause) != "past":
                continue
            words = (one.phrase.first, one.phrase.after)
            lasting = one.phrase.lead == "by" or "still" in self._tokens.lows[clause.first : clause.after]
            known = self._before(number)
            if known and known.period and known.period.fine > period.fine:
                return None
            return _Event(number, None if lasting else period, words)
        return None

    def _own(self, sentence: TimedSentence, clause: int, first: int, after: int) -> Dated | None:
        """The time that a claim's own clause gives it; `_NOTHING` where the clause shows that it has none, None where it is silent."""
        for one in sentence.told:
            phrase = one.phrase
            if phrase.first < after and first < phrase.after and not (phrase.running and sentence.tense(clause) != "perfect"):
                counted = phrase.period is None or self._tokens.lows[phrase.after - 1] in ("ago", "earlier", "before", "previously")
                return _NOTHING if counted else _dated(phrase)
        if self._apart(sentence, clause, first, after):
            return _NOTHING
        versus = self._versus(sentence.clauses[clause].first, first)
        if versus:
            beside = self._beside(sentence, clause, first, after)
            if beside:
                return _dated(beside)
            return None if versus == "against" and "now" not in self._tokens.lows[after : after + 3] else _NOTHING
        near = [one for one in sentence.told if one.clause == clause and one.free and self._holds(sentence, clause, one)]
        if not near:
            return None
        return _dated(self._nearest(near, first, after).phrase)

    def _nearest(self, near: list[Told], first: int, after: int) -> Told:
        """The time right behind a claim, with no other number between; else the last before it; else the first behind."""
        behind = [one for one in near if one.phrase.first >= after]
        if behind and not any(is_number(word) for word in self._tokens.words[after : behind[0].phrase.first]):
            return behind[0]
        ahead = [one for one in near if one.phrase.first < first]
        return ahead[-1] if ahead else behind[0]

    def _holds(self, sentence: TimedSentence, clause: int, one: Told) -> bool:
        """Whether the tense of a clause goes with a time: "in seven days" needs a perfect."""
        return one.phrase.period is not None and (not one.phrase.running or sentence.tense(clause) == "perfect")

    def _apart(self, sentence: TimedSentence, clause: int, first: int, after: int) -> bool:
        """Whether a number stands outside the clause's time: "of its eight", "After 18 months", "the lowest in 37 years"."""
        lows, start = self._tokens.lows, sentence.clauses[clause].first
        if lows[first - 1] in _OWNERS and lows[first - 2] == "of":
            return True
        if lows[after - 1] not in when_words().units:
            return False
        for at in range(first - 1, max(start, first - 6) - 1, -1):
            if lows[at] == "after":
                return True
            if any(verb.first <= at < verb.next for verb in sentence.clauses[clause].verbs):
                break
        return lows[first - 1] in ("in", "for", "over") and any(superlative(lows[at]) or lows[at] == "any" for at in range(start, first))

    def _versus(self, start: int, first: int) -> str:
        """The word that makes a number the other side of a comparison: "against 180", "than the 1,731", "up from 3.9"."""
        lows = self._tokens.lows
        for at in range(first - 1, max(start, first - 4) - 1, -1):
            low = lows[at]
            if low in ("against", "versus", "vs"):
                return "against"
            if low == "than":
                return "" if is_counted(self._tokens, at + 1) else "than"
            if low == "from" and lows[at - 1] in ("up", "down"):
                return "from"
            if low in ("with", "to") and lows[at - 1] == "compared":
                return "against"
            if not low[0].isalpha() and low not in ("$", "€", "£", "¥"):
                return ""
        return ""

    def _beside(self, sentence: TimedSentence, clause: int, first: int, after: int) -> TimePhrase | None:
        """The time behind the other side of a comparison, with no other number between."""
        for one in sentence.told:
            if one.clause == clause and one.phrase.first >= after and one.phrase.period:
                between = any(is_number(word) for word in self._tokens.words[after : one.phrase.first])
                return None if between else one.phrase
        return None

    def _shared(self, sentence: TimedSentence, index: int, number: int, first: int) -> Dated:
        """The time of another clause of the sentence, or of the event told before."""
        clause = sentence.clauses[index]
        tense, telling = sentence.tense(index), self._under_saying(sentence, index)
        if clause.saying or self._speaker(sentence, index) or tense in _BLOCKED or clause.opener in _ASIDE and clause.verbs:
            return _NOTHING
        if tense == "pluperfect" and clause.opener in _RELATIVE and not telling:
            return _NOTHING
        event = self._before(number)
        inherited = self._inherited(sentence, index)
        if inherited and inherited.period and not (event and event.period and event.period.fine > inherited.period.fine):
            return _dated(inherited)
        if event is None or event.period is None or clause.quoted:
            return _NOTHING
        label = tense == "none" and self._tokens.words[first - 1] == ":"
        if tense == "past" or (tense == "pluperfect" and telling) or label:
            return event.period.iso, event.words
        return _NOTHING

    def _inherited(self, sentence: TimedSentence, index: int) -> TimePhrase | None:
        """The free time of the nearest clause before, else of the nearest behind."""
        tense, quoted = sentence.tense(index), sentence.clauses[index].quoted
        best: Told | None = None
        for one in sentence.told:
            if not one.free or one.phrase.period is None or one.phrase.running or sentence.clauses[one.clause].quoted != quoted:
                continue
            stretch = one.phrase.lead == "since" or one.phrase.running
            if stretch and sentence.clauses[index].tense == "past" or tense == "perfect" and one.phrase.period.first == one.phrase.period.last:
                continue
            if one.clause < index or best is None:
                best = one
        return best.phrase if best else None

    def _under_saying(self, sentence: TimedSentence, index: int) -> bool:
        """Whether a clause is what somebody is cited with, so that "had" only shifts the tense."""
        return any(any(says_verb.lemma in when_words().saying for says_verb in clause.verbs) for clause in sentence.clauses[: index + 1])

    def _speaker(self, sentence: TimedSentence, index: int) -> bool:
        """Whether a clause without a verb hangs on a saying one: the speaker's age or rank."""
        at = index
        while at and not sentence.clauses[at].verbs:
            at -= 1
        return at < index and sentence.clauses[at].saying and bool(sentence.clauses[at].verbs) and sentence.clauses[index].mark == ","


def _dated(phrase: TimePhrase) -> Dated:
    return (phrase.period.iso if phrase.period else "", (phrase.first, phrase.after))
