"""A sentence cut into its clauses, each with the tense of its verb, so that a time can be tied to what happened then.

It knows verbs from `clauses`; what stands between two marks or joining words is one clause here, with or without a verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from numclaims.context.clauses import Clauses, Verb
from numclaims.context.whenwords import when_words
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.verbs import verb_forms

Tense = Literal["past", "perfect", "pluperfect", "present", "future", "modal", "none"]

_MARKS = frozenset(",;:()—–“”\"[]")
_QUOTES = frozenset("“”\"")
_OPENERS = frozenset("after before since until as than because although though while whereas when once where if".split())
_JOINS = frozenset(("and", "but", "or", "yet"))
_HAVE = frozenset(("has", "have", "'ve", "’ve", "haven't", "hasn't"))
_PRESENT = frozenset(("is", "are", "am", "'re", "’re", "isn't", "aren't", "do", "does", "don't", "doesn't"))
_PAST = frozenset(("was", "were", "did", "wasn't", "weren't", "didn't"))


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `after`, the word that opens the clause ("which", "after", ""), its verbs and the tense of the first finite one
    that does not merely report.

    `saying` is true where all of them report, `quoted` inside quotation marks, `mark` is the mark before it.
    """

    first: int
    after: int
    opener: str
    verbs: tuple[Verb, ...]
    tense: Tense
    saying: bool
    quoted: bool
    mark: str


def read_tenses(tokens: Tokens, clauses: Clauses) -> tuple[Clause, ...]:
    """The clauses of a sentence, left to right, without gaps."""
    found: list[Clause] = []
    start, quoted, mark = clauses.first, False, ""
    for at in range(clauses.first, clauses.after + 1):
        word = tokens.words[at] if at < clauses.after else ""
        ends = at == clauses.after or word in _MARKS or (at > start and _opens(tokens, clauses, start, at))
        if not ends:
            continue
        if at > start:
            found.append(_clause(tokens, clauses, start, at, quoted, mark))
            mark = ""
        if word in _QUOTES:
            quoted = word == "“" or (word == '"' and not quoted)
        if word in _MARKS:
            mark, start = word, at + 1
        else:
            start = at
    return tuple(found)


def _opens(tokens: Tokens, clauses: Clauses, start: int, at: int) -> bool:
    """Whether a joining word opens a clause with a verb of its own here."""
    low = tokens.lows[at]
    if clauses.tag(at) == "W":
        return _finite_behind(tokens, clauses, at + 1)
    if low in _OPENERS:
        return _finite_behind(tokens, clauses, at + 1)
    if low in _JOINS:
        return any(start <= verb.first < at for verb in clauses.verbs) and _finite_behind(tokens, clauses, at + 1)
    return False


def _finite_behind(tokens: Tokens, clauses: Clauses, at: int) -> bool:
    """Whether a finite verb follows before the next mark or joining word."""
    verb = clauses.behind(at)
    if verb is None or not verb.finite:
        return False
    return not any(tokens.words[index] in _MARKS or (tokens.lows[index] in _OPENERS and index > at) for index in range(at, verb.first))


def _clause(tokens: Tokens, clauses: Clauses, first: int, after: int, quoted: bool, mark: str) -> Clause:
    verbs = tuple(verb for verb in clauses.verbs if first <= verb.first < after)
    finite = [verb for verb in verbs if verb.finite]
    main = next((verb for verb in finite if not says(verb)), finite[0] if finite else None)
    opener = tokens.lows[first] if clauses.tag(first) in ("W", "C") or tokens.lows[first] in _OPENERS else ""
    if clauses.tag(first + 1) == "W" and first + 1 < after and not opener:
        opener = tokens.lows[first + 1]
    return Clause(first, after, opener, verbs, verb_tense(tokens, main) if main else "none", main is not None and says(main), quoted, mark)


def says(verb: Verb) -> bool:
    """Whether a verb reports."""
    return verb.lemma.partition(" ")[0] in when_words().saying


def verb_tense(tokens: Tokens, verb: Verb) -> Tense:
    """The tense of a finite verb group; "is to", "are expected to", "plans to" look ahead."""
    words, lows = when_words(), tokens.lows[verb.first : verb.next]
    form = verb_forms().forms.get(lows[-1], ("", "base"))[1]
    if any(low in words.future for low in lows):
        return "future"
    if any(low in words.modals for low in lows):
        return "modal"
    if tokens.lows[verb.next] == "to" and (verb.lemma in words.planned or lows[-1] in ("is", "are")):
        return "future"
    if any(low in _HAVE for low in lows):
        return "perfect" if len(lows) > 1 else "present"
    if "had" in lows:
        return "pluperfect" if len(lows) > 1 and lows[-1] != "had" else "past"
    if any(low in _PAST for low in lows):
        return "past"
    if any(low in _PRESENT for low in lows):
        return "present"
    return "past" if form in ("past", "participle") else "present" if form in ("base", "third") else "none"
