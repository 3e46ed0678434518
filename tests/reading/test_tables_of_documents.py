"""Tables of documents, in JSON lines and CSV: what a record gives, and that a broken one costs only itself."""

from __future__ import annotations

import csv
import datetime
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.model import Document
from numclaims.reading import Unreadable, jsonl, read_documents, table
from numclaims.reading.source import Columns, Source

DAY = datetime.date(2022, 3, 1)
Write = Callable[[Path, list[dict[str, object]]], Path]


def write_jsonl(folder: Path, records: list[dict[str, object]]) -> Path:
    path = folder / "wire.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def write_csv(folder: Path, records: list[dict[str, object]]) -> Path:
    path = folder / "wire.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(records[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)
    return path


both_formats = pytest.mark.parametrize("write", [write_jsonl, write_csv])


def lines_of(path: Path, content: str | bytes) -> list[Document | Unreadable]:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return list(read_documents([path]))


@both_formats
def test_a_record_gives_all_that_is_known_of_a_document(tmp_path: Path, write: Write) -> None:
    record: dict[str, object] = {
        "id": "r1",
        "text": "Six.\r\nSeven.",
        "title": "On six",
        "date": "2022-03-01T08:30:00Z",
        "story": "s",
        "outlet": "O",
    }
    path = write(tmp_path, [record, {**record, "id": 17, "date": "", "title": "On\n seven"}])
    line = 1 if path.suffix == ".jsonl" else 2
    first, second = read_documents([path], date=datetime.date(2020, 1, 1))
    name = path.as_posix()
    assert first == Document("r1", "Six.\nSeven.", "On six", DAY, "s", "O", path=name, line=line, record=True)
    assert isinstance(second, Document)
    assert (second.id, second.title, second.date) == ("17", "On seven", datetime.date(2020, 1, 1))


@both_formats
@pytest.mark.parametrize("date", ["1/3/2022", "2022-02-30", "2022-13-01", "yesterday", "2022-03-01x", "0000-01-01"])
def test_a_bad_date_leaves_the_record_without_a_date_and_warns(tmp_path: Path, write: Write, date: str) -> None:
    path = write(tmp_path, [{"text": "Six.", "date": date}, {"text": "Seven.", "date": "2022-03-01"}])
    bad, good = read_documents([path], date=datetime.date(2020, 1, 1))
    assert isinstance(bad, Document)
    assert bad.date is None
    problem = f"date '{date}' is not a date; write it like 2024-11-20; the document is read without a date"
    assert bad.warnings == (f"{path}:{bad.line}: {problem}",)
    assert isinstance(good, Document)
    assert (good.date, good.warnings) == (DAY, ())


@both_formats
def test_records_with_one_id_stay_apart_and_both_are_named(tmp_path: Path, write: Write) -> None:
    path = write(tmp_path, [{"id": "a", "text": "Six."}, {"id": "b", "text": "Seven."}, {"id": "a", "text": "Eight."}])
    first, _, third = read_documents([path])
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert (first.id, third.id) == ("a", f"{path}:{third.line}")
    assert third.warnings == (f"{third.id}: the id 'a' is already that of {path}:{first.line}; this document is called '{third.id}'",)


def test_records_without_ids_stay_apart_in_files_of_one_name(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        write_jsonl(folder, [{"text": "Six."}, {"text": "Seven."}])
    documents = [item for item in read_documents(folders) if isinstance(item, Document)]
    assert len({document.id for document in documents}) == 4


@pytest.mark.parametrize("date", ["2022-03-01", "2022-03-01T00:00", "2022-03-01 23:59:59.5+02:00", " 2022-03-01 "])
def test_dates_and_datetimes_give_their_day(tmp_path: Path, date: str) -> None:
    (document,) = lines_of(tmp_path / "a.jsonl", json.dumps({"text": "", "date": date}))
    assert isinstance(document, Document)
    assert document.date == DAY


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "Six."', "not JSON: Expecting ',' delimiter at column 16"),
        ("Six.", "not JSON: Expecting value at column 1"),
        ('["Six."]', "holds list, not an object with a text"),
        ('{"id": 3, "body": "Six."}', "text is missing; there are 'id', 'body'"),
        ("{}", "text is missing; there are no columns"),
        ('{"text": null}', "text is NoneType, not a string"),
        ('{"text": 6}', "text is int, not a string"),
        ('{"text": "Six.", "id": [1]}', "id is list, not a string or a number"),
        ('{"text": "Six.", "id": true}', "id is bool, not a string or a number"),
        ('{"text": "Six.", "title": {"a": 1}}', "title is dict, not a string or a number"),
        ("[" * 100_000, "not a document: nested too deeply"),
        ('{"text": "Six.", "id": ' + "9" * 5000 + "}", "not JSON: Exceeds the limit"),
    ],
)
def test_a_broken_line_is_reported_with_its_place_and_the_rest_is_read(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "wire.jsonl"
    first, broken, last = lines_of(path, f'{{"text": "One."}}\n\n{line}\n{{"text": "Two."}}')
    assert isinstance(broken, Unreadable)
    assert (broken.path, broken.line) == (path.as_posix(), 3)
    assert broken.reason.startswith(reason)
    assert [item.id for item in (first, last) if isinstance(item, Document)] == ["wire:1", "wire:4"]


def test_lone_surrogates_become_replacement_characters_and_pairs_stay(tmp_path: Path) -> None:
    (document,) = lines_of(tmp_path / "a.jsonl", r'{"id": "\udc80", "title": "\ud800!", "text": "5 \ud83d men \ud83d\ude42"}')
    assert isinstance(document, Document)
    assert (document.id, document.title, document.text) == ("\ufffd", "\ufffd!", "5 \ufffd men 🙂")
    document.full_text.encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_tables_are_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    (from_json,) = lines_of(tmp_path / "a.jsonl", '{"text": "£5 – six"}'.encode(encoding))
    (from_csv,) = lines_of(tmp_path / "a.csv", "id,text\r\nx,£5 – six\r\n".encode(encoding))
    for document in (from_json, from_csv):
        assert isinstance(document, Document)
        assert document.text == "£5 – six"


@pytest.mark.parametrize("content", ["", "\n", "\ufeff"])
def test_an_empty_jsonl_file_holds_no_documents(tmp_path: Path, content: str) -> None:
    assert lines_of(tmp_path / "a.jsonl", content) == []


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('id,text\na,"Six, or ""seven""\nmen."\n', ['Six, or "seven"\nmen.']),
        ("ID; Text ;other\na;Six;x\n", ["Six"]),
        ("id\ttext\na\tSix, seven\n", ["Six, seven"]),
        ("text\n\nSix\n,\n", ["Six"]),
        ("text,id\nSix\n", ["Six"]),
        ("id,text\na,\n", [""]),
        ("id,text\na,fi\0ve\n", ["fi\0ve"]),
        ("id,text\n", []),
    ],
)
def test_csv_gives_a_document_a_row(tmp_path: Path, content: str, texts: list[str]) -> None:
    items = lines_of(tmp_path / "a.csv", content)
    assert [item.text for item in items if isinstance(item, Document)] == texts


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,Six, or seven", "has 3 fields for 2 columns; put text with delimiters in quotes"),
        ("a", "text is missing; there are 'id'"),
        ('a,"Six" or seven', "broken row:"),
    ],
)
def test_a_broken_row_is_reported_with_its_place_and_the_rest_is_read(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "wire.csv"
    first, broken, last = lines_of(path, f'id,text\n,"One\ntwo."\n{row}\n,Three.\n')
    assert isinstance(broken, Unreadable)
    assert (broken.path, broken.line) == (path.as_posix(), 4)
    assert broken.reason.startswith(reason)
    assert [(item.id, item.line) for item in (first, last) if isinstance(item, Document)] == [("wire:2", 2), ("wire:5", 5)]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest_in_silence(tmp_path: Path) -> None:
    first, broken = lines_of(tmp_path / "a.csv", 'id,text\na,Six.\nb,"Seven\nc,Eight.\n')
    assert isinstance(first, Document)
    assert isinstance(broken, Unreadable)
    assert (broken.line, broken.reason) == (3, "a quotation mark is never closed")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("id,body\na,Six.\n", "has no column named text; there are 'id', 'body'"),
        ("", "has no column named text; there are no columns"),
        ('"id,text\n', "broken header: unexpected end of data"),
    ],
)
def test_a_table_without_texts_is_reported_with_the_columns_found(tmp_path: Path, content: str, reason: str) -> None:
    (report,) = lines_of(tmp_path / "a.csv", content)
    assert isinstance(report, Unreadable)
    assert report.reason == reason


def test_a_cell_may_hold_a_whole_report(tmp_path: Path) -> None:
    (document,) = lines_of(tmp_path / "a.csv", "id,text\na," + "Seven men. " * 50_000)
    assert isinstance(document, Document)
    assert len(document.text) == 550_000


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_tables_are_read_line_by_line(name: str) -> None:
    class Counting(io.StringIO):
        lines = 0

        def __next__(self) -> str:  # type: ignore[override]
            self.lines += 1
            return super().__next__()

    stream = Counting("text\n" + "Six.\n" * 1000 if name.endswith("csv") else '{"text": "Six."}\n' * 1000)
    reader = table.read if name.endswith("csv") else jsonl.read
    next(reader(Source(name, stream)))
    assert stream.lines <= 2


@given(st.lists(st.fixed_dictionaries({"id": st.text(), "text": st.text(), "title": st.text()}), max_size=4))
def test_every_record_written_as_json_is_read_back(records: list[dict[str, str]]) -> None:
    stream = io.StringIO("".join(json.dumps(record) + "\n" for record in records))
    items = list(jsonl.read(Source("a.jsonl", stream)))
    texts = [record["text"].replace("\r\n", "\n").replace("\r", "\n") for record in records]
    assert [item.text for item in items if isinstance(item, Document)] == texts


@given(st.text(st.sampled_from('ab,";\t\n\0 15text')))
def test_no_csv_crashes_the_reader(content: str) -> None:
    for item in table.read(Source("a.csv", io.StringIO(content))):
        assert isinstance(item, Document | Unreadable)


@given(st.text(st.sampled_from('{}[]":,\\ud8 "text"1\n')))
def test_no_json_lines_crash_the_reader(content: str) -> None:
    for item in jsonl.read(Source("a.jsonl", io.StringIO(content))):
        assert isinstance(item, Document | Unreadable)


def write_parquet(folder: Path, records: list[dict[str, object]]) -> Path:
    import pyarrow
    from pyarrow import parquet

    path = folder / "wire.parquet"
    parquet.write_table(pyarrow.Table.from_pylist(records), path)
    return path


def write_packed(folder: Path, records: list[dict[str, object]]) -> Path:
    plain = write_jsonl(folder, records)
    path = folder / "wire.jsonl.gz"
    path.write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    return path


every_format = pytest.mark.parametrize("write", [write_jsonl, write_csv, write_parquet, write_packed])


@every_format
def test_columns_may_have_other_names(tmp_path: Path, write: Write) -> None:
    records: list[dict[str, object]] = [
        {"Key": f"k{n}", "Body": f"{n} goats.", "Head": "On goats", "Day": "2022-03-01", "text": "x"} for n in (6, 7)
    ]
    columns = Columns(id="Key", text="Body", title="Head", date="Day")
    documents = list(read_documents([write(tmp_path, records)], columns=columns))
    found = [(item.id, item.text, item.title, item.date) for item in documents if isinstance(item, Document)]
    assert found == [("k6", "6 goats.", "On goats", DAY), ("k7", "7 goats.", "On goats", DAY)]


@every_format
def test_a_folder_gives_tables_of_every_format(tmp_path: Path, write: Write) -> None:
    write(tmp_path, [{"text": "Six goats."}])
    (document,) = read_documents([tmp_path])
    assert isinstance(document, Document)
    assert document.id == f"wire:{2 if write is write_csv else 1}"


@every_format
def test_a_column_that_there_is_not_is_named(tmp_path: Path, write: Write) -> None:
    (report,) = read_documents([write(tmp_path, [{"text": "Six goats."}])], columns=Columns(text="body"))
    assert isinstance(report, Unreadable)
    assert "body" in report.reason
    assert "'text'" in report.reason


def test_days_and_times_of_parquet_give_the_date(tmp_path: Path) -> None:
    at = datetime.datetime(2022, 3, 1, 8, 30, tzinfo=datetime.UTC)
    path = write_parquet(tmp_path, [{"text": "Six.", "date": at}, {"text": "Seven.", "date": None}])
    first, second = read_documents([path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.date, second.date) == (DAY, None)
