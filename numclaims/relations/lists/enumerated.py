"""Lists whose items are told one by one: "two reasons. First, ... Second, ...", "two suspects, Ana Lu, 31, and Bo Ek, 27".

The relations are those of `announced`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from numclaims.relations.lists.lists import Listing, list_words
from numclaims.relations.surroundings import Noun, Surroundings

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_OPENS = re.compile(
    rf"(?:(?<=[.!?:;]\s)|(?<=\n))(?:And\s+)?(?:The\s+)?(?P<which>{'|'.join(_ORDINALS)}|final|last)(?P<ly>ly)?(?:,|\s+(?:is|was|are)\s)",
    re.IGNORECASE,
)
"""What opens a sentence that tells of an item: "First,", "Secondly,", "The third is", "Finally,"."""
_LAST = ("final", "last")
_ANNOUNCED = re.compile(r"[^.!?:;\n]{0,80}[.:;]\s+$")
"""Between the noun of an announced list and its first item: the rest of the sentence."""
_FAR, _NEXT = 600, 120
"""So far behind an item the next one may begin, and behind the announcing noun the first."""
_REST = 4000
"""So many characters behind the last item may still tell of another."""
_PERSON = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:[a-z]{2,3}\s+)?[A-Z][\w’'.-]+)+),\s+(?:aged\s+)?\d{1,2}(?P<join>,?\s+and\s+|,\s+(?=[A-Z])|(?=[,.;]))"
)


def read_enumeration(around: Surroundings, noun: Noun) -> Listing | None:
    """The items that sentences behind an announced noun open with "First", "Second" and so on; None where some may be told otherwise."""
    if noun.head not in list_words().enumerated:
        return None
    openings: list[re.Match[str]] = []
    at, reach = noun.end, _NEXT
    while len(openings) < len(_ORDINALS) and (match := _OPENS.search(around.text, at, at + reach)):
        which = match["which"].lower()
        if which != _ORDINALS[len(openings)] and which not in _LAST:
            return None
        openings.append(match)
        at, reach = match.end(), _FAR
        if which in _LAST:
            break
    if not 2 <= len(openings) < len(_ORDINALS) or not _ANNOUNCED.fullmatch(around.text, noun.end, openings[0].start()):
        return None
    rest = around.lower[at : at + _REST]
    closed = openings[-1]["which"].lower() in _LAST
    if not closed and any(word in rest for word in (_ORDINALS[len(openings)], *_LAST)):
        return None
    items = tuple(opening.span("which") for opening in openings)
    return Listing(items, len(items), len(items))


def read_persons(text: str, start: int, end: int) -> Listing | None:
    """People with their ages in apposition: "Ana Lu, 31, Bo Ek, 27, and Cy Orr, 44"."""
    found: list[re.Match[str]] = []
    at = start
    while match := _PERSON.match(text, at, end):
        found.append(match)
        at = match.end()
        if not match["join"]:
            break
    joins = [match["join"].strip(" ,") for match in found]
    closed = len(found) > 1 and joins[-2:] == ["and", ""] and all(join == "" for join in joins[:-2])
    if not closed or any(one["name"] == other["name"] for one, other in pairwise(found)):
        return None
    return Listing(tuple(match.span("name") for match in found), len(found), len(found))
