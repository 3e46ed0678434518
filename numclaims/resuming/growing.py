"""A claim table that grows as documents are read, and goes on growing where an earlier run stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import click

from numclaims.inputs import Input
from numclaims.manner import Manner
from numclaims.resuming.journal import Journal, journal_of

if TYPE_CHECKING:
    from numclaims.reading import Item

_GROWS_AS = {"jsonl": "jsonl", "csv": "csv", "parquet": "jsonl"}
"""What each form is written as until all is there: a Parquet file cannot be cut off and continued."""


class GrowingOutput:
    """The claim table of one run; `form` is what it is written as while it grows."""

    def __init__(self, journal: Journal, output: str, form: str) -> None:
        self._journal, self._output, self._last_form = journal, output, form
        self.form = _GROWS_AS[form]
        self._stream: TextIO | None = None

    @property
    def continued(self) -> bool:
        """Whether there are rows of an earlier run before those that this one writes."""
        return self._journal.continued

    @property
    def unreadable(self) -> int:
        """How many inputs the earlier run could not read."""
        return self._journal.mark.unreadable

    def remaining(self, items: Iterable[Item]) -> Iterator[Item]:
        """The documents that are not done yet. A usage error where those that are have changed."""
        return (item for item, done in self._journal.told(items) if not done)

    def finished(self, readable: bool) -> None:
        """To be called when all of the next document is written."""
        assert self._stream is not None
        self._stream.flush()
        self._journal.finished(readable)

    @contextmanager
    def opened(self) -> Iterator[TextIO]:
        """The stream to write to, behind the rows that are whole. The table gets its name at the end; where the block is left by an
        error, what is written stays for the next run. Raises OutputError.
        """
        from numclaims.report.output import OutputError

        try:
            with self._journal.opened() as part:
                self._stream = TextIOWrapper(part, encoding="utf-8", errors="backslashreplace", newline="\n")
                yield self._stream
                self._stream.flush()
                self._stream.detach()
            if self._last_form == "parquet":
                _as_parquet(self._journal.part, self._journal.target)
            else:
                os.replace(self._journal.part, self._journal.target)
            self._journal.forget()
        except OSError as error:
            raise OutputError(f"cannot write to {self._output}: {error.strerror or error}") from error


def growing_output(output: str | None, form: str, inputs: Input, manner: Manner, why: bool) -> GrowingOutput:
    """What `extract --resume` has to go on from; a usage error where its output is no file that can grow."""
    if form not in _GROWS_AS:
        raise click.UsageError(f"--resume has no use for --format {form}; use {', '.join(_GROWS_AS)}")
    journal = journal_of(output, inputs, manner, form, why)
    return GrowingOutput(journal, str(output), form)


def _as_parquet(lines: str, target: str) -> None:
    from numclaims.report.output import opened
    from numclaims.report.parquet import write_lines

    with open(lines, encoding="utf-8") as claims, opened(target) as stream:
        write_lines(claims, stream.buffer)
