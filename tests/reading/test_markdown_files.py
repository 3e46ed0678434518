"""Markdown to documents: what is no prose is blanked, and nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.reading.markdown import blank_code


def shape(text: str) -> list[int]:
    return [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("---\ntitle: 5 men\ndate: 2023-01-01\n---\nSix men.", "Six men."),
        ("---\n# made by hand\nweight: 3\n...\nSix men.", "Six men."),
        ("---\n\nFive men.\n\n---\n\nSix men.", "--- Five men. --- Six men."),
        ("---\nnever: closed\nSix men.", "--- never: closed Six men."),
        ("Six men.\n---\na: 1\n---\n", "Six men. --- a: 1 ---"),
        ("One.\n```\nx = 3\n```\nTwo.", "One. Two."),
        ("One.\n~~~~ python\nx = 3\n~~~\n```\n~~~~\nTwo.", "One. Two."),
        ("One.\n````\n```\nx\n```\n````\nTwo.", "One. Two."),
        ("- One.\n  ```sh\n  run 3\n  ```\n- Two.", "- One. - Two."),
        ("One.\n```\nx = 3", "One."),
        ("One ```code``` two.", "One ```code``` two."),
        ("``` not `a` fence\nOne.", "``` not `a` fence One."),
        ("---\na: 1\n---\n```\n2\n```\nThree.", "Three."),
    ],
)
def test_front_matter_and_fenced_code_are_blanked(text: str, prose: str) -> None:
    blanked = blank_code(text)
    assert " ".join(blanked.split()) == prose
    assert shape(blanked) == shape(text)


@given(st.lists(st.sampled_from(["---", "...", "a: 1", "```", "~~~~", "````x", "  ~~~", "Seven men.", "", "# 1"])).map("\n".join))
def test_blanking_moves_nothing(text: str) -> None:
    blanked = blank_code(text)
    assert shape(blanked) == shape(text)
    assert all(after in (before, " ") for before, after in zip(text, blanked, strict=True))
