"""Anniversaries and "its tenth year" with the beginning they count from: "founded in 1964, it marks its 60th anniversary".

The beginning must stand in the same sentence, or in the one before "It"; the time is that of writing, or the one other year of the
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Claim, Member, Relation
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times.events import Event
from numclaims.relations.times.timeline import Dated, Timeline

NTH = "nth"
"""An "nth" claim with the moments "first" and "last"; `words` is "anniversary", "day", "week", "month" or "year"."""

_NOUN = re.compile(
    r"\s+(?P<noun>anniversary|day|week|month|year)\b(?!\s+(?:in\s+a\s+row|running|of\s+(?!operation|the\s+strike)|straight|term|student|pupil))"
)
_COUNTS = re.compile(
    r"\b(?:celebrat\w+|mark\w*|observ\w+|reach\w*|enter\w*|in|into|turns?|for|on)\s+(?:only\s+|now\s+)?(?:its|their|his|her|the)\s+$",
    re.IGNORECASE,
)
_IT = re.compile(r"It\s")
_NOW = re.compile(r"\b(?:is|are|now|this|next|celebrates?|marks?|enters?|entered|will|reaches|today|on\s+[A-Z][a-z]+day)\b")


def anniversaries(around: Surroundings, timeline: Timeline, events: list[Event]) -> Iterator[Relation]:
    """The ordinals of a document that count from a beginning in their sentence."""
    if timeline.written is None:
        return
    begun: dict[int, list[Event]] = {}
    for event in events:
        if event.begins and not event.now:
            begun.setdefault(event.sentence, []).append(event)
    for claim in around.claims:
        if claim.kind == "rank" and claim.value is not None:
            found = _anniversary(around, timeline, begun, claim)
            if found:
                yield found


def _of_the_sentence_before(timeline: Timeline, begun: dict[int, list[Event]], first: int) -> list[Event]:
    """What began in the sentence before one that goes on with "It"."""
    return begun.get(timeline.sentence(first - 1)[0], []) if first and _IT.match(timeline.text, first) else []


def _anniversary(around: Surroundings, timeline: Timeline, begun: dict[int, list[Event]], claim: Claim) -> Relation | None:
    noun = _NOUN.match(around.after(claim, 40))
    if noun is None or not _COUNTS.search(around.before(claim, 40)) or timeline.written is None:
        return None
    first, after = timeline.sentence(claim.start)
    starts = begun.get(first) or _of_the_sentence_before(timeline, begun, first)
    moments = [moment for moment in timeline.between(first, after) if moment.fine == 1 or moment.sure or moment.fine == 3]
    if len({event.moment.start for event in starts}) != 1:
        return None
    start = starts[0].moment
    others = [moment for moment in moments if moment.start != start.start and moment.sure]
    if others or not _NOW.search(around.text, first, after):
        return None
    now = Dated(0, 0, timeline.written, timeline.written, "", True, 3)
    return Relation(NTH, (Member("nth", claim),), words=noun["noun"], moments=(start.moment("first"), now.moment("last")))
