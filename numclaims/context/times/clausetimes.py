"""The time that a claim takes from its own clause: the words it stands in, the time beside it, the other side of a comparison.

It knows one sentence and its time phrases; what claims take from elsewhere is told in `when`.
"""

from __future__ import annotations

from numclaims.context.times.told import NO_TIME, Dated, TimedSentence, Told, is_counted, superlative
from numclaims.context.times.whenwords import when_words
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.wordnumbers import is_number_word

_COUNTED = frozenset(("ago", "earlier", "before", "previously"))
_SIDE = 6  # words within which the other side of a comparison follows a number
_MONEY = frozenset("$€£¥")


def own_time(tokens: Tokens, sentence: TimedSentence, clause: int, first: int, after: int) -> Dated | None:
    """Of the claim at tokens `first` to `after`: `NO_TIME` where its clause shows that it has none, None where it is silent."""
    for one in sentence.told:
        if one.phrase.first < after and first < one.phrase.after:
            length = one.phrase.period is None or tokens.lows[one.phrase.after - 1] in _COUNTED
            return NO_TIME if length else one.dated
    if _owned(tokens, sentence, clause, first, after) or _length_apart(tokens, sentence, clause, first, after):
        return NO_TIME
    turned = _turned(tokens, sentence, clause, first, after)
    if turned is not None:
        return turned
    versus = _versus(tokens, sentence.clauses[clause].first, first)
    if versus:
        beside = _beside(tokens, sentence, clause, after)
        if beside:
            return beside.dated
        return None if versus == "against" and "now" not in tokens.lows[after : after + 3] else NO_TIME
    ahead = sentence.tenses[clause] in ("future", "modal")
    near = [one for one in sentence.told if one.clause == clause and one.free and not _other_side(tokens, after, one, ahead=ahead)]
    if any("now" in tokens.lows[one.phrase.after : first] for one in near):  # "cost 310 in January now sells for 420"
        return NO_TIME
    return _nearest(tokens, near, first, after).dated if near else None


def _nearest(tokens: Tokens, near: list[Told], first: int, after: int) -> Told:
    """The time right behind a claim, with no other number between; else the last before it; else the first behind."""
    behind = [one for one in near if one.phrase.first >= after]
    if behind and not _number_between(tokens, after, behind[0]):
        return behind[0]
    before = [one for one in near if one.phrase.first < first]
    return before[-1] if before else behind[0]


def _other_side(tokens: Tokens, after: int, one: Told, *, ahead: bool) -> bool:
    """Whether a time behind a number is that of what it is compared with: "4% lower than a year earlier", "up 4% from May".

    Of what lies `ahead` "from May" tells when it begins.
    """
    between = tokens.lows[after : one.phrase.first + 1]
    if not 0 < len(between) < _SIDE:
        return False
    counted = tokens.lows[one.phrase.after - 1] in _COUNTED
    single = one.phrase.period is None or one.phrase.period.first == one.phrase.period.last
    return "than" in between or (counted and between[0] in ("from", "on", "compared")) or (single and not ahead and between[0] == "from")


def _number_between(tokens: Tokens, after: int, one: Told) -> bool:
    return any(is_number(word) for word in tokens.words[after : one.phrase.first])


def _owned(tokens: Tokens, sentence: TimedSentence, clause: int, first: int, after: int) -> bool:
    """Whether a number is only the whole of a part: "three of its eight", "a fifth of the 6,000 that had been promised"."""
    lows, words = tokens.lows, when_words()
    if lows[first - 1] in words.owners and lows[first - 2] == "of":
        return True
    if lows[first - 2 : first] == ["of", "the"] and (is_number(lows[first - 3]) or is_number_word(lows[first - 3])):
        return clause + 1 >= len(sentence.clauses) or sentence.clauses[clause + 1].tense != "past"  # "31 of the 90 seats"
    if lows[first - 1] != "the" or clause + 1 >= len(sentence.clauses):
        return False
    behind = sentence.clauses[clause + 1]
    return behind.opener in words.relative and not behind.mark and behind.tense == "pluperfect" and behind.first - after < 3


def _length_apart(tokens: Tokens, sentence: TimedSentence, clause: int, first: int, after: int) -> bool:
    """Whether a length of time stands outside what happened: "After 18 months", "a two-day visit", "the lowest in 37 years"."""
    lows, part = tokens.lows, sentence.clauses[clause]
    if lows[after - 1] not in when_words().units:
        return False
    if lows[after - 2] == "-" and after - 2 > first:
        return True
    for at in range(first - 1, max(part.first, first - 6) - 1, -1):
        if lows[at] == "after":
            return True
        if any(verb.first <= at < verb.next for verb in part.verbs):
            break
    led = lows[first - 1] in ("in", "for", "over")
    return led and any(superlative(lows[at]) or lows[at] == "any" for at in range(part.first, first))


def _turned(tokens: Tokens, sentence: TimedSentence, clause: int, first: int, after: int) -> Dated | None:
    """Such as "from 31 to 24 percent since 2021": the first number holds at the start, the second for no stated time."""
    lows = tokens.lows
    if lows[first - 1] not in ("from", "to"):
        return None
    for one in sentence.told:
        phrase = one.phrase
        if one.clause == clause and phrase.lead == "since" and phrase.core and phrase.first >= after:
            if lows[first - 1] == "from" and "to" in lows[after : after + 3]:
                return str(phrase.core.first), (phrase.first, phrase.after)
            return NO_TIME if lows[first - 1] == "to" and "from" in lows[max(0, first - 6) : first] else None
    return None


def _versus(tokens: Tokens, start: int, first: int) -> str:
    """What makes a number the other side of a comparison: "against 180", "than the 1,731", "up from 3.9"; "" for nothing."""
    lows = tokens.lows
    for at in range(first - 1, max(start, first - 4) - 1, -1):
        low = lows[at]
        if low in ("against", "versus", "vs") or (low in ("with", "to") and lows[at - 1] == "compared"):
            return "against"
        if low == "than":
            return "" if is_counted(tokens, at + 1) else "than"
        if low == "from" and lows[at - 1] in ("up", "down"):
            return "from"
        if not low[0].isalpha() and low not in _MONEY:
            return ""
    return ""


def _beside(tokens: Tokens, sentence: TimedSentence, clause: int, after: int) -> Told | None:
    """The time behind the other side of a comparison, with no other number between."""
    for one in sentence.told:
        if one.clause == clause and one.phrase.first >= after and one.phrase.period:
            return None if _number_between(tokens, after, one) else one
    return None
