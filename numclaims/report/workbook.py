"""A run as an XLSX workbook for people who review in a spreadsheet; no text of a document becomes a formula or a link in it.

Sheets: Findings (with a column for the reviewer's verdict), Claims, Comparisons (every check, with live formulas over the cells of
its claims), Rules and Run. Rows are written as they come, so that memory does not grow with the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

import numclaims
from numclaims.fingerprint import fingerprint
from numclaims.model import VERDICTS, Analysis, Audit, Check, Claim, Comparison, Finding, Severity, Span
from numclaims.reading import Unreadable
from numclaims.report.between import place_of
from numclaims.report.sheet import Formats, Sheet, cell_of, fitted
from numclaims.report.summary import SEVERITIES, SILENCES, Summary
from numclaims.rules import RULES
from numclaims.table import CLAIM_COLUMNS, NUMBER_COLUMNS

FINDINGS, CLAIMS, COMPARISONS = "Findings", "Claims", "Comparisons"
_COLOURS: dict[Severity, str] = {"error": "#F8CBAD", "warning": "#FFE699", "note": "#DDEBF7"}
_FINDING_WIDTHS = {
    "review": 13,
    "severity": 10,
    "rule": 9,
    "name": 20,
    "message": 48,
    "text": 32,
    "place": 34,
    "title": 34,
    "expected": 18,
    "found": 18,
    "claims": 12,
    "fingerprint": 18,
}
_CLAIM_WIDTHS = {"sentence": 60, "text": 22, "item": 22, "actor": 22, "subject": 22, "source": 22, "place": 18, "when": 12, "doc": 20}
_COMPARISON_WIDTHS = {
    "rule": 9,
    "holds": 8,
    "message": 48,
    "first": 14,
    "second": 14,
    "third": 14,
    "first / second": 14,
    "second - first": 14,
    "second / first - 1": 17,
    "largest": 14,
    "sum of the others": 17,
    "doc": 24,
}
_MOST_SUMMED = 200
"""So many cells can be added in one formula."""


class Workbook:
    """A workbook being written. `close` writes the summary and the file."""

    def __init__(
        self, file: BinaryIO, settings: Mapping[str, str], *, audited: bool, verdict: Callable[[Finding], str] | None = None
    ) -> None:
        """`settings` are shown on the sheet Run; without `audited` there are only claims.

        `verdict` is what a reviewer said before, one of `VERDICTS` or ""; it stands in the column for reviews, so that the newest workbook
        holds all that was said.
        """
        self._verdict = verdict or _nothing_said
        self._book = xlsxwriter.Workbook(
            file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
        )
        self._book.set_properties({"title": "Audit of numbers", "created": datetime(1980, 1, 1)})  # the same run, the same file
        bold = {"bold": True, "bg_color": "#D9E1F2", "bottom": 1}
        self._formats = Formats(
            head=self._book.add_format(bold),
            top=self._book.add_format({"valign": "top"}),
            wrapped=self._book.add_format({"text_wrap": True, "valign": "top"}),
            link=self._book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"}),
        )
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self._percent = self._book.add_format({"num_format": "0.0%", "valign": "top"})
        self._grave = {severity: self._book.add_format({"bg_color": colour, "valign": "top"}) for severity, colour in _COLOURS.items()}
        self._decimals: dict[int, Format] = {}
        self._settings, self._summary = settings, Summary()
        self._unread: list[Unreadable] = []
        self._findings = Sheet(self._book, self._formats, FINDINGS, _FINDING_WIDTHS) if audited else None
        columns = (*CLAIM_COLUMNS, "findings") if audited else CLAIM_COLUMNS
        self._claims = Sheet(self._book, self._formats, CLAIMS, {name: _CLAIM_WIDTHS.get(name, 10) for name in columns})
        self._comparisons = Sheet(self._book, self._formats, COMPARISONS, _COMPARISON_WIDTHS) if audited else None

    def add(self, results: Iterable[Audit | Analysis | Comparison | Unreadable]) -> None:
        """Write the rows of the results."""
        for result in self._summary.follow(results):
            if isinstance(result, Unreadable):
                self._unread.append(result)
            elif isinstance(result, Analysis):
                self._add_claims(result, {})
            elif isinstance(result, Audit):
                self._add_audit(result)
            else:
                where = place_of(result)
                for finding in (*result.findings, *_false_alarms(result)):
                    self._add_finding(finding, where, "", {})

    def close(self) -> None:
        """Write the sheets that need the whole run, and the file. Raises OSError where it cannot be written."""
        if self._findings:
            self._findings.choices(0, VERDICTS)
            rules = Sheet(self._book, self._formats, "Rules", {"code": 9, "name": 22, "severity": 10, "flags": 60, "why": 90})
            for rule in RULES.values():
                rules.row([rule.code, rule.name, rule.severity, rule.summary, _unbroken(rule.doc)], wrapped=(3, 4))
            rules.close()
        run = Sheet(self._book, self._formats, "Run", {"what": 22, "value": 70})
        counts = self._summary.line() if self._findings else self._summary.read_line()
        amounts = self._amounts() if self._findings else {"documents": self._summary.documents, "claims": self._summary.claims}
        for name, value in {"numclaims": numclaims.__version__, **self._settings, **amounts, "summary": counts}.items():
            run.row([name, value], wrapped=(1,))
        filled = [sheet for sheet in (self._findings, self._claims, self._comparisons) if sheet]
        for sheet in filled:
            if sheet.left_out:
                run.row(["left out", f"{sheet.left_out:,} rows of {sheet.sheet.get_name()}, for which a sheet has no room"], wrapped=(1,))
        for unread in self._unread:
            run.row(["not read", str(unread)], wrapped=(1,))
        for sheet in (*filled, run):
            sheet.close()
        self._book.close()

    def _amounts(self) -> dict[str, float]:
        """The counts of an audit and its coverage, as numbers."""
        counted = self._summary
        return {
            "documents": counted.documents,
            "numbers seen": counted.numbers,
            "claims": counted.claims,
            "claims checked": counted.checkable,
            "checks that hold": counted.held,
            **{f"findings: {severity}": counted.findings[severity] for severity in SEVERITIES},
            **{f"left out: {silence}": counted.silenced[silence] for silence in SILENCES},
        }

    def _add_audit(self, audit: Audit) -> None:
        assert self._findings
        assert self._comparisons
        cells = self._claims.upcoming(len(audit.analysis.claims))
        rows = {claim.claim: row for claim, row in zip(audit.analysis.claims, cells, strict=True)}
        of_claim: dict[int, int] = {}
        where = place_of(audit)
        first = self._findings.next
        for number, finding in enumerate((*audit.findings, *_false_alarms(audit))):
            for claim in finding.claims:
                of_claim.setdefault(claim, first + number)
            self._add_finding(finding, where, audit.analysis.document.title, rows)
        self._add_claims(audit.analysis, of_claim)
        numbered = {claim.claim: claim for claim in audit.analysis.claims}
        for holds, checks in ((False, audit.findings), (True, audit.held)):
            for check in checks:
                self._add_comparison(check, holds, [(numbered[claim], rows[claim]) for claim in check.claims if claim in numbered])

    def _add_finding(self, finding: Finding, where: Callable[[Span], str], title: str, rows: Mapping[int, int]) -> None:
        assert self._findings
        words = " … ".join(span.text for span in finding.spans)
        place = where(finding.spans[0])
        claims = " ".join(map(str, finding.claims))
        row = self._findings.row(
            [
                *(self._verdict(finding), finding.severity, finding.rule, finding.name, finding.message, words, place, title),
                *(finding.expected, finding.found, claims, fingerprint(finding)),
            ],
            wrapped=(4, 5),
            formats={1: self._grave[finding.severity]},
        )
        if finding.claims and finding.claims[0] in rows:
            self._findings.link(row, 10, CLAIMS, rows[finding.claims[0]], claims)

    def _add_claims(self, analysis: Analysis, of_claim: Mapping[int, int]) -> None:
        for claim in map(fitted, analysis.claims):
            cells = [getattr(claim, name) for name in CLAIM_COLUMNS]
            formats = {at: self._number(claim) for at in _VALUES}
            row = self._claims.row(cells, wrapped=(_SENTENCE,), formats=formats)
            day = _day(claim.when)
            if day and row:
                self._claims.sheet.write_datetime(row, _WHEN, day, self._day)
            if claim.claim in of_claim:
                self._claims.link(row, len(CLAIM_COLUMNS), FINDINGS, of_claim[claim.claim], "finding")

    def _add_comparison(self, check: Check | Finding, holds: bool, claims: Sequence[tuple[Claim, int]]) -> None:
        """A check as a row: its first numbers, and formulas over them as most rules reckon. All cells are those of the claims."""
        assert self._comparisons
        row = self._comparisons.row([check.rule, "holds" if holds else "fails", check.message], wrapped=(2,))
        if not row:
            return
        sheet = self._comparisons.sheet
        known = [(claim, claim.value, claim_row) for claim, claim_row in claims if claim.value is not None and claim_row][:_MOST_SUMMED]
        for at, (claim, value, claim_row) in enumerate(known[:3]):
            sheet.write_formula(row, 3 + at, f"={_cell_of_claim(claim_row)}", self._number(claim), value)
        if len(known) > 1:
            self._add_arithmetic(row, [value for _, value, _ in known], ",".join(_cell_of_claim(claim_row) for *_, claim_row in known))
        sheet.write_string(row, 11, cell_of(check.spans[0].doc))

    def _add_arithmetic(self, row: int, values: Sequence[float], cells: str) -> None:
        assert self._comparisons
        sheet = self._comparisons.sheet
        first, second = xl_rowcol_to_cell(row, 3), xl_rowcol_to_cell(row, 4)
        if values[1]:
            sheet.write_formula(row, 6, f"={first}/{second}", self._percent, values[0] / values[1])
        sheet.write_formula(row, 7, f"={second}-{first}", None, values[1] - values[0])
        if values[0]:
            sheet.write_formula(row, 8, f"={second}/{first}-1", self._percent, values[1] / values[0] - 1)
        largest = xl_rowcol_to_cell(row, 9)
        sheet.write_formula(row, 9, f"=MAX({cells})", None, max(values))
        sheet.write_formula(row, 10, f"=SUM({cells})-{largest}", None, sum(values) - max(values))

    def _number(self, claim: Claim) -> Format:
        """A format with the decimals that the source prints."""
        step = claim.step or 1.0
        places = min(10, max(0, len(f"{step:.10f}".rstrip("0").partition(".")[2]))) if step < 1 else 0
        if claim.step == 0 and claim.value is not None and claim.value != int(claim.value):
            places = 3
        if places not in self._decimals:
            self._decimals[places] = self._book.add_format({"num_format": f"#,##0{'.' if places else ''}{'0' * places}", "valign": "top"})
        return self._decimals[places]


def _nothing_said(_: Finding) -> str:
    return ""


def _false_alarms(result: Audit | Comparison) -> Iterator[Finding]:
    """What a reviewer marked so: rows still, as the next review is of this workbook."""
    return (silenced.finding for silenced in result.silenced if silenced.by == "false alarm")


_VALUE, _WHEN, _SENTENCE = (CLAIM_COLUMNS.index(name) for name in ("value", "when", "sentence"))
_VALUES = tuple(CLAIM_COLUMNS.index(name) for name in ("value", "low", "high"))
assert {CLAIM_COLUMNS[at] for at in _VALUES} <= NUMBER_COLUMNS


def _day(when: str) -> datetime | None:
    """A full date that a spreadsheet can hold, which is one from 1900 on."""
    try:
        day = datetime.strptime(when, "%Y-%m-%d")
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def _cell_of_claim(row: int) -> str:
    """Where a formula of another sheet finds the value of a claim."""
    return f"'{CLAIMS}'!{xl_rowcol_to_cell(row, _VALUE)}"


def _unbroken(text: str) -> str:
    """The text with the ends of its paragraphs alone."""
    return "\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
