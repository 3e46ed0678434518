"""Choosing rules by code, prefix and name, and what a rule's docstring must hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from numclaims.model import Analysis, Check, Document, Relation
from numclaims.rules import RULES, UnknownRule, chosen, rule, run
from numclaims.rules.page import page
from numclaims.rules.registry import Example

ALL = ["PCT001", "RNG001", "RNG002", "SUM002", "TIM004"]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], ALL),
        (["SUM002"], [], ["SUM002"]),
        (["RNG"], [], ["RNG001", "RNG002"]),
        (["rng", "pct001"], [], ["PCT001", "RNG001", "RNG002"]),
        (["part-exceeds-whole"], [], ["SUM002"]),
        ([], ["RNG"], ["PCT001", "SUM002", "TIM004"]),
        (["RNG"], ["unsupported-range"], ["RNG001"]),
        (["SUM002"], ["SUM"], []),
    ],
)
def test_rules_are_chosen_by_code_prefix_and_name(select: list[str], ignore: list[str], codes: list[str]) -> None:
    known = [each.code for each in chosen(select, ignore)]
    assert [code for code in known if code in ALL] == codes


@pytest.mark.parametrize(
    ("word", "meant"),
    [("SUM02", "SUM002"), ("part-exceed-whole", "SUM002"), ("TIM04", "TIM004"), ("", "PCT001"), ("weather", "PCT001")],
)
def test_a_word_that_names_no_rule_is_refused_with_the_rules_it_may_have_meant(word: str, meant: str) -> None:
    with pytest.raises(UnknownRule, match=meant):
        chosen([word])
    with pytest.raises(UnknownRule, match=meant):
        list(run(Analysis(Document("text", ""), ()), ignore=[word]))


def test_a_document_without_claims_has_nothing_to_check() -> None:
    assert list(run(Analysis(Document("text", "Nothing is counted here."), ()))) == []


def test_a_taken_code_or_name_is_refused() -> None:
    def again(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
        """Summary."""
        yield from ()

    for code, name in (("SUM002", "another-name"), ("ZZZ999", "part-exceeds-whole")):
        with pytest.raises(ValueError, match="taken"):
            rule(code, name, "note")(again)


@pytest.mark.parametrize(
    ("docstring", "problem"),
    [
        (None, "needs a summary"),
        ("Only a summary.", "needs a summary"),
        ('Summary.\n\nWhy.\n\nFlags:\n    "One."', "needs a summary"),
        ('Summary.\n\nWhy.\n\nFlags:\n    One.\n\nPasses:\n    "Two."', "in double quotes"),
    ],
)
def test_a_docstring_without_its_parts_is_refused(docstring: str | None, problem: str) -> None:
    def broken(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
        yield from ()

    broken.__doc__ = docstring
    with pytest.raises(ValueError, match=problem):
        rule("ZZZ999", "broken", "note")(broken)
    assert "ZZZ999" not in RULES


def test_an_example_can_carry_a_date_and_a_title(monkeypatch: pytest.MonkeyPatch) -> None:
    registered: dict[str, object] = {}
    monkeypatch.setattr("numclaims.rules.registry._registered", registered)

    @rule("ZZZ999", "dated", "note")
    def dated(analysis: Analysis, relations: tuple[Relation, ...]) -> Iterator[Check]:
        """A summary
        on two lines.

        Why it matters.

        Flags:
            2024-03-01 [A title] "A text."
        Passes:
            [Only a title] "Another."
        """
        yield from ()

    found = registered["ZZZ999"]
    assert getattr(found, "summary", "") == "A summary on two lines."
    assert getattr(found, "flags", ()) == (Example("A text.", date(2024, 3, 1), "A title"),)
    assert getattr(found, "passes", ()) == (Example("Another.", None, "Only a title"),)


def test_the_page_of_rules_is_what_the_docstrings_say() -> None:
    written = Path(__file__).parents[2] / "docs" / "rules.md"
    assert written.read_text(encoding="utf-8") == page(), "run python -m numclaims.rules.page > docs/rules.md"
