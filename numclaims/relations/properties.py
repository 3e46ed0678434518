"""Sizes that one text gives twice for one thing: "the bridge, which is 1,280 metres long ... the 1,820-metre bridge", "a crew of 24".

A thing is known by its noun, which stands behind the number ("the 48-page report"), before it ("the report runs to 84 pages") or
behind "of" ("all 84 pages of the report"); groups by the number of their members. A later number must be of "the" thing. Where the
text tells of several such things, of a change, or gives more than two values, there is no relation. Relations are those of `repeats`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import vague
from numclaims.relations.phrases import any_of, last_words, listed, spaced
from numclaims.relations.repeats import SAME_MEASURE
from numclaims.relations.surroundings import Surroundings, noun_at, singular

_MANY = 4
"""A thing with more sizes than this is told of in several respects."""
_FAR = 70
_HYPHENED = re.compile(r"[-‐‑](?P<unit>[a-z]+)(?:[-‐‑](?P<axis>[a-z]+))?(?=\s)")
_HYPHENED_AXIS = re.compile(r"(?:[-‐‑](?P<axis>[a-z]+))?")
_AXIS = re.compile(r"(?:[-\s]+(?:in\s+)?)(?P<axis>[a-z]+)")
_GROUP_OF = re.compile(r"\b(?P<the>(?:the|its|their)\s+)?(?P<group>[a-z]+)\s+of\s+(?:about\s+|some\s+)?$", re.IGNORECASE)
_STRONG = re.compile(r"[-‐‑](?:man|woman|member|person|strong)\s+(?P<group>[a-z]+)\b")
_MEMBERS = re.compile(r"\s+(?:(?P<group>[a-z]+)\s+members\b|members\s+of\s+the\s+(?P<of>[a-z]+)\b)")
_BY_ITSELF = re.compile(r"\b(?:measures|measured|spans|weighs|weighed)\b")
_THE_THING = (
    r"\b(?P<article>the|this|that|its|his|her|their|our|a|an|whose)\s+"
    r"(?P<mods>(?:(?!of\b|in\b|and\b)[\w’'-]+\s+){0,2}?)(?P<thing>[a-z]{3,})"
)

_BESIDE = re.compile(rf"{_THE_THING},\s+$", re.IGNORECASE)
_OF_THING = re.compile(rf"\s+(?:of|in)\s+{_THE_THING}\b")
_THE = re.compile(r"\b(?:the|its|this|that|their|his|her|whole|entire)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all(?:\s+of)?(?:\s+the)?|(?<!of\s)the|its|their)\s+$|\bof\s+the\s+$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()–—]")
_TO_BE = re.compile(r"\b(?:will|would|could|should|may|might|to)\s+(?:be|have|measure|seat|run|hold)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|second|other)\s+[a-z]", re.IGNORECASE)
_PLURAL = re.compile(r"(?<![\w-])[a-z]+s\b(?!['’])")
_AT_A_TIME = re.compile(r"\b(?:when|then|at\s+the\s+time|by|in\s+(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class PropertyWords:
    """The words of properties.toml: `axes` map to what is measured, units to how they are counted in other words."""

    axes: dict[str, str]
    upright: frozenset[str]
    hollow: frozenset[str]
    groups: frozenset[str]
    parts: frozenset[str]
    several: re.Pattern[str]
    changing: frozenset[str]
    is_so: re.Pattern[str]
    so_ends: frozenset[str]


@cache
def property_words() -> PropertyWords:
    """The words of properties.toml, read at the first call."""
    tables = read_toml("properties.toml", "numclaims.relations")
    axes = {word: axis for axis, words in tables["axes"].items() for word in words.split()}
    verbs = spaced(listed(tables["ties"]["verbs"]))
    is_so = rf"{_THE_THING},?\s+(?:(?:which|that|who)\s+)?{verbs}\s+(?:an?\s+magnitude\s+of\s+)?(?:about\s+|some\s+|only\s+|just\s+)?$"
    so_ends = last_words(listed(tables["ties"]["verbs"])) | {"of", "about", "some", "only", "just"}
    words = word_classes(tables["things"], {"changing": tables["guards"]["changing"]})
    several = rf"(?<![\w-]){any_of(tables['guards']['several'].split())}(?=\s+(?P<next>[a-z]+)?[\w.,-]*(?:\s+(?P<over>[a-z]+))?)"
    return PropertyWords(axes=axes, is_so=re.compile(is_so, re.IGNORECASE), so_ends=so_ends, several=re.compile(several), **words)


@dataclass(frozen=True, slots=True)
class _Size:
    """A number with the thing it is a size of, in which respect, and whether the text means one that is known already."""

    claim: Claim
    thing: str
    respect: str
    known: bool
    modifiers: frozenset[str]


def property_relations(around: Surroundings) -> Iterator[Relation]:
    """The sizes of a document that are given again for one thing."""
    sizes: dict[tuple[str, str], list[_Size]] = defaultdict(list)
    for index, claim in enumerate(around.claims):
        if claim.value is None or claim.bound not in ("exact", "about") or claim.change != "none" or vague(claim):
            continue
        size = _members(around, index) or _attribute(around, claim) or _predicate(around, claim) or _partitive(around, index)
        if size:
            sizes[size.thing, size.respect].append(size)
    again = [told for told in sizes.values() if 2 <= len(told) <= _MANY and len({size.claim.value for size in told}) <= 2]
    several = _of_several(around.lower) if again else frozenset()
    for told in again:
        if told[0].thing not in several:
            yield from _again(around, told)


def _members(around: Surroundings, index: int) -> _Size | None:
    """ "a crew of 24", "the 28 crew members", "a 26-man squad", "all 12 members of the jury"."""
    claim, words = around.claims[index], property_words()
    if claim.kind != "count" or words.groups.isdisjoint(around.words(claim)):
        return None
    before, after = around.before(claim, 40), around.after(claim, 40)
    if (group := _GROUP_OF.search(before)) and group["group"].lower() in words.groups:
        return _Size(claim, group["group"].lower(), "member", bool(group["the"]), frozenset())
    if (strong := _STRONG.match(after)) and strong["group"] in words.groups:
        return _Size(claim, strong["group"], "member", bool(_THE.search(before)), frozenset())
    members = _MEMBERS.match(after)
    head = (members["group"] or members["of"]) if members else ""
    return _Size(claim, head, "member", True, frozenset()) if head in words.groups and _ALL.search(before) else None


def _attribute(around: Surroundings, claim: Claim) -> _Size | None:
    """ "the 1,820-metre bridge", "a 48-page report", "the 84-year-old conductor", "the 6.4-magnitude quake"."""
    if claim.kind == "count":
        hyphened = _HYPHENED.match(around.text, claim.end)
        if hyphened is None:
            return None
        unit, axis, end = hyphened["unit"], hyphened["axis"] or "", hyphened.end()
    elif "-" in claim.text and claim.kind in ("measure", "age"):
        behind = _HYPHENED_AXIS.match(around.text, claim.end)
        unit, axis, end = claim.unit, (behind["axis"] or "") if behind else "", behind.end() if behind else claim.end
    else:
        return None
    noun = noun_at(around.text, end, counted=False)
    if noun is None or noun.plural or noun.owner or noun.joint:
        return None
    respect = "age" if claim.kind == "age" else _respect(noun.head, unit, axis)
    known = bool(_THE.search(around.before(claim, 40)))
    return _Size(claim, noun.head, respect, known, noun.modifiers - {noun.head}) if respect else None


def _predicate(around: Surroundings, claim: Claim) -> _Size | None:
    """ "The bridge is 1,280 metres long", "the report, which runs to 84 pages", "the conductor, who is 81", "the theatre seats 640"."""
    if around.last_word(claim) in property_words().so_ends:
        match = property_words().is_so.search(around.before(claim, _FAR + 40))
    elif claim.kind == "measure" and around.text[claim.start - 2 : claim.start] == ", ":
        match = _BESIDE.search(around.before(claim, _FAR))
    else:
        return None
    if match is None:
        return None
    thing, verb = match["thing"].lower(), match[0]
    if claim.kind == "age":
        respect = "age" if "who is" in verb else ""
    elif claim.kind == "measure":
        axis = _AXIS.match(around.text, claim.end)
        named = axis["axis"] if axis and axis["axis"] in property_words().axes else ""
        respect = _respect(thing, claim.unit, named) if named or _BY_ITSELF.search(verb) else ""
    elif "magnitude of" in verb:
        respect = "magnitude"
    elif "seats" in verb.split():
        respect = "seat"
    else:
        noun = around.noun(around.index(claim))
        respect = noun.head if noun and noun.plural and noun.head in property_words().parts else ""
    known = match["article"].lower() not in ("a", "an")
    return _Size(claim, singular(thing), respect, known, frozenset(match["mods"].lower().split())) if respect else None


def _partitive(around: Surroundings, index: int) -> _Size | None:
    """ "all 84 pages of the report"."""
    claim, noun = around.claims[index], around.noun(index)
    if claim.kind != "count" or noun is None or noun.head not in property_words().parts or not _ALL.search(around.before(claim, 30)):
        return None
    of = _OF_THING.match(around.text, noun.end)
    return _Size(claim, singular(of["thing"]), noun.head, True, frozenset(of["mods"].lower().split())) if of else None


def _respect(thing: str, unit: str, axis: str) -> str:
    """What of a thing a number measures: "pages", "magnitude", or a length, which is the height of what stands upright."""
    words = property_words()
    if unit in words.parts or unit == "magnitude":
        return unit
    if axis and axis not in words.axes:
        return ""
    if not axis and thing in words.hollow:
        return ""
    own = "height" if thing in words.upright else "length"
    measured = words.axes.get(axis, own)
    return f"{own if measured == 'across' and own == 'length' else measured} in {unit}"


def _of_several(text: str) -> frozenset[str]:
    """The things of which a text, in small letters, tells of several: of a second bridge, of a new steel bridge, of bridges."""
    plurals = {form for match in _PLURAL.finditer(text) for form in (match[0][:-1], match[0].removesuffix("es"))}
    return frozenset(plurals.union(*(match.group("next", "over") for match in property_words().several.finditer(text))))


def _again(around: Surroundings, told: Sequence[_Size]) -> Iterator[Relation]:
    first = told[0]
    for later in told[1:]:
        if later.respect == "member" and _ANOTHER.search(around.text, first.claim.end, later.claim.end + _FAR):
            continue
        if not later.known or not _fits(first, later) or any(_changes(around, size) for size in (first, later)):
            continue
        yield Relation(SAME_MEASURE, (Member("first", first.claim), Member("second", later.claim)), "text")


def _fits(first: _Size, later: _Size) -> bool:
    one, other = first.claim.value or 0.0, later.claim.value or 0.0
    if first.modifiers != later.modifiers and (first.respect == "age" or (first.modifiers and later.modifiers)):
        return False
    return max(one, other) < 3 * min(one, other)


def _changes(around: Surroundings, size: _Size) -> bool:
    """Whether the clause of a size says that the thing had or will have another one."""
    before = _CLAUSE.split(around.before(size.claim, _FAR))[-1]
    behind = _CLAUSE.split(around.after(size.claim, _FAR), maxsplit=1)[0]
    if _TO_BE.search(before) or (size.respect == "age" and _AT_A_TIME.search(behind)):
        return True
    return not property_words().changing.isdisjoint(words_of(f"{before} {behind}"))
