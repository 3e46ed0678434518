"""That no two documents of a run have one id: findings and claims name their document by it. It reads nothing."""

from __future__ import annotations

from dataclasses import replace

from numclaims.model import Document


class Ids:
    """The ids of a run so far, each with the place of the document that has it."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[str, int]] = {}

    def apart(self, document: Document) -> Document:
        """The document, under another id and with a warning where an earlier one has its id already."""
        wanted, path, line = document.id, document.path, document.line
        if wanted not in self._places:
            self._places[wanted] = (path, line if document.record else 0)
            return document
        place = f"{path}:{line}" if document.record else path
        free = place
        number = 2
        while free in self._places:
            free, number = f"{place}#{number}", number + 1
        self._places[free] = (path, line)
        first_path, first_line = self._places[wanted]
        first = f"{first_path}:{first_line}" if first_line else first_path
        warning = f"{place}: the id {wanted!r} is already that of {first}; this document is called {free!r}"
        return replace(document, id=free, warnings=(*document.warnings, warning))
