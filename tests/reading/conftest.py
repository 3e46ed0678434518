"""Files of formats that are no plain text, made from what is to stand in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO

import pytest

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MakePdf = Callable[..., bytes]
MakeDocx = Callable[..., bytes]


@pytest.fixture(scope="session")
def pdf() -> MakePdf:
    """Makes a PDF of pages, each a list of lines; `info` is its dictionary of title, date and so on, in PDF."""

    def make(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
        kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for index, lines in enumerate(pages):
            resources = "/Resources << /Font << /F1 3 0 R >> >>"
            objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * index} 0 R {resources} >>")
            shown = " ".join(f"({line}) Tj T*" for line in lines)
            content = f"BT /F1 11 Tf 14 TL 72 720 Td {shown} ET"
            objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(f"<< {info} >>")
        made, offsets = b"%PDF-1.4\n", []
        for number, body in enumerate(objects, start=1):
            offsets.append(len(made))
            made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
        return made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + trailer.encode()

    return make


@pytest.fixture(scope="session")
def docx() -> MakeDocx:
    """Makes a Word file of the XML in its body; `notes` are that of its footnotes, `core` that of its properties."""

    def make(body: str, notes: str = "", core: str = "") -> bytes:
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
            if notes:
                archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>')
            if core:
                archive.writestr("docProps/core.xml", f'<cp xmlns:dc="dc" xmlns:dcterms="dcterms">{core}</cp>')
        return file.getvalue()

    return make
