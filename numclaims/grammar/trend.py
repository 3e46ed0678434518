"""Whether a number states a change: "rose 4%", "a 4% drop", "4% higher", "down 300 points", told apart from levels ("rose to 4%")."""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.syntax import Syntax, syntax
from numclaims.model import Change

_SKIPPED = frozenset(
    """by about around roughly nearly almost some just only more than over at least up as much many a an the another further additional
    approximately to of combined total whopping mere record modest sharp shy under below less fewer even another slightly sharply steadily
    quickly strongly marginally further whole full""".split()
)
_GOING = frozenset("come comes came coming go goes went gone going".split())
_MOTION = frozenset(
    """make makes made making set sets pick picks picked take takes took taken come comes came coming go goes went gone going bring brings
    brought bringing put puts water climb climbed run ran walked slow""".split()
)
_PRICED = frozenset(("percent", "USD", "EUR", "GBP", "CAD", "AUD"))
_AWAY = frozenset("away north south east west inland offshore deep downstream upstream".split())  # "sank 4 miles north of the port"
_DOWNING = frozenset("shoot shoots shot shooting gun guns gunned tear tears tore knock knocked hunt hunted track tracked struck".split())
_LEVEL = frozenset(("to", "at", "from", "above", "below", "towards", "past"))


def read_change(tokens: Tokens, first: int, after: int, *, unit: str, money: bool) -> Change:
    """The direction of the change that the number at tokens `first` to `after` states, or "none".

    `first` is the token where the number with its bound begins; `unit` and `money` describe the number.
    """
    classes = syntax()
    measured = bool(unit) or money or tokens.lows[after] in classes.stocks
    if tokens.lows[after] in _AWAY:
        return "none"
    if measured and _attribute(tokens, first, after, classes):
        return _behind(tokens, after, classes, unit)
    found = _before(tokens, first, classes, measured=measured, shared=money or unit in ("percent", "percentage point", "time"))
    if found != "none":
        return found
    return _behind(tokens, after, classes, unit)


def _attribute(tokens: Tokens, first: int, after: int, classes: Syntax) -> bool:
    """ "added a 30-second spot", "lost a $2m contract": the number only describes the thing that a verb of change is about."""
    at = first - 1
    while at >= 0 and at > first - 3 and tokens.lows[at] in _SKIPPED and tokens.lows[at] not in ("a", "an"):
        at -= 1
    return at >= 0 and tokens.lows[at] in ("a", "an") and tokens.words[after][:1].isalpha() and tokens.lows[after] not in classes.stops


def continues_change(tokens: Tokens, end: int, first: int) -> bool:
    """Whether a change goes on with another: "grew 0.3% in May and 1.1% in June", "fell 2%, Merrow Bank by 3% and the DAX 1%"."""
    gap = tokens.lows[end:first]
    if 3 <= len(gap) <= 6 and gap[-1] == "and" and gap[0] in ("in", "on", "for", "over", "to"):
        return not any(low in syntax().stops and low not in calendar_words().months for low in gap[1:-1])
    if not 2 <= len(gap) <= 8 or gap[0] not in (",", "and", ";"):
        return False
    words = [word for word in tokens.words[end + 1 : first] if word.lower() not in _GAPPED]
    return bool(words) and all(word[0].isupper() or word[0].isdecimal() for word in words) and gap[1] not in ("by", ",")


_GAPPED = frozenset(("and", "the", "by", "of", "&", ",", "while"))


def _before(tokens: Tokens, first: int, classes: Syntax, *, measured: bool, shared: bool) -> Change:
    lows, at, by = tokens.lows, first - 1, False
    for _ in range(4):
        if at < 0:
            return "none"
        low = lows[at]
        if low in _LEVEL:
            return "none"
        if low in classes.up_verbs or low in classes.down_verbs:
            if low in ("up", "down") and lows[at - 1] in _MOTION and not (shared and lows[at - 1] in _GOING):
                return "none"
            if low == "down" and lows[at - 1] in _DOWNING:
                return "none"
            if low == "up" and lows[at + 1] == "to":
                return "none"
            if not by and not measured:
                return "none"
            return "up" if low in classes.up_verbs else "down"
        if low == "of" and (lows[at - 1] in classes.up_nouns or lows[at - 1] in classes.down_nouns):
            return "up" if lows[at - 1] in classes.up_nouns else "down"
        if low not in _SKIPPED and not low.endswith("ly"):
            return "none"
        by = by or low == "by"
        at -= 1
    return "none"


def _behind(tokens: Tokens, after: int, classes: Syntax, unit: str) -> Change:
    lows = tokens.lows
    low = lows[after]
    if low == "up" and lows[after + 1] == "to":
        return "none"
    if low == "more" and (lows[after + 1] == "or" or (lows[after + 1] == "than" and lows[after + 2][:1].isdigit())):
        return "none"
    if unit and low in classes.up_after:
        return "up"
    if unit and (low in classes.down_after or (low == "off" and unit in _PRICED)):
        return "down"
    if unit and low in ("above", "below") and not classes.baselines.isdisjoint(lows[after + 1 : after + 5]):
        return "up" if low == "above" else "down"
    for at in (after, after + 1, after + 2):
        low = lows[at]
        if unit in ("percent", "percentage point", "basis point") and (low in classes.up_nouns or low in classes.down_nouns):
            return "up" if low in classes.up_nouns else "down"
        if not low[:1].isalpha() or low in classes.stops:
            return "none"
    return "none"
