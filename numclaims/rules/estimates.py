"""Which ranges are estimates that need a source, and whom the text gives for them besides a citation in the same sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.reporting import reporting
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim

_PRINTED = re.compile(r"\d\D*?(?:-|–|—|‑|\bto\b|\band\b|\bor\b)\D*?\d")
_YEARS = re.compile(r"(?:between )?(?:1[0-9]|20)\d\d\W+(?:(?:to|and)\W+)?(?:1[0-9]|20)\d\d")
_LEAST_COUNT = 20
_LEAST_OTHER_COUNT = 1000
_LEAST_MONEY = 1e6
_HARM = frozenset(("die", "kill", "wound", "injure", "perish", "maim", "execute"))
_HARMED = re.compile(
    r"\b(?:die|dies|died|dying|kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|dead|deaths?|casualties|fatalities)\b",
    re.IGNORECASE,
)
_LONG = 1000
"""Sentences are longer only where a text has no full stops, and are then read no further."""
_WRITERS = frozenset(("i", "we"))
_NEAR = 60
_EARLIER = 300
"""How many characters of the sentence before are read for a citation."""
_PERIODS = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"))
_SENTENCE_START = re.compile(r"[.!?][”\"’']?\s+(?=[^a-z\s])")


@dataclass(frozen=True, slots=True)
class EstimateWords:
    """The words of ranges.toml on what is estimated by whom."""

    groups: frozenset[str]
    capacity: frozenset[str]
    plans: frozenset[str]
    intended: frozenset[str]
    witnesses: frozenset[str]
    seen: frozenset[str]


@cache
def estimate_words() -> EstimateWords:
    """The words of ranges.toml, read at the first call."""
    return EstimateWords(**word_classes(read_toml("ranges.toml", "numclaims.rules")["estimates"]))


def estimated(text: str, claim: Claim) -> str:
    """What kind of estimate a claim is that needs a source: "a rate of casualties", "a range of money"; "" where it is none.

    `text` is the full text of the document.
    """
    return _casualty_rate(claim) or _range(text, claim)


def cited_for(text: str, claim: Claim) -> str:
    """Who is given for an estimate, for a message: its source, those who saw or reckon it, or the sentence before; "" for nobody."""
    if claim.source:
        return f"the text cites {claim.source}"
    return _witness(text, claim) or _sentence_before(text, claim)


def _casualty_rate(claim: Claim) -> str:
    if claim.kind != "count" or claim.per not in _PERIODS or not _people(claim):
        return ""
    harmed = claim.action in _HARM or claim.topic == "casualties" or _HARMED.search(claim.sentence[:_LONG])
    return "a rate of casualties" if harmed else ""


def _range(text: str, claim: Claim) -> str:
    if claim.bound != "range" or claim.low is None or claim.high is None or not _PRINTED.search(claim.text):
        return ""
    if claim.text.lower().startswith("from "):  # a movement, or the prices of what is on offer
        return ""
    before = words_of(text[max(claim.sentence_start, claim.start - _NEAR) : claim.start])
    if _intended(before):
        return ""
    if claim.kind == "money":
        return "a range of money" if claim.high >= _LEAST_MONEY and not claim.per else ""
    if claim.kind != "count" or claim.high < (_LEAST_COUNT if _people(claim) else _LEAST_OTHER_COUNT):
        return ""
    return "" if _YEARS.fullmatch(claim.text) or _of_a_group(before) else "an estimated range"


def _of_a_group(before: list[str]) -> bool:
    """Whether the words before a range make it a size or a capacity: "a town of", "the ship carries"."""
    known = estimate_words()
    if before[-1:] == ["of"]:
        return len(before) > 1 and (before[-2] in known.groups or before[-2] in known.capacity)
    return bool(before) and before[-1] in known.capacity


def _intended(before: list[str]) -> bool:
    """Whether the verb before a range is something that its subject will do or wants to do: "will hire", "plans to build"."""
    known = estimate_words()
    return len(before) > 1 and before[-1] in known.plans and not known.intended.isdisjoint(before[-4:-1])


def _people(claim: Claim) -> bool:
    return any(word in syntax().people for word in claim.item.lower().split())


def _witness(text: str, claim: Claim) -> str:
    """Those at the head of the clause who saw or reckon something themselves: "witnesses saw", "we estimate"."""
    known, words = estimate_words(), words_of(text[max(claim.sentence_start, claim.start - _NEAR) : claim.start])
    for at, word in enumerate(words):
        if word in known.witnesses and not known.seen.isdisjoint(words[at + 1 : at + 4]):
            return "the writer says so" if word in _WRITERS else f"{word} are given for it"
    return ""


def _sentence_before(text: str, claim: Claim) -> str:
    """Whether the sentence before in the paragraph cites somebody."""
    earlier = text[max(0, claim.sentence_start - _EARLIER) : claim.sentence_start].rstrip(" ")
    if earlier.endswith("\n"):
        return ""
    earlier = _SENTENCE_START.split(earlier.rpartition("\n")[2])[-1]
    known = reporting().verbs
    cites = any(word == "according" or (word in known and known[word].governs == "free") for word in words_of(earlier))
    return "the sentence before cites somebody" if cites else ""
