"""What a quantity counts or measures: the noun phrase behind it, the one it refers back to, or the subject it is said of.

It works on one sentence by word order alone. The rate that a counted noun can separate from its number ("1,500 soldiers a day") is read
here too, because the noun phrase has to be known first.
"""

from __future__ import annotations

from dataclasses import dataclass

from numclaims.grammar.measures import read_rate
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.syntax import syntax

_LEADING = frozenset("more further additional extra fewer less total combined".split())
_DETERMINERS = frozenset("the a an this that these those its his her their our my your all such".split())
_BACK = frozenset(("them", "whom", "which", "those", "these"))
_INTO = ("of", "in", "worth")


@dataclass(frozen=True, slots=True)
class Item:
    """The tokens of an item (`first` to `next`), or `text` alone where it stands elsewhere; `per` and where its words end (`after`)."""

    first: int
    next: int
    text: str = ""
    per: str = ""
    after: int = 0
    subject: bool = False


def read_item(reading: Reading, index: int, sentence: tuple[int, int], carried: str) -> Item:
    """The item of quantity `index`; `carried` is the item of the claim before it, for "of them" and "56 shot down"."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    after = reading.spans[index][1]
    if quantity.kind == "age":
        return Item(0, 0, "age", after=after)
    item = _behind(reading, index, after, sentence[1])
    if item is None and tokens.lows[after] == "of" and tokens.lows[after + 1] in _BACK:
        item = Item(0, 0, carried, after=after + 2)
    if item is None:
        item = _before(reading, index, sentence, carried)
    return _with_rate(tokens, item, quantity.per, sentence[1])


def phrase_text(tokens: Tokens, first: int, after: int) -> str:
    """The words from one token up to another, as printed."""
    return tokens.text[tokens.starts[first] : tokens.ends[after - 1]] if after > first else ""


def _behind(reading: Reading, index: int, after: int, stop: int) -> Item | None:
    """The noun phrase behind the number: at once, or behind "of" or "in" ("62% of voters", "$2bn in aid")."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    counted = quantity.unit == "" and quantity.kind in ("count", "share")
    lows, start = tokens.lows, after
    if lows[start] == "-" and quantity.kind in ("measure", "duration", "money", "share", "count"):
        start += 1
    joined = lows[start] in _INTO if not counted else lows[start] == "of"
    if joined and quantity.kind != "rank":
        start += 1
        counted = True
    while lows[start] in _LEADING or (lows[start] in _DETERMINERS and (joined or lows[start] in ("the", "its")) and start < stop):
        start += 1
    if start >= stop or (reading_number := _number_at(reading, start)) is not None and reading_number > index and joined and False:
        return None
    if joined and _number_at(reading, start) is not None:
        start = reading.spans[_number_at(reading, start) or 0][1]
    plural = counted and not (quantity.value is not None and abs(quantity.value) == 1 and quantity.kind == "count")
    end = min(noun_phrase(tokens, start, counted=plural or joined), stop)
    if end <= start:
        return None
    end = _partitive(tokens, end, stop)
    return Item(start, end, after=end)


def _number_at(reading: Reading, token: int) -> int | None:
    """The index of the quantity whose tokens begin here."""
    for index, (first, _) in enumerate(reading.spans):
        if first == token:
            return index
        if first > token:
            return None
    return None


def _partitive(tokens: Tokens, end: int, stop: int) -> int:
    """"types of land mines": the phrase goes on into what there are types of."""
    if tokens.lows[end - 1] in syntax().partitives and tokens.lows[end] == "of" and end + 1 < stop:
        start = end + 1 + (tokens.lows[end + 1] in _DETERMINERS)
        inner = noun_phrase(tokens, start, counted=True)
        return inner if inner > start else end
    return end


def _before(reading: Reading, index: int, sentence: tuple[int, int], carried: str) -> Item:
    """The subject of the clause, the label before a colon ("Deaths: 93"), or for a bare count what was counted last."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    first = reading.spans[index][0]
    if tokens.words[first - 1] == ":" and first - 1 > sentence[0]:
        start = first - 2
        while start >= sentence[0] and tokens.words[start][0].isalpha():
            start -= 1
        return Item(start + 1, first - 1, after=reading.spans[index][1])
    subject = _subject(tokens, sentence[0], first)
    if quantity.kind == "count" and carried and (subject is None or not _links(tokens, subject[1], first)):
        return Item(0, 0, carried, after=reading.spans[index][1])
    if subject is None:
        return Item(0, 0, after=reading.spans[index][1])
    return Item(subject[0], subject[1], after=reading.spans[index][1], subject=True)


def _links(tokens: Tokens, after: int, first: int) -> bool:
    """Whether a verb stands between a subject and the number, so that the number is said of the subject."""
    return any(low in syntax().auxiliaries or low in syntax().verbs or low.endswith("ed") for low in tokens.lows[after:first])


def _subject(tokens: Tokens, start: int, first: int) -> tuple[int, int] | None:
    """The first noun phrase of the clause that a number stands in."""
    at = _clause_start(tokens, start, first)
    while at < first:
        low = tokens.lows[at]
        if low in syntax().prepositions and low not in ("all",):
            comma = next((c for c in range(at, min(first, at + 12)) if tokens.words[c] == ","), None)
            if comma is None:
                return None
            at = comma + 1
            continue
        if low in _DETERMINERS or not low[:1].isalpha() or low in syntax().conjunctions:
            at += 1
            continue
        end = min(noun_phrase(tokens, at, counted=False), first)
        return (at, end) if end > at else None
    return None


def _clause_start(tokens: Tokens, start: int, first: int) -> int:
    """The clause of a number begins behind the last "while", "but", "and" + subject, semicolon or colon before it."""
    for at in range(first - 1, start, -1):
        if tokens.words[at] == ";" or tokens.lows[at] in ("while", "whereas", "but", "because", "although", "that"):
            return at + 1
    return start


def _with_rate(tokens: Tokens, item: Item, per: str, stop: int) -> Item:
    """A rate behind the noun or its verb: "soldiers a day", "soldiers are dying a day", "litres of water a day"."""
    if per or item.after == 0:
        return item
    at = item.after
    for step in range(4):
        if at + step >= stop:
            break
        low = tokens.lows[at + step]
        rate = read_rate(tokens, at + step)
        if rate:
            return Item(item.first, item.next, item.text, rate[1], rate[0], item.subject)
        if low not in syntax().auxiliaries and low not in syntax().verbs and not low.endswith(("ing", "ed")):
            break
    return item
