"""The sentences that a finding stands in, cut into its numbers and what stands about them. It knows nothing of markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from numclaims.model import Analysis, Finding
from numclaims.report.excerpt import Extent, sentences_of, surroundings

_ABOUT = 200
"""So many characters of a sentence are shown before and behind a number."""


class Part(NamedTuple):
    """A stretch of a sentence; `number` says that it is one of the finding's numbers."""

    text: str
    number: bool = False


class Quotes:
    """The sentences of one document that findings in it stand in."""

    def __init__(self, analysis: Analysis) -> None:
        self._doc, self._text, self._sentences = analysis.document.id, analysis.document.full_text, sentences_of(analysis)

    def of(self, finding: Finding) -> Iterator[list[Part]]:
        """The sentences of a finding in text order; where no claim has one, the lines of the text that its spans stand on."""
        spans = sorted((span.start, span.end) for span in finding.spans if span.doc == self._doc)
        for start, end in sorted({surroundings(self._text, self._sentences, span) for span in spans}):
            yield list(parts(self._text[start:end], ((first - start, last - start) for first, last in spans)))


def parts(sentence: str, spans: Iterable[Extent]) -> Iterator[Part]:
    """A sentence with the spans in it, in text order; what is far from all of them is left out."""
    at = 0
    for start, end in spans:
        if at <= start < end <= len(sentence):
            yield Part(_cut(sentence[at:start], front=at > 0, back=True))
            yield Part(sentence[start:end], number=True)
            at = end
    yield Part(_cut(sentence[at:], front=True, back=at == 0))


def _cut(text: str, *, front: bool, back: bool) -> str:
    """A stretch of a sentence without what is far from the number in front of it and from the number behind it."""
    if len(text) <= (front + back) * _ABOUT:
        return text
    head = f"{text[:_ABOUT].rpartition(' ')[0]} " if front else ""
    tail = f" {text[-_ABOUT:].partition(' ')[2]}" if back else ""
    return f"{head}…{tail}"
