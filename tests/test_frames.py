"""Frames of documents in, frames of claims and findings out."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from pages import FENCED
from pandas.testing import assert_frame_equal

import numclaims
from numclaims.frames import audit_frame, compare_frame, extract_frame
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

_RAIDS = "Police in Torvik arrested {} people in raids at dawn on Thursday."
STORIES = pd.DataFrame(
    {
        "id": [f"{story}{number}" for story in "abc" for number in range(2)],
        "story": [story for story in "abc" for _ in range(2)],
        "text": [_RAIDS.format(number) for number in (37, 73, 41, 41, 58, 85)],
        "date": "2024-05-03",
    }
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


@pytest.mark.parametrize("made", [extract_frame, audit_frame, compare_frame])
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


def test_documents_are_compared_with_those_of_their_story() -> None:
    found = compare_frame(STORIES)
    assert found[["rule", "text"]].to_numpy().tolist() == [["CON002", "37 … 73"], ["CON002", "58 … 85"]]
    assert compare_frame(STORIES, ignore=["CON"]).empty
    assert compare_frame(STORIES.drop(columns="story")).empty


def test_dask_maps_it_over_partitions() -> None:
    dataframe = pytest.importorskip("dask.dataframe")
    spread = dataframe.from_pandas(DOCUMENTS[["id", "text"]], npartitions=2)
    claims = spread.map_partitions(extract_frame, meta=extract_frame(DOCUMENTS.head(0))).compute(scheduler="synchronous")
    assert_frame_equal(claims.reset_index(drop=True), extract_frame(DOCUMENTS[["id", "text"]]))


def test_dask_brings_the_documents_of_a_story_together() -> None:
    dataframe = pytest.importorskip("dask.dataframe")
    spread = dataframe.from_pandas(STORIES.iloc[::-1].reset_index(drop=True), npartitions=3)
    made = spread.shuffle("story").map_partitions(compare_frame, meta=compare_frame(STORIES.head(0)))
    found = made.compute(scheduler="synchronous")
    assert sorted(found["text"]) == ["73 … 37", "85 … 58"]


@pytest.fixture
def spark_recipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[pd.DataFrame], dict[str, pd.DataFrame]]:
    """What docs/python.md makes with a local Spark of a frame of documents, each of its results as a pandas frame."""
    sql = pytest.importorskip("pyspark.sql")
    root = Path(__file__).parents[1]
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")]))
    [recipe] = [
        block["text"] for block in FENCED.finditer((root / "docs" / "python.md").read_text("utf-8")) if "mapInPandas" in block["text"]
    ]

    def run(documents: pd.DataFrame) -> dict[str, pd.DataFrame]:
        spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        try:
            names = {"sdf": spark.createDataFrame(documents).repartition(3)}
            exec(recipe, names)
            return {name: names[name].toPandas() for name in ("claims", "findings", "rivals")}
        finally:
            spark.stop()

    return run


def test_spark_gives_what_pandas_gives(spark_recipe: Callable[[pd.DataFrame], dict[str, pd.DataFrame]]) -> None:
    made = spark_recipe(STORIES)
    for name, make in {"claims": extract_frame, "findings": audit_frame, "rivals": compare_frame}.items():
        expected = make(STORIES)
        order = ["doc", "start"]
        found = made[name].sort_values(order, ignore_index=True)
        if name == "rivals":  # which of two documents comes first is as Spark brings them together
            found["text"], expected["text"] = (frame["text"].str.split(" … ").map(sorted).map(str) for frame in (found, expected))
            assert found["text"].tolist() == expected["text"].tolist()
        else:
            assert list(found.columns) == list(expected.columns)
            assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == (
                expected.sort_values(order, ignore_index=True).astype(object).where(expected.notna(), None).to_numpy().tolist()
            )
