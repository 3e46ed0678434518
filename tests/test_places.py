"""A place is what an editor jumps to: path, line and column of the file, or the title, or the row of a table."""

from __future__ import annotations

import pytest

from numclaims.model import Document
from numclaims.places import Places

TEXT = "First 12.\nSecond 34."


@pytest.mark.parametrize(
    ("document", "words", "expected"),
    [
        (Document("a", TEXT, path="a.txt"), "12", "a.txt:1:7"),
        (Document("a", TEXT, path="a.txt"), "34", "a.txt:2:8"),
        (Document("a", TEXT, path="a.txt", line=5), "34", "a.txt:6:8"),
        (Document("a", TEXT, path="-"), "12", "-:1:7"),
        (Document("a", TEXT), "34", "a:2:8"),
        (Document("a", TEXT, title="Over 56 hurt", path="a.txt"), "56", "a.txt:title:6"),
        (Document("a", TEXT, title="Over 56 hurt", path="a.txt"), "34", "a.txt:2:8"),
        (Document("a", TEXT, path="t.jsonl", line=7, record=True), "12", "t.jsonl:7 [a] 1:7"),
        (Document("a", TEXT, path="t.jsonl", line=7, record=True), "34", "t.jsonl:7 [a] 2:8"),
        (Document("a", TEXT, title="Over 56 hurt", path="t.jsonl", line=7, record=True), "56", "t.jsonl:7 [a] title:6"),
    ],
)
def test_a_place_is_where_the_words_stand_in_the_file(document: Document, words: str, expected: str) -> None:
    assert Places(document).place(document.full_text.index(words)) == expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(line_end: str) -> None:
    text = line_end.join(["one", "two 2", "three"])
    assert Places(Document("a", text, path="a")).place(text.index("2")) == "a:2:5"


def test_the_line_alone_says_title_in_a_title() -> None:
    document = Document("a", TEXT, title="Over 56 hurt")
    places = Places(document)
    assert [places.line(document.full_text.index(words)) for words in ("56", "12", "34")] == ["title", "1", "2"]
