"""Plain text to documents: the title is not said twice, and lines stay those of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from numclaims.model import Document
from numclaims.reading import read_documents

TITLE = "Mayor’s plan costs $3 million"


def read_with_title(folder: Path, name: str, content: str, title: str = TITLE) -> Document:
    (folder / name).write_text(content, encoding="utf-8")
    (folder / "documents.csv").write_text(f'id,file,title\nd1,{name},"{title}"\n', encoding="utf-8")
    (document,) = read_documents([folder / name])
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("content", "body", "line"),
    [
        (f"{TITLE}\nIt is dear.\nVery.", "It is dear.\nVery.", 2),
        (f"{TITLE}\n\n\nIt is dear.", "It is dear.", 4),
        (f"\n\n{TITLE}\r\n\r\n  It is dear.", "  It is dear.", 5),
        (f"  {TITLE.replace('’', chr(39))}  \nIt is dear.", "It is dear.", 2),
        ("Mayor’s  plan costs\t$3 million\nIt is dear.", "It is dear.", 2),
        (TITLE, "", 1),
        (f"{TITLE}\n\n", "", 3),
        (f"{TITLE}, he says.\nIt is dear.", f"{TITLE}, he says.\nIt is dear.", 1),
        (f"It is dear.\n{TITLE}", f"It is dear.\n{TITLE}", 1),
        ("", "", 1),
    ],
)
def test_the_body_begins_after_a_first_line_that_is_the_title(tmp_path: Path, content: str, body: str, line: int) -> None:
    document = read_with_title(tmp_path, "a.txt", content)
    assert (document.title, document.text, document.line) == (TITLE, body, line)


def test_a_heading_that_is_the_title_is_not_said_twice(tmp_path: Path) -> None:
    document = read_with_title(tmp_path, "a.md", f"---\nlayout: post\n---\n\n# {TITLE}\n\nIt is dear.")
    assert (document.text, document.line) == ("It is dear.", 7)


def test_the_line_of_the_body_is_its_line_in_the_file(tmp_path: Path) -> None:
    content = f"\n{TITLE}\n\nIt is dear.\nVery."
    document = read_with_title(tmp_path, "a.txt", content)
    lines = content.split("\n")
    for number, line in enumerate(document.text.split("\n"), start=document.line):
        assert lines[number - 1] == line


def test_without_a_listed_title_the_whole_file_is_the_text(tmp_path: Path) -> None:
    document = read_with_title(tmp_path, "a.txt", f"{TITLE}\nIt is dear.", title="")
    assert (document.title, document.full_text) == ("", f"{TITLE}\nIt is dear.")
