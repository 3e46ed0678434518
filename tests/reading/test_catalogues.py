"""The documents.csv beside text files: what it gives them, and how its mistakes are reported."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from numclaims.model import Document
from numclaims.reading import read_documents

LISTED = "id,file,title,date,outlet,story\none,a.txt,On one,2021-06-05,The Wire,flood\n,b.txt,,,,flood\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / "in" / name).write_text(f"Text {name[0]}.", encoding="utf-8")
    return tmp_path / "in"


def catalogue(folder: Path, content: str) -> None:
    (folder / "documents.csv").write_text(content, encoding="utf-8")


def told(*paths: str) -> list[str]:
    return [item.id if isinstance(item, Document) else str(item) for item in read_documents(paths)]


def test_it_gives_files_their_id_title_date_outlet_and_story(folder: Path) -> None:
    catalogue(folder, LISTED)
    day = datetime.date(2020, 2, 2)
    assert list(read_documents(["in"], date=day)) == [
        Document("one", "Text a.", "On one", datetime.date(2021, 6, 5), "flood", "The Wire", path="in/a.txt"),
        Document("in/b.txt", "Text b.", date=day, story="flood", path="in/b.txt"),
        Document("in/c.txt", "Text c.", date=day, path="in/c.txt"),
    ]


@pytest.mark.parametrize("path", ["in/a.txt", "in/*.txt", "in/../in/a.txt"])
def test_it_counts_however_the_file_is_named(folder: Path, path: str) -> None:
    catalogue(folder, LISTED)
    first = next(iter(read_documents([path])))
    assert isinstance(first, Document)
    assert (first.id, first.story) == ("one", "flood")


def test_it_is_not_read_as_documents(folder: Path) -> None:
    catalogue(folder, LISTED)
    assert told("in") == ["one", "in/b.txt", "in/c.txt"]
    assert told("in/a.txt", "in/b.txt", "in/c.txt", "in/documents.csv") == ["one", "in/b.txt", "in/c.txt"]


def test_naming_it_reads_the_files_it_lists(folder: Path) -> None:
    catalogue(folder, LISTED + "notes,notes.log,,,,\n")
    (folder / "notes.log").write_text("Seven.", encoding="utf-8")
    assert told("in/documents.csv") == ["one", "in/b.txt", "notes"]


def test_with_texts_in_it_it_is_a_table_of_documents(folder: Path) -> None:
    catalogue(folder, "id,text\nr,Six.\n")
    assert told("in") == ["in/a.txt", "in/b.txt", "in/c.txt", "r"]


@pytest.mark.parametrize(
    ("row", "report"),
    [
        (",gone.txt,", "in/gone.txt: is listed in documents.csv but does not exist"),
        ("x,,", "in/documents.csv:3: the row names no file"),
        (",../b.txt,", "in/documents.csv:3: file '../b.txt' is not the plain name of a file in this folder"),
        (",a.txt,", "in/documents.csv:3: file 'a.txt' is listed twice; the first row counts"),
        ("x,b.txt,One, two", "in/documents.csv:3: has 4 fields for 3 columns; put text with delimiters in quotes"),
        ('x,b.txt,"One', "in/documents.csv:3: a quotation mark is never closed"),
    ],
)
def test_its_mistakes_are_reported_once_and_the_files_are_read(folder: Path, row: str, report: str) -> None:
    catalogue(folder, f"id,file,title\none,a.txt,\n{row}\n")
    stream = told("in", "in/documents.csv")
    assert sorted(stream) == sorted([report, "one", "in/b.txt", "in/c.txt"])


def test_a_bad_date_in_it_leaves_the_file_without_a_date_and_warns(folder: Path) -> None:
    catalogue(folder, "file,date\na.txt,5 June\nb.txt,2021-06-05\n")
    bad, good = read_documents(["in/a.txt", "in/b.txt"], date=datetime.date(2020, 2, 2))
    assert isinstance(bad, Document)
    assert (bad.text, bad.date) == ("Text a.", None)
    assert bad.warnings == ("in/documents.csv:2: date '5 June' is not a date; write it like 2024-11-20; in/a.txt is read without a date",)
    assert isinstance(good, Document)
    assert (good.date, good.warnings) == (datetime.date(2021, 6, 5), ())


def test_an_id_given_twice_is_told_and_the_documents_stay_apart(folder: Path) -> None:
    catalogue(folder, "id,file\none,a.txt\none,b.txt\n")
    first, second, _ = read_documents(["in"])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.warnings) == ("one", ())
    assert second.id == "in/b.txt"
    assert second.warnings == ("in/b.txt: the id 'one' is already that of in/a.txt; this document is called 'in/b.txt'",)


def test_a_guess_at_its_encoding_is_told_with_the_first_file(folder: Path) -> None:
    (folder / "documents.csv").write_bytes("file,title\na.txt,Caf\xe9 10\n".encode("cp1252"))
    first, second, _ = read_documents(["in"])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [warning.partition(";")[0] for warning in first.warnings] == ["in/documents.csv: is not UTF-8"]
    assert second.warnings == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,when\na.txt,2021\n", "has neither a column file nor a column text; there are 'name', 'when'"),
        ("\0" * 50, "looks binary: too many control characters for text"),
    ],
)
def test_one_that_says_nothing_is_reported_once_and_the_files_are_read(folder: Path, content: str, reason: str) -> None:
    catalogue(folder, content)
    assert told("in/a.txt", "in") == [f"in/documents.csv: {reason}", "in/a.txt", "in/b.txt", "in/c.txt"]


def test_a_document_listing_itself_is_not_read_for_ever(folder: Path) -> None:
    catalogue(folder, "file\ndocuments.csv\na.txt\n")
    assert told("in/documents.csv") == ["in/a.txt"]


def test_the_example_articles_are_listed() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    items = list(read_documents([seeds]))
    documents = [item for item in items if isinstance(item, Document)]
    assert len(documents) == len(items) == 2
    assert [document.outlet for document in documents] == ["ITV News", "Voice of America"]
    assert {document.date for document in documents} == {datetime.date(2024, 11, 20)}
    assert len({document.story for document in documents}) == 1
    assert not documents[0].text.startswith(documents[0].title)
    assert [document.line for document in documents] == [2, 1]
