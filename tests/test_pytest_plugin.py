"""pytest audits documents as tests, and gives tests the claims of documents."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest_plugins = ("pytester",)

STORM = "The storm sank 12 of the 9 boats."
CALM = "Nine boats came home."


def test_every_document_is_a_test_that_fails_with_its_findings(pytester: pytest.Pytester) -> None:
    for name, text in {"storm.txt": STORM, "calm.txt": CALM}.items():
        (pytester.path / name).write_text(text, encoding="utf-8")
    done = pytester.runpytest("-v", "--numclaims", "*.txt")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(
        ["numclaims::calm.txt PASSED*", "numclaims::storm.txt FAILED*", "storm.txt:1:16: error SUM002*", "*12 cannot be part of 9*"]
    )


def test_a_table_of_documents_gives_a_test_a_row(pytester: pytest.Pytester) -> None:
    (pytester.path / "all.jsonl").write_text('{"id": "a", "text": "12 of the 9 boats sank."}\n{"id": "b", "text": "9 sank."}\n')
    done = pytester.runpytest("-v", "--numclaims", "all.jsonl")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(["numclaims::all.jsonl?a? FAILED*", "numclaims::all.jsonl?b? PASSED*"])


@pytest.mark.parametrize(
    ("option", "failed"),
    [
        ("--numclaims-select=TIM", 0),
        ("--numclaims-select=SUM002,TIM", 1),
        ("--numclaims-ignore=part-exceeds-whole", 0),
        ("--numclaims-fail-on=error", 1),
    ],
)
def test_options_choose_rules_and_severity(pytester: pytest.Pytester, option: str, failed: int) -> None:
    (pytester.path / "storm.txt").write_text(STORM, encoding="utf-8")
    pytester.runpytest("--numclaims", "storm.txt", option).assert_outcomes(failed=failed, passed=1 - failed)


def test_a_word_that_names_no_rule_ends_the_session(pytester: pytest.Pytester) -> None:
    done = pytester.runpytest("--numclaims-select=SUN")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*no rule is called 'SUN'*"])


def test_what_cannot_be_read_fails(pytester: pytest.Pytester) -> None:
    done = pytester.runpytest("--numclaims", "gone.txt")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["cannot read: gone.txt: does not exist"])


def test_documents_are_counted_as_collected(pytester: pytest.Pytester) -> None:
    for name in ("a.txt", "b.txt"):
        (pytester.path / name).write_text(CALM, encoding="utf-8")
    done = pytester.runpytest("--collect-only", "--numclaims", "*.txt")
    assert done.ret == pytest.ExitCode.OK
    done.stdout.fnmatch_lines(["*<AuditedDocument a.txt>", "*<AuditedDocument b.txt>", "*2 tests collected*"])


def test_documents_are_spread_over_the_processes_of_xdist(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    for name, text in {"storm.txt": STORM, "calm.txt": CALM}.items():
        (pytester.path / name).write_text(text, encoding="utf-8")
    done = pytester.runpytest_subprocess("-n", "2", "--numclaims", "*.txt")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(["storm.txt:1:16: error SUM002*"])


def test_documents_can_be_deselected(pytester: pytest.Pytester) -> None:
    (pytester.path / "storm.txt").write_text(STORM, encoding="utf-8")
    (pytester.path / "calm.txt").write_text(CALM, encoding="utf-8")
    pytester.runpytest("--numclaims", ".", "-k", "calm").assert_outcomes(passed=1, deselected=1)


FIXTURES = """
    import pytest
    from numclaims import expect

    @pytest.mark.numclaims("storm.txt")
    def test_marked(claims, audit):
        expect(claims.where(item="boats")).exist(2)
        assert [finding.rule for finding in audit[0].findings] == ["SUM002"]

    def test_from_the_ini_file(claims):
        expect(claims).exist(1)

    @pytest.mark.numclaims("gone.txt")
    def test_gone(claims):
        pass
"""


def test_fixtures_hold_the_documents_of_the_marker_or_the_ini_file(pytester: pytest.Pytester) -> None:
    (pytester.path / "storm.txt").write_text(STORM, encoding="utf-8")
    (pytester.path / "calm.txt").write_text(CALM, encoding="utf-8")
    pytester.makeini("[pytest]\nnumclaims_files = calm.txt")
    pytester.makepyfile(FIXTURES)
    done = pytester.runpytest("--strict-markers")
    done.assert_outcomes(passed=2, errors=1)
    done.stdout.fnmatch_lines(["*cannot read: gone.txt: does not exist*"])


def test_a_fixture_without_documents_says_how_to_name_some(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_nothing(claims): pass")
    done = pytester.runpytest()
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*mark the test with @pytest.mark.numclaims*"])


def test_a_session_that_does_not_use_it_imports_nothing_of_it() -> None:
    code = "import numclaims.pytest_plugin, sys; print(*(name for name in sys.modules if name.startswith('numclaims')))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert set(shown.split()) == {"numclaims", "numclaims.pytest_plugin"}


def test_the_settings_of_a_project_hold(pytester: pytest.Pytester) -> None:
    (pytester.path / "storm.txt").write_text(STORM, encoding="utf-8")
    settings = pytester.path / "numclaims.toml"
    for text, failed in {'ignore = ["SUM"]': 0, 'fail-on = "never"': 0, '[severity]\nSUM002 = "note"': 0, 'select = ["SUM"]': 1}.items():
        settings.write_text(text)
        pytester.runpytest("--numclaims", "storm.txt").assert_outcomes(failed=failed, passed=1 - failed)
    settings.write_text('ignore = ["SUM"]')
    pytester.runpytest("--numclaims", "storm.txt", "--numclaims-ignore=TIM").assert_outcomes(failed=1)
    settings.write_text("slect = []")
    done = pytester.runpytest("--numclaims", "storm.txt")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*numclaims.toml:1: slect is no setting; did you mean select?*"])


def test_a_name_that_is_no_line_is_written_as_one(pytester: pytest.Pytester) -> None:
    try:
        (pytester.path / "two\nlines\x1b.txt").write_text(STORM, encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    done = pytester.runpytest("--numclaims", ".")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["FAILED numclaims::two lines?x1b.txt - *"])


def test_suppressions_hold(pytester: pytest.Pytester) -> None:
    (pytester.path / "storm.md").write_text(f"{STORM} <!-- numclaims: ignore SUM002 -->", encoding="utf-8")
    (pytester.path / "storm.txt").write_text(STORM, encoding="utf-8")
    (pytester.path / "storm.txt.numclaims.toml").write_text('[[suppressions]]\nrule = "SUM"\nquote = "12 of the 9"\nreason = "sic"')
    pytester.runpytest("--numclaims", "storm.*").assert_outcomes(passed=2)
