"""What a run amounts to: documents, numbers seen, claims read and checked, findings; counted as results pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, get_args

from numclaims.model import Analysis, Audit, Comparison, Document, Severity, Silence
from numclaims.reading import Unreadable
from numclaims.report.rows import Rows

Result = Audit | Analysis | Comparison | Rows | Unreadable
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the gravest to the slightest."""
SILENCES: tuple[Silence, ...] = get_args(Silence)

R = TypeVar("R", bound=Result)


@dataclass(slots=True)
class Summary:
    """The counts of a run. `follow` adds to them; nothing else does. A document in several pieces, one after the other, is one."""

    documents: int = 0
    numbers: int = 0
    claims: int = 0
    checkable: int = 0
    held: int = 0
    unreadable: int = 0
    findings: Counter[Severity] = field(default_factory=Counter)
    silenced: Counter[Silence] = field(default_factory=Counter)
    _last: Document | None = field(default=None, repr=False)

    def follow(self, results: Iterable[R]) -> Iterator[R]:
        """The same results, each counted as it passes."""
        for result in results:
            self._add(result)
            yield result

    def reaches(self, threshold: Severity) -> bool:
        """Whether a finding is at least as grave as the threshold."""
        return any(self.findings[severity] for severity in SEVERITIES[: SEVERITIES.index(threshold) + 1])

    def read_line(self) -> str:
        """What was read: "2 documents, 64 numbers seen, 41 claims read"."""
        read = f"{_count(self.documents, 'document')}, {_count(self.numbers, 'number')} seen, {_count(self.claims, 'claim')} read"
        return f"{read}, {_count(self.unreadable, 'input')} not read" if self.unreadable else read

    def line(self) -> str:
        """The whole run in one line, as the last of an audit."""
        found = self.findings.total()
        kinds = ", ".join(_count(self.findings[severity], severity) for severity in SEVERITIES if self.findings[severity])
        silenced = "".join(f"; {self._silenced(silence)}" for silence in SILENCES if self.silenced[silence])
        done = found + self.held + self.silenced.total()
        checks = f"{_count(self.checkable, 'claim')} checked by {_count(done, 'check')} ({self.held:,} hold)"
        return ", ".join(
            [
                self.read_line(),
                checks if done else "no check applies",
                (f"{_count(found, 'finding')}: {kinds}" if found else "no findings") + silenced,
            ]
        )

    def _silenced(self, silence: Silence) -> str:
        count = self.silenced[silence]
        return _count(count, silence) if silence == "false alarm" else f"{count:,} {silence}"

    def _add(self, result: Result) -> None:
        if isinstance(result, Unreadable):
            self.unreadable += 1
            self._last = None
            return
        if isinstance(result, Audit | Comparison):
            self.findings.update(finding.severity for finding in result.findings)
            self.silenced.update(silenced.by for silenced in result.silenced)
        if isinstance(result, Comparison):
            return
        if isinstance(result, Audit):
            self.checkable += result.checkable
            self.held += len(result.held)
        read = result.analysis if isinstance(result, Audit) else result
        self.documents += read.document is not self._last
        self._last = read.document
        self.numbers += read.numbers
        self.claims += read.claims if isinstance(read, Rows) else len(read.claims)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
