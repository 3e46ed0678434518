"""Runs what turns a file of a format of its own into documents, and makes one report of whatever goes wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from numclaims.model import Document
from numclaims.reading.encoding import NotTextError
from numclaims.reading.formats import EXTRAS
from numclaims.reading.limits import TooLargeError, TooSlowError, within
from numclaims.reading.paths import why
from numclaims.reading.source import ConversionError, Converter, Origin, Original
from numclaims.reading.unpacked import unpacked
from numclaims.reading.unreadable import Unreadable

TABLES = frozenset(["parquet"])
"""They hold many documents, which are not waited for."""


@dataclass(frozen=True, slots=True)
class Unconverted:
    """A file of one document that takes time to be turned into text; `id` is what the run calls it, `warnings` what is known of it."""

    path: Path
    origin: Origin
    module: str
    packed: bool
    encoding: str
    id: str = ""
    warnings: tuple[str, ...] = ()

    def document(self) -> Document | Unreadable:
        """The document in the file, or why there is none."""
        with reporting(self.origin) as failed, self.path.open("rb") as file:
            with unpacked(file, self.origin.limits) if self.packed else nullcontext(file) as raw:
                (item,) = converted(self.origin.original(raw, self.encoding), self.module)
            return with_warnings(replace(item, id=self.id), self.warnings) if isinstance(item, Document) else item
        return failed[0]


def with_warnings(document: Document, before: tuple[str, ...]) -> Document:
    """The document with these warnings before its own, and with one if characters of it are lost."""
    warnings = [*before, *document.warnings]
    if lost := document.full_text.count("\ufffd"):
        place = f"{document.path}:{document.line}" if document.record else document.path
        warnings.append(f"{place}: {lost:,} of its characters are lost and stand as U+FFFD")
    return replace(document, warnings=tuple(warnings)) if warnings else document


@contextmanager
def reporting(origin: Origin) -> Iterator[list[Unreadable]]:
    """A list that holds a report behind the block if a file could not be opened or decoded in it."""
    failed: list[Unreadable] = []
    try:
        yield failed
    except OSError as error:
        failed.append(origin.unreadable(why(error)))
    except (ConversionError, NotTextError, TooLargeError) as error:
        failed.append(origin.unreadable(str(error)))


def converted(original: Original, module: str) -> Iterator[Document | Unreadable]:
    """The documents in a file that this module of the package reads, or why there are none; nothing is raised for bad files."""
    try:
        read: Converter = import_module(f"numclaims.reading.{module}").read
        if module in TABLES:
            yield from read(original)
            return
        with within(original.limits.seconds):
            documents = list(read(original))
        yield from documents
    except ModuleNotFoundError as error:
        hint = f"pip install 'numclaims[{EXTRAS[module]}]'" if module in EXTRAS else f"pip install {error.name}"
        yield original.unreadable(f"needs the package {error.name}, which is not installed: {hint}")
    except (ConversionError, NotTextError, TooLargeError, TooSlowError) as error:
        yield original.unreadable(str(error))
    except MemoryError:
        yield original.unreadable("needs more memory than there is")
    except Exception as error:  # what libraries raise for damaged files is theirs to choose
        yield original.unreadable(f"is damaged, or more than numclaims can read: {type(error).__name__}: {error}")
