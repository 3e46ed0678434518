"""What every form needs of findings, whether they stand in one document or between several."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from numclaims.model import Audit, Comparison, Document, Span
from numclaims.places import Places

Region = tuple[int, int, int, int]
"""First line, column, last line and the column behind the end, counted from 1."""


def place_of(result: Audit | Comparison) -> Callable[[Span], str]:
    """Where a span of the findings stands, as path:line:column."""
    if isinstance(result, Comparison):
        return lambda span: result.quote(span).place
    places = Places(result.analysis.document)
    return lambda span: places.place(span.start)


def located(result: Audit | Comparison) -> Callable[[Span], tuple[Document, str, Region | None]]:
    """The document a span of the findings stands in, its place there, and its region in the file, None where it has none."""
    if isinstance(result, Comparison):
        return lambda span: (result.quote(span).document, result.quote(span).place, result.quote(span).region)
    document = result.analysis.document
    places = Places(document)
    return lambda span: (document, places.place(span.start), places.region(span.start, span.end))


def quotes(comparison: Comparison, spans: tuple[Span, ...]) -> Iterator[tuple[str, str, str]]:
    """For each span of a finding between documents the name of its document, its place and its sentence."""
    for span in spans:
        quote = comparison.quote(span)
        document = quote.document
        name = document.known_as
        yield f"{name}, {document.date.isoformat()}" if document.date else name, quote.place, quote.sentence
