"""The commands: what a person types, where the output goes and the exit status; all work is done by the stages below.

Nothing but click is imported until a command runs, so that `numclaims --version` and every usage error are instant.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

import numclaims
from numclaims.auditing import report_audits, rules_of, writer_of
from numclaims.ending import UNREADABLE, Commands
from numclaims.inputs import Input, analyses, audits_of, audits_of_table, claims_for, documents_of, evidence_of, results_of, topics_of
from numclaims.manner import Manner
from numclaims.options import (
    Engine,
    Judging,
    Report,
    Settling,
    configuration_options,
    document_options,
    engine_options,
    judging_options,
    reading_options,
    report_options,
    settling_options,
    targets_of,
    topics_option,
)

if TYPE_CHECKING:
    from numclaims.model import Audit
    from numclaims.reading import Unreadable

_AUDIT_FORMS = ("console", "jsonl", "json", "csv", "sarif", "github", "markdown", "html", "xlsx")


def is_compiled() -> bool:
    """Whether the modules that read text are compiled; they are not imported for it."""
    reader = find_spec("numclaims.grammar.tokens")
    return reader is not None and not str(reader.origin).endswith(".py")


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"numclaims {numclaims.__version__} (compiled: {'yes' if is_compiled() else 'no'})")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Show the version.")
def main() -> None:
    """Read the numbers in prose into a table of claims, and flag those that cannot all be true."""


@main.command()
@reading_options
@engine_options
@report_options(*_AUDIT_FORMS)
@judging_options
@settling_options
@click.option("--resume", is_flag=True, help="Keep what is done when interrupted, and go on from there; with --output.")
@configuration_options
@click.pass_context
def audit(
    ctx: click.Context,
    inputs: Input,
    manner: Manner,
    engine: Engine,
    report: Report,
    judging: Judging,
    settling: Settling,
    resume: bool,
) -> None:
    """Flag the numbers in files, folders or standard input (-) that contradict each other.

    Exit status: 0 where nothing reaches --fail-on, 1 where something does, 2 where the command cannot be understood or an input
    cannot be read, even if there are findings as well.
    """
    run = None
    if resume:
        from numclaims.resuming import kept_audits

        run = kept_audits(report.output, inputs, manner, judging.select, judging.ignore)
    with engine.spread(manner.jobs) as spread, run.opened() if run else nullcontext():

        def audits() -> Iterable[Audit | Unreadable]:
            documents = documents_of(inputs, targets_of(report, settling), manner)
            evidence, topics = evidence_of(inputs), topics_of(inputs.topics)
            work = partial(audits_of, select=judging.select, ignore=judging.ignore, evidence=evidence, topics=topics)
            return run.results(documents, work, manner.jobs, spread) if run else results_of(documents, work, manner.jobs, None, spread)

        report_audits(ctx, audits, report, judging, settling, _settings(inputs), written=run.forget if run else None)


@main.command()
@click.argument("table", metavar="TABLE")
@report_options(*_AUDIT_FORMS)
@judging_options
@settling_options
@topics_option
@configuration_options
@click.pass_context
def check(ctx: click.Context, table: str, report: Report, judging: Judging, settling: Settling, topics: str | None) -> None:
    """Flag the numbers in a claim table that contradict each other.

    TABLE is what `numclaims extract` wrote as .csv, .jsonl, .xlsx or .parquet, as it was or as a person has edited it. The rules read
    the sentences in the table, with the numbers as edited. Exit status as of audit.
    """

    def audits() -> Iterable[Audit | Unreadable]:
        return audits_of_table(table, targets_of(report, settling), judging.select, judging.ignore, topics_of(topics))

    report_audits(ctx, audits, report, judging, settling, {"table": table, "topics": topics or ""})


@main.command()
@reading_options
@engine_options
@report_options("console", "csv", "jsonl", "json", "html", "xlsx", "parquet")
@click.option("--why", is_flag=True, help="Say which words gave each column, and where they stand: console, jsonl, json.")
@click.option(
    "--resume", is_flag=True, help="Keep what is done when interrupted, and go on from there, with --output: jsonl, csv, parquet."
)
@configuration_options
@click.pass_context
def extract(ctx: click.Context, inputs: Input, manner: Manner, engine: Engine, report: Report, why: bool, resume: bool) -> None:
    """Write the claim table of files, folders or standard input (-), one row a claim.

    Exit status: 0, or 2 where the command cannot be understood or an input cannot be read.
    """
    from numclaims.report.forms import claim_writer
    from numclaims.report.output import opened
    from numclaims.report.summary import Summary

    if why and report.form not in ("console", "jsonl", "json"):
        raise click.UsageError(f"--why has no room in --format {report.form}; use console, jsonl or json")
    run = None
    if resume:
        from numclaims.resuming import growing_output

        run = growing_output(report.output, report.form, inputs, manner, why)
    write = writer_of(report, lambda: claim_writer(report.form, _settings(inputs), quiet=report.quiet))
    if run:
        write = claim_writer(run.form, _settings(inputs), quiet=report.quiet, continued=run.continued)
    documents, evidence, topics = documents_of(inputs, targets_of(report), manner), evidence_of(inputs), topics_of(inputs.topics)
    summary = Summary(unreadable=run.unreadable if run else 0)
    with engine.spread(manner.jobs) as spread, run.opened() if run else opened(report.output) as stream:
        work = claims_for(run.form if run else report.form, evidence, topics, why=why)
        items, finished = (run.remaining(documents), run.finished) if run else (documents, None)
        write(summary.follow(results_of(items, work, manner.jobs, finished, spread)), stream)
    if summary.unreadable:
        ctx.exit(UNREADABLE)


@main.command()
@document_options
@report_options("console", "csv", "html", "xlsx")
@click.option("--shared", is_flag=True, help="Show only what more than one document tells.")
@configuration_options
@click.pass_context
def compare(ctx: click.Context, inputs: Input, manner: Manner, report: Report, shared: bool) -> None:
    """Line up what several documents tell of the same quantities: one row a quantity, one column a document.

    Documents of one story are compared; those that name no story are taken for one. Exit status: 0, or 2 where the command cannot be
    understood or an input cannot be read.
    """
    from numclaims.comparing import Compared
    from numclaims.report.forms import line_up_writer
    from numclaims.report.output import opened

    compared = Compared()
    write = writer_of(report, lambda: line_up_writer(report.form, compared, quiet=report.quiet))
    documents = documents_of(inputs, targets_of(report), manner)
    read = results_of(documents, partial(analyses, evidence=None, topics=None, why=False), manner.jobs)
    with opened(report.output) as stream:
        write(compared.follow(read, shared=shared), stream)
    if compared.unreadable:
        ctx.exit(UNREADABLE)


@main.command()
@click.option("--format", "form", type=click.Choice(["console", "json"]), default="console", show_default=True)
def rules(form: str) -> None:
    """List the rules: code, name, severity and what each flags."""
    from numclaims.report.output import opened
    from numclaims.report.rule_pages import rules_as_json, rules_on_console
    from numclaims.report.terminal import terminal_of

    known = rules_of((), ())
    with opened(None) as stream:
        stream.write(rules_as_json(known) if form == "json" else rules_on_console(known, terminal_of(stream)))


@main.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Show the page of a rule: what it flags, why, and examples.

    RULE is a code (SUM002) or a name (part-exceeds-whole); the beginning of a code (SUM) shows all rules that begin so.
    """
    from numclaims.report.output import opened
    from numclaims.report.rule_pages import rule_page
    from numclaims.report.terminal import terminal_of

    known = rules_of((rule,), ())
    with opened(None) as stream:
        stream.write("\n".join(rule_page(each, terminal_of(stream)) for each in known))


def _settings(inputs: Input) -> dict[str, str]:
    """What the person asked for, in words."""
    day = inputs.day.isoformat() if inputs.day else ""
    given = {"paths": " ".join(inputs.paths), "date": day, "story": inputs.story}
    given |= {"evidence": inputs.evidence or "", "topics": inputs.topics or ""}
    return {name: value for name, value in given.items() if value}
