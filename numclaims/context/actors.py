"""Who acts: the subject of the verb that governs a number, where it does something and does not only tell of it, in its plain form.

It works on the clauses of one sentence; what a pronoun stands for is `memory`'s business.
"""

from __future__ import annotations

from numclaims.context.clauses import Clauses
from numclaims.context.governing import is_state
from numclaims.context.times.whenwords import when_words
from numclaims.context.verb import Range, Verb
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_people
from numclaims.model import Kind

_PERSONS = frozenset(("i", "we", "he", "she", "they"))
_JOINTS = frozenset(("and", "but", "while", ",", ";"))
_AGED = ["-", "year", "-", "old"]


def find_actor(tokens: Tokens, clauses: Clauses, verb: Verb | None, first: int, kind: Kind, counted: str) -> Range | None:
    """The subject of an active verb that is no mere state, where the number, at token `first` and of this kind, stands behind the verb.

    `counted` is the lower-cased noun that a number counts, "" for none.
    """
    if verb is None or verb.passive or verb.lemma == "be" or verb.subject is None:
        return None
    if _only_reports(tokens, verb, first, kind, counted):
        return None
    led = verb.next > first or clauses.tag(verb.next) in ("P", "T", ".")
    if is_state(verb) and led and not (kind == "duration" and is_person(tokens, verb.subject)):
        return None
    return None if verb.next > first and verb.subject[0] < first else verb.subject


def _only_reports(tokens: Tokens, verb: Verb, first: int, kind: Kind, counted: str) -> bool:
    """Whether the subject of a verb only tells of the number: "the ministry recorded 12 deaths", "puts the toll at 40", "gives 40 dead"."""
    if verb.lemma == "put":
        return "at" in tokens.lows[verb.next : first]
    if verb.lemma in roles().giving:
        return kind == "share" or (verb.next == first and counted in roles().tolls)
    if verb.lemma in roles().tallying and kind in ("count", "measure"):
        return counted in roles().tolls
    return verb.lemma in roles().reports and not (verb.lemma in roles().with_objects and verb.next == first)


def acts(verb: Verb) -> bool:
    """Whether the subject of a verb does something to what is counted behind it: "sold 40 tonnes", not "was 40" or "was hit by 40"."""
    return not verb.passive and verb.lemma != "be" and (not is_state(verb) or verb.lemma in roles().trading)


def is_person(tokens: Tokens, subject: Range) -> bool:
    """Whether a subject is people by its form: a pronoun of persons, or a plural noun of people."""
    head = next((at for at in range(*subject) if tokens.lows[at] == "of"), subject[1]) - 1
    low = tokens.lows[max(head, subject[0])]
    return low in _PERSONS or is_people(low)


def plain(tokens: Tokens, clauses: Clauses, phrase: Range) -> Range:
    """Who acts, without the age or number in front: "68-year-old Halyna Petrenko", "four waves of missiles", "nine of the men"."""
    start, after = phrase
    if tokens.lows[start + 1 : start + 5] == _AGED and start + 5 < after:
        return start + 5, after
    if clauses.tag(after - 1) == "Q":  # "a quake of magnitude 6.3"
        after = next((at for at in range(after - 1, start, -1) if clauses.tag(at) == "P"), after)
        phrase = start, after
    number = start
    while number < after - 1 and clauses.tag(number) in ("D", "A"):
        number += 1
    if clauses.tag(number) != "Q":
        return phrase
    while number < after - 1 and clauses.tag(number) == "Q":
        number += 1
    if tokens.lows[number] == "of" and number + 1 < after:
        return number + 1, after
    if tokens.lows[number + 1] != "of" or number + 2 >= after:
        return phrase
    return number + 2 * (tokens.lows[number] in when_words().units), after


def gapped(reading: Reading, index: int, clauses: Clauses) -> Range | None:
    """Who does the same as the one before, with the verb left out: "Spain sold 40 tonnes and Italy just 30"; None where nobody does."""
    tokens, first = reading.tokens, reading.spans[index][0]
    if index == 0 or reading.spans[index - 1][0] < clauses.first:
        return None
    since, end = reading.spans[index - 1][1], first - (tokens.lows[first - 1] == "by")
    while end > since and clauses.tag(end - 1) == "A":
        end -= 1
    if tokens.words[end - 1] == ",":  # "; Italy, just 30"
        end -= 1
    start = end
    while start > since and clauses.tag(start - 1) in ("N", "D"):
        start -= 1
    joints = _JOINTS if end == first or tokens.words[end] != "," else (";", "and")
    matter = tokens.lows[start - 1] == "and" and reading.quantities[index - 1].kind == "share" and clauses.tag(end - 1) == "N"
    if start == end or tokens.lows[start - 1] not in joints or not (_names(tokens, clauses, start, end) or matter):
        return None
    if tokens.words[end] == "," and _ahead(tokens, clauses, first):
        return None
    return None if any(clauses.tag(at) in ("V", "X", "W") for at in range(since, start)) else (start, end)


def _ahead(tokens: Tokens, clauses: Clauses, first: int) -> bool:
    """Whether the clause of a number has a verb behind it."""
    verb = clauses.behind(first)
    return verb is not None and ";" not in tokens.words[first : verb.first]


def recipient(tokens: Tokens, clauses: Clauses, verb: Verb | None, first: int) -> Range | None:
    """Who gets or owes the number behind a passive verb: "was fined 40,000 euros", "were left with nine", "was jailed for two years"."""
    if verb is None or not verb.passive or verb.subject is None or verb.subject[1] > verb.first or verb.next > first:
        return None
    led = tokens.lows[verb.next]
    start = verb.next + ((verb.lemma == "leave" and led == "with") or (verb.lemma in roles().punishing and led in ("to", "for")))
    if start == verb.next and verb.lemma not in roles().paying:
        return None
    return verb.subject if all(clauses.tag(at) in ("D", "A") or tokens.words[at] in "$€£¥" for at in range(start, first)) else None


def _names(tokens: Tokens, clauses: Clauses, start: int, end: int) -> bool:
    """Whether a noun phrase can be who does something: it has a name or a determiner, and is no month or day."""
    calendar = calendar_words()
    if tokens.lows[end - 1] in calendar.months or tokens.lows[end - 1] in calendar.weekdays or clauses.tag(end - 1) != "N":
        return False
    return clauses.tag(start) == "D" or tokens.words[end - 1][:1].isupper()


def can_act(tokens: Tokens, clauses: Clauses, phrase: Range, first: int, end: int) -> bool:
    """Whether a phrase can name somebody: it has a noun or pronoun, and is not the number itself at tokens `first` to `end`."""
    if phrase[0] < end and first < phrase[1]:
        return False
    if clauses.tag(phrase[0]) == "V" and tokens.lows[phrase[0]].endswith("ing"):
        return True
    return any(clauses.tag(at) == "R" or (clauses.tag(at) == "N" and len(tokens.words[at]) > 1) for at in range(*phrase))
