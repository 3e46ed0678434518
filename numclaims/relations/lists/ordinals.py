"""Ordinals with the count of those before: "the third attack, after two earlier ones", "her fourth title, after 2001, 2004 and 2010".

A relation "rank among" has one "rank", and a "count" of those that came before it or figures for the years in which they came; one
"rank of" has a "rank" and the "count" of the set that is numbered ("the third of five sisters"). `words` say whether the rank, the
count, both or neither count within a time only ("this year").
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator

from numclaims.model import Claim, Figure, Member, Relation
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Surroundings, noun_at, singular

RANK_AMONG, RANK_OF, RANK_LATEST = "rank among", "rank of", "rank latest"
BOTH, RANK_WITHIN, COUNT_WITHIN = "both", "rank within", "count within"

_SENTENCES = 3
"""How many sentences with numbers an ordinal and the count of those before may be apart."""
_NEAR = 8
"""How many numbers back or on the ordinal of a count is looked for."""
_EARLIER_BEHIND = re.compile(
    r"""\s+(?:(?:earlier|previous|prior)\b | (?:[\w’'-]+\s+){0,8}?
        (?:(?:before|behind)\s+(?:this|that|it|him|her|them|then|now)\b | (?:earlier|previously|before|beforehand)(?=\s*(?:[.,;)]|$)) ))""",
    re.VERBOSE,
)
_DIRECTLY = re.compile(r"\s+(?:earlier|previous|prior|before\s+(?:this|that|it|him|her|them|then|now))\b")
_EARLIER_BEFORE = re.compile(r"\b(?:previous|earlier|prior|preceding)\s+$", re.IGNORECASE)
_EARLIER_WORDS = frozenset(("earlier", "previous", "prior", "preceding", "before", "behind", "previously", "beforehand"))
_WITHIN = re.compile(
    rf"{phrases('ranks', 'within')}|\b(?:in|during|between)\s+(?:(?:19|20)\d\d|{'|'.join(month_name[1:])})\b", re.IGNORECASE
)
_EVER = re.compile(r"\bsince\s+(?:it|he|she|they|the\s+\w+)\s+(?:began|started|opened|was|were)\b")
_SIZED = re.compile(rf"[-‐‑]|\s+{phrases('ranks', 'sized')}")
_TIME = re.compile(phrases("ranks", "times"))
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEARS = re.compile(
    rf"""[^.;:\d]{{0,60}}?{phrases("ranks", "adding")}[^.;:\d]{{0,40}}?
        (?P<years> (?:19|20)\d\d (?:,\s+(?:19|20)\d\d)* (?:,?\s+and\s+(?:in\s+)?(?:19|20)\d\d) )
        (?!\s*(?:[-–]|,?\s+and\b|,\s+\w+\s+(?:19|20)\d\d))""",
    re.VERBOSE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ALREADY = re.compile(r"\balready\s+(?:runs?|has|have|owns?|operates?|had|ran|owned|operated)\s+$")
_ENDS = re.compile(r"\s*(?:[.;)]|$)")
_SUBJECT = re.compile(r"\b(?P<noun>[a-z]+)\s+(?:is|was|will\s+be|became)\s+the\s+$", re.IGNORECASE)
_OF = re.compile(r"(?:\s+[\w-]+)?\s+(?:of|out\s+of|among)\s+(?:(?:the|its|his|her|their)\s+)?$")


_OWN = re.compile(r"\b(?:its|his|her|their)\s+$", re.IGNORECASE)
_ALONE = re.compile(rf"\s*(?:[.,;)—–]|$)|\s+on\s+{_DAY}")
_HAS_DONE = re.compile(rf"\b(?P<has>has|have)\s+(?:now\s+|already\s+)?{phrases('ranks', 'achieved')}\s+(?:[\w’'-]+\s+){{1,5}}$")
_TIMES = re.compile(r"(?:\s+times)?\b(?!\s+(?:as|in|at|for|since|more|before))")
_LATELY = re.compile(rf"\b(?:[Oo]n\s+{_DAY}|{_DAY}['’]s|last\s+night|yesterday|today|this\s+(?:week|weekend|morning|afternoon|evening))\b")
_FEAT = re.compile(phrases("ranks", "feats"))


def rank_relations(around: Surroundings) -> Iterator[Relation]:
    """The ordinals of a document whose forerunners, or whose set, it counts."""
    for index, claim in enumerate(around.claims):
        forms = (_of_set, _after_years, _latest) if claim.kind == "rank" else (_among,)
        relation = next((found for form in forms if (found := form(around, index))), None)
        if relation:
            yield relation


def _rank(around: Surroundings, claim: Claim) -> bool:
    """Whether a claim is an ordinal that numbers things one after the other, not "second-largest" or "20th century"."""
    if claim.kind != "rank" or claim.value is None or claim.value < 2 or _SIZED.match(around.text, claim.end):
        return False
    return not _TIME.fullmatch(_head(around, claim))


def _head(around: Surroundings, claim: Claim) -> str:
    noun = noun_at(around.text, claim.end, counted=False)
    return noun.head if noun else ""


def _of_set(around: Surroundings, index: int) -> Relation | None:
    """ "the third of five sisters": the set is the next number."""
    rank = around.claims[index]
    whole = around.claims[index + 1] if index + 1 < len(around.claims) else None
    if whole is None or whole.kind != "count" or whole.per or not _OF.fullmatch(around.between(rank, whole)):
        return None
    noun = around.noun(index + 1)
    if noun is None or not noun.plural or not _rank(around, rank):
        return None
    return Relation(RANK_OF, (Member("rank", rank), Member("count", whole)), BOTH)


def _after_years(around: Surroundings, index: int) -> Relation | None:
    """ "her fourth title, after winning in 2001, 2004 and 2010": as many came before as years are named."""
    rank = around.claims[index]
    match = _YEARS.match(around.after(rank, 200))
    if not match or not _rank(around, rank) or _WITHIN.search(match[0], 0, match.start("years")):
        return None
    start = rank.end
    years = tuple(Figure("year", start + year.start(), start + year.end(), 1.0) for year in _YEAR.finditer(match[0], match.start("years")))
    return Relation(RANK_AMONG, (Member("rank", rank),), BOTH, years)


def _among(around: Surroundings, index: int) -> Relation | None:
    """ "the third attack. Two earlier ones": the count is of those before the nearest ordinal of its noun."""
    count = around.claims[index]
    if count.kind not in ("count", "multiple") or count.per or count.value is None or count.change != "none":
        return None
    words = around.words(count)
    if "already" in words and (owned := _already(around, index)):
        return owned
    if _EARLIER_WORDS.isdisjoint(words):
        return None
    if not (_EARLIER_BEHIND.match(around.after(count, 90)) or _EARLIER_BEFORE.search(around.before(count, 20))):
        return None
    noun = around.noun(index)
    head = noun.head if noun else ""
    if not head and not (_DIRECTLY.match(around.text, count.end) or _EARLIER_BEFORE.search(around.before(count, 20))):
        return None
    for at in _nearest(around, index):
        rank = around.claims[at]
        if _rank(around, rank) and (
            head in ("", "other", "one", "time", "such") or head in _heads(around, rank) or _elliptic(around, rank)
        ):
            return Relation(RANK_AMONG, (Member("rank", rank), Member("count", count)), _scopes(around, rank, count))
    return None


def _already(around: Surroundings, index: int) -> Relation | None:
    """ "The mill will be its ninth in Asia, where it already runs eight": what is there came before the next one."""
    count, rank = around.claims[index], around.claims[index - 1] if index else None
    if rank is None or rank.sentence_start != count.sentence_start or not _rank(around, rank) or around.noun(index):
        return None
    if not _ALREADY.search(around.before(count, 40)) or not _ENDS.match(around.text, count.end):
        return None
    return Relation(RANK_AMONG, (Member("rank", rank), Member("count", count)), BOTH)


def _heads(around: Surroundings, rank: Claim) -> frozenset[str]:
    """The nouns of an ordinal: the one behind it, or the subject that it is said of ("The storm is the eighth of the season")."""
    subject = _SUBJECT.search(around.before(rank, 50))
    return frozenset((_head(around, rank), singular(subject["noun"].lower()) if subject else ""))


def _elliptic(around: Surroundings, rank: Claim) -> bool:
    """ "took his eighth on Sunday": whatever was counted before."""
    return bool(_OWN.search(around.before(rank, 8)) and _ALONE.match(around.after(rank, 20)))


def _latest(around: Surroundings, index: int) -> Relation | None:
    """ "has won the cup 11 times. Sunday's victory, its eleventh": the latest feat is the last, or the next, of all."""
    rank = around.claims[index]
    own = _OWN.search(around.before(rank, 8))
    if own is None or not _rank(around, rank) or not _LATELY.search(rank.sentence):
        return None
    if not (_elliptic(around, rank) or _FEAT.fullmatch(_head(around, rank))) or _WITHIN.search(rank.sentence):
        return None
    for count in reversed(around.claims[max(0, index - 2) : index]):
        near = around.next_to(count, rank) and count.kind in ("count", "multiple") and _TIMES.match(around.after(count, 30))
        done = _HAS_DONE.search(around.before(count, 90)) if near else None
        of_one = done and (done["has"] == "have") == own[0].lower().startswith("their")
        if of_one and not _WITHIN.search(count.sentence):
            return Relation(RANK_LATEST, (Member("rank", rank), Member("count", count)), BOTH)
    return None


def _nearest(around: Surroundings, index: int) -> Iterator[int]:
    """The numbers around one, those before it first, in the sentences next to it."""
    for step, most in ((-1, _SENTENCES), (1, 1)):
        sentences = {around.claims[index].sentence_start}
        at = index + step
        while 0 <= at < len(around.claims) and abs(at - index) <= _NEAR:
            sentences.add(around.claims[at].sentence_start)
            if len(sentences) > most:
                break
            yield at
            at += step


def _scopes(around: Surroundings, rank: Claim, count: Claim) -> str:
    """Which of an ordinal and a count holds for a time only."""
    within = [_scoped(around, claim) for claim in (rank, count)]
    if within[0] == within[1]:
        return BOTH
    return RANK_WITHIN if within[0] else COUNT_WITHIN


def _scoped(around: Surroundings, claim: Claim) -> bool:
    behind = around.after(claim, 120)
    return bool(_WITHIN.search(behind)) and not _EVER.search(behind)
