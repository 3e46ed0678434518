"""A verb group as the clause reader finds it. Records only."""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[int, int]


class Verb(NamedTuple):
    """A verb group at tokens `first` to `next`, with its lemma ("bring out"), voice and noun phrases as token ranges."""

    first: int
    next: int
    lemma: str
    passive: bool
    subject: Range | None
    agent: Range | None = None
    finite: bool = True
