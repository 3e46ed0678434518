"""The examples in the docstrings of the rules, each through the whole pipeline."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.rules import RULES, run, run_story
from numclaims.rules.registry import Example
from numclaims.stories import statements

FLAGS = [(code, example) for code, rule in RULES.items() for example in rule.flags]
PASSES = [(code, example) for code, rule in RULES.items() for example in rule.passes]


def failed(code: str, example: Example) -> list[str]:
    if RULES[code].scope == "story":
        story = [statement for document in example.documents() for statement in statements(analyse(document))]
        return [check.message for check in run_story(story, select=[code]) if not check.holds]
    return [check.message for check in run(example.analysis(), select=[code]) if not check.holds]


@pytest.mark.parametrize(("code", "example"), FLAGS, ids=lambda value: getattr(value, "text", value))
def test_a_rule_flags_the_examples_it_says_it_flags(code: str, example: Example) -> None:
    assert len(failed(code, example)) == 1


@pytest.mark.parametrize(("code", "example"), PASSES, ids=lambda value: getattr(value, "text", value))
def test_a_rule_leaves_alone_the_examples_it_says_it_passes(code: str, example: Example) -> None:
    assert failed(code, example) == []
