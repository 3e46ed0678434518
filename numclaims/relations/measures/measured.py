"""Which measured word a number belongs to: "a speed of 90 km/h", "turnout reached 55%", "weighs 3 kg", "a 55% turnout".

The words stand in measured.toml. Whether the number suits the word is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Member, Relation
from numclaims.relations.phrases import first_words
from numclaims.relations.surroundings import Surroundings

MEASURED = "measured as"
"""A "value" with what it measures, by its name in measured.toml, in `words`."""
PLAIN = "plain"
"""The role of a value behind which nothing says that it is no plain amount of what was named."""

_OF_ELECTRICITY = re.compile(
    r"\s+(?:of\s+)?(?:electricity|energy|power|electric\s+power)\b(?!\s+(?:capacity|plant|line|station))[^.;,]{0,30}?"
    r"\b(?:over|during|in|within|across)\s+(?:(?:the|its|a|an|all\s+of)\s+)?(?:[\w-]+\s+){0,2}?(?:(?:year|month|week|quarter|season|decade)s?\b|(?:19|20)\d\d\b)"
)
_FOR_EACH = re.compile(r"\s+for\s+(?:every|each)\b")
_QUAKE = re.compile(r"quake|tremor|temblor|Richter|seism", re.IGNORECASE)
_ARTICLES = ("the", "a", "an", "it", "them", "its", "their", "this")
_TO_EACH = re.compile(r"\s+to\s+(?:\d|(?:the|an?|each|every)\s+(?P<what>[a-z]+))")
_PHRASE = 6
"""How many words may stand between the name and the verb that states its level."""


@dataclass(frozen=True, slots=True)
class MeasuredWords:
    """The tables of measured.toml; `names`, `behind`, `held` and `land` lead from the words, joined by hyphens, to the name.

    Every name of `names` begins with one of the words `named`.
    """

    names: Mapping[str, str]
    behind: Mapping[str, str]
    held: Mapping[str, str]
    land: Mapping[str, str]
    spreading: frozenset[str]
    closing: frozenset[str]
    tempering: frozenset[str]
    named: frozenset[str]
    joining: frozenset[str]
    levels: frozenset[str]
    binding: frozenset[str]
    direct: frozenset[str]
    within: frozenset[str]
    phrases: frozenset[str]
    baselines: frozenset[str]
    putting: frozenset[str]
    delivering: frozenset[str]
    holding: frozenset[str]
    relative: frozenset[str]
    qualifying: frozenset[str]


@cache
def measured_words() -> MeasuredWords:
    """The words of measured.toml, read at the first call."""
    tables = read_toml("measured.toml", "numclaims.relations.measures")
    names, behind, held, land = (
        {word: name for name, words in tables[table].items() for word in words.split()} for table in ("names", "behind", "held", "land")
    )
    return MeasuredWords(names, behind, held, land, named=first_words(names), **word_classes(tables["classes"]))


_NEAR = 3
"""So many words before its noun a preposition makes a place of it."""


def measurements(around: Surroundings) -> Iterator[Relation]:
    """The numbers of a document that stand beside a measured word."""
    for claim in around.claims:
        if claim.kind not in ("share", "measure", "duration", "count") or claim.change != "none":
            continue
        behind = _named_behind(around, claim) or _by_verb(around, claim)
        name = _named_before(around, claim) or behind
        if name and not _of_a_baseline(around, claim):
            role = PLAIN if behind or not _qualified(around, claim) else "value"
            yield Relation(MEASURED, (Member(role, claim),), words=name)


def _named_before(around: Surroundings, claim: Claim) -> str:
    """The name before a number, over words such as "of", "was" and "reached about", or over a phrase before such a verb."""
    known = measured_words()
    if known.named.isdisjoint(around.words(claim)):
        return ""
    words = around.before(claim).lower().split()
    at = len(words) - 1
    while at >= 0 and words[at] in known.joining:
        at -= 1
    if at < 0:
        return ""
    joining = words[at + 1 :]
    level = not known.levels.isdisjoint(joining) or ("at" in joining and not known.putting.isdisjoint(words[max(0, at - _PHRASE - 2) : at]))
    name = _name_at(words, at)
    alone = name == known.names.get(words[at], "")
    if name and "at" in joining and not known.within.isdisjoint(words[max(0, at - _NEAR) : at]):
        return ""  # "put stocks in the coastal area at 90 tonnes"
    if name and not (level and alone and "of" in words[max(0, at - 3) : at]):
        tying = [word for word in joining if word != "at" or claim.kind != "measure"]  # "the temperature at 300 m"
        bound = level or not known.binding.isdisjoint(tying) or words[at] in known.direct
        return name if bound and _in_context(name, words[at], claim) else ""
    return _over_phrase(words, at) if level else ""


def _in_context(name: str, word: str, claim: Claim) -> bool:
    """Whether the sentence bears out a word that means other things too: the magnitude of stars, the r of a circle."""
    if name == "earthquake":
        return bool(_QUAKE.search(claim.sentence))
    return word.lstrip("(") != "r" or "correlat" in claim.sentence


def _over_phrase(words: list[str], at: int) -> str:
    """The name that a phrase ending at a word hangs on: "turnout in the capital"."""
    known = measured_words()
    measured = False  # "the temperature at a depth of 300 m": the depth has its number
    for start in range(at - 1, max(-1, at - _PHRASE), -1):
        measured = measured or words[start][:1].isdigit()
        if words[start][-1:] in ",.;:)" or words[start] in known.levels or words[start] in known.relative:
            return ""
        name = _name_at(words, start) if words[start + 1] in known.phrases else ""
        if name and not measured:
            return name
        measured = measured and not name
    return ""


def _name_at(words: list[str], at: int) -> str:
    """The name that ends at a word, the longest of up to four words first; words joined by a preposition count: "share of the vote"."""
    names = measured_words().names
    last = words[at].rstrip(",)").lstrip('("“‘')
    for size in (3, 2, 1, 0):
        if at >= size:
            name = names.get("-".join([*(word.lstrip('("“‘') for word in words[at - size : at]), last]))
            if name:
                return name
    return ""


def _named_behind(around: Surroundings, claim: Claim) -> str:
    """The name behind a number: "a 55% turnout", "40 kg heavy"."""
    if claim.kind not in ("share", "measure"):
        return ""
    known = measured_words()
    words = around.after(claim, 30).lower().split(maxsplit=2)
    if not words or around.text[claim.end : claim.end + 1] not in (" ", "-"):
        return ""
    first = words[0].lstrip("-").rstrip(".,;:)")
    if claim.kind == "share":
        return known.names.get("-".join((first, words[1].rstrip(".,;:)"))) if len(words) > 1 else first, "") or known.names.get(first, "")
    name = known.behind.get(first, "") if claim.kind == "measure" else ""
    ends = words[0][-1:] in ".,;:)" or len(words) < 2 or words[1] in ("and", "or", "at", "with", "but", "when", "while", "in", "on")
    return name if name and ends else ""


def _by_verb(around: Surroundings, claim: Claim) -> str:
    """The name that a verb and its object give a number: "holds 40 litres of oil", "heats the water to 90 degrees"."""
    if claim.kind != "measure":
        return ""
    return _delivered(around, claim) or _held(around, claim) or _spread(around, claim) or _heated(around, claim)


def _delivered(around: Surroundings, claim: Claim) -> str:
    """Energy by its verb and a stretch of time: "generated 900 megawatts of electricity over the past year"."""
    if not _OF_ELECTRICITY.match(around.after(claim, 80)):
        return ""
    words = around.before(claim, 40).lower().split()[-3:]
    return "energy" if not measured_words().delivering.isdisjoint(words) else ""


def _held(around: Surroundings, claim: Claim) -> str:
    """What a store holds, by its verb and the thing behind "of": "stores 60 litres of oil", "stored 3 megawatt-hours of energy"."""
    known = measured_words()
    before, behind = around.before(claim, 40).lower().split()[-3:], around.after(claim, 30).lower().split()[:2]
    if claim.per or known.holding.isdisjoint(before) or behind[:1] != ["of"]:
        return ""
    return known.held.get(behind[-1].rstrip(".,;:)"), "")


def _spread(around: Surroundings, claim: Claim) -> str:
    """What is covered or destroyed, by its verb and the land behind "of": "burned 40 hectares of forest", not "of forest road"."""
    known = measured_words()
    before, behind = around.before(claim, 40).lower().split()[-3:], around.after(claim, 50).lower().split()
    if claim.per or len(behind) < 2 or behind[0] != "of" or known.spreading.isdisjoint(before):
        return ""
    land, ends = behind[1].rstrip(".,;:)"), behind[1][-1] in ".,;:)"
    return known.land.get(land, "") if ends or len(behind) < 3 or behind[2] in known.closing else ""


def _heated(around: Surroundings, claim: Claim) -> str:
    """What something is heated or cooled to: "heats the water to 90 degrees"."""
    words = around.before(claim, 80).lower().split()
    if claim.per or words[-1:] != ["to"]:
        return ""
    verb = next((at for at in range(len(words) - 2, max(-1, len(words) - 8), -1) if words[at] in measured_words().tempering), -1)
    told = words[verb + 1 : -1] if verb >= 0 else []
    return "temperature" if told and told[0] in _ARTICLES and not any(word[-1] in ".,;:" for word in told) else ""


def _of_a_baseline(around: Surroundings, claim: Claim) -> bool:
    """Whether a percentage is one of something told before, which it may pass: "turnout was 108% of that in 2019"."""
    words = around.after(claim, 40).lower().split()[:4] if claim.kind == "share" else []
    return words[:1] == ["of"] and not measured_words().baselines.isdisjoint(word.rstrip(".,;:)") for word in words[1:])


def _qualified(around: Surroundings, claim: Claim) -> bool:
    """Whether the word behind a number says that it is no plain amount: "30 km in an hour"."""
    after = around.after(claim, 20)
    attributive = "-" in claim.text and claim.text[-1:].isalpha() and not claim.text.endswith("s")
    if attributive or after[:1] in tuple("-/–x×") or (after[:1] == "." and after[1:2].isalpha()):
        return True
    words = after.lower().split(maxsplit=1)
    if _FOR_EACH.match(after):
        return True
    if words and words[0] == "to":
        each = _TO_EACH.match(around.after(claim, 40))
        return each is not None and (each["what"] is None or each["what"] in unit_lexicon().words)
    return bool(words) and words[0].rstrip(",.;:)") in measured_words().qualifying and after[:1] != ","
