"""Times against each other in many wordings: durations with their dates, and beginnings with their ends."""

from __future__ import annotations

from datetime import date

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import RULES, run

WRITTEN = date(2024, 6, 15)
"""The day of writing of the texts that begin with no other."""


DURATIONS_FAULTY = [
    "The trial lasted 40 days, from 2 May to 23 May 2023.",
    "The embargo (1951–1967) held for 26 years, from 1951 to 1967.",
    "She reigned for 12 years, from 1902 to 1921.",
    "He was mayor from 1990 to 1998, 14 years in all.",
    "The 30-day consultation runs from 1 May to 15 May 2024.",
    "The 12-day festival opens on 3 August 2024 and closes on 20 August 2024. The festival is free.",
    "2024-06-15 The dam broke in 2009, eight years ago.",
    "2024-06-15 It happened 30 years ago, in 2004.",
    "2024-06-15 Nearly 20 years ago, in 1999, he left.",
    "2024-06-15 In the nine years since 2008 nobody has repaired it.",
    "2024-06-15 He has led the club for 25 years, since 2010.",
    "2024-06-15 The 500-day strike that began on 2 February 2024 is the longest yet.",
    "The six-week walkout cost millions. The strike began on 3 May 2023 and ended on 29 May 2023.",
    "The crew was captured on 2 March 2022. On 30 June 2022, after 210 days in captivity, the men were released.",
    "Rescuers reached the surface on 20 October 2019, ending 30 days underground. The tunnel collapsed on 1 October 2019.",
    "She went missing on 2 July 2023. She was found on 9 July 2023, having survived 12 days alone.",
    "The ship ran aground on 5 January 2024. It was freed on 3 February 2024 after 45 days.",
    "On 14 August 2024, 60 days after the launch, the probe will arrive. Its launch on 3 July 2024 went well.",
    "The first case was reported on 2 March 2020. On 9 May 2020, 90 days after the first case, the lockdown was eased.",
    "In 1999 she built the first one. Four years later, in 2009, she built another.",
    "2024-07-16 The curfew was imposed on 1 June 2024. It was lifted on 10 July 2024 after 70 days.",
    "2024-06-22 The miners were brought up on Thursday, ending 30 days underground. The roof had caved in on 2 June.",
    "The office was closed for three weeks, from 3 to 8 June 2024.",
    "The blockade (3 May–13 May 2021) lasted 21 days.",
]
DURATIONS_SOUND = [
    "The trial lasted 22 days, from 2 May to 23 May 2023.",
    "The trial lasted three weeks, from 2 May to 23 May 2023.",
    "She reigned for 19 years, from 1902 to 1921.",
    "She reigned for 20 years, from 1902 to 1921.",
    "From 1964 to 1994 she ran 31 summer seasons.",
    "He worked 12 days from 3 May to 2 June 2023.",
    "He was away for 12 days between 3 May and 30 June 2023.",
    "The 30-day consultation runs from 1 May to 30 May 2024.",
    "The 10-day ticket is valid from 1 May to 30 September 2024.",
    "2024-06-15 The dam broke in 2009, 15 years ago.",
    "2024-06-15 The dam broke in 2009, almost 15 years ago.",
    "2024-06-15 The dam broke in August 2009, 14 years ago.",
    "2024-06-15 Ten years ago, in a speech in 2019's style, he spoke.",
    "2024-06-15 In the five years since 2008 it had grown twice.",
    "2024-06-15 Three dry years since 2008 have hurt the farm.",
    "2024-06-15 He has led the club for 14 years, since 2010.",
    "2024-06-15 The six-day war that began on 5 June 1967 changed the region.",
    "The six-week walkout cost millions. The strike began on 3 May 2023 and ended on 14 June 2023.",
    "The crew was captured on 2 March 2022. On 30 June 2022, after 120 days in captivity, the men were released.",
    "The crew was captured on 2 March 2022. On 30 June 2022, after nine days of talks, the men were released.",
    "The ship ran aground on 5 January 2024. It was freed on 3 February 2024 after four attempts and 29 days.",
    "In 1999 she built the first one. Ten years later, in 2009, she built another.",
    "In 1990 he married. A son was born three years later. Two years later, in 1995, they moved.",
    "The tenancy began on 1 June 2023 and ended on 31 May 2024. A 30-day notice was given.",
    "The club, founded in 1901, left in 2003 after 12 years in the league.",
    "It closed in 2010 after 12 years. It was founded in 1950.",
    "2024-06-15 The contract for three years, from 2024 to 2027, is signed.",
    "2024-06-15 The plant has been shut for 100 days.",
    "The tour, from 3 to 30 June 2024, has three days in Rome.",
    "The course of 12 weeks, from 8 January to 31 March 2024, is full.",
    "The sentence of 30 days, from Monday, was cut.",
    "It rained on 12 days from 1 to 30 June 2024.",
    "He spent 12 days in hospital and was released on 3 May 2024. He was arrested on 20 January 2024.",
    "The 90-day review ended on 3 May 2024. The war began on 24 February 2022.",
    "Between 2010 and 2020, for three years, he lived abroad.",
    "The ten-day truce began on Monday. A first truce took effect on 3 March 2024 and expired on 5 March 2024, and a second ran in May.",
    "The exam takes three hours, from 9 to 12 June 2024.",
    "A four-year term, from 2019 to 2023, followed.",
    "On 9 May 2020, 68 days after the first case, it was eased. The first case was reported on 2 March 2020.",
    "2024-06-15 The fund fell for the fifth month, from 3 to 2.",
    "2024-06-15 Payment is due within 30 days, from 3 to 9 June for members.",
]
ORDERS_FAULTY = [
    "The exhibition runs from 20 March to 4 March.",
    "He was governor from 1998 to 1991.",
    "She ruled between 1874 and 1847.",
    "The festival (24-17 August 2024) is sold out.",
    "The painter Ida Holm (1932–1918) is forgotten.",
    "Applications open on 12 June and close on 3 June.",
    "The factory was founded in 1954 and was demolished in 1945.",
    "He joined the firm in 2011 and left in 2009.",
    "He took office on 3 May 2019 and resigned on 4 March 2018.",
    "The truce took effect on 9 May and expired on 3 May.",
    "The contract begins on 1 January 2025. The contract ends on 31 December 2024.",
    "2024-05-02 The consultation opens on 20 May. It will be discussed at three meetings. The consultation closes on 6 May.",
    "Work on the bridge began in March 2021 and was completed in June 2020.",
    "The war broke out in 1914 and ended in 1908, the book says.",
    "2024-10-02 The observers deploy on 15 November 2024. Their mandate expires on 14 May 2024.",
    "Born in 1931, the singer died in 1913.",
    "The line opened in 1936 but closed in 1926.",
    "Enrolment starts on 20 May and ends on 2 May.",
    "She was appointed in 2008 and stepped down in 2003.",
    "He was detained on 14 May 2023 and was released on 2 April 2023.",
    "The road was closed on 9 June and reopened on 2 June.",
    "The trial, from 12 September 2023 to 3 September 2023, cost $4 million.",
]
ORDERS_SOUND = [
    "The exhibition runs from 4 March to 20 March.",
    "It is open from 28 December to 4 January.",
    "The shelter runs from November to March.",
    "He was governor from 1991 to 1998.",
    "The firm, founded in 1954 after a fire in 1945, has 40 staff.",
    "The mine closed in 1989, reopened in 1998 and closed again in 2003.",
    "The school opened in 1998 and the old one closed in 1989.",
    "The bridge opened in 1998, ten years after the ferry ended in 1988.",
    "The deadline moved from 12 May to 3 May.",
    "The kings of the dynasty ruled from 740 to 660 BC.",
    "In the years from 2460 to 2210 BCE it was dry.",
    "He was born in 1950 and his father died in 1943.",
    "She was appointed in 2008; her predecessor left in 2003.",
    "The talks began on 28 May and ended on 3 June.",
    "Enrolment opens on 20 May and closes on 2 June.",
    "The season opens on 20 October and ends on 2 May.",
    "The lease takes effect on 1 June 2024. It expires on 31 May 2025.",
    "The lease takes effect on 1 June 2024. The old lease expires on 31 May 2024.",
    "The first phase starts on 1 June 2024. The pilot ended on 3 May 2024.",
    "Sales fell from 2019 to 2011 levels.",
    "The rate fell from 1998 in March to 1989 in May.",
    "He left in 1990 and returned in 1985, in the film's odd order.",
    "Pages 1998-1989 are missing.",
    "The siege, begun in 1998, ended in 1999.",
    "The war began in 2003 and ended, officially, in 2011.",
    "He was jailed in 2019 and was released in 2021 after a court in 2018 had ruled.",
    "Registration for 2025 opens in 2024 and ends in 2024.",
    "The bank was founded in 1901 and closed its last branch in 1987.",
    "It opened in 2012 (the plan of 2008 had foreseen 2010).",
    "The show closed on 12 May; it opened on 3 March.",
    "The ceasefire began on Sunday and ended on Tuesday.",
    "The strike began on 3 May 2024 and ended on 3 May 2024.",
    "Call 1998-1989 for help.",
    "The 1998–89 season.",
    "The party will end on 3 May and begin again on 12 May.",
    "The vote was moved from 12 June to 5 June.",
    "Work began in 2021; phase one ended in 2020.",
]


def failures(text: str, codes: list[str]) -> list[str]:
    day, _, rest = text.partition(" ")
    dated = day[:2] in ("19", "20") and day.count("-") == 2
    document = Document(id="text", text=rest if dated else text, date=date.fromisoformat(day) if dated else WRITTEN)
    checks = run(analyse(document), select=codes)
    return [check.message for check in checks if not check.holds and RULES[check.rule].severity != "note"]


@pytest.mark.parametrize("text", DURATIONS_FAULTY)
def test_durations_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["TIM002"])) == 1


@pytest.mark.parametrize("text", DURATIONS_SOUND)
def test_durations_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []


@pytest.mark.parametrize("text", ORDERS_FAULTY)
def test_orders_that_cannot_be_are_flagged(text: str) -> None:
    assert len(failures(text, ["TIM005"])) == 1


@pytest.mark.parametrize("text", ORDERS_SOUND)
def test_orders_that_can_be_are_left_alone(text: str) -> None:
    assert failures(text, []) == []
