"""What stands by a number and tells it from others of its noun: the words beside it, and whether it is a part or a whole.

It knows one document; whether two numbers are told apart so is for numclaims.stories.comparable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from numclaims.evidence.mentions import Setting
from numclaims.evidence.roles import AROUND, Role, role_of
from numclaims.evidence.words import LOWER, key
from numclaims.lexicon.syntax import syntax
from numclaims.model import Claim
from numclaims.stories.storywords import story_words

_PHRASES = {
    "capacity": re.compile(r"\b(?:built|designed|meant|made|equipped|licensed)\s+(?:for|to\s+\w+)\s+(?:only\s+|just\s+)?$", re.IGNORECASE),
    "run": re.compile(
        r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|past|[a-z]+\s+times)\s+"
        r"(?:[\w-]+\s+){0,2}(?:in|of|out\s+of)\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
}
"""What stands before how many something has room for, whatever it holds, and before a row of which one is told: "the third in 5 games"."""
_NEXT_BEGINS = re.compile(r"[,;:(–—]|\s(?:and|but|while)\s")
"""Between two numbers it parts the words of one from those of the other."""
_WHOLE_VALUE = re.compile(r"\b(?:total|overall)\s+(?=(?:value|worth|cost|price|bill|amount|sum)\b)")
"""A total value is a value: other texts leave the word out."""
_FINISHED = re.compile(r"\b(?:c[ao]mes?|finish\w*|ranks?|ranked|was|were|is|placed)\s+(?:first|second|third|last)\b", re.IGNORECASE)
"""The place of who has the number, which is not the number's."""
_THE_FIRST = re.compile(r",\s+(?:the|its|his|her|their)\s+(?:first|second|third)\b.*", re.DOTALL)
"""What a number's event was the first of: "to 4%, its first cut since May"."""
_PERIOD_OF = re.compile(r"-(?=(?:quarter|half)\b)")
_TO_DATE = re.compile(r"\b(?:(?:so|thus)\s+far|to\s+date|until\s+now)\b", re.IGNORECASE)
_REACHING = frozenset(("to", "at"))


@dataclass(frozen=True, slots=True)
class Nearby:
    """`words` are the common words close to a number, as keys; `apart` those of them that tell it from others of its noun.

    `reached` is whether it is where a rise or a fall led to. `action` is the verb that is said of it alone: a part ("12 of the 90
    boats sank") has that of its clause, a whole ("of the 90 boats raised") one in its own phrase or none. `whole` is what a part is of.
    """

    words: frozenset[str]
    apart: frozenset[str]
    reached: bool
    role: Role
    action: str
    whole: float | None


def nearby(claim: Claim, setting: Setting) -> Nearby:
    """What stands by a claim of the document of this setting."""
    before, after = _sides(claim, setting)
    before, whole_values = _WHOLE_VALUE.subn("", before)
    item = "" if whole_values else claim.item
    own = claim.text if claim.bound == "exact" else ""  # "another 30"; "more than 30" is no more of anything
    before, after = (_PERIOD_OF.sub(" ", _FINISHED.sub(" ", part)) for part in (before, after))
    after = _THE_FIRST.sub("", after)
    ahead = LOWER.findall(before)
    beside = [*ahead, *(word for part in (own, after, item) for word in LOWER.findall(part))]
    phrase = [*ahead[-1:], *LOWER.findall(own), *LOWER.findall(after)[:2], *LOWER.findall(item)]
    telling = story_words()
    apart = telling.telling(beside, telling.apart)
    if claim.kind != "duration":  # of a term in prison "former" tells who serves it
        apart |= telling.close.intersection(phrase)
    if claim.kind == "money":
        apart |= telling.telling(beside, telling.market)
    apart |= {
        name
        for name, pattern in _PHRASES.items()
        if pattern.search(setting.text, max(claim.sentence_start, claim.start - AROUND), claim.start)
    }
    if _TO_DATE.search(before) or _TO_DATE.search(after):
        apart |= {"to date"}
    if not telling.unfinished.isdisjoint(LOWER.findall(claim.sentence)):
        apart |= {"unfinished"}
    role, action, whole = role_of(claim, setting)
    return Nearby(
        words=frozenset(key(word) or word for word in beside),
        apart=apart,
        reached=_reached(claim, setting, ahead),
        role=role,
        action=action,
        whole=whole,
    )


def _sides(claim: Claim, setting: Setting) -> tuple[str, str]:
    """The text on either side of a claim, without what belongs to the numbers beside it; that of a sentence opens in lower case."""
    text = setting.text
    first, last = setting.stretch(claim)
    ends = claim.sentence_start + len(claim.sentence)
    before, after = text[first : claim.start], text[claim.end : last]
    if first > claim.sentence_start and (cut := _NEXT_BEGINS.search(before)):
        before = before[cut.end() :]
    elif first == claim.sentence_start:
        before = before[:1].lower() + before[1:]
    if last < ends and (cuts := list(_NEXT_BEGINS.finditer(after))):
        after = after[: cuts[-1].start()]
    return before[-AROUND:], after[:AROUND]


def _reached(claim: Claim, setting: Setting, ahead: list[str]) -> bool:
    """Whether a rise or a fall led to a number: "was raised to 40", "rose 6% to 40"."""
    previous, _ = setting.neighbours(claim)
    if previous and previous.change != "none" and setting.text[previous.end : claim.start].strip() in _REACHING:
        return True
    return bool(ahead) and ahead[-1] in _REACHING and not (syntax().up_verbs | syntax().down_verbs).isdisjoint(ahead)
