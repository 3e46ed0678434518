"""The sentences of cases/: those that a rule must flag, and tempting ones that it must leave alone.

One text a line, with its title in square brackets before it where it has one; "\\n" stands for a line end.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Check, Document
from numclaims.rules import run

_TITLED = re.compile(r"(?:\[(?P<title>[^\]]+)\] )?(?P<text>.+)")
_FOLDER = Path(__file__).with_name("cases")


def cases(ending: str) -> list[tuple[str, str]]:
    """Rule and line, of every file with this ending."""
    files = sorted(_FOLDER.glob(f"*-{ending}.txt"))
    return [(file.name[:6], line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


def failed(code: str, line: str) -> list[Check]:
    match = _TITLED.fullmatch(line)
    assert match
    document = Document(id="case", text=match["text"].replace("\\n", "\n"), title=match["title"] or "")
    return [check for check in run(analyse(document), select=[code]) if not check.holds]


@pytest.mark.parametrize(("code", "line"), cases("flags"))
def test_a_fault_is_flagged(code: str, line: str) -> None:
    assert failed(code, line)


@pytest.mark.parametrize(("code", "line"), cases("passes"))
def test_what_only_looks_like_a_fault_is_left_alone(code: str, line: str) -> None:
    assert [check.message for check in failed(code, line)] == []
