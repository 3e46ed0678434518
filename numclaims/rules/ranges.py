"""Rules on ranges by themselves: RNG001 and RNG002. Ranges against an evidence table are not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.lexicon.syntax import syntax
from numclaims.model import Analysis, Check, Claim, Relation
from numclaims.rules.falling import fall_meant
from numclaims.rules.registry import rule
from numclaims.rules.wording import check, figure, number

_BETWEEN = re.compile(r"(?:(?:any|some)where\s+)?between\s", re.IGNORECASE)


@rule("RNG001", "inverted-range", "error")
def inverted_range(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A range whose lower end is above its upper end.

    "Between 35 and 22 mm" was meant as 22 to 35, or one of the ends is wrong. Only "between" is judged: "from 40 to 30" tells of
    a fall, and "20-19" may be a score. Things counted, amounts and sizes are judged. Left alone is what may well be meant to fall:
    shares, money and measures where the clause tells of a movement ("as the bank cut rates"), places on a scale or along a way
    (temperatures, voltages, speeds, pressures, altitudes, kilometres), hours of the clock, negative numbers, years before our era,
    and what lies between two things ("the gap between 40 and 30", "between 20 and 18 points separate them").

    Flags:
        "Between 40 and 30 people were injured."
        "The blades were between 35 and 22 mm wide."
        "Analysts see margins of between 14 and 9 per cent."

    Passes:
        "Between 30 and 40 people were injured."
        "The garrison was cut from 40 to 30 people."
        "The gap between 40 and 30 percent is wide."
        "Clay was found at depths between 12 and 8 m."
        "The rate stood between 5.5 and 5.25 percent as the bank cut it."
        "The supply was stepped down between 400 and 230 volts."
        "She led between 40 and 30 km from the finish."
        "Between 20 and 18 points separate the first two."
        "The temple was built between 460 and 430 BC."
        "Temperatures will be between 5 and -5 degrees Celsius."
        "The shop is open between 9 and 5."
        "Damages come to between $900 and $1.2 million."
        "The glacier formed between 40,000 and 20,000 years ago."
    """
    for claim in analysis.claims:
        if claim.bound != "range" or claim.low is None or claim.high is None or not _BETWEEN.match(claim.text):
            continue
        if claim.low <= claim.high:
            yield check("RNG001", analysis, (claim,), holds=True, message=f"{number(claim.low)} is not above {number(claim.high)}")
        elif not fall_meant(analysis.document.full_text, claim, claim.low, claim.high):
            turned = f"{number(claim.high)} to {number(claim.low)}"
            message = f"the lower end, {number(claim.low)}, is above the upper end, {number(claim.high)}"
            yield check("RNG001", analysis, (claim,), holds=False, message=message, expected=turned, found=figure(claim))


_PRINTED = re.compile(r"\d\D*?(?:-|–|—|‑|\bto\b|\band\b|\bor\b)\D*?\d")
_PLACES = re.compile(
    r"""\b(?:groups?|teams?|classes|class|crews?|batches|squads?|families|units?|packs?|parties|cells?|gangs?|rooms?|bands?|boards?|panels?)
        \s+of\s+$ | \b(?:seats?|serves?|sleeps?|holds?|accommodates?|for)\s+$""",
    re.IGNORECASE | re.VERBOSE,
)
_YEARS = re.compile(r"(?:between )?(?:1[0-9]|20)\d\d\W+(?:(?:to|and)\W+)?(?:1[0-9]|20)\d\d")
_LEAST_COUNT = 20
_LEAST_OTHER_COUNT = 1000
_LEAST_MONEY = 1e6
_HARM = frozenset(("die", "kill", "wound", "injure", "perish", "maim", "execute"))
_HARMED = re.compile(
    r"\b(?:die|dies|died|dying|kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|dead|deaths?|casualties|fatalities)\b",
    re.IGNORECASE,
)
_LONG = 1000
"""Sentences are longer only where a text has no full stops, and are then read no further."""
_PERIODS = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "quarter", "year"))


@rule("RNG002", "unsupported-range", "note")
def unsupported_range(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """An estimated range, or a rate of casualties, for which the text cites nobody.

    A range of people, of other things by the thousand or of money by the million is somebody's estimate, and so is how many die a
    day: the reader should learn whose. Ranges of ages, times, shares and measures, sizes of groups and small numbers are not
    noted; nor are vague words such as "dozens".

    Flags:
        "Some 1,500-2,000 soldiers are dying a day on that front."
        "About 300 soldiers are killed a day."
        "The flood drove between 4,000 and 5,000 people from their homes."
        "Rebuilding the port will cost $40 million to $60 million."

    Passes:
        "The ministry said that between 4,000 and 5,000 people had left their homes."
        "According to the regiment, 1,500-2,000 soldiers are dying a day."
        "The course is for people aged 18 to 24."
        "Tickets for the flights cost from $1 million to $2 million."
        "The journey takes two to three days."
        "Pupils worked in groups of 20 to 25 people."
        "The recipe needs two or three eggs."
        "Dozens of people gathered in the square."
        "The rods were 20 to 30 mm long."
    """
    for claim in analysis.claims:
        what = _casualty_rate(claim) or _estimate(analysis, claim)
        if not what:
            continue
        cited = f"the text cites {claim.source}" if claim.source else "the text cites no source"
        yield check("RNG002", analysis, (claim,), holds=bool(claim.source), message=f"{figure(claim)} is {what}: {cited}")


def _casualty_rate(claim: Claim) -> str:
    rate = claim.kind == "count" and claim.per in _PERIODS and _people(claim)
    harmed = claim.action in _HARM or claim.topic == "casualties" or _HARMED.search(claim.sentence[:_LONG])
    return "a rate of casualties" if rate and harmed else ""


def _estimate(analysis: Analysis, claim: Claim) -> str:
    """What kind of estimate a printed range is; "" where it is none that needs a source."""
    if claim.bound != "range" or claim.low is None or claim.high is None or not _PRINTED.search(claim.text):
        return ""
    if claim.text.lower().startswith("from "):  # a movement, or the prices of what is on offer
        return ""
    if claim.kind == "money":
        return "a range of money" if claim.high >= _LEAST_MONEY and not claim.per else ""
    if claim.kind != "count" or claim.high < (_LEAST_COUNT if _people(claim) else _LEAST_OTHER_COUNT):
        return ""
    if _YEARS.fullmatch(claim.text):
        return ""
    before = analysis.document.full_text[max(claim.sentence_start, claim.start - 30) : claim.start]
    return "" if _PLACES.search(before) else "an estimated range"


def _people(claim: Claim) -> bool:
    return any(word in syntax().people for word in claim.item.lower().split())
