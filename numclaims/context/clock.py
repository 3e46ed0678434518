"""The marks inside clock times ("8:06 a.m."), which end no clause."""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms


def tells_clock(tokens: Tokens, at: int) -> bool:
    """Whether a mark stands inside a clock time: the colon of "8:06", the full stops of "a.m."."""
    words, lows = tokens.words, tokens.lows
    if words[at] == ":":
        return is_number(words[at - 1]) and is_number(words[at + 1]) and tokens.glued(at) and tokens.glued(at + 1)
    last = at - 2 * (lows[at - 1] == "m" and at > 2)
    return words[at] == words[last] == "." and lows[last - 1] in ("a", "p") and lows[last + 1] == "m" and tokens.glued(last + 1)


def ends_clock(tokens: Tokens, at: int) -> bool:
    """Whether a subject may begin behind the last full stop of a clock time: "at 3 p.m. gunmen", not "a blast at 3 p.m. on Sunday"."""
    low = tokens.lows[at + 1]
    if tokens.lows[at - 1] != "m" or not low[:1].isalpha() or low in syntax().prepositions:
        return False
    form: str = verb_forms().forms.get(low, ("", ""))[1]
    return form != "past"
