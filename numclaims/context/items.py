"""What a quantity counts or measures, who acts on it and how: the columns item, actor and action, and a rate apart from its number.

The noun phrase behind the number comes first; `headless` looks where there is none. The actor is the subject or the agent of the verb
that governs the number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from numclaims.context.actors import acts, can_act, find_actor, gapped, plain, recipient
from numclaims.context.affected import is_trend, what_changed
from numclaims.context.apart import set_apart
from numclaims.context.behind import BACK, before_verb, phrase_behind
from numclaims.context.clauses import Clauses
from numclaims.context.governing import governing_verb
from numclaims.context.headless import read_headless
from numclaims.context.phrases import opening
from numclaims.context.said import Said
from numclaims.context.told_before import phrase_before
from numclaims.context.verb import Range, Verb
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.quantities import Reading
from numclaims.grammar.rates import read_rate
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.rates import rate_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.words import number_words
from numclaims.model import Quantity

_TIMES = frozenset(rate_words().adverbs.values()) | {"minute", "second"}
_BEFORE_AGES = frozenset((",", "of", "aged", "age", "(", ")", "is", "was", "were", "are", "under", "over", "above", "below", "between"))
_VERSUS = frozenset(("against", "versus", "than", "compared"))
_LONGEST_GAP = 12  # words between a count and the share that says it again
_SIGNS = frozenset("+-−–")
_MARKS = frozenset((",", ".", ";"))
_OF = re.compile(r" (?:of|for|in|among|at|there)\b")


def read_said(reading: Reading, index: int, clauses: Clauses, carried: str) -> Said:
    """The item, actor, verb and rate of quantity `index`; `carried` is what was counted last ("of them", "56 shot down")."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    behind = None if _signed_next(reading, index) else phrase_behind(reading, index, after, clauses)
    end = behind[1] if behind else after
    verb, subject_of = governing_verb(tokens, clauses, _number_token(reading, index), end)
    if quantity.kind == "age":
        said = _aged(tokens, clauses, first, after, verb)
    elif behind and is_trend(tokens, quantity, behind):
        said = Said(what_changed(reading, index, clauses, verb, behind), "", None, verb, after=end)
    elif behind:
        counted = tokens.lows[end - 1]
        said = Said(behind, "", None if subject_of else find_actor(tokens, clauses, verb, first, quantity.kind, counted), verb, after=end)
    else:
        said = read_headless(reading, index, clauses, carried, verb, subject_of=subject_of)
    if verb and verb.next <= first and (not behind or tokens.words[first - 1] == ","):
        said = _of_another(reading, index, clauses, said, carried, named=behind is not None)
    said = _with_agent(reading, index, clauses, said)
    said = set_apart(reading, index, clauses, said, subject_of=subject_of)
    if said.item and _measured(reading, index, said.item):  # "between 300 and 400 were sold": the number itself
        said = said._replace(item=None)
    if said.actor:
        said = said._replace(actor=plain(tokens, clauses, said.actor))
    if said.actor and (
        _measured(reading, index, said.actor) or not can_act(tokens, clauses, said.actor, first, end if said.item else after)
    ):
        said = said._replace(actor=None)
    if tokens.words[first - 1] == "(" and first - 1 > clauses.first:
        said = said._replace(bracketed=phrase_before(clauses, first - 1))
    said = _with_rate(tokens, said, quantity.per, clauses)
    if quantity.per or said.per:
        return said
    return said._replace(per=_shared_rate(reading, index))


def _with_agent(reading: Reading, index: int, clauses: Clauses, said: Said) -> Said:
    """The same with an actor that is no subject: the agent of a passive, who gets a number, who comes with it."""
    tokens, quantity, verb = reading.tokens, reading.quantities[index], said.verb
    first = reading.spans[index][0]
    if verb and verb.passive and verb.agent and verb.lemma not in roles().reports:
        return said._replace(actor=verb.agent)
    gets = recipient(tokens, clauses, verb, first)
    if gets:
        return said._replace(actor=gets, item=None if said.item and said.item[0] < first else said.item)
    brought = said.item is not None and (quantity.kind == "count" or said.item[0] > first)
    if brought and said.actor is None and tokens.lows[first - 1] == "with":
        return said._replace(actor=_equipped(tokens, clauses, first - 1 - (tokens.words[first - 2] == ",")))
    return said


def _of_another(reading: Reading, index: int, clauses: Clauses, said: Said, carried: str, *, named: bool) -> Said:
    """What is said of somebody else with the verb left out: "and Italy sold just 30", "Acme was down 2%, Bolt by 3%".

    `named` says that the noun of the number stands behind it.
    """
    quantity, another = reading.quantities[index], gapped(reading, index, clauses)
    if another is None or said.verb is None:
        return said
    if not acts(said.verb):
        return said if named or quantity.change == "none" else said._replace(item=another, text="", actor=None)
    if named:
        return said._replace(actor=another)
    return said._replace(item=None, text=carried if is_counted(quantity) else "", actor=another)


def _signed_next(reading: Reading, index: int) -> bool:
    """Whether changes stand in a row, each behind its name: "Dow +0.2% Nasdaq -0.8%"."""
    tokens, (first, after) = reading.tokens, reading.spans[index]
    if tokens.words[first - 1] not in _SIGNS and tokens.words[first] not in _SIGNS:
        return False
    follow = reading.spans[index + 1][0] if index + 1 < len(reading.spans) else after
    return follow <= after + 5 and (tokens.words[follow - 1] in _SIGNS or tokens.words[follow] in _SIGNS)


def _equipped(tokens: Tokens, clauses: Clauses, stop: int) -> Range | None:
    """Who has what "with" brings: "Russia with 122 drones"; not "came in second with 40 votes"."""
    phrase = phrase_before(clauses, stop)
    last = tokens.lows[phrase[1] - 1] if phrase else ""
    dated = last in calendar_words().months or last in calendar_words().weekdays
    return phrase if phrase and not dated and last not in number_words().ordinals else None


def _measured(reading: Reading, index: int, phrase: Range) -> bool:
    """Whether a phrase is nothing but a quantity, this one or one near by: "reached 40.6 MW"."""
    return any(span[0] <= phrase[0] and phrase[1] <= span[1] for span in reading.spans[max(0, index - 3) : index + 4])


def _number_token(reading: Reading, index: int) -> int:
    """The token of the number itself, behind its bound ("exceed 40 knots" begins at the verb)."""
    return bisect_left(reading.tokens.starts, reading.quantities[index].head_start)


def _aged(tokens: Tokens, clauses: Clauses, first: int, after: int, verb: Verb | None) -> Said:
    """An age: who is that old stands behind ("11-year-old boy"), or before ("Odile Vasseur, 64", "a girl of 17", "aged 84")."""
    end = noun_phrase(tokens, after, counted=False)
    if end > after and tokens.lows[after] not in syntax().stops:
        return Said(None, "age", (after, before_verb(clauses, after, end)), verb, after=after)
    at = first - 1
    while at > clauses.first and tokens.lows[at] in _BEFORE_AGES:
        at = clauses.first + opening(tokens, clauses.first, at - clauses.first) - 1 if tokens.words[at] == ")" else at - 1
    start = at + 1
    while start > clauses.first and clauses.tag(start - 1) in ("N", "D"):
        start -= 1
    if (
        start < at
        and verb
        and verb.subject
        and verb.next <= start
        and all(low in roles().statistics for low in tokens.lows[start + 1 : at + 1])
    ):
        start, at = verb.subject[0], verb.subject[1] - 1  # "patients had a mean age of 73"
    if start > at and verb and verb.subject and verb.next == first:  # "who turned 17"
        start, at = verb.subject[0], verb.subject[1] - 1
    return Said(None, "age", (start, at + 1) if at + 1 > start else None, verb, after=after)


def repeats(reading: Reading, index: int) -> bool:
    """Whether a quantity says again what the one before says: "$6 (US$4.46)", "7 miles or 11 km", "12 of the huts, or 13%"."""
    if index == 0:
        return False
    quantity, last = reading.quantities[index], reading.quantities[index - 1]
    gap = reading.tokens.lows[reading.spans[index - 1][1] : reading.spans[index][0]]
    if quantity.kind == "share" and quantity.change == "none" and gap[-2:] == [",", "or"] and is_counted(last):
        return _unbroken(gap[:-2])
    if gap[-1:] == [","] and quantity.kind == "share" and _unbroken(gap[:-1]):
        return reading.tokens.lows[reading.spans[index][1]] in ("more", "less", "fewer", "higher", "lower")
    return gap in (["("], ["or"], [",", "or"], ["/"])


def _unbroken(gap: Sequence[str]) -> bool:
    """Whether words between two numbers are few, without a verb or a mark: "rugs a year", "of the huts"."""
    return len(gap) < _LONGEST_GAP - 2 and syntax().verbs.isdisjoint(gap) and _MARKS.isdisjoint(gap)


def continues(reading: Reading, index: int) -> bool:
    """Whether a quantity goes on with a list of measures: the second and third of "3.9%, 8%, and 5.8%"."""
    if index == 0 or reading.quantities[index].unit == "" or reading.quantities[index].unit != reading.quantities[index - 1].unit:
        return False
    gap = reading.tokens.lows[reading.spans[index - 1][1] : reading.spans[index][0]]
    return gap in ([","], ["and"], [",", "and"])


def echoes(reading: Reading, index: int, clauses: Clauses) -> bool:
    """Whether a quantity is of what the one before in its sentence is of: the other side of a comparison, or of a verb left out.

    "36% of the vote, against 31% in May", "rents took 40% of pay and food 22%".
    """
    first = reading.spans[index][0]
    if index == 0 or reading.spans[index - 1][0] < clauses.first:
        return False
    since = reading.spans[index - 1][1]
    if any(clauses.tag(at) in ("V", "X", "W") for at in range(since, first)) or ";" in reading.tokens.words[since:first]:
        return False
    led = reading.tokens.lows[max(since, first - 3) : first]
    compared = not _VERSUS.isdisjoint(led) or (led[-1:] == ["from"] and led[-2:-1] in (["up"], ["down"]))
    return compared or gapped(reading, index, clauses) is not None


def _with_rate(tokens: Tokens, said: Said, per: str, clauses: Clauses) -> Said:
    """A rate behind the noun or its verb: "soldiers a day", "soldiers are dying a day", "litres of water a day"."""
    if per or said.after == 0:
        return said
    stop = clauses.after
    for at in range(said.after, min(said.after + 5, stop)):
        if tokens.lows[at - 1] in ("as", "than"):  # "twice as many as a gram of sugar"
            break
        rate = read_rate(tokens, at) or _average_rate(tokens, at)
        if rate and said.verb and said.verb.next == at and said.verb.lemma in ("spend", "take", "last", "wait", "stay", "work"):
            break
        if rate and rate[1] not in _TIMES and any(clauses.tag(between) == "V" for between in range(said.after, at)):
            break
        if rate:
            return said._replace(per=rate[1], after=rate[0], rated=(at, rate[0]))
        if clauses.tag(at) not in ("V", "X", "A") and tokens.lows[at] not in ("up", "out", "down", "on", "off"):
            break
    return said


def _shared_rate(reading: Reading, index: int) -> str:
    """The rate that stands behind the second of two numbers and holds for both: "from 450 to 600 cars a year"."""
    tokens, (first, after) = reading.tokens, reading.spans[index]
    if tokens.lows[after] != "to" or tokens.lows[first - 1] != "from" or index + 1 >= len(reading.spans):
        return ""
    follow = reading.quantities[index + 1]
    start, at = reading.spans[index + 1]
    if start != after + 1 or follow.per:
        return follow.per if start == after + 1 else ""
    rate = read_rate(tokens, noun_phrase(tokens, at, counted=True))
    return rate[1] if rate else ""


def _average_rate(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """ "on an average day", "in a typical week", "at every cruise missile"."""
    lows = tokens.lows
    if lows[at] in ("on", "in") and lows[at + 1] in ("an", "a", "any") and lows[at + 2] in ("average", "typical", "normal", "given"):
        return at + 4, lows[at + 3]
    if lows[at] in ("at", "for", "in", "to") and lows[at + 1] in ("every", "each") and lows[at + 2][:1].isalpha():
        end = noun_phrase(tokens, at + 2, counted=False)
        return (end, " ".join(lows[at + 2 : end])) if end > at + 2 else None
    return None


def states_age(item: str) -> bool:
    """Whether a bare number said of this item is in years: "median age", "life expectancy"."""
    head = _OF.split(item.lower(), maxsplit=1)[0]
    return head == "age" or head.endswith((" age", "life expectancy", " ages"))


def names_counted(reading: Reading, index: int, said: Said) -> bool:
    """Whether a counted noun stands right behind a number ("5 million people", not "9 billion of losses").

    A number that came from a plain smaller one ("to 1.2 million from 630,000") counts what that one counts.
    """
    after = reading.spans[index][1]
    lows = reading.tokens.lows
    if lows[after] == "from" and index + 1 < len(reading.spans) and reading.spans[index + 1][0] == after + 1:
        origin = reading.quantities[index + 1]
        return is_counted(origin) and origin.step == 1
    if lows[after] == "of":
        return lows[after + 1] in BACK
    return said.item is not None and said.item[0] >= after


def converted_into(reading: Reading, index: int) -> str:
    """The currency of the bracket right behind a number, "" where there is none: "2.38 million ($22,000)"."""
    after = reading.spans[index][1]
    if reading.tokens.words[after] != "(" or index + 1 >= len(reading.spans) or reading.spans[index + 1][0] != after + 1:
        return ""
    follow = reading.quantities[index + 1]
    return follow.unit if follow.kind == "money" else ""


def is_counted(quantity: Quantity) -> bool:
    """Whether a quantity counts things, so that later numbers can refer to them."""
    return quantity.unit == "" and quantity.kind == "count"
