"""Rules on wholes and their parts: SUM002. Which numbers are part and whole is for numclaims.relations to find."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.amounts import PART_OF, vague
from numclaims.rules.registry import rule
from numclaims.rules.wording import check, figure, number, percent


@rule("SUM002", "part-exceeds-whole", "error")
def part_exceeds_whole(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A part is larger than the whole it belongs to.

    Nobody can shoot down 29 of 25 drones. One of the two numbers is wrong, or the text does not say that they count different
    things. Parts are read from "56 of the 122", "122 drones, 56 of them", "of whom", "of these", "including", "of the drones" for
    drones counted before, "of the dead" for people killed, and from what was launched and shot down in one sentence; a title counts
    as well. Where "them" could mean another set, or several sets together, the part must exceed all of them together. What a text
    gives for each of several ("40 people each") is no whole.

    Flags:
        "The committee said that 12 of the 9 members had voted."
        "The navy launched 25 drones, 29 of which were shot down."
        "The blast killed 12 people, including 14 children."
        "A coach carrying 44 pupils left the road at a bend. Firefighters freed 52 of the pupils alive."
        "Of the 24 lorries in the convoy, 31 were turned back at the border."
        "The ward admitted 64 people in May. Doctors said 70 of those admitted had pneumonia."
        "The enemy launched 30 missiles overnight, and air defences shot down 34."
        "The school has 200 pupils and 250 of them walk."
        "Auditors examined 140 of the 2,310 contracts. They found that 162 of the sampled contracts had no date."
        [Floods kill 12 people] "The victims were found on Monday. Fifteen of the dead were children."

    Passes:
        "Air defences shot down 56 of the 122 drones."
        "The navy launched about 25 drones, 27 of which were shot down."
        "Two farms kept cattle, 40 of them for milk."
        "The blast hit three families, including nine children."
        "The treasury offered 2 million bonds and received bids for 9 million."
        "The battery fired 12 missiles and shot down 14."
        "Five buses brought 40 people each, 60 of them children."
        "The enemy launched 30 missiles, and air defences shot down 34, counting those that came from the sea."
        "The army lost 20 tanks and still held 35 of them."
        "Russia launched 60 drones on Monday and 80 on Tuesday, 95 of them from the sea."
    """
    for relation in relations:
        if relation.kind != PART_OF:
            continue
        (part,), (whole,) = relation.claims("part"), relation.claims("whole")
        others = relation.claims("other")
        most = sum((_allowed(other) for other in others), _allowed(whole))
        fewest = allowed(part)
        pair = sorted((part, whole), key=lambda claim: claim.start)
        if fewest.low > most.high:
            yield check(
                "SUM002",
                analysis,
                pair,
                holds=False,
                message=_excess(part, fewest.low, (*others, whole), most.high),
                expected=f"at most {number(most.high)}",
                found=figure(part),
            )
        elif fewest.low <= _allowed(whole).high:
            yield check("SUM002", analysis, pair, holds=True, message=f"{figure(part)} {_share(part, whole)}")


def _excess(part: Claim, fewest: float, wholes: Sequence[Claim], most: float) -> str:
    """ "29 cannot be part of 25: it is 4 more", with what hedges allow: "60 cannot be part of about 50: that allows up to 55"."""
    named = " and ".join(figure(claim) for claim in wholes)
    slack = []
    if fewest != part.value:
        slack.append(f"{figure(part)} allows no fewer than {number(round(fewest, 2))}")
    if most != sum(claim.value or 0 for claim in wholes):
        slack.append(f"{named} {'allows' if len(wholes) == 1 else 'allow'} up to {number(round(most, 2))}")
    reason = " and ".join(slack) or f"it is {number(round(fewest - most, 2))} more"
    return f"{figure(part)} cannot be part of {named}: {reason}"


def _share(part: Claim, whole: Claim) -> str:
    """ "of 122 is 45.9%"; where a number is no single positive one, only that the part fits."""
    if part.value is None or not whole.value or part.value < 0 or whole.value < part.value:
        return f"can be part of {figure(whole)}"
    return f"of {figure(whole)} is {percent(part.value / whole.value, part.value / whole.value, 1)}"


def _allowed(claim: Claim) -> Interval:
    return Interval(0, math.inf) if vague(claim) else allowed(claim)
