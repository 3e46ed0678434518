"""Tails of distributions against scipy, over the sizes that are printed and far beyond them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.rules.tails import chi_squared_tail, correlation_tail, f_tail, normal_tail, t_tail

stats = pytest.importorskip("scipy.stats")

sizes = st.floats(0, 60)
freedoms = st.floats(0.5, 5000)


def close(ours: float, theirs: float) -> bool:
    return math.isclose(ours, theirs, rel_tol=1e-7, abs_tol=1e-14)


@given(st.floats(-30, 30))
def test_normal(z: float) -> None:
    assert close(normal_tail(z), float(stats.norm.sf(z)))


@given(sizes, freedoms)
def test_t(t: float, freedom: float) -> None:
    assert close(t_tail(t, freedom), float(stats.t.sf(t, freedom)))


@given(sizes, freedoms, freedoms)
def test_f(f: float, above: float, below: float) -> None:
    assert close(f_tail(f, above, below), float(stats.f.sf(f, above, below)))


@given(st.floats(0, 5000), freedoms)
def test_chi_squared(value: float, freedom: float) -> None:
    assert close(chi_squared_tail(value, freedom), float(stats.chi2.sf(value, freedom)))


@given(st.floats(0, 1), freedoms)
def test_correlation(r: float, freedom: float) -> None:
    t = math.inf if r == 1 else r * math.sqrt(freedom / (1 - r * r))
    assert close(correlation_tail(r, freedom), float(stats.t.sf(t, freedom)))


@pytest.mark.parametrize(
    ("ours", "tabled"),
    [(t_tail(2.048, 28), 0.025), (f_tail(3.16, 2, 57), 0.05), (chi_squared_tail(3.841, 1), 0.05), (normal_tail(1.96), 0.025)],
)
def test_values_of_printed_tables(ours: float, tabled: float) -> None:
    assert ours == pytest.approx(tabled, rel=0.01)
