"""Marks at the head of a line that set out list items and quotations: "- 12 shops", "> 12 people", "2. 40 people".

They belong to the page, not to the number behind them: no minus sign, no "more than", no claim.
"""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens

_MARKS = frozenset("-–—−*+•·▪◦‣●○>")
_DEEPEST = 4
_NEAR = 1000
_ENDS = frozenset(".:;!?")


def is_list_mark(tokens: Tokens, index: int) -> bool:
    """Whether the mark at a token opens a line, with a space behind it and nothing but such marks before it."""
    for at in range(index, max(-1, index - _DEEPEST), -1):
        if tokens.words[at] not in _MARKS or tokens.glued(at + 1):
            return False
        if tokens.heads_line(at):
            return True
    return False


def is_list_number(tokens: Tokens, index: int) -> bool:
    """Whether the number at a token, with a full stop behind it, only numbers an item that begins with a number itself.

    The first item needs an end before it, a later one the item before it, so that a sentence that runs on over the end of a line
    ("the toll rose to\n12. 40 people") keeps its number.
    """
    word, mark = tokens.words[index], index + 1
    if tokens.words[mark] != "." or tokens.starts[mark + 1] <= tokens.ends[mark] or tokens.heads_line(mark + 1):
        return False
    if not tokens.heads_line(index) and not is_list_mark(tokens, index - 1):
        return False
    if word == "1":
        return index == 0 or tokens.breaks(index) or tokens.words[index - 1] in _ENDS or tokens.words[index - 1] in _MARKS
    before, start = f"{int(word) - 1}. ", tokens.starts[index]
    return tokens.text.rfind("\n" + before, max(0, start - _NEAR), start) >= 0 or tokens.text.startswith(before, 0, start)
