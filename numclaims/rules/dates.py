"""Rules on calendar dates by themselves: TIM004. Dates against weekdays, durations and ages are other families."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterator

from numclaims.model import Analysis, Check, DateMention, Relation
from numclaims.rules.registry import rule
from numclaims.rules.wording import span

_SPOKEN_OF = re.compile(
    r"\b(?:no such|not exist|n['’]t exist|never exist\w*|nonexistent|non-existent|impossible|fictitious|fictional|imaginary|"
    r"joke\w*|there (?:is|was) no|invalid|typo|misprint\w*|instead of|rather than)\b",
    re.IGNORECASE,
)
_AROUND = 120
_LEAP_YEAR = 2024
"""Stands for the year that a date does not give."""
_SWEDISH_LEAP_DAY = (1712, 2, 30)
"""Sweden gave February thirty days in 1712, to return to the Julian calendar."""


@rule("TIM004", "impossible-date", "error")
def impossible_date(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """A date that the calendar does not have.

    A deadline on 31 June can be met by nobody; the month or the day is a slip. Months have their days of the Gregorian calendar,
    and 29 February only in leap years. A date whose sentence says that there is no such day is left alone.

    Flags:
        "The licence runs out on 31 June 2026."
        "The court will sit again on November 31."
        "The bridge opened on 29 February 2023."
        "The talks ended on 30 February."

    Passes:
        "The licence runs out on 30 June 2026."
        "The bridge opened on 29 February 2024."
        "She was born on 29 February."
        "The form asked for 30 February, a day that does not exist."
        "The lease ran from 31 May to 31 August."
    """
    for mention in analysis.dates:
        day = (mention.year, mention.month, mention.day)
        if not mention.day or not 1 <= mention.month <= 12 or day == _SWEDISH_LEAP_DAY:
            continue
        if not mention.valid and _spoken_of(analysis, mention):
            continue
        month = f"{month_name[mention.month]} {mention.year}" if mention.year else month_name[mention.month]
        days = monthrange(mention.year or _LEAP_YEAR, mention.month)[1]
        yield Check(
            "TIM004",
            mention.valid,
            f"{month} has {days} days" if mention.valid else f"{month} has {days} days, not {mention.day}",
            (span(analysis, mention.start, mention.end),),
            expected="" if mention.valid else f"{days} {month} or earlier",
            found="" if mention.valid else mention.text,
        )


def _spoken_of(analysis: Analysis, mention: DateMention) -> bool:
    """Whether the words around a date speak of it as a day that is not there."""
    text = analysis.document.full_text
    return bool(_SPOKEN_OF.search(text, max(0, mention.start - _AROUND), mention.end + _AROUND))
