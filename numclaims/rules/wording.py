"""How rules write numbers and spans into a check. It knows claims and offsets, no rule."""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.model import Analysis, Check, Claim, Span


def check(
    rule: str, analysis: Analysis, claims: Sequence[Claim], *, holds: bool, message: str, expected: str = "", found: str = ""
) -> Check:
    """A check of some claims of a document, its spans in the order in which `claims` are given."""
    spans = tuple(span(analysis, claim.start, claim.end) for claim in claims)
    return Check(rule, holds, message, spans, tuple(claim.claim for claim in claims), expected, found)


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
