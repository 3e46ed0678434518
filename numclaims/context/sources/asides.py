"""Citations put beside what they are cited for: "according to officials", "by their count", and how far any aside reaches.

It knows marks and turns of a sentence ("; ", ", but"), and nothing of reporting verbs.
"""

from __future__ import annotations

from typing import NamedTuple

from numclaims.context.sources.quotations import MARKS, closes
from numclaims.context.sources.speakers import Phrase, is_acronym, is_function, is_verb, phrase_before, phrase_behind
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.reporting import reporting
from numclaims.lexicon.syntax import syntax

STOPS = frozenset(",;:.!?—–()…") | MARKS
TURNS = frozenset(("and", "but", "while", "whereas", "although", "though", "as", "who", "which", "whose", "where"))
_EDGES = frozenset(";:—–") | MARKS
_SUBORDINATORS = frozenset(("that", "while", "whereas", "although", "though", "because", "if", "when", "but", "as", "than"))
_JOINTS = TURNS | {"that"}
_OBJECTS = frozenset(("him", "her", "them"))


class Citation(NamedTuple):
    """A source (token range) and the tokens it is cited for: `first` to `after`, but `gap_first` to `gap_after`, which cite.

    `source` is a pronoun where the text has one; whom it stands for is settled later.
    """

    source: Phrase
    first: int
    after: int
    gap_first: int
    gap_after: int

    def covers(self, token: int) -> bool:
        """Whether the number at a token is cited."""
        return self.first <= token < self.after and not self.gap_first <= token < self.gap_after


def clause_floor(tokens: Tokens, at: int, first: int) -> int:
    """Where the clause of a verb can begin at the earliest: behind the last mark or subordinating word before it."""
    words, lows = tokens.words, tokens.lows
    for back in range(at - 1, first - 1, -1):
        word = words[back]
        if (
            word in _EDGES
            or (word in ",(" and back < at - 1)
            or (lows[back] in _SUBORDINATORS and is_function(tokens, back, _SUBORDINATORS))
        ):
            return back + 1
    return first


def according_to(tokens: Tokens, at: int, sentence: Phrase, before: Citation | None) -> Citation | None:
    """ "according to officials", for all that follows where a sentence begins with it."""
    source = phrase_behind(tokens, at + 2, sentence[1])
    if source is None and (is_function(tokens, at + 2, reporting().pronouns) or is_function(tokens, at + 2, _OBJECTS)):
        source = (at + 2, at + 3)
    if source is None:
        return None
    if at == sentence[0] or (tokens.words[at - 1] in MARKS and at - 1 == sentence[0]):
        return Citation(source, source[1], sentence[1], at, source[1])
    end = source[1]
    while end < sentence[1] and tokens.words[end] not in STOPS and not is_verb(tokens, end):
        end += 1
    return aside(tokens, source, (at, end), sentence, before, inverted=True)


def by_count(tokens: Tokens, at: int, sentence: Phrase, before: Citation | None) -> Citation | None:
    """ "by the coroner's count", "by one estimate": the owner where there is one."""
    first = next((back for back in range(at - 1, max(sentence[0], at - 6) - 1, -1) if tokens.lows[back] == "by"), None)
    if first is None or any(is_number(tokens.words[back]) or tokens.words[back] in STOPS for back in range(first, at)):
        return None
    if tokens.lows[at + 1] == "of" or is_verb(tokens, first - 1) or tokens.lows[first + 1] in ("all", "any", "some", "every"):
        return None
    owner = next((on for on in range(at - 1, first + 1, -1) if tokens.lows[on] in ("'s", "’s")), None)
    source = (first + 1, owner if owner is not None else at + 1)
    return aside(tokens, source, (first, at + 1), sentence, before, inverted=False)


def owned_figure(tokens: Tokens, at: int, sentence: Phrase) -> Citation | None:
    """ "the bank's forecast of 3%": the owner, for the figure alone."""
    owner = next((back for back in range(at - 1, max(sentence[0], at - 4) - 1, -1) if tokens.lows[back] in ("'s", "’s")), None)
    if owner is None or tokens.lows[at + 1] != "of" or any(tokens.words[back] in STOPS for back in range(owner, at)):
        return None
    source = phrase_before(tokens, owner, clause_floor(tokens, owner, sentence[0]))
    stop = next((on for on in range(at + 2, sentence[1]) if tokens.words[on] in STOPS), sentence[1])
    return Citation(source, at + 2, stop, source[0], at + 1) if source else None


def aside(tokens: Tokens, source: Phrase, gap: Phrase, sentence: Phrase, before: Citation | None, *, inverted: bool) -> Citation:
    """A citation put beside what it is cited for: everything to its left, and to its right what goes on with the same clause."""
    last = gap[1] >= sentence[1] or not any(tokens.words[on][:1].isalnum() for on in range(gap[1], sentence[1]))
    left = _left_edge(tokens, gap[0], sentence[0], before, last=last)
    return Citation(source, left, _right_edge(tokens, left, gap, sentence[1], inverted=inverted), gap[0], gap[1])


def _left_edge(tokens: Tokens, gap: int, first: int, before: Citation | None, *, last: bool) -> int:
    """The sentence so far; not past an earlier citation, nor (inside a sentence) past a semicolon or an unfinished clause."""
    floor = first
    if before is not None and before.gap_after < gap:
        turn = [on for on in range(before.gap_after, gap) if tokens.words[on] in ";," and is_function(tokens, on + 1, TURNS)]
        floor = turn[-1] if turn else (before.gap_after if before.first < before.gap_first else first)
    if last:
        return floor
    end = gap - (tokens.words[gap - 1] == ",")
    unfinished = end > floor and _unfinished(tokens, end, gap)
    for back in range(end - 1, floor - 1, -1):
        joint = tokens.words[back] == "," or is_function(tokens, back, _JOINTS)
        if tokens.words[back] == ";" or (unfinished and joint):
            return back + 1
    return floor


def _unfinished(tokens: Tokens, end: int, gap: int) -> bool:
    """Whether the words before an aside cannot end a clause: "guns that can, a sailor said, fire"."""
    low = tokens.lows[end - 1]
    open_ended = low in syntax().auxiliaries or low in syntax().prepositions or low == "that"
    if open_ended and not is_acronym(tokens.words[end - 1]) and tokens.lows[end - 1] not in ("down", "up", "out"):
        return True
    return is_verb(tokens, end - 1) and any(tokens.words[on] in MARKS for on in range(gap, min(gap + 10, tokens.count)))


def _right_edge(tokens: Tokens, left: int, gap: Phrase, stop: int, *, inverted: bool) -> int:
    """Where the cited words end to the right of an aside: at once, where a clause of its own or a word on the speaker follows."""
    at = gap[1]
    if tokens.words[at] in (".", "!", "?", ""):
        return at
    while at < stop and (tokens.words[at] == "," or closes(tokens, at)):
        at += 1
    finished = any(is_verb(tokens, on) for on in range(left, gap[0]))
    noun = is_number(tokens.words[at]) or tokens.lows[at] in ("a", "an", "the")
    described = inverted and finished and noun and tokens.words[gap[1]] == ","
    if described or (is_function(tokens, at, TURNS) and tokens.lows[at + 1] != "that"):
        return gap[1]
    for on in range(at, stop):
        turns = tokens.words[on] == "," and is_function(tokens, on + 1, TURNS) and tokens.lows[on + 2] != "that"
        if tokens.words[on] == ";" or turns:
            return on
    return stop
