"""Documents spread over a Dask cluster, their results in the order of the documents. It knows nothing of what is done with a document.

Workers need numclaims and nothing else: files are read here, and texts are sent. The scheduler gives what a worker that died had to
another. A batch that workers keep dying of is done again document by document, with nothing else under way, so that the one that is
to blame is reported and no other is lost.
"""

from __future__ import annotations

import logging
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numclaims
from numclaims.model import Document
from numclaims.reading import Item, Unconverted, Unreadable
from numclaims.workers import Spread, Work, attempted, cores, failed, pickled, unpickled

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

_BATCH = 100_000  # characters that go to a worker at a time
_DOCUMENTS = 1_000  # of a batch, however short
_AHEAD = 4  # batches under way for each thread of the workers
_PATIENCE = "10s"  # for the scheduler to answer
_LOGS = logging.CRITICAL + 1
_DEATHS = 1  # of workers of our own that a batch may survive; those of others are as their scheduler is configured


class ClusterError(Exception):
    """There is no cluster to work with; the message says what to do."""


@contextmanager
def connected(scheduler: str | None, jobs: int) -> Iterator[Spread]:
    """What spreads documents over the cluster of a scheduler ("tcp://host:8786"), or over `jobs` processes of this machine, 0: its cores.

    Raises ClusterError: Dask is not installed, the scheduler cannot be reached, or its workers have another numclaims or none.
    """
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise ClusterError("--engine dask needs Dask: pip install 'numclaims[dask]'") from None
    with ExitStack() as stack:
        stack.enter_context(_silence())
        if scheduler is None:
            stack.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": _DEATHS}))
            local = LocalCluster(
                n_workers=jobs or cores(),
                threads_per_worker=1,
                memory_limit=0,
                dashboard_address="127.0.0.1:0",
                silence_logs=_LOGS,
                preload=[__name__],
            )
            client = stack.enter_context(Client(stack.enter_context(local), set_as_default=False))
        else:
            try:
                client = stack.enter_context(Client(scheduler, timeout=_PATIENCE, set_as_default=False))
            except (OSError, ValueError) as error:
                raise ClusterError(f"the scheduler {scheduler} cannot be reached: {error}") from None
            _check(client, scheduler)
        yield _Run(client).results


@contextmanager
def _silence() -> Iterator[None]:
    """Dask logs tracebacks of every connection that ends; what a person should know is told by the run."""
    handlers = [(handler, handler.level) for handler in logging.getLogger("distributed").handlers]
    for handler, _ in handlers:
        handler.setLevel(_LOGS)
    try:
        yield
    finally:
        for handler, level in handlers:
            handler.setLevel(level)


def dask_setup(_: object) -> None:
    """What a worker of our own calls when it starts. Ctrl-C reaches all processes; the first one ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check(client: Client, scheduler: str) -> None:
    """Workers of another version would give other claims."""
    try:
        versions = client.run(_version)
    except Exception as error:  # whatever a worker without numclaims makes of it
        raise ClusterError(f"the workers of {scheduler} cannot run numclaims {numclaims.__version__}; install it there: {error}") from None
    for worker, version in versions.items():
        if version != numclaims.__version__:
            raise ClusterError(f"the worker {worker} has numclaims {version}, and this is {numclaims.__version__}; install the same there")


def _version() -> str:
    return numclaims.__version__


@dataclass(frozen=True, slots=True)
class _Batch:
    """Documents, with what could not be read in between, and the results of the documents to come."""

    items: list[Document | Unreadable]
    future: Future[bytes] | None


class _Run:
    """One run over a cluster."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._under_way: deque[_Batch] = deque()

    def results(self, items: Iterable[Item], work: Work[T]) -> Iterator[tuple[Document | Unreadable, Iterator[T | Unreadable]]]:
        """As `numclaims.workers.results_in_order`. Raises ClusterError where the scheduler is lost."""
        batches = _batches(items)
        most = _AHEAD * max(2, sum(self._client.nthreads().values()))
        while True:
            while len(self._under_way) < most and (batch := next(batches, None)):
                self._under_way.append(_Batch(batch, self._submitted(work, batch)))
            if not self._under_way:
                return
            done = self._under_way.popleft()
            results = self._of(done, work)
            for item in done.items:
                yield item, next(results) if isinstance(item, Document) else iter(())

    def _submitted(self, work: Work[T], items: list[Document | Unreadable]) -> Future[bytes] | None:
        documents = [item for item in items if isinstance(item, Document)]
        if not documents:
            return None
        return self._client.submit(_done, pickle.dumps((work, documents), pickle.HIGHEST_PROTOCOL), pure=False)

    def _of(self, batch: _Batch, work: Work[T]) -> Iterator[Iterator[T | Unreadable]]:
        """The results of each document of a batch."""
        if batch.future is None:
            return
        documents = [item for item in batch.items if isinstance(item, Document)]
        try:
            found = _taken(batch.future)
        except _LostError:
            self._wait()
            for document in documents:
                yield self._alone(document, work)
            return
        for document, results in zip(documents, found, strict=True):
            yield (unpickled(result, document) for result in results)

    def _alone(self, document: Document, work: Work[T]) -> Iterator[T | Unreadable]:
        """The results of a document that may be what workers died of."""
        future = self._submitted(work, [document])
        assert future is not None
        try:
            [results] = _taken(future)
        except _LostError as error:
            return iter([failed(document, f"{error}; the run goes on without it")])
        return (unpickled(result, document) for result in results)

    def _wait(self) -> None:
        """Until nothing is under way: when a worker dies, all that it had to do is under suspicion."""
        from distributed import wait

        if futures := [batch.future for batch in self._under_way if batch.future is not None]:
            wait(futures)


class _LostError(Exception):
    """A task has no result; the message says why."""


def _taken(future: Future[bytes]) -> list[list[bytes]]:
    from distributed import KilledWorker

    try:
        found: list[list[bytes]] = pickle.loads(future.result())
    except KilledWorker:
        raise _LostError("the workers that read it died") from None
    except CancelledError as error:
        raise ClusterError(f"the scheduler was lost: {error}") from None
    except Exception as error:  # of the cluster: those of the work are among the results
        raise _LostError(f"the cluster failed on it: {type(error).__name__}: {error}") from error
    return found


def _batches(items: Iterable[Item]) -> Iterator[list[Document | Unreadable]]:
    batch: list[Document | Unreadable] = []
    size = 0
    for item in items:
        document = item.document() if isinstance(item, Unconverted) else item
        batch.append(document)
        size += len(document.text) if isinstance(document, Document) else 0
        if size >= _BATCH or len(batch) >= _DOCUMENTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _done(task: bytes) -> bytes:
    """What a worker does: the results of each document, which this side has."""
    work: Callable[[Document], Iterable[Any]]
    work, documents = pickle.loads(task)
    return pickle.dumps([[pickled(result, document) for result in attempted(work, document)] for document in documents])
