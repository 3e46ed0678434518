"""What a run reads, as a person asked for it, and how it tells them of what it could not read or had to guess. It writes no report."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from numclaims.ending import tell

if TYPE_CHECKING:
    from numclaims.evidence import Evidence
    from numclaims.lexicon.topics import Topics
    from numclaims.manner import Manner
    from numclaims.model import Analysis, Audit, Document
    from numclaims.reading import Item, Reading, Unreadable
    from numclaims.reading.opening import Identity
    from numclaims.report.rows import Rows
    from numclaims.workers import Spread

R = TypeVar("R", bound="Audit | Analysis | Rows")

_WARNINGS_SHOWN = 10  # of one file: a table whose ids are all the same says enough


@dataclass(frozen=True, slots=True)
class Input:
    """What a command is to read, and how, as the person typed it."""

    paths: Sequence[str]
    day: date | None
    story: str
    encoding: str
    stdin_format: str
    evidence: str | None = None
    topics: str | None = None


def evidence_of(inputs: Input) -> Evidence | None:
    """The table of evidence, read and checked before any document is."""
    if inputs.evidence is None:
        return None
    from numclaims.evidence import Evidence, EvidenceError, read_evidence
    from numclaims.reading.encoding import NotTextError, detect

    try:
        evidence = Evidence(read_evidence(inputs.evidence, encoding=inputs.encoding))
    except EvidenceError as error:
        raise click.BadParameter(str(error), param_hint="'--evidence'") from None
    with suppress(NotTextError), open(inputs.evidence, "rb") as table:  # a workbook is no text
        if warning := detect(table, inputs.encoding).warning(inputs.evidence):
            tell(f"warning: {warning}")
    return evidence


def topics_of(path: str | None) -> Topics | None:
    """The topics in a file that a person names, read and checked before any document is; None for the shipped ones."""
    if path is None:
        return None
    from numclaims.lexicon.topics import TopicsError, read_topics

    try:
        return read_topics(path)
    except TopicsError as error:
        raise click.BadParameter(str(error), param_hint="'--topics'") from None


def documents_of(inputs: Input, targets: Mapping[str, str], manner: Manner) -> Iterator[Item]:
    """The documents, apart from a file to which a shell sends what this run prints. `targets` are the files it writes, by option.

    A usage error, here or while nothing is written yet: an encoding that there is not, a target that is a file which is read.
    """
    from numclaims.reading import Reading, identity

    shell = {file for file in (identity(1), identity(2)) if file}
    try:
        reading = Reading(
            inputs.paths,
            date=inputs.day,
            story=inputs.story,
            encoding=inputs.encoding,
            stdin_format=inputs.stdin_format,
            columns=manner.columns(),
            limits=manner.limits(),
            apart_from=shell,
        )
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--encoding'") from None
    return _spared(reading, inputs, targets)


def _spared(reading: Reading, inputs: Input, targets: Mapping[str, str]) -> Iterator[Item]:
    from numclaims.reading import Unreadable, identity

    _spare({identity(path) for path in (inputs.evidence, inputs.topics) if path}, targets)
    empty = True
    for document in _watched(reading, targets):
        _spare(reading.files, targets)
        empty = False
        yield document
    _spare(reading.files, targets)  # one in which there was nothing
    if empty:
        yield Unreadable(", ".join(inputs.paths), None, "holds no documents")


def _watched(reading: Reading, targets: Mapping[str, str]) -> Iterable[Item]:
    """What is read, with a line on the terminal that says how far that is, unless the results go there."""
    from numclaims.progress import Progress

    shown = sys.stdout is None or (sys.stdout.isatty() and "--output" not in targets)
    if shown or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return reading.unconverted()
    return Progress(sys.stderr, reading.share).follow(reading.unconverted())


def _spare(files: Collection[Identity | None], targets: Mapping[str, str]) -> None:
    """A usage error where a file that is read would be written over."""
    from numclaims.reading import identity

    for option, path in targets.items():
        target = identity(path)
        if target and target in files:
            raise click.UsageError(
                f"{option} {path} is one of the files that are read; write to another, or remove it first if it is an old report"
            )


def audits_of_table(
    table: str, targets: Mapping[str, str], select: Sequence[str], ignore: Sequence[str], topics: Topics | None = None
) -> Iterator[Audit | Unreadable]:
    """The audit of each document in a claim table, its `line` the row of its first claim, the head being the first row of a spreadsheet.

    With topics, claims have one of these where the table leaves the cell empty. A table that cannot be read is told on standard error and
    passed on.
    """
    from numclaims.claimtable import ClaimTable
    from numclaims.context.claims import with_topic
    from numclaims.pipeline import audit_analysis
    from numclaims.reading import Unreadable, identity
    from numclaims.table import ClaimTableError

    _spare({identity(table)}, targets)
    try:
        read = ClaimTable.read(table)
        analyses = read.analyses
    except ClaimTableError as error:
        tell(f"{table}: cannot read: {str(error).removeprefix(f'{table}: ')}")
        yield Unreadable(table, None, str(error).removeprefix(f"{table}: "))
        return
    head = 1 if table.lower().endswith((".jsonl", ".ndjson")) else 2
    rows: dict[str, int] = {}
    lost: list[int] = []
    texts = {analysis.document.id: analysis.document.text for analysis in analyses}
    for row, claim in enumerate(read, start=head):
        rows.setdefault(claim.doc, row)
        if not texts[claim.doc][claim.start : claim.end].strip():
            lost.append(row)
    if lost:
        more = f" and {len(lost) - 1:,} more" if len(lost) > 1 else ""
        tell(f"warning: {table}: row {lost[0]}{more}: the cell sentence does not reach to the number, so that rules cannot read about it")
    for analysis in analyses:
        document = replace(analysis.document, path=table, line=rows[analysis.document.id], record=True)
        claims = tuple(with_topic(claim, topics) for claim in analysis.claims) if topics else analysis.claims
        yield audit_analysis(replace(analysis, document=document, claims=claims), select=select, ignore=ignore)


def audits_of(
    document: Document, *, select: Sequence[str], ignore: Sequence[str], evidence: Evidence | None, topics: Topics | None
) -> Iterator[Audit]:
    """The audit of a document, as work for `results_of`."""
    from numclaims import pipeline

    yield pipeline.audit(document, select=select, ignore=ignore, evidence=evidence, topics=topics)


def analyses(document: Document, *, evidence: Evidence | None, topics: Topics | None, why: bool) -> Iterator[Analysis]:
    """The claims of a document, as work for `results_of`."""
    from numclaims.pipeline import read

    yield read(document, evidence, why=why, topics=topics)


def claims_for(
    form: str, evidence: Evidence | None, topics: Topics | None, *, why: bool
) -> Callable[[Document], Iterator[Analysis | Rows]]:
    """What gives the claims of a document as a report in that form takes them, as work for `results_of`."""
    if form in ("csv", "jsonl"):
        from numclaims.report.rows import rows_of

        return partial(rows_of, form=form, why=why, evidence=evidence, topics=topics)
    if form in ("xlsx", "parquet") and evidence is None:
        from numclaims.context.claims import analyse_in_pieces

        return partial(analyse_in_pieces, why=why, topics=topics)  # the first rows of a table need not wait for the end of a long text
    return partial(analyses, evidence=evidence, topics=topics, why=why)


def results_of(
    items: Iterable[Item],
    work: Callable[[Document], Iterator[R]],
    jobs: int = 1,
    finished: Callable[[bool], None] | None = None,
    spread: Spread | None = None,
) -> Iterator[R | Unreadable]:
    """What the work makes of each document, in one piece or several; what could not be read is told on standard error and passed on.

    `jobs` is as `numclaims.workers.results_in_order` takes it. `finished` is called when all results of an item have been taken and the
    next is asked for, with whether all of the item could be read. `spread` spreads the documents where that is not left to
    `results_in_order`.
    """
    from numclaims.reading import Unreadable
    from numclaims.workers import results_in_order

    warned: Counter[str] = Counter()
    for document, results in spread(items, work) if spread else results_in_order(items, work, jobs):
        readable = not isinstance(document, Unreadable)
        if isinstance(document, Unreadable):
            where = document.path if document.line is None else f"{document.path}:{document.line}"
            tell(f"{where}: cannot read: {document.reason}")
            yield document
        else:
            for line in _warnings(document, warned):
                tell(line)
            for result in results:
                if isinstance(result, Unreadable):
                    tell(str(result))
                    readable = False
                yield result
        if finished:
            finished(readable)


def _warnings(document: Document, warned: Counter[str]) -> Iterator[str]:
    """What a document warns of, as long as its file has not had more warnings than anybody reads."""
    for warning in document.warnings:
        warned[document.path] += 1
        if warned[document.path] <= _WARNINGS_SHOWN:
            yield f"warning: {warning}"
        elif warned[document.path] == _WARNINGS_SHOWN + 1:
            yield f"warning: {document.path}: further warnings are not shown; --format json has all"
