"""Whether a number states a change: "rose 4%", "a 4% drop", "4% higher", "down 300 points", told apart from levels ("rose to 4%")."""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.grammar.distant import change_at_a_distance
from numclaims.grammar.tokens import HYPHENS, Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.syntax import Syntax, is_plural, syntax
from numclaims.model import Change

_SKIPPED = frozenset(
    """by about around roughly nearly almost some just only more than over at least up as much many a an the another further additional
    approximately to combined total whopping mere record modest average sharp
    shy under below less fewer even another slightly sharply steadily
    quickly strongly marginally further whole full""".split()
)
_SHARES = frozenset(("percent", "percentage point", "basis point"))
_GOING = frozenset("come comes came coming go goes went gone going".split())
_MOTION = frozenset(
    """make makes made making set sets pick picks picked take takes took taken come comes came coming go goes went gone going bring brings
    brought bringing put puts water climb climbed run ran walked slow""".split()
)
_PRICED = frozenset(("percent", "USD", "EUR", "GBP", "CAD", "AUD"))
_AWAY = frozenset("away north south east west inland offshore deep downstream upstream".split())  # "sank 4 miles north of the port"
_DOWNING = frozenset("shoot shoots shot shooting gun guns gunned tear tears tore knock knocked hunt hunted track tracked struck".split())
_GIVING = frozenset("give gives gave given giving".split())
_PUTTING = frozenset("put puts putting".split())  # "put on 2%"
_STANDING = frozenset("is was are were be been trading ended closed finished".split())  # "was off 4%", but not "took off 4 kilos"
_LEVEL = frozenset(("to", "at", "from", "above", "below", "towards", "past"))
_SUMMED = frozenset("total average maximum".split())  # "rose a total of 4%"
_WITHOUT_STEPS = frozenset(("length", "time"))  # "a 4-metre drop" is as high as that, "a 4-day rise" as long
_COMPARATIVES = frozenset(("higher", "lower"))  # "was lower than the 54%"
_COMPARED = frozenset(("more", "fewer", "less"))
_FAR = 6  # tokens in which a baseline is named: "below the level of last year"


def read_change(tokens: Tokens, first: int, after: int, *, unit: str, dimension: str) -> Change:
    """The direction of the change that the number at tokens `first` to `after` states, or "none".

    `first` is the token where the number with its bound begins; `unit` and `dimension` describe the number, "" for a bare count.
    """
    classes = syntax()
    if tokens.lows[after] in _AWAY:
        return "none"
    measured = bool(unit) or tokens.lows[after] in classes.stocks or _level_follows(tokens, after)
    if measured and _attribute(tokens, first, after, classes):
        return _behind(tokens, after, classes, unit, dimension)
    found = _before(tokens, first, after, classes, measured=measured, dimension=dimension)
    if found == "none":
        found = change_at_a_distance(tokens, first, after, measured=bool(unit))
    return found if found != "none" else _behind(tokens, after, classes, unit, dimension)


def _level_follows(tokens: Tokens, after: int) -> bool:
    """Whether the level that a bare number led to stands behind it: "slipped 12 to 4,310", "up two at 43"."""
    return tokens.lows[after] in ("to", "at") and is_number(tokens.words[after + 1])


def _attribute(tokens: Tokens, first: int, after: int, classes: Syntax) -> bool:
    """ "added a 30-second spot", "lost a $2m contract": the number only describes the thing that a verb of change is about."""
    at = first - 1
    while at >= 0 and at > first - 3 and tokens.lows[at] in _SKIPPED and tokens.lows[at] not in ("a", "an"):
        at -= 1
    return at >= 0 and tokens.lows[at] in ("a", "an") and tokens.words[after][:1].isalpha() and tokens.lows[after] not in classes.stops


def continues_change(tokens: Tokens, end: int, first: int) -> bool:
    """Whether a change goes on with another: "grew 0.3% in May and 1.1% in June", "fell 2%, Merrow Bank by 3% and the DAX 1%"."""
    gap = tokens.lows[end:first]
    if 3 <= len(gap) <= 6 and gap[-1] == "and" and gap[0] in _SPANS:
        return not any(low in syntax().stops and low not in calendar_words().months for low in gap[1:-1])
    if gap[:2] in ([",", "and"], [",", "while"]) and 3 <= len(gap) <= 5 and _noun_alone(gap[2:]):
        return True
    if not 2 <= len(gap) <= 8 or gap[0] not in (",", "and", ";"):
        return False
    words = [word for word in tokens.words[end + 1 : first] if word.lower() not in _GAPPED]
    return bool(words) and all(word[0].isupper() or word[0].isdecimal() for word in words) and gap[1] not in ("by", ",")


def _noun_alone(gap: Sequence[str]) -> bool:
    """Whether words between two changes are a bare noun: "prices rose 3%, and rents [5%]"."""
    return is_plural(gap[-1]) and all(low[:1].isalpha() and low not in syntax().stops for low in gap)


_SPANS = frozenset("in on for over to this last next".split())
_GAPPED = frozenset(("and", "the", "by", "of", "&", ",", "while"))


def _before(tokens: Tokens, first: int, after: int, classes: Syntax, *, measured: bool, dimension: str) -> Change:
    lows, at, by = tokens.lows, first - 1, False
    for _ in range(4):
        if at < 0:
            return "none"
        low = lows[at]
        if low in _LEVEL or (low == "than" and lows[at - 1] in _COMPARATIVES):
            return "none"
        if low in ("up", "back") and lows[at - 1] in _GIVING:
            return "down" if dimension in ("share", "money") else "none"
        if low == "on" and lows[at - 1] in _PUTTING:
            return "up" if measured and dimension not in ("time", "") else "none"
        if low == "off":
            return "down" if measured and lows[at - 1] in _STANDING else "none"
        if low in classes.up_verbs or low in classes.down_verbs:
            return _verb(tokens, at, classes, measured=measured or by, by=by, dimension=dimension)
        if low == "of" and lows[at - 1] not in _SUMMED:
            return _noun(tokens, at - 1, after, classes, dimension)
        if low not in _SKIPPED and not low.endswith("ly") and low != "of":
            return "none"
        by = by or low == "by"
        at -= 1
    return "none"


def _verb(tokens: Tokens, at: int, classes: Syntax, *, measured: bool, by: bool, dimension: str) -> Change:
    """The direction of the verb of change at a token, where it speaks of the number."""
    low, before = tokens.lows[at], tokens.lows[at - 1]
    if before in classes.determiners and low not in ("up", "down", "+"):  # "fined the firm 250,000 rand"
        return "none"
    if not measured or (low in classes.collecting and dimension == "money" and not by):
        return "none"
    if low in ("up", "down") and before in _MOTION and not (before in _GOING and (dimension in ("share", "money", "multiple"))):
        return "none"
    if (low == "down" and before in _DOWNING) or (low == "up" and tokens.lows[at + 1] == "to"):
        return "none"
    return "up" if low in classes.up_verbs else "down"


def _noun(tokens: Tokens, at: int, after: int, classes: Syntax, dimension: str) -> Change:
    """The direction of a noun before "of": "a fall of 4%"; a loss of money is what was lost in business, and no change."""
    low = tokens.lows[at]
    if low == "loss" and dimension in ("", "money") and tokens.lows[after] not in classes.stocks:
        return "none"
    return "up" if low in classes.up_nouns else "down" if low in classes.down_nouns else "none"


def _behind(tokens: Tokens, after: int, classes: Syntax, unit: str, dimension: str) -> Change:
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
    if unit and low in ("above", "below", "ahead", "behind") and _baseline(tokens, after + 1, classes):
        return "up" if low in ("above", "ahead") else "down"
    if not unit:
        counted = _counted(tokens, after, classes)
        if counted != "none" or lows[after] not in HYPHENS:
            return counted
    return _named(tokens, after, classes, unit, dimension)


def _baseline(tokens: Tokens, at: int, classes: Syntax) -> bool:
    """Whether what a level is set against is named at a token: "what it was in May", "last year", "its 2019 peak"."""
    near = range(at, at + _FAR)
    return any(tokens.lows[each] in classes.baselines or tokens.words[each][:2] in ("19", "20") for each in near)


def _counted(tokens: Tokens, after: int, classes: Syntax) -> Change:
    """What a count of things is compared by: "310 points lower", "40 boats more than last year", "40 fewer than in 2019"."""
    lows, at = tokens.lows, after
    while at < after + 3 and _before_noun(tokens, at, classes):
        at += 1
    at += lows[at] not in _COMPARED and is_plural(lows[at])
    low = lows[at]
    if low in ("higher", "lower"):
        return "up" if low == "higher" else "down"
    if low in _COMPARED and lows[at + 1] == "than" and _baseline(tokens, at + 2, classes):
        return "up" if low == "more" else "down"
    return "none"


def _before_noun(tokens: Tokens, at: int, classes: Syntax) -> bool:
    low = tokens.lows[at]
    return tokens.words[at][:1].isalpha() and low not in classes.stops and low not in _COMPARED and not is_plural(low)


def _named(tokens: Tokens, after: int, classes: Syntax, unit: str, dimension: str) -> Change:
    """The noun of change that a number stands before: "a 4% price rise", "a $4 increase", "a 400-job cut"."""
    if unit in _SHARES or dimension == "multiple":
        up, down = classes.up_nouns, classes.down_nouns
    elif dimension in _WITHOUT_STEPS:
        return "none"
    else:
        up, down = classes.up_steps, classes.down_steps
    first = after + (tokens.words[after] in HYPHENS)
    for at in range(first, first + 3):
        low = tokens.lows[at]
        if (low in up or low in down) and f"{low}-{tokens.lows[at + 1]}" not in classes.unchanging:
            return "up" if low in up else "down"
        if not low[:1].isalpha() or low in classes.stops:
            return "none"
    return "none"
