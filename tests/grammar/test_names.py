"""Numbers that are no claims: parts of names and codes, labels, references, phone numbers, scores, addresses, and words that only look
like numbers."""

from __future__ import annotations

import pytest

import numclaims
from numclaims.grammar.quantities import read

NAMES = [
    "The Boeing 737 landed.",
    "The 8088 chip was cheap.",
    "She flew a 747 jet.",
    "The Nova 11 Pro and 11 Pro Max are out.",
    "The uptake was low (Figures 3A and 3B).",
    "Most of it is water (Figs. 1G, 1H and 3J).",
    "The rolls are sold by the dozen.",
    "A baker's dozen was left.",
    "An Airbus A320 landed.",
    "An F-16 landed.",
    "The G7 met in Rome.",
    "The G20 met in Rome.",
    "The Group of Seven met in Rome.",
    "COVID-19 spread quickly.",
    "Covid-19 spread quickly.",
    "He lives by the M25.",
    "Sputnik 1 was launched.",
    "Apollo 11 landed.",
    "Pope John Paul II spoke.",
    "Windows 11 is out.",
    "Formula 1 returns.",
    "Channel 4 showed it.",
    "The 36th Brigade moved east.",
    "The 101st Airborne Division moved east.",
    "A T-72 burnt.",
    "The S-300 system fired.",
    "The Shahed-136 fell.",
    "He drove down Route 66.",
    "It happened on 9/11.",
    "She plays for Schalke 04.",
    "Area 51 is closed.",
    "The Second World War ended.",
    "World War Two ended.",
    "The Big Four signed.",
    "The 5G network works.",
    "An AK-47 was found.",
    "The PS5 sold out.",
    "Vitamin B12 helps.",
    "The CO2 level fell.",
    "They drank H2O.",
    "The 7-Eleven on Main Street was robbed.",
    "Three Mile Island is closed.",
    "The Thirty Years' War ended.",
    "The Hundred Years War ended.",
    "Half Moon Bay is empty.",
    "He has 20/20 vision.",
    "The 9-to-5 job is gone.",
    "Leopard 2 tanks rolled in.",
    "The Leopard 2 tanks rolled in.",
    "Airbus 320 jets stood idle.",
    "Javelin 3 missiles hit it.",
]
LABELS = [
    "Article 5 applies.",
    "Under Article 5 and Article 6 it applies.",
    "See Section 3.2 for more.",
    "See section 4 for more.",
    "See Chapter 12.",
    "As Figure 3 shows, it works.",
    "As Fig. 3 shows, it works.",
    "As Table 2 shows, it works.",
    "See page 14.",
    "See pp. 14-18.",
    "Resolution 1701 was passed.",
    "Flight 370 vanished.",
    "Phase 3 begins.",
    "Type 2 diabetes is common.",
    "Stage 4 cancer is hard to treat.",
    "Room 101 is empty.",
    "No. 7 is empty.",
    "Version 2.0 is out.",
    "v1.2.3 is out.",
    "Release 10.4.1 is out.",
    "ISO 9001 applies.",
    "Step 2 follows.",
    "Line 4 is closed.",
    "Equation 3 holds.",
    "Question 5 was left open.",
]
REFERENCES = [
    "This was shown before [12].",
    "This was shown before [3, 7, 12].",
    "This was shown before [3-5].",
    "This was shown before (12).",
    "This was shown before (doi:10.1000/182).",
    "See arXiv:2104.01364 for more.",
    "ISBN 978-3-16-148410-0 is out of print.",
    "Bug #4521 is fixed.",
    "Follow @user42 for more.",
    "See https://example.org/2020/11/story-123 for more.",
]
LISTS = [
    "1. Boil the water.",
    "2) Boil the water.",
    "First:\n1. Boil the water.\n2. Add the rice.\n3. Wait.",
    "We want (1) rest and (2) peace.",
]
PHONES = [
    "Call 555-123-4567 now.",
    "Call +44 20 7946 0958 now.",
    "Call (020) 7946 0958 now.",
    "Call 0800 505 170 now.",
    "Call 1-800-555-0199 now.",
]
SCORES = [
    "They won 3-2 at home.",
    "They won 21–14 at home.",
    "They lost 2-1 on Sunday.",
    "They drew 0-0.",
    "The vote went 50–48.",
    "She won 6-4, 7-5.",
    "She won 2-6 6-3 6-4.",
    "The council voted 14-19 to keep it.",
    "The council voted 31 to 26.",
    "It was a 19-23 vote.",
    "The visitors lost 17-24.",
    "Kent were 212 for 4 at tea.",
    "Kent were 98 all out.",
]
ADDRESSES = [
    "He lives at 10 Downing Street.",
    "He lives at 575 Old Mill Road.",
    "Ten Downing Street was quiet.",
    "He lives at 221B Baker Street.",
    "Write to Springfield, IL 62704.",
]
WORDS = [
    "It is clear that a Trump win would matter.",
    "A U.S. official spoke.",
    "One day he will return.",
    "No one came.",
    "One can only hope.",
    "The one who came left.",
    "They saw one another.",
    "Wait a second.",
    "The dance goes one-two-three, one-two-three.",
    "In the first place, rest.",
    "First, boil the water.",
    "The second half was dull.",
    "A quarter-final awaits.",
    "At one point it stood still.",
    "The number one reason is cost.",
    "He is a one-off.",
    "They were at sixes and sevens.",
    "A few friends came.",
    "Some came by boat.",
    "Many came by boat.",
    "It was a ton of fun.",
    "On the one hand it works.",
    "The two-way street is closed.",
    "A third-party tool is used.",
    "He is in his thirties.",
    "He is in his 30s.",
    "The Chapter Two trailer is out.",
    "The daily intake (g/day) is listed.",
]
CLAIMS = [
    ("The 3 G7 leaders left.", [3]),
    ("A tanker and two F/A-18s took off.", [2]),
    ("Under Article 5, 32 states are bound.", [32]),
    ("COVID-19 killed 40 patients.", [40]),
    ("Table 2 lists 14 wells.", [14]),
    ("They won 3-2 before 4,000 fans.", [4000]),
    ("See page 14 for the 3 maps.", [3]),
    ("This was shown in 40 of the trials [12].", [40]),
    ("The No. 7 bus carries 60 people.", [60]),
    ("Ukraine has 14 Leopard 2A6 tanks.", [14]),
    ("Iran fired 12 Shahed-136 drones.", [12]),
    ("The phase 3 trial enrolled 400 adults.", [400]),
    ("1. Boil 2 litres of water.", [2]),
    ("Two hundred people (12 of them children) came.", [200, 12]),
    ("Zone 4 has 300 homes.", [300]),
    ("Police arrested 50.", [50]),
    ("Germany sent 18 to Kyiv.", [18]),
    ("Moscow fired 30.", [30]),
    ("The firm has 19 covid-19 wards.", [19]),
    ("Norway bought 54 Leopard 2 tanks.", [54]),
    ("Two Falcon 9 rockets stood there.", [2]),
    ("France 2 tanks short of its plan.", [2]),
    ("In Lviv 2 tanks burnt.", [2]),
    ("Police seized 2 cars.", [2]),
    ("Only 12 drones fell.", [12]),
    ("After a two-three hour wait 12 left.", [None, 12]),
    ("Additional 12 drones fell.", [12]),
    ("The mill sold 212 for 4 euros each.", [212, 4]),
    ("The team lost 12-15 players.", [None]),
    ("In Bergen 56 of the 122 houses burnt.", [56, 122]),
    ("In Bergen 56 of 122 houses burnt.", [56, 122]),
]


@pytest.mark.parametrize("text", NAMES)
def test_numbers_in_names_are_no_claims(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize("text", LABELS)
def test_labels_and_versions_are_no_claims(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize("text", REFERENCES + LISTS)
def test_references_and_list_numbers_are_no_claims(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize("text", PHONES + SCORES + ADDRESSES)
def test_phone_numbers_scores_and_addresses_are_no_claims(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize("text", WORDS)
def test_words_that_only_look_like_numbers_or_units_are_no_claims(text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize(("text", "values"), CLAIMS)
def test_claims_next_to_names_are_still_read(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in read(text).quantities] == values


def test_numbers_that_are_no_claims_are_still_seen() -> None:
    assert read("Under Article 5, 32 states are bound.").numbers == 2


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The brigade lost 30 T-72B3 tanks.", [("30", "", "T-72B3 tanks")]),
        ("It flew 4 Mi-8 helicopters.", [("4", "", "Mi-8 helicopters")]),
        ("The unit has 12 M-16 rifles and 9 F-16 jets.", [("12", "", "M-16 rifles"), ("9", "", "F-16 jets")]),
        ("They fired 40 S-300 missiles.", [("40", "", "S-300 missiles")]),
        ("The 20 C-130 planes left.", [("20", "", "C-130 planes")]),
        ("The water is 5 m-10 m deep.", [("5 m-10 m", "meter", "water")]),
    ],
)
def test_letters_that_begin_the_name_of_a_model_are_no_unit(text: str, claims: list[tuple[str, str, str]]) -> None:
    assert [(claim.text, claim.unit, claim.item) for claim in numclaims.extract(text)] == claims
