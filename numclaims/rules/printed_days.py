"""Which days a date in the text names, and whether it is a date at all: "28 to 31 November", not "in November 31 people died".

It reads the words around a date that the grammar found. Whether the calendar has the day is for the rule to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import DateMention
from numclaims.relations.surroundings import is_verb, noun_at

_JOIN = r"(?:st|nd|rd|th)?\s*(?:[-–—]|(?:,\s*)?(?:and|or|to|until|till|through)\b)\s*"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SECOND = re.compile(rf"(?<![\d\-–/.])(?P<first>\d{{1,2}}){_JOIN}{_DAY}(?![\d\-–/])")
_LATER = re.compile(rf"(?:,\s*\d{{1,2}}){{0,5}}{_JOIN}{_DAY}(?=\s*(?:[;:!?)]|[.,](?!\d)|$)|\s+(?:are|were|was|will)\b)", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?:[A-Z][a-z]+,?\s+)?[A-Z][a-z]{2,}\.?\s+\d{1,2}$")
_LISTED = re.compile(r"\s*,\s*\d[\d,.]*\s*(?:,|and\b|or\b|to\b|-)")
_COMPOUND = re.compile(r"[-‐‑][^\W\d_]")
_NEXT = re.compile(r"\s*(%|[^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)\s+$")
_NAMED = re.compile(r"\s+(?P<word>[A-Z][a-z]+)")
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_NEAR = 30
_SPOKEN_OF = re.compile(
    r"""\b(?: no\s+such | not\s+exist | n['’]t\s+exist | never\s+exist\w* | non-?existent | impossible | fictitious | fictional | imaginary
          | hypothetical | joke\w* | there\s+(?:is|was|are|were|will\s+be|would\s+be)\s+no\s+(?:\d|leap|date|day) | ha(?:s|d|ve)\s+no\s+\d
          | invalid | typo\w* | misprint\w* | misdated | mistakenly | wrongly | erroneous\w* | by\s+mistake | bugs?
          | (?:typing|clerical|printing|printer['’]s)\s+errors? | not\s+(?:a\s+)?real | instead\s+of | rather\s+than
        )""",
    re.IGNORECASE | re.VERBOSE,
)
_FEBRUARY_SPOKEN_OF = re.compile(
    r"\b(?:calendars?|(?:Old|New)\s+Style|O\.?S\b|Swed(?:en|ish)|(?:no|not|never|non|n['’]t)\W{1,3}(?:\w+\s+){0,3}leap)", re.IGNORECASE
)
_FEBRUARY = 2
_AROUND = 120


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words of dates.toml."""

    months_only: frozenset[str]
    streets: frozenset[str]
    names: frozenset[str]
    parts: frozenset[str]


@cache
def date_words() -> DateWords:
    """The words of dates.toml, read at the first call."""
    return DateWords(**word_classes(read_toml("dates.toml", "numclaims.rules")["around"]))


def days_named(text: str, mention: DateMention) -> tuple[tuple[int, int], ...]:
    """The days that a date names, each with the offset where it ends: (28, _) and (31, _) of "28 to 31 November".

    A second day is read before the month ("28 and 31 November"), glued to it ("June 30-31") and, where nothing is counted
    behind it, after it ("June 30 and 31."). A falling pair is no pair of days: "November 31-17" is a score.
    """
    days = [(mention.day, mention.end)]
    named = any(character.isalpha() for character in mention.text)
    inside = _SECOND.search(mention.text) if named else None
    if inside:
        days = [(int(inside["first"]), mention.end), (int(inside["day"]), mention.end)]
    elif _MONTH_FIRST.fullmatch(mention.text) and (later := _LATER.match(text, mention.end)):
        days.append((int(later["day"]), later.end()))
    return tuple(days) if len(days) == 1 or days[0][0] < days[1][0] else ()


def may_count(text: str, mention: DateMention) -> bool:
    """Whether the number of a date without a year may count what follows it, or be part of an address or a name."""
    if mention.year:
        return False
    before = _LAST.search(text, max(0, mention.start - _NEAR), mention.start)
    word = before[1] if before else ""
    if _named(text, mention, word.lower()) or _COMPOUND.match(text, mention.end):
        return True
    month_first = bool(_MONTH_FIRST.fullmatch(mention.text))
    if month_first and (word.lower() in date_words().months_only or _list_of_counts(text, mention.end)):
        return True
    return _counted(text, mention, word, month_first=month_first)


def _list_of_counts(text: str, end: int) -> bool:
    """ "in April 31, 32 and 33 pupils", not "September 29, 30 and 31."."""
    return bool(_LISTED.match(text, end)) and not _LATER.match(text, end)


def _named(text: str, mention: DateMention, before: str) -> bool:
    """ "31 November Street", "the 31 June Movement", a title in quotation marks."""
    opening = text[mention.start - 1 : mention.start]
    if opening in _QUOTES and text[mention.end : mention.end + 1] == _QUOTES[opening]:
        return True
    behind = _NAMED.match(text, mention.end)
    if not behind:
        return False
    return behind["word"].lower() in date_words().streets or before in date_words().names


def _counted(text: str, mention: DateMention, before: str, *, month_first: bool) -> bool:
    """Whether a noun, a unit or a verb behind the number makes it a count: "by February 30 percent", "after 31 June deaths"."""
    behind = _NEXT.match(text, mention.end)
    if not behind:
        return False
    word = behind[1].lower()
    if month_first and (word in date_words().parts or (word in unit_lexicon().symbols and word not in syntax().function)):
        return True
    noun = noun_at(text, mention.end)
    if noun is not None and noun.plural:
        return before.lower() not in syntax().determiners if month_first else before != "On"
    return month_first and before.lower() != "on" and (word in syntax().auxiliaries or is_verb(word))


def spoken_of(text: str, mention: DateMention) -> bool:
    """Whether the words around a date speak of it as a day that is not there, or of another calendar."""
    start, end = max(0, mention.start - _AROUND), mention.end + _AROUND
    if text[start : mention.start].endswith(("not ", "a ")) and not noun_at(text, mention.end):
        return True
    return bool(_SPOKEN_OF.search(text, start, end) or (mention.month == _FEBRUARY and _FEBRUARY_SPOKEN_OF.search(text, start, end)))
