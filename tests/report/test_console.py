"""The audit on a terminal reads like a compiler's: place, severity, rule; the words underlined; the reason; last the coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from numclaims.model import Audit, Comparison, Document, Finding, Quote, Span
from numclaims.reading import Unreadable
from numclaims.report.console import findings_on_console
from numclaims.report.terminal import Terminal

if TYPE_CHECKING:
    from conftest import AuditOf

FLEET = Document("fleet", "Calm seas.\nThe port lost 12 of its 9 boats.", path="news/fleet.txt")


def _shown(*audits: Audit | Unreadable, width: int = 100, colour: bool = False, checked: bool = False, quiet: bool = False) -> str:
    return "".join(findings_on_console(audits, Terminal(width, colour), checked=checked, quiet=quiet))


def test_a_finding_has_its_place_its_words_underlined_and_its_reason(audit_of: AuditOf) -> None:
    assert _shown(audit_of(FLEET, "12", "9", sentences=("The port lost 12 of its 9 boats.",))) == (
        "news/fleet.txt:2:15: error SUM002 part-exceeds-whole\n"
        "  The port lost 12 of its 9 boats.\n"
        "                ^^        ^\n"
        "  12 is more than 9\n"
        "\n"
        "1 document, 2 numbers seen, 1 claim read, 1 claim checked by 1 check (0 hold), 1 finding: 1 error\n"
    )


def test_a_run_without_findings_says_so(audit_of: AuditOf) -> None:
    assert _shown(audit_of(FLEET)) == "1 document, 1 number seen, 0 claims read, no check applies, no findings\n"


def test_checked_lists_what_held_with_its_arithmetic(audit_of: AuditOf) -> None:
    audit = audit_of(FLEET, held="56 of 122 is 45.9%")
    assert _shown(audit, checked=True).splitlines() == [
        "checked  news/fleet.txt:1:1  SUM001  56 of 122 is 45.9%",
        "1 document, 1 number seen, 0 claims read, 1 claim checked by 1 check (1 hold), no findings",
    ]
    assert _shown(audit).startswith("1 document")


def test_quiet_leaves_out_the_summary(audit_of: AuditOf) -> None:
    assert _shown(audit_of(FLEET), quiet=True) == ""
    assert _shown(audit_of(FLEET, "12"), quiet=True).splitlines()[-2] == "  12 is more than 9"


def test_what_could_not_be_read_is_in_the_summary(audit_of: AuditOf) -> None:
    shown = _shown(Unreadable("a.txt", None, "does not exist"), audit_of(FLEET))
    assert shown == "1 document, 1 number seen, 0 claims read, 1 input not read, no check applies, no findings\n"


def test_the_summary_counts_by_severity_over_documents(audit_of: AuditOf) -> None:
    audits = [audit_of(FLEET, "12", severity=severity) for severity in ("note", "error", "note")]
    assert _shown(*audits).splitlines()[-1].endswith("3 findings: 1 error, 2 notes")


def test_nothing_in_text_path_or_message_acts_on_the_terminal(audit_of: AuditOf) -> None:
    document = Document("a", "It had \x1b[2J12\x07 boats.", path="evil\x1b[0m.txt")
    shown = _shown(audit_of(document, "12", message="12\x1b[31m is wrong"))
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert "evil\\x1b[0m.txt:1:12" in shown


def test_a_finding_between_documents_shows_the_sentence_of_each_with_its_name() -> None:
    harbour = Document("harbour", "", title="Storm", outlet="Gazette", path="news/harbour.txt")
    spans = (Span("fleet", 25, 27, "12"), Span("harbour", 14, 16, "14"))
    finding = Finding("fleet", "CON002", "documents-disagree", "warning", "12 and 14 cannot both be", spans)
    quotes = {
        ("fleet", 25): Quote(FLEET, "news/fleet.txt:2:15", None, "The port lost 12 of its 9 boats.", 11),
        ("harbour", 14): Quote(harbour, "news/harbour.txt:1:8", None, "Lost: 14 boats.", 8),
    }
    assert _shown(Comparison("storm", (finding,), quotes)).splitlines()[:8] == [
        "news/fleet.txt:2:15: warning CON002 documents-disagree",
        "  fleet: news/fleet.txt:2:15",
        "  The port lost 12 of its 9 boats.",
        "                ^^",
        "  Gazette: news/harbour.txt:1:8",
        "  Lost: 14 boats.",
        "        ^^",
        "  12 and 14 cannot both be",
    ]


def test_lines_fit_the_terminal(audit_of: AuditOf) -> None:
    document = Document("a", "and so on " * 50 + "12 of 9 boats " + "and so on " * 50, path="a.txt")
    lines = _shown(audit_of(document, "12", "9"), width=60, quiet=True).splitlines()
    assert [len(line) <= 60 for line in lines] == [True] * 5
    assert lines[1].startswith("  …")


def test_colour_paints_without_changing_a_word(audit_of: AuditOf) -> None:
    import click

    audit = audit_of(FLEET, "12", "9", held="1 and 1 is 2")
    painted = _shown(audit, colour=True, checked=True)
    assert "\x1b[31m" in painted
    assert click.unstyle(painted) == _shown(audit, checked=True)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_on_a_terminal_reasons_and_summary_are_broken_between_words(audit_of: AuditOf, width: int) -> None:
    reason = "12 is more than 9, which no count of boats that were ever in this port allows"
    audit = audit_of(FLEET, "12", "9", sentences=("The port lost 12 of its 9 boats.",), message=reason)
    place, *lines = "".join(findings_on_console([audit], Terminal(width, breaks=True))).splitlines()
    assert place.endswith("part-exceeds-whole")
    assert all(len(line) <= width for line in lines)
    assert f"{reason} 1 document" in " ".join(" ".join(lines).split())
