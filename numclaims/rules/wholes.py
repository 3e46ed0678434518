"""Rules on the shares of one whole: PCT003. Which percentages divide one whole is for numclaims.relations to find."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.shares.wholes import ALL_SHARES_OF, EXCLUSIVE_SHARES_OF, SHARES_OF
from numclaims.rules.registry import rule
from numclaims.rules.rounding import rounded
from numclaims.rules.wording import check, number

_WHOLE = 100.0
_NEAR = 0.6
"""How much of a whole a list must be, and the inverse how often, to be meant as one; what is further off lists something else."""


@rule("PCT003", "shares-total", "error")
def shares_total(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """Shares of one whole beyond 100%, or said to be complete and short of it.

    What is divided among parties, fuels or causes is divided once: 41%, 38% and 33% are too much. Each share may be rounded, so that
    99 or 101 pass. Judged is a list in one sentence, where the text says that nothing is counted twice ("a single choice", "divided
    among", a residue of "others"); less than 100% is judged only where it says that nothing is left out ("one of three groups", "the
    remaining 12%"). Where several answers were allowed, no sum means anything.

    Flags:
        "Asked for a single choice, 41% named Brown, 38% Green and 33% Black."
        "Coal makes up 45% of the output, gas 40% and other fuels 30%."
        "All members were placed in one of three groups: founders, 52%, friends, 21%, and others, 14%."
        "Some 52% said yes, 31% said no and the remaining 10% did not know."

    Passes:
        "Asked for a single choice, 41% named Brown, 38% Green and 22% Black."
        "Asked what they had eaten, 61% named fruit, 48% crisps and 37% bread; pupils could tick as many boxes as applied."
        "The rate was 52% in Spain, 61% in Italy and 40% in Malta."
        "Some 52% of men, 61% of women and 40% of children had a cold."
        "Fruit was named by 61%, bread by 48% and cheese by 37%."
        "Support stands at 41%, up from 38% in May and 33% in April."
        "Its market share was 48%, below the 51% of May and far below the 56% of April."
        "The loan has two parts, of the 8.5% bond of 2031 and the 9.5% bond of 2037."
    """
    for relation in relations:
        if relation.kind not in (SHARES_OF, EXCLUSIVE_SHARES_OF, ALL_SHARES_OF):
            continue
        shares = relation.claims("share")
        total = reduce(Interval.__add__, (_allowed(share) for share in shares))
        holds = total.contains(_WHOLE)
        found = sum(share.value or 0.0 for share in shares)
        if not holds and not (_NEAR <= found / _WHOLE <= 1 / _NEAR and _contradicted(relation.kind, total)):
            continue
        message = f"{' + '.join(number(share.value or 0.0) for share in shares)} is {number(round(found, 6))}%"
        yield check(
            "PCT003",
            analysis,
            shares,
            holds=holds,
            message=message if holds else f"{message}, not 100%",
            expected="" if holds else "100%",
            found="" if holds else f"{number(round(found, 6))}%",
        )


def _contradicted(kind: str, total: Interval) -> bool:
    """Whether shares that are not a whole should be: too much where nothing counts twice, too little where nothing is left out."""
    return (kind != SHARES_OF and total.low > _WHOLE) or (kind == ALL_SHARES_OF and total.high < _WHOLE)


def _allowed(share: Claim) -> Interval:
    """A listed share is rounded; one with "about" may be a tenth off."""
    return rounded(share.value or 0.0, share.step) if share.bound == "exact" and share.step > 0 else allowed(share)
