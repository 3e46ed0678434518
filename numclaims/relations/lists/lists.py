"""Lists in running text and in bullets: where the items are, how many there are at least and at most.

A comma or an "and" may part two items or stand inside one ("Trade and Industry", "Ana, a nurse, and Bo"), so a list has a fewest and a
most. It reads word forms only; what a list is a list of is for others to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import read_toml, word_classes

_LONGEST = 700
"""How many characters of a list are read."""
_PAIR = 2
_MOST = 60
"""How many bullets are counted."""
_SEPARATOR = re.compile(r"\s*;\s*(?:(?:and|or)\s+)?|,\s+(?:and|or|&)\s+(?:finally,?\s+|lastly,?\s+|last,\s+)?|,\s+|\s+(?:and|or|&|plus)\s+")
_BRACKET = re.compile(r"[()\[\]]|[“”\"]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*•‣·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S")
_ASIDE = re.compile(r"(?:n\.?b\b|notes?\b|(?:all\s+)?(?:the\s+)?(?:remaining|rest|others?)\b)", re.IGNORECASE)
"""What begins a bullet that is no item of the list, but tells of it."""
_OF_MARK = re.compile(r"\d+|[a-z]")
_GLUED = re.compile(r"[^\W\d_],[^\W\d_]")
_LEADING = re.compile(r"(?:those|the\s+ones?)\s+(?:of|in|for|from|on|at)\s+|the\s+following\s+")
_LEGEND = re.compile(r"[A-Z]{1,6}\d?\s*[,:=]")
_AND_SOME = re.compile(
    r"\b(?:and|or)\s+(?:[a-z-]+\s+){0,2}?(?:more|many|some|elsewhere|the\s+rest|so\s+(?:on|forth))\s*(?:[.,;:)”\"]|$)", re.IGNORECASE
)
_AND_OTHER = re.compile(r"\b(?:and|or)\s+(?:[\w-]+\s+){0,2}?other\s", re.IGNORECASE)
_NAMES = frozenset(("May", "Will", "IT", "US"))
"""Capitalised, these are a month, a man, a trade and a country, and no signs of a clause."""
_NUMBER = re.compile(r"[£$€¥]?\d")


@dataclass(frozen=True, slots=True)
class ListWords:
    """The words of lists.toml."""

    open: frozenset[str]
    uncounted: frozenset[str]
    clausal: frozenset[str]
    continuing: frozenset[str]
    articles: frozenset[str]
    offices: frozenset[str]
    enumerated: frozenset[str]
    pairs: frozenset[str]


@cache
def list_words() -> ListWords:
    """The words of lists.toml, read at the first call."""
    tables = read_toml("lists.toml", "numclaims.relations.lists")
    pairs = frozenset(" ".join(pair.split()) for pair in tables["pairs"]["phrases"].split("|"))
    return ListWords(**word_classes(tables["words"]), pairs=pairs)


@dataclass(frozen=True, slots=True)
class Atom:
    """What stands between two separators: offsets into the text, the separator before it (";", ",", "and", ", and") and its shape.

    Shapes: "name" (capitalised), "plain", "article", "number", "continuing", or the preposition it begins with.
    """

    start: int
    end: int
    separator: str
    shape: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its items as offsets, and between how many and how many they are."""

    items: tuple[tuple[int, int], ...]
    fewest: int
    most: int


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """The stretch of a text from `start` to `end` cut at commas, semicolons and "and"; what stands in brackets is not cut."""
    end = min(end, start + _LONGEST)
    found: list[Atom] = []
    at, separator = start, ""
    brackets = _brackets(text, start, end)
    for match in _SEPARATOR.finditer(text, start, end):
        if any(opened < match.start() < closed for opened, closed in brackets):
            continue
        if match.start() > at:
            found.append(_atom(text, at, match.start(), separator))
        words = match[0].split()
        separator = ";" if ";" in match[0] else ", and" if len(words) > 1 and words[0] == "," else words[0]
        at = match.end()
    if at < end:
        found.append(_atom(text, at, end, separator))
    return found


def _brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost brackets and quotations in a stretch of text."""
    found: list[tuple[int, int]] = []
    depth, opened = 0, start
    for match in _BRACKET.finditer(text, start, end):
        if match[0] in "([“" or (match[0] == '"' and not depth):
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((opened, match.start()))
    return found


def _atom(text: str, start: int, end: int, separator: str) -> Atom:
    while start < end and text[start] in " \n“\"‘'(":
        start += 1
    while end > start and text[end - 1] in " \n.”\"’'":
        end -= 1
    return Atom(start, end, separator, _shape(text, start, end))


def _shape(text: str, start: int, end: int) -> str:
    if _NUMBER.match(text, start, end):
        return "number"
    words = [match[0] for match in _WORD.finditer(text, start, min(end, start + 60))][:2]
    if not words:
        return "plain"
    low = words[0].lower()
    if low in list_words().continuing:
        return "continuing"
    if low in list_words().articles:
        return "name" if len(words) > 1 and words[1][0].isupper() else "article"
    if low in syntax().prepositions:
        return low
    if words[0][0].isupper():
        return "name"
    form = verb_forms().forms.get(low)
    return "participle" if form and form[1] in ("past", "participle", "ing") else "plain"


def read_list(text: str, start: int, end: int) -> Listing | None:
    """The list of phrases in a stretch of text; None where it is open ("including"), counts its items, or is a clause.

    What stands behind the last "and" item and a comma ends the list, unless a later item has an "and" of its own.
    """
    leading = _LEADING.match(text, start, end)
    found = atoms(text, leading.end() if leading else start, end)
    if len(found) < 2 or end - start > _LONGEST or _GLUED.search(text, start, end):
        return None
    semicolons = sum(atom.separator == ";" for atom in found)
    if semicolons >= 2 or (semicolons and found[1].separator == ";" and len(found) > 2):
        return _by_semicolons(text, found)
    if semicolons:
        found = found[: next(at for at, atom in enumerate(found) if atom.separator == ";")]
    return _by_commas(text, found) if found else None


def _by_semicolons(text: str, found: list[Atom]) -> Listing | None:
    items: list[tuple[int, int]] = []
    for atom in found:
        if atom.separator in ("", ";"):
            items.append((atom.start, atom.end))
        else:
            items[-1] = (items[-1][0], atom.end)
    if open_ended(text[found[0].start : found[-1].end]) or any(_clause(text, *item) for item in items):
        return None
    if sum(bool(_LEGEND.match(text, *item)) for item in items) > 1:  # what the letters of a drawing stand for
        return None
    return Listing(tuple(items), len(items), len(items))


def _by_commas(text: str, found: list[Atom]) -> Listing | None:
    oxford = max((at for at, atom in enumerate(found) if atom.separator == ", and"), default=0)
    last = oxford or max((at for at, atom in enumerate(found) if atom.separator in ("and", "or", "&", "plus")), default=0)
    closed = last or len(found) - 1
    listed = found[: closed + 1]
    behind = found[closed + 1 :]
    if any(atom.shape == "number" for atom in listed) or open_ended(text[listed[0].start : (behind or listed)[-1].end]):
        return None
    if any(_clause(text, atom.start, atom.end) for atom in listed) or _told(text, listed[-1]):
        return None
    kind = listed[0].shape
    if kind == "continuing":
        return None
    sure = [_alike(atom.shape, kind) and _parted(text, listed, at, oxford) for at, atom in enumerate(listed)]
    if last and not oxford and len(listed) > _PAIR and _all_pairs(listed):
        sure[-1] = False  # "Ana and Bo, Cy and Di": three teams or couples
    inside = sum(atom.separator in ("and", "or", "&", "plus") for atom in behind) if oxford else 0
    loose = sum(atom.separator == "," and _alike(atom.shape, kind) for atom in behind)
    items: list[tuple[int, int]] = []
    for atom, apart in zip(listed, sure, strict=True):
        if apart:
            items.append((atom.start, atom.end))
        else:
            items[-1] = (items[-1][0], atom.end)
    return Listing(tuple(items), len(items), len(listed) + inside + loose)


def _all_pairs(listed: list[Atom]) -> bool:
    """Whether every item between two commas has an "and" of its own."""
    return len(listed) % _PAIR == 0 and all((atom.separator == "and") == bool(at % _PAIR) for at, atom in enumerate(listed))


def _alike(shape: str, kind: str) -> bool:
    return shape == kind or {shape, kind} == {"plain", "article"}


def _parted(text: str, listed: list[Atom], at: int, oxford: int) -> bool:
    """Whether what stands before an atom surely parts it from the one before: a comma, or the "and" before the last item."""
    if at == 0 or listed[at].separator in (",", ", and"):
        return True
    if oxford or at != len(listed) - 1 or listed[at].separator == "&":
        return False
    before, atom = listed[at - 1], listed[at]
    words = f"{text[before.start : before.end]} and {text[atom.start : atom.end]}".lower()
    if any(words.startswith(pair) or words.endswith(pair) for pair in list_words().pairs):
        return False
    return list_words().offices.isdisjoint(words.split())


def open_ended(text: str, *, counted: bool = False) -> bool:
    """Whether a stretch of text says that it lists only some: "including", "such as", "and others", an ellipsis.

    With `counted` the items have numbers, so that "including 3" and "12 others" are items, or parts of one.
    """
    if "…" in text or "..." in text or _AND_SOME.search(text):
        return True
    words = {match[0].lower() for match in _WORD.finditer(text)}
    if counted:
        return not words.isdisjoint(list_words().uncounted)
    return not words.isdisjoint(list_words().open | list_words().uncounted) or bool(_AND_OTHER.search(text))


def _clause(text: str, start: int, end: int) -> bool:
    """Whether an item has a verb or a subject of its own, outside of "who ..." and "that ..."."""
    for match in _WORD.finditer(text, start, end):
        low = match[0].lower()
        if low in ("who", "which", "that", "whose", "where"):
            return False
        if low in list_words().clausal and match[0] not in _NAMES:
            return True
    return False


def _told(text: str, atom: Atom) -> bool:
    """Whether an item ends in a verb of the sentence: "the chair, the clerk and the treasurer spoke"."""
    words = [match[0] for match in _WORD.finditer(text, atom.start, atom.end)]
    for at, word in enumerate(words[1:], 1):
        behind = words[at + 1].lower() if at + 1 < len(words) else ""
        if word.islower() and is_past(word) and behind not in syntax().prepositions and not is_past(behind):
            return words[at - 1].lower() not in list_words().articles
    return False


def is_past(word: str) -> bool:
    """Whether a lower-cased word is a past tense, be it a participle as well or not."""
    form = verb_forms().forms.get(word)
    return form is not None and form[1] == "past"


def read_bullets(text: str, start: int) -> Listing | None:
    """The bullets or numbered lines right behind a line that ends at `start`; deeper ones belong to the item above them.

    A shallower line, or another mark, is of the list around.
    """
    items: list[tuple[int, int]] = []
    indent, mark, at, size = -1, "", start, len(text)
    while at < size and text[at] in " \t":
        at += 1
    while at < size and text[at] == "\n" and len(items) < _MOST:
        line = at + 1
        if line < size and text[line] == "\n":
            line += 1
        match = _BULLET.match(text, line)
        if not match:
            break
        end = text.find("\n", line)
        end = size if end < 0 else end
        depth, marked = len(match["indent"].expandtabs(4)), _OF_MARK.sub("1", match["mark"])
        if indent < 0:
            indent, mark = depth, marked
        if depth < indent or (depth == indent and marked != mark):
            break
        if depth == indent:
            if _ASIDE.match(text, match.end() - 1):
                return None
            items.append((match.end() - 1, end))
        at = _item_end(text, end, indent)
    return Listing(tuple(items), len(items), len(items)) if 1 < len(items) < _MOST else None


def _item_end(text: str, at: int, indent: int) -> int:
    """Where an item of a list ends whose first line ends at `at`: lines that go on with it are indented, or begin in lower case."""
    size = len(text)
    while at < size:
        line = at + 1
        blank = line < size and text[line] == "\n"
        line += blank
        end = text.find("\n", line)
        end = size if end < 0 else end
        first = line + len(text[line:end]) - len(text[line:end].lstrip(" \t"))
        deep = len(text[line:first].expandtabs(4)) > indent
        if first >= end or _BULLET.match(text, line) or not (deep or (text[first].islower() and not blank)):
            break
        at = end
    return at
