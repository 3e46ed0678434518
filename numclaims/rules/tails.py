"""Tails of the distributions that test statistics follow: normal, t, F, chi-squared and the correlation of two samples.

Each function gives the probability, without a correction, of a statistic at least so large; they are right to about twelve digits
where the probability is above 1e-300. Methods: the continued fractions of the incomplete beta function (DLMF 8.17.22) and of the
incomplete gamma function (DLMF 8.9.2), and its series (DLMF 8.7.1).
"""

from __future__ import annotations

import math

_TINY = 1e-300
_CLOSE = 1e-15
_STEPS = 20_000


def normal_tail(z: float) -> float:
    """The probability that a standard normal value is above `z`."""
    return math.erfc(z / math.sqrt(2)) / 2


def t_tail(t: float, freedom: float) -> float:
    """The probability that Student's t with so many degrees of freedom is above `t`, which is not negative."""
    return _beta(freedom / 2, 0.5, freedom / (freedom + t * t), t * t / (freedom + t * t)) / 2


def f_tail(f: float, above: float, below: float) -> float:
    """The probability that F with `above` degrees of freedom in the numerator and `below` in the denominator is above `f`."""
    return _beta(below / 2, above / 2, below / (below + above * f), above * f / (below + above * f))


def chi_squared_tail(value: float, freedom: float) -> float:
    """The probability that chi-squared with so many degrees of freedom is above `value`."""
    return _gamma(freedom / 2, value / 2)


def correlation_tail(r: float, freedom: float) -> float:
    """The probability that the correlation of two unrelated samples is above `r`, from 0 to 1, with n - 2 degrees of freedom."""
    return _beta(freedom / 2, 0.5, 1 - r * r, r * r) / 2


def _beta(a: float, b: float, x: float, rest: float) -> float:
    """The regularised incomplete beta function at `x`, from 0 to 1; `rest` is 1 - x, which loses its digits when x is near 1."""
    if x <= 0 or rest <= 0:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, rest) / b


def _beta_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction, by Lentz's method."""
    upper, lower = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    result = lower
    for m in range(1, _STEPS):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            lower = 1 / _away(1 + numerator * lower)
            upper = _away(1 + numerator / upper)
            result *= lower * upper
        if abs(lower * upper - 1) < _CLOSE:
            break
    return result


def _gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function."""
    if x <= 0:
        return 1.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    return 1 - front * _gamma_series(a, x) if x < a + 1 else front * _gamma_fraction(a, x)


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _STEPS):
        term *= x / (a + n)
        total += term
        if term < total * _CLOSE:
            break
    return total


def _gamma_fraction(a: float, x: float) -> float:
    """The continued fraction, by Lentz's method."""
    step = x + 1 - a
    upper, lower = 1 / _TINY, 1 / _away(step)
    result = lower
    for n in range(1, _STEPS):
        numerator = -n * (n - a)
        step += 2
        lower = 1 / _away(step + numerator * lower)
        upper = _away(step + numerator / upper)
        result *= lower * upper
        if abs(lower * upper - 1) < _CLOSE:
            break
    return result


def _away(value: float) -> float:
    """The value, kept away from zero so that it can divide."""
    return value if abs(value) > _TINY else _TINY
