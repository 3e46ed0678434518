"""Exchange rates without a currency of their own: "the yen fell to 161.27 to the greenback". Amounts with a currency are for `money`."""

from __future__ import annotations

from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.rates import rate_words
from numclaims.lexicon.units import Unit, unit_lexicon

_REACH = 30  # tokens before the number in which the currency is named
_BETWEEN = frozenset(("the", "one", "us", "u", "s", "."))


def read_exchange_rate(tokens: Tokens, term: Term) -> None:
    """Give a bare number the currency named before it and, as its rate, the one it is quoted in ("83.1 per dollar").

    Below 2 it stays bare: "1.08 to the dollar" may count either currency.
    """
    at = term.next
    if term.form != "digits" or (term.value or 0.0) < 2 or tokens.lows[at] not in ("to", "per", "against"):
        return
    at += 1
    while tokens.lows[at] in _BETWEEN and at < term.next + 6:
        at += 1
    quoted = rate_words().quoted.get(tokens.lows[at])
    currency = _named_before(tokens, term.first, quoted) if quoted else None
    if quoted and currency:
        term.unit, term.unit_printed, term.per, term.next = currency, True, quoted, at + 1


def _named_before(tokens: Tokens, first: int, quoted: str) -> Unit | None:
    """The nearest currency named before a number in its sentence, other than the quoted one."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if tokens.words[at] in (".", "!", "?") and not tokens.glued(at + 1):
            return None
        unit = unit_lexicon().currency_words.get(tokens.lows[at])
        if unit and unit.name != quoted and tokens.words[at][:1].isalpha() and not (unit.homograph and len(tokens.words[at]) < 4):
            return unit
    return None
