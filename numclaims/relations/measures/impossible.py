"""Numbers whose own words set them a limit: "27 hours a day", "118% of the members voted", "-300 °C", "a 190-year-old man".

The words stand in impossible.toml. Whether the limit is kept is for the rules to say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.bases import to_base
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Figure, Member, Relation
from numclaims.relations.measures.people import of_a_human
from numclaims.relations.surroundings import Surroundings

LIMITED = "limited"
"""A "value" with the figures "low" and "high" that it cannot pass, in its own unit; `words` says what is limited."""

_ABSOLUTE_ZERO = 0.0
_OF = re.compile(r"\s+of\s+")
_GROUP_WITHIN = 5
"""How many words behind "of" may hold the group: "of all the registered voters"."""
_PHRASE_WITHIN = 7
"""How many words such a phrase may have: "children of school age in the two villages have"."""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_A = re.compile(
    rf"""\s+(?:(?:in|of|out\s+of)\s+(?:(?:a|the|one|every|each|its)\s+(?P<unit>hour|day|week|month|year)|(?P<month>{_MONTHS})|(?P<year>(?:19|20)\d\d))
        |(?:last|this)\s+(?P<recent>week|month|year))\b(?!-|\s+(?:and|of)\b)""",
    re.VERBOSE,
)
_OF_EACH = re.compile(r"\s+(?:out\s+)?of\s+(?:the|every|each)\s")
"""A part of one day, week or year, whoever does it: "14 months of the year"."""
_ALL_DAY = re.compile(r"\bhours\s+a\s+day(?:,|\s+and|,\s+and)\s+$")
_COMPASS = re.compile(r"\s+(?:of\s+)?(?P<way>north|south|east|west)\b(?!-|\s+of\b|\s+side\b)")
_CLOCK = re.compile(
    r"\b(?P<before>[a-z]+)\s+(?:at|by|until|from)\s+(?P<hour>\d{1,2})(?::(?P<minute>\d\d)|\s+o['’]clock)\b(?![:.]\d|\s+(?:in\s+the\s+(?:first|second)|minutes))"
)
_HOUR = re.compile(r"\d(?::\d\d|\s+o['’]clock)")
"""Without it there is no `_CLOCK`, which is sought more slowly."""
_CLOCK_MARKS = (":", "clock")
_VOTES_BEHIND = re.compile(r"\s+(?:cast|counted|in|on|and|to|after|while)\b|[.,;)]|$")
_DIFFERENCE = re.compile(r"\b(?:by|(?:difference|change|drop|fall|rise|anomaly|gradient)(?:\s+(?:of|was|is))?)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LimitWords:
    """The tables of impossible.toml."""

    fits: Mapping[str, float]
    going_on: frozenset[str]
    humans: frozenset[str]
    groups: frozenset[str]
    doing: frozenset[str]
    phrases: frozenset[str]
    finite: frozenset[str]
    relative: frozenset[str]
    measured_against: frozenset[str]
    unreal: frozenset[str]
    winning: frozenset[str]
    won: frozenset[str]
    covered: frozenset[str]
    covering: frozenset[str]
    scheduled: frozenset[str]


@cache
def limit_words() -> LimitWords:
    """The words of impossible.toml, read at the first call."""
    tables = read_toml("impossible.toml", "numclaims.relations.measures")
    return LimitWords(tables["fits"], **word_classes(tables["classes"]))


def limited(around: Surroundings) -> Iterator[Relation]:
    """The numbers of a document that have a limit of their own."""
    for claim in around.claims:
        match claim.kind:
            case "share":
                found = _share_of_group(around, claim) or _share_won(around, claim)
            case "duration":
                found = _part_of_time(around, claim)
            case "measure":
                found = _temperature(around, claim) or _coordinate(around, claim) or _human(around, claim)
            case "age" | "count":
                found = _human(around, claim)
            case _:
                found = None
        if found:
            yield found
    if any(word in around.text for word in _CLOCK_MARKS):
        yield from _clock_times(around.text)


def _relation(claim: Claim, low: float, high: float, words: str) -> Relation:
    figures = (Figure("low", claim.start, claim.end, low), Figure("high", claim.start, claim.end, high))
    return Relation(LIMITED, (Member("value", claim),), words=words, figures=figures)


def _share_of_group(around: Surroundings, claim: Claim) -> Relation | None:
    """ "118% of the members took part": a share of people who do something, with nothing to say that the base is a plan."""
    known = limit_words()
    if claim.unit != "percent" or claim.change != "none" or claim.value is None:
        return None
    after = around.after(claim, 80)
    match = _OF.match(after)
    if not match:
        return None
    words = after[match.end() :].lower().split()
    at = next((at for at, word in enumerate(words[:_GROUP_WITHIN]) if word in known.groups), -1)
    if at < 0 or not _does_something(words[at + 1 :]) or any("'" in word or "’" in word for word in words[:at]):
        return None
    if not known.measured_against.isdisjoint(claim.sentence.lower().replace(",", " ").replace(".", " ").split()):
        return None
    return _relation(claim, 0, 100, f"a share of the {words[at]}")


def _does_something(words: list[str]) -> bool:
    """Whether a group takes part in something, by the verb right behind it or behind a phrase: "children in the village have had"."""
    known = limit_words()
    if words and words[0] in known.phrases:
        finite = next((at for at, word in enumerate(words[:_PHRASE_WITHIN]) if word in known.finite or word in known.relative), -1)
        return finite > 1 and words[finite] in known.finite
    return bool(words) and words[0].rstrip(".,;:") in known.doing


def _share_won(around: Surroundings, claim: Claim) -> Relation | None:
    """ "won with 108% of the vote", "covers 120% of the island"."""
    known = limit_words()
    if claim.unit != "percent" or claim.change != "none" or claim.value is None:
        return None
    match = _OF.match(around.after(claim, 60))
    before = around.before(claim, 30).lower().split()[-2:]
    if not match or not before:
        return None
    after = around.after(claim, 60)[match.end() :]
    words = re.findall(r"[\w’'-]+", after.lower())[:4]
    at = next((at for at, word in enumerate(words) if word in known.won or word in known.covered), -1)
    if at < 0 or any("'" in word or "’" in word for word in words[: at - 1]):
        return None
    word = words[at]
    verbs = known.winning if word in known.won else known.covering
    ends = _VOTES_BEHIND.match(after, after.lower().index(word) + len(word))
    if verbs.isdisjoint(before) or not ends or not known.measured_against.isdisjoint(re.findall(r"\w+", claim.sentence.lower())):
        return None
    return _relation(claim, 0, 100, f"a share of the {word}")


def _coordinate(around: Surroundings, claim: Claim) -> Relation | None:
    """ "78 degrees north", "170 degrees west"."""
    match = _COMPASS.match(around.after(claim, 20)) if claim.unit == "degree" else None
    if match is None or "itude" in around.before(claim, 25):  # named: `measured` has it
        return None
    latitude = match["way"] in ("north", "south")
    return _relation(claim, 0, 90 if latitude else 360, "latitude" if latitude else "longitude")


def _clock_times(text: str) -> Iterator[Relation]:
    """ "starts at 25:30", "opens at 27 o'clock": no claims, but figures with a limit."""
    if not _HOUR.search(text):
        return
    for match in _CLOCK.finditer(text):
        if match["before"] in limit_words().scheduled:
            for group, most, what in (("hour", 24, "the hour of a day"), ("minute", 59, "the minute of an hour")):
                if match[group]:
                    start, end = match.span(group)
                    value = Figure("value", start, end, float(match[group]))
                    yield Relation(LIMITED, words=what, figures=(value, Figure("low", start, end, 0), Figure("high", start, end, most)))


def _part_of_time(around: Surroundings, claim: Claim) -> Relation | None:
    """ "open 27 hours a day", "27 hours in a day": no more than the day has."""
    known = limit_words()
    match = None if claim.per else _IN_A.match(around.after(claim, 30))
    whole = claim.per or (match["unit"] or match["recent"] or ("month" if match["month"] else "year") if match else "")
    most = known.fits.get(f"{claim.unit} per {whole}")
    if most is None or claim.change != "none":
        return None
    words = around.before(claim, 40).lower().split()
    alone = bool(words) and (words[-1] in known.going_on or (words[-1] in ("for", "on") and not known.going_on.isdisjoint(words[-3:-1])))
    alone = alone or bool(
        _ALL_DAY.search(around.before(claim, 30)) or (match and _OF_EACH.match(match[0]) and "between them" not in claim.sentence)
    )
    if not alone or not known.unreal.isdisjoint(claim.sentence.lower().split()):
        return None
    return _relation(claim, -math.inf, most, f"the number of {claim.unit}s in a {whole}")


def _temperature(around: Surroundings, claim: Claim) -> Relation | None:
    """A temperature below zero on its own scale: nothing is colder than 0 K."""
    if claim.base_unit != "kelvin" or claim.per or claim.change != "none" or claim.value is None or claim.value >= 0:
        return None
    if _DIFFERENCE.search(around.before(claim, 20)):
        return None
    base = to_base(claim.unit, "")
    return _relation(claim, (_ABSOLUTE_ZERO - base.offset) / base.factor, math.inf, "the scale of temperatures")


def _human(around: Surroundings, claim: Claim) -> Relation | None:
    """The age, the height or the weight of a human being: "the 190-year-old man", "died aged 190"."""
    known = limit_words()
    if claim.value is None or claim.value < 0 or claim.change != "none":
        return None
    most = of_a_human(around, claim, known.humans)
    if most is None or not known.unreal.isdisjoint(claim.sentence.lower().split()):
        return None
    factor = to_base(claim.unit, "").factor if claim.kind == "measure" else 1.0
    return _relation(claim, 0, most[0] / factor, most[1])
