"""Whether a number is a part of a whole ("12 of the 90 boats sank") or the whole of a part, and which verb is its own. It knows no rows."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from numclaims.evidence.mentions import Setting
from numclaims.evidence.words import LOWER
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words, read_toml
from numclaims.model import Claim

Role = Literal["", "part", "whole"]

AROUND = 45
"""So many characters on either side of a number may tell of it."""
_OF = r"\s+(?!(?:in|on|at|for|by|because|instead|ahead)\s)(?:[\w-]+\s+){0,2}?(?:out\s+)?of\s+"
_PART = re.compile(rf"{_OF}(?:the|its|their|these|those|them|whom|which|all|more\s+than|about|some|\d)", re.IGNORECASE)
_OF_WHOLE = re.compile(rf"{_OF}(?:(?:the|its|their|these|those|all|a\s+total\s+of|an\s+estimated|some|about)\s+)*", re.IGNORECASE)
_OF_ITS = re.compile(r"([\w-]+)\s+of\s+(?:the|its|their|these|those)\s+$")
_OF_THE = re.compile(r"(?:out\s+)?of\s+(?:the|its|their|these|those|them|all|some|about)\b", re.IGNORECASE)
"""Opens a sentence on parts: "Of the 90 boats, 12 sank", "Of those, 12 sank"."""
_ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?$", re.IGNORECASE)
_PHRASE = 4
"""So many words behind a number its noun phrase may take."""
_AUXILIARIES = frozenset(("was", "were", "is", "are", "has", "have", "had", "be", "been", "who", "that", "which"))


def role_of(claim: Claim, setting: Setting) -> tuple[Role, str, float | None]:
    """Whether a number is a part or a whole, its own verb, and the whole of a part."""
    text = setting.text
    before = text[max(claim.sentence_start, claim.start - AROUND) : claim.start]
    previous, following = setting.neighbours(claim)
    if (previous and _OF_WHOLE.fullmatch(text, previous.end, claim.start)) or _behind_quantifier(before):
        return "whole", _own_verb(claim, text), None
    if _PART.match(text, claim.end) and not _ALL.search(before):
        whole = following if following and _OF_WHOLE.fullmatch(text, claim.end, following.start) else None
        own = claim.action if not whole or claim.action != _own_verb(whole, text) else ""
        return "part", own, whole.value if whole else None
    opening = _OF_THE.match(text, claim.sentence_start)
    if opening and opening.end() < claim.start:
        if not text[opening.end() : claim.start].strip():
            return "whole", _own_verb(claim, text), None
        return "part", claim.action, previous.value if previous else None
    return "", claim.action, None


def _behind_quantifier(before: str) -> bool:
    """Whether a whole is told of which the part is no number: "most of the 40 boats"."""
    match = _OF_ITS.search(before)
    return match is not None and match[1].lower() in _quantifiers()


@cache
def _quantifiers() -> frozenset[str]:
    """The words that take a part of a set: those of evidence.toml and the number words."""
    words = number_words()
    return frozenset((*read_toml("evidence.toml")["quantifiers"]["words"].split(), *words.units, *words.tens))


def _own_verb(claim: Claim, text: str) -> str:
    """The lemma of a verb in the noun phrase of a number: "40 boats raised in May", not "40 boats were raised"."""
    for word in LOWER.findall(text[claim.end : claim.end + AROUND])[:_PHRASE]:
        if word in _AUXILIARIES:
            break
        found = verb_forms().forms.get(word)
        if found and found[1] in ("past", "participle"):
            return found[0]
    return ""
