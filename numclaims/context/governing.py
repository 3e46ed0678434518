"""The verb that governs a number, who acts by it, and which way it says the number goes. It works on the clauses of one sentence."""

from __future__ import annotations

from numclaims.context.clauses import Clauses
from numclaims.context.verb import Range, Verb
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.model import Change


def governing_verb(tokens: Tokens, clauses: Clauses, first: int, end: int) -> tuple[Verb | None, bool]:
    """The verb that a number at tokens `first` to `end` belongs to, and whether the number is in its subject.

    Verbs of saying govern no number; what was said has a verb of its own.
    """
    behind = clauses.behind(end)
    if behind and tokens.lows[end] == "of" and tokens.lows[end + 1] in ("which", "whom"):
        return behind, True
    while behind and behind.lemma in roles().speech and not (behind.subject and behind.subject[0] <= first < behind.subject[1]):
        behind = clauses.behind(behind.next)
    behind = _main(clauses, behind, first)
    before = clauses.before(first)
    describes = behind is not None and behind.passive and not behind.finite
    if describes and before and all(clauses.tag(at) in ("D", "A", "Q") for at in range(before.next, first)):
        return before, False
    while before and before.lemma in roles().speech and before.next < first - 1:
        before = clauses.before(before.first)
    if behind and behind.subject:
        relative = tokens.lows[behind.first - 1] in ("who", "which", "that") and before is not None
        if behind.subject[0] <= first < behind.subject[1] and not relative:
            return _carried_out(tokens, clauses, behind), True
        if behind.subject[0] == end and clauses.tag(end) in ("D", "R") and behind.subject[1] == behind.first:
            return behind, False
    if before and _parted(clauses, before, first) and behind and not _parted(clauses, behind, end):
        return behind, False
    return before or behind, False


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
    if verb.lemma in roles().raising and follow and follow.first - verb.next <= 3 and tokens.lows[follow.first - 1] == "to":
        return follow._replace(subject=verb.subject)
    return verb


def _parted(clauses: Clauses, verb: Verb, token: int) -> bool:
    """Whether a clause boundary stands between a verb and a token."""
    start, stop = (verb.next, token) if verb.next <= token else (token, verb.first)
    return any(clauses.tags[at - clauses.first] in ("C", "W") for at in range(start, min(stop, clauses.after)))


def find_actor(clauses: Clauses, verb: Verb | None, first: int, *, money: bool) -> Range | None:
    """The subject of an active verb that is no mere state, where the number, an amount of money or none, stands behind the verb."""
    if verb is None or verb.passive or verb.lemma == "be" or verb.subject is None:
        return None
    if _only_reports(clauses, verb, first, money=money):
        return None
    if is_state(verb) and (verb.next > first or clauses.tag(verb.next) in ("P", "T", ".")):
        return None
    return None if verb.next > first and verb.subject[0] < first else verb.subject


def _only_reports(clauses: Clauses, verb: Verb, first: int, *, money: bool) -> bool:
    """Whether the subject of a verb only tells of the number: "the ministry recorded 12 deaths", "puts the toll at 40", "gives 40 dead"."""
    if verb.lemma == "put":
        return clauses.tag(first - 1) == "P" or verb.next > first
    if verb.lemma in roles().giving:
        return verb.next == first and not money
    return verb.lemma in roles().reports and not (verb.lemma in roles().with_objects and verb.next == first)


def is_state(verb: Verb) -> bool:
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
