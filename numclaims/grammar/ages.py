"""Ages: "11-year-old", "aged 84", "a girl of 17", "Dyachuk, 27,", "his sons, 12 and nine". It looks at a term, the words around it, and
at the terms of one list."""

from __future__ import annotations

import itertools

from numclaims.grammar.nouns import has_plural
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.ages import age_words
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import unit_lexicon

_STATED = frozenset(("was", "is", "were", "are", "of", ":", "=", "be", "being", "to", "at"))
_NEAR = 6  # tokens between "age" and the verb that states it
_OLDEST = 130
_MOST_CHILDREN = 16
_LIST_GAPS = (["and"], ["or"], [","], ["&"], [",", "and"], [",", "or"])


def read_age(tokens: Tokens, term: Term) -> None:
    """ "11-year-old", "five years old", "mean age was 54 years", "87 yo", "aged 84", "a girl of 17", "Dyachuk, 27,"."""
    lows, at, first = tokens.lows, term.next, term.first
    if term.unit is not None and term.unit.dimension == "time":
        follow = at + (lows[at] == "-")
        if lows[follow] in ("old", "olds"):
            term.age, term.next = True, follow + 1
        elif lows[at : at + 2] == ["of", "age"]:
            term.age, term.next = True, at + 2
        else:
            term.age = _states_age(tokens, first)
        return
    if not _bare(term) or _of_children(tokens, term):
        return
    if lows[at] in ("yo", "y.o") or (lows[at] == "y" and lows[at + 1] in ("/", "o")):
        term.age, term.next = True, at + 1
    elif _said_age(tokens, first, at) or _bounded_age(tokens, term) or (term.form == "digits" and _apposed(tokens, first, at)):
        term.age = True
    if term.age:
        term.unit = unit_lexicon().words["year"]


def share_ages(tokens: Tokens, terms: list[Term]) -> None:
    """Make ages of the later numbers of a list ("aged 19, 24 and 31"), and of all of one behind relatives ("his sons, 12 and 9")."""
    year = unit_lexicon().words["year"]
    for term in _behind_relatives(tokens, terms):
        term.age, term.unit = True, year
    head: Term | None = None
    for left, right in itertools.pairwise(terms):
        if not (left.age and left.unit is year):
            head = None
            continue
        head = head or left
        if _bare(right) and _listed_age(tokens, left, right, head):
            right.age, right.unit = True, year
        else:
            head = None


def _bare(term: Term) -> bool:
    """A plain number with no unit that somebody's age can be."""
    return term.unit is None and term.form in ("digits", "words") and term.value is not None and 0 < term.value < _OLDEST


def _states_age(tokens: Tokens, first: int) -> bool:
    """Whether a time is said of an age: "mean age was 54.3 years", "the age of patients was 40 years", "at the age of 8 months"."""
    lows, at = tokens.lows, first - 1
    while at > first - 3 and at > 0 and lows[at] in age_words().between:
        at -= 1
    if lows[at] == "aged" or (lows[at] == "age" and at == first - 1):
        return True
    if lows[at] not in _STATED or at < 1:
        return False
    for before in range(at - 1, max(-1, at - _NEAR), -1):
        if lows[before] in ("age", "ages"):
            return True
        if lows[before] in syntax().auxiliaries or lows[before] in syntax().verbs or not lows[before][:1].isalpha():
            return False
    return False


def _said_age(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the words before a bare number say that it is an age: "aged 84", "at the age of 9", "turned 40", "who was 10"."""
    before, earlier, words = tokens.lows[first - 1], tokens.lows[first - 2], age_words()
    if before == "aged" or before == "age":
        return True
    if before == "of":
        return earlier in ("age", "ages") or ((earlier in words.persons or earlier in words.groups) and not has_plural(tokens, at))
    if before in ("turned", "turning", "turns") or (before == "at" and earlier in words.events):
        return not has_plural(tokens, at) and tokens.lows[at] not in ("to", "into")
    if before == "at" and (first == 1 or not earlier[:1].isalnum() or tokens.heads_line(first - 1)):
        follow = at + (tokens.words[at] == ",")
        return tokens.lows[follow] in ("he", "she") or (tokens.lows[follow] == "the" and tokens.lows[follow + 1] in words.superlatives)
    return earlier == "who" and before in ("was", "is", "turned") and not tokens.lows[at][:1].isalpha()


def _of_children(tokens: Tokens, term: Term) -> bool:
    """Whether a number is how many children somebody has: "a mother of three"; "a father of 41" may be that old."""
    few = term.form == "words" or (term.value or 0) < _MOST_CHILDREN
    return few and tokens.lows[term.first - 1] == "of" and tokens.lows[term.first - 2] in age_words().parents


def _bounded_age(tokens: Tokens, term: Term) -> bool:
    """ "children under five", "aged between 4 and 11", "the over-65s"."""
    words, lows, first, at = age_words(), tokens.lows, term.first, term.next
    if has_plural(tokens, at) or lows[at] in ("of", "per", "percent"):
        return False
    before = first - 1
    if tokens.words[before] == "-" and tokens.glued(first) and lows[before - 1] in ("over", "under"):
        if lows[at] == "s" and tokens.glued(at):
            term.next = at + 1
            return True
        return False
    while before > first - 4 and before > 0 and lows[before] in words.between:
        before -= 1
    if before == first - 1 or before < 0:
        return False
    if lows[before] == "aged":
        return True
    return before == first - 2 and lows[first - 1] in words.bounding and lows[before] in words.groups and not tokens.words[at][:1].isupper()


def _apposed(tokens: Tokens, first: int, at: int) -> bool:
    """A bare number set off by commas behind a person: "Odile Vasseur, 64,", "the plumber, 52."."""
    low = tokens.lows[first - 2]
    person = low in age_words().persons or low in age_words().callings
    if first < 3 or tokens.words[first - 1] != "," or not (person or tokens.words[first - 2][:1].isupper()):
        return False
    if low in calendar_words().months or low in calendar_words().weekdays:
        return False
    closed = _closed(tokens, at) or tokens.lows[at] == "who"
    joined = tokens.lows[at + 1] in ("and", "or") and tokens.lows[at + 2] not in ("his", "her", "their", "a", "an")
    return closed and not (is_number(tokens.words[at + 1]) or joined)


def _closed(tokens: Tokens, at: int) -> bool:
    """Whether a mark that ends a phrase stands here, or the text ends."""
    return tokens.words[at] in (",", ";", ")", "!", "?") or (tokens.words[at] == "." and not tokens.glued(at + 1)) or at >= tokens.count


def _listed_age(tokens: Tokens, left: Term, right: Term, head: Term) -> bool:
    """Whether a number goes on with the ages from `head` on: nothing is counted behind it, and no clause of its own begins with it."""
    gap = tokens.lows[left.next : right.first]
    if gap not in _LIST_GAPS or tokens.parted(left.next - 1, right.first + 1) or has_plural(tokens, right.next):
        return False
    if _closed(tokens, right.next) or tokens.lows[right.next] in ("and", "or", "&"):
        return True
    verb = tokens.lows[right.next] in syntax().stops or tokens.lows[right.next].endswith("ed")
    return gap == ["and"] and verb and not _one_person(tokens, head)


def _one_person(tokens: Tokens, term: Term) -> bool:
    """Whether an age is one person's ("a boy aged 12"), so that a number behind "and" begins something else."""
    before = term.first - 1
    while before > 0 and tokens.lows[before] in ("aged", "of", ","):
        before -= 1
    return not is_plural(tokens.lows[before]) and tokens.lows[before] not in age_words().groups


def _behind_relatives(tokens: Tokens, terms: list[Term]) -> list[Term]:
    """The numbers of lists set off behind relatives: "his sons, 12 and nine", "her children (3, 5 and 9)", "the men, 31 and 45,"."""
    found: list[Term] = []
    run: list[Term] = []
    for term in terms:
        if run and not (_bare(term) and tokens.lows[run[-1].next : term.first] in _LIST_GAPS):
            run = []
        if not run and not (_bare(term) and term.first >= 2 and tokens.words[term.first - 1] in (",", "(") and _related(tokens, term)):
            continue
        run.append(term)
        closed = _closed(tokens, term.next) and not is_number(tokens.words[term.next + 1])
        if closed and not (tokens.words[term.next] == "," and tokens.lows[term.next + 1] in ("and", "or")):
            kin = tokens.lows[run[0].first - 2] in age_words().kin
            found += run if kin or len(run) > 1 else []
            run = []
    return found


def _related(tokens: Tokens, term: Term) -> bool:
    """Whether relatives or people stand before the mark in front of a number."""
    low = tokens.lows[term.first - 2]
    return low in age_words().kin or low in age_words().groups
