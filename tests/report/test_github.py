"""Workflow commands of GitHub Actions: one line each, whatever a document or a file name holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numclaims.model import Document
from numclaims.reading import Unreadable
from numclaims.report.github import findings_for_github

if TYPE_CHECKING:
    from conftest import AuditOf


def test_a_finding_is_a_command_with_its_place(audit_of: AuditOf) -> None:
    document = Document("fleet", "The port\nlost 12 of its 9 boats.", path="fleet.txt")
    assert list(findings_for_github([audit_of(document, "12", "9")])) == [
        "::error file=fleet.txt,line=2,endLine=2,col=6,endColumn=7,title=SUM002 part-exceeds-whole::12 is more than 9 (“12 … 9”)\n"
    ]


def test_severities_are_those_of_github(audit_of: AuditOf) -> None:
    document = Document("fleet", "12 of its 9 boats.", path="fleet.txt")
    commands = [
        "".join(findings_for_github([audit_of(document, "12", severity=severity)])).split()[0] for severity in ("error", "warning", "note")
    ]
    assert commands == ["::error", "::warning", "::notice"]


def test_a_span_over_two_lines_has_no_columns(audit_of: AuditOf) -> None:
    [command] = findings_for_github([audit_of(Document("d", "It lost between 40\nand 30 boats.", path="d.txt"), "40\nand 30")])
    assert "line=1,endLine=2,title=" in command
    assert command.count("\n") == 1


def test_a_finding_in_a_title_or_a_row_says_where_it_is(audit_of: AuditOf) -> None:
    titled = Document("d", "It rained.", title="12 of 9 boats lost", path="d.txt")
    row = Document("r", "12 of 9 boats lost", path="all.csv", line=7, record=True)
    first, second = findings_for_github([audit_of(titled, "12"), audit_of(row, "12")])
    assert first.startswith("::error file=d.txt,title=SUM002 part-exceeds-whole::d.txt:title:1: ")
    assert second.startswith("::error file=all.csv,title=SUM002 part-exceeds-whole::all.csv:7 [r] 1:1: ")


def test_nothing_in_a_name_or_a_text_ends_the_command(audit_of: AuditOf) -> None:
    document = Document("d", "50%\n::warning::12", path="a,b:c\n.txt")
    [command] = findings_for_github([audit_of(document, "50%\n::warning::12")])
    assert command.count("\n") == 1
    assert "file=a%2Cb%3Ac%0A.txt," in command
    assert "“50%25%0A::warning::12”" in command


def test_what_could_not_be_read_is_an_error() -> None:
    commands = list(findings_for_github([Unreadable("a.csv", 3, "no date"), Unreadable("b.txt", None, "gone")]))
    assert commands == ["::error file=a.csv,line=3,title=cannot read::no date\n", "::error file=b.txt,title=cannot read::gone\n"]


def test_no_character_acts_on_a_terminal(audit_of: AuditOf) -> None:
    [command] = findings_for_github([audit_of(Document("a", "It had 12 boats.", path="a\x1b[2J.txt"), "12", message="\x9b2J\x07")])
    assert "file=a␛[2J.txt," in command
    assert "::\ufffd2J␇ " in command
