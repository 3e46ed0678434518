"""A TOML file with the line of each key, which `tomllib` does not give. It knows no settings."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

Key = tuple[str | int, ...]
"""The way to a value: names of keys, and numbers of entries from 0."""

_NAME = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(?P<open>\[\[?)[ \t]*(?P<key>{_DOTTED})[ \t]*\]")
_PAIR = re.compile(rf"[ \t]*(?P<key>{_DOTTED})[ \t]*=")
_NAMES = re.compile(_NAME)
_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class TomlError(ValueError):
    """A file that is no TOML; the message names the file and, where it is known, line and column."""


class TomlFile:
    """A TOML file as read: `content`, and where things stand in it."""

    def __init__(self, path: Path, name: str) -> None:
        """`name` is what messages call the file. Raises TomlError for one that cannot be read or is no TOML."""
        self.name = name
        try:
            text = path.read_bytes().decode("utf-8-sig")
            self.content = tomllib.loads(text)
        except OSError as error:
            raise TomlError(f"{name}: cannot be read: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise TomlError(f"{name}: is not UTF-8, as TOML must be") from None
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            place = _SYNTAX_PLACE.search(str(error))
            where = f":{place[1]}:{place[2]}" if place else ""
            raise TomlError(f"{name}{where}: is no TOML: {_SYNTAX_PLACE.sub('', str(error))}") from None
        self._lines: dict[Key, int] = {}
        for number, key in _keys(text):
            for length in range(1, len(key) + 1):
                self._lines.setdefault(key[:length], number)

    def where(self, key: Key) -> str:
        """The file and the line on which a key stands, or that of the nearest around it which is known."""
        around = (self._lines[key[:length]] for length in range(len(key), 0, -1) if key[:length] in self._lines)
        line = next(around, None)
        return self.name if line is None else f"{self.name}:{line}"


def _keys(text: str) -> Iterator[tuple[int, Key]]:
    """The keys that a line begins with, each with all that it is in."""
    table: Key = ()
    entries = Counter[Key]()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _parts(header["key"])
            if header["open"] == "[[":
                entries[table] += 1
                table = (*table, entries[table] - 1)
            yield number, table
        elif pair := _PAIR.match(line):
            yield number, (*table, *_parts(pair["key"]))


def _parts(key: str) -> Key:
    return tuple(part.strip("\"'") for part in _NAMES.findall(key))
