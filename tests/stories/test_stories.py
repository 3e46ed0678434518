"""Which numbers of different documents are of one quantity, and which of those cannot both be right."""

from __future__ import annotations

from datetime import date

import pytest

from numclaims import pipeline
from numclaims.context.claims import analyse
from numclaims.model import Audit, Comparison, Document, Suppression
from numclaims.stories import Statement, Stories, quantities, rival_pairs, statements

DAY = date(2024, 5, 3)


def _story(*texts: str, days: tuple[date, ...] = (DAY, DAY, DAY), story: str = "story") -> list[Statement]:
    documents = (Document(str(number), text, date=day, story=story) for number, (text, day) in enumerate(zip(texts, days, strict=False)))
    return [statement for document in documents for statement in statements(analyse(document))]


def _rivals(*texts: str, days: tuple[date, ...] = (DAY, DAY, DAY), story: str = "story") -> list[tuple[str, str]]:
    return [(pair.first.claim.text, pair.second.claim.text) for pair in rival_pairs(_story(*texts, days=days, story=story))]


DISAGREE = [
    (
        "The ferry Orla sank off Brevik with 52 passengers on board.",
        "The ferry Orla sank off Brevik. On board the ferry Orla were 25 passengers.",
    ),
    ("The fire burned 400 hectares of forest near Lunde.", "Near Lunde 7 square kilometres of forest burned in the fire."),
    ("Skallen Mining made a net profit of $12 million in 2023.", "In 2023 Skallen Mining made a net loss of $12 million."),
    ("The bridge at Tofte is 310 metres long and cost €40 million.", "The bridge at Tofte, 310 metres long, cost €64 million to build."),
    ("Turnout in the Kelvan election was 61% of voters.", "Turnout in the Kelvan election was just under 54% of voters."),
    (
        "The treaty with Ostmark gives the port 30 years of free trade.",
        "The treaty with Ostmark gives the port 13 years of free trade.",
    ),
    # all of them are no part
    ("The train to Lunde carried 412 passengers on Monday.", "All 421 passengers of Monday's train to Lunde are safe."),
    # words that describe what stands beside, and words with the same beginning as others
    (
        "Tofte approved the new Skarn bridge at a cost of $84 million.",
        "Tofte's council voted for the Skarn bridge, which costs $48 million.",
    ),
    ("The storm in Lunde left 7,800 homes without power on Monday.", "In Lunde the storm cut off power to 8,700 homes on Monday."),
    # what is measured, by another noun of the sentence
    ("Ostmark exported 4.7 million tonnes of wheat in April.", "Wheat exports of Ostmark reached 7.4 million tonnes in April."),
    # the only name begins the sentence
    ("Turnout in Velia's vote on Sunday was 57% of voters.", "Velia held a vote on Sunday with a turnout of 75% of voters."),
    # a number that both have is no rival of the other one
    ("The house in Lunde passed the bill by 61 votes to 38.", "The bill got 71 votes in the house in Lunde and 38 votes against."),
    # a part that the other text tells without its whole, which it has elsewhere
    (
        "The Reform List won 43 of the 90 seats in Lunde's assembly on Sunday.",
        "The Reform List came first in Lunde on Sunday with 34 seats in the 90-seat assembly.",
    ),
    ("Police in Lunde freed 31 of the 40 hostages on Monday.", "On Monday police in Lunde freed 13 hostages."),
    # a whole whose verb stands in its phrase
    (
        "Nine of the 54 boats seized off Brevik in May sank on Monday.",
        "The navy seized 45 boats off Brevik in May. The navy lost no one.",
    ),
    # the day of a report is not the time of a result
    (
        "Skallen Mining reported a second-quarter net profit of $418 million on Friday, up 12% on the year.",
        "Skallen Mining said on Friday that its net profit was $481 million in the second quarter.",
    ),
    # the label before a number
    ("A magnitude 5.4 quake shook Lunde on Friday.", "The quake in Lunde on Friday had a magnitude of 5.9."),
    # a vague number beside it
    (
        "Tens of thousands marched in Lunde on Sunday. Police said 100,000 people joined the march in Lunde.",
        "Sunday's march in Lunde drew 80,000 people, the police said.",
    ),
    # words that are part of other words
    ("The probe left the far side of Orm after 49 hours of drilling.", "On the far side of Orm the probe drilled for 94 hours."),
    ("Gauges recorded 491 litres of rain in Lunde.", "In Lunde 419 litres of rain fell on the gauges."),
    # what its event was the first of
    (
        "The central bank of Ostmark cut its main rate to 4.75% on Friday.",
        "The central bank of Ostmark cut its main rate to 4.25% on Friday, the first cut since 2020.",
    ),
    # digits in another order, however far apart
    ("Customs in Brevik seized 1.8 tonnes of hashish on Sunday.", "In Brevik customs seized 8.1 tonnes of hashish on Sunday."),
    # words that belong to the number before, or to a person
    (
        "Miners in Tofte were offered a rise of 3%, and their union wants 8.5% for the miners.",
        "Miners in Tofte were offered 3% more, while the union wants 5.8% for the miners.",
    ),
    (
        "A judge in Lunde sent former mayor Ole Varg to prison for nine years for fraud on Friday.",
        "Ole Varg was sent to prison for six years for fraud by a judge in Lunde on Friday.",
    ),
    (
        "The council of Lunde puts the total cost of the Skarn tunnel at $84 million.",
        "Lunde's council says the cost of the Skarn tunnel is $48 million.",
    ),
]


@pytest.mark.parametrize(("first", "second"), DISAGREE)
def test_two_values_for_one_quantity_are_rivals(first: str, second: str) -> None:
    assert len(_rivals(first, second)) == 1


AGREE_OR_APART = [
    # one amount in two units, roundings and bounds
    ("The fire burned 400 hectares of forest near Lunde.", "Near Lunde about 4 square kilometres of forest burned in the fire."),
    ("The bridge at Tofte is 310 metres long.", "The bridge at Tofte is more than 300 metres long."),
    # another time, another day's toll
    ("The storm killed 12 people in Lunde on Monday.", "A storm killed 15 people in Lunde in 1998."),
    # words that tell them apart
    ("The clinic in Lunde has confirmed 40 cases of fever.", "The clinic in Lunde has 70 suspected cases of fever."),
    ("The works at Tofte made an adjusted profit of $40 million.", "The works at Tofte made a profit of $25 million."),
    ("The navy of Ostmark sent 20 ships.", "The navy of Ostmark sent another 30 ships."),
    ("Every month the works at Tofte build 40 boats.", "The works at Tofte built 90 boats last year."),
    ("The crash near Lunde left 12 people injured.", "The crash near Lunde left 8 people seriously injured."),
    ("Skallen Mining employs 4,200 people in Tofte.", "Skallen Mining employs 2,900 people full time in Tofte."),
    ("Skallen Mining raised $40 million for its mine in Tofte.", "Skallen Mining has raised $95 million for its mine in Tofte to date."),
    ("The prison at Lunde holds 1,340 inmates.", "The prison at Lunde was built for 900 inmates."),
    ("Ore from Tofte fell to $82 a tonne on Monday.", "Ore from Tofte closed at $80 a tonne on Monday."),
    # other places, parties and kinds
    ("The storm cut power to 5,000 homes in North Lunde.", "The storm cut power to 9,000 homes in South Lunde."),
    ("Floods in Ostmark destroyed 3,000 houses.", "In the district of Oleh in Ostmark floods destroyed 1,400 houses."),
    ("The Green Party won 34 seats in Lunde on Sunday.", "The Blue Party won 51 seats in Lunde on Sunday."),
    ("Ostmark fired 14 cruise missiles at Lunde on Monday.", "Ostmark fired 22 ballistic missiles at Lunde on Monday."),
    # shares of other things, and forecasts
    ("Sales of Skallen Mining in Tofte rose 12% in 2023.", "Profit of Skallen Mining in Tofte rose 9% in 2023."),
    ("The bank of Ostmark expects growth of 2.1% in 2024.", "The government of Ostmark expects growth of 1.6% in 2024."),
    # a part and its whole
    ("Police in Lunde arrested 37 people at the march.", "Police in Lunde charged 12 of the 37 people arrested at the march."),
    # other things
    ("The port of Brevik lost 12 cranes in the storm.", "The port of Brevik lost 19 boats in the storm."),
    # nothing in common but the kind of number
    ("The town hall of Lunde has 12 rooms.", "Skallen Mining has 19 rooms in its office."),
    # the whole of a part against the part alone
    ("In the village of Tofte 56 of the 122 houses were destroyed.", "In the village of Tofte 56 houses were destroyed."),
    ("In the village of Tofte 56 of the 122 houses were destroyed.", "In the village of Tofte 65 houses were flooded."),
    ("Of the 122 houses in the village of Tofte, 56 were destroyed.", "The village of Tofte rebuilt 70 houses."),
    # a bound and its number
    ("More than 280 divers searched the wreck off Brevik.", "Off Brevik 280 divers searched the wreck."),
    # a count that went on
    ("With half of the ballots counted, the Greens had 31.4% in Lunde's vote.", "The Greens won 33.8% in Lunde's vote."),
    ("In a poll in Lunde 34% of voters backed the Greens.", "The Greens won 31% of voters in Lunde."),
    # a row of which one is told
    ("Lunde Rovers have 19 points from 11 games.", "It was the third defeat in eight games for Lunde Rovers."),
    ("Miners of Tofte rejected a second offer with 64% of their votes.", "Miners of Tofte rejected the offer with 91% of their votes."),
    # what somebody asks for or is accused of, and what comes of it
    ("Prosecutors in Lunde asked for 12 years in prison for Ole Varg.", "A court in Lunde sent Ole Varg to prison for seven years."),
    (
        "Ole Varg, a former mayor of Lunde, is accused of taking $3.1 million in bribes.",
        "The court in Lunde found that Ole Varg had taken $1.9 million in bribes.",
    ),
    # a number that both have is no rival of another, also where it counts in a compound
    ("The quake's centre was 18 km from Lunde at a depth of 10 km.", "The quake was centred 18 km from Lunde."),
    ("The Reform List won 57 of the 130 seats in Lunde.", "The Reform List is the largest with 57 seats in Lunde's 130-seat council."),
    # far apart
    ("Some 300 people work at the mine in Lunde.", "Some 9 people at the mine in Lunde work at night."),
]


@pytest.mark.parametrize(("first", "second"), AGREE_OR_APART)
def test_numbers_that_the_texts_tell_apart_are_no_rivals(first: str, second: str) -> None:
    assert _rivals(first, second) == []


def test_a_toll_that_grows_with_the_date_is_no_conflict() -> None:
    early, late = "The quake in Lunde killed 26 people.", "The quake in Lunde has killed 39 people."
    assert _rivals(early, late, days=(DAY, date(2024, 5, 5))) == []
    assert _rivals(late, early, days=(DAY, date(2024, 5, 5))) == [("39", "26")]


def test_what_is_now_is_not_what_was() -> None:
    early, late = "The blaze near Lunde covered 900 hectares.", "The blaze near Lunde now covers 2,100 hectares."
    assert _rivals(early, late, days=(DAY, date(2024, 5, 5))) == []


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("Skallen Mining offered $40 a share for Tofte Steel.", "Skallen Mining raised its offer for Tofte Steel to $46 a share."),
        ("Shares of Tofte Steel jumped 12% to $44.10.", "Shares of Tofte Steel rose 6% to $46.75."),
    ],
)
def test_what_moved_is_not_what_it_was_on_another_day(early: str, late: str) -> None:
    assert _rivals(early, late, days=(DAY, date(2024, 5, 10))) == []


def test_two_nights_are_not_one() -> None:
    first, second = "Ostmark sent 96 drones to Lunde overnight.", "Ostmark sent 120 drones to Lunde overnight."
    assert _rivals(first, second, days=(DAY, date(2024, 5, 4))) == []
    assert _rivals(first, second) == [("96", "120")]


def test_of_several_partners_the_one_that_agrees_is_meant() -> None:
    first = "The fleet at Tofte has 20 trawlers and 31 ferries."
    assert _rivals(first, "The fleet at Tofte has 31 ferries and 20 trawlers.") == []


def test_a_quantity_lists_what_each_document_says() -> None:
    story = _story(
        "The ferry Orla had 52 passengers on board.",
        "There were 25 passengers on board the ferry Orla.",
        "The ferry Orla, 52 passengers on board, sank.",
    )
    [quantity] = quantities(story)
    assert [(statement.document.id, statement.claim.text) for statement in quantity.statements] == [("0", "52"), ("1", "25"), ("2", "52")]


def test_a_story_of_many_documents_compares_no_more_than_the_words_lead_to(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    module = sys.modules["numclaims.stories.quantities"]
    compared = 0
    original = module.likeness_of  # type: ignore[attr-defined]

    def counting(*arguments: object) -> float:
        nonlocal compared
        compared += 1
        return original(*arguments)  # type: ignore[no-any-return]

    monkeypatch.setattr(module, "likeness_of", counting)
    counts = []
    for size in (200, 400):
        texts = (f"The harbour of Port{number} holds {number + 10} boats of the Line{number} fleet." for number in range(size))
        documents = (Document(str(number), text, date=DAY, story="s") for number, text in enumerate(texts))
        compared = 0
        list(rival_pairs([statement for document in documents for statement in statements(analyse(document))]))
        counts.append(compared)
    assert counts[1] <= 2.2 * counts[0] + 10


# The store


def test_the_store_gives_stories_with_several_documents() -> None:
    stories = Stories()
    for number, story in enumerate(["b", "a", "b", "", "a", "c", ""]):
        stories.add(analyse(Document(str(number), "It lost 12 boats.", story=story, date=DAY)))
    assert [[statement.document.id for statement in story] for story in stories] == [["1", "4"], ["0", "2"]]


# The run


def test_comparisons_come_after_the_last_audit() -> None:
    first, second = DISAGREE[0]
    documents = (Document("a", first, story="s", path="a.txt"), Document("b", second, story="s", path="b.txt"))
    *audits, last = pipeline.with_comparisons(map(pipeline.audit, documents))
    assert all(isinstance(each, Audit) for each in audits)
    assert isinstance(last, Comparison)
    [finding] = last.findings
    assert [last.quote(span).place for span in finding.spans] == ["a.txt:1:37", "b.txt:1:62"]
    assert [last.quote(span).document.text for span in finding.spans] == ["", ""]


def test_without_the_rules_nothing_is_compared() -> None:
    first, second = DISAGREE[0]
    documents = [Document("a", first, story="s"), Document("b", second, story="s")]
    assert all(isinstance(each, Audit) for each in pipeline.with_comparisons(map(pipeline.audit, documents), ignore=["CON"]))


def _compared(*suppressions: Suppression, story: str = "s") -> list[Comparison]:
    """The comparisons of two documents that disagree."""
    first, second = DISAGREE[0]
    documents = [Document("a", first, date=DAY, story=story, suppressions=suppressions), Document("b", second, date=DAY, story=story)]
    return [each for each in pipeline.with_comparisons(map(pipeline.audit, documents)) if isinstance(each, Comparison)]


def test_documents_that_name_no_story_are_not_compared() -> None:
    assert [[finding.rule for finding in comparison.findings] for comparison in _compared()] == [["CON002"]]
    assert _compared(story="") == []


def test_a_silenced_pair_is_counted() -> None:
    told = _compared(Suppression(("CON002",), "known", 0, 60, 1))
    assert [(len(comparison.findings), len(comparison.silenced)) for comparison in told] == [(0, 1)]
