"""Parts of a set that the text names again by its noun: "18 of these barges", "52 of the pupils".

The set is found anywhere in the document, and only where the document counts it plainly; a noun counted
more than a few times is left alone. Relations are as in `amounts`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from numclaims.model import Claim, Relation
from numclaims.relations.amounts import alike, part_of
from numclaims.relations.parts.antecedents import fate, introduced, multiplied, sent_off
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Noun, Surroundings, noun_at, singular

_MANY = 6
"""A noun counted more often than this does not tell which count is meant."""

_NEAR = 400
"""How many characters back "these drones" may have been counted."""

_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which)\b")
_OF_THE = re.compile(r"\s+of\s+(?P<which>the|these|those)(?=\s)")
_BARE = re.compile(
    r"\s*(?:[.,;:)—–?!”\"]|$)|\s+(?:out|alive|were|was|are|is|had|have|has|did|could|can|would|will|survived|died|remained|remain|escaped|went|came)\b"
)
_BEFELL = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been)\s+(?:shot|downed|intercepted|destroyed|killed|injured|wounded|hurt|rescued|saved|freed|"
    r"captured|arrested|damaged|hit|sunk|evacuated)|survived|died|drowned|escaped|perished)\b"
)
_SUCH = re.compile(
    rf"\s+(?:were|was|are|is|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?!{phrases('parts', 'to_come')})[a-z]{{4,}}\b"
    r"(?!\s+(?:in|by)\s+(?:19|20)\d\d)"
)
"""What is told of things that are there: "29 of the wells are polluted", not "are planned"."""
_OTHERS = r"\b(?:other|another|more|further|additional|second)\s+(?:[\w-]+\s+){0,2}?"


def mention_relations(around: Surroundings) -> Iterator[Relation]:
    """Parts of sets that are named again by a noun with "the" or "these"."""
    mentions = {index: match for index, claim in enumerate(around.claims) if (match := _mention(around, claim))}
    if not mentions:
        return
    by_noun: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(around.claims):
        if claim.kind == "count" and index not in mentions and not _OF_THEM.match(around.after(claim)):
            by_noun[_head(around, index)].append(index)
    for index, match in mentions.items():
        claim = around.claims[index]
        noun = noun_at(around.text, claim.end + match.end())
        if noun and noun.plural and not noun.owner and not noun.joint and _BARE.match(around.text, noun.end):
            relation = _named(around, claim, noun, match["which"], by_noun[noun.head])
            if relation:
                yield relation


def _mention(around: Surroundings, claim: Claim) -> re.Match[str] | None:
    return _OF_THE.match(around.after(claim)) if claim.kind == "count" else None


def _head(around: Surroundings, index: int) -> str:
    """The noun a claim counts: the one behind it, or where none stands there the last word of its item."""
    noun = around.noun(index)
    if noun:
        return noun.head
    words = around.claims[index].item.lower().split()
    return singular(words[-1]) if words else ""


def _named(around: Surroundings, part: Claim, noun: Noun, which: str, counts: list[int]) -> Relation | None:
    """The relation of "18 of these barges" to the barges counted before."""
    earlier = [index for index in counts if around.claims[index].start < part.start]
    if not earlier or len(counts) > _MANY:
        return None
    if which == "the":
        earlier = [index for index in earlier if introduced(around, around.claims[index]) or sent_off(around, index)]
    else:
        earlier = [index for index in earlier if part.start - around.claims[index].end < _NEAR]
    if not earlier or not _told(around, part, noun):
        return None
    whole, own = around.claims[earlier[-1]], around.noun(earlier[-1])
    if (
        not alike(part, whole)
        or not own
        or own.owner
        or own.joint
        or not noun.modifiers <= own.modifiers
        or multiplied(around, whole, part)
    ):
        return None
    if re.search(_OTHERS + re.escape(noun.head), around.text[whole.end : part.start]):
        return None
    meant = counts if which == "the" else earlier
    others = [around.claims[index] for index in meant if index != earlier[-1] and around.claims[index].value != whole.value]
    return part_of(part, whole, others, f"of {which}")


def _told(around: Surroundings, part: Claim, noun: Noun) -> bool:
    """Whether the text tells what became of the part: it "freed 31 of the pupils", "31 of the pupils survived"."""
    return fate(around, part) or bool(_BEFELL.match(around.text, noun.end) or _SUCH.match(around.text, noun.end))
