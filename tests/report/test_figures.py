"""Numbers for people have separators and no digits that mean nothing; numbers for machines are what JSON can hold."""

from __future__ import annotations

import math

import pytest

from numclaims.report.figures import exact, readable, readable_value


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (12.0, "12"),
        (1500.0, "1,500"),
        (275e6, "275,000,000"),
        (45.9, "45.9"),
        (0.1 + 0.2, "0.3"),
        (-5.0, "-5"),
        (2 / 3, "0.666667"),
        (1234567.25, "1,234,567.25"),
        (None, ""),
    ],
)
def test_numbers_for_reading(number: float | None, expected: str) -> None:
    assert readable(number) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [((12.0, None, None), "12"), ((None, 1500.0, 2000.0), "1,500–2,000"), ((None, 24.0, None), "24–"), ((None, None, None), "")],
)
def test_a_claim_has_a_number_or_a_range(claim: tuple[float | None, float | None, float | None], expected: str) -> None:
    assert readable_value(*claim) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(12.0, 12), (45.9, 45.9), (-3.0, -3), (None, None), (math.inf, None), (math.nan, None), (1e300, 1e300)],
)
def test_numbers_for_machines(number: float | None, expected: float | None) -> None:
    assert exact(number) == expected
    assert type(exact(number)) is type(expected)
