"""Rules on a quantity before and after a change: PCT002 and PCT005. Which numbers those are is for numclaims.relations to find."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.relations.changes.changes import CHANGE
from numclaims.relations.changes.retold import RETOLD_CHANGE
from numclaims.relations.changes.trends import direction, multiplied_by, trends
from numclaims.rules.pairs import any_within, both_stretched, in_base, ratios_of, value_of
from numclaims.rules.registry import rule
from numclaims.rules.wording import as_printed, check, figure, number

_IN_WORDS = 1 / 7
"""How far a change may be from "a third" or "a fifth" that is said of it."""
_NEARLY = 0.005
"""How much the change of another pair may differ from a stated one that may have been meant for it."""


@rule("PCT002", "percent-change", "error")
def percent_change(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A percent change disagrees with the values before and after.

    From 40 to 52 is 30%, not 25%. The usual slips: the change is divided by the later value, percent stands for percentage points,
    or one of the three numbers is of another year. All three may be rounded; a fraction in words ("a third") is taken a seventh
    either way.

    Flags:
        "Sales rose 25% from 40 to 52."
        "Membership went from 80 to 60, a fall of 30%."
        "Profit was $560 million, up 18% from $500 million a year earlier."
        "The tax was cut by 2 percent, from 6.2 percent to 4.2 percent."
        "Robberies fell by almost half, from 210 to 151."
        "The fee is £66, a tenth more than last year's £50."

    Passes:
        "Sales rose 30% from 40 to 52."
        "Membership went from 80 to 60, a fall of 25%."
        "Profit was $560 million, up 12% from $500 million a year earlier."
        "Unemployment fell by 2 percentage points from 8% to 6%."
        "Sales rose 25% and profit climbed from 40 to 52."
        "Output grew 3.4% at an annual rate, from 40 to 52 tonnes."
    """
    ratios = sorted(ratios_of(relations))
    for relation in relations:
        if relation.kind not in (CHANGE, RETOLD_CHANGE) or not relation.claims("change"):
            continue
        (before,), (after,), (change,) = (relation.claims(role) for role in ("before", "after", "change"))
        for found in _percent(analysis, before, after, change, relation.words):
            if found.holds or relation.kind == CHANGE or not _fits_another(change, ratios):
                yield found


@rule("PCT005", "direction", "error")
def direction_of_change(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """The verb and the numbers run opposite ways.

    What rose from 52 to 40 fell, or the numbers changed places. Only verbs and nouns that can mean nothing else are judged, and only
    beside both numbers; ranks, losses, times and numbers below zero may run against their verb and are left alone.

    Flags:
        "Arrivals rose from 52 to 40 in May."
        "The basket declined to €74 from €69."
        "The tower grew by two storeys, from 12 metres to 9 metres."
        "There were 475 complaints in June, down from 310 in May."
        "The fund lowered its estimate for annual growth from 2.4% to 2.9%."

    Passes:
        "Arrivals fell from 52 to 40 in May."
        "The club rose from 12th to 3rd."
        "The club rose from 12 to 3 in the rankings."
        "The loss grew from -2 to -5 million."
        "She improved from 52 to 49 seconds."
        "The fund lowered its estimate for growth to 2.4% from 2.9%."
        "The rent went up to €920; over three years, it is down 4% from €960."
    """
    for relation in relations:
        if relation.kind not in (CHANGE, RETOLD_CHANGE) or not relation.words:
            continue
        (before,), (after,) = relation.claims("before"), relation.claims("after")
        way = "none" if multiplied_by(relation.words) else direction(relation.words.split()[-1])
        if way == "none" or not _plain(analysis, before, after, relation.words) or not _comparable_sizes(before, after):
            continue
        holds = _runs(before, after) if way == "up" else _runs(after, before)
        seen = "rise" if way == "down" else "fall"
        said = "rise" if way == "up" else "fall"
        yield check(
            "PCT005",
            analysis,
            sorted((before, after), key=lambda claim: claim.start),
            holds=holds,
            message=f"from {figure(before)} to {figure(after)} is {f'a {said}' if holds else f'a {seen}, not {relation.words!r}'}",
            expected="" if holds else f"a {said}",
            found="" if holds else f"{figure(before)} to {figure(after)}",
        )


_TIMES = 20
"""So many times another number, one of two is read wrongly."""
_AGAINST = 60
"""How many characters before two numbers a word may stand that turns their order round."""


def _runs(smaller: Claim, larger: Claim) -> bool:
    """Whether the first number can be the smaller one. Two that are rounded alike stand in the order of what they are rounded from."""
    one, other = value_of(smaller), value_of(larger)
    if (
        one is not None
        and other is not None
        and (one <= other or (smaller.step == larger.step and smaller.bound == larger.bound == "exact"))
    ):
        return one <= other
    return in_base(smaller, allowed(smaller)).low <= in_base(larger, allowed(larger)).high


def _comparable_sizes(before: Claim, after: Claim) -> bool:
    """Whether two numbers can be meant as one quantity: where one is twenty times the other, one of them was read wrongly."""
    one, other = value_of(before), value_of(after)
    return one is None or other is None or not one or 1 / _TIMES <= abs(other / one) <= _TIMES


def _plain(analysis: Analysis, before: Claim, after: Claim, verb: str) -> bool:
    """Whether nothing near two numbers says that a fall can be a rise: a rank, a loss, a number below zero."""
    if any((claim.value or 0) < 0 or (claim.low or 0) < 0 for claim in (before, after)):
        return False
    text = analysis.document.full_text
    first, last = sorted((before, after), key=lambda claim: claim.start)
    around = text[max(first.sentence_start, first.start - _AGAINST) : last.end + _AGAINST // 2]
    words, known = re.findall(r"[a-z]+", f"{first.subject} {first.item} {around}".lower()), trends()
    return known.against.isdisjoint(words) and (verb.split()[-1].lower() in known.size or known.owed.isdisjoint(words))


def _percent(analysis: Analysis, before: Claim, after: Claim, change: Claim, words: str) -> Iterator[Check]:
    old, new = both_stretched(before, after)
    if old.low <= 0:
        return
    points = change.unit in ("percentage point", "basis point")
    if change.kind == "multiple" or (points and not (before.unit == after.unit == "percent")):
        return
    actual = (new - old).scaled(100 if change.unit == "basis point" else 1) if points else new / old - Interval.exactly(1)
    way = change.change if change.change != "none" else direction(words.split()[-1] if words else "")
    stated = _stated(change)
    if way == "down":
        stated = -stated
    if way == "none" or (actual.low > 0 and way == "down") or (actual.high < 0 and way == "up"):
        return  # the direction is another rule's
    holds = actual.intersects(stated)
    one, other = value_of(before), value_of(after)
    if one is None or other is None or one == 0:
        return
    shown = _shown_points(one, other, change) if points else _shown_percent(one, other, change)
    spans = sorted((before, after, change), key=lambda claim: claim.start)
    message = f"from {figure(before)} to {figure(after)} is {shown}"
    yield check(
        "PCT002",
        analysis,
        spans,
        holds=holds,
        message=message if holds else f"{message}, not {as_printed(change)}",
        expected="" if holds else shown,
        found="" if holds else as_printed(change),
    )


def _shown_percent(one: float, other: float, change: Claim) -> str:
    """The change in percent, to the decimals of the stated one; with a share, also in points: "5% (4 points)"."""
    decimals = max(1, -math.floor(math.log10(change.step))) if 0 < change.step < 1 else 1
    return f"{number(round(abs(100 * (other - one) / one), decimals))}%"


def _shown_points(one: float, other: float, change: Claim) -> str:
    scale, name = (100, "basis") if change.unit == "basis point" else (1, "percentage")
    return f"{number(round(abs(other - one) * scale, 6))} {name} points"


def _stated(change: Claim) -> Interval:
    """What a stated change allows, as a ratio; points as points."""
    if change.unit in ("percentage point", "basis point"):
        return allowed(change)
    if change.unit == "percent":
        return allowed(change).scaled(0.01)
    share = allowed(change)
    return share.hull(Interval(change.value * (1 - _IN_WORDS), change.value * (1 + _IN_WORDS))) if change.value else share


def _fits_another(change: Claim, ratios: list[float]) -> bool:
    """Whether some pair of the document has a change that was stated apart from its numbers."""
    stated = _stated(change)
    signed = -stated if change.change == "down" else stated
    return any_within(ratios, signed + Interval(1 - _NEARLY, 1 + _NEARLY))
