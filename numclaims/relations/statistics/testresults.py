"""Test statistics and the p-values reported for them: "t(28) = 2.20, p = .036", "χ²(1, N = 90) = 3.1, P<0.05", "4.1 sigma".

Statistics are t, F, chi-squared, r and z in APA and journal forms. A p-value belongs to the statistic before it in its sentence, or
to the one of a text that reports a single test. Whether the two agree is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Figure, Relation
from numclaims.relations.statistics.figures import BOUNDS, MINUS, NUMBER, figure
from numclaims.relations.surroundings import Surroundings

TEST_RESULT = "test result"
"""Figures "statistic" and "p", with "freedom" and "below" as the statistic has them; `words` names the distribution."""

_FAR = 160
"""How many characters may stand between a statistic and its p-value."""

_STATISTIC = re.compile(
    rf"""(?<![\w.'’])
        (?P<name>χ\s?[²2]|χ\^2|[Cc]hi-?\s?squared?|X²|X\^2|[tFrzZ])
        (?P<title>\s?-?(?:statistic|value|score))?
        (?:\s?[(\[]\s?(?:df\s?=\s?)?(?P<first>\d{{1,7}}(?:\.\d+)?)
            (?:\s?[,;]\s?(?:(?P<second>\d{{1,7}}(?:\.\d+)?)|[Nn]\s?=\s?(?P<size>\d[\d,]*)))?\s?[)\]]
          |_?(?P<glued>\d{{1,5}})(?:,\s?(?P<glued_second>\d{{1,5}}))?)?
        \s?(?P<sign>[=<>≈]|of|was|is)\s?(?P<value>{NUMBER})
        (?:[,;]?\s(?:with\s|on\s)?(?:df\s?=\s?(?P<after>\d{{1,7}})|(?P<spelt>\d{{1,7}})\s(?:df|d\.f\.|degrees?\sof\sfreedom)
          |[nN]\s?=\s?(?P<pairs>\d{{1,7}})))?
    """,
    re.VERBOSE,
)
_P = re.compile(
    rf"""(?<![\w.'’{MINUS}])[pP]s?(?:\s?-?\s?values?)?
        (?:\s?\(?(?:one|two|1|2)-?\s?(?:tailed|sided)\)?)?
        \s?(?P<sign>[=<>≤≥≈]|of|was|is|were|below|under)\s?(?P<value>{NUMBER})""",
    re.VERBOSE,
)
_P_NAME = re.compile(r"[pP](?<!\w.)s?(?:values?)?(?![\w.])")
"""Without it there is no `_P`; its first letter comes before what must not stand before it, since a letter is sought fastest."""
_SIGMA = re.compile(
    rf"""(?P<sigma>{NUMBER})(?:\s|-)?(?:sigma|σ|standard\sdeviations?)\b
        (?P<between>[^.;]{{0,60}}?)\b(?:probability|p-?value|chance|odds)\s(?:of|=|is|was)\s
        (?:(?P<value>{NUMBER})(?!\s+in\b)\s?(?P<percent>%|per\s?cent|percent)?|(?:1|one)\sin\s(?P<one_in>{NUMBER})(?:\s(?P<scale>million|billion))?)""",
    re.VERBOSE,
)
_OTHERWISE = re.compile(
    r"\b(?:correct(?:ed|ion)s?\b|adjusted\s(?:p\b|for\smultiple)|Bonferroni|Holm|Tukey|Šid[aá]k|Sidak|FDR|false\sdiscovery|permut|randomi[sz]ation\stest"
    r"|bootstrap|Monte\sCarlo|exact\stest|Fisher|q-value)",
    re.IGNORECASE,
)
"""The p-value was corrected, or found in another way than from the distribution of the statistic."""
_AROUND = 80
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+[A-Z(]|\n\s*\n")
_SIGNS = {**BOUNDS, "below": "less than", "under": "less than"}
_SCALES = {"million": 1e6, "billion": 1e9, None: 1.0}


def test_results(around: Surroundings) -> Iterator[Relation]:
    """The test results of a document, each a statistic with its p-value."""
    text = around.text
    if "sigma" in text or "σ" in text or "standard" in text:
        yield from _sigmas(text)
    if not _P_NAME.search(text):
        return
    statistics = [result for match in _STATISTIC.finditer(text) if (result := _statistic(text, match))]
    if not statistics:
        return
    values = [p for match in _P.finditer(text) if (p := _p(text, match))]
    paired = list(_pairs(text, statistics, values))
    if not paired and len(statistics) == len(values) == 1 and values[0].start > statistics[0][1][0].end:
        paired = [(statistics[0], values[0])]
    for (name, figures), p in paired:
        first, last = sorted((figures[0], p), key=lambda one: one.start)
        if not _OTHERWISE.search(text, max(0, first.start - _AROUND), last.end + _AROUND // 2):
            yield Relation(TEST_RESULT, figures=(*figures, p), words=name)


_Statistic = tuple[str, tuple[Figure, ...]]


def _pairs(text: str, statistics: list[_Statistic], values: list[Figure]) -> Iterator[tuple[_Statistic, Figure]]:
    """Each statistic with the first p-value behind it in its sentence, if no other statistic comes before that."""
    at = 0
    ends = [*(figures[0].start for _, figures in statistics[1:]), len(text)]
    for (name, figures), end in zip(statistics, ends, strict=True):
        last = figures[0].end
        while at < len(values) and values[at].start < last:
            at += 1
        p = values[at] if at < len(values) else None
        if p and p.start < min(end, last + _FAR) and not _SENTENCE_END.search(text, last, p.start):
            yield (name, figures), p


def _statistic(text: str, match: re.Match[str]) -> _Statistic | None:
    """The name of the distribution, and the statistic with its degrees of freedom; None where they are not given."""
    name = match["name"]
    name = "chi-squared" if name not in ("t", "F", "r", "z", "Z") else name.lower() if name == "Z" else name
    found = figure("statistic", text, *match.span("value"), bound=BOUNDS.get(match["sign"], "exact"))
    if found is None or (match["sign"].isalpha() and len(match["name"]) == 1 and not match["title"]):
        return None
    if name == "z":
        return (name, (found,)) if not match["first"] and not match["glued"] else None
    group = next((group for group in ("first", "glued", "after", "spelt") if match[group]), "")
    if group:
        freedom = Figure("freedom", *match.span(group), float(match[group]))
    elif name == "r" and match["pairs"]:
        freedom = Figure("freedom", *match.span("pairs"), float(match["pairs"]) - 2)
    else:
        return None
    if freedom.value <= 0 or (group == "glued" and (name == "r" or (name == "t" and freedom.value < 10))):  # "r2" is a square
        return None
    below = next((group for group in ("second", "glued_second") if match[group]), "")
    if (name == "F") != bool(below):
        return None
    figures = (found, freedom, Figure("below", *match.span(below), float(match[below]))) if below else (found, freedom)
    return (name, figures) if figures[-1].value > 0 else None


def _p(text: str, match: re.Match[str]) -> Figure | None:
    found = figure("p", text, *match.span("value"), bound=_SIGNS.get(match["sign"], "exact"))
    return found if found and 0 <= found.value <= 1 else None


def _sigmas(text: str) -> Iterator[Relation]:
    """ "4.1 standard deviations, equivalent to a probability of 0.015", "5 sigma, a chance of one in 3.5 million"."""
    if "sigma" not in text and "standard deviation" not in text and "σ" not in text:
        return
    for match in _SIGMA.finditer(text):
        statistic = figure("statistic", text, *match.span("sigma"))
        group = "value" if match["value"] else "one_in"
        p = figure("p", text, *match.span(group))
        if statistic is None or p is None or not p.value > 0 or (group == "value" and not match["percent"] and p.value > 1):
            continue
        value, step = p.value, p.step
        if group == "one_in":
            value = 1 / (p.value * _SCALES[match["scale"]])
            step = value / 2
        elif match["percent"]:
            value, step = value / 100, step / 100
        yield Relation(TEST_RESULT, figures=(statistic, Figure("p", p.start, p.end, value, step, p.bound)), words="sigma")
