"""Why each claim of a document is what it is, for people at a terminal: its columns with the words that gave them and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.model import Analysis, Claim, Reason
from numclaims.places import Places
from numclaims.report.columns import Column, aligned
from numclaims.report.figures import readable_value
from numclaims.report.terminal import Terminal, clip, on_one_line

_COLUMNS = (Column("column", 6), Column("holds", 8), Column("from", 8), Column("at", 5))
_INDENT = "  "


def explained_lines(analysis: Analysis, terminal: Terminal) -> Iterator[str]:
    """For each claim a line with its place and words, and below a table of its columns; nothing where no reasons were asked for."""
    places = Places(analysis.document)
    for claim, reasons in zip(analysis.claims, analysis.why, strict=bool(analysis.why)):
        heading = f"{places.within(claim.start)}  {on_one_line(claim.text)}"
        yield terminal.paint(clip(heading, terminal.width), bold=True)
        for line in aligned(_COLUMNS, list(_rows(claim, reasons, places)), terminal.width - len(_INDENT)):
            yield f"{_INDENT}{line}"


def _rows(claim: Claim, reasons: tuple[Reason, ...], places: Places) -> Iterator[tuple[str, str, str, str]]:
    words: dict[str, list[Reason]] = {}
    for reason in reasons:
        words.setdefault(reason.column, []).append(reason)
    for column, given in words.items():
        texts = ", ".join(on_one_line(reason.text) for reason in given)
        yield column, _cell(claim, column), texts, ", ".join(places.within(reason.start) for reason in given)


def _cell(claim: Claim, column: str) -> str:
    if column == "value":
        return readable_value(claim.value, claim.low, claim.high)
    return on_one_line(str(getattr(claim, column)))
