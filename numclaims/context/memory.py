"""What a text has spoken of so far, so that "it", "they", "of them" and bare numbers find what they refer to. It remembers little and
forgets it after a few sentences.
"""

from __future__ import annotations

from dataclasses import replace

from numclaims.context.clauses import Clauses
from numclaims.context.said import Said
from numclaims.context.verb import Range
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.syntax import is_plural
from numclaims.model import Quantity

_REACH = 100
_THINGS = frozenset(("it", "this", "that", "which"))
_MANY = frozenset(("they", "these", "those"))
_PERSONS = frozenset(("he", "she", "who"))
_SPEAKERS = frozenset(("i", "we", "you", "there", "one", "nobody", "everyone"))


class Memory:
    """The last counted noun and the last subjects of a piece of text."""

    __slots__ = ("_counted", "_counted_at", "_counted_words", "_money", "_money_at", "_seen", "_subjects", "_tokens")

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._counted, self._counted_at = "", -_REACH
        self._counted_words: Range | None = None
        self._money, self._money_at = "", -_REACH
        self._subjects: list[Range] = []
        self._seen = -1

    def counted(self, token: int) -> str:
        """What was counted last, if not too far before this token."""
        return self._counted if token - self._counted_at <= _REACH else ""

    def note(self, item: str, words: Range | None, token: int) -> None:
        """Remember what the number at this token counts, and the words that say so, where they are not those of an earlier item."""
        if item:
            self._counted, self._counted_at = item, token
            self._counted_words = words or self._counted_words

    def priced(self, quantity: Quantity, token: int, *, counted: bool, converted: str, conversion: bool) -> Quantity:
        """A bare large number takes the currency of the last large amount: "2.41 billion kroner; analysts had looked for 2.6 billion".

        `counted` says that a noun behind the number says what it counts; `converted` is the currency that a bracket right behind
        converts it into ("2.38 million ($22,000)"), and `conversion` says that the number itself stands in such a bracket. A large number
        of things in between is what the next bare one takes up: "$1.3 billion ... 8.4 million passengers, against 7.6 million".
        """
        large = (quantity.value or quantity.high or 0.0) >= 1e6 and (quantity.step != 1 or bool(converted))
        if converted and converted == self._money:
            return quantity
        if quantity.kind == "money" and not conversion:
            self._money, self._money_at = quantity.unit, token
        elif quantity.unit == "" and quantity.kind == "count" and large:
            if self._money and not counted and token - self._money_at <= _REACH:
                return replace(quantity, kind="money", unit=self._money)
            self._money = ""
        return quantity

    def resolve(self, said: Said, clauses: Clauses, source: str) -> tuple[str, str]:
        """The item and actor of a claim as text, pronouns replaced by the subject they most likely stand for; "we" is the `source`."""
        self.learn(clauses)
        item = said.text or self._text(said.item, clauses)
        if said.actor and self._tokens.lows[said.actor[0]] in ("i", "we"):
            return item, source
        actor = self._text(said.actor, clauses)
        return item, "" if item and actor.lower().removeprefix("the ") == item.lower() else actor

    def words(self, said: Said, clauses: Clauses, source: Range | None) -> tuple[Range | None, Range | None]:
        """The words that item and actor come from, as token ranges; to be asked for after `resolve` and before the next `note`."""
        item = self._counted_words if said.text else self._meant(said.item, clauses)
        if said.actor and self._tokens.lows[said.actor[0]] in ("i", "we"):
            return item, source
        return item, self._meant(said.actor, clauses)

    def subject(self, said: Said, clauses: Clauses) -> str:
        """The whole subject of the verb that governs a claim, or what its clause begins with."""
        verb = said.verb
        if said.bracketed:
            return self._text(said.bracketed, clauses)
        phrase = verb.subject if verb and verb.subject else clauses.opening
        return self._text(phrase, clauses)

    def learn(self, clauses: Clauses) -> None:
        """Remember the subjects of a sentence, unless a later one is known."""
        if clauses.first <= self._seen:
            return
        self._seen = clauses.first
        for verb in clauses.verbs:
            if verb.subject and clauses.tag(verb.subject[0]) not in ("R", "Q", "") and verb.subject[1] <= verb.first:
                self._subjects.append(verb.subject)
        del self._subjects[:-8]

    def _text(self, phrase: Range | None, clauses: Clauses) -> str:
        meant = self._meant(phrase, clauses)
        return self._tokens.printed(*meant) if meant else ""

    def _meant(self, phrase: Range | None, clauses: Clauses) -> Range | None:
        """A phrase itself, or what it stands for where it is a pronoun."""
        if phrase is None:
            return None
        low = self._tokens.lows[phrase[0]]
        if clauses.tag(phrase[0]) != "R" and low not in _THINGS:
            return phrase
        return self._stood_for(low, phrase[0]) if low not in _SPEAKERS else None

    def _stood_for(self, pronoun: str, token: int) -> Range | None:
        """The last subject before a pronoun that agrees with it."""
        tokens = self._tokens
        for subject in reversed(self._subjects):
            first, last = subject[0], subject[1] - 1
            if first >= token or token - first > _REACH:
                continue
            plural = is_plural(tokens.lows[last]) and not tokens.words[last][:1].isupper()
            if (
                (pronoun in _MANY and plural)
                or (pronoun in _PERSONS and tokens.words[first][:1].isupper() and not plural)
                or (pronoun in _THINGS and not plural)
            ):
                return subject
        return None
