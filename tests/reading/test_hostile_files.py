"""Files that are damaged, or made to do harm: each costs one message that names it, and nothing else of the run."""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from numclaims.cli import main
from numclaims.model import Document
from numclaims.reading import Unreadable, read_documents
from numclaims.reading.limits import Limits

Make = Callable[..., bytes]
SMALL = Limits(size=100_000, seconds=20)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BILLION_LAUGHS = f'<!DOCTYPE w [<!ENTITY l0 "lol">{LAUGHS}]>'


def archive(**parts: str | bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def encrypted(content: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def flate_bomb(pdf: Make) -> bytes:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([["Nine goats."]]))))
    content = StreamObject()
    content.set_data(b"BT /F1 11 Tf (Nine goats.) Tj " + b" " * 300_000_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(content.flate_encode())
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def hostile(name: str, pdf: Make, docx: Make) -> tuple[str, bytes]:
    """A bad file of this name: its suffix and what is in it."""
    good = pdf([["Nine goats."]])
    made: dict[str, tuple[str, Callable[[], bytes]]] = {
        "a word file that is no archive": (".docx", lambda: b"Nine goats."),
        "a word file without a document": (".docx", lambda: archive(other="x")),
        "a word file cut in two": (".docx", lambda: docx("<w:p/>" * 99)[:200]),
        "a word file of broken xml": (".docx", lambda: docx("<w:p>")),
        "a word file that is a bomb": (".docx", lambda: archive(word__document=f"<w:document {W}>".encode() + b" " * 90_000_000)),
        "a word file of a billion laughs": (".docx", lambda: archive(word__document=f"{BILLION_LAUGHS}<w {W}><w:t>&l9;</w:t></w>")),
        "a word file of 100,000 elements in one another": (".docx", lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000)),
        "an encrypted pdf": (".pdf", lambda: encrypted(good)),
        "a pdf cut in two": (".pdf", lambda: good[: len(good) // 3]),
        "a pdf that is none": (".pdf", lambda: b"Nine goats."),
        "an empty pdf": (".pdf", lambda: b""),
        "a pdf of random bytes": (".pdf", lambda: b"%PDF-1.7\n" + bytes((n * 7919) % 251 for n in range(20_000))),
        "a pdf without text": (".pdf", lambda: pdf([[]])),
        "a pdf whose pages have themselves as parents": (".pdf", lambda: good.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")),
        "a pdf whose page is a bomb": (".pdf", lambda: flate_bomb(pdf)),
        "a page of 100,000 elements in one another": (".html", lambda: b"<html><body>" + b"<div>" * 100_000 + b"9 goats"),
        "a page of 50,000 tables in one another": (".html", lambda: b"<html><body>" + b"<table><tr><td>" * 50_000 + b"9 goats"),
        "a page that is too large": (".html", lambda: b"<html><body>" + b"<p>Nine goats.</p>" * 9_000),
        "a page without text": (".html", lambda: b"<html><script>9</script></html>"),
        "a page that is an image": (".html", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99)),
        "a mail without headers": (".eml", lambda: b"\n\nNine goats."),
        "a mail of 3,000 parts in one another": (".eml", lambda: nested_mail(3_000)),
        "a mail that is too large": (".eml", lambda: b"Subject: x\n\n" + b"Nine goats.\n" * 9_000),
        "a gzip file cut in two": (".jsonl.gz", lambda: gzip.compress(json.dumps({"text": "Nine " * 999}).encode())[:-30]),
        "a gzip file that is none": (".csv.gz", lambda: b"id,text\n1,Nine goats.\n"),
        "a gzip file with a broken middle": (".txt.gz", lambda: broken_gzip()),
        "a gzip bomb of spaces": (".jsonl.gz", lambda: gzip.compress(b" " * 90_000_000)),
        "a gzip bomb of lines": (".csv.gz", lambda: gzip.compress(b"text\n" * 18_000_000)),
        "a text that is too large": (".txt", lambda: b"Nine goats. " * 9_000),
        "a text that is binary": (".txt", lambda: bytes(range(32)) * 99),
        "a parquet file that is none": (".parquet", lambda: b"PAR1 nine goats PAR1"),
        "an empty parquet file": (".parquet", lambda: b""),
        "a csv file of one line that is too large": (".csv", lambda: b"text\n" + b"9" * 200_000),
    }
    suffix, make = made[name]
    return suffix, make()


NAMES = [
    *("a word file that is no archive", "a word file without a document", "a word file cut in two", "a word file of broken xml"),
    *("a word file that is a bomb", "a word file of a billion laughs", "a word file of 100,000 elements in one another"),
    *("an encrypted pdf", "a pdf cut in two", "a pdf that is none", "an empty pdf", "a pdf of random bytes", "a pdf without text"),
    *("a pdf whose pages have themselves as parents", "a pdf whose page is a bomb"),
    *("a page of 100,000 elements in one another", "a page of 50,000 tables in one another", "a page that is too large"),
    *("a page without text", "a page that is an image", "a mail without headers", "a mail of 3,000 parts in one another"),
    *("a mail that is too large", "a gzip file cut in two", "a gzip file that is none", "a gzip file with a broken middle"),
    *("a gzip bomb of spaces", "a gzip bomb of lines", "a text that is too large", "a text that is binary"),
    *("a parquet file that is none", "an empty parquet file", "a csv file of one line that is too large"),
]


def nested_mail(depth: int) -> bytes:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"Subject: x\n{opened}Content-Type: text/plain\n\nNine goats.\n".encode()


def broken_gzip() -> bytes:
    packed = bytearray(gzip.compress("".join(f"{n} goats. " for n in range(5_000)).encode()))
    packed[len(packed) // 2 :: 3] = bytes(len(packed[len(packed) // 2 :: 3]))
    return bytes(packed)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_is_reported_and_the_next_one_read(tmp_path: Path, name: str, pdf: Make, docx: Make) -> None:
    suffix, content = hostile(name, pdf, docx)
    bad = tmp_path / f"a{suffix}"
    bad.write_bytes(content)
    (tmp_path / "b.txt").write_text("Nine goats.")
    report, good = read_documents([bad, tmp_path / "b.txt"], limits=SMALL)
    assert isinstance(report, Unreadable), report
    assert report.path == bad.as_posix()
    assert "\n" not in report.reason
    assert "Error:" not in report.reason, "a message for programmers"
    assert len(report.reason) < 200
    assert isinstance(good, Document)


def test_a_run_over_bad_files_ends_with_status_2_and_has_the_findings_of_the_good_ones(tmp_path: Path, pdf: Make) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["Nine goats."]])[:99])
    (tmp_path / "b.txt").write_text("Foxes took 14 of the 9 goats.")
    (tmp_path / "c.html").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = CliRunner().invoke(main, ["audit", str(tmp_path)])
    assert done.exit_code == 2
    assert "SUM002" in done.stdout
    assert f"{tmp_path}/a.pdf: cannot read: " in done.stderr
    assert f"{tmp_path}/c.html: cannot read: " in done.stderr


def test_a_damaged_page_costs_the_page_alone(tmp_path: Path, pdf: Make) -> None:
    made = pdf([["Nine goats."], ["Seven sheep."]]).replace(b"/Contents 5 0 R", b"/Contents (xxx)")
    (tmp_path / "a.pdf").write_bytes(made)
    (document,) = read_documents([tmp_path / "a.pdf"])
    assert isinstance(document, Document)
    assert "Seven sheep." in document.text


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_a_record_that_is_too_large_costs_the_record_alone(tmp_path: Path, suffix: str) -> None:
    large = " ".join(f"{number} goats." for number in range(8_000))
    content = "".join(json.dumps({"text": text}) + "\n" for text in ("One goat.", large, "Two goats.")).encode()
    path = tmp_path / f"a{suffix}"
    path.write_bytes(gzip.compress(content) if suffix.endswith("gz") else content)
    first, report, last = read_documents([path], limits=Limits(size=50_000))
    assert isinstance(first, Document)
    assert str(report) == f"{path}:2: the line is larger than 0.05 MB; --max-size lets it pass"
    assert isinstance(last, Document)


def test_a_csv_field_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text\n"' + "Nine goats.\n" * 850_000 + '"\nTwo goats.\n')
    first, last = read_documents([path])
    assert isinstance(first, Document)
    assert len(first.text) > 10_000_000
    assert isinstance(last, Document)


def test_a_quotation_mark_that_swallows_a_large_table_is_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text\n"One goat.\n' + "Nine goats.\n" * 20_000)
    (report,) = read_documents([path], limits=SMALL)
    assert str(report) == f"{path}:2: a field is larger than 0.1 MB; --max-size lets it pass; the rest of the file is not read"


def test_lone_surrogates_in_a_page_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><p>Nine &#xD800; goats.</p></body></html>")
    (document,) = read_documents([tmp_path / "a.html"])
    assert isinstance(document, Document)
    document.full_text.encode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no resource module")
@pytest.mark.parametrize(
    "name", ["a word file that is a bomb", "a gzip bomb of spaces", "a gzip bomb of lines", "a word file of a billion laughs"]
)
def test_a_bomb_is_met_in_bounded_memory(tmp_path: Path, name: str, pdf: Make, docx: Make) -> None:
    import subprocess

    suffix, content = hostile(name, pdf, docx)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    code = (
        "import resource, sys; from numclaims.reading import read_documents; from numclaims.reading.limits import Limits\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"list(read_documents([{str(path)!r}], limits=Limits(size=100_000)))\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert int(done.stdout) < 40, "megabytes"
