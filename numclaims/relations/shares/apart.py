"""Shares that stand apart from the counts they are of: "81% of the missiles were shot down", "29 deaths, a fatality rate of 6%".

A share of a set is tied to a part of that set by what befell both. A fatality rate is tied to the deaths beside it; the cases may be
any count of the document that can be cases, so all of these stand in the relation: the total as "whole", the rest as "other".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import PART_OF, SHARE_OF, alike
from numclaims.relations.parts.parts import OTHER_TIME
from numclaims.relations.surroundings import Noun, Surroundings, noun_at, same_kind, sets

_OF_THE = re.compile(r"\s+of\s+(?:the|these|those|all|its|their)(?:\s+(?:the|these|those))?(?=\s)")
_PARTICLE = r"(?:\s+(?P<particle>down|out|up|off|back|over))?"
_ACTIVE = re.compile(rf"\b(?P<verb>[a-z]+){_PARTICLE}\s+$")
_PASSIVE = re.compile(rf"\s+(?:were|was|ha(?:ve|d|s)\s+been)\s+(?P<verb>[a-z]+){_PARTICLE}\b")
_PART_PASSIVE = re.compile(
    rf"\s+of\s+(?:them|whom|which|(?:the|these|those)\s+[\w-]+)\s+(?:were|was|ha(?:ve|d)\s+been)\s+(?P<verb>[a-z]+){_PARTICLE}\b"
)
_FAR = 200
_FATALITY = re.compile(r"\b(?:fatality|death|mortality|lethality)\s+rate\s+(?:of|at|was|is|to)\s+$", re.IGNORECASE)
_FELL_ILL = re.compile(
    r"\s+(?:(?:had|have|has|were|was|been)\s+){0,2}(?:f[ae]ll(?:en)?\s+(?:ill|sick)|infected|sickened|ill|sick|caught)\b"
)
_PERSON = Noun("person", frozenset(), 0)
_MANY = 20
"""A document with more counts of people and cases than this leaves open which are meant."""


def shares_apart(around: Surroundings, parts: Iterable[Relation], taken: set[int]) -> Iterator[Relation]:
    """The shares of a document that no sentence ties to counts; `taken` has the numbers of the claims that one does."""
    shares = [
        index
        for index, claim in enumerate(around.claims)
        if claim.kind == "share" and claim.value is not None and claim.change == "none" and not claim.per and claim.claim not in taken
    ]
    if not shares:
        return
    yield from _of_one_deed(around, parts, shares)
    yield from _fatality_rates(around, shares)


def _of_one_deed(around: Surroundings, parts: Iterable[Relation], shares: Sequence[int]) -> Iterator[Relation]:
    """ "brought down 43 of the 65 missiles ... 81% of the missiles were shot down": one set, one deed, counted once."""
    by_deed: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in parts:
        (part,), (whole,) = relation.claims("part"), relation.claims("whole")
        noun, deed = around.noun(around.index(whole)), _befell_part(around, part)
        if relation.kind == PART_OF and noun and deed:
            by_deed[noun.head, deed].append(relation)
    for index in shares:
        share = around.claims[index]
        article = _OF_THE.match(around.after(share))
        noun = noun_at(around.text, share.end + article.end()) if article else None
        passive = _PASSIVE.match(around.text, noun.end) if noun else None
        if noun is None or passive is None or noun.modifiers or noun.owner or noun.joint or OTHER_TIME.search(around.after(share, _FAR)):
            continue
        told = by_deed.get((noun.head, _deed(passive)), [])
        if len(told) == 1 and not told[0].claims("other"):
            yield _relation(share, told[0].claims("part")[0], told[0].claims("whole"), f"of the {noun.head}")


def _befell_part(around: Surroundings, part: Claim) -> str:
    """What befell a part: the verb right before it ("brought down 43"), or the passive behind it ("43 of them were shot down")."""
    before = _ACTIVE.search(around.before(part))
    if before and before["verb"] in verb_forms().forms and before["verb"] not in syntax().auxiliaries:
        return _deed(before)
    behind = _PART_PASSIVE.match(around.after(part))
    return _deed(behind) if behind else ""


def _deed(verb: re.Match[str]) -> str:
    """The class of a verb with its particle in sets.toml, or its lemma; "" for no known verb."""
    lemma = verb_forms().forms.get(verb["verb"], ("",))[0]
    phrase = f"{lemma}_{verb['particle']}" if verb["particle"] else lemma
    return sets().deeds.get(phrase, phrase)


def _fatality_rates(around: Surroundings, shares: Sequence[int]) -> Iterator[Relation]:
    cases: list[Claim] | None = None
    for index in shares:
        share = around.claims[index]
        if not index or not _FATALITY.search(around.before(share)):
            continue
        deaths = around.claims[index - 1]
        if deaths.sentence_start != share.sentence_start or not _of_the_dead(around, index - 1):
            continue
        if cases is None:
            cases = [claim for at, claim in enumerate(around.claims) if _cases(around, at)]
        others = [claim for at, claim in enumerate(around.claims[: _MANY * 4]) if claim is not deaths and _people(around, at)]
        if cases and len(others) <= _MANY:
            whole = max(cases, key=lambda claim: claim.value or 0)
            if alike(deaths, whole):
                yield _relation(share, deaths, (whole, *(claim for claim in others if claim is not whole)), "fatality rate")


def _of_the_dead(around: Surroundings, index: int) -> bool:
    noun = around.noun(index)
    return around.claims[index].kind == "count" and noun is not None and sets().befallen.get(noun.head) == "kill"


def _cases(around: Surroundings, index: int) -> bool:
    """Whether a count is one of people who fell ill: "612 cases", "1,436 people fell ill"."""
    claim, noun = around.claims[index], around.noun(index)
    if claim.kind != "count" or claim.value is None or noun is None:
        return False
    return noun.head in ("case", "infection", "patient") or bool(_FELL_ILL.match(around.text, noun.end))


def _people(around: Surroundings, index: int) -> bool:
    """Whether a count may be one of people or cases; without a noun of its own it may ("480 suspected and 120 confirmed cases")."""
    claim, noun = around.claims[index], around.noun(index)
    if claim.kind != "count" or claim.value is None:
        return False
    return noun is None or not noun.plural or noun.head in ("case", "infection", "patient") or same_kind(noun, _PERSON)


def _relation(share: Claim, part: Claim, wholes: Sequence[Claim], words: str) -> Relation:
    whole, *others = wholes
    members = (Member("share", share), Member("part", part), Member("whole", whole), *(Member("other", other) for other in others))
    return Relation(SHARE_OF, members, words)
