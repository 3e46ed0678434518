"""Every form that the commands offer can be written, and one whose library is missing says how to install it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import numclaims
from numclaims.cli import main
from numclaims.report.forms import AUDIT_FORMS, BINARY_FORMS, CLAIM_FORMS, MissingLibraryError, audit_writer, claim_writer


def _choices(command: str) -> tuple[str, ...]:
    [option] = [parameter for parameter in main.commands[command].params if parameter.name == "form"]
    return tuple(option.type.choices)  # type: ignore[attr-defined]


def test_the_commands_offer_the_forms_there_are() -> None:
    assert set(_choices("audit")) == set(AUDIT_FORMS)
    assert set(_choices("extract")) == set(CLAIM_FORMS)


@pytest.mark.parametrize("form", AUDIT_FORMS)
def test_an_audit_is_written_in_every_form(form: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    audit_writer(form, {}, checked=False, quiet=False)([numclaims.audit("The storm sank 12 of the 9 boats.")], stream)
    stream.flush()
    assert stream.buffer.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", CLAIM_FORMS)
def test_a_claim_table_is_written_in_every_form(form: str, tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_text("The storm sank 12 of the 9 boats.", encoding="utf-8")
    done = CliRunner().invoke(main, ["extract", str(tmp_path / "storm.txt"), "--format", form, "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert (tmp_path / "out").stat().st_size


@pytest.mark.parametrize(("form", "library"), [("html", "jinja2"), ("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_library_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch, form: str, library: str) -> None:
    for name in list(sys.modules):
        if name.startswith(("numclaims.report.html", "numclaims.report.workbook", "numclaims.report.parquet")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibraryError, match=rf"pip install 'numclaims\[{form}\]'"):
        claim_writer(form, {}, quiet=False)


@pytest.mark.parametrize("form", BINARY_FORMS)
def test_bytes_are_not_sent_to_a_terminal(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(SystemExit) as ended:
        main(["extract", "-", "--format", form])
    assert ended.value.code == 2
