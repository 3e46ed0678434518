"""Claim tables in forms that a document can be written in by itself: in a run over several processes each sends text, and no claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numclaims.context.claims import analyse_in_pieces
from numclaims.model import Analysis, Document
from numclaims.reading import Unreadable
from numclaims.report.csv_report import claim_rows, csv_rows
from numclaims.report.jsonl import claim_lines
from numclaims.table import CLAIM_COLUMNS

if TYPE_CHECKING:
    from numclaims.evidence import Evidence
    from numclaims.lexicon.topics import Topics

_WRITTEN: dict[str, Callable[[Analysis], str]] = {"csv": claim_rows, "jsonl": claim_lines}


@dataclass(frozen=True, slots=True)
class Rows:
    """The claims of a document, or of a piece of it, as text to write, and how many numbers were seen and claims read."""

    document: Document
    numbers: int
    claims: int
    text: str

    @classmethod
    def of(cls, analysis: Analysis, form: str) -> Rows:
        """The claims of an analysis in one of the forms csv and jsonl."""
        return cls(analysis.document, analysis.numbers, len(analysis.claims), _WRITTEN[form](analysis))


def rows_of(document: Document, *, form: str, why: bool, evidence: Evidence | None, topics: Topics | None = None) -> Iterator[Rows]:
    """The rows of a document, those of a long text a piece at a time unless evidence is held against it."""
    if evidence is None:
        for analysis in analyse_in_pieces(document, why=why, topics=topics):
            yield Rows.of(analysis, form)
    else:
        from numclaims.pipeline import read

        yield Rows.of(read(document, evidence, why=why, topics=topics), form)


def claims_as_csv(results: Iterable[Rows | Unreadable]) -> Iterator[str]:
    """The claim table below the names of its columns."""
    yield csv_rows([CLAIM_COLUMNS])
    yield from claims_as_lines(results)


def claims_as_lines(results: Iterable[Rows | Unreadable]) -> Iterator[str]:
    """The claim table alone."""
    for result in results:
        if isinstance(result, Rows):
            yield result.text
