"""A run that can be interrupted: its output grows beside the file it is for, with a journal of how much of it is whole.

`FILE.part` is the output so far, `FILE.part.journal` a line for the run (what was asked for) and one for each document that is
written: how many documents, how many bytes, how many were not readable, and a digest of all that was read. What stands after the
last line of the journal is cut off and made again, so no document is lost and none is there twice.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, TextIO

import click

import numclaims
from numclaims.inputs import Input
from numclaims.manner import Manner

if TYPE_CHECKING:
    from numclaims.reading import Item

RESUMABLE_FORMS = ("jsonl", "csv")


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a run has come: documents (and inputs that could not be read), bytes of output, unreadable inputs, digest of the input."""

    items: int = 0
    size: int = 0
    unreadable: int = 0
    digest: str = ""


class Resumption:
    """One run into a file, begun anew or where an earlier one stopped.

    `settings` say what was asked for; a run that was asked for something else is not continued. Raises click.UsageError.
    """

    def __init__(self, output: str, settings: str) -> None:
        self._target = os.path.realpath(output)
        self._output = output
        self._settings = settings
        self.part, self.journal = f"{self._target}.part", f"{self._target}.part.journal"
        self.mark = self._found()
        self._unreadable = self.mark.unreadable
        self._ahead: deque[str] = deque()  # digests after each document that is read and not yet written
        self._done = self.mark.items
        self._stream: TextIO | None = None
        self._log: IO[str] | None = None

    @property
    def continued(self) -> bool:
        """Whether there is output of an earlier run before what this one writes."""
        return self.mark.items > 0

    def remaining(self, items: Iterable[Item]) -> Iterator[Item]:
        """The documents that are not written yet. A usage error where those that are have changed."""
        digest = ""
        taken = 0
        for item in items:
            digest = _digest(digest, item)
            taken += 1
            if taken > self.mark.items:
                self._ahead.append(digest)
                yield item
            elif taken == self.mark.items and digest != self.mark.digest:
                raise self._refused("the documents it has read are not those that are there now")
        if taken < self.mark.items:
            raise self._refused("there are fewer documents now than it has read")

    def finished(self, readable: bool) -> None:
        """To be called when all of the next document is written: it will not be read again."""
        assert self._stream is not None
        assert self._log is not None
        self._stream.flush()
        self._done += 1
        self._unreadable += not readable
        mark = Mark(self._done, os.stat(self.part).st_size, self._unreadable, self._ahead.popleft())
        self._log.write(f"{json.dumps(astuple(mark))}\n")
        self._log.flush()

    @contextmanager
    def opened(self) -> Iterator[TextIO]:
        """The stream to write to, after what is whole. The file gets its name at the end; where the block is left by an error, what is
        written stays for the next run. Raises OutputError."""
        from numclaims.report.output import OutputError

        try:
            with open(self.part, "ab") as raw, open(self.journal, "a" if self.continued else "w", encoding="utf-8") as log:
                raw.truncate(self.mark.size)
                self._stream = TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n")
                self._log = log
                if not self.continued:
                    log.write(f"{json.dumps(self._settings)}\n")
                else:
                    log.truncate(self._whole_journal)
                log.flush()
                yield self._stream
                self._stream.flush()
            os.replace(self.part, self._target)
            os.unlink(self.journal)
        except OSError as error:
            raise OutputError(f"cannot write to {self._output}: {error.strerror or error}") from error
        finally:
            if not self._done:  # nothing to go on from
                for file in (self.part, self.journal):
                    with suppress(OSError):
                        os.unlink(file)

    def _found(self) -> Mark:
        """The last document that is whole in the output."""
        self._whole_journal = 0
        mark = Mark()
        with suppress(FileNotFoundError), open(self.journal, "rb") as journal:
            size = os.stat(self.part).st_size
            first = journal.readline()
            if not first.endswith(b"\n"):
                return mark
            if first != f"{json.dumps(self._settings)}\n".encode():
                raise self._refused("it was asked for something else (other paths, options, evidence or version)")
            end = len(first)
            for line in journal:
                if not line.endswith(b"\n") or (found := self._mark(line)).size > size:
                    break
                mark, end = found, end + len(line)
            self._whole_journal = end
        return mark

    def _mark(self, line: bytes) -> Mark:
        try:
            return Mark(*json.loads(line))
        except (TypeError, ValueError):
            raise self._refused("its journal is damaged") from None

    def _refused(self, reason: str) -> click.UsageError:
        return click.UsageError(
            f"--resume: {self._output} cannot be continued from {self.part}: {reason}; "
            f"ask for the same again, or remove {self.journal} to begin anew"
        )


def resumption_of(output: str | None, form: str, inputs: Input, manner: Manner, why: bool) -> Resumption:
    """What a run with --resume has to go on from; a usage error where its output is no file that can grow."""
    if not output or output == "-" or (os.path.exists(output) and not os.path.isfile(output)):
        raise click.UsageError("--resume needs a file: --output FILE")
    if form not in RESUMABLE_FORMS:
        raise click.UsageError(f"--resume has no use for --format {form}; use {' or '.join(RESUMABLE_FORMS)}")
    how = [value for name, value in zip(Manner.__slots__, astuple(manner), strict=True) if name != "jobs"]
    evidence = ""
    if inputs.evidence:
        with suppress(OSError), open(inputs.evidence, "rb") as table:  # reading it tells what is wrong
            evidence = hashlib.file_digest(table, "sha256").hexdigest()
    asked = [numclaims.__version__, form, why, *inputs.paths, str(inputs.day), inputs.encoding, inputs.stdin_format, evidence, *how]
    return Resumption(output, hashlib.sha256(json.dumps(asked).encode()).hexdigest())


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
