"""Changes whose verb or noun stands apart from the number: "cut its forecast by 4%", "a fall in output of 4%". `trend` reads the rest."""

from __future__ import annotations

from numclaims.grammar.tokens import HYPHENS, Tokens
from numclaims.lexicon.syntax import Syntax, syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Change

_REACH = 9  # tokens between the verb or noun of change and the number
_FILLERS = frozenset("a an another further additional just only some total combined full whole".split())
_ENDS = frozenset("that which who whose whom while but as when where because if than not".split())
_WITHIN = frozenset(("'s", "’s", "&", "%", "$", "£", "€")) | HYPHENS
_FINITE = frozenset(("past", "participle", "third"))
_ADVERBS = frozenset("up down + ahead higher upward fewer".split())  # they stand for a verb only right before a number
_AMOUNTS = frozenset("number share price cost amount proportion percentage size rate".split())  # "a rise in the price of $4 wine"


def change_at_a_distance(tokens: Tokens, first: int, after: int, *, measured: bool) -> Change:
    """The direction that "by" or "of" ties to the number at tokens `first` to `after`, or "none".

    `measured` says that the number has a unit; without one, whoever did it may stand behind "by" ("was cut by 4 firms").
    """
    at = first - 1
    while at > first - 3 and tokens.lows[at] in _FILLERS:
        at -= 1
    if at < 2 or tokens.lows[at] not in ("by", "of"):
        return "none"
    if tokens.lows[at] == "of":
        return _named(tokens, at) if measured else "none"
    doer = not measured and tokens.words[after][:1].isalpha() and tokens.lows[after] not in syntax().stops
    return _governed(tokens, at, doer=doer)


def _governed(tokens: Tokens, by: int, *, doer: bool) -> Change:
    """The verb that "by" goes with ("trimmed its estimate by"), or else the noun ("a cut in fees by")."""
    lows, classes = tokens.lows, syntax()
    noun: Change = "none"
    for at in range(by - 1, max(by - _REACH, 0) - 1, -1):
        low = lows[at]
        way = _way(low, classes)
        if way != "none" and low not in _ADVERBS and (low in classes.up_verbs or low in classes.down_verbs):
            if at == 0 or lows[at - 1] not in classes.determiners:
                return "none" if doer and lows[at - 1] in classes.auxiliaries else way
        elif low in _ENDS or low in classes.auxiliaries or _finite(low) or not (low[:1].isalnum() or low in _WITHIN):
            break
        noun = way if way != "none" else noun
    return noun


def _named(tokens: Tokens, of: int) -> Change:
    """The noun that "of" and a number go with: "an increase in sales of"."""
    lows, classes = tokens.lows, syntax()
    if lows[of - 1] in _AMOUNTS:
        return "none"
    for at in range(of - 1, max(of - _REACH, 1) - 1, -1):
        low = lows[at]
        if low in ("in", "to", "for") and (lows[at - 1] in classes.up_nouns or lows[at - 1] in classes.down_nouns):
            return "up" if lows[at - 1] in classes.up_nouns else "down"
        if low in _ENDS or low in classes.auxiliaries or _finite(low) or not (low[:1].isalnum() or low in _WITHIN):
            break
    return "none"


def _way(low: str, classes: Syntax) -> Change:
    if low in classes.up_verbs or low in classes.up_nouns:
        return "up"
    return "down" if low in classes.down_verbs or low in classes.down_nouns else "none"


def _finite(low: str) -> bool:
    """Whether a word is a verb of its own, so that what stands before it is another clause or what was done by somebody."""
    known = verb_forms()
    form = known.forms.get(low)
    return form is not None and form[1] in _FINITE and low not in known.others
