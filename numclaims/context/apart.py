"""Numbers that stand beside a verb but are not governed by it, by where they stand: an attribute ("a 12-storey hotel"), somebody's age
between commas, a distance from somewhere, what came before ("after nine defeats"), what somebody comes with ("a ship with 24 crew"), and
the span of a superlative ("its biggest loan in ten years"). It knows one sentence.
"""

from __future__ import annotations

from bisect import bisect_left

from numclaims.context.clauses import Clauses
from numclaims.context.governing import is_state
from numclaims.context.said import Said
from numclaims.context.times.told import superlative
from numclaims.context.told_before import phrase_before
from numclaims.context.verb import Range, Verb
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import HYPHENS, Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.gazetteer import place_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_CLOSES = frozenset(',.;)”"')
_AFTERMATH = frozenset(("after", "following", "amid", "despite"))
_SPANNING = frozenset(("in", "for", "over", "of"))
_LONG = frozenset("day week month year decade century".split())
_NEAR = 7  # tokens before a length of time in which its superlative stands


def set_apart(reading: Reading, index: int, clauses: Clauses, said: Said, *, subject_of: bool) -> Said:
    """What quantity `index` is said of, corrected where no verb governs it; `subject_of` says that it is in its verb's subject."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    if quantity.kind == "age":
        alone = tokens.words[first - 1] in (",", "(") and tokens.words[after] in _CLOSES
        return said._replace(apart=True) if alone else said
    away = _distant(tokens, clauses, said, first, after)
    if away:
        return said._replace(item=away, text="", actor=None, apart=True)
    if quantity.unit in _LONG and (record := _record(tokens, clauses, first)):
        return _spanned(tokens, clauses, said, record, first)
    inserted = _inserted(reading, index, clauses)
    if inserted:
        start = inserted[0] + (clauses.tag(inserted[0]) == "D" and inserted[0] + 1 < inserted[1])
        own = said.item if quantity.kind == "count" or (said.item and said.item[0] >= first) else None
        inserted = start, inserted[1]
        return said._replace(item=own or inserted, text="" if own is None else said.text, actor=None, apart=True)
    if _attributive(reading, index, clauses):
        return said._replace(actor=None, apart=said.verb is None or said.verb.lemma != "be")
    came = _came_with(reading, index, clauses, said) or _measured_with(tokens, clauses, said, first)
    if came:
        return said._replace(actor=came, apart=True)
    after_all = index and tokens.lows[first - 1] == "and" and reading.spans[index - 1][0] > clauses.first
    led = reading.spans[index - 1][0] if after_all else first
    behind = said.item is not None and said.item[0] >= after
    if not subject_of and _in_aftermath(tokens, clauses, said, led, opens=quantity.kind == "duration" and not behind):
        return said._replace(actor=said.actor if quantity.kind == "duration" and said.item is None else None, apart=True)
    return said


def _inserted(reading: Reading, index: int, clauses: Clauses) -> Range | None:
    """What a number between commas is told of: "inflation, at 22% in May, worries voters", "the herd, a third of all deer, grew"."""
    tokens, (first, after) = reading.tokens, reading.spans[index]
    verb = clauses.behind(after)
    if verb is None or verb.subject is None or tokens.words[verb.first - 1] != "," or verb.first - 1 < after:
        return None
    comma = verb.subject[1]
    if not comma < first <= comma + 4 or tokens.words[comma] != "," or tokens.lows[after : after + 2] in (["of", "them"], ["of", "whom"]):
        return None
    restated = index > 0 and reading.spans[index - 1][1] > verb.subject[0]  # "a quarter of the people, 576,000, are"
    if restated or tokens.lows[first - 1] in ("with", "of"):
        return None
    return verb.subject if all(clauses.tag(at) in ("P", "D", "A", "N") for at in range(comma + 1, first)) else None


def _attributive(reading: Reading, index: int, clauses: Clauses) -> bool:
    """Whether a measure stands hyphened before what it describes: "12-storey hotel", "35-million-euro loan"."""
    tokens, after = reading.tokens, reading.spans[index][1]
    number = bisect_left(tokens.starts, reading.quantities[index].head_start)
    hyphened = tokens.words[number + 1] in HYPHENS and number + 2 < after and clauses.tag(after) in ("N", "V")
    low, numbers = tokens.lows[number + 2], number_words()
    return hyphened and not (is_number(low) or low in numbers.units or low in numbers.tens or low in numbers.fractions)


def _distant(tokens: Tokens, clauses: Clauses, said: Said, first: int, after: int) -> Range | None:
    """What is so far away, where that stands right before a distance: "a hut 200 metres from the road", "Fada, 90 km to the east"."""
    unit = unit_lexicon().words.get(tokens.lows[after - 1]) or unit_lexicon().symbols.get(tokens.words[after - 1])
    if unit is None or unit.dimension != "length" or not _leads_away(tokens, after):
        return None
    phrase = phrase_before(clauses, first - (tokens.words[first - 1] == ","))
    agent = said.verb.agent if said.verb else None
    if phrase and agent and agent[0] <= phrase[0] < agent[1]:
        return said.verb.subject if said.verb else None
    return phrase


def _leads_away(tokens: Tokens, at: int) -> bool:
    """Whether a distance is one from somewhere: "from", "away", "north of", "to the east"."""
    lows, directions = tokens.lows, place_words().directions
    if lows[at] == "to" and lows[at + 1] == "the":
        at += 2
    return lows[at] in directions or lows[at] in ("from", "away", "off", "outside", "inside", "behind")


def _record(tokens: Tokens, clauses: Clauses, first: int) -> Range | None:
    """The superlative with its noun that a length of time frames: "the lowest in", "its first cut in", "the worst drought for"."""
    at = first - 1
    if tokens.lows[at] not in _SPANNING:
        return None
    for start in range(at - 1, max(clauses.first, at - _NEAR) - 1, -1):
        if clauses.tag(start) in ("V", "X", "Q", "."):
            return None
        low = tokens.lows[start]
        if (superlative(low) and low != "last") or low in number_words().ordinals:
            return start, at
    return None


def _spanned(tokens: Tokens, clauses: Clauses, said: Said, record: Range, first: int) -> Said:
    """A length of time of what is the highest or first of its kind in it.

    "is the lowest in ten years" and "closed at 40, its lowest in ten years" are said of the subject.
    """
    start, end = record[0] + 1, record[0] + 1
    while start < record[1] and tokens.lows[start] in roles().qualifiers:
        start += 1
    while max(start, end) < record[1] and clauses.tag(max(start, end)) == "N":
        end = max(start, end) + 1
    noun = (start, end) if end > start else None
    if said.verb and said.verb.subject and _of_subject(tokens, said.verb, record, noun, first):
        return said._replace(item=said.verb.subject, text="", actor=None)
    return said._replace(item=noun, text="", actor=None, apart=True)


def _of_subject(tokens: Tokens, verb: Verb, record: Range, noun: Range | None, first: int) -> bool:
    """Whether a superlative speaks of the verb's subject: "is the lowest", "closed at 40, its lowest", "rose 3%, the biggest increase"."""
    if noun is None and tokens.lows[record[0] - 1] in ("its", "their"):
        return True
    if verb.lemma == "be":
        return verb.next <= record[0] and "," not in tokens.words[verb.next : first]
    head = tokens.lows[noun[1] - 1] if noun and noun[1] - noun[0] == 1 else ""
    return is_state(verb) and (head in syntax().up_nouns or head in syntax().down_nouns)


def _came_with(reading: Reading, index: int, clauses: Clauses, said: Said) -> Range | None:
    """Who comes with what is counted, where its verb stands behind: "a bus with 40 pilgrims was stopped", "the barrage, of 12 rockets"."""
    tokens, first = reading.tokens, reading.spans[index][0]
    if said.verb is None or said.verb.first < first or reading.quantities[index].kind != "count":
        return None
    if tokens.lows[first - 1] == "and" and index:
        first = reading.spans[index - 1][0]
    if tokens.lows[first - 1] not in ("with", "of") or first - 1 <= clauses.first:
        return None
    phrase = phrase_before(clauses, first - 1 - (tokens.words[first - 2] == ","))
    if phrase is None or (tokens.lows[first - 1] == "of" and tokens.lows[phrase[1] - 1] not in roles().assaults):
        return None
    timed = tokens.lows[phrase[1] - 1]
    return None if timed in calendar_words().weekdays or timed in calendar_words().months else phrase


def _measured_with(tokens: Tokens, clauses: Clauses, said: Said, first: int) -> Range | None:
    """What has a size that "with" brings: "the barge, with a crew of 40, sank", "bonds with a value of 9 million"."""
    if said.item is None or said.item[1] != first - 1 or tokens.lows[first - 1] != "of":
        return None
    at = said.item[0] - 1
    while at > clauses.first and clauses.tag(at) == "D":
        at -= 1
    owner = phrase_before(clauses, at - (tokens.words[at - 1] == ",")) if at > clauses.first and tokens.lows[at] == "with" else None
    timed = owner is not None and tokens.lows[owner[1] - 1] in calendar_words().weekdays | calendar_words().months.keys()
    return None if timed else owner


def _in_aftermath(tokens: Tokens, clauses: Clauses, said: Said, first: int, *, opens: bool) -> bool:
    """Whether a number only tells what came before: "after 19 violations", "after a pause of 17 weeks"; a length only where it `opens`."""
    at = said.item[0] if said.item and said.item[1] == first - 1 and tokens.lows[first - 1] == "of" else first
    while at > clauses.first and clauses.tag(at - 1) in ("D", "A"):
        at -= 1
    if at - 1 < clauses.first or tokens.lows[at - 1] not in _AFTERMATH:
        return False
    return not opens or at - 1 == clauses.first or at < first - 1
