"""How rules write numbers and spans into a check. It knows claims and offsets, no rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import month_name, monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from numclaims.interval import Interval, allowed
from numclaims.model import Analysis, Check, Claim, DateMention, Figure, Moment, Span

_PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ROUNDED_FROM = 1000
_ROUNDED_BY = 0.02
"""A count of a thousand or more that ends in zeros may be rounded, but hardly by more than this share of itself."""


_FIRST_YEAR = 1000
"""The first year that texts are read to name."""


def check(
    rule: str, analysis: Analysis, claims: Sequence[Claim], *, holds: bool, message: str, expected: str = "", found: str = ""
) -> Check:
    """A check of some claims of a document, its spans in the order in which `claims` are given."""
    spans = tuple(span(analysis, claim.start, claim.end) for claim in claims)
    return Check(rule, holds, message, spans, tuple(claim.claim for claim in claims), expected, found)


def figures_check(
    rule: str,
    analysis: Analysis,
    places: Iterable[Claim | Figure | Moment | DateMention],
    *,
    holds: bool,
    message: str,
    expected: str = "",
    found: str = "",
) -> Check:
    """A check of claims, figures or times, its spans in text order; the claims that stand in the same places count as checked."""
    spans = tuple(span(analysis, start, end) for start, end in sorted({(place.start, place.end) for place in places}))
    claims = tuple(dict.fromkeys(claim.claim for one in spans for claim in _claims_in(analysis, one)))
    return Check(rule, holds, message, spans, claims, expected, found)


def _claims_in(analysis: Analysis, place: Span) -> Iterator[Claim]:
    """The claims that share a character with a span."""
    claims = analysis.claims
    at = max(0, bisect_left(claims, place.start, key=attrgetter("start")) - 1)
    while at < len(claims) and claims[at].start < place.end:
        if claims[at].end > place.start:
            yield claims[at]
        at += 1


def span(analysis: Analysis, start: int, end: int) -> Span:
    """A stretch of a document's full text as a span."""
    return Span(analysis.document.id, start, end, analysis.document.full_text[start:end])


def figure(claim: Claim) -> str:
    """A claim's number for a message: as printed if it is in digits ("about 1,200"), else in digits ("34" for "thirty-four")."""
    in_words = not any(character.isdigit() for character in claim.text)
    return number(claim.value) if in_words and claim.value is not None and claim.bound == "exact" else as_printed(claim)


def as_printed(claim: Claim) -> str:
    """A claim's text for the middle of a message: on one line, without the capital of a sentence's beginning."""
    text = " ".join(claim.text.split())
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[:2] == "A " else text


def number(value: float) -> str:
    """A number with thousands separators and no superfluous digits."""
    return f"{value:,.15g}"


def percent(low: float, high: float, decimals: int) -> str:
    """A ratio, or the stretch from one to another, in percent with at most so many decimals: "45.9%", "36.9% to 45.1%"."""
    first, last = number(round(100 * low, decimals)), number(round(100 * high, decimals))
    return f"{first}%" if first == last else f"{first}% to {last}%"


def day_of(day: date) -> str:
    """A day for a message: "5 March 2024", without a year that no text means."""
    return f"{day.day} {month_name[day.month]}" + (f" {day.year}" if day.year >= _FIRST_YEAR else "")


def restated(value: float, like: Claim) -> str:
    """A value printed as a claim's number is: 2.9e9 like "$2.6 billion" is "$2.9 billion", 22 like "twenty-four people" is "22"."""
    printed = _PRINTED.search(like.text)
    if not printed or not like.value:
        return number(value)
    scale = like.value / float(printed[0].replace(",", ""))
    text = like.text[: printed.start()] + number(round(value / scale, 6)) + like.text[printed.end() :]
    return " ".join(text.split())


def counted(claim: Claim) -> Interval:
    """What a number allows, with the rounding that the zeros at the end of a large count may hide."""
    interval = allowed(claim)
    value = claim.value
    if claim.kind != "count" or value is None or value < _ROUNDED_FROM or value != int(value):
        return interval
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    slack = min(10.0**zeros / 2, value * _ROUNDED_BY) if zeros else 0.0
    return interval.hull(Interval(value - slack, value + slack))


def moment_of(moment: Moment) -> str:
    """A time for a message: its day, its month or its year, or the days it runs from and to."""
    first, last = moment.first, moment.last
    if first == last:
        return day_of(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    whole_month = first.replace(day=1) == first and last == first.replace(day=monthrange(first.year, first.month)[1])
    return f"{month_name[first.month]} {first.year}" if whole_month else f"{day_of(first)} to {day_of(last)}"
