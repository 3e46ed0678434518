"""What one document may cost: how large it may be and how long its conversion may take. It knows no format."""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType

MEGABYTE = 1_000_000
MOST = 1_000_000
"""So many megabytes, or seconds, are as good as no limit."""


class TooLargeError(ValueError):
    """A document is larger than it may be; the message says so and names the option that lets it pass."""


class TooSlowError(BaseException):
    """The conversion of a document took longer than it may; the message names the option that gives it more time.

    No Exception, because the libraries that it has to get through catch those.
    """


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` in bytes of a file, characters of a text; `seconds` for turning a file into text. Neither concerns whole tables."""

    size: int = 100 * MEGABYTE
    seconds: float = 60.0

    def too_large(self, what: str = "is") -> TooLargeError:
        """The error of a document beyond `size`."""
        return TooLargeError(f"{what} larger than {self.size / MEGABYTE:,g} MB; --max-size lets it pass")


USUAL_LIMITS = Limits()
_TURNS = 100  # of this thread: at the first of them Python raises what another thread asked for


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends what is in the block with TooSlowError after so many seconds.

    An alarm does it where there is one and this is the main thread of the process; elsewhere, as on Windows, another thread, whose
    exception Python raises here between two of its own instructions. Code in C is ended by neither before it returns.
    """
    message = f"takes more than {seconds:g} seconds to read; --max-seconds gives it more"
    main = threading.current_thread() is threading.main_thread()
    with _alarm(seconds, message) if main and hasattr(signal, "setitimer") else _watch(seconds, message):
        yield


@contextmanager
def _alarm(seconds: float, message: str) -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise TooSlowError(message)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _watch(seconds: float, message: str) -> Iterator[None]:
    """A thread that waits, and raises in this one where the block is not left in time."""

    class LateError(TooSlowError):
        """What can be raised in another thread is a class, which must say by itself what is wrong."""

        def __init__(self) -> None:
            super().__init__(message)

    raise_in, watched = ctypes.pythonapi.PyThreadState_SetAsyncExc, ctypes.c_ulong(threading.get_ident())
    turn = threading.Lock()  # that the block is left and that it is ended exclude each other
    left = ended = came = False

    def end() -> None:
        nonlocal ended
        with turn:
            if not left:
                ended = True
                raise_in(watched, ctypes.py_object(LateError))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except LateError:
        came = True
        raise
    finally:
        with turn:
            left = True
        timer.cancel()
        if ended and not came:
            with suppress(LateError):  # one that is on its way; called back, it would leave Python looking for it ever after
                for _ in range(_TURNS):
                    time.sleep(0)
