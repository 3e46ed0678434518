"""The findings of an earlier run, by fingerprint, so that a run can show what is new since. Where they stand does not count."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from numclaims.fingerprint import fingerprint
from numclaims.model import Finding

_VERSION = 1


class BaselineError(ValueError):
    """A file that is no baseline; the message names the file and says what is wrong with it."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding as a baseline keeps it. Only the fingerprint tells which it is; the rest is for people, and `doc` for what is gone."""

    doc: str
    rule: str
    text: str
    fingerprint: str

    def __str__(self) -> str:
        return f"{self.doc}: {self.rule} {self.text}"


def known(finding: Finding) -> Known:
    """A finding as a baseline keeps it."""
    return Known(finding.doc, finding.rule, " … ".join(" ".join(span.text.split()) for span in finding.spans), fingerprint(finding))


class Baseline:
    """The findings of an earlier run. Each of them makes one finding known, so that a second one of its kind is new."""

    def __init__(self, entries: Iterable[Known]) -> None:
        self._left: defaultdict[str, Counter[Known]] = defaultdict(Counter)
        for entry in entries:
            self._left[entry.fingerprint][entry] += 1

    @classmethod
    def read(cls, path: str | Path) -> Baseline:
        """The baseline in a file that `as_json` wrote. Raises BaselineError, naming the file."""
        try:
            content = json.loads(Path(path).read_bytes())
        except OSError as error:
            raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from None
        except (ValueError, RecursionError) as error:
            raise BaselineError(f"{path}: is no baseline: {error}") from None
        if not isinstance(content, dict) or not isinstance(content.get("findings"), list):
            raise BaselineError(f"{path}: is no baseline: it has no list of findings; --write-baseline writes one")
        if content.get("version") != _VERSION:
            raise BaselineError(f"{path}: has the version {content.get('version')!r}; this numclaims reads {_VERSION}")
        return cls(_entry(entry, f"{path}: finding {number}") for number, entry in enumerate(content["findings"], start=1))

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is known; the entry that makes it so, of its own document if there is one, is used up."""
        left = self._left.get(fingerprint(finding))
        if not left:
            return False
        entry = next((entry for entry in left if entry.doc == finding.doc), next(iter(left)))
        left[entry] -= 1
        if not left[entry]:
            del left[entry]
        return True

    def gone(self, documents: Collection[str], rules: Collection[str]) -> Iterator[Known]:
        """What is left of entries on these documents, by id, and these rules, by code: once they have all been audited, it is gone."""
        left = (entry for entries in self._left.values() for entry in entries.elements())
        return (entry for entry in sorted(left) if entry.doc in documents and entry.rule in rules)


def as_json(findings: Iterable[Known]) -> str:
    """A baseline of these findings, one a line, in an order that does not depend on where they stand."""
    rows = ",".join(f"\n    {json.dumps(asdict(each), ensure_ascii=False)}" for each in sorted(findings))
    return f'{{\n  "version": {_VERSION},\n  "findings": [{rows}\n  ]\n}}\n'


def _entry(entry: object, where: str) -> Known:
    cells = {name: entry.get(name) for name in Known.__slots__} if isinstance(entry, dict) else {}
    missing = [name for name in Known.__slots__ if not isinstance(cells.get(name), str)]
    if missing:
        raise BaselineError(f"{where} has no {missing[0]}")
    return Known(**{name: str(cell) for name, cell in cells.items()})
