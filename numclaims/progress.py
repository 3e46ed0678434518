"""One line on a terminal that says how far a run has come, at what rate, and how long it may take. It knows no command."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

CLEARED = "\r\x1b[K"
"""What takes the line away, for whatever is written next."""

_EVERY = 0.2  # seconds
_FROM = 1.0  # a run that takes less needs no line


class Progress:
    """How far a run has come. `share` gives the part of the input that has been read, from 0 to 1."""

    def __init__(self, stream: TextIO, share: Callable[[], float], now: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._share, self._now = stream, share, now

    def follow(self, items: Iterable[T]) -> Iterator[T]:
        """The same items, each counted as it passes; the line is gone at the end."""
        began = shown = self._now()
        count = 0
        drawn = False
        try:
            for item in items:
                yield item
                count += 1
                at = self._now()
                if at - began >= _FROM and at - shown >= _EVERY:
                    self._stream.write(CLEARED + self.line(count, at - began)[: shutil.get_terminal_size().columns - 1])
                    self._stream.flush()
                    shown, drawn = at, True
        finally:
            if drawn:
                self._stream.write(CLEARED)
                self._stream.flush()

    def line(self, count: int, seconds: float) -> str:
        """The line after so many results in so many seconds: "1,204 done, 35% read, 86/s, 2:10 left"."""
        share = min(1.0, self._share())
        said = [f"{count:,} done", f"{share:.0%} read", f"{count / seconds:,.3g}/s"]
        if share:
            said.append(f"{_clock(seconds / share - seconds)} left")
        return ", ".join(said)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
