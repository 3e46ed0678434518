"""Which module reads which suffix. Modules that turn a format of its own into text are imported when such a file is met."""

from __future__ import annotations

from numclaims.reading import jsonl, markdown, table, text
from numclaims.reading.paths import PACKED
from numclaims.reading.source import Reader

DEFAULT: Reader = text.read
READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": table.read,
    ".tsv": table.read,
}
CONVERTERS: dict[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".eml": "mail",
    ".parquet": "parquet",
}
"""The modules of this package that read formats which are no plain text."""

EXTRAS: dict[str, str] = {"html": "html", "pdf": "pdf", "mail": "html", "epub": "html", "parquet": "parquet"}
"""The extra of the package that brings the library of a module."""

SUFFIXES = frozenset(suffix + packing for suffix in (*READERS, *CONVERTERS) for packing in ("", PACKED))
STANDARD_INPUT_FORMATS = ("txt", "md", "jsonl", "csv", "html", "pdf", "docx", "epub", "eml", "parquet")
