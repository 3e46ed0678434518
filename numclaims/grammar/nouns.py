"""The noun phrase that begins at a token: where it ends and what its head is, by word forms alone.

A counted noun is plural, so the phrase behind a number ends at its first plural noun ("fast patrol boats") unless a plural noun or a
noun joined by "and" goes on ("homes and businesses"). Without a plural it ends before the first word that cannot be inside one.
"""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens, begins_model, is_number
from numclaims.lexicon.names import name_words
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import unit_lexicon

_LONGEST = 7
_STATES = frozenset(("dead", "missing", "homeless", "unemployed"))
_MINUS = frozenset("-−–⁻")
_JOINTS = frozenset(("-", "‐", "‑", "/", "&", "'s", "’s"))


def noun_phrase(tokens: Tokens, index: int, *, counted: bool) -> int:
    """The index after the noun phrase that begins at `index`; `index` itself where none does.

    `counted` says that a number above one stands before it, so that its head is plural where one is.
    """
    end = _stretch(tokens, index)
    lows = tokens.lows
    if counted:
        for at in range(index, end):
            if is_plural(lows[at]) and lows[at + 1] not in _JOINTS and not _nationality(tokens, at, end):
                return _joined(tokens, _compound(tokens, at + 1, end))
        if _verbal_plural(lows[end]) and not tokens.breaks(end):
            return end + 1
        if lows[end] == "and" and end > index:
            return _coordinated(tokens, index, end)
    return _unverbed(tokens, index, end) if end > index else index


def _nationality(tokens: Tokens, at: int, end: int) -> bool:
    """ "Dutch patrol boats": a people's name that is an attribute here."""
    return tokens.words[at][0].isupper() and not tokens.lows[at].endswith("s") and at + 1 < end and tokens.words[at + 1][:1].islower()


def _verbal_plural(low: str) -> bool:
    """A word that is both a verb and a plural noun, where a counted noun is due: "12 lightning strikes", "three wins"."""
    return low in syntax().verbs and low not in syntax().function and low.endswith("s") and is_plural(low)


def _coordinated(tokens: Tokens, index: int, end: int) -> int:
    """Past "and" between two attributes of one plural noun: "Kia and Hyundai vehicles", "digital and physical sales"."""
    after = _stretch(tokens, end + 1)
    for at in range(end + 1, min(after, end + 4)):
        if is_plural(tokens.lows[at]):
            return at + 1 if at > end + 1 else _unverbed(tokens, index, end)
    return _unverbed(tokens, index, end)


def has_plural(tokens: Tokens, index: int) -> bool:
    """Whether a plural noun heads the phrase that begins at this token: "combined digital sales"."""
    end = _stretch(tokens, index)
    for low in tokens.lows[index : min(end, index + 5)]:
        if is_plural(low):
            return True
    return tokens.lows[end] == "and" and end > index and _coordinated(tokens, index, end) > end


def _stretch(tokens: Tokens, index: int) -> int:
    """The index of the first token that no noun phrase from here on can hold."""
    stops, lows = syntax().stops, tokens.lows
    limit = min(index + _LONGEST, tokens.count)
    at = index
    while at < limit:
        low = lows[at]
        if low in stops and not begins_model(tokens, at) and not _coded(tokens, at, index):
            break
        if _spans(tokens, at) or (at > index and (_divides(tokens, at) or _names_it(tokens, at))):
            break
        if low in _JOINTS:
            if at > index and begins_model(tokens, at - 1):
                at += 2
                continue
            if at == index or not tokens.words[at + 1][:1].isalpha():
                break
            if tokens.glued(at) and tokens.glued(at + 1):
                at += 2
                continue
            if lows[at + 1] in syntax().function or not (tokens.glued(at) or tokens.glued(at + 1) or low in ("/", "&")):
                break
        elif not (low[0].isalpha() or _name_number(tokens, at, index)) or tokens.breaks(at):
            break
        at += 1
    return at


def _names_it(tokens: Tokens, at: int) -> bool:
    """ "a 12-page report titled Broken Roads", "four storms named Ada": the participle that gives the thing before it a name."""
    return tokens.lows[at] in syntax().naming and tokens.words[at + 1][:1].isupper()


def _coded(tokens: Tokens, at: int, index: int) -> bool:
    """Whether letters are part of a code or a formula: the "A" of "Leopard 2A8 tanks", the "NO" of "NO2 limits"."""
    if tokens.words[at].isupper() and len(tokens.words[at]) > 1 and tokens.glued(at + 1) and is_number(tokens.words[at + 1]):
        return True
    return at > index and tokens.glued(at) and is_number(tokens.words[at - 1])


def _spans(tokens: Tokens, at: int) -> bool:
    """What a change is over: "a 4% drop quarter on quarter", "a rise year over year"."""
    return tokens.lows[at + 1] in ("on", "over") and tokens.lows[at] == tokens.lows[at + 2]


def _divides(tokens: Tokens, at: int) -> bool:
    """What counted things are divided by: "stems/ha", "cells mL−1"."""
    if tokens.words[at] == "/":
        return tokens.words[at + 1] in unit_lexicon().symbols and not tokens.words[at + 1].isupper()
    if tokens.words[at + 1] not in _MINUS or tokens.words[at + 2] not in ("1", "2", "3") or not tokens.glued(at + 1):
        return False
    return tokens.words[at] in unit_lexicon().symbols


def _name_number(tokens: Tokens, at: int, index: int) -> bool:
    """A number inside a name: "Leopard 2A8 tanks", "Leopard 2 tanks"."""
    if at <= index or not is_number(tokens.words[at]):
        return False
    if tokens.glued(at) or (tokens.glued(at + 1) and tokens.words[at + 1][:1].isalpha()):
        return True
    word, behind = tokens.words[at], tokens.words[at + 1]
    if behind[:1].isupper() and tokens.lows[at + 2] in name_words().machines:  # "new 737 Max jets"
        behind = tokens.words[at + 2]
    named = word.isdecimal() and len(word) <= 4 and not tokens.breaks(at)
    if behind in name_words().machines and named:
        return True
    named = named and tokens.words[at - 1][:1].isupper()
    return named and behind[:1].islower() and is_plural(behind) and behind not in syntax().stops


def _compound(tokens: Tokens, at: int, end: int) -> int:
    """Past further plural nouns right behind one: "arms sales representatives"."""
    while at < end and is_plural(tokens.lows[at]) and not tokens.lows[at].endswith("ed") and tokens.lows[at] not in _STATES:
        at += 1
    return at


def _joined(tokens: Tokens, at: int) -> int:
    """Past "and businesses", where the second noun is a bare plural too."""
    if tokens.lows[at] in ("and", "&") and is_plural(tokens.lows[at + 1]) and tokens.lows[at + 1] not in syntax().stops:
        after = tokens.lows[at + 2]
        if not after[:1].isalpha() or after in syntax().function:
            return at + 2
    return at


def _unverbed(tokens: Tokens, index: int, end: int) -> int:
    """Cut a phrase without a plural before a participle that follows its first noun: "shipment announced"."""
    for at in range(index + 1, end):
        low = tokens.lows[at]
        if low.endswith(("ed", "ing")) and len(low) > 4 and not tokens.glued(at + 1):
            after = tokens.lows[at + 1]
            if not after[:1].isalpha() or after in syntax().stops:
                return max(at - 2 * (tokens.lows[at - 1] in _JOINTS), index + 1)
    cut = min(end, index + 4)
    while cut < end and (tokens.lows[cut] in _JOINTS or tokens.lows[cut - 1] in _JOINTS):
        cut += 1
    return cut
