"""What a text has spoken of so far, so that "it", "they", "of them" and bare numbers find what they refer to. It remembers little and
forgets it after a few sentences.
"""

from __future__ import annotations

from dataclasses import replace

from numclaims.context.clauses import Clauses
from numclaims.context.said import Said
from numclaims.context.verb import Range
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.gazetteer import is_place_name
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_people, is_plural
from numclaims.model import Quantity

_REACH = 100
_SHARES = frozenset(("shares", "stock"))
_MANNER = frozenset("in of over across on at into through aboard".split())
_THINGS = frozenset(("it", "this", "that", "which"))
_MANY = frozenset(("they", "them", "these", "those"))
_PERSONS = frozenset(("he", "she", "him", "who"))
_SPEAKERS = frozenset(("i", "we", "you", "there", "one", "nobody", "everyone"))


class Memory:
    """The last counted noun and the last subjects of a piece of text."""

    __slots__ = (
        "_beside",
        "_counted",
        "_counted_at",
        "_counted_words",
        "_employer",
        "_money",
        "_money_at",
        "_seen",
        "_speaker",
        "_subjects",
        "_tokens",
    )

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._counted, self._counted_at = "", -_REACH
        self._counted_words: Range | None = None
        self._money, self._money_at = "", -_REACH
        self._subjects: list[Range] = []
        self._beside: list[Range] = []
        self._speaker: Range | None = None
        self._employer: Range | None = None
        self._seen = -1

    def counted(self, token: int) -> str:
        """What was counted last, if not too far before this token."""
        return self._counted if token - self._counted_at <= _REACH else ""

    def note(self, item: str, words: Range | None, token: int, sentence: int) -> None:
        """Remember what the number at this token counts, and the words that say so, where they are not those of an earlier item.

        What only says where or how the things counted before in the `sentence` (its first token) were is not taken up later:
        "fired 40 rockets in three salvoes".
        """
        if self._counted_at >= sentence and self._tokens.lows[token - 1] in _MANNER:
            return
        if len(item) > 1:  # "p" of "p < 0.05" is nothing that is counted
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

    def hear(self, speaker: Range | None) -> None:
        """Remember who is cited as somebody that "she" may mean later, also where the name stands behind its verb: "says Ada Byrne"."""
        self._speaker = speaker or self._speaker

    def owned(self, said: Said, clauses: Clauses) -> Said:
        """Shares do nothing themselves, but are somebody's: "Acme's shares fell", "shares in Acme"."""
        item = said.item
        if item is None and said.actor and self._tokens.lows[said.actor[1] - 1] in _SHARES:
            item = said.actor[0] + (clauses.tag(said.actor[0]) == "D"), said.actor[1]
            said = said._replace(item=item, actor=None)
        if item is None or said.actor or self._tokens.lows[item[1] - 1] not in _SHARES:
            return said
        return said._replace(actor=self._holder(item, clauses))

    def _holder(self, shares: Range, clauses: Clauses) -> Range | None:
        """Whose shares are meant: "Acme shares", "shares in Acme Foods", "its shares"."""
        lows, words = self._tokens.lows, self._tokens.words
        if lows[shares[1] - 2] in ("'s", "’s") and shares[1] - 2 > shares[0]:
            return shares[0], shares[1] - 2
        if shares[1] - shares[0] > 1 and all(word[:1].isupper() for word in words[shares[0] : shares[1] - 1]):
            return shares[0], shares[1] - 1
        if lows[shares[0] - 1] in ("its", "their"):
            return self._stood_for("it", shares[0])
        end = start = shares[1] + 1
        while lows[shares[1]] in ("in", "of") and words[end][:1].isupper() and clauses.tag(end) == "N":
            end += 1
        return (start, end) if end > start else None

    def resolve(self, said: Said, clauses: Clauses, source: str) -> tuple[str, str]:
        """The item and actor of a claim as text, pronouns replaced by the subject they most likely stand for; "we" is the `source`."""
        self.learn(clauses)
        item = said.text or self._text(said.item, clauses)
        if said.actor and self._tokens.lows[said.actor[0]] in ("i", "we"):
            return item, source
        actor = self._text(self._company(said.actor), clauses)
        return item, "" if item and actor.lower().removeprefix("the ") == item.lower() else actor

    def words(self, said: Said, clauses: Clauses, source: Range | None) -> tuple[Range | None, Range | None]:
        """The words that item and actor come from, as token ranges; to be asked for after `resolve` and before the next `note`."""
        item = self._counted_words if said.text else self._meant(said.item, clauses)
        if said.actor and self._tokens.lows[said.actor[0]] in ("i", "we"):
            return item, source
        return item, self._meant(self._company(said.actor), clauses)

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
        self._beside.clear()
        for verb in clauses.verbs:
            relative = verb.first - 1 if not verb.subject or verb.subject[1] != verb.first else verb.subject[0] - 1
            if clauses.tag(relative) == "W" and self._tokens.lows[relative] != "who":
                if verb.subject and self._tokens.lows[relative] != "whose":
                    self._beside.append(verb.subject)  # "fell behind Acme, which sold": the next sentence goes on with its own subject
                continue
            if verb.subject and clauses.tag(verb.subject[0]) not in ("R", "Q", "") and verb.subject[1] <= verb.first:
                self._subjects.append(verb.subject)
                self._employer = self._named_company(verb.subject, clauses) or self._employer
        del self._subjects[:-8]

    def _named_company(self, subject: Range, clauses: Clauses) -> Range | None:
        """The company in a subject, known by its name or by what it has: "Acme Foods", "Acme's board", "shares in Acme"."""
        lows, words = self._tokens.lows, self._tokens.words
        if lows[subject[1] - 1] in _SHARES:
            return self._holder(subject, clauses)
        owner = next((at for at in range(subject[0] + 1, subject[1] - 1) if lows[at] in ("'s", "’s")), 0)
        if owner and lows[owner + 1] in roles().company_parts:
            subject = subject[0], owner
        elif lows[subject[1] - 1] not in roles().company_names:
            return None
        named = all(word[:1].isupper() for word in words[subject[0] : subject[1]])
        return subject if named and not is_place_name(lows[subject[0] : subject[1]]) else None

    def _company(self, phrase: Range | None) -> Range | None:
        """Who acts: the company last named where only "the firm" or "the carrier" stands."""
        if phrase is None or self._employer is None or not self.firm(phrase) or phrase[0] - self._employer[0] > _REACH:
            return phrase
        return self._employer

    def firm(self, phrase: Range) -> bool:
        """Whether a phrase only points at a company: "the firm", "the carrier"."""
        lows = self._tokens.lows
        return phrase[1] - phrase[0] == 2 and lows[phrase[0]] == "the" and lows[phrase[1] - 1] in roles().companies

    def _text(self, phrase: Range | None, clauses: Clauses) -> str:
        meant = self._meant(phrase, clauses)
        return self._tokens.printed(*meant) if meant else ""

    def _meant(self, phrase: Range | None, clauses: Clauses) -> Range | None:
        """A phrase itself, or what it stands for where it is a pronoun."""
        if phrase is None:
            return None
        low = self._tokens.lows[phrase[0]]
        if clauses.tag(phrase[0]) != "R" and not (low in _THINGS and phrase[1] - phrase[0] == 1):
            return phrase
        return self._stood_for(low, phrase[0]) if low not in _SPEAKERS else None

    def _stood_for(self, pronoun: str, token: int) -> Range | None:
        """The last subject before a pronoun that agrees with it."""
        known = sorted([*self._subjects, *self._beside, *([self._speaker] if pronoun in _PERSONS and self._speaker else [])])
        for subject in reversed(known):
            if subject[0] < token <= subject[0] + _REACH and self._agrees(pronoun, subject):
                return subject
        return None

    def _agrees(self, pronoun: str, subject: Range) -> bool:
        """Whether a pronoun can mean a subject: "she" a name or a person, "they" a plural, "it" a singular."""
        low, word = self._tokens.lows[subject[1] - 1], self._tokens.words[subject[1] - 1]
        opens = subject[1] - subject[0] == 1 and (subject[0] == 0 or self._tokens.words[subject[0] - 1] in ".?!")
        named = word[:1].isupper() and not (opens and is_plural(low))
        if is_plural(low) and not named:
            return pronoun in _MANY
        return pronoun in _THINGS or (pronoun in _PERSONS and (named or is_people(f"{low}s")))
