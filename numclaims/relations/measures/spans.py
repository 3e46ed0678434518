"""Two numbers that their words make the ends of one range: "in a range of 4% to 6%", "some 700-900 people", "anywhere from 6 to 9 weeks".

Only what can be nothing but a range is read: no scores, odds, ratios, hours, ends cut short ("120-30") or ends of two scales. Whether the
lower end comes first, and whether a fall is meant, is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml
from numclaims.model import Figure, Relation
from numclaims.relations.phrases import any_of
from numclaims.relations.surroundings import Surroundings, noun_at

SPANNED = "spanned"
"""The figures "first" and "second", the ends of a range as they are printed."""

_CLOCK_MINUTES, _CLOCK_HOURS = 30, 12
_SCALED = 10
"""So many times the second number, the first is of a smaller scale than the one printed behind both: "900 to 1.2 million"."""
_SHORT = 2
"""An end of no more digits may leave out those it shares with the other one: "120-30"."""
_DECIMAL = r"[£$€]?(?P<{}>\d{{1,3}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,3}})?|\d{{1,9}}(?:\.\d{{1,3}})?)(?!\d)"
_SHARE = r"(?:\s?%|\s+per\s?cent\b)?"
_BETWEEN = re.compile(r"[-–oO]\s*[£$€]?\d")
"""The end of what stands between two numbers: of a dash or of "to"."""
_BEHIND_NUMBER = re.compile(r"[\d%tT](?:\s?[-–]|\s+[tT][oO])\Z")
"""The same up to that end: behind "4", "4%", "4 per cent"."""
_SPACE = 8
_LEAD_WITHIN = 80
"""How many characters before and behind what stands between two numbers their range is looked for."""
_MAGNITUDE = re.compile(r"\s?(?:thousand|million|billion|trillion|bn|mn|m|k|crore|lakh)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpanWords:
    """The words of spans.toml: the pattern of a range with its lead, and what makes two numbers a pair of another sort."""

    pattern: re.Pattern[str]
    pairs: frozenset[str]


@cache
def span_words() -> SpanWords:
    """The words of spans.toml, read at the first call."""
    tables = read_toml("spans.toml", "numclaims.relations.measures")
    leads = "|".join(
        f"(?P<{name}>{any_of(' '.join(phrase.split()) for phrase in listed.split('|'))})" for name, listed in tables["leads"].items()
    )
    first, second = _DECIMAL.format("first"), _DECIMAL.format("second")
    pattern = rf"\b(?:{leads})\s{first}{_SHARE}(?:\s?(?P<dash>[-–])\s?|\s+to\s+){second}{_SHARE}(?![-–.,/:]?\d|\s?[-–]|\s+to\s)"
    return SpanWords(re.compile(pattern.replace(r"\ ", r"\s+"), re.IGNORECASE), frozenset(tables["behind"]["pairs"].split()))


def spanned(around: Surroundings) -> Iterator[Relation]:
    """The ranges of a document that a word before them and, behind a plain "some", the things named make certain."""
    text = around.text
    for match in _with_lead(text):
        first, second = (float(match[end].replace(",", "")) for end in ("first", "second"))
        if second > 1 and not _open(text, match, first, second):
            ends = (Figure(end, *match.span(end), value) for end, value in (("first", first), ("second", second)))
            yield Relation(SPANNED, figures=tuple(ends), words=match.string[match.start() : match.start("first")])


def _with_lead(text: str) -> Iterator[re.Match[str]]:
    """The ranges of a text with their leads, each sought around what stands between two numbers: in most texts there is little of that."""
    pattern, end = span_words().pattern, 0
    for between in _BETWEEN.finditer(text):
        if between.start() < end or not _BEHIND_NUMBER.search(text, max(0, between.start() - _SPACE), between.start() + 1):
            continue
        match = pattern.search(text, max(end, between.start() - _LEAD_WITHIN), between.end() + _LEAD_WITHIN)
        if match:
            end = match.end()
            yield match


def _cut_short(first: str, second: str) -> bool:
    """Whether a second end leaves out the digits it shares with the first: "120-30" for 120 to 130."""
    if len(second) > _SHORT or len(first) <= len(second) or "." in first + second:
        return False
    return float(first[: -len(second)] + second) > float(first)


def _open(text: str, match: re.Match[str], first: float, second: float) -> bool:
    """Whether two numbers may be something else than the two ends of a range."""
    if match["dash"] and _cut_short(match["first"].replace(",", ""), match["second"]):
        return True
    if _MAGNITUDE.match(text, match.end()) and first >= second * _SCALED:
        return True
    word = re.match(r"[\s-]*([^\W\d]+(?:['’.][a-z]+)*)", text[match.end() : match.end() + 20])
    if word and word[1].lower().rstrip(".") in span_words().pairs:
        return True
    if match["certain"]:
        return False
    if not match["dash"] and first <= _CLOCK_MINUTES and second <= _CLOCK_HOURS and first % 5 == 0:
        return True  # "at about 20 to 8 trains stopped"
    noun = noun_at(text, match.end())
    return not (match[0][-1] == "%" or (noun and noun.plural))
