"""What a change or a state is said of: "a 4% drop in sales" of the sales, "the number of refugees rose to 40" of the refugees.

It works on the clauses of one sentence.
"""

from __future__ import annotations

from numclaims.context.behind import DETERMINERS
from numclaims.context.clauses import Clauses
from numclaims.context.governing import is_state
from numclaims.context.phrases import phrase_end
from numclaims.context.verb import Range, Verb
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_people, is_plural, syntax
from numclaims.lexicon.words import number_words
from numclaims.model import Quantity

_PARTS = frozenset(number_words().fractions) | frozenset(number_words().ordinals)


def is_trend(tokens: Tokens, quantity: Quantity, phrase: Range) -> bool:
    """Whether the noun of a phrase only says which way an amount went: "a 4% drop", "a loss of $3"."""
    head = tokens.lows[phrase[1] - 1]
    return quantity.change != "none" and (head in syntax().up_nouns or head in syntax().down_nouns)


def what_changed(reading: Reading, index: int, clauses: Clauses, verb: Verb | None, trend: Range) -> Range:
    """What went up or down by an amount: behind "in" ("a 4% drop in sales"), before the trend noun, or the subject of a state."""
    tokens, stop = reading.tokens, max(trend[1], reading.spans[index][1])
    if tokens.lows[stop] == "in":
        start = stop + 1 + (tokens.lows[stop + 1] in DETERMINERS)
        doing = clauses.tag(start) == "V" and tokens.lows[start].endswith("ing")
        end = clauses.first + phrase_end(tokens, clauses.first, clauses.tags, start + doing - clauses.first)
        if end > start and not tokens.words[start][:1].isupper():
            return start, end
    if trend[1] - trend[0] > 1:
        return trend
    subject = verb.subject if verb and verb.next <= trend[0] and (is_state(verb) or verb.passive) else None
    return topic_noun(tokens, clauses, subject) if subject else trend


def undergoes(tokens: Tokens, clauses: Clauses, verb: Verb, subject: Range, first: int, *, measured: bool) -> bool:
    """Whether the measure behind an intransitive verb is of its subject, a thing: "the trucks left within 72 hours"."""
    last = subject[1] - 1
    if tokens.lows[verb.next] == "at" and measured:
        return True
    if tokens.lows[first] == "every":
        return True
    if tokens.lows[last] == "old" or any(tokens.lows[at] in roles().bodies for at in range(*subject)):
        return False
    led = clauses.tag(verb.next) in ("P", "T") or tokens.lows[verb.next] == "every"
    if verb.next >= first + (tokens.lows[first] in ("within", "every")) or not led:
        return False
    named = tokens.words[last][:1].isupper() and not (last == clauses.first and is_plural(tokens.lows[last]))
    return clauses.tag(last) == "N" and not named and not is_people(tokens.lows[last])


def topic_noun(tokens: Tokens, clauses: Clauses, subject: Range) -> Range:
    """What a subject is about: "the number of refugees" is refugees, "the death toll" itself."""
    start, after = subject
    start = _past_numbers(tokens, clauses, start, after)
    if start + 2 < after and tokens.lows[start] in roles().amounts and tokens.lows[start + 1] == "of":
        return start + 2, after
    return start, after


def _past_numbers(tokens: Tokens, clauses: Clauses, start: int, after: int) -> int:
    """Past the determiners and numbers a phrase begins with: "a third of the 90 barges" is of barges, "the 53-day mission" a mission."""
    while start < after - 1:
        number = clauses.tag(start) in ("Q", "D") or tokens.lows[start] in _PARTS
        if number and tokens.lows[start + 1] == "of" and start + 2 < after:
            start += 2
        elif clauses.tag(start) == "Q" and _percentage_of(tokens, start) and start + 3 < after:
            start += 3
        elif tokens.lows[start + 1 : after] == ["-", "year", "-", "old"]:
            break  # "the 27-year-old"
        elif clauses.tag(start) == "Q" and tokens.words[start + 1] == "-" and start + 3 < after:
            start += 5 if tokens.words[start + 3] == "-" and start + 5 < after else 3
        elif clauses.tag(start) in ("D", "A", "Q"):
            start += 1
        else:
            break
    return start


def _percentage_of(tokens: Tokens, at: int) -> bool:
    """Whether "% of" stands behind a number."""
    return tokens.lows[at + 1] in ("%", "percent") and tokens.lows[at + 2] == "of"
