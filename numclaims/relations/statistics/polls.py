"""Margins of error with the number of people asked: "plus or minus 3 points", "a simple random sample of 620 likely voters".

The words stand in polls.toml. Whether a sample of that size can have that margin is for the rules to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from operator import attrgetter

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Figure, Member, Relation
from numclaims.relations.surroundings import Surroundings, singular

MARGIN = "margin of error"
"""A "margin" with the largest "sample" that the text tells of; `words` is "random" where that is said to be drawn at random.

A figure "confidence" holds the level of confidence in percent, where the text gives one.
"""

_ERROR = re.compile(
    r"\bmargins?\s+of\s+(?:sampling\s+|statistical\s+)?error\b|\bsampling\s+(?:error|margin)\b|\berror\s+margin\b", re.IGNORECASE
)
_RANDOM = re.compile(r"\bsimple\s+random\s+sample\b", re.IGNORECASE)
_CONFIDENCE = re.compile(
    r"\b(\d\d(?:\.\d)?)\s?(?:%|per\s?cent|percent)[\s-](?:level\sof\s)?confidence|confidence\slevel\sof\s(\d\d(?:\.\d)?)|\b(\d\d)\stimes\sout\sof\s100|\b(\d\d)\sout\sof\s100\s(?:times|cases)"
)
_NINETEEN = re.compile(r"\b19\s(?:times\s)?out\sof\s(?:every\s)?20\b")
_OF_WHOLE = re.compile(r"[\d%]\s+(?:out\s+)?of\s+(?:(?:the|its|all|their|our)\s+)?$")
"""Nearly all of a small set were asked: "620 of the 640 members"."""
_SAMPLE_OF = re.compile(r"\bsample(?:\s+size)?\s+(?:of|was|is)\s+$|\b[nN]\s?=\s?$")
_NOUN_WITHIN = 4
"""How many words behind a number may hold the noun for the people asked: "620 likely general-election voters"."""
_NEAR = 700
"""How many characters may stand between a margin and the number of people asked."""


@dataclass(frozen=True, slots=True)
class PollWords:
    """The lists of polls.toml."""

    asking: frozenset[str]
    asked: frozenset[str]
    within: frozenset[str]


@cache
def poll_words() -> PollWords:
    """The words of polls.toml, read at the first call."""
    return PollWords(**word_classes(read_toml("polls.toml", "numclaims.relations.statistics")["classes"]))


def margins(around: Surroundings) -> Iterator[Relation]:
    """The margins of error of a document, each with the largest sample near it."""
    told = "error" in around.lower or "sampling" in around.lower  # a word is sought faster than a pattern
    if not told or not _ERROR.search(around.text):
        return
    samples = [claim for index, claim in enumerate(around.claims) if _asked(around, index)]
    for claim in around.claims:
        if claim.unit not in ("percent", "percentage point") and "point" not in around.after(claim, 12):
            continue
        if claim.value is None or not _is_margin(around, claim):
            continue
        first, last = (bisect_left(samples, end, key=attrgetter("start")) for end in (claim.start - _NEAR, claim.start + _NEAR))
        near = samples[first:last]
        if not near or any(_OF_WHOLE.search(around.before(sample, 30)) for sample in near):
            continue
        sample = max(near, key=lambda one: one.value or 0)
        stretch = around.text[max(0, min(sample.sentence_start, claim.sentence_start)) : max(claim.end, sample.end) + 150]
        yield Relation(
            MARGIN,
            (Member("margin", claim), Member("sample", sample)),
            words="random" if _RANDOM.search(stretch) else "",
            figures=tuple(_confidence(stretch)),
        )


def _asked(around: Surroundings, index: int) -> bool:
    """Whether a claim counts the people asked: "620 likely voters", "N = 1,004", in a sentence that tells of asking."""
    claim = around.claims[index]
    if claim.kind != "count" or claim.value is None or claim.per or claim.value < 10:
        return False
    words = poll_words()
    behind = takewhile(str.isalpha, words_of(around.after(claim, 50)))
    counted = [word.lower() for word in islice(behind, _NOUN_WITHIN)]
    if _SAMPLE_OF.search(around.before(claim, 20)):
        return True
    asked = "of" not in counted and any(singular(word) in words.asked for word in counted)
    return asked and not words.asking.isdisjoint(words_of(claim.sentence.lower()))


def _is_margin(around: Surroundings, claim: Claim) -> bool:
    """Whether the sentence of a claim speaks of the margin of error before it: "a margin of error of plus or minus 1.5 points"."""
    before = around.before(claim, 120)
    ends = [match.end() for match in _ERROR.finditer(before)]
    if not ends:
        return False
    between = words_of(before[ends[-1] :].lower())
    known = poll_words().within
    return len(between) <= 12 and all(word in known or not word.isalpha() for word in between)


def _confidence(text: str) -> Iterator[Figure]:
    match = _CONFIDENCE.search(text)
    if match:
        level = next(group for group in match.groups() if group)
        yield Figure("confidence", match.start(), match.end(), float(level))
    elif (nineteen := _NINETEEN.search(text)) is not None:
        yield Figure("confidence", nineteen.start(), nineteen.end(), 95.0)
