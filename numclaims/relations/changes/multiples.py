"""Multiples with both their numbers: "3,000, twice as many as the 1,500 of last year", "$90, more than double the $30 charged in May".

The larger number stands before the multiple, the one it is taken of right behind it. A relation "multiple of" has one "multiple"
where that is a number ("four times"), the "before" it is taken of, and as "after" every number of the sentence that may be meant.
"Times more than" is left alone, since writers do not agree on what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Claim, Member, Relation
from numclaims.relations.changes.sides import comparable, in_unit_of, is_level
from numclaims.relations.changes.trends import trends
from numclaims.relations.phrases import any_of, last_words
from numclaims.relations.surroundings import Surroundings

MULTIPLE_OF = "multiple of"

_BASE = (
    r"(?:(?:the|its|their|his|her|our|those|[\w-]+(?:['’]s|s['’])|last|previous|just|only|some|about|year|month|week|season|total)\s+)"
    r"{0,5}"
)
_AS_MANY = r"\s+as\s+[a-z]+\s+(?:[\w’'-]+\s+){0,2}?as\s+"
_WHEN = r"(?:in|on|at|during)\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+,?\s+when\s+(?:[\w’'-]+\s+){0,3}?"
_WORD = re.compile(
    rf"""(?P<hedge>(?:(?:more|less)\s+than|well\s+over|over|at\s+least|nearly|almost|about|roughly|just\s+under)\s+)?
        \b(?P<word>{any_of(sorted(trends().factors))}|twice|half(?={_AS_MANY}))\b (?:{_AS_MANY}|\s+) (?:{_WHEN})? {_BASE}$""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDS = last_words((*trends().factors, "twice", "half"))
_TIMES = re.compile(rf"(?:{_AS_MANY}|\s+)(?:{_WHEN})?{_BASE}", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:of|than|from|against|with|to|times|double|half)\s+(?:the|its|their|a)\s+(?:[a-z]+\s+)?$|\d\S*\s+of\s+$", re.IGNORECASE
)
_OF_NUMBER = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+)?\d")
_COUNTED = re.compile(r"\s+times(?=\s)")
_AFTER = re.compile(
    r"""(?:\s+(?!(?:that|which|who|whose|where|and|but|while|than|against)\b)[\w’'-]+){0,10}?
        (?:\s*[,(–—:]\s*|\s+[–-]\s+|\s+(?:is|was|are|were|be)\s+)
        (?:(?:or|which|that|is|was|are|were|some|well|exactly|a|figure|number|sum|total|rate|price|level|nearly|almost|about|around
            |roughly|more|less|than|over|at|least|just|under)\s+){0,5}$""",
    re.IGNORECASE | re.VERBOSE,
)
_LIMIT = re.compile(r"\b(?:up\s+to|would|could|might|if|target|limit|maximum|allowed)\b", re.IGNORECASE)
_SO_MANY = re.compile(r"\s+as\s+(?:many|much|high|large|big|long|heavy|fast|far|old|deep|wide)\s*(?:[.;)–—]|,\s|$)")
_BESIDE = re.compile(r"(?:\s+[\w’'-]+){0,3}\s*(?:,|–|—|\()\s*(?:or\s+|nearly\s+|almost\s+|about\s+)?")
_CHANGED = re.compile(r"\b(?:from|than|against|per|each|of\s+(?:them|whom|which)|more|fewer)\b")
_PAIR = 2
_FACTORS = {"twice": 2.0, "half": 0.5}
_WINDOW = 110
_BACK = 3


def factor_of(word: str) -> float:
    """By what a lower-cased word multiplies: "double", "twice", "half"."""
    return _FACTORS[word] if word in _FACTORS else trends().factors[word]


def multiple_relations(around: Surroundings) -> Iterator[Relation]:
    """The multiples of a document that stand between both their numbers, in text order."""
    for index, base in enumerate(around.claims):
        if index and is_level(base) and base.value:
            relation = _worded(around, index, base) or _numbered(around, index, base)
            if relation and not _OF_NUMBER.match(around.text, base.end):
                yield relation
    for index in range(2, len(around.claims)):
        if relation := _closing(around, index):
            yield relation


def _closing(around: Surroundings, index: int) -> Relation | None:
    """ "Girls got 14 of the prizes and boys 21, twice as many": the only two numbers of the sentence before a multiple that ends it."""
    base, after, times = around.claims[index - 2 : index + 1]
    if times.kind != "multiple" or times.value is None or times.change != "none" or base.sentence_start != times.sentence_start:
        return None
    if not _SO_MANY.match(around.text, times.end) or not _BESIDE.fullmatch(around.between(after, times)):
        return None
    if not (is_level(base) and is_level(after) and base.value and after.value and comparable(around, base, after)):
        return None
    start = max(0, base.sentence_start - _WINDOW)
    alike = [claim for claim in around.within(start, times.start) if claim.kind == base.kind and claim.unit == base.unit]
    if len(alike) > _PAIR or _LIMIT.search(around.text, base.sentence_start, times.end) or _CHANGED.search(around.between(base, after)):
        return None
    small, large = sorted((base, after), key=lambda claim: claim.value or 0)
    return _relation([large], small, times.text, times)


def _worded(around: Surroundings, index: int, base: Claim) -> Relation | None:
    """ "$90, more than double the $30"."""
    if _WORDS.isdisjoint(around.words(base)):
        return None
    before = around.before(base, _WINDOW)
    match = _WORD.search(before)
    if match is None:
        return None
    start = base.start - len(before) + match.start()
    after = _afters(around, index, base, start)
    return _relation(after, base, (match["hedge"] or "") + match["word"]) if after else None


def _numbered(around: Surroundings, index: int, base: Claim) -> Relation | None:
    """ "3,000, twice as many as the 1,500", "600 passengers, four times the 150"."""
    times = around.claims[index - 1]
    if times.sentence_start != base.sentence_start or times.value is None or times.change != "none" or times.per:
        return None
    gap = around.between(times, base)
    counted = _COUNTED.match(gap) if times.kind == "count" else None
    if (times.kind != "multiple" and not counted) or not _TIMES.fullmatch(gap, counted.end() if counted else 0):
        return None
    after = _afters(around, index - 1, base, times.start)
    return _relation(after, base, times.text, times) if after else None


def _afters(around: Surroundings, index: int, base: Claim, start: int) -> list[Claim]:
    """The numbers before a multiple that it may be said of, the nearest first."""
    found: list[Claim] = []
    for claim in reversed(around.claims[max(0, index - _BACK) : index]):
        if claim.sentence_start != base.sentence_start or claim.end > start:
            continue
        if is_level(claim) and claim.value and comparable(around, base, claim):
            if _OF.search(around.before(claim, 30)):
                return []  # itself what another number is taken of
            if not found and not _AFTER.fullmatch(around.text, claim.end, start):
                return []
            found.append(claim)
    if found and _LIMIT.search(around.text, found[0].sentence_start, base.end + _WINDOW // 2):
        return []
    return found


def _relation(after: list[Claim], base: Claim, words: str, times: Claim | None = None) -> Relation:
    return Relation(
        MULTIPLE_OF,
        (
            Member("before", in_unit_of(base, after[0])),
            *(Member("after", in_unit_of(claim, base)) for claim in after),
            *((Member("multiple", times),) if times else ()),
        ),
        words,
    )
