"""Parts of a set that the text names again: "18 of these barges", "52 of the pupils", "70 of those admitted".

The set is found by its noun or its verb, anywhere in the document, and only where the document counts it plainly; a noun counted
more than a few times is left alone. Relations are as in `amounts`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator

from numclaims.model import Claim, Relation
from numclaims.relations.amounts import alike, part_of
from numclaims.relations.antecedents import fate, introduced
from numclaims.relations.surroundings import Noun, Surroundings, is_verb, noun_at, same_kind, singular

_Rivals = dict[int, tuple[float, list[Claim]]]
_MANY = 6
"""A noun counted more often than this does not tell which count is meant."""

_NEAR = 400
"""How many characters back "these drones" may have been counted."""

_OF_THE = re.compile(r"\s+of\s+(?P<which>the|these|those)(?=\s)")
_OF_THOSE = re.compile(r"\s+of\s+those\s+(?P<verb>[a-z]+)\b")
_BARE = re.compile(
    r"\s*(?:[.,;:)—–?!”\"]|$)|\s+(?:out|alive|were|was|are|is|had|have|has|did|could|can|would|will|survived|died|remained|remain|escaped|went|came)\b"
)
_VERB_BEFORE = re.compile(r"\b([a-z]+)\s+$", re.IGNORECASE)
_VERB_BEHIND = re.compile(r"\s+(?:who\s+)?(?:were|was|(?:have|has|had)\s+been)\s+([a-z]+)")
_BEFELL = re.compile(
    r"\s+(?:(?:were|was|have\s+been|had\s+been)\s+(?:shot|downed|intercepted|destroyed|killed|injured|wounded|hurt|rescued|saved|freed|"
    r"captured|arrested|damaged|hit|sunk|evacuated)|survived|died|drowned|escaped|perished)\b"
)
_COMPARED = re.compile(r"\b(?:compared|against|than|from|up|down)\b")
_OTHERS = r"\b(?:other|another|more|further|additional|second)\s+(?:[\w-]+\s+){0,2}?"


def mention_relations(around: Surroundings) -> Iterator[Relation]:
    """Parts of sets that are named again by a noun with "the" or "these", or by "those" and a verb."""
    mentions = [(index, match) for index, claim in enumerate(around.claims) if (match := _mention(around, claim))]
    if not mentions:
        return
    parts = {index for index, _ in mentions}
    by_noun, by_verb = _counted(around, parts)
    rivals: _Rivals = {}
    for index, match in mentions:
        claim = around.claims[index]
        relation = None
        if match.re is _OF_THE:
            noun = noun_at(around.text, claim.end + match.end())
            if noun and noun.plural and not noun.owner and not noun.joint and _BARE.match(around.text, noun.end):
                relation = _named(around, claim, noun, match["which"], by_noun[noun.head])
        elif is_verb(match["verb"]):
            relation = _treated(around, claim, match["verb"], by_verb[_stem(match["verb"])], parts, rivals)
        if relation:
            yield relation


def _mention(around: Surroundings, claim: Claim) -> re.Match[str] | None:
    if claim.kind != "count":
        return None
    after = around.after(claim)
    verb = _OF_THOSE.match(after)
    return verb if verb and is_verb(verb["verb"]) else _OF_THE.match(after)


def _counted(around: Surroundings, parts: set[int]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The counts of a document by the noun they count and by the verb next to them, as indices of claims."""
    by_noun: dict[str, list[int]] = defaultdict(list)
    by_verb: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(around.claims):
        if claim.kind != "count" or index in parts:
            continue
        by_noun[_head(around, index)].append(index)
        noun = around.noun(index)
        before = _VERB_BEFORE.search(around.before(claim, 30))
        behind = _VERB_BEHIND.match(around.text, noun.end) if noun else None
        for verb in (before, behind):
            if verb and is_verb(verb[1].lower()):
                by_verb[_stem(verb[1].lower())].append(index)
    return by_noun, by_verb


def _head(around: Surroundings, index: int) -> str:
    """The noun a claim counts: the one behind it, or where none stands there the last word of its item."""
    noun = around.noun(index)
    if noun:
        return noun.head
    words = around.claims[index].item.lower().split()
    return singular(words[-1]) if words else ""


def _stem(verb: str) -> str:
    return verb[:-2] if verb.endswith("ed") else verb.removesuffix("ing")


def _named(around: Surroundings, part: Claim, noun: Noun, which: str, counts: list[int]) -> Relation | None:
    """The relation of "18 of these barges" to the barges counted before."""
    earlier = [index for index in counts if around.claims[index].start < part.start]
    if not earlier or len(counts) > _MANY:
        return None
    if which == "the":
        earlier = [index for index in earlier if introduced(around, around.claims[index])]
    else:
        earlier = [index for index in earlier if part.start - around.claims[index].end < _NEAR]
    if not earlier or not _told(around, part, noun):
        return None
    whole, own = around.claims[earlier[-1]], around.noun(earlier[-1])
    if not alike(part, whole) or not own or own.owner or own.joint or not noun.modifiers <= own.modifiers:
        return None
    if re.search(_OTHERS + re.escape(noun.head), around.text[whole.end : part.start]):
        return None
    meant = counts if which == "the" else earlier
    others = [around.claims[index] for index in meant if index != earlier[-1] and around.claims[index].value != whole.value]
    return part_of(part, whole, others, f"of {which}")


def _told(around: Surroundings, part: Claim, noun: Noun) -> bool:
    """Whether the text tells what became of the part: it "freed 31 of the pupils", "31 of the pupils survived"."""
    return fate(around, part) or bool(_BEFELL.match(around.text, noun.end))


def _treated(around: Surroundings, part: Claim, verb: str, counts: list[int], parts: set[int], rivals: _Rivals) -> Relation | None:
    """The relation of "70 of those admitted" to the count of people admitted, where no other count in the text could be meant."""
    earlier = [index for index in counts if around.claims[index].start < part.start]
    if len(earlier) != 1:
        return None
    at = earlier[0]
    whole, noun = around.claims[at], around.noun(at)
    if not alike(part, whole) or not noun or noun.owner or noun.joint:
        return None
    if at not in rivals:
        rivals[at] = _rivals(around, at, noun, parts)
    largest, others = rivals[at]
    return part_of(part, whole, others, f"of those {verb}") if part.value is not None and part.value > largest else None


def _rivals(around: Surroundings, at: int, noun: Noun, parts: set[int]) -> tuple[float, list[Claim]]:
    """The largest other count that a whole's noun could take, and those that its sentence may add to it."""
    whole, largest, others = around.claims[at], 0.0, []
    for index, claim in enumerate(around.claims):
        if claim.kind != "count" or index == at or index in parts or not _same_kind(around, index, noun):
            continue
        largest = max(largest, math.inf if claim.value is None else claim.value)
        if claim.sentence_start == whole.sentence_start and not _COMPARED.search(around.text, whole.end, claim.start):
            others.append(claim)
    return largest, others


def _same_kind(around: Surroundings, index: int, noun: Noun) -> bool:
    head = _head(around, index)
    return not head or same_kind(Noun(head, frozenset(), 0), noun)
