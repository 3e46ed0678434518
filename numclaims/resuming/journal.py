"""How far a run has come, in two files beside its output that survive it. It knows nothing of what is written for a document.

`FILE.part` is what has come of the documents so far, `FILE.part.journal` a line for the run (what was asked for) and one for each document
that is done: how many documents, how many bytes, how many were not readable, and a digest of all that was read. What stands after the
last line of the journal is cut off and made again, so no document is lost and none is there twice.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, fields
from itertools import islice
from typing import IO, TYPE_CHECKING, BinaryIO

import click

import numclaims
from numclaims.inputs import Input
from numclaims.manner import Manner

if TYPE_CHECKING:
    from numclaims.reading import Item

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


_NO_MATTER = frozenset(("jobs", "evidence", "topics"))
"""Of how a run is made, what changes nothing in its results: over how many processes, and what files are called whose content counts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a run has come: documents (and inputs that could not be read), bytes of output, unreadable inputs, digest of the input."""

    items: int = 0
    size: int = 0
    unreadable: int = 0
    digest: str = ""


class Journal:
    """The two files of one run, begun anew or where an earlier one stopped.

    `asked` says what was asked for, as a digest; a run that was asked for something else is not continued. Raises click.UsageError.
    """

    def __init__(self, output: str, asked: str) -> None:
        self.target = os.path.realpath(output)
        self._output, self._asked = output, asked
        self.part, self._path = f"{self.target}.part", f"{self.target}.part.journal"
        self._whole = self._begun = 0  # bytes of the journal that hold, and of its first line
        self.mark = self._found()
        self._ahead: deque[str] = deque()  # digests after each document that is read and not yet done
        self.done, self._unreadable = self.mark.items, self.mark.unreadable
        self._log: IO[str] | None = None
        self._ours = False  # that no other run writes the files

    @property
    def continued(self) -> bool:
        """Whether an earlier run has done something."""
        return self.mark.items > 0

    def told(self, items: Iterable[Item]) -> Iterator[tuple[Item, bool]]:
        """The documents, each with whether the earlier run has done it. A usage error where those have changed."""
        digest = ""
        taken = 0
        before = self._digests()
        for item in items:
            digest = _digest(digest, item)
            taken += 1
            if taken <= self.mark.items and digest != next(before, ""):
                raise self.refused("the documents it has read are not those that are there now")
            if taken > self.mark.items:
                self._ahead.append(digest)
            yield item, taken <= self.mark.items
        if taken < self.mark.items:
            raise self.refused("there are fewer documents now than it has read")

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """What is to hold the results, open behind those that are whole. Where nothing is done in the end, nothing is left."""
        try:
            with open(self.part, "ab") as part, open(self._path, "a", encoding="utf-8") as self._log:
                self._lock(self._log, part)
                part.truncate(self.mark.size)
                self._log.truncate(self._whole if self.continued else 0)
                if not self.continued:
                    self._log.write(f"{json.dumps(self._asked)}\n")
                self._log.flush()
                yield part
        finally:
            if self._ours and not self.done:
                self.forget()

    def finished(self, readable: bool) -> None:
        """To be called when all of the next document is in the part: it will not be read again."""
        assert self._log is not None
        self.done += 1
        self._unreadable += not readable
        mark = Mark(self.done, os.stat(self.part).st_size, self._unreadable, self._ahead.popleft())
        self._log.write(f"{json.dumps(astuple(mark))}\n")
        self._log.flush()

    def forget(self) -> None:
        """Take both files away."""
        for file in (self.part, self._path):
            with suppress(OSError):
                os.unlink(file)

    def _lock(self, log: IO[str], part: BinaryIO) -> None:
        """Makes the files those of this run alone, where the system knows locks. A usage error where another run has them, or had."""
        if fcntl:
            try:
                fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise self.refused("another run is writing it") from None
        self._ours = True
        if os.fstat(part.fileno()).st_size < self.mark.size:
            raise self.refused("another run has gone on with it")

    def _found(self) -> Mark:
        """The last document that is whole in the part."""
        mark = Mark()
        with suppress(FileNotFoundError), open(self._path, "rb") as journal:
            size = os.stat(self.part).st_size
            first = journal.readline()
            if not first.endswith(b"\n"):
                return mark
            if first != f"{json.dumps(self._asked)}\n".encode():
                raise self.refused("it was asked for something else (other paths, options, evidence or version)")
            self._begun = self._whole = len(first)
            for line in journal:
                if not line.endswith(b"\n") or (found := self._marked(line)).size > size:
                    break
                mark = found
                self._whole += len(line)
        return mark

    def _digests(self) -> Iterator[str]:
        """The digest after each document that is done."""
        if not self.continued:
            return
        with open(self._path, "rb") as journal:
            journal.seek(self._begun)
            for line in islice(journal, self.mark.items):
                yield self._marked(line).digest

    def _marked(self, line: bytes) -> Mark:
        try:
            mark = Mark(*json.loads(line))
        except (TypeError, ValueError):
            raise self.refused("its journal is damaged") from None
        if not all(type(value) is kind for value, kind in zip(astuple(mark), (int, int, int, str), strict=True)):
            raise self.refused("its journal is damaged")
        return mark

    def refused(self, reason: str) -> click.UsageError:
        """Why the run cannot go on, and what to do."""
        return click.UsageError(
            f"--resume: {self._output} cannot be continued from {self.part}: {reason}; "
            f"ask for the same again, or remove {self._path} to begin anew"
        )


def journal_of(output: str | None, inputs: Input, manner: Manner, *asked: object) -> Journal:
    """The journal of a run with --resume that was asked for these things; a usage error where its output is no file."""
    if not output or output == "-" or (os.path.exists(output) and not os.path.isfile(output)):
        raise click.UsageError("--resume needs a file: --output FILE")
    how = [getattr(record, each.name) for record in (inputs, manner) for each in fields(record) if each.name not in _NO_MATTER]
    said = [numclaims.__version__, *asked, *map(_content, (inputs.evidence, inputs.topics)), *how]
    return Journal(output, hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest())


def _content(path: str | None) -> str:
    """A digest of what a file holds; none where there is no file, which whoever reads it tells."""
    if path:
        with suppress(OSError), open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return ""


def _digest(before: str, item: Item) -> str:
    """The digest of all that was read up to this item: of texts what they say, of files that are read later size and time."""
    from numclaims.model import Document
    from numclaims.reading import Unconverted

    if isinstance(item, Document):
        told = [item.id, item.path, item.title, item.text, str(item.date), item.story]
    elif isinstance(item, Unconverted):
        told = [item.id, str(item.path)]
        with suppress(OSError):
            state = os.stat(item.path)
            told += [str(state.st_size), str(state.st_mtime_ns)]
    else:
        told = [item.path, str(item.line), item.reason]
    return hashlib.sha256(json.dumps([before, *told]).encode()).hexdigest()[:32]
