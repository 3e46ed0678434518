"""Every claim of the two source articles, with value, range, bound, unit and item, and the words there that only look like claims."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Analysis, Claim, Document

SEEDS = Path(__file__).parents[2] / "seeds"
PUBLISHED = date(2024, 11, 20)

Row = tuple[str, str, float | None, float | None, float | None, str, str, str]  # text, kind, value, low, high, bound, unit, per
FIRST: list[Row] = [
    ("164", "count", 164, None, None, "exact", "", ""),
    ("up to two weeks", "duration", 2, None, None, "at most", "week", ""),
    ("Some 1,500-2,000", "count", None, 1500, 2000, "range", "", "day"),
    ("47th", "rank", 47, None, None, "exact", "", ""),
    ("within 24 hours", "duration", 24, None, None, "at most", "hour", ""),
]
SECOND: list[Row] = [
    ("two months", "duration", 2, None, None, "exact", "month", ""),
    ("a few hours to a few weeks", "duration", None, 2 / 168, 9, "range", "week", ""),
    ("at least 13", "count", 13, None, None, "at least", "", ""),
    ("$275 million", "money", 275e6, None, None, "exact", "USD", ""),
    ("70th", "rank", 70, None, None, "exact", "", ""),
    ("1,000-day", "duration", 1000, None, None, "exact", "day", ""),
    ("about 50", "count", 50, None, None, "about", "", ""),
    ("122", "count", 122, None, None, "exact", "", ""),
    ("56", "count", 56, None, None, "exact", "", ""),
    ("11-year-old", "age", 11, None, None, "exact", "year", ""),
    ("13-year-old", "age", 13, None, None, "exact", "year", ""),
    ("63-year-old", "age", 63, None, None, "exact", "year", ""),
]
ITEMS = [
    ("164", "countries"),
    ("Some 1,500-2,000", "Russian soldiers"),
    ("47th", "occupant"),
    ("two months", "White House tenure"),
    ("at least 13", "types of land mines"),
    ("$275 million", "package"),
    ("70th", "shipment"),
    ("1,000-day", "war"),
    ("about 50", "Ukrainian drones"),
    ("122", "drones"),
    ("56", "drones"),
    ("11-year-old", "age"),
    ("13-year-old", "age"),
    ("63-year-old", "age"),
]
ACTS = [
    ("at least 13", "Russia", "deploy"),
    ("$275 million", "The U.S.", "send"),
    ("about 50", "Russia’s Defense Ministry", "shoot down"),
    ("122", "Russia", "attack"),
    ("56", "Ukrainian air defenses", "shoot down"),
]
NOT_CLAIMS = ["a Trump Presidency", "A U.S. official", "January 20", "August 2021", "a battery", "The Trapped", "late Tuesday"]


def _analysed(name: str) -> Analysis:
    return analyse(Document(name, (SEEDS / name).read_text(encoding="utf-8"), date=PUBLISHED))


@pytest.fixture(scope="module")
def first() -> Analysis:
    return _analysed("000_7f06c34b1c40c849.txt")


@pytest.fixture(scope="module")
def second() -> Analysis:
    return _analysed("001_7f507af61689f0e9.txt")


def _counted(analysis: Analysis) -> list[Claim]:
    """The claims without ranks in words: whether "the second U.S. policy reversal" counts is left open."""
    return [claim for claim in analysis.claims if not (claim.kind == "rank" and claim.text.isalpha())]


def _assert_claims(analysis: Analysis, rows: list[Row]) -> None:
    claims = _counted(analysis)
    assert [claim.text for claim in claims] == [row[0] for row in rows]
    for claim, (_, kind, value, low, high, bound, unit, per) in zip(claims, rows, strict=True):
        assert (claim.kind, claim.bound, claim.unit, claim.per) == (kind, bound, unit, per), claim.text
        assert (claim.value, claim.low, claim.high) == pytest.approx((value, low, high)), claim.text


def test_the_first_article_has_its_claims_and_no_others(first: Analysis) -> None:
    _assert_claims(first, FIRST)


def test_the_second_article_has_its_claims_and_no_others(second: Analysis) -> None:
    _assert_claims(second, SECOND)


@pytest.mark.parametrize(("text", "item"), ITEMS)
def test_each_claim_says_what_it_counts(first: Analysis, second: Analysis, text: str, item: str) -> None:
    (claim,) = [claim for claim in _counted(first) + _counted(second) if claim.text == text]
    words = claim.item.split()
    assert " ".join(words[: len(item.split())]) == item or " ".join(words[-len(item.split()) :]) == item


@pytest.mark.parametrize(("text", "actor", "action"), ACTS)
def test_each_claim_says_who_did_it(second: Analysis, text: str, actor: str, action: str) -> None:
    (claim,) = [claim for claim in second.claims if claim.text == text]
    assert (claim.actor, claim.action) == (actor, action)


@pytest.mark.parametrize("phrase", NOT_CLAIMS)
def test_words_that_only_look_like_claims_are_none(first: Analysis, second: Analysis, phrase: str) -> None:
    places = [(analysis, analysis.document.full_text.find(phrase)) for analysis in (first, second)]
    found = [(analysis, start) for analysis, start in places if start >= 0]
    assert found
    for analysis, start in found:
        assert not [claim for claim in analysis.claims if claim.start < start + len(phrase) and start < claim.end]


def test_dates_are_kept_beside_the_claims(second: Analysis) -> None:
    assert [(date.text, date.year, date.month, date.day) for date in second.dates] == [
        ("August 2021", 2021, 8, 0),
        ("January 20", 0, 1, 20),
    ]


def test_every_claim_stands_in_its_sentence(first: Analysis, second: Analysis) -> None:
    for analysis in (first, second):
        for claim in analysis.claims:
            assert analysis.document.full_text[claim.start : claim.end] == claim.text
            assert claim.text in claim.sentence


def test_the_money_claim_keeps_its_printed_precision(second: Analysis) -> None:
    (claim,) = [claim for claim in second.claims if claim.kind == "money"]
    assert claim.step == 1e6
