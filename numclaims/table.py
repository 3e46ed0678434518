"""Claims and findings as pandas frames, and frames back to claims; it knows nothing of files or of how frames are stored."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import TYPE_CHECKING, get_args

from numclaims.fingerprint import fingerprint
from numclaims.model import Bound, Change, Claim, Finding, Kind, Severity

if TYPE_CHECKING:
    import pandas as pd

CLAIM_COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(Claim))
"""The columns of the claim table, in the order in which every form shows them."""

WHOLE_COLUMNS = frozenset({"claim", "start", "end", "sentence_start"})
NUMBER_COLUMNS = frozenset({"value", "low", "high", "base_value", "base_low", "base_high", "step"})

CHOICES: dict[str, tuple[str, ...]] = {"kind": get_args(Kind), "bound": get_args(Bound), "change": get_args(Change)}
"""The columns that hold one of a few words, and which."""

_REQUIRED = tuple(field.name for field in fields(Claim) if field.default is MISSING)
_DEFAULTS: dict[str, str | int | float | None] = {field.name: field.default for field in fields(Claim) if field.default is not MISSING}

FINDING_COLUMNS = (
    *("doc", "rule", "name", "severity", "message", "start", "end"),
    *("text", "claims", "expected", "found", "fingerprint"),
)
_SEVERITIES = tuple(reversed(get_args(Severity)))


class ClaimTableError(ValueError):
    """A frame that is no claim table; the message names the column and the row."""


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """One row a claim, columns as in `CLAIM_COLUMNS`.

    Offsets are int64, numbers float64 with NaN where there is none, `kind`, `bound` and `change` categories of all they can be,
    text columns strings ("" where there is nothing to say).
    """
    import pandas as pd

    rows = list(claims)
    columns: dict[str, object] = {}
    for name in CLAIM_COLUMNS:
        cells = list(map(attrgetter(name), rows))
        if name in WHOLE_COLUMNS:
            columns[name] = pd.array(cells, dtype="int64")
        elif name in NUMBER_COLUMNS:
            columns[name] = pd.Series([math.nan if cell is None else cell for cell in cells], dtype="float64")
        elif name in CHOICES:
            columns[name] = pd.Categorical(cells, categories=list(CHOICES[name]))
        else:
            columns[name] = pd.array(cells, dtype="string")
    return pd.DataFrame(columns)


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding, columns as in `FINDING_COLUMNS`.

    `start` and `end` are the offsets of the first span; `text` holds the words of all spans, joined by " … "; `severity` is an
    ordered category (note < warning < error), so that `frame[frame.severity >= "warning"]` works.
    """
    import pandas as pd

    rows = [
        (
            *(finding.doc, finding.rule, finding.name, finding.severity, finding.message),
            *(finding.spans[0].start, finding.spans[0].end, " … ".join(span.text for span in finding.spans)),
            *(finding.claims, finding.expected, finding.found, fingerprint(finding)),
        )
        for finding in findings
    ]
    frame = pd.DataFrame(rows, columns=list(FINDING_COLUMNS))
    texts = {name: "string" for name in FINDING_COLUMNS if name not in ("severity", "start", "end", "claims")}
    frame = frame.astype({**texts, "start": "int64", "end": "int64"})
    frame["severity"] = pd.Categorical(frame["severity"], categories=list(_SEVERITIES), ordered=True)
    return frame


def claims_from_frame(frame: pd.DataFrame) -> list[Claim]:
    """The claims of a frame such as `claims_frame` gives, as read back from a file or edited by a person.

    Columns a claim does not have (a reviewer's remarks) are left aside; columns with a default may be missing. Raises
    ClaimTableError, naming column and row label, for a missing column and for a cell that cannot be what its column holds.
    """
    missing = [name for name in _REQUIRED if name not in frame.columns]
    if missing:
        raise ClaimTableError(f"the claim table has no column {', '.join(map(repr, missing))}")
    names = [name for name in CLAIM_COLUMNS if name in frame.columns]
    columns = [_cells(frame, name) for name in names]
    return [Claim(**dict(zip(names, row, strict=True))) for row in zip(*columns, strict=True)]


def _cells(frame: pd.DataFrame, name: str) -> list[str | int | float | None]:
    column = frame[name]
    empty = column.isna() | (column == "").fillna(False)
    return [
        _empty(name, label) if nothing else _cell(name, label, cell)
        for label, cell, nothing in zip(column.index, column.tolist(), empty.tolist(), strict=True)
    ]


def _empty(name: str, label: Hashable) -> str | int | float | None:
    """What a claim holds where the cell is empty: the default of its field."""
    if name in _DEFAULTS:
        return _DEFAULTS[name]
    if name == "sentence":
        return ""
    raise ClaimTableError(f"column {name!r}, row {label!r}: the cell is empty")


def _cell(name: str, label: Hashable, cell: object) -> str | int | float:
    """The cell as the field of this name holds it."""
    if name in WHOLE_COLUMNS:
        number = _number(name, label, cell)
        if not number.is_integer() or number < 0:
            raise ClaimTableError(f"column {name!r}, row {label!r}: {cell!r} is not a whole number of at least 0")
        return int(number)
    if name in NUMBER_COLUMNS:
        return _number(name, label, cell)
    text = str(cell)
    if name in CHOICES and text not in CHOICES[name]:
        raise ClaimTableError(f"column {name!r}, row {label!r}: {text!r} is none of {', '.join(CHOICES[name])}")
    return text


def _number(name: str, label: Hashable, cell: object) -> float:
    try:
        number = math.nan if isinstance(cell, bool) else float(cell)  # type: ignore[arg-type]  # float() judges what it takes
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise ClaimTableError(f"column {name!r}, row {label!r}: {cell!r} is not a number")
    return number
