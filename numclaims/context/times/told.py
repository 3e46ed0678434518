"""The time phrases of a sentence with what each may date: those of a saying, a comparison or a record date nothing else.

It reads one sentence, cut into clauses; which claim takes which time is decided in `when`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from numclaims.context.clauses import Clauses
from numclaims.context.times.amountphrases import before_base
from numclaims.context.times.period import Period, Setting, point
from numclaims.context.times.tenses import Clause, Tense, read_tenses, says
from numclaims.context.times.timephrases import TimePhrase, read_phrase
from numclaims.context.times.whenwords import when_words
from numclaims.context.verb import Range, Verb
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.wordnumbers import is_number_word

_AHEAD = frozenset(("future", "modal"))
_LONGEST = 9
"""The most tokens from the first word of a time phrase to the month, day or length of time that it names."""


Dated = tuple[str, Range | None]
"""An ISO date or interval and the tokens that gave it."""

NO_TIME: Dated = ("", None)


_DEGREES = frozenset("many much high large likely low few".split())
_SHARES = frozenset("% percent cent points times half third quarter".split())


class Told(NamedTuple):
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


class TimedSentence(NamedTuple):
    """A sentence's clauses, left to right, the tense of each, and the time phrases in them.

    A clause without a verb, or whose verb only reports, has the tense of the one before, else of the one behind.
    """

    clauses: tuple[Clause, ...]
    tenses: tuple[Tense, ...]
    told: tuple[Told, ...]


def read_told(tokens: Tokens, clauses: Clauses, today: date | None, base: Period | None, *, marked: bool) -> TimedSentence:
    """A sentence with its times.

    `base` is what "a year earlier" counts from until the sentence names a time; where `marked` is false it names none.
    """
    parts = read_tenses(tokens, clauses)
    tenses = _shared_tenses(parts)
    if not marked:
        return TimedSentence(parts, tenses, ())
    told: list[Told] = []
    for index, clause in enumerate(parts):
        tense = tenses[index]
        for phrase in _phrases(tokens, clause, today, base, ahead=tense in _AHEAD):
            base = phrase.core or base
            if (phrase.running and tense != "perfect") or (tense == "past" and _coming(phrase, today)):
                continue
            owner = tokens.lows[phrase.after] in ("'s", "’s")
            told.append(Told(phrase, index, _free(tokens, parts, index, phrase), owner))
    return TimedSentence(parts, tenses, tuple(_since_clauses(tokens, parts, told, today)))


def _shared_tenses(parts: Sequence[Clause]) -> tuple[Tense, ...]:
    """The tense of each clause as `TimedSentence` has it."""
    own = [None if part.saying or part.tense == "none" else part.tense for part in parts]
    tense: Tense = next((told for told in own if told), "none")
    shared: list[Tense] = []
    for told in own:
        tense = told or tense
        shared.append(tense)
    return tuple(shared)


def _phrases(tokens: Tokens, clause: Clause, today: date | None, base: Period | None, *, ahead: bool) -> Iterator[TimePhrase]:
    """The time phrases of a clause one after another; each is what the next may count from, the first counts from `base`."""
    words, lows, after = when_words(), tokens.lows, clause.first
    setting = Setting(today, ahead, base)
    for at, low in enumerate(lows[clause.first : clause.after], clause.first):
        if at < after or not (low in words.starts or low[0].isdigit()):
            continue
        if low not in words.named and len(low) != 4 and words.marks.isdisjoint(lows[at + 1 : at + _LONGEST]):
            continue  # only years and days can do without the name of a month or of a length of time
        finished = ahead and _finished(clause, at)
        phrase = read_phrase(tokens, at, Setting(today, False, setting.base) if finished else setting)
        if phrase:
            if setting.base and tokens.lows[phrase.after - 1] == "ago":
                phrase = _held_against(tokens, at, phrase, after, setting.base)
            after = phrase.after
            if phrase.core:
                setting = Setting(today, ahead, phrase.core)
            yield phrase


def _held_against(tokens: Tokens, at: int, phrase: TimePhrase, after: int, base: Period) -> TimePhrase:
    """A time "ago", counted from the one told before (up to token `after`) where a number is held against its number."""
    compared = "from" in tokens.lows[after:at] or not when_words().versus.isdisjoint(tokens.lows[after:at])
    if not compared or (base.fine == 3 and base.first == base.last):
        return phrase
    shifted = before_base(tokens, at, base)
    return phrase._replace(period=shifted, core=shifted) if shifted else phrase


def _coming(phrase: TimePhrase, today: date | None) -> bool:
    """Whether a phrase is a length of time from the day of writing on: "over the next four years"."""
    period = phrase.period
    return period is not None and today is not None and period.first == point(today) and period.first < period.last


def _finished(clause: Clause, at: int) -> bool:
    """Whether the nearest verb before is a participle of something done: "the deal signed on Tuesday will"."""
    before = [verb for verb in clause.verbs if verb.next <= at]
    return bool(before) and not before[-1].finite and before[-1].passive


def _since_clauses(tokens: Tokens, parts: Sequence[Clause], told: list[Told], today: date | None) -> list[Told]:
    """Such as "since the truce took effect six days ago": a stretch of time for the clause before, up to its time or today."""
    result: list[Told] = []
    for one in told:
        period = one.phrase.period
        since = parts[one.clause].opener == "since" and one.phrase.lead != "since" and one.clause > 0
        since = since and not _record(tokens, parts[one.clause - 1].first, parts[one.clause - 1].after)
        if not since or period is None or today is None:
            result.append(one)
            continue
        ends = next((other.phrase.period.last for other in result if other.free and other.phrase.period), point(today))
        if period.first < ends:
            result.append(Told(one.phrase._replace(period=Period(period.first, ends), lead="since"), one.clause - 1, True))
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
    if tokens.lows[phrase.first - 1] == "as" and tokens.lows[phrase.first - 2] in _DEGREES:
        return True
    if phrase.lead == "from" and not when_words().before.isdisjoint(tokens.lows[phrase.first : phrase.after]):
        return True
    for at in range(phrase.first - 1, max(clause.first, phrase.first - 14) - 1, -1):
        if tokens.lows[at] in versus:
            return not (tokens.lows[at] == "than" and is_counted(tokens, at + 1)) or (at + 1 == phrase.first and exceeds(tokens, at))
        if tokens.lows[at] in ("from", "what") and tokens.lows[at - 1] in ("up", "down", "below", "above"):
            return True
    return False


def is_counted(tokens: Tokens, at: int) -> bool:
    """Whether "more than" before this token is the bound of a number: "more than 300 homes", not "more than the 1,731 grams"."""
    at += tokens.words[at] in ("$", "€", "£", "¥")
    return is_number(tokens.words[at]) or is_number_word(tokens.lows[at]) or tokens.lows[at] in ("a", "an", "half", "twice", "double")


def exceeds(tokens: Tokens, at: int) -> bool:
    """Whether "than" tells of a difference: "40 more than a year earlier", "2% less than", not "more than a year earlier"."""
    before = tokens.lows[at - 2]
    return is_number(before) or is_number_word(before) or before in _SHARES or tokens.lows[at - 1] not in ("more", "less", "fewer")


def _record(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a superlative stands in these tokens: "its steepest slide since", "the lowest since"."""
    return any(superlative(tokens.lows[at]) and tokens.lows[at - 1] != "at" for at in range(first, after))


def superlative(low: str) -> bool:
    """Whether a lower-cased word is a superlative by its form."""
    words = when_words()
    return low in words.best or (low.endswith("est") and len(low) > 5 and low not in words.not_best)
