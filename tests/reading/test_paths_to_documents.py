"""Which files a path of the user means, and that nothing a path can be stops a run."""

from __future__ import annotations

import datetime
import io
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from numclaims.model import Document
from numclaims.reading import Unreadable, opening, read_documents


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {path.name}.", encoding="utf-8")


def ids(*paths: str | Path) -> list[str]:
    """Ids of documents, and reports as they print, in the order of the stream."""
    return [item.id if isinstance(item, Document) else str(item) for item in read_documents(paths)]


def only(paths: list[str]) -> Unreadable:
    (item,) = read_documents(paths)
    assert isinstance(item, Unreadable)
    return item


def test_a_folder_is_read_sorted_and_recursively_without_hidden_and_unknown_files(here: Path) -> None:
    write(here, "in/b.txt", "in/a.md", "in/.hidden.txt", "in/.git/x.txt", "in/photo.png", "in/Z.TXT", "in/deep/c.txt")
    assert ids("in") == ["in/Z.TXT", "in/a.md", "in/b.txt", "in/deep/c.txt"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*.txt", ["in/a.txt", "in/b.txt"]),
        ("in/?.log", ["in/c.log"]),
        ("in/[b-z].txt", ["in/b.txt"]),
        ("in/**/*.txt", ["in/a.txt", "in/b.txt", "in/deep/d.txt"]),
        ("in/.*.txt", ["in/.hidden.txt"]),
        ("i*", ["in/a.txt", "in/b.txt", "in/deep/d.txt"]),
        ("./in/../in/a*", ["in/../in/a.txt"]),
    ],
)
def test_a_quoted_glob_gives_its_matches(here: Path, pattern: str, expected: list[str]) -> None:
    write(here, "in/a.txt", "in/b.txt", "in/c.log", "in/.hidden.txt", "in/deep/d.txt")
    assert ids(pattern) == expected


def test_an_absolute_glob_gives_its_matches(here: Path) -> None:
    write(here, "in/a.txt")
    assert ids(here / "in" / "*.txt") == [(here / "in" / "a.txt").as_posix()]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(here: Path) -> None:
    write(here, "notes[1].txt", "notes1.txt")
    assert ids("notes[1].txt") == ["notes[1].txt"]


def test_a_file_is_read_once_however_often_it_is_named(here: Path) -> None:
    write(here, "in/a.txt", "in/b.txt")
    assert ids("in/b.txt", "in", "in/*.txt", "./in/a.txt") == ["in/b.txt", "in/a.txt"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "does not exist"),
        ("missing/", "does not exist"),
        ("*.nothing", "matches no file"),
        ("", "is an empty path"),
        ("a.txt/b.txt", "Not a directory"),
        ("n" * 300, "File name too long"),
        ("nul\0.txt", "is not a path or pattern"),
    ],
)
def test_a_path_that_names_nothing_is_reported_and_the_run_goes_on(here: Path, path: str, reason: str) -> None:
    write(here, "a.txt")
    report, document = read_documents([path, "a.txt"])
    assert isinstance(report, Unreadable)
    assert (report.path, report.line) == (path, None)
    assert report.reason.startswith(reason)
    assert isinstance(document, Document)


def test_links_in_a_circle_end(here: Path) -> None:
    write(here, "in/a.txt", "in/deep/b.txt")
    for name in ("one", "two", "deep/three"):
        (here / "in" / name).symlink_to(here / "in", target_is_directory=True)
    assert ids("in") == ["in/a.txt", "in/deep/b.txt"]
    assert ids("in/**/*.txt") == ["in/a.txt", "in/deep/b.txt"]


def test_a_link_to_itself_and_a_dead_link_are_reported(here: Path) -> None:
    (here / "self.txt").symlink_to("self.txt")
    (here / "dead.txt").symlink_to("gone.txt")
    assert only(["self.txt"]).reason.startswith("Too many levels")
    assert only(["dead.txt"]).reason == "does not exist"
    assert ids(".") == ["dead.txt: does not exist", *ids("self.txt")]


def test_a_linked_folder_is_read(here: Path) -> None:
    write(here, "elsewhere/a.txt", "in/b.txt")
    (here / "in" / "link").symlink_to(here / "elsewhere", target_is_directory=True)
    assert ids("in") == ["in/b.txt", "in/link/a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("path", ["in", "in/*.txt"])
def test_a_pipe_that_is_found_is_reported_and_not_waited_for(here: Path, path: str) -> None:
    write(here, "in/a.txt")
    os.mkfifo(here / "in" / "pipe.txt")
    assert ids(path) == ["in/a.txt", "in/pipe.txt: is no file but a pipe or a device; name it itself to read it"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_is_named_is_read_once_something_writes_to_it(here: Path) -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["sh", "-c", "sleep 0.2; printf '12 boats' > pipe"]):
        (document,) = read_documents(["pipe"])
    assert isinstance(document, Document)
    assert document.text == "12 boats"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_to_which_nothing_writes_is_given_up(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.1)
    os.mkfifo("pipe")
    assert only(["pipe"]).reason == "is a pipe that nothing has written to within 0.1 seconds"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_with_a_slow_writer_is_waited_for(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.1)
    read_end, write_end = os.pipe()
    writer = threading.Timer(0.5, lambda: (os.write(write_end, b"12 boats"), os.close(write_end)))
    writer.start()
    (document,) = read_documents([f"/dev/fd/{read_end}"])
    assert isinstance(document, Document)
    assert document.text == "12 boats"


def test_a_file_that_may_not_be_read_is_reported(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "closed.txt", "open.txt")
    real_open: Callable[..., object] = Path.open

    def open_unless_closed(path: Path, *args: str) -> object:
        if path.name == "closed.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real_open(path, *args)

    monkeypatch.setattr(Path, "open", open_unless_closed)
    assert ids(".") == ["closed.txt: Permission denied", "open.txt"]


def test_a_pattern_reports_the_folders_that_it_may_not_look_into(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(here, "in/closed/a.txt", "in/open/b.txt")
    real_scandir = os.scandir

    def scandir_unless_closed(path: str = ".") -> object:
        if os.fspath(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real_scandir(path)

    monkeypatch.setattr(os, "scandir", scandir_unless_closed)
    assert ids("in/**/*.txt") == ["in/closed: Permission denied", "in/open/b.txt"]
    assert ids("in/closed/*.txt") == ["in/closed: Permission denied"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_folder_that_may_not_be_read_is_reported(here: Path) -> None:
    write(here, "in/closed/a.txt", "in/open/b.txt")
    closed = here / "in" / "closed"
    closed.chmod(0)
    try:
        assert sorted(ids("in")) == ["in/closed: Permission denied", "in/open/b.txt"]
    finally:
        closed.chmod(stat.S_IRWXU)


def test_a_file_with_an_unknown_suffix_is_text_if_it_is_named_itself(here: Path) -> None:
    write(here, "notes.log", "README")
    assert ids("notes.log", "README") == ["notes.log", "README"]


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7 and so on", b"PK\x03\x04word/document.xml", bytes(1000), bytes(range(32)) * 20],
)
def test_a_binary_file_is_reported_whatever_its_suffix(here: Path, content: bytes) -> None:
    for name in ("file.bin", "file.txt", "file.jsonl", "file.csv", "file.md"):
        (here / name).write_bytes(content)
        assert only([name]).reason.startswith("looks binary")


def test_standard_input_is_one_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = b'\xef\xbb\xbf{"text": "12 of 20"}\r\nand more'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
    (document,) = read_documents(["-", "-"], date=datetime.date(2023, 5, 4))
    assert document == Document("-", '{"text": "12 of 20"}\nand more', date=datetime.date(2023, 5, 4), path="-")


def test_one_path_by_itself_is_not_taken_for_a_list_of_letters(here: Path) -> None:
    write(here, "a.txt")
    assert len(list(read_documents("a.txt"))) == 1


def test_an_empty_file_is_an_empty_document(here: Path) -> None:
    for name in ("a.txt", "b.md"):
        (here / name).touch()
    assert list(read_documents(["."])) == [Document("a.txt", "", path="a.txt"), Document("b.md", "", path="b.md")]


def test_documents_come_one_by_one(here: Path) -> None:
    write(here, "a.txt", "b.txt")
    stream = read_documents(["a.txt", "b.txt"])
    assert isinstance(stream, Iterator)
    next(stream)
    (here / "b.txt").write_text("changed since", encoding="utf-8")
    document = next(stream)
    assert isinstance(document, Document)
    assert document.text == "changed since"


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode there")
def test_a_file_name_that_is_not_unicode_gives_an_id_that_can_be_written(here: Path) -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).write_text("Seven.", encoding="utf-8")
    assert ids(".") == ["caf\ufffd.txt"]


@pytest.mark.parametrize(
    ("report", "printed"),
    [
        (Unreadable("a.txt", None, "looks binary"), "a.txt: looks binary"),
        (Unreadable("a.csv", 7, "text is missing"), "a.csv:7: text is missing"),
    ],
)
def test_a_report_prints_with_its_place(report: Unreadable, printed: str) -> None:
    assert str(report) == printed
