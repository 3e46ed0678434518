"""The words around the claims of a document: the noun behind a number, what stands between two, which sets are named there.

It reads short stretches of the text by word forms and the list in sets.toml. It compares no numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import cache, cached_property
from itertools import pairwise

from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.tokens import Tokens, words_of
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Analysis, Claim

_BEHIND = 90
"""How many characters behind a number its noun is looked for."""
_PHRASE_END = re.compile(r"[.,;:()!?](?!\d)")
"""A mark that no noun phrase goes past."""
_WORD = re.compile(r"[^\W\d_]+")
_GOES_ON = ("-", "‐", "‑", "'", "’")
"""Marks behind which the word before may be part of another: "T-72 tanks"."""
_WORD_WITHIN = 50
"""How many characters before a number its last word is looked for."""
_NO_SPACE = re.compile(r"\S")
_LETTERS = re.compile(r"[a-z]+")
_SPACED = {code: " " for code in range(128) if not chr(code).isalpha()}
"""Sets the letters of an ASCII text apart from all else."""
_PERIODS = frozenset(("seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years", "decades"))
_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
}


VERB_BEFORE = re.compile(r"\b(\w+)\s+(?:(?:down|out|up|off|back)\s+)?$")
"""A verb that ends a stretch of text, its particle passed over: "shot down "."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun behind a number: its head in the singular, the words before the head, and the offset where the phrase ends.

    `plural` is false for "12 dairy"; `owner` is true for "9 members' votes"; `joint` for "12 homes and businesses".
    """

    head: str
    modifiers: frozenset[str]
    end: int
    plural: bool = True
    owner: bool = False
    joint: bool = False


class Surroundings:
    """A document's claims and dates in text order, with the text around them and the day of writing, if known.

    Nouns and words are read when first asked for. `lower` is the text in lower case with the same offsets, in which phrases are found
    faster than in any letter case. `markers` keeps what the words before claims were read as, by the claims' offsets.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.document.full_text
        self.lower = _lowered(self.text)
        self.body_start = analysis.document.body_start
        self.claims = analysis.claims
        self.dates = analysis.dates
        self.written = analysis.document.date
        self._nouns: dict[int, Noun | None] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._last: dict[int, str] = {}
        self.markers: dict[int, str] = {}
        self.starts = [claim.start for claim in analysis.claims]
        self._indices = {claim.start: index for index, claim in enumerate(analysis.claims)}

    def index(self, claim: Claim) -> int:
        """The place of one of the document's claims in `claims`."""
        return self._indices[claim.start]

    def within(self, start: int, end: int) -> tuple[Claim, ...]:
        """The claims that begin in a stretch of the text."""
        return self.claims[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences with claims, each as the index of its first claim in `claims` and the one behind its last."""
        firsts = [at for at, claim in enumerate(self.claims) if not at or claim.sentence_start != self.claims[at - 1].sentence_start]
        return list(pairwise((*firsts, len(self.claims))))

    def sentence_at(self, offset: int) -> tuple[int, int] | None:
        """The sentence that holds an offset, if one with claims does: where it begins and where the next one does, or the text ends."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at < 0:
            return None
        claim = self.claims[self.sentences[at][0]]
        end = claim.sentence_start + len(claim.sentence)
        if offset >= end or end <= claim.end:  # a claim that goes past its sentence prolongs it
            return None
        following = _NO_SPACE.search(self.text, end)
        return claim.sentence_start, following.start() if following else len(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [self.claims[first].sentence_start for first, _ in self.sentences]

    def counts_at(self, offset: int) -> bool:
        """Whether a count begins at an offset of the text."""
        index = self._indices.get(offset)
        return index is not None and self.claims[index].kind == "count"

    def starts_at(self, offset: int) -> bool:
        """Whether a claim begins at an offset of the text."""
        return offset in self._indices

    def noun(self, index: int) -> Noun | None:
        """The noun right behind the claim with this index in `claims`; None where a verb, a preposition or a mark follows."""
        if index not in self._nouns:
            claim = self.claims[index]
            self._nouns[index] = noun_at(self.text, claim.end, counted=(claim.value or 2) > 1)
        return self._nouns[index]

    def words(self, claim: Claim) -> frozenset[str]:
        """The words of a claim's sentence, as lower-cased runs of the letters a to z: no phrase stands there of which one is missing."""
        start = claim.sentence_start
        found = self._words.get(start)
        if found is None:
            sentence = self.lower[start : start + len(claim.sentence)]
            found = frozenset(sentence.translate(_SPACED).split() if sentence.isascii() else _LETTERS.findall(sentence))
            self._words[start] = found
        return found

    def last_word(self, claim: Claim) -> str:
        """The last letters a to z before a claim in its sentence, lower-cased, whatever marks stand beside them; "" for none."""
        known = self._last.get(claim.start)
        if known is None:
            piece = "".join(self.lower[max(claim.sentence_start, claim.start - _WORD_WITHIN) : claim.start].rsplit(None, 1)[-1:])
            letters = None if piece.isalpha() and piece.isascii() else _LETTERS.findall(piece)
            known = self._last[claim.start] = piece if letters is None else "".join(letters[-1:])
        return known

    def between(self, first: Claim, second: Claim) -> str:
        """The text from the end of one claim to the start of a later one."""
        return self.text[first.end : second.start]

    def before(self, claim: Claim, size: int = 60) -> str:
        """What stands before a claim in its sentence, no more than `size` characters of it."""
        return self.text[max(claim.sentence_start, claim.start - size) : claim.start]

    def after(self, claim: Claim, size: int = 60) -> str:
        """What stands behind a claim in its sentence, no more than `size` characters of it."""
        return self.text[claim.end : min(claim.sentence_start + len(claim.sentence), claim.end + size)]

    def next_to(self, earlier: Claim, later: Claim) -> bool:
        """Whether two claims stand in one sentence, or in two that follow each other within a paragraph."""
        if earlier.sentence_start == later.sentence_start:
            return True
        gap = self.text[earlier.sentence_start + len(earlier.sentence) : later.sentence_start]
        return not gap.strip() and gap.count("\n") < 2


def _lowered(text: str) -> str:
    """A text in lower case, without the letters that would become two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def years_near(written: date) -> range:
    """The years before, of and after the day of writing, as far as the calendar has them."""
    return range(max(MINYEAR, written.year - 1), min(MAXYEAR, written.year + 1) + 1)


def moved(day: date, days: int) -> date:
    """The day so many days later, earlier where negative; the first or the last day of the calendar where it has no such day."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def noun_at(text: str, offset: int, *, counted: bool = True) -> Noun | None:
    """The noun phrase that begins at an offset of a text, behind at most one space. None where none does."""
    start = offset + 1
    if text[offset:start] != " " or not _may_begin(text, start):
        return None
    mark = _PHRASE_END.search(text, start, start + _BEHIND)
    tokens = Tokens(text[start : mark.end() if mark else start + _BEHIND])
    end = noun_phrase(tokens, 0, counted=counted)
    if end == 0:
        return None
    words = tokens.lows[:end]
    heads = [at for at, word in enumerate(words) if is_plural(word)]
    head = heads[-1] if heads else end - 1
    stop = start + tokens.ends[head]
    owner = "'s" in words[:head] or "’s" in words[:head] or text[stop : stop + 1] in ("'", "’")
    return Noun(
        head=singular(words[head]),
        modifiers=frozenset(words[:head]),
        end=stop,
        plural=bool(heads),
        owner=owner,
        joint="and" in words or "&" in words,
    )


def _may_begin(text: str, start: int) -> bool:
    """Whether a noun phrase may begin at an offset of a text: not with a mark, a number or a word that can be in none."""
    first = _WORD.match(text, start)
    if first is None:
        return False
    low, classes = first[0].lower(), syntax()
    if low not in classes.stops or text[first.end() : first.end() + 1] in _GOES_ON:
        return True
    return low not in classes.function and low.endswith("s")


def singular(word: str) -> str:
    """A lower-cased noun in the singular, by its ending; good enough to compare two nouns, not for print."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if not word.endswith("s") or not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]


def one_set(text: str) -> bool:
    """Whether a stretch between a counted noun and a pronoun names no other set that the pronoun could mean.

    The subject of the verb right before the pronoun's number is no such set: "air defences shot down 56 of them".
    """
    lows, words = words_of(text), sets()
    for at, low in enumerate(lows):
        if low in words.quantifiers or low in words.groups or (low in words.adjectives and lows[at - 1 : at] == ["the"]):
            return False
        if is_plural(low) and low not in _PERIODS and not _verb_follows(lows[at + 1 :]):
            return False
    return True


def _verb_follows(words: list[str]) -> bool:
    known = sets()
    verbs = [word for word in words if word not in known.particles]
    return 0 < len(verbs) <= 2 and len(words) <= 5 and all(is_verb(word) for word in verbs)


def is_verb(word: str) -> bool:
    """Whether a lower-cased word looks like a past tense or a participle."""
    return word in sets().irregular or (len(word) > 4 and word.endswith(("ed", "ing")))


def same_kind(one: Noun, other: Noun) -> bool:
    """Whether things called by these nouns can be counted together: drones and drones, children and people."""
    if one.head == other.head:
        return True
    return any(one.head in kind and other.head in kind for kind in sets().kinds.values())


def other_kind(one: Noun, other: Noun) -> bool:
    """Whether a noun surely names other things than the first one's kind does: dogs and people, cars and buildings."""
    kind = next((words for words in sets().kinds.values() if one.head in words), None)
    return kind is not None and one.head != other.head and other.head not in kind


def is_person(noun: Noun) -> bool:
    """Whether a noun names people, by the list of those that do or by its ending: "ministers", "florists", "trainees"."""
    return noun.head in sets().kinds["person"] or noun.head.endswith(tuple(sets().doers))


@dataclass(frozen=True, slots=True)
class Sets:
    """The words of sets.toml; `kinds` are sets of nouns in the singular, `deeds` and `befallen` map verbs and
    nouns to what was done, `nouns` are those of a tally."""

    groups: frozenset[str]
    quantifiers: frozenset[str]
    adjectives: frozenset[str]
    particles: frozenset[str]
    irregular: frozenset[str]
    launched: frozenset[str]
    stopped: frozenset[str]
    fate: frozenset[str]
    introducing: frozenset[str]
    wishes: frozenset[str]
    doers: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    deeds: Mapping[str, str]
    befallen: Mapping[str, str]
    nouns: frozenset[str]
    intransitive: frozenset[str]


@cache
def sets() -> Sets:
    """The words of sets.toml, read at the first call."""
    tables = read_toml("sets.toml", "numclaims.relations")
    classes = word_classes(tables["other_sets"], tables["verbs"], tables["tallies"])
    kinds = {name: frozenset(singular(word) for word in words.split()) for name, words in tables["kinds"].items()}
    deeds, befallen = ({word: deed for deed, words in tables[name].items() for word in words.split()} for name in ("deeds", "befallen"))
    return Sets(**classes, kinds=kinds, deeds=deeds, befallen=befallen)
