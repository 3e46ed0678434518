"""Rules on times against each other: TIM002 lengths of time, TIM005 the order of dates.

Which times belong together is for numclaims.relations to find.
"""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.interval import allowed
from numclaims.model import Analysis, Check, Claim, Moment, Relation
from numclaims.relations.times import sequels
from numclaims.relations.times.anniversaries import NTH
from numclaims.relations.times.durations import DURATION
from numclaims.relations.times.elapsed import DAYS_IN, between
from numclaims.relations.times.order import ORDER
from numclaims.rules.registry import rule
from numclaims.rules.wording import as_printed, figures_check, moment_of, number


@rule("TIM002", "duration-dates", "error")
def duration_dates(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A duration disagrees with the dates given or with the publication date.

    From one date to another may be counted with both ends, one or none; a length in words is taken a tenth either way, one in digits
    may be rounded or cut off; a year or a month without its day is all of its days. A length is held against the stretch beside
    it, against the document's date with "since" and "ago", against the beginning and the end of the same thing, and against the
    event it is counted from.

    Flags:
        "The fair ran from 3 to 10 March 2024, 12 days in all."
        "For nine years, from 1980 to 1995, she sat on the bench."
        2024-05-02 "The law was passed in 2019, ten years ago."
        2024-11-01 "The 1,100-day war that began on 24 February 2022 goes on."
        "The ten-day truce held. The agreement took effect on 3 May 2024 and expired on 9 May 2024."
        "He was kidnapped on 4 June 2023. On 4 March 2025, after 33 months in captivity, he was freed."

    Passes:
        "The fair ran from 3 to 10 March 2024, eight days in all."
        "For nine years, from 1980 to 1989, she sat on the bench."
        2024-05-02 "The law was passed in 2019, five years ago."
        2024-05-02 "The law was passed in 2019, nearly five years ago."
        "Over 12 days between 3 and 30 March 2024 it rained."
        "He was kidnapped on 4 June 2023. On 4 March 2025, after 21 months in captivity, he was freed."
    """
    for relation in relations:
        first, last = relation.moment("first"), relation.moment("last")
        if relation.kind == NTH and first and last:
            yield _nth(analysis, relation, first, last)
        if relation.kind != DURATION or first is None or last is None:
            continue
        (length,) = relation.claims("length")
        stated, real = allowed(length), between((first.first, first.last), (last.first, last.last), length.unit)
        holds = stated.low <= real.high if relation.words == "at most" else stated.intersects(real)
        told = _elapsed(first, last, length)
        verdict = "" if holds else f", not {as_printed(length)}"
        yield figures_check(
            "TIM002",
            analysis,
            [length, *(moment for moment in (first, last) if moment.end)],
            holds=holds,
            message=f"{moment_of(first)} to {moment_of(last)} is {told}{verdict}",
            expected="" if holds else told,
            found="" if holds else as_printed(length),
        )


def _nth(analysis: Analysis, relation: Relation, first: Moment, last: Moment) -> Check:
    """An anniversary falls so many years after the beginning, in the year before or after at most; the nth day runs after n - 1."""
    (nth,) = relation.claims("nth")
    value = nth.value or 0.0
    if relation.words == "anniversary":
        gone = last.first.year - first.first.year
        holds = gone - 1 <= value <= gone + 1
        told = f"{number(gone)} years"
    else:
        real = between((first.first, first.last), (last.first, last.last), relation.words)
        holds = real.low <= value <= real.high + 2
        told = f"{number(round(real.low))} to {number(round(real.high))} {relation.words}s"
    verdict = "" if holds else f", so it cannot be the {as_printed(nth)} {relation.words}"
    return figures_check(
        "TIM002",
        analysis,
        [nth, first],
        holds=holds,
        message=f"{moment_of(first)} to {moment_of(last)} is {told}{verdict}",
        expected="" if holds else told,
        found="" if holds else as_printed(nth),
    )


def _elapsed(first: Moment, last: Moment, length: Claim) -> str:
    """The length between the middles of two times, in the unit of a claim: "21 months"."""
    days = ((last.first - first.first) + (last.last - first.last)).days / 2
    shortest, longest = DAYS_IN[length.unit]
    count = round(days / ((shortest + longest) / 2), 0 if length.unit in ("day", "night") else 1)
    unit = length.unit if count == 1 else "centuries" if length.unit == "century" else f"{length.unit}s"
    return f"{number(count)} {unit}"


@rule("TIM005", "date-order", "error")
def date_order(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """Something ends before it starts.

    The first time of "from ... to ..." is not after the second, what begins or opens does not end or close before that, and what is
    told after a birth, a departure or a closure does not come before it. Years must stand in the text; days without a year are
    compared within one month only, or where something would stay closed for nearly a year.

    Flags:
        "The road is closed from 12 May to 3 May."
        "The mine opened in 1998 and closed in 1989."
        "The lease takes effect on 1 June 2024. The lease expires on 31 May 2024."
        "The poet (born 1950, died 1943) lived in Graz."
        "The mine closed in 1998 for want of coal and reopened in 1989."
        2024-05-02 "The pier closes on 9 July. It reopens on 30 June."
        "Born in 1962 in Graz, she joined the choir in 1955."

    Passes:
        "The road is closed from 12 May to 3 June."
        "The mine opened in 1989 and closed in 1998."
        "The mine closed in 1989 and reopened in 1998."
        "The shelter is open from 12 November to 3 March."
        "The tomb was in use from 1900 to 1750 BC."
        "The match was moved from 12 May to 3 May."
        2024-05-02 "The pier closes on 9 November. It reopens on 30 March."
        "Her diary, found in 2019, ends in 1944."
    """
    for relation in relations:
        first, last = relation.moment("first"), relation.moment("last")
        if relation.kind != ORDER or first is None or last is None:
            continue
        holds = first.first <= last.last
        earlier, later = _text(analysis, first), _text(analysis, last)
        order = "is not after" if holds else "comes after"
        yield figures_check(
            "TIM005",
            analysis,
            [first, last],
            holds=holds,
            message=f"{earlier} {order} {later}" if holds else f"{_told(relation.words, earlier, later)}, which is earlier",
            found="" if holds else later,
        )


def _told(words: str, earlier: str, later: str) -> str:
    """What should come first and what then, by what ties the two."""
    match words:
        case "from to" | "begins ends":
            return f"it begins {earlier} and ends {later}"
        case sequels.CLOSING:
            return f"it closes {earlier} and reopens {later}"
        case sequels.BIRTH:
            return f"the birth is {earlier} and what follows {later}"
        case _:
            return f"what comes first is {earlier} and what follows {later}"


def _text(analysis: Analysis, moment: Moment) -> str:
    return " ".join(analysis.document.full_text[moment.start : moment.end].split())
