"""Rules on reported statistics: STA001 p-values, STA002 confidence intervals, STA003 margins of error.

Which figures belong together is for numclaims.relations to find.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from statistics import NormalDist

from numclaims.interval import Interval, allowed, allowed_number
from numclaims.model import Analysis, Check, Figure, Relation
from numclaims.relations.statistics.intervals import ESTIMATE
from numclaims.relations.statistics.polls import MARGIN
from numclaims.relations.statistics.testresults import TEST_RESULT
from numclaims.rules.registry import rule
from numclaims.rules.tails import chi_squared_tail, correlation_tail, f_tail, normal_tail, t_tail
from numclaims.rules.wording import figure, figures_check, number

_SYMMETRIC = ("t", "r", "z", "sigma")
"""Statistics whose p-value is halved where only one direction counts."""
_SIGMA_SLACK = 1.5
"""By what factor a probability told beside a number of standard deviations may be rounded in prose."""
_HALF = 0.499
"""How much of its last digit a rounded number may be off; short of one half, so that 1.3 and 1.4 have nothing in common."""
_SMALLER = 0.7
"""A margin below this share of that of a simple random sample is impossible; shares far from one half have a smaller margin."""
_LARGER = 2.0
"""A margin above this multiple is not that of the simple random sample that the text speaks of."""


@rule("STA001", "p-value", "warning")
def p_value(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A p-value that cannot belong to the test statistic and degrees of freedom.

    The p-value of a t, F, chi-squared or z statistic or of a correlation follows from the statistic and its degrees of freedom, as
    statcheck recomputes it. Statistic and p-value may be rounded or cut off at the last digit, and for t, z and r the p-value may be
    that of one side or of two. Results with a correction for multiple tests or with a p-value found otherwise are left alone. A
    number of standard deviations ("5 sigma") is held against the probability given for it.

    Flags:
        "The groups differed, t(28) = 2.20, p = .36."
        "There was an effect of dose, F(2, 57) = 4.1, p = .21."
        "Answers depended on age, χ²(1, N = 90) = 3.1, p < .01."
        "The two scores were unrelated, r(48) = .31, p = .40."
        "The change was not significant (z = 2.60, P = 0.12)."
        "The signal stands at 5 sigma, a probability of 0.02 that noise alone would do this."

    Passes:
        "The groups differed, t(28) = 2.20, p = .036."
        "The groups differed, t(28) = 2.20, p = .018 (one-tailed)."
        "There was an effect of dose, F(2, 57) = 4.1, p < .05."
        "Answers depended on age, χ²(1, N = 90) = 3.1, p = .08."
        "The groups differed, t(28) = 2.20, Bonferroni-corrected p = .11."
        "The signal stands at 5 sigma, a chance of one in 3.5 million."
    """
    for relation in relations:
        if relation.kind != TEST_RESULT:
            continue
        statistic, p = relation.figure("statistic"), relation.figure("p")
        if statistic is None or p is None:
            continue
        tail = _tail(relation)
        sizes = _size(statistic)
        least, most = tail(sizes.high), tail(sizes.low)
        sided = 2.0 if relation.words in _SYMMETRIC else 1.0
        slack = _SIGMA_SLACK if relation.words == "sigma" else 1.0
        possible = Interval(least / sided / slack, min(1.0, most * slack))
        holds = possible.intersects(_probability(p))
        exact = tail(abs(statistic.value))
        stated = _in_text(analysis, p)
        verdict = "" if holds else f", not {stated}"
        yield figures_check(
            "STA001",
            analysis,
            [one for one in (statistic, p) if one],
            holds=holds,
            message=f"{_named(analysis, relation)} gives p = {_short(exact)}{verdict}",
            expected="" if holds else f"p = {_short(exact)}",
            found="" if holds else stated,
        )


def _tail(relation: Relation) -> Callable[[float], float]:
    """The two-sided p-value of a statistic of this size (F and chi-squared have one side)."""
    freedom = relation.figure("freedom")
    below = relation.figure("below")
    first, second = freedom.value if freedom else 1.0, below.value if below else 1.0
    match relation.words:
        case "t":
            return lambda size: 2 * t_tail(size, first)
        case "F":
            return lambda size: f_tail(size, first, second)
        case "chi-squared":
            return lambda size: chi_squared_tail(size, first)
        case "r":
            return lambda size: 2 * correlation_tail(min(size, 1.0), first)
        case _:
            return lambda size: 2 * normal_tail(size)


def _size(statistic: Figure) -> Interval:
    """The sizes, without the sign, that a printed statistic allows."""
    size = abs(statistic.value)
    match statistic.bound:
        case "less than" | "at most":
            return Interval(0.0, size)
        case "more than" | "at least":
            return Interval(size, math.inf)
        case _:
            return Interval(max(0.0, size - statistic.step / 2), size + statistic.step)


def _probability(p: Figure) -> Interval:
    """The probabilities that a printed p-value allows; ".000" allows all that round to it."""
    if p.bound in ("less than", "at most") or p.value == 0:
        return Interval(0.0, max(p.value, p.step), high_open=p.bound == "less than")
    if p.bound in ("more than", "at least"):
        return Interval(p.value, 1.0)
    return allowed_number(p.value, None, None, p.bound, p.step)


def _named(analysis: Analysis, relation: Relation) -> str:
    """ "t(28) = 2.20", "4.1 sigma": the statistic for a message."""
    statistic, freedom, below = relation.figure("statistic"), relation.figure("freedom"), relation.figure("below")
    value = _in_text(analysis, statistic) if statistic else ""
    if relation.words == "sigma":
        return f"{value} sigma"
    arguments = ", ".join(number(one.value) for one in (freedom, below) if one)
    return f"{'χ²' if relation.words == 'chi-squared' else relation.words}{f'({arguments})' if arguments else ''} = {value}"


def _in_text(analysis: Analysis, one: Figure) -> str:
    return analysis.document.full_text[one.start : one.end]


def _short(probability: float) -> str:
    return f"{probability:.2g}" if probability >= 1e-4 else f"{probability:.0e}" if probability > 0 else "0"


@rule("STA002", "interval", "warning")
def interval(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """An estimate outside its confidence interval, or an inverted interval.

    A confidence interval holds the estimate that it is given for, and its lower limit comes first. The estimate is the number right
    before the interval; limits and estimate may be rounded, and an interval that is told with the other sign, as of a reduction,
    passes.

    Flags:
        "Admissions fell (HR 0.75, 95% CI 0.80 to 0.93)."
        "The odds ratio was 1.6 (1.8-2.4)."
        "Support stood at 12% (95% CI 13 to 18)."
        "The drug helped (risk ratio 1.5, 95% CI 1.8-1.2)."
        "Efficacy was 86%, with a 95% confidence interval of 88% to 93%."

    Passes:
        "Admissions fell (HR 0.75, 95% CI 0.61 to 0.93)."
        "The change was 3.1 kg (95% CI -0.4 to 6.6)."
        "The mean was 7.1 (SD 1.3; 95% CI 6.6 to 7.5)."
        "Weight fell by 2.0 kg (95% CI -3.1 to -0.9)."
    """
    for relation in relations:
        if relation.kind != ESTIMATE:
            continue
        estimate, low, high = (relation.figure(role) for role in ("estimate", "low", "high"))
        if low is None or high is None:
            continue
        told = f"{_in_text(analysis, low)} to {_in_text(analysis, high)}"
        if low.value > high.value:
            if low.value > 0 or high.value > 0:
                message = f"the lower limit, {_in_text(analysis, low)}, is above the upper limit, {_in_text(analysis, high)}"
                yield figures_check("STA002", analysis, [low, high], holds=False, message=message, found=told)
            continue
        if estimate is None:
            continue
        between = Interval(low.value - low.step * _HALF, high.value + high.step * _HALF)
        half = estimate.step * _HALF
        holds = any(Interval(value - half, value + half).intersects(between) for value in (estimate.value, -estimate.value))
        where = "lies in" if holds else "is outside"
        message = f"{_in_text(analysis, estimate)} {where} its interval of {told}"
        yield figures_check("STA002", analysis, [estimate, low, high], holds=holds, message=message, expected="" if holds else told)


@rule("STA003", "margin-of-error", "warning")
def margin_of_error(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A margin of error impossible for the sample size.

    At 95% confidence a simple random sample of n people has a margin of 98 points divided by the root of n for shares near one
    half. Weighting, clusters and subgroups only widen it, and shares near 0% or 100% narrow it somewhat; so a margin is flagged that
    is far smaller than that of the largest sample the text tells of, or more than twice as large where the text says that the sample
    is a simple random one.

    Flags:
        "The poll of 150 adults has a margin of error of plus or minus 3 points."
        "It interviewed 620 likely voters. The margin of sampling error is plus or minus 1.5 percentage points."
        "A simple random sample of 2,000 residents was asked. The margin of error is plus or minus 7 points."

    Passes:
        "The poll of 1,000 adults has a margin of error of plus or minus 3 points."
        "The poll of 1,000 adults, weighted by region, has a margin of error of plus or minus 4.5 points."
        "It polled 620 of the 640 members. The margin of error is plus or minus 1 point."
    """
    for relation in relations:
        if relation.kind != MARGIN:
            continue
        (margin,), (sample,) = relation.claims("margin"), relation.claims("sample")
        asked, stated = allowed(sample), allowed(margin)
        confidence = relation.figure("confidence")
        level = confidence.value if confidence else 95.0
        if not 50 <= level < 100 or not asked.high > 0 or math.isinf(asked.high):
            continue
        factor = NormalDist().inv_cdf(0.5 + level / 200) * 50
        least, most = factor / math.sqrt(asked.high), factor / math.sqrt(max(asked.low, 1.0))
        drawn = relation.words == "random"
        holds = stated.high >= least * _SMALLER and not (drawn and stated.low > most * _LARGER)
        usual = f"{number(round(least, 1))} points"
        verdict = "" if holds else f", not {number(margin.value or 0)}"
        yield figures_check(
            "STA003",
            analysis,
            [margin, sample],
            holds=holds,
            message=f"a random sample of {figure(sample)} has a margin of error of {usual} at {number(level)}% confidence{verdict}",
            expected="" if holds else usual,
            found="" if holds else figure(margin),
        )
