"""When a claim holds: the time that its clause, its sentence or the event told before gives it, as an ISO date or interval.

It is the time of what the number states, never of the saying: "said on Friday that 12 had died" dates nothing. Without the day of
writing only times that name their year are known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from numclaims.context.clauses import Clauses, read_clauses
from numclaims.context.sentences import Sentences
from numclaims.context.times.clausetimes import own_time
from numclaims.context.times.period import Period
from numclaims.context.times.tenses import Clause, says
from numclaims.context.times.told import NO_TIME, Dated, TimedSentence, Told, read_told
from numclaims.context.times.whenwords import when_words
from numclaims.context.verb import Range
from numclaims.grammar.tokens import Tokens

_REACH = {3: 8, 2: 3, 1: 2}
"""For how many sentences an event is on, by how finely its time is told: days, months, years."""

_LONGEST = 250
"""The most tokens that are read as one sentence, so that time stays linear in the text."""

_BLOCKED = frozenset(("present", "future", "modal"))


class _Event(NamedTuple):
    """The time of an event; later sentences in the past tense go on about it, for some sentences. None where it is over."""

    sentence: int
    period: Period | None
    words: Range


class When:
    """The times of a piece of text, made once for it."""

    __slots__ = ("_clauses", "_events", "_firsts", "_marked", "_next", "_read", "_today", "_tokens")

    def __init__(
        self, tokens: Tokens, sentences: Sentences, today: date | None, clauses: Callable[[int, int], Clauses] | None = None
    ) -> None:
        """`today` is the document's date; `clauses` gives the clauses of a token range where they are read already."""
        self._tokens, self._today = tokens, today
        self._firsts = _cut(sentences)
        self._clauses = clauses or (lambda first, after: read_clauses(tokens, first, after))
        self._read: dict[int, TimedSentence] = {}
        self._events: list[_Event] = []
        self._marked = self._marks()
        self._next = 0

    def of(self, first: int, after: int, *, lasting: bool = False) -> Dated:
        """The time that the claim at tokens `first` to `after` holds for, and the words (token range) that give it.

        One that tells of a state or a habit is `lasting` and takes no time from an event told before.
        `("", None)` where the text gives none.
        """
        number = bisect_right(self._firsts, first) - 1
        self._advance(number)
        if not self._holds_mark(number) and self._before(number) is None:
            return NO_TIME
        sentence = self._sentence(number)
        if not sentence.clauses:
            return NO_TIME
        clause = next((index for index, one in enumerate(sentence.clauses) if first < one.after), len(sentence.clauses) - 1)
        own = own_time(self._tokens, sentence, clause, first, after)
        if own is not None:
            return own
        return self._shared(sentence, clause, number, first, lasting=lasting)

    def _marks(self) -> list[int]:
        """The numbers of the sentences that may hold a time phrase."""
        marks, firsts, found = when_words().marks, self._firsts, []
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
            first, after = self._firsts[number], self._firsts[number + 1]
            event = self._before(number)
            base = self._named_last(number) or (event.period if event else None)
            known = read_told(self._tokens, self._clauses(first, after), self._today, base, marked=self._holds_mark(number))
            self._read[number] = known
        return known

    def _named_last(self, number: int) -> Period | None:
        """The time that the sentence before names last, which "that month" and "a year earlier" count from."""
        told = self._read[number - 1].told if number - 1 in self._read else ()
        return next((one.phrase.core for one in reversed(told) if one.phrase.core and one.free), None)

    def _holds_mark(self, number: int) -> bool:
        at = bisect_left(self._marked, number)
        return at < len(self._marked) and self._marked[at] == number

    def _before(self, number: int) -> _Event | None:
        """The event that is still on in a sentence."""
        at = bisect_left(self._events, number, key=lambda event: event.sentence)
        event = self._events[at - 1] if at else None
        return event if event and event.period and number - event.sentence <= _REACH[event.period.fine] else None

    def _event(self, number: int, sentence: TimedSentence) -> _Event | None:
        """The event a sentence tells with its time: the first free time of a past clause, or of a heading without a verb."""
        heading = bool(sentence.told) and all(not clause.verbs for clause in sentence.clauses)
        relative = when_words().relative
        for one in sorted(sentence.told, key=lambda one: sentence.clauses[one.clause].opener in relative):
            period = one.phrase.period
            if period is None or not self._tells(sentence, one, heading):
                continue
            known = self._before(number)
            if known and known.period and known.period.fine > period.fine:
                return None
            clause = sentence.clauses[one.clause]
            state = one.phrase.lead == "by" or "still" in self._tokens.lows[clause.first : clause.after]
            return _Event(number, None if state else period, (one.phrase.first, one.phrase.after))
        return None

    def _tells(self, sentence: TimedSentence, one: Told, heading: bool) -> bool:
        """Whether a time is that of something that happened, which may be gone on about."""
        clause, phrase, period = sentence.clauses[one.clause], one.phrase, one.phrase.period
        if (
            not one.free
            or period is None
            or phrase.running
            or phrase.lead == "since"
            or clause.quoted
            or clause.opener in when_words().aside
        ):
            return False
        tense = sentence.tenses[one.clause]
        past = tense == "past" or (tense == "pluperfect" and (phrase.lead == "by" or self._cited(sentence, one.clause)))
        planned = phrase.lead == "for" and period.fine == 3 and period.first == period.last
        vague = period.fine < 3 and self._tokens.lows[phrase.after - 1] == "ago"
        aside = clause.opener in when_words().relative and bool(self._events)
        vague |= tense == "pluperfect" and bool(self._events) and self._tokens.lows[phrase.after - 1] in ("earlier", "before", "previously")
        return (heading or past) and not (planned or vague or aside)

    def _shared(self, sentence: TimedSentence, index: int, number: int, first: int, *, lasting: bool) -> Dated:
        """The time of another clause of the sentence, or of the event told before."""
        clause, tense = sentence.clauses[index], sentence.tenses[index]
        host = self._going_on(sentence, index) if clause.verbs else self._hosted(sentence, index)
        if host:
            return host.dated
        cited = tense == "pluperfect" and self._cited(sentence, index)
        if clause.saying or self._speaker(sentence, index) or tense in _BLOCKED or (clause.opener in when_words().aside and clause.verbs):
            return NO_TIME
        if tense == "pluperfect" and clause.opener in when_words().relative and not cited:
            return NO_TIME
        event, one = self._before(number), self._inherited(sentence, index)
        if one and not (event and sentence.clauses[one.clause].verbs and _finer(event.period, one.phrase.period)):
            return one.dated
        if event is None or event.period is None or lasting or (clause.quoted and clause.verbs):
            return NO_TIME
        label = tense == "none" and self._tokens.words[first - 1] == ":"
        joined = clause.opener == "and" and index > 0 and sentence.tenses[index - 1] == "past"
        past = tense == "past" or (tense == "pluperfect" and (cited or joined))
        return (event.period.iso, event.words) if past or label else NO_TIME

    def _hosted(self, sentence: TimedSentence, index: int) -> Told | None:
        """The time of the clause that a clause without a verb hangs on, whatever its tense."""
        clauses = sentence.clauses
        host = next((at for at in range(index - 1, -1, -1) if clauses[at].verbs), -1)
        if host < 0 or clauses[host].quoted != clauses[index].quoted:
            return None
        found = None
        for one in sentence.told:
            since = one.phrase.lead == "since" and (one.clause != host or clauses[host].tense == "none")
            if host <= one.clause < index and one.free and not one.owner and not since:
                found = one
        return found

    def _going_on(self, sentence: TimedSentence, index: int) -> Told | None:
        """The time that a clause with a verb has from the one that it is joined to without a subject of its own, or stands behind.

        "has killed 40 this year and infected 900", "after gunmen stopped a van and killed two on 4 May", "in 2016, when floods killed 9".
        """
        clauses, clause = sentence.clauses, sentence.clauses[index]
        for one in sentence.told:
            if not one.free or one.phrase.period is None or clauses[one.clause].quoted != clause.quoted:
                continue
            if one.clause == index - 1 and clause.tense == "perfect" == clauses[one.clause].tense and _joined(clause):
                return one
            if one.clause == index + 1 and clause.opener in when_words().aside and _joined(clauses[one.clause]):
                return one
            if one.clause == index - 1 and clause.opener == "when" and one.phrase.after == clause.first - (clause.mark == ","):
                return one
        return None

    def _inherited(self, sentence: TimedSentence, index: int) -> Told | None:
        """The free time of the nearest clause before, else of the nearest behind."""
        clause, tense = sentence.clauses[index], sentence.tenses[index]
        best: Told | None = None
        for one in sentence.told:
            if not one.free or one.phrase.period is None or sentence.clauses[one.clause].quoted != clause.quoted or (best and one.owner):
                continue
            stretch = one.phrase.period.first != one.phrase.period.last
            if (one.phrase.lead == "since" and clause.tense == "past") or (tense == "perfect" and not stretch):
                continue
            between = sentence.clauses[index + 1 : one.clause + 1]
            if any(other.opener in when_words().relative or other.opener in when_words().aside for other in between):
                continue
            if one.clause < index or best is None:
                best = one
        return best

    def _cited(self, sentence: TimedSentence, index: int) -> bool:
        """Whether a clause is what somebody is cited with, so that "had" only shifts the tense."""
        return any(says(self._tokens, verb) for clause in sentence.clauses[: index + 1] for verb in clause.verbs)

    def _speaker(self, sentence: TimedSentence, index: int) -> bool:
        """Whether a clause without a verb hangs on a saying one: the speaker's age or rank."""
        at = index
        while at and not sentence.clauses[at].verbs and sentence.clauses[at].mark == ",":
            at -= 1
        host = sentence.clauses[at]
        return at < index and host.saying and host.verbs[-1].next < host.after


def _cut(sentences: Sentences) -> list[int]:
    """Where sentences begin, the very long ones (tables, lists) in pieces, and the end of the text."""
    firsts: list[int] = []
    for first, after in zip(sentences.firsts, (*sentences.firsts[1:], sentences.count), strict=True):
        firsts.extend(range(first, max(after, first + 1), _LONGEST))
    return [*firsts, sentences.count]


def _joined(clause: Clause) -> bool:
    """Whether a clause goes on with the subject of the one before: "and killed two"."""
    return clause.opener in ("and", "or") and bool(clause.verbs) and clause.verbs[0].first <= clause.first + 1 and not clause.mark


def _finer(one: Period | None, other: Period | None) -> bool:
    """Whether one time is told more finely than another."""
    return one is not None and other is not None and one.fine > other.fine
