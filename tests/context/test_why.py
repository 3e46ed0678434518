"""Why a claim is what it is: each column points at the words that gave it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.context.claims import analyse
from numclaims.model import Document

DAY = datetime.date(2025, 3, 12)


def _why(text: str) -> list[dict[str, str]]:
    """For each claim the words of each column; several words of one column are joined."""
    found = []
    for reasons in analyse(Document("d", text, date=DAY), why=True).why:
        words: dict[str, str] = {}
        for reason in reasons:
            words[reason.column] = f"{words[reason.column]} {reason.text}" if reason.column in words else reason.text
        found.append(words)
    return found


COLUMNS = [
    ("The army destroyed 12 tanks.", "value", "12"),
    ("The army destroyed at least 12 tanks.", "bound", "at least"),
    ("They need 12 or more.", "bound", "or more"),
    ("The pier is nearly $3 million.", "bound", "nearly"),
    ("Between 40 and 50 boats sank.", "bound", "Between 40 and 50"),
    ("The ship cost $3 million.", "unit", "$"),
    ("The ship cost 3 million euros.", "unit", "euros"),
    ("The pier is 300 metres long.", "unit", "metres"),
    ("A 300-metre pier burnt.", "unit", "metre"),
    ("A cook earns $40 an hour.", "per", "an hour"),
    ("Some 40 cars are stolen a day.", "per", "a day"),
    ("Hourly pay rose to $35.", "per", "Hourly"),
    ("The army destroyed 12 tanks.", "item", "tanks"),
    ("The army destroyed 12 tanks.", "actor", "The army"),
    ("Twelve tanks were destroyed by the army.", "action", "were destroyed"),
    ("Rents rose 4%.", "change", "rose"),
    ("Rents were 4% higher.", "change", "higher"),
    ("The firm cut its staff by 40 people.", "change", "cut"),
    ("Near Trieste 12 boats sank.", "place", "Trieste"),
    ("On Monday 12 boats sank.", "when", "On Monday"),
    ("Twelve boats sank, the mayor said.", "source", "the mayor"),
    ("The fire killed 12 people.", "topic", "killed"),
]


@pytest.mark.parametrize(("text", "column", "words"), COLUMNS)
def test_a_column_points_at_its_words(text: str, column: str, words: str) -> None:
    assert _why(text)[0][column] == words


def test_what_is_counted_again_points_at_where_it_was_named() -> None:
    assert [words["item"] for words in _why("The town has 40 buses. Twelve of them are new.")] == ["buses", "buses"]


def test_a_pronoun_points_at_what_it_stands_for() -> None:
    assert _why("The port burnt. It lost 12 cranes.")[0]["actor"] == "The port"


def test_a_restatement_has_the_reasons_of_what_it_restates() -> None:
    first, second = _why("The pier is 11 km (7 miles) long.")
    assert (first["item"], second["item"]) == ("pier", "pier")


def test_a_column_without_a_value_has_no_words() -> None:
    assert set(_why("Forty.")[0]) == {"value"}


def test_nothing_is_explained_unless_it_is_asked_for() -> None:
    assert analyse(Document("d", "The army destroyed 12 tanks.")).why == ()


@given(st.text("Thearmy 12,.%$-()\n", max_size=80), st.sampled_from(["", "A title 3"]))
def test_the_words_stand_where_their_offsets_say(text: str, title: str) -> None:
    document = Document("d", text, title=title)
    analysis = analyse(document, why=True)
    assert len(analysis.why) == len(analysis.claims)
    for reasons in analysis.why:
        for reason in reasons:
            assert document.full_text[reason.start : reason.end] == reason.text != ""
