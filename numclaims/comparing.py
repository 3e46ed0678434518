"""A run that lines documents up: from documents to the tables of their stories. It writes no report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from numclaims.model import Analysis
from numclaims.reading import Unreadable
from numclaims.stories import LineUp, Stories, line_up

_TOGETHER = "\ue000"
"""The story of documents that name none: whoever compares them says that they belong together."""


@dataclass(slots=True)
class Compared:
    """What a run has compared so far."""

    documents: int = 0
    claims: int = 0
    quantities: int = 0
    alone: int = 0
    disagreeing: int = 0
    unreadable: int = 0

    def line(self) -> str:
        """The whole run in one line."""
        told = [_count(self.documents, "document"), f"{_count(self.claims, 'claim')} read"]
        if self.unreadable:
            told.append(f"{_count(self.unreadable, 'input')} not read")
        told.append(f"{_count(self.quantities, 'quantity', 'quantities')} in more than one document")
        if self.alone:
            told.append(f"{self.alone:,} in one alone")
        if self.quantities:
            told.append(_count(self.disagreeing, "disagreement") if self.disagreeing else "no disagreement")
        return ", ".join(told)

    def follow(self, results: Iterable[Analysis | Unreadable], *, shared: bool) -> Iterator[LineUp]:
        """The table of each story that more than one document tells, once all results have passed."""
        stories = Stories()
        for result in results:
            if isinstance(result, Unreadable):
                self.unreadable += 1
                continue
            self.documents += 1
            self.claims += len(result.claims)
            document = result.document
            stories.add(replace(result, document=replace(document, story=document.story or _TOGETHER)))
        for story in stories:
            lined_up = line_up(story, shared=shared)
            told = Counter(row.agreement for row in lined_up.rows)
            self.quantities += len(lined_up.rows) - told["alone"]
            self.alone += told["alone"]
            self.disagreeing += told["disagree"]
            yield replace(lined_up, story="") if lined_up.story == _TOGETHER else lined_up


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"
