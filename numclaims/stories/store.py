"""Statements of a whole run, by story, in a temporary database: memory does not grow with the run. It compares nothing."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from numclaims.model import Analysis
from numclaims.stories.statements import Statement, statements


class Stories:
    """The statements of documents as they are read; then, story by story, all of them together.

    A document belongs to the story it names. One that names none is held against no other: reports of one kind (a bank's bulletins, the
    offerings of two companies) read as alike as two of one event.
    """

    def __init__(self) -> None:
        # An empty name is a database of this process alone that goes to disk only where memory is short.
        self._rows = sqlite3.connect("")
        self._rows.execute("CREATE TABLE statements (story TEXT, number INTEGER, document BLOB)")
        self._number = 0

    def add(self, analysis: Analysis) -> None:
        """Keep what a document states."""
        found = tuple(statements(analysis)) if analysis.document.story else ()
        if found:
            self._number += 1
            self._rows.execute("INSERT INTO statements VALUES (?, ?, ?)", (analysis.document.story, self._number, pickle.dumps(found)))

    def __iter__(self) -> Iterator[list[Statement]]:
        """The statements of each story that more than one document tells, in the order in which the documents were added."""
        rows = self._rows.execute("SELECT story, document FROM statements ORDER BY story, number")
        for _, of_story in groupby(rows, key=itemgetter(0)):
            documents = [pickle.loads(document) for _, document in of_story]  # what this process itself put there
            if len(documents) > 1:
                yield [statement for document in documents for statement in document]
