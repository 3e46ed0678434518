"""SARIF that validates against the schema of OASIS, with the places a code host or an editor shows."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import numclaims
from numclaims.fingerprint import fingerprint
from numclaims.model import Document, Silenced
from numclaims.reading import Unreadable
from numclaims.report.sarif import findings_as_sarif

if TYPE_CHECKING:
    from conftest import AuditOf

SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
FLEET = Document("fleet", "It rained.\nThe port’s crew\nlost 12 of its 9 boats.", path="a folder/fleet.txt")


def _run(*results: Any) -> dict[str, Any]:
    log = json.loads("".join(findings_as_sarif(results)))
    jsonschema.validate(log, SCHEMA)
    [run] = log["runs"]
    return run  # type: ignore[no-any-return]


def test_a_finding_has_its_region_rule_and_fingerprint(audit_of: AuditOf) -> None:
    audit = audit_of(FLEET, "12", "9")
    run = _run(audit)
    [result] = run["results"]
    [location] = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "a%20folder/fleet.txt"
    assert location["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 6,
        "endLine": 3,
        "endColumn": 8,
        "snippet": {"text": "12"},
    }
    assert [other["physicalLocation"]["region"]["startColumn"] for other in result["relatedLocations"]] == [16]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "SUM002"
    assert result["partialFingerprints"] == {"numclaims/v1": fingerprint(audit.findings[0])}


def test_columns_count_characters_as_the_log_says(audit_of: AuditOf) -> None:
    run = _run(audit_of(Document("d", "😀 lost 12 of 9.", path="d.txt"), "12"))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 8


def test_every_rule_is_described_with_its_level() -> None:
    rules = _run()["tool"]["driver"]["rules"]
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules} == {
        code: rule.severity for code, rule in numclaims.rules.RULES.items()
    }


@pytest.mark.parametrize(
    "document",
    [
        Document("titled", "It rained.", title="Port loses 12 of its 9 boats", path="d.txt"),
        Document("row", "The port lost 12 of its 9 boats.", path="all.csv", line=7, record=True),
        Document("text", "", title="Port loses 12 of its 9 boats"),
    ],
)
def test_what_has_no_place_in_a_file_is_located_in_its_document(audit_of: AuditOf, document: Document) -> None:
    [location] = _run(audit_of(document, "12"))["results"][0]["locations"]
    start = document.full_text.index("12")
    assert location["logicalLocations"] == [{"name": document.id, "fullyQualifiedName": f"{document.id}:{start}-{start + 2}"}]
    assert "region" not in location.get("physicalLocation", {})


def test_what_could_not_be_read_makes_the_run_unsuccessful(audit_of: AuditOf) -> None:
    [invocation] = _run(audit_of(FLEET), Unreadable("b\udcff.csv", 4, "no text"), Unreadable("/c.txt", None, "gone"))["invocations"]
    assert not invocation["executionSuccessful"]
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == ["no text", "gone"]


def test_a_run_without_findings_is_successful(audit_of: AuditOf) -> None:
    run = _run(audit_of(FLEET))
    assert (run["results"], run["invocations"][0]["executionSuccessful"]) == ([], True)


def test_what_somebody_has_dealt_with_is_a_suppressed_result(audit_of: AuditOf) -> None:
    audit = audit_of(FLEET, "12", "9")
    [finding] = audit.findings
    silenced = (
        Silenced(finding, "suppressed", "as the harbour master has it"),
        Silenced(finding, "suppressed", "agreed", "fleet.txt.numclaims.toml:1"),
        Silenced(finding, "suppressed"),
        Silenced(finding, "known"),
        Silenced(finding, "false alarm"),
    )
    shown, *hidden = _run(replace(audit, silenced=silenced))["results"]
    assert shown["suppressions"] == []
    assert [suppression for result in hidden for suppression in result["suppressions"]] == [
        {"kind": "inSource", "status": "accepted", "justification": "as the harbour master has it"},
        {"kind": "external", "status": "accepted", "justification": "fleet.txt.numclaims.toml:1: agreed"},
        {"kind": "inSource", "status": "accepted"},
        {"kind": "external", "status": "accepted", "justification": "known"},
        {"kind": "external", "status": "accepted", "justification": "false alarm"},
    ]
    assert {result["partialFingerprints"]["numclaims/v1"] for result in hidden} == {fingerprint(finding)}
