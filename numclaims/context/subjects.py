"""The subject of a verb: the noun phrase found by walking back from the verb to where its clause begins.

Coordinated verbs, infinitives and participles share the subject of the verb before them; a relative clause takes the noun before
the relative word.
"""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.context.phrases import INNER, opening, phrase_end, ties
from numclaims.context.resumed import resumed
from numclaims.context.smallwords import Tag
from numclaims.context.verb import Range, Verb
from numclaims.grammar.rates import read_rate
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.roles import roles

_SUBJECTS = frozenset(("it", "he", "she", "they", "we", "i"))
_FEW = 9  # verbs to look back to behind an insertion
_DATES = (
    frozenset(calendar_words().months)
    | frozenset(calendar_words().weekdays)
    | frozenset("this last morning evening afternoon night week month year".split())
)
_PERIODS = frozenset("day week weekend month quarter season year decade century morning night".split())
_FRAMING = frozenset(("last", "this", "next"))


def find_subject(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, earlier: list[Verb]) -> Range | None:
    """The subject of the verb group that begins at tag `start`."""
    at = start - 1
    while at >= 0 and tags[at] == "A":
        at -= 1
    if at < 0:
        return None
    comma = _before_insertion(tokens, base, tags, at, earlier)
    if comma is not None and not tokens.lows[base + start].endswith("ing"):
        at, earlier = comma - 1, earlier[-_FEW:-1]
    found = _found(tokens, base, tags, start, at, earlier)
    if found and found[0] > base and all(tokens.lows[token] in _DATES for token in range(*found)):
        return _found(tokens, base, tags, start, found[0] - base - 1, earlier)  # "the yen, which this morning bought"
    return found


def _before_insertion(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> int | None:
    """The tag index of the comma before who says it, where that stands between a subject and its verb: "The gale, officials say, has"."""
    if tokens.lows[base + at] != "," or not earlier or earlier[-1].lemma not in roles().speech or earlier[-1].next != base + at:
        return None
    said = earlier[-1].subject
    if said is None or tokens.words[said[0] - 1] != "," or said[0] - 2 < base or tags[said[0] - 2 - base] not in ("N", "R"):
        return None
    return said[0] - 1 - base


def _found(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, at: int, earlier: list[Verb]) -> Range | None:
    """The subject that ends at tag `at`, or further back, of the verb group that begins at tag `start`."""
    low = tokens.lows[base + at]
    if tags[at] == "R" and low in _SUBJECTS and (at == 0 or tags[at - 1] != "P"):
        return base + at, base + at + 1
    if earlier and (tags[at] == "T" or (tags[at] == "P" and tokens.lows[base + start].endswith("ing"))):
        return _affected(tokens, base, tags, at, earlier[-1]) or earlier[-1].subject
    if tags[at] == "T" or low in ("and", "or", "but", "then"):
        return earlier[-1].subject if earlier else None
    if tags[at] == "W" or (low in ("each", "both", "all") and at > 1 and tokens.words[base + at - 1] == ","):
        return _antecedent(tokens, base, tags, at - 1, earlier)
    if low in (",", "—", "–", ")"):
        return resumed(tokens, base, tags, at, earlier)
    if tags[at] in ("C", ".") and low not in INNER:
        return earlier[-1].subject if earlier and tags[at] == "C" else None
    return _chunk(tokens, base, tags, at, earlier)


def _affected(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, verb: Verb) -> Range | None:
    """The object of a verb that makes or blames it for what follows at tag `at`, or holds it to be that.

    "ordered the bank to pay", "fined it for dumping", "estimated the loss to be 4%".
    """
    held = tags[at] == "T" and tokens.lows[base + at + 1] == "be" and verb.lemma in roles().judging
    if verb.passive or not (held or verb.lemma in (roles().causing if tags[at] == "T" else roles().blaming)):
        return None
    start = verb.next - base
    if start >= at:
        return None
    after = start + 1 if tags[start] == "R" else min(phrase_end(tokens, base, tags, start), at)
    nouns = next((inner for inner in range(start, after) if tags[inner] == "Q" or not _nominal(tokens, base, tags, inner)), after)
    return (base + start, base + nouns) if nouns > start else None


def _nominal(tokens: Tokens, base: int, tags: Sequence[Tag], at: int) -> bool:
    """Whether a word can stand in a noun phrase, sums of money apart."""
    return tags[at] in ("N", "D", "R", "P") or tokens.lows[base + at] in ("'s", "’s", "-", "&")


def _antecedent(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> Range | None:
    """The noun phrase before a relative word; for "of whom" and "that" behind a verb there is none."""
    if at >= 0 and tokens.lows[base + at] == ",":
        at -= 1
    if at > 1 and tokens.lows[base + at] == "of":
        while at > 0 and tokens.lows[base + at] != ",":
            at -= 1
        at -= 1
    if at > 0 and tokens.lows[base + at] in ("there", "here"):
        at -= 1
    if at < 0 or tags[at] not in ("N", "Q"):
        return None
    found = _chunk(tokens, base, tags, at, earlier, relative=True)
    if found and tokens.lows[base + at + 1] == ",":
        return max(found[0], base + _nearest(tokens, base, tags, found[0] - base, at + 1)), found[1]
    return found


def _nearest(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int:
    """Where the noun phrase right before a relative clause begins, without what it is "of"."""
    at = end - 1
    while at > start and tags[at] not in ("P", "T"):
        at -= 1
    return at + 1 if tags[at] in ("P", "T") else start


def _chunk(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb], *, relative: bool = False) -> Range | None:
    """The subject in the unbroken stretch of words that ends at tag `at`; with `relative` the noun that a relative clause tells of."""
    if tokens.words[base + at] == ")":
        at = opening(tokens, base, at) - 1
    end = at + 1
    start = _stretch_start(tokens, base, tags, at)
    behind_verb = start > 0 and tags[start - 1] == "V" and bool(earlier)
    if relative:
        return (base + _last_phrase(tokens, base, tags, start, end), base + end) if start < end else None
    last = earlier[-1] if earlier else None
    gerund = behind_verb and last is not None and last.next == base + start and tokens.lows[last.next - 1].endswith("ing")
    if gerund and last and last.subject is None and not last.finite:
        return last.first, base + end
    if tokens.lows[base + start - 1] == "and" and _describes(last, earlier):
        return last.subject if last else None
    if start >= end:
        return (_owner_of_relative(tokens, base, tags, earlier) or (last.subject if last else None)) if behind_verb else None
    if start > 0 and tags[start - 1] in ("V", "X"):
        start = _last_joint(tokens, base, tags, start, end)
    start = _subordinate(tokens, base, tags, start, end, earlier)
    return _own(tokens, base, tags, start, end, last, behind_verb=behind_verb)


def _describes(last: Verb | None, earlier: list[Verb]) -> bool:
    """Whether the verb before only describes the subject, no other verb said: "a ferry carrying 40 pilgrims and six crew [capsized]"."""
    adjacent = last is not None and last.subject is not None and last.subject[1] == last.first
    return adjacent and not any(verb.finite for verb in earlier)


def _stretch_start(tokens: Tokens, base: int, tags: Sequence[Tag], at: int) -> int:
    """Where the unbroken stretch of words that ends at tag `at` begins; brackets in it are passed over."""
    while at >= 0:
        if tokens.words[base + at] == ")":
            at = opening(tokens, base, at) - 1
        elif tags[at] in ("N", "D", "Q", "A", "P", "R", "T") or ties(tokens, base + at) or _joins(tokens, base, tags, at):
            at -= 1
        else:
            break
    return at + 1


def _own(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int, last: Verb | None, *, behind_verb: bool) -> Range | None:
    """The subject in a stretch, or that of the verb before where the stretch only goes on with it."""
    fresh = _fresh(tokens, base, tags, start, end)
    if behind_verb and last and last.lemma in roles().speech and last.next == base + start and fresh is None:
        return base + start, base + min(phrase_end(tokens, base, tags, _past_bound(tags, start, end), joined=True), end)
    if tags[start] in ("P", "T") and fresh is None and tokens.lows[base + end].endswith("ing"):
        return base + _last_phrase(tokens, base, tags, start, end), base + end
    if fresh is not None:
        start = fresh
    elif behind_verb and last and not last.finite and tags[start] in ("P", "T", "D", "N"):
        return last.subject
    if tokens.lows[base + start] == "with" and start + 1 < end:
        start += 1
    if behind_verb and last and tokens.lows[last.first - 1] in ("that", "who", "which"):
        return last.subject
    if tags[start] in ("P", "T"):
        return last.subject if last else None
    after = min(phrase_end(tokens, base, tags, start, joined=True), end) if tags[start] != "R" else start + 1
    if after < end and tokens.lows[base + after] in ("by", "from"):  # "an attack by rebels", "engineers from the utility"
        after = min(phrase_end(tokens, base, tags, after + 1), end)
    return (base + start, base + after) if after > start else None


def _past_bound(tags: Sequence[Tag], start: int, end: int) -> int:
    """Past the bound before the number that a phrase begins with: "up to 200 of them"."""
    number = start
    while number < end - 1 and tags[number] in ("P", "T", "A"):
        number += 1
    return number if tags[number] == "Q" else start


SUBORDINATORS = frozenset("after before since until as than like because while when once".split())


def _subordinate(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int, earlier: list[Verb]) -> int:
    """Past a word that begins a subordinate clause inside the stretch: "... of land as donors cut", "after the farmer cut"."""
    if SUBORDINATORS.isdisjoint(tokens.lows[base + start : base + end - 1]):
        return start
    for at in range(end - 2, start - 1, -1):
        if tokens.lows[base + at] in SUBORDINATORS and tags[at] == "P" and tags[at + 1] in ("D", "N", "R", "Q"):
            reason = tokens.lows[base + at] in ("as", "because") and bool(earlier) and earlier[-1].next <= base + start + 1
            plain = reason or not any(
                tags[inner] in ("P", "T") and tokens.lows[base + inner] not in ("of", "per") for inner in range(at + 1, end)
            )
            if plain and (earlier or at == start) and _fresh(tokens, base, tags, at + 1, end) is None:
                return at + 1
            return start
    return start


def _last_joint(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int:
    """Behind the last "and" of a stretch that follows a verb: there a new clause begins."""
    for at in range(end - 2, start, -1):
        if tokens.lows[base + at] in ("and", "or", "but"):
            return at + 1
    return start


def _owner_of_relative(tokens: Tokens, base: int, tags: Sequence[Tag], earlier: list[Verb]) -> Range | None:
    """ "the army they faced had": the noun in front of a clause without a relative word."""
    if not earlier or earlier[-1].subject is None:
        return None
    stop = earlier[-1].subject[0] - base
    start = stop
    while start > 0 and tags[start - 1] in ("N", "D"):
        start -= 1
    return (base + start, base + stop) if start < stop else None


def _joins(tokens: Tokens, base: int, tags: Sequence[Tag], at: int) -> bool:
    """ "and" between two nouns of one subject: "Mines and explosive remnants"."""
    return tokens.lows[base + at] in ("and", "or") and at > 0 and tags[at - 1] == "N" and at + 1 < len(tags) and tags[at + 1] in ("N", "D")


def _fresh(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int | None:
    """Where the subject begins behind a fronted phrase without a comma: "In Halifax the vacancy rate", "In three years 64 people"."""
    for at in range(end - 1, start, -1):
        before = tokens.lows[base + at - 1]
        opens = tags[at] in ("D", "Q", "R") and tags[at - 1] in ("N", "A") and read_rate(tokens, base + at) is None
        framed = before in _PERIODS and ("P" in (tags[start], tags[start - 1]) or tokens.lows[base + start] in _FRAMING)
        opens = opens or (framed and tags[at] == "N" and tokens.words[base + at][:1].isupper())
        if opens and before.endswith("ing") and tags[at] == "Q":
            return None
        if opens and tags[at] == "Q" and at == end - 1 and tags[start] in ("N", "D") and before not in _DATES:
            return None  # "quakes of magnitude 6.3 [struck]"
        if opens and before not in INNER and before not in ("past", "next", "previous", "first", "coming", "aged"):
            return at
    return None


def _last_phrase(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int:
    """Where the last noun phrase of a stretch begins, "of" phrases kept with what they belong to."""
    at = end - 1
    while at > start and not (tags[at] in ("P", "T") and tokens.lows[base + at] != "of"):
        at -= 1
    return at + 1 if tags[at] in ("P", "T") and tokens.lows[base + at] != "of" else at
