"""Which words of the text gave a claim each of its columns. It reads nothing anew: it points at what the readers of the columns read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numclaims.context.said import Said
from numclaims.context.topics import speaks_for
from numclaims.context.verb import Range, Verb
from numclaims.grammar.bounds import bound_after
from numclaims.grammar.money import read_currency
from numclaims.grammar.quantities import Reading
from numclaims.grammar.rates import read_rate
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.rates import rate_words
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.topics import Topics
from numclaims.model import Claim, Reason

_NEAR = 6  # words before a number among which the word of its change stands


class Words(NamedTuple):
    """The token ranges that gave the columns read outside the quantity; None where no words did."""

    item: Range | None = None
    actor: Range | None = None
    place: Range | None = None
    when: Range | None = None
    source: Range | None = None


def reasons(
    reading: Reading,
    index: int,
    claim: Claim,
    said: Said,
    words: Words,
    sentence: Range,
    offset: int,
    taken: tuple[Reason, ...],
    topics: Topics,
) -> tuple[Reason, ...]:
    """The words that gave quantity `index` the columns of `claim`, in the order of the columns, then of the text.

    `sentence` is a token range; `offset` is where the piece of text that was read begins in the document's full text; `taken` are
    the reasons that a restatement has from the claim before. A column without a value has no words, nor has a unit said only once.
    """
    tokens = reading.tokens
    found: dict[str, list[Range | None]] = {
        "value": [_number(reading, index)],
        "bound": [_bound(reading, index)] if claim.bound != "exact" else [],
        "unit": [_unit(reading, index)] if claim.unit else [],
        "per": [_rate(reading, index, said)] if claim.per else [],
        "item": [words.item] if claim.item else [],
        "actor": [words.actor] if claim.actor else [],
        "action": [_range(said.verb)] if claim.action else [],
        "change": [_change(reading, index, said.verb, claim.change)] if claim.change != "none" else [],
        "place": [words.place],
        "when": [words.when] if claim.when else [],
        "source": [words.source],
        "topic": list(_topic(tokens, sentence, claim, topics)),
    }
    for reason in taken:
        found[reason.column] = []
    own = [_reason(tokens, column, part, offset) for column, parts in found.items() for part in parts if part is not None]
    order = list(found)
    return tuple(sorted((*own, *taken), key=lambda reason: order.index(reason.column)))


def _reason(tokens: Tokens, column: str, words: Range, offset: int) -> Reason:
    start, end = tokens.starts[words[0]], tokens.ends[words[1] - 1]
    return Reason(column, offset + start, offset + end, tokens.text[start:end])


def _range(verb: Verb | None) -> Range | None:
    return (verb.first, verb.next) if verb else None


def _number(reading: Reading, index: int) -> Range:
    """The number itself; of a range both ends."""
    quantity, tokens = reading.quantities[index], reading.tokens
    first = bisect_left(tokens.starts, quantity.head_start)
    return first, max(bisect_left(tokens.starts, quantity.head_end), first + 1)


def _bound(reading: Reading, index: int) -> Range | None:
    """The words of the bound before the number or behind it; of a range the whole quantity."""
    tokens, (first, after), number = reading.tokens, reading.spans[index], _number(reading, index)
    if reading.quantities[index].bound == "range":
        return first, after
    money = read_currency(tokens, number[0])
    before = money[0] if money else number[0]
    if first < before:
        return first, before
    ends = ((at, bound_after(tokens, at)) for at in range(number[1], after))
    return next(((at, end.token) for at, end in ends if end), None)


def _unit(reading: Reading, index: int) -> Range | None:
    """The currency before the number or the unit behind it, without bound and rate; None where the unit was said earlier."""
    tokens, after, number = reading.tokens, reading.spans[index][1], _number(reading, index)
    money = read_currency(tokens, number[0])
    if money:
        return money[0], number[0]
    start = number[1]
    while start < after and tokens.lows[start] in ("-", "‑", "‐"):
        start += 1
    end = next((at for at in range(start + 1, after) if bound_after(tokens, at) or read_rate(tokens, at)), after)
    return (start, end) if start < end else None


def _rate(reading: Reading, index: int, said: Said) -> Range | None:
    """The words of the rate: in the quantity, behind its noun, or the adjective of its item ("hourly pay")."""
    tokens, after, number = reading.tokens, reading.spans[index][1], _number(reading, index)
    for at in range(number[1], after):
        rate = read_rate(tokens, at)
        if rate:
            return at, min(rate[0], after)
    if said.rated:
        return said.rated
    if reading.quantities[index].per and number[1] < after:
        return number[1], after
    first, last = said.item or (0, 0)
    return next(((at, at + 1) for at in range(max(first - 1, 0), last) if tokens.lows[at] in rate_words().adverbs), None)


def _change(reading: Reading, index: int, verb: Verb | None, change: str) -> Range | None:
    """The word that says which way it went: beside the number, or the verb."""
    tokens, (first, after) = reading.tokens, reading.spans[index]
    up, words = change == "up", syntax()
    verbs, nouns, behind = (
        (words.up_verbs, words.up_nouns, words.up_after) if up else (words.down_verbs, words.down_nouns, words.down_after)
    )
    for at in [*range(first - 1, max(first - _NEAR, -1), -1), *range(after, min(after + 3, tokens.count))]:
        low = tokens.lows[at]
        if low in (verbs if at < first else behind) or low in nouns:
            return at, at + 1
    return _range(verb)


def _topic(tokens: Tokens, sentence: Range, claim: Claim, topics: Topics) -> Iterator[Range]:
    """The words of the sentence that speak for the topic."""
    if claim.topic:
        seen: set[str] = set()
        for at in range(*sentence):
            low = tokens.lows[at]
            if low not in seen and low[:1].isalpha() and speaks_for(topics, claim.topic, low):
                seen.add(low)
                yield at, at + 1


def earlier(found: Sequence[Reason], *columns: str) -> tuple[Reason, ...]:
    """Those reasons of an earlier claim that hold for a restatement of it too."""
    return tuple(reason for reason in found if reason.column in columns)
