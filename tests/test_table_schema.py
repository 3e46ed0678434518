"""The pandera schema holds for what numclaims makes, and for nothing that is no claim table."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

import numclaims

TEXT = "The storm sank 12 of the 9 boats, or about 40% of all, for between $5 and $3 million in 3 days. It drowned dozens of cows."


def test_without_pandera_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['pandera'] = None; import numclaims; numclaims.pandera_schema()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith("install it with: pip install 'numclaims[pandera]'")


@pytest.mark.parametrize("text", [TEXT, "", "It rained."])
def test_the_claims_of_a_text_are_a_claim_table(text: str) -> None:
    pytest.importorskip("pandera.pandas")
    frame = numclaims.claims_frame(numclaims.extract(text))
    pd.testing.assert_frame_equal(numclaims.pandera_schema().validate(frame), frame)


def test_columns_that_somebody_adds_are_allowed() -> None:
    pytest.importorskip("pandera.pandas")
    frame = numclaims.claims_frame(numclaims.extract(TEXT)).assign(reviewer="A. Kern")
    assert "reviewer" in numclaims.pandera_schema().validate(frame).columns


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("start", -1, "greater_than_or_equal_to(0)"),
        ("value", "twelve", "dtype('float64')"),
        ("kind", "number", "dtype('category')"),
        ("claim", 1, "a document has one claim of each number"),
        ("end", 0, "a claim ends behind where it starts"),
    ],
)
def test_what_is_no_claim_table_is_told(column: str, cell: object, told: str) -> None:
    errors = pytest.importorskip("pandera.errors")
    frame = numclaims.claims_frame(numclaims.extract(TEXT))
    frame[column] = [cell, *frame[column].tolist()[1:]]
    with pytest.raises(errors.SchemaErrors) as raised:
        numclaims.pandera_schema().validate(frame, lazy=True)
    assert any(told in check for check in raised.value.failure_cases["check"])


def test_a_missing_column_is_told() -> None:
    errors = pytest.importorskip("pandera.errors")
    frame = numclaims.claims_frame(numclaims.extract(TEXT)).drop(columns="unit")
    with pytest.raises(errors.SchemaError, match="unit"):
        numclaims.pandera_schema().validate(frame)
