"""The one way in: paths as the user names them to a stream of documents, and of reports on what could not be read.

It knows which module reads which suffix, and nothing of what is inside the formats.
"""

from __future__ import annotations

import datetime
import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from numclaims.model import Document
from numclaims.reading import jsonl, markdown, table, text
from numclaims.reading.catalogue import FILE_NAME, Catalogue, load_catalogue
from numclaims.reading.encoding import NotTextError, open_text
from numclaims.reading.paths import find_files, why
from numclaims.reading.source import Listed, Reader, Source, encodable
from numclaims.reading.unreadable import Unreadable

STANDARD_INPUT = "-"
READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".csv": table.read,
}


def read_documents(paths: Iterable[str | Path], *, date: datetime.date | None = None) -> Iterator[Document | Unreadable]:
    """Documents of files, folders, quoted globs and standard input (`-`), in the order named, each file once.

    Gives an Unreadable for every file, line or path that gives no document, and goes on; raises nothing for bad input. `date`
    is the date of documents that have none of their own. Files are opened one at a time, tables read row by row, so that a run
    needs memory for one document, whatever its size. A file with a suffix that is no known format is read as plain text if it
    is named itself, and passed over inside a folder. Where a folder holds a documents.csv, it gives id, title, date, outlet and
    story of the files in it; naming it reads the files it lists.
    """
    run = _Run(date)
    for path in [paths] if isinstance(paths, str | Path) else paths:
        yield from run.read(os.fspath(path))


class _Run:
    """What one run remembers: the files it has read, and the catalogues of the folders they lie in."""

    def __init__(self, date: datetime.date | None) -> None:
        self._date = date
        self._read: set[str] = set()
        self._catalogues: dict[Path, Catalogue | None] = {}

    def read(self, named: str) -> Iterator[Document | Unreadable]:
        """The documents of one path of the user."""
        if named == STANDARD_INPUT:
            if self._is_first(named):
                yield from self._parse(named, Listed(), text.read)
            return
        for found in find_files(named, READERS, last=FILE_NAME):
            if isinstance(found, Unreadable):
                yield found
            elif self._is_first(os.path.realpath(found)):
                yield from self._file(found)

    def _file(self, path: Path) -> Iterator[Document | Unreadable]:
        folder = path.parent
        if folder not in self._catalogues:
            self._catalogues[folder] = load_catalogue(folder)
            yield from (self._catalogues[folder] or Catalogue()).problems
        catalogue = self._catalogues[folder]
        if catalogue and path.name == FILE_NAME:
            yield from self._listed(folder, catalogue)
            return
        listed = catalogue.entries.get(path.name, Listed()) if catalogue else Listed()
        if isinstance(listed, Unreadable):
            yield listed
            return
        yield from self._parse(path, listed, READERS.get(path.suffix.lower(), text.read))

    def _listed(self, folder: Path, catalogue: Catalogue) -> Iterator[Document | Unreadable]:
        for name in catalogue.entries:
            path = folder / name
            if not os.path.lexists(path):
                yield Unreadable(encodable(path.as_posix()), None, f"is listed in {FILE_NAME} but does not exist")
            elif self._is_first(os.path.realpath(path)):
                yield from self._file(path)

    def _parse(self, path: Path | str, listed: Listed, reader: Reader) -> Iterator[Document | Unreadable]:
        name = encodable(path.as_posix() if isinstance(path, Path) else path)
        try:
            with _open(path) as raw, open_text(raw) as stream:
                yield from reader(Source(name, stream, self._date, listed))
        except OSError as error:
            yield Unreadable(name, None, why(error))
        except NotTextError as error:
            yield Unreadable(name, None, str(error))

    def _is_first(self, key: str) -> bool:
        first = key not in self._read
        self._read.add(key)
        return first


def _open(path: Path | str) -> BinaryIO:
    """A file's bytes, or all of standard input's."""
    return path.open("rb") if isinstance(path, Path) else io.BytesIO(sys.stdin.buffer.read())
