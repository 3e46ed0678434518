"""An audit for people at a terminal: each finding with its place, its words underlined and its reason; last what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from numclaims.model import Audit, Check, Document, Finding, Severity
from numclaims.reading import Unreadable
from numclaims.report.excerpt import Extent, excerpts
from numclaims.report.places import Places
from numclaims.report.summary import Summary
from numclaims.report.terminal import Terminal, on_one_line, printable

SEVERITY_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_INDENT = "  "


def findings_on_console(
    results: Iterable[Audit | Unreadable], terminal: Terminal, *, checked: bool = False, quiet: bool = False
) -> Iterator[str]:
    """The findings of each document; with `checked` before them every check that held; the summary last, unless `quiet`."""
    summary = Summary()
    for result in summary.follow(results):
        if isinstance(result, Audit):
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
    sentences = sorted({(claim.sentence_start, claim.sentence_start + len(claim.sentence)) for claim in analysis.claims})
    for finding in audit.findings:
        yield from _finding_lines(finding, analysis.document, sentences, places, terminal)
        yield ""


def _held_line(check: Check, places: Places, terminal: Terminal) -> str:
    place = printable(places.place(check.spans[0].start))
    return f"{terminal.paint('checked', 'green')}  {place}  {terminal.paint(check.rule, bold=True)}  {on_one_line(check.message)}"


def _finding_lines(finding: Finding, document: Document, sentences: Sequence[Extent], places: Places, terminal: Terminal) -> Iterator[str]:
    colour = SEVERITY_COLOURS[finding.severity]
    severity, rule = terminal.paint(finding.severity, colour, bold=True), terminal.paint(finding.rule, bold=True)
    yield f"{printable(places.place(finding.spans[0].start))}: {severity} {rule} {finding.name}"
    spans = [(span.start, span.end) for span in finding.spans if span.doc == document.id]
    for line, carets in excerpts(document.full_text, sentences, spans, terminal.width - len(_INDENT)):
        yield _INDENT + line
        yield _INDENT + terminal.paint(carets, colour)
    for span in finding.spans:
        if span.doc != document.id:
            yield f"{_INDENT}{printable(span.doc)}: {on_one_line(span.text)}"
    yield from terminal.folded(on_one_line(finding.message), _INDENT)
