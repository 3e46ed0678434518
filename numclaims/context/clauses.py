"""The verbs of a sentence with their subjects and agents, so that a number can be tied to who did what.

It works on the tags of `tagging`. A verb's subject is found by walking back to where its clause begins; coordinated verbs, infinitives
and participles share the subject of the verb before them, relative clauses take the noun before the relative word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from numclaims.context.phrases import phrase_end
from numclaims.context.smallwords import Tag
from numclaims.context.subjects import SUBORDINATORS, find_subject
from numclaims.context.tagging import tag
from numclaims.context.verb import Range, Verb
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_HAVE = frozenset(("has", "have", "had", "having"))
_DO = frozenset(("do", "does", "did"))
_PARTICLES = frozenset("out up off away back over down on aside".split())
_GIVEN = frozenset("given offered awarded paid shown asked denied assigned sent fed allowed called named dubbed".split())
_STOPS = frozenset(",;:.()")
_QUOTES = frozenset("“”\"‘’'")
_TIMES = frozenset(calendar_words().months) | frozenset(calendar_words().weekdays) | frozenset(("then", "now", "noon", "midnight", "dawn"))
_DOWNED = frozenset("shoot bring gun tear knock track hunt close shut break burn strike mow cut".split())
_IDIOMS = frozenset(
    (
        "give way|take effect|take place|make available|get through|go after|look for|carry out|take part|come under|make up"
        "|take over|pay for|take in|bring in"
    ).split("|")
)


class Clauses(NamedTuple):
    """The verbs of one sentence (tokens `first` to `after`), left to right, its tags and its first noun phrase."""

    first: int
    after: int
    tags: Sequence[Tag]
    verbs: tuple[Verb, ...]
    opening: Range | None

    def tag(self, token: int) -> str:
        """The tag of a token of this sentence, "" outside it."""
        return self.tags[token - self.first] if self.first <= token < self.after else ""

    def before(self, token: int) -> Verb | None:
        """The last verb that ends at or before a token."""
        index = bisect_right(self.verbs, token, key=_end)
        return self.verbs[index - 1] if index else None

    def behind(self, token: int) -> Verb | None:
        """The first verb that begins at or behind a token."""
        index = bisect_left(self.verbs, token, key=_start)
        return self.verbs[index] if index < len(self.verbs) else None


def _start(verb: Verb) -> int:
    return verb.first


def _end(verb: Verb) -> int:
    return verb.next


def read_clauses(tokens: Tokens, first: int, after: int) -> Clauses:
    """The clauses of the sentence at tokens `first` to `after`."""
    tags = tag(tokens, first, after)
    verbs: list[Verb] = []
    end = 0
    for at, known in enumerate(tags):
        if at >= end and known in ("X", "V") and not _left_so(tokens, first, tags, at, verbs):
            verb, end = _group(tokens, first, tags, at, verbs)
            if verb:
                verbs.append(verb)
    return Clauses(first, after, tags, tuple(_with_later_subjects(tokens, first, tags, verbs)), _opening(first, tags))


def _left_so(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> bool:
    """Whether a participle only says how something was left: "left 12 homes damaged", "leaving nine dead and 40 hurt"."""
    if not earlier or earlier[-1].lemma != "leave" or tags[at] != "V" or tags[at - 1] not in ("N", "Q"):
        return False
    between = range(earlier[-1].next - base, at)
    if any(tags[inner] not in ("D", "Q", "N", "A") and tokens.lows[base + inner] != "and" for inner in between):
        return False
    closes = at + 1 >= len(tags) or tags[at + 1] in (".", "P", "C", "A")
    return closes and _lemma(tokens.lows[base + at])[1] in ("past", "participle")


def _opening(first: int, tags: Sequence[Tag]) -> Range | None:
    """The first noun phrase of a sentence that begins at token `first`."""
    start = next((at for at, known in enumerate(tags) if known in ("N", "D")), len(tags))
    end = start
    while end < len(tags) and tags[end] in ("N", "D"):
        end += 1
    return (first + start, first + end) if end > start else None


def _with_later_subjects(tokens: Tokens, base: int, tags: Sequence[Tag], verbs: list[Verb]) -> list[Verb]:
    """A clause without a subject that opens a sentence has that of the main clause: "Having lost 40 tanks, the brigade withdrew"."""
    if not verbs or verbs[0].subject is not None:
        return verbs
    main = next((at for at, verb in enumerate(verbs) if verb.finite and verb.subject is not None), 0)
    subject = verbs[main].subject
    if subject is None or tokens.words[subject[0] - 1] != ",":
        return verbs
    opened = (verbs[0].first - base < 3 and not verbs[0].finite) or tokens.lows[base] == "having"
    lacking = range(main) if opened else ()
    return [verb._replace(subject=subject) if at in lacking and verb.subject is None else verb for at, verb in enumerate(verbs)]


def _group(tokens: Tokens, base: int, tags: list[Tag], at: int, earlier: list[Verb]) -> tuple[Verb | None, int]:
    """The verb group that begins at tag `at`, and the tag index behind it."""
    start, main = at, -1
    auxiliaries: list[str] = []
    while at < len(tags) and (
        tags[at] in ("X", "A", "V") or (tokens.words[base + at] in _QUOTES and auxiliaries and at + 1 < len(tags) and tags[at + 1] == "V")
    ):
        if tags[at] == "V":
            main = at
            at += 1
            break
        if tags[at] == "X":
            auxiliaries.append(tokens.lows[base + at])
        at += 1
    if main < 0:
        at, main = _bare(tokens, base, tags, start, at)
        if main < 0:
            return None, at
    low = tokens.lows[base + main]
    lemma, form = _lemma(low)
    after = base + at
    across = at + _parts_verb(tokens, after, tags, at)
    particle = "" if lemma == "be" else _particle(tokens, base + across, base + len(tags), tags, across, lemma)
    if particle:
        tags[across] = "A"
        lemma, after, at = f"{lemma} {particle}", base + across + 1, across + 1
    be = not _BE.isdisjoint(auxiliaries)
    reduced = not auxiliaries and form in ("past", "participle") and _reduced(tokens, base, tags, main)
    having = bool(auxiliaries) and auxiliaries[0] == "having" and bool(earlier)
    subject = earlier[-1].subject if having else find_subject(tokens, base, tags, start, earlier)
    agent = _agent(tokens, base, tags, at) if reduced or be else None
    reduced = reduced and (agent is not None or tokens.lows[base + main + 1] != "by")
    if not auxiliaries and form in ("past", "participle") and start and _joins_passive(tokens, base, tags, start, at, earlier):
        be = True
    passive = (be and form in ("past", "participle")) or reduced
    finite = bool(auxiliaries) or (form not in ("ing",) and not reduced and (start == 0 or tags[start - 1] != "T"))
    if finite and form == "base" and not auxiliaries and _joins_infinitive(tokens, base, start, earlier):
        finite = False
    return Verb(base + start, after, lemma, passive, subject, agent, finite), at


def _bare(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> tuple[int, int]:
    """An auxiliary that is the verb itself: "is", "has", "did"; a modal alone is none."""
    for at in range(end - 1, start - 1, -1):
        if tags[at] == "X" and (tokens.lows[base + at] in _BE or tokens.lows[base + at] in _HAVE or tokens.lows[base + at] in _DO):
            return at + 1, at
    return end, -1


def _lemma(low: str) -> tuple[str, str]:
    if low in _BE:
        return "be", "base"
    if low in _HAVE:
        return "have", "base"
    if low in _DO:
        return "do", "base"
    return verb_forms().forms.get(low, (low, "base"))


def _particle(tokens: Tokens, after: int, stop: int, tags: Sequence[Tag], at: int, lemma: str) -> str:
    """The particle of a phrasal verb: "brought out", "knocked out power", "called up"; not "rose up to", "spread over five years"."""
    if after < stop and f"{lemma} {tokens.lows[after]}" in _IDIOMS:
        year = len(tokens.lows[after + 1]) == 4 and tokens.lows[after + 1].isdecimal()
        counted = at + 1 < len(tags) and tags[at + 1] in ("Q", "A", "P") and not year
        return tokens.lows[after] if tokens.lows[after] != "in" or counted else ""
    if after >= stop or tokens.lows[after] not in _PARTICLES:
        return ""
    low, follow = tokens.lows[after], tokens.lows[after + 1]
    behind = tags[at + 1] if at + 1 < len(tags) else "."
    if low == "down" and lemma in _DOWNED:
        return low
    if low in ("over", "down", "on") and behind in ("Q", "N", "D"):
        return low if low == "over" and lemma in ("hand", "take") else ""
    if (follow == "of" and low != "out") or (low == "off" and tokens.words[after + 1][:1].isupper()):
        return ""
    return "" if low == "up" and follow == "to" else low


def _parts_verb(tokens: Tokens, after: int, tags: Sequence[Tag], at: int) -> int:
    """1 where a pronoun stands between a verb and its particle: "put it out", "shut them down"."""
    pronoun = at + 1 < len(tags) and tokens.lows[after] in ("it", "them", "him", "us")
    return int(
        pronoun
        and tokens.lows[after + 1] in _PARTICLES
        and tags[at + 1] == "P"
        and (at + 2 >= len(tags) or tags[at + 2] in (".", "P", "C"))
    )


def _reduced(tokens: Tokens, base: int, tags: Sequence[Tag], main: int) -> bool:
    """A participle without an auxiliary right behind a noun or comma, with no object: "analysts polled by", "a dye found in"."""
    if main == 0 or main + 1 >= len(tags):
        return False
    before = tags[main - 1]
    follow = tags[main + 1]
    if tokens.lows[base + main + 1] == "by" and before in ("N", ".", "R"):
        return True
    if _lemma(tokens.lows[base + main])[0] in roles().speech:
        return False
    given = tokens.lows[base + main] in _GIVEN and follow in ("D", "N", "Q")
    if before == "." and follow in ("P", "T"):
        return _inserted(tokens, base, tags, main)
    if before != "N" or not (given or follow in ("P", "T")):
        return False
    if not given and _is_object(tokens, base, tags, main):
        return True
    later = next((at for at in range(main + 1, len(tags)) if tags[at] in ("V", "X") or tokens.words[base + at] in (",", ";", ".")), -1)
    between = range(main + 1, later)
    parted = any(tags[at] in ("C", "W", "R", ".") or tokens.lows[base + at] in SUBORDINATORS for at in between)
    return later > 0 and tags[later] in ("X", "V") and not parted


def _inserted(tokens: Tokens, base: int, tags: Sequence[Tag], main: int) -> bool:
    """Whether a participle stands between commas before the verb of its noun: "the ship, built for 40 people, carried 90"."""
    if tokens.words[base + main - 1] != "," or main < 2 or tags[main - 2] != "N":
        return False
    closing = next((at for at in range(main + 1, len(tags)) if tokens.words[base + at] in _STOPS), len(tags))
    if closing + 1 >= len(tags) or tokens.words[base + closing] != "," or "V" in tags[main + 1 : closing]:
        return False
    return tags[closing + 1] in ("V", "X")


def _is_object(tokens: Tokens, base: int, tags: Sequence[Tag], main: int) -> bool:
    """Whether the noun before a participle belongs to a verb before it: "bury the bodies found in", "sleep in a hall built for"."""
    at = main - 1
    while at > 0 and tags[at] in ("N", "D", "Q"):
        at -= 1
    if tags[at] == "P":
        return tags[at - 1] == "V" and _lemma(tokens.lows[base + at - 1])[0] not in roles().speech
    return tags[at] == "V" and _lemma(tokens.lows[base + at])[0] not in roles().speech


def _joins_passive(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, after: int, earlier: list[Verb]) -> bool:
    """Whether a participle goes on with a passive and has no object of its own: "was boiled and cooled within an hour"."""
    if tokens.lows[base + start - 1] not in ("and", "or", "then") or after >= len(tags) or not earlier:
        return False
    return earlier[-1].passive and earlier[-1].finite and tags[after] in ("P", "T", ".", "A")


def _joins_infinitive(tokens: Tokens, base: int, start: int, earlier: list[Verb]) -> bool:
    """Whether a base form goes on with an infinitive: "plans to cut jobs and close two plants"."""
    return bool(earlier) and tokens.lows[base + start - 1] in ("and", "or") and tokens.lows[earlier[-1].first - 1] == "to"


def _agent(tokens: Tokens, base: int, tags: Sequence[Tag], at: int) -> Range | None:
    """The noun phrase behind "by" in the clause of a passive verb."""
    for index in range(at, min(len(tags), at + 12)):
        low = tokens.lows[base + index]
        if tags[index] in ("V", "X", "C", "W") or low in (",", ";", "."):
            return None
        if low == "by":
            doing = (
                index + 2 < len(tags)
                and tags[index + 1] == "V"
                and tags[index + 2] == "N"
                and tokens.lows[base + index + 1].endswith("ing")
            )
            after = phrase_end(tokens, base, tags, index + 1 + doing)
            after = next((at for at in range(index + 2, after) if tags[at] == "Q" and tags[at - 1] == "N"), after)
            if tokens.lows[base + index + 1] in _TIMES:
                return None
            if tokens.lows[base + after - 1] in number_words().fractions or tokens.lows[base + after - 1] in number_words().ordinals:
                return None
            if after > index + 1 + doing and "Q" not in tags[index + 1 : after] and tags[after - 1] == "N":
                return base + index + 1, base + after
    return None
