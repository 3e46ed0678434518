"""The JSON report is one object that says what was read, what was found and what was not read."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING

import numclaims
from numclaims.model import Analysis, Document
from numclaims.reading import Unreadable
from numclaims.report.json_report import claims_as_json, findings_as_json

if TYPE_CHECKING:
    from conftest import AuditOf, ClaimOf

FLEET = Document("fleet", "The port lost 12 of its 9 boats.", path="fleet.txt", date=datetime.date(2024, 3, 1))
GONE = Unreadable("gone.txt", None, "does not exist")


def test_an_audit_is_one_object(audit_of: AuditOf) -> None:
    report = json.loads("".join(findings_as_json([audit_of(FLEET, "12"), GONE, audit_of(FLEET, "9", held="1 is 1")])))
    assert report["version"] == numclaims.__version__
    assert [finding["spans"][0]["text"] for finding in report["findings"]] == ["12", "9"]
    assert report["documents"][0] == {
        "doc": "fleet",
        "path": "fleet.txt",
        "title": None,
        "date": "2024-03-01",
        "story": None,
        "outlet": None,
        "numbers": 1,
        "claims": 0,
        "warnings": [],
        "checkable": 1,
        "held": 0,
        "findings": 1,
    }
    assert report["unreadable"] == [{"path": "gone.txt", "line": None, "reason": "does not exist"}]
    assert report["summary"] == {
        "documents": 2,
        "numbers": 2,
        "claims": 0,
        "unreadable": 1,
        "checkable": 3,
        "held": 1,
        "findings": 2,
        "error": 2,
        "warning": 0,
        "note": 0,
        "suppressed": 0,
        "known": 0,
        "false_alarm": 0,
    }


def test_the_claims_of_a_run_are_one_object(claim_of: ClaimOf) -> None:
    analyses = [Analysis(FLEET, (claim_of(FLEET, "12"), claim_of(FLEET, "9", 2)), numbers=2), GONE, Analysis(FLEET, ())]
    report = json.loads("".join(claims_as_json(analyses)))
    assert [claim["text"] for claim in report["claims"]] == ["12", "9"]
    assert [document["claims"] for document in report["documents"]] == [2, 0]
    assert report["summary"] == {"documents": 2, "numbers": 2, "claims": 2, "unreadable": 1}


def test_nothing_read_is_still_an_object() -> None:
    assert json.loads("".join(findings_as_json([])))["findings"] == []
    assert json.loads("".join(claims_as_json([])))["claims"] == []
