"""The commands: what a person types, where the output goes and the exit status; all work is done by the stages below.

Nothing but click is imported until a command runs, so that `numclaims --version` and every usage error are instant.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, TypeVar

import click

import numclaims
from numclaims.ending import FOUND, UNREADABLE, Commands
from numclaims.inputs import Input, documents_of, evidence_of, results_of

if TYPE_CHECKING:
    from numclaims.model import Analysis, Audit
    from numclaims.rules import Rule

R = TypeVar("R", bound="Audit | Analysis")
W = TypeVar("W")
Command = Callable[..., None]


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"numclaims {numclaims.__version__}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help="Show the version.")
def main() -> None:
    """Read the numbers in prose into a table of claims, and flag those that cannot all be true."""


def _words(ctx: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """The words of an option that takes several, comma separated, and may be given again. None in one is a mistake of a script."""
    words = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    if values and not words:
        raise click.BadParameter("names no rule", ctx=ctx, param=parameter)
    return words


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _reading_options(*formats: str) -> Callable[[Command], Command]:
    """The argument and the options that every command which reads documents takes."""
    options = [
        click.argument("paths", metavar="PATH...", nargs=-1, required=True),
        click.option("--format", "form", type=click.Choice(formats), default="console", show_default=True),
        click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE instead."),
        click.option(
            *("--date", "day"),
            type=click.DateTime(["%Y-%m-%d"]),
            callback=_day,
            metavar="YYYY-MM-DD",
            help="The date of documents that do not say theirs.",
        ),
        click.option(
            "--evidence",
            type=click.Path(dir_okay=False),
            metavar="TABLE",
            help="Hold the claims against a table of reference values: .csv, .jsonl, .xlsx, .parquet.",
        ),
        click.option(
            "--encoding",
            default="",
            metavar="NAME",
            help="The encoding of text that is not UTF-8 and does not say what it is; guessed otherwise.",
        ),
        click.option(
            "--stdin-format",
            type=click.Choice(["txt", "md", "jsonl", "csv"]),
            default="txt",
            show_default=True,
            help="What standard input (-) holds.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="No summary at the end."),
    ]

    def add(command: Command) -> Command:
        @wraps(command)
        def gathered(
            *args: object, paths: Sequence[str], day: date | None, encoding: str, stdin_format: str, evidence: str | None, **others: object
        ) -> None:
            command(*args, Input(paths, day, encoding, stdin_format, evidence), **others)

        with_options: Command = gathered
        for option in reversed(options):
            with_options = option(with_options)
        return with_options

    return add


def _rule_options(command: Command) -> Command:
    """The options of every command that runs rules."""
    options = [
        click.option(
            "--select", multiple=True, callback=_words, metavar="RULES", help="Run only these: codes, beginnings of codes, names."
        ),
        click.option("--ignore", multiple=True, callback=_words, metavar="RULES", help="Run all but these."),
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "note", "never"]),
            default="warning",
            show_default=True,
            help="The slightest severity that makes the exit status 1.",
        ),
        click.option("--checked", is_flag=True, help="List every check that held as well, with its arithmetic."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@main.command()
@_reading_options("console", "jsonl", "json", "csv", "sarif", "github", "markdown", "html", "xlsx")
@_rule_options
@click.pass_context
def audit(
    ctx: click.Context,
    inputs: Input,
    form: str,
    output: str | None,
    quiet: bool,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    checked: bool,
) -> None:
    """Flag the numbers in files, folders or standard input (-) that contradict each other.

    Exit status: 0 where nothing reaches --fail-on, 1 where something does, 2 where the command cannot be understood or an input
    cannot be read, even if there are findings as well.
    """
    from numclaims import pipeline
    from numclaims.report.forms import audit_writer
    from numclaims.report.output import opened
    from numclaims.report.summary import SEVERITIES, Summary

    if checked and form != "console":
        raise click.UsageError("--checked lists checks on the console; the other formats hold findings")
    if not _rules(select, ignore):
        raise click.UsageError("--select and --ignore leave no rule to run")
    settings = {**_settings(inputs), "select": ", ".join(select), "ignore": ", ".join(ignore)}
    write = _writer(form, output, lambda: audit_writer(form, settings, checked=checked, quiet=quiet))
    documents, evidence = documents_of(inputs, output), evidence_of(inputs)
    summary = Summary()
    audits = results_of(documents, lambda document: iter((pipeline.audit(document, select=select, ignore=ignore, evidence=evidence),)))
    with opened(output) as stream:
        write(summary.follow(pipeline.with_comparisons(audits, select=select, ignore=ignore)), stream)
    if summary.unreadable:
        ctx.exit(UNREADABLE)
    if any(severity == fail_on and summary.reaches(severity) for severity in SEVERITIES):
        ctx.exit(FOUND)


@main.command()
@_reading_options("console", "csv", "jsonl", "json", "html", "xlsx", "parquet")
@click.option("--why", is_flag=True, help="Say which words gave each column, and where they stand: console, jsonl, json.")
@click.pass_context
def extract(
    ctx: click.Context,
    inputs: Input,
    form: str,
    output: str | None,
    quiet: bool,
    why: bool,
) -> None:
    """Write the claim table of files, folders or standard input (-), one row a claim.

    Exit status: 0, or 2 where the command cannot be understood or an input cannot be read.
    """
    from numclaims.context.claims import analyse_in_pieces
    from numclaims.pipeline import read
    from numclaims.report.forms import claim_writer
    from numclaims.report.output import opened
    from numclaims.report.summary import Summary

    if why and form not in ("console", "jsonl", "json"):
        raise click.UsageError(f"--why has no room in --format {form}; use console, jsonl or json")
    write = _writer(form, output, lambda: claim_writer(form, _settings(inputs), quiet=quiet))
    documents, evidence = documents_of(inputs, output), evidence_of(inputs)
    summary = Summary()
    with opened(output) as stream:
        # the first rows of a table need not wait for the end of a long text
        rows_only = form in ("jsonl", "csv", "xlsx", "parquet") and evidence is None
        work = partial(analyse_in_pieces, why=why) if rows_only else lambda document: iter((read(document, evidence, why=why),))
        write(summary.follow(results_of(documents, work)), stream)
    if summary.unreadable:
        ctx.exit(UNREADABLE)


@main.command()
@click.option("--format", "form", type=click.Choice(["console", "json"]), default="console", show_default=True)
def rules(form: str) -> None:
    """List the rules: code, name, severity and what each flags."""
    from numclaims.report.output import opened
    from numclaims.report.rule_pages import rules_as_json, rules_on_console
    from numclaims.report.terminal import terminal_of

    known = _rules((), ())
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

    known = _rules((rule,), ())
    with opened(None) as stream:
        stream.write("\n".join(rule_page(each, terminal_of(stream)) for each in known))


def _rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules so called; a usage error for a word that names none."""
    from numclaims.rules import UnknownRule, chosen

    try:
        return chosen(select, ignore)
    except UnknownRule as error:
        raise click.UsageError(str(error)) from None


def _writer(form: str, output: str | None, find: Callable[[], W]) -> W:
    """What writes the form; a usage error where a library is missing or a terminal would get bytes that it cannot show."""
    from numclaims.report.forms import BINARY_FORMS, MissingLibraryError

    if form in BINARY_FORMS and output in (None, "-") and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(f"--format {form} is not for a terminal; name a file with --output")
    try:
        return find()
    except MissingLibraryError as error:
        raise click.UsageError(str(error)) from None


def _settings(inputs: Input) -> dict[str, str]:
    """What the person asked for, in words."""
    given = {"paths": " ".join(inputs.paths), "date": inputs.day.isoformat() if inputs.day else "", "evidence": inputs.evidence or ""}
    return {name: value for name, value in given.items() if value}
