"""Shares that say again, further on, what a part of a set did: "24 of the 64 barns leak ... the 54% of barns that leak".

The set is named by its noun, which the document counts once; what the part does is told in words that both sentences have. A share that
names a place, a person or a time which the part does not is of other things. Relations are as in `amounts`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import PART_OF, SHARE_OF, amount
from numclaims.relations.surroundings import Noun, Surroundings, noun_at, singular

_SHARE_OF = re.compile(r"\s+(?:share\s+)?of\s+(?:(?:the|these|those|all|its|their|our|his|her|this|last|[\w-]+['’]s)\s+)*(?=[a-z])")
_CLAUSE = re.compile(r"[.,;:!?](?:\s|$)|\b(?:but|while|whereas)\b")
_REACH = 110
"""How many characters before and behind a number may say what its things did."""
_NAME = re.compile(r"(?<=[\w,]\s)[A-Z][\w’'-]+|\d+")
_TO_COME = re.compile(r"\b(?:will|would|should|could|plans?|planned|aims?|targets?|expect\w*|by\s+(?:19|20)\d\d)\b")
_THE = re.compile(r"\b(?:the|those|these)\s+$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:last|ago|earlier|previous\w*|average|other|another|elsewhere|nationwide|worldwide|national\w*)\b"
    r"|\b[Ii]n\s+(?:the\s+)?[A-Z]|\b(?:[Aa]cross|[Aa]mong)\s"
)
_MANY = 12
"""A document with more parts of sets than this is a table in words, in which nothing is told again."""
_SHORT = 3


def retold_shares(around: Surroundings, parts: Iterable[Relation], taken: set[int]) -> Iterator[Relation]:
    """The shares of a document that tell again of a part; `taken` has the numbers of the shares already related."""
    known = _parts(around, parts)
    if not known:
        return
    for share in around.claims:
        if share.claim in taken or share.kind != "share" or share.value is None or share.change != "none" or share.per:
            continue
        tie = _SHARE_OF.match(around.after(share))
        noun = noun_at(around.text, share.end + tie.end() - 1) if tie else None
        if noun is None or not noun.plural or noun.owner or noun.joint:
            continue
        told = [relation for relation in known if _names(around, noun, relation) and _again(around, share, noun, relation)]
        if len(told) == 1:
            yield _relation(around, share, told[0])


def _parts(around: Surroundings, parts: Iterable[Relation]) -> list[Relation]:
    """The parts whose set is certain and counted once."""
    plain = [relation for relation in parts if relation.kind == PART_OF and not relation.claims("other")]
    if not 0 < len(plain) <= _MANY:
        return []
    values: dict[str, set[float | None]] = defaultdict(set)
    for index, claim in enumerate(around.claims):
        if claim.kind == "count" and (noun := around.noun(index)):
            values[noun.head].add(claim.value)
    whole_of = [(relation, around.noun(around.index(relation.claims("whole")[0]))) for relation in plain]
    return [relation for relation, noun in whole_of if noun and noun.plural and len(values[noun.head]) == 1]


def _names(around: Surroundings, noun: Noun, relation: Relation) -> bool:
    """Whether a noun names the set of a part: "barns" or "timber barns" for "64 barns", "offices" for "64 office buildings"."""
    own = around.noun(around.index(relation.claims("whole")[0]))
    return own is not None and (noun.head == own.head or noun.head in own.modifiers)


def _again(around: Surroundings, share: Claim, noun: Noun, relation: Relation) -> bool:
    """Whether a share behind a part has a word of the part's clause, and no name or number that this has not."""
    (part,), (whole,) = relation.claims("part"), relation.claims("whole")
    if share.start < max(part.end, whole.end) or share.sentence_start == part.sentence_start:
        return False
    own = around.noun(around.index(whole))
    beside = _clause(around, part, part.end)
    said = _clause(around, share, noun.end)
    nouns = {noun.head} | ({own.head} | {singular(word) for word in own.modifiers} if own else set())
    if _TO_COME.search(share.sentence) and not _THE.search(around.before(share)):
        return False
    if _ELSEWHERE.search(share.sentence) or not set(_NAME.findall(said)) <= set(_NAME.findall(beside)):
        return False
    return bool((_content(said) & _content(beside)) - nouns)


def _clause(around: Surroundings, claim: Claim, end: int) -> str:
    """What a clause says of its number: the words behind it and, where none stand there, those before."""
    behind = _CLAUSE.split(around.text[end : min(claim.sentence_start + len(claim.sentence), end + _REACH)], maxsplit=1)[0]
    return behind if len(_content(behind)) else around.before(claim, _REACH)


def _content(text: str) -> set[str]:
    """The words of a text that say something, verbs by their lemmas and nouns in the singular."""
    known, stops = verb_forms().forms, syntax().function
    words = (word for word in words_of(text) if word[:1].isalpha() and len(word) > _SHORT and word not in stops)
    return {known[word][0] if word in known else singular(word) for word in words}


def _relation(around: Surroundings, share: Claim, told: Relation) -> Relation:
    (part,), (whole,) = told.claims("part"), told.claims("whole")
    others: Sequence[Claim] = [
        claim
        for claim in around.claims
        if amount(claim) and claim.kind == whole.kind and (claim.value or 0) >= (part.value or 0) and claim not in (part, whole)
    ]
    members = (Member("share", share), Member("part", part), Member("whole", whole), *(Member("other", other) for other in others))
    return Relation(SHARE_OF, members, "told again")
