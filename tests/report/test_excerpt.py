"""Excerpts show the words a finding speaks of, underlined where a terminal shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.report.excerpt import excerpts
from numclaims.report.terminal import cells


def _excerpt(text: str, *words: str, width: int = 100, sentences: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str]]:
    spans = [(text.index(each), text.index(each) + len(each)) for each in words]
    return list(excerpts(text, sentences, spans, width))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Of the 9 boats 12 sank.", ["9", "12"], ("Of the 9 boats 12 sank.", "       ^       ^^")),
        ("全部で９隻。", ["９"], ("全部で９隻。", "      ^^")),
        ("Cafe\u0301s: 12 in all", ["12"], ("Cafe\u0301s: 12 in all", "       ^^")),
        ("Red\x1b[31m 12 now", ["12"], ("Red\\x1b[31m 12 now", "            ^^")),
        ("one\ttwo 12", ["12"], ("one two 12", "        ^^")),
        ("of    the     9 boats   12", ["9", "12"], ("of the 9 boats 12", "       ^       ^^")),
        ("First line.\nThen 12 more.\nLast.", ["12"], ("Then 12 more.", "     ^^")),
        ("between 40\nand 30 days", ["40\nand 30"], ("between 40 and 30", "        ^^^^^^^^^")),
    ],
)
def test_carets_stand_under_the_words(text: str, words: list[str], expected: tuple[str, str]) -> None:
    assert _excerpt(text, *words) == [expected]


def test_the_sentence_around_the_words_is_shown_and_no_other() -> None:
    text = "Nothing here. The fleet lost 12 of 9 boats. Nothing there."
    start = text.index("The")
    end = text.index(" Nothing there")
    assert _excerpt(text, "12", sentences=((0, 13), (start, end), (end + 1, len(text)))) == [
        ("The fleet lost 12 of 9 boats.", "               ^^")
    ]


def test_words_in_two_sentences_give_two_excerpts_in_text_order() -> None:
    text = "It had 9 boats. It lost 12 boats."
    assert _excerpt(text, "12", "9", sentences=((0, 15), (16, 33))) == [
        ("It had 9 boats.", "       ^"),
        ("It lost 12 boats.", "        ^^"),
    ]


def test_a_long_sentence_is_cut_between_words_around_the_numbers() -> None:
    text = "before " * 30 + "12 of 9" + " after" * 30
    [(line, carets)] = _excerpt(text, "12 of 9", width=60)
    assert line == "…before before before 12 of 9 after after after after…"
    assert carets == "                      ^^^^^^^"


def test_numbers_too_far_apart_for_one_line_get_a_line_each() -> None:
    text = "There were 9 boats " + "and much else " * 20 + "and 12 sank in the end."
    first, second = _excerpt(text, "9", "12", width=50)
    assert first == ("There were 9 boats and much else and much else…", "           ^")
    assert second[0].endswith("and 12 sank in the end.")
    assert second[1].strip() == "^^"


def test_a_number_wider_than_the_line_is_cut() -> None:
    text = "x" * 10 + "1" * 200 + "y" * 10
    [(line, carets)] = _excerpt(text, "1" * 200, width=40)
    assert cells(line) == 40
    assert carets == " " + "^" * 38


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200),
    cuts=st.lists(st.integers(0, 200), min_size=2, max_size=6),
    width=st.integers(20, 120),
)
def test_no_excerpt_is_wider_than_the_terminal_or_acts_on_it(text: str, cuts: list[int], width: int) -> None:
    offsets = sorted(min(cut, len(text) - 1) for cut in cuts)
    spans = [(start, max(end, start + 1)) for start, end in zip(offsets[::2], offsets[1::2], strict=False)]
    shown = list(excerpts(text, [], spans, width))
    assert shown
    for line, carets in shown:
        assert cells(line) <= width
        assert len(carets) <= cells(line)
        assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in line)
