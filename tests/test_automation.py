"""The hook for pre-commit, and the recipe for GitHub Actions, run commands that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from numclaims.cli import main

ROOT = Path(__file__).parents[1]


def _options(command: str) -> set[str]:
    return {option for parameter in main.commands[command].params for option in parameter.opts}


def test_the_hook_is_an_audit_that_fails_where_something_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [entry] = re.findall(r"^  entry: numclaims (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    Path("wrong.md").write_text("The storm sank 12 of the 9 boats.")
    Path("right.txt").write_text("The storm sank 9 of the 12 boats.")
    assert CliRunner().invoke(main, [*entry.split(), "right.txt"]).exit_code == 0
    assert CliRunner().invoke(main, [*entry.split(), "right.txt", "wrong.md"]).exit_code == 1


def test_the_recipes_use_options_that_there_are() -> None:
    commands = re.findall(r"- run: numclaims (\w+)(.*)$", (ROOT / "docs" / "automation.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    for command, rest in commands:
        assert set(re.findall(r"--[a-z-]+", rest)) <= _options(command)
