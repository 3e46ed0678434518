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
from numclaims.evidence.words import LOWER, head, is_quantity_word, key, keys
from numclaims.interval import Interval, allowed
from numclaims.lexicon.bases import to_base
from numclaims.model import Analysis, Claim, Document
from numclaims.places import Places
from numclaims.stories.nearby import Nearby, nearby
from numclaims.stories.storywords import story_words

KINDS = frozenset(("count", "money", "share", "measure", "duration"))
"""Kinds of claims that documents are compared in; ages and ranks are of persons and things that only their names tell apart."""

_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_WHERE = re.compile(r"\s+(?:in|at|near|from)\s")
_LABEL = re.compile(r"([a-z]+)(?:\s+of|-)?[\s-]*$", re.IGNORECASE)
_LONG = 20
NIGHT = 2
"""Days that a night touches."""
_NAME = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")
_POINTS = frozenset(("percentage point", "basis point"))


@cache
def _dated() -> frozenset[str]:
    """Months and weekdays, whose capitals make no name."""
    return frozenset(name.lower() for name in (*month_name, *day_name, *month_abbr) if name)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as other documents may make it.

    `interval` is what it allows in `unit`, the base unit where there is one, percent for every share. `words` are the keys of the
    words that stand by it and of its columns, `sentence` those of its whole sentence. `nouns` may name what is counted, `kinds`
    describe it; `measured` is the noun that a share is of. `names` are the names in its document, `capitals` all words there with a
    capital, `numbers` all values there; `party` and `where` are the names of its subject and place. `stages` say at what stage of a
    matter its sentence is; `around` is what stands close to it. `document` is without its text; `place` and `region` say where the
    claim stands in it.
    """

    claim: Claim
    document: Document
    unit: str
    interval: Interval
    words: frozenset[str]
    sentence: frozenset[str]
    nouns: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[str]
    numbers: frozenset[float]
    source: frozenset[str]
    period: Period | None
    place: str
    region: tuple[int, int, int, int] | None
    around: Nearby
    measured: str
    kinds: frozenset[str]
    party: frozenset[str]
    where: frozenset[str]
    stages: frozenset[str]

    @property
    def day(self) -> date | None:
        return self.document.date


@dataclass(frozen=True, slots=True)
class _Origin:
    """What all statements of a document share."""

    document: Document
    names: frozenset[str]
    capitals: frozenset[str]
    numbers: frozenset[float]
    places: Places


def statements(analysis: Analysis) -> Iterator[Statement]:
    """The claims of a document that another document could make too, each once, without the text of the document."""
    setting = Setting(analysis)
    places = Places(analysis.document)
    bare = _without_text(analysis.document)
    names, capitals = (_undated(pattern.findall(setting.text)) for pattern in (_NAME, _CAPITAL))
    numbers = frozenset(claim.value for claim in analysis.claims if claim.value is not None)
    origin = _Origin(bare, names, capitals, numbers, places)
    for claim in analysis.claims:
        if claim.kind in KINDS and claim.unit not in _POINTS and (claim.value is not None or claim.bound == "range"):
            yield _statement(claim, read_mentions(claim, setting), setting, origin)


def _undated(words: list[str]) -> frozenset[str]:
    """The keys of words but months and weekdays."""
    return frozenset(found for word in words if (found := key(word)) and word.lower() not in _dated())


def _without_text(document: Document) -> Document:
    return replace(document, text="", warnings=())


def _statement(claim: Claim, mentions: Mentions, setting: Setting, origin: _Origin) -> Statement:
    stages = story_words().stages
    unit, interval = _in_base(claim)
    return Statement(
        claim=claim,
        document=origin.document,
        unit=unit,
        interval=interval,
        words=(mentions.near | mentions.columns | mentions.counted),
        sentence=mentions.sentence,
        nouns=_nouns(claim, mentions, setting.text),
        names=origin.names,
        capitals=origin.capitals,
        numbers=origin.numbers,
        source=frozenset(keys(_WHERE.split(claim.source)[0])),
        period=_period(claim, setting),
        place=origin.places.place(claim.start),
        region=origin.places.region(claim.start, claim.end),
        around=nearby(claim, setting),
        measured=head(claim.item),
        kinds=frozenset(filter(None, map(key, LOWER.findall(claim.item)))) - {head(claim.item)} if claim.kind == "count" else frozenset(),
        party=_undated(_CAPITAL.findall(claim.actor or claim.subject)),
        where=_undated(_CAPITAL.findall(claim.place)),
        stages=frozenset(stages[word] for word in mentions.sentence if word in stages),
    )


def _nouns(claim: Claim, mentions: Mentions, text: str) -> frozenset[str]:
    """The keys of what is counted, also of the label before a number: "a magnitude 5.4 quake", "a quake of magnitude 5.4"."""
    words = [head(claim.item)] if claim.item else mentions.counted
    label = _LABEL.search(text, max(0, claim.start - _LONG), claim.start)
    label_key = key(label[1]) if label else ""
    labels = (label_key,) if label_key in story_words().labels else ()
    return frozenset(word for word in (*words, *labels) if word and not is_quantity_word(word))


def _period(claim: Claim, setting: Setting) -> Period | None:
    """The time that a claim states; the day on which a profit was reported is not the time it was made in."""
    period = setting.period_of(claim)
    reported = claim.kind in ("money", "share") and key(claim.action) in story_words().presenting
    return None if period and reported and period.days <= NIGHT else period


def _in_base(claim: Claim) -> tuple[str, Interval]:
    interval = allowed(claim)
    if claim.kind == "share":
        return "percent", interval if claim.unit == "percent" else interval.scaled(100)
    base = to_base(claim.unit, claim.per)
    if base.unit:
        return base.unit, interval.scaled(base.factor) + Interval.exactly(base.offset)
    return f"{claim.unit} per {claim.per}".strip() if claim.per else claim.unit, interval
