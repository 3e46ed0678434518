"""Frames of documents in, frames of claims and findings out."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import numclaims
from numclaims.frames import audit_frame, extract_frame
from numclaims.reading.source import Columns

DOCUMENTS = pd.DataFrame(
    {
        "id": ["a", "b", None, "d"],
        "text": ["The storm sank 12 of the 9 boats.", "Some £3 million was paid on Friday.", "44 goats fled.", None],
        "date": [datetime.date(2024, 3, 1), "2024-03-05", pd.NaT, None],
        "remark": [1, 2, 3, 4],
    },
    index=[10, 11, 12, 13],
)


def test_the_claims_of_a_frame_are_those_of_its_documents() -> None:
    documents = [
        numclaims.Document("a", DOCUMENTS.text[10], date=datetime.date(2024, 3, 1)),
        numclaims.Document("b", DOCUMENTS.text[11], date=datetime.date(2024, 3, 5)),
        numclaims.Document("12", DOCUMENTS.text[12]),
    ]
    expected = numclaims.claims_frame(claim for document in documents for claim in numclaims.extract(document))
    assert set(expected.doc) == {"a", "b", "12"}
    assert_frame_equal(extract_frame(DOCUMENTS), expected)


def test_the_findings_of_a_frame_are_those_of_its_documents() -> None:
    found = audit_frame(DOCUMENTS)
    assert found[["doc", "rule"]].to_numpy().tolist() == [["a", "SUM002"]]
    assert audit_frame(DOCUMENTS, ignore=["SUM"]).empty


@pytest.mark.parametrize("made", [extract_frame, audit_frame])
def test_an_empty_frame_has_the_same_columns_and_types(made: type) -> None:
    full, empty = made(DOCUMENTS), made(DOCUMENTS.head(0))
    assert empty.empty
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()


def test_a_frame_may_be_cut_anywhere() -> None:
    pieces = pd.concat([extract_frame(DOCUMENTS[:1]), extract_frame(DOCUMENTS[1:])], ignore_index=True)
    assert_frame_equal(pieces, extract_frame(DOCUMENTS))


def test_columns_may_have_other_names() -> None:
    renamed = DOCUMENTS.rename(columns={"id": "key", "text": "body"})
    assert_frame_equal(extract_frame(renamed, columns=Columns(id="key", text="body")), extract_frame(DOCUMENTS))


def test_what_is_no_text_is_named_with_its_row() -> None:
    with pytest.raises(ValueError, match="row 7: text is int, not a string"):
        extract_frame(pd.DataFrame({"text": [6]}, index=[7]))
    with pytest.raises(ValueError, match="no column named text; there are 'body'"):
        extract_frame(pd.DataFrame({"body": ["Six."]}))


def test_a_date_that_is_none_is_warned_of() -> None:
    with pytest.warns(UserWarning, match="row 0: date 'Friday' is not a date"):
        frame = extract_frame(pd.DataFrame({"text": ["Six goats."], "date": ["Friday"]}))
    assert len(frame) == 1


def test_dask_maps_it_over_partitions() -> None:
    dataframe = pytest.importorskip("dask.dataframe")
    spread = dataframe.from_pandas(DOCUMENTS[["id", "text"]], npartitions=2)
    claims = spread.map_partitions(extract_frame, meta=extract_frame(DOCUMENTS.head(0))).compute(scheduler="synchronous")
    assert_frame_equal(claims.reset_index(drop=True), extract_frame(DOCUMENTS[["id", "text"]]))
