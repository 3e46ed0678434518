"""Places: which place a number's clause names, how far a scene holds, and what is no place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.context.claims import analyse
from numclaims.context.places.located import Places
from numclaims.context.sentences import split_sentences
from numclaims.grammar.quantities import read
from numclaims.model import Document

_WORDS = [
    "In",
    "in",
    "near",
    "Oslo",
    "the",
    "of",
    "from",
    ",",
    ";",
    ".",
    "—",
    "'s",
    "12",
    "km",
    "$",
    "Kyiv",
    "Province",
    "said",
    "between",
]


def places(text: str) -> list[str]:
    """The place of each quantity of a text, in order."""
    reading = read(text)
    found = Places(reading.tokens, split_sentences(reading.tokens))
    return [found.of(*span)[0] for span in reading.spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling in Nikopol killed three people and wounded 12.", ["Nikopol", "Nikopol"]),
        ("A drone strike near the town of Bashtanka wounded five farmers.", ["the town of Bashtanka"]),
        ("Floods swept away 300 homes across Punjab province.", ["Punjab province"]),
        ("At least 40 people drowned off the coast of Tunisia.", ["the coast of Tunisia"]),
        ("An avalanche buried 14 climbers on Mount Elbrus.", ["Mount Elbrus"]),
        ("The limit on Mill Street is 30 km/h.", ["Mill Street"]),
        ("The truck stood 300 metres from the gate.", ["the gate"]),
        ("The boat sank 20 miles south of Lampedusa.", ["Lampedusa"]),
        ("Turnout was 61% in Bavaria and 54% in Saxony.", ["Bavaria", "Saxony"]),
        ("Some 7,000 soldiers patrol the streets in the capital.", ["the capital"]),
        ("Two of the rockets struck residential areas.", ["residential areas"]),
        ("Lebanon hosts 1.5 million refugees.", ["Lebanon"]),
        ("South Sudan has received 400,000 returnees.", ["South Sudan"]),
        ("Kenya's population grew by 2.2 percent.", ["Kenya"]),
        ("Germany will send Ukraine 18 tanks.", ["Ukraine"]),
        ("Aid worth $50 million was shipped to Yemen.", ["Yemen"]),
        ("Winds hit Jamaica, killing nine people.", ["Jamaica"]),
        ("Drought covers 60 percent of Somalia.", ["Somalia"]),
        ("LAGOS, Nigeria — Police arrested 76 people at a party.", ["LAGOS"]),
        ("Buses run between Altona and Wedel every 20 minutes.", ["Altona and Wedel"]),
        ("Floods in northern Mali killed 40 people.", ["northern Mali"]),
        ("Shelling in north-western Syria hurt 12.", ["north-western Syria"]),
        ("A ferry with 90 passengers capsized off Zanzur on Monday.", ["Zanzur"]),
        ("In Spain farmers lost 40 percent of the crop.", ["Spain"]),
        ("A Lyon court gave two men life terms.", ["Lyon"]),
        ("Cholera has killed 44 people in Chad since late May and infected 900.", ["Chad", "Chad"]),
        ("Two men were hurt after an explosion near Herat.", ["Herat"]),
        ("Some 300 workers walked out in Ohio, Texas and Utah.", ["Ohio, Texas and Utah"]),
        ("At Zamtal camp near Nyala a child dies every two hours.", ["Zamtal camp"]),
        ("Nepal's worst flood killed 157 people in Jajarkot district.", ["Jajarkot district"]),
        ("The Czech Republic has recorded 600 cases.", ["Czech Republic"]),
        ("Raids on the Barsa refugee camp killed 12 people.", ["the Barsa refugee camp"]),
        ("Bombing of Kramatorsk by jets hurt nine nuns.", ["Kramatorsk"]),
        ("Clashes near the Syrian city of Homs killed 12.", ["the Syrian city of Homs"]),
        ("Gunmen hold 70 percent of the Haitian capital.", ["the Haitian capital"]),
        ("A school in Port-au-Prince lost 40 desks.", ["Port-au-Prince"]),
        ("Malawi, where 5 million people need food, has had no rain.", ["Malawi"]),
        ("The mill, which makes 900 tonnes a day in Poland, shut.", ["Poland"]),
        ("Nurses at Leeds hospital treated 240 people.", ["Leeds hospital"]),
        ("Mali accounts for 40 percent of cases.", ["Mali"]),
        ("QUITO, March 12 - Police freed 36 people.", ["QUITO"]),
        ("A fire in Qaras in northern Iraq killed 12 guests.", ["Qaras"]),
        ("The army has retaken Homs, killing 27 rebels.", ["Homs"]),
        ("Nurses counted 45 bodies in the Tal al-Zamir camp.", ["the Tal al-Zamir camp"]),
        ("Chad hosts 60,000 people who fled Darfur.", ["Chad"]),
        ("The captain, who fell ill in Boston, scored nine goals.", [""]),
        ("The club named two goalkeepers, both of whom live in Lucerne.", [""]),
    ],
)
def test_a_number_is_where_its_clause_says(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In March 200 people left.",
        "On Monday 40 flights were cancelled.",
        "Officials in Ankara said 20 ships had left.",
        "Russia's Defence Ministry said it had downed 56 drones.",
        "According to an institute in Vienna, output fell 3 percent.",
        "Shares in Nordhaven fell 4 percent.",
        "The team reports in Nature that 14 patients recovered.",
        "Scientists at the University of Oslo tested 40 mice.",
        "The bill passed in Congress by 12 votes.",
        "French police arrested nine men.",
        "Brokers sold 300 tonnes to Brightwater.",
        "The grant of $2 billion in Ukraine aid was held up.",
    ],
)
def test_months_media_speakers_and_organisations_are_no_places(text: str) -> None:
    assert set(places(text)) == {""}


def test_a_place_behind_one_part_does_not_hold_for_the_number_before() -> None:
    assert places("The storm cost 90 lives, 61 of them in Manila.") == ["", "Manila"]


def test_a_place_does_not_reach_back_over_another_clause() -> None:
    assert places("The firm cut 300 jobs after a strike that began in Gdansk.") == [""]


def test_a_semicolon_ends_what_a_place_holds_for() -> None:
    assert places("In Boston, 200 runners took part; 40 finished.") == ["Boston", ""]


def test_of_them_points_back_across_a_semicolon() -> None:
    assert places("In Boston 200 runners took part; 40 of them finished.") == ["Boston", "Boston"]


def test_the_scene_of_the_first_sentence_holds_for_the_next() -> None:
    text = "A missile struck a depot outside Pavlohrad and killed four workers. The youngest was 19. Three trucks burned."
    assert places(text) == ["Pavlohrad", "Pavlohrad", "Pavlohrad"]


@pytest.mark.parametrize(
    ("second", "place"),
    [
        ("Three trucks burned.", "Pavlohrad"),
        ("Turkey's relief agency counts 40 dead.", ""),
        ("The firm paid $3 million.", ""),
        ("In Izmail two barges sank.", "Izmail"),
        ("Olena Shevchuk, 71, saw it.", ""),
    ],
)
def test_a_scene_does_not_hold_for_money_ages_or_sentences_about_elsewhere(second: str, place: str) -> None:
    assert places(f"A missile killed four workers in Pavlohrad. {second}")[-1] == place


def test_the_town_is_the_one_last_named() -> None:
    text = "Rain fell. Rivers rose. A dam burst in Derna and killed 90 people. The town lost 12 bridges."
    assert places(text)[-1] == "Derna"
    assert places("Aid reached Derna. Rain fell. A dam burst in Derna and killed 90 people. A clinic there took 12.")[-1] == "Derna"


def test_where_only_a_part_is_sets_no_scene() -> None:
    assert places("The army fired 90 shells, 31 of them near Lutsk. It dropped 12 bombs.")[-1] == ""


def test_what_holds_in_general_is_not_at_the_scene() -> None:
    document = Document("d", "A blast in Herat killed nine people. Each clinic treats 50 patients. Another 12 were hurt.")
    assert [claim.place for claim in analyse(document).claims] == ["Herat", "", "Herat"]


def test_a_destination_holds_for_its_own_sentence_only() -> None:
    assert places("A ship took 340 people to Naples. Nine were hurt.") == ["Naples", ""]


def test_there_is_the_place_last_named() -> None:
    assert places("Exports to Peru fell. The firm sold 40 vans there, 12 fewer.") == ["Peru", "Peru"]
    assert places("Exports to Peru fell. There were 40 vans.") == [""]


def test_people_are_where_the_verb_they_are_the_subject_of_says() -> None:
    document = Document("d", "Some 900 men, most of them from Bari, slept in Turin.")
    assert [claim.place for claim in analyse(document).claims] == ["Turin"]


def test_a_new_paragraph_can_set_a_scene() -> None:
    text = "Prices rose.\n\nTrade was slow. Rates fell.\n\nIn Lisbon, 40 shops closed. Another 12 may follow."
    assert places(text) == ["Lisbon", "Lisbon"]


def test_the_tokens_of_a_place_spell_it() -> None:
    reading = read("A blast near the village of Orikhiv hurt 12 people.")
    place, span = Places(reading.tokens, split_sentences(reading.tokens)).of(*reading.spans[0])
    assert span is not None
    assert reading.tokens.words[span[0] : span[1]] == place.split()


def test_capitalised_headlines_take_known_places_only() -> None:
    assert places("Prisons Make 3 Billion In Profits A Year") == [""]
    assert places("Quake Kills 40 In Turkey") == ["Turkey"]


@given(
    st.lists(
        st.sampled_from(_WORDS),
        max_size=40,
    )
)
def test_any_order_of_words_gives_places_that_stand_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    found = Places(reading.tokens, split_sentences(reading.tokens))
    for span in reading.spans:
        place, tokens = found.of(*span)
        assert place in text
        assert (tokens is None) == (place == "")
        assert tokens is None or tokens[0] < tokens[1] <= reading.tokens.count
