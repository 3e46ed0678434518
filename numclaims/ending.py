"""How a run ends: the exit statuses, and one line instead of a traceback where output can go nowhere. It knows no command."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import suppress
from io import UnsupportedOperation
from typing import Any, TextIO

import click

from numclaims.progress import CLEARED

FOUND, UNREADABLE, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141  # the last two as shells report SIGINT and SIGPIPE


class Commands(click.Group):
    """The commands, ended with one line and no traceback where output can go nowhere or the person pressed Ctrl-C."""

    def main(self, *args: Any, **extra: Any) -> Any:
        try:
            return super().main(*args, **extra)
        except OSError as error:  # from --help and --version, or a broken installation; commands report their own
            _drop_buffered_output()
            tell(f"numclaims: {error}" if error.filename else f"numclaims: cannot write to standard output: {error.strerror}")
            sys.exit(UNREADABLE)

    def invoke(self, ctx: click.Context) -> object:
        from numclaims.report.output import OutputError
        from numclaims.report.terminal import printable

        try:
            with warnings.catch_warnings():
                warnings.showwarning = _tell_warning
                return super().invoke(ctx)
        except BrokenPipeError:
            _drop_buffered_output()
            ctx.exit(PIPE_CLOSED)
        except OutputError as error:
            _drop_buffered_output()
            tell(f"numclaims: {error}")
            ctx.exit(UNREADABLE)
        except click.ClickException as error:
            raise click.UsageError(printable(error.format_message()), error.ctx if isinstance(error, click.UsageError) else None) from None
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def tell(line: str) -> None:
    """Write a line to standard error, with nothing in it that acts on a terminal; a run does not fail where nobody can read it."""
    from numclaims.report.terminal import printable

    try:
        over = CLEARED if sys.stderr is not None and sys.stderr.isatty() else ""  # the line that tells of progress
        click.echo(over + printable(line), err=True)
    except OSError:
        _drop_buffered(sys.stderr)


def _tell_warning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, file: TextIO | None = None, line: str | None = None
) -> None:
    """Warnings meant for the person who runs a command, in one line; those for programmers are not shown."""
    if category.__module__.partition(".")[0] == "numclaims":
        tell(f"warning: {message}")


def _drop_buffered_output() -> None:
    _drop_buffered(sys.stdout)


def _drop_buffered(stream: TextIO | None) -> None:
    """Let what is still buffered go nowhere: it would fail again when the interpreter closes the stream."""
    with suppress(UnsupportedOperation):  # a stream that is no file, where the commands are called from Python
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
