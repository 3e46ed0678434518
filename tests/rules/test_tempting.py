"""Sentences that look like faults and are none: no rule of severity error or warning may flag them."""

from __future__ import annotations

import pytest

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import RULES, run

PARTS = [
    "Two lorries carried a family, five of them children.",
    "Three men kept a herd on the hill, 60 of them goats.",
    "Two ships rescued the crew, 40 of whom needed treatment.",
    "Two hospitals took in the wounded, 30 of whom died.",
    "The three brothers own bakeries, 12 of them in the capital.",
    "Two officers and their men were captured, 40 of them wounded.",
    "Soldiers and 2 officers were captured, 14 of them wounded.",
    "Four schools closed, including 12 classes for beginners.",
    "The storm hit three villages, including 40 houses by the river.",
    "The squad lost two tanks, including 12 soldiers inside.",
    "Twelve of the two parties' members changed sides.",
    "She met 20 of the 3 brigades' soldiers.",
    "He bought 12 of the 9-seat vans.",
    "The plan needs 20 of the 10-person tents.",
    "Up to 12 of the 9 members may attend at any one time.",
    "About 10 of the 9.5 million inhabitants fell ill.",
    "Nearly 130 of the 125 places were taken.",
    "At least 5 people died, including 7 children, by one count that the clinic did not confirm.",
    "Three passengers died when the train left the rails. Twenty of the passengers were injured.",
    "The city opened 2 schools in May. Since then 14 of the schools have had new roofs.",
    "Russia launched 40 drones overnight. Ukraine said it had shot down 130 drones since Monday.",
    "The army fired 12 rockets and intercepted 30 drones.",
    "The fleet launched 12 missiles, and in the past week it intercepted 30.",
    "Of the two companies, Acme employs 300.",
    "Of the three countries, Spain has 40 cases.",
    "Of the 12 months in the plan, 40% had passed.",
    "Dozens of the 20 guests stayed.",
    "Hundreds of guests came to the two halls, 40 of them by bus.",
    "The firm lost a net 200 posts, including 300 in London.",
    "Two guards watch the gate, and visitors come by the hour, 40 of them on Sundays.",
    "The club sold 312 tickets for 300 seats.",
    "Police solved 30 of last year's thefts and 25 of this year's.",
    "One of the 12 members voted against, five abstained and 20 guests looked on.",
    "Two farmers keep poultry; 400 of them are geese.",
    "The loss of $5 million, including an $8 million charge, was smaller than feared.",
    "Guests came to the two halls, 40 of them by bus.",
    "Relatives of 12 soldiers, including 14 children, wrote to the minister.",
    "Germany will send 14 tanks, and Poland has ordered 250 of them.",
    "Germany sent 14 tanks. Poland needs 250 of the tanks.",
    "A beat lasts 12 ticks of the clock. A song lasts 1,800 of those ticks.",
    "Protesters came at noon. An officer shot 2 men. Forty of them ran.",
    "It treated 12 people. A second clinic treated 40, and 30 of those treated were children.",
]
EACH = [
    "Each of the five buses carried 40 people, 120 of them children.",
    "Every school got 20 laptops, 300 of which were new.",
    "The two halves drew 40 people apiece, 60 of whom paid.",
    "Two shifts of 40 workers, 60 of them women, run the plant.",
    "It had 11 players on each side, 15 of whom were foreigners.",
]
MORE = [
    "The enemy launched 30 missiles. It launched more at dawn, and air defences shot down 34 of them.",
    "The enemy launched 30 missiles and later launched dozens more, and air defences shot down 34.",
    "The enemy launched 30 missiles on Monday, and air defences shot down 34 in two days.",
    "The hospital has 200 beds and 250 of them are needed in winter.",
    "It printed 30 of the 20 pound notes.",
    "A flood left 12 dead. The toll later rose to 20, and 15 of the dead were tourists.",
    "The raid killed 12 men. A second raid killed 20. Twenty-five of the dead were pilots.",
    "They tested 90 samples in May and 120 in June; 150 of the samples were bad.",
    "The survey polled 1,000 people; 1,200 of those polled a year earlier had agreed.",
    "Doctors screened 400 workers in 2022 and 600 in 2023. They said 700 of those screened smoked.",
    "The charity helped 600 families, 650 of the target of 500 having applied.",
    "Clinics treated 212 people. In all, 400 patients came, and 240 of those treated were old.",
]
SHARES = [
    "About a third, or 40 of the 150 members, voted.",
    "About one in four, or 30 of the 100 shops, closed.",
    "Half of the 27 states, or 14, backed the plan.",
    "A quarter of the team (3 of 11) were ill.",
    "The minister won 12 of 48 districts, 35 percent of the votes.",
    "It gained 12 of 48 wards, 31% and 29% in the two counties.",
    "The fund owns 64 buildings, 24 of them in Oslo (10% of all the offices there).",
    "Of 80 patients, 20 (up 35%) died.",
    "In 12 of 48 schools (40% of those inspected in May) the roof leaked.",
    "Ukraine shot down 56 of the 122 drones, or almost half, on Monday.",
    "Sales rose in 12 of the 48 shops, by 40% on average.",
    "Turnout was 12% in 4 of the 48 wards.",
    "The Greens won 12 of the 48 seats (31.4%) on 30% of the votes.",
    "The vaccine was given to 12 of 48 patients (40% women).",
    "Pay fell 40% (3 of 48 firms cut it twice).",
    "The bank raised $1.2 of the $2.4 billion (50%).",
    "A quarter, or 13 of the 48 shops, have closed.",
    "Some 33% (16 of 48) agreed.",
    "Some 99.9% (2,399 of 2,400) agreed.",
    "The firm will cut 10% of its 1,213 workers, or 120 people.",
    "It was approved by 12 of 48 members, 40% fewer than a year ago.",
    "The council kept 12 of 48 parks (up 40% from last year).",
    "Two-thirds (6 of 9) of the jurors agreed.",
    "More than 20% (12 of 48) of the wells are dry.",
]
DATES = [
    "The chair and the June 31-member panel differ.",
    "By June 2023 31 countries had joined.",
    "The shop is closed on 31 December and 31 January.",
    "The leap day, 29 February 2000, fell on a Tuesday.",
    "There is no 30 February.",
    "Sweden had a 30 February 1712.",
    "The score was 31-9 in June.",
]
RANGES = [
    "Lap times were between 1.32 and 1.28 minutes.",
    "The index fell between 2 and 1 percent each day.",
    "The team won between 3 and 5 matches a year.",
    "The distance between 40 and 30 degrees north is about 1,100 km.",
    "Water levels fell from 35 to 22 mm.",
    "They won 20-19.",
    "The helium was cooled between 300 and 4 kelvin.",
    "The price was between 1.5 million and 2.",
    "Nights will see between -4 and -12 degrees Celsius.",
    "It is busiest between 10 and 4.",
    "The tomb was used between 1900 and 1750 BC.",
    "He had to choose between 40 and 30 lashes.",
]


@pytest.mark.parametrize("text", [*PARTS, *EACH, *MORE, *SHARES, *DATES, *RANGES])
def test_a_tempting_sentence_is_left_alone(text: str) -> None:
    checks = run(analyse(Document(id="tempting", text=text)))
    alarms = [check.message for check in checks if not check.holds and RULES[check.rule].severity != "note"]
    assert alarms == []
