"""Rules on shares of counts: PCT001. Which share is stated of which counts is for numclaims.relations to find."""

from __future__ import annotations

import math
from collections.abc import Iterator

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.amounts import RATE, SHARE_OF
from numclaims.rules.registry import rule
from numclaims.rules.wording import as_printed, check, counted, figure, percent


@rule("PCT001", "share-of-count", "error")
def share_of_count(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A percentage or a fraction disagrees with the counts it is given for.

    Part divided by whole must give the share, for some values that the three numbers as printed allow: a share may be rounded or
    cut off at its last digit, a fraction in words is taken a tenth either way, with "about" a fifth, and a large count that ends in
    zeros may be rounded. Of a hedged share, and of one that comes before the counts, the part may be the whole number on either
    side. Only shares in brackets, behind "or" or set off by commas, right beside the counts, are checked, and apart from them shares
    that close the statement of a part whose whole stands before ("a turnout of 61%"), shares of the same set to which the same thing
    was done, and fatality rates. A share that says what it is a share of is left alone.

    Flags:
        "Ukraine shot down 56 of the 122 drones, or 62%, on Monday."
        "Fever was seen in 12 of 48 patients (35%)."
        "Fever was seen in 12 (35%) of 48 patients."
        "Some 35% (12 of 48) had a fever."
        "The party holds half, or 40, of the seats: a third, or 60 of the 120 seats, are vacant."
        "The firm will cut 40% of its 1,200 workers, or 680 people."
        "The cause is known for 150 fires. Of these, 39 (62%) began in a kitchen."
        "Of 80 patients, 20 (35%) died."
        "Three in ten pupils (312 of 600) walk to school."
        "Guards stopped 43 of the 65 lorries. The mayor was glad that 81% of the lorries had been stopped."
        "In all 1,400 people fell ill. Clinics list 28 deaths, a fatality rate of 6%."
        "The 1,200 of 2,000 voters, 45 percent, who stayed at home were asked again."
        "Of 1,400 claims the fund received, 490 were paid, an acceptance rate of 53%."

    Passes:
        "Ukraine shot down 56 of the 122 drones, or 45.9%, on Monday."
        "Ukraine shot down 56 of the 122 drones, or 45%, on Monday."
        "Fever was seen in 12 of 48 patients (25%)."
        "A third, or 41 of the 120 seats, are vacant."
        "About half of the 60 rooms, or 34, were booked."
        "About 5% of the 30 pupils, or two, were ill."
        "It sold 12 of the 40 rooms, or 10% of the whole house of 120."
        "The party won 12 of the 48 seats (31%) on a lower share of the vote."
        "The plan covers 12 of 48 plants, or 40% of capacity."
        "About 2,000 of the 6,000 voters, or 35%, stayed at home."
        "Prices rose 25% (12 of 48 banks had expected 20%)."
    """
    for relation in relations:
        if relation.kind != SHARE_OF:
            continue
        (share,), (part,), (whole,) = (relation.claims(role) for role in ("share", "part", "whole"))
        ratio = counted(part) / counted(whole)
        if not math.isfinite(ratio.high) or ratio.low > 1:  # open counts say nothing; a part above its whole is SUM002's
            continue
        wholes = (whole, *relation.claims("other"))
        holds = any(_fits(share, part, each) for each in wholes) or (relation.words == RATE and _rest_fits(share, part, whole))
        decimals = max(1, _decimals(share))
        nearest, stated = percent(*_printed_ratio(part, whole), decimals), as_printed(share)
        verdict = "" if stated == nearest else f", {'printed as' if holds else 'not'} {stated}"
        yield check(
            "PCT001",
            analysis,
            sorted((share, part, whole), key=lambda claim: claim.start),
            holds=holds,
            message=f"{figure(part)} of {figure(whole)} is {nearest}{verdict}",
            expected="" if holds else nearest,
            found="" if holds else stated,
        )


def _fits(share: Claim, part: Claim, whole: Claim) -> bool:
    ratio = counted(part) / counted(whole)
    return ratio.intersects(_share(share)) or (_counted_from(share, part, whole) and _nearest_whole(share, part, whole))


def _rest_fits(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether what is left of the whole makes up the share: "30 of them failed, a pass rate of 70%"."""
    return (Interval.exactly(1) - counted(part) / counted(whole)).intersects(_share(share))


def _counted_from(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether the part may be the whole number next to share times whole: of a share in words or hedged, or named first."""
    return share.step == 0 or share.bound == "about" or share.start < whole.start < part.start


def _nearest_whole(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether an exact part is a whole number right above or below a share of an exact whole: 2 for 5% of 30."""
    if part.value is None or whole.value is None or part.kind != "count" or part.bound != "exact" or whole.bound != "exact":
        return False
    product = _share(share).scaled(whole.value)
    return product.low - 1 < part.value < product.high + 1


def _share(claim: Claim) -> Interval:
    return allowed(claim).scaled(0.01) if claim.unit == "percent" else allowed(claim)


def _printed_ratio(part: Claim, whole: Claim) -> tuple[float, float]:
    """Part by whole from the numbers as they stand, without their rounding."""
    lows = [claim.low if claim.value is None else claim.value for claim in (part, whole)]
    highs = [claim.high if claim.value is None else claim.value for claim in (part, whole)]
    low, high = (lows[0] or 0.0) / (highs[1] or math.inf), (highs[0] or 0.0) / (lows[1] or math.inf)
    return low, high


def _decimals(claim: Claim) -> int:
    return max(0, -math.floor(math.log10(claim.step))) if claim.unit == "percent" and claim.step else 0
