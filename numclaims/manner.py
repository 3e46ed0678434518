"""How a run reads: what the columns of tables are called, what a document may cost, over how many processes it is spread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from numclaims.reading.limits import Limits
    from numclaims.reading.source import Columns

STANDARD_INPUT_FORMATS = ("txt", "md", "jsonl", "csv", "html", "pdf", "docx", "epub", "eml", "parquet")
_COLUMNS = ("id", "text", "title", "date", "story", "outlet")


@dataclass(frozen=True, slots=True)
class Manner:
    """How to read, as the person typed it: names of columns, megabytes and seconds of a document, processes (0: as many as fit)."""

    id_column: str = "id"
    text_column: str = "text"
    title_column: str = "title"
    date_column: str = "date"
    story_column: str = "story"
    outlet_column: str = "outlet"
    max_size: float = 100
    max_seconds: float = 60
    jobs: int = 0

    def columns(self) -> Columns:
        """What the columns of tables are called."""
        from numclaims.reading.source import Columns

        return Columns(self.id_column, self.text_column, self.title_column, self.date_column, self.story_column, self.outlet_column)

    def limits(self) -> Limits:
        """What one document may cost."""
        from numclaims.reading.limits import MEGABYTE, MOST, Limits

        return Limits(round(min(MOST, self.max_size) * MEGABYTE), min(MOST, self.max_seconds))


def manner_options() -> list[Callable[..., Any]]:
    """The options that fill a `Manner`."""
    positive = click.FloatRange(min=0, min_open=True)
    return [
        *(
            click.option(f"--{column}-column", default=column, metavar="NAME", help=f"What tables of documents call the column {column}.")
            for column in _COLUMNS
        ),
        click.option(
            "--max-size",
            type=positive,
            default=100,
            show_default=True,
            metavar="MB",
            help="Pass over documents that are larger; tables of documents may be of any size.",
        ),
        click.option(
            "--max-seconds",
            type=positive,
            default=60,
            show_default=True,
            metavar="S",
            help="Pass over web pages, PDF, books, Word files and e-mails that take longer to turn into text.",
        ),
        click.option(
            *("-j", "--jobs"),
            type=click.IntRange(0),
            default=0,
            metavar="N",
            help="Spread documents over N processes; without it over one for each core where there is much to read.",
        ),
    ]
