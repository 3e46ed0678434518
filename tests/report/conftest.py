"""Audits as small as a test needs: a text, the words a finding underlines, and nothing that a grammar or a rule would add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from numclaims.model import Analysis, Audit, Check, Claim, Document, Finding, Span

AuditOf = Callable[..., Audit]
ClaimOf = Callable[..., Claim]


def _span(document: Document, words: str) -> Span:
    start = document.full_text.index(words)
    return Span(document.id, start, start + len(words), words)


@pytest.fixture
def claim_of() -> ClaimOf:
    """A claim of the words in a document; the whole text is its sentence. Other columns by name."""

    def make(document: Document, words: str, number: int = 1, **columns: Any) -> Claim:
        span = _span(document, words)
        defaults: dict[str, Any] = {
            "kind": "count",
            "sentence": document.text,
            "sentence_start": document.body_start,
        }
        return Claim(document.id, number, span.start, span.end, words, **{**defaults, **columns})

    return make


@pytest.fixture
def audit_of() -> AuditOf:
    """An audit of a document with one finding on the words given, or none without words."""

    def make(document: Document, *words: str, sentences: tuple[str, ...] = (), held: str = "", **columns: Any) -> Audit:
        spans = tuple(_span(document, each) for each in words)
        claims = tuple(
            Claim(document.id, number, start, start + 1, sentence[0], sentence, "count", sentence_start=start)
            for number, sentence in enumerate(sentences, 1)
            for start in [document.full_text.index(sentence)]
        )
        defaults: dict[str, Any] = {
            "rule": "SUM002",
            "name": "part-exceeds-whole",
            "severity": "error",
            "message": "12 is more than 9",
        }
        findings = (Finding(document.id, spans=spans, **{**defaults, **columns}),) if words else ()
        checks = (Check("SUM001", True, held, (_span(document, document.text[:3]),)),) if held else ()
        return Audit(Analysis(document, claims, numbers=len(claims) + 1), findings, checks, checkable=len(findings) + len(checks))

    return make
