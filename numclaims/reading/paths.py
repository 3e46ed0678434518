"""What the user names to files: folders are walked, globs expanded. It opens no file."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from numclaims.reading.source import encodable
from numclaims.reading.unreadable import Unreadable

PACKED = ".gz"
_MAGIC = re.compile(r"[*?\[]")


def find_files(named: str, suffixes: Collection[str], last: str) -> Iterator[Path | Unreadable]:
    """The files that one path of the user means, in order, without reading them.

    A file is itself, whatever its suffix. A folder gives the files below it that have one of `suffixes` (lower case), sorted
    within each folder, the file named `last` after the others; hidden files and folders are passed over, links to folders
    followed once, pipes and devices reported. A pattern (`*`, `?`, `[...]`, `**`) that is no file gives what each match gives;
    quote it to keep the shell from expanding it first.
    """
    try:
        yield from _find(named, suffixes, last)
    except OSError as error:
        yield Unreadable(encodable(named), None, why(error))
    except ValueError as error:  # a NUL in the name, or a pattern such as "a**"
        yield Unreadable(encodable(named), None, f"is not a path or pattern: {error}")


def suffix_of(path: Path) -> str:
    """The suffix in lower case; of a compressed file both, such as ".csv.gz"."""
    last = path.suffix.lower()
    return f"{path.with_suffix('').suffix.lower()}{last}" if last == PACKED else last


def why(error: OSError) -> str:
    """What the operating system says is wrong, without the number and the path."""
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    return f"{error.strerror or error}"


def _find(named: str, suffixes: Collection[str], last: str) -> Iterator[Path | Unreadable]:
    if not named:
        yield Unreadable(named, None, "is an empty path")
        return
    path = Path(named)
    if not os.path.lexists(path) and _MAGIC.search(named):
        yield from _matching(path, suffixes, last)
    elif path.is_dir():
        yield from _walk(path, suffixes, last)
    else:
        path.stat()
        yield path


def _matching(pattern: Path, suffixes: Collection[str], last: str) -> Iterator[Path | Unreadable]:
    """What a pattern matches, sorted. Hidden names match only a pattern that spells their dot."""
    parts = pattern.parts
    magic = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
    base = Path(*parts[:magic])
    dots = any(part.startswith(".") for part in parts[magic:])
    closed = list(_closed(base, deep="**" in parts)) if base.is_dir() else []
    yield from closed
    found = sorted(match for match in base.glob("/".join(parts[magic:])) if dots or not _hidden(match.parts[magic:]))
    if not found and not closed:
        yield Unreadable(encodable(pattern.as_posix()), None, "matches no file")
    for match in found:
        if match.is_dir():
            yield from _walk(match, suffixes, last)
        else:
            yield _found(match)


def _closed(folder: Path, *, deep: bool) -> Iterator[Unreadable]:
    """The folders that a pattern would have to look into and may not; globbing passes over them without a word."""
    errors: list[OSError] = []
    for _, folders, _ in os.walk(folder, onerror=errors.append):
        folders[:] = [name for name in folders if deep and not _hidden((name,))]
    for error in errors:
        yield _unlisted(error)


def _hidden(parts: Iterable[str]) -> bool:
    return any(part.startswith(".") for part in parts)


def _unlisted(error: OSError) -> Unreadable:
    return Unreadable(encodable(Path(error.filename).as_posix()), None, why(error))


def _walk(folder: Path, suffixes: Collection[str], last: str) -> Iterator[Path | Unreadable]:
    closed: list[OSError] = []
    seen = {os.path.realpath(folder)}  # where links have led already: a folder inside itself would never end
    for where, folders, files in os.walk(folder, followlinks=True, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and _is_new(os.path.join(where, name), seen))
        for name in sorted(files, key=lambda name: (name == last, name)):
            path = Path(where, name)
            if not name.startswith(".") and suffix_of(path) in suffixes:
                yield _found(path)
        while closed:
            yield _unlisted(closed.pop())
    for error in closed:
        yield _unlisted(error)


def _is_new(folder: str, seen: set[str]) -> bool:
    real = os.path.realpath(folder)
    new = real not in seen
    seen.add(real)
    return new


def _found(path: Path) -> Path | Unreadable:
    """A file that was found, not named; pipes and devices are not read unasked. A dead link is reported on opening."""
    special = os.path.exists(path) and not os.path.isfile(path)
    return Unreadable(encodable(path.as_posix()), None, "is no file but a pipe or a device; name it itself to read it") if special else path
