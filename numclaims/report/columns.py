"""Rows of text as columns that line up and fit a width; it knows nothing of what the columns are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numclaims.report.terminal import cells, clip

_GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and how narrow the column may get where room is short. Numbers stand to the right."""

    heading: str
    narrowest: int
    right: bool = False


def aligned(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The headings, then one line a row, none wider than `width` cells unless the narrowest columns together are.

    Columns in which no row has anything are left out. Where room is short the widest columns give way first; cells that no
    longer fit are cut, with "…" at the end.
    """
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    lines = [[columns[at].heading for at in used], *([row[at] for at in used] for row in rows)]
    natural = [min(width, max(cells(line[at]) for line in lines)) for at in range(len(used))]
    narrowest = [min(columns[at].narrowest, natural[place]) for place, at in enumerate(used)]
    widths = _fitted(natural, narrowest, width - len(_GAP) * (len(used) - 1))
    for line in lines:
        padded = (_padded(cell, widths[place], right=columns[used[place]].right) for place, cell in enumerate(line))
        yield _GAP.join(padded).rstrip()


def _fitted(natural: Sequence[int], narrowest: Sequence[int], room: int) -> list[int]:
    """The widths, the widest taken down cell by cell until all fit or none can give more."""
    widths = list(natural)
    for _ in range(sum(natural) - room):
        able = [at for at, width in enumerate(widths) if width > narrowest[at]]
        if not able:
            break
        widths[max(able, key=widths.__getitem__)] -= 1
    return widths


def _padded(cell: str, width: int, *, right: bool) -> str:
    shown = clip(cell, width)
    padding = " " * (width - cells(shown))
    return padding + shown if right else shown + padding
