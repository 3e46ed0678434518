"""Rules on counts of things the text lists or numbers: SUM003 and ORD001."""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.model import Analysis, Check, Relation
from numclaims.relations.announced import LIST_OF
from numclaims.rules.registry import rule
from numclaims.rules.wording import figure, figures_check


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
