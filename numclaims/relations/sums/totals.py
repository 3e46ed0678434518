"""Totals with all their parts: "22 people: 12 men, 7 women and 3 children", "12 men and 7 women, 19 people in all".

Only where the text says that the parts are all there is. A relation "total of" has one "whole" and its "part"s; a part that counts
for several ("each of 1.4 GW" behind two names) is there several times, and a part without a number ("a child") is a
figure that counts one. Members in the role "other" are numbers that could be the whole, or parts, as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import is_plural
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Figure, Member, Relation
from numclaims.relations.amounts import alike, amount
from numclaims.relations.lists.lists import Atom, atoms, is_past, list_words, open_ended
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Surroundings

TOTAL_OF = "total of"

_NESTED_BEFORE = re.compile(r"\b(?:including|among\s+(?:them|whom)|of\s+wh(?:om|ich)|with)\s+(?:the\s+|just\s+|only\s+)?$", re.IGNORECASE)
_NESTED_BEHIND = re.compile(r"\s+(?:of\s+(?:them|whom|which|these|those)|each\b|apiece\b|per\s)")
_COMPARED_BEHIND = re.compile(r"\s+(?:\w+\s+)?(?:more|fewer|less|higher|lower)\s+than\b")
_EACH = re.compile(r"\b(?:each|apiece|every)\b")
_REST = re.compile(
    r"""\b(?:the\s+(?:rest|remainder|others)|others)\b (?!\s+of\s+(?:the|its)\b) (?!\s*,?\s*(?:about|some|or)?\s*[$£€\d])
        (?<!\d\sothers)""",
    re.IGNORECASE | re.VERBOSE,
)
_OVERLAPPING = re.compile(phrases("totals", "overlapping"), re.IGNORECASE)
_BOTH = re.compile(r"\bboth\b", re.IGNORECASE)
_MINUS = re.compile(r"\b(?:less|minus|net\s+of|deducting|before)\s+(?:an?|the|any)\b")
_BEHIND = 160
"""How many characters behind a list may say that its items overlap."""
_MULTIPLE = re.compile(r"\beach\s+(?:of|with|for|at)\s+(?:about\s+|some\s+)?$")
_ONE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_MOST_PARTS = 16


@dataclass(frozen=True, slots=True)
class TotalWords:
    """The words of totals.toml; nouns in the singular."""

    wholes: frozenset[str]
    general: frozenset[str]
    sexes: frozenset[str]
    killed: frozenset[str]
    hurt: frozenset[str]
    harmed: frozenset[str]
    wounding: frozenset[str]
    voters: frozenset[str]
    pots: frozenset[str]


@cache
def total_words() -> TotalWords:
    """The words of totals.toml, read at the first call."""
    return TotalWords(**word_classes(read_toml("totals.toml", "numclaims.relations.sums")["words"]))


@dataclass(slots=True)
class Parts:
    """What a list counts: its numbers, the items that count as one, numbers that may or may not belong, and where it ends."""

    numbers: list[Claim] = field(default_factory=list)
    ones: list[Figure] = field(default_factory=list)
    doubtful: list[Claim] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many parts there are."""
        return len(self.numbers) + len(self.ones)


def total_of(whole: Claim, parts: Parts, words: str, others: Sequence[Claim] = ()) -> Relation:
    """A relation "total of"; `others` could be the whole as well, and so could the doubtful parts be parts."""
    members = (
        Member("whole", whole),
        *(Member("part", number) for number in parts.numbers),
        *(Member("doubtful", number) for number in parts.doubtful),
        *(Member("other", other) for other in others),
    )
    return Relation(TOTAL_OF, members, words.strip(), tuple(parts.ones))


def read_parts(around: Surroundings, start: int, end: int) -> Parts | None:
    """The counted list in a stretch of text; None where it is open, tells what things did, or does not count its items one by one.

    The first number sets the kind and the unit; others of another kind tell of a part ("3 children aged 7") and are passed over.
    """
    text = around.text
    if open_ended(text[start:end], counted=True) or _REST.search(text, start, end) or _MINUS.search(text, start, end):
        return None
    if _OVERLAPPING.search(text, start, end + _BEHIND) or _BOTH.search(text, start, end):
        return None
    parts, names, closed, dangling = Parts(), 0, False, False
    for atom in _chunks(text, start, end):
        inside = [claim for claim in around.within(atom.start, atom.end) if _of_kind(around, claim, parts)]
        if closed and atom.separator == ",":
            parts.doubtful += inside
        elif inside:
            several = names if names > 1 and _MULTIPLE.search(around.before(inside[0], 20)) else 1
            if not _take(around, atom, inside, parts, several):
                return None
            names, closed, dangling = 0, atom.separator in ("and", ", and"), False
        elif parts.numbers and parts.numbers[0].kind == "count" and _ONE.match(text, atom.start, atom.end):
            parts.ones.append(Figure("part", atom.start, atom.end, 1.0))
        else:
            names += 1
            dangling |= (
                not closed and atom.separator in ("and", ", and") and not (parts.numbers and _joint(around, parts.numbers[-1], atom))
            )
    return parts if parts.numbers and 2 <= parts.count <= _MOST_PARTS and not dangling else None


def _of_kind(around: Surroundings, claim: Claim, parts: Parts) -> bool:
    """Whether a number can be counted with the parts so far: of their kind and unit, or with the unit left out."""
    if not amount(claim) or not parts.numbers:
        return amount(claim)
    return alike(claim, parts.numbers[0]) or unit_left_out(around, claim, parts.numbers[0])


def unit_left_out(around: Surroundings, claim: Claim, model: Claim) -> bool:
    """Whether a bare number may have the unit of another: "2,500 tonnes for Alba and 2,000 for Bera"."""
    return model.kind in ("money", "measure") and claim.kind == "count" and around.noun(around.index(claim)) is None


def _take(around: Surroundings, atom: Atom, inside: Sequence[Claim], parts: Parts, several: int) -> bool:
    """Add the numbers of one item to the parts; False where it is no plain item."""
    first = inside[0]
    if _nested(around, first):
        parts.doubtful += inside
        return bool(parts.numbers)
    nested = [claim for claim in inside[1:] if _nested(around, claim)]
    if len(inside) - len(nested) > 1 or not all(countable(around, claim) for claim in inside):
        return False
    if several == 1 and _EACH.search(around.text, atom.start, atom.end):
        return False
    if clausal(around.text, atom, first):
        return False
    parts.numbers += [first] * several
    parts.doubtful += nested
    return True


def clausal(text: str, atom: Atom, claim: Claim) -> bool:
    """Whether an item tells what its things did or had: "12 were hurt", "the Greens hold 12", "7 bought hats"."""
    known, words = verb_forms(), list_words()
    before = [word for word in words_of(text[atom.start : claim.start]) if word[:1].isalpha()]
    if any(word in words.clausal or (word in known.forms and word not in known.others) for word in before):
        return True
    behind = [word for word in words_of(text[claim.end : atom.end]) if word[:1].isalpha()]
    if any(word in words.clausal for word in behind[:4]):
        return True
    if len(behind) < 2 or not is_past(behind[0]):
        return False
    adjective = behind[0].endswith("ed") or behind[0] in known.others
    return not (adjective and is_plural(behind[1]))  # "12 reported cases", "12 lay preachers"


def _joint(around: Surroundings, part: Claim, atom: Atom) -> bool:
    """Whether an item without a number belongs to the noun of the part before it: "77 shops and offices"."""
    noun = around.noun(around.index(part))
    return noun is not None and noun.joint and noun.end >= atom.end


def countable(around: Surroundings, claim: Claim) -> bool:
    """Whether a number can be a total or a part as it stands: one value, no change, no year, no coefficient."""
    if claim.value is None or claim.bound not in ("exact", "about") or claim.change != "none":
        return False
    if around.text[claim.end : claim.end + 1] in ("-", "‑") or _COMPARED_BEHIND.match(around.text, claim.end):
        return False
    if claim.kind != "count":
        return True
    year = 1500 <= claim.value <= 2100 and "," not in claim.text and around.noun(around.index(claim)) is None
    return not year and float(claim.value).is_integer()


def _chunks(text: str, start: int, end: int) -> list[Atom]:
    """The items of a counted list: between semicolons where these part it, else between commas and "and"."""
    found = atoms(text, start, end)
    if sum(atom.separator == ";" for atom in found) < 2:
        return found
    merged: list[Atom] = []
    for atom in found:
        if merged and atom.separator != ";":
            merged[-1] = Atom(merged[-1].start, atom.end, merged[-1].separator, merged[-1].shape)
        else:
            merged.append(atom)
    return merged


def _nested(around: Surroundings, claim: Claim) -> bool:
    """Whether a number counts a part of a part: "10 officers, including 3 sergeants"."""
    if _MULTIPLE.search(around.before(claim, 20)):
        return False
    return bool(_NESTED_BEFORE.search(around.before(claim, 30)) or _NESTED_BEHIND.match(around.after(claim, 20)))
