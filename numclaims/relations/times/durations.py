"""Lengths of time with the times they run between: "for nine years, from 1980 to 1989", "in 2014, ten years ago", "ten-day truce".

A length belongs to a stretch right beside it, to "since" and "ago" with the day of writing, to the beginning and the end of the same
thing, or to the event it is counted from. Where a text leaves several times open and one of them fits, that one is taken. Whether
the length fits is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, partial
from itertools import pairwise

from numclaims.grammar.tokens import words_of
from numclaims.interval import allowed
from numclaims.model import Claim, Member, Relation
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times.elapsed import DAYS_IN, between
from numclaims.relations.times.events import Event, event_words, stems
from numclaims.relations.times.lengths import chosen, told_beside
from numclaims.relations.times.onwards import since, since_then
from numclaims.relations.times.spans import Spans
from numclaims.relations.times.subjects import follows
from numclaims.relations.times.timeline import Dated, Stretch, Timeline

DURATION = "duration"
"""A "length" with the moments "first" and "last"; `words` say what ties them, "at most" where the length may be shorter."""

_WORKING = re.compile(r"[\s-]*(?:working|business|school|trading|sitting|banking|court|sols|games?|matches|match|odd)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:on|within|in|every|any|each|least|notice|up\s+to|worked|works|missed|lost|of)\s+$", re.IGNORECASE)
_AGO_IN = re.compile(r"\s+ago[\s,(—–-]*(?:back\s+)?(?:in|on)?\s*$")
_BEFORE_AGO = re.compile(r"[\s,(—–-]*(?:some|about|almost|nearly|more\s+than|over|exactly|just)?\s*$")
_REACHES_BACK = re.compile(
    r"\b(?:after|following|ending|ended|end(?:s|ed)?\s+to|survived|spent|endured|lasted|lasting|for)\s+(?:(?:a|an|the|his|her|their|its|some|about|nearly|almost|"
    r"more\s+than|over|just|only|another|[a-z]+\s+of|total)\s+)*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?P<way>after)\s+(?:the\s+|that\s+|his\s+|her\s+|its\s+|their\s+|he\s+|she\s+|it\s+|they\s+)?(?P<what>(?:[a-z-]+(?:['’]s)?\s*){1,4})",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:has|have|now|still|today|so\s+far)\b")
_HAD = re.compile(r"\b(?:had|would|was\s+to|by\s+then|will)\b")
_COUNTING = re.compile(r"\b(?:later|after|earlier|before|next)\b")
_LATER_IN = re.compile(r"\s+later,?\s+(?:in|on)\s+(?:(?:the|early|late|mid)\s+)?$")
_WHICH_BEGAN = re.compile(r"\s+[\w\s-]{1,40}?\s(?:that|which|has|had)\s+")
_SURVIVED = re.compile(r"\b(?:survived|endured|held\s+out|spent)\b")
_WHICH = frozenset(("first", "initi", "secon", "lates"))
_SUMS_UP = re.compile(r"[,)–—]|\blast(?:ed|s|ing)\b")
_ANOTHER = frozenset("first second third another earlier previous next other former later".split())
_FAR = 600
"""How many characters back the time may stand that "two years later" counts from."""
_WIDE = 6000
"""How many characters away a time may stand that a length is explained by."""
_TELLING = 80
"""How many characters before a time tell of its event."""
_MANY = 6
"""A text with more candidates than this does not tell which is meant."""
_RATIO = 2.5
"""A length is tied to a beginning told elsewhere only where the two are of one order; others speak of something else."""


def _fits(claim: Claim, first: Dated, last: Dated) -> bool:
    return allowed(claim).intersects(between(first.days, last.days, claim.unit))


def durations(around: Surroundings, timeline: Timeline, events: list[Event]) -> Iterator[Relation]:
    """The lengths of time of a document whose times it tells, one relation for each at most."""
    lengths = [
        claim for claim in around.claims if claim.unit in DAYS_IN and not claim.per and (claim.kind == "duration" or _of_thing(claim))
    ]
    if not lengths:
        return
    reader = _Reader(around, timeline, events)
    for claim in lengths:
        if not _WORKING.match(around.after(claim, 20)):
            found = reader.read(claim)
            if found:
                yield found


def _of_thing(claim: Claim) -> bool:
    """Whether an age may be that of a bridge or a firm: "80 years old"."""
    return claim.kind == "age" and claim.text.endswith(" old")


def _relation(claim: Claim, first: Dated, last: Dated, words: str) -> Relation:
    return Relation(DURATION, (Member("length", claim),), words=words, moments=(first.moment("first"), last.moment("last")))


class _Reader:
    """The times of a document as one length after another asks for them."""

    def __init__(self, around: Surroundings, timeline: Timeline, events: list[Event]) -> None:
        self.around, self.timeline, self.events, self.text = around, timeline, events, around.text
        self.by_sentence: dict[int, list[Event]] = {}
        for event in events:
            self.by_sentence.setdefault(event.sentence, []).append(event)
        past = [event for event in events if not event.now and event.moment.fine > 1]
        self.begun = tuple(dict.fromkeys(event.moment for event in past if event.begins))
        self.ended = tuple(dict.fromkeys(event.moment for event in past if not event.begins and event.moment.fine == 3))
        self.spans = Spans(around, timeline, events)
        self.now = Dated(0, 0, timeline.written, timeline.written, "", True, 3) if timeline.written else None

    def read(self, claim: Claim) -> Relation | None:
        """What a length belongs to, by the first form that fits."""
        first, after = self.timeline.sentence(claim.start)
        moments = self.timeline.between(first, after)
        return (
            self._beside_stretch(claim, first, after)
            or self._ago(claim, moments)
            or self._since(claim, first, moments)
            or self._told_beside(claim, first, after, moments)
            or self._began(claim, first)
            or self._later_in(claim, moments)
            or self._after_event(claim, first, moments)
            or self._named_span(claim)
            or self._referring_back(claim)
            or self._reaching_back(claim, first, moments)
        )

    def _beside_stretch(self, claim: Claim, first: int, after: int) -> Relation | None:
        """ "for nine years, from 1980 to 1989", "from 3 to 14 March, 12 days in all", "the 26-day fair runs from 1 to 26 March"."""
        if claim.bound in ("at most", "less than", "at least", "more than"):
            return None
        for stretch in self.timeline.stretches_in(first, after):
            if stretch.start >= claim.end:
                gap = self.text[claim.end : stretch.start]
                tied = self._tied(claim, gap) and not _WITHIN.search(self.around.before(claim, 20))
            else:
                gap = self.text[stretch.end : claim.start]
                tied = stretch.end <= claim.start and len(gap) < 25 and self._follows(claim, stretch, gap)
            if tied:
                return _relation(claim, stretch.first, stretch.last, "from to")
        return None

    def _tied(self, claim: Claim, gap: str) -> bool:
        words = [word for word in words_of(gap.lower()) if word not in event_words().ties]
        attributive = "-" in claim.text and not claim.text.endswith("s")
        if "between" in gap and not attributive:
            return not words and bool(re.search(r"\bthe\s+(?:full\s+)?$", self.around.before(claim, 15)))
        if not attributive:
            return len(gap) < 60 and not words
        return len(gap) < 60 and len(words) <= 3 and "," not in gap and any(word in event_words().kinds for word in words)

    def _follows(self, claim: Claim, stretch: Stretch, gap: str) -> bool:
        """Whether a length sums up the stretch before it: "from 3 to 14 March, 12 days", not "12 days of rain"."""
        if not _SUMS_UP.search(gap) or (stretch.first.lead == "between" and "for" in gap) or not _plain(gap):
            return False
        return not re.match(r"\s+(?:of|a|per|before|after|later|earlier|ago|old)\b", self.around.after(claim, 12))

    def _ago(self, claim: Claim, moments: list[Dated]) -> Relation | None:
        """ "in 2014, ten years ago", "ten years ago, in 2014"."""
        if self.now is None or not self.around.after(claim, 6).startswith(" ago"):
            return None
        for moment in moments:
            if moment.first == moment.last and moment.first >= self.now.first:  # "three years ago today"
                continue
            behind = moment.start > claim.end and _AGO_IN.fullmatch(self.text[claim.end : moment.start])
            before = (
                moment.end <= claim.start
                and len(self.text[moment.end : claim.start]) < 20
                and _BEFORE_AGO.fullmatch(self.text[moment.end : claim.start])
            )
            if behind or before:
                return _relation(claim, moment, self.now, "ago")
        return None

    def _since(self, claim: Claim, first: int, moments: list[Dated]) -> Relation | None:
        """ "in the ten years since 2014", "It closed in 1992. In the three decades since, ...": see `onwards`."""
        if self.now is None or claim.bound in ("at most", "less than") or _HAD.search(claim.sentence):
            return None
        before, _ = self.timeline.sentence(max(0, first - 1))
        told = self.timeline.between(before, first) if len(self.by_sentence.get(before, [])) == 1 else []
        start = since(self.around, claim, moments) or (None if moments else since_then(self.around, claim, told))
        return _relation(claim, start, self.now, "since") if start else None

    def _told_beside(self, claim: Claim, first: int, after: int, moments: list[Dated]) -> Relation | None:
        """ "lifted on 18 May after 15 days", "Twelve days after the quake of 3 May, on 15 May": see `lengths`."""
        if claim.bound in ("at most", "less than", "at least", "more than"):
            return None
        begun = [event.moment for event in self.by_sentence.get(first, []) if event.begins and not event.now]
        ends = told_beside(self.text, claim, moments, after, alone=self._stands_alone(claim), now=self.now, begun=begun)
        return _relation(claim, *chosen(ends, partial(_fits, claim)), "to") if ends else None

    def _began(self, claim: Claim, first: int) -> Relation | None:
        """ "the 1,000-day war that began on 24 February 2022": no longer than to the day of writing; still on, no shorter."""
        if self.now is None or "-" not in claim.text:
            return None
        events = self.by_sentence.get(first, [])
        event = next((event for event in events if event.begins and not event.now and event.start > claim.end), None)
        ended = any(not other.begins and other.start > claim.start for other in events)
        if event is None or ended or not _WHICH_BEGAN.fullmatch(self.text[claim.end : event.start]):
            return None
        still = bool(_STILL.search(claim.sentence)) and not _HAD.search(claim.sentence)
        return _relation(claim, event.moment, self.now, "since" if still else "at most")

    def _later_in(self, claim: Claim, moments: list[Dated]) -> Relation | None:
        """ "In 1999 ... Two years later, in 2005,": some time before must fit, if none is counted from another in between."""
        last = next(
            (moment for moment in moments if moment.start > claim.end and _LATER_IN.fullmatch(self.text[claim.end : moment.start])), None
        )
        if last is None:
            return None
        earlier = [
            moment
            for moment in self.timeline.between(claim.start - _FAR, claim.start)
            if moment.last < last.first and moment.fine >= min(last.fine, 2)
        ]
        if not earlier or _COUNTING.search(self.text, earlier[-1].end, claim.start):
            return None
        fitting = [moment for moment in earlier if _fits(claim, moment, last)]
        return _relation(claim, (fitting or earlier)[-1], last, "later")

    def _after_event(self, claim: Claim, first: int, moments: list[Dated]) -> Relation | None:
        """ "On 9 September, 50 days after the launch", "The declaration came 148 days after the first case": events told elsewhere."""
        match = _AFTER.match(self.around.after(claim, 70))
        if not match or claim.bound in ("at most", "less than", "at least", "more than"):
            return None
        what = stems(match["what"]) - _WHICH
        direct = next((moment for moment in moments if 0 <= moment.start - (claim.end + match.start("what")) < 4), None)
        start = direct or self._dated_by(what, claim)
        if start is None:
            return None
        near = [moment for moment in moments if moment.end <= claim.start and len(self.text[moment.end : claim.start].split()) <= 2]
        end = near[-1] if near else self._dated_by(stems(self.text[first : claim.start]) & _subject(self.text[first : claim.start]), claim)
        if end is None or end.start == start.start or start.first > end.last:
            return None
        return _relation(claim, start, end, f"after {match['what'].strip()}")

    def _dated_by(self, what: frozenset[str], claim: Claim) -> Dated | None:
        """The one time of the document whose sentence speaks of all these words just before it."""
        if not what:
            return None
        own, _ = self.timeline.sentence(claim.start)
        candidates = self._told_of.get(min(what), [])
        if len(candidates) > _MANY:
            return None
        found = [moment for moment, sentence, told in candidates if sentence != own and what <= told]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _told_of(self) -> dict[str, list[tuple[Dated, int, frozenset[str]]]]:
        """The days and months of the document by the stems of the words before them, with their sentence and all those stems."""
        index: dict[str, list[tuple[Dated, int, frozenset[str]]]] = {}
        for moment in self.timeline.moments:
            if moment.fine >= 2:
                first, _ = self.timeline.sentence(moment.start)
                told = stems(self.text[max(first, moment.start - _TELLING) : moment.start])
                for word in told:
                    index.setdefault(word, []).append((moment, first, told))
        return index

    def _named_span(self, claim: Claim) -> Relation | None:
        """ "The ten-day truce ... The agreement took effect on 3 May and expired on 9 May": beginning and end of a thing of this kind."""
        if "-" not in claim.text or claim.text.endswith("s"):
            return None
        behind = [word for word in words_of(self.around.after(claim, 40).lower()) if word.isalpha()][:3]
        noun = next((word for word in behind if word in event_words().kinds), "")
        fitting = [pair for pair in self._spans if self._speaks_of(pair[0], noun)] if noun and len(self._spans) <= _MANY else []
        if len(fitting) != 1 or fitting[0][0].moment.first > fitting[0][1].moment.last:
            return None
        return _relation(claim, fitting[0][0].moment, fitting[0][1].moment, f"the {noun}")

    @cached_property
    def _spans(self) -> list[tuple[Event, Event]]:
        """Beginnings with the ends that follow them in their sentence, or in the next of the same subject."""
        return [(one, two) for one, two in pairwise(self.events) if one.begins and not two.begins and follows(self.text, one, two)]

    def _speaks_of(self, event: Event, noun: str) -> bool:
        kinds = event_words().kinds
        words = words_of(self.text[event.sentence : event.start].lower())
        if not _ANOTHER.isdisjoint(words):
            return False
        return any(not kinds[noun].isdisjoint(kinds.get(word, ())) for word in words) or words in (["it"], ["they"])

    def _referring_back(self, claim: Claim) -> Relation | None:
        """ "It ran from 3 to 8 May. The six-day event ...", "In those six days": the span of the sentence before."""
        meant = self.spans.meant(claim)
        return _relation(claim, *meant, "that span") if meant else None

    def _reaching_back(self, claim: Claim, first: int, moments: list[Dated]) -> Relation | None:
        """ "On 4 March 2025, after 21 months, she was freed": from the one beginning that the text tells, if no other time fits."""
        before = self.text[max(first, claim.start - 40) : claim.start]
        if (
            not _REACHES_BACK.search(before)
            or claim.bound in ("at most", "less than", "at least", "more than")
            or not self._stands_alone(claim)
        ):
            return None
        end = self._end(claim, first, moments)
        if end is None:
            return None
        earlier = [
            moment
            for moment in self.timeline.moments
            if moment.last < end.first and (moment.fine >= 2 or claim.unit not in ("day", "week", "month"))
        ]
        fitting = [moment for moment in earlier if _fits(claim, moment, end)]
        if fitting:
            return _relation(claim, fitting[-1], end, "to")
        begun = {
            event.moment
            for event in self.events
            if event.begins and not event.now and event.moment.last < end.first and event.moment.fine > 1
        }
        if len(begun) != 1 or end.fine == 1:
            return None
        start = begun.pop()
        real = between(start.days, end.days, claim.unit)
        possible = allowed(claim)
        alike = possible.low < real.high * _RATIO and real.low < possible.high * _RATIO
        return _relation(claim, start, end, "to") if alike else None

    def _stands_alone(self, claim: Claim) -> bool:
        """Whether a length is one of the whole affair: "after 33 months, she", "21 days underground", not "46 years of marriage"."""
        known = event_words()
        words = words_of(self.around.after(claim, 40).lower())[:3]
        if not words or not words[0].isalpha() or words[0] in known.ordeal:
            return True
        return words[0] in ("and", "later", "when", "before") or (
            words[0] in ("in", "of", "at", "on") and any(word in known.ordeal or word in known.kinds for word in words)
        )

    def _end(self, claim: Claim, first: int, moments: list[Dated]) -> Dated | None:
        """The time that a length ends at: of the one end in its sentence or in the text, or the time of a sentence that says "ending"."""
        ends = [event for event in self.by_sentence.get(first, []) if not event.begins and not event.now]
        if len({event.moment.start for event in ends}) == 1:
            return ends[0].moment
        close = self.text[max(first, claim.start - 40) : claim.start]
        if not ends and not moments and _SURVIVED.search(close):
            return self.ended[0] if len(self.ended) == 1 else None
        ending = re.search(r"\bending\b", close)
        before = [moment for moment in moments if moment.end <= claim.start]
        return before[-1] if ending and before and not ends else None


def _subject(text: str) -> frozenset[str]:
    """The stems of the first noun phrase of a sentence, up to its verb."""
    return stems(re.split(r"\b(?:came|comes|was|were|is|followed|took)\b", text, maxsplit=1)[0])


def _plain(gap: str) -> bool:
    return all(word in event_words().ties for word in words_of(gap.lower()))
