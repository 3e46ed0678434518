"""Which numbers of neighbouring sentences are one quantity then and now: "took in 41 litres in July. In June the figure had been 48".

One of the two must say that it is the older one ("a year earlier", "had been", "the first estimate"), the other must not; both must be
of one unit and, if they are counts, of one noun. The relations are those of `changes`, without a verb and without a change.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Collection, Iterator

from numclaims.model import Claim, Relation
from numclaims.relations.changes.changes import change_of
from numclaims.relations.changes.pairs import subject_of
from numclaims.relations.changes.sides import comparable, is_level, marker, time_away, units_compare
from numclaims.relations.phrases import closing_words, phrase_words, phrases
from numclaims.relations.surroundings import Surroundings, singular

_BACK = 6
"""How many numbers back the other one is looked for."""
_FAR = 400
"""How many characters may stand between two numbers of one quantity."""
_BEFORE_IT, _BEHIND_IT = 80, 45
"""How many characters before and behind a number its clause is read."""

_THEN_BEFORE = re.compile(
    r"""\b(?: had\s+(?:\w+\s+)?(?:been|stood|averaged|come|numbered|totalled|paid|cost|reached|sold|made|taken|earned)
        | (?:previous|prior|earlier|initial|first|original|old|former|preceding|last)\s+(?:\w+\s+)?(?:record|estimate|figure|total|count
            |toll|price|peak|high|low|level|year|month|week|quarter|season|contract|version|model|report|forecast|half)
        | (?:year|month|week|quarter)['’]s | (?:year|month|week)-earlier | previously | formerly | ago,?\s+(?:when|it|they)
        | (?:a|one|two|three|ten)\s+years?\s+(?:ago|earlier|before) | the\s+year\s+before
        | last\s+(?:year|month|week|season|summer|winter|spring|autumn|quarter) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_THEN_BEHIND = re.compile(
    r"""[^.;:!?\n]{0,35}?\b(?: (?:years?|months?|weeks?|days?|quarters?|seasons?|decades?)\s+(?:ago|earlier|before|previously)
        | (?:the|in\s+the|a)\s+(?:same\s+)?(?:\w+\s+){0,2}(?:last|previous|prior|preceding)\s+(?:year|month|week|quarter|season)
        | last\s+(?:year|month|week|season|summer|winter|spring|autumn|quarter) | previously
        | the\s+(?:year|month|week|quarter|season|day)\s+before
        | (?:of|in)\s+the\s+(?:earlier|first|previous)\s+(?:note|report|estimate|edition|version) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OPENED = re.compile(rf"{phrases('levels', 'opened')}\s+(?:[\w’'-]+\s+){{0,4}}$", re.IGNORECASE)
_NOW = re.compile(phrases("levels", "now"), re.IGNORECASE)
_ONCE = re.compile(phrases("levels", "once"), re.IGNORECASE)
_NEXT_ONE = re.compile(r"[;:]\s|,\s+(?:and|but|while)\b|\s(?:and|but|now|today)\s")
"""Behind these a clause speaks of the next number."""
_AND_NEXT = re.compile(r",?\s+(?:and|but|while)\s")
_THEN_WORDS = frozenset(
    """had previous prior earlier initial first original old former preceding last year month week quarter previously formerly ago years
    months weeks days quarters seasons decades season summer winter spring autumn day""".split()
)
"""Every phrase that calls a number the older one has one of these, each of the others one of its own."""
_OPENED_WORDS, _NOW_WORDS, _ONCE_WORDS = (phrase_words(("levels", name)) for name in ("opened", "now", "once"))
_NOW_ENDS = closing_words("levels", "now")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = tuple(month_name)
_MONTH = re.compile(rf"\b[Ii]n\s+({'|'.join(_MONTHS[1:])})\b")
_WHOLE_MONTH = re.compile(r"\d{4}-\d\d")
_TO_COME = re.compile(r"\b(?:will|would|by|expect\w*|forecast\w*|plans?|target\w*|aims?|could|may|might|should|until)\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"\b(?:(?:figure|number|total|count|tally|price|level|rate|average)\b[^.;:]{0,30}|(?:it|they|that|this)\s+(?:[\w’']+\s+){0,3}"
    r"|there\s+had\s+been\s+(?:only\s+|just\s+)?)$",
    re.IGNORECASE,
)


_SAME_SUBJECT = re.compile(
    r"\b(?:and|but)\s+(?:now\s+|today\s+)?(?:numbers?|has|have|counts?|totals?)\s+(?:now\s+)?(?:only\s+|just\s+|some\s+)?$"
)
"""A verb without a subject of its own: "numbered 900 in 1990 and numbers 700 today"."""
_SPAN = re.compile(r"\b(quarter(?:ly)?|(?:first|second)\s+half|half[\s-]year|(?:three|six|nine)\s+months)\b", re.IGNORECASE)


class _Dated:
    """A number and what its clause says of its time: whether it is the older one, the year there; read when another may be of its quantity.

    `opened` says whether the number in front of it in its sentence grew out of it: "closed at 42, having opened at 40".
    """

    __slots__ = ("_clause", "_words", "around", "claim", "index", "opened", "then", "year")

    def __init__(self, around: Surroundings, index: int, claim: Claim) -> None:
        self.around, self.index, self.claim = around, index, claim
        self._clause: tuple[str, str] | None = None

    def read(self) -> None:
        """Read the clause, if that is not done."""
        if self._clause is None:
            self._words = self.around.words(self.claim)
            self._clause = before, behind = self._read_clause()
            self.opened = self._has(_OPENED_WORDS) and bool(_OPENED.search(before))
            self.then = self.opened or self._called_older(before, behind)
            clause = before + " " + behind
            years = _YEAR.findall(clause) if "19" in clause or "20" in clause else []
            self.year = years[-1] if len(years) == 1 and not _TO_COME.search(before) else ""

    def _called_older(self, before: str, behind: str) -> bool:
        if self._has(_THEN_WORDS) and (_THEN_BEFORE.search(before) or _THEN_BEHIND.match(behind)):
            return True
        return marker(self.around, self.claim) == "against" and "than" not in before[-30:]

    @property
    def month(self) -> str:
        """The month of the number, as "2024-07", where its clause names one month and no year."""
        if self.year or not _WHOLE_MONTH.fullmatch(self.claim.when):
            return ""
        names = {name for part in self._clause or () for name in _MONTH.findall(part)}
        if len(names) != 1:
            return ""
        month, written = _MONTHS.index(names.pop()), self.around.written
        if written is None or int(self.claim.when[5:]) == month:
            return self.claim.when
        return f"{written.year - (month > written.month)}-{month:02}"  # the column is that of another month of the sentence

    @property
    def now(self) -> bool:
        """Whether the clause says that the number is of the time of writing."""
        return not self.then and self._names_now()

    @property
    def once(self) -> bool:
        """Whether the clause tells of an earlier time than now, a month at least."""
        told = any(map(_MONTH.search, self._clause or ())) or (self._has(_ONCE_WORDS) and any(map(_ONCE.search, self._clause or ())))
        return told and not self._names_now()

    def _names_now(self) -> bool:
        return self._has(_NOW_WORDS) and self._has(_NOW_ENDS) and any(map(_NOW.search, self._clause or ()))

    def _has(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands in the sentence of the number."""
        return not words.isdisjoint(self._words)

    def _read_clause(self) -> tuple[str, str]:
        """What stands before and behind the number, up to the next ones."""
        around, index, claim = self.around, self.index, self.claim
        floor = next((other.end for other in reversed(around.claims[max(0, index - _BACK) : index]) if other.kind == claim.kind), 0)
        before = around.text[max(claim.sentence_start, floor, claim.start - _BEFORE_IT) : claim.start]
        ceiling = around.claims[index + 1].start if index + 1 < len(around.claims) else len(around.text)
        if floor > claim.sentence_start:
            before = _AND_NEXT.split(before)[-1]
        end = claim.sentence_start + len(claim.sentence)
        behind = around.text[claim.end : min(ceiling, end, claim.end + _BEHIND_IT)]
        return before, _NEXT_ONE.split(behind, maxsplit=1)[0] if ceiling < end else behind


def level_pairs(around: Surroundings, taken: Collection[int]) -> Iterator[Relation]:
    """The pairs of a document, in the order of their second numbers; numbers that are starting points of told changes are `taken`."""
    recent: list[_Dated] = []
    for index, claim in enumerate(around.claims):
        if not is_level(claim) or claim.value is None or time_away(around, claim) or claim.claim in taken:
            continue
        dated = _Dated(around, index, claim)
        other = next((earlier for earlier in reversed(recent) if _one_quantity(around, earlier, dated)), None)
        if other is not None:
            older, newer = (dated, other) if _older(dated, other) else (other, dated)
            yield change_of(older.claim, newer.claim, None, "")
        recent = [*recent[1 - _BACK :], dated]


def _older(one: _Dated, other: _Dated) -> bool:
    if one.claim.when and other.claim.when and one.claim.when[:4] != other.claim.when[:4]:
        return one.claim.when < other.claim.when
    if one.then != other.then and bool(one.year) != bool(other.year):
        return bool(one.year)
    if one.then != other.then:
        return one.then
    if one.now != other.now:
        return other.now
    if one.month and other.month:
        return one.month < other.month
    if one.year and other.year:
        return one.year < other.year
    return bool(one.year)


def _one_quantity(around: Surroundings, earlier: _Dated, later: _Dated) -> bool:
    """Whether two numbers can be one quantity, of which one says that it is older."""
    one, other = earlier.claim, later.claim
    if other.start - one.end > _FAR or not one.value or not other.value:
        return False
    if not units_compare(one, other):
        return False
    if one.unit == other.unit and not 0.2 <= other.value / one.value <= 5:
        return False
    earlier.read()
    later.read()
    if (earlier.then and later.then) or earlier.opened or (later.opened and one.sentence_start != other.sentence_start):
        return False
    if earlier.then == later.then and earlier.year == later.year and not _two_times(earlier, later):
        return False
    if not comparable(around, one, other) or not _spans_agree(around, one, other):
        return False
    if one.kind in ("money", "measure", "duration") and not (earlier.now or later.now or _of_one_subject(around, one, other)):
        return False
    if one.kind != other.kind:
        return one.kind != "count" and _said_of_figure(around, other)
    if one.kind != "count" or _same_noun(around, one, other) or _said_of_figure(around, other):
        return True
    beside = one.sentence_start == other.sentence_start and around.noun(later.index) is None
    return beside and bool(_SAME_SUBJECT.search(around.before(other, 40)))


def _spans_agree(around: Surroundings, one: Claim, other: Claim) -> bool:
    """Whether two numbers of different sentences can be of stretches of one length: not a half-year's sales and a year's."""
    if one.sentence_start == other.sentence_start:
        return True
    spans = [{match[1].lower() for match in _SPAN.finditer(around.text, *_beside(claim))} for claim in (one, other)]
    return not (spans[0] ^ spans[1]) or not (spans[0] or spans[1])


def _of_one_subject(around: Surroundings, one: Claim, other: Claim) -> bool:
    """Whether the clauses of two amounts share a word that says what they are of, or the later one is said of "the figure"."""
    if one.sentence_start == other.sentence_start or one.item == other.item != "" or _said_of_figure(around, other):
        return True
    return not subject_of(around.text, one).isdisjoint(subject_of(around.text, other))


def _beside(claim: Claim) -> tuple[int, int]:
    return max(claim.sentence_start, claim.start - _BEFORE_IT), claim.end + _BEHIND_IT


def _two_times(one: _Dated, other: _Dated) -> bool:
    """Whether two clauses without years are of a time before and of now, or of two months."""
    if (other.now and one.once) or (one.now and other.once):
        return True
    return bool(one.month and other.month) and one.month != other.month


def _said_of_figure(around: Surroundings, claim: Claim) -> bool:
    """Whether the clause of a number is about "the figure", so that its unit and noun are those of the number before."""
    return bool(_GENERIC.search(around.before(claim, 40)))


def _same_noun(around: Surroundings, one: Claim, other: Claim) -> bool:
    heads = []
    for claim in (one, other):
        noun = around.noun(around.index(claim))
        words = claim.item.lower().split()
        heads.append(noun.head if noun else singular(words[-1]) if words else "")
    return heads[0] == heads[1] != "" or marker(around, other) == "against"
