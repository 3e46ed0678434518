"""Parts of a set that is named by what befell it: "70 of those admitted", "15 of the dead", "162 of the sampled contracts".

The set is counted elsewhere in the document, the title included, next to the same deed: "admitted 64 people", "kills 12", "40 dead".
Where several counts of one deed could be meant, all of them together are the whole. Relations are as in `amounts`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Claim, Relation
from numclaims.relations.amounts import alike, part_of
from numclaims.relations.parts.antecedents import multiplied
from numclaims.relations.surroundings import Noun, Surroundings, is_verb, noun_at, same_kind, sets, singular

_MANY_COUNTS = 6
"""A deed counted more often than this does not tell which counts are meant."""
_MANY_SETS = 20
"""Sets beyond these are not looked into, which keeps the time linear."""

_OF_THOSE = re.compile(r"\s+of\s+those\s+(?P<verb>[a-z]+)\b")
_AT_OTHER_TIMES = re.compile(r"\s+(?:\w+\s+){0,4}?(?:earlier|before|ago|later|since|last|previously|(?:in|during|by)\s+(?:19|20)\d\d)\b")
_OF_THE = re.compile(r"\s+of\s+the(?=\s)")
_OF_WHOLE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her)\s+$")
_VERB_BEFORE = re.compile(r"\b([a-z]+)\s+$", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:who\s+)?(?P<passive>(?:were|was|ha(?:s|ve|d)\s+been|are|is)\s+)?(?P<verb>[a-z]+)")
_BEFALLEN = re.compile(r"\s+of\s+the\s+(?P<noun>[a-z]+)(?=\s*[.,;:)–—]|\s+(?:were|was|are|is|had|have|has|being|came|died|could|would)\b)")
_COMPARED = re.compile(r"\b(?:compared|against|than|from|up|down)\b")


@dataclass(frozen=True, slots=True)
class _Named:
    """A set as a part names it: by a deed and, where the text gives it, by a noun ("the sampled contracts")."""

    deed: str
    head: str
    words: str


@dataclass(slots=True)
class _Rivals:
    """Counts that a named set may be as well: the largest number among them, and the counts by the offset of their sentence."""

    largest: float = 0.0
    by_sentence: defaultdict[int, list[Claim]] = field(default_factory=lambda: defaultdict(list))


def treated_relations(around: Surroundings) -> Iterator[Relation]:
    """The parts of sets that are named by a deed, where the document counts that deed before."""
    named = {index: name for index, claim in enumerate(around.claims) if (name := _named(around, claim))}
    if not named:
        return
    deeds = _deeds(around, named)
    by_deed: dict[str, list[int]] = defaultdict(list)
    for index in sorted(deeds):
        by_deed[deeds[index]].append(index)
    rivals: dict[_Named, _Rivals] = {}
    for index, name in named.items():
        counts = [at for at in by_deed[name.deed][: _MANY_COUNTS + 1] if at < index and _of_set(around, at, name)]
        if not counts or len(counts) > _MANY_COUNTS or len(rivals) > _MANY_SETS:
            continue
        if name not in rivals:
            rivals[name] = _rivals(around, name, deeds, named)
        relation = _relation(around, index, counts, rivals[name], name)
        if relation:
            yield relation


def _named(around: Surroundings, claim: Claim) -> _Named | None:
    """How a count names the set it is part of: "of those admitted", "of the dead", "of the sampled contracts"."""
    if claim.kind != "count":
        return None
    after = around.after(claim)
    verb = _OF_THOSE.match(after)
    if verb and is_verb(verb["verb"]) and not _AT_OTHER_TIMES.match(after, verb.end()):
        return _Named(_deed(verb["verb"]), "", verb[0].strip())
    befallen = _BEFALLEN.match(after)
    if befallen and befallen["noun"] in sets().befallen:
        return _Named(sets().befallen[befallen["noun"]], "", befallen[0].strip())
    article = _OF_THE.match(after)
    noun = noun_at(around.text, claim.end + article.end()) if article else None
    if noun is None or noun.owner or noun.joint:
        return None
    words = around.text[claim.end : noun.end].strip()
    deeds = {_deed(word) for word in noun.modifiers if is_verb(word) and word in verb_forms().forms}
    return _Named(deeds.pop(), noun.head, words) if len(deeds) == 1 and noun.plural else None


def _deed(verb: str) -> str:
    """What a form of a verb says was done: the name of its class in sets.toml, or its lemma."""
    lemma = verb_forms().forms.get(verb, (verb.removesuffix("ing").removesuffix("ed"), ""))[0]
    return sets().deeds.get(lemma, lemma)


def _deeds(around: Surroundings, named: dict[int, _Named]) -> dict[int, str]:
    """What was done to the things counted, by the word next to the count: "killed 12", "12 people died", "12 dead"."""
    found: dict[int, str] = {}
    for index, claim in enumerate(around.claims):
        if claim.kind != "count" or index in named:
            continue
        noun = around.noun(index)
        if noun and noun.head in sets().befallen:
            found[index] = sets().befallen[noun.head]
            continue
        before = _VERB_BEFORE.search(around.before(claim, 30))
        verb = (before and before[1].lower()) or ""
        if verb not in verb_forms().forms or verb in syntax().auxiliaries:
            verb = _befell(around, claim, noun)
        if verb:
            found[index] = _deed(verb)
    return found


def _befell(around: Surroundings, claim: Claim, noun: Noun | None) -> str:
    """The verb behind a count if it tells what befell the counted: "12 were killed", "12 people died"; not "12 men killed guards"."""
    behind = _BEHIND.match(around.text, noun.end if noun else claim.end)
    if not behind or behind["verb"] not in verb_forms().forms or behind["verb"] in syntax().auxiliaries:
        return ""
    intransitive = verb_forms().forms[behind["verb"]][0] in sets().intransitive
    return behind["verb"] if behind["passive"] or intransitive or noun is None else ""


def _of_set(around: Surroundings, index: int, name: _Named) -> bool:
    """Whether a count can be the whole that a part names."""
    noun = around.noun(index)
    if noun and (noun.owner or noun.joint):
        return False
    return not name.head or _head(around, index) == name.head


def _rivals(around: Surroundings, name: _Named, deeds: dict[int, str], named: dict[int, _Named]) -> _Rivals:
    """Counts of the same kind of which the text does not say what was done: the part may be one of these."""
    kind = Noun(name.head or "person", frozenset(), 0)
    rivals = _Rivals()
    for index, claim in enumerate(around.claims):
        if claim.kind == "count" and index not in named and _may_be(around, index, name, deeds) and _of_kind(around, index, kind):
            rivals.largest = max(rivals.largest, _most(claim))
            rivals.by_sentence[claim.sentence_start].append(claim)
    return rivals


def _may_be(around: Surroundings, index: int, name: _Named, deeds: dict[int, str]) -> bool:
    """Whether the deed of a count is left open. The whole of "140 of the 2,310 contracts" is not itself what was examined."""
    if index in deeds:
        return deeds[index] != name.deed and deeds[index] not in sets().deeds.values()
    return index == 0 or not _OF_WHOLE.fullmatch(around.between(around.claims[index - 1], around.claims[index]))


def _of_kind(around: Surroundings, index: int, kind: Noun) -> bool:
    head = _head(around, index)
    return not head or head in sets().nouns or same_kind(Noun(head, frozenset(), 0), kind)


def _head(around: Surroundings, index: int) -> str:
    """The noun a claim counts: the one behind it, else the subject of "rose to 40", else the last word of its item."""
    noun = around.noun(index)
    if noun:
        return noun.head
    claim = around.claims[index]
    moved = claim.action in syntax().up_verbs or claim.action in syntax().down_verbs
    item = "" if claim.item in claim.subject else claim.item.lower()  # who acts is not what is counted
    words = (moved and claim.subject.lower().split()) or item.split()
    return singular(words[-1]) if words else ""


def _relation(around: Surroundings, index: int, counts: list[int], rivals: _Rivals, name: _Named) -> Relation | None:
    """The part with the largest count of its deed as whole; other counts of the deed, and of its sentence, may belong to it."""
    part = around.claims[index]
    at = max(counts, key=lambda count: _most(around.claims[count]))
    whole = around.claims[at]
    if not alike(part, whole) or multiplied(around, whole, part) or part.value is None or rivals.largest >= part.value:
        return None
    others = [around.claims[count] for count in counts if around.claims[count].value != whole.value]
    beside = rivals.by_sentence.get(whole.sentence_start, [])[:_MANY_COUNTS]
    others += [claim for claim in beside if not _COMPARED.search(around.text, whole.end, claim.start)]
    return part_of(part, whole, others, name.words)


def _most(claim: Claim) -> float:
    if claim.value is not None:
        return claim.value
    return math.inf if claim.high is None else claim.high
