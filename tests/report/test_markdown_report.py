"""Markdown for a pull request: a table of findings with the numbers in bold, in which no text of a document is markup."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numclaims
from numclaims.model import Document
from numclaims.pipeline import with_comparisons
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


def test_a_long_sentence_is_shown_about_its_numbers() -> None:
    sea, mayor = "which came from the sea, " * 100, "and the mayor said nothing of it, " * 100
    document = Document("d", f"The storm, {sea}sank 12 of the 9 boats {mayor}as she had done before.", path="d.txt")
    [row] = [line for line in _shown(numclaims.audit(document)).splitlines() if "SUM002" in line]
    shown = row.split(" | ")[2]
    assert len(shown) < 500
    assert shown.startswith("… ")
    assert "sank **12** of the **9** boats and the mayor" in shown
    assert shown.endswith(" … |")
    assert "as she had done" not in shown


def test_a_finding_between_documents_shows_both_numbers_in_their_sentences() -> None:
    documents = [
        Document(
            name, f"It rained. The storm sank {boats} boats in Port Vale, the coast guard said.", date=date(2024, 3, day), story="vale"
        )
        for name, day, boats in (("a", 6, 12), ("b", 7, 11))
    ]
    [row] = [line for line in _shown(*with_comparisons(map(numclaims.audit, documents))).splitlines() if "CON002" in line]
    assert "The storm sank **12** boats in Port Vale" in row
    assert "The storm sank **11** boats in Port Vale" in row
