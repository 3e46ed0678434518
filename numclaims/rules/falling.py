"""When a falling "between 40 and 30" can be what the writer meant: a movement, a scale, two places. What is a slip is the rule's to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import read_toml
from numclaims.model import Claim
from numclaims.relations.surroundings import noun_at

_MAGNITUDE = re.compile(r"\d\s*(?:thousand|million|billion|trillion|bn|mn|m|k|crore|lakh)\b", re.IGNORECASE)
_STATED = re.compile(r"\b(?:of|at|by)\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s")
_CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)")
_LEAD = re.compile(r"[,;:()]")
_CLOCK = 24
_CLOSE = 4
"""Within so many words before it, a word such as "gap" or "choose" has "between" for its own."""
_NEAR = 100
"""How many characters before and behind a range tell whether it moves."""
_FEW = 30
_MANIFOLD = 10


@dataclass(frozen=True, slots=True)
class FallingWords:
    """The words of ranges.toml that tell why the higher end comes first."""

    before: frozenset[str]
    moving: frozenset[str]
    apart: frozenset[str]
    past: frozenset[str]
    clauses: frozenset[str]
    dimensions: frozenset[str]
    scales: frozenset[str]
    ways: frozenset[str]
    gaps: frozenset[str]


@cache
def falling_words() -> FallingWords:
    """The words of ranges.toml, read at the first call; scales may be of several words."""
    table = read_toml("ranges.toml", "numclaims.rules")["falling"]
    return FallingWords(**{name: frozenset(words.split("|" if "|" in words else None)) for name, words in table.items()})


def fall_meant(text: str, claim: Claim, first: float, second: float) -> bool:
    """Whether a range that `claim` gives as "between `first` and `second`", the second lower, may be meant so. `text` is the full text."""
    if second < 0 or claim.kind in ("age", "rank") or _scale_left_open(claim.text, first, second):
        return True
    known, before = falling_words(), text[max(claim.sentence_start, claim.start - _NEAR) : claim.start]
    if not known.before.isdisjoint(words_of(before)[-_CLOSE - 1 :]):
        return True
    noun = noun_at(text, claim.end) if claim.kind == "count" else None
    distances = known.apart if noun is None or noun.head in known.gaps else known.past
    if _apart(text, claim.end, 1 if noun else 2) or (noun and _apart(text, noun.end, 1, distances)):
        return True
    if claim.kind == "count":
        return _moved_before(before) if noun else not _STATED.search(before) or _moves_behind(_behind(text, claim))
    if _on_a_scale(text, claim, before):
        return True
    behind = _behind(text, claim)
    return _moves_behind(behind) if _STATED.search(before) or _OF.match(text, claim.end) else _moves(before, behind)


_EACH_WITH = re.compile(r"\bfrom\s+[^,;]{1,40}\bat\s+$")
"""Each end is that of a thing: "from light oil at $19 to $17 for heavy oil"."""


def rise_meant(text: str, first: Claim, second: Claim) -> bool:
    """Whether two numbers joined by "to" or a dash, the second lower, can only be the ends of a range: "aged 65 to 18"."""
    ages, estimates = _rising()
    lead = _LEAD.split(text[max(first.sentence_start, first.start - _NEAR // 2) : first.start])[-1]
    words = words_of(lead)
    if "from" in words[-3:] or _EACH_WITH.search(lead):
        return False
    if not ages.isdisjoint(words[-1:]):
        return first.kind == "age" or second.kind in ("age", "duration")
    if first.kind not in ("money", "measure") or first.unit != second.unit or first.per != second.per:
        return False
    return not estimates.isdisjoint(words) and not _moves(text[first.sentence_start : first.start], _behind(text, second))


@cache
def _rising() -> tuple[frozenset[str], frozenset[str]]:
    table = read_toml("ranges.toml", "numclaims.rules")["rising"]
    return frozenset(table["ages"].split()), frozenset(table["estimates"].split())


def fall_told(text: str, start: int, end: int) -> bool:
    """Whether the clause around two numbers, from `start` to `end` of the full text, tells of a fall from the first to the second."""
    before = text[max(0, start - _NEAR) : start]
    behind = _CLAUSE_END.split(text[end : end + _NEAR], maxsplit=1)[0]
    before = _CLAUSE_END.split(before)[-1]
    known, last = falling_words(), words_of(before)[-1:]
    if not known.before.isdisjoint(words_of(before)[-_CLOSE - 1 :]) or not {"from", "by", "to", "up", "between"}.isdisjoint(last):
        return True
    return _moves(before, behind) or _apart(text, end, 2, known.apart)


def _scale_left_open(printed: str, first: float, second: float) -> bool:
    """Whether the ends may be of different scales: "between 1.5 million and 2", "between $900 and $1.2 million"."""
    one, other = printed.partition(" and ")[::2]
    scaled = bool(_MAGNITUDE.search(one)), bool(_MAGNITUDE.search(other))
    return scaled == (True, False) or (scaled == (False, True) and (second == 0 or first / second >= _MANIFOLD))


def _apart(text: str, offset: int, within: int, apart: frozenset[str] | None = None) -> bool:
    """Whether one of the first words from an offset makes a range a distance from something: "km from the finish"."""
    words = words_of(text[offset : offset + _FEW])[:within]
    return any(word in (apart or falling_words().apart) for word in words)


def _moved_before(before: str) -> bool:
    """Whether the verb right before a count of things tells of a fall: "staff dwindled to between 40 and 30 people"."""
    words = words_of(before)[-3:]
    return len(words) > 1 and words[-1] in ("to", "from") and words[-2] in falling_words().moving


def _on_a_scale(text: str, claim: Claim, before: str) -> bool:
    """Whether a measure is a place on a scale or along a way, or an hour of the day, rather than an amount."""
    known, unit = falling_words(), unit_lexicon().names.get(claim.unit)
    if claim.kind == "duration":
        return claim.unit == "hour" and max(claim.low or 0, claim.high or 0) <= _CLOCK and not _lasting(before)
    if claim.kind != "measure":
        return False
    if claim.per or unit is None or unit.dimension in known.scales or "nano" in claim.unit:
        return True
    if claim.unit not in known.ways or _STATED.search(before) or _OF.match(text, claim.end):
        return False
    return known.dimensions.isdisjoint(words_of(text[claim.end : claim.end + 30])[:2])


def _lasting(before: str) -> bool:
    words = words_of(before)[-2:]
    return bool(words) and (words[-1] in ("for", "of") or words[-1].startswith(("take", "took", "last", "spen", "need", "wait")))


def _behind(text: str, claim: Claim) -> str:
    """The rest of the clause behind a range, within reach."""
    behind = text[claim.end : min(claim.sentence_start + len(claim.sentence), claim.end + _NEAR)]
    end = _CLAUSE_END.search(behind)
    return behind[: end.start()] if end else behind


def _moves(before: str, behind: str) -> bool:
    return not falling_words().moving.isdisjoint(words_of(before)) or not falling_words().moving.isdisjoint(words_of(behind))


def _moves_behind(behind: str) -> bool:
    """Whether a clause behind a stated amount tells of a movement: "of between 5.5 and 5.25 percent as the bank cut rates"."""
    known, words = falling_words(), words_of(behind)
    at = next((at for at, word in enumerate(words) if word in known.clauses), len(words))
    return not known.moving.isdisjoint(words[at:])
