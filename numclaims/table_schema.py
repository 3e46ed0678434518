"""The claim table as a pandera schema, for pipelines that check their frames so; pandera is imported only where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numclaims.table import CHOICES, CLAIM_COLUMNS, NUMBER_COLUMNS, WHOLE_COLUMNS

if TYPE_CHECKING:
    from pandera.pandas import Column, DataFrameSchema


def pandera_schema() -> DataFrameSchema:
    """What `numclaims.claims_frame` promises: columns, types, words of closed columns, and that every claim stands in its document.

    Types are exact: of a table that was read from CSV, `claims_frame(claims_from_frame(frame))` restores them. Further columns, such as
    those of a reviewer, are allowed, and so is any order. Raises ModuleNotFoundError, saying what to install, where pandera is not there.
    """
    try:
        from pandera.pandas import Check, DataFrameSchema
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f"{error}; install it with: pip install 'numclaims[pandera]'", name=error.name) from None

    return DataFrameSchema(
        {name: _column(name) for name in CLAIM_COLUMNS},
        checks=[
            Check(lambda frame: frame["start"] < frame["end"], error="a claim ends behind where it starts"),
            Check(lambda frame: ~(frame["low"] > frame["high"]) | (frame["bound"] == "range"), error="low is above high in a range only"),
            Check(lambda frame: ~frame.duplicated(["doc", "claim"]), error="a document has one claim of each number"),
        ],
        name="claims",
    )


def _column(name: str) -> Column:
    import pandas as pd
    from pandera.pandas import Check, Column

    if name in WHOLE_COLUMNS:
        return Column("int64", Check.ge(0))
    if name in NUMBER_COLUMNS:
        return Column("float64", nullable=True)
    if name in CHOICES:
        return Column(pd.CategoricalDtype(list(CHOICES[name])))
    return Column("string")
