"""Who is cited for the numbers of a sentence: the subject of a reporting verb, or what follows "according to". It judges one sentence."""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens

__all__ = ["Sources"]

_REPORTING = frozenset(
    """said says say told tells announced announces reported reports confirmed confirms estimated estimates estimate claimed claims added
    warned warns noted notes explained explains argued argues reckons reckoned calculates calculated counts counted puts put states stated
    shows show showed suggests suggested finds found lists listed writes wrote believes believed thinks pointed""".split()
)


class Sources:
    """The citations of a piece of text."""

    __slots__ = ("_tokens",)

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def of(self, sentence: tuple[int, int]) -> str:
        """The source cited in a sentence (token range), "" where none is."""
        tokens, (first, after) = self._tokens, sentence
        for at in range(first, after):
            if tokens.lows[at] == "according" and tokens.lows[at + 1] == "to":
                return self._words(at + 2, after)
        for at in range(first, after):
            if tokens.lows[at] in _REPORTING:
                return self._back(at, first)
        return ""

    def _words(self, start: int, stop: int) -> str:
        end = start
        while end < stop and tokens_word(self._tokens.words[end]):
            end += 1
        return self._tokens.text[self._tokens.starts[start] : self._tokens.ends[end - 1]] if end > start else ""

    def _back(self, at: int, first: int) -> str:
        start = at
        while start > first and tokens_word(self._tokens.words[start - 1]):
            start -= 1
        return self._tokens.text[self._tokens.starts[start] : self._tokens.ends[at - 1]] if at > start else ""


def tokens_word(word: str) -> bool:
    """Whether a token is a word, not a mark."""
    return word[:1].isalnum()
