"""What a number without a noun behind it counts or measures: a label, what it refers back to, the noun it is "of", the object or the
subject of its verb.
"""

from __future__ import annotations

from numclaims.context.actors import find_actor, is_person
from numclaims.context.affected import is_trend, topic_noun, undergoes, what_changed
from numclaims.context.behind import BACK, DETERMINERS, number_at
from numclaims.context.changing import SIZES
from numclaims.context.clauses import Clauses
from numclaims.context.governing import is_state
from numclaims.context.said import Said
from numclaims.context.told_before import captioned, fronted, label, listed, phrase_before, symbol_before, whole_before
from numclaims.context.verb import Range, Verb
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.gazetteer import is_place_name
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_people, is_plural
from numclaims.model import Quantity

_SIZED = SIZES | {"across"}
_NEARLY = frozenset("± + - − < > ≤ ≥ ~ ∼ ≈ only just about around approximately roughly nearly some".split())
_FRAMES = frozenset("by since to from at of for in with on as within over under about around between up".split())


def read_headless(reading: Reading, index: int, clauses: Clauses, carried: str, verb: Verb | None, *, subject_of: bool) -> Said:
    """What quantity `index` is of; `carried` is what was counted last, `subject_of` says that the number is in its verb's subject."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    actor = None if subject_of else find_actor(tokens, clauses, verb, first, quantity.kind, carried.lower().rpartition(" ")[2])
    bare = quantity.kind in ("count", "share") and quantity.unit == ""
    listed_at = first - 1 if bare or quantity.kind == "measure" else 0
    labelled = label(tokens, clauses, listed_at) if tokens.words[listed_at] == ":" else None
    if labelled:
        return Said(labelled, after=after)
    scored = _scored(tokens, clauses, quantity, first) if bare else None
    if scored:
        return Said(scored, "", actor if verb and verb.next <= scored[0] else None, verb, after=after)
    whole, end = _whole(tokens, clauses, quantity, first, after)
    if whole:
        return Said(whole, "", actor, verb, after=end)
    toll = _tolled(tokens, clauses, verb, first) if bare else None
    if toll:
        return Said(toll, "", actor, verb, after=after)
    if carried and _refers_back(reading, index, clauses, carried, verb, subject_of=subject_of):
        unfit = bare and _cannot_suffer(carried, verb) and tokens.lows[after + 1] not in BACK
        return Said(None, "" if unfit else carried, actor, verb, after=after + 2 * _takes_up(tokens, after))
    if tokens.lows[first - 1] == "worth" and first - 1 > clauses.first:
        return Said(phrase_before(clauses, first - 1), "", actor, verb, after=after)
    noun = _noun_before(reading, index, clauses, verb)
    if noun:
        return Said(noun, "", actor if verb and verb.next <= noun[0] else None, verb, after=after)
    between = None if _voted(tokens, quantity, verb, first) else _object(tokens, clauses, verb, first)
    if between and carried and bare and _means_counted(tokens, between, first):
        return Said(None, carried, actor, verb, after=after)
    if between:
        return Said(between, "", actor, verb, after=after)
    if verb is None:
        return Said(phrase_before(clauses, first) if not bare else None, carried if bare else "", after=after)
    return _by_verb(reading, index, clauses, carried, verb, actor, subject_of=subject_of)


def _whole(tokens: Tokens, clauses: Clauses, quantity: Quantity, first: int, after: int) -> tuple[Range | None, int]:
    """What a part is of, named before it, and the token behind the part: "drivers, 34 of whom", "of the drivers, 38%"."""
    if tokens.lows[after] == "of" and tokens.lows[after + 1] in ("whom", "which") and tokens.words[first - 1] == ",":
        whole = phrase_before(clauses, first - 1)
        if whole:
            return whole, after + 2
    parted = quantity.kind in ("count", "share")
    return (fronted(tokens, clauses, first) or listed(tokens, clauses, first) if parted else None), after


def _voted(tokens: Tokens, quantity: Quantity, verb: Verb | None, first: int) -> bool:
    """Whether a share tells by what vote something was decided: "rejected the plan by 61% to 39%"."""
    return quantity.kind == "share" and tokens.lows[first - 1] in ("by", "to") and verb is not None and verb.lemma in roles().deciding


def _tolled(tokens: Tokens, clauses: Clauses, verb: Verb | None, first: int) -> Range | None:
    """The toll that a verb brings to a number: "raising the toll since May to 40"."""
    phrase = _object(tokens, clauses, verb, first) if tokens.lows[first - 1] == "to" else None
    return phrase if phrase and tokens.lows[phrase[1] - 1] in ("toll", "tally", "total") else None


def _by_verb(reading: Reading, index: int, clauses: Clauses, carried: str, verb: Verb, actor: Range | None, *, subject_of: bool) -> Said:
    """Where only the verb is left: its subject, what is paid for, or what was counted last."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    subject = verb.subject if not subject_of else None
    traded = verb.lemma in roles().trading and quantity.kind in ("count", "measure") and quantity.change == "none" and verb.next == first
    if subject and verb.lemma == "cost" and verb.next < first and quantity.kind == "money" and clauses.tag(first - 1) == "N":
        return Said(None, "", subject, verb, after=after)  # "the strike cost the port 3 million"
    if subject and quantity.kind == "duration" and not verb.passive and is_person(tokens, subject):
        return Said(None, "", actor, verb, after=after)
    if subject and not traded and (verb.passive or is_state(verb) or (quantity.change != "none" and verb.lemma not in roles().gaining)):
        return Said(topic_noun(tokens, clauses, subject), "", None, verb, after=after)
    if (
        subject
        and quantity.kind in ("duration", "measure")
        and undergoes(tokens, clauses, verb, subject, first, measured=quantity.kind == "measure")
    ):
        return Said(topic_noun(tokens, clauses, subject), "", None, verb, after=after)
    if carried and quantity.kind == "count" and quantity.unit == "" and not _cannot_suffer(carried, verb):
        return Said(None, carried, actor, verb, after=after)
    if quantity.kind == "money" and (tokens.lows[after] == "for" or (tokens.lows[after] == "on" and verb.lemma in ("spend", "lavish"))):
        return Said(_bought(reading, index, after + 1), "", actor, verb, after=after)
    return Said(None, "", actor, verb, after=after)


def _means_counted(tokens: Tokens, phrase: Range, first: int) -> bool:
    """Whether the object before a bare number leaves it to what was counted before: "cut the figure to 40", "found weapons in 12"."""
    return tokens.lows[phrase[1] - 1] in ("figure", "number", "count") or (phrase[1] == first - 1 and tokens.lows[first - 1] == "in")


def _takes_up(tokens: Tokens, after: int) -> bool:
    """Whether "of them" or its like stands behind the number."""
    return tokens.lows[after] == "of" and tokens.lows[after + 1] in BACK


def _refers_back(reading: Reading, index: int, clauses: Clauses, carried: str, verb: Verb | None, *, subject_of: bool) -> bool:
    """Whether a number counts what was counted before: "of them", "and 19 killed", "38% opposed it"."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first, after = reading.spans[index]
    if _takes_up(tokens, after) or (tokens.lows[first - 2] == "of" and tokens.lows[first - 1] in ("which", "whom")):
        return True
    if quantity.kind == "share":
        starts = subject_of and verb is not None and verb.first <= after + 1 and verb.lemma != "be"
        return starts and tokens.lows[first - 1] in ("while", "and", "but", ",", ";", "", "only", "whereas")
    return quantity.kind == "count" and quantity.unit == "" and _follows_on(tokens, clauses, first, subject_of=subject_of)


def _cannot_suffer(carried: str, verb: Verb | None) -> bool:
    """Whether a verb that only people can suffer governs a number, and what was counted last are no people: "40 strikes killed 12"."""
    return verb is not None and verb.lemma in roles().harming and not is_people(carried)


def _scored(tokens: Tokens, clauses: Clauses, quantity: Quantity, first: int) -> Range | None:
    """What a bare number is the value of: "a score of 6"; not "a total of 6", "teams of 6"."""
    owner = _owner(tokens, clauses, first) if quantity.step != 0 else None
    if owner is None or is_plural(tokens.lows[owner[1] - 1]) or tokens.lows[owner[1] - 1] in roles().amounts:
        return None
    return owner


def _noun_before(reading: Reading, index: int, clauses: Clauses, verb: Verb | None) -> Range | None:
    """The noun that stands right before the number, or that the number is in apposition to, or that is "of" it."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first = reading.spans[index][0]
    if quantity.kind == "rank" and tokens.lows[first - 1] in ("the", "its", "their", "'s", "’s"):
        apart = next((at for at in range(first - 2, max(clauses.first, first - 6), -1) if tokens.words[at] == ","), 0)
        if apart and not any(clauses.tag(at) in ("V", "X") for at in range(apart, first)):
            return phrase_before(clauses, apart)
    after = reading.spans[index][1]
    comma = first - 1 - (tokens.lows[first - 1] in _NEARLY)
    if quantity.kind == "measure" and tokens.words[comma] == "," and tokens.lows[after] in _SIZED:
        return phrase_before(clauses, comma)
    if quantity.change != "none" and tokens.lows[first - 1] in ("up", "down") and (named := _named(tokens, clauses, first - 2)):
        return named
    near = captioned(tokens, clauses, first, after) if quantity.kind in ("measure", "share") else None
    near = near or _adjacent(reading, index, clauses, first)
    if near and quantity.kind == "money" and _receives(clauses, verb, near, first):
        return None
    if near:
        return near
    owner = _owner(tokens, clauses, first)
    if owner and is_trend(tokens, quantity, owner):
        return what_changed(reading, index, clauses, verb, owner)
    if owner and quantity.kind in ("measure", "share") and quantity.unit:
        return whole_before(tokens, clauses, owner)
    return owner


def _named(tokens: Tokens, clauses: Clauses, comma: int) -> Range | None:
    """The name that a change is set off from: "the losers were Acme, down 4p, and Bolt, down 3p"; not a place ("in Rome, down 4%")."""
    phrase = phrase_before(clauses, comma) if tokens.words[comma] == "," else None
    if phrase is None or not all(word[:1].isupper() for word in tokens.words[phrase[0] : phrase[1]]):
        return None
    calendar = tokens.lows[phrase[1] - 1] in calendar_words().months or tokens.lows[phrase[1] - 1] in calendar_words().weekdays
    return None if calendar or clauses.tag(phrase[0] - 1) == "P" else phrase


def _receives(clauses: Clauses, verb: Verb | None, phrase: Range, first: int) -> bool:
    """Whether the noun before a sum is who gets or pays it: "fined the refinery 2 million euros", "costs the town 30 euros"."""
    if verb is None or verb.passive or verb.lemma not in roles().paying | {"cost"} or verb.next > phrase[0] or phrase[1] != first:
        return False
    return all(clauses.tag(at) == "D" for at in range(verb.next, phrase[0]))


def _bought(reading: Reading, index: int, start: int) -> Range | None:
    """What money is paid for: "$40,000 for one bus", "3 billion francs for Credit Suisse"."""
    tokens = reading.tokens
    nested = number_at(reading, start, index)
    if nested is not None:
        start = reading.spans[nested][1]
    start += tokens.lows[start] in DETERMINERS
    end = noun_phrase(tokens, start, counted=nested is not None)
    return (start, end) if end > start and not is_place_name(tokens.lows[start:end]) else None


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
    """The noun in front of "of" before the number: "an average wage of $24", "a pause of 17 weeks", "an error of ± 0.1 mm"."""
    of = first - 1
    while of > clauses.first and tokens.lows[of] in _NEARLY:
        of -= 1
    if of <= clauses.first or tokens.lows[of] != "of":
        return None
    phrase = phrase_before(clauses, of)
    if phrase and tokens.lows[phrase[1] - 1] in roles().statistics:
        return phrase if phrase[1] - phrase[0] > 1 and tokens.lows[phrase[1] - 1] == "rate" else None
    return phrase


def _adjacent(reading: Reading, index: int, clauses: Clauses, first: int) -> Range | None:
    """The noun right in front of the number, or of the bracket or sign before it: "score ≥16", "n = 8815", "sensitivity (73%)"."""
    tokens, at, quantity = reading.tokens, first, reading.quantities[index]
    while at > clauses.first and tokens.words[at - 1] in ("=", "<", ">", "≥", "≤", "~", "∼", "(", "≈", ":", "of", "+"):
        if tokens.words[at - 1] == "of":
            return None
        at -= 1
    phrase = symbol_before(tokens, clauses, at) if tokens.words[at] == "=" else phrase_before(clauses, at)
    if phrase and tokens.words[at] == "(" and _predicative(tokens, clauses, phrase):
        return None
    if at == first and (quantity.kind == "duration" or tokens.lows[first - 1] == "anywhere"):
        return None
    if phrase and at == first and all(low in roles().qualifiers or low in roles().not_nouns for low in tokens.lows[phrase[0] : phrase[1]]):
        return None
    if phrase is None or tokens.lows[phrase[1] - 1] in calendar_words().weekdays or tokens.lows[phrase[1] - 1] in calendar_words().months:
        return None
    if index and reading.spans[index - 1][1] > phrase[0]:
        return None
    return whole_before(tokens, clauses, phrase) if quantity.kind == "measure" and tokens.words[at] == "(" else phrase


def _predicative(tokens: Tokens, clauses: Clauses, phrase: Range) -> bool:
    """Whether a word before a bracket only says how the subject is: "the flashes were very short (<20 ms)"."""
    at = phrase[0] - 1
    while at > clauses.first and clauses.tag(at) == "A":
        at -= 1
    return phrase[1] - phrase[0] == 1 and clauses.tag(at) == "X" and not is_plural(tokens.lows[phrase[0]])


def _object(tokens: Tokens, clauses: Clauses, verb: Verb | None, first: int) -> Range | None:
    """The object between a verb and the preposition of the number: "cut their funding by 6%", "puts the damage at 310 million"."""
    if verb is None or verb.next >= first or verb.passive or verb.lemma in ("be", "come", "finish"):
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
    owned = end - start > 1 or tokens.lows[start - 1] in ("its", "their")
    figure = tokens.lows[end - 1] in roles().statistics and (tokens.lows[end - 1] != "rate" or not owned)
    return (start, end) if end < first and not figure else None


def _inside(tokens: Tokens, at: int) -> bool:
    """Whether a token goes on with a noun phrase: "of", a possessive, a hyphen, or the article behind "of"."""
    return tokens.lows[at] in ("of", "'s", "’s", "-") or (tokens.lows[at - 1] == "of" and tokens.lows[at].isalpha())
