"""Where sentences end: at stops that end them, at blank lines and list items, not at abbreviations, initials or decimal points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.context.sentences import SentenceFinder, split_sentences
from numclaims.grammar.tokens import Tokens

SPLIT = [
    ["The pier burnt.", "Two men were hurt."],
    ["Did the pier burn?", "It did."],
    ["The pier burnt!", "Nobody knew why."],
    ["The pier burnt…", "Nobody knew why."],
    ["They sold 40.", "It was a record."],
    ["It fell to 4.5.", "That was low."],
    ["It fell by 4%.", "That was a lot."],
    ["“The pier burnt.”", "She left."],
    ["She said: “The pier burnt.”", "“It was old.”"],
    ["The pier burnt (nobody knew why).", "Two men were hurt."],
    ["The pier burnt.", "40 men were hurt."],
    ["The pier burnt.", "$40 million was lost."],
    ["They came from the U.S.", "The others stayed."],
    ["They met at 6 p.m.", "The others stayed."],
    ["It is run by Ferries Ltd.", "The others are not."],
    ["It was plan B.", "The others failed."],
    ["They chose plan b.", "40 others failed."],
]
WHOLE = [
    "Mr. Smith sold 40 boats.",
    "Dr. Anna Kern treated 40 men.",
    "Lt. Col. Brown sent 40 men.",
    "J. R. Smith sold 40 boats.",
    "J. Smith sold 40 boats.",
    "Rune Dahl (b. 4 May 1950) sold 40 boats.",
    "Rune Dahl, d. 1950 in Oslo, sold 40 boats.",
    "The U.S. Navy sold 40 boats.",
    "A U.S. official counted 40 boats.",
    "They sold boats, e.g. 40 rafts, to the navy.",
    "It rose to 4.5 per cent.",
    "It cost $1.2 million in all.",
    "Some approx. 40 boats were sold.",
    "See Fig. 3 for the 40 boats.",
    "They sold St. Mary's Church for 40 pounds.",
    "No. 4 was sold.",
    "On Jan. 20 they sold 40 boats.",
    "It opens at 6 a.m. on Sundays.",
]
LINES = [
    ("The pier burnt\n\nTwo men were hurt", ["The pier burnt", "Two men were hurt"]),
    ("Pier burns\n\nThe pier burnt.", ["Pier burns", "The pier burnt."]),
    ("The pier was old and\nburnt down.", ["The pier was old and\nburnt down."]),
    ("The pier burnt.\nTwo men were hurt.", ["The pier burnt.", "Two men were hurt."]),
    ("They sold:\n- 40 boats\n- 3 rafts", ["They sold:", "- 40 boats", "- 3 rafts"]),
    ("They sold:\n• 40 boats\n• 3 rafts", ["They sold:", "• 40 boats", "• 3 rafts"]),
]


def _sentences(text: str) -> list[str]:
    tokens = Tokens(text)
    sentences = split_sentences(tokens)
    ranges = [sentences.at(first) for first in sentences.firsts]
    return [text[tokens.starts[first] : tokens.ends[after - 1]] for first, after in ranges]


@pytest.mark.parametrize("sentences", SPLIT)
def test_stops_end_sentences(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize("text", WHOLE)
def test_abbreviations_initials_and_decimals_end_none(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(("text", "sentences"), LINES)
def test_blank_lines_and_list_items_begin_sentences(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


def test_an_endless_stretch_is_cut() -> None:
    tokens = Tokens("and so on " * 2000)
    sentences = split_sentences(tokens)
    assert max(after - first for first, after in (sentences.at(first) for first in sentences.firsts)) <= 500


@given(st.text(alphabet='Aa1. \n!?"”-•', max_size=200))
def test_every_token_is_in_one_sentence(text: str) -> None:
    tokens = Tokens(text)
    sentences = split_sentences(tokens)
    for token in range(tokens.count):
        first, after = sentences.at(token)
        assert first <= token < after
        assert first in sentences.firsts


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "One line",
        "  A title\n\nThe port shipped 40 tonnes. It rained.\nMr. Orr left.\n \nA list:\n- five\n- six\n\n\n\nThe end. ",
        "He came.\r\n\r\nShe left. They stayed",
        "so it went on, and on, " * 500,
    ],
)
def test_a_sentence_found_by_its_offset_is_the_one_of_the_whole_text_split(text: str) -> None:
    tokens = Tokens(text)
    begins = [tokens.starts[first] for first in split_sentences(tokens).firsts if first < tokens.count]
    finder = SentenceFinder(text)
    for offset in range(len(text)):
        before = [begin for begin in begins if begin <= offset]
        following = begins[len(before)] if len(before) < len(begins) else len(text)
        assert finder.around(offset) == (before[-1] if before else 0, following)
