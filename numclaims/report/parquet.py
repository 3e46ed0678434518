"""The claim table as a Parquet file, written in batches, so that its size is not bounded by memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from operator import attrgetter
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from numclaims.model import Analysis
from numclaims.reading import Unreadable
from numclaims.table import CLAIM_COLUMNS, NUMBER_COLUMNS, WHOLE_COLUMNS

SCHEMA = pa.schema(
    [(name, pa.int64() if name in WHOLE_COLUMNS else pa.float64() if name in NUMBER_COLUMNS else pa.string()) for name in CLAIM_COLUMNS]
)
"""Whole numbers, floats (null where there is none) and strings ("" where there is nothing to say), in the order of the columns."""

_BATCH = 10_000
_cells_of = attrgetter(*CLAIM_COLUMNS)


def write_claims(results: Iterable[Analysis | Unreadable], file: BinaryIO) -> None:
    """Write all claims, one row each, in batches of ten thousand."""
    _write((_cells_of(claim) for result in results if isinstance(result, Analysis) for claim in result.claims), file)


def write_lines(lines: Iterable[str], file: BinaryIO) -> None:
    """The same of claims as JSON lines, which give the same file."""
    _write((tuple(_cell(name, record[name]) for name in CLAIM_COLUMNS) for record in map(json.loads, lines)), file)


def _write(rows: Iterable[tuple[object, ...]], file: BinaryIO) -> None:
    rest = iter(rows)
    with pq.ParquetWriter(file, SCHEMA) as writer:
        while batch := list(islice(rest, _BATCH)):
            writer.write_table(pa.table(list(map(list, zip(*batch, strict=True))), schema=SCHEMA))


def _cell(name: str, value: object) -> object:
    """A value of a JSON line as a claim has it: JSON has null for a text that is empty."""
    return "" if value is None and name not in NUMBER_COLUMNS else value
