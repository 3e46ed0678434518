"""Fractions in words beside the number or the percentage they stand for: "two-thirds of them, or 504", "one in five (20%)".

A relation "share of one of" has one "share", one "part" and as "whole" every count before that the words may mean. A relation "share
again" has a "share" and a "percentage" that say the same thing, a relation "majority" a "share" that is called one, or a "part" of a
"whole" that is. Whether the numbers agree is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import alike, scale_left_out
from numclaims.relations.changes.sides import marker
from numclaims.relations.parts.parts import THE_FRONT
from numclaims.relations.surroundings import Surroundings, singular

SHARE_OF_ONE = "share of one of"
SHARE_AGAIN = "share again"
MAJORITY = "majority"

_BACK = 5
"""How many claims back the whole is looked for."""
_FAR = 400
_TIE = r"(?:\s*\(\s*(?:or\s+|some\s+)?|\s*,\s+or\s+(?:just\s+|only\s+|some\s+)?|\s+[–—-]\s+(?:or\s+)?|—(?:or\s+)?)"
_OF_WHOM = r"\s+of\s+(?P<what>(?:(?:the|these|those|its|their|all|our|his|her)\s+){0,2}[\w’'-]+(?:\s+[\w’'-]+){0,2}?)"
_THEN_PART = re.compile(rf"{_OF_WHOM}{_TIE}$", re.IGNORECASE)
_THEN_SET_OFF = re.compile(rf"{_OF_WHOM}\s*,\s+$", re.IGNORECASE)
_OF_FRONT = re.compile(r"\s*(?:,|\()\s*(?:or\s+)?$")
_SET_OFF_CLOSES = re.compile(r"\s*[,)]\s+(?!\d)[a-z]")
_PART_FIRST = re.compile(rf"(?:\s+[\w’'-]+){{0,4}}?{_TIE}$", re.IGNORECASE)
_OF_BEHIND = re.compile(rf"{_OF_WHOM}\s*(?:[.,;:)–—]|$|\s+(?:were|was|are|is|had|have|has|did)\b)", re.IGNORECASE)
_AGAIN = re.compile(rf"(?:\s+of)?(?:\s+[\w’'-]+){{0,6}}?{_TIE}$", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[.,;:)–—]|$)")
_PRONOUNS = frozenset(("them", "these", "those", "whom", "which"))
_MAJORITY = re.compile(
    r"\b(?:(?:a|the)\s+(?:\w+\s+)?majority|most)\s+of\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+(?:\s*\(\s*|\s*,\s+(?:or\s+)?)$", re.IGNORECASE
)


_OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+){0,2}")
_PART_CLOSED = re.compile(r"\s*[,)]")
_COUNTED_MAJORITY = re.compile(r"\b(?:a|the)\s+(?:\w+\s+)?majority\s+of\s+(?:(?:the|its|their|all)\s+){0,2}$", re.IGNORECASE)
_A_MAJORITY = re.compile(r"(?:\s+[\w’'-]+){0,3},\s+a\s+(?:clear\s+|bare\s+|narrow\s+|slim\s+)?majority\s*(?:[.,;]|$)")
_SET_OFF = re.compile(r"(?:\s+[\w’'-]+){0,3}(?:,|\s\()\s*(?:or\s+)?")


def share_word_relations(around: Surroundings) -> Iterator[Relation]:
    """The fractions of a document that stand beside their number or percentage, in text order."""
    for claim in around.claims:
        if _majority(around, claim):
            yield Relation(MAJORITY, (Member("share", claim),), "majority")
    for first, second in zip(around.claims, around.claims[1:], strict=False) if "majority" in around.lower else ():
        if majority := _counted_majority(around, first, second):
            yield majority
    for index, (first, second) in enumerate(zip(around.claims, around.claims[1:], strict=False)):
        if first.sentence_start != second.sentence_start or second.start - first.end > _FAR // 3:
            continue
        relation = _again(around, first, second) or _of_one(around, index, first, second)
        if relation:
            yield relation


def _again(around: Surroundings, first: Claim, second: Claim) -> Relation | None:
    """ "a third (33%)", "41%, or two in five": a fraction in words and a percentage side by side."""
    if {_form(first), _form(second)} != {"word", "percent"} or not _AGAIN.fullmatch(around.between(first, second)):
        return None
    if not _CLOSED.match(around.text, second.end):
        return None
    word, percentage = (first, second) if _form(first) == "word" else (second, first)
    return Relation(SHARE_AGAIN, (Member("share", word), Member("percentage", percentage)), "or")


def _of_one(around: Surroundings, index: int, first: Claim, second: Claim) -> Relation | None:
    """ "Two-thirds of them, or 504", "504, or two-thirds of them"."""
    gap = around.between(first, second)
    if _form(first) and second.kind in ("count", "money"):
        match = _THEN_PART.fullmatch(gap)
        if match is None and _SET_OFF_CLOSES.match(around.text, second.end):
            match = _THEN_SET_OFF.fullmatch(gap)
        share, part, at = first, second, index
    elif _form(second) == "word" and first.kind in ("count", "money"):
        match = _OF_BEHIND.match(around.text, second.end) if _PART_FIRST.fullmatch(gap) else None
        share, part, at = second, first, index
    else:
        return None
    if match is None:
        return _of_front(around, index, first, second)
    if part.value is None or part.per:
        return None
    wholes = _wholes(around, at, share, part, match["what"].lower().split())
    if not wholes:
        return None
    members = (Member("share", share), Member("part", part), *(Member("whole", whole) for whole in wholes))
    return Relation(SHARE_OF_ONE, members, match["what"])


def _of_front(around: Surroundings, index: int, share: Claim, part: Claim) -> Relation | None:
    """ "Of the 900 dogs taken in, a third, 300, found a home": the whole stands at the head of the sentence, nothing else between."""
    whole = around.claims[index - 1] if index else None
    if whole is None or _form(share) != "word" or whole.sentence_start != share.sentence_start or not whole.value or not part.value:
        return None
    front = THE_FRONT.search(around.before(whole)) and around.text.count(",", whole.end, share.start) == 1
    if not front or not _OF_FRONT.fullmatch(around.between(share, part)) or not _SET_OFF_CLOSES.match(around.text, part.end):
        return None
    if not alike(part, whole) or scale_left_out(part, whole):
        return None
    return Relation(SHARE_OF_ONE, (Member("share", share), Member("part", part), Member("whole", whole)), "of")


def _wholes(around: Surroundings, at: int, share: Claim, part: Claim, what: list[str]) -> list[Claim]:
    """The counts before a share that "them" or "the orders" may mean."""
    found = []
    for index in range(at - 1, max(-1, at - 1 - _BACK), -1):
        whole = around.claims[index]
        if share.start - whole.end > _FAR:
            break
        if marker(around, whole) in ("from", "against") or not alike(part, whole) or scale_left_out(part, whole) or not whole.value:
            continue
        noun = around.noun(index)
        names = {noun.head} if noun else {singular(word) for word in whole.item.lower().split()}
        if what[-1] in _PRONOUNS or singular(what[-1]) in names:
            found.append(whole)
    return found


def _form(claim: Claim) -> str:
    """ "word" for a fraction in words, "percent" for a percentage, "" for what is no plain share."""
    if claim.kind != "share" or claim.value is None or claim.per or claim.change != "none":
        return ""
    return {"": "word", "percent": "percent"}.get(claim.unit, "")


def _counted_majority(around: Surroundings, first: Claim, second: Claim) -> Relation | None:
    """ "48 of the 110 members, a majority", "a majority of the 110 members, 48,": a part that is called one, with its whole."""
    if first.sentence_start != second.sentence_start or not alike(first, second) or first.value is None or second.value is None:
        return None
    gap = around.between(first, second)
    if _OF_THE.fullmatch(gap) and _A_MAJORITY.match(around.text, second.end):
        part, whole = first, second
    elif _COUNTED_MAJORITY.search(around.before(first)) and _SET_OFF.fullmatch(gap) and _PART_CLOSED.match(around.text, second.end):
        whole, part = first, second
    else:
        return None
    return Relation(MAJORITY, (Member("part", part), Member("whole", whole)), "majority")


def _majority(around: Surroundings, share: Claim) -> bool:
    """Whether the words before a percentage call it a majority: "a majority of voters (48%)", "most of them, 41%,"."""
    return share.unit == "percent" and bool(_MAJORITY.search(around.before(share, 90)) and _CLOSED.match(around.text, share.end))
