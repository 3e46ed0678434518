"""Weekdays with their dates in many wordings."""

from __future__ import annotations

import pytest
from judged import failures

WEEKDAYS_FAULTY = [
    "The hearing on Friday 14 June 2019 and the ruling a week later were both public; the appeal on Monday 15 June 2019 was not.",
    "The premiere is on Saturday, October 11, 2024.",
    "Doors open at 7 pm on Thursday, 5 September 2024, and again on Friday, 7 September 2024.",
    "It was founded on Monday, 1 March 1931.",
    "He died on 22 November 1963, a Thursday.",
    "The ship left on 10 April 1912 (Monday).",
    "2024-06-15 The strike begins on Monday, 18 June.",
    "2024-06-15 The deadline is Friday, June 20, at noon.",
    "2024-06-15 Results are due on Wednesday (19 June) and the debate on Wednesday (27 June).",
    "2024-06-15 The storm hit the coast on Sunday evening, 10 June.",
    "2024-06-15 She was last seen on Tues. 12 June.",
    "2024-12-28 Schools reopen on Monday, 7 January.",
    "2025-01-03 The crash happened on Sunday 28 December.",
    "2024-06-15 The fair runs from Saturday 22 June to Saturday 30 June.",
    "2024-06-15 Trading resumes on Tuesday the 19th of June.",
    "New Year's Day, 1 January 2023, was a Monday.",
    "The council meets on Weds 7 March 2024.",
    "The eclipse of 8 April 2024 fell on a Tuesday.",
    "2024-06-15 Voting took place on Thursday, May 24, the commission said.",
    "2024-06-15 By Friday 13 June some 40 houses had been lost.",
    "2024-06-15 The trial, adjourned on Tuesday 4 June, will resume on Monday 25 June.",
    "On Wednesday 11 September 2001 the towers fell.",
    "2024-06-15 He was arrested on Monday night, 12 June, at the airport.",
    "2024-06-15 The final is at 3 pm on Sunday 13 July.",
    "The paper of Sunday 4 July 1992 has the story.",
    "2024-06-15 The derby was put back to Sunday 30 June from Saturday 28 June.",
    "2024-06-15 No bids will be opened before Tuesday, 19 June.",
    "2024-06-15 Trains stop from Sunday, June 22, for a week.",
]
WEEKDAYS_SOUND = [
    "2025-01-23 The ship was lost on Friday, the navy said on Thursday. January 18, a Saturday, was foggy.",
    "On Tuesday 11 September 2001 the towers fell.",
    "2024-06-15 The strike begins on Tuesday, 18 June.",
    "2024-06-15 He will speak on Monday 17 and Tuesday 18 June.",
    "2024-06-15 The fair runs from Saturday 22 to Sunday 30 June.",
    "2024-06-15 It is closed from Monday to Friday, 17 to 21 June.",
    "2024-06-15 It is closed on Monday and Tuesday, 17 and 18 June.",
    "2024-06-15 It is closed Monday-Friday, 17-21 June.",
    "The Sun, 5 May 2024, has the story.",
    "The Sun (5 May 2024) has it.",
    "The Mail on Sunday, 5 May 2024, has the story.",
    "2024-06-15 In 2019 he won; the rematch on Saturday 22 June that year drew 400.",
    "2024-06-15 In 2019 the vote fell on Sunday 26 May.",
    "2024-12-28 Schools reopen on Monday, 6 January.",
    "2025-01-03 The crash happened on Sunday 29 December.",
    "The Sunday Times, 5 March 2024.",
    "Black Friday, 29 November 2024, and Cyber Monday, 2 December 2024.",
    "Good Friday fell on 29 March 2024.",
    "A week from Tuesday, 5 March 2024.",
    "The Monday after 5 March 2024 was wet.",
    "The day after Tuesday, 4 March 2024.",
    "Lenin landed on Monday 3 April 1917, old style.",
    "The battle was fought on Sunday 18 June 1815.",
    "2024-06-15 The last time it rained was Thursday, 12 October.",
    "2024-06-15 The store opens Thursdays, 5 March to 9 April.",
    "2024-06-15 The meeting of Friday, 14 June, was moved to Monday, 17 June.",
    "2024-06-15 The paper comes out each Friday; March 5 was its first day.",
    "2024-06-15 In Washington it was Tuesday evening, 11 June, in Tokyo Wednesday, 12 June.",
    "2024-06-15 Wed 12 June: 3 pm.",
    "2024-06-15 From Thursday 20 June to Sunday 23 June.",
    "2024-06-15 On Saturday (June 15) and Sunday (June 16).",
    "Friday 13 September 2024 and Friday the 13th in general.",
    "2024-06-15 He sat 5 May exams.",
    "2024-06-15 On Friday, 40 people came; on 5 June, 30.",
    "The crash of Tuesday 29 October 1929.",
    "2024-06-15 The derby was put back to Sunday 30 June from Saturday 29 June.",
    "2024-06-15 Two weeks from Tuesday, 17 June is a holiday.",
    "2024-06-15 The night before Friday, 13 June was wet.",
]


@pytest.mark.parametrize("text", WEEKDAYS_FAULTY)
def test_weekdays_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["TIM001"])) == 1


@pytest.mark.parametrize("text", WEEKDAYS_SOUND)
def test_weekdays_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []
