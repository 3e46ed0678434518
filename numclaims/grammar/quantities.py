"""Text to quantities: every number that claims something, with its range, bound, unit, rate and direction of change.

`read` is the grammar's one entrance. The text is scanned once; its size sets the time, whatever stands in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from numclaims.grammar.bounds import bound_after, bound_before
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.ranges import join
from numclaims.grammar.rates import read_rate
from numclaims.grammar.term import Term
from numclaims.grammar.terms import read_terms
from numclaims.grammar.tokens import Tokens
from numclaims.grammar.trend import continues_change, read_change
from numclaims.lexicon.syntax import syntax
from numclaims.model import Bound, Change, DateMention, Kind, Quantity

_EQUAL = ("equal", "equals", "equaling", "equalling")


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a text, the quantities and dates in it (text order, offsets into it), and how many numbers were seen.

    `spans` gives for each quantity the tokens of the whole quantity: first and the index behind the last.
    """

    tokens: Tokens
    quantities: tuple[Quantity, ...]
    spans: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...]
    numbers: int


def read(text: str) -> Reading:
    """Read all quantities of a text."""
    tokens = Tokens(text)
    spaced = " , " in text or " . " in text or "' s " in text
    found = read_terms(tokens, spaced=spaced)
    quantities: list[Quantity] = []
    spans: list[tuple[int, int]] = []
    previous_end = 0
    for term in join(tokens, found.terms):
        quantity, span = _quantity(tokens, term, previous_end)
        previous = quantities[-1] if quantities else None
        if previous and quantity.change == "none" and quantity.unit == previous.unit and continues_change(tokens, spans[-1][1], span[0]):
            quantity = replace(quantity, change=previous.change)
        if previous and _restates(tokens, spans[-1][1], span[0]):
            quantity = _inherited(quantity, previous)
            rate = read_rate(tokens, span[1] + 1) if tokens.words[span[1]] == ")" and not previous.per else None
            if rate:
                quantities[-1] = replace(previous, per=rate[1])
                quantity = replace(quantity, per=quantity.per or rate[1])
        quantities.append(quantity)
        spans.append(span)
        previous_end = span[1]
    return Reading(tokens, tuple(quantities), tuple(spans), tuple(found.dates), found.numbers)


def _restates(tokens: Tokens, end: int, first: int) -> bool:
    """Whether a number says again what the one before says: "190 points, or 0.6%", "100 kilometres (60 miles)"."""
    gap = tokens.lows[end:first]
    return (
        1 <= len(gap) <= 4 and gap[-1] in ("or", "(", "/") and not any(low in syntax().stops or low in (".", ";", ")") for low in gap[:-1])
    )


def _inherited(quantity: Quantity, previous: Quantity) -> Quantity:
    """A restatement carries the bound and the direction of what it restates."""
    change = previous.change if quantity.change == "none" else quantity.change
    convertible = quantity.kind == previous.kind and quantity.bound == "exact" and previous.bound != "range" and quantity.value is not None
    return replace(quantity, change=change, bound=previous.bound if convertible else quantity.bound)


def _quantity(tokens: Tokens, term: Term, previous_end: int) -> tuple[Quantity, tuple[int, int]]:
    dimension = term.unit.dimension if term.unit is not None else ""
    counted = term.unit is None and has_plural(tokens, term.next)
    bounded = "" if term.age else dimension
    before = bound_before(tokens, term.first, dimension=bounded, counted=counted, ordinal=term.form == "ordinal")
    if before and before.token < previous_end:
        before = None
    behind = bound_after(tokens, term.next)
    first, after = term.first, term.next
    if before:
        first = before.token
    elif (term.first >= 1 and tokens.lows[term.first - 1] == "between" and term.low is not None) or (
        term.first >= 1 and tokens.lows[term.first - 1] == "from" and term.low is not None
    ):
        first = term.first - 1
    bound: Bound = before.bound if before else "exact"
    if behind and (bound in ("exact", "about") or behind.bound == bound):
        bound, after = behind.bound, behind.token
    value, low, high = term.value, term.low, term.high
    if value is None:
        bound = "range"
    elif bound == "exact" and _equality(tokens, term.first):
        low = high = value
    unit = term.unit.name if term.unit is not None else ""
    fraction = not unit and term.form == "fraction"
    level = before is not None and tokens.lows[before.token] in ("below", "above", "under")
    change: Change = "none"
    if dimension != "time" and not level:
        measured = ("percent", "share") if fraction else (unit, dimension)
        change = read_change(tokens, first, after, unit=measured[0], dimension=measured[1])
    first = max(first, previous_end)
    start, end = tokens.starts[first], tokens.ends[after - 1]
    quantity = Quantity(
        start, end, _kind(term, dimension), value, low, high, bound, unit, term.per, term.step,
        tokens.starts[term.number_first], tokens.ends[term.number_next - 1], change,
    )  # fmt: skip
    return quantity, (first, after)


def _equality(tokens: Tokens, first: int) -> bool:
    before = tokens.lows[first - 1] if first else ""
    return before == "equals" or (before == "to" and first > 1 and tokens.lows[first - 2] in _EQUAL)


_KINDS: dict[str, Kind] = {"money": "money", "share": "share", "time": "duration", "multiple": "multiple"}


def _kind(term: Term, dimension: str) -> Kind:
    if term.age:
        return "age"
    if term.form == "ordinal":
        return "rank"
    if term.unit is None:
        return "share" if term.form == "fraction" else "count"
    return _KINDS.get(dimension, "measure")
