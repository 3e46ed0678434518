"""What a bare number is of where that is told before it: the whole of a part ("Among voters under 30, one in five"), the subject that a
part is taken from ("Drivers, of whom 34 are new"), a label ("Injured: 125"), a symbol ("t(39) = 1.16"), the words before it in its bracket
("(scale bar, 50 μm)"). It knows one sentence.
"""

from __future__ import annotations

from numclaims.context.clauses import Clauses
from numclaims.context.phrases import opening
from numclaims.context.times.whenwords import when_words
from numclaims.context.verb import Range
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.roles import roles

LONGEST = 12
"""Words of a noun phrase; a longer run of nouns is a list or no language."""


def phrase_before(clauses: Clauses, stop: int) -> Range | None:
    """The noun phrase that ends right before a token."""
    start = stop
    while start > clauses.first and stop - start < LONGEST and clauses.tag(start - 1) == "N":
        start -= 1
    return (start, stop) if start < stop else None


def fronted(tokens: Tokens, clauses: Clauses, first: int) -> Range | None:
    """What a part is of, said before it: "Of the adults with asthma, 38% smoked", "Among voters under 30, one in five stayed away"."""
    comma = first - 1
    if tokens.words[comma] != ",":
        return None
    at = comma - 1
    while at > clauses.first and comma - at < LONGEST and clauses.tag(at) not in (".", "C", "X"):
        at -= 1
    at += clauses.tag(at) in (".", "C")
    if tokens.lows[at] not in ("of", "among"):
        return None
    start = at + 1
    while start < comma and clauses.tag(start) in ("D", "Q", "A"):
        start += 1
    end = noun_phrase(tokens, start, counted=True)
    return (start, min(end, comma)) if end > start else None


def listed(tokens: Tokens, clauses: Clauses, first: int) -> Range | None:
    """The subject of a sentence of which a part is told: "Drivers, of whom 34 are new"."""
    if tokens.lows[first - 2] != "of" or tokens.lows[first - 1] not in ("whom", "which") or tokens.words[first - 3] != ",":
        return None
    phrase = phrase_before(clauses, first - 3)
    return phrase if phrase and clauses.tags[: phrase[0] - clauses.first] in ([], ["D"]) else None


def label(tokens: Tokens, clauses: Clauses, colon: int) -> Range | None:
    """What stands alone before a colon: "Injured: 125", "Visitors in May: 3,100"; a whole clause is no label."""
    start = colon
    while start > clauses.first and colon - start < LONGEST and clauses.tag(start - 1) in ("N", "V", "P", "D", "Q"):
        start -= 1
    verbal = any(clauses.tag(at) == "V" for at in range(start + 1, colon))
    if verbal or start == colon or (start > clauses.first and tokens.words[start - 1] not in (",", ";", ".", ":")):
        phrase = phrase_before(clauses, colon)
        timed = phrase and tokens.lows[phrase[1] - 1] in when_words().marks  # "trucks came last week: 107 on Thursday"
        return clauses.verbs[0].subject if timed and clauses.verbs else phrase
    end = start + 1
    while end < colon and (clauses.tag(end) not in ("P", "Q") or tokens.lows[end] == "of"):
        end += 1
    return (start, end) if clauses.tag(start) in ("N", "V", "D") else None


def symbol_before(tokens: Tokens, clauses: Clauses, equals: int) -> Range | None:
    """What stands before "=": "the parameter a = 0.1", "t(39) = 1.16", "the mean speed v = 3 m/s"."""
    start = equals - 1
    if tokens.words[start] == ")":
        start = clauses.first + opening(tokens, clauses.first, start - clauses.first) - 1
    start -= is_number(tokens.words[start]) and tokens.glued(start)  # "T0 = 300 K"
    if start < clauses.first or not tokens.words[start][:1].isalpha() or clauses.tag(start) == "V":
        return None
    while start > clauses.first and clauses.tag(start - 1) == "N":
        start -= 1
    return (start, equals) if equals - start < LONGEST else None


def captioned(tokens: Tokens, clauses: Clauses, first: int, after: int) -> Range | None:
    """What a measure in brackets is of, set off by a comma: "(scale bar, 50 μm)", "(red; scale bars, 50 μm)"."""
    if tokens.words[first - 1] != "," or tokens.words[after] not in (")", ";", ",", "["):
        return None
    phrase = phrase_before(clauses, first - 1)
    return phrase if phrase and tokens.words[phrase[0] - 1] in ("(", ";") and not tokens.words[phrase[0]][:1].isupper() else None


_INSIDE = frozenset(("for", "in", "at", "on", "within"))


def whole_before(tokens: Tokens, clauses: Clauses, phrase: Range) -> Range:
    """A noun phrase with what it belongs to: "the flux for the dayside [(7.85 mW)]", "the size of grains"; not "the loss of water"."""
    start = phrase[0]
    while start - 1 > clauses.first and clauses.tag(start - 1) == "D":
        start -= 1
    joint = tokens.lows[start - 1]
    if start - 2 < clauses.first or not (joint in _INSIDE or (joint == "of" and tokens.lows[start - 2] in roles().properties)):
        return phrase
    outer = phrase_before(clauses, start - 1)
    return (outer[0], phrase[1]) if outer else phrase
