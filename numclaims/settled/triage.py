"""The results of a run as they are to be shown: severities as configured, and without the findings that somebody has dealt with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from numclaims.model import Audit, Comparison, Document, Finding, Severity, Silenced
from numclaims.places import Places
from numclaims.reading import Unreadable
from numclaims.rules import chosen
from numclaims.settled.baseline import Baseline, Known, known
from numclaims.settled.comments import alone, faults
from numclaims.settled.listed import ListedSuppression
from numclaims.settled.review import FALSE_ALARM, FIXED, Review


def _none_listed(_: Document) -> Sequence[ListedSuppression]:
    return ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run takes into account. `severities` are by rule code; `listed` gives the suppressions that stand in lists for a document."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    listed: Callable[[Document], Sequence[ListedSuppression]] = _none_listed
    baseline: Baseline | None = None
    review: Review | None = None
    records: bool = False


class Triage:
    """Passes results on as they are to be shown, and remembers what is to be told at the end of a run.

    `recorded` are the findings for a new baseline, where `Settings.records` asks for one; they are known from then on. `warnings` tell of
    suppressions that name no rule, of findings that were reviewed as fixed and of reviews that contradict themselves.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._documents: set[str] = set()
        self._ran = {rule.code: rule for rule in chosen(settings.select, settings.ignore)}
        self._standing: dict[ListedSuppression, bool] = {}
        self._unused: list[str] = []
        self.warnings: list[str] = []
        if settings.review and settings.review.disputed:
            count = f"{settings.review.disputed:,} finding{'' if settings.review.disputed == 1 else 's'}"
            self.warnings.append(f"the review says different things of {count} of the same words and values, which are shown")
        self.recorded: list[Known] = []

    def follow(self, results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[Audit | Comparison | Unreadable]:
        """The same results, sorted."""
        for result in results:
            if isinstance(result, Unreadable):
                yield result
                continue
            if isinstance(result, Audit):
                self._meet(result)
            yield self._sorted(result)

    def unused(self) -> Iterator[str]:
        """The suppressions that silence nothing, each with its place, once all results have passed."""
        yield from self._unused
        for listed, used in self._standing.items():
            if not used and listed.rules <= {code for code, rule in self._ran.items() if alone(rule)}:
                yield _not_used(listed.where, listed.rules)

    def gone(self) -> tuple[Known, ...]:
        """What the baseline knows of the documents and rules of this run and was not found again."""
        return tuple(self._settings.baseline.gone(self._documents, self._ran)) if self._settings.baseline else ()

    def _meet(self, audit: Audit) -> None:
        """What is to be told of a document, whatever is found in it."""
        document = audit.analysis.document
        self._documents.add(document.id)
        self.warnings += faults(document)
        for unused in audit.unused:
            self._unused.append(_not_used(f"{document.path}:{unused.line}", unused.rules))
        for listed in self._settings.listed(document):
            if listed.documents or next(listed.extents(document.full_text), None):
                self._standing.setdefault(listed, False)

    def _sorted(self, result: Audit | Comparison) -> Audit | Comparison:
        shown: list[Finding] = []
        silenced = list(result.silenced)
        for finding in result.findings:
            severity = self._settings.severities.get(finding.rule, finding.severity)
            finding = replace(finding, severity=severity) if severity != finding.severity else finding
            silence = self._silence(finding, result)
            if silence:
                silenced.append(silence)
            else:
                shown.append(finding)
        return replace(result, findings=tuple(shown), silenced=tuple(silenced))

    def _silence(self, finding: Finding, result: Audit | Comparison) -> Silenced | None:
        """Why a finding is not shown, None for one that is."""
        for listed in self._lists(finding, result):
            if listed.silences(finding, result):
                self._standing[listed] = True
                return Silenced(finding, "suppressed", listed.reason, listed.where)
        verdict = self._settings.review.verdict(finding) if self._settings.review else ""
        if verdict == FALSE_ALARM:
            return Silenced(finding, "false alarm")
        if verdict == FIXED:
            self.warnings.append(f"{_place(finding, result)}: {finding.rule} was reviewed as fixed and is still there: {finding.message}")
        if self._settings.records:
            self.recorded.append(known(finding))
        is_known = self._settings.baseline.takes(finding) if self._settings.baseline else self._settings.records
        return Silenced(finding, "known") if is_known else None

    def _lists(self, finding: Finding, result: Audit | Comparison) -> Sequence[ListedSuppression]:
        if isinstance(result, Audit):
            return self._settings.listed(result.analysis.document)
        return tuple(dict.fromkeys(each for span in finding.spans for each in self._settings.listed(result.quote(span).document)))


def _not_used(where: str, rules: Iterable[str]) -> str:
    return f"{where}: the suppression of {', '.join(sorted(rules))} is not used"


def _place(finding: Finding, result: Audit | Comparison) -> str:
    span = finding.spans[0]
    return result.quote(span).place if isinstance(result, Comparison) else Places(result.analysis.document).place(span.start)
