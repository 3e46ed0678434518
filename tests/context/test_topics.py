"""Topics: what a claim in war reporting and other news is about, and how users bring words of their own."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import numclaims.lexicon.topics
from numclaims.context.topics import topic_of as topic_among
from numclaims.lexicon.topics import Topics, TopicsError, read_topics, shipped_topics


def topic_of(item: str, action: str, unit: str, per: str, sentence: str, topics: Topics | None = None) -> str:
    return topic_among(topics or shipped_topics(), item, action, unit, per, sentence)


# sentence, item, action, unit, per, topic
CLAIMS = [
    ("The army loses 1,500 soldiers killed or wounded a day.", "soldiers", "lose", "", "day", "casualties"),
    ("Casualties have climbed to 1,200 a day, the staff said.", "Casualties", "climb", "", "day", "casualties"),
    ("Around 900 casualties a day were reported in May.", "casualties", "report", "", "day", "casualties"),
    ("The strike killed nine people.", "people", "kill", "", "", "casualties"),
    ("Another 34 were wounded.", "", "wound", "", "", "casualties"),
    ("The ministry lists 4,300 dead.", "dead", "list", "", "", "casualties"),
    ("The death toll rose to 61.", "The death toll", "rise", "", "", "casualties"),
    ("Soldiers are dying at a rate of 30 an hour.", "soldiers", "die", "", "hour", "casualties"),
    ("Two children lost their lives when a shell hit the bus.", "children", "lose", "", "", "casualties"),
    ("Rescuers pulled 12 bodies from the cellar.", "bodies", "pull", "", "", "casualties"),
    ("The White House announced a $275 million package of military aid.", "military aid", "announce", "USD", "", "aid"),
    ("Congress approved $61 billion for Kyiv in aid.", "aid", "approve", "USD", "", "aid"),
    ("Berlin will send weapons worth 500 million euros.", "weapons", "send", "EUR", "", "aid"),
    ("The package, worth $425 million, holds air defence missiles and artillery rounds.", "The package", "", "USD", "", "aid"),
    ("It was the 31st shipment of arms from American stocks.", "shipment", "be", "", "", "aid"),
    ("Oslo pledged 7 billion kroner to its ally.", "", "pledge", "NOK", "", "aid"),
    ("The Danes donated 19 jets.", "jets", "donate", "", "", "aid"),
    ("Trucks delivered 300 tonnes of relief supplies.", "relief supplies", "deliver", "metric ton", "", "aid"),
    ("The fund handed out grants of $2 million for humanitarian work.", "humanitarian work", "hand", "USD", "", "aid"),
    ("Russia launched 122 drones overnight.", "drones", "launch", "", "", "attack"),
    ("The enemy fired 40 missiles and 96 drones at the grid.", "missiles", "fire", "", "", "attack"),
    ("Some 96 Shahed drones came in three waves.", "Shahed drones", "come", "", "", "attack"),
    ("The city was hit by 14 rockets.", "rockets", "hit", "", "", "attack"),
    ("Jets carried out 50 airstrikes in a night.", "airstrikes", "carry out", "", "", "attack"),
    ("Gunners shelled the town 80 times.", "", "shell", "", "", "attack"),
    ("It was the heaviest barrage of the war, with 200 missiles.", "missiles", "be", "", "", "attack"),
    ("Air defences shot down 56 of the drones.", "drones", "shoot down", "", "", "interception"),
    ("Crews downed 80 drones.", "drones", "down", "", "", "interception"),
    ("The air force says it intercepted 31 of 34 missiles.", "missiles", "intercept", "", "", "interception"),
    ("The interception rate was 71 percent.", "The interception rate", "be", "percent", "", "interception"),
    ("Electronic warfare jammed 25 drones.", "drones", "jam", "", "", "interception"),
    ("Of 122 drones, 98 were shot down.", "drones", "shoot", "", "", "interception"),
    ("Guards repelled and neutralised 17 drones.", "drones", "neutralise", "", "", "interception"),
    ("The swap freed 40 prisoners.", "prisoners", "free", "", "", "prisoners"),
    ("The gang released nine hostages.", "hostages", "release", "", "", "prisoners"),
    ("Police detained 76 protesters.", "protesters", "detain", "", "", "prisoners"),
    ("Some 80,000 refugees have crossed the river.", "refugees", "cross", "", "", "displacement"),
    ("The fighting displaced 40,000 families.", "families", "displace", "", "", "displacement"),
    ("Nearly 9,000 people fled their homes.", "people", "flee", "", "", "displacement"),
    ("The plant builds 4,000 howitzers a year.", "howitzers", "build", "", "year", "weapons"),
    ("Factories produce 30,000 drones a month.", "drones", "produce", "", "month", "weapons"),
    ("The order covers 60 tanks.", "tanks", "cover", "", "", "weapons"),
    ("The army called up 8,000 conscripts.", "conscripts", "call up", "", "", "forces"),
    ("Troops advanced and seized 12 villages.", "villages", "seize", "", "", "territory"),
    ("They control 350 square kilometres of land.", "land", "control", "square kilometer", "", "territory"),
    ("Brussels put 45 ships under sanctions.", "ships", "sanction", "", "", "sanctions"),
    ("About $300 billion of reserves are frozen.", "reserves", "freeze", "USD", "", "sanctions"),
    ("The temperature reached 39C.", "The temperature", "reach", "celsius", "", "climate"),
    ("Emissions of carbon dioxide fell by 3 percent.", "Emissions of carbon dioxide", "fall", "percent", "", "climate"),
    ("The earthquake flattened 900 houses.", "houses", "flatten", "", "", "disaster"),
    ("He has three weeks of his Opera House contract left.", "Opera House contract", "have", "week", "", ""),
    ("Doctors gave 3,000 doses of the vaccine.", "doses of the vaccine", "give", "", "", "health"),
    ("The trial enrolled 75 patients.", "patients", "enrol", "", "", "health"),
    ("Turnout was 61 percent.", "Turnout", "be", "percent", "", "elections"),
    ("The party won 240 seats.", "seats", "win", "", "", "elections"),
    ("The airport cancelled 130 flights.", "flights", "cancel", "", "", "transport"),
    ("Trains carried 9 million passengers.", "passengers", "carry", "", "", "transport"),
    ("The reactor supplies 1.2 gigawatts.", "", "supply", "gigawatt", "", "energy"),
    ("Brent rose to $81 a barrel.", "Brent", "rise", "USD", "barrel", "energy"),
    ("Thieves stole jewels worth 4 million euros, police said.", "jewels", "steal", "EUR", "", "crime"),
    ("The university enrolled 900 students.", "students", "enrol", "", "", "education"),
    ("The population passed 9 million.", "The population", "pass", "", "", "population"),
    ("Inflation slowed to 3.1 percent.", "Inflation", "slow", "percent", "", "economy"),
    ("Quarterly profit rose to $3.2 billion.", "Quarterly profit", "rise", "USD", "", "economy"),
    ("The bridge is 17 metres long.", "bridge", "be", "meter", "", ""),
    ("She keeps three cats.", "cats", "keep", "", "", ""),
]


@pytest.mark.parametrize(("sentence", "item", "action", "unit", "per", "topic"), CLAIMS)
def test_a_claim_has_the_topic_a_reader_would_file_it_under(sentence: str, item: str, action: str, unit: str, per: str, topic: str) -> None:
    assert topic_of(item, action, unit, per, sentence) == topic


@pytest.mark.parametrize(
    ("item", "sentence", "topic"),
    [
        ("soldiers", "The army says 40 soldiers were killed.", "casualties"),
        ("drones", "Air defences shot down 60 drones.", "interception"),
        ("people", "Floods displaced 8,000 people.", "displacement"),
        ("people", "Officers detained 70 people.", "prisoners"),
    ],
)
def test_the_sentence_tells_what_happened_where_no_verb_is_known(item: str, sentence: str, topic: str) -> None:
    assert topic_of(item, "", "", "", sentence) == topic


def test_claims_of_one_sentence_can_have_different_topics() -> None:
    sentence = "Of 122 drones launched overnight, 98 were shot down and falling debris wounded six people."
    assert topic_of("drones", "launch", "", "", sentence) == "attack"
    assert topic_of("drones", "shoot down", "", "", sentence) == "interception"
    assert topic_of("people", "wound", "", "", sentence) == "casualties"


def test_a_file_of_ones_own_adds_words_and_topics(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[casualties]\nitems = "gravestone"\n\n[beekeeping]\nitems = "hive"\n', encoding="utf-8")
    topics = read_topics(path)
    assert topic_of("fresh gravestones", "", "", "", "", topics) == "casualties"
    assert topic_of("hives", "", "", "", "", topics) == "beekeeping"
    assert topic_of("fatalities", "", "", "", "", topics) == "casualties"
    assert topic_of("hives", "", "", "", "") == ""


def test_a_file_of_ones_own_can_take_the_place_of_the_shipped_topics(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('replace = true\n\n[beekeeping]\nitems = "hive queen_bee"\nunits = "kilogram"\nper = "hive"\n', encoding="utf-8")
    topics = read_topics(path)
    assert topics.names == ("beekeeping",)
    assert topic_of("fatalities", "kill", "", "", "It killed nine.", topics) == ""
    assert topic_of("queen bees", "", "", "", "", topics) == "beekeeping"


def test_topics_are_the_same_ones_after_a_way_to_another_process(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[beekeeping]\nitems = "hive"\n', encoding="utf-8")
    topics = read_topics(path)
    assert pickle.loads(pickle.dumps(topics)) is topics
    assert read_topics(path) is topics


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[bees]\nitems = hive", ":2:9: is no TOML"),
        ("", ": holds no topic"),
        ("replace = true", ": holds no topic"),
        ('replace = "yes"', ":1: replace must be true or false"),
        ('bees = "hive"', ":1: bees is no table"),
        ('\n[bees]\nitem = "hive"', ":3: bees.item is no key of a topic; did you mean items?"),
        ('[bees]\ncolour = "comb"', ":2: bees.colour is no key of a topic; use one of items, actions"),
        ('[bees]\nitems = ["hive"]', ":2: bees.items must be one string of words"),
        ('[bees]\nitems = "hive of_bees_wax"', ":2: bees.items has 'of_bees_wax', which no text can match"),
        ('[bees]\ncontext = "mp3"', ":2: bees.context has 'mp3', which no text can match"),
        ('[bees]\nunits = "litres"', ":2: bees.units has 'litres', which is no name of a unit as claims have it; did you mean liter?"),
        ('[bees]\nunits = "bzzt"', ":2: bees.units has 'bzzt', which is no name of a unit as claims have it"),
    ],
)
def test_errors_in_a_file_of_topics_name_file_line_and_key(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TopicsError) as caught:
        read_topics(path)
    assert str(caught.value).startswith(f"{path}{message}")


def test_a_file_of_topics_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(TopicsError, match=r"none\.toml: cannot be read"):
        read_topics(tmp_path / "none.toml")
    path = tmp_path / "mine.toml"
    path.write_bytes(b'[bees]\nitems = "\xff"')
    with pytest.raises(TopicsError, match=r"mine\.toml: is not UTF-8"):
        read_topics(path)


def test_every_shipped_word_can_be_matched() -> None:
    shipped = Path(numclaims.lexicon.topics.__file__).with_name("topics.toml")
    assert set(read_topics(shipped).names) == set(shipped_topics().names)


@given(st.text(), st.text(), st.text(), st.text(), st.text())
def test_any_row_has_a_shipped_topic_or_none(item: str, action: str, unit: str, per: str, sentence: str) -> None:
    assert topic_of(item, action, unit, per, sentence) in {"", *shipped_topics().names}
