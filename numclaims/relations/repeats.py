"""Numbers given twice for one thing: in the title and in the text, and where a later sentence takes a count up again.

"12 killed in bus crash" over "The crash killed 14 people"; "the depot's 24 tanks" and "the depot has 18 tanks in all"; "will hand over
1,200 bodies" and "the 1,500 bodies that they are to hand over". A relation "same measure" has a "first" and a "second". Where the text
says that a number changed, or that it counts a part, or cites another source for it, there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from numclaims.grammar.tokens import words_of
from numclaims.interval import Interval, allowed
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import read_toml, word_classes
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import amount
from numclaims.relations.lists.lists import is_past
from numclaims.relations.phrases import phrases
from numclaims.relations.sums.breakdowns import harm
from numclaims.relations.surroundings import Noun, Surroundings, singular

SAME_MEASURE = "same measure"

_LEAD = 900
"""How many characters of the text tell what the title says."""
_FRONT = 16
"""A number no farther than this from the head of its sentence belongs to the sentence's subject."""
_ROUND, _ROUNDED = 50, 0.05
"""From here on a number in a title that ends in a zero may be rounded, by no more than this share of itself."""
_BOUNDED = ("exact", "about", "range")
_CLAUSE_END = re.compile(r"[,.;:(–—]")
_PARTICLES = frozenset(("out", "over", "up", "down", "off", "back", "away"))
_GOES_ON = frozenset(("is", "are", "was", "were", "will", "would", "had", "have", "has", "can", "could", "may", "must", "should"))
_TIMES = re.compile(
    r"\b(?:last|this|next)\s+(?:year|month|week|season|time|summer|winter|spring|autumn|night)\b|\b(?:19|20)\d\d\b|"
    rf"\b(?:{'|'.join([*month_name[1:], *day_name])})\b"
)
_EACH = re.compile(r"\s*,?\s+(?:each|apiece)\b")
_SIZE = 10
"""So many times as much is no slip, where the title does not say what it counts."""
_MANY = 8
"""A thing counted more often than this is counted in several respects."""
_DEFINITE = re.compile(r"(?:^|[\s“\"(])(?:the|all(?:\s+(?:of\s+)?the)?|those|these|its|their|his|her)\s+$", re.IGNORECASE)
_OWNER = re.compile(r"\b(?P<owner>[\w-]+)['’]s?\s+$")
_HAS = re.compile(
    r"\b(?P<owner>[\w-]+)\s+(?:has|had|have|holds|held|owns|owned|operates|operated|employs|employed|keeps|kept|consists\s+of)\s+$"
)
_EMPLOYS = re.compile(r"\bemploy(?:s|ed|ing)?\s+(?:about\s+|some\s+)?$")
_EMPLOY = frozenset(("employ", "employs", "employed", "employing"))
_IN_ALL = re.compile(rf"\s+{phrases('totals', 'total_behind')}")
_RELATIVE = re.compile(r"(?:\s+of\s+[\w\s’'-]{1,40}?|\s+[\w-]+)?\s+(?:who|that|which|whom)\s+(?P<clause>[^.;:]{2,70})")
_COMPLEMENT = re.compile(
    r"\s+(?:of|in|from|at|on|for|with|aged|under|over)\s+(?P<word>(?:the\s+|its\s+|a\s+)?[^\w\s]?[\w’'-]+(?:\.[\w-]+)?)"
)
_PART_BEHIND = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|them|these|those|whom|which)\b")
_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+)?")
_BY = re.compile(r"\s+(?P<verb>[a-z]+)\s+by\b")
_PART_BEFORE = re.compile(
    r"\b(?:out\s+of|of|among|from|than|to|by|another|other|and|plus)\s+(?:the\s+|all\s+|its\s+|their\s+)?$", re.IGNORECASE
)

_LIVES_OF = re.compile(r"\b(?:lives|deaths|total|number|toll|homes|jobs)\s+of\s+$")


@dataclass(frozen=True, slots=True)
class RepeatWords:
    """The words of repeats.toml; the nouns in the singular."""

    jobs: frozenset[str]
    homes: frozenset[str]
    dead: frozenset[str]
    befallen: frozenset[str]
    moving: frozenset[str]
    changing: frozenset[str]
    things: frozenset[str]
    light: frozenset[str]
    ownerless: frozenset[str]


@cache
def repeat_words() -> RepeatWords:
    """The words of repeats.toml, read at the first call."""
    return RepeatWords(**word_classes(read_toml("repeats.toml", "numclaims.relations")["words"]))


def repeat_relations(around: Surroundings) -> Iterator[Relation]:
    """The numbers of a document that are of one thing, by title and text first, then within the text."""
    body = around.body_start
    first = bisect_left(around.starts, body)
    for index in range(min(first, _MANY)):
        relation = _in_title(around, index, first)
        if relation:
            yield relation
    yield from _in_text(around, first)


def _plain(around: Surroundings, claim: Claim) -> bool:
    """Whether a claim is one amount, neither changed nor a part of more, as its clause tells it."""
    if not amount(claim) or claim.value is None or claim.bound not in ("exact", "about"):
        return False
    return not _PART_BEHIND.match(around.text, claim.end)


def _changing(around: Surroundings, claim: Claim) -> bool:
    """Whether the words next to a number tell of a change, a part or more of the same."""
    words = repeat_words()
    before = words_of(around.before(claim, 50))[-5:]
    behind = words_of(_CLAUSE_END.split(around.after(claim, 50), maxsplit=1)[0])[:4]
    if before[-1:] == ["left"]:  # "left 800 homes dark" is what befell them; "800 homes left" are what remains
        before = before[:-1]
    return not (words.moving | words.changing).isdisjoint(before) or not words.changing.isdisjoint(behind)


def _in_title(around: Surroundings, index: int, first: int) -> Relation | None:
    """The relation of a number in the title to the number for the same thing in the first sentences of the text."""
    title = around.claims[index]
    noun = around.noun(index)
    if not _plain(around, title) or _changing(around, title) or title.value == 1 or _of_another(around, index):
        return None
    if noun and noun.head in repeat_words().things:
        return None
    body = [claim for claim in around.claims[first:] if claim.kind == title.kind and claim.unit == title.unit]
    for claim in body:
        if same_value(title, claim) and (claim.bound in _BOUNDED or _one_thing(around, title, noun, claim)):
            return _relation(title, claim, "title")
    if _adds_up(title, body):
        return None
    for claim in body:
        if claim.start > around.body_start + _LEAD:
            break
        if _plain(around, claim) and not _changing(around, claim) and _one_thing(around, title, noun, claim):
            before = around.before(claim, 30)
            return None if _PART_BEFORE.search(before) and not _LIVES_OF.search(before) else _relation(title, claim, "title")
    return None


def _of_another(around: Surroundings, index: int) -> bool:
    """Whether a number is the whole of which the one before it is a part: "cuts 300 of 1,200 jobs"."""
    return index > 0 and bool(_OF.fullmatch(around.between(around.claims[index - 1], around.claims[index])))


def same_value(title: Claim, claim: Claim) -> bool:
    """Whether two numbers can be one, a round one in a title being rounded."""
    value = title.value or 0.0
    near = allowed(title)
    if value >= _ROUND and value % 10 == 0:
        near = near.hull(Interval(value * (1 - _ROUNDED), value * (1 + _ROUNDED)))
    return near.intersects(allowed(claim))


def _adds_up(title: Claim, body: Sequence[Claim]) -> bool:
    """Whether the numbers of one of the first sentences, or of the first two, add up to the one in the title."""
    sums: dict[int, float] = {}
    for claim in body[:_MANY]:
        sums[claim.sentence_start] = sums.get(claim.sentence_start, 0.0) + (claim.value or 0.0)
    firsts = list(sums.values())
    return any(abs(total - (title.value or 0.0)) < 0.5 for total in (*firsts, sum(firsts[:2]), sum(firsts[:3])))


def _one_thing(around: Surroundings, title: Claim, noun: Noun | None, claim: Claim) -> bool:
    """Whether a number at the head of the text is of the thing that the title counts."""
    if title.change != claim.change or title.per != claim.per:
        return False
    if title.kind != "count":
        near = max(title.value or 0, claim.value or 0) < 3 * min(title.value or 0, claim.value or 0) or title.kind != "money"
        return near and title.action == claim.action != "" and (title.kind == "money" or title.item == claim.item != "")
    return _one_count(around, title, noun, claim)


def _one_count(around: Surroundings, title: Claim, noun: Noun | None, claim: Claim) -> bool:
    """The same of counts: by their nouns, by what befell people, or by the verb where the title leaves the noun out."""
    other = around.noun(around.index(claim))
    befell = harm(around, title), harm(around, claim)
    if any(befell):
        return befell[0] == befell[1] and _alike_heads(noun, other, generic=True)
    if noun is None or not noun.plural:
        small, large = sorted((title.value or 0, claim.value or 0))
        return large < _SIZE * small and title.action == claim.action != "" and other is not None and other.plural and not other.owner
    if other is None or noun.owner or other.owner or not _alike_heads(noun, other, generic=False):
        return False
    if noun.head in repeat_words().dead and title.action != claim.action:
        return False
    return not (noun.modifiers and other.modifiers) or not noun.modifiers.isdisjoint(other.modifiers)


def _alike_heads(one: Noun | None, other: Noun | None, *, generic: bool) -> bool:
    """Whether two nouns are one, or of a group that headlines swap; `generic` lets none, or "people", stand for any."""
    words = repeat_words()
    heads = [noun.head if noun and noun.plural else "" for noun in (one, other)]
    if heads[0] == heads[1]:
        return True
    if generic and all(not head or head in words.dead or head in words.befallen for head in heads):
        return True
    return any(heads[0] in group and heads[1] in group for group in (words.jobs, words.homes))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A counted noun in the text, with what makes it one that the text has counted, or counts, as a whole."""

    claim: Claim
    noun: Noun
    definite: bool
    total: bool
    leading: bool
    owner: str
    verbs: frozenset[str]
    clause: frozenset[str]
    complement: str


def _in_text(around: Surroundings, first: int) -> Iterator[Relation]:
    """The counts of one noun in the text of which a later one takes up an earlier one."""
    by_noun: dict[str, list[int]] = defaultdict(list)
    for index in range(first, len(around.claims)):
        if noun := _counted(around, index):
            by_noun[noun].append(index)
    repeated = [indices for indices in by_noun.values() if len(indices) > 1]
    told = [indices for known in repeated if (indices := [index for index in known if _as_a_whole(around, index)])]
    for indices in sorted(told):
        if 2 <= len(indices) <= _MANY:
            yield from _taken_up(around, [mention for index in indices if (mention := _mention(around, index))])


def _counted(around: Surroundings, index: int) -> str:
    """The noun of a number that counts several things, "" for any other."""
    claim = around.claims[index]
    if claim.kind != "count" or (claim.value or 0) < 2 or claim.change != "none" or not _plain(around, claim):
        return ""
    noun = around.noun(index)
    if noun is None or not noun.plural or noun.owner or noun.joint or around.text[noun.end : noun.end + 1].isdigit():
        # with a figure in it, it names a device or a file in a command: "2400 ttyS1"
        return ""
    employed = not _EMPLOY.isdisjoint(around.words(claim)) and _EMPLOYS.search(around.before(claim, 40))
    return "employee" if employed else noun.head


def _as_a_whole(around: Surroundings, index: int) -> bool:
    """Whether a number counts its things together, and tells of no change."""
    claim, noun = around.claims[index], around.noun(index)
    return noun is not None and not _EACH.match(around.text, noun.end) and not _changing(around, claim)


def _mention(around: Surroundings, index: int) -> _Mention | None:
    claim, noun = around.claims[index], around.noun(index)
    if noun is None:
        return None
    before = around.before(claim, 50)
    owner = _OWNER.search(before) or _HAS.search(before)
    clause = _RELATIVE.match(around.text, noun.end)
    by = _BY.match(around.text, noun.end)
    verbs = _told_again(clause["clause"]) if clause else _verbs(by["verb"]) if by and is_past(by["verb"]) else frozenset()
    complement = _COMPLEMENT.match(around.text, noun.end)
    return _Mention(
        claim,
        noun,
        bool(_DEFINITE.search(before)),
        bool(_IN_ALL.match(around.text, noun.end)),
        claim.start - claim.sentence_start <= _FRONT,
        owner["owner"].lower() if owner and owner["owner"].lower() not in repeat_words().ownerless else "",
        verbs | _verbs(claim.action),
        verbs,
        singular(complement["word"].lower().split()[-1]) if complement else "",
    )


def _verbs(text: str) -> frozenset[str]:
    """The verbs in a stretch of text by their lemmas, without those that say little."""
    known = verb_forms().forms
    return frozenset(known[word][0] for word in words_of(text) if word in known) - repeat_words().light


def _told_again(clause: str) -> frozenset[str]:
    """The verbs that end a relative clause, and so pick nothing out: "that they are to hand over", "who walked out are"."""
    words = words_of(clause)
    found: set[str] = set()
    for at, word in enumerate(words):
        behind = next((low for low in words[at + 1 :] if low not in _PARTICLES), "")
        if not behind[:1].isalpha() or behind in _GOES_ON or is_past(behind):
            found |= _verbs(word)
    return frozenset(found)


def _taken_up(around: Surroundings, mentions: Sequence[_Mention]) -> Iterator[Relation]:
    """Of the counts of one noun, each later one with the earlier one it takes up."""
    for at, later in enumerate(mentions):
        earlier = [mention for mention in mentions[:at] if _same_set(mention, later) and _one_time(around, mention.claim, later.claim)]
        values = {mention.claim.value for mention in earlier}
        if len(values) != 1:
            continue
        value = later.claim.value
        others = [mention.claim.value for mention in mentions if mention is not later]
        if value in values or (value not in others and not _derived(value, others)):
            yield _relation(earlier[-1].claim, later.claim, "text")


def _derived(value: float | None, others: Sequence[float | None]) -> bool:
    """Whether a count is the sum or the difference of two others of its noun."""
    known = [other for other in others if other is not None]
    reached = {one + other for one in known for other in known} | {one - other for one in known for other in known}
    return value in reached


def _same_set(one: _Mention, other: _Mention) -> bool:
    """Whether two counts of one noun are of one set, as the later one is told."""
    if one.noun.modifiers != other.noun.modifiers or (one.complement and other.complement and one.complement != other.complement):
        return False
    if one.owner and one.owner == other.owner:
        return True
    if other.definite and other.clause and not one.verbs.isdisjoint(other.clause):
        return True
    if other.definite and one.complement and one.complement == other.complement:
        return True
    return ((one.total and other.definite) or (other.total and one.definite)) and other.leading


def _one_time(around: Surroundings, one: Claim, other: Claim) -> bool:
    """Whether two claims may be of one time, one place and one source, as their columns and the words around them have it."""
    for mine, others in ((one.source, other.source), (one.place, other.place)):
        if mine and others and mine != others and mine not in others and others not in mine:
            return False
    named = [set(_TIMES.findall(around.before(claim, 40) + around.after(claim, 60))) for claim in (one, other)]
    if all(named) and named[0].isdisjoint(named[1]):
        return False
    if any(time.startswith(("last", "next")) for time in named[0] ^ named[1]):
        return False
    return not (one.when and other.when) or one.when[:4] == other.when[:4]


def _relation(first: Claim, second: Claim, words: str) -> Relation:
    return Relation(SAME_MEASURE, (Member("first", first), Member("second", second)), words)
