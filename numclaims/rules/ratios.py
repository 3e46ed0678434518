"""Ratios said in words against their numbers: PCT004. Which numbers those are is for numclaims.relations to find."""

from __future__ import annotations

import math
from collections.abc import Iterator

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.changes.changes import CHANGE
from numclaims.relations.changes.multiples import MULTIPLE_OF, factor_of
from numclaims.relations.changes.retold import RETOLD_CHANGE
from numclaims.relations.changes.trends import multiplied_by
from numclaims.relations.shares.sharewords import MAJORITY, SHARE_AGAIN, SHARE_OF_ONE
from numclaims.rules.pairs import any_within, both_stretched, in_base, ratios_of, stretched, value_of
from numclaims.rules.registry import rule
from numclaims.rules.rounding import rounded
from numclaims.rules.wording import as_printed, check, figure, number, percent

_TIMES = 0.15
"""How far a multiple may be from "doubled" or "halved" that is said of it."""
_HALF = 50.0
_ABOVE = frozenset(("more", "over", "least"))
_BELOW = frozenset(("nearly", "almost", "under", "less", "but"))


@rule("PCT004", "ratio-word", "error")
def ratio_word(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """Doubled, halved, two-thirds, one in five, a majority against the numbers.

    What grew from 45 to 90 doubled and did not triple; 504 of 1,260 are not two-thirds of them. A seventh either way is allowed for;
    "more than doubled" must be more than twice, "nearly doubled" may be somewhat less. Where "them" may mean several counts, one that
    fits is enough.

    Flags:
        "Orders tripled to 90 from 45."
        "The herd halved, from 90 to 63."
        "The price more than doubled from $40 to $62."
        "Orders came to 1,260 in May. Two-thirds of them, or 504, were for shoes."
        "The press prints 600 pages an hour, four times the 250 of the old one."
        "One in five voters (12%) stayed at home."
        "A majority of voters (48%) stayed at home."

    Passes:
        "Orders doubled to 90 from 45."
        "The herd almost halved, from 90 to 50."
        "The price nearly doubled from $40 to $75."
        "The press prints 600 pages an hour, four times the 150 of the old one."
        "Orders came to 1,260 in May. Two-thirds of them, or 840, were for shoes."
        "Half the voters (52% of the women) stayed at home."
        "Most voters, 48% of them women, stayed at home."
        "Staff doubled in May, and sales rose from 40 to 52."
    """
    ratios = sorted(ratios_of(relations))
    for relation in relations:
        if relation.kind in (CHANGE, RETOLD_CHANGE):
            yield from _multiplied(analysis, relation, ratios)
        elif relation.kind == MULTIPLE_OF:
            yield from _times_as_many(analysis, relation)
        elif relation.kind == SHARE_OF_ONE:
            yield from _share_of_one(analysis, relation)
        elif relation.kind == SHARE_AGAIN:
            yield from _share_again(analysis, relation)
        elif relation.kind == MAJORITY:
            yield from _majority(analysis, relation)


def _multiplied(analysis: Analysis, relation: Relation, ratios: list[float]) -> Iterator[Check]:
    """ "Doubled" against the numbers before and after."""
    said = multiplied_by(relation.words)
    if said is None:
        return
    factor, hedge = said
    (before,), (after,) = relation.claims("before"), relation.claims("after")
    old, new = both_stretched(before, after)
    one, other = value_of(before), value_of(after)
    if old.low <= 0 or not one or other is None:
        return
    meant = _multiple(factor, hedge)
    holds = (new / old).intersects(meant)
    if not holds and relation.kind == RETOLD_CHANGE and any_within(ratios, meant):
        return  # another pair of the document is meant
    shown = f"{number(round(other / one, 2))} times"
    yield check(
        "PCT004",
        analysis,
        sorted((before, after), key=lambda claim: claim.start),
        holds=holds,
        message=f"from {figure(before)} to {figure(after)} is {shown}{'' if holds else f', not {relation.words!r}'}",
        expected="" if holds else shown,
        found="" if holds else relation.words,
    )


def _times_as_many(analysis: Analysis, relation: Relation) -> Iterator[Check]:
    """ "Twice as many as the 1,500" against every number it may be said of; the nearest one is shown."""
    (base,), afters, multiples = (relation.claims(role) for role in ("before", "after", "multiple"))
    meant = _times_meant(multiples[0]) if multiples else _multiple_in_words(relation.words)
    of = in_base(base, stretched(base))
    if of.low <= 0:
        return
    fitting = next((after for after in afters if (in_base(after, stretched(after)) / of).intersects(meant)), None)
    after = fitting or afters[0]
    one, other = value_of(base), value_of(after)
    if not one or not other:
        return
    shown = f"{number(round(other / one, 2))} times"
    yield check(
        "PCT004",
        analysis,
        sorted((after, base, *multiples), key=lambda claim: claim.start),
        holds=fitting is not None,
        message=f"{figure(after)} is {shown} {figure(base)}{'' if fitting else f', not {relation.words!r}'}",
        expected="" if fitting else shown,
        found="" if fitting else relation.words,
    )


def _times_meant(claim: Claim) -> Interval:
    """What "four times" allows: a seventh either way, unless it is hedged."""
    value = claim.value or 0.0
    if claim.bound not in ("exact", "about"):
        return allowed(claim)
    return rounded(value, claim.step).hull(Interval(value * (1 - _TIMES), value * (1 + _TIMES)))


def _multiple_in_words(words: str) -> Interval:
    *hedge, word = words.lower().split()
    return _multiple(factor_of(word), hedge)


def _share_of_one(analysis: Analysis, relation: Relation) -> Iterator[Check]:
    """ "Two-thirds of them, or 504" against every count that "them" may mean; the nearest one is shown."""
    (share,), (part,), wholes = relation.claims("share"), relation.claims("part"), relation.claims("whole")
    fitting = [whole for whole in wholes if (stretched(part) / stretched(whole)).intersects(_ratio(share))]
    whole = fitting[0] if fitting else wholes[0]
    if not part.value or not whole.value:
        return
    nearest = percent(part.value / whole.value, part.value / whole.value, 1)
    said = f", printed as {as_printed(share)}" if fitting else f", not {as_printed(share)}"
    yield check(
        "PCT004",
        analysis,
        sorted((share, part, whole), key=lambda claim: claim.start),
        holds=bool(fitting),
        message=f"{figure(part)} of {figure(whole)} is {nearest}{said}",
        expected="" if fitting else nearest,
        found="" if fitting else as_printed(share),
    )


def _share_again(analysis: Analysis, relation: Relation) -> Iterator[Check]:
    """ "One in five (12%)": the words against the percentage."""
    (share,), (percentage,) = relation.claims("share"), relation.claims("percentage")
    holds = _ratio(share).intersects(_ratio(percentage))
    nearest = percent(share.value or 0.0, share.value or 0.0, 1)
    yield check(
        "PCT004",
        analysis,
        sorted((share, percentage), key=lambda claim: claim.start),
        holds=holds,
        message=f"{as_printed(share)} is {nearest}{'' if holds else f', not {as_printed(percentage)}'}",
        expected="" if holds else nearest,
        found="" if holds else as_printed(percentage),
    )


def _counted_majority(analysis: Analysis, relation: Relation) -> Check:
    (part,), (whole,) = relation.claims("part"), relation.claims("whole")
    most = allowed(part).high / allowed(whole).low if allowed(whole).low > 0 else 0.0
    holds = most > _HALF / 100
    return check(
        "PCT004",
        analysis,
        sorted((part, whole), key=lambda claim: claim.start),
        holds=holds,
        message=f"{figure(part)} of {figure(whole)} is {'a' if holds else 'no'} majority",
        expected="" if holds else f"more than half of {figure(whole)}",
        found="" if holds else figure(part),
    )


def _majority(analysis: Analysis, relation: Relation) -> Iterator[Check]:
    """ "A majority (48%)", "48 of the 110 members, a majority"."""
    if not relation.claims("share"):
        yield _counted_majority(analysis, relation)
        return
    (share,) = relation.claims("share")
    holds = allowed(share).high > _HALF
    yield check(
        "PCT004",
        analysis,
        (share,),
        holds=holds,
        message=f"{as_printed(share)} is {'more' if holds else 'less'} than half{'' if holds else ', no majority'}",
        expected="" if holds else "more than 50%",
        found="" if holds else as_printed(share),
    )


def _ratio(share: Claim) -> Interval:
    """A share as a ratio; a fraction in words a seventh either way."""
    if share.unit == "percent":
        return allowed(share).scaled(0.01)
    value = share.value or 0.0
    near = Interval(value * (1 - _TIMES), value * (1 + _TIMES)) if share.bound in ("exact", "about") else allowed(share)
    return allowed(share).hull(near)


def _multiple(factor: float, hedge: list[str]) -> Interval:
    """What "doubled" allows, in times, and what "more than doubled" and "nearly doubled"; the hedge of "halved" turns round."""
    side = "above" if _ABOVE.intersection(hedge) else "below" if _BELOW.intersection(hedge) else ""
    low, high = (1 - _TIMES) * factor, (1 + _TIMES) * factor
    if side and factor < 1:
        side = "below" if side == "above" else "above"
    if side == "above":
        return Interval(factor * 0.99, high if factor < 1 else math.inf)
    if side == "below":
        return Interval(0.0 if factor < 1 else low, factor * 1.01)
    return Interval(low, high)
