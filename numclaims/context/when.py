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
from numclaims.context.tenses import says
from numclaims.context.timephrases import TimePhrase
from numclaims.context.told import TimedSentence, Told, is_counted, read_told, superlative
from numclaims.context.whenwords import when_words
from numclaims.grammar.tokens import Tokens, is_number

Range = tuple[int, int]
Dated = tuple[str, Range | None]

_NOTHING: Dated = ("", None)
_REACH = {3: 8, 2: 3, 1: 2}
"""For how many sentences an event is on, by how finely its time is told: days, months, years."""

_BLOCKED = frozenset(("present", "future", "modal"))


@dataclass(frozen=True, slots=True)
class _Event:
    """The time of an event; later sentences in the past tense go on about it, for some sentences. None where it is over."""

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
        return event if event and event.period and number - event.sentence <= _REACH[event.period.fine] else None

    def _event(self, number: int, sentence: TimedSentence) -> _Event | None:
        """The event a sentence tells with its time: the first free time of a past clause, or of a heading without a verb."""
        verbless = all(not clause.verbs for clause in sentence.clauses)
        for one in sentence.told:
            clause, period = sentence.clauses[one.clause], one.phrase.period
            if not one.free or period is None or one.phrase.running or one.phrase.lead == "since" or clause.quoted or clause.opener in when_words().aside:
                continue
            tense = sentence.tense(one.clause)
            lead = one.phrase.lead
            if not verbless and tense != "past" and not (tense == "pluperfect" and (lead == "by" or self._under_saying(sentence, one.clause))):
                continue
            if (lead == "for" and period.fine == 3 and period.first == period.last) or (self._tokens.lows[one.phrase.after - 1] == "ago" and period.fine < 3):
                continue
            if clause.opener in when_words().relative and self._events:
                continue
            words = (one.phrase.first, one.phrase.after)
            lasting = lead == "by" or "still" in self._tokens.lows[clause.first : clause.after]
            known = self._before(number)
            if known and known.period and known.period.fine > period.fine:
                return None
            return _Event(number, None if lasting else period, words)
        return None

    def _own(self, sentence: TimedSentence, clause: int, first: int, after: int) -> Dated | None:
        """The time that a claim's own clause gives it; `_NOTHING` where the clause shows that it has none, None where it is silent."""
        for one in sentence.told:
            phrase = one.phrase
            if phrase.first < after and first < phrase.after :
                counted = phrase.period is None or self._tokens.lows[phrase.after - 1] in ("ago", "earlier", "before", "previously")
                return _NOTHING if counted else _dated(phrase)
        if self._apart(sentence, clause, first, after):
            return _NOTHING
        if self._tokens.lows[first - 1] in ("from", "to"):
            turned = self._turned(sentence, clause, first, after)
            if turned is not None:
                return turned
        versus = self._versus(sentence.clauses[clause].first, first)
        if versus:
            beside = self._beside(sentence, clause, first, after)
            if beside:
                return _dated(beside)
            return None if versus == "against" and "now" not in self._tokens.lows[after : after + 3] else _NOTHING
        near = [one for one in sentence.told if one.clause == clause and one.free]
        if not near:
            return None
        return _dated(self._nearest(near, first, after).phrase)

    def _turned(self, sentence: TimedSentence, clause: int, first: int, after: int) -> Dated | None:
        """Such as "from 31 to 24 percent since 2021": the first number holds at the start, the second for no stated time."""
        lows = self._tokens.lows
        since = next((one.phrase for one in sentence.told if one.clause == clause and one.phrase.lead == "since" and one.phrase.first >= after), None)
        if since is None or since.core is None:
            return None
        if lows[first - 1] == "from" and "to" in lows[after : after + 3]:
            return str(since.core.first), (since.first, since.after)
        return _NOTHING if lows[first - 1] == "to" and "from" in lows[max(0, first - 6) : first] else None

    def _nearest(self, near: list[Told], first: int, after: int) -> Told:
        """The time right behind a claim, with no other number between; else the last before it; else the first behind."""
        behind = [one for one in near if one.phrase.first >= after]
        if behind and not any(is_number(word) for word in self._tokens.words[after : behind[0].phrase.first]):
            return behind[0]
        ahead = [one for one in near if one.phrase.first < first]
        return ahead[-1] if ahead else behind[0]

    def _apart(self, sentence: TimedSentence, clause: int, first: int, after: int) -> bool:
        """Whether a number stands outside the clause's time: "of its eight", "After 18 months", "the lowest in 37 years"."""
        lows, start = self._tokens.lows, sentence.clauses[clause].first
        if lows[first - 1] in when_words().owners and lows[first - 2] == "of":
            return True
        if lows[first - 1] == "the" and clause + 1 < len(sentence.clauses):
            behind = sentence.clauses[clause + 1]
            if behind.opener in when_words().relative and not behind.mark and behind.tense == "pluperfect" and behind.first - after < 3:
                return True
        if lows[after - 1] not in when_words().units:
            return False
        if lows[after - 2] == "-" and after - 2 > first:
            return True
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
        quoted = clause.quoted and bool(clause.verbs)
        if not clause.verbs:
            host = self._hosted(sentence, index)
            if host:
                return _dated(host)
        tense, telling = sentence.tense(index), self._under_saying(sentence, index)
        if clause.saying or self._speaker(sentence, index) or tense in _BLOCKED or clause.opener in when_words().aside and clause.verbs:
            return _NOTHING
        if tense == "pluperfect" and clause.opener in when_words().relative and not telling:
            return _NOTHING
        event = self._before(number)
        one = self._inherited(sentence, index)
        aside = one is not None and bool(sentence.clauses[one.clause].verbs) and event is not None
        if one and not (aside and event and event.period and one.phrase.period and event.period.fine > one.phrase.period.fine):
            return _dated(one.phrase)
        if event is None or event.period is None or quoted:
            return _NOTHING
        label = tense == "none" and self._tokens.words[first - 1] == ":"
        joined = clause.opener == "and" and index > 0 and sentence.tense(index - 1) == "past"
        if tense == "past" or (tense == "pluperfect" and (telling or joined)) or label:
            return event.period.iso, event.words
        return _NOTHING

    def _hosted(self, sentence: TimedSentence, index: int) -> TimePhrase | None:
        """The time of the clause that a clause without a verb hangs on, whatever its tense."""
        host = next((at for at in range(index - 1, -1, -1) if sentence.clauses[at].verbs), -1)
        found = [one for one in sentence.told if host <= one.clause < index and one.free and one.phrase.period and not self._owner(one)]
        found = [one for one in found if one.phrase.lead != "since" or (one.clause == host and sentence.clauses[host].tense != "none")]
        return found[-1].phrase if found and host >= 0 and sentence.clauses[host].quoted == sentence.clauses[index].quoted else None

    def _owner(self, one: Told) -> bool:
        """Whether a time is the possessor of a noun: "Thursday's loss"."""
        return self._tokens.lows[one.phrase.after] in ("'s", "’s")

    def _inherited(self, sentence: TimedSentence, index: int) -> Told | None:
        """The free time of the nearest clause before, else of the nearest behind."""
        tense, quoted = sentence.tense(index), sentence.clauses[index].quoted
        best: Told | None = None
        for one in sentence.told:
            if not one.free or one.phrase.period is None or sentence.clauses[one.clause].quoted != quoted:
                continue
            if one.phrase.lead == "since" and sentence.clauses[index].tense == "past" or tense == "perfect" and one.phrase.period.first == one.phrase.period.last:
                continue
            between = sentence.clauses[index + 1 : one.clause + 1]
            if any(other.opener in when_words().relative or other.opener in when_words().aside for other in between) or (best and self._owner(one)):
                continue
            if one.clause < index or best is None:
                best = one
        return best

    def _under_saying(self, sentence: TimedSentence, index: int) -> bool:
        """Whether a clause is what somebody is cited with, so that "had" only shifts the tense."""
        return any(says(self._tokens, verb) for clause in sentence.clauses[: index + 1] for verb in clause.verbs)

    def _speaker(self, sentence: TimedSentence, index: int) -> bool:
        """Whether a clause without a verb hangs on a saying one: the speaker's age or rank."""
        at = index
        while at and not sentence.clauses[at].verbs and sentence.clauses[at].mark == ",":
            at -= 1
        host = sentence.clauses[at]
        return at < index and host.saying and host.verbs[-1].next < host.after


def _dated(phrase: TimePhrase) -> Dated:
    return (phrase.period.iso if phrase.period else "", (phrase.first, phrase.after))
