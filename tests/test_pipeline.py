"""An audit turns every check into a finding or a held check, and says how much of the text was checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import numclaims
from numclaims import pipeline
from numclaims.model import Analysis, Check, Claim, Document, Span

WRONG = "The port owns 9 boats. A storm sank 12 of its 9 boats on Monday, and 3 of the 9 crews are missing."
DOCUMENT = Document("port", "The port lost 12 of its 9 boats and 3 crews.")


def _check(rule: str, holds: bool, words: str, claims: tuple[int, ...]) -> Check:
    start = DOCUMENT.text.index(words)
    return Check(rule, holds, "why", (Span("port", start, start + len(words), words),), claims, "at most 9", "12")


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three checks, out of order, in place of what the rules would find."""

    def run(analysis: Analysis, *, select: object, ignore: object) -> Iterator[Check]:
        yield _check("RNG002", False, "3", (3,))
        yield _check("SUM002", False, "12", (1, 2))
        yield _check("SUM001", True, "9", (2,))

    monkeypatch.setattr(pipeline, "run", run)


@pytest.mark.usefixtures("checks")
def test_failed_checks_become_findings_in_text_order_with_their_rules_name_and_severity() -> None:
    audit = pipeline.audit(DOCUMENT)
    assert [(finding.doc, finding.rule, finding.name, finding.severity) for finding in audit.findings] == [
        ("port", "SUM002", "part-exceeds-whole", "error"),
        ("port", "RNG002", "unsupported-range", "note"),
    ]
    first = audit.findings[0]
    assert (first.message, first.claims, first.expected, first.found) == ("why", (1, 2), "at most 9", "12")
    assert [span.text for span in first.spans] == ["12"]


@pytest.mark.usefixtures("checks")
def test_held_checks_are_kept_and_claims_touched_by_any_check_are_counted_once() -> None:
    audit = pipeline.audit(DOCUMENT)
    assert [check.rule for check in audit.held] == ["SUM001"]
    assert audit.checkable == 3


def test_a_text_can_be_audited_as_it_is() -> None:
    audit = numclaims.audit(WRONG)
    assert [finding.rule for finding in audit.findings] == ["SUM002"]
    assert audit.findings[0].doc == "text"
    assert audit.checkable >= 2


def test_offsets_of_findings_and_claims_slice_the_words_out_of_the_full_text() -> None:
    document = Document("port", WRONG, title="A storm of 12 hours")
    audit = numclaims.audit(document)
    spans = [(span.start, span.end, span.text) for finding in audit.findings for span in finding.spans]
    spans += [(claim.start, claim.end, claim.text) for claim in audit.analysis.claims]
    assert len(spans) >= 5
    assert [document.full_text[start:end] for start, end, _ in spans] == [text for _, _, text in spans]


@pytest.mark.parametrize("select", [["SUM002"], ["sum"], ["part-exceeds-whole"]])
def test_rules_are_selected_by_code_beginning_or_name(select: list[str]) -> None:
    assert [finding.rule for finding in numclaims.audit(WRONG, select=select).findings] == ["SUM002"]
    assert numclaims.audit(WRONG, ignore=select).findings == ()


def test_a_rule_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="SUM002"):
        numclaims.audit(WRONG, select=["SUM02"])


def test_extract_gives_the_claims_of_an_audit() -> None:
    claims = list(numclaims.extract(Document("port", WRONG)))
    assert claims == list(numclaims.audit(Document("port", WRONG)).analysis.claims)
    assert all(isinstance(claim, Claim) for claim in claims)
    assert [claim.text for claim in numclaims.extract("The port lost 12 boats.")] == ["12"]


TIMES = st.sampled_from(
    [
        *("since next February", "by next year", "in the past 40 years", "the last quarter", "two decades ago", "900 centuries later"),
        *("yesterday", "on Sunday", "next winter", "the weekend", "the end of the decade", "a week from Monday", "between March and May"),
        *("3 January", "31 December", "29 February", "Tuesday, 2 January", "30 December this year", "1 March next year", "1 May last year"),
        *("29 February 2024", "1 January to 3 May", "from 30 December 9998 to 2 January", "the third quarter of 9999"),
    ]
)
SENTENCES = st.builds(
    "{0} {1}, {2} {3} people were hurt {4}. ".format,
    st.sampled_from(["It began", "He died", "She was born", "The shop will close", "The truce ran"]),
    TIMES,
    st.sampled_from(["and", "after", "aged", "up from"]),
    st.sampled_from(["40", "3 days, 12", "56% of", "two"]),
    TIMES,
)
EDGES = st.dates(max_value=date.min + timedelta(days=800)) | st.dates(min_value=date.max - timedelta(days=800))


@given(st.lists(SENTENCES, max_size=4).map("".join), st.just("") | TIMES, EDGES)
def test_documents_of_the_first_and_the_last_years_of_the_calendar_are_audited(text: str, title: str, written: date) -> None:
    for claim in numclaims.audit(Document("edge", text, title=title, date=written)).analysis.claims:
        assert all(date.min.year <= int(end[:4]) <= date.max.year and end[4:5] in ("", "-") for end in claim.when.split("/") if end)


@given(st.text() | st.lists(SENTENCES | st.text(max_size=20), max_size=4).map("".join), st.text(), st.none() | st.dates())
def test_any_text_is_audited(text: str, title: str, written: date | None) -> None:
    audit = numclaims.audit(Document("any", text, title=title, date=written))
    assert all(audit.analysis.document.full_text[claim.start : claim.end] == claim.text for claim in audit.analysis.claims)
