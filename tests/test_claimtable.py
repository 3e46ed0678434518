"""Claim tables filter by words and times, add up as intervals, and come back from files as they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import numclaims
from numclaims.claimtable import ClaimTable, IncomparableClaims
from numclaims.cli import main
from numclaims.model import Analysis, Audit, Claim, Document
from numclaims.pipeline import audit_analysis
from numclaims.report.forms import audit_writer, claim_writer
from numclaims.report.rows import Rows
from numclaims.table import ClaimTableError, claims_frame

HARBOUR = Document(
    "harbour",
    "The navy fired 40 rockets in May 2024 and 25 rockets in June 2024, the ministry said. A third of the 90 barges sank, or 30%, in 2023. "
    "The harbour is 12 km long and 3 miles wide.",
    date=date(2024, 7, 1),
)


@pytest.fixture(scope="module")
def claims() -> ClaimTable:
    return ClaimTable.of([HARBOUR])


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        ({"item": "rocket"}, ["40", "25"]),
        ({"item": "Rockets", "when": "2024-06"}, ["25"]),
        ({"when": "2024-05/2024-06"}, ["40", "25"]),
        ({"source": "ministry"}, ["40", "25"]),
        ({"kind": "SHARE"}, ["A third", "30%"]),
        ({"kind": ["share", "measure"], "unit": ["percent", "mile"]}, ["30%", "3 miles"]),
        ({"value": 90}, ["90"]),
        ({"kind": "count", "source": ""}, ["90"]),
        ({"item": "submarine"}, []),
    ],
)
def test_where_keeps_the_claims_whose_columns_are_as_wanted(claims: ClaimTable, wanted: dict[str, str], texts: list[str]) -> None:
    assert [claim.text for claim in claims.where(**wanted)] == texts


def test_a_filter_says_what_it_kept(claims: ClaimTable) -> None:
    assert repr(claims.where(item="rockets").where(value=25)) == "<ClaimTable: 1 claim (item='rockets', value=25)>"


def test_a_column_that_is_not_there_is_a_mistake(claims: ClaimTable) -> None:
    with pytest.raises(TypeError, match="no column 'itme'"):
        claims.where(itme="rockets")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"kind": "shares"}, "kind is count, money, share, measure, duration, age, rank or multiple, not 'shares'"),
        ({"bound": ["exact", "over"]}, "bound is .* or range, not 'over'"),
        ({"change": ""}, "change is up, down or none, not ''"),
        ({"support": "wrong"}, "support is supported, partly, contradicted or unsupported, not 'wrong'"),
    ],
)
def test_a_word_that_a_column_of_few_words_never_holds_is_a_mistake(
    claims: ClaimTable, wanted: dict[str, str | list[str]], message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        claims.where(**wanted)


def test_a_time_that_is_no_date_is_a_mistake(claims: ClaimTable) -> None:
    with pytest.raises(ValueError, match="not an ISO date"):
        claims.where(when="last May")


def test_claims_are_grouped_by_a_column(claims: ClaimTable) -> None:
    sizes = {unit: len(table) for unit, table in claims.groups("unit").items()}
    assert sizes == {"": 4, "percent": 1, "kilometer": 1, "mile": 1}


def test_claims_add_up_as_intervals_in_one_unit(claims: ClaimTable) -> None:
    assert claims.where(item="rockets").total().low == 65
    total = claims.where(kind="measure").total("kilometer")
    assert total.low < 12 + 3 * 1.609344 < total.high < 20


def test_claims_in_several_units_do_not_add_up(claims: ClaimTable) -> None:
    with pytest.raises(IncomparableClaims, match="kilometer and in mile"):
        claims.where(kind="measure").total()
    with pytest.raises(IncomparableClaims, match="'12 km' is in kilometer, which cannot be compared with kilogram"):
        claims.where(kind="measure").total("kilogram")


def test_what_could_not_be_read_is_told() -> None:
    with pytest.raises(ValueError, match=r"nowhere\.txt: does not exist"):
        ClaimTable.of(numclaims.read_documents(["nowhere.txt"]))


def test_a_notebook_shows_the_claims(claims: ClaimTable) -> None:
    shown = ClaimTable.of([Document("d", "The <b>mill</b> has 12 floors.")])._repr_html_()
    assert "12" in shown
    assert "<b>" not in shown


def test_a_notebook_shows_one_number_a_claim_and_no_empty_column() -> None:
    shown = ClaimTable.of(
        [Document("d", "The mill has 12 floors. It cost between $5 million and $6.5 million, the owner said.")]
    )._repr_html_()
    cells = re.findall(r"<t[hd]>([^<]*)</t[hd]>", shown)
    assert {"12", "5,000,000–6,500,000", "USD", "the owner"} <= set(cells)
    assert not {"NaN", "low", "per", "doc", "place"} & set(cells)
    assert "mathjax_ignore" in shown


def test_a_notebook_shows_the_first_and_the_last_of_many_claims() -> None:
    floors = " ".join(f"Mill {number} has {number} floors." for number in range(100, 150))
    shown = ClaimTable.of([Document("d", floors)])._repr_html_()
    cells = re.findall(r"<t[hd]>([^<]*)</t[hd]>", shown)
    assert [cell for cell in cells if cell.startswith("1") and len(cell) == 3] == [
        str(number) for each in (*range(100, 110), *range(140, 150)) for number in (each, each)
    ]
    assert {"0", "9", "40", "49", "..."} <= set(cells)


def test_a_notebook_shows_a_table_without_claims_and_how_it_was_filtered() -> None:
    empty = ClaimTable.of([Document("d", "The mill has 12 floors.")]).where(item="<script>")
    assert empty._repr_html_() == '<p class="tex2jax_ignore mathjax_ignore">0 claims (item=&#x27;&lt;script&gt;&#x27;)</p>'


# Files


def _write(form: str, path: Path, results: Sequence[Analysis | Audit | Rows]) -> None:
    write = audit_writer(form, {}, checked=False, quiet=True) if isinstance(results[0], Audit) else claim_writer(form, {}, quiet=True)
    with path.open("w", encoding="utf-8") as stream:
        write(results, stream)  # type: ignore[arg-type]


WRITERS = {
    "claims.csv": lambda path, analyses: _write("csv", path, [Rows.of(analysis, "csv") for analysis in analyses]),
    "claims.jsonl": lambda path, analyses: _write("jsonl", path, [Rows.of(analysis, "jsonl") for analysis in analyses]),
    "frame.xlsx": lambda path, analyses: claims_frame(analyses[0].claims).to_excel(path, index=False),
    "frame.parquet": lambda path, analyses: claims_frame(analyses[0].claims).to_parquet(path),
    "claims.parquet": lambda path, analyses: _write("parquet", path, analyses),
    "claims.xlsx": lambda path, analyses: _write("xlsx", path, analyses),
    "audit.xlsx": lambda path, analyses: _write("xlsx", path, [audit_analysis(analysis) for analysis in analyses]),
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_table_comes_back_from_a_file_as_it_was(claims: ClaimTable, tmp_path: Path, name: str) -> None:
    pytest.importorskip({".xlsx": "openpyxl", ".parquet": "pyarrow"}.get(Path(name).suffix, "pandas"))
    WRITERS[name](tmp_path / name, claims.analyses)
    assert list(ClaimTable.read(tmp_path / name)) == list(claims)


def test_cells_guarded_against_spreadsheets_come_back_unguarded(tmp_path: Path) -> None:
    claims = ClaimTable.of([Document("d", "-5 C was measured, +3 C expected.")])
    WRITERS["claims.csv"](tmp_path / "claims.csv", claims.analyses)
    assert "'-5 C" in (tmp_path / "claims.csv").read_text(encoding="utf-8")
    assert [claim.text for claim in ClaimTable.read(tmp_path / "claims.csv")] == [claim.text for claim in claims]


@pytest.mark.parametrize("name", ["claims.csv", "claims.parquet"])
@pytest.mark.parametrize("start", ["'=", "''-", "'", "'5", "\n="])
def test_apostrophes_of_the_text_itself_come_back(tmp_path: Path, name: str, start: str) -> None:
    pytest.importorskip({".parquet": "pyarrow"}.get(Path(name).suffix, "pandas"))
    document = Document(f"{start}d", f"{start}x is 12 boats.")
    analysis = Analysis(document, (Claim(document.id, 0, 8, 10, "12", document.text, "count", value=12.0),))
    WRITERS[name](tmp_path / name, [analysis])
    assert list(ClaimTable.read(tmp_path / name)) == list(analysis.claims)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("claims.doc", b"", "one of the suffixes"),
        ("claims.csv", b"a,b\n1,2\n", "no column 'doc'"),
        ("claims.csv", b"", r"claims\.csv"),
        ("claims.csv", b"\x00\xff\x00\x12" * 40, r"claims\.csv"),
        ("claims.xlsx", b"no workbook", "is no xlsx file"),
        ("claims.jsonl", b"{broken", "is no jsonl file"),
    ],
)
def test_a_file_that_holds_no_claim_table_is_told(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    if name.endswith("xlsx"):
        pytest.importorskip("openpyxl")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ClaimTableError, match=message):
        ClaimTable.read(tmp_path / name)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClaimTableError, match=r"gone\.csv: cannot be read: No such file"):
        ClaimTable.read(tmp_path / "gone.csv")


# Findings


def test_findings_are_those_that_touch_the_claims() -> None:
    claims = ClaimTable.of([Document("d", "The storm sank 12 of the 9 boats. Repairs will cost $2 million.")])
    assert [finding.rule for finding in claims.findings()] == ["SUM002"]
    assert [finding.rule for finding in claims.where(item="boats").findings("SUM")] == ["SUM002"]
    assert claims.where(unit="USD").findings() == []


def test_a_table_that_a_person_edited_is_audited_with_the_numbers_as_edited() -> None:
    text = "It rained.\n\nThe storm sank 8 of the 9 boats.\n\nAll 9 crews are safe."
    claims = ClaimTable.of([Document("d", text)])
    edited = claims.df.copy()
    edited.loc[edited["text"] == "8", "value"] = 12
    assert claims.findings() == []
    [finding] = ClaimTable(edited).findings()
    assert [text[span.start : span.end] for span in finding.spans] == ["8", "9"]


def test_an_edited_frame_that_is_no_claim_table_names_the_cell(claims: ClaimTable) -> None:
    edited = claims.df.astype({"bound": "string"})
    edited.loc[1, "bound"] = "roughly"
    with pytest.raises(ClaimTableError, match="column 'bound', row 1: 'roughly'"):
        ClaimTable(edited)


def test_an_empty_table_has_no_findings_and_no_claims() -> None:
    empty = ClaimTable(claims_frame([]))
    assert (len(empty), empty.findings(), empty.total().high) == (0, [], 0)
    assert isinstance(empty.df, pd.DataFrame)


# Sentences that no cell can hold


@pytest.mark.parametrize("filling", ["x" * 20_000, "x" * 40_000, "\U0001f6a2" * 20_000], ids=["short", "long", "wide"])
def test_a_sentence_longer_than_a_cell_is_audited_from_its_stretches(tmp_path: Path, filling: str) -> None:
    pytest.importorskip("openpyxl")
    text = f"It rained. The storm {filling} sank 12 of the 9 boats by {filling}, and took 4 of the 90 barges. All crews are safe."
    claims = ClaimTable.of([Document("d", text)])
    WRITERS["claims.xlsx"](tmp_path / "claims.xlsx", claims.analyses)
    read = ClaimTable.read(tmp_path / "claims.xlsx")
    assert all(claim.sentence in text[claim.sentence_start :] for claim in read)
    assert [text[claim.start : claim.end] for claim in read] == ["12", "9", "4", "90"]
    assert [finding.message for finding in read.findings()] == [finding.message for finding in claims.findings()]
    assert [finding.rule for finding in read.findings()] == ["SUM002"]


def test_stretches_of_a_sentence_are_put_together_where_they_overlap() -> None:
    text = f"The storm sank 12 {' ' * 40_000} of the 9 boats."
    whole = ClaimTable.of([Document("d", text)])
    one, other = whole
    cut = [replace(one, sentence=text[:30_000]), replace(other, sentence=text[20_000:], sentence_start=20_000)]
    [analysis] = ClaimTable(claims_frame(cut)).analyses
    assert analysis.document.text == text
    assert [(claim.sentence, claim.sentence_start) for claim in analysis.claims] == [(text, 0)] * 2


def test_an_edited_sentence_that_runs_into_the_next_is_left_as_it_is() -> None:
    edited = claims_frame(numclaims.extract("The storm sank 12 boats. It hit 9 houses."))
    edited["sentence"] = ["The great storm sank 12 boats.", "It hit 9 houses."]
    [analysis] = ClaimTable(edited).analyses
    assert [claim.sentence for claim in analysis.claims] == edited["sentence"].tolist()


def test_a_number_that_a_cut_sentence_does_not_reach_is_told(tmp_path: Path) -> None:
    text = f"The storm, after {'x' * 40_000}, sank 12 of the 9 boats. It hit 3 houses."
    table = claims_frame(numclaims.extract(text))
    table["sentence"] = table["sentence"].str[:32_767]
    table.to_csv(tmp_path / "claims.csv", index=False)
    done = CliRunner().invoke(main, ["check", str(tmp_path / "claims.csv")])
    assert "claims.csv: row 2 and 1 more: the cell sentence does not reach to the number" in done.stderr
    table.iloc[2:].to_csv(tmp_path / "claims.csv", index=False)
    assert CliRunner().invoke(main, ["check", str(tmp_path / "claims.csv")]).stderr == ""
