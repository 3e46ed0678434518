"""Dates, years and clock times are no claims; calendar dates are kept, with the parts that the text gives."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read

DATES = [
    ("It opened on January 20.", "January 20", (0, 1, 20)),
    ("It opened on 20 January.", "20 January", (0, 1, 20)),
    ("It opened on January 20, 2019.", "January 20, 2019", (2019, 1, 20)),
    ("It opened on 20 January 2019.", "20 January 2019", (2019, 1, 20)),
    ("It opened on the 20th of January 2019.", "20th of January 2019", (2019, 1, 20)),
    ("It opened on 20th January.", "20th January", (0, 1, 20)),
    ("It opened on Jan. 20.", "Jan. 20", (0, 1, 20)),
    ("It opened on Jan 20, 2019.", "Jan 20, 2019", (2019, 1, 20)),
    ("It opened on Sept. 3.", "Sept. 3", (0, 9, 3)),
    ("It opened in August 2021.", "August 2021", (2021, 8, 0)),
    ("It opened in Aug. 2021.", "Aug. 2021", (2021, 8, 0)),
    ("It opened on May 8, 1945.", "May 8, 1945", (1945, 5, 8)),
    ("It opened on 2019-01-20.", "2019-01-20", (2019, 1, 20)),
    ("It opens at noon on 3 June.", "3 June", (0, 6, 3)),
    ("It opened on 1 March 2020 in Graz.", "1 March 2020", (2020, 3, 1)),
    ("Tue Jan 21 08:05:09 2020", "Tue Jan 21 08:05:09 2020", (2020, 1, 21)),
    ("It opened on Jan 21 08:05:09 CET 2020.", "Jan 21 08:05:09 CET 2020", (2020, 1, 21)),
    ("It opened on February 29, 2020.", "February 29, 2020", (2020, 2, 29)),
]
WEEKDAYS = [
    ("It opened on Monday, January 20.", "Monday", "Monday, January 20"),
    ("It opened on Monday 20 January 2020.", "Monday", "Monday 20 January 2020"),
    ("It opened on Tue, Jan 21, 2020.", "Tue", "Tue, Jan 21, 2020"),
]
IMPOSSIBLE = [
    ("It opened on 30 February.", False),
    ("It opened on 31 April 2021.", False),
    ("It opened on June 31.", False),
    ("It opened on 29 February 2021.", False),
    ("It opened on 29 February 2024.", True),
    ("It opened on 29 February.", True),
    ("It opened on 31 March.", True),
]
TIMES = [
    "It opened in 2018.",
    "It opened in 2018 and closed in 2020.",
    "It was open from 2012 to 2014.",
    "It was open in 2012–13.",
    "It was open in 2012-2014.",
    "The 2003 season was short.",
    "It opened in the 1970s.",
    "It opened in the '80s.",
    "It opened in the late 1990s.",
    "It opened in 1848.",
    "The report of 2019 says so.",
    "The Treaty of 1648 ended the war.",
    "The winter of 2019/20 was mild.",
    "It opened in mid-2018.",
    "Since 1991 the pier has been closed.",
    "It opened at 6pm.",
    "It opened at 6 pm.",
    "It opened at 6 p.m. sharp.",
    "It opened at 10:45.",
    "It opened at 10:45 a.m.",
    "It opened at 2.15pm.",
    "It opened at 14:15 GMT.",
    "It opened at 0600 GMT.",
    "It opened at 5 o'clock.",
    "It is open from 9am to 5pm.",
    "It is open 24/7.",
    "She ran it in 35:12.",
    "It is open from 9 to 5pm.",
    "It lasted from June 3 to June 5.",
    "It lasted from 3 to 5 June.",
    "It lasted from 3-5 June 2020.",
    "It opened on 5/17/2018.",
    "It opened on 17.05.2018.",
    "It opened on 17/05/18.",
    "They met on September 11, 2001, in Graz.",
    "It will end on 31 December.",
    "In the 20th century it was a port.",
    "It closed in the fourth quarter.",
    "It closed in Q3 2021.",
    "Copyright 2023.",
]
COUNTS = [
    ("In 2018 some 1,950 people left.", [1950]),
    ("The ship carried 2000 passengers.", [2000]),
    ("The road is 1900 miles long.", [1900]),
    ("They sold 2,018 lamps.", [2018]),
    ("The may fair drew 20 stalls.", [20]),
    ("We may 20 times fail.", [20]),
    ("They march 20 miles.", [20]),
    ("They waited 20 days in January.", [20]),
    ("By May 2020 they had sold 300 lamps.", [300]),
    ("It was $2020 too much.", [2020]),
    ("At 2012 m the hut is the highest.", [2012]),
    ("They polled 1,024 people on 3-5 June.", [1024]),
]


@pytest.mark.parametrize(("text", "surface", "parts"), DATES)
def test_calendar_dates_are_kept_with_their_parts(text: str, surface: str, parts: tuple[int, int, int]) -> None:
    reading = read(text)
    (date,) = reading.dates
    assert (text[date.start : date.end], date.text) == (surface, surface)
    assert (date.year, date.month, date.day) == parts
    assert reading.quantities == ()


@pytest.mark.parametrize(("text", "weekday", "surface"), WEEKDAYS)
def test_a_weekday_belongs_to_its_date(text: str, weekday: str, surface: str) -> None:
    (date,) = read(text).dates
    assert (date.weekday, date.text) == (weekday, surface)


@pytest.mark.parametrize(("text", "valid"), IMPOSSIBLE)
def test_days_that_the_calendar_does_not_have_are_marked(text: str, valid: bool) -> None:
    (date,) = read(text).dates
    assert date.valid is valid


@pytest.mark.parametrize("text", TIMES)
def test_years_dates_and_clock_times_are_no_claims(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize(("text", "values"), COUNTS)
def test_counts_that_look_like_years_or_stand_by_dates_are_claims(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == values


def test_numbers_seen_include_dates() -> None:
    assert read("On 3 June 12 boats came.").numbers == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In November 31 people drowned.", [31]),
        ("In May 12 of the boats were lost.", [12]),
        ("In early April 14 farms were flooded, and in June 20 mills closed.", [14, 20]),
        ("Last August 9 climbers fell.", [9]),
        ("In June 3-5 shops closed each day.", [None]),
        ("In June 31 cases of plague.", [31]),
    ],
)
def test_a_number_behind_a_month_may_count_the_subject(text: str, values: list[float | None]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == values


@pytest.mark.parametrize(
    "text",
    [
        "On May 12 boats were lost.",
        "The May 12 floods were the worst.",
        "Those hurt in October 9 raids were flown out.",
        "In the March 8 attacks nobody died.",
        "In May 12 the boats were lost.",
        "In June 3, boats were lost.",
    ],
)
def test_a_day_of_the_month_stays_one(text: str) -> None:
    reading = read(text)
    assert (reading.quantities, len(reading.dates)) == ((), 1)
