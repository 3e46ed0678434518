"""The words by which a share closes the statement of a part: ", or 35%", ", a turnout of 61%", ". That is 45%", "so the pass rate was 45%".

Whether a part has a whole to be a share of, and which, is not its concern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from numclaims.model import Claim
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Surroundings, noun_at

WITHIN = 150
"""How many characters may stand between a part and its share."""

_RATE = rf"(?:(?!{phrases('shares', 'rates_of_something_else')})[\w-]+\s+){{0,3}}?{phrases('shares', 'rate')}"
_GIVES = phrases("shares", "gives")
_IS = r"(?:of|is|was|at|to|stands?\s+at|stood\s+at|comes\s+to|came\s+to)"
_JUST = r"(?:(?:just|only|some|barely|exactly|fully)\s+)?"
_TIE = re.compile(
    rf"""(?P<words>(?:\s+[\w’'-]+){{0,12}}?)\s*
        (?: ,\s+(?:i\.e\.,?|{phrases("shares", "same")}),?\s+
          | [.;–—]\s+(?:[Tt]hat|[Tt]his|[Ii]t)(?:['’]s|\s+{phrases("shares", "sums_up")})\s+
          | (?P<rate> [,;–—]?\s*(?:{_GIVES}\s+)?(?:it|them|him|her|us)?\s*(?:\ban?\s+|\bits\s+|\btheir\s+){_RATE}\s+of\s+
              | (?:[,;–—]\s*(?:and\s+)?{phrases("shares", "so")}|\.\s+(?:That|This)\s+{phrases("shares", "means")})
                \s+(?:that\s+)?(?:the|its|their|his|her)\s+{_RATE}(?:\s+(?:for|of|among)\s+[\w-]+)?(?:\s+{_IS})?\s+
              | (?:,\s+|[.;]\s+(?:That|This)\s+){phrases("shares", "puts")}\s+(?:the\s+|its\s+)?{_RATE}\s+at\s+
              | [.;–—]\s+(?:[Tt]hat|[Tt]his|[Ii]t)\s+{phrases("shares", "sums_up")}\s+an?\s+{_RATE}\s+of\s+ )
          | (?P<told> [,;–—]\s*{phrases("shares", "so")}\s+(?:that\s+)? | \.\s+With\s+ )
          | \s*\(\s*(?:or\s+)?
          | (?P<bare>,\s+|\s[–—-]\s+|—) )
        {_JUST}$""",
    re.VERBOSE,
)
CLOSES = re.compile(r"(?:\s+of\s+(?:the\s+|its\s+)?(?:total|whole|lot|them|these|those))?\s*(?:[),.;:\]—–]|$)")
_OF_WHOLE = re.compile(r"\s+of\s+(?:the\s+|its\s+)?(?:total|whole|lot)\b")
_OF_NOUN = re.compile(r"\s+of(?:\s+(?:the|its|their|these|those|all))?(?=\s)")
_GOES_ON = re.compile(r"\s+(?:is|was|that|which)\b")
FULL = re.compile(
    r"\s+(?:full\b|of\s+(?:its\s+|the\s+|their\s+|full\s+|total\s+)*capacity\b|of\s+what\s+(?:it|they)\s+(?:can|could)\s+hold\b)"
)
OTHER_SET = re.compile(r"\b(?:rest|remaining|remainder|others?|another|more|fewer|extra|further|than|each|every|per)\b", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:rose|fell|by|(?:went|is|are|was|were)\s+(?:up|down))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tie:
    """How a share is tied to the part before it: `rate` where it is called one, which the rest of the whole may make up as well.

    `strong` is true where the words say that the share is what the part comes to; a mere comma or bracket does not. `names` is the
    noun, in the singular, of which it is said to be a share ("45% of the firms"), "" where none is named.
    """

    rate: bool
    strong: bool
    names: str = ""


def tie_between(around: Surroundings, part: Claim, share: Claim) -> Tie | None:
    """The tie of a share that closes the statement of a part, both numbers of one sentence or of two that follow each other."""
    between = around.claims[around.index(part) + 1 : around.index(share)]  # durations: "were more than ten minutes late"
    starts, ends = [part.end, *(claim.end for claim in between)], [*(claim.start for claim in between), share.start]
    match = tie("".join(around.text[start:end] for start, end in zip(starts, ends, strict=True)))
    if match is None or OTHER_SET.search(match["words"]) or _MOVED.search(match["words"]) or OTHER_SET.search(around.before(part, 30)):
        return None
    strong = not (match["bare"] or match[0].endswith("(")) or bool(_OF_WHOLE.match(around.text, share.end))
    closed = CLOSES.match(around.text, share.end) or FULL.match(around.text, share.end)
    if (closed and not match["told"]) or (match["rate"] and _GOES_ON.match(around.text, share.end)):
        return Tie(bool(match["rate"]), strong)
    named = _OF_NOUN.match(around.text, share.end)
    noun = noun_at(around.text, named.end() if named else share.end) if strong else None
    return Tie(rate=False, strong=True, names=noun.head) if noun and noun.plural and not noun.owner else None


def tie(gap: str) -> re.Match[str] | None:
    """The tie that a stretch of text between a part and a share is, with the groups "words", "rate" and "bare"."""
    return _TIE.fullmatch(gap) if len(gap) <= WITHIN else None
