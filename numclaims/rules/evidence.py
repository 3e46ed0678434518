"""Rules on claims that were held against a table of evidence: RNG003, RNG004, RNG005. The verdicts are numclaims.evidence's."""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.model import Analysis, Check, Relation
from numclaims.rules.registry import rule
from numclaims.rules.wording import check, figure


@rule("RNG003", "outside-evidence", "error")
def outside_evidence(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """The evidence table contradicts the claim.

    A row of the table given by `--evidence` speaks of the same thing, actor, place and time, and no value that it allows could
    honestly have been printed so. The claim is wrong, or the row is; where more than one row could be meant there is no finding.

    Flags:
        "The flood killed 14 people." against measure=people killed, item=people, value=12
        "The storm drove the waves 9 metres high." against measure=height of the waves, item=waves, low=5, high=6, unit=m

    Passes:
        "The flood killed 12 people." against measure=people killed, item=people, value=12
        "The flood killed about 13 people." against measure=people killed, item=people, value=12
        "The flood killed 14 cows." against measure=people killed, item=people, value=12
    """
    for claim in analysis.claims:
        if claim.support == "contradicted":
            yield check(
                "RNG003", analysis, (claim,), holds=False, message=f"{figure(claim)} against {claim.evidence}", expected=claim.evidence
            )
        elif claim.support == "supported":
            yield check("RNG003", analysis, (claim,), holds=True, message=f"{figure(claim)} is what {claim.evidence} allows")


@rule("RNG004", "beyond-evidence", "warning")
def beyond_evidence(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A claimed range sticks out of the evidence.

    The row of the table given by `--evidence` allows a part of what the claim says, and the claim says more: the evidence is 310 to
    330 homes, the text "300 to 400". Whoever wrote it knows more than the table, or said more than anybody knows.

    Flags:
        "The flood damaged 300 to 400 homes." against measure=homes damaged, item=homes, low=310, high=330

    Passes:
        "The flood damaged 310 to 330 homes." against measure=homes damaged, item=homes, low=300, high=400
        "The flood damaged 320 homes." against measure=homes damaged, item=homes, low=310, high=330
    """
    for claim in analysis.claims:
        if claim.support == "partly":
            message = f"{figure(claim)} says more than {claim.evidence}"
            yield check("RNG004", analysis, (claim,), holds=False, message=message, expected=claim.evidence)


@rule("RNG005", "no-evidence", "note")
def no_evidence(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """No row of the evidence table speaks of the claim.

    A note, as a table need not have everything. Where rows came close, or more than one could be meant, the note names them.

    Flags:
        "The flood killed 14 cows." against measure=people killed, item=people, value=12

    Passes:
        "The flood killed 14 people." against measure=people killed, item=people, value=12
        "The flood killed 14 cows."
    """
    for claim in analysis.claims:
        if claim.support == "unsupported":
            why = claim.evidence or "no row speaks of it"
            yield check("RNG005", analysis, (claim,), holds=False, message=f"{figure(claim)}: {why}")
