"""The table of rules and their pages fit every terminal, and break lines between words only."""

from __future__ import annotations

import re

import pytest

from numclaims.report.rule_pages import rule_page, rules_on_console
from numclaims.report.terminal import Terminal
from numclaims.rules import RULES

KNOWN = tuple(RULES.values())


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_rules_fit_the_terminal_and_keep_their_words_whole(width: int) -> None:
    shown = rules_on_console(KNOWN, Terminal(width))
    assert all(len(line) <= width for line in shown.splitlines())
    words = shown.split()
    assert all(set(rule.summary.split()) <= set(words) for rule in KNOWN)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_pages_fit_the_terminal_and_keep_their_words_whole(width: int) -> None:
    for rule in KNOWN:
        shown = rule_page(rule, Terminal(width))
        prose = [line for line in shown.splitlines() if not re.match(r"\s|[-*] ", line)]
        assert all(len(line) <= min(width, 100) for line in prose)
        assert all(
            set(example.text.split()) <= {word.strip('"') for word in shown.split()} for example in rule.flags if '"' not in example.text
        )


def test_a_narrow_list_of_rules_has_each_summary_below_its_name() -> None:
    first = rules_on_console(KNOWN, Terminal(40)).splitlines()[0]
    assert first == f"{KNOWN[0].code} {KNOWN[0].name} ({KNOWN[0].severity})"
