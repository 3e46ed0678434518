"""One citing word to a citation: who is cited and which tokens that governs. It reads a single sentence and knows no other.

A verb governs in one of three places: before what it cites ("officials said 12 died"), behind or inside it ("12 died, officials said"),
or behind it with its subject last ("12 died, said officials").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from numclaims.context.quotations import CLOSING, MARKS
from numclaims.context.speakers import (
    Phrase,
    is_function,
    is_plural_phrase,
    is_verb,
    phrase_before,
    phrase_behind,
    subject_end,
)
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.reporting import ReportingVerb, reporting
from numclaims.lexicon.syntax import syntax

_STOPS = frozenset(",;:.!?—–()…") | MARKS
_SUBORDINATORS = frozenset(("that", "while", "whereas", "although", "though", "because", "if", "when", "but", "as", "than"))
_TURNS = frozenset(("and", "but", "while", "whereas", "although", "though", "as", "who", "which", "whose", "where"))
_RELATIVES = frozenset(("who", "which"))
_ADVERBIAL = frozenset(
    """on in at to during after before late early as when this last yesterday today earlier later by from via through over again
    recently then afterwards tonight while""".split()
)
_CLAUSE_OBJECTS = frozenset(("why", "whether", "how", "if", "that", ":", ","))
_BY = frozenset(("by", "on"))


@dataclass(frozen=True, slots=True)
class Citation:
    """A source (token range) and the tokens it is cited for, `first` to `after`, without the citing words `gap_first` to `gap_after`.

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


def read_citation(tokens: Tokens, at: int, sentence: tuple[int, int], before: Citation | None) -> Citation | None:
    """The citation that the citing word at a token makes in its sentence; `before` is the one to its left."""
    low = tokens.lows[at]
    if low == "according":
        return _according(tokens, at, sentence, before) if tokens.lows[at + 1] == "to" else None
    counted = _by_count(tokens, at, sentence, before) if low in reporting().counts else None
    verb = reporting().verbs.get(low)
    if counted or verb is None or (tokens.words[at][0].isupper() and at > sentence[0]):
        return counted
    if verb.form == "participle":
        return _participle(tokens, at, sentence, before)
    passive = _passive(tokens, at, sentence)
    if passive is not None or tokens.lows[at + 1] == "by":
        return passive
    return _inverted(tokens, at, verb, sentence, before) or _said(tokens, at, verb, sentence, before)


# Before or inside what is cited: "officials said 12 died", "12 died, officials said".


def _said(tokens: Tokens, at: int, verb: ReportingVerb, sentence: tuple[int, int], before: Citation | None) -> Citation | None:
    floor = _clause_floor(tokens, at, sentence[0])
    end = subject_end(tokens, at, floor)
    if end is None:
        return None
    relative = end - 1 >= floor and is_function(tokens, end - 1, _RELATIVES)
    source = _antecedent(tokens, end - 1, sentence[0]) if relative else _subject(tokens, end, floor, sentence[0])
    if source is None or (verb.form == "base" and not relative and not is_plural_phrase(tokens, source)) or _is_noun(tokens, at, end, verb):
        return None
    tail = _tail(tokens, at, verb, sentence[1])
    opening = source[0] - 1
    aside = opening >= sentence[0] and (tokens.words[opening] in "—–,(" or tokens.words[opening] in MARKS)
    if tail is not None and aside and not relative:
        return _aside(tokens, source, (source[0], tail), sentence, before, inverted=False)
    if not _governs(tokens, at, verb, source):
        return None
    object_relative = not relative and is_function(tokens, source[0] - 1, _RELATIVES) and source[0] - 1 >= sentence[0]
    return Citation(source, at + 1, _governed_end(tokens, at, verb, sentence[1], short=object_relative), source[0], at + 1)


def _clause_floor(tokens: Tokens, at: int, first: int) -> int:
    """Where the clause of a verb can begin at the earliest: behind the last mark or subordinating word before it."""
    for back in range(at - 1, first - 1, -1):
        word = tokens.words[back]
        if word in ";:—–" or word in MARKS or (word == "," and back < at - 1) or (word in "(" and back < at - 1):
            return back + 1
        if is_function(tokens, back, _SUBORDINATORS):
            return back + 1
    return first


def _subject(tokens: Tokens, end: int, floor: int, first: int) -> Phrase | None:
    """The subject that ends here, a pronoun or a noun phrase; before a comma, what the words between two commas are added to."""
    if end - 1 < first:
        return None
    if is_function(tokens, end - 1, reporting().pronouns):
        return (end - 1, end)
    if tokens.lows[end - 1] in ("and", "but"):
        return _shared_subject(tokens, end - 1, first)
    if tokens.words[end - 1] == ",":
        opening = next((back for back in range(end - 2, max(first, end - 40), -1) if tokens.words[back] == ","), None)
        if opening is None:
            return None
        return phrase_before(tokens, opening, _clause_floor(tokens, opening, first))
    return phrase_before(tokens, end, floor)


def _shared_subject(tokens: Tokens, joint: int, first: int) -> Phrase | None:
    """The subject of the verb that "and said" joins: "the office withdrew its count and said ..."."""
    end = joint - (tokens.words[joint - 1] == ",")
    floor = _clause_floor(tokens, end, first)
    verb = next((at for at in range(floor, end) if is_verb(tokens, at)), None)
    end = subject_end(tokens, verb, floor) if verb is not None else None
    if end is None or end <= floor:
        return None
    return (end - 1, end) if is_function(tokens, end - 1, reporting().pronouns) else phrase_before(tokens, end, floor)


def _antecedent(tokens: Tokens, relative: int, first: int) -> Phrase | None:
    """What "who" or "which" stands for: the noun phrase before it, or the name in apposition right before the comma."""
    end = relative - (tokens.words[relative - 1] == ",")
    return phrase_before(tokens, end, _clause_floor(tokens, end, first)) if end > first else None


def _is_noun(tokens: Tokens, at: int, end: int, verb: ReportingVerb) -> bool:
    """Whether "reports", "estimates", "claim" is a noun here: a verb or "of" right behind it, or a modifier before it."""
    if tokens.lows[at] not in reporting().homographs or end < at:
        return False
    if is_function(tokens, at - 1, syntax().determiners) or is_function(tokens, at - 1, syntax().prepositions) or tokens.lows[at - 1] in ("'s", "’s"):
        return True
    low = tokens.lows[at + 1]
    if low in ("of", "for", "by", "are", "is", "were", "was", "and", "have", "had", "has"):
        return True
    return low in reporting().verbs and reporting().verbs[low].form != "participle"


def _tail(tokens: Tokens, at: int, verb: ReportingVerb, stop: int) -> int | None:
    """Where the words that only say when and to whom it was said end, if nothing else follows up to the next mark; else None."""
    on = at + 1
    if verb.lemma in ("tell", "warn", "remind") and on < stop and tokens.words[on] not in _STOPS:
        on += 1
    elif on < stop and tokens.words[on] not in _STOPS and tokens.lows[on] not in _ADVERBIAL | reporting().times:
        return None
    loose = tokens.lows[at + 1] in ("as", "when", "after", "while")
    while on < stop:
        word = tokens.words[on]
        if word in _STOPS and not (word == "." and (tokens.glued(on + 1) or tokens.lows[on + 1] in ("m", "a", "p"))):
            break
        if not loose and (tokens.lows[on] == "that" or is_verb(tokens, on)):
            return None
        on += 1
    return on


def _governs(tokens: Tokens, at: int, verb: ReportingVerb, source: Phrase) -> bool:
    """Whether what follows the verb is something it can cite a source for."""
    low = tokens.lows[at + 1]
    if verb.governs == "free":
        return True
    if verb.governs == "framed":
        return any(tokens.lows[on] in verb.frame for on in range(at + 1, min(at + 9, tokens.count)))
    if verb.governs == "counting":
        return low not in ("the", "on", "as", "to", "in", "for", "among") and verb.form == "third" or is_number(tokens.words[at + 1])
    if verb.lemma == "ask":
        return low in ("why", "whether", "how", "if")
    if low in ("that", ":") or tokens.words[at + 1] in MARKS or (low == "," and tokens.words[at + 2] in MARKS):
        return True
    if verb.lemma == "claim" and low == "to":
        return tokens.lows[at + 2] in ("have", "be")
    if verb.lemma in ("show", "find", "suggest", "indicate", "reveal") and _documents(tokens, source):
        return True
    return verb.lemma not in ("find", "show", "promise", "pledge", "agree", "establish") and _clause_follows(tokens, at + 1)


def _documents(tokens: Tokens, source: Phrase) -> bool:
    return any(tokens.lows[at] in reporting().documents for at in range(*source))


def _clause_follows(tokens: Tokens, first: int) -> bool:
    """Whether an auxiliary stands before the next mark, so that a clause and no plain object follows."""
    if is_function(tokens, first, syntax().prepositions):
        return False
    for at in range(first, min(first + 14, tokens.count)):
        if tokens.words[at] in _STOPS or is_function(tokens, at, _RELATIVES | {"to"}):
            return False
        if is_function(tokens, at, syntax().auxiliaries) and tokens.lows[at] != "s":
            return at > first
    return False


def _governed_end(tokens: Tokens, at: int, verb: ReportingVerb, stop: int, *, short: bool) -> int:
    """Where the governed words end: at a semicolon; for a bare figure at a clause of its own; in an inserted relative clause at a comma."""
    for on in range(at + 1, stop):
        word = tokens.words[on]
        if word == ";" or (short and word == ","):
            return on
        if word == "," and verb.governs in ("framed", "counting") and is_function(tokens, on + 1, _TURNS) and _clause_follows(tokens, on + 2):
            return on
    return stop


# Behind what is cited, its subject last: "12 died, said officials".


def _inverted(tokens: Tokens, at: int, verb: ReportingVerb, sentence: tuple[int, int], before: Citation | None) -> Citation | None:
    if verb.governs not in ("free", "clause") or verb.lemma == "tell" or at <= sentence[0]:
        return None
    quoted = tokens.words[at - 1] in CLOSING or tokens.words[at - 1] == '"'
    if not quoted and tokens.words[at - 1] != "," or is_number(tokens.words[at + 1]):
        return None
    if not quoted and _interposed(tokens, at - 1, sentence[0]):
        return None
    source = phrase_behind(tokens, at + 1, sentence[1])
    if source is None:
        return None
    end = source[1]
    while end < sentence[1] and tokens.words[end] not in _STOPS:
        if is_verb(tokens, end):
            return None
        end += 1
    return _aside(tokens, source, (at, end), sentence, before, inverted=True)


def _interposed(tokens: Tokens, comma: int, first: int) -> bool:
    """Whether the comma before a verb closes words added to its subject: "Ann Lee, who runs the unit, said"."""
    opening = next((back for back in range(comma - 1, max(first, comma - 40), -1) if tokens.words[back] == ","), None)
    if opening is None:
        return False
    subject = phrase_before(tokens, opening, _clause_floor(tokens, opening, first))
    return subject is not None and subject[0] == _clause_floor(tokens, opening, first)


# Asides: "12 died, officials said, in the blast", "according to officials", "by their count".


def _according(tokens: Tokens, at: int, sentence: tuple[int, int], before: Citation | None) -> Citation | None:
    source = phrase_behind(tokens, at + 2, sentence[1])
    if source is None and is_function(tokens, at + 2, reporting().pronouns | {"him", "her", "them"}):
        source = (at + 2, at + 3)
    if source is None:
        return None
    if at == sentence[0] or (tokens.words[at - 1] in MARKS and at - 1 == sentence[0]):
        return Citation(source, source[1], sentence[1], at, source[1])
    end = source[1]
    while end < sentence[1] and tokens.words[end] not in _STOPS and not is_verb(tokens, end):
        end += 1
    return _aside(tokens, source, (at, end), sentence, before, inverted=True)


def _by_count(tokens: Tokens, at: int, sentence: tuple[int, int], before: Citation | None) -> Citation | None:
    """ "by the coroner's count", "by one estimate": the owner where there is one."""
    first = next((back for back in range(at - 1, max(sentence[0], at - 6) - 1, -1) if tokens.lows[back] == "by"), None)
    if first is None or any(is_number(tokens.words[back]) or tokens.words[back] in _STOPS for back in range(first, at)):
        return None
    if tokens.lows[at + 1] == "of" or is_verb(tokens, first - 1) or tokens.lows[first + 1] in ("all", "any", "some", "every"):
        return None
    owner = next((on for on in range(at - 1, first, -1) if tokens.lows[on] in ("'s", "’s")), None)
    source = (first + 1, owner if owner is not None else at + 1)
    return _aside(tokens, source, (first, at + 1), sentence, before, inverted=False)


def _aside(
    tokens: Tokens, source: Phrase, gap: tuple[int, int], sentence: tuple[int, int], before: Citation | None, *, inverted: bool
) -> Citation:
    """A citation put beside what it is cited for: everything to its left, and to its right what goes on with the same clause."""
    last = gap[1] >= sentence[1] or not any(tokens.words[on][:1].isalnum() for on in range(gap[1], sentence[1]))
    left = _left_edge(tokens, gap[0], sentence[0], before, last=last)
    return Citation(source, left, _right_edge(tokens, left, gap, sentence[1], inverted=inverted), gap[0], gap[1])


def _left_edge(tokens: Tokens, gap: int, first: int, before: Citation | None, *, last: bool) -> int:
    """The whole sentence so far; not past an earlier citation, nor (inside a sentence) past a semicolon or an unfinished clause."""
    floor = first
    if before is not None and before.gap_after < gap:
        turn = [on for on in range(before.gap_after, gap) if tokens.words[on] in ";," and is_function(tokens, on + 1, _TURNS)]
        floor = turn[-1] if turn else (before.gap_after if before.first < before.gap_first else before.after)
    if last:
        return floor
    end = gap - (tokens.words[gap - 1] == ",")
    unfinished = end > floor and _unfinished(tokens, end, gap)
    for back in range(end - 1, floor - 1, -1):
        if tokens.words[back] == ";" or (unfinished and (tokens.words[back] == "," or is_function(tokens, back, _TURNS | {"that"}))):
            return back + 1
    return floor


def _unfinished(tokens: Tokens, end: int, gap: int) -> bool:
    """Whether the words before an aside cannot end a clause: "parts that will, an official said, ..."."""
    if is_function(tokens, end - 1, syntax().auxiliaries | syntax().prepositions | {"that"}) and tokens.lows[end - 1] not in ("down", "up", "out"):
        return True
    return is_verb(tokens, end - 1) and any(tokens.words[on] in MARKS for on in range(gap, min(gap + 10, tokens.count)))


def _right_edge(tokens: Tokens, left: int, gap: tuple[int, int], stop: int, *, inverted: bool) -> int:
    """Where the cited words end to the right of an aside."""
    at = gap[1]
    while at < stop and (tokens.words[at] in CLOSING or tokens.words[at] in ',"'):
        at += 1
    finished = any(is_verb(tokens, on) for on in range(left, gap[0]))
    turned = is_function(tokens, at, _TURNS) and tokens.lows[at + 1] != "that"
    described = inverted and finished and tokens.words[gap[1]] == "," and (is_number(tokens.words[at]) or tokens.lows[at] in ("a", "an", "the"))
    if turned or described or tokens.words[gap[1]] in ".!?":
        return gap[1]
    for on in range(at, stop):
        if tokens.words[on] == ";" or (tokens.words[on] == "," and is_function(tokens, on + 1, _TURNS) and tokens.lows[on + 2] != "that"):
            return on
    return stop


# "12 were missing, adding that", "12 deaths, reported by the clinic".


def _participle(tokens: Tokens, at: int, sentence: tuple[int, int], before: Citation | None) -> Citation | None:
    """ "X said ..., adding that ..." goes on for X; "with the embassy saying ..." cites the embassy."""
    verb = reporting().verbs[tokens.lows[at]]
    if is_function(tokens, at - 1, syntax().auxiliaries) or not (verb.governs == "free" or _governs(tokens, at, verb, (at, at))):
        return None
    end = _governed_end(tokens, at, verb, sentence[1], short=False)
    if tokens.words[at - 1] == "," and before is not None and before.gap_after < at:
        return replace(before, first=at + 1, after=end, gap_first=at, gap_after=at + 1)
    if tokens.words[at - 1] == "," and tokens.lows[at + 1] not in ("to", "on", "for"):
        comma = next((on for on in range(sentence[0], at) if tokens.words[on] == ","), at)
        verb_at = next((on for on in range(sentence[0], comma) if is_verb(tokens, on)), None)
        source = phrase_before(tokens, subject_end(tokens, verb_at, sentence[0]) or verb_at, sentence[0]) if verb_at else None
        return Citation(source, at + 1, end, at, at + 1) if source else None
    floor = _clause_floor(tokens, at, sentence[0])
    opening = next((on for on in range(floor, at) if tokens.lows[on] == "with"), None)
    source = phrase_before(tokens, at, opening + 1) if opening is not None else None
    return Citation(source, at + 1, end, source[0], at + 1) if source else None


def _passive(tokens: Tokens, at: int, sentence: tuple[int, int]) -> Citation | None:
    """ "12 deaths were reported by the clinic", "a loss estimated by the bank at $5bn"; "announced by" tells of an event."""
    verb = reporting().verbs[tokens.lows[at]]
    if verb.governs != "free" or verb.lemma in ("announce", "tell", "believe") or tokens.lows[at + 1] != "by":
        return None
    source = phrase_behind(tokens, at + 2, sentence[1])
    if source is None:
        return None
    return _aside(tokens, source, (at, source[1]), sentence, None, inverted=True)
