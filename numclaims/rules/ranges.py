"""Rules on ranges by themselves: RNG001 and RNG002. Ranges against an evidence table are not theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numclaims.model import Analysis, Check, Relation
from numclaims.relations.measures.spans import SPANNED
from numclaims.rules.estimates import cited_for, estimated
from numclaims.rules.falling import fall_meant, fall_told, rise_meant
from numclaims.rules.registry import rule
from numclaims.rules.wording import check, figure, figures_check, number

_TIE = re.compile(r"\s*(?:to|[–—-])\s*")
_LONGEST_TIE = 6
_KINDS = re.compile(r"\d-[a-z]+\s+and\s+\d[\d.,]*-[a-z]", re.IGNORECASE)
"""Two kinds of a thing, each with its unit before it, between which something is chosen or told apart: "64-bit and 32-bit programs"."""
_BETWEEN = re.compile(r"(?:(?:any|some)where\s+)?between\s", re.IGNORECASE)


@rule("RNG001", "inverted-range", "error")
def inverted_range(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A range whose lower end is above its upper end.

    "Between 35 and 22 mm" was meant as 22 to 35, or one of the ends is wrong. Judged are "between", "to" where the ages of people or an
    estimate of an amount or a size can only rise ("aged 65 to 18"), and other words that leave nothing but a range ("some 900-700 people",
    "anywhere from", "in a range of"): "from 40 to 30" tells of a fall, and "20-19" may be a score. Things counted, amounts and sizes are
    judged. Left alone is what may well be meant to fall: shares, money and measures where the clause tells of a movement ("as the bank cut
    rates"), places on a scale or along a way
    (temperatures, voltages, speeds, pressures, altitudes, kilometres), hours of the clock, negative numbers, years before our era,
    and what lies between two things ("the gap between 40 and 30", "between 20 and 18 points separate them").

    Flags:
        "Between 40 and 30 people were injured."
        "The blades were between 35 and 22 mm wide."
        "Analysts see margins of between 14 and 9 per cent."
        "Volunteers aged 65 to 18 took part."
        "Experts put the cost of the repairs at $80 million to $50 million."
        "Repairs take anywhere from 15 to 10 days."
        "About 80-60 houses were flooded."

    Passes:
        "Between 30 and 40 people were injured."
        "The garrison was cut from 40 to 30 people."
        "Staff fell from some 80 to 60 people."
        "About 120-30 people came."
        "The gap between 40 and 30 percent is wide."
        "Volunteers aged 18 to 65 took part."
        "Discounts of between 50 and 20 percent are on offer."
        "They put the price down from $80 to $50."
        "The estimate went from $80 million to $50 million."
        "Clay was found at depths between 12 and 8 m."
        "The rate stood between 5.5 and 5.25 percent as the bank cut it."
        "The supply was stepped down between 400 and 230 volts."
        "She led between 40 and 30 km from the finish."
        "Between 20 and 18 points separate the first two."
        "Between 40-hour and 35-hour contracts the staff chose the latter."
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
        elif not _KINDS.search(claim.text) and not fall_meant(analysis.document.full_text, claim, claim.low, claim.high):
            turned = f"{number(claim.high)} to {number(claim.low)}"
            message = f"the lower end, {number(claim.low)}, is above the upper end, {number(claim.high)}"
            yield check("RNG001", analysis, (claim,), holds=False, message=message, expected=turned, found=figure(claim))
    joined = tuple(_joined(analysis))
    yield from joined
    yield from _spanned(analysis, relations, {check.spans[0].start for check in joined})


def _joined(analysis: Analysis) -> Iterator[Check]:
    """The ranges whose ends the grammar leaves apart, because the second is lower: "aged 65 to 18"."""
    text = analysis.document.full_text
    for first, second in pairwise(analysis.claims):
        if second.start - first.end > _LONGEST_TIE or not _TIE.fullmatch(text, first.end, second.start):
            continue
        if first.value is None or second.value is None or not 0 <= second.value < first.value or not rise_meant(text, first, second):
            continue
        message = f"the lower end, {figure(first)}, is above the upper end, {figure(second)}"
        turned = f"{figure(second)} to {figure(first)}"
        yield check(
            "RNG001", analysis, (first, second), holds=False, message=message, expected=turned, found=f"{figure(first)} to {figure(second)}"
        )


def _spanned(analysis: Analysis, relations: tuple[Relation, ...], judged: set[int]) -> Iterator[Check]:
    """The same of the ranges that other words than "between" make certain, where nothing tells of a fall.

    Those that begin at the offsets in `judged` are left out.
    """
    text = analysis.document.full_text
    for relation in relations:
        first, second = relation.figure("first"), relation.figure("second")
        if relation.kind != SPANNED or first is None or second is None or first.value <= second.value or first.start in judged:
            continue
        if fall_told(text, first.start - len(relation.words), second.end):
            continue
        ends = number(first.value), number(second.value)
        message = f"the lower end, {ends[0]}, is above the upper end, {ends[1]}"
        printed = text[first.start : second.end]
        yield figures_check(
            "RNG001", analysis, [first, second], holds=False, message=message, expected=f"{ends[1]} to {ends[0]}", found=printed
        )


@rule("RNG002", "unsupported-range", "note")
def unsupported_range(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """An estimated range, or a rate of casualties, for which the text cites nobody.

    A range of people, of other things by the thousand or of money by the million is somebody's estimate, and so is how many die a
    day: the reader should learn whose. Whoever is cited in the sentence before, saw it, or says "we estimate", counts as a source.
    Ranges of ages, times, shares and measures, sizes and capacities, what somebody plans to do, and small numbers are not noted; nor
    are vague words such as "dozens".

    Flags:
        "Some 1,500-2,000 soldiers are dying a day on that front."
        "About 300 soldiers are killed a day."
        "The flood drove between 4,000 and 5,000 people from their homes."
        "Rebuilding the port will cost $40 million to $60 million."

    Passes:
        "The ministry said that between 4,000 and 5,000 people had left their homes."
        "According to the regiment, 1,500-2,000 soldiers are dying a day."
        "Witnesses saw 2,000 to 3,000 people on the square."
        "The mayor said that the march was peaceful. Between 4,000 and 5,000 people took part."
        "The ship carries 2,000 to 3,000 passengers."
        "The firm will hire 200 to 300 people."
        "It is a town of 2,000 to 3,000 people."
        "The course is for people aged 18 to 24."
        "Tickets for the flights cost from $1 million to $2 million."
        "The journey takes two to three days."
        "Pupils worked in groups of 20 to 25 people."
        "The recipe needs two or three eggs."
        "Dozens of people gathered in the square."
        "The rods were 20 to 30 mm long."
    """
    text = analysis.document.full_text
    for claim in analysis.claims:
        what = estimated(text, claim)
        if not what:
            continue
        source = cited_for(text, claim)
        message = f"{figure(claim)} is {what}: {source or 'the text cites no source'}"
        yield check("RNG002", analysis, (claim,), holds=bool(source), message=message)
