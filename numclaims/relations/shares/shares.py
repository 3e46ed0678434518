"""Which percentage or fraction is stated of which counts: "56 of the 122 drones, or 46%", "25% (12 of 48)".

Only shapes in which a bracket or an "or" says that both are the same thing; a share with a noun of its own behind it ("12 of 48
seats, 25% of the vote") is of something else. Whether share and counts agree is for the rules to say. Relations are as in `amounts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from numclaims.grammar.tokens import Tokens
from numclaims.model import Claim, Member, Relation
from numclaims.relations.amounts import PART_OF, SHARE_OF, alike, scale_left_out
from numclaims.relations.parts.parts import BRACKET_OF, THE_FRONT, ends_there, plain_words
from numclaims.relations.shares.apart import shares_apart
from numclaims.relations.shares.closing import closing_shares, front_shares
from numclaims.relations.shares.collectives import collective_shares
from numclaims.relations.shares.retold import retold_shares
from numclaims.relations.shares.turnouts import turnouts
from numclaims.relations.surroundings import Surroundings, noun_at, singular

_WITHIN = 160
"""How many characters the three numbers of one statement may span."""

_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|its|his|her|their|our|these|those|all|a\s+total\s+of|[\w-]+(?:['’]s|s['’]))\s+)*(?P<words>(?:[a-z]+\s+){0,2})$"
)
_OUT_OF_A = re.compile(
    r"(?:\s+[\w’'-]+){0,7}?\s+out\s+of\s+(?:an?|its|the|their|his|her)\s+(?:[a-z-]+\s+){1,3}of\s+(?:some\s+|about\s+|only\s+|just\s+)?"
)
_SLASH = re.compile(r"\s?/\s?$")
_SAME = re.compile(
    r"""(?P<noun> (?:\s+[\w’'-]+){0,5}? )
        (?: \s*,\s+ (?:or|i\.e\.,?|that\s+is,?|which\s+is|equal\s+to|equivalent\s+to) \s+ (?:just\s+|only\s+)?
          | \s*\(\s* (?:or\s+|i\.e\.,?\s+|that\s+is,?\s+)? ) $""",
    re.VERBOSE,
)
_RATE = re.compile(
    r"""(?P<noun>(?:\s+[\w’'-]+){0,6}?)\s*,\s+(?:(?:giving|making|for|which\s+is)\s+)?an?\s+
        (?:(?!growth|interest|annual|inflation|tax|discount|exchange|swap|record)[a-z-]+\s+){0,2}
        (?:rate|share|proportion|turnout|percentage)\s+of\s+(?:just\s+|only\s+)?$""",
    re.VERBOSE,
)
"""Behind the counts: ", a turnout of", ", a success rate of"."""
_THAT_IS = re.compile(
    r"(?:\s+[\w’'-]+){0,8}\s*[.;—–]\s+(?:[Tt]hat|[Tt]his|[Ii]t)(?:['’]s|\s+(?:is|was|makes|equals|comes\s+to|amounts\s+to|works\s+out\s+at))"
    r"\s+(?:just\s+|only\s+)?$"
)
_OPEN = re.compile(r"\s*\(\s*$")
_SHARE_CLOSES = re.compile(r"(?:\s+of\s+(?:the\s+)?(?:total|whole|lot|them|these|those))?\s*(?:[),.;:\]—–]|$)")
_SET_OFF = re.compile(r"(?P<noun>(?:\s+[\w’'-]+){0,4})\s*[,—–]\s*$")
_SET_OFF_CLOSES = re.compile(r"\s*[,—–]\s*(?!\d)[a-z]")
_SHARE_OPENS = re.compile(
    r"(?P<noun>(?:\s+of(?:\s+[\w’'-]+){1,4})?)(?:\s*\(\s*(?:n\s*=\s*|i\.e\.,?\s+|or\s+)?|\s*,\s+or\s+(?:just\s+|only\s+)?)$"
)
_BEHIND_PART = re.compile(r"(?:\s+[\w’'-]+){0,5}(?:\s*\(\s*|\s*,\s+or\s+)$")
_APPOSED = re.compile(r"(?:\s+(?!of\b)[\w’'-]+){0,4}?(?:,|\s[–—-]|—|\s\()\s*(?:or\s+|just\s+|only\s+)*$")
_DETERMINER = re.compile(r"(?:\s+of)?\s+(?:the|all|its|their|our|his|her)(?=\s)")
_CLOSED = re.compile(r"\s*\)")
_BY = re.compile(r"\b(?:by|up|down|rose|fell|from|to|than)\s+$", re.IGNORECASE)
_TWO_MEASURES = re.compile(r"\bvotes?\b|\bballots?\b", re.IGNORECASE)


def share_relations(around: Surroundings, parts: Sequence[Relation]) -> Iterator[Relation]:
    """The shares that a document states together with part and whole; `parts` are its relations "part of"."""
    claims = around.claims
    if not any(claim.kind == "share" for claim in claims):
        return
    taken: set[int] = set()

    def fresh(relations: Iterable[Relation]) -> Iterator[Relation]:
        """Those whose share is in no relation yet."""
        for relation in relations:
            share = relation.claims("share")[0].claim
            if share not in taken:
                taken.add(share)
                yield relation

    for first, second, third in zip(claims, claims[1:], claims[2:], strict=False):
        if third.end - first.start > _WITHIN or first.sentence_start != third.sentence_start:
            continue
        relation = _of_three(around, first, second, third)
        if relation:
            taken.add(relation.claims("share")[0].claim)
            yield relation
    yield from fresh(filter(None, (_behind(around, part_of) for part_of in parts)))
    yield from fresh([*closing_shares(around, taken), *front_shares(around, taken), *turnouts(around, taken)])
    yield from fresh(collective_shares(around, taken))
    yield from fresh([*shares_apart(around, parts, taken), *retold_shares(around, parts, taken)])


def _of_three(around: Surroundings, first: Claim, second: Claim, third: Claim) -> Relation | None:
    match (first.kind == "share", second.kind == "share", third.kind == "share"):
        case (False, False, True):
            return _share_last(around, first, second, third) or _share_of_front(around, first, second, third)
        case (False, True, False):
            return _share_between(around, first, second, third)
        case (True, False, False):
            return _share_first(around, first, second, third) or _share_of_whole(around, first, second, third)
    return None


def _share_last(around: Surroundings, part: Claim, whole: Claim, share: Claim) -> Relation | None:
    """ "56 of the 122 drones, or 46%", "12 of 48 (25%)", "12/48 (25%)", "12 of 48 drones, 25%, were"."""
    tie = _same_thing(around, whole, share)
    if tie is None and (rate := _RATE.fullmatch(around.between(whole, share))):
        tie = rate["noun"].lower()
    if tie is None and _SET_OFF_CLOSES.match(around.text, share.end) and (aside := _SET_OFF.fullmatch(around.between(whole, share))):
        tie = aside["noun"].lower()
    if not _over(around, part, whole) or tie is None or not _SHARE_CLOSES.match(around.text, share.end):
        return None
    if "seat" in tie and _TWO_MEASURES.search(around.before(part, _WITHIN) + around.after(share, _WITHIN)):
        return None  # seats won and, in brackets, the share of the votes
    return _share_of(share, part, whole, around.between(whole, share))


def _share_of_front(around: Surroundings, whole: Claim, part: Claim, share: Claim) -> Relation | None:
    """ "Of the 650 seats, Labour took 411, or 63%": who takes stands between whole and part."""
    noun, own = around.noun(around.index(whole)), around.noun(around.index(part))
    if not THE_FRONT.search(around.before(whole)) or noun is None or not noun.plural or not alike(part, whole):
        return None
    if not ends_there(around, around.index(whole)) or (own and own.head != noun.head) or _same_thing(around, part, share) is None:
        return None
    if around.text.count(",", noun.end, part.start) != 1 or not _SHARE_CLOSES.match(around.text, share.end):
        return None
    return _share_of(share, part, whole, "of the")


def _share_between(around: Surroundings, part: Claim, share: Claim, whole: Claim) -> Relation | None:
    """ "12 (25%) of the 48", "90 hectares, a third of the 270 it had"."""
    if _APPOSED.fullmatch(around.between(part, share)) and _tied(_OF, around.between(share, whole)) and alike(part, whole):
        return None if scale_left_out(part, whole) else _share_of(share, part, whole, "of")
    if not _OPEN.fullmatch(around.between(part, share)) or not BRACKET_OF.fullmatch(around.between(share, whole)):
        return None
    return _share_of(share, part, whole, "of") if ends_there(around, around.index(whole)) else None


def _share_first(around: Surroundings, share: Claim, part: Claim, whole: Claim) -> Relation | None:
    """ "25% (12 of 48)", "25% of patients (12/48)", "a third, or 40 of the 120 seats", "half the patients (24 of 48)"."""
    if _BY.search(around.before(share)) or not _over(around, part, whole):
        return None
    if not _SHARE_OPENS.fullmatch(around.between(share, part)) and not _noun_then_counts(around, share, part, whole):
        return None
    return _share_of(share, part, whole, around.between(share, part)) if ends_there(around, around.index(whole)) else None


def _noun_then_counts(around: Surroundings, share: Claim, part: Claim, whole: Claim) -> bool:
    """ "three in ten pupils (12 of 40)": the noun stands without "of", and the bracket holds the counts alone."""
    determiner = _DETERMINER.match(around.text, share.end)
    start = determiner.end() if determiner else share.end
    noun, counted = noun_at(around.text, start), around.noun(around.index(whole))
    if noun is None or not noun.plural or noun.owner:
        return False
    opens = _OPEN.fullmatch(around.text[noun.end : part.start])
    return bool(opens and _CLOSED.match(around.text, counted.end if counted else whole.end))


def _share_of_whole(around: Surroundings, share: Claim, whole: Claim, part: Claim) -> Relation | None:
    """ "40% of its 1,200 workers, or 480 people", "62% of the 122 drones (76)"."""
    if not _tied(_OF, around.between(share, whole)) or not ends_there(around, around.index(whole)):
        return None
    tie = _same_thing(around, whole, part)
    if tie is None or not alike(part, whole):
        return None
    noun = around.noun(around.index(part)) if part.kind == "count" else None
    if noun and singular(noun.head) not in {singular(word) for word in Tokens(tie).lows} | {"person"}:
        return None
    return _relation(share, part, whole, around.between(whole, part))


def _behind(around: Surroundings, part_of: Relation) -> Relation | None:
    """ "150 fires. Of these, 39 (26%)", "39 were arson (26%)", "39, or 26%", "12 of the 48 failed. That is 25%"."""
    (part,), (whole,) = part_of.claims("part"), part_of.claims("whole")
    if part_of.kind != PART_OF or part_of.claims("other"):
        return None
    last = whole if whole.start > part.start else part
    at = around.index(last) + 1
    share = around.claims[at] if at < len(around.claims) else None
    if share is None or share.kind != "share" or share.start - last.end > _WITHIN:
        return None
    gap = around.between(last, share)
    tie = _THAT_IS.fullmatch(gap) or (_BEHIND_PART.fullmatch(gap) if last is part else None)
    closes = _CLOSED if tie and tie[0].rstrip().endswith("(") else _SHARE_CLOSES
    return _share_of(share, part, whole, part_of.words) if tie and closes.match(around.text, share.end) else None


def _over(around: Surroundings, part: Claim, whole: Claim) -> bool:
    """Whether two numbers stand as "12 of the 48" or "12/48", both with or both without a word such as "million"."""
    gap = around.between(part, whole)
    if not (_SLASH.fullmatch(gap) or _tied(_OF, gap) or _OUT_OF_A.fullmatch(gap)) or not alike(part, whole):
        return False
    return not scale_left_out(part, whole) and ends_there(around, around.index(whole))


def _tied(tie: re.Pattern[str], gap: str) -> bool:
    match = tie.fullmatch(gap)
    return match is not None and plain_words(match["words"])


def _same_thing(around: Surroundings, first: Claim, second: Claim) -> str | None:
    """What stands between two numbers, if it is at most the noun of the first and a sign that the second says the same."""
    match = _SAME.fullmatch(around.between(first, second))
    return match["noun"].lower() if match else None


def _share_of(share: Claim, part: Claim, whole: Claim, words: str) -> Relation | None:
    return _relation(share, part, whole, words) if share.change == "none" else None


def _relation(share: Claim, part: Claim, whole: Claim, words: str) -> Relation | None:
    if share.unit not in ("", "percent") or share.value is None or share.per:
        return None
    return Relation(SHARE_OF, (Member("share", share), Member("part", part), Member("whole", whole)), words.strip())
