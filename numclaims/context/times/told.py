"""The time phrases of a sentence with what each may date: those of a saying, a comparison or a record date nothing else.

It reads one sentence, cut into clauses; which claim takes which time is decided in `when`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from numclaims.context.clauses import Clauses
from numclaims.context.times.period import Period, Setting, point
from numclaims.context.times.tenses import Clause, Tense, read_tenses, says
from numclaims.context.times.timephrases import TimePhrase, read_phrase
from numclaims.context.times.whenwords import when_words
from numclaims.context.verb import Verb
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.wordnumbers import is_number_word

_AHEAD = frozenset(("future", "modal"))


Range = tuple[int, int]
Dated = tuple[str, Range | None]
"""An ISO date or interval and the tokens that gave it."""

NO_TIME: Dated = ("", None)


@dataclass(frozen=True, slots=True)
class Told:
    """A time phrase, the index of its clause, and whether it may date other numbers than the one it stands beside (`free`).

    `owner` is true for the possessor of a noun: "Thursday's loss".
    """

    phrase: TimePhrase
    clause: int
    free: bool
    owner: bool = False

    @property
    def dated(self) -> Dated:
        """The time as a claim's column holds it."""
        return (self.phrase.period.iso if self.phrase.period else ""), (self.phrase.first, self.phrase.after)


@dataclass(frozen=True, slots=True)
class TimedSentence:
    """A sentence's clauses, left to right, and the time phrases in them."""

    clauses: tuple[Clause, ...]
    told: tuple[Told, ...]

    def tense(self, index: int) -> Tense:
        """The tense of a clause; without a verb, of the clause it hangs on: the one before, else the one behind."""
        order = (*range(index, -1, -1), *range(index + 1, len(self.clauses)))
        told = (self.clauses[at].tense for at in order if not self.clauses[at].saying)
        return next((tense for tense in told if tense != "none"), "none")


def read_told(tokens: Tokens, clauses: Clauses, today: date | None, base: Period | None, *, marked: bool) -> TimedSentence:
    """A sentence with its times.

    `base` is what "a year earlier" counts from until the sentence names a time; where `marked` is false it names none.
    """
    parts = read_tenses(tokens, clauses)
    if not marked:
        return TimedSentence(parts, ())
    untold, told, starts = TimedSentence(parts, ()), [], when_words().starts
    for index, clause in enumerate(parts):
        at, ahead = clause.first, untold.tense(index) in _AHEAD
        while at < clause.after:
            low = tokens.lows[at]
            if low not in starts and not low[0].isdigit():
                at += 1
                continue
            phrase = read_phrase(tokens, at, Setting(today, ahead and not _finished(clause, at), base))
            if phrase is None:
                at += 1
                continue
            at, base = max(at + 1, phrase.after), phrase.core or base
            if (phrase.running and untold.tense(index) != "perfect") or (_coming(phrase, today) and untold.tense(index) == "past"):
                continue
            owner = tokens.lows[phrase.after] in ("'s", "’s")
            told.append(Told(phrase, index, _free(tokens, parts, index, phrase), owner))
    return TimedSentence(parts, tuple(_since_clauses(parts, told, today)))


def _coming(phrase: TimePhrase, today: date | None) -> bool:
    """Whether a phrase is a length of time from the day of writing on: "over the next four years"."""
    period = phrase.period
    return period is not None and today is not None and period.first == point(today) and period.first < period.last


def _finished(clause: Clause, at: int) -> bool:
    """Whether the nearest verb before is a participle of something done: "the deal signed on Tuesday will"."""
    before = [verb for verb in clause.verbs if verb.next <= at]
    return bool(before) and not before[-1].finite and before[-1].passive


def _since_clauses(parts: Sequence[Clause], told: list[Told], today: date | None) -> list[Told]:
    """Such as "since the truce took effect six days ago": a stretch of time for the clause before, up to its time or today."""
    result: list[Told] = []
    for one in told:
        period = one.phrase.period
        since = parts[one.clause].opener == "since" and one.phrase.lead != "since" and one.clause > 0
        if not since or period is None or today is None:
            result.append(one)
            continue
        ends = next((other.phrase.period.last for other in result if other.free and other.phrase.period), point(today))
        if period.first < ends:
            result.append(Told(replace(one.phrase, period=Period(period.first, ends), lead="since"), one.clause - 1, True))
    return result


def _free(tokens: Tokens, parts: Sequence[Clause], index: int, phrase: TimePhrase) -> bool:
    clause = parts[index]
    return not (
        phrase.period is None
        or _of_saying(tokens, parts, index, phrase)
        or _of_comparison(tokens, clause, phrase)
        or (phrase.lead == "since" and _record(tokens, clause.first, phrase.first) and clause.tense != "perfect")
    )


def _of_saying(tokens: Tokens, parts: Sequence[Clause], index: int, phrase: TimePhrase) -> bool:
    """Whether the verb that a time stands with reports: the nearest before it in its clause, else the first behind it."""
    clause = parts[index]
    if tokens.lows[clause.first] == "according":
        return True
    if clause.opener in ("as", "when") and index and parts[index - 1].saying and not clause.mark:
        return True
    before = [verb for verb in clause.verbs if verb.first < phrase.first]
    if before:
        if before[-1].lemma in when_words().publishing and tokens.lows[before[-1].first - 1] in when_words().papers:
            return True
        return _reports(tokens, before[-1], phrase)
    if clause.verbs:
        return _reports(tokens, clause.verbs[0], phrase)
    if index and clause.mark == "," and parts[index - 1].verbs:
        return _reports(tokens, parts[index - 1].verbs[-1], phrase)
    following = next((part for part in parts[index + 1 :] if part.verbs), None)
    if index or following is None or following.mark != ",":
        return False
    return _reports(tokens, following.verbs[0], phrase)


def _reports(tokens: Tokens, verb: Verb, phrase: TimePhrase) -> bool:
    """Whether a verb only reports: "announced on Friday", not "reported 214 complaints in January" or "confirmed an order"."""
    deed = verb.lemma in when_words().deeds and verb.next <= phrase.first and _numbers(tokens, verb.next, phrase.first)
    return says(tokens, verb) and not deed


def _numbers(tokens: Tokens, first: int, after: int) -> bool:
    return any(is_number(word) for word in tokens.words[first:after])


def _of_comparison(tokens: Tokens, clause: Clause, phrase: TimePhrase) -> bool:
    """Such as "than in 2022", "against 180 in the same month of last year", "what it was in 2022"."""
    versus = when_words().versus
    if clause.opener in ("than", "what") or phrase.lead in versus:
        return True
    for at in range(phrase.first - 1, max(clause.first, phrase.first - 14) - 1, -1):
        if tokens.lows[at] in versus:
            return not (tokens.lows[at] == "than" and is_counted(tokens, at + 1))
        if tokens.lows[at] in ("from", "what") and tokens.lows[at - 1] in ("up", "down", "below", "above"):
            return True
    return False


def is_counted(tokens: Tokens, at: int) -> bool:
    """Whether "more than" before this token is the bound of a number: "more than 300 homes", not "more than the 1,731 grams"."""
    at += tokens.words[at] in ("$", "€", "£", "¥")
    return is_number(tokens.words[at]) or is_number_word(tokens.lows[at]) or tokens.lows[at] in ("a", "an", "half", "twice", "double")


def _record(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a superlative stands in these tokens: "its steepest slide since", "the lowest since"."""
    return any(superlative(tokens.lows[at]) for at in range(first, after))


def superlative(low: str) -> bool:
    """Whether a lower-cased word is a superlative by its form."""
    words = when_words()
    return low in words.best or (low.endswith("est") and len(low) > 5 and low not in words.not_best)
