"""Ages with births and the time they are told for: "born on 3 May 1950, died on 1 June 2020 aged 70", "Ana Lu, 45, was born in 1990".

An age is tied to a birth where both are plainly of one person: by name, or by "he" and "she" in a text that tells of one birth.
Whether they agree is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Member, Relation
from numclaims.relations.phrases import listed, spaced
from numclaims.relations.surroundings import Surroundings, moved
from numclaims.relations.times.birthdays import birthday
from numclaims.relations.times.timeline import Dated, Timeline
from numclaims.relations.times.upcoming import about_now, upcoming

LIFE = "age at a time"
"""An "age" with the moments "born" and "at"; `words` is "written" where the time is that of writing."""

_BORN = re.compile(
    r"[Bb](?<!\w.)(?:(?<!-.)orn\b(?!-)|(?<=b)\.\s(?=\d))"
    rf"|{spaced(listed(read_toml('lives.toml', 'numclaims.relations.times')['births']['phrases']))}\b",
    re.IGNORECASE,
)
"""What tells of a birth: "born", "b. 1950", and the phrases of lives.toml."""
_SIGNS = ("born", "b.", "birth", "into the world")
"""A lower-cased text with none of these tells of no birth."""
_LIFESPAN = re.compile(r"\(\s*(?:(?:b\.|born)\s+)?(?:on\s+|in\s+)?$")
_DEATH = re.compile(r"\b(?:died|dies|has\s+died|death|passed\s+away|was\s+killed|was\s+buried)\b", re.IGNORECASE)
_SAID_OF = re.compile(
    r"""(?:\b(?P<pronoun>[Hh]e|[Ss]he)\s+(?:was|is|turned|turns|had\s+turned|had\s+just\s+turned|will\s+be|would\s+turn)\s+(?:then\s+|only\s+|just\s+|still\s+|now\s+)?
        |\b(?P<died>died|dies|die|dead)\b(?:\s+(?:[\w’'.-]+\s+){0,7}?)?(?:at|aged|at\s+the\s+age\s+of|at\s+age),?\s+
        |\b(?:aged|at\s+the\s+age\s+of|at\s+age|at\s+only|aged\s+only|aged\s+just|when\s+only)\s+
        |\bturn(?:ed|s)\s+(?:just\s+)? | (?P<turning>\b(?:will\s+turn|is\s+about\s+to\s+turn|is\s+to\s+turn)\s+)
        |(?P<opening>^At)\s+(?:just\s+|only\s+)?
        |\b[Tt]he\s+(?P<definite>(?:now\s+)?)
        |(?P<name>[A-Z][\w’'-]+),\s+(?:now\s+|then\s+)?(?:aged\s+)?
        |\b(?P<was>was|is)\s+(?:then\s+|only\s+|just\s+|still\s+)?
        |\b[Nn]ow\s+
        |\b[Tt]he\s+(?:[a-z-]+\s+){0,2}(?P<role>[a-z]+),\s+
        |(?P<at>,?\s+at\s+))$""",
    re.VERBOSE,
)
_SUBJECT = r"(?:[\w’'.-]+\s+){0,4}[\w’'.-]+"
"""A name that opens a sentence."""
_NOT_AGE = re.compile(
    r"\s*(?:%|per\b|percent|metres|meters|km|miles|points|years?\s+(?:later|after|before|ago|of)\b|th\b|minutes|to\b|months\b|and\s+a\s+half|goals|o’clock|when\s+it)"
)
_BORN_BEHIND = re.compile(r",\s+(?:who\s+was\s+)?born\b")
"""Behind an age it makes the two of one person: "the senator, 60, who was born in 1964"."""
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*[a-z]\b")
_PRESENT = re.compile(r"\b(?:is|turns)\s+(?:still\s+|now\s+|only\s+|just\s+)?$|^[Nn]ow\s")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|I)\b", re.IGNORECASE)
_IS_THE = re.compile(r",\s+(?:[\w’'.-]+\s+){0,4}[\w’'.-]+\s+is\b")
"""Behind an age that opens a sentence, somebody who is something now: "At 63, Ana Lu is the oldest"."""
_GAP = 90
_NEAR = 45
_FAR = 90
"""So far behind "was 27 when she first ..." its time may stand."""
_WHEN = re.compile(r"\s+(?:years\s+old\s+)?when\s+(?:he|she)\b")
_BARE_AGE = re.compile(r"(?:He|She)\s+was\s+(?:just\s+|only\s+)?\d+(?:\s+years\s+old)?\.?\s*")
"""A sentence that gives the age of somebody whose death is told before it."""
_BACK = 250
"""How many characters back "she" may have been named."""
_MONTH = 31


@dataclass(frozen=True, slots=True)
class LifeWords:
    """The lists of lives.toml."""

    others: frozenset[str]
    breaking: frozenset[str]
    no_names: frozenset[str]
    roles: frozenset[str]
    person_endings: frozenset[str]


@cache
def life_words() -> LifeWords:
    """The words of lives.toml, read at the first call."""
    return LifeWords(**word_classes(read_toml("lives.toml", "numclaims.relations.times")["classes"]))


@dataclass(frozen=True, slots=True)
class Life:
    """A birth, the names that stand in its sentence, and the death where the text dates it beside the birth.

    `aside` is true for somebody named in passing ("hand over to Ana Lu, who was born in 1990"), whom no pronoun means;
    `main` where the person is the subject of the sentence.
    """

    born: Dated
    sentence: int
    names: frozenset[str]
    died: Dated | None = None
    aside: bool = False
    main: bool = False


def lives(around: Surroundings, timeline: Timeline) -> Iterator[Relation]:
    """The ages of a document that are told of somebody whose birth it tells."""
    births = list(_births(timeline))
    if not births:
        return
    by_sentence = {life.sentence: life for life in births}
    only = births[0] if len({life.born.days for life in births}) == 1 else None
    deaths = _Deaths(timeline, around.text)
    for claim in around.claims:
        life = only or by_sentence.get(timeline.sentence(claim.start)[0])
        if life is None:
            continue
        at = _birthday(around, timeline, claim, life) if claim.kind == "rank" else _told_at(around, timeline, claim, life, deaths)
        if at is not None and at.last >= life.born.first and at.start != life.born.start:
            words = "" if at.end else "written"
            yield Relation(LIFE, (Member("age", claim),), words=words, moments=(life.born.moment("born"), at.moment("at")))


def _told_at(around: Surroundings, timeline: Timeline, claim: Claim, life: Life, deaths: _Deaths) -> Dated | None:
    """The time that an age is told for, if it is one of the person who was born."""
    said = _said(around, claim)
    if said is None or not _same_person(around, claim, said, life, *timeline.sentence(claim.start)):
        return None
    return _time_of(around, timeline, claim, said, life, deaths)


def _birthday(around: Surroundings, timeline: Timeline, claim: Claim, life: Life) -> Dated | None:
    """When somebody has the birthday that an ordinal numbers; None where the person may be another, or dead by then."""
    found = birthday(around, timeline, claim, life.born)
    if found is None or life.aside or life.died or (found[0] and found[0] not in life.names):
        return None
    near = re.findall(r"[\w-]+", around.before(claim, 60).lower())
    return found[1] if life_words().others.isdisjoint(near) else None


def _births(timeline: Timeline) -> Iterator[Life]:
    text = timeline.text
    for match in _BORN.finditer(text) if any(sign in timeline.lower for sign in _SIGNS) else ():
        first, after = timeline.sentence(match.start())
        pieces = re.split(r"[,;:(]", text[max(first, match.start() - 40) : match.start()])
        clause = pieces[-1]
        named = "".join(pieces[-2:])  # "her daughter, born in 1941"
        if not life_words().others.isdisjoint(re.findall(r"[\w-]+", (clause if clause.strip() else named).lower())):
            continue
        relative = re.search(r",?\s*who\s+(?:was|is|were)\s+$", text[first : match.start()])
        aside = bool(relative and not re.fullmatch(_SUBJECT, text[first : first + relative.start()]))
        main = bool(re.fullmatch(rf"(?:{_SUBJECT}(?:,\s*|\s+)(?:who\s+was\s+|was\s+)?)?", text[first : match.start()]))
        names = _names(text[max(first, match.start() - 45) : match.start()] if aside else text[first:after])
        if not clause.strip() or _PRONOUN.search(clause):
            names |= _names(text[max(0, first - _BACK) : first]) | _names(text[: _first_sentence_end(timeline)])
        for moment in timeline.between(match.end(), min(after, match.end() + _GAP)):
            gap = set(re.findall(r"[a-z]+", text[match.end() : moment.start].lower()))
            if life_words().breaking.isdisjoint(gap):
                yield Life(moment, first, names, _death_beside(timeline, moment, after), aside, main)
            break
    for stretch in timeline.stretches:
        name = text[max(0, stretch.start - 60) : stretch.start]
        closed = text[stretch.end : stretch.end + 1] == ")"
        lived = (stretch.last.first - stretch.first.first).days / 365
        if closed and _LIFESPAN.search(name) and 15 < lived < 111 and re.search(r"[A-Z][\w’'-]+\s+\(\s*(?:b\.\s*)?$", name):
            first, after = timeline.sentence(stretch.start)
            yield Life(stretch.first, first, _names(name), stretch.last)


def _first_sentence_end(timeline: Timeline) -> int:
    """Where the first sentence below the title ends, which names whom a text is about."""
    _, below_title = timeline.sentence(len(timeline.text) - len(timeline.text.lstrip()))
    return timeline.sentence(below_title)[1]


def _names(text: str) -> frozenset[str]:
    return frozenset(name for name in _CAPITAL.findall(text) if name.lower() not in life_words().no_names)


def _death_beside(timeline: Timeline, born: Dated, after: int) -> Dated | None:
    """The death told in the sentence of a birth, right behind it."""
    match = _DEATH.search(timeline.text, born.end, min(after, born.end + _GAP))
    behind = timeline.between(match.end(), min(after, match.end() + _GAP)) if match else []
    return behind[0] if behind else None


class _Deaths:
    """When the person a text is about died: the one day, month or year that it gives a death."""

    def __init__(self, timeline: Timeline, text: str) -> None:
        found: list[Dated] = []
        for match in _DEATH.finditer(text):
            first, after = timeline.sentence(match.start())
            before = re.findall(r"[\w-]+", text[max(first, match.start() - 40) : match.start()].lower())[-3:]
            if life_words().others.isdisjoint(before):
                found += timeline.between(match.end(), min(after, match.end() + _GAP))[:1]
        days = {moment.days for moment in found}
        self.one = found[0] if len(days) == 1 else None
        self.told = bool(found)


def _said(around: Surroundings, claim: Claim) -> re.Match[str] | None:
    """How an age is said: the words before it, or None where the number is none."""
    if (
        claim.value is None
        or claim.change != "none"
        or claim.kind not in ("age", "count")
        or not 0 < claim.value < 120
        or claim.unit not in ("", "year")
    ):
        return None
    match = _SAID_OF.search(around.before(claim, 110))
    if match is None or _NOT_AGE.match(around.after(claim, 25)):
        return None
    if match["role"] and not _BORN_BEHIND.match(around.after(claim, 25)):
        return None
    if claim.kind == "count":
        plain = re.match(
            r"\s*(?:[,.;)—–-]|$|then\b|(?:this|next)\s|today\b|when\b|at\b|and\b|in\b|on\b|that\b|years\s+old)", around.after(claim, 15)
        )
        if not plain or claim.value != int(claim.value) or (match["name"] and "age" not in match[0]) or match["definite"] is not None:
            return None
    if match["opening"]:
        return match if _IS_THE.match(around.text, claim.end) else None
    if not match["at"] or match["at"].startswith(","):
        return match
    in_year = re.match(r"\s+in\s+(?:1\d|20)\d\d\b", around.after(claim, 12))
    return match if in_year or upcoming(around, claim) else None


def _same_person(around: Surroundings, claim: Claim, said: re.Match[str], life: Life, first: int, after: int) -> bool:
    """Whether an age is told of the person who was born."""
    before = around.text[max(first, claim.start - 60) : claim.start]
    near = re.findall(r"[\w-]+", before.lower())[-8:]
    behind = re.findall(r"[\w-]+", around.after(claim, 25).lower())[:1]
    known = life_words()
    if said["name"] and said["name"].lower() not in known.no_names:
        return said["name"] in life.names
    if said["was"] and not (first == life.sentence and life.main) and not _named(around.text[first : claim.start], said, life):
        return False
    if not known.others.isdisjoint(near) or not known.others.isdisjoint(behind):
        return False
    if said["role"]:
        return first == life.sentence
    if life.aside:
        return False
    sentence = around.text[first:after]
    names = _names(sentence)
    if said["definite"] is not None:
        return not behind or behind[0] in known.roles or behind[0].endswith(tuple(known.person_endings))
    return bool(names & life.names or first == life.sentence or said["pronoun"] or _PRONOUN.search(sentence))


def _named(sentence: str, said: re.Match[str], life: Life) -> bool:
    """Whether the subject of "Kofi Annan was" is somebody of that name whose birth is told elsewhere."""
    subject = sentence[: len(sentence) - len(said[0])].rstrip()
    names = _names(subject)
    return bool(re.fullmatch(_SUBJECT, subject)) and bool(names) and names <= life.names


def _time_of(around: Surroundings, timeline: Timeline, claim: Claim, said: re.Match[str], life: Life, deaths: _Deaths) -> Dated | None:
    """The time at which somebody had an age."""
    first, after = timeline.sentence(claim.start)
    moments = [moment for moment in timeline.between(first, after) if moment.start != life.born.start]
    now = _now(timeline)
    if upcoming(around, claim) or said["turning"]:
        return about_now(around)
    if said["opening"]:
        return now
    if said["died"] or _dying(around, claim, first) or _age_at_death(around, timeline, claim):
        inside = [moment for moment in moments if moment.fine >= 1]
        return inside[0] if len(inside) == 1 else life.died or deaths.one or (now if not inside and not deaths.told else None)
    if (said["name"] and said["name"].lower() not in life_words().no_names) or said["definite"] is not None or said["role"]:
        return now if all(moment.first == timeline.written or moment.lead == "since" for moment in moments) else None
    before = [moment for moment in moments if moment.end <= claim.start]
    behind = [moment for moment in moments if moment.start >= claim.end]
    if behind and re.match(r"\s*(?:years\s+old\s+)?(?:in|on|when|by)?\s*$", around.text[claim.end : behind[0].start]):
        return behind[0]
    if before and len(around.text[before[-1].end : claim.start]) < _NEAR:
        return before[-1]
    reach = _FAR if _WHEN.match(around.text, claim.end) else _NEAR
    if len(moments) == 1 and (before or len(around.text[claim.end : moments[0].start]) < reach):
        return moments[0]
    if moments:
        return None
    if re.match(r"\s*(?:years\s+old\s+)?(?:then|at\s+the\s+time)\b", around.after(claim, 25)):
        earlier = timeline.between(max(0, first - 300), first)
        return earlier[-1] if earlier and earlier[-1].start != life.born.start else None
    return now if _PRESENT.search(said[0]) else None


def _dying(around: Surroundings, claim: Claim, first: int) -> bool:
    """Whether the words before an age say that somebody died: "died in Graz on 3 May 2020 at the age of 84"."""
    return bool(
        re.search(r"\b(?:died|dies|passed\s+away|death)\b[^.;]*$", around.text[max(first, claim.start - 110) : claim.start], re.IGNORECASE)
    )


def _age_at_death(around: Surroundings, timeline: Timeline, claim: Claim) -> bool:
    """ "Ida Holm died on Monday. She was 68." """
    first, after = timeline.sentence(claim.start)
    if not _BARE_AGE.fullmatch(around.text, first, after):
        return False
    before, _ = timeline.sentence(max(0, first - 2))
    told = re.findall(r"[\w-]+", around.text[before:first].lower())
    return bool(_DEATH.search(around.text, before, first)) and life_words().others.isdisjoint(told)


def _now(timeline: Timeline) -> Dated | None:
    """The day of writing, and the weeks before it in which a text may have been begun."""
    written = timeline.written
    return Dated(0, 0, moved(written, -_MONTH), written, "", True, 3) if written else None
