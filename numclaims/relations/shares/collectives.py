"""Shares of a set that has a name as a whole: "It employs 900 people ... will cut 120 jobs, or 22% of its workforce".

The part is the number right before the share. The whole is the one number of the document that counts the set, by a noun of its members or
the words before it (collectives.toml). Where it counts only those of a place, or several numbers might be it, there is no relation.
Relations are as in `amounts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from numclaims.lexicon.words import read_toml
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import SHARE_OF, scale_left_out
from numclaims.relations.phrases import listed, spaced
from numclaims.relations.shares.closing import stated
from numclaims.relations.shares.ties import OTHER_SET, tie
from numclaims.relations.surroundings import Surroundings

_ENDS = re.compile(r"\s*(?:[),.;:–—]|$)|\s+(?:and|when|as|because|after|by|in\s+(?:19|20)\d\d|next\s+year|this\s+year)\b")
_SOMEWHERE = re.compile(r"\s+(?:in|at|across|on|from|there|who|whose|of|outside|inside|under|over)\b(?!\s+(?:all|total|the\s+world)\b)")
_OTHER_TIME = re.compile(
    r"\b(?:once|formerly|previously|ago|earlier|used\s+to|then|had|last\s+year|in\s+(?:19|20)\d\d|leaving|left|to|will|would)\b",
    re.IGNORECASE,
)
_FAR = 900
"""How many characters may stand between a share and its whole."""


@dataclass(frozen=True, slots=True)
class _Collective:
    """One kind of set: what finds its name behind a share and the words before its number, and the nouns of its members and parts."""

    named: re.Pattern[str]
    counted: re.Pattern[str]
    members: frozenset[str]
    parts: frozenset[str]


@cache
def _collectives() -> tuple[_Collective, ...]:
    tables = read_toml("collectives.toml", "numclaims.relations.shares").values()
    return tuple(
        _Collective(
            re.compile(rf"\s+of\s+(?:(?:the|its|their|our|his|her|total|whole|entire|[\w-]+['’]s?)\s+)+{spaced(listed(table['names']))}\b"),
            re.compile(rf"\b{spaced(listed(table['counting']))}\s+(?:about\s+|some\s+|around\s+|nearly\s+)?$", re.IGNORECASE),
            frozenset(table["members"].split()),
            frozenset(table["part"].split()),
        )
        for table in tables
    )


def collective_shares(around: Surroundings, taken: set[int]) -> Iterator[Relation]:
    """The shares of sets with a name in a document; `taken` has the numbers of the claims already related."""
    for part, stating in zip(around.claims, around.claims[1:], strict=False):
        if stating.kind != "share" or stating.claim in taken or part.kind != "count" or part.value is None:
            continue
        share = replace(stating, change="none")  # what cuts jobs cuts a share of them
        if not stated(share) or not around.next_to(part, share):
            continue
        behind = around.after(share)
        for collective in _collectives():
            named = collective.named.match(behind)
            if named and _ENDS.match(behind, named.end()) and _closes(around, part, share):
                yield from _share_of(around, collective, part, share)


def _closes(around: Surroundings, part: Claim, share: Claim) -> bool:
    match = tie(around.between(part, share))
    return (
        match is not None and not match["rate"] and not OTHER_SET.search(match["words"]) and not OTHER_SET.search(around.before(part, 30))
    )


def _share_of(around: Surroundings, collective: _Collective, part: Claim, share: Claim) -> Iterator[Relation]:
    noun = around.noun(around.index(part))
    if noun and noun.plural and noun.head not in collective.members | collective.parts:
        return
    wholes = [claim for claim in around.claims if claim is not part and _counts(around, collective, claim, share)]
    if len({claim.value for claim in wholes}) == 1 and not scale_left_out(part, wholes[0]):
        yield Relation(SHARE_OF, (Member("share", share), Member("part", part), Member("whole", wholes[0])), "of the whole set")


def _counts(around: Surroundings, collective: _Collective, claim: Claim, share: Claim) -> bool:
    """Whether a number counts all members of a set."""
    if claim.kind != "count" or claim.value is None or claim.change != "none" or abs(claim.start - share.start) > _FAR:
        return False
    noun, before = around.noun(around.index(claim)), around.before(claim)
    told = collective.counted.search(before) or (noun and noun.head in collective.members and not noun.owner)
    end = noun.end if noun else claim.end
    return bool(told) and not _SOMEWHERE.match(around.text, end) and not _OTHER_TIME.search(before) and not OTHER_SET.search(before[-30:])
