"""A baseline knows findings by their words and values, as many of each as it was written with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import numclaims
from numclaims.model import Document, Finding
from numclaims.settled.baseline import Baseline, BaselineError, as_json, known


def _findings(text: str, doc: str = "storm.txt") -> tuple[Finding, ...]:
    return numclaims.audit(Document(doc, text), select=["SUM002"]).findings


def _baseline(*findings: Finding) -> Baseline:
    return Baseline(map(known, findings))


ONE = "The storm sank 12 of the 9 boats."
OTHER = "The fire burnt 30 of the 20 barns."


def test_what_moved_is_known() -> None:
    baseline = _baseline(*_findings(ONE))
    assert [baseline.takes(finding) for finding in _findings(f"Calm seas.\n\nMore text. {ONE}")] == [True]


def test_changed_numbers_are_new() -> None:
    baseline = _baseline(*_findings(ONE))
    assert [baseline.takes(finding) for finding in _findings(ONE.replace("12", "13"))] == [False]


def test_a_second_one_of_a_kind_is_new() -> None:
    baseline = _baseline(*_findings(ONE))
    assert [baseline.takes(finding) for finding in _findings(f"{ONE} Again: {ONE}")] == [True, False]


def test_two_of_a_kind_are_known_twice() -> None:
    baseline = _baseline(*_findings(ONE), *_findings(ONE, "b.txt"))
    assert [baseline.takes(finding) for finding in _findings(f"{ONE} {ONE} {ONE}")] == [True, True, False]


def test_a_renamed_document_is_known() -> None:
    baseline = _baseline(*_findings(ONE))
    assert [baseline.takes(finding) for finding in _findings(ONE, "harbour.txt")] == [True]


def test_the_entry_of_the_same_document_is_used_first() -> None:
    baseline = _baseline(*_findings(ONE, "a.txt"), *_findings(ONE, "b.txt"))
    assert baseline.takes(*_findings(ONE, "b.txt"))
    assert [entry.doc for entry in baseline.gone({"a.txt", "b.txt"}, {"SUM002"})] == ["a.txt"]


def test_only_what_was_audited_can_be_gone() -> None:
    baseline = _baseline(*_findings(ONE, "a.txt"), *_findings(OTHER, "b.txt"))
    assert [str(entry) for entry in baseline.gone({"b.txt", "c.txt"}, {"SUM002", "TIM001"})] == ["b.txt: SUM002 30 … 20"]
    assert list(baseline.gone({"a.txt", "b.txt"}, {"TIM001"})) == []


def test_a_file_keeps_every_finding_in_an_order_of_its_own(tmp_path: Path) -> None:
    findings = [*_findings(ONE, "b.txt"), *_findings(OTHER, "b.txt"), *_findings(ONE, "a.txt"), *_findings(ONE, "a.txt")]
    written = as_json(map(known, findings))
    assert written == as_json(map(known, reversed(findings)))
    (tmp_path / "known.json").write_text(written, encoding="utf-8")
    baseline = Baseline.read(tmp_path / "known.json")
    assert all(map(baseline.takes, findings))
    assert not baseline.takes(findings[0])


def test_a_baseline_of_nothing_is_one(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(as_json([]), encoding="utf-8")
    assert not Baseline.read(tmp_path / "known.json").takes(*_findings(ONE))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "is no baseline"),
        ("[]", "has no list of findings"),
        ('{"version": 1}', "has no list of findings"),
        ('{"version": 9, "findings": []}', "has the version 9"),
        ('{"version": 1, "findings": [{"doc": "a", "rule": "SUM002", "text": "12"}]}', "finding 1 has no fingerprint"),
        ('{"version": 1, "findings": [12]}', "finding 1 has no doc"),
        ("[" * 100_000, "is no baseline"),
    ],
)
def test_what_is_no_baseline_is_told(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "known.json").write_text(content, encoding="utf-8")
    with pytest.raises(BaselineError, match=said) as error:
        Baseline.read(tmp_path / "known.json")
    assert str(error.value).startswith(f"{tmp_path}/known.json: ")


def test_entries_hold_no_offsets() -> None:
    [entry] = json.loads(as_json(map(known, _findings(ONE))))["findings"]
    assert entry.keys() == {"doc", "rule", "text", "fingerprint"}
