"""The hook for pre-commit, and the recipe for GitHub Actions, run commands that there are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from numclaims.cli import main

ROOT = Path(__file__).parents[1]


def test_the_hook_is_an_audit_that_fails_where_something_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [entry] = re.findall(r"^  entry: numclaims (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    Path("wrong.md").write_text("The storm sank 12 of the 9 boats.")
    Path("right.txt").write_text("The storm sank 9 of the 12 boats.")
    assert CliRunner().invoke(main, [*entry.split(), "right.txt"]).exit_code == 0
    assert CliRunner().invoke(main, [*entry.split(), "right.txt", "wrong.md"]).exit_code == 1


STEPS = {
    name: re.findall(r"^      - run: (?!pip )(.+)$", recipe, re.MULTILINE)
    for name, recipe in re.findall(
        r"```text (\w+\.yml)\n(.*?)```", (ROOT / "docs" / "automation.md").read_text(encoding="utf-8"), re.DOTALL
    )
}
WRONG = "<!-- numclaims: ignore TIM004 quoted -->\nThe rent is due by 31 June.\n\nThe storm sank 12 of the 9 boats.\n"


def _step(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A step as a workflow runs it, in a folder with the reports of a project, of which one finding is known."""
    program = f'numclaims() {{ "{sys.executable}" -m numclaims "$@"; }}\n{command}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", program]
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "storm.md").write_text("It burnt 30 of the 20 barns.")
    assert _step("numclaims audit reports/ --write-baseline known.json", tmp_path).returncode == 0
    (tmp_path / "reports" / "storm.md").write_text(f"It burnt 30 of the 20 barns.\n\n{WRONG}")
    return tmp_path


@pytest.mark.skipif(not shutil.which("bash"), reason="workflows are run by bash")
def test_the_recipe_for_pull_requests_annotates_what_is_new_and_fails(project: Path) -> None:
    [audit] = STEPS["numbers.yml"]
    done = _step(audit, project)
    assert done.returncode == 1
    message = "12 cannot be part of 9: it is 3 more (“12 … 9”)"
    where = "file=reports/storm.md,line=6,endLine=6,col=16,endColumn=17"
    assert done.stdout == f"::error {where},title=SUM002 part-exceeds-whole::{message}\n"


@pytest.mark.skipif(not (shutil.which("bash") and shutil.which("jq")), reason="the recipe needs bash and jq")
def test_the_recipe_for_code_scanning_uploads_what_nobody_has_dealt_with(project: Path) -> None:
    audit, clean = STEPS["scanning.yml"]
    assert _step(audit, project).returncode == 1
    assert _step(clean, project).returncode == 0
    written, uploaded = (json.loads((project / name).read_text(encoding="utf-8"))["runs"][0] for name in ("numbers.sarif", "new.sarif"))
    assert [result["ruleId"] for result in written["results"]] == ["SUM002", "SUM002", "TIM004"]
    assert [result["ruleId"] for result in uploaded["results"]] == ["SUM002", "SUM002"]
