"""An audit as Markdown (GitHub's), for a pull request or a wiki; nothing in a document becomes markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from numclaims.model import Audit, Comparison, Finding, Quote, Span
from numclaims.places import Places
from numclaims.reading import Unreadable
from numclaims.report.quoted import Part, Quotes, parts
from numclaims.report.summary import Summary
from numclaims.report.terminal import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""What GitHub's Markdown could read as markup, a link or a mention inside a line."""


def findings_as_markdown(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """A heading a document with findings, a table of them with place, sentence and arithmetic, and last the summary."""
    summary = Summary()
    unread: list[Unreadable] = []
    yield "# Audit of numbers\n"
    for result in summary.follow(results):
        if isinstance(result, Unreadable):
            unread.append(result)
        elif isinstance(result, Comparison):
            yield from _between(result)
        elif result.findings:
            yield from _document(result)
    if unread:
        yield "\n## Not read\n\n"
        yield from (f"- {_escaped(str(each))}\n" for each in unread)
    yield f"\n{_escaped(summary.line())}\n"


def _document(audit: Audit) -> Iterator[str]:
    document = audit.analysis.document
    name = document.path or document.id
    yield f"\n## {_escaped(document.title or name)}\n\n"
    yield "| place | finding | in the text |\n| --- | --- | --- |\n"
    places, quotes = Places(document), Quotes(audit.analysis)
    for finding in audit.findings:
        place = places.place(finding.spans[0].start)
        head = f"**{finding.severity}** {finding.rule} {finding.name}<br>{_escaped(finding.message)}"
        yield f"| {_escaped(place)} | {head} | {' … '.join(map(_bold, quotes.of(finding)))} |\n"


def _between(comparison: Comparison) -> Iterator[str]:
    if comparison.findings:
        story = f" of {_escaped(comparison.story)}" if comparison.story else ""
        yield f"\n## Between the documents{story}\n\n| finding | in the texts |\n| --- | --- |\n"
    for finding in comparison.findings:
        head = f"**{finding.severity}** {finding.rule} {finding.name}<br>{_escaped(finding.message)}"
        shown = (
            f"{_escaped(quote.place)}: {_bold(parts(quote.sentence, [_within(span, quote)]))}"
            for span, quote in _quoted(comparison, finding)
        )
        yield f"| {head} | {'<br>'.join(shown)} |\n"


def _quoted(comparison: Comparison, finding: Finding) -> Iterator[tuple[Span, Quote]]:
    return ((span, comparison.quote(span)) for span in finding.spans)


def _within(span: Span, quote: Quote) -> tuple[int, int]:
    """Where a span stands in the sentence that is quoted."""
    return span.start - quote.sentence_start, span.end - quote.sentence_start


def _bold(sentence: Iterable[Part]) -> str:
    return "".join(f"**{_escaped(part.text)}**" if part.number else _escaped(part.text) for part in sentence)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", printable(text))
