"""What one document may cost: how large it may be and how long its conversion may take. It knows no format."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

MEGABYTE = 1_000_000


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


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends what is in the block with TooSlowError after so many seconds.

    An alarm does it, which only the main thread of a process can set, and which Windows does not have; there the block is not ended.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_: int, __: FrameType | None) -> None:
        raise TooSlowError(f"takes more than {seconds:g} seconds to read; --max-seconds gives it more")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
