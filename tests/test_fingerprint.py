"""A fingerprint stays while rule, words and values stay, and changes when one of them does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from numclaims.fingerprint import fingerprint
from numclaims.model import Finding, Span

FINDING = Finding("a", "SUM002", "part-exceeds-whole", "error", "12 is more than 9", (Span("a", 5, 12, "12–14 of"), Span("a", 20, 21, "9")))


@pytest.mark.parametrize(
    "edited",
    [
        replace(FINDING, spans=(Span("a", 105, 112, "12–14 of"), Span("a", 120, 121, "9"))),
        replace(FINDING, spans=(Span("a", 5, 12, "12-14\n OF"), Span("a", 20, 21, "9"))),
        replace(FINDING, message="worded anew", claims=(3, 4)),
    ],
    ids=["moved", "other dash, spacing and case", "other message"],
)
def test_an_edit_elsewhere_keeps_the_fingerprint(edited: Finding) -> None:
    assert fingerprint(edited) == fingerprint(FINDING)


@pytest.mark.parametrize(
    "other",
    [
        replace(FINDING, rule="SUM001"),
        replace(FINDING, spans=(Span("a", 5, 12, "12–15 of"), Span("a", 20, 21, "9"))),
        replace(FINDING, found="12"),
        replace(FINDING, expected="12"),
    ],
    ids=["rule", "words", "found", "expected"],
)
def test_another_finding_has_another_fingerprint(other: Finding) -> None:
    assert fingerprint(other) != fingerprint(FINDING)
