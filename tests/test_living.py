"""Living with findings: settings, suppressions, baselines and claim tables as people meet them on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from numclaims.cli import main

SANK = "The storm sank 12 of the 9 boats."
BURNT = "The fire burnt 30 of the 20 barns."
RAIN = "Rain fell on 31 June."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def _rules(result: Result) -> list[str]:
    """The rules of the findings of a report as JSON, in their order."""
    return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]


def _write(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


# Claim tables


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "xlsx", "parquet"])
def test_a_claim_table_is_checked_as_edited(suffix: str) -> None:
    from numclaims.claimtable import ClaimTable

    _write("storm.txt", SANK.replace("12", "8"))
    assert _run("extract", "storm.txt", "--format", suffix, "-o", f"claims.{suffix}").exit_code == 0
    assert _run("check", f"claims.{suffix}").exit_code == 0
    table = ClaimTable.read(f"claims.{suffix}").df
    table["value"] = table["value"].astype(float).replace(8, 12)
    write = {"csv": table.to_csv, "xlsx": table.to_excel, "parquet": table.to_parquet}
    if suffix == "jsonl":
        table.to_json("claims.jsonl", orient="records", lines=True)
    else:
        write[suffix](f"claims.{suffix}", index=False)
    result = _run("check", f"claims.{suffix}")
    assert result.exit_code == 1
    assert "8 (edited: 12) cannot be part of 9: it is 3 more" in result.stdout


def test_a_finding_in_a_claim_table_stands_at_the_row_of_its_document() -> None:
    for name in ("a.txt", "b.txt"):
        _write(name, SANK)
    _run("extract", "a.txt", "b.txt", "--format", "csv", "-o", "claims.csv")
    lines = [line for line in _run("check", "claims.csv").stdout.splitlines() if "SUM002" in line]
    assert [line.partition(": error")[0] for line in lines] == ["claims.csv:2 [a.txt] 1:16", "claims.csv:4 [b.txt] 1:16"]


def test_a_table_is_checked_with_the_options_of_an_audit() -> None:
    _write("a.txt", f"{SANK} {RAIN}")
    _run("extract", "a.txt", "--format", "csv", "-o", "claims.csv")
    assert _run("check", "claims.csv", "--ignore", "SUM").exit_code == 0
    assert _run("check", "claims.csv", "--fail-on", "never").exit_code == 0
    assert _rules(_run("check", "claims.csv", "--format", "json")) == ["SUM002"]
    _run("check", "claims.csv", "--write-baseline", "known.json")
    assert _run("check", "claims.csv", "--baseline", "known.json").exit_code == 0
    assert _run("check", "claims.csv", "--output", "claims.csv").exit_code == 2


@pytest.mark.parametrize(
    ("table", "said"),
    [("gone.csv", "cannot be read"), ("storm.txt", "a table has one of the suffixes"), ("other.csv", "has no column 'doc', 'claim'")],
)
def test_what_is_no_claim_table_is_told(table: str, said: str) -> None:
    _write("storm.txt", SANK)
    _write("other.csv", "a,b\n1,2\n")
    result = _run("check", table)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{table}: cannot read: ")
    assert said in result.stderr


# Settings


def test_the_settings_of_a_file_are_defaults() -> None:
    _write("storm.txt", f"{SANK} {RAIN}")
    _write("numclaims.toml", 'ignore = ["SUM"]\ndate = 2024-03-01\n')
    report = _run("audit", "storm.txt", "--format", "json")
    assert _rules(report) == ["TIM004"]
    assert json.loads(report.stdout)["documents"][0]["date"] == "2024-03-01"
    assert _rules(_run("audit", "storm.txt", "--format", "json", "--ignore", "TIM")) == ["SUM002"]
    assert _rules(_run("audit", "storm.txt", "--format", "json", "--isolated")) == ["SUM002", "TIM004"]
    _write("strict.toml", 'select = ["TIM"]\nfail-on = "never"')
    assert _rules(_run("audit", "storm.txt", "--format", "json", "--config", "strict.toml")) == ["TIM004"]
    assert _run("audit", "storm.txt", "--config", "strict.toml").exit_code == 0
    assert _run("audit", "storm.txt", "--config", "strict.toml", "--fail-on", "error").exit_code == 1


def test_settings_bound_documents_and_name_the_engine() -> None:
    _write("storm.txt", f"{SANK} " * 90)
    _write("numclaims.toml", 'jobs = 1\nmax-size = 0.001\nengine = "dask"\nscheduler = "tcp://127.0.0.1:1"')
    bounded = _run("audit", "storm.txt", "--engine", "processes")
    assert (bounded.exit_code, bounded.stderr) == (2, "storm.txt: cannot read: is larger than 0.001 MB; --max-size lets it pass\n")
    assert _run("audit", "storm.txt", "--engine", "processes", "--max-size", "inf").exit_code == 1
    assert _run("extract", "storm.txt", "--isolated").exit_code == 0
    lost = _run("extract", "storm.txt")
    assert lost.exit_code == 2
    assert "the scheduler tcp://127.0.0.1:1 cannot be reached" in lost.stderr or "pip install 'numclaims[dask]'" in lost.stderr


def test_settings_give_severities() -> None:
    _write("storm.txt", SANK)
    _write("numclaims.toml", '[severity]\nSUM002 = "note"\n')
    result = _run("audit", "storm.txt")
    assert "note SUM002" in result.stdout
    assert "1 finding: 1 note" in result.stdout
    assert result.exit_code == 0
    assert _run("audit", "storm.txt", "--fail-on", "note").exit_code == 1


def test_settings_hold_for_extract_too() -> None:
    _write("storm.txt", "It rained for 3 days.")
    _write("known.csv", "measure,item,value\nrain,days,3\n")
    _write("numclaims.toml", 'encoding = "latin-1"\nevidence = "gone.csv"\nselect = ["TIM"]')
    result = _run("extract", "storm.txt")
    assert result.exit_code == 2
    assert "numclaims.toml:2: evidence names gone.csv, which is no file" in result.stderr
    _write("numclaims.toml", 'encoding = "latin-1"\nevidence = "storm.txt"\nselect = ["TIM"]')
    assert "a table of evidence has measure, item" in _run("extract", "storm.txt").stderr
    assert _run("extract", "storm.txt", "--evidence", "known.csv").exit_code == 0


def test_settings_that_cannot_be_are_usage_errors() -> None:
    _write("storm.txt", SANK)
    _write("pyproject.toml", '[tool.numclaims]\n\nfail-ons = "error"\n')
    result = _run("audit", "storm.txt")
    assert result.exit_code == 2
    assert "Error: pyproject.toml:3: tool.numclaims.fail-ons is no setting; did you mean fail-on?" in result.stderr
    assert _run("audit", "storm.txt", "--isolated").exit_code == 1
    for order in (["--config", "a.toml", "--isolated"], ["--isolated", "--config", "a.toml"]):
        _write("a.toml", "")
        assert "exclude each other" in _run("audit", "storm.txt", *order).stderr


def test_help_needs_no_settings() -> None:
    _write("numclaims.toml", "broken")
    assert _run("audit", "--help").exit_code == 0
    assert _run("rules").exit_code == 0


# Suppressions


def test_a_comment_silences_the_rules_it_names_on_its_line() -> None:
    _write("storm.md", f"{SANK} {RAIN} <!-- numclaims: ignore SUM002 so the port says -->\n\n{SANK}\n")
    result = _run("audit", "storm.md")
    places = [line.partition(": error")[0] for line in result.stdout.splitlines() if ": error" in line]
    assert places == ["storm.md:1:48", "storm.md:3:16"]
    assert "2 findings: 2 errors; 1 suppressed" in result.stdout
    assert result.stderr == ""


def test_unused_suppressions_and_words_that_name_no_rule_are_told() -> None:
    text = (
        "Nine boats. <!-- numclaims: ignore SUM002 -->\nTen. <!-- numclaims: ignore TIM,SUM -->\nOne. <!-- numclaims: ignore SUM0002 -->\n"
    )
    _write("calm.md", f"{text}Two. <!-- numclaims: ignore -->\n")
    result = _run("audit", "calm.md")
    assert result.exit_code == 0
    told = result.stderr.splitlines()
    assert told[0].startswith("warning: calm.md:3: no rule is called 'SUM0002'; did you mean ")
    assert told[1:] == [
        "warning: calm.md:4: the comment silences nothing, as it names no rule",
        "warning: calm.md:1: the suppression of SUM002 is not used",
        "warning: calm.md:2: the suppression of SUM, TIM is not used",
        "warning: 2 suppressions are not used",
    ]


@pytest.mark.parametrize("rule", ["CON002", "RNG003", "CON", "SUM002"])
def test_a_suppression_whose_rule_did_not_run_is_not_called_unused(rule: str) -> None:
    _write("calm.md", f"Nine boats. <!-- numclaims: ignore {rule} -->\n")
    assert _run("audit", "calm.md", "--ignore", "SUM002").stderr == ""


def test_a_comment_silences_what_a_document_says_against_another() -> None:
    text = "---\n---\nThe fire at the mill in Nordhausen killed {} workers of the Brandt company on Monday.{}\n"
    for name, count, comment in (("a.md", 14, ""), ("b.md", 17, " <!-- numclaims: ignore CON002,CON003 -->")):
        _write(name, text.format(count, comment))
    _write("documents.csv", "file,story,date\na.md,fire,2024-03-05\nb.md,fire,2024-03-05\n")
    rules = _rules(_run("audit", "a.md", "b.md", "--format", "json", "--select", "CON"))
    _write("a.md", text.format(14, ""))
    _write("b.md", text.format(17, ""))
    assert rules == []
    assert _rules(_run("audit", "a.md", "b.md", "--format", "json", "--select", "CON")) == ["CON002"]


SUPPRESSION = '[[suppressions]]\nrule = "SUM002"\nquote = "12 of  the 9 boats"\nreason = "so the port says"\n'


@pytest.mark.parametrize("file", ["numclaims.toml", "storm.txt.numclaims.toml"])
def test_a_list_silences_rules_where_a_quotation_stands(file: str) -> None:
    _write("storm.txt", f"{BURNT}\nThe storm sank 12 of\nthe 9 boats. {BURNT}")
    _write(file, SUPPRESSION)
    result = _run("audit", "storm.txt")
    assert result.stdout.count("SUM002") == 2
    assert "12 of" not in result.stdout
    assert "; 1 suppressed" in result.stdout
    assert result.stderr == ""


def test_a_table_of_documents_has_a_list_too() -> None:
    _write("all.jsonl", "".join(json.dumps({"id": name, "text": SANK}) + "\n" for name in "ab"))
    _write("all.jsonl.numclaims.toml", f'{SUPPRESSION}document = "b"\n')
    result = _run("audit", "all.jsonl")
    assert "[a]" in result.stdout
    assert "[b]" not in result.stdout


def test_an_entry_is_unused_where_its_quotation_stands_and_nothing_is_found() -> None:
    _write("storm.txt", "The storm sank 9 of the 12 boats.")
    _write("other.txt", "Calm.")
    _write("numclaims.toml", SUPPRESSION.replace("12 of  the 9", "9 of the 12"))
    assert _run("audit", "storm.txt").stderr == "warning: numclaims.toml:1: the suppression of SUM002 is not used\n"
    assert _run("audit", "storm.txt", "--ignore", "SUM").stderr == ""
    assert _run("audit", "other.txt").stderr == ""
    _write("numclaims.toml", f'{SUPPRESSION}document = "other.txt"')
    assert _run("audit", "other.txt").stderr == "warning: numclaims.toml:1: the suppression of SUM002 is not used\n"


def test_a_list_beside_a_document_that_cannot_be_used_is_a_usage_error() -> None:
    _write("storm.txt", SANK)
    _write("storm.txt.numclaims.toml", SUPPRESSION.replace("reason", "raison"))
    result = _run("audit", "storm.txt")
    assert result.exit_code == 2
    assert "storm.txt.numclaims.toml:4: suppressions.1.raison is no setting; did you mean reason?" in result.stderr


# Baselines


def test_a_baseline_makes_known_what_it_was_written_with() -> None:
    _write("storm.txt", f"{SANK} {BURNT}")
    written = _run("audit", "storm.txt", "--write-baseline", "known.json")
    assert written.exit_code == 0
    assert "no findings; 2 known" in written.stdout
    assert written.stderr.startswith("known.json: 2 findings written")
    _write("storm.txt", f"{RAIN}\n\nIt is said: {BURNT}")
    result = _run("audit", "storm.txt", "--baseline", "known.json")
    assert result.exit_code == 1
    assert "1 finding: 1 error; 1 known" in result.stdout
    assert "TIM004" in result.stdout
    assert result.stderr.splitlines() == [
        "gone: storm.txt: SUM002 12 … 9",
        "known.json: 1 known finding is gone; --write-baseline known.json forgets what is gone",
    ]


def test_a_baseline_is_written_anew_over_the_old_one() -> None:
    _write("storm.txt", f"{SANK} {BURNT}")
    _run("audit", "storm.txt", "--write-baseline", "known.json")
    _write("storm.txt", f"{BURNT} {RAIN}")
    assert _run("audit", "storm.txt", "--baseline", "known.json", "--write-baseline", "known.json").exit_code == 1
    assert [entry["rule"] for entry in json.loads(Path("known.json").read_text())["findings"]] == ["SUM002", "TIM004"]
    assert _run("audit", "storm.txt", "--baseline", "known.json").exit_code == 0


def test_what_is_suppressed_is_not_in_a_baseline() -> None:
    _write("storm.md", f"{SANK} <!-- numclaims: ignore SUM -->")
    _run("audit", "storm.md", "--write-baseline", "known.json")
    assert json.loads(Path("known.json").read_text())["findings"] == []


def test_no_baseline_is_written_of_half_a_run() -> None:
    _write("storm.txt", SANK)
    result = _run("audit", "storm.txt", "gone.txt", "--write-baseline", "known.json")
    assert result.exit_code == 2
    assert not Path("known.json").exists()
    assert "known.json is not written, as not all inputs could be read" in result.stderr


def test_a_document_is_no_place_for_a_baseline() -> None:
    _write("storm.txt", SANK)
    result = _run("audit", "storm.txt", "--write-baseline", "storm.txt")
    assert result.exit_code == 2
    assert "--write-baseline storm.txt is one of the files that are read" in result.stderr
    assert Path("storm.txt").read_text() == SANK


def test_a_baseline_that_is_not_there_is_a_usage_error() -> None:
    _write("storm.txt", SANK)
    result = _run("audit", "storm.txt", "--baseline", "known.json")
    assert result.exit_code == 2
    assert "'--baseline': known.json: cannot be read" in result.stderr


# The summary of every form


def test_what_is_not_shown_is_counted_for_programs() -> None:
    _write("storm.md", f"{SANK} <!-- numclaims: ignore SUM -->\n\n{RAIN}")
    _run("audit", "storm.md", "--write-baseline", "known.json")
    counts = json.loads(_run("audit", "storm.md", "--baseline", "known.json", "--format", "json").stdout)["summary"]
    assert (counts["findings"], counts["suppressed"], counts["known"], counts["false_alarm"]) == (0, 1, 1, 0)
