"""What a document says of one quantity: a claim with the words, names, time and source by which other documents may say it too."""

from __future__ import annotations

import re
from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from numclaims.evidence.mentions import Mentions, Setting, read_mentions
from numclaims.evidence.periods import Period
from numclaims.evidence.words import head, is_quantity_word, key, keys
from numclaims.interval import Interval, allowed
from numclaims.lexicon.bases import to_base
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words, read_toml
from numclaims.model import Analysis, Claim, Document
from numclaims.places import Places

KINDS = frozenset(("count", "money", "share", "measure", "duration"))
"""Kinds of claims that documents are compared in; ages and ranks are of persons and things that only their names tell apart."""

_PART = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:out\s+)?of\s+(?:the|its|their|these|those|them|whom|which|all|more\s+than|about|some|\d)", re.IGNORECASE
)
_WHERE = re.compile(r"\s+(?:in|at|near|from)\s")
_NAME = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")
_POINTS = frozenset(("percentage point", "basis point"))
_AROUND = 45
"""So many characters on either side of a number may tell it from another."""
_LOWER = re.compile(r"\b[a-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The keys of the words of lexicon/stories.toml; `opposite` maps each to the keys of its opposites."""

    apart: frozenset[str]
    changing: frozenset[str]
    anybody: frozenset[str]
    correcting: frozenset[str]
    opposite: dict[str, frozenset[str]]


@cache
def story_words() -> StoryWords:
    """The tables of lexicon/stories.toml, read at the first call."""
    tables = read_toml("stories.toml")
    opposite: dict[str, frozenset[str]] = {}
    for line in tables["opposite"]["lines"]:
        both = frozenset(map(key, line.split()))
        for word in both:
            opposite[word] = opposite.get(word, frozenset()) | (both - {word})
    names = ("apart", "changing", "anybody", "correcting")
    sets = {name: frozenset(key(word) or word for word in tables[name]["words"].split()) for name in names}
    return StoryWords(**sets, opposite=opposite)


@cache
def counting_words() -> frozenset[str]:
    """The keys of words that count or measure ("three", "million", "first", "miles"): two texts share them by chance."""
    words = number_words()
    units = (word for word in unit_lexicon().words if word.isalpha())
    return frozenset(filter(None, map(key, (*words.units, *words.tens, *words.scales, *words.ordinals, *units))))


@cache
def _dated() -> frozenset[str]:
    """Months and weekdays, whose capitals make no name."""
    return frozenset(name.lower() for name in (*month_name, *day_name, *month_abbr) if name)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as other documents may make it.

    `interval` is what it allows in `unit`, the base unit where there is one, percent for every share. `words` are the keys of the
    words that stand by it and of its columns, `sentence` those of its whole sentence; `nouns` may name what is counted, `names` are the
    names in its document, `beside` the common words close to the number. `document` is without its text; `place` and `region` say where
    the claim stands in it.
    """

    claim: Claim
    document: Document
    unit: str
    interval: Interval
    words: frozenset[str]
    sentence: frozenset[str]
    nouns: frozenset[str]
    names: frozenset[str]
    beside: frozenset[str]
    source: frozenset[str]
    period: Period | None
    part: bool
    place: str
    region: tuple[int, int, int, int] | None

    @property
    def apart(self) -> frozenset[str]:
        """The words beside the number that tell it from others of its noun."""
        return self.beside & story_words().apart

    @property
    def day(self) -> date | None:
        return self.document.date


@dataclass(frozen=True, slots=True)
class _Origin:
    """What all statements of a document share."""

    document: Document
    names: frozenset[str]
    places: Places


def statements(analysis: Analysis) -> Iterator[Statement]:
    """The claims of a document that another document could make too, each once, without the text of the document."""
    setting = Setting(analysis)
    places = Places(analysis.document)
    bare = _without_text(analysis.document)
    names = frozenset(found for match in _NAME.finditer(setting.text) if (found := key(match[0])) and match[0].lower() not in _dated())
    for claim in analysis.claims:
        if claim.kind in KINDS and claim.unit not in _POINTS and (claim.value is not None or claim.bound == "range"):
            yield _statement(claim, read_mentions(claim, setting), setting, _Origin(bare, names, places))


def _without_text(document: Document) -> Document:
    return replace(document, text="", warnings=())


def _statement(claim: Claim, mentions: Mentions, setting: Setting, origin: _Origin) -> Statement:
    text = setting.text
    first, last = setting.stretch(claim)
    begins = max(first, claim.start - _AROUND)
    before = text[begins : claim.start]
    if begins == claim.sentence_start:
        before = before[:1].lower() + before[1:]
    own = claim.text if claim.bound == "exact" else ""  # "another 30"; "more than 30" is no more of anything
    beside = before, own, text[claim.end : min(last, claim.end + _AROUND)], claim.item
    telling = frozenset(key(word) or word for part in beside for word in _LOWER.findall(part))
    unit, interval = _in_base(claim)
    return Statement(
        claim=claim,
        document=origin.document,
        unit=unit,
        interval=interval,
        words=(mentions.near | mentions.columns | mentions.counted),
        sentence=mentions.sentence,
        nouns=frozenset(word for word in ([head(claim.item)] if claim.item else mentions.counted) if word and not is_quantity_word(word)),
        names=origin.names,
        beside=telling,
        source=frozenset(keys(_WHERE.split(claim.source)[0])),
        period=setting.period_of(claim),
        part=bool(_PART.match(text, claim.end)),
        place=origin.places.place(claim.start),
        region=origin.places.region(claim.start, claim.end),
    )


def _in_base(claim: Claim) -> tuple[str, Interval]:
    interval = allowed(claim)
    if claim.kind == "share":
        return "percent", interval if claim.unit == "percent" else interval.scaled(100)
    base = to_base(claim.unit, claim.per)
    if base.unit:
        return base.unit, interval.scaled(base.factor) + Interval.exactly(base.offset)
    return f"{claim.unit} per {claim.per}".strip() if claim.per else claim.unit, interval
