"""The verb that governs a number, and which way it says the number goes. It works on the clauses of one sentence."""

from __future__ import annotations

from numclaims.context.clauses import Clauses
from numclaims.context.verb import Verb
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.model import Change

_COMPARING = frozenset(("as", "than"))
_TRENDS = frozenset(("go up", "go down", "come down"))


def governing_verb(tokens: Tokens, clauses: Clauses, first: int, end: int) -> tuple[Verb | None, bool]:
    """The verb that a number at tokens `first` to `end` belongs to, and whether the number is in its subject.

    Verbs of saying govern no number; what was said has a verb of its own.
    """
    if tokens.lows[end] == "of" and tokens.lows[end + 1] in ("which", "whom") and clauses.behind(end):
        return clauses.behind(end), True
    behind = _main(clauses, _next_deed(tokens, clauses, first, end), first)
    before = clauses.before(first)
    if before and behind and _only_describes(tokens, clauses, before, behind, first, end):
        return before, False
    before = _last_deed(tokens, clauses, before, first)
    if before and behind and _for_a_purpose(tokens, clauses, before, behind, first):
        return before, False
    if behind and behind.subject:
        nested = tokens.lows[first - 1] == "of" and tokens.lows[end] in ("who", "which", "that")  # "the families of 38 sailors who drowned"
        relative = tokens.lows[behind.first - 1] in ("who", "which", "that", "whom") and before is not None and not nested
        if behind.subject[0] <= first < behind.subject[1] and not relative:
            return _carried_out(tokens, clauses, behind), True
        if _relates(tokens, clauses, before, behind, first, end):
            return behind, False
    if before and _parted(clauses, before, first) and behind and not _parted(clauses, behind, end):
        return behind, False
    return before or behind, False


def _for_a_purpose(tokens: Tokens, clauses: Clauses, before: Verb, behind: Verb, first: int) -> bool:
    """Whether the verb behind a number only says what for: "wants $4bn to save jobs"; not "told 40 men to leave"."""
    if tokens.lows[behind.first - 1] != "to" or not before.finite or before.passive or before.lemma in roles().causing:
        return False
    return before.lemma not in roles().judging and all(clauses.tag(at) in ("A", "D") for at in range(before.next, first))


def _next_deed(tokens: Tokens, clauses: Clauses, first: int, end: int) -> Verb | None:
    """The first verb behind a number that can govern it: none of saying, nor the "does" of "six times as many as cats do"."""
    behind = clauses.behind(end)
    while behind and behind.lemma in roles().speech and not (behind.subject and behind.subject[0] <= first < behind.subject[1]):
        behind = clauses.behind(behind.next)
    if behind and behind.lemma == "do" and not _COMPARING.isdisjoint(tokens.lows[end - 1 : behind.first]):
        return clauses.behind(behind.next)
    return behind


def _last_deed(tokens: Tokens, clauses: Clauses, before: Verb | None, first: int) -> Verb | None:
    """The last verb before a number, past those of saying unless the number is what they say: "claimed at least nine lives"."""
    while before and before.lemma in roles().speech and before.next < first - 1:
        if before.lemma in roles().with_objects and all(clauses.tag(at) in ("A", "D") for at in range(before.next, first)):
            break
        before = clauses.before(before.first)
    return before


def _only_describes(tokens: Tokens, clauses: Clauses, before: Verb, behind: Verb, first: int, end: int) -> bool:
    """Whether the verb behind a number leaves it to the one before: "fired 40 rockets made in", "had nine days left", or
    "a barge carrying 40 pilgrims and six crew capsized"."""
    if before.lemma == "have" and behind.first == end and tokens.lows[end] == "left":
        return True
    held = behind.subject is not None and behind.subject[0] <= first < behind.subject[1]
    if not behind.finite and (behind.passive or held) and all(clauses.tag(at) in ("D", "A", "Q") for at in range(before.next, first)):
        return True
    return not before.finite and before.subject is not None and before.subject == behind.subject and behind.finite


def _relates(tokens: Tokens, clauses: Clauses, before: Verb | None, behind: Verb, first: int, end: int) -> bool:
    """Whether the verb behind has the number as its object: "the 90 they lost", "a third of the 6,000 that Rome had sent"."""
    if behind.subject is None or behind.subject[1] != behind.first or "of" in tokens.lows[first + 1 : first + 3]:
        return False
    if behind.subject[0] == end:
        return clauses.tag(end) in ("D", "R")
    objects = before is not None and all(clauses.tag(at) in ("A", "D") for at in range(before.next, first))
    linked = tokens.lows[end] in ("that", "which", "whom") and behind.subject[0] == end + 1
    return linked and not objects


def _main(clauses: Clauses, verb: Verb | None, first: int) -> Verb | None:
    """Past a participle that only describes the subject: "40% of the aid promised in May has arrived"."""
    while verb and not verb.finite and verb.subject and verb.subject[0] <= first < verb.subject[1]:
        later = clauses.behind(verb.next)
        if later is None or not later.finite or later.subject is None or later.subject[0] != verb.subject[0]:
            break
        verb = later
    return verb


def _carried_out(tokens: Tokens, clauses: Clauses, verb: Verb) -> Verb:
    """ "have yet to go", "are expected to arrive": the infinitive says what is done."""
    follow = clauses.behind(verb.next)
    if (
        (verb.lemma in roles().raising or (verb.passive and verb.lemma in roles().speech))
        and follow
        and follow.first - verb.next <= 3
        and tokens.lows[follow.first - 1] == "to"
    ):
        return follow._replace(subject=verb.subject)
    return verb


def _parted(clauses: Clauses, verb: Verb, token: int) -> bool:
    """Whether a clause boundary stands between a verb and a token."""
    start, stop = (verb.next, token) if verb.next <= token else (token, verb.first)
    return any(clauses.tags[at - clauses.first] in ("C", "W") for at in range(start, min(stop, clauses.after)))


def is_state(verb: Verb) -> bool:
    """Whether a verb tells how its subject is or fares, not what it does to something: "lasted", "rose", "went up"."""
    if verb.lemma in _TRENDS:
        return True
    lemma = verb.lemma.partition(" ")[0]
    if lemma in roles().gaining:
        return False
    return lemma in roles().states or lemma in syntax().up_verbs or lemma in syntax().down_verbs


def changed(reading: Reading, index: int, verb: Verb | None) -> Change:
    """The direction of change of a quantity, also where an object stands between verb and number: "cut their funding by 6%"."""
    quantity = reading.quantities[index]
    first = reading.spans[index][0]
    if verb and verb.lemma == "add" and verb.next == first and quantity.kind == "duration":
        return "up"
    if quantity.change != "none" or verb is None or reading.tokens.lows[first - 1] != "by" or quantity.kind == "duration":
        return quantity.change
    lemma = verb.lemma.partition(" ")[0]
    if lemma in syntax().up_verbs or verb.lemma.endswith(" up"):
        return "up"
    return "down" if lemma in syntax().down_verbs or verb.lemma.endswith(" down") else "none"
