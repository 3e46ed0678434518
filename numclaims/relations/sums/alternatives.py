"""Parts that exclude one another: "Of the 60 passengers, 38 were unhurt, 15 were injured and 7 died", "12 games: won 7, lost 5".

Whether the text names all the parts it leaves open; that nothing belongs to two of them follows from what they are called, by the
classes of alternatives.toml. A relation "exclusive parts of" has one "whole" and the "part"s that can be no more together.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import alike
from numclaims.relations.phrases import any_of, phrases
from numclaims.relations.sums.totals import countable
from numclaims.relations.surroundings import Noun, Surroundings, same_kind

EXCLUSIVE_PARTS_OF = "exclusive parts of"

_SUCCESSIVE = frozenset(("order", "weekday", "place"))
"""Classes whose alternatives one thing may go through one after the other."""
_FRONT = re.compile(r"(?:^|[;:(]\s*)of\s+(?:(?:the|its|their|our|these|those|all|her|his)\s+){0,2}$", re.IGNORECASE)
_AFTER_FRONT = re.compile(r"(?:\s+[\w’'-]+){0,8},\s+(?:(?:some|only|just|about|the|it|he|she|they|we)\s+)?(?:[\w’'-]+\s+){0,2}?")
_LED = re.compile(
    r"""(?:\s+[\w’'-]+){0,3}?
        (?: \s+(?:has|have|had|includes?|included|contains?|contained|comprises?|comprised|is|are|was|were)\s+
          | \s*(?::|\s[–—-]|—|\()\s*(?:[\w’'-]+\s+){0,4}?
          | [,;]\s+(?:of\s+(?:these|those|them|which|whom),?\s+)?(?:with\s+)?(?:the\s+)?(?:[a-z’'-]+\s+){0,2}? )""",
    re.VERBOSE,
)
_APPOSED = re.compile(r"(?:\s+[\w’'-]+){0,3}?\s*(?:,|:|\s[–—-]|—|\()\s*")
_NEXT = re.compile(r"[^.;:!?()]{0,70}?(?:[,;]\s+(?:and\s+|then\s+|while\s+|but\s+)?|\s+and\s+|\s+while\s+)(?:[\w’'-]+\s+){0,5}")
_MORE = re.compile(
    r"\b(?:more|another|further|additional|extra|also|than|plus|bought|ordered|including|others?|each|per|from|up|down|contested"
    r"|sought|advance|after|in\s+all)\b",
    re.IGNORECASE,
)
_OVERLAPPING = re.compile(rf"{phrases('totals', 'overlapping')}|\b(?:both|later|initially|twice|again|appeal|resit)\b", re.IGNORECASE)
_PARTED = re.compile(r"[,;]\s|\s+and\s+|\s+while\s+")
_CLAUSE_END = re.compile(r"[.;:()!?](?:\s|$)")
_DATED = re.compile(rf"\b(?:{'|'.join((*month_name[1:], *day_name))}|(?:19|20)\d\d)\b")
_MOST_PARTS = 8
_NEAR = 60
"""How many characters around a number may say what its things are."""


@dataclass(frozen=True, slots=True)
class _Class:
    """One class of alternatives: what finds a word of it, which one each word is, how many must be told, of which things it holds."""

    pattern: re.Pattern[str]
    names: Mapping[str, str]
    fewest: int
    things: frozenset[str]


@cache
def _classes() -> dict[str, _Class]:
    found = {}
    for name, table in read_toml("alternatives.toml", "numclaims.relations.sums").items():
        fewest = int(table.pop("fewest", 2))
        things = frozenset(str(table.pop("of", "")).split())
        names = {" ".join(word.split()): alternative for alternative, words in table.items() for word in words.split("|")}
        found[name] = _Class(re.compile(rf"(?<![\w-]){any_of(names)}(?![\w-])", re.IGNORECASE), names, fewest, things)
    return found


def alternative_relations(around: Surroundings) -> Iterator[Relation]:
    """The wholes of a document whose parts exclude one another, in text order."""
    index = 0
    while index < len(around.claims) - 2:
        parts = _parts(around, index)
        relation = _exclusive(around, index, parts) if len(parts) > 1 else None
        if relation:
            yield relation
        index += len(parts) if relation else 1


def _parts(around: Surroundings, index: int) -> list[Claim]:
    """The counts listed behind a count that may be their whole."""
    whole, parts = around.claims[index], list[Claim]()
    if whole.kind != "count" or not countable(around, whole):
        return parts
    for claim in around.claims[index + 1 : index + 1 + _MOST_PARTS]:
        if claim.sentence_start != whole.sentence_start or not alike(claim, whole) or not countable(around, claim):
            break
        if (claim.value or 0) >= (whole.value or 0) or (parts and not _NEXT.fullmatch(around.between(parts[-1], claim))):
            break
        parts.append(claim)
    return parts


def _exclusive(around: Surroundings, index: int, parts: Sequence[Claim]) -> Relation | None:
    """The relation of a whole to parts of one class, if the words between lead from it to them."""
    whole, noun = around.claims[index], around.noun(index)
    gap = around.between(whole, parts[0])
    end = whole.sentence_start + len(whole.sentence)
    if noun is None or not noun.plural or noun.owner or noun.joint or len(gap) > 2 * _NEAR:
        return None
    front = bool(_FRONT.search(around.before(whole)) and _AFTER_FRONT.fullmatch(gap))
    if not front and not _LED.fullmatch(gap):
        return None
    last = _segment_end(around, parts[-1], end)
    if _MORE.search(around.text, noun.end, last) or _OVERLAPPING.search(around.text, whole.start, end + _NEAR):
        return None
    if not all(_of_set(around, noun, part) for part in parts):
        return None
    dated = len(_DATED.findall(around.text, parts[0].start, last)) > 1  # what rose on Monday may fall on Tuesday
    apposed = not front and bool(_APPOSED.fullmatch(gap))
    segments = _segments(around, whole, parts, end)
    for name, group in _classes().items():
        if not (apposed if name in _SUCCESSIVE else not dated) or (group.things and noun.head not in group.things):
            continue
        if _distinct(group, segments) and not group.pattern.search(around.text, whole.end, noun.end):
            members = (Member("whole", whole), *(Member("part", part) for part in parts))
            return Relation(EXCLUSIVE_PARTS_OF, members, name)
    return None


def _of_set(around: Surroundings, whole: Noun, part: Claim) -> bool:
    """Whether a part counts some of the whole's things: with its noun, a noun of its kind, or a word for what they are."""
    noun = around.noun(around.index(part))
    if noun is None or not noun.plural or noun.head in ("one", whole.head) or same_kind(whole, noun):
        return True
    text = around.text[part.end : noun.end].split()[-1:]
    return any(group.pattern.fullmatch(word) for word in text for group in _classes().values())


def _segment_end(around: Surroundings, part: Claim, end: int) -> int:
    stop = _CLAUSE_END.search(around.text, part.end, min(end, part.end + _NEAR))
    return stop.start() if stop else min(end, part.end + _NEAR)


def _segments(around: Surroundings, whole: Claim, parts: Sequence[Claim], end: int) -> list[tuple[str, str]]:
    """What stands before and behind each part, up to the comma or "and" that parts it from the next."""
    found = []
    start = whole.end
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        stop = following.start if following else _segment_end(around, part, end)
        cut = stop
        if following:
            marks = list(_PARTED.finditer(around.text, part.end, stop))
            cut = marks[0].start() if marks else stop
        found.append((around.text[start : part.start], around.text[part.end : cut]))
        start = cut
    return found


def _distinct(group: _Class, segments: Sequence[tuple[str, str]]) -> bool:
    """Whether each part is told to be one alternative of a class, all behind their numbers or all before, no two the same."""
    if len(segments) < group.fewest:
        return False
    for side in (1, 0):
        told = [{group.names[" ".join(match[0].lower().split())] for match in group.pattern.finditer(both[side])} for both in segments]
        if all(len(names) == 1 for names in told):
            return len(set.union(*told)) == len(segments)
    return False
