"""The parts of a ZIP of XML, read within fixed memory whatever is packed. It knows no format.

Nothing that an author of bombs could use is ever opened: a part is refused by its stated size, which the archive cannot exceed, and
where it declares a document type, without which there are no entities.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.parsers import expat

from numclaims.reading.source import ConversionError, Original

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
_CHUNK = 1 << 16


@contextmanager
def opened(original: Original, kind: str) -> Iterator[zipfile.ZipFile]:
    """The archive that a file is; `kind` says what it should hold. What it cannot be read for within is a ConversionError."""
    try:
        with zipfile.ZipFile(original.raw) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError) as error:
        raise ConversionError(f"is damaged or no {kind}: {error}") from None


def parse(archive: zipfile.ZipFile, name: str, original: Original, start: Start, end: End, data: End) -> None:
    """Hands the elements of a part to the three functions, namespaces before their names. Raises ConversionError and TooLargeError."""
    if archive.getinfo(name).file_size > original.limits.size:
        raise original.limits.too_large("unpacks to a text")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        with archive.open(name) as part:
            for chunk in iter(lambda: part.read(_CHUNK), b""):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ConversionError(f"is damaged: {name}: {error}") from None


def _refuse(*_: object) -> None:
    raise ConversionError("declares a document type, which no such file needs and which can be an attack")


def local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition(" ")[2]
