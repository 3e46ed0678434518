"""What a reviewer said of findings, read back from the table that numclaims wrote and a person filled in. It audits nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from numclaims.fingerprint import fingerprint
from numclaims.model import VERDICTS, Finding
from numclaims.reading.frames import FrameError, read_frame

_COLUMNS = ("review", "fingerprint")
CONFIRMED, FALSE_ALARM, FIXED = VERDICTS


class ReviewError(ValueError):
    """A file that is no review; the message names the file, and the row where one cell is wrong."""


class Review:
    """The verdicts of a reviewer. Where the rows of one fingerprint say different things, it is taken as confirmed: nothing is hidden.

    `disputed` is how many fingerprints that are.
    """

    def __init__(self, verdicts: Mapping[str, set[str]]) -> None:
        """`verdicts` are words of `VERDICTS` by fingerprint."""
        self.disputed = sum(len(said) > 1 for said in verdicts.values())
        self._verdicts = {key: next(iter(said)) if len(said) == 1 else CONFIRMED for key, said in verdicts.items()}

    @classmethod
    def read(cls, path: str | Path) -> Review:
        """The verdicts in a workbook (sheet Findings, or else the first) or another table with the columns review and fingerprint.

        Rows without a verdict say nothing. Raises ReviewError for a file that is no such table and for a verdict that there is not.
        """
        try:
            frame = read_frame(path, sheet="Findings")
        except FrameError as error:
            raise ReviewError(str(error)) from None
        missing = [name for name in _COLUMNS if name not in frame.columns]
        if missing:
            raise ReviewError(f"{path}: has no column {missing[0]!r}; it is the sheet Findings of a report as xlsx that can be read back")
        verdicts = defaultdict[str, set[str]](set)
        columns = (frame[name].astype("string").fillna("").str.strip() for name in _COLUMNS)
        for row, (review, finding) in enumerate(zip(*columns, strict=True), start=2):
            verdict = " ".join(review.lower().split())
            if verdict and verdict not in VERDICTS:
                raise ReviewError(f"{path}: row {row}: review {review!r} is none of {', '.join(VERDICTS)}")
            if verdict and not finding:
                raise ReviewError(f"{path}: row {row}: the fingerprint, which tells what the review is of, is empty")
            if verdict:
                verdicts[finding].add(verdict)
        return cls(verdicts)

    def verdict(self, finding: Finding) -> str:
        """What the reviewer said of a finding, "" where nothing."""
        return self._verdicts.get(fingerprint(finding), "")
