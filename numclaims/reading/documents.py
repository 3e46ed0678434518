"""The one way in: paths as the user names them to a stream of documents, and of reports on what could not be read.

It knows which module reads which suffix, and nothing of what is inside the formats.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from numclaims.model import Document
from numclaims.reading.catalogue import FILE_NAME, Catalogue, load_catalogue
from numclaims.reading.converting import TABLES, Unconverted, converted, reporting, with_warnings
from numclaims.reading.encoding import Encoding, is_encoding, open_text
from numclaims.reading.formats import CONVERTERS, DEFAULT, READERS, STANDARD_INPUT_FORMATS, SUFFIXES
from numclaims.reading.ids import Ids
from numclaims.reading.limits import USUAL_LIMITS, Limits
from numclaims.reading.opening import STANDARD_INPUT, Identity, identity, open_bytes
from numclaims.reading.paths import PACKED, find_files, suffix_of
from numclaims.reading.record import shown
from numclaims.reading.source import USUAL_COLUMNS, Columns, Listed, Origin, encodable
from numclaims.reading.suppressions import SIDECAR
from numclaims.reading.unpacked import unpacked
from numclaims.reading.unreadable import Unreadable


def read_documents(
    paths: Iterable[str | Path],
    *,
    date: datetime.date | None = None,
    story: str = "",
    encoding: str = "",
    stdin_format: str = "txt",
    columns: Columns = USUAL_COLUMNS,
    limits: Limits = USUAL_LIMITS,
) -> Iterator[Document | Unreadable]:
    """Documents of files, folders, quoted globs and standard input (`-`), in the order named, each file once.

    Gives an Unreadable for every file, line or path that gives no document, and goes on; raises nothing for bad input. What was
    guessed or left out stands in the documents' `warnings`. `date` and `story` are those of documents that do not say theirs, `encoding`
    the encoding of input that is not plainly Unicode (guessed without it), `stdin_format` what standard input holds, one of
    `STANDARD_INPUT_FORMATS`, `columns` what the columns of tables are called,
    `limits` what one document may cost. Raises ValueError for an encoding or a format that there is not.

    Files are opened one at a time, tables read row by row, so that a run needs memory for one document, whatever its size, and
    for the ids. A file with a suffix that is no known format is read as plain text if it is named itself, and passed over inside
    a folder. Where a folder holds a documents.csv, it gives id, title, date, outlet and story of the files in it; naming it reads
    the files it lists.
    """
    return iter(Reading(paths, date=date, story=story, encoding=encoding, stdin_format=stdin_format, columns=columns, limits=limits))


Item = Document | Unreadable | Unconverted


class Reading:
    """One run of `read_documents`, which also knows the files it has opened: `files`, those of documents.csv included.

    `apart_from` are files that are passed over wherever they are met, such as the one that a shell sends the output to.
    """

    def __init__(
        self,
        paths: Iterable[str | Path],
        *,
        date: datetime.date | None = None,
        story: str = "",
        encoding: str = "",
        stdin_format: str = "txt",
        columns: Columns = USUAL_COLUMNS,
        limits: Limits = USUAL_LIMITS,
        apart_from: Collection[Identity] = (),
    ) -> None:
        if encoding and not is_encoding(encoding):
            raise ValueError(f"{shown(encoding)} is no encoding of text; others are utf-8, cp1252 and latin-1")
        if stdin_format not in STANDARD_INPUT_FORMATS:
            raise ValueError(f"{shown(stdin_format)} is none of {', '.join(STANDARD_INPUT_FORMATS)}")
        self.files: set[Identity] = set()
        self._paths = [paths] if isinstance(paths, str | Path) else paths
        self._date, self._story, self._encoding, self._apart_from = date, story, encoding, apart_from
        self._columns, self._limits = columns, limits
        self._piped = f".{stdin_format}"
        self._read: set[str] = set()
        self._catalogues: dict[Path, Catalogue | None] = {}
        self._ids = Ids()
        self._total: int | None = None
        self._past = self._size = 0  # bytes of the files before this one, and of this one
        self._opened: BinaryIO | None = None
        self._warnings: list[str] = []  # of files, for the next document to carry

    def __iter__(self) -> Iterator[Document | Unreadable]:
        for item in self.unconverted():
            yield item.document() if isinstance(item, Unconverted) else item

    def unconverted(self) -> Iterator[Item]:
        """The same, but what takes long to turn into text is left to be turned into it, by this process or another."""
        for path in self._paths:
            for item in self._named(os.fspath(path)):
                if isinstance(item, Unconverted):
                    known = self._ids.apart(Document(id=item.origin.listed.id or item.origin.path, text="", path=item.origin.path))
                    warnings, self._warnings = (*self._warnings, *known.warnings), []
                    yield replace(item, id=known.id, warnings=warnings)
                else:
                    yield self._warned(self._ids.apart(item)) if isinstance(item, Document) else item

    def share(self) -> float:
        """The part of the bytes of all files that has been read, from 0 to 1; 0 where nobody knows. `paths` must be a sequence."""
        if self._total is None:
            found = (each for named in self._paths for each in find_files(os.fspath(named), SUFFIXES, last=FILE_NAME))
            self._total = sum(_bytes_in(each) for each in found if isinstance(each, Path))
        at = 0
        with suppress(ValueError, OSError):  # closed since, or a pipe
            at = self._opened.tell() if self._opened else 0
        return (self._past + at) / self._total if self._total else 0.0

    def _named(self, named: str) -> Iterator[Item]:
        """The documents of one path of the user."""
        if named == STANDARD_INPUT:
            if self._is_first(named):
                yield from self._parse(named, Listed(), self._piped)
            return
        for found in find_files(named, SUFFIXES, last=FILE_NAME):
            if isinstance(found, Unreadable):
                yield found
            elif found.name.endswith(SIDECAR) and found != Path(named):
                continue  # it tells of the document beside it
            elif self._is_first(os.path.realpath(found)):
                yield from self._file(found)

    def _file(self, path: Path) -> Iterator[Item]:
        if identity(path) in self._apart_from:
            return
        folder = path.parent
        if folder not in self._catalogues:
            yield from self._load(folder)
        catalogue = self._catalogues[folder]
        if catalogue and path.name == FILE_NAME:
            yield from self._listed(folder, catalogue)
            return
        listed = catalogue.entries.get(path.name, Listed()) if catalogue else Listed()
        yield from self._parse(path, listed, suffix_of(path))

    def _load(self, folder: Path) -> Iterator[Unreadable]:
        catalogue = self._catalogues[folder] = load_catalogue(folder, self._encoding)
        if catalogue:
            self._remember(folder / FILE_NAME)
            self._note(folder / FILE_NAME, catalogue.encoding)
            yield from catalogue.problems

    def _listed(self, folder: Path, catalogue: Catalogue) -> Iterator[Item]:
        for name in catalogue.entries:
            path = folder / name
            if not os.path.lexists(path):
                yield Unreadable(encodable(path.as_posix()), None, f"is listed in {FILE_NAME} but does not exist")
            elif self._is_first(os.path.realpath(path)):
                yield from self._file(path)

    def _parse(self, path: Path | str, listed: Listed, suffix: str) -> Iterator[Item]:
        origin = Origin(_name(path), date=self._date, story=self._story, listed=listed, columns=self._columns, limits=self._limits)
        self._remember(path)
        self._past += self._size
        self._opened, self._size = None, _bytes_in(path) if isinstance(path, Path) else 0
        packed = suffix.endswith(PACKED)
        module = CONVERTERS.get(suffix.removesuffix(PACKED) if packed else suffix, "")
        if module and module not in TABLES and isinstance(path, Path) and os.path.isfile(path):
            yield Unconverted(path, origin, module, packed, self._encoding)
            return
        with reporting(origin) as failed, open_bytes(path) as file, unpacked(file, self._limits) if packed else nullcontext(file) as raw:
            self._opened = file
            if module:
                yield from converted(origin.original(raw, self._encoding), module)
                return
            with open_text(raw, self._encoding) as stream:
                self._note(path, stream.decoded)
                yield from READERS.get(suffix.removesuffix(PACKED) if packed else suffix, DEFAULT)(origin.source(stream))
        yield from failed

    def _remember(self, path: Path | str) -> None:
        """Remembers which file is opened, behind standard input too."""
        opened = identity(path if isinstance(path, Path) else 0)
        if opened:
            self.files.add(opened)

    def _note(self, path: Path | str, encoding: Encoding | None) -> None:
        """Warns of a guess."""
        if encoding and encoding.guessed:
            self._warnings.append(encoding.warning(_name(path)))

    def _warned(self, document: Document) -> Document:
        """The document with the warnings that its file has, and with one if characters of it are lost."""
        warnings, self._warnings = self._warnings, []
        return with_warnings(document, tuple(warnings))

    def _is_first(self, key: str) -> bool:
        first = key not in self._read
        self._read.add(key)
        return first


def _bytes_in(path: Path) -> int:
    with suppress(OSError, ValueError):
        return os.path.getsize(path)
    return 0


def _name(path: Path | str) -> str:
    return encodable(path.as_posix() if isinstance(path, Path) else path)
