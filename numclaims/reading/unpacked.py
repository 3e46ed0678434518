"""Compressed files as the bytes in them, which stay on the disk. It knows gzip and what a bomb looks like, and no format."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO, cast

from numclaims.reading.encoding import NotTextError
from numclaims.reading.limits import Limits, TooLargeError

_MOST_RATIO = 200
"""How many times its size a file may unpack to, beyond the size of one document; prose comes to 3 to 10, and deflate ends at 1032."""


def unpacked(raw: BinaryIO, limits: Limits) -> BinaryIO:
    """The bytes that a gzip file holds, seekable. Reading them raises NotTextError where they are damaged, TooLargeError for a bomb."""
    return cast("BinaryIO", io.BufferedReader(_Unpacked(raw, limits)))


class _Unpacked(io.RawIOBase):
    def __init__(self, raw: BinaryIO, limits: Limits) -> None:
        self._raw, self._limits = raw, limits
        self._file = gzip.GzipFile(fileobj=raw, mode="rb")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # of the buffers there are, BufferedReader gives this
        try:
            data = self._file.read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise NotTextError(f"is damaged or no gzip file: {error}") from None
        self._check()
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()
        super().close()

    def _check(self) -> None:
        got = self._file.tell()
        if got > self._limits.size and got > _MOST_RATIO * max(1, self._raw.tell()):
            raise TooLargeError(f"unpacks to more than {_MOST_RATIO} times its size; unpack it yourself if you trust it")
