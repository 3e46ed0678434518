"""A user's own topics reach every claim, whichever way it is read."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import numclaims
from numclaims.claimtable import ClaimTable
from numclaims.cli import main
from numclaims.frames import audit_frame, extract_frame

pytest_plugins = ["pytester"]

TEXT = "The keeper lost 12 of her 90 hives in March."
TOPICS = '[beekeeping]\nitems = "hive apiary"\n'


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bees.toml").write_text(TOPICS, encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def _topics(*arguments: str) -> set[str]:
    result = _run("extract", "--format", "jsonl", *arguments)
    assert result.exit_code == 0, result.stderr
    return {json.loads(line)["topic"] or "" for line in result.stdout.splitlines()}


def test_in_python() -> None:
    topics = numclaims.read_topics("bees.toml")
    assert {claim.topic for claim in numclaims.extract(TEXT)} == {""}
    assert {claim.topic for claim in numclaims.extract(TEXT, topics=topics)} == {"beekeeping"}
    assert {claim.topic for claim in numclaims.audit(TEXT, topics=topics).analysis.claims} == {"beekeeping"}
    assert len(ClaimTable.of([numclaims.Document("a", TEXT)], topics=topics).where(topic="beekeeping")) == 2


def test_in_frames() -> None:
    topics = numclaims.read_topics("bees.toml")
    frame = pd.DataFrame({"text": [TEXT, "In the war 300 to 400 men fall a day."]})
    assert extract_frame(frame, topics=topics).topic.tolist() == ["beekeeping", "beekeeping", ""]
    casualties = numclaims.read_topics(_file("men.toml", '[casualties]\nitems = "man men"'))
    assert audit_frame(frame, topics=casualties).rule.tolist() == audit_frame(frame).rule.tolist()


def _file(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize("more", [[], ["--why"], ["--jobs", "2"], ["--evidence", "e.csv"]], ids=str)
def test_on_the_command_line(more: list[str]) -> None:
    _file("e.csv", "measure,item,low,high\nhives lost,hives,10,14\n")
    assert _topics("a.txt", *more) == {""}
    assert _topics("a.txt", "--topics", "bees.toml", *more) == {"beekeeping"}


def test_the_words_of_a_topic_of_ones_own_are_told_with_why() -> None:
    shown = _run("extract", "a.txt", "--topics", "bees.toml", "--why").stdout
    assert "beekeeping" in shown
    assert [line for line in shown.splitlines() if "topic" in line and "hives" in line]


@pytest.mark.parametrize("form", ["csv", "json", "html", "xlsx"])
def test_in_every_form_of_table(form: str) -> None:
    pytest.importorskip({"html": "jinja2", "xlsx": "openpyxl"}.get(form, "csv"))
    _run("extract", "a.txt", "--topics", "bees.toml", "--format", form, "-o", f"out.{form}")
    if form == "xlsx":
        assert set(pd.read_excel("out.xlsx", sheet_name="Claims")["topic"]) == {"beekeeping"}
    else:
        assert "beekeeping" in Path(f"out.{form}").read_text(encoding="utf-8")


def test_in_reports_of_an_audit() -> None:
    pytest.importorskip("jinja2")
    assert _run("audit", "a.txt", "--topics", "bees.toml", "--format", "html", "-o", "out").exit_code == 0
    assert "beekeeping" in Path("out").read_text(encoding="utf-8")


def test_in_the_settings_from_whose_folder_the_path_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _file("numclaims.toml", 'topics = "bees.toml"\n')
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert _topics("../a.txt") == {"beekeeping"}
    assert _topics("../a.txt", "--isolated") == {""}


def test_a_table_gets_topics_where_it_has_none() -> None:
    pytest.importorskip("openpyxl")
    _run("extract", "a.txt", "--format", "csv", "-o", "claims.csv")
    table = pd.read_csv("claims.csv")
    table["topic"] = ["", "losses"]
    table.to_csv("claims.csv", index=False)
    for given, expected in ([], [None, "losses"]), (["--topics", "bees.toml"], ["beekeeping", "losses"]):
        _run("check", "claims.csv", "--format", "xlsx", "-o", "out.xlsx", *given)
        shown = pd.read_excel("out.xlsx", sheet_name="Claims")
        assert shown["topic"].astype(object).where(shown["topic"].notna(), None).tolist() == expected


def test_a_rule_that_goes_by_the_topic_goes_by_ones_own() -> None:
    text = "Some 40 residents vanish a day."
    topics = numclaims.read_topics(_file("vanish.toml", '[casualties]\nactions = "vanish"'))
    assert [finding.rule for finding in numclaims.audit(text).findings] == []
    assert [finding.rule for finding in numclaims.audit(text, topics=topics).findings] == ["RNG002"]


@pytest.mark.parametrize("command", [["audit", "a.txt"], ["extract", "a.txt"], ["check", "a.csv"]])
def test_an_error_in_the_file_is_a_usage_error_with_file_line_and_key(command: list[str]) -> None:
    _run("extract", "a.txt", "--format", "csv", "-o", "a.csv")
    _file("slip.toml", '[bees]\nitem = "hive"\n')
    result = _run(*command, "--topics", "slip.toml")
    assert result.exit_code == 2
    assert "slip.toml:2: bees.item is no key of a topic; did you mean items?" in result.stderr


def test_the_file_is_not_written_over() -> None:
    result = _run("extract", "a.txt", "--topics", "bees.toml", "--format", "csv", "-o", "bees.toml")
    assert result.exit_code == 2
    assert Path("bees.toml").read_text(encoding="utf-8") == TOPICS


def test_a_run_is_not_continued_with_other_words(monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["extract", "a.txt", "--topics", "bees.toml", "--format", "jsonl", "-o", "out.jsonl", "--resume"]
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", _fail)
        assert _run(*command).exit_code == 2
    assert Path("out.jsonl.part.journal").exists()
    _file("bees.toml", TOPICS + 'context = "swarm"\n')
    changed = _run(*command)
    assert changed.exit_code == 2
    assert "it was asked for something else" in changed.stderr
    _file("bees.toml", TOPICS)
    Path("bees.toml").rename("same.toml")
    assert _run(*[argument.replace("bees", "same") for argument in command]).exit_code == 0


def _fail(*_: object) -> None:
    raise OSError("no room")


def test_under_pytest_the_fixtures_go_by_the_settings(pytester: pytest.Pytester) -> None:
    pytester.makefile(".toml", bees=TOPICS, numclaims='topics = "bees.toml"\ndate = 2024-05-03\n')
    pytester.makefile(".txt", a=TEXT)
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.numclaims("a.txt")
        def test_claims(claims):
            assert [claim.topic for claim in claims] == ["beekeeping"] * 2
            assert [claim.when for claim in claims][0] == "2024-03"

        @pytest.mark.numclaims("a.txt")
        def test_audit(audit):
            assert [claim.topic for claim in audit[0].analysis.claims] == ["beekeeping"] * 2
        """
    )
    pytester.runpytest("-p", "no:cacheprovider").assert_outcomes(passed=2)


def test_under_pytest_an_error_in_the_file_is_told_without_a_traceback(pytester: pytest.Pytester) -> None:
    pytester.makefile(".toml", slip='[bees]\nitem = "hive"\n', numclaims='topics = "slip.toml"\n')
    pytester.makefile(".txt", a=TEXT)
    result = pytester.runpytest("--numclaims", "a.txt")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*slip.toml:2: bees.item is no key of a topic*"])
    pytester.makepyfile("def test_it(claims): pass")
    result = pytester.runpytest("-p", "no:cacheprovider")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["slip.toml:2: bees.item is no key of a topic*"])
