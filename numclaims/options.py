"""The options of the commands: what each takes, and how those that belong together reach a command as one record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from numclaims.inputs import Input
from numclaims.manner import STANDARD_INPUT_FORMATS, Manner, manner_options

if TYPE_CHECKING:
    from numclaims.configuration import Configuration
    from numclaims.workers import Spread

Command = Callable[..., None]
Decorator = Callable[[Command], Command]

_CONFIGURATION = "numclaims.configuration"
_EXISTING = click.Path(dir_okay=False)


@dataclass(frozen=True, slots=True)
class Report:
    """How what a run finds is shown, and where."""

    form: str
    output: str | None
    quiet: bool


@dataclass(frozen=True, slots=True)
class Judging:
    """Which rules run, and what fails a run."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Settling:
    """What is known of findings beforehand."""

    baseline: str | None
    write_baseline: str | None
    review: str | None


@dataclass(frozen=True, slots=True)
class Engine:
    """What spreads documents, "processes" or "dask", and the address of the scheduler that Dask is to use, if not one of the run's own."""

    name: str
    scheduler: str | None

    @contextmanager
    def spread(self, jobs: int) -> Iterator[Spread | None]:
        """What spreads documents while the block lasts, None for processes. A usage error where there is no cluster, or it is lost."""
        if self.name != "dask":
            if self.scheduler is not None:
                raise click.UsageError("--scheduler is the address of a Dask scheduler; it goes with --engine dask")
            yield None
            return
        from numclaims.cluster import ClusterError, connected

        try:
            with connected(self.scheduler, jobs) as spread:
                yield spread
        except ClusterError as error:
            raise click.UsageError(str(error)) from None


def targets_of(report: Report, settling: Settling | None = None) -> dict[str, str]:
    """The files that a run writes, by the option that names each."""
    targets = {"--output": report.output, "--write-baseline": settling.write_baseline if settling else None}
    return {option: path for option, path in targets.items() if path and path != "-"}


def configuration_of(ctx: click.Context) -> Configuration:
    """The settings that the command line or the working directory names."""
    found: Configuration = ctx.meta[_CONFIGURATION]
    return found


def document_options(command: Command) -> Command:
    """The argument and the options of a command that reads documents and no evidence."""
    return _gathered("inputs", Input, *_DOCUMENTS)(_gathered("manner", Manner, *manner_options())(command))


def reading_options(command: Command) -> Command:
    """The argument and the options of every command that reads documents, and evidence on them."""
    evidence = click.option(
        "--evidence",
        type=_EXISTING,
        metavar="TABLE",
        help="Hold the claims against a table of reference values: .csv, .jsonl, .xlsx, .parquet.",
    )
    path, day, story, *others = _DOCUMENTS
    return _gathered("inputs", Input, path, day, story, evidence, topics_option, *others)(
        _gathered("manner", Manner, *manner_options())(command)
    )


def topics_option(command: Command) -> Command:
    """The option that names a file of topics."""
    return click.option(
        "--topics",
        type=_EXISTING,
        metavar="FILE",
        help="Take the topics of claims from FILE (TOML) as well, or instead where it says so.",
    )(command)


def report_options(*forms: str) -> Decorator:
    """The options that say how a command shows what it has."""
    return _gathered(
        "report",
        Report,
        click.option("--format", "form", type=click.Choice(forms), default="console", show_default=True),
        click.option("-o", "--output", type=_EXISTING, metavar="FILE", help="Write to FILE instead."),
        click.option("-q", "--quiet", is_flag=True, help="No summary at the end."),
    )


def engine_options(command: Command) -> Command:
    """The options of a command whose documents can be spread over several machines."""
    return _gathered(
        "engine",
        Engine,
        click.option(
            *("--engine", "name"),
            type=click.Choice(["processes", "dask"]),
            default="processes",
            show_default=True,
            help="What documents are spread over: processes of numclaims, or the workers of a Dask cluster.",
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            callback=_scheduler,
            help="The Dask scheduler to use, such as tcp://host:8786; without it --engine dask starts --jobs workers here.",
        ),
    )(command)


def judging_options(command: Command) -> Command:
    """The options of every command that runs rules."""
    return _gathered(
        "judging",
        Judging,
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
    )(command)


def settling_options(command: Command) -> Command:
    """The options that say which findings somebody has dealt with."""
    return _gathered(
        "settling",
        Settling,
        click.option("--baseline", type=_EXISTING, metavar="FILE", help="Show only what is not in the baseline FILE."),
        click.option(
            "--write-baseline", type=_EXISTING, metavar="FILE", help="Write what is found to the baseline FILE; it is known from then on."
        ),
        click.option(
            "--review",
            type=_EXISTING,
            metavar="TABLE",
            help="Leave out what a reviewer marked as a false alarm in a report as xlsx, and tell of what is marked fixed and is not.",
        ),
    )(command)


def configuration_options(command: Command) -> Command:
    """The options that say which file of settings holds; its settings are the defaults of the other options."""
    options = [
        click.option(
            "--config",
            type=_EXISTING,
            is_eager=True,
            expose_value=False,
            callback=_configure,
            metavar="FILE",
            help="Take the settings of FILE.",
        ),
        click.option(
            "--isolated", is_flag=True, is_eager=True, expose_value=False, callback=_isolate, help="Take the settings of no file."
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _configure(ctx: click.Context, parameter: click.Parameter, path: str | None) -> None:
    if ctx.resilient_parsing or (path is None and _CONFIGURATION in ctx.meta):
        return
    from numclaims.configuration import ConfigurationError, find_configuration, read_configuration

    if path is not None and _CONFIGURATION in ctx.meta:
        raise click.UsageError("--config and --isolated exclude each other")
    try:
        found = find_configuration() if path is None else read_configuration(path)
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from None
    ctx.meta[_CONFIGURATION] = found
    defaults = {
        "select": found.select,
        "ignore": found.ignore,
        "fail_on": found.fail_on,
        "day": found.date.isoformat() if found.date else "",
        "encoding": found.encoding,
        "evidence": found.evidence,
        "topics": found.topics,
        "jobs": found.jobs,
        "max_size": found.max_size,
        "max_seconds": found.max_seconds,
        "name": found.engine,
        "scheduler": found.scheduler,
    }
    ctx.default_map = {name: value for name, value in defaults.items() if value not in (None, "", ())}


def _isolate(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from numclaims.configuration import Configuration

    if ctx.meta.get(_CONFIGURATION):
        raise click.UsageError("--config and --isolated exclude each other")
    ctx.meta[_CONFIGURATION] = Configuration()


def _words(ctx: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """The words of an option that takes several, comma separated, and may be given again. None in one is a mistake of a script."""
    words = tuple(word.strip() for value in values for word in value.split(",") if word.strip())
    if values and not words:
        raise click.BadParameter("names no rule", ctx=ctx, param=parameter)
    return words


def _scheduler(ctx: click.Context, parameter: click.Parameter, address: str | None) -> str | None:
    """The address; none where only the settings name one, for an engine that the command line has replaced."""
    configured = ctx.get_parameter_source(str(parameter.name)) is ParameterSource.DEFAULT_MAP
    return None if configured and ctx.params.get("name") != "dask" else address


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _gathered(argument: str, record: type[Any], *options: Decorator) -> Decorator:
    """The options on a command, which gets their values as one record in this argument."""
    names = [field.name for field in fields(record)]

    def add(command: Command) -> Command:
        @wraps(command)
        def gathered(*args: object, **given: object) -> None:
            values = {name: given.pop(name) for name in names if name in given}
            command(*args, **{argument: record(**values)}, **given)

        with_options: Command = gathered
        for option in reversed(options):
            with_options = option(with_options)
        return with_options

    return add


_DOCUMENTS: tuple[Decorator, ...] = (
    click.argument("paths", metavar="PATH...", nargs=-1, required=True),
    click.option(
        *("--date", "day"),
        type=click.DateTime(["%Y-%m-%d"]),
        callback=_day,
        metavar="YYYY-MM-DD",
        help="The date of documents that do not say theirs.",
    ),
    click.option("--story", default="", metavar="NAME", help="The story of documents that do not say theirs: those of one are compared."),
    click.option(
        "--encoding",
        default="",
        metavar="NAME",
        help="The encoding of text that is not UTF-8 and does not say what it is; guessed otherwise.",
    ),
    click.option(
        "--stdin-format",
        type=click.Choice(STANDARD_INPUT_FORMATS),
        default="txt",
        show_default=True,
        help="What standard input (-) holds.",
    ),
)
