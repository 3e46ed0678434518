"""Rules on calendar dates by themselves: TIM004. Dates against weekdays, durations and ages are other families."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Iterator

from numclaims.model import Analysis, Check, DateMention, Relation
from numclaims.rules.printed_days import days_named, may_count, spoken_of
from numclaims.rules.registry import rule
from numclaims.rules.wording import span

_LEAP_YEAR = 2024
"""Stands for the year that a date does not give."""
_SWEDISH_LEAP_DAY = (1712, 2, 30)
"""Sweden gave February thirty days in 1712, to return to the Julian calendar."""
_GREGORIAN_SINCE = 1924
"""The year after Greece, the last in Europe, gave up the Julian calendar, in which centuries have leap days."""


@rule("TIM004", "impossible-date", "error")
def impossible_date(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A date that the calendar does not have.

    A deadline on 31 June can be met by nobody; the month or the day is a slip. Months have their days of the Gregorian calendar,
    and 29 February only in leap years. Of dates in numbers only those are read in which one number cannot be the month. Left alone
    are numbers that count what follows the month, addresses and names, leap days of the Julian calendar, and dates of which the
    text says that there is no such day.

    Flags:
        "The licence runs out on 31 June 2026."
        "The court will sit again on November 31."
        "The bridge opened on 29 February 2023."
        "The talks ended on 30 February."
        "The road is closed from 28 to 31 November."
        "The invoice of 31/04/2024 is unpaid."

    Passes:
        "The licence runs out on 30 June 2026."
        "The bridge opened on 29 February 2024."
        "She was born on 29 February."
        "The form asked for 30 February, a day that does not exist."
        "The lease ran from 31 May to 31 August."
        "In November 31 people died."
        "He lives at 31 September Road."
        "The tsar's brother was born on 29 February 1800."
    """
    for mention in analysis.dates:
        if not mention.day or not 1 <= mention.month <= 12 or _of_another_calendar(mention):
            continue
        month = f"{month_name[mention.month]} {mention.year}" if mention.year else month_name[mention.month]
        length = monthrange(mention.year or _LEAP_YEAR, mention.month)[1]
        text = analysis.document.full_text
        days = days_named(text, mention)
        day, end = max(days, default=(0, 0))
        if not day or (day > length and (may_count(text, mention) or spoken_of(text, mention))):
            continue
        yield Check(
            "TIM004",
            day <= length,
            f"{month} has {length} days" if day <= length else f"{month} has {length} days, not {day}",
            (span(analysis, mention.start, end),),
            expected="" if day <= length else f"{length} {month} or earlier",
            found="" if day <= length else text[mention.start : end],
        )


def _of_another_calendar(mention: DateMention) -> bool:
    """Whether a day that the Gregorian calendar lacks was a day somewhere: 30 February 1712, 29 February 1800."""
    day = (mention.year, mention.month, mention.day)
    century = mention.year % 100 == 0 and 0 < mention.year < _GREGORIAN_SINCE
    return day == _SWEDISH_LEAP_DAY or (century and day[1:] == (2, 29))
