"""A claim gets the verdict of the row that speaks of it, and no verdict where that is open."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import numclaims
from numclaims.cli import main
from numclaims.evidence import Evidence
from numclaims.evidence.periods import period_of, times_during, times_in
from numclaims.evidence.rows import row_of
from numclaims.interval import Interval
from numclaims.model import Claim, Document


def _evidence(*rows: dict[str, object]) -> Evidence:
    return Evidence(tuple(row_of(row, "known.csv", number) for number, row in enumerate(rows, start=2)))


def _row(measure: str, item: str, low: float, high: float, **more: object) -> dict[str, object]:
    return {"measure": measure, "item": item, "low": low, "high": high, **more}


def _claims(text: str, *rows: dict[str, object], story: str = "") -> list[Claim]:
    document = Document("text", text, date=date(2024, 3, 6), story=story)
    return list(numclaims.extract(document, evidence=_evidence(*rows)))


BOATS = "The storm sank 40 boats."


@pytest.mark.parametrize(
    ("text", "row", "support"),
    [
        (BOATS, _row("boats sunk", "boats", 40, 40), "supported"),
        (BOATS, _row("boats sunk", "boats", 30, 50), "supported"),
        (BOATS, _row("boats sunk", "boats", 41, 50), "contradicted"),
        ("The storm sank about 40 boats.", _row("boats sunk", "boats", 43, 43), "supported"),
        ("The storm sank more than 40 boats.", _row("boats sunk", "boats", 38, 38), "contradicted"),
        ("The storm sank between 40 and 50 boats.", _row("boats sunk", "boats", 35, 55), "supported"),
        ("The storm sank between 40 and 50 boats.", _row("boats sunk", "boats", 45, 45), "supported"),
        ("The storm sank between 40 and 50 boats.", _row("boats sunk", "boats", 45, 60), "partly"),
        ("The storm sank between 40 and 50 boats.", _row("boats sunk", "boats", 51, 60), "contradicted"),
        (BOATS, _row("cows drowned", "cows", 40, 40), "unsupported"),
    ],
)
def test_a_claim_is_held_against_the_row_as_an_interval(text: str, row: dict[str, object], support: str) -> None:
    assert [claim.support for claim in _claims(text, row)] == [support]


@pytest.mark.parametrize(
    ("text", "row", "support"),
    [
        ("The tunnel is 10 miles long.", _row("length of the tunnel", "tunnel", 16, 16.2, unit="kilometre"), "supported"),
        ("The tunnel is 10 miles long.", _row("length of the tunnel", "tunnel", 10, 10, unit="kilometre"), "contradicted"),
        ("The ferry carries 300 passengers a day.", _row("passengers carried", "passengers", 2090, 2110, per="week"), "supported"),
        ("The ferry carries 300 passengers a day.", _row("passengers carried", "passengers", 300, 300, per="week"), "contradicted"),
        ("Milk costs $2 a litre.", _row("price of milk", "milk", 7.4, 7.7, unit="us dollar", per="us gallon"), "supported"),
        ("Milk costs $2 a litre.", _row("price of milk", "milk", 2, 2, unit="euro", per="litre"), "unsupported"),
        ("Turnout reached 61%.", _row("turnout", "turnout", 0.61, 0.61, unit="share"), "supported"),
        ("Turnout reached 61%.", _row("turnout", "turnout", 55, 56, unit="percent"), "contradicted"),
        ("The ferry carried 36,500 passengers in 2023.", _row("passengers carried", "passengers", 99, 101, per="day"), "supported"),
    ],
)
def test_units_and_rates_are_converted_and_currencies_are_not(text: str, row: dict[str, object], support: str) -> None:
    assert [claim.support for claim in _claims(text, row)] == [support]


def test_the_row_that_gave_the_verdict_is_named() -> None:
    [claim] = _claims(BOATS, _row("cows drowned", "cows", 40, 40), _row("boats sunk", "boats", 41, 1500, place="Vell"))
    assert (claim.support, claim.evidence) == ("contradicted", "row 3: boats sunk, Vell: 41–1,500")


@pytest.mark.parametrize(
    "more",
    [{"actor": "Tornado Mabel"}, {"when": "2019"}, {"story": "another"}],
    ids=["another actor", "another time", "another story"],
)
def test_a_row_of_another_actor_time_or_story_says_nothing(more: dict[str, object]) -> None:
    [claim] = _claims(BOATS, _row("boats sunk", "boats", 41, 41, **more), story="storm")
    assert (claim.support, claim.evidence) == ("unsupported", "")


def test_a_row_of_the_documents_story_speaks_of_it() -> None:
    assert [claim.support for claim in _claims(BOATS, _row("boats sunk", "boats", 41, 41, story="storm"), story="storm")] == [
        "contradicted"
    ]


def test_of_rows_for_several_years_the_one_of_the_claims_year_counts() -> None:
    rows = [_row("boats built", "boats", number, number, when=str(year)) for year, number in ((2021, 30), (2022, 35), (2023, 40))]
    assert [claim.support for claim in _claims("The yard built 35 boats in 2022.", *rows)] == ["supported"]


def test_where_several_rows_may_be_meant_there_is_no_verdict_and_all_are_named() -> None:
    [claim] = _claims(BOATS, _row("boats sunk by wind", "boats", 41, 41), _row("boats sunk by waves", "boats", 50, 50))
    assert claim.support == "unsupported"
    assert "row 2" in claim.evidence
    assert "row 3" in claim.evidence


def test_two_sources_for_one_measure_support_a_claim_if_one_of_them_does() -> None:
    rows = [_row("boats sunk", "boats", number, number, source=source) for number, source in ((55, "mayor"), (40, "navy"))]
    [claim] = _claims(BOATS, *rows)
    assert (claim.support, claim.evidence.partition(":")[0]) == ("supported", "row 3")


def test_of_relatives_the_row_with_the_claims_own_word_is_meant() -> None:
    rows = (_row("spoilt ballots", "ballots", 20_000, 24_000), _row("votes for the mayor", "votes", 90_000, 90_000))
    [claim] = _claims("Election officers set 22,000 ballots aside.", *rows)
    assert (claim.support, claim.evidence[:5]) == ("supported", "row 2")


def test_the_whole_of_a_part_is_not_held_against_what_befell_the_part() -> None:
    claims = _claims("The storm sank 56 of the 122 boats in Orla bay.", _row("boats sunk", "boats", 56, 56))
    assert [claim.support for claim in claims] == ["supported", "unsupported"]


def test_a_row_goes_to_the_claim_that_it_suits_best() -> None:
    claims = _claims(
        "The fleet has 27 trawlers. It will add 12 more trawlers by 2026.", _row("trawlers to be added by 2026", "trawlers", 12, 12)
    )
    assert [claim.support for claim in claims if claim.text in ("27", "12")] == ["unsupported", "supported"]


def test_the_columns_stay_empty_without_a_table() -> None:
    assert [(claim.support, claim.evidence) for claim in numclaims.extract(BOATS)] == [("", "")]


@pytest.mark.parametrize("command", ["extract", "audit"])
def test_the_option_works_for_both_commands(tmp_path: Path, command: str) -> None:
    (tmp_path / "storm.txt").write_text(BOATS, encoding="utf-8")
    (tmp_path / "known.csv").write_text("measure,item,value\nboats sunk,boats,41\n", encoding="utf-8")
    result = CliRunner().invoke(
        main, [command, str(tmp_path / "storm.txt"), "--evidence", str(tmp_path / "known.csv"), "--format", "jsonl"]
    )
    assert (result.exit_code, result.stderr) == ({"extract": 0, "audit": 1}[command], "")
    [record] = map(json.loads, result.stdout.splitlines())
    assert {"support": "contradicted", "rule": "RNG003"}.items() & record.items()


@pytest.mark.parametrize(
    ("short", "long", "times"),
    [
        ("day", "week", Interval.exactly(7)),
        ("month", "year", Interval.exactly(12)),
        ("day", "month", Interval(28, 31)),
        ("day", "year", Interval(365, 366)),
        ("day", "quarter", Interval(90, 92)),
    ],
)
def test_a_month_has_28_to_31_days_and_a_year_12_months(short: str, long: str, times: Interval) -> None:
    assert times_in(short, long).contains(times.low)
    assert times_in(short, long).contains(times.high)
    assert times_in(short, long).high == pytest.approx(times.high)
    assert times_in(short, long).low == pytest.approx(times.low)


def test_whole_months_are_counted_and_other_periods_measured() -> None:
    whole, part = period_of("2023-01/2023-03"), period_of("2023-01-10/2023-02-08")
    assert whole
    assert part
    assert times_during("month", whole) == Interval.exactly(3)
    assert times_during("month", part).contains(1.0)
    assert times_during("day", part).contains(30.0)
