"""JSON lines hold every column of a claim and everything of a finding, one a line, in JSON that every reader takes."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from numclaims.model import Analysis, Document
from numclaims.reading import Unreadable
from numclaims.report.jsonl import claim_lines, findings_as_jsonl
from numclaims.table import CLAIM_COLUMNS

if TYPE_CHECKING:
    from conftest import AuditOf, ClaimOf

FLEET = Document("fleet", "The port lost 12 of its 9 boats,\nsaid “Ana”.", path="fleet.txt")


def test_a_claim_has_every_column_in_the_order_of_the_table(claim_of: ClaimOf) -> None:
    line = claim_lines(Analysis(FLEET, (claim_of(FLEET, "12", value=12.0, item="boats"),)))
    record = json.loads(line)
    assert tuple(record) == CLAIM_COLUMNS
    assert record["value"] == 12
    assert record["sentence"] == FLEET.text
    assert {name for name, cell in record.items() if cell is not None} == {
        *("doc", "claim", "start", "end", "text", "sentence", "kind", "value", "bound"),
        *("item", "change", "step", "sentence_start"),
    }


def test_numbers_json_cannot_hold_are_null(claim_of: ClaimOf) -> None:
    line = claim_lines(Analysis(FLEET, (claim_of(FLEET, "12", low=12.0, high=math.inf, base_value=math.nan),)))
    record = json.loads(line, parse_constant=lambda word: (_ for _ in ()).throw(AssertionError(word)))
    assert (record["low"], record["high"], record["base_value"]) == (12, None, None)


def test_claims_are_one_a_line_whatever_the_text_holds(claim_of: ClaimOf) -> None:
    claims = (claim_of(FLEET, "12"), claim_of(FLEET, "9", 2))
    assert [json.loads(line)["claim"] for line in claim_lines(Analysis(FLEET, claims)).splitlines()] == [1, 2]


def test_a_finding_has_its_spans_and_its_fingerprint(audit_of: AuditOf) -> None:
    [line] = findings_as_jsonl([audit_of(FLEET, "12", "9", claims=(1, 2), expected="at most 9", found="12")])
    record = json.loads(line)
    fingerprint = record.pop("fingerprint")
    assert len(fingerprint) == 16
    assert record == {
        "doc": "fleet",
        "rule": "SUM002",
        "name": "part-exceeds-whole",
        "severity": "error",
        "message": "12 is more than 9",
        "spans": [{"doc": "fleet", "start": 14, "end": 16, "text": "12"}, {"doc": "fleet", "start": 24, "end": 25, "text": "9"}],
        "claims": [1, 2],
        "expected": "at most 9",
        "found": "12",
    }


def test_a_document_without_findings_gives_no_line(audit_of: AuditOf) -> None:
    assert "".join(findings_as_jsonl([audit_of(FLEET), Unreadable("a", None, "gone")])) == ""


def test_no_character_acts_on_a_terminal_and_all_come_back(claim_of: ClaimOf) -> None:
    document = Document("d", "12 \x1b[2J\x9b\x7f boats")
    line = claim_lines(Analysis(document, (claim_of(document, "12", value=12.0),)))
    assert not {"\x1b", "\x9b", "\x7f"} & set(line)
    assert json.loads(line)["sentence"] == document.text
