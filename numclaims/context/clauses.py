"""The verbs of a sentence with their subjects and agents, so that a number can be tied to who did what.

It works on the tags of `tagging`. A verb's subject is found by walking back to where its clause begins; coordinated verbs, infinitives
and participles share the subject of the verb before them, relative clauses take the noun before the relative word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from numclaims.context.tagging import Tag, tag
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.verbs import verb_forms

Range = tuple[int, int]

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_HAVE = frozenset(("has", "have", "had", "having"))
_DO = frozenset(("do", "does", "did"))
_PARTICLES = frozenset("out up off away back over down on".split())
_QUOTES = frozenset("“”\"‘’'")
_IDIOMS = frozenset(
    """give way|take effect|take place|make available|get through|go after|look for|carry out|take part|come under|make up|take over|pay for""".split("|")
)
_INNER = frozenset(("$", "€", "£", "%", "'s", "’s", "-", "‐", "‑", "&", "/", "’", "'"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group at tokens `first` to `next`, with its lemma ("bring out"), voice and noun phrases as token ranges."""

    first: int
    next: int
    lemma: str
    passive: bool
    subject: Range | None
    agent: Range | None = None
    finite: bool = True


@dataclass(frozen=True, slots=True)
class Clauses:
    """The verbs of one sentence (tokens `first` to `after`), left to right, and its tags."""

    first: int
    after: int
    tags: Sequence[Tag]
    verbs: tuple[Verb, ...]

    def tag(self, token: int) -> str:
        """The tag of a token of this sentence, "" outside it."""
        return self.tags[token - self.first] if self.first <= token < self.after else ""

    def opening(self) -> Range | None:
        """The first noun phrase of the sentence."""
        start = self.first
        while start < self.after and self.tag(start) not in ("N", "D"):
            start += 1
        end = start
        while end < self.after and self.tag(end) in ("N", "D"):
            end += 1
        return (start, end) if end > start else None

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
    at = 0
    while at < len(tags):
        if tags[at] in ("X", "V"):
            verb, at = _group(tokens, first, tags, at, verbs)
            if verb:
                verbs.append(verb)
        else:
            at += 1
    return Clauses(first, after, tags, tuple(verbs))


def _group(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> tuple[Verb | None, int]:
    """The verb group that begins at tag `at`, and the tag index behind it."""
    start, main, auxiliaries = at, -1, []
    while at < len(tags) and (tags[at] in ("X", "A", "V") or (tokens.words[base + at] in _QUOTES and auxiliaries and at + 1 < len(tags) and tags[at + 1] == "V")):
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
    particle = "" if lemma == "be" else _particle(tokens, after, base + len(tags), tags, at, lemma)
    if particle:
        lemma, after, at = f"{lemma} {particle}", after + 1, at + 1
    be = any(word in _BE for word in auxiliaries)
    reduced = not auxiliaries and form in ("past", "participle") and _reduced(tokens, base, tags, main)
    having = bool(auxiliaries) and auxiliaries[0] == "having" and bool(earlier)
    subject = earlier[-1].subject if having else _subject(tokens, base, tags, start, earlier)
    agent = _agent(tokens, base, tags, at) if reduced or be else None
    reduced = reduced and (agent is not None or tokens.lows[base + main + 1] != "by")
    passive = (be and form in ("past", "participle")) or reduced
    finite = bool(auxiliaries) or (form not in ("ing",) and not reduced and (start == 0 or tags[start - 1] != "T"))
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
        return tokens.lows[after]
    if after >= stop or tokens.lows[after] not in _PARTICLES:
        return ""
    low, follow = tokens.lows[after], tokens.lows[after + 1]
    behind = tags[at + 1] if at + 1 < len(tags) else "."
    if low in ("over", "down", "on") and behind in ("Q", "N", "D") and not (low == "over" and behind != "D" and tokens.lows[after - 1] in ("hand", "handed", "take", "took", "taken")):
        return ""
    if low == "up" and (follow == "to" or (behind == "Q" and tokens.lows[after - 1] in _be_words())):
        return ""
    return "" if follow == "of" and low != "out" or low in ("up", "down") and tokens.lows[after - 1] in _be_words() else low


def _be_words() -> frozenset[str]:
    return _BE


def _reduced(tokens: Tokens, base: int, tags: Sequence[Tag], main: int) -> bool:
    """A participle without an auxiliary right behind a noun or comma, with no object: "analysts polled by", "a dye found in"."""
    if main == 0 or main + 1 >= len(tags):
        return False
    before = tags[main - 1]
    follow = tags[main + 1]
    if tokens.lows[base + main + 1] == "by" and before in ("N", ".", "R"):
        return True
    if before != "N" or follow not in ("P", "T"):
        return False
    later = next((at for at in range(main + 1, len(tags)) if tags[at] in ("V", "X") or tokens.words[base + at] in (",", ";", ".")), -1)
    between = range(main + 1, later)
    parted = any(tags[at] in ("C", "W", ".") or tokens.lows[base + at] in _SUBORDINATORS for at in between)
    return later > 0 and tags[later] in ("X", "V") and not parted


def _agent(tokens: Tokens, base: int, tags: Sequence[Tag], at: int) -> Range | None:
    """The noun phrase behind "by" in the clause of a passive verb."""
    for index in range(at, min(len(tags), at + 12)):
        low = tokens.lows[base + index]
        if tags[index] in ("V", "X", "C", "W") or low in (",", ";", "."):
            return None
        if low == "by":
            after = _phrase_end(tokens, base, tags, index + 1)
            if after > index + 1 and "Q" not in tags[index + 1 : after] and tags[after - 1] == "N":
                return base + index + 1, base + after
    return None


def _phrase_end(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, *, joined: bool = False) -> int:
    """The end of the noun phrase that begins here, "of" phrases included; with `joined` also what "and" adds to it."""
    while at < len(tags):
        low = tokens.lows[base + at]
        if tags[at] in ("N", "D", "Q", "A") or low in _INNER:
            at += 1
        elif low == "of" and at + 1 < len(tags) and tags[at + 1] in ("N", "D", "Q"):
            at += 1
        elif low in ("per", "cent") and tokens.lows[base + at - (low == "cent") : base + at + 2 - (low == "cent")] == ["per", "cent"]:
            at += 1
        elif low == "of" and at + 1 < len(tags) and tags[at + 1] == "R":
            return at + 2
        elif low == "and" and at + 1 < len(tags) and tags[at + 1] in ("N", "D") and (joined or tokens.words[base + at + 1][:1].isupper()):
            at += 1
        else:
            break
    return at


def _subject(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, earlier: list[Verb]) -> Range | None:
    """The subject of the verb group that begins at tag `start`."""
    at = start - 1
    while at >= 0 and tags[at] == "A":
        at -= 1
    if at < 0:
        return None
    low = tokens.lows[base + at]
    if tags[at] == "T" or low in ("and", "or", "but", "then"):
        return earlier[-1].subject if earlier else None
    if tags[at] == "W":
        return _antecedent(tokens, base, tags, at - 1, earlier)
    if low in (",", "—", "–", ")"):
        return _resumed(tokens, base, tags, at, earlier)
    if tags[at] in ("C", "."):
        return earlier[-1].subject if earlier and tags[at] == "C" else None
    return _chunk(tokens, base, tags, at, earlier)


def _antecedent(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> Range | None:
    """The noun phrase before a relative word; for "of whom" and "that" behind a verb there is none."""
    if at >= 0 and tokens.lows[base + at] == ",":
        at -= 1
    if at > 1 and tokens.lows[base + at] == "of":
        while at > 0 and tokens.lows[base + at] != ",":
            at -= 1
        at -= 1
    if at < 0 or tags[at] not in ("N", "Q"):
        return None
    found = _chunk(tokens, base, tags, at, earlier, relative=True)
    if found and tokens.lows[base + at + 1] == ",":
        return max(found[0], base + _nearest(tokens, base, tags, found[0] - base, at + 1)), found[1]
    return found


_CLAUSE_STARTS = frozenset((";", ":", "“", "\"", "while", "whereas", "although", "but"))


def _nearest(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int:
    """Where the noun phrase right before a relative clause begins, without what it is "of"."""
    at = end - 1
    while at > start and tags[at] not in ("P", "T"):
        at -= 1
    return at + 1 if tags[at] in ("P", "T") else start


def _resumed(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb]) -> Range | None:
    """Behind a comma: the subject stands before the insertion ("The fire, the 52nd this season, has burnt")."""
    clause = at
    while clause > 0 and tokens.lows[base + clause - 1] not in _CLAUSE_STARTS and not (tags[clause - 1] == "W" and tags[clause - 2] in ("V", "X")):
        clause -= 1
    for verb in reversed(earlier):
        if verb.first >= base + clause and verb.finite and verb.subject is not None and tokens.lows[verb.first - 1] not in ("who", "which", "that"):
            return verb.subject
    end = clause
    while end < at and tags[end] in ("C", "A", "."):
        end += 1
    return _leading(tokens, base, tags, end, at)


def _leading(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, stop: int) -> Range | None:
    """The first noun phrase from `start` on; one behind a preposition is passed over."""
    at = start
    while at < stop:
        if tags[at] in ("N", "D", "Q", "R"):
            after = min(_phrase_end(tokens, base, tags, at), stop) if tags[at] != "R" else at + 1
            return (base + at, base + after) if after > at else None
        if tags[at] in ("P", "T"):
            inner = at + 1
            after = min(_phrase_end(tokens, base, tags, inner), stop)
            at = max(after, inner)
            if at < stop and tokens.words[base + at] == ",":
                at += 1
            continue
        at += 1
    return None


def _chunk(tokens: Tokens, base: int, tags: Sequence[Tag], at: int, earlier: list[Verb], *, relative: bool = False) -> Range | None:
    """The subject in the unbroken stretch of words that ends at tag `at`."""
    end = at + 1
    if tokens.words[base + at] == ")":
        at = _opened(tokens, base, at) - 1
        end = at + 1
    while at >= 0:
        if tokens.words[base + at] == ")":
            at = _opened(tokens, base, at) - 1
        elif tags[at] in ("N", "D", "Q", "A", "P", "R", "T") or tokens.lows[base + at] in _INNER or _joins(tokens, base, tags, at):
            at -= 1
        else:
            break
    start = at + 1
    gerund = at >= 0 and tags[at] == "V" and bool(earlier) and earlier[-1].subject is None and not earlier[-1].finite and earlier[-1].next == base + at + 1
    if gerund and not relative:
        return earlier[-1].first, base + end
    if start >= end:
        verbal = at >= 0 and tags[at] == "V" and bool(earlier)
        return (_owner_of_relative(tokens, base, tags, earlier) or earlier[-1].subject) if verbal else None
    if at >= 0 and tags[at] in ("V", "X") and not relative:
        start = _last_joint(tokens, base, tags, start, end)
    start = _subordinate(tokens, base, tags, start, end, bool(earlier))
    fresh = _fresh(tokens, base, tags, start, end)
    if fresh is not None and not relative:
        start = fresh
    elif at >= 0 and tags[at] == "V" and earlier and tags[start] in ("P", "T", "D", "N") and not earlier[-1].finite and not relative:
        return earlier[-1].subject
    if relative:
        return base + _last_phrase(tokens, base, tags, start, end), base + end
    if tags[start] in ("P", "T"):
        return earlier[-1].subject if earlier else None
    after = min(_phrase_end(tokens, base, tags, start, joined=True), end) if tags[start] != "R" else start + 1
    return (base + start, base + after) if after > start else None


_SUBORDINATORS = frozenset("after before since until as than like because while when once".split())


def _subordinate(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int, earlier: bool) -> int:
    """Past a word that begins a subordinate clause inside the stretch: "... of land as donors cut", "after the farmer cut"."""
    for at in range(end - 2, start - 1, -1):
        if tokens.lows[base + at] in _SUBORDINATORS and tags[at] == "P" and tags[at + 1] in ("D", "N", "R", "Q"):
            plain = tags[at + 1] != "Q" and not any(tags[inner] in ("P", "T") and tokens.lows[base + inner] != "of" for inner in range(at + 1, end))
            if plain and (earlier or at == start) and _fresh(tokens, base, tags, at + 1, end) is None:
                return at + 1
            return start
    return start


def _last_joint(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int:
    """Behind the last "and" of a stretch that follows a verb: there a new clause begins."""
    for at in range(end - 2, start, -1):
        if tokens.lows[base + at] in ("and", "or", "but"):
            return at + 1
    return start


def _opened(tokens: Tokens, base: int, at: int) -> int:
    """The tag index of the bracket that a closing one belongs to."""
    start = at
    while start > 0 and at - start < 40 and tokens.words[base + start] != "(":
        start -= 1
    return start


def _owner_of_relative(tokens: Tokens, base: int, tags: Sequence[Tag], earlier: list[Verb]) -> Range | None:
    """"the army they faced had": the noun in front of a clause without a relative word."""
    if not earlier or earlier[-1].subject is None:
        return None
    stop = earlier[-1].subject[0] - base
    start = stop
    while start > 0 and tags[start - 1] in ("N", "D"):
        start -= 1
    return (base + start, base + stop) if start < stop else None


def _joins(tokens: Tokens, base: int, tags: Sequence[Tag], at: int) -> bool:
    """"and" between two nouns of one subject: "Mines and explosive remnants"."""
    return tokens.lows[base + at] in ("and", "or") and at > 0 and tags[at - 1] == "N" and at + 1 < len(tags) and tags[at + 1] in ("N", "D")


def _fresh(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int | None:
    """Where the subject begins behind a fronted phrase without a comma: "In Halifax the vacancy rate", "In three years 64 people"."""
    for at in range(end - 1, start, -1):
        before = tokens.lows[base + at - 1]
        if tags[at] in ("D", "Q", "R") and tags[at - 1] in ("N", "A", "D") and before not in _INNER and before not in ("past", "next", "previous", "first", "coming"):
            return at
    return None


def _last_phrase(tokens: Tokens, base: int, tags: Sequence[Tag], start: int, end: int) -> int:
    """Where the last noun phrase of a stretch begins, "of" phrases kept with what they belong to."""
    at = end - 1
    while at > start and not (tags[at] in ("P", "T") and tokens.lows[base + at] != "of"):
        at -= 1
    return at + 1 if tags[at] in ("P", "T") and tokens.lows[base + at] != "of" else at
