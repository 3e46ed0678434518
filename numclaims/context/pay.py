"""What pay is per where only its adjective says so: "hourly earnings of $35", "a monthly rent of €900". It looks at the item alone."""

from __future__ import annotations

from numclaims.context.verb import Range
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.rates import rate_words
from numclaims.model import Quantity


def paid_per(quantity: Quantity, tokens: Tokens, item: Range | None) -> str:
    """What an amount of money is per by the adjective in or before its item, "" where none says so or the item is no pay."""
    if item is None or quantity.kind != "money" or quantity.change != "none":
        return ""
    words, first = rate_words(), item[0] - (item[0] > 0)
    if words.pay.isdisjoint(tokens.lows[item[0] : item[1]]):
        return ""
    return next((words.adverbs[low] for low in tokens.lows[first : item[1]] if low in words.adverbs), "")
