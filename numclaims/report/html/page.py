"""The HTML report: what is shown of each document, handed to the templates beside this file, which say how.

Jinja2 escapes everything that comes from a document (autoescape), so that no text can become markup.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import zip_longest
from tempfile import SpooledTemporaryFile
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

import numclaims
from numclaims.model import Analysis, Audit, Check, Claim, Comparison, Document, Finding, Severity, Span
from numclaims.places import Places
from numclaims.reading import Unreadable
from numclaims.report.between import quotes
from numclaims.report.figures import readable_value
from numclaims.report.html.charts import WIDTH, Chart, charts
from numclaims.report.html.links import way_back
from numclaims.report.html.marks import Piece, pieces
from numclaims.report.html.parts import parts
from numclaims.report.summary import SEVERITIES, Summary
from numclaims.report.terminal import printable, unturned

_UNFOLDED = 2_000
"""So many claims are shown in tables that are unfolded: a browser lays out tables more slowly than anything else."""
_MANY = 20
"""Of more documents those without findings are listed apart."""

T = TypeVar("T")

_IN_MEMORY = 1 << 24
"""So many bytes of documents are kept in memory until the summary, which stands before them, is known."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as a row of the table."""

    claim: Claim
    number: str
    place: str
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding, or a check that held, with its place and, where there is one, the way back to it in the file."""

    check: Finding | Check
    place: str
    link: str


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of a document's text with its claims and their charts, the indices of its findings, and the checks that held in it.

    `first` and `last` are the lines on which it begins and ends.
    """

    first: str
    last: str
    text: tuple[Piece, ...]
    rows: tuple[Row, ...]
    findings: tuple[int, ...]
    held: tuple[Placed, ...]
    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class Section:
    """All that is shown of one document. `name` is unique in the page; the ids of its claims and findings begin with it."""

    name: str
    document: Document
    heading: str
    title: tuple[Piece, ...]
    parts: tuple[ShownPart, ...]
    findings: tuple[Placed, ...]

    @cached_property
    def row_of(self) -> dict[int, Row]:
        return {row.claim.claim: row for part in self.parts for row in part.rows}

    @cached_property
    def shown(self) -> frozenset[int | None]:
        """The claims that have a place in the text: all but those that overlap another."""
        return frozenset(piece.claim for pieces in (self.title, *(part.text for part in self.parts)) for piece in pieces if piece.begins)

    @property
    def known_of(self) -> str:
        """What is known of the document beside its heading: where it stands, who published it, when."""
        document = self.document
        place = (document.path or document.id) if document.title or not document.path else ""
        return ", ".join(filter(None, (place, document.outlet, str(document.date or ""))))

    def gravest(self, findings: Iterable[int]) -> Severity:
        """The severity of the gravest of these findings, given by their indices."""
        found = {placed.check.severity for at in findings if isinstance((placed := self.findings[at]).check, Finding)}
        return next(severity for severity in SEVERITIES if severity in found)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What one document says, in a finding between documents; `section` is the name of the part of the page that shows the document."""

    section: str
    span: Span
    name: str
    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Between:
    """A finding between documents, with what each of them says."""

    story: str
    finding: Finding
    quotes: tuple[Quoted, ...]


def _between(comparison: Comparison, sections: Mapping[str, str]) -> Iterator[Between]:
    for finding in comparison.findings:
        told = zip(finding.spans, quotes(comparison, finding.spans), strict=True)
        quoted = (Quoted(sections.get(span.doc, ""), span, *map(printable, words)) for span, words in told)
        yield Between(comparison.story, finding, tuple(quoted))


def findings_as_html(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """The page of an audit: summary, and for each document its text with claims and findings, and its claim table."""
    yield from _page(results, "Audit of numbers", Summary.line)


def claims_as_html(results: Iterable[Analysis | Unreadable]) -> Iterator[str]:
    """The page of a claim table: the same without findings."""
    yield from _page(results, "Claims", Summary.read_line)


def _page(results: Iterable[Audit | Analysis | Comparison | Unreadable], title: str, line: Callable[[Summary], str]) -> Iterator[str]:
    summary = Summary()
    unread: list[str] = []
    between: list[Between] = []
    contents: list[tuple[str, str, int, int]] = []
    sections: dict[str, str] = {}
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="backslashreplace", newline="\n") as documents:
        for number, result in enumerate(summary.follow(results)):
            if isinstance(result, Unreadable):
                unread.append(printable(str(result)))
                continue
            if isinstance(result, Comparison):
                between += _between(result, sections)
                continue
            section = _section(f"d{number}", result)
            sections[section.document.id] = section.name
            contents.append((section.name, section.heading, len(section.findings), len(contents) + 1))
            unfolded = summary.claims <= _UNFOLDED
            documents.writelines(template("document.html").generate(section=section, width=WIDTH, unfolded=unfolded))
        head = {
            "title": title,
            "version": numclaims.__version__,
            "summary": line(summary),
            "contents": contents,
            "many": _MANY,
            "between": between,
            "unread": unread,
        }
        yield template("head.html").render(head)
        documents.seek(0)
        while piece := documents.read(1 << 16):
            yield piece
    yield template("tail.html").render()


def _shown(value: object) -> object:
    """What a template prints, without characters that act or that turn the text round."""
    return unturned(value) if type(value) is str else value


def template(name: str) -> Template:
    """A template of this folder."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("numclaims.report.html"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _section(name: str, result: Audit | Analysis) -> Section:
    analysis = result.analysis if isinstance(result, Audit) else result
    findings, held = (result.findings, result.held) if isinstance(result, Audit) else ((), ())
    document, claims = analysis.document, analysis.claims
    text, body = document.full_text, document.body_start
    places = Places(document)
    of_claim = defaultdict[int, list[int]](list)
    for index, finding in enumerate(findings):
        for claim in finding.claims:
            of_claim[claim].append(index)
    cut = tuple(parts(pieces(text, body, len(text), claims, findings), body))
    part_at = partial(bisect_right, [part.start for part in cut[1:]])  # what stands in the title is shown with the first
    claims_of = _dealt(zip_longest(claims, analysis.known), len(cut), lambda stated: part_at(stated[0].start))
    findings_of = _dealt(range(len(findings)), len(cut), lambda index: part_at(findings[index].spans[0].start))
    held_of = _dealt([_placed(check, places, document) for check in held], len(cut), lambda each: part_at(each.check.spans[0].start))
    shown = (
        ShownPart(
            first=places.line(part.start),
            last=places.line(max(part.start, part.end - 1)),
            text=part.pieces,
            rows=tuple(_row(claim, places, of_claim[claim.claim]) for claim, _ in stated),
            findings=indices,
            held=checks,
            charts=tuple(charts([claim for claim, _ in stated], [known for _, known in stated])),
        )
        for part, stated, indices, checks in zip(cut, claims_of, findings_of, held_of, strict=True)
    )
    return Section(
        name=name,
        document=document,
        heading=printable(document.title or document.path or document.id),
        title=tuple(pieces(text, 0, len(document.title), claims, findings)) if document.title else (),
        parts=tuple(shown),
        findings=tuple(_placed(finding, places, document) for finding in findings),
    )


def _row(claim: Claim, places: Places, findings: Iterable[int]) -> Row:
    return Row(claim, readable_value(claim.value, claim.low, claim.high), places.line(claim.start), tuple(findings))


def _dealt(items: Iterable[T], count: int, of: Callable[[T], int]) -> list[tuple[T, ...]]:
    """The items in so many heaps, each in the one whose number `of` gives."""
    heaps: list[list[T]] = [[] for _ in range(count)]
    for item in items:
        heaps[of(item)].append(item)
    return list(map(tuple, heaps))


def _placed(check: Finding | Check, places: Places, document: Document) -> Placed:
    span = check.spans[0]
    return Placed(check, printable(places.place(span.start)), way_back(document, span.start, span.end))
