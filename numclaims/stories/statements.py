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
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words, read_toml
from numclaims.model import Analysis, Claim, Document
from numclaims.places import Places

KINDS = frozenset(("count", "money", "share", "measure", "duration"))
"""Kinds of claims that documents are compared in; ages and ranks are of persons and things that only their names tell apart."""

_PART = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:out\s+)?of\s+(?:the|its|their|these|those|them|whom|which|all|more\s+than|about|some|\d)", re.IGNORECASE
)
_ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?$", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_MEANT = re.compile(r"\b(?:built|designed|meant|made|equipped|licensed)\s+(?:for|to\s+\w+)\s+(?:only\s+|just\s+)?$", re.IGNORECASE)
"""What stands before how many people or things something has room for, whatever it holds."""
_WHERE = re.compile(r"\s+(?:in|at|near|from)\s")
_NAME = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")
_POINTS = frozenset(("percentage point", "basis point"))
_AROUND = 45
"""So many characters on either side of a number may tell it from another."""
_STEM = re.compile(r"(?=.*[aeiou]).{1,3}")
"""A short unit with a vowel looks like a word that was cut: "mines" and the minute are both "min"."""
_LOWER = re.compile(r"\b[a-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The words of lexicon/stories.toml as keys; the words that tell apart as they are, `opposite` from each to its opposites."""

    apart: frozenset[str]
    close: frozenset[str]
    market: frozenset[str]
    changing: frozenset[str]
    by_now: frozenset[str]
    forecast: frozenset[str]
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
    plain = {name: frozenset(tables[name]["words"].split()) for name in ("apart", "close", "market")}
    names = ("changing", "by_now", "forecast", "anybody", "correcting")
    sets = {name: frozenset(key(word) or word for word in tables[name]["words"].split()) for name in names}
    return StoryWords(**plain, **sets, opposite=opposite)


@cache
def counting_words() -> frozenset[str]:
    """The keys of words that count or measure ("three", "million", "first", "miles"): two texts share them by chance."""
    words = number_words()
    units = {key(word) for word in unit_lexicon().words if word.isalpha()}
    numbers = {key(word) for word in (*words.units, *words.tens, *words.scales, *words.ordinals)}
    return frozenset(numbers | {unit for unit in units if not _STEM.fullmatch(unit)}) - {""}


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
    capital, `party` and `where` those of its subject and place. `beside` are the common words close to the number, `apart` those of
    them that tell it from others of its noun. `document` is without its text; `place` and `region` say where the claim stands in it.
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
    beside: frozenset[str]
    source: frozenset[str]
    period: Period | None
    part: bool
    place: str
    region: tuple[int, int, int, int] | None
    apart: frozenset[str]
    measured: str
    kinds: frozenset[str]
    party: frozenset[str]
    where: frozenset[str]

    @property
    def day(self) -> date | None:
        return self.document.date


@dataclass(frozen=True, slots=True)
class _Origin:
    """What all statements of a document share."""

    document: Document
    names: frozenset[str]
    capitals: frozenset[str]
    places: Places


def statements(analysis: Analysis) -> Iterator[Statement]:
    """The claims of a document that another document could make too, each once, without the text of the document."""
    setting = Setting(analysis)
    places = Places(analysis.document)
    bare = _without_text(analysis.document)
    names, capitals = (_undated(pattern.findall(setting.text)) for pattern in (_NAME, _CAPITAL))
    for claim in analysis.claims:
        if claim.kind in KINDS and claim.unit not in _POINTS and (claim.value is not None or claim.bound == "range"):
            yield _statement(claim, read_mentions(claim, setting), setting, _Origin(bare, names, capitals, places))


def _undated(words: list[str]) -> frozenset[str]:
    """The keys of words but months and weekdays."""
    return frozenset(found for word in words if (found := key(word)) and word.lower() not in _dated())


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
    after = text[claim.end : min(last, claim.end + _AROUND)]
    beside = [word for part in (before, own, after, claim.item) for word in _LOWER.findall(part)]
    phrase = [*_LOWER.findall(before)[-1:], *_LOWER.findall(own), *_LOWER.findall(after)[:2], *_LOWER.findall(claim.item)]
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
        capitals=origin.capitals,
        beside=frozenset(key(word) or word for word in beside),
        source=frozenset(keys(_WHERE.split(claim.source)[0])),
        period=setting.period_of(claim),
        part=bool(_PART.match(text, claim.end)) and not _ALL.search(before),
        place=origin.places.place(claim.start),
        region=origin.places.region(claim.start, claim.end),
        apart=_apart(claim, beside, phrase) | (frozenset(("capacity",)) if _MEANT.search(before) else frozenset()),
        measured=head(claim.item),
        kinds=frozenset(filter(None, map(key, _LOWER.findall(claim.item)))) - {head(claim.item)} if claim.kind == "count" else frozenset(),
        party=_undated(_CAPITAL.findall(claim.actor or claim.subject)),
        where=_undated(_CAPITAL.findall(claim.place)),
    )


def _apart(claim: Claim, beside: list[str], phrase: list[str]) -> frozenset[str]:
    """The keys of the words beside a number, and in its phrase, that tell it from others of its noun."""
    telling = story_words()
    wide = telling.apart | telling.market if claim.kind == "money" else telling.apart
    return frozenset(
        key(word) or word
        for words, table in ((beside, wide), (phrase, telling.close))
        for word in words
        if not table.isdisjoint(_forms(word))
    )


def _forms(word: str) -> tuple[str, ...]:
    """A word, the verb that it is a form of, and the noun that it may be the plural of."""
    return word, verb_forms().forms.get(word, (word, ""))[0], word.removesuffix("s")


def _in_base(claim: Claim) -> tuple[str, Interval]:
    interval = allowed(claim)
    if claim.kind == "share":
        return "percent", interval if claim.unit == "percent" else interval.scaled(100)
    base = to_base(claim.unit, claim.per)
    if base.unit:
        return base.unit, interval.scaled(base.factor) + Interval.exactly(base.offset)
    return f"{claim.unit} per {claim.per}".strip() if claim.per else claim.unit, interval
