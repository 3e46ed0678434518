"""Rules on counts of things the text lists or numbers: SUM003 and ORD001."""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Relation
from numclaims.relations.lists.announced import LIST_OF
from numclaims.relations.lists.ordinals import BOTH, COUNT_WITHIN, RANK_AMONG, RANK_LATEST, RANK_OF, RANK_WITHIN
from numclaims.rules.registry import rule
from numclaims.rules.wording import as_printed, figure, figures_check


@rule("SUM003", "list-count", "error")
def list_count(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A number that announces a list disagrees with the items listed.

    "Three countries: Spain, France, Italy and Malta": a country came in late, or one dropped out, and nobody mended the number.
    Only lists that the text gives as the whole are counted: behind a colon, a dash or "namely", in brackets, as bullets, or as
    names in apposition. Where commas or an "and" may stand inside an item ("Trade and Industry", "Ana, a nurse, and Bo"), any
    number of items that the list can be read as will do.

    Flags:
        "Trade grew with three countries: Spain, France, Italy and Malta."
        "The line links its two ports, Alba, Bera and Cora, by night."
        "Four bird species nested on the island – tern, gull and plover."
        "The council agreed on four points: a halt to building, the repair of the pier and a lower fee."
        "The charity will work in four districts. Teams go to all the districts, namely Alba, Bera and Cora."

    Passes:
        "Trade grew with three countries: Trinidad and Tobago, Spain, and Malta."
        "Trade grew with three countries, including Spain and Malta."
        "The prize went to two people: Ana Sol, a nurse, and Bo Lund."
        "Two ministries (Defence, and Trade and Industry) will share the cost."
        "The line links its three ports, Alba, Bera and Cora, by night."
        "There are two ways out: they can pay, they can wait, or both."
    """
    for relation in relations:
        if relation.kind != LIST_OF:
            continue
        (announced,) = relation.claims("number")
        value = announced.value or 0
        holds = relation.fewest <= value <= relation.most
        listed = f"{relation.fewest}" if relation.fewest == relation.most else f"{relation.fewest} to {relation.most}"
        listed = f"{value:g}" if holds else listed
        yield figures_check(
            "SUM003",
            analysis,
            (announced, *relation.figures),
            holds=holds,
            message=f"the list has {listed} items, {'as announced' if holds else f'announced {figure(announced)}'}",
            expected="" if holds else listed,
            found="" if holds else figure(announced),
        )


@rule("ORD001", "rank-count", "error")
def rank_count(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """An ordinal disagrees with a count of those before, or of the set that it numbers.

    The third attack comes after two earlier ones, and nobody is the sixth of five sisters. The count must be said to be one of
    those before ("after four earlier ones", "the 68 before it", "after winning in 2001, 2004 and 2010"). Where only one of the two
    holds for a time ("the third this year", "since May"), it can be the smaller one.

    Flags:
        "It was the third attack on the depot, after four earlier ones."
        "The 70th shipment left on Monday. The 68 before it went by sea."
        "She won her fifth title, after winning in 2001, 2004 and 2010."
        "She was the sixth of five sisters."
        "The club has won the shield 11 times. On Sunday it took its ninth title."

    Passes:
        "It was the third attack on the depot, after two earlier ones."
        "The 69th shipment left on Monday. The 68 before it went by sea."
        "She won her fourth title, after winning in 2001, 2004 and 2010."
        "She was the third of five sisters."
        "The club has won the shield 11 times. On Sunday it took its eleventh title."
        "It was the second crash on the line this year. Nine earlier crashes are on record."
    """
    for relation in relations:
        if relation.kind not in (RANK_AMONG, RANK_OF, RANK_LATEST):
            continue
        (rank,), counts = relation.claims("rank"), relation.claims("count")
        before = allowed(counts[0]) if counts else Interval.exactly(len(relation.figures))
        number = figure(counts[0]) if counts else str(len(relation.figures))
        if relation.kind == RANK_OF:
            holds = int(rank.value or 0) <= before.high
            message, fitting = f"the set has {number}", f"at most {number}"
        elif relation.kind == RANK_LATEST:
            holds = any(before.contains(int(rank.value or 0) - later) for later in (0, 1))
            message, fitting = f"the latest of {number}", ordinal(int(before.low))
        else:
            holds = _fits(int(rank.value or 0) - 1, before, relation.words)
            fitting = ordinal(int(before.low) + 1)
            message = (
                f"after {number} comes the {fitting}"
                if relation.words == BOTH or not holds
                else f"{number} came before the {as_printed(rank)}"
            )
        yield figures_check(
            "ORD001",
            analysis,
            (rank, *counts, *relation.figures),
            holds=holds,
            message=message if holds else f"{message}, stated {as_printed(rank)}",
            expected="" if holds else fitting,
            found="" if holds else as_printed(rank),
        )


def _fits(earlier: int, counted: Interval, words: str) -> bool:
    """Whether so many came before, where one of the two may be of a shorter time than the other."""
    if words == RANK_WITHIN:
        return earlier <= counted.high
    if words == COUNT_WITHIN:
        return earlier >= counted.low
    return counted.contains(earlier)


def ordinal(number: int) -> str:
    """A whole number as an ordinal: "1st", "12th", "23rd"."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number:,}{ending}"
