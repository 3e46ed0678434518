"""What a notebook shows of an audit that is asked for bare."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import numclaims
from numclaims.model import Document

TEXT = "The storm sank 12 of the 9 boats. Repairs <b>will</b> cost about $1.2 million, and are due by 31 June."


class _Balance(HTMLParser):
    """Counts what is opened and closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _shown(text: str, **document: str) -> str:
    shown = numclaims.audit(Document("d", text, **document))._repr_html_()
    balance = _Balance()
    balance.feed(shown)
    assert balance.open == []
    return shown


def test_findings_stand_with_severity_arithmetic_and_their_underlined_numbers() -> None:
    shown = _shown(TEXT)
    assert "2 findings: 2 errors" in shown
    assert "12 cannot be part of 9: it is 3 more" in shown
    assert re.findall(r"underline[^>]*>([^<]*)<", shown) == ["12", "9", "31 June"]
    assert shown.count(">error<") == 2


def test_claims_are_there_to_unfold() -> None:
    shown = _shown(TEXT)
    assert "<summary>3 claims</summary>" in shown
    assert "1,200,000" in shown


def test_nothing_of_a_document_becomes_markup_or_turns_text_round() -> None:
    shown = _shown("\u202eThe <script>alert(1)</script> storm sank 12 of the 9 <img src=x> boats.", title="<i>Storm</i>")
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<i>" not in shown
    assert "\u202e" not in shown


def test_an_audit_without_findings_says_what_was_checked() -> None:
    shown = _shown("The storm sank 3 of the 9 boats.")
    assert "no findings" in shown
    assert "<li>" not in shown
    assert "<summary>2 claims</summary>" in shown


def test_a_text_without_numbers_is_shown_too() -> None:
    assert "no findings" in _shown("Nothing here counts.")
    assert "no findings" in _shown("")


def test_of_many_findings_the_first_are_shown() -> None:
    shown = _shown(" ".join(f"Storm {name} sank {number} of the 9 boats." for number, name in enumerate("abcdefghijklmnopqrstuvwxyz", 10)))
    assert shown.count("<li>") == 20
    assert "and 6 more in" in shown


def test_printed_it_takes_one_line() -> None:
    assert repr(numclaims.audit(TEXT)) == "<Audit of 'text': 2 findings (SUM002, TIM004), 2 of 3 claims checked>"
    assert repr(numclaims.audit("Some 3 boats sank.")) == "<Audit of 'text': 0 findings, 0 of 1 claims checked>"
