"""What a text has spoken of so far, so that "it", "they", "of them" and bare numbers find what they refer to. It remembers little and
forgets it after a few sentences.
"""

from __future__ import annotations

from numclaims.context.clauses import Clauses, Range
from numclaims.context.items import Said, phrase_text
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.syntax import is_plural

_REACH = 100
_THINGS = frozenset(("it", "this", "that", "which"))
_MANY = frozenset(("they", "these", "those"))
_PERSONS = frozenset(("he", "she", "who"))
_SPEAKERS = frozenset(("i", "we", "you", "there", "one", "nobody", "everyone"))


class Memory:
    """The last counted noun and the last subjects of a piece of text."""

    __slots__ = ("_counted", "_counted_at", "_seen", "_subjects", "_tokens")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._counted, self._counted_at = "", -_REACH
        self._subjects: list[tuple[int, str, bool]] = []
        self._seen = -1

    def counted(self, token: int) -> str:
        """What was counted last, if not too far before this token."""
        return self._counted if token - self._counted_at <= _REACH else ""

    def note(self, item: str, token: int) -> None:
        """Remember what the number at this token counts."""
        if item:
            self._counted, self._counted_at = item, token

    def resolve(self, said: Said, clauses: Clauses) -> tuple[str, str]:
        """The item and actor of a claim as text, pronouns replaced by the subject they most likely stand for."""
        self._learn(clauses)
        item = said.text or self._text(said.item, clauses)
        return item, self._text(said.actor, clauses)

    def subject(self, said: Said, clauses: Clauses) -> str:
        """The whole subject of the verb that governs a claim, or what its clause begins with."""
        verb = said.verb
        phrase = verb.subject if verb and verb.subject else clauses.opening()
        return self._text(phrase, clauses)

    def _learn(self, clauses: Clauses) -> None:
        if clauses.first <= self._seen:
            return
        self._seen = clauses.first
        for verb in clauses.verbs:
            if verb.subject and clauses.tag(verb.subject[0]) not in ("R", "Q", "") and verb.subject[1] <= verb.first:
                last = self._tokens.lows[verb.subject[1] - 1]
                self._subjects.append((verb.subject[0], phrase_text(self._tokens, verb.subject), is_plural(last)))
        del self._subjects[:-8]

    def _text(self, phrase: Range | None, clauses: Clauses) -> str:
        if phrase is None:
            return ""
        low = self._tokens.lows[phrase[0]]
        if clauses.tag(phrase[0]) != "R" and low not in _THINGS:
            return phrase_text(self._tokens, phrase)
        return self._stood_for(low, phrase[0]) if low not in _SPEAKERS else ""

    def _stood_for(self, pronoun: str, token: int) -> str:
        """The last subject before a pronoun that agrees with it."""
        for at, text, plural in reversed(self._subjects):
            if at >= token or token - at > _REACH:
                continue
            if pronoun in _MANY and plural or pronoun in _PERSONS and text[:1].isupper() and not plural or pronoun in _THINGS and not plural:
                return text
        return ""
