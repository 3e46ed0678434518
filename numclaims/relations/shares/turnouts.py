"""Turnouts with the votes and the electorate they follow from: "5,400 people voted. The ward has 9,000 on the roll: a turnout of 60%".

The electorate and the votes are told by their words, in whatever order they stand, in the sentence of the turnout or the two next to it.
Where several counts could be one of them, or the turnout is that of another place or time, there is no relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import SHARE_OF, alike, scale_left_out
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Surroundings

_TURNOUT = re.compile(
    rf"{phrases('turnout', 'name')}(?:\s+(?:figure|rate))?\s+(?:of|at|was|is|to|reached|stood\s+at)\s+(?:just\s+|only\s+)?$", re.IGNORECASE
)
_TURNOUT_BEHIND = re.compile(
    rf"\s+{phrases('turnout', 'name')}|\s+of\s+(?:the\s+)?(?:electorate|voters|registered\s+voters)\s+(?:voted|turned\s+out)\b"
)
_VOTERS_BEFORE = re.compile(rf"{phrases('turnout', 'voters_before')}\s+(?:about\s+|some\s+|all\s+)?$", re.IGNORECASE)
_VOTERS = re.compile(rf"(?:\s+[\w’'-]+){{0,3}}?\s+{phrases('turnout', 'voters_behind')}")
_VOTED_BEFORE = re.compile(rf"{phrases('turnout', 'votes_before')}\s+(?:about\s+|some\s+|a\s+total\s+of\s+)?$", re.IGNORECASE)
_VOTED = re.compile(rf"(?:\s+[\w’'-]+){{0,4}}?\s+{phrases('turnout', 'votes_behind')}")
_OTHER_VOTE = re.compile(r"\b(?:earlier|previous\w*|before|ago|last|(?:first|second)\s+round|(?:19|20)\d\d)\b", re.IGNORECASE)
_PART_OF_IT = re.compile(r"\b(?:in|among|across|for|by|at)\s+(?!$)", re.IGNORECASE)
_NEAR = 6
"""How many numbers before and behind a turnout its votes and its electorate are looked for."""


def turnouts(around: Surroundings, taken: set[int]) -> Iterator[Relation]:
    """The turnouts of a document; `taken` has the numbers of the shares already related."""
    for index, share in enumerate(around.claims):
        if share.claim in taken or share.kind != "share" or share.unit != "percent" or share.value is None or share.change != "none":
            continue
        if not _of_all(around, index):
            continue
        near = [claim for claim in around.claims[max(0, index - _NEAR) : index + _NEAR] if _of_one_vote(around, claim, share)]
        voters = [claim for claim in near if _are_voters(around, claim)]
        votes = [claim for claim in near if claim not in voters and _voted(around, claim)]
        if len(voters) != 1 or len(votes) != 1 or not alike(votes[0], voters[0]) or scale_left_out(votes[0], voters[0]):
            continue
        if not _OTHER_VOTE.search(_stretch(around, (share, voters[0], votes[0]))):
            yield Relation(SHARE_OF, (Member("share", share), Member("part", votes[0]), Member("whole", voters[0])), "turnout")


def _of_all(around: Surroundings, index: int) -> bool:
    """Whether a share is called a turnout, and not that of a town or of a group of voters."""
    share = around.claims[index]
    if not _TURNOUT.search(around.before(share)) and not _TURNOUT_BEHIND.match(around.after(share)):
        return False
    start = max(share.sentence_start, around.claims[index - 1].end if index else 0)
    behind = re.split(r"[.,;:]", around.after(share, 40), maxsplit=1)[0]
    return not _PART_OF_IT.search(around.text[start : share.start]) and not _PART_OF_IT.search(behind)


def _of_one_vote(around: Surroundings, claim: Claim, share: Claim) -> bool:
    if claim.kind != "count" or not claim.value or claim.change != "none":
        return False
    first, second = sorted((claim, share), key=lambda each: each.start)
    return around.next_to(first, second) and (not claim.place or not share.place or claim.place == share.place)


def _are_voters(around: Surroundings, claim: Claim) -> bool:
    return bool(_VOTERS_BEFORE.search(around.before(claim)) or _VOTERS.match(around.after(claim)))


def _voted(around: Surroundings, claim: Claim) -> bool:
    return bool(_VOTED_BEFORE.search(around.before(claim)) or _VOTED.match(around.after(claim)))


def _stretch(around: Surroundings, claims: Sequence[Claim]) -> str:
    return around.text[min(claim.sentence_start for claim in claims) : max(claim.end for claim in claims)]
