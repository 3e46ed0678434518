"""Bounds that a negation before their verb turns round: "must not weigh more than 20 kg" is at most 20 kg, "no bag may weigh over" too.

What is negated without a modal verb may be something else where things are counted ("has not paid more than 20 of its suppliers"), so
that only measures are turned round there.
"""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import bound_words
from numclaims.model import Bound

_TURNED: dict[Bound, Bound] = {"more than": "at most", "less than": "at least"}
_REACH = 5  # tokens between a negation and the bound
_SUBJECT = 4  # tokens of a subject behind "no"


def turned_round(tokens: Tokens, start: int, bound: Bound, *, measured: bool) -> tuple[Bound, int]:
    """The bound whose words begin at token `start`, turned round where a negation governs it, and the token where its words then begin.

    `measured` says that the number has a unit. A negation right before the bound becomes part of its words.
    """
    other, words, lows, at = _TURNED.get(bound), bound_words(), tokens.lows, start - 1
    if other is None or at < 0:
        return bound, start
    if lows[at] in words.negations:
        return other, at
    modal = verb = False
    while at >= max(start - _REACH, 0) and lows[at] not in words.negations and _verbal(lows[at]):
        modal = modal or lows[at] in words.limits
        verb = verb or lows[at] == "be" or lows[at] in verb_forms().forms
        at -= 1
    if at < 0 or not verb:
        return bound, start
    if lows[at] in words.negations:
        denied = measured or modal or lows[at] in words.limits or lows[at - 1] in words.limits
    else:
        denied = (modal or measured) and _denied_subject(tokens, at, modal=modal)
    return (other if denied else bound), start


def _verbal(low: str) -> bool:
    return (
        low in syntax().auxiliaries or low in verb_forms().forms or low in roles().adverbs or low in ("to", "allowed") or low.endswith("ly")
    )


def _denied_subject(tokens: Tokens, at: int, *, modal: bool) -> bool:
    """Whether a token ends a subject that denies: "nobody", "none of them", "no bag" before a modal verb."""
    lows = tokens.lows
    for each in range(at, max(at - _SUBJECT, -1), -1):
        low = lows[each]
        if low in bound_words().nobody or (low == "no" and modal):
            return True
        if not low[:1].isalpha() or (low in syntax().stops and low not in ("of", "them", "the", "these", "those", "us")):
            return False
    return False
