"""Statements of a whole run, by story, in a temporary database: memory does not grow with the run. It compares nothing."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from numclaims.model import Analysis
from numclaims.stories.quantities import DAYS
from numclaims.stories.statements import Statement, statements

_Documents = list[tuple[Statement, ...]]


class Stories:
    """The statements of documents as they are read; then, story by story, all of them together.

    A document belongs to the story it names. Those that name none may belong together if they are dated, no more than `DAYS` apart:
    they come in stretches of time, each with the one before it. What has neither story nor date cannot be told to belong anywhere.
    """

    def __init__(self) -> None:
        # An empty name is a database of this process alone that goes to disk only where memory is short.
        self._rows = sqlite3.connect("")
        self._rows.execute("CREATE TABLE statements (story TEXT, stretch INTEGER, number INTEGER, document BLOB)")
        self._number = 0

    def add(self, analysis: Analysis) -> None:
        """Keep what a document states."""
        document = analysis.document
        if not (document.story or document.date):
            return
        found = tuple(statements(analysis))
        if found:
            self._number += 1
            stretch = 0 if document.story or not document.date else document.date.toordinal() // (DAYS + 1)
            self._rows.execute("INSERT INTO statements VALUES (?, ?, ?, ?)", (document.story, stretch, self._number, pickle.dumps(found)))

    def __iter__(self) -> Iterator[list[Statement]]:
        """The statements of each story that more than one document tells, in the order in which the documents were added."""
        before: _Documents = []
        last = 0
        rows = self._rows.execute("SELECT story, stretch, document FROM statements ORDER BY story, stretch, number")
        for (story, stretch), of_story in groupby(rows, key=itemgetter(0, 1)):
            documents = [pickle.loads(document) for *_, document in of_story]  # what this process itself put there
            together = [*before, *documents] if before and stretch == last + 1 else documents
            if len(together) > 1:
                yield [statement for document in together for statement in document]
            before, last = ([], 0) if story else (documents, stretch)
