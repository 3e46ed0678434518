"""The bytes of what a path names: a file, standard input, or a pipe. It decodes nothing."""

from __future__ import annotations

import io
import os
import select
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from typing import IO, BinaryIO, cast

STANDARD_INPUT = "-"
_PATIENCE = 5.0
"""How many seconds a named pipe may take to get a writer; `cat` would wait for ever."""

_IN_MEMORY = 1 << 24

Identity = tuple[int, int]
"""Device and inode: what makes two names the same file, however they are spelled."""


def open_bytes(path: Path | str) -> BinaryIO:
    """The bytes of a file, or all bytes of standard input or of a pipe. Raises OSError, also where no bytes will ever come."""
    if not isinstance(path, Path):
        if sys.stdin is None:
            raise OSError("standard input is closed")
        return _spooled(sys.stdin.buffer)
    return _pipe(path) if hasattr(select, "poll") and path.is_fifo() else path.open("rb")


def identity(path: Path | str | int) -> Identity | None:
    """The identity of the regular file that a path or a file descriptor leads to; None for anything else and for nothing."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _pipe(path: Path) -> BinaryIO:
    """All that is written to a named pipe, or to the pipe of a shell's `<(...)`, if anything has it open for writing by and by."""
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as raw:
        poller = select.poll()
        poller.register(raw, select.POLLIN)
        first = raw.read(1) if poller.poll(_PATIENCE * 1000) else _one_byte(raw)
        os.set_blocking(raw.fileno(), True)
        return _spooled(raw, first or b"")


def _spooled(stream: IO[bytes], first: bytes = b"") -> BinaryIO:
    """All bytes of a stream, on the disk where they are many."""
    file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # whoever asked for the bytes closes it
    file.write(first)
    shutil.copyfileobj(stream, file)
    file.seek(0)
    return cast("BinaryIO", file)


def _one_byte(raw: io.FileIO) -> bytes | None:
    """What a pipe in which nothing has come yet gives: None while a writer has it open."""
    first = raw.read(1)
    if first == b"":
        raise OSError(f"is a pipe that nothing has written to within {_PATIENCE:g} seconds")
    return first
