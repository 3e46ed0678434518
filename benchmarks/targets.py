"""What must hold for every input, as functions of bytes that raise where it does not: for `fuzz.py` and for the tests.

Each target takes what a fuzzer makes up and returns nothing. Bad input is no failure; an exception, a place outside the text, or something
that would act on a terminal, a page or a spreadsheet is.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from numclaims.grammar.quantities import read
from numclaims.model import Audit, Document
from numclaims.pipeline import audit
from numclaims.reading import Unreadable, read_documents
from numclaims.reading.limits import Limits
from numclaims.report.console import findings_on_console
from numclaims.report.jsonl import findings_as_jsonl
from numclaims.report.rows import Rows, claims_as_csv, claims_as_lines
from numclaims.report.terminal import Terminal

Target = Callable[[bytes], None]
SUFFIXES = (".txt", ".md", ".jsonl", ".csv", ".tsv", ".html", ".pdf", ".docx", ".eml", ".jsonl.gz", ".txt.gz")
"""The first byte of an input for `reading` says which of these its file has."""

_LIMITS = Limits(size=200_000, seconds=20)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # CWE-1236; said here anew, so that the reports are held to it
_ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def reading(data: bytes) -> None:
    """A file of any content is a document, or is reported in one line that names it."""
    if not data:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{SUFFIXES[data[0] % len(SUFFIXES)]}")
        path.write_bytes(data[1:])
        for item in read_documents([path], limits=_LIMITS):
            if isinstance(item, Unreadable):
                assert item.path == path.as_posix()
                assert item.reason
            else:
                item.full_text.encode("utf-8")
                assert "\r" not in item.full_text
                assert all(0 <= page <= len(item.text) for page in item.pages)


def grammar(data: bytes) -> None:
    """The quantities of any text stand in it, in order, each with a value or a range."""
    text = data.decode("utf-8", "replace")
    found = read(text)
    end = 0
    for quantity in found.quantities:
        assert end <= quantity.start <= quantity.head_start < quantity.head_end <= quantity.end <= len(text)
        assert (quantity.value is None) == (quantity.bound == "range")
        end = quantity.end
    for date in found.dates:
        assert text[date.start : date.end] == date.text


def pipeline(data: bytes) -> None:
    """Any text is audited, its places slice back to it, and no report of it holds anything that acts."""
    text = data.decode("utf-8", "replace")
    title, _, body = text.partition("\n\n\n")
    document = Document("d", body or title, title=" ".join(title.split()) if body else "")
    done = audit(document)
    full = document.full_text
    for claim in done.analysis.claims:
        assert full[claim.start : claim.end] == claim.text
    for finding in done.findings:
        assert all(full[span.start : span.end] == span.text for span in finding.spans)
    _harmless(done)


def _harmless(done: Audit) -> None:
    for line in (*claims_as_lines([Rows.of(done.analysis, "jsonl")]), *findings_as_jsonl([done])):
        for record in line.split("\n")[:-1]:
            json.loads(record)
    shown = "".join(findings_on_console([done], Terminal(width=80), checked=True, quiet=True))
    assert not _ACTING.search(shown), "control characters on a terminal"
    table = csv.reader(io.StringIO("".join(claims_as_csv([Rows.of(done.analysis, "csv")]))))
    for row in table:
        for cell in row:
            assert not cell.startswith(_FORMULA_STARTS) or _is_number(cell), "a formula in a spreadsheet"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


TARGETS: dict[str, Target] = {"reading": reading, "grammar": grammar, "pipeline": pipeline}

WORDS = (
    "0 1 2 3.5 12 1,234 2019 1e5 .5 ½ one two dozen hundred thousand million bn k m half third several few a the of and or to "
    "between from in per cent % percent points $ € £ USD kg km m/s ° °C mg sq ² ⁻¹ µ year years old -year-old aged hour days "
    "weeks about more than up least over under not first 3rd - – — ± × ^ / ( ) [ ] , . ; : ’ “ ” # = < > ~ January Monday May "
    "20 Article No. F-16 Smith said people died rose fell by was were total including respectively doubled p = t( 95% CI born "
    "compared with of them 31 June 2021-03-04 12:30 "
).split()
"""What texts about numbers are made of, for fuzzers that put words together."""

TEXTS = (
    "The crew of 14 found 3 tonnes of rope, 12 of the 9 boats sank and 56 of the 122 houses burnt, or 62%.",
    "Prices rose 4.5% to $12 a barrel, or 8 euros (9 km, 3 miles), between 40 and 30 people said on Monday 3 May 2021.",
    "Storm sinks 12\n\n\nThe storm sank 14 boats: ten sloops, two tugs and one barge. <!-- numclaims: ignore SUM001 x -->",
    "The mean was 3.4 (95% CI 3.9 to 4.2), t(28) = 2.1, p = .9; he was born in 1950 and died aged 3 in 1949, from 3 May to 1 May 2020.",
)


def seeds(target: str) -> Iterator[bytes]:
    """Inputs to begin with."""
    if target != "reading":
        yield from (text.encode() for text in TEXTS)
        return
    for number, suffix in enumerate(SUFFIXES):
        yield bytes([number]) + _file(suffix)


def _file(suffix: str) -> bytes:
    """A small file of a format."""
    text = TEXTS[0]
    if suffix.endswith(".gz"):
        import gzip

        return gzip.compress(_file(suffix.removesuffix(".gz")), mtime=0)
    if suffix == ".docx":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            run = f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>{text}</w:t></w:r>"
            body = f"<w:p>{run}</w:p><w:tbl><w:tr><w:tc><w:p>{run}</w:p></w:tc></w:tr></w:tbl>"
            archive.writestr("word/document.xml", f"<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")
        return packed.getvalue()
    made = {
        ".md": f"---\ntitle: x\n---\n# A\n\n{text}\n\n```\n1\n```\n\n- [9](8.md) `7` $x^2$\n\n| a | 2 |\n|---|---|\n| 3<sup>2</sup> |\n",
        ".jsonl": json.dumps({"id": "a", "title": "b", "text": text, "date": "2021-05-03"}) + "\n{\n",
        ".csv": f'id,text,date\na,"{text}",2021-05-03\n',
        ".tsv": f"id\ttext\na\t{text}\n",
        ".html": f"<html><head><title>A</title></head><body><p>{text}<sup>2</sup></p><table><tr><td>9</td></tr></table></body></html>",
        ".eml": f"Subject: =?utf-8?q?A=C3=B9?=\nDate: Tue, 02 May 2023 08:00:00 +0100\n\n{text}\n> 9\n-- \nB\n",
        ".pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
        "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj "
        "4 0 obj<</Length 38>>stream\nBT /F 9 Tf [(9)-250(goats)] TJ (x) Tj ET\nendstream endobj "
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R/Size 6>>",
    }
    return made.get(suffix, text).encode()
