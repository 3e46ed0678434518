"""A run of rules as a person asked for it: what is taken into account, where the report goes, and what is told at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import click

from numclaims.ending import FOUND, UNREADABLE, tell
from numclaims.options import Judging, Report, Settling, configuration_of

if TYPE_CHECKING:
    from numclaims.model import Audit
    from numclaims.reading import Unreadable
    from numclaims.rules import Rule
    from numclaims.settled.triage import Settings, Triage

W = TypeVar("W")
T = TypeVar("T")


def report_audits(
    ctx: click.Context,
    audits: Callable[[], Iterable[Audit | Unreadable]],
    report: Report,
    judging: Judging,
    settling: Settling,
    inputs: Mapping[str, str],
    written: Callable[[], None] | None = None,
) -> None:
    """Write the report of the audits and end with the status they call for. `inputs` say in words what is read.

    Usage errors come before `audits` is called, so that nothing is read for them; `written` is called when the report is whole.
    """
    from numclaims import pipeline
    from numclaims.configuration import ConfigurationError
    from numclaims.report.forms import audit_writer
    from numclaims.report.output import opened
    from numclaims.report.summary import SEVERITIES, Summary
    from numclaims.settled.triage import Triage

    if judging.checked and report.form != "console":
        raise click.UsageError("--checked lists checks on the console; the other formats hold findings")
    if not rules_of(judging.select, judging.ignore):
        raise click.UsageError("--select and --ignore leave no rule to run")
    settings = _settings(ctx, judging, settling)
    shown = _shown(ctx, inputs, judging, settling)
    verdict = settings.review.verdict if settings.review else None
    write = writer_of(report, lambda: audit_writer(report.form, shown, checked=judging.checked, quiet=report.quiet, verdict=verdict))
    summary, triage = Summary(), Triage(settings)
    results = pipeline.with_comparisons(audits(), select=judging.select, ignore=judging.ignore)
    try:
        with opened(report.output) as stream:
            write(summary.follow(triage.follow(results)), stream)
    except ConfigurationError as error:  # of a list beside a document
        raise click.UsageError(str(error)) from None
    if written:
        written()
    _tell_the_end(triage, settling, summary.unreadable)
    if summary.unreadable:
        ctx.exit(UNREADABLE)
    if any(severity == judging.fail_on and summary.reaches(severity) for severity in SEVERITIES):
        ctx.exit(FOUND)


def rules_of(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules so called; a usage error for a word that names none."""
    from numclaims.rules import UnknownRule, chosen

    try:
        return chosen(tuple(select), tuple(ignore))
    except UnknownRule as error:
        raise click.UsageError(str(error)) from None


def writer_of(report: Report, find: Callable[[], W]) -> W:
    """What writes the form; a usage error where a library is missing or a terminal would get bytes that it cannot show."""
    import sys

    from numclaims.report.forms import BINARY_FORMS, MissingLibraryError

    if report.form in BINARY_FORMS and report.output in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(f"--format {report.form} is not for a terminal; name a file with --output")
    try:
        return find()
    except MissingLibraryError as error:
        raise click.UsageError(str(error)) from None


def _shown(ctx: click.Context, inputs: Mapping[str, str], judging: Judging, settling: Settling) -> dict[str, str]:
    """How the run was made, in words: what was asked for, and the settings that held."""
    configuration = configuration_of(ctx)
    said = {
        **inputs,
        "settings": configuration.path,
        "select": ", ".join(judging.select),
        "ignore": ", ".join(judging.ignore),
        "fail-on": judging.fail_on,
        "severity": ", ".join(f"{code} {severity}" for code, severity in configuration.severities.items()),
        "baseline": settling.baseline or "",
        "review": settling.review or "",
    }
    return {name: value for name, value in said.items() if value}


def _settings(ctx: click.Context, judging: Judging, settling: Settling) -> Settings:
    from numclaims.configuration import Sidecars
    from numclaims.settled.baseline import Baseline, BaselineError
    from numclaims.settled.review import Review, ReviewError
    from numclaims.settled.triage import Settings

    configuration = configuration_of(ctx)
    return Settings(
        select=judging.select,
        ignore=judging.ignore,
        severities=configuration.severities,
        listed=Sidecars(configuration.suppressions),
        baseline=_read(Baseline.read, settling.baseline, "'--baseline'", BaselineError),
        review=_read(Review.read, settling.review, "'--review'", ReviewError),
        records=settling.write_baseline is not None,
    )


def _read(read: Callable[[str], T], path: str | None, option: str, wrong: type[ValueError]) -> T | None:
    if path is None:
        return None
    try:
        return read(path)
    except wrong as error:
        raise click.BadParameter(str(error), param_hint=option) from None


def _tell_the_end(triage: Triage, settling: Settling, unreadable: int) -> None:
    """What a person should know beyond the report: suppressions that are not used, known findings that are gone, the new baseline."""
    unused = list(triage.unused())
    for warning in (*triage.warnings, *unused):
        tell(f"warning: {warning}")
    if len(unused) > 1:
        tell(f"warning: {len(unused)} suppressions are not used")
    gone = triage.gone()
    for each in gone:
        tell(f"gone: {each}")
    if gone:
        count = f"{len(gone)} known finding{' is' if len(gone) == 1 else 's are'} gone"
        tell(f"{settling.baseline}: {count}; --write-baseline {settling.baseline} forgets what is gone")
    if settling.write_baseline and unreadable:
        tell(f"warning: {settling.write_baseline} is not written, as not all inputs could be read")
    elif settling.write_baseline:
        _write_baseline(settling.write_baseline, triage)


def _write_baseline(path: str, triage: Triage) -> None:
    from numclaims.report.output import opened
    from numclaims.settled.baseline import as_json

    with opened(path) as stream:
        stream.write(as_json(triage.recorded))
    count = len(triage.recorded)
    tell(f"{path}: {count} finding{'' if count == 1 else 's'} written; --baseline {path} shows only what is new")
