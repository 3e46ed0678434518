"""The claim table as a Parquet file, written in batches, so that its size is not bounded by memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from numclaims.model import Analysis, Claim
from numclaims.reading import Unreadable
from numclaims.table import CLAIM_COLUMNS, NUMBER_COLUMNS, WHOLE_COLUMNS

SCHEMA = pa.schema(
    [(name, pa.int64() if name in WHOLE_COLUMNS else pa.float64() if name in NUMBER_COLUMNS else pa.string()) for name in CLAIM_COLUMNS]
)
"""Whole numbers, floats (null where there is none) and strings ("" where there is nothing to say), in the order of the columns."""

_BATCH = 10_000


def write_claims(results: Iterable[Analysis | Unreadable], file: BinaryIO) -> None:
    """Write all claims, one row each, in batches of ten thousand."""
    with pq.ParquetWriter(file, SCHEMA) as writer:
        rest = _claims(results)
        while claims := list(islice(rest, _BATCH)):
            columns = [[getattr(claim, name) for claim in claims] for name in CLAIM_COLUMNS]
            writer.write_table(pa.table(columns, schema=SCHEMA))


def _claims(results: Iterable[Analysis | Unreadable]) -> Iterator[Claim]:
    for result in results:
        if isinstance(result, Analysis):
            yield from result.claims
