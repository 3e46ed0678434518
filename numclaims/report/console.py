"""An audit for people at a terminal: each finding with its place, its words underlined and its reason; last what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from numclaims.model import Audit, Check, Comparison, Document, Finding, Severity
from numclaims.places import Places
from numclaims.reading import Unreadable
from numclaims.report.between import quotes
from numclaims.report.excerpt import Extent, excerpts, sentences_of
from numclaims.report.summary import Summary
from numclaims.report.terminal import Terminal, clip, on_one_line, printable

SEVERITY_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_INDENT = "  "


def findings_on_console(
    results: Iterable[Audit | Comparison | Unreadable], terminal: Terminal, *, checked: bool = False, quiet: bool = False
) -> Iterator[str]:
    """The findings of each document; with `checked` before them every check that held; the summary last, unless `quiet`."""
    summary = Summary()
    for result in summary.follow(results):
        if isinstance(result, Comparison):
            yield "".join(f"{line}\n" for line in _comparison_lines(result, terminal))
        elif isinstance(result, Audit):
            yield "".join(f"{line}\n" for line in _document_lines(result, terminal, checked=checked))
    if not quiet:
        yield "".join(f"{line}\n" for line in terminal.folded(summary.line()))


def _document_lines(audit: Audit, terminal: Terminal, *, checked: bool) -> Iterator[str]:
    held = audit.held if checked else ()
    if not held and not audit.findings:
        return
    analysis = audit.analysis
    places = Places(analysis.document)
    for check in held:
        yield _held_line(check, places, terminal)
    sentences = sentences_of(analysis)
    for finding in audit.findings:
        yield from _finding_lines(finding, analysis.document, sentences, places, terminal)
        yield ""


def _comparison_lines(comparison: Comparison, terminal: Terminal) -> Iterator[str]:
    for finding in comparison.findings:
        yield _head_line(finding, comparison.quote(finding.spans[0]).place, terminal)
        for span, (name, place, _) in zip(finding.spans, quotes(comparison, finding.spans), strict=True):
            quote = comparison.quote(span)
            inside = span.start - quote.sentence_start, span.end - quote.sentence_start
            yield _INDENT + terminal.paint(clip(printable(f"{name}: {place}"), terminal.width - len(_INDENT)), dim=True)
            for line, carets in excerpts(quote.sentence, [(0, len(quote.sentence))], [inside], terminal.width - len(_INDENT)):
                yield _INDENT + line
                yield _INDENT + terminal.paint(carets, SEVERITY_COLOURS[finding.severity])
        yield from terminal.folded(on_one_line(finding.message), _INDENT)
        yield ""


def _held_line(check: Check, places: Places, terminal: Terminal) -> str:
    place = printable(places.place(check.spans[0].start))
    return f"{terminal.paint('checked', 'green')}  {place}  {terminal.paint(check.rule, bold=True)}  {on_one_line(check.message)}"


def _finding_lines(finding: Finding, document: Document, sentences: Sequence[Extent], places: Places, terminal: Terminal) -> Iterator[str]:
    yield _head_line(finding, places.place(finding.spans[0].start), terminal)
    spans = [(span.start, span.end) for span in finding.spans]
    for line, carets in excerpts(document.full_text, sentences, spans, terminal.width - len(_INDENT)):
        yield _INDENT + line
        yield _INDENT + terminal.paint(carets, SEVERITY_COLOURS[finding.severity])
    yield from terminal.folded(on_one_line(finding.message), _INDENT)


def _head_line(finding: Finding, place: str, terminal: Terminal) -> str:
    severity = terminal.paint(finding.severity, SEVERITY_COLOURS[finding.severity], bold=True)
    return f"{printable(place)}: {severity} {terminal.paint(finding.rule, bold=True)} {finding.name}"
