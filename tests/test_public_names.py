"""`import numclaims` costs next to nothing and gives every public name when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import numclaims

HEAVY = ("pandas", "numpy", "pint", "rich", "charset_normalizer", "quantulum3")


def _imported_after(code: str) -> set[str]:
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(' '.join(sys.modules))"], capture_output=True, text=True, check=True
    )
    return set(shown.stdout.split())


def test_every_public_name_is_there() -> None:
    for name in numclaims.__all__:
        assert getattr(numclaims, name) is not None
    assert set(dir(numclaims)) == set(numclaims.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        numclaims.extrakt  # type: ignore[attr-defined]  # noqa: B018


def test_import_brings_in_no_other_module_of_the_package() -> None:
    assert {name for name in _imported_after("import numclaims") if name.startswith("numclaims")} == {"numclaims"}


@pytest.mark.parametrize(
    "code",
    [
        "import numclaims.cli",
        "import numclaims; numclaims.audit('The port lost 12 of its 9 boats.')",
        "import numclaims.report.console, numclaims.report.console_claims, numclaims.report.csv_report",
    ],
)
def test_reading_and_auditing_a_page_imports_no_heavy_library(code: str) -> None:
    assert not _imported_after(code) & set(HEAVY)
