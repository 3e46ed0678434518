"""Rules on several documents of one story: CON002, CON003. Which claims are of one quantity is for numclaims.stories to find."""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.model import Check, Span
from numclaims.rules.registry import story_rule
from numclaims.rules.wording import figure
from numclaims.stories import Pair, Statement, corrects, several_parties


@story_rule("CON002", "documents-disagree", "warning")
def documents_disagree(rivals: tuple[Pair, ...]) -> Iterator[Check]:
    """The same quantity in two documents cannot be both.

    Two reports of one event give numbers for the same thing, by its noun, its verb, the names around it and its time, and no value
    is allowed by both; units are converted first. One of them has misheard, miscopied or miscounted. Left alone are tolls that grow
    with the date, parts, averages, other times, numbers of which one is said to be confirmed, planned or of something else, and
    numbers that are far apart. Where different parties are cited, or one document corrects the other, see CON003.

    Flags:
        2024-05-03 "Police in Torvik arrested 37 people in raids at dawn on Thursday." |
            2024-05-04 "Thursday's dawn raids by police in Torvik ended with the arrest of 73 people."
        2024-07-17 "The gauge at Aldby collected 212 mm of rain in the storm on Tuesday, the weather office said." |
            2024-07-17 "The storm brought 11 inches of rain to the gauge at Aldby on Tuesday, according to the weather office."

    Passes:
        2024-05-03 "Police in Torvik arrested 37 people in raids at dawn on Thursday." |
            2024-05-04 "Thursday's dawn raids by police in Torvik ended with the arrest of 37 people."
        2024-05-03 "The quake in Torvik killed 26 people, the governor said." |
            2024-05-05 "The quake in Torvik has killed 39 people, the governor said."
        2024-05-03 "The unions in Torvik said that 30,000 people joined the march on Thursday." |
            2024-05-03 "Police in Torvik said that 19,000 people joined the march on Thursday."
        2024-05-03 "The clinic in Torvik has confirmed 40 cases of fever this week." |
            2024-05-03 "The clinic in Torvik has 70 suspected cases of fever this week."
    """
    for pair in rivals:
        if not several_parties(pair) and not corrects(pair):
            yield _check("CON002", pair, f"{_said(pair.first)}, {_said(pair.second)}")


@story_rule("CON003", "rival-tallies", "note")
def rival_tallies(rivals: tuple[Pair, ...]) -> Iterator[Check]:
    """Different parties are cited with different values, or one document corrects another.

    Unions and ministries count crowds, two armies the same losses: the numbers are no mistake of the reporters, and readers should be
    given both. A document that says it corrects an earlier number explains the difference.

    Flags:
        2024-05-03 "The unions in Torvik said that 30,000 people joined the march on Thursday." |
            2024-05-03 "Police in Torvik said that 19,000 people joined the march on Thursday."

    Passes:
        2024-05-03 "The unions in Torvik said that 30,000 people joined the march on Thursday." |
            2024-05-03 "Police in Torvik said that 30,000 people joined the march on Thursday."
        2024-05-03 "Police in Torvik arrested 37 people in raids at dawn on Thursday." |
            2024-05-04 "Thursday's dawn raids by police in Torvik ended with the arrest of 73 people."
    """
    for pair in rivals:
        if corrects(pair):
            yield _check("CON003", pair, f"{_said(pair.first)}, corrected: {_said(pair.second)}")
        elif several_parties(pair):
            yield _check(
                "CON003",
                pair,
                f"{_said(pair.first)}, as {pair.first.claim.source} has it, {_said(pair.second)}, as {pair.second.claim.source}",
            )


def _check(rule: str, pair: Pair, message: str) -> Check:
    both = (pair.first, pair.second)
    spans = tuple(Span(each.document.id, each.claim.start, each.claim.end, each.claim.text) for each in both)
    return Check(rule, False, message, spans, (pair.first.claim.claim,), figure(pair.first.claim), figure(pair.second.claim))


def _said(statement: Statement) -> str:
    document = statement.document
    day = f" ({document.date.isoformat()})" if document.date else ""
    return f"{document.known_as}{day} has {figure(statement.claim)}"
