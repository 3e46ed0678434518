"""The forms of output by name, and what writes each. A library that only one form needs is imported when that form is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypeVar

from numclaims.model import Analysis, Audit, Comparison, Finding
from numclaims.reading import Unreadable
from numclaims.report.terminal import terminal_of

if TYPE_CHECKING:
    from numclaims.comparing import Compared
    from numclaims.stories import LineUp

R = TypeVar("R", bound=Audit | Comparison | Analysis)
Writer = Callable[[Iterable[R | Unreadable], TextIO], None]
"""Writes results to a text stream; forms that are not text write to the stream of bytes below it."""

_TEXTS_OF_AUDITS = {
    "jsonl": ("jsonl", "findings_as_jsonl"),
    "json": ("json_report", "findings_as_json"),
    "csv": ("csv_report", "findings_as_csv"),
    "sarif": ("sarif", "findings_as_sarif"),
    "github": ("github", "findings_for_github"),
    "markdown": ("markdown_report", "findings_as_markdown"),
    "html": ("html", "findings_as_html"),
}
_TEXTS_OF_CLAIMS = {
    "csv": ("rows", "claims_as_csv"),
    "jsonl": ("rows", "claims_as_lines"),
    "json": ("json_report", "claims_as_json"),
    "html": ("html", "claims_as_html"),
}
_TEXTS_OF_LINE_UPS = {
    "csv": ("lineups", "line_ups_as_csv"),
    "html": ("html", "line_ups_as_html"),
}
AUDIT_FORMS = ("console", *_TEXTS_OF_AUDITS, "xlsx")
CLAIM_FORMS = ("console", *_TEXTS_OF_CLAIMS, "xlsx", "parquet")
COMPARED_FORMS = ("console", *_TEXTS_OF_LINE_UPS, "xlsx")
BINARY_FORMS = ("xlsx", "parquet")
"""Forms that no terminal can show."""


class MissingLibraryError(Exception):
    """A form needs a library that is not installed; the message says how to install it."""


def audit_writer(
    form: str, settings: Mapping[str, str], *, checked: bool, quiet: bool, verdict: Callable[[Finding], str] | None = None
) -> Writer[Audit | Comparison]:
    """What writes audits in one of `AUDIT_FORMS`; `settings` tell the reader how the run was made, where the form has room for it.

    `verdict` gives what a reviewer said of a finding before, for the form that has a column for it.

    Raises MissingLibraryError.
    """
    if form == "console":
        from numclaims.report.console import findings_on_console

        return lambda audits, stream: _write(findings_on_console(audits, terminal_of(stream), checked=checked, quiet=quiet), stream)
    if form == "xlsx":
        return _workbook_writer(settings, audited=True, verdict=verdict)
    return _text_writer(form, *_TEXTS_OF_AUDITS[form])


def claim_writer(
    form: str, settings: Mapping[str, str], *, quiet: bool, continued: bool = False
) -> Callable[[Iterable[Any], TextIO], None]:
    """What writes claim tables in one of `CLAIM_FORMS`; a `continued` table has its header already. Raises MissingLibraryError.

    The forms csv and jsonl are written of `Rows`, the others of analyses.
    """
    if form == "csv" and continued:
        return _text_writer(form, "rows", "claims_as_lines")
    if form == "console":
        from numclaims.report.console_claims import claims_on_console

        return lambda analyses, stream: _write(claims_on_console(analyses, terminal_of(stream), quiet=quiet), stream)
    if form == "xlsx":
        return _workbook_writer(settings, audited=False)
    if form == "parquet":
        write_claims = _imported("parquet", "parquet", "write_claims")

        def write(analyses: Iterable[Analysis | Unreadable], stream: TextIO) -> None:
            write_claims(analyses, stream.buffer)

        return write
    return _text_writer(form, *_TEXTS_OF_CLAIMS[form])


def line_up_writer(form: str, compared: Compared, *, quiet: bool) -> Callable[[Iterable[LineUp], TextIO], None]:
    """What writes documents lined up in one of `COMPARED_FORMS`; `compared` is counted while they come. Raises MissingLibraryError."""
    if form == "console":
        from numclaims.report.lineups import line_ups_on_console

        return lambda tables, stream: _write(line_ups_on_console(tables, compared, terminal_of(stream), quiet=quiet), stream)
    if form == "xlsx":
        write_line_ups = _imported("xlsx", "lineup_workbook", "write_line_ups")
        return lambda tables, stream: _through_a_file(lambda file: write_line_ups(tables, compared, file), stream)
    shown = _imported(form, *_TEXTS_OF_LINE_UPS[form])
    return lambda tables, stream: _write(shown(tables, compared), stream)


def _workbook_writer(
    settings: Mapping[str, str], *, audited: bool, verdict: Callable[[Finding], str] | None = None
) -> Callable[[Iterable[Any], TextIO], None]:
    workbook = _imported("xlsx", "workbook", "Workbook")

    def fill(file: BinaryIO, results: Iterable[Any]) -> None:
        book = workbook(file, settings, audited=audited, verdict=verdict)
        book.add(results)
        book.close()

    return lambda results, stream: _through_a_file(lambda file: fill(file, results), stream)


def _through_a_file(fill: Callable[[BinaryIO], None], stream: TextIO) -> None:
    """Copy what fills a file to the bytes below a stream: a pipe that closes or a full disk is then met by us, not within a library."""
    with TemporaryFile() as file:
        fill(file)
        file.seek(0)
        copyfileobj(file, stream.buffer)


def _text_writer(form: str, module: str, name: str) -> Callable[[Iterable[Any], TextIO], None]:
    shown = _imported(form, module, name)
    return lambda results, stream: _write(shown(results), stream)


def _write(pieces: Iterator[str], stream: TextIO) -> None:
    for piece in pieces:
        stream.write(piece)
        stream.flush()


def _imported(form: str, module: str, name: str) -> Callable[..., Any]:
    try:
        found: Callable[..., Any] = getattr(import_module(f"numclaims.report.{module}"), name)
    except ModuleNotFoundError as error:
        raise MissingLibraryError(
            f"--format {form} needs the package {error.name}, which is not installed: pip install 'numclaims[{form}]'"
        ) from None
    return found
