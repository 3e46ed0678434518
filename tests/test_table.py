"""The claim table as a pandas frame: the columns people know, types one can compute with, and the way back."""

from __future__ import annotations

from io import StringIO

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.model import Claim, Finding, Span
from numclaims.table import CLAIM_COLUMNS, ClaimTableError, claims_frame, claims_from_frame, findings_frame

BOATS = Claim("fleet", 1, 14, 16, "12", "The port lost 12 of its 9 boats.", "count", value=12.0, item="boats", step=1.0)
COST = Claim("fleet", 2, 40, 60, "$3 to $4 a boat", "It cost $3 to $4 a boat.", "money", None, 3.0, 4.0, "range", "USD", "boat")


def test_the_columns_stand_in_the_order_of_the_table() -> None:
    assert tuple(claims_frame([BOATS]).columns) == CLAIM_COLUMNS
    assert CLAIM_COLUMNS[:12] == (
        "doc",
        "claim",
        "start",
        "end",
        "text",
        "sentence",
        "kind",
        "value",
        "low",
        "high",
        "bound",
        "unit",
    )


@pytest.mark.parametrize("claims", [[BOATS, COST], []], ids=["two claims", "no claim"])
def test_columns_have_types_one_can_compute_with(claims: list[Claim]) -> None:
    types = {name: str(kind) for name, kind in claims_frame(claims).dtypes.items()}
    assert {name: types[name] for name in ("claim", "start", "value", "low", "kind", "bound", "change", "item")} == {
        "claim": "int64",
        "start": "int64",
        "value": "float64",
        "low": "float64",
        "kind": "category",
        "bound": "category",
        "change": "category",
        "item": "string",
    }


def test_numbers_add_up_and_absent_ones_are_missing() -> None:
    frame = claims_frame([BOATS, COST])
    assert frame["value"].sum() == 12
    assert frame["value"].isna().tolist() == [False, True]


_words = st.text(st.characters(codec="utf-8"), max_size=12)
_numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)
_claims = st.builds(
    Claim,
    doc=_words.filter(bool),
    claim=st.integers(1, 10**6),
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    text=_words.filter(bool),
    sentence=_words,
    kind=st.sampled_from(["count", "money", "rank"]),
    value=_numbers,
    low=_numbers,
    bound=st.sampled_from(["exact", "range", "at most"]),
    item=_words,
    change=st.sampled_from(["up", "none"]),
    base_value=_numbers,
    step=st.floats(0, 1e12),
)


@given(claims=st.lists(_claims, max_size=5))
def test_a_frame_gives_back_the_claims_it_was_made_of(claims: list[Claim]) -> None:
    assert claims_from_frame(claims_frame(claims)) == claims


def test_a_frame_read_back_from_csv_gives_the_same_claims() -> None:
    stored = claims_frame([BOATS, COST]).to_csv(index=False)
    assert claims_from_frame(pd.read_csv(StringIO(stored))) == [BOATS, COST]


def test_a_reviewers_columns_are_left_aside_and_missing_ones_take_their_defaults() -> None:
    frame = claims_frame([BOATS]).drop(columns=["place", "change", "base_value"]).assign(verdict="right")
    assert claims_from_frame(frame) == [BOATS]


@pytest.mark.parametrize(
    ("column", "cell", "complaint"),
    [
        ("value", "a dozen", "column 'value', row 1: 'a dozen' is not a number"),
        ("value", float("inf"), "column 'value', row 1: inf is not a number"),
        ("start", 2.5, "column 'start', row 1: 2.5 is not a whole number of at least 0"),
        ("start", -1, "column 'start', row 1: -1 is not a whole number of at least 0"),
        ("start", None, "column 'start', row 1: the cell is empty"),
        ("kind", "counts", "column 'kind', row 1: 'counts' is none of count, money"),
        ("doc", "", "column 'doc', row 1: the cell is empty"),
        ("bound", "around", "column 'bound', row 1: 'around' is none of exact, about"),
    ],
)
def test_a_wrong_cell_is_named_by_column_and_row(column: str, cell: object, complaint: str) -> None:
    frame = claims_frame([BOATS, COST]).astype(object)
    frame.loc[1, column] = cell
    with pytest.raises(ClaimTableError) as caught:
        claims_from_frame(frame)
    assert str(caught.value).startswith(complaint)


def test_a_frame_without_a_needed_column_is_no_claim_table() -> None:
    with pytest.raises(ClaimTableError, match="no column 'start', 'kind'"):
        claims_from_frame(claims_frame([BOATS]).drop(columns=["kind", "start"]))


def test_findings_are_rows_that_filter_by_severity() -> None:
    spans = (Span("fleet", 14, 16, "12"), Span("fleet", 24, 25, "9"))
    error = Finding("fleet", "SUM002", "part-exceeds-whole", "error", "12 is more than 9", spans, (1, 2))
    note = Finding("fleet", "RNG002", "unsupported-range", "note", "nobody is cited", spans[:1], (1,))
    frame = findings_frame([note, error])
    grave = frame[frame["severity"] >= "warning"]
    assert grave[["rule", "start", "end", "text", "claims"]].values.tolist() == [["SUM002", 14, 16, "12 … 9", (1, 2)]]
    assert findings_frame([]).columns.tolist() == frame.columns.tolist()
