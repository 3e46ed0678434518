"""The words of changes.toml: which way a verb or a noun of change goes, and by what "doubled" multiplies. It pairs no numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import read_toml
from numclaims.model import Change, Claim
from numclaims.relations.phrases import any_of, listed

_GOING = frozenset(
    """is are was were be been being went go goes gone going moved edged edge edges inched inch inches ticked tick ticks picked pick picks
    nudged move moves came comes crept and at""".split()
)


@dataclass(frozen=True, slots=True)
class Trends:
    """Words by direction and by factor; `pattern` finds any of them. `retold` are nouns that are changes beside a percentage."""

    directions: Mapping[str, Change]
    nouns: frozenset[str]
    retold: frozenset[str]
    factors: Mapping[str, float]
    against: frozenset[str]
    owed: frozenset[str]
    size: frozenset[str]
    pattern: re.Pattern[str]


@cache
def trends() -> Trends:
    """The words of changes.toml, read at the first call."""
    tables = read_toml("changes.toml", "numclaims.relations.changes")
    directions: dict[str, Change] = {}
    for way in ("down", "up"):
        for words in tables[way].values():
            directions.update(dict.fromkeys(words.split(), "up" if way == "up" else "down"))
    factors = {word: float(factor) for factor, words in tables["times"].items() for word in words.split()}
    for factor, phrases in tables["times_phrases"].items():
        factors.update(dict.fromkeys(listed(phrases), float(factor)))
    pattern = re.compile(rf"\b{any_of((*directions, *factors))}\b", re.IGNORECASE)
    nouns = frozenset(word for way in ("down", "up") for word in tables[way]["nouns"].split())
    retold = nouns | frozenset(tables["retold"]["nouns"].split())
    against, owed, size = (frozenset(tables["against"][name].split()) for name in ("words", "owed", "size"))
    return Trends(directions, nouns, retold, factors, against, owed, size, pattern)


def last_trend(text: str) -> re.Match[str] | None:
    """The last word of change in a stretch of text that says of its numbers which way they go.

    "up" and "down" count only where they are no particle of another verb, "growth" or "the rise" not where another word of change
    says what became of it ("cut its forecast for growth"), and "by more than" goes with any verb.
    """
    last = None
    for match in trends().pattern.finditer(text):
        lower = match[0].lower()
        if lower in ("up", "down") and _particle(text[: match.start()]):
            continue
        if _IN_A_NAME.search(text, max(0, match.start() - _NAME), match.start()):
            continue
        if last and lower in trends().nouns and _OBJECT.fullmatch(text, last.end(), match.start()):
            continue
        if not _BY_MORE.search(text, max(0, match.start() - 4), match.end() + 5):
            last = match
    return last


_NAME = 12
_IN_A_NAME = re.compile(r"\b(?:merit|pay|wage|salary|for)\s+$", re.IGNORECASE)
"""Before "raise", "cuts" and the like it makes them what is paid for or changed: "the sum for pay raises was cut to 5%"."""
_BY_MORE = re.compile(r"\bby\s+\w+\s+than\b", re.IGNORECASE)


_OBJECT = re.compile(
    r"""(?:\s+(?!(?:and|but|or|as|while|with|after|by|because|when|before|from|to|would|will|could|should|may|might|can|has|have|had|is|was
        |are|were|be|been|did|does|do)\b) [\w’'-]+ ){0,6} \s+""",
    re.VERBOSE,
)


_NOUN_USE = re.compile(
    r"\b(?:the|an?|this|that|its|their|his|her|any|no|for|of|annual|yearly)\s+(?:[\w-]+(?:[ai]ble|al|ic|ed|ive|ous|ar|er|est)\s+)?$",
    re.IGNORECASE,
)
_NOUN_TO = re.compile(r"(?:\s+(?:in|of)(?:\s+[\w.,%$£€’'-]+){1,4}?)?,?\s+(?:to|from|by|at|over|on)\b", re.IGNORECASE)


def _says(text: str, trend: re.Match[str]) -> bool:
    """Whether a word of change is a verb, or a noun that its numbers follow: "a rise to 52", not "the rise took it to 52"."""
    if trend[0].lower() in ("up", "down") or not _NOUN_USE.search(text, max(0, trend.start() - 40), trend.start()):
        return True
    return bool(_NOUN_TO.match(text, trend.end())) or trend.end() == len(text.rstrip())


def _particle(before: str) -> bool:
    """Whether "up" or "down" behind these words belongs to a verb of its own: "set up", "shut down"."""
    word = re.search(r"([\w’']+)\s+$", before)
    if word is None or word[1].lower() in _GOING:
        return False
    known = verb_forms()
    return word[1].lower() in known.forms and word[1].lower() not in known.others


def direction(word: str) -> Change:
    """Which way a word of change goes: "none" for one that is none."""
    known = trends()
    factor = known.factors.get(word.lower())
    if factor is not None:
        return "up" if factor > 1 else "down"
    return known.directions.get(word.lower(), "none")


_HEDGE = re.compile(
    r"\b((?:more|less)\s+than|well\s+over|over|just\s+under|at\s+least|nearly|almost|all\s+but|about|roughly)\s+$", re.IGNORECASE
)


def hedged(text: str, trend: re.Match[str]) -> str:
    """A word of change found in a text, with the words that hedge it: "more than doubled"; "" where it says nothing of the numbers."""
    if not _says(text, trend):
        return ""
    hedge = _HEDGE.search(text[: trend.start()])
    return f"{hedge[1]} {trend[0]}" if hedge else trend[0]


def multiplied_by(words: str) -> tuple[float, list[str]] | None:
    """By what a hedged word of change multiplies, and the words of the hedge: (2.0, ["more", "than"]) for "more than doubled"."""
    said = words.lower().split()
    for at in range(len(said)):
        factor = trends().factors.get(" ".join(said[at:]))
        if factor is not None:
            return factor, said[:at]
    return None


def ends_multiplier(text: str, claim: Claim) -> bool:
    """Whether a share ends a phrase that multiplies: "cut in half"."""
    if claim.kind != "share":
        return False
    return any(
        " " in match[0] and match.end() == claim.end for match in trends().pattern.finditer(text, max(0, claim.start - 25), claim.end)
    )


_STEMS = ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halv")
_MULTIPLYING = re.compile(rf"\b(?:{'|'.join(_STEMS)})(?:ed|es)\b", re.IGNORECASE)
_LONGEST = 400
"""How many characters around a word its sentence is looked for."""
_HEADLINE = 160
_END = re.compile(r"[.!?]['\"”’]?\s|\n")


def multiplying(text: str, lower: str) -> Iterator[re.Match[str]]:
    """The verbs of a text, given also in lower case, that say by what something was multiplied: "doubled", "halves"."""
    if any(stem in lower for stem in _STEMS):
        yield from _MULTIPLYING.finditer(text)


def headline_end(text: str) -> int:
    """Where a document's headline ends, 0 where its text begins with a sentence."""
    end = text.find("\n\n", 0, _HEADLINE)
    return end if end > 0 and text[end - 1] not in ".!?" else 0


def sentence_around(text: str, offset: int) -> tuple[int, int]:
    """The beginning and the end of the sentence around an offset, roughly, by its full stops."""
    start = offset
    for mark in _END.finditer(text, max(0, offset - _LONGEST), offset):
        start = mark.end()
    start = start if start < offset else max(0, offset - _LONGEST)
    end = _END.search(text, offset, min(len(text), offset + _LONGEST))
    return start, end.start() if end else min(len(text), offset + _LONGEST)
