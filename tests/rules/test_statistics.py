"""Reported statistics in many wordings: p-values, confidence intervals and margins of error."""

from __future__ import annotations

from datetime import date

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import RULES, run

WRITTEN = date(2024, 6, 15)
"""The day of writing of the texts that begin with no other."""


STATISTICS_FAULTY = [
    "A Welch test gave t(27.3) = 3.41, p = .21.",
    "The correlation was weak, r(98) = 0.05, p = 0.01.",
    "Men scored higher than women [t(118) = 0.94, p < .001].",
    "The interaction was significant, F(3, 116) = 0.72, MSE = 4.1, p = .003, η² = .02.",
    "Sex made no difference (chi-square(2) = 14.8, p = 0.45).",
    "Recovery was faster with the drug (χ² = 0.90, df = 1, P = 0.002).",
    "A z-test confirmed it (z = 0.42, p < 0.001).",
    "Reaction times differed, t(38) = −0.52, p < .01.",
    "Pearson's r = 0.12, n = 40, p = 0.001.",
    "The t-statistic of 2.9 on 40 degrees of freedom, p = 0.30.",
    "The effect held, F1,45 = 0.31, P = 0.01.",
    "The difference was significant, t(58) = 1.02. The p-value was .001.",
    "Infections fell (hazard ratio, 0.62; 95% confidence interval [CI], 0.70 to 0.91).",
    "The relative risk was 1.8 (95% CI: 1.1–1.6).",
    "Prevalence was 4.2% (95% CI 5.1%–6.3%).",
    "The mean difference was 3.4 mm (95% CI 0.1 to 2.9).",
    "They put the odds ratio at 2.1 (95% CI, 2.9 to 1.4).",
    "The reproduction number is 1.3 (95% credible interval 1.4-1.6).",
    "Excess deaths came to 340 (95% CI 410 to 520).",
    "Vaccine efficacy was 71% (95% CI 74% to 83%).",
    "The margin of error is plus or minus 1 percentage point for the 500 registered voters surveyed.",
    "The survey of 800 adults, conducted May 3-7, has a margin of sampling error of 1.2 points.",
    "Pollsters interviewed 1,012 people by phone between 3 and 6 May. The error margin is 0.5 points.",
    "The telephone poll reached 300 respondents and has a margin of error of +/- 2%.",
    "The institute questioned a simple random sample of 1,600 households; the margin of error is 9 points.",
    "The excess has a significance of 3 sigma, corresponding to a p-value of 0.2.",
    "The signal reaches 5.1 standard deviations, a chance of one in 40 that background would do the same.",
    "The difference was significant at follow-up (t[46] = 0.88, P = .01).",
    "Group explained little, F(1,98)=0.42, p=.002.",
    "We found a main effect of age: F(2, 147) = 0.51, p < .01.",
    "Smoking and outcome were associated (χ2 = 0.72, df = 2, p = 0.003).",
    "The chi-squared statistic was 1.9 with 3 degrees of freedom (p = 0.001).",
    "There was a positive correlation, r(34) = .12, p < .01.",
    "A paired t test showed a drop, t(19) = 4.8, p = .34.",
    "The result is at 2 sigma, a probability of 0.6.",
    "A deviation of 3.5 standard deviations has a chance of one in 12.",
    "Mean change was 2.1 points (95% confidence interval 2.6 to 3.9).",
    "The adjusted odds ratio was 3.4 (95% CI, 1.2 to 2.9).",
    "Risk ratio 0.88; 95% CI 0.91 to 1.10.",
    "The estimate, 14.2% (95% CI: 15.1%–17.3%), is preliminary.",
    "Sensitivity was 91% (95% CI 93% to 97%).",
    "An incidence rate ratio of 1.42 (95% CI 0.97-1.33) was found.",
    "The interval ran the wrong way: OR 1.9 (95% CI 2.6, 1.4).",
    "In a survey of 250 farmers, the margin of error was given as 2 percentage points.",
    "The poll, of 480 likely voters, has a sampling error of plus or minus 1.8 points.",
    "A simple random sample of 1,000 adults was drawn; the margin of error is 0.8 points.",
    "The survey asked 2,000 people and has a margin of error of 0.5 percentage points.",
]
STATISTICS_SOUND = [
    "A Welch test gave t(27.3) = 3.41, p = .002.",
    "The correlation was r(98) = 0.26, p = 0.01.",
    "Men scored higher than women [t(118) = 3.94, p < .001].",
    "The groups did not differ, F < 1.",
    "The interaction was significant, F(3, 116) = 4.72, MSE = 4.1, p = .004, η² = .11.",
    "Sex made a difference (chi-square(2) = 14.8, p < 0.001).",
    "The effect was t(19) = 2.09, p = .05.",
    "Weak evidence, t(24) = 1.71, p = .05, one-tailed.",
    "The change was z = 1.64, p = .05 (one-sided).",
    "After Bonferroni correction, t(28) = 2.2, p = .216.",
    "Results: F(1, 58) = 4.42, p = .04; t(58) = 0.31, p = .76.",
    "A permutation test gave p = .02 for t(12) = 1.9.",
    "The p-value of the main analysis was .03 (N = 412).",
    "The temperature T = 20 and p = .5 atm.",
    "The mean was 12 (SD 3; 95% CI 11.2 to 12.8).",
    "The median was 12 (IQR 3-40).",
    "The hazard ratio was 0.94; 95% CI 0.77 to 1.14.",
    "Weight fell 3.1 kg (95% CI, 2.0 to 4.2).",
    "Of 320 patients (95% CI not given), 12 relapsed.",
    "In all 48% of 320 (95% CI 42 to 54) agreed.",
    "Mortality was 25% lower (95% CI 0.60 to 0.93).",
    "The risk fell by 26% (hazard ratio 0.74; 95% CI 0.61 to 0.90).",
    "The change was -0.3 (95% CI -0.5 to -0.1).",
    "The change was −2.4 °C (95% CI −3.1 to −1.7).",
    "Weight loss was 2.4 kg (95% CI -3.1 to -1.7).",
    "Efficacy was 86% (95% CI, 74 to 92).",
    "The share was 12 per cent, p = 0.04, 95% CI 11 to 13 per cent.",
    "The model explains 40% (n = 212; 95% CI 30% to 50%).",
    "The poll of 1,500 adults has a margin of error of 2.5 points.",
    "The margin of error is 3 points for the full sample of 1,100 and 6 points for the 300 Republicans.",
    "The poll has a margin of error of plus or minus 3.1 points; it surveyed 1,003 adults, 410 of them parents.",
    "The margin of error for the 90% confidence level is 2.6 points among 1,000 voters polled.",
    "She leads by 3 points, within the poll's margin of error of 4 points. It surveyed 600 voters.",
    "Two thirds of the 90 staff surveyed agree; the national poll of 2,400 adults has a margin of error of 2 points.",
    "The survey of 500 households has a margin of error of 5.6 points because of clustering.",
    "The signal reaches 3 sigma, or a chance of 0.3 per cent.",
    "The stock moved two standard deviations, something with a chance of 5%.",
    "The scores were one standard deviation higher. The chance of rain is 40%.",
    "A 5 sigma discovery needs a probability of 3 × 10−7 or less.",
    "χ²(4, N = 512) = 9.49, p = .05.",
    "The mean age was 20.4 years, t(58) = 0.31, n.s.",
    "He received p = 4.2 pence.",
    "Odds ratio 1.0 (0.8 to 1.3), P = 0.9.",
    "The RR 12 (3 to 40) was unstable.",
    "HR 0.80 (n = 40; 0.7 to 0.9).",
    "The difference was significant at follow-up (t[46] = 2.88, P = .006).",
    "Group mattered, F(1,98)=6.9, p=.01.",
    "The chi-squared statistic was 9.9 with 3 degrees of freedom (p = 0.019).",
    "The effect was F(1, 20) = 4.35, p = .050.",
    "The sample had t = 12 hours of light and p = 0.2 bar.",
    "The test gave p = 0.03; the second, t(19) = 0.4, was not significant.",
    "A sign test gave p = .004, and F(1, 20) = 0.4 was not tested further.",
    "The two differed, z = 2.58, p = .01.",
    "The signal is at 5 sigma, a probability of 3 in 10 million.",
    "Sales were two standard deviations above the mean, and the chance of rain was 30%.",
    "The mean was 4.0 (95% CI 4.0 to 4.1).",
    "Median survival was 14 months (95% CI 11 to not reached).",
    "The HR was 0.75 (95% CI 0.6 to 0.9; n = 320).",
    "In 320 patients (mean age 61; 95% CI 59 to 63) no event occurred.",
    "The rate was 1.2 per 1,000 (95% CI 0.9 to 1.5).",
    "From 2.1 (95% CI 1.8 to 2.4) it rose to 3.0 (95% CI 2.6 to 3.4).",
    "The risk difference was 1.2 points (95% CI, -0.3 to 2.7).",
    "The share was 0.4% (95% CI 0.1–0.9).",
    "A sample of 250 has a margin of error of 6.2 points.",
    "The margin of error is 3.1 points for 1,000 people, and the lead of 1 point is within it.",
    "The margin of error among the 90 farmers asked is 10 points.",
    "The poll of 1,200 voters has a margin of error of 2.8 points; 300 of those asked were under 30.",
    "The margin of error in weighing 150 members is 2%.",
    "The accuracy of the scale is 1%; 200 people were asked.",
]


def failures(text: str, codes: list[str]) -> list[str]:
    day, _, rest = text.partition(" ")
    dated = day[:2] in ("19", "20") and day.count("-") == 2
    document = Document(id="text", text=rest if dated else text, date=date.fromisoformat(day) if dated else WRITTEN)
    checks = run(analyse(document), select=codes)
    return [check.message for check in checks if not check.holds and RULES[check.rule].severity != "note"]


@pytest.mark.parametrize("text", STATISTICS_FAULTY)
def test_statistics_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["STA"])) == 1


@pytest.mark.parametrize("text", STATISTICS_SOUND)
def test_statistics_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []
