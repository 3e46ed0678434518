"""Suppressions that a list beside the documents gives, each by rule and quotation. It knows nothing of the files that hold lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from numclaims.model import Audit, Comparison, Document, Finding, Span


@dataclass(frozen=True, slots=True)
class ListedSuppression:
    """Silences rules where a quotation stands, in the documents whose path or id fits the pattern `documents` (any where it is empty).

    `rules` are codes; `where` is the place of the entry, as a message names it. Spacing in the quotation does not count.
    """

    rules: frozenset[str]
    quote: str
    reason: str
    where: str
    documents: str = ""

    def is_for(self, document: Document) -> bool:
        """Whether the pattern fits: the path as a whole or from one of its folders on, or the id."""
        if not self.documents:
            return True
        names = (document.path, document.id)
        return any(fnmatchcase(name, pattern) for name in names for pattern in (self.documents, f"*/{self.documents}"))

    def extents(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the quotation stands in a text: start and end offsets."""
        pattern = re.compile(r"\s+".join(map(re.escape, self.quote.split())))
        return (match.span() for match in pattern.finditer(text))

    def silences(self, finding: Finding, result: Audit | Comparison) -> bool:
        """Whether one of the spans of a finding shares text with the quotation."""
        return finding.rule in self.rules and any(self._holds(span, result) for span in finding.spans)

    def _holds(self, span: Span, result: Audit | Comparison) -> bool:
        document, text, start = surroundings(span, result)
        return self.is_for(document) and any(first < span.end - start and span.start - start < last for first, last in self.extents(text))


def surroundings(span: Span, result: Audit | Comparison) -> tuple[Document, str, int]:
    """The document of a span, the text that is known around it, and the offset in the document at which that text begins."""
    if isinstance(result, Audit):
        return result.analysis.document, result.analysis.document.full_text, 0
    quote = result.quote(span)
    return quote.document, quote.sentence, quote.sentence_start
