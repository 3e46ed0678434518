"""Small words and marks whose tag hangs on what stands beside them: bounds, initials, clock times, "the year ended June"."""

from __future__ import annotations

from typing import Literal

from numclaims.context.clock import ends_clock, tells_clock
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.roles import roles

Tag = Literal["V", "X", "N", "D", "P", "C", "R", "W", "Q", "A", "T", "."]
"""V verb, X auxiliary, N nominal (noun, name, adjective), D determiner, P preposition, C conjunction, R pronoun, W relative word,
Q number, A adverb, T "to", . mark."""

PERIODS = frozenset("year years quarter quarters month months half week weeks season period day days".split())
AMOUNTS = frozenset("many much high long far few little low deep".split())


def bound_or_verb(tokens: Tokens, at: int, tags: list[Tag], alone: Tag) -> Tag:
    """ "Than" belongs to a bound behind "more"; "last" is a verb behind a modal or "to"."""
    if tokens.lows[at] == "than":
        return "A" if tags and tags[-1] == "A" else alone
    return "V" if tags and tokens.lows[at - 1] in roles().modals and tokens.lows[at + 1] not in calendar_words().weekdays else alone


def closes_period(tokens: Tokens, at: int, tags: list[Tag]) -> bool:
    """Whether "ended" only dates a period: "the year ended 31 March", "the quarter ended June"."""
    month = tokens.words[at + 1][:1].isupper() and tokens.lows[at + 1] in calendar_words().months
    return bool(tags) and tokens.lows[at - 1] in PERIODS and (month or is_number(tokens.words[at + 1]))


def of_clock(tokens: Tokens, at: int, tags: list[Tag]) -> bool:
    """Whether a mark stands inside a clock time; so does what stands before it, and is retagged."""
    if tags and tells_clock(tokens, at):
        tags[-1] = "N"
        return not ends_clock(tokens, at)
    return False


def abbreviates(tokens: Tokens, at: int, tags: list[Tag]) -> bool:
    """Whether a full stop belongs to an initial: "J. Smith"."""
    return (
        bool(tags)
        and tags[-1] == "N"
        and len(tokens.lows[at - 1]) == 1
        and tokens.words[at] == "."
        and tokens.words[at - 1].isupper()
        and tokens.glued(at)
    )


def bounds(tokens: Tokens, at: int, low: str) -> bool:
    """Whether a word belongs to a bound inside a noun phrase: "as many as", "at least", "at most"."""
    before, after = tokens.lows[at - 1], tokens.lows[at + 1]
    if low == "as":
        return (after in AMOUNTS and tokens.lows[at + 2] == "as") or (before in AMOUNTS and tokens.lows[at - 2] == "as")
    if low in ("least", "most") and before == "at":
        return True
    return (low == "at" and after in ("least", "most")) or (low in AMOUNTS and before == "as" and after == "as")
