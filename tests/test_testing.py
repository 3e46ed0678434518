"""Expectations hold where the numbers can be as expected, and fail with the claims, where they stand and what they allow."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from numclaims import ClaimTable, Document, expect

TEXT = (
    "The ship carried about 50 pupils and 12 sailors, the owner said. Half of the 50 pupils were rescued, or 50%. "
    "The voyage of 30 km cost £2 million and the rescue £1.5 million."
)


@pytest.fixture(scope="module")
def claims() -> ClaimTable:
    return ClaimTable.of([Document("ship", TEXT, path="ship.txt")])


HOLD: list[Callable[[ClaimTable], object]] = [
    lambda claims: expect(claims).exist().exist(8),
    lambda claims: expect(claims.where(item="pupils", bound="about")).at_most(46).at_least(54).equal(48),
    lambda claims: expect(claims.where(kind="share")).within(0, 100).equal(50),
    lambda claims: expect(claims.where(unit="GBP")).total().between(3.4e6, 3.6e6),
    lambda claims: expect(claims.where(unit="kilometer")).at_most(20, unit="mile").at_least(29_000, unit="meter"),
    lambda claims: expect(claims.where(item="sailors")).at_most(claims.where(item="pupils", kind="count")),
    lambda claims: expect(claims.where(item="pupils", kind="count")).at_least(claims.where(item="sailors")),
    lambda claims: expect(claims.where(source="owner")).attributed(),
    lambda claims: expect(claims).to_have_no_findings(),
    # units as texts write them, shares as ratios, rates per another time
    lambda claims: expect(claims.where(unit="kilometer")).at_most(20, unit="miles").equal(30, unit="km"),
    lambda claims: expect(claims.where(kind="share")).equal(0.5, unit="ratio").equal(50, unit="%"),
    lambda _: expect(ClaimTable.of([Document("a", "They build 5 boats a day.")])).equal(35, unit="per week"),
    lambda _: expect(ClaimTable.of([Document("a", "It costs £5 a day.")])).equal(35, unit="GBP per week"),
]


@pytest.mark.parametrize("expectation", HOLD)
def test_expectations_that_the_numbers_can_meet_hold(claims: ClaimTable, expectation: Callable[[ClaimTable], object]) -> None:
    expectation(claims)


FAIL: list[tuple[Callable[[ClaimTable], object], str]] = [
    (lambda claims: expect(claims.where(item="horses")).exist(), "expected a claim, found 0 claims (item='horses')"),
    (lambda claims: expect(claims).exist(3), "expected 3 claims, found 8 claims"),
    (lambda claims: expect(claims.where(item="horses")).at_most(3), "expected a claim, found 0 claims (item='horses')"),
    (lambda claims: expect(claims.where(item="horses")).attributed(), "expected a claim, found 0 claims (item='horses')"),
    (lambda claims: expect(claims.where(bound="about")).at_most(44), 'ship.txt:1:18: "about 50" allows 45 to 55'),
    (lambda claims: expect(claims.where(bound="about")).at_least(56), "to be at least 56; not so"),
    (lambda claims: expect(claims.where(kind="share")).within(60, 100), "to be between 60 and 100 percent; not so"),
    (lambda claims: expect(claims.where(unit="GBP")).total().at_most(2.5e6), "to add up to at most 2,500,000 GBP; the total allows"),
    (lambda claims: expect(claims.where(unit="kilometer")).at_most(10, unit="mile"), "to be at most 10 mile; not so"),
    (
        lambda claims: expect(claims.where(item="pupils", kind="count")).at_most(claims.where(item="sailors")),
        "to be at most 12, 1 claim (item='sailors'); not so",
    ),
    (lambda claims: expect(claims.where(item="sailors")).equal(claims.where(bound="about")), "to be equal to 45 to 55, 1 claim"),
    (lambda claims: expect(claims.where(kind="share")).attributed(), "to be attributed; not so"),
]


@pytest.mark.parametrize(("expectation", "message"), FAIL)
def test_expectations_that_they_cannot_meet_fail_with_the_reason(
    claims: ClaimTable, expectation: Callable[[ClaimTable], object], message: str
) -> None:
    with pytest.raises(AssertionError, match=re.escape(message)):
        expectation(claims)


MISTAKES: list[tuple[Callable[[ClaimTable], object], type[Exception], str]] = [
    (lambda claims: expect(claims.where(unit="GBP")).between(2, 1), ValueError, "nothing is between 2 and 1"),
    (lambda claims: expect(claims).to_have_no_findings(fail_on="fatal"), ValueError, "error or warning or note, not 'fatal'"),  # type: ignore[arg-type]
    (lambda claims: expect(claims.df).exist(), TypeError, "ClaimTable(frame), not DataFrame"),  # type: ignore[arg-type]
    (lambda claims: expect(claims.where(kind="share")).at_most(1, unit="GBP"), ValueError, "cannot be compared with GBP"),
    (lambda claims: expect(claims).at_most(True), TypeError, "expected a number or a ClaimTable, not True"),
    (lambda claims: expect(claims).within(False, 1), TypeError, "expected a number or a ClaimTable, not False"),
    (lambda claims: expect(claims).at_least("12"), TypeError, "expected a number or a ClaimTable, not '12'"),  # type: ignore[arg-type]
    (lambda claims: expect(claims).equal(float("nan")), ValueError, "nothing can be compared with nan"),
    (lambda claims: expect(claims.where(unit="GBP")).at_most(1, unit="GBP per day"), ValueError, "cannot be compared"),
]


@pytest.mark.parametrize(("expectation", "kind", "message"), MISTAKES)
def test_a_slip_in_an_expectation_is_told(
    claims: ClaimTable, expectation: Callable[[ClaimTable], object], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=re.escape(message)):
        expectation(claims)


def test_findings_fail_with_their_place_and_arithmetic() -> None:
    claims = ClaimTable.of([Document("d", "The storm sank 12 of the 9 boats.")])
    with pytest.raises(AssertionError, match=r"found 1:\n  d:15: error SUM002 part-exceeds-whole: 12 cannot be part of 9.*\n    12 … 9"):
        expect(claims).to_have_no_findings("SUM")
    expect(claims).to_have_no_findings("TIM")


def test_notes_are_no_findings_unless_asked_for() -> None:
    claims = ClaimTable.of([Document("d", "Between 1,500 and 2,000 soldiers are dying a day.")])
    expect(claims).to_have_no_findings()
    with pytest.raises(AssertionError, match="note RNG002"):
        expect(claims).to_have_no_findings(fail_on="note")


def test_a_failure_shows_ten_claims_and_how_many_more() -> None:
    claims = ClaimTable.of([Document("d", " ".join(f"Farm {number} sold {number}00 cows." for number in range(1, 1015)))])
    with pytest.raises(AssertionError) as failure:
        expect(claims).at_most(2)
    lines = str(failure.value).splitlines()
    assert len(lines) == 1 + 2 * 10 + 1
    assert lines[-1] == "  ... and 1,004 more"


def test_nothing_in_a_document_acts_on_the_terminal() -> None:
    claims = ClaimTable.of([Document("d", "The \x1b[31mstorm sank 12 boats.")])
    with pytest.raises(AssertionError) as failure:
        expect(claims).at_most(2)
    assert "\x1b" not in str(failure.value)
