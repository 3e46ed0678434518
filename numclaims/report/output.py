"""Where a report goes: standard output, or a file that has its old content until the new one is whole. It knows no form."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

STANDARD_OUTPUT = "-"


class OutputError(Exception):
    """Why nothing, or no more, can be written; the message names the file."""


@contextmanager
def opened(output: str | None) -> Iterator[TextIO]:
    """The stream to write to, UTF-8 with "\\n" line ends; standard output without a name or for "-".

    A file takes its new content at the end, and keeps the old one where the block is left by an error or by Ctrl-C. Pipes and
    devices are written to as they are. Lone surrogates, which JSON can bring in and UTF-8 cannot hold, are written as the escapes
    they came from. Raises OutputError where writing fails, and BrokenPipeError where nobody reads any more.
    """
    try:
        if stream := _already_open(output):
            yield stream
            stream.flush()
        elif output and os.path.exists(output) and not os.path.isfile(output):
            with _written(output) as stream:
                yield stream
        else:
            with _replacing(output or "") as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        where = "standard output" if output in (None, STANDARD_OUTPUT) else output or "''"
        raise OutputError(f"cannot write to {where}: {error.strerror or error}") from error


def _already_open(output: str | None) -> TextIO | None:
    """Standard output or standard error, where that is meant: to open /dev/stdout anew would cut off what is there."""
    if output is None or output == STANDARD_OUTPUT:
        if sys.stdout is None:
            raise OSError("it is closed")
        return _as_utf8(sys.stdout)
    for stream, descriptor in ((sys.stdout, 1), (sys.stderr, 2)):
        if stream is not None and os.path.exists(output) and os.path.samestat(os.stat(output), os.fstat(descriptor)):
            return _as_utf8(stream)
    return None


def _as_utf8(stream: TextIO) -> TextIO:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def _written(file: str | int) -> TextIO:
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def _replacing(output: str) -> Iterator[TextIO]:
    """A new file beside the one named, which it replaces at the end; links are followed, permissions kept.

    Where a file may be written to and its folder not, as with one that is mounted by itself, it is filled at the end instead.
    """
    if not os.path.basename(output):
        raise OSError("it names no file")
    target = os.path.realpath(output)
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        mode = None
    if mode is not None and not os.access(target, os.W_OK):
        raise OSError("it may not be written to")
    folder = os.path.dirname(target)
    handle, beside = tempfile.mkstemp(prefix=".numclaims-", dir=folder if mode is None or os.access(folder, os.W_OK) else None)
    try:
        with _written(handle) as stream:
            yield stream
        os.chmod(beside, 0o666 & ~_umask() if mode is None else mode)
        try:
            os.replace(beside, target)
        except OSError:
            shutil.copyfile(beside, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
