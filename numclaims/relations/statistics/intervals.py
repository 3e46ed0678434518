"""Estimates with their confidence intervals: "HR 0.75 (0.80 to 0.93)", "12% (95% CI 13 to 18)", "0.74, 95% CI 0.78-0.91".

The estimate is the number right before the interval. Whether it lies inside is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Figure, Relation
from numclaims.relations.statistics.figures import MINUS, NUMBER, figure
from numclaims.relations.surroundings import Surroundings

ESTIMATE = "estimate"
"""Figures "low" and "high" and, where one stands right before the interval, "estimate"; `words` names the interval."""

_UNIT = (
    r"(?:\s?%|\sper\s?cent(?:age)?(?:\spoints?)?|\spoints?"
    r"|\s?(?:mm|cm|km|m|mg|kg|g|m[lL]|dL|L|mmol/L|mmHg|years?|months?|weeks?|days?|hours?|minutes?))?"
)
_TO = rf"(?:\s?(?:to|and|,|;)\s?|\s?[{MINUS}]\s?)"
_INTERVAL = re.compile(
    rf"""(?<![\w.])
        (?:(?:80|90|95|97\.5|98|99|99\.9)\s?(?:%|per\s?cent|percent)[\s-]?)?
        (?P<name>CI|CrI|[Cc]onfidence\s(?:[Ii]ntervals?|[Ll]imits?)|[Cc]redible\s[Ii]ntervals?|[Uu]ncertainty\s[Ii]ntervals?)
        (?:\s?[(\[]CI[)\]])?
        (?:\s(?:95|90|99)\s?%)?
        [:,=]?\s?(?:(?:of|was|is|from|between|ranged\sfrom|ranging\sfrom|ran\sfrom|running\sfrom|spanned)\s)?[(\[]?\s?
        (?P<low>{NUMBER}){_UNIT}{_TO}(?P<high>{NUMBER})(?P<unit>{_UNIT})(?![\w.]?\d)""",
    re.VERBOSE,
)
_NAMED = re.compile(
    rf"""\b(?P<name>[aA]?(?:HR|OR|RR|IRR)|[Hh]azard\sratio|[Oo]dds\sratio|[Rr](?:isk|ate)\sratio|[Rr]elative\srisk)
        \s?(?:[:=,]|of|was|is)?\s?(?P<estimate>{NUMBER})\s?[(\[]\s?(?P<low>{NUMBER})(?:\s(?:to|and)\s|\s?[{MINUS}]\s?|[,;]\s)(?P<high>{NUMBER})\s?[)\];,]""",
    re.VERBOSE,
)
_RATIO_NAMES = ("HR", "OR", "RR", "ratio", "risk")
"""Without one of these there is no `_NAMED`, which is sought more slowly."""
_RATIO_FIGURE = re.compile(r"(?:[HOR]R|ratio|risk)\s?(?:[:=,]|of|was|is)?\s?[^\w\s]?\.?\d")
_BEFORE = re.compile(
    rf"""(?:^|(?<=[\s(\[=:]))(?P<estimate>{NUMBER})(?P<unit>{_UNIT})
        \s?(?:[,;:(\[]|[(\[]\s?[a-z]+\s)?\s?(?:with\s)?(?:an?\s|the\s|its\s)?(?:two-sided\s)?$""",
    re.VERBOSE,
)
_OTHER = re.compile(
    rf"""(?:\b(?:SDs?|SEs?|SEM|[nNpPkI]|I[²2]|df|IQR|range|deviation|error|in|of\sthe|between|from|than|versus|per|vs\.?)
        |[\d%]\s(?:(?:out\s)?of|and|to|or)
        |[<>≤≥/±{MINUS}])\s?(?:[=:<>(]|of|was|is)?\s?$""",
    re.VERBOSE,
)
"""What stands before a number that is no estimate: the name of another figure, or the first half of a pair."""
_REACH = 40
"""How many characters before an interval its estimate is looked for."""
_RATIO = 1.5
"""An interval that ends below this may be told as ratios where its estimate is told in percent."""


def estimates(around: Surroundings) -> Iterator[Relation]:
    """The intervals of a document, in text order within each form."""
    text = around.text
    if "CI" in text or "nterval" in text or "CrI" in text or "onfidence" in text:
        for match in _INTERVAL.finditer(text):
            low, high = figure("low", text, *match.span("low")), figure("high", text, *match.span("high"))
            if low and high:
                estimate = _before(text, match)
                yield Relation(ESTIMATE, figures=(estimate, low, high) if estimate else (low, high), words=match["name"])
    if ("(" not in text and "[" not in text) or not (any(name in text for name in _RATIO_NAMES) and _RATIO_FIGURE.search(text)):
        return
    for match in _NAMED.finditer(text):
        figures = tuple(figure(role, text, *match.span(role)) for role in ("estimate", "low", "high"))
        if all(figures):
            yield Relation(ESTIMATE, figures=tuple(one for one in figures if one), words=match["name"])


def _before(text: str, match: re.Match[str]) -> Figure | None:
    """The estimate that stands right before an interval, told in the unit of the interval if that has one."""
    start = max(0, match.start() - _REACH)
    found = _BEFORE.search(text[start : match.start()])
    if not found or _OTHER.search(text[max(0, start + found.start() - 20) : start + found.start()]):
        return None
    estimate = figure("estimate", text, start + found.start("estimate"), start + found.end("estimate"))
    high = figure("high", text, *match.span("high"))
    told = _percent(found["unit"]), _percent(match["unit"])
    if told == (False, True) or (told == (True, False) and high and abs(high.value) <= _RATIO):
        return None
    return estimate


def _percent(unit: str) -> bool:
    return "%" in unit or "per" in unit
