"""A table of claims to filter, add up and audit, over a pandas frame. It states no expectations and knows no file formats."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from numclaims.context.claims import analyse
from numclaims.evidence.periods import Period, period_of
from numclaims.evidence.rows import unit_named as written_unit
from numclaims.evidence.verdicts import Verdict
from numclaims.evidence.words import keys
from numclaims.interval import Interval, allowed
from numclaims.lexicon.bases import to_base
from numclaims.lexicon.units import unit_named
from numclaims.model import Analysis, Claim, Document, Finding
from numclaims.pipeline import audit_analysis, read
from numclaims.reading import Unreadable
from numclaims.reading.frames import FrameError, read_frame
from numclaims.report.csv_report import unguarded
from numclaims.report.figures import readable_value
from numclaims.table import CHOICES, NUMBER_COLUMNS, WHOLE_COLUMNS, ClaimTableError, claims_frame, claims_from_frame

if TYPE_CHECKING:
    import pandas as pd

    from numclaims.evidence import Evidence
    from numclaims.lexicon.topics import Topics

Wanted = str | float | Collection[str] | Collection[float]

_PHRASES = frozenset(("item", "actor", "subject", "place", "source", "text", "sentence"))
"""Columns that hold words of the text: asked for by some of their words, in any form."""

_CLOSED: dict[str, tuple[str, ...]] = {**CHOICES, "support": ("", *get_args(Verdict))}
"""Columns that hold one of a few words."""

_OF_SPREADSHEETS = frozenset((".csv", ".tsv", ".xlsx"))
"""What a spreadsheet may have written, and so may have apostrophes before texts that it would run."""

_NUMBERS = WHOLE_COLUMNS | NUMBER_COLUMNS
_FIGURES = re.compile(r"\d+")

_SHARES = {"": 100.0, "ratio": 100.0, "percent": 1.0, "percentage point": 1.0, "basis point": 0.01}
"""What one of each unit of a share is in percent."""


class IncomparableClaims(ValueError):  # noqa: N818 - named for what is wrong, as users read it
    """Claims in units that cannot be compared or added; the message names the units."""


class ClaimTable:
    """The claims of some documents, one row a claim; `df` is the frame of `numclaims.claims_frame`, with any further columns.

    The claims are those of the frame at the beginning: to edit them, edit a copy of `df` and make a ClaimTable of that.

    Filtering gives another ClaimTable over the same documents, so that what is found there can be asked of every part of it.
    """

    def __init__(self, df: pd.DataFrame, analyses: Iterable[Analysis] = (), narrowed: str = "") -> None:
        """`analyses` are the documents as read, `narrowed` how the table was filtered, in words.

        Raises ClaimTableError, naming column and row, for a frame that is no claim table. Without analyses the documents are put
        together again from the sentences of the claims.
        """
        self.df = df
        self.narrowed = narrowed
        self._claims = tuple(claims_from_frame(df))
        self._given = tuple(analyses)

    @classmethod
    def of(
        cls, documents: Iterable[Document | Unreadable], *, evidence: Evidence | None = None, topics: Topics | None = None
    ) -> ClaimTable:
        """The claims of documents, in their order and in text order; with evidence and topics as for `numclaims.extract`.

        Raises ValueError for what could not be read.
        """
        analyses = tuple(read(document, evidence, topics=topics) for document in map(_document, documents))
        return cls(claims_frame(claim for analysis in analyses for claim in analysis.claims), analyses)

    @classmethod
    def read(cls, path: str | Path) -> ClaimTable:
        """The claim table in a CSV, JSON lines, Parquet or XLSX file (sheet Claims, or else the first), as written or as edited.

        In CSV and XLSX apostrophes that keep a spreadsheet from running a text as a formula are taken off again. Raises ClaimTableError,
        naming the file, and column and row where it is one cell, for a file that holds no claim table.
        """
        try:
            frame = read_frame(path, sheet="Claims")
            if Path(path).suffix.lower() in _OF_SPREADSHEETS:
                for name in (name for name in frame.columns if name not in _NUMBERS):
                    frame[name] = frame[name].map(lambda cell: unguarded(cell) if isinstance(cell, str) else cell)
            return cls(frame)
        except FrameError as error:
            raise ClaimTableError(str(error)) from None
        except ClaimTableError as error:
            raise ClaimTableError(f"{path}: {error}") from None

    @cached_property
    def analyses(self) -> tuple[Analysis, ...]:
        """The documents that the claims come from, each with all its claims."""
        return self._given or tuple(_rebuilt(self._claims))

    def __len__(self) -> int:
        return len(self._claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def __repr__(self) -> str:
        return f"<ClaimTable: {self.described}>"

    def _repr_html_(self) -> str:
        from numclaims.report.notebook import claims_in_notebook

        return claims_in_notebook(self._claims, self.df.index, self.described)

    @property
    def described(self) -> str:
        """ "2 claims (item='drones')"."""
        count = f"{len(self):,} claim{'' if len(self) == 1 else 's'}"
        return f"{count} ({self.narrowed})" if self.narrowed else count

    def where(self, **wanted: Wanted) -> ClaimTable:
        """The claims whose columns are as wanted; of a collection any one will do.

        Columns that hold words of the text (item, actor, subject, place, source, text, sentence) match where they hold every word
        wanted, in any letter case, singular or plural; an empty string matches the empty cell. `when` matches times that share a
        day with the ISO date or interval wanted. All other columns match in any letter case as a whole, numbers by value. Raises
        TypeError for a column that is not there, ValueError for a `when` that is no ISO date or interval and for a `kind`, `bound`,
        `change` or `support` that there is not.
        """
        unknown = [name for name in wanted if name not in self.df.columns]
        if unknown:
            raise TypeError(f"the claim table has no column {unknown[0]!r}; it has {', '.join(map(str, self.df.columns))}")
        kept = [True] * len(self)
        for name, value in wanted.items():
            choices: list[str | float] = [value] if isinstance(value, str | int | float) else list(value)
            _check_choices(name, choices)
            column = self.df[name]
            if name in _NUMBERS:
                fitting = column.isin(choices).tolist()
            else:
                fits = _test(name, choices)
                fitting = [fits(cell) for cell in column.astype("string").fillna("").tolist()]
            kept = [keep and fit for keep, fit in zip(kept, fitting, strict=True)]
        narrowed = ", ".join(filter(None, (self.narrowed, *(f"{name}={value!r}" for name, value in wanted.items()))))
        return ClaimTable(self.df[kept], self.analyses, narrowed)

    def groups(self, column: str) -> dict[str, ClaimTable]:
        """The claims by what a column holds, in the order in which that first comes."""
        cells = dict.fromkeys(self.df[column].astype("string").fillna("").tolist())
        return {cell: self.where(**{column: cell}) for cell in cells}

    def total(self, unit: str = "") -> Interval:
        """All claims added up as intervals, in `unit` or else in their own. Raises IncomparableClaims where they have several."""
        return sum(amounts(self, unit), Interval.exactly(0.0))

    def findings(self, *rules: str) -> list[Finding]:
        """What the rules find in the documents that touches a claim of this table; all rules where none is named.

        `rules` are codes, beginnings of codes or names. Raises `numclaims.rules.UnknownRule`, a ValueError, for any other word.
        """
        own = {(claim.doc, claim.claim) for claim in self}
        found = (finding for analysis in self.analyses for finding in audit_analysis(analysis, select=rules).findings)
        return [finding for finding in found if any((finding.doc, claim) in own for claim in finding.claims) or self._is_whole(finding)]

    def _is_whole(self, finding: Finding) -> bool:
        """Whether a finding that touches no claim at all, such as one on a date, belongs here: in a table nobody narrowed."""
        return not finding.claims and not self.narrowed


def amounts(claims: Iterable[Claim], unit: str = "") -> Iterator[Interval]:
    """What each claim allows, in `unit`, or else in the one unit that all have; shares in percent, fractions as well.

    Raises IncomparableClaims for a claim in another unit, or in one that does not convert to `unit`.
    """
    first = unit
    for claim in claims:
        own = unit_of(claim)
        if not unit and first and own != first:
            raise IncomparableClaims(f"claims in {first or 'no unit'} and in {own or 'no unit'}; say in which unit, or filter by unit")
        first = first or own
        yield in_unit(claim, unit or own)


def unit_of(claim: Claim) -> str:
    """The unit that a claim is compared in: `percent` for every share, and with what a rate is per ("kilometer per hour")."""
    unit = "percent" if claim.kind == "share" and claim.unit in _SHARES else claim.unit
    return f"{unit} per {claim.per}".strip() if claim.per else unit


def in_unit(claim: Claim, unit: str) -> Interval:
    """What a claim allows, in another unit, by its name or as texts write it ("km"; for shares also "ratio", of which one is 100%).

    Raises IncomparableClaims where there is no way from one to the other.
    """
    interval = allowed(claim)
    if claim.kind == "share" and claim.unit in _SHARES:
        interval = interval.scaled(_SHARES[claim.unit]) if _SHARES[claim.unit] != 1 else interval
    own = unit_of(claim)
    top, bottom = map(_named, _parted(unit))
    if own == f"{top} per {bottom}".removesuffix(" per ").strip():
        return interval
    if own == "percent" and top in _SHARES and not bottom:
        return interval.scaled(1 / _SHARES[top])
    if own == f"{top} per {claim.per}".strip() and (factor := _ratio(bottom, claim.per)):
        return interval.scaled(factor)
    here, there = to_base(claim.unit, claim.per), to_base(top, bottom)
    if not here.unit or here.unit != there.unit:
        raise IncomparableClaims(f"{claim.text!r} is in {own or 'no unit'}, which cannot be compared with {unit or 'no unit'}")
    shift = (here.offset - there.offset) / there.factor
    return interval.scaled(here.factor / there.factor) + Interval.exactly(shift)


def _ratio(per: str, other: str) -> float | None:
    """How many times as long, wide or heavy what one rate is per is as what another is: 7 for a week and a day."""
    one, two = unit_named(per), unit_named(other)
    return one.factor / two.factor if one and two and one.base_unit and one.base_unit == two.base_unit else None


def _named(unit: str) -> str:
    """The name of a unit that is written as texts write it, or what was written."""
    found = written_unit(unit)
    return found.name if found and not found.per else unit


def _parted(unit: str) -> tuple[str, str]:
    top, _, bottom = f" {unit}".partition(" per ")
    return top.strip(), bottom


def _document(document: Document | Unreadable) -> Document:
    if isinstance(document, Unreadable):
        raise ValueError(f"cannot read: {document}")
    return document


def _check_choices(name: str, choices: Iterable[str | float]) -> None:
    """Raises ValueError for a word that a column of a few words cannot hold: a slip must not look like an empty table."""
    if name not in _CLOSED:
        return
    words = _CLOSED[name]
    wrong = [choice for choice in choices if str(choice).casefold() not in words]
    if wrong:
        raise ValueError(f"{name} is {', '.join(filter(None, words[:-1]))} or {words[-1]}, not {wrong[0]!r}")


def _test(name: str, choices: Iterable[str | float]) -> Callable[[str], bool]:
    """Whether a text cell of the column is one of the choices."""
    words = [str(choice) for choice in choices]
    if name == "when":
        periods = [period_of(word) for word in words]
        return lambda cell: any(_overlap(period_of(cell), wanted) for wanted in periods)
    if name in _PHRASES:
        sets = [_words(word) for word in words]
        return lambda cell: any(wanted <= _words(cell) if wanted else not cell for wanted in sets)
    lowered = {word.casefold() for word in words}
    return lambda cell: cell.casefold() in lowered


def _words(text: str) -> frozenset[str]:
    """What the words of a text are compared by; figures as they stand, and so are words of grammar where there are no others."""
    return frozenset((*keys(text), *_FIGURES.findall(text))) or frozenset(text.casefold().split())


def _overlap(mine: Period | None, wanted: Period | None) -> bool:
    return mine is wanted if mine is None or wanted is None else mine.gap(wanted) == 0


def _rebuilt(claims: Iterable[Claim]) -> Iterator[Analysis]:
    """Each document again as far as its sentences are known, every one where it stood; what lay between them is blank."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.doc].append(claim)
    for name, own in by_document.items():
        sentences = _sentences(own)
        starts = sorted(sentences)
        parts: list[str] = []
        length = 0
        for start in starts:
            parts += (" " * (start - length), sentences[start])
            length = start + len(sentences[start])
        document = Document(name, "".join(parts).ljust(max(claim.end for claim in own)))
        read = analyse(document)
        printed = {claim.start: claim for claim in read.claims}
        whole = (_in_its_sentence(claim, starts, sentences) for claim in own)
        yield Analysis(document, tuple(_told(claim, printed.get(claim.start)) for claim in whole), read.dates, read.numbers)


def _sentences(claims: Iterable[Claim]) -> dict[int, str]:
    """The sentences of a document by where they begin; stretches of one too long for a cell are put together where they overlap."""
    sentences: dict[int, str] = {}
    first = length = 0
    for claim in sorted(claims, key=lambda claim: (claim.sentence_start, claim.end)):
        start, end = claim.sentence_start, claim.sentence_start + len(claim.sentence)
        if start >= length:
            sentences[start] = claim.sentence
            first, length = start, end
        elif end > length and sentences[first].endswith(claim.sentence[: length - start]):
            sentences[first] += claim.sentence[length - start :]
            length = end
    return sentences


def _in_its_sentence(claim: Claim, starts: list[int], sentences: dict[int, str]) -> Claim:
    """A claim whose sentence in the table is a stretch of a longer one, with all of that."""
    start = starts[max(0, bisect_right(starts, claim.sentence_start) - 1)]
    if (start, sentences[start]) == (claim.sentence_start, claim.sentence) or claim.sentence not in sentences[start]:
        return claim
    return replace(claim, sentence=sentences[start], sentence_start=start)


def _told(claim: Claim, printed: Claim | None) -> Claim:
    """A claim whose number was edited says so beside the words that the text has, which every message quotes."""
    numbers, before = ((each.value, each.low, each.high) if each else () for each in (claim, printed))
    if not printed or numbers == before or claim.text != printed.text:
        return claim
    return replace(claim, text=f"{claim.text} (edited: {readable_value(*numbers)})")
