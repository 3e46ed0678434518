"""Whether the number behind a month counts something ("In November 31 people died") or is its day ("the May 12 attacks").

A count needs a plural noun behind it and a month that stands for its whole; where it could be a day, also a verb behind the noun.
"""

from __future__ import annotations

from numclaims.grammar.nouns import has_plural, noun_phrase
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms

MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The most days that each month can have."""

_WHOLE = frozenset(("last", "this", "next", "every", "each", "throughout", "during"))
_PARTS = frozenset(("early", "late", "mid", "-"))
_PARTITIVE = frozenset(("the", "its", "their", "his", "her", "our", "those", "these", "them", "us"))


def counts_in_month(tokens: Tokens, month_token: int, month: int, day: int, after: int) -> bool:
    """Whether `day`, which stands behind the month named at `month_token` and ends before token `after`, counts what follows it."""
    if not tokens.words[after][:1].islower() or tokens.breaks(after):
        return False
    of_them = tokens.lows[after] == "of" and tokens.lows[after + 1] in _PARTITIVE
    if not (of_them or has_plural(tokens, after)):
        return False
    return _whole_month(tokens, month_token) and (of_them or day > MONTH_DAYS[month - 1] or _acts(tokens, after))


def _whole_month(tokens: Tokens, month_token: int) -> bool:
    """Whether the words before a month take it as a whole: "last May", "In early May" at the head of a clause."""
    at = month_token - 1
    while at > month_token - 3 and at > 0 and tokens.lows[at] in _PARTS:
        at -= 1
    if at < 0 or tokens.parted(at, month_token + 1):
        return False
    opens = at == 0 or not tokens.words[at - 1][:1].isalnum() or tokens.words[at][0].isupper() or tokens.lows[at - 1] in ("and", "but")
    return tokens.lows[at] in _WHOLE or (tokens.lows[at] == "in" and opens)


def _acts(tokens: Tokens, at: int) -> bool:
    """Whether a verb stands behind the counted phrase that begins here, so that it is a subject."""
    low = tokens.lows[noun_phrase(tokens, at, counted=True)]
    classes, form = syntax(), verb_forms().forms.get(low, ("", "base"))[1]
    return low in classes.auxiliaries or low in classes.verbs or form == "past" or low.endswith("ed")
