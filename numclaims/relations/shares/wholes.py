"""Which percentages of a sentence divide one whole: "gas supplied 34%, wind 31% and solar parks 12%". It reads the words of wholes.toml.

The shares must be listed one behind the other. What the text around them says of the whole decides which relation they have: "all
shares of", where nothing is left out; "exclusive shares of", where nothing belongs to two of them; else "shares of". Where several
shares may hold of one thing ("as many boxes as applied") there is none. Members are in the role "share", in text order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import number_words, read_toml
from numclaims.model import Claim, Member, Relation
from numclaims.relations.surroundings import Surroundings

SHARES_OF = "shares of"
EXCLUSIVE_SHARES_OF = "exclusive shares of"
ALL_SHARES_OF = "all shares of"

_GAP = 110
"""How many characters may stand between two shares of one list."""
_BEFORE, _BEHIND = 260, 200
"""How many characters of the paragraph before and behind a list speak of its whole."""
_SEVERAL_AROUND = 400

_NESTED = re.compile(
    r"\b(?:of\s+(?:which|whom)|including|among\s+them|from|than|compared|against|versus|(?<!followed\s)by|but\s+only|while\s+only|only)\b|\.\s",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,;(]|\band\b|\bwhile\b|\bfollowed\b|\bto\b")
_OWN_WHOLE = re.compile(r"\s+of\s+(?:(?:the|its|their|all|his|her|these|those|total|[\w-]+['’]s)\s+)*(?P<head>[\w-]+)")
_ELSEWHERE = re.compile(r"\s+(?:in|among|on|at)\s+(?:the\s+)?[A-Z0-9]")
_COMPARED = re.compile(
    r"\b(?:from|than|against|compared\s+(?:with|to)|versus|up\s+on|down\s+on)\s+(?:(?!and\b)[\w’'-]+\s+){0,3}$"
    r"|\b(?:below|above)\s+(?:the|its|their)\s+$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+(?:on|for|to|from|in|by|with)\s+(?:the\s+|all\s+|everything\s+|every\s+|any\s+)?")
_AGAINST = re.compile(r"\s+against\b")
_LEFT = re.compile(r"\b(?:the\s+(?:rest|remainder|remaining|other|balance)|leaving)\b[^.;]{0,50}$", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"(?<!\bno\s)\b(?:the\s+)?(?:rest|remainder|others?|remaining)\b(?![^.;]{0,60}\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """wholes.toml, ready to be found in a text."""

    exclusive: re.Pattern[str]
    complete: re.Pattern[str]
    several: re.Pattern[str]
    parting: re.Pattern[str]
    residue: re.Pattern[str]
    halves: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def _words() -> _Words:
    tables = read_toml("wholes.toml", "numclaims.relations.shares")
    return _Words(
        exclusive=_any_of(tables["exclusive"]),
        complete=_any_of(tables["complete"]),
        several=_any_of(tables["several"]),
        parting=_any_of(tables["parting"].split()),
        residue=_any_of(tables["residue"]),
        halves=tuple((_any_of([one]), _any_of([other])) for one, other in map(str.split, tables["halves"]["pairs"])),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b", re.IGNORECASE)


def whole_relations(around: Surroundings) -> Iterator[Relation]:
    """The lists of shares of a document, at most one a sentence."""
    previous: Sequence[Claim] = ()
    for at, after in around.sentences:
        claims = around.claims[at:after]
        shares = _listed(around, claims) if after - at > 1 else []
        if len(shares) >= 2 and not _of_several_wholes(around, shares):
            kind = _kind(around, shares, claims, previous)
            if kind:
                yield Relation(kind, tuple(Member("share", share) for share in shares))
        previous = claims


def _listed(around: Surroundings, claims: Sequence[Claim]) -> list[Claim]:
    """The longest run of plain percentages that follow each other in one sentence."""
    best: list[Claim] = []
    run: list[Claim] = []
    for claim in claims:
        if not _plain(around, claim):
            if claim.unit == "percent":
                run = []
            continue
        if run and not _goes_on(around, run[-1], claim):
            run = []
        run.append(claim)
        if len(run) > len(best):
            best = list(run)
    return best


def _plain(around: Surroundings, claim: Claim) -> bool:
    """Whether a claim is one share of something: no change, no bound, nothing to compare with."""
    if claim.kind != "share" or claim.unit != "percent" or claim.value is None or claim.per or claim.change != "none":
        return False
    return claim.bound in ("exact", "about") and 0 <= claim.value < 100 and not _COMPARED.search(around.before(claim, 40))


def _goes_on(around: Surroundings, first: Claim, second: Claim) -> bool:
    gap = around.between(first, second)
    against = _AGAINST.match(gap)
    gap = gap[against.end() :] if against else gap
    level = gap.count("(") <= gap.count(")")
    return len(gap) <= _GAP and level and bool(_JOINED.search(gap)) and not _NESTED.search(gap)


def _of_several_wholes(around: Surroundings, shares: Sequence[Claim]) -> bool:
    """Whether the shares are of different things: "52% of men and 61% of women", "55% in Italy and 40% in Malta"."""
    heads = {match["head"].lower() for share in shares if (match := _OWN_WHOLE.match(around.text, share.end))}
    places = sum(bool(_ELSEWHERE.match(around.text, share.end)) for share in shares)
    return len(heads - {"it", "them", "this", "that"}) > 1 or places > 1


def _kind(around: Surroundings, shares: Sequence[Claim], claims: Sequence[Claim], previous: Sequence[Claim]) -> str:
    """Which relation a list of shares has by the words around it; "" for none."""
    first, last = shares[0], shares[-1]
    words, near = _words(), _near(around, first, last, _BEFORE, _BEHIND)
    if words.several.search(_near(around, first, last, _SEVERAL_AROUND, _SEVERAL_AROUND)):
        return ""
    listed = around.text[first.sentence_start : last.sentence_start + len(last.sentence)]
    alone = not any(claim.kind == "share" for claim in previous)
    if (words.complete.search(near) or _announced(shares, near)) and not _LEFT_OPEN.search(listed):
        return ALL_SHARES_OF
    if _LEFT.search(around.text[max(first.start, last.start - 60) : last.start]) and (len(shares) > 2 or alone):
        return ALL_SHARES_OF
    if len(shares) == 2:
        verb = words.parting.search(listed) or _ARE.search(listed)
        halves = verb and any(one.search(listed) and other.search(listed) for one, other in words.halves)
        return EXCLUSIVE_SHARES_OF if alone and (halves or words.exclusive.search(near)) else ""
    return EXCLUSIVE_SHARES_OF if words.exclusive.search(near) or _residue(around, shares) else SHARES_OF


def _residue(around: Surroundings, shares: Sequence[Claim]) -> bool:
    """Whether one of the shares is of what is left: "and others 12%", "25% other minerals", "everything else, 3%"."""
    residue = _words().residue
    last = shares[-1]
    leading = around.between(shares[-2], last)
    return bool(
        residue.search(leading.rpartition("and ")[2] if " and " in leading else leading)
        or residue.match(around.text, last.end + 1)
        or ((own := _OF_WHAT.match(around.text, last.end)) and residue.match(around.text, own.end()))
    )


def _announced(shares: Sequence[Claim], near: str) -> bool:
    """Whether the text near a list says that the whole has as many parts as there are shares: "one of three groups"."""
    count = len(shares)
    names = "|".join([str(count), *(word for word, value in number_words().units.items() if value == count)])
    parts = re.finditer(rf"\b(?:{names})\s+(?:[\w-]+\s+){{0,2}}?(?:{_part_names()})\b", near, re.IGNORECASE)
    if re.search(rf"{_SHARED}(?:{names})\s+[a-z]", near, re.IGNORECASE):
        return True
    return any(_DIVIDED.search(near[max(0, part.start() - 60) : part.start()]) or _DIVIDE.match(near, part.end()) for part in parts)


_ARE = re.compile(r"\b(?:are|were|is|was|said|voted)\b", re.IGNORECASE)
_SHARED = r"\b(?:shared|owned|divided|split|divides)\s+(?:up\s+)?(?:by|among|amongst|between|into)\s+(?:just\s+|only\s+|its\s+|the\s+)?"
_DIVIDE = re.compile(r"\s+(?:share|split|divide|hold|own|make\s+up|make)\s+(?:up\s+)?(?:all|the|it|between)\b", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\b(?:(?:owned|held|shared)\s+by|one\s+of|among|between|into|these|those|outside|beyond|only|of|all|the|comprises?d?|divid\w+|split)\s+(?:the\s+|just\s+|only\s+|these\s+)?$",
    re.IGNORECASE,
)


@cache
def _part_names() -> str:
    return "|".join(read_toml("wholes.toml", "numclaims.relations.shares")["parts"].split())


def _near(around: Surroundings, first: Claim, last: Claim, before: int, behind: int) -> str:
    """The paragraph around a list, so many characters of it before its sentence and behind it."""
    start, end = first.sentence_start, last.sentence_start + len(last.sentence)
    blank = around.text.rfind("\n\n", max(0, start - before), start)
    opening = blank + 2 if blank >= 0 else max(0, start - before)
    closing = around.text.find("\n\n", end, end + behind)
    return around.text[opening : closing if closing >= 0 else end + behind]
