"""The documents of a story beside one another: one row a quantity, one column a document. It shows nothing and accuses nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from numclaims.evidence.words import head
from numclaims.model import Document
from numclaims.stories.quantities import Quantity, quantities
from numclaims.stories.rivals import rival_pairs
from numclaims.stories.statements import Statement

Agreement = Literal["agree", "differ", "disagree", "alone"]

_AGREEING_ALIKE = 0.2
"""For a row that a person reads, statements that can both be right need less in common than for a finding."""
_COMPARED = 40
"""Of so many statements of one quantity each is held against each other; beyond it only against the first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity: its name and its units in words, and for each document of the story what it says of it, in text order.

    `agreement` is "agree" where all statements can be right together, "disagree" where two of them are rivals (CON002, CON003), "differ"
    where they cannot all be right of one time and thing, which the texts leave open, and "alone" where only one document has it. Rows
    of one name say in it what was done to each.
    """

    name: str
    unit: str
    cells: tuple[tuple[Statement, ...], ...]
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class LineUp:
    """The documents of a story, as columns, and its quantities, as rows, in the order of the texts."""

    story: str
    documents: tuple[Document, ...]
    rows: tuple[Row, ...]


def line_up(story: Sequence[Statement], *, shared: bool = False) -> LineUp:
    """The statements of a story, lined up, those that more than one document has first; with `shared` only those."""
    documents = {statement.document.id: statement.document for statement in story}
    rivals = {frozenset((id(pair.first), id(pair.second))) for pair in rival_pairs(story)}
    together = tuple(quantities(story, _AGREEING_ALIKE))
    lines: list[tuple[Quantity, Agreement]] = [(quantity, _agreement(quantity, rivals)) for quantity in together]
    if not shared:
        known = {id(statement) for quantity in together for statement in quantity.statements}
        lines += ((Quantity((statement,)), "alone") for statement in story if id(statement) not in known)
    names = [_name(quantity) for quantity, _ in lines]
    taken = Counter(names)
    rows = (
        _row(quantity, tuple(documents), agreement, f"{name}{_done(quantity)}" if taken[name] > 1 else name)
        for name, (quantity, agreement) in zip(names, lines, strict=True)
    )
    return LineUp(story[0].document.story if story else "", tuple(documents.values()), tuple(rows))


def _row(quantity: Quantity, documents: Sequence[str], agreement: Agreement, name: str) -> Row:
    cells = tuple(tuple(each for each in quantity.statements if each.document.id == document) for document in documents)
    claims = (statement.claim for statement in quantity.statements)
    units = dict.fromkeys(f"{claim.unit} per {claim.per}".strip() if claim.per else claim.unit for claim in claims)
    return Row(name, ", ".join(filter(None, units)), cells, agreement)


def _done(quantity: Quantity) -> str:
    """What was done, in brackets: " (shoot down)"; "" where no statement says it."""
    return next((f" ({statement.claim.action})" for statement in quantity.statements if statement.claim.action), "")


def _agreement(quantity: Quantity, rivals: set[frozenset[int]]) -> Agreement:
    together = list(_pairs(quantity.statements))
    if any(frozenset(map(id, pair)) in rivals for pair in together):
        return "disagree"
    return "agree" if all(one.interval.intersects(other.interval) for one, other in together) else "differ"


def _pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    if len(statements) <= _COMPARED:
        yield from combinations(statements, 2)
    else:
        yield from ((statements[0], other) for other in statements[1:])


def _name(quantity: Quantity) -> str:
    """What is counted, in the words of the statement whose noun the others share most; the kind of number where none says it.

    A rate says what it is a rate of: "soldiers per day".
    """
    per = quantity.statements[0].claim.per
    return f"{_noun(quantity)} per {per}" if per else _noun(quantity)


def _noun(quantity: Quantity) -> str:
    words = Counter(word for statement in quantity.statements for word in statement.words)
    items = [statement.claim.item for statement in quantity.statements if statement.claim.item]
    if not items:
        return quantity.statements[0].claim.kind
    return max(items, key=lambda item: words[head(item)])
