"""Who is cited for a number, in every place a sentence can name its source, and where nobody is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numclaims.context.sentences import split_sentences
from numclaims.context.sources.cited import Sources
from numclaims.grammar.tokens import Tokens, is_number


def cited(text: str) -> dict[str, str]:
    """The source of every number written in digits, by the number as it stands in the text."""
    tokens = Tokens(text)
    sources = Sources(tokens, split_sentences(tokens))
    numbers = (at for at, word in enumerate(tokens.words) if word and is_number(word))
    return {tokens.words[at]: sources.of(at, at + 1)[0] for at in numbers}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Officials said 12 people had drowned.", "Officials"),
        ("The harbour board reported 12 sinkings.", "The harbour board"),
        ("On Friday the harbour board also confirmed 12 sinkings.", "the harbour board"),
        ("Near the delta the warden confirmed 12 nests.", "the warden"),
        ("Two people close to the talks told reporters the bid was 12 euros a share.", "Two people close to the talks"),
        ("Farmers in the hills report losing 12 goats.", "Farmers in the hills"),
        ("The U.S. embassy says 12 visas were refused.", "The U.S. embassy"),
        ("The WHO said 12 children had been infected.", "The WHO"),
        ("The treasury thinks 12 banks are short of cash.", "The treasury"),
        ("The insurer put the damage at 12 million euros.", "The insurer"),
        ("The insurer speaks of 12 wrecked barges.", "The insurer"),
        ("The central bank forecasts growth of 12 percent.", "The central bank"),
        ("The insurer's forecast of 12 storms came true.", "The insurer"),
        ("The senator asked whether 12 guards were enough.", "The senator"),
        ("The rebels claimed to have destroyed 12 tanks.", "The rebels"),
        ("Economists surveyed by the exchange had expected 12 listings.", "Economists surveyed by the exchange"),
        ("The inspector pointed to a crack, which had not closed after 12 days.", "The inspector"),
        ("The Daily Gull reported that 12 boats sank.", "The Daily Gull"),
        ("Its mayor, Ida Holm, wrote that 12 boats sank.", "Ida Holm"),
        ("The clinic's head, Omar al-Zein, said 12 boats sank.", "Omar al-Zein"),
        ("The Peruvian envoy to the UN said 12 boats sank.", "The Peruvian envoy to the UN"),
        ("The harbour board's morning bulletin lists 12 sinkings.", "The harbour board's morning bulletin"),
        ("The surveyor measured the wall and spoke of 12 cracks.", "The surveyor"),
    ],
)
def test_who_says_it_before_the_number_is_its_source(text: str, source: str) -> None:
    assert cited(text)["12"] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The flood took 12 houses, the prefect said.", "the prefect"),
        ("The flood took 12 houses, the prefect said on Monday in a statement.", "the prefect"),
        ("The flood took 12 houses, Prefect Ida Holm told parliament.", "Prefect Ida Holm"),
        (
            "The flood took 12 houses but spared the mill, said engineer Jon Berg of the river board.",
            "engineer Jon Berg of the river board",
        ),
        ("The flood took 12 houses, writes Ida Holm in a letter.", "Ida Holm"),
        ("The flood took 12 houses, according to the prefect, who lives nearby.", "the prefect"),
        ("The flood took 12 houses, according to the owner, Holm Estates, which insures them.", "Holm Estates"),
        ("The flood took 12 houses, according to a paper published on Monday by the River Institute.", "the River Institute"),
        ("The flood took 12 houses, according to data from the land registry.", "the land registry"),
        ("The flood took 12 houses, local media reports say.", "local media reports"),
        ("The flood took 12 houses, the register shows.", "the register"),
        ("The flood took 12 houses, according to a 2016 report.", "a 2016 report"),
        ("The flood took, by one official estimate, 12 houses.", "one official estimate"),
        ("By the prefect's count, the flood took 12 houses.", "the prefect"),
        ("According to the prefect, the flood took 12 houses.", "the prefect"),
        ("Losses of 12 houses were reported by the prefect.", "the prefect"),
        ("The flood, the prefect said, took 12 houses.", "the prefect"),
        ("Such a gap, argues geologist Mia Lund, is 12 times the average.", "geologist Mia Lund"),
    ],
)
def test_who_says_it_behind_or_beside_the_number_is_its_source(text: str, source: str) -> None:
    assert cited(text)["12"] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Holm, who runs the shelter, said 12 cats were found.", "Ida Holm"),
        ("Ida Holm, 54, told reporters that 12 cats were found.", "Ida Holm"),
        ("The minister, speaking in Oslo, said 12 cats were found.", "The minister"),
        ("The shelter, which puts the number of strays at 12, wants money.", "The shelter"),
        ("The alley, which the shelter says has 12 strays, is dark.", "the shelter"),
        ("The vet treated some, with the shelter saying 12 were lame.", "the shelter"),
    ],
)
def test_a_source_is_cut_before_what_is_added_to_it(text: str, source: str) -> None:
    assert cited(text)["12"] == source


@pytest.mark.parametrize(
    "text",
    [
        "Some 12 people drowned.",
        "The store added 12 jobs in May.",
        "The country admitted 12 refugees.",
        "Police found 12 bodies in the hold.",
        "The fever claimed 12 lives.",
        "The prefect has not confirmed that 12 people drowned.",
        "At least 12 people are believed to have drowned.",
        "The minister pledged 12 million euros to the region.",
        "The truce announced by the king began on day 12.",
        "He owns land worth 12 million in the United States.",
        "It gave no thought to the 12 losers.",
        "I'm told to expect 12 guests.",
        "The firm looked at 12 ways for ships to turn.",
        "It was expected to grow by 12 percent.",
        "It makes a third, compared to the average of 12 percent.",
        "The club revised its growth forecast from 12 percent.",
        "The new state legislature spent 12 million.",
        "In several states where it rained, 12 dams broke.",
    ],
)
def test_what_the_text_itself_asserts_has_no_source(text: str) -> None:
    assert cited(text)["12"] == ""


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The army said 12 fell, but 13 came back.", {"12": "The army", "13": "The army"}),
        ("The army said 12 fell; 13 came back.", {"12": "The army", "13": ""}),
        ("The army said 12 fell, while the rebels spoke of 13.", {"12": "The army", "13": "the rebels"}),
        ("The army lost 12 men, the king said, and on day 13 it rained.", {"12": "the king", "13": ""}),
        ("The army lost 12 men, the king said, half of the 13 thousand sent.", {"12": "the king", "13": "the king"}),
        ("The army lost 12 men, the king said, adding that 13 were sick.", {"12": "the king", "13": "the king"}),
        ("It has 12 ships and guns that can, a sailor said, fire 13 rounds.", {"12": "", "13": "a sailor"}),
        ("Towns grew in 12 years, and the bureau believes that 13 doubled.", {"12": "", "13": "the bureau"}),
        ("It owns 12 mines, according to the king, and 13 wells, according to the queen.", {"12": "the king", "13": "the queen"}),
        ("About 12 in a hundred say they like it, according to a poll of 13 towns.", {"12": "a poll", "13": ""}),
        ("The charity, which estimates that 12 dogs are lost a day, runs 13 kennels.", {"12": "The charity", "13": ""}),
        ("“We lost 12 cows,” said farmer Jo Miles, 13.", {"12": "farmer Jo Miles", "13": ""}),
    ],
)
def test_a_citation_reaches_as_far_as_its_clause(text: str, sources: dict[str, str]) -> None:
    assert cited(text) == sources


@pytest.mark.parametrize(
    "text",
    [
        "“It burned for 12 days. We fled,” said Ana Ruiz.",
        "“It burned. We fled for 12 days. It was dark,” Ana Ruiz told the agency.",
        '"It burned," said Ana Ruiz. "We fled for 12 days."',
        'It will burn again, warns Ana Ruiz, who saw it: "It burned for 12 days."',
        "“We fled,” Ana Ruiz said. The road was shut. “It burned for 12 days,” she said.",
        "Ana Ruiz said they fled. She added that it burned for 12 days.",
        "Ana Ruiz keeps bees. “It burned for 12 days,” she said.",
        "Ana Ruiz said:\n\n“It burned. We fled.\n\n“It was 12 days before it rained.”",
    ],
)
def test_quoted_speech_and_pronouns_lead_to_the_speaker(text: str) -> None:
    assert cited(text)["12"] == "Ana Ruiz"


def test_the_sentence_after_a_citation_has_no_source() -> None:
    assert cited("The clerk said 12 boats sank. Another 13 were raised.") == {"12": "The clerk", "13": ""}


def test_a_pronoun_that_leads_to_nobody_stands_for_itself() -> None:
    assert cited("He said 12 boats sank.") == {"12": "He"}


def test_the_tokens_of_a_source_are_the_words_of_its_text() -> None:
    tokens = Tokens("Ferries stopped. Some 12 boats sank, the harbour master said.")
    text, words = Sources(tokens, split_sentences(tokens)).of(4, 5)
    assert text == "the harbour master"
    assert words is not None
    assert tokens.words[slice(*words)] == ["the", "harbour", "master"]


_WORDS = [
    "the",
    "said",
    "who",
    ",",
    "“",
    "”",
    '"',
    ".",
    ";",
    "according",
    "to",
    "by",
    "count",
    "told",
    "he",
    "Ann",
    "12",
    "which",
]
_WORDS += ["and", "-", "(", ")", "'s", "U.S.", "estimates", "says", "that", "reports", "of", "’", "compares", "\n\n"]


@given(st.lists(st.sampled_from(_WORDS), max_size=60))
def test_any_order_of_citing_words_can_be_read(words: list[str]) -> None:
    tokens = Tokens(" ".join(words))
    sources = Sources(tokens, split_sentences(tokens))
    for at in range(tokens.count):
        text, named = sources.of(at, at + 1)
        assert (named is None) == (text == "")
        assert named is None or 0 <= named[0] < named[1] <= tokens.count
