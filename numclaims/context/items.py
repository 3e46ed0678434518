"""What a quantity counts or measures, who acts on it and how: the columns item, actor and action, and a rate apart from its number.

The noun phrase behind the number comes first, then what a pronoun or a bare number refers back to, then the object and the subject of
the verb that governs it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from numclaims.context.behind import BACK, DETERMINERS, before_verb, number_at, phrase_behind
from numclaims.context.clauses import Clauses
from numclaims.context.governing import find_actor, governing_verb, is_state
from numclaims.context.verb import Range, Verb
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.quantities import Reading
from numclaims.grammar.rates import read_rate
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.model import Quantity

_LONGEST = 12  # words of a noun phrase; a longer run of nouns is a list or no language
_FRAMES = frozenset("by to from at of for in with on as within over under about around between up".split())


class Said(NamedTuple):
    """What a claim is about, as token ranges where the words stand in this piece of text, or as `text` where they stand elsewhere.

    `after` is the index behind the quantity, its noun phrase and its rate. `bracketed` is the noun before a bracket that the number
    opens: "John Gant (0.5 WAR)".
    """

    item: Range | None = None
    text: str = ""
    actor: Range | None = None
    verb: Verb | None = None
    per: str = ""
    after: int = 0
    bracketed: Range | None = None


def read_said(reading: Reading, index: int, clauses: Clauses, carried: str) -> Said:
    """The item, actor, verb and rate of quantity `index`; `carried` is what was counted last ("of them", "56 shot down")."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    behind = phrase_behind(reading, index, after, clauses)
    end = behind[1] if behind else after
    verb, subject_of = governing_verb(tokens, clauses, _number_token(reading, index), end)
    if quantity.kind == "age":
        said = _aged(tokens, clauses, first, after, verb)
    elif behind:
        said = Said(behind, "", None if subject_of else find_actor(clauses, verb, first), verb, after=end)
    else:
        said = _elsewhere(reading, index, clauses, carried, verb, subject_of=subject_of)
    if verb and verb.passive and verb.agent:
        said = said._replace(actor=verb.agent)
    elif said.actor is None and tokens.lows[first - 1] == "with" and quantity.kind == "count":
        said = said._replace(actor=_phrase_before(clauses, first - 1 - (tokens.words[first - 2] == ",")))
    if tokens.words[first - 1] == "(" and first - 1 > clauses.first:
        said = said._replace(bracketed=_phrase_before(clauses, first - 1))
    return _with_rate(tokens, said, quantity.per, clauses)


def _number_token(reading: Reading, index: int) -> int:
    """The token of the number itself, behind its bound ("exceed 40 knots" begins at the verb)."""
    return bisect_left(reading.tokens.starts, reading.quantities[index].head_start)


def _aged(tokens: Tokens, clauses: Clauses, first: int, after: int, verb: Verb | None) -> Said:
    """An age: who is that old stands behind ("11-year-old boy"), or before ("Odile Vasseur, 64", "a girl of 17", "aged 84")."""
    end = noun_phrase(tokens, after, counted=False)
    if end > after and tokens.lows[after] not in syntax().stops:
        return Said(None, "age", (after, before_verb(clauses, after, end)), verb, after=after)
    at = first - 1
    while at > clauses.first and tokens.lows[at] in (",", "of", "aged", "age", "(", "is", "was", "were", "are"):
        at -= 1
    start = at + 1
    while start > clauses.first and clauses.tag(start - 1) in ("N", "D"):
        start -= 1
    return Said(None, "age", (start, at + 1) if at + 1 > start else None, verb, after=after)


def _elsewhere(reading: Reading, index: int, clauses: Clauses, carried: str, verb: Verb | None, *, subject_of: bool) -> Said:
    """No noun behind the number: a label, what it refers back to, the noun it is "of", the object or the subject of its verb."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    actor = None if subject_of else find_actor(clauses, verb, first)
    back = 2 if tokens.lows[after] == "of" and tokens.lows[after + 1] in BACK else 0
    bare = quantity.kind in ("count", "share") and quantity.unit == ""
    if tokens.words[first - 1] == ":" and first - 1 > clauses.first and bare:
        label = _phrase_before(clauses, first - 1)
        if label:
            return Said(label, "", None, None, after=after)
    if carried and (back or (bare and quantity.kind == "count" and _follows_on(tokens, clauses, first, subject_of=subject_of))):
        return Said(None, carried, actor, verb, after=after + back)
    if tokens.lows[first - 1] == "worth" and first - 1 > clauses.first:
        return Said(_phrase_before(clauses, first - 1), "", actor, verb, after=after)
    near = _adjacent(reading, index, clauses, first)
    if near:
        return Said(near, "", actor if verb and verb.next <= near[0] else None, verb, after=after)
    owner = _owner(tokens, clauses, first)
    if owner:
        return Said(owner, "", actor if verb and verb.next <= owner[0] else None, verb, after=after)
    between = _object(tokens, clauses, verb, first)
    if between:
        return Said(between, "", actor, verb, after=after)
    if verb is None:
        return Said(_phrase_before(clauses, first) if not bare else None, carried if bare else "", after=after)
    subject = verb.subject if not subject_of else None
    if subject and (verb.passive or is_state(verb) or (quantity.change != "none" and verb.lemma not in roles().gaining)):
        return Said(_topic_noun(tokens, clauses, subject), "", None, verb, after=after)
    if bare and quantity.kind == "count" and carried:
        return Said(None, carried, actor, verb, after=after)
    if quantity.kind == "money" and tokens.lows[after] == "for":
        return Said(_bought(reading, index, after + 1), "", actor, verb, after=after)
    return Said(None, "", actor, verb, after=after)


def _bought(reading: Reading, index: int, start: int) -> Range | None:
    """What money is paid for: "$40,000 for one bus", "3 billion francs for Credit Suisse"."""
    tokens = reading.tokens
    nested = number_at(reading, start, index)
    if nested is not None:
        start = reading.spans[nested][1]
    start += tokens.lows[start] in DETERMINERS
    end = noun_phrase(tokens, start, counted=nested is not None)
    return (start, end) if end > start else None


def repeats(reading: Reading, index: int) -> bool:
    """Whether a quantity says again what the one before says: "$6 (US$4.46)", "7 miles or 11 km"."""
    if index == 0:
        return False
    gap = reading.tokens.lows[reading.spans[index - 1][1] : reading.spans[index][0]]
    if gap == [","] and reading.quantities[index].kind == "share":
        return reading.tokens.lows[reading.spans[index][1]] in ("more", "less", "fewer", "higher", "lower")
    return gap in (["("], ["or"], [",", "or"], ["/"])


def continues(reading: Reading, index: int) -> bool:
    """Whether a quantity goes on with a list of measures: the second and third of "3.9%, 8%, and 5.8%"."""
    if index == 0 or reading.quantities[index].unit == "" or reading.quantities[index].unit != reading.quantities[index - 1].unit:
        return False
    gap = reading.tokens.lows[reading.spans[index - 1][1] : reading.spans[index][0]]
    return gap in ([","], ["and"], [",", "and"])


def _follows_on(tokens: Tokens, clauses: Clauses, first: int, *, subject_of: bool) -> bool:
    """Whether a bare count goes on with what was counted before: "and 19 killed", "against 180", "rose from 31", "56 shot down"."""
    before = tokens.lows[first - 1] if first > clauses.first else ""
    return subject_of or before in (
        "and",
        "or",
        ",",
        "against",
        "from",
        "to",
        "than",
        "with",
        "but",
        "only",
        "just",
        "versus",
        ";",
        "down",
        "up",
        "the",
        "of",
        "",
    )


def _owner(tokens: Tokens, clauses: Clauses, first: int) -> Range | None:
    """The noun in front of "of" before the number: "an average wage of $24", "a pause of 17 weeks"."""
    if first - 1 <= clauses.first or tokens.lows[first - 1] != "of":
        return None
    phrase = _phrase_before(clauses, first - 1)
    if phrase and tokens.lows[phrase[1] - 1] in (
        "average",
        "total",
        "maximum",
        "minimum",
        "mean",
        "median",
        "record",
        "combined",
        "rate",
    ):
        return phrase if phrase[1] - phrase[0] > 1 and tokens.lows[phrase[1] - 1] == "rate" else None
    return phrase


def _adjacent(reading: Reading, index: int, clauses: Clauses, first: int) -> Range | None:
    """The noun right in front of the number, or of the bracket or sign before it: "score ≥16", "n = 8815", "sensitivity (73%)"."""
    tokens, at = reading.tokens, first
    while at > clauses.first and tokens.words[at - 1] in ("=", "<", ">", "≥", "≤", "~", "∼", "(", "≈", ":", "of", "+"):
        if tokens.words[at - 1] == "of":
            return None
        at -= 1
    phrase = _phrase_before(clauses, at)
    if at == first and (reading.quantities[index].kind == "duration" or tokens.lows[first - 1] == "anywhere"):
        return None
    if phrase and at == first and all(low in roles().qualifiers or low in roles().not_nouns for low in tokens.lows[phrase[0] : phrase[1]]):
        return None
    if phrase is None or tokens.lows[phrase[1] - 1] in calendar_words().weekdays or tokens.lows[phrase[1] - 1] in calendar_words().months:
        return None
    return None if index and reading.spans[index - 1][1] > phrase[0] else phrase


def _phrase_before(clauses: Clauses, stop: int) -> Range | None:
    """The noun phrase that ends right before a token."""
    start = stop
    while start > clauses.first and stop - start < _LONGEST and clauses.tag(start - 1) == "N":
        start -= 1
    return (start, stop) if start < stop else None


def _object(tokens: Tokens, clauses: Clauses, verb: Verb | None, first: int) -> Range | None:
    """The object between a verb and the preposition of the number: "cut their funding by 6%", "puts the damage at 310 million"."""
    if verb is None or verb.next >= first or verb.passive or verb.lemma == "be":
        return None
    start = verb.next
    while start < first and clauses.tag(start) == "D":
        start += 1
    end = start
    while end < first and (clauses.tag(end) == "N" or (end > start and _inside(tokens, end))):
        end += 1
    while end > start and tokens.lows[end - 1] in ("of", "-"):
        end -= 1
    if end == start or (end < first and tokens.lows[end] not in _FRAMES and not is_number(tokens.words[end])):
        return None
    return (start, end) if end < first else None


def _inside(tokens: Tokens, at: int) -> bool:
    """Whether a token goes on with a noun phrase: "of", a possessive, a hyphen, or the article behind "of"."""
    return tokens.lows[at] in ("of", "'s", "’s", "-") or (tokens.lows[at - 1] == "of" and tokens.lows[at].isalpha())


def _topic_noun(tokens: Tokens, clauses: Clauses, subject: Range) -> Range:
    """What a subject is about: "the number of refugees" is refugees, "the death toll" itself."""
    start, after = subject
    while start < after - 1 and clauses.tag(start) in ("D", "A"):
        start += 1
    if start + 2 < after and tokens.lows[start] in roles().amounts and tokens.lows[start + 1] == "of":
        return start + 2, after
    return start, after


def _with_rate(tokens: Tokens, said: Said, per: str, clauses: Clauses) -> Said:
    """A rate behind the noun or its verb: "soldiers a day", "soldiers are dying a day", "litres of water a day"."""
    if per or said.after == 0:
        return said
    stop = clauses.after
    for at in range(said.after, min(said.after + 5, stop)):
        rate = read_rate(tokens, at) or _average_rate(tokens, at)
        if rate and said.verb and said.verb.next == at and said.verb.lemma in ("spend", "take", "last", "wait", "stay", "work"):
            break
        if rate:
            return said._replace(per=rate[1], after=rate[0])
        if clauses.tag(at) not in ("V", "X", "A") and tokens.lows[at] not in ("up", "out", "down", "on", "off"):
            break
    return said


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
    low = item.lower()
    return low == "age" or low.endswith((" age", "life expectancy", " ages"))


def names_counted(reading: Reading, index: int, said: Said) -> bool:
    """Whether a counted noun stands right behind a number ("5 million people", not "9 billion of losses")."""
    after = reading.spans[index][1]
    return said.item is not None and said.item[0] >= after and reading.tokens.lows[after] != "of"


def is_counted(quantity: Quantity) -> bool:
    """Whether a quantity counts things, so that later numbers can refer to them."""
    return quantity.unit == "" and quantity.kind == "count"
