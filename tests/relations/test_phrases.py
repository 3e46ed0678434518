"""Phrases as regular expressions."""

import re

import pytest

from numclaims.relations.phrases import any_of


@pytest.mark.parametrize("text", ["open", "opened", "opens up", "o.k.", "shut"])
def test_each_of_some_phrases_is_matched_by_the_expression_for_all(text: str) -> None:
    pattern = re.compile(any_of(["open", "opens up", "shut", "opened", "o.k."]))
    assert pattern.fullmatch(text)
    assert not pattern.fullmatch(text + "x")


def test_the_longest_of_the_phrases_that_begin_at_a_place_is_matched() -> None:
    match = re.match(any_of(["set", "set up", "set up in"]), "set up inside")
    assert match
    assert match[0] == "set up in"


def test_one_phrase_is_its_own_expression() -> None:
    assert any_of(["due"]) == "due"
