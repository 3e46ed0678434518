"""Documents spread over processes, their results in the order of the documents. It knows nothing of what is done with a document.

Every process has a pipe of its own, so that one that dies takes a single document with it. Processes are spawned, not forked: that
works everywhere, and with libraries that have threads. What is under way is bounded, as is what waits to be taken.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Protocol, TypeVar

from numclaims.model import Document
from numclaims.reading import Item, Unconverted, Unreadable

T = TypeVar("T")
Work = Callable[[Document], Iterable[T]]
"""What is done with a document, in one result or several; a function of a module, or `partial` of one, where it goes to a process."""


class Spread(Protocol):
    """What gives each item as a document with its results, in order, as `results_in_order` does."""

    def __call__(self, items: Iterable[Item], work: Work[T], /) -> Iterator[tuple[Document | Unreadable, Iterator[T | Unreadable]]]: ...


_BATCH = 32_768  # characters that go to a process at a time, so that short texts are not sent one by one
_FILE = 32_768  # what a file counts whose text is not known yet
_UNDER_WAY = 4_000_000  # characters of the documents that are read and not yet done with
_DOCUMENTS = 1_000
_RESULTS_AHEAD = 64  # that a document whose turn has not come may have waiting
_WORTH = 1_000_000  # characters from which on starting processes pays
_PATIENCE = 2.0  # seconds that a process has to end by itself


def cores() -> int:
    """How many processes can run at a time."""
    with suppress(AttributeError):  # not everywhere
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def results_in_order(
    items: Iterable[Item], work: Work[T], jobs: int = 0
) -> Iterator[tuple[Document | Unreadable, Iterator[T | Unreadable]]]:
    """Each item as a document, or why there is none, with what the work makes of it; results are to be taken before the next item.

    `jobs` is over how many processes to spread. 0 means that this process begins alone, and that the rest is spread, one process for
    each core, once so much has been read that it pays. An error in the work, or the death of a process, is an Unreadable among the
    results of its document.
    """
    items = iter(items)
    size = 0
    spread = jobs or cores()
    for item in items:
        size += _size(item)
        if spread > 1 and (jobs or size >= _WORTH):
            yield from _Processes(work, spread).results(chain([item], items))
            return
        document = item.document() if isinstance(item, Unconverted) else item
        yield document, iter(()) if isinstance(document, Unreadable) else attempted(work, document)


def attempted(work: Work[T], document: Document) -> Iterator[T | Unreadable]:
    """What the work makes of a document, and at its end a report if that fails: one document must not end a run."""
    try:
        yield from work(document)
    except Exception as error:  # whatever is wrong with the document or with us
        yield failed(document, f"this is an error of numclaims: {type(error).__name__}: {error}")


def failed(item: Item, reason: str) -> Unreadable:
    """The report that a document has no results, or not all of them."""
    if isinstance(item, Document):
        return Unreadable(item.path or item.id, item.line if item.record else None, reason)
    return Unreadable(item.origin.path if isinstance(item, Unconverted) else item.path, None, reason)


def _size(item: Item) -> int:
    if isinstance(item, Document):
        return len(item.text)
    return _FILE if isinstance(item, Unconverted) else 0


@dataclass(slots=True)
class _Slot(Generic[T]):
    """A document on its way: `document` is known once a file is turned into one."""

    item: Item
    document: Document | Unreadable | None
    results: deque[T | Unreadable] = field(default_factory=deque)
    done: bool = False


@dataclass(slots=True)
class _Worker(Generic[T]):
    """A process and what it has been given, the one it is at first."""

    process: BaseProcess
    connection: Connection
    slots: deque[_Slot[T]] = field(default_factory=deque)


class _Processes(Generic[T]):
    """One run over several processes."""

    def __init__(self, work: Work[T], jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker[T]] = []
        self._slots: deque[_Slot[T]] = deque()  # in the order of the documents
        self._waiting: deque[_Slot[T]] = deque()  # for a process
        self._size = 0  # of what stands in slots
        self._more = True

    def results(self, items: Iterator[Item]) -> Iterator[tuple[Document | Unreadable, Iterator[T | Unreadable]]]:
        try:
            while self._take(items) or self._slots:
                slot = self._slots[0]
                while slot.document is None:
                    self._advance(items)
                rest = self._of(slot, items)
                yield slot.document, rest
                for _ in rest:  # what nobody wanted
                    pass
                self._slots.popleft()
                self._size -= _size(slot.item)
        finally:
            self._end()

    def _of(self, slot: _Slot[T], items: Iterator[Item]) -> Iterator[T | Unreadable]:
        """The results of the first slot as they come."""
        while True:
            while slot.results:
                yield slot.results.popleft()
            if slot.done:
                return
            self._advance(items)

    def _take(self, items: Iterator[Item]) -> bool:
        """Takes one more item, if there is one and room for it."""
        if not self._more or (self._slots and (self._size >= _UNDER_WAY or len(self._slots) >= _DOCUMENTS)):
            return False
        item = next(items, None)
        if item is None:
            self._more = False
            return False
        slot: _Slot[T] = _Slot(item, None if isinstance(item, Unconverted) else item, done=isinstance(item, Unreadable))
        self._slots.append(slot)
        self._size += _size(item)
        if not slot.done:
            self._waiting.append(slot)
        return True

    def _advance(self, items: Iterator[Item]) -> None:
        """Hands out work to every process that has none, then takes more items in, or waits for results where there is no room."""
        while (worker := self._idle()) and self._fill(items):
            self._give(worker)
        while True:
            ready = wait(self._heard(), timeout=0)
            if ready or not self._take(items):
                break
        ready = ready or wait(self._heard())
        for worker in list(self._workers):
            if worker.connection in ready:
                self._hear(worker)

    def _fill(self, items: Iterator[Item]) -> bool:
        """Takes items until there are enough for a process; whether there are any."""
        while sum(_size(slot.item) for slot in self._waiting) < _BATCH and self._take(items):
            pass
        return bool(self._waiting)

    def _idle(self) -> _Worker[T] | None:
        """A process with nothing to do, a new one where there may be more."""
        for worker in self._workers:
            if not worker.slots:
                return worker
        return self._started() if len(self._workers) < self._jobs and (self._waiting or self._more) else None

    def _started(self) -> _Worker[T]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        worker: _Worker[T] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker[T]) -> None:
        size = 0
        while self._waiting and (not size or size + _size(self._waiting[0].item) <= _BATCH):
            slot = self._waiting.popleft()
            size += max(1, _size(slot.item))
            worker.slots.append(slot)
        try:
            worker.connection.send([slot.item for slot in worker.slots])
        except OSError:  # it died before
            self._bury(worker)

    def _heard(self) -> list[Connection]:
        """The pipes of the processes that work, but for those far ahead of the document whose turn it is, unless there are no others."""
        busy = [worker for worker in self._workers if worker.slots]
        return [worker.connection for worker in busy if self._is_wanted(worker.slots[0])] or [worker.connection for worker in busy]

    def _is_wanted(self, slot: _Slot[T]) -> bool:
        return slot is self._slots[0] or len(slot.results) < _RESULTS_AHEAD

    def _hear(self, worker: _Worker[T]) -> None:
        """Takes in one message: a document that was a file, a result, or that there are no more of the document."""
        slot = worker.slots[0]
        try:
            message = worker.connection.recv_bytes()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if not message:
            slot.done = True
            worker.slots.popleft()
        elif slot.document is None:
            slot.document = pickle.loads(message)
        else:
            slot.results.append(unpickled(message, slot.document))

    def _bury(self, worker: _Worker[T]) -> None:
        """Reports the document that a process died of; what else it had goes to others."""
        slot = worker.slots.popleft()
        self._waiting.extendleft(reversed(worker.slots))
        worker.slots.clear()
        status = self._dismiss(worker)
        report = failed(slot.item, f"the process that read it died ({_told(status)}); the run goes on without it")
        if slot.document is None:
            slot.document = report
        else:
            slot.results.append(report)
        slot.done = True

    def _dismiss(self, worker: _Worker[T]) -> int | None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(_PATIENCE)
        return worker.process.exitcode

    def _end(self) -> None:
        """Ends all processes: those that wait see their pipe closed, those that work are stopped."""
        for worker in self._workers:
            if worker.slots:
                worker.process.terminate()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


def _told(status: int | None) -> str:
    if status is not None and status < 0:
        with suppress(ValueError):
            return signal.Signals(-status).name
    return f"status {status}"


def _serve(connection: Connection, work: Work[T]) -> None:
    """What a process does: documents come in by the batch, and results go out one by one until nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first one ends the others
    with suppress(EOFError, OSError):
        while True:
            items: Sequence[Item] = connection.recv()
            for item in items:
                document = item.document() if isinstance(item, Unconverted) else item
                if isinstance(item, Unconverted):
                    connection.send_bytes(pickle.dumps(document))
                if isinstance(document, Document):
                    for result in attempted(work, document):
                        connection.send_bytes(pickled(result, document))
                connection.send_bytes(b"")


def pickled(result: object, document: Document) -> bytes:
    """A result without the document it is of, which the other side has."""
    file = io.BytesIO()
    _Pickler(file, document).dump(result)
    return file.getvalue()


def unpickled(message: bytes, document: Document | Unreadable) -> Any:
    """The result that was pickled, with the document it is of."""
    return DocumentUnpickler(message, document).load()


class _Pickler(pickle.Pickler):
    """Leaves out the document, which the other side has."""

    def __init__(self, file: io.BytesIO, document: Document) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._document = document

    def persistent_id(self, value: object) -> str | None:
        return "document" if value is self._document else None


class DocumentUnpickler(pickle.Unpickler):
    """Puts the document back where it was left out."""

    def __init__(self, message: bytes, document: Item) -> None:
        super().__init__(io.BytesIO(message))
        self._document = document

    def persistent_load(self, _: str) -> Item:
        return self._document
