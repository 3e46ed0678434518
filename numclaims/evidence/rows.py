"""One row of an evidence table, and how its cells are checked. It knows the columns and no file format.

Errors name the file, the row as an editor or a spreadsheet numbers it (the head is row 1), the column, and what to write instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from numclaims.evidence.periods import Period, is_period, period_of
from numclaims.interval import Interval
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import NumberWords, number_words
from numclaims.reading.record import shown

COLUMNS = ("measure", "item", "actor", "place", "when", "low", "high", "value", "unit", "per", "source", "story")
_RATIOS = frozenset(("share", "fraction", "ratio", "proportion"))
_UNCOUNTED = frozenset(("count", "number", "person", "people", "persons"))
_NO_TEXT = frozenset(("nan", "none", "null", "<na>", "nat"))


class EvidenceError(ValueError):
    """An evidence table that cannot be used; the message names the file, the row and the column."""


@dataclass(frozen=True, slots=True)
class Row:
    """A reference value: `low` to `high` (equal for one value, infinite where an end is left open) of `unit` per `per`.

    `unit` and `per` are named as claims name them, `ratio` stands for a plain share ("0.4"). `per` may be a thing that is no
    unit ("ship"). `number` is the row's in its file, `period` what `when` says.
    """

    number: int
    measure: str
    item: str
    actor: str
    place: str
    when: str
    low: float
    high: float
    unit: str
    per: str
    source: str
    story: str
    period: Period | None = field(default=None, compare=False)

    @property
    def interval(self) -> Interval:
        """The values that the row allows, in its own unit."""
        return Interval(self.low, self.high)


def check_columns(names: Iterable[str], path: str) -> None:
    """Raises EvidenceError where a column that every table needs is missing, and where one seems to be misspelt."""
    known = tuple(names)
    for name in known:
        close = [] if name in COLUMNS else get_close_matches(name, COLUMNS, n=1, cutoff=0.75)
        if close:
            raise EvidenceError(f"{path}: row 1: there is no column {shown(name)}; did you mean {close[0]}?")
    missing = [name for name in ("measure", "item") if name not in known]
    if "value" not in known:
        missing += [name for name in ("low", "high") if name not in known]
    if missing:
        instead = " (or a column value in place of low and high)" if "low" in missing or "high" in missing else ""
        raise EvidenceError(f"{path}: row 1: has no column {', '.join(missing)}{instead}; a table of evidence has {', '.join(COLUMNS)}")


def row_of(fields: Mapping[str, object], path: str, number: int) -> Row:
    """The row that these cells give. Raises EvidenceError for a cell that cannot be what its column holds."""
    cells = _Cells(fields, path, number)
    measure, item = cells.text("measure"), cells.text("item")
    if not measure:
        raise cells.error("measure", "is empty; say what the row measures, such as homes destroyed")
    low, high = cells.ends()
    unit, per, scale = cells.units()
    when = cells.text("when")
    try:
        period = period_of(when)
    except ValueError as error:
        raise cells.error("when", str(error)) from None
    return Row(
        number=number,
        measure=measure,
        item=item or measure,
        actor=cells.text("actor"),
        place=cells.text("place"),
        when=when,
        low=low * scale,
        high=high * scale,
        unit=unit,
        per=per,
        source=cells.text("source"),
        story=cells.text("story"),
        period=period,
    )


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, with where they stand, for messages."""

    fields: Mapping[str, object]
    path: str
    number: int

    def error(self, column: str, reason: str) -> EvidenceError:
        return EvidenceError(f"{self.path}: row {self.number}: column {column}: {reason}")

    def text(self, column: str) -> str:
        value = self.fields.get(column)
        if value is None:
            return ""
        if isinstance(value, bool | list | dict):
            raise self.error(column, f"is {type(value).__name__}, not a text or a number")
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = " ".join(str(value).split())
        return "" if text.lower() in _NO_TEXT else text

    def ends(self) -> tuple[float, float]:
        """The lower and the upper end; an end that is left empty is open."""
        value, low, high = (self._number(column) for column in ("value", "low", "high"))
        if value is not None:
            if low is not None or high is not None:
                raise self.error("value", "is given beside low or high; leave one or the other empty")
            return value, value
        if low is None and high is None:
            raise self.error("low" if "low" in self.fields else "value", "is empty; a row needs a number")
        if low is not None and high is not None and low > high:
            raise self.error("low", f"{low:.15g} is above high, {high:.15g}")
        return -math.inf if low is None else low, math.inf if high is None else high

    def _number(self, column: str) -> float | None:
        text = self.text(column)
        if not text and not str(self.fields.get(column) or "").strip():
            return None
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            written = shown(str(self.fields[column]))
            raise self.error(column, f"{written} is not a number; write it in digits without unit and separators, like 1500 or 0.25")
        return number

    def units(self) -> tuple[str, str, float]:
        """Unit and rate as claims name them, and how much one of the unit is: a million for "million tonnes".

        "km per hour" in the column unit says the rate as well.
        """
        written, per = self.text("unit"), self.text("per")
        counted, scale = _scale_off(written)
        whole = unit_named(counted)
        top, _, bottom = (counted, "", "") if whole else counted.partition(" per ")
        unit = "" if top.lower() in _UNCOUNTED else "ratio" if top.lower() in _RATIOS else self._unit(top)
        own = bottom or (whole.per if whole else "")
        if own and per:
            raise self.error("per", f"{shown(per)} comes on top of the rate in column unit, {shown(written)}")
        return unit, per_named(own or per), scale

    def _unit(self, text: str) -> str:
        if not text:
            return ""
        unit = unit_named(text)
        if unit:
            return unit.name
        lexicon = unit_lexicon()
        close = get_close_matches(text.lower(), [*lexicon.words, *lexicon.currency_words], n=2, cutoff=0.7)
        hint = f"did you mean {' or '.join(close)}?" if close else "leave it empty for a count of things"
        raise self.error("unit", f"{shown(text)} is no unit that numclaims knows; {hint}")


def _scale_off(text: str) -> tuple[str, float]:
    """A unit without its scale words, and what they multiply by: "million tonnes", "EUR bn", "thousands of people", "million"."""
    if unit_named(text):
        return text, 1.0
    scale, words, numbers = 1.0, text.split(), number_words()
    for end in (0, -1):
        while words and (factor := _factor(words[end].lower(), numbers)):
            scale *= factor
            del words[end]
        if end == 0 and scale > 1 and words[:1] == ["of"]:
            del words[0]
    return " ".join(words), scale


def _factor(word: str, numbers: NumberWords) -> float:
    """What a scale word multiplies by, 0 for any other word."""
    return numbers.scales.get(word) or numbers.scales.get(word.removesuffix("s")) or (numbers.short_scales.get(word) or 0.0)


def unit_named(text: str) -> Unit | None:
    """The unit that a word, symbol, ISO code or name stands for ("kilometres", "km", "EUR", "us dollar")."""
    lexicon = unit_lexicon()
    words = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    for known, key in (
        (lexicon.names, text),
        (lexicon.symbols, text),
        (lexicon.words, words),
        (lexicon.currency_words, words),
        (lexicon.currency_prefixes, text.lower()),
        (lexicon.symbols, text.upper()),
    ):
        if key in known:
            return known[key]
    return None


def per_named(text: str) -> str:
    """What a rate is per, as claims name it: the unit's name, or the thing in lower case as it was written."""
    words = text.lower().removeprefix("per ").removeprefix("each ").removeprefix("a ").removeprefix("an ")
    if not words or is_period(words):
        return words
    if words.removesuffix("s") in ("quarter", "decade", "century"):
        return words.removesuffix("s")
    unit = unit_named(words)
    return unit.name if unit else words
