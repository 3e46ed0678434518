"""Settings are found upwards from a folder, checked, and told with file, line and key where they are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from numclaims.configuration import Configuration, ConfigurationError, find_configuration, read_configuration
from numclaims.reading.toml import TomlFile

ALL = """
select = ["SUM", "rank-count"]
ignore = "SUM004, SUM003"
fail-on = "error"
date = 2024-11-20
encoding = "cp1252"
evidence = "tables/known.csv"
topics = "words.toml"
jobs = 2
max-size = 5
max-seconds = 1.5
engine = "dask"
scheduler = "tcp://127.0.0.1:8786"

[severity]
SUM = "note"
SUM001 = "warning"

[[suppressions]]
rule = "SUM002"
quote = "12 of the 9"
reason = "so the port says"

[[suppressions]]
rule = ["SUM001", "TIM001"]
quote = "in all"
reason = "rounded"
document = "drafts/*.md"
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _read(text: str) -> Configuration:
    Path("tables").mkdir(exist_ok=True)
    Path("tables/known.csv").touch()
    Path("words.toml").touch()
    Path("numclaims.toml").write_text(text, encoding="utf-8")
    return read_configuration("numclaims.toml")


def test_every_setting_is_read() -> None:
    found = _read(ALL)
    assert found.path == "numclaims.toml"
    assert (found.select, found.ignore) == (("SUM", "rank-count"), ("SUM004", "SUM003"))
    assert (found.fail_on, found.date, found.encoding) == ("error", date(2024, 11, 20), "cp1252")
    assert (found.evidence, found.topics) == ("tables/known.csv", "words.toml")
    assert (found.jobs, found.max_size, found.max_seconds) == (2, 5.0, 1.5)
    assert (found.engine, found.scheduler) == ("dask", "tcp://127.0.0.1:8786")
    assert found.severities == {"SUM001": "warning", "SUM002": "note", "SUM003": "note", "SUM004": "note"}
    first, second = found.suppressions
    assert (first.rules, first.quote, first.reason, first.where) == ({"SUM002"}, "12 of the 9", "so the port says", "numclaims.toml:19")
    assert (second.rules, second.documents, second.where) == ({"SUM001", "TIM001"}, "drafts/*.md", "numclaims.toml:24")


def test_the_table_of_a_project_says_the_same() -> None:
    own = _read(ALL)
    text = ALL.replace("[[", "[[tool.numclaims.").replace("\n[sev", "\n[tool.numclaims.sev")
    Path("pyproject.toml").write_text(f'[project]\nname = "news"\n[tool.numclaims]{text}', encoding="utf-8")
    project = read_configuration("pyproject.toml")
    assert project.suppressions[0].where == "pyproject.toml:21"
    assert (project.select, project.severities, project.evidence) == (own.select, own.severities, own.evidence)


def test_the_nearest_file_above_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "numclaims.toml").write_text('fail-on = "note"')
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.other]\nselect = ["X"]')
    monkeypatch.chdir(deep)
    assert find_configuration() == Configuration(path="../../numclaims.toml", fail_on="note")
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.numclaims]\nevidence = "known.csv"')
    (tmp_path / "a" / "known.csv").touch()
    assert find_configuration() == Configuration(path="../pyproject.toml", evidence="../known.csv")
    (tmp_path / "a" / "numclaims.toml").write_text("")
    assert find_configuration() == Configuration(path="../numclaims.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nslect = []", "numclaims.toml:2: slect is no setting; did you mean select?"),
        ("[colours]", "numclaims.toml:1: colours is no setting; the settings are select, ignore"),
        ('fail_on = "error"', "numclaims.toml:1: fail_on is no setting; did you mean fail-on?"),
        ('ignore = ["SUM"]\nselect = ["SUN001"]', "numclaims.toml:2: select names a rule that there is not: no rule is called 'SUN001'"),
        ("select = 3", 'numclaims.toml:1: select is no list of rules; write it like ["SUM001", "TIM"]'),
        ('fail-on = "bad"', "numclaims.toml:1: fail-on is 'bad', none of error, warning, note, never"),
        ("fail-on = []", "numclaims.toml:1: fail-on is [], none of error"),
        ('[severity]\nSUM001 = "note"\nTIM001 = "off"', "numclaims.toml:3: severity.TIM001 is 'off', none of error, warning, note"),
        ('severity = { SUN = "note" }', "numclaims.toml:1: severity.SUN is no rule: no rule is called 'SUN'"),
        ("severity = 1", "numclaims.toml:1: severity is no table"),
        ('date = "1 May"', "numclaims.toml:1: date is '1 May', not a date like 2024-11-20"),
        ('encoding = "base64"', "numclaims.toml:1: encoding is 'base64', which is no encoding of text"),
        ('topics = "gone/words.toml"', "numclaims.toml:1: topics names gone/words.toml, which is no file"),
        ('evidence = "tables"', "numclaims.toml:1: evidence names tables, which is no file"),
        ('evidence = ""', "numclaims.toml:1: evidence is '', not a text"),
        ("jobs = -1", "numclaims.toml:1: jobs is -1, not a number of processes like 4, or 0 for as many as fit"),
        ("jobs = 1.5", "numclaims.toml:1: jobs is 1.5, not a number of processes"),
        ("jobs = true", "numclaims.toml:1: jobs is True, not a number of processes"),
        ("\nmax-size = 0", "numclaims.toml:2: max-size is 0, not a number above 0"),
        ('max-seconds = "60"', "numclaims.toml:1: max-seconds is '60', not a number above 0"),
        ("max-seconds = nan", "numclaims.toml:1: max-seconds is nan, not a number above 0"),
        ('engine = "spark"', "numclaims.toml:1: engine is 'spark', none of processes, dask"),
        ("scheduler = 8786", "numclaims.toml:1: scheduler is 8786, not a text"),
        ("max_size = 3", "numclaims.toml:1: max_size is no setting; did you mean max-size?"),
        ('suppressions = "SUM001"', "numclaims.toml:1: suppressions is no list; write [[suppressions]] above each entry"),
        ('[[suppressions]]\nrule = "SUM001"\nquote = "x"', "numclaims.toml:1: suppressions.1 has no reason"),
        (
            '[[suppressions]]\nrule = "SUM001"\nquote = "x"\nreason = "y"\n\n[[suppressions]]\nrule = "SUM001"\nqote = "x"',
            "numclaims.toml:8: suppressions.2.qote is no setting; did you mean quote?",
        ),
        ("select = [", "numclaims.toml"),
        ("\n= 1", "numclaims.toml:2:1: is no TOML: Invalid statement"),
        ("a = " + "[" * 50_000, "numclaims.toml: is no TOML"),
    ],
)
def test_what_cannot_be_is_told_with_file_line_and_key(text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        _read(text)
    assert str(error.value).startswith(said)


def test_other_files_that_are_no_settings_are_told() -> None:
    with pytest.raises(ConfigurationError, match=r"gone\.toml: cannot be read"):
        read_configuration("gone.toml")
    Path("pyproject.toml").write_text("[project]\n")
    with pytest.raises(ConfigurationError, match=r"pyproject\.toml: has no table \[tool.numclaims\]"):
        read_configuration("pyproject.toml")
    Path("latin.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(ConfigurationError, match=r"latin\.toml: is not UTF-8"):
        read_configuration("latin.toml")


@pytest.mark.parametrize(
    ("key", "line"),
    [(("a",), 1), (("t", "x"), 4), (("t", "x", "y"), 4), (("t", "q k"), 5), (("l", 1, "z"), 9), (("l", 0, "z"), 7), (("none",), None)],
)
def test_the_line_of_a_key_is_known(key: tuple[str | int, ...], line: int | None) -> None:
    Path("lines.toml").write_text('a = 1\n\n[t]\nx.y = 2\n"q k" = 3\n[[l]]\nz = 4\n[[l]]\nz = 5\n')
    where = TomlFile(Path("lines.toml"), "lines.toml").where(key)
    assert where == ("lines.toml" if line is None else f"lines.toml:{line}")
