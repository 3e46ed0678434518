"""A verb group as the clause reader finds it. Records only."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group at tokens `first` to `next`, with its lemma ("bring out"), voice and noun phrases as token ranges."""

    first: int
    next: int
    lemma: str
    passive: bool
    subject: Range | None
    agent: Range | None = None
    finite: bool = True
