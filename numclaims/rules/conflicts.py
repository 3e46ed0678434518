"""Rules on numbers that one text gives twice: CON001. Which numbers are of one thing is for numclaims.relations to find."""

from __future__ import annotations

from collections.abc import Iterator

from numclaims.model import Analysis, Check, Relation
from numclaims.relations.repeats import SAME_MEASURE, same_value
from numclaims.rules.registry import rule
from numclaims.rules.wording import check, counted, figure


@rule("CON001", "two-values", "error")
def two_values(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
    """One quantity has two values in one document, title included.

    A figure was updated in one place and not in the other, or digits changed places. A number in the title must come back at the
    head of the text, if the same thing is counted there; and a count that is taken up again ("the depot's 24 tanks", "the 1,500
    bodies that they are to hand over") must be the one that was given. So must the size of a thing ("the 1,820-metre bridge" that "is
    1,280 metres long") and the number of members of a group ("a crew of 24", "all 28 crew members"). Numbers that are said to have
    changed, parts, numbers of other sources, places or years, and round numbers in titles are left alone.

    Flags:
        [12 killed in bus crash] "The crash killed 14 people on Monday."
        [Firm to cut 1,200 jobs] "The firm will shed 1,400 posts by May."
        "Seven of the depot's 24 tanks were alight. Built in 1974, the depot has 18 tanks in all."
        "The bridge, which is 1,280 metres long, opened in 1964. Painting the 1,820-metre bridge takes six years."
        "Each army will hand over 1,200 bodies. Doctors have to identify the 1,500 bodies that each army is to hand over."

    Passes:
        [12 killed in bus crash] "The crash killed 12 people and hurt 14 on Monday."
        [About 1,200 jobs to go] "The firm will shed 1,187 posts by May."
        [Toll in bus crash rises to 14] "The crash killed 12 people on Monday, and two more died on Tuesday."
        "The depot's 24 tanks are old. After the fire the depot has 18 tanks left."
        "The bridge is 1,280 metres long. The new bridge, a 1,820-metre span, opens in May."
        "Each army will hand over 1,200 bodies. The 1,500 bodies found in May were buried."
        "The suit names Ann Ray, who owns 500 shares of the firm, and Bo Lind, who owns 954 shares of the firm."
    """
    for relation in relations:
        if relation.kind != SAME_MEASURE:
            continue
        (first,), (second,) = relation.claims("first"), relation.claims("second")
        holds = same_value(first, second) if relation.words == "title" else counted(first).intersects(counted(second))
        where = ("in the title", "in the text") if relation.words == "title" else ("first", "later")
        yield check(
            "CON001",
            analysis,
            (first, second),
            holds=holds,
            message=f"{figure(first)} {where[0]}, {figure(second)} {where[1]}",
            expected="" if holds else figure(second),
            found="" if holds else figure(first),
        )
