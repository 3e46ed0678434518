"""The subject of a verb behind a comma: an insertion stood between them, or the clause goes on with a participle."""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.context.phrases import phrase_end
from numclaims.context.smallwords import Tag
from numclaims.context.verb import Range, Verb
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.verbs import verb_forms

_RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "where"))
_CLAUSE_STARTS = frozenset((";", ":", "“", '"', "while", "whereas", "although", "but"))


def resumed(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> Range | None:
    """Behind a comma: the subject stands before the insertion ("The fire, the 52nd this season, has burnt")."""
    clause = at
    while (
        clause > 0
        and (tokens.lows[base + clause - 1] not in _CLAUSE_STARTS or tags[clause - 1] == "N")
        and not (tokens.lows[base + clause - 1] == "and" and _begins_clause(tokens, base, tags, clause))
        and not (tags[clause - 1] == "W" and tags[clause - 2] in ("V", "X"))
    ):
        clause -= 1
    described = _described(tokens, base, tags, clause, at, earlier)
    if described:
        return described
    for verb in reversed(earlier):
        if (
            verb.first >= base + clause
            and verb.finite
            and not _only_cites(tokens, base, verb, at, earlier)
            and verb.subject is not None
            and tokens.lows[verb.first - 1] not in _RELATIVE
            and tokens.lows[verb.subject[0] - 1] not in _RELATIVE
        ):
            return _told(tokens, base, tags, verb, at) or verb.subject
    end = clause
    while end < at and tags[end] in ("C", "A", "."):
        end += 1
    return _leading(tokens, base, tags, end, at)


def _described(tokens: Tokens, base: int, tags: Sequence[Tag], clause: int, at: int, earlier: list[Verb]) -> Range | None:
    """The subject before a relative clause between commas, whatever its verbs: "Mali, which says it lost 40 men, [has withdrawn]"."""
    relative = next((inner for inner in range(clause + 1, at) if tags[inner] == "W" and tokens.words[base + inner - 1] == ","), 0)
    if not relative or any(base + clause <= verb.first < base + relative for verb in earlier):
        return None
    return _leading(tokens, base, tags, clause, relative - 1)


def _only_cites(tokens: Tokens, base: int, verb: Verb, at: int, earlier: list[Verb]) -> bool:
    """Whether a verb before a participle only tells who says it: "Floods killed 12, police said on Friday, bringing the toll to"."""
    low = tokens.lows[base + at + 1]
    if not low.endswith("ing") or verb.lemma not in roles().speech or verb is earlier[0] or verb.subject is None:
        return False
    forms = verb_forms().forms.get(low, ("", ""))
    return forms[1] == "ing" and forms[0] not in roles().reports and forms[0] != "add" and tokens.words[verb.subject[0] - 1] == ","


def _begins_clause(tokens: Tokens, base: int, tags: Sequence[Tag], clause: int) -> bool:
    """Whether "and" before this tag joins a clause: behind a comma, or a verb and no comma ("12 fell and two boys, both six, died")."""
    if tags[clause] == "D":
        return tokens.lows[base + clause - 2] == ","
    if tags[clause] != "Q":
        return False
    back = clause - 2
    while back > 0 and tags[back] not in ("V", "X") and tokens.words[base + back] != ",":
        back -= 1
    return tags[back] in ("V", "X")


def _told(tokens: Tokens, base: int, tags: Sequence[Tag], verb: Verb, stop: int) -> Range | None:
    """What somebody says something of, where the insertion stands behind it: "the UN says 90 people, most of them old, have fled"."""
    start = verb.next - base + (tokens.lows[verb.next] == "that")
    if verb.lemma not in roles().speech or start >= stop or tags[start] not in ("N", "D", "Q"):
        return None
    after = min(phrase_end(tokens, base, tags, start), stop)
    return (base + start, base + after) if tokens.words[base + after] == "," and base + after < base + stop else None


def _leading(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, stop: int) -> Range | None:
    """The first noun phrase from `start` on; one behind a preposition is passed over."""
    at = start
    while at < stop:
        if tags[at] in ("N", "D", "Q", "R"):
            after = min(phrase_end(tokens, base, tags, at), stop) if tags[at] != "R" else at + 1
            return (base + at, base + after) if after > at else None
        if tags[at] in ("P", "T"):
            inner = at + 1
            after = min(phrase_end(tokens, base, tags, inner), stop)
            at = max(after, inner)
            if at < stop and tokens.words[base + at] == ",":
                at += 1
            continue
        at += 1
    return None
