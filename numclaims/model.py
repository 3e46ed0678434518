"""What flows through numclaims: documents, quantities, claims, relations, checks and findings, as plain frozen records.

It knows nothing of files, grammars or libraries. All offsets count characters of a document's full text (`Document.full_text`),
start inclusive, end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["count", "money", "share", "measure", "duration", "age", "rank", "multiple"]
Bound = Literal["exact", "about", "at least", "more than", "at most", "less than", "range"]
Change = Literal["up", "down", "none"]
Severity = Literal["error", "warning", "note"]
Silence = Literal["suppressed", "known", "false alarm"]
VERDICTS = ("confirmed", "false alarm", "fixed")
"""What a reviewer can say of a finding."""
_SHOWN = 3
"""How many rules an audit names where it is printed."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """What an author wrote beside a text to silence rules there, with the reason given.

    `rules` are rule codes, beginnings of codes and names, as written; `start` and `end` delimit what they are silenced in; `line` is the
    1-based line of the file on which the suppression stands.
    """

    rules: tuple[str, ...]
    reason: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about it.

    `text` is the body without the title. `path` is the file as the user named it ("-" for standard input) and `line` the
    1-based line of that file on which `text` begins; `record` is true where the file is a table holding many documents, so that
    a line of the text is not a line of the file. `warnings` are sentences on what reading had to guess or leave out, each with
    the place it is about. `suppressions` are those that stand in the file itself, in text order.
    `extracted` is true where the text was taken out of markup, so that it has lines of its own; `pages`
    are the offsets in `text` at which the pages of the file begin, () where it has none.
    """

    id: str
    text: str
    title: str = ""
    date: date | None = None
    story: str = ""
    outlet: str = ""
    path: str = ""
    line: int = 1
    record: bool = False
    warnings: tuple[str, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    pages: tuple[int, ...] = ()
    extracted: bool = False

    @property
    def full_text(self) -> str:
        """Title, a blank line, text; only the text where there is no title. Every offset counts into this."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text

    @property
    def known_as(self) -> str:
        """What readers know it by: the outlet, else the title, else the id."""
        return self.outlet or self.title or self.id

    @property
    def body_start(self) -> int:
        """The offset at which `text` begins in `full_text`."""
        return len(self.title) + 2 if self.title else 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the grammar reads it: value or range, bound, unit and rate, before anybody asks what it counts.

    `step` is the place value of the last printed digit (0.1 for "45.9", 1e6 for "$275 million"), 0 where the number is a word or
    has no printed precision. `head_start` and `head_end` delimit the bare number inside the quantity.
    """

    start: int
    end: int
    kind: Kind
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    per: str
    step: float
    head_start: int
    head_end: int
    change: Change = "none"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date as printed. Parts that the text does not give are 0 (year, month, day) or "" (weekday).

    `valid` is false for a day the calendar does not have, such as 30 February.
    """

    start: int
    end: int
    text: str
    year: int
    month: int
    day: int
    weekday: str = ""
    valid: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the claim table; the columns are explained in docs/columns.md. Empty text columns are ""."""

    doc: str
    claim: int
    start: int
    end: int
    text: str
    sentence: str
    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    unit: str = ""
    per: str = ""
    item: str = ""
    actor: str = ""
    action: str = ""
    change: Change = "none"
    place: str = ""
    when: str = ""
    source: str = ""
    topic: str = ""
    base_value: float | None = None
    base_low: float | None = None
    base_high: float | None = None
    base_unit: str = ""
    support: str = ""
    evidence: str = ""
    step: float = 0.0
    sentence_start: int = 0
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Words that gave a claim one of its columns: their offsets in the document's full text, and the text that stands there."""

    column: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with everything read from it: claims and dates in text order, and how many numbers were seen at all.

    `why` holds the reasons of each claim, one tuple a claim in the order of `claims`; it is empty unless they were asked for. `known` are
    the lowest and the highest value, in the claim's unit, that the row of evidence named by each claim allows (None where no row speaks of
    it), in the same order; it is empty where the document was held against no evidence.
    """

    document: Document
    claims: tuple[Claim, ...]
    dates: tuple[DateMention, ...] = ()
    numbers: int = 0
    why: tuple[tuple[Reason, ...], ...] = ()
    known: tuple[tuple[float, float] | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A claim in a relation, with the part it plays there ("part", "whole", "share", "before", "after", ...)."""

    role: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a relation that need be no claim of its own, such as a test statistic, with the part it plays there.

    `step` is the place value of its last printed digit, 0 where it has no printed precision; `unit` is as a claim's.
    """

    role: str
    start: int
    end: int
    value: float
    step: float = 0.0
    bound: Bound = "exact"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in a relation as the text names it, with the part it plays there: its first and its last day, both included."""

    role: str
    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Relation:
    """Claims, figures and times that an equation ties together. `words` are the words of the text that tie them ("of them").

    Where it ties a number to a list, the text leaves open how many items that is: `fewest` and `most` say between what.
    """

    kind: str
    members: tuple[Member, ...] = ()
    words: str = ""
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    fewest: int = 0
    most: int = 0

    def claims(self, role: str) -> tuple[Claim, ...]:
        """The claims that play this role, in text order."""
        return tuple(member.claim for member in self.members if member.role == role)

    def figure(self, role: str) -> Figure | None:
        """The first figure that plays this role, or None."""
        return next((figure for figure in self.figures if figure.role == role), None)

    def moment(self, role: str) -> Moment | None:
        """The first time that plays this role, or None."""
        return next((moment for moment in self.moments if moment.role == role), None)


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document, with the text that stands there."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """One question a rule asked of the numbers and answered, whether or not the numbers hold.

    `message` shows the arithmetic either way: "56 of 122 is 45.9%". `claims` are claim numbers of `spans[0].doc`.
    """

    rule: str
    holds: bool
    message: str
    spans: tuple[Span, ...]
    claims: tuple[int, ...] = ()
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that failed: a number that cannot be right, or (severity "note") one worth a look."""

    doc: str
    rule: str
    name: str
    severity: Severity
    message: str
    spans: tuple[Span, ...]
    claims: tuple[int, ...] = ()
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that is not shown, for what reason and in whose words: a suppression, a baseline, a reviewer.

    `listed` is the place of the list's entry that silences it; empty for a comment in the text, a baseline and a reviewer.
    """

    finding: Finding
    by: Silence
    reason: str = ""
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit of one document says: findings, the checks that held, and the coverage they had.

    `checkable` counts the claims that at least one check touched; `silenced` are findings that are not shown; `unused` are the suppressions
    of the document that silence nothing, although one of their rules ran.
    """

    analysis: Analysis
    findings: tuple[Finding, ...]
    held: tuple[Check, ...]
    checkable: int = 0
    problems: tuple[str, ...] = field(default=())
    silenced: tuple[Silenced, ...] = ()
    unused: tuple[Suppression, ...] = ()

    def __repr__(self) -> str:
        """What a person sees who asks for an audit; the documents of all parts would fill the screen."""
        rules = ", ".join(finding.rule for finding in self.findings[:_SHOWN]) + (", ..." if len(self.findings) > _SHOWN else "")
        found = f"{len(self.findings)} finding{'' if len(self.findings) == 1 else 's'}{f' ({rules})' if rules else ''}"
        return f"<Audit of {self.analysis.document.id!r}: {found}, {self.checkable} of {len(self.analysis.claims)} claims checked>"

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from numclaims.report.notebook import audit_in_notebook

        return audit_in_notebook(self)


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a span of a comparison stands, for readers who have not the document: its place and sentence.

    `document` is without its text; `region` is first line, column, last line and column behind the end, counted from 1, None in a
    title and in a table of documents; `sentence_start` is an offset into the document's full text.
    """

    document: Document
    place: str
    region: tuple[int, int, int, int] | None
    sentence: str
    sentence_start: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the documents of a story say against one another. `quotes` has every span of the findings, by document and start.

    `silenced` are findings that are not shown.
    """

    story: str
    findings: tuple[Finding, ...]
    quotes: Mapping[tuple[str, int], Quote]
    silenced: tuple[Silenced, ...] = ()

    def quote(self, span: Span) -> Quote:
        """Where a span of the findings stands."""
        return self.quotes[span.doc, span.start]
