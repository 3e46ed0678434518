"""Rules on sums and products: SUM001 and SUM004. Which numbers are whole and parts is for numclaims.relations to find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, combinations

from numclaims.interval import Interval, allowed, allowed_number
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.sums.alternatives import EXCLUSIVE_PARTS_OF
from numclaims.relations.sums.products import CAPACITY, PRICE, PRODUCT_OF
from numclaims.relations.sums.totals import TOTAL_OF
from numclaims.rules.registry import rule
from numclaims.rules.wording import check, counted, figure, restated

_NEAREST, _FARTHEST = 0.4, 2.5
"""Parts that add up to less or more than this share of the whole are likely to be parts of something else."""
_LEAST, _MOST = 0.1, 10.0
"""A product farther from the total than this is likely to be of other things."""
_PRICE = 10_000
"""Larger amounts of money are often rounded."""
_MOST_DOUBTFUL = 6


@rule("SUM001", "parts-total", "error")
def parts_total(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """Listed parts do not add up to the stated total.

    Where a text says that a list is the whole, its numbers must add up: behind a colon or a dash, "made up of", in brackets or in
    apposition, before "in all" or "a total of", with "the other 12" as the last part, or where "the dead were" takes a count up
    again. Parts that exclude one another, as won and lost games do, must not be more than their whole. Rounded parts may miss a
    rounded total by their rounding. Numbers that may or may not be parts ("including 3 children") are tried both ways, and lists
    that say that they are not complete, or that their parts overlap, are left alone.

    Flags:
        "In all 24 people were hurt: 12 men, 7 women and 3 children."
        "There were 12 men, 7 women and 3 children – 24 people in all."
        "The shelling killed 17 people. The dead were nine women, six men and four children."
        "The package of $2.6 billion is made up of $1.1 billion for roads and $1.2 billion for rail."
        "Of its 30 games, it won 17, lost 11 and drew 4."

    Passes:
        "In all 22 people were hurt: 12 men, 7 women and 3 children."
        "In all 12 people were hurt: 6 men, 4 women, a boy and a girl."
        "In all 24 people were hurt, including 12 men, 7 women and 3 children."
        "The package of $2.6 billion is made up of $1.1 billion for roads and $1.4 billion for rail."
        "Of its 30 games, it won 17 and lost 11."
        "Of the 30 games, 17 were sold out and 15 went to extra time."
        "He met two teams: 12 boys and 11 girls."
        "Of 640 swabs, 243 were positive: 198 for type A and 47 for type B, as two patients had both."
    """
    listed = {relation.claims("whole")[0].claim for relation in relations if relation.kind == TOTAL_OF}
    for relation in relations:
        if relation.kind == EXCLUSIVE_PARTS_OF and relation.claims("whole")[0].claim not in listed:
            yield from _at_most(analysis, relation)
        if relation.kind != TOTAL_OF:
            continue
        (whole,), parts = relation.claims("whole"), relation.claims("part")
        sums = list(_sums(relation))
        fitting = next(
            ((claim, total) for claim in (whole, *relation.claims("other")) for total in sums if total.intersects(counted(claim))), None
        )
        sum_value = sum(part.value or 0 for part in parts) + len(relation.figures)
        ratio = sum_value / whole.value if whole.value else 0
        if not fitting and not _NEAREST < ratio < _FARTHEST:
            continue
        total = restated(sum_value, whole)
        stated = fitting[0] if fitting else whole
        arithmetic = " + ".join([*(_part(part) for part in parts), *("1" for _ in relation.figures)])
        members = sorted({claim.claim: claim for claim in (stated, *parts)}.values(), key=lambda claim: claim.start)
        yield check(
            "SUM001",
            analysis,
            members,
            holds=fitting is not None,
            message=f"{arithmetic} = {total}" + ("" if total == figure(stated) else f", stated {figure(stated)}"),
            expected="" if fitting else total,
            found="" if fitting else figure(stated),
        )


def _at_most(analysis: Analysis, relation: Relation) -> Iterator[Check]:
    """Parts that exclude one another against their whole: together they may be fewer, but no more."""
    (whole,), parts = relation.claims("whole"), relation.claims("part")
    total = sum((counted(part) for part in parts), Interval.exactly(0))
    sum_value = sum(part.value or 0 for part in parts)
    holds = total.low <= counted(whole).high
    if not holds and sum_value > _FARTHEST * (whole.value or 0):
        return
    shown = restated(sum_value, whole)
    yield check(
        "SUM001",
        analysis,
        (whole, *parts),
        holds=holds,
        message=f"{' + '.join(_part(part) for part in parts)} = {shown}, {'no more' if holds else 'more'} than {figure(whole)}",
        expected="" if holds else f"at most {figure(whole)}",
        found="" if holds else shown,
    )


def _part(claim: Claim) -> str:
    return figure(claim)


def _sums(relation: Relation) -> Iterator[Interval]:
    """What the parts can add up to, without and with numbers that may be parts as well; before their total, any of the last of them."""
    parts, doubtful = relation.claims("part"), relation.claims("doubtful")[:_MOST_DOUBTFUL]
    ones = Interval.exactly(len(relation.figures))
    certain = sum((counted(part) for part in parts), ones)
    choices: chain[Sequence[Claim]] = chain.from_iterable(combinations(doubtful, size) for size in range(len(doubtful) + 1))
    for chosen in choices:
        yield sum((counted(claim) for claim in chosen), certain)
    if parts[-1].start < relation.claims("whole")[0].start:  # "cost $14 and $20, took $61 and $48, $109 in all"
        yield from accumulate((counted(part) for part in reversed(parts)), initial=ones)


@rule("SUM004", "product", "error")
def product(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A rate times what it is per does not give the total.

    Rate times time, price times quantity, average times count: where a text gives all three, the third follows from the others.
    The total must be said to be one ("in all", "over the whole strike"), stand right beside the rate ("1,380 hours, an average of
    30 each"), or be the only other amount of its unit near by and what something came to ("a contract worth €18,000"). Every value
    that the three numbers as printed allow is tried, an average may be rounded, and where several numbers count the thing the rate
    is per, any of them will do.

    Flags:
        "The plant made 40 pumps a day for 30 days, 1,500 in all."
        "The club sold 200 tickets at £3 each, £700 in all."
        "The army ordered 12,000 loaves at €1.50 each, a contract worth €24,000."
        "The fine is £60 a vehicle; for the 1,500 vehicles caught in May that makes £130,000."
        "The 46 volunteers gave 1,580 hours, an average of 30 each."
        "The strike lasted 14 days. Each day of the strike cost the port $9 million. Over the whole strike the bill came to $186 million."

    Passes:
        "The plant made 40 pumps a day for 30 days, 1,200 in all."
        "The 46 volunteers gave 1,380 hours, an average of 30 each."
        "The 46 volunteers gave some 1,400 hours, or about 30 each."
        "It pays £499 a month for 36 months after a deposit of £4,990, £22,954 in all."
        "The hotel has 300 rooms at £150 a night and took £2 million last year."
        "The town bought 12 buses at €300,000 each and spent €5 million on a depot."
        "It charges £3 a night. In all it earned £700 in 200 nights and £90 from the bar."
    """
    for relation in relations:
        if relation.kind != PRODUCT_OF:
            continue
        (rate,), (times,), (total,) = (relation.claims(role) for role in ("rate", "times", "total"))
        choices = (times, *relation.claims("other"))
        fitting = next((each for each in choices if _fits(_rate(rate, relation.words) * counted(each), total, relation.words)), None)
        used = fitting or times
        value = (rate.value or 0) * (used.value or 0)
        ratio = value / total.value if total.value else 0.0
        if fitting is None and not _LEAST < ratio < _MOST:
            continue
        result = restated(value, total)
        yield check(
            "SUM004",
            analysis,
            sorted((rate, used, total), key=lambda claim: claim.start),
            holds=fitting is not None,
            message=f"{figure(used)} x {figure(rate)} = {result}" + ("" if result == figure(total) else f", stated {figure(total)}"),
            expected="" if fitting else result,
            found="" if fitting else figure(total),
        )


def _fits(product: Interval, total: Claim, words: str) -> bool:
    return product.intersects(counted(total)) or (words == CAPACITY and counted(total).low <= product.high)


def _rate(claim: Claim, words: str) -> Interval:
    """What a rate allows: an average may be rounded to the digits it is printed with, a price is what it is."""
    if words == PRICE and claim.bound == "exact" and claim.value is not None and claim.value < _PRICE:
        return Interval.exactly(claim.value)
    rounded = allowed_number(claim.value, claim.low, claim.high, claim.bound, claim.step or 1.0)
    return allowed(claim) if claim.kind != "count" else allowed(claim).hull(rounded)
