"""What is reported in place of a document that could not be read. It knows no format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or one line of a table of documents, that gave no document.

    `path` is the file as the user named it, `line` the 1-based line of it (None where the whole file is meant), `reason` what
    was wrong and, where it is not plain, what to do.
    """

    path: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.line is None else f"{self.path}:{self.line}: {self.reason}"
