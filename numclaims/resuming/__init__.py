"""Runs that can be interrupted and go on where they were: which documents are done, and what came of them, beside the output."""

from numclaims.resuming.growing import GrowingOutput, growing_output
from numclaims.resuming.keeping import KeptAudits, kept_audits

__all__ = ["GrowingOutput", "KeptAudits", "growing_output", "kept_audits"]
