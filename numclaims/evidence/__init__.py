"""Claims held against a user's table of reference values: reading the table, finding the row that speaks of a claim, the verdict."""

from __future__ import annotations

from numclaims.evidence.rows import EvidenceError, Row
from numclaims.evidence.tables import read_evidence
from numclaims.evidence.verdicts import Evidence

__all__ = ["Evidence", "EvidenceError", "Row", "read_evidence"]
