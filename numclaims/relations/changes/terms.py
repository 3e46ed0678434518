"""What a change is said of: the numbers as they stand, or other terms, another time, another matter between commas. It pairs no numbers."""

from __future__ import annotations

import re
from calendar import month_name

from numclaims.model import Claim
from numclaims.relations.surroundings import Surroundings

_AROUND = 45
"""How many characters before and behind a change and its numbers the words for other terms are looked for."""
_OTHER_TERMS = re.compile(
    r"""\b(?: annual\w*\s+(?:rate|pace|average) | annuali[sz]ed | compound | (?:each|every|per)\s+year | a\s+year\s+on\s+average
        | in\s+real\s+terms
        | (?:after|above|below|for|with)\s+inflation | constant | currenc(?:y|ies) | like-for-like | organic\w* | adjust\w+
        | season\w+ | underlying | comparable
        | excluding | per\s+(?:head|capita) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_INSERTED = re.compile(
    r",\s+(?:after|following|excluding|including|despite|before|net\s+of)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_INSERTION_ENDS = re.compile(r"\s+[a-z]+(?:\s+[\w’'-]+){0,4}\s*,")
_YEARLY = re.compile(
    r"\b(?:year[\s-]on[\s-]year|on\s+the\s+year|(?:from|than|compared\s+with)\s+(?:a\s+year\s+(?:ago|earlier|before)|last\s+year))\b"
)
_OF_A_MONTH = re.compile(
    rf"[^.,;:()\d]{{0,25}}?\b(?:(?:in|for|of|during)\s+(?:{'|'.join(month_name[1:])})\b(?!\s+(?:of\s+)?(?:19|20)\d\d)"
    r"|(?:previous|prior|preceding|last)\s+(?:month|week|quarter)\b)"
)
_YEARLY_FAR = 250
"""How many characters before a change another one may say that a text's changes are yearly ones."""
_BASE_YEAR = re.compile(r"[^.,;]{0,30}\b(?:over|on|from|than|since|versus|against|with)\b[^.,;]{0,30}?\b(?P<year>(?:19|20)\d\d)\b")


def relative(around: Surroundings, change: Claim | None, last: Claim, before: Claim | None = None) -> Claim | None:
    """A change that is told of the numbers as they stand: none at a yearly rate, in real terms, without some part, on another year."""
    if change is None or (before and _on_another_time(around, change, before)):
        return None
    start = max(change.sentence_start, min(change.start, last.start) - _AROUND)
    return None if _OTHER_TERMS.search(around.text, start, max(change.end, last.end) + _AROUND) else change


def _on_another_time(around: Surroundings, change: Claim, before: Claim) -> bool:
    """Whether a change is one on a year, or on a year that it names, and the number before is of a month or names no year."""
    named = _BASE_YEAR.match(around.text, change.end)
    if named and change.start > before.start:
        return named["year"] not in around.text[before.sentence_start : change.start]
    yearly = _YEARLY.search(around.text, max(0, change.start - _YEARLY_FAR), change.end + _AROUND)
    return bool(yearly and _OF_A_MONTH.match(around.text, before.end))


def in_other_terms(around: Surroundings, start: int, end: int) -> bool:
    """Whether the words around a stretch of text speak of another change than that of the numbers as they stand."""
    return bool(_OTHER_TERMS.search(around.text, max(0, start - _AROUND), end + _AROUND))


def inserted(around: Surroundings, claim: Claim) -> bool:
    """Whether a number belongs to a phrase between commas: "a profit of $40 million, after a $9 million charge, up from $31 million"."""
    return bool(_INSERTED.search(around.before(claim, 50)) and _INSERTION_ENDS.match(around.text, claim.end))
