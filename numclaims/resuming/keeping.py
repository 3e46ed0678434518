"""Audits that are kept beside the output as they are made, so that an interrupted run need not make them again.

What audits are for - the report in any form, the comparison of documents, baselines, the exit status - is made at the end of all of
them, those that were kept and those that are new. The part of the journal is a sequence of blocks, each its length in eight bytes and a
pickled audit, or why there is none; an empty block ends what came of one input.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from numclaims import model
from numclaims.ending import tell
from numclaims.inputs import Input, results_of
from numclaims.manner import Manner
from numclaims.model import Audit, Document
from numclaims.reading import Unreadable
from numclaims.resuming.journal import Journal, journal_of
from numclaims.workers import DocumentUnpickler, pickled

if TYPE_CHECKING:
    from numclaims.reading import Item
    from numclaims.workers import Spread

_LENGTH = 8  # bytes
_OTHERS = {("datetime", "date"), (Unreadable.__module__, Unreadable.__qualname__)}


class KeptAudits:
    """The audits of one run into a file."""

    def __init__(self, journal: Journal, output: str) -> None:
        self._journal, self._output = journal, output
        self._part: BinaryIO | None = None
        self._under_way: deque[Item] = deque()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """While the block lasts audits are kept. Where it is left by an error, or by Ctrl-C, they stay for the next run."""
        from numclaims.report.output import OutputError

        try:
            with self._journal.opened() as self._part:
                yield
        except OSError as error:
            raise OutputError(f"cannot write to {self._journal.part}: {error.strerror or error}") from error
        except KeyboardInterrupt:
            if self._journal.done:
                tell(f"{self._output}: {self._journal.done:,} inputs are done; the same command goes on behind them")
            raise

    def forget(self) -> None:
        """To be called when the report is written: there is nothing left to go on with."""
        self._journal.forget()

    def results(
        self, items: Iterable[Item], work: Callable[[Document], Iterator[Audit]], jobs: int, spread: Spread | None
    ) -> Iterator[Audit | Unreadable]:
        """What was kept, then what the work makes of each document that is left, which is kept as it passes."""
        told = self._journal.told(items)
        with open(self._journal.part, "rb") as part:
            for item, done in told:
                if not done:
                    self._under_way.append(item)
                    break
                yield from self._kept(part, item)
        for result in results_of(self._left(told), work, jobs, self._finished, spread):
            self._keep(result)
            yield result

    def _left(self, told: Iterator[tuple[Item, bool]]) -> Iterator[Item]:
        yield from tuple(self._under_way)
        for item, _ in told:
            self._under_way.append(item)
            yield item

    def _keep(self, result: Audit | Unreadable) -> None:
        item = self._under_way[0]
        # the text of a table is read again anyway, a file is not converted again
        self._write(pickled(result, item) if isinstance(item, Document) else pickle.dumps(result, pickle.HIGHEST_PROTOCOL))

    def _finished(self, readable: bool) -> None:
        assert self._part is not None
        self._write(b"")
        self._part.flush()
        self._under_way.popleft()
        self._journal.finished(readable)

    def _write(self, block: bytes) -> None:
        assert self._part is not None
        self._part.write(len(block).to_bytes(_LENGTH, "big"))
        self._part.write(block)

    def _kept(self, part: BinaryIO, item: Item) -> Iterator[Audit | Unreadable]:
        """What came of one input. A usage error where the file holds anything else."""
        while True:
            length = int.from_bytes(part.read(_LENGTH), "big")
            if not length:
                return
            if length > self._journal.mark.size:
                raise self._journal.refused("it is damaged")
            try:
                result = _Kept(part.read(length), item).load()
            except Exception:  # whatever it makes of what nobody of us wrote
                raise self._journal.refused("it is damaged") from None
            if not isinstance(result, Audit | Unreadable):
                raise self._journal.refused("it is damaged")
            yield result


def kept_audits(output: str | None, inputs: Input, manner: Manner, *asked: object) -> KeptAudits:
    """What `audit --resume` has to go on from, where the audits were asked for these things; a usage error where its output is no file."""
    return KeptAudits(journal_of(output, inputs, manner, "audit", *asked), str(output))


class _Kept(DocumentUnpickler):
    """Takes records of ours out of a file that others may have written, and nothing that could act."""

    def find_class(self, module: str, name: str) -> Any:
        record = getattr(model, name, None) if module == model.__name__ else None
        if (module, name) in _OTHERS or (isinstance(record, type) and is_dataclass(record)):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an audit")
