"""A document's text in pieces, each with the claim and the findings that stand on it. It knows offsets, not how they are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from numclaims.model import Claim, Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text from the offset `start` on. `claim` is the number of the claim it belongs to, `findings` the indices of the
    findings that underline it.

    `begins` says that the claim begins here, `ends` holds the findings of which a span ends here, so that each is named once.
    """

    text: str
    start: int
    claim: int | None = None
    findings: tuple[int, ...] = ()
    begins: bool = False
    ends: tuple[int, ...] = ()


def pieces(text: str, start: int, end: int, claims: Sequence[Claim], findings: Sequence[Finding]) -> Iterator[Piece]:
    """The text from `start` to `end`, offsets into the whole, cut wherever a claim or a finding's span begins or ends.

    Of claims that overlap the later one yields. The pieces joined are the text.
    """
    of_claim: list[tuple[int, int, int]] = []
    free = start
    for claim in sorted(claims, key=lambda claim: claim.start):
        if claim.start >= free and claim.end <= end and claim.start < claim.end:
            of_claim.append((claim.start, claim.end, claim.claim))
            free = claim.end
    opening, closing = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for index, finding in enumerate(findings):
        for span in finding.spans:
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                opening[first].append(index)
                closing[last].append(index)
    cuts = sorted({start, end, *opening, *closing, *(at for span in of_claim for at in span[:2])})
    active: list[int] = []
    claims_left = iter(of_claim)
    current = next(claims_left, None)
    for first, last in pairwise(cuts):
        for index in closing[first]:
            active.remove(index)
        active += opening[first]
        while current and current[1] <= first:
            current = next(claims_left, None)
        inside = current is not None and current[0] <= first
        yield Piece(
            text[first:last],
            first,
            claim=current[2] if inside and current else None,
            findings=tuple(sorted(set(active))),
            begins=inside and current is not None and current[0] == first,
            ends=tuple(sorted(set(closing[last]))),
        )
