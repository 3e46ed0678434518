"""Markdown for a pull request: a table of findings with the numbers in bold, in which no text of a document is markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numclaims.model import Document
from numclaims.reading import Unreadable
from numclaims.report.markdown_report import findings_as_markdown

if TYPE_CHECKING:
    from conftest import AuditOf


def _shown(*results: object) -> str:
    return "".join(findings_as_markdown(results))  # type: ignore[arg-type]


def test_a_finding_is_a_row_with_its_numbers_in_bold(audit_of: AuditOf) -> None:
    sentence = "The port lost 12 of its 9 boats."
    document = Document("fleet", f"It rained. {sentence}", title="Storm", path="fleet.txt")
    audit = audit_of(document, "12", "9", sentences=(sentence,), claims=(1,))
    assert _shown(audit).splitlines() == [
        "# Audit of numbers",
        "",
        "## Storm",
        "",
        "| place | finding | in the text |",
        "| --- | --- | --- |",
        "| fleet.txt:1:26 | **error** SUM002 part-exceeds-whole<br>12 is more than 9 | The port lost **12** of its **9** boats. |",
        "",
        "1 document, 2 numbers seen, 1 claim read, 1 claim checked by 1 check (0 hold), 1 finding: 1 error",
    ]


def test_a_document_without_findings_has_no_heading(audit_of: AuditOf) -> None:
    assert "##" not in _shown(audit_of(Document("fleet", "It rained.", title="Storm")))


def test_no_text_of_a_document_is_markup(audit_of: AuditOf) -> None:
    text = "<b>12</b> | `of` *its* [9](http://x.y) @boats &amp; www.boats.org"
    shown = _shown(audit_of(Document("d", text, title="A | B\n# C"), text))
    assert r"**\<b\>12\</b\> \| \`of\` \*its\* \[9\](http\://x.y) \@boats \&amp; www\.boats.org**" in shown
    assert "\n## A \\| B \\# C\n" in shown


def test_what_could_not_be_read_is_listed() -> None:
    assert "## Not read\n\n- a\\_b.csv:3: no date\n" in _shown(Unreadable("a_b.csv", 3, "no date"))
