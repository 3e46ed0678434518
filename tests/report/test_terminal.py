"""Nothing in a text acts on a terminal; colours are there where they are wanted and nowhere else."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.report.terminal import Terminal, cells, clip, printable, terminal_of


class _Screen(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain, and “typographic” – too", "plain, and “typographic” – too"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m \x7f", "\\x9b31m \\x7f"),
        ("12\u202e34", "12\\u202e34"),
        ("\ud800", "\\ud800"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_control_characters_are_shown_by_their_number(text: str, expected: str) -> None:
    assert printable(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("12", 2), ("１２", 4), ("e\u0301", 1), ("", 0), ("中a", 3), ("a\u200db", 2)])
def test_cells_are_those_a_terminal_takes(text: str, expected: int) -> None:
    assert cells(text) == expected


@given(text=st.text(), width=st.integers(1, 40))
def test_a_clipped_text_is_never_wider(text: str, width: int) -> None:
    assert cells(clip(text, width)) <= width


def test_a_text_that_fits_is_not_clipped() -> None:
    assert clip("exactly", 7) == "exactly"
    assert clip("exactly so", 7) == "exactl…"


@pytest.mark.parametrize(
    ("environment", "interactive", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_follows_the_terminal_and_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], interactive: bool, expected: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_of(_Screen() if interactive else StringIO()).colour is expected


def test_lines_are_as_wide_as_the_terminal_and_100_cells_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert (terminal_of(_Screen()).width, terminal_of(StringIO()).width) == (72, 100)


def test_paint_leaves_text_alone_without_colour() -> None:
    assert Terminal().paint("error", "red", bold=True) == "error"
    assert Terminal(colour=True).paint("error", "red") == "\x1b[31merror\x1b[0m"


def test_long_lines_are_broken_between_words_on_a_terminal_only() -> None:
    text = "one two  three-four five"
    assert Terminal(12).folded(text, "  ") == ["  one two  three-four five"]
    assert Terminal(12, breaks=True).folded(text, "  ") == ["  one two", "  three-four", "  five"]
    assert Terminal(4, breaks=True).folded("longer word") == ["longer", "word"]
    assert (terminal_of(_Screen()).breaks, terminal_of(StringIO()).breaks) == (True, False)
