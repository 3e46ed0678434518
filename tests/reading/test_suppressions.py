"""Comments in Markdown silence rules on their line, or alone on a line on the next one of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.model import Document, Suppression
from numclaims.reading import read_documents
from numclaims.reading.markdown import blank_markup
from numclaims.reading.suppressions import suppressions

COMMENT = "<!-- numclaims: ignore SUM002 as counted -->"


def _silenced(text: str) -> list[str]:
    """What each suppression delimits, comments left out."""
    return [text[each.start : each.end].replace(COMMENT, "").strip() for each in suppressions(text, blank_markup)]


@pytest.mark.parametrize(
    ("text", "silenced"),
    [
        (f"One.\nTwo. {COMMENT}\nThree.", ["Two."]),
        (f"{COMMENT} One.\nTwo.", ["One."]),
        (f"One.\n{COMMENT}\nTwo.\nThree.", ["Two."]),
        (f"One.\n\n  {COMMENT}\n\n\nTwo.\n", ["Two."]),
        (f"{COMMENT}\n{COMMENT}\nTwo.", ["Two.", "Two."]),
        (f"One. {COMMENT} {COMMENT}\nTwo.", ["One.", "One."]),
        (f"One.\n{COMMENT}", [""]),
        (f"- One. {COMMENT}\n- Two.", ["- One."]),
    ],
)
def test_a_comment_silences_a_line(text: str, silenced: list[str]) -> None:
    assert _silenced(text) == silenced


@pytest.mark.parametrize(
    "text",
    [
        f"Write `{COMMENT}` beside it.",
        f"```\n{COMMENT}\n```\nOne.",
        f"One.\n\n    {COMMENT}\n",
        f"---\nnote: {COMMENT}\n---\nOne.",
        f"<pre>\n{COMMENT}\n</pre>",
        "One. <!-- numclaims: ignored SUM002 -->",
        "One. <!-- numclaims: ignore SUM002",
        "One. <!-- ignore SUM002 -->",
    ],
)
def test_what_is_no_comment_beside_prose_silences_nothing(text: str) -> None:
    assert _silenced(text) == []


@pytest.mark.parametrize(
    ("comment", "rules", "reason"),
    [
        ("<!-- numclaims: ignore SUM002 -->", ("SUM002",), ""),
        ("<!--numclaims:ignore SUM002-->", ("SUM002",), ""),
        ("<!-- numclaims: ignore SUM002 the port says so -->", ("SUM002",), "the port says so"),
        ("<!-- numclaims: ignore SUM002, TIM , weekday: both right -->", ("SUM002", "TIM", "weekday"), ": both right"),
        ("<!-- numclaims: ignore -->", (), ""),
    ],
)
def test_a_comment_names_rules_and_gives_a_reason(comment: str, rules: tuple[str, ...], reason: str) -> None:
    [found] = suppressions(f"One.\nTwo. {comment}\n", blank_markup)
    assert found == Suppression(rules, reason, 5, 5 + len(f"Two. {comment}"), 2)


def test_offsets_count_into_the_full_text_below_a_title(tmp_path: Path) -> None:
    (tmp_path / "storm.md").write_text(f"# The storm\n\nFirst line.\nTwelve boats. {COMMENT}\n")
    (tmp_path / "documents.csv").write_text("file,title\nstorm.md,The storm\n")
    [document] = read_documents([tmp_path])
    assert isinstance(document, Document)
    [found] = document.suppressions
    assert document.full_text[found.start : found.end].strip() == "Twelve boats."
    assert found.line == 4


def test_plain_text_has_no_suppressions(tmp_path: Path) -> None:
    (tmp_path / "storm.txt").write_text(f"Twelve boats. {COMMENT}\n")
    [document] = read_documents([tmp_path])
    assert isinstance(document, Document)
    assert document.suppressions == ()


@given(st.lists(st.sampled_from([COMMENT, "\n", " ", "Boats.", "`", "<!--", "-->", "    ", "```", "---\n", "> "])).map("".join))
def test_a_suppression_delimits_one_line_or_the_end(text: str) -> None:
    for each in suppressions(text, blank_markup):
        assert "\n" not in text[each.start : each.end]
        assert text.splitlines()[each.line - 1 :]
        assert each.end == len(text) or text[each.end] == "\n"


def test_many_comments_take_time_in_proportion() -> None:
    text = "<!-- numclaims: ignore SUM002 -->\n" * 20_000 + "One."
    assert {(each.start, each.end) for each in suppressions(text, blank_markup)} == {(len(text) - 4, len(text))}
    assert list(suppressions("<!-- numclaims: ignore " * 20_000, blank_markup)) == []
