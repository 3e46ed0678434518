"""A sentence cut into its clauses, each with the tense of its verb, so that a time can be tied to what happened then.

It knows verbs from `clauses`; what stands between two marks or joining words is one clause here, with or without a verb.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from numclaims.context.clauses import Clauses
from numclaims.context.times.whenwords import when_words
from numclaims.context.verb import Verb
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.wordnumbers import is_number_word
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms

Tense = Literal["past", "perfect", "pluperfect", "present", "future", "modal", "none"]

_MARKS = frozenset(',;:()—–“”"[]')
_BOUNDS = frozenset(("since", "before", "after", "until"))
_QUOTES = frozenset('“”"')
_AMOUNTS = frozenset(("$", "€", "£", "more", "about", "some", "another"))
_HAVE = frozenset(("has", "have", "'ve", "’ve", "haven't", "hasn't"))
_PRESENT = frozenset(("is", "are", "am", "'re", "’re", "isn't", "aren't", "do", "does", "don't", "doesn't"))
_PAST = frozenset(("was", "were", "did", "wasn't", "weren't", "didn't"))


class Clause(NamedTuple):
    """Tokens `first` to `after`, the word that opens the clause ("which", ""), its verbs, the tense of the first finite one.

    Verbs that merely report are passed over for the tense where there is another.
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
    words, lows, opening = tokens.words, tokens.lows, when_words().opening
    start, quoted, mark = clauses.first, False, ""
    resumed = _resumed(tokens, clauses)
    for at in range(clauses.first, clauses.after):
        word = words[at]
        marked = word in _MARKS
        if not marked and at not in resumed and not (lows[at] in opening and at > start and _opens(tokens, clauses, start, at)):
            continue
        if at > start:
            found.append(_clause(tokens, clauses, start, at, quoted, mark, found[-1] if found else None))
            mark = ""
        if marked:
            mark, start = word, at + 1
            quoted = word == "“" or (word == '"' and not quoted) if word in _QUOTES else quoted
        else:
            start = at
    if clauses.after > start:
        found.append(_clause(tokens, clauses, start, clauses.after, quoted, mark, found[-1] if found else None))
    return tuple(found)


def _resumed(tokens: Tokens, clauses: Clauses) -> frozenset[int]:
    """The verbs that go on with a clause behind a relative one without a mark: "rebels who took the town in May [freed] 40 men"."""
    finite = [verb for verb in clauses.verbs if verb.finite]
    return frozenset(
        later.first
        for verb, later in pairwise(finite)
        if clauses.tag(verb.first - 1) == "W"
        and verb.subject
        and verb.subject == later.subject
        and verb.subject[1] <= verb.first - 1
        and clauses.tag(later.first - 1) not in ("C", "T", ".")
    )


def _opens(tokens: Tokens, clauses: Clauses, start: int, at: int) -> bool:
    """Whether a joining word opens a clause with a verb of its own here."""
    words, low = when_words(), tokens.lows[at]
    if clauses.tag(at) == "W" or low == "what":
        return tokens.lows[at - 1] != "of" and _finite_behind(tokens, clauses, at + 1)
    if low in words.openers:
        if low == "than" and tokens.lows[at - 1] in ("more", "less", "fewer"):
            return False
        if low in _BOUNDS and _dates(tokens, at + 1):
            return False
        return _finite_behind(tokens, clauses, at + 1)
    if low in words.joins and not (tokens.lows[at + 1] in words.months and tokens.words[at + 1][0].isupper()):
        return any(start <= verb.first < at for verb in clauses.verbs) and _finite_behind(tokens, clauses, at + 1)
    return False


def _dates(tokens: Tokens, at: int) -> bool:
    """Whether a time stands here and no clause: "since late May", "before Tuesday", "until 2019"."""
    words, at = when_words(), at + (tokens.lows[at] in when_words().roughly)
    return tokens.words[at][:1].isupper() and (tokens.lows[at] in words.months or tokens.lows[at] in words.weekdays)


def _finite_behind(tokens: Tokens, clauses: Clauses, at: int) -> bool:
    """Whether a finite verb follows before the next mark or joining word."""
    verb = clauses.behind(at)
    if verb is None or not verb.finite:
        return False
    return _MARKS.isdisjoint(tokens.words[at : verb.first]) and when_words().openers.isdisjoint(tokens.lows[at + 1 : verb.first])


def _clause(tokens: Tokens, clauses: Clauses, first: int, after: int, quoted: bool, mark: str, before: Clause | None) -> Clause:
    verbs = tuple([verb for verb in clauses.verbs if first <= verb.first < after])
    finite = [verb for verb in verbs if verb.finite and tokens.lows[verb.first - 1] != "to"]
    if verbs and not finite:
        finite = [verb for verb in verbs if _bare_past(tokens, verb, first)]
    told = next((verb for verb in finite if not says(tokens, verb)), None)
    main = told or (finite[0] if finite else None)
    opener = tokens.lows[first] if clauses.tag(first) in ("W", "C") or tokens.lows[first] in when_words().openers else ""
    if clauses.tag(first + 1) == "W" and first + 1 < after and not opener:
        opener = tokens.lows[first + 1]
    if main is None:
        return Clause(first, after, opener, verbs, "none", False, quoted, mark)
    tense: Tense = "perfect" if _goes_on(tokens, main, first, before) else verb_tense(tokens, main)
    return Clause(first, after, opener, verbs, tense, told is None, quoted, mark)


def _goes_on(tokens: Tokens, verb: Verb, first: int, before: Clause | None) -> bool:
    """Whether a participle only goes on with the perfect of the clause before: "has killed 44 people and infected 900"."""
    if before is None or before.tense != "perfect" or verb.next - verb.first != 1 or tokens.lows[first] not in ("and", "or"):
        return False
    form = verb_forms().forms.get(tokens.lows[verb.first], ("", ""))[1]
    return verb.first <= first + 2 and form in ("past", "participle")


def _bare_past(tokens: Tokens, verb: Verb, first: int) -> bool:
    """A past form behind a subject, the only verb of its clause: "crews worked for hours"."""
    agent = tokens.lows[verb.next] == "by" and not any(is_number(word) for word in tokens.words[verb.next : verb.next + 4])
    return verb.first > first and not agent and tokens.lows[verb.first - 1] != "to" and verb_tense(tokens, verb) == "past"


def says(tokens: Tokens, verb: Verb) -> bool:
    """Whether a verb reports: "announced on Friday", "found that"; not "announced a plan", "found 30 bodies", "was found"."""
    words, lemma = when_words(), verb.lemma.partition(" ")[0]
    if lemma not in words.saying or (verb.passive and verb.finite):
        return False
    behind = tokens.lows[verb.next]
    if lemma not in words.deeds:
        return lemma in ("say", "tell") or not is_number(behind)
    if behind == "that":
        return True
    return not (is_number(behind) or is_number_word(behind) or behind in syntax().determiners or behind in _AMOUNTS)


def in_general(tokens: Tokens, verb: Verb) -> bool:
    """Whether a verb tells what holds at all times, or may: "treats", "can treat"; not "treated", "has treated", "will treat"."""
    return verb_tense(tokens, verb) == "present" or "can" in tokens.lows[verb.first : verb.next]


def verb_tense(tokens: Tokens, verb: Verb) -> Tense:
    """The tense of a finite verb group; "is to", "are expected to", "plans to" look ahead."""
    words, lows = when_words(), tokens.lows[verb.first : verb.next]
    lemma = verb.lemma.partition(" ")[0]
    if not words.future.isdisjoint(lows):
        return "future"
    if not words.modals.isdisjoint(lows):
        return "modal"
    if tokens.lows[verb.next] == "to" and (lemma in words.planned or lows[-1] in ("is", "are")):
        return "future"
    if not _HAVE.isdisjoint(lows):
        return "perfect" if len(lows) > 1 else "present"
    if "had" in lows:
        return "pluperfect" if len(lows) > 1 and lows[-1] != "had" else "past"
    if not _PAST.isdisjoint(lows):
        return "past"
    if not _PRESENT.isdisjoint(lows):
        return "present"
    forms = verb_forms().forms
    form = next((forms[low][1] for low in reversed(lows) if low in forms and forms[low][0] == lemma), "base")
    return "past" if form in ("past", "participle") else "present" if form in ("base", "third") else "none"
