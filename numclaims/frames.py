"""Frames of documents to frames of claims and of findings, row by row and with a fixed schema, for pandas and what works like it.

Nothing is kept from row to row, so that a frame may be cut anywhere: `ddf.map_partitions(extract_frame, meta=extract_frame(empty))`. Only
`compare_frame` needs all documents of a story in one frame, which engines bring together by that column.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from datetime import date, datetime
from typing import TYPE_CHECKING

from numclaims.model import Document
from numclaims.pipeline import audit, compare, extract, read
from numclaims.reading import Unreadable
from numclaims.reading.record import document_of, names
from numclaims.reading.source import USUAL_COLUMNS, Columns, Origin
from numclaims.stories import Stories
from numclaims.table import CLAIM_COLUMNS, FINDING_COLUMNS, NUMBER_COLUMNS, WHOLE_COLUMNS, claims_frame, findings_frame

if TYPE_CHECKING:
    import pandas as pd

    from numclaims.evidence import Evidence
    from numclaims.lexicon.topics import Topics


def _types(columns: Iterable[str]) -> str:
    """Columns with their types as SQL names them."""
    kinds = {"claims": "array<bigint>", **dict.fromkeys(WHOLE_COLUMNS, "bigint"), **dict.fromkeys(NUMBER_COLUMNS, "double")}
    return ", ".join(f"`{column}` {kinds.get(column, 'string')}" for column in columns)


CLAIM_SCHEMA, FINDING_SCHEMA = _types(CLAIM_COLUMNS), _types(FINDING_COLUMNS)
"""The columns of both frames with their types as SQL names them, for engines that must be told (Spark)."""


def extract_frame(
    frame: pd.DataFrame, *, columns: Columns = USUAL_COLUMNS, evidence: Evidence | None = None, topics: Topics | None = None
) -> pd.DataFrame:
    """The claims of the documents in a frame, one row a claim, as `numclaims.claims_frame` has them; its index is new.

    `frame` has a document a row, with the text in a column and, if known, id, title, date, story and outlet in others; `columns` are
    what these are called; `evidence` and `topics` are as for `numclaims.extract`. A row without an id is called by its index label. An
    empty text has no claims. Raises ValueError, naming column and row, where there is no column of texts and where a cell cannot be
    what its column holds; a date that is none is warned of, and its document read without one.
    """
    return claims_frame(claim for document in _documents(frame, columns) for claim in extract(document, evidence=evidence, topics=topics))


def audit_frame(
    frame: pd.DataFrame,
    *,
    columns: Columns = USUAL_COLUMNS,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    evidence: Evidence | None = None,
    topics: Topics | None = None,
) -> pd.DataFrame:
    """The findings in the documents of a frame, one row a finding, as `numclaims.findings_frame` has them; its index is new.

    `frame` and `columns` are as for `extract_frame`, the others as for `numclaims.audit`. Documents are not compared with one another.
    """
    chosen, ignored = tuple(select), tuple(ignore)
    documents = _documents(frame, columns)
    audits = (audit(document, select=chosen, ignore=ignored, evidence=evidence, topics=topics) for document in documents)
    return findings_frame(finding for each in audits for finding in each.findings)


def compare_frame(
    frame: pd.DataFrame, *, columns: Columns = USUAL_COLUMNS, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> pd.DataFrame:
    """What the documents of each story in a frame say against one another, one row a finding, as `numclaims.findings_frame` has them.

    `frame` and the others are as for `audit_frame`. All documents of a story must be in it: group by that column first.
    """
    chosen, ignored = tuple(select), tuple(ignore)
    stories = Stories()
    for document in _documents(frame, columns):
        stories.add(read(document))
    return findings_frame(finding for story in stories for finding in compare(story, select=chosen, ignore=ignored).findings)


def _documents(frame: pd.DataFrame, columns: Columns) -> Iterator[Document]:
    if columns.text not in frame.columns:
        raise ValueError(f"the frame has no column named {columns.text}; there are {names(map(str, frame.columns))}")
    wanted = [name for name in dict.fromkeys(astuple(columns)) if name in frame.columns]
    origin = Origin("frame", columns=columns)
    cells = [frame[name].tolist() for name in wanted]
    for label, *row in zip(frame.index, *cells, strict=True):
        fields = {name: _plain(cell) for name, cell in zip(wanted, row, strict=True)}
        if fields[columns.text] is None:
            continue
        fields[columns.id] = fields.get(columns.id) or str(label)
        document = document_of(fields, origin, 0)
        if isinstance(document, Unreadable):
            raise ValueError(f"row {label!r}: {document.reason}")
        for warning in document.warnings:
            warnings.warn(f"row {label!r}: {warning.removeprefix('frame:0: ')}", stacklevel=4)
        yield document


def _plain(cell: object) -> object:
    """A cell as a table in a file has it; None where there is nothing in it."""
    import pandas as pd

    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return None
    return cell.isoformat() if isinstance(cell, date | datetime) else cell
