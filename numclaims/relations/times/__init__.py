"""The relations of a document's times, read from one timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numclaims.model import Relation
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times.anniversaries import anniversaries
from numclaims.relations.times.durations import durations
from numclaims.relations.times.events import event_words, read_events
from numclaims.relations.times.lives import lives
from numclaims.relations.times.order import orders
from numclaims.relations.times.timeline import Timeline

_YEAR = re.compile(r"\d{4}")


def time_relations(around: Surroundings) -> Iterator[Relation]:
    """What the times of a document say of each other and of the lengths of time in it."""
    if not around.dates and "day" not in around.lower and not _YEAR.search(around.text):
        return
    timeline = Timeline(around)
    if not (timeline.moments or timeline.stretches):
        return
    events = read_events(timeline, event_words().phrases)
    yield from orders(timeline, events)
    yield from durations(around, timeline, events)
    yield from anniversaries(around, timeline, events)
    yield from lives(around, timeline)
