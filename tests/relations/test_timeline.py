"""The times a document names: which days they are, and which make a stretch."""

from __future__ import annotations

from datetime import date

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times.elapsed import between
from numclaims.relations.times.events import event_words, read_events
from numclaims.relations.times.timeline import Timeline

WRITTEN = date(2024, 6, 15)


def timeline(text: str, written: date | None = WRITTEN) -> Timeline:
    return Timeline(Surroundings(analyse(Document(id="text", text=text, date=written))))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It opened on 3 May 2021.", date(2021, 5, 3), date(2021, 5, 3)),
        ("It opened in May 2021.", date(2021, 5, 1), date(2021, 5, 31)),
        ("It opened in 2021.", date(2021, 1, 1), date(2021, 12, 31)),
        ("It opened on 3 May.", date(2024, 5, 3), date(2024, 5, 3)),
        ("It opened on 3 May last year.", date(2023, 5, 3), date(2023, 5, 3)),
        ("It was opened on 20 December.", date(2023, 12, 20), date(2023, 12, 20)),
        ("It will open on 20 January.", date(2025, 1, 20), date(2025, 1, 20)),
        ("It opened on Monday.", date(2024, 6, 10), date(2024, 6, 10)),
        ("It opened on Saturday.", date(2024, 6, 15), date(2024, 6, 15)),
    ],
)
def test_a_time_is_its_first_and_last_day(text: str, first: date, last: date) -> None:
    (moment,) = timeline(text).moments
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["It sold 2021 cars.", "The 2021 season.", "In 2021 BC it was dry.", "It cost $2021.", "The Monday paper.", "It was dry in the 1950s."],
)
def test_other_numbers_and_names_are_no_times(text: str) -> None:
    assert timeline(text).moments == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 3 to 10 May 2021", date(2021, 5, 3), date(2021, 5, 10)),
        ("from 28 December to 4 January 2021", date(2020, 12, 28), date(2021, 1, 4)),
        ("from 28 December 2020 to 4 January", date(2020, 12, 28), date(2021, 1, 4)),
        ("from 9 pm on 3 May 2021 until 5 am on 4 May 2021", date(2021, 5, 3), date(2021, 5, 4)),
        ("(3 May–4 June 2021)", date(2021, 5, 3), date(2021, 6, 4)),
        ("from 1980 to 1989", date(1980, 1, 1), date(1989, 12, 31)),
    ],
)
def test_two_times_make_a_stretch(text: str, first: date, last: date) -> None:
    (stretch,) = timeline(text).stretches
    assert (stretch.first.first, stretch.last.last) == (first, last)


@pytest.mark.parametrize("day", ["2023-03-06", "06-03-2023", "2012-01-16", "6/3/2023", "Tue 2015-03-31"])
def test_a_date_in_numbers_is_no_stretch(day: str) -> None:
    assert timeline(f"The bridge was opened on {day}.").stretches == []


def test_days_without_any_year_have_no_time_but_a_stretch_within_a_month() -> None:
    undated = timeline("It ran from 3 to 10 May and again on 4 June.", written=None)
    assert undated.moments == []
    assert [(one.first.first.day, one.last.first.day) for one in undated.stretches] == [(3, 10)]


def test_events_are_what_begins_and_what_ends_with_their_times() -> None:
    text = "The bridge opened in 1998 and, after a flood in 2001, was closed. It will reopen on 3 July. The lease expires on 4 May 2025."
    events = [(event.begins, event.now, event.moment.first.year) for event in read_events(timeline(text), event_words().phrases)]
    assert events == [(True, False, 1998), (False, True, 2025)]


def test_elapsed_time_may_count_both_ends_one_or_none() -> None:
    third, tenth = (date(2024, 5, 3),) * 2, (date(2024, 5, 10),) * 2
    days = between(third, tenth, "day")
    assert [count for count in range(12) if days.contains(count)] == [6, 7, 8]
