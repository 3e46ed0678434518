"""The public names of numclaims, each imported from its home only when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numclaims.claimtable import ClaimTable, IncomparableClaims
    from numclaims.evidence import Evidence, EvidenceError, read_evidence
    from numclaims.lexicon.topics import Topics, TopicsError, read_topics
    from numclaims.model import Analysis, Audit, Check, Claim, Document, Finding, Span
    from numclaims.pipeline import audit, extract
    from numclaims.reading import Unreadable, read_documents
    from numclaims.table import ClaimTableError, claims_frame, claims_from_frame, findings_frame
    from numclaims.table_schema import pandera_schema
    from numclaims.testing import expect

    __version__: str

__all__ = [
    "Analysis",
    "Audit",
    "Check",
    "Claim",
    "ClaimTable",
    "ClaimTableError",
    "Document",
    "Evidence",
    "EvidenceError",
    "Finding",
    "IncomparableClaims",
    "Span",
    "Topics",
    "TopicsError",
    "Unreadable",
    "__version__",
    "audit",
    "claims_frame",
    "claims_from_frame",
    "expect",
    "extract",
    "findings_frame",
    "pandera_schema",
    "read_documents",
    "read_evidence",
    "read_topics",
]

_HOMES = {
    "numclaims.claimtable": ("ClaimTable", "IncomparableClaims"),
    "numclaims.evidence": ("Evidence", "EvidenceError", "read_evidence"),
    "numclaims.lexicon.topics": ("Topics", "TopicsError", "read_topics"),
    "numclaims.model": ("Analysis", "Audit", "Check", "Claim", "Document", "Finding", "Span"),
    "numclaims.pipeline": ("audit", "extract"),
    "numclaims.reading": ("Unreadable", "read_documents"),
    "numclaims.table": ("ClaimTableError", "claims_frame", "claims_from_frame", "findings_frame"),
    "numclaims.table_schema": ("pandera_schema",),
    "numclaims.testing": ("expect",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name == "__version__":
        value: object = _installed_version()
    elif name in _HOME_OF:
        value = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module 'numclaims' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def _installed_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("numclaims")
    except PackageNotFoundError:  # run from a checkout that nobody installed
        return "0+unknown"
