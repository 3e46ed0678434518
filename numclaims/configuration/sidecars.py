"""Suppressions that stand in lists: of the project, and in a file of its own beside a document (`FILE.numclaims.toml`)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from glob import escape
from pathlib import Path

from numclaims.configuration.settings import Table, listed_suppressions, settings_file
from numclaims.model import Document
from numclaims.reading.suppressions import SIDECAR
from numclaims.settled.listed import ListedSuppression


class Sidecars:
    """The listed suppressions of documents. Files are read when a document of theirs is first asked for."""

    def __init__(self, project: Sequence[ListedSuppression] = ()) -> None:
        self._project = tuple(project)
        self._beside = lru_cache(maxsize=64)(_beside)

    def __call__(self, document: Document) -> Sequence[ListedSuppression]:
        """Those of the project that are for the document, and those of the file beside it. Raises ConfigurationError."""
        return (*(each for each in self._project if each.is_for(document)), *self._beside(document.path))


def _beside(path: str) -> tuple[ListedSuppression, ...]:
    sidecar = path + SIDECAR
    if path in ("", "-") or not os.path.isfile(sidecar):
        return ()
    file = settings_file(Path(sidecar), sidecar)
    return listed_suppressions(file, Table(file, (), ("suppressions",)), (), documents=escape(path))
