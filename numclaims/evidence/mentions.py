"""What stands around a claim in its document, as keys of words: near the number, in its sentence, before it. It knows no rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from numclaims.evidence.periods import Period, period_of
from numclaims.evidence.words import WORD, head, key, keys
from numclaims.model import Analysis, Claim

_COLUMN, _COUNTED, _NEAR, _SENTENCE, _BEFORE = 1.0, 1.0, 0.8, 0.4, 0.25
_REFERRED = 0.5
"""For words of the sentence before, where the sentence refers back to it."""
_REFERENCE = re.compile(r"\b(?:its?|they|them|their|theirs|these|those|this|that|itself|themselves)\b", re.IGNORECASE)
_GROUP_OF = re.compile(r"([^\W\d_]+)\s+of\s+$")
_STEM = 4
_BEHIND = 3
"""So many words behind a number may be what it counts."""


class Setting:
    """The document that claims stand in: its words, its date, and where each claim's stretch of text ends."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.document.full_text
        self._claims = analysis.claims
        self._starts = [claim.start for claim in analysis.claims]
        day = analysis.document.date
        self.today = Period(day, day) if day else None

    @cached_property
    def words(self) -> frozenset[str]:
        """The keys of all words of the document."""
        return frozenset(keys(self.text))

    def period_of(self, claim: Claim) -> Period | None:
        """The time that a claim states, None where it states none that can be read."""
        try:
            return period_of(claim.when)
        except ValueError:
            return None

    def stretch(self, claim: Claim) -> tuple[int, int]:
        """From the claim before to the claim behind, within the sentence."""
        first, last = claim.sentence_start, claim.sentence_start + len(claim.sentence)
        before, behind = self.neighbours(claim)
        if before:
            first = max(first, min(before.end, claim.start))
        if behind:
            last = max(claim.end, min(last, behind.start))
        return first, last

    def neighbours(self, claim: Claim) -> tuple[Claim | None, Claim | None]:
        """The claim before and the claim behind, of any sentence."""
        index = bisect_left(self._starts, claim.start)
        before = self._claims[index - 1] if index > 0 else None
        return before, self._claims[index + 1] if index + 1 < len(self._claims) else None

    def before(self, claim: Claim) -> str:
        """The sentence before the claim's, as far as sentences with claims tell, else a line's worth of text."""
        start = claim.sentence_start
        body = self.text.rfind("\n", 0, max(start - 1, 0)) + 1
        cut = max(self.text.rfind(mark, body, max(start - 2, body)) for mark in (". ", "? ", "! "))
        return self.text[max(cut + 1, body) : start]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Keys of words around a claim. `counted` are those that may name what is counted, `actors` those of actor and subject."""

    columns: frozenset[str]
    counted: frozenset[str]
    actors: frozenset[str]
    near: frozenset[str]
    sentence: frozenset[str]
    before: frozenset[str]
    refers_back: bool

    def strength(self, word: str) -> float:
        """How plainly the claim speaks of what a word names, from 0 to 1."""
        for words, strength in (
            (self.columns, _COLUMN),
            (self.counted, _COUNTED),
            (self.near, _NEAR),
            (self.sentence, _SENTENCE),
            (self.before, _REFERRED if self.refers_back else _BEFORE),
        ):
            if word in words:
                return strength
        return 0.0


def read_mentions(claim: Claim, setting: Setting) -> Mentions:
    """The words around a claim of the document of this setting."""
    first, last = setting.stretch(claim)
    text = setting.text
    near = {*keys(text[first : claim.start]), *keys(text[claim.end : last])}
    behind = _behind(text, claim, last)
    group = _GROUP_OF.search(text, max(0, claim.start - 40), claim.start)
    counted = {head(claim.item), *behind, key(group[1]) if group else ""} - {""}
    return Mentions(
        columns=frozenset((*keys(claim.item), *keys(claim.action), *keys(claim.actor), *keys(claim.subject))),
        counted=frozenset(counted),
        actors=frozenset((*keys(claim.actor), *keys(claim.subject))),
        near=frozenset(near),
        sentence=frozenset(keys(claim.sentence)),
        before=frozenset(keys(setting.before(claim))),
        refers_back=bool(_REFERENCE.search(claim.sentence)),
    )


def _behind(text: str, claim: Claim, last: int) -> list[str]:
    """The keys of the words right behind a claim, up to the end of its phrase."""
    phrase = text[claim.end : last]
    words: list[str] = []
    place = 0
    for match in WORD.finditer(phrase):
        if phrase[place : match.start()].strip(" -‐‑\n") or len(words) == _BEHIND or not (found := key(match[0])):
            break
        words.append(found)
        place = match.end()
    return words


def named(name: frozenset[str], words: frozenset[str]) -> bool:
    """Whether a word of a name, or a relative of it such as "Norwegian" of "Norway", is among the words (all as keys)."""
    return not name.isdisjoint(words) or any(word.startswith(_stem(part)) for part in name if len(part) >= _STEM for word in words)


def _stem(name: str) -> str:
    return name[: max(_STEM, len(name) - 2)]
