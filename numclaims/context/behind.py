"""The noun phrase behind a number: at once, or behind "of" or "in" ("62% of voters", "$2bn in aid")."""

from __future__ import annotations

from collections.abc import Sequence

from numclaims.context.changing import SIZES
from numclaims.context.clauses import Clauses
from numclaims.context.verb import Range
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.quantities import Reading
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Quantity

DETERMINERS = frozenset("the a an this that these those its his her their our my your all such each every any some".split())
BACK = frozenset(("them", "whom", "which", "those", "these", "it"))
_CALENDAR = frozenset("year season month week day decade century quarter".split())
_SIZED = SIZES | {"pure"}
_BY_VOLUME = (["(", "v", "/", "v", ")"], ["(", "w", "/", "v", ")"], ["(", "w", "/", "w", ")"])
_INTO = ("of", "in", "worth")


def phrase_behind(reading: Reading, index: int, after: int, clauses: Clauses) -> Range | None:
    """The noun phrase behind the number: at once, behind "of" or "in" ("62% of voters", "$2bn in aid"), or behind "the number of"."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    if quantity.unit == "" and quantity.kind == "count" and tokens.lows[after] in ("the", "its", "their"):
        return _number_of(tokens, clauses, after)
    if clauses.tag(after) in ("V", "X") and tokens.lows[reading.spans[index][0] - 1] in ("which", "whom"):
        return None  # "of which 31 hit homes"
    return _joined_behind(reading, index, after, clauses)


def _joined_behind(reading: Reading, index: int, after: int, clauses: Clauses) -> Range | None:
    """The noun phrase right behind the number, or joined to it by a preposition."""
    tokens, quantity = reading.tokens, reading.quantities[index]
    counted = quantity.unit == "" and quantity.kind in ("count", "share")
    lows, start, stop = tokens.lows, _behind_hanging(reading, index, after), clauses.after
    if counted and _falls_to(reading, index, clauses):
        start = reading.spans[index + 1][1]
    if lows[start] == "-" and tokens.words[start + 1][:1].isalpha():
        start += 1
    joined = (lows[start] == "of" or (lows[start] in _INTO and quantity.kind == "money")) and quantity.kind != "rank"
    if joined:
        if lows[reading.spans[index][0]] == "within" or _only_frames(tokens, quantity, clauses, start + 1):
            return None
        start += 1 + (lows[start : start + 2] == ["worth", "of"])
        if lows[start] in BACK:
            return _described(tokens, clauses, start + 1)
        nested = number_at(reading, start, index)
        start = start if nested is None else reading.spans[nested][1]
    start = _past_leading(lows, start, stop, joined=joined)
    start += 0 if joined or not quantity.unit else _only_how(reading, index, clauses, start)
    if start >= stop or not _may_begin(tokens, quantity, clauses, start, joined=joined, counted=counted):
        return None
    if _stands_alone(tokens, clauses, start, joined=joined, counted=counted):
        return start, start + 1
    if counted and not joined and clauses.tag(start) == "V" and not lows[start].endswith("s") and _predicate(tokens, clauses, start):
        return None
    participle = clauses.tag(start) == "V" or (lows[start].endswith("ed") and lows[start] in syntax().verbs)
    attribute = (counted or joined) and participle and clauses.tag(start + 1) == "N"
    single = quantity.value is not None and abs(quantity.value) == 1 and quantity.kind == "count" and not joined
    end = min(noun_phrase(tokens, start + attribute, counted=(counted or joined) and not single), stop)
    if not counted or single or not is_plural(lows[end - 1]):
        end = before_verb(clauses, start + attribute, end)
    if end <= start + attribute or (joined and quantity.kind == "money" and lows[start - 1] == "in" and tokens.words[start][0].isupper()):
        return None
    return start, _partitive(tokens, end, stop)


def _only_how(reading: Reading, index: int, clauses: Clauses, start: int) -> int:
    """How many tokens only say how a measure is taken: "a 5 mm thick plate", "99% pure ethanol", "10% (v/v) serum"."""
    tokens = reading.tokens
    if tokens.lows[start : start + 5] in _BY_VOLUME:
        return 5
    follow = clauses.tag(start + 1)
    if tokens.lows[start] not in _SIZED or tokens.lows[start + 1] in syntax().stops or tokens.lows[start + 1] in roles().not_nouns:
        return 0
    attributive = tokens.lows[reading.spans[index][0] - 1] in DETERMINERS
    return int(follow == "N" or (follow == "V" and attributive and clauses.tag(start + 2) == "N"))


def _stands_alone(tokens: Tokens, clauses: Clauses, at: int, *, joined: bool, counted: bool) -> bool:
    """Whether a word is a noun by itself: "12 dead", "40 of the injured were", "11 days of fighting"."""
    low, known, follow = tokens.lows[at], clauses.tag(at), clauses.tag(at + 1)
    if low in syntax().plurals:
        return (counted and known in ("V", "N") and follow in (".", "", "C")) or (joined and tokens.lows[at - 1] == "the" and follow != "N")
    return joined and known == "V" and low.endswith("ing") and follow in (".", "", "P", "C")


def _falls_to(reading: Reading, index: int, clauses: Clauses) -> bool:
    """Whether a number shares the noun behind the one that follows: "shrank from 500 to 400 votes", not "cut output from 60 to 40 cars"."""
    lows, (first, after) = reading.tokens.lows, reading.spans[index]
    if lows[after] != "to" or lows[first - 1] != "from" or clauses.tag(first - 2) != "V":
        return False
    return number_at(reading, after + 1, index) is not None


def _past_leading(lows: Sequence[str], start: int, stop: int, *, joined: bool) -> int:
    """Past words that only lead to a noun: "additional", "such", behind a preposition also determiners."""
    while start < stop and (lows[start] in roles().leading or lows[start] == "such" or (joined and lows[start] in DETERMINERS)):
        start += 1
    return start


def _only_frames(tokens: Tokens, quantity: Quantity, clauses: Clauses, start: int) -> bool:
    """Whether "of" or "in" behind a number brings no item: "$3bn in the same period", "two months of the year", "an hour of each other"."""
    lows = tokens.lows
    if lows[start - 1] == "in":
        return clauses.tag(start) in ("D", "Q")
    if quantity.kind == "duration" and lows[start] in DETERMINERS:
        return lows[start + 1] in _CALENDAR or lows[start : start + 2] == ["each", "other"]
    return False


def _number_of(tokens: Tokens, clauses: Clauses, start: int) -> Range | None:
    """What a number is the number of, said behind it: "bringing to 102 the number of people moved"."""
    lows = tokens.lows
    if lows[start + 1] not in roles().amounts or lows[start + 2] != "of":
        return None
    end = before_verb(clauses, start + 3, noun_phrase(tokens, start + 3, counted=True))
    return (start + 3, end) if end > start + 3 else None


def _described(tokens: Tokens, clauses: Clauses, start: int) -> Range | None:
    """What some of the counted are, said without a verb: "600 of them children", "three of them in their teens" says nothing."""
    end = noun_phrase(tokens, start, counted=True)
    if clauses.tag(start) != "N" or end <= start or not is_plural(tokens.lows[end - 1]):
        return None
    follow = clauses.tag(end)
    return None if follow in ("V", "X") else (start, end)


def _behind_hanging(reading: Reading, index: int, after: int) -> int:
    """Past the numbers that share a noun behind a hanging hyphen: "two- and three-bedroom flats"."""
    tokens, last = reading.tokens, min(index + 5, len(reading.spans) - 1)
    for follow in range(index, last):
        end, gap = reading.spans[follow][1], reading.spans[follow + 1][0] - reading.spans[follow][1]
        if gap == 1 and _paired(reading, follow):
            return reading.spans[follow + 1][1]
        if tokens.words[end] != "-" or not 2 <= gap <= 3 or tokens.lows[end + gap - 1] not in (",", "and", "or", "to"):
            return end if follow > index else after
    return reading.spans[last][1] if last > index else after


def _paired(reading: Reading, index: int) -> bool:
    """Whether a measure and the next are two of one thing: "the 34 °C and 38 °C curves", "40% or 60% of voters"."""
    one, other = reading.quantities[index], reading.quantities[index + 1]
    alike = one.unit == other.unit != "" and one.kind == other.kind and one.change == other.change == "none" and not (one.per or other.per)
    return alike and reading.tokens.lows[reading.spans[index][1]] in ("and", "or")


def _may_begin(tokens: Tokens, quantity: Quantity, clauses: Clauses, start: int, *, joined: bool, counted: bool) -> bool:
    """Whether a noun phrase that a number measures or counts may begin with this word."""
    word = tokens.words[start]
    if not joined and not counted and clauses.tag(start) in ("V", "X", "A"):
        return False
    if word.endswith("ing") and clauses.tag(start + 1) == "D":  # "is around 73, raising the question"
        return False
    last = start + 1 + (clauses.tag(start + 2) == "N" and not is_plural(tokens.lows[start + 1]))
    described = counted and clauses.tag(start) in ("N", "V") and clauses.tag(start + 1) == "N" and is_plural(tokens.lows[last])
    if described and word not in syntax().prepositions:  # "four empty houses", not "four empty"
        return True
    if quantity.kind == "multiple" and not _of_multiple(tokens, start):
        return False
    if tokens.lows[start : start + 2] == ["relative", "to"] or (quantity.unit and not joined and _acts_behind(tokens, start)):
        return False
    if (quantity.unit or quantity.kind == "share") and not joined and tokens.lows[start] in syntax().comparatives:
        return False
    return word not in roles().not_nouns or quantity.kind == "money"


def _of_multiple(tokens: Tokens, start: int) -> bool:
    """Whether a multiple is said of what stands here: "six times the limit", "a tenfold rise in rents", "200× magnification"."""
    low = tokens.lows[start]
    trend = low in syntax().up_nouns or low in syntax().down_nouns
    return trend or low in ("the", "its", "their") or tokens.words[start - 1] == "×"


def _acts_behind(tokens: Tokens, at: int) -> bool:
    """Whether a word is the verb of what the measure before it is "of": "rates of 5 kg/s lead to losses"."""
    form = verb_forms().forms.get(tokens.lows[at])
    return form is not None and form[1] == "base" and tokens.lows[at + 1] == "to" and not is_plural(tokens.lows[at])


def _predicate(tokens: Tokens, clauses: Clauses, start: int) -> bool:
    """Whether a participle behind a count is its verb ("56 shot down", "12 died"), not an attribute ("65 captured servicemen")."""
    follow = clauses.tag(start + 1)
    return follow != "N" or tokens.lows[start + 1] in syntax().stops


def before_verb(clauses: Clauses, start: int, end: int) -> int:
    """Cut a phrase before its first verb."""
    for at in range(start, end):
        if clauses.tag(at) in ("V", "X"):
            return at
    return end


def number_at(reading: Reading, token: int, index: int) -> int | None:
    """The index of the next quantity, where it begins at this token ("nine out of ten of the 6,000 that ...")."""
    follow = index + 1
    if follow < len(reading.spans):
        lows, first = reading.tokens.lows, reading.spans[follow][0]
        owned = token < first <= token + 4 and lows[first - 1] in ("'s", "’s", "'", "’")
        if first == token or (first == token + 1 and lows[token] in DETERMINERS) or owned:
            return follow
    return None


def _partitive(tokens: Tokens, end: int, stop: int) -> int:
    """ "types of land mines": the phrase goes on into what there are types of."""
    if tokens.lows[end - 1] in syntax().partitives and tokens.lows[end] == "of" and end + 1 < stop:
        start = end + 1 + (tokens.lows[end + 1] in DETERMINERS)
        inner = noun_phrase(tokens, start, counted=True)
        return inner if inner > start else end
    return end
