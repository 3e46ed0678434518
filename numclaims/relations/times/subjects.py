"""Whether what a text tells second is told of the same subject as what it tells first: "opened in 1998 for a year and closed", "It closed".

It reads the words between two events, and compares no times.
"""

from __future__ import annotations

import re

from numclaims.grammar.tokens import words_of
from numclaims.relations.surroundings import is_verb
from numclaims.relations.times.events import BROKEN, Event, event_words
from numclaims.relations.times.timeline import Timeline

_NEXT_WITHIN = 60
_PRONOUN = re.compile(r"(?P<who>It|He|She|They)\s+(?:was\s+|were\s+|had\s+|then\s+|finally\s+|will\s+)?")
_OPENING_PRONOUN = re.compile(r"(?:It|He|She|They)\b")
_AROUND = 60
_UNTIL = re.compile(r"\s(?:and|,)\s?[^A-Z,;:.\d]{1,40}\suntil\s+(?:he|she|it|they)\s+(?:was\s+|were\s+|had\s+)?")
"""What somebody was in between: "joined the board in 2012 and was its chair until she left"."""
_ASIDE = re.compile(r"\b(?:after|before|when|while|as|since|until|from|than)\b")
_WORDS = re.compile(r"[^\W\d_]+|[^\s\w]")
_CLOSED_ASIDE = re.compile(r"\s[^,;:()\d]{1,40},\s+")
_COORDINATED = re.compile(r"\s(?P<phrase>[^,;:()\d–—]{3,50}?)\s+(?P<rest>(?:and|but)\s+(?:[a-z]+\s+){0,3})$")


def follows(text: str, first: Event, last: Event, pronouns: tuple[str, ...] = ("It", "He", "She", "They")) -> bool:
    """Whether an event stands in the sentence of the one before it, or opens the next with one of some pronouns."""
    if first.sentence == last.sentence:
        return True
    if not first.moment.end <= last.sentence <= first.moment.end + _NEXT_WITHIN:
        return False
    opening = _PRONOUN.fullmatch(text[last.sentence : last.start])
    before = _OPENING_PRONOUN.match(text, first.sentence)
    return opening is not None and opening["who"] in pronouns and (before is None or before[0] == opening["who"])


def same_subject(timeline: Timeline, first: Event, last: Event) -> bool:
    """Whether nothing between two events of a sentence names another subject: "opened in 1998 and, after a fire, closed" does."""
    text = timeline.text
    start = max(first.moment.end, first.end)
    gap = text[start : last.start]
    if last.start < start or len(gap) > _AROUND:
        return False
    if first.start == first.sentence and gap.count(",") == 1 and not _ASIDE.search(gap) and not timeline.between(start, last.start):
        return True  # "Born in 1931 in Graz, the singer died": a participle has the subject of what follows
    if text[max(0, first.start - 2) : first.start] == ", " and _CLOSED_ASIDE.fullmatch(gap) and not BROKEN.search(gap):
        return True  # "The brewery, set up in 1948 by two brothers, ceased trading"
    if _UNTIL.fullmatch(gap) and not timeline.between(start, last.start):
        return True
    if _plain(gap) and not re.search(r"[;.]\s", gap):
        return True
    return not timeline.between(start, last.start) and _goes_on_with_and(gap)


def narrated(timeline: Timeline, first: Event, last: Event) -> bool:
    """Whether a text retells a book or a film, which need not keep to the order of time."""
    start, end = timeline.sentence(last.start)
    return not event_words().told.isdisjoint(words_of(timeline.lower[min(first.sentence, start) : end]))


def _plain(gap: str) -> bool:
    known = event_words().same_subject
    return all(word in known or not word[0].isalnum() for word in _WORDS.findall(gap.lower()))


def _goes_on_with_and(gap: str) -> bool:
    """ "closed for repairs and will reopen": a phrase without a verb, and nothing that could be a subject behind "and"."""
    match = _COORDINATED.fullmatch(gap)
    if match is None or not _plain(match["rest"]) or BROKEN.search(match["phrase"]) or _ASIDE.search(match["phrase"]):
        return False
    words = match["phrase"].lower().split()
    return words[0] in event_words().leading and not any(is_verb(word) and not word.endswith("ing") for word in words)
