"""What makes a finding the same finding after an edit: its rule, its words and its values, never where they stand."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from numclaims.model import Finding

_DASHES = re.compile(r"[‐‑‒–—−]")
_QUOTES = re.compile(r"[‘’“”\"]")


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits that stay while the rule, the words of its spans and its values stay.

    Letter case, spacing and line breaks, and the kind of dash or quotation mark do not count; nor do offsets, claim numbers and
    the message, so that moved paragraphs and a reworded message leave the fingerprint as it was.
    """
    parts = [finding.rule, *(_normalised(span.text) for span in finding.spans), finding.expected, finding.found]
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _normalised(text: str) -> str:
    plain = _QUOTES.sub("'", _DASHES.sub("-", unicodedata.normalize("NFKC", text)))
    return " ".join(plain.casefold().split())
