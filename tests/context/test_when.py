"""When claims hold: what dates a number, what does not, and that plain phrases agree with dateparser's reading."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import calls

from numclaims.context.claims import analyse
from numclaims.context.sentences import split_sentences
from numclaims.context.times.period import Setting
from numclaims.context.times.timephrases import read_phrase
from numclaims.context.times.when import When
from numclaims.grammar.quantities import read
from numclaims.grammar.tokens import Tokens
from numclaims.model import Document

TODAY = date(2024, 11, 20)  # a Wednesday


def times(text: str, today: date | None = TODAY) -> dict[str, str]:
    """The time of every claim of a text, by the claim's words."""
    reading = read(text)
    when = When(reading.tokens, split_sentences(reading.tokens), today)
    found = zip(reading.quantities, reading.spans, strict=True)
    return {text[quantity.start : quantity.end]: when.of(*span)[0] for quantity, span in found}


def phrase(words: str, *, ahead: bool = False, today: date | None = TODAY) -> str:
    """The first time phrase of some words."""
    tokens = Tokens(words)
    for at in range(tokens.count):
        found = read_phrase(tokens, at, Setting(today, ahead))
        if found:
            return found.period.iso if found.period else ""
    return ""


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on Tuesday", "2024-11-19"),
        ("on Wednesday", "2024-11-20"),
        ("on Thursday night", "2024-11-14"),
        ("last Wednesday", "2024-11-13"),
        ("yesterday", "2024-11-19"),
        ("overnight", "2024-11-19/2024-11-20"),
        ("last week", "2024-11-11/2024-11-17"),
        ("last weekend", "2024-11-16/2024-11-17"),
        ("over the weekend", "2024-11-16/2024-11-17"),
        ("the March quarter", "2024-01-01/2024-03-31"),
        ("in all of 2023", "2023"),
        ("this month", "2024-11"),
        ("last year", "2023"),
        ("in July", "2024-07"),
        ("in December", "2023-12"),
        ("last November", "2023-11"),
        ("in mid-October", "2024-10"),
        ("in March 2021", "2021-03"),
        ("on 3 May", "2024-05-03"),
        ("on December 3", "2023-12-03"),
        ("on Friday, 15 November", "2024-11-15"),
        ("on 29 February", "2024-02-29"),
        ("in 2022", "2022"),
        ("in the 1990s", "1990/1999"),
        ("in the first quarter of 2024", "2024-01-01/2024-03-31"),
        ("fourth-quarter profit", "2024-10-01/2024-12-31"),
        ("in Q3", "2024-07-01/2024-09-30"),
        ("H1 2023", "2023-01-01/2023-06-30"),
        ("in the second half of last year", "2023-07-01/2023-12-31"),
        ("in fiscal 2023", "2023"),
        ("in FY2022/23", "2022/2023"),
        ("in the spring of 2021", "2021-03/2021-05"),
        ("last winter", "2023-12/2024-02"),
        ("last summer", "2024-06/2024-08"),
        ("since August 2021", "2021-08/2024-11-20"),
        ("since 2019", "2019/2024-11-20"),
        ("since Sunday", "2024-11-17/2024-11-20"),
        ("in the past three years", "2021-11-20/2024-11-20"),
        ("over the past decade", "2014-11-20/2024-11-20"),
        ("over the next two weeks", "2024-11-20/2024-12-04"),
        ("so far this year", "2024-01-01/2024-11-20"),
        ("in the year to June", "2023-07/2024-06"),
        ("in the 12 months to 31 March 2024", "2023-04-01/2024-03-31"),
        ("for the quarter ended 30 September", "2024-07-01/2024-09-30"),
        ("in the 24 hours to Tuesday morning", "2024-11-18/2024-11-19"),
        ("in the first two months of the year", "2024-01/2024-02"),
        ("at the start of the year", "2024-01"),
        ("by the end of May", "2024-05"),
        ("from 3 to 5 May", "2024-05-03/2024-05-05"),
        ("on May 3-5", "2024-05-03/2024-05-05"),
        ("between 2005 and 2010", "2005/2010"),
        ("from 2005 to 2010", "2005/2010"),
        ("between November and March 2023", "2022-11/2023-03"),
        ("in April and May", "2024-04/2024-05"),
        ("two weeks ago", "2024-11-06"),
        ("three months ago", "2024-08"),
        ("five years ago", "2019"),
        ("a year earlier", "2023-11"),
        ("before 2019", ""),
        ("the 2020 election", ""),
        ("she may leave in march step", ""),
    ],
)
def test_time_phrases_are_read_against_the_day_of_writing(words: str, iso: str) -> None:
    assert phrase(words) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("on Friday", "2024-11-22"),
        ("from January", "2025-01"),
        ("on 3 May", "2025-05-03"),
        ("in the first quarter", "2025-01-01/2025-03-31"),
    ],
)
def test_times_of_what_is_to_come_are_looked_for_ahead(words: str, iso: str) -> None:
    assert phrase(words, ahead=True) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [("in 2022", "2022"), ("on 4 June 2021", "2021-06-04"), ("on Monday", ""), ("last year", ""), ("since 2019", "")],
)
def test_without_a_day_of_writing_only_full_dates_are_known(words: str, iso: str) -> None:
    assert phrase(words, today=None) == iso


@pytest.mark.parametrize(
    ("text", "claim", "iso"),
    [
        ("The bakery sold 4,200 loaves on Monday.", "4,200", "2024-11-18"),
        ("The owner said on Friday that 12 ovens had failed.", "12", ""),
        ("On Friday, the owner said 12 ovens had failed.", "12", ""),
        ("Rain ruined 40 tents, the mayor told reporters on Monday.", "40", ""),
        ("The office announced a plan for 60 flats on Monday.", "60", "2024-11-18"),
        ("The clerk reported 214 leaks in January.", "214", "2024-01"),
        ("Growers lost 31 hectares in 2022, according to a report published on Monday.", "31 hectares", "2022"),
        ("The club will open 20 courts on Saturday.", "20", "2024-11-23"),
        ("Fares will go up 6.5% from January, the board announced on Monday.", "6.5%", "2025-01"),
        ("The glacier has lost 12% of its volume since 2000.", "12%", "2000/2024-11-20"),
        ("Shares sank 17% on Tuesday, their steepest slide since 2020.", "17%", "2024-11-19"),
        ("Sales reached 90 tonnes in May, against 70 tonnes a year earlier.", "70 tonnes", "2023-05"),
        ("Sales reached 90 tonnes in May, against 70 tonnes in the same month of last year.", "70 tonnes", "2023-05"),
        ("Exports grew from 2.1 million tonnes in 2019 to 3.4 million tonnes in 2023.", "2.1 million tonnes", "2019"),
        ("Exports grew from 2.1 million tonnes in 2019 to 3.4 million tonnes in 2023.", "3.4 million tonnes", "2023"),
        ("Leaks have been cut from 31 to 24 percent since 2021.", "31", "2021"),
        ("The mill had 400 workers in 1998 but now has 90.", "90", ""),
        ("The bridge is 300 metres long.", "300 metres", ""),
        ("Five of his cousins drowned on Tuesday, and two of his six boats sank.", "six", ""),
        ("Three days after the flood, volunteers cleared 40 streets on Tuesday.", "Three days", ""),
        ("In the past three years 64 farms have closed.", "three years", "2021-11-20/2024-11-20"),
        ("Tuesday's storm felled 300 trees.", "300", "2024-11-19"),
        ("Cholera has killed 44 people since late May and infected 900, a nurse said.", "44", "2024-05/2024-11-20"),
        ("Cholera has killed 44 people since late May and infected 900, a nurse said.", "900", "2024-05/2024-11-20"),
        ("Exports fell 2.9% in May from the previous month to 128 tonnes.", "128 tonnes", "2024-05"),
        ("Sales climbed to 327 carts in June, up 4% from the same month of 2022.", "4%", "2024-06"),
        ("Turnout, at 73%, was the highest since the war ended in 1945.", "73%", ""),
        ("Maize that cost 310 euros in January now sells for 420 euros.", "420 euros", ""),
        ("The barn burned on Tuesday for 14 hours before 20 men put it out.", "14 hours", "2024-11-19"),
        ("Fever has killed 40 children this year and infected 900 more.", "900", "2024"),
        ("The mine shut after gunmen stopped one van and killed two men on 4 May.", "one", "2024-05-04"),
        ("The town was last flooded in 2016, when a storm cost 35 lives.", "35", "2016"),
        ("Guards who left the camp in March freed 55 men on Monday.", "55", "2024-11-18"),
        ("So far this year 900 people have come, half as many as in the same period of 2021.", "half", "2024-01-01/2024-11-20"),
        ("Sales were 20% more than a year earlier in May.", "20%", "2024-05"),
        ("The rate fell to 4% in the third quarter from 5% a year ago.", "5%", "2023-07-01/2023-09-30"),
        ("The plan will cost $4 million a year from 2026.", "$4 million a year", "2026"),
        ("The greens won 31 of the 90 seats on Sunday.", "90", ""),
    ],
)
def test_a_number_holds_for_the_time_of_what_it_states(text: str, claim: str, iso: str) -> None:
    assert times(text)[claim] == iso


@pytest.mark.parametrize(
    ("text", "claim", "iso"),
    [
        ("A fire killed four cows on Monday. Crews worked for nine hours.", "nine hours", "2024-11-18"),
        ("A fire killed four cows on Monday. The barn costs 300 euros a month.", "300 euros", ""),
        ("A fire killed four cows on Monday. The farmer had bought 20 cows.", "20", ""),
        ("A fire killed four cows on Monday. It was the sixth fire this month.", "sixth", "2024-11"),
        ("A fire killed four cows on Monday. The farm sold 900 litres last year. Six barns were lost.", "Six", "2024-11-18"),
        ("A fire was still burning on Monday. It reached 20 farms.", "20", ""),
        ("The mayor said on Monday that four cows died. Crews saved 20 calves.", "20", ""),
        ("Minutes of the garden club, 3 November. Present: seven members.", "seven", "2024-11-03"),
        ("A fire killed four cows on Monday. Two more cows died the following day.", "Two", "2024-11-19"),
        ("The bank cut its rate on 1 August. Prices had risen 11% in October 2022. Deposits grew 4% that month.", "4%", "2022-10"),
        ("The vote was held on Sunday. Forty pilgrims cast ballots.", "Forty", "2024-11-17"),
        ("A van that left Bonn in May hit a tree on Monday. It held 12 men.", "12", "2024-11-18"),
        ("The blaze on Monday hurt 12. Police held two men the next day.", "two", "2024-11-19"),
        ("Steel exports to Peru fell in May. Imports rose to 90 tonnes.", "90 tonnes", "2024-05"),
        ("Exports fell in May. Acme sold 35 vans, 2% more than a year earlier.", "35", "2024-05"),
    ],
)
def test_an_event_goes_on_in_later_sentences_told_in_the_past(text: str, claim: str, iso: str) -> None:
    found = times(text)
    assert next(value for words, value in found.items() if words.startswith(claim)) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("In May rents were 4% higher than a year before.", "2024-05"),
        ("Rents in May were 4% higher than a year before.", "2024-05"),
        ("In May exports rose 4% from a year earlier.", "2024-05"),
    ],
)
def test_the_time_of_what_a_number_is_compared_with_is_not_its_own(text: str, iso: str) -> None:
    assert times(text) == {"4%": iso}


def test_states_habits_and_ages_are_not_dated_by_an_event() -> None:
    text = "A blast shook the mill on Monday. It employed 110 women, who made 300 loaves a day. Ada Byrne, 41, fled with two sons."
    claims = analyse(Document("d", text, date=TODAY)).claims
    assert [claim.when for claim in claims] == ["", "", "", "2024-11-18"]


def test_the_words_that_gave_the_time_are_told() -> None:
    reading = read("The dam released 30 tonnes of water on Tuesday night.")
    tokens = reading.tokens
    iso, words = When(tokens, split_sentences(tokens), TODAY).of(*reading.spans[0])
    assert words is not None
    assert (iso, tokens.text[tokens.starts[words[0]] : tokens.ends[words[1] - 1]]) == ("2024-11-19", "on Tuesday night")


def test_a_list_without_a_full_stop_takes_time_in_step_with_its_length() -> None:
    def taken(items: int) -> int:
        reading = read("In 2022 the stores held " + ", ".join("40 boxes of nails that came on Monday" for _ in range(items)))
        when = When(reading.tokens, split_sentences(reading.tokens), TODAY)
        return calls(lambda: [when.of(*span) for span in reading.spans])

    taken(10)
    assert taken(400) <= 5 * taken(100)


def test_claims_may_be_asked_for_in_any_order() -> None:
    reading = read("A fire killed 4 cows on Monday. Crews saved 20 calves. A flood drowned 9 goats on Tuesday. Crews saved 3 goats.")
    when = When(reading.tokens, split_sentences(reading.tokens), TODAY)
    forward = [when.of(*span) for span in reading.spans]
    assert [when.of(*span) for span in reversed(reading.spans)] == forward[::-1]


_TEXT = """on in since by the last past next first quarter year years ago earlier 3 31 900 2024 February May Monday
of to and - , . ; said had will 12 people died centuries week same
period a before between from half end “ ” ( ) 's which that three now"""


@given(
    st.lists(st.sampled_from(_TEXT.split()), max_size=40),
    st.sampled_from([None, TODAY, date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31)]),
)
def test_any_words_give_a_time_or_none(words: list[str], today: date | None) -> None:
    reading = read(" ".join(words))
    when = When(reading.tokens, split_sentences(reading.tokens), today)
    for span in reading.spans:
        iso, found = when.of(*span)
        assert bool(iso) == (found is not None)
        assert found is None or 0 <= found[0] < found[1] <= reading.tokens.count


_PLAIN = """20 November 2024|November 20, 2024|3 May 2021|May 3, 2021|4 July 1999|Dec 25, 2020|2024-03-09|1 January 2000
12 October 1492|on 5 May 2010|yesterday|today|on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|on Saturday|on Sunday
Monday|Friday|3 May|May 3|December 3|25 December|2 weeks ago|one week ago|three days ago|10 days ago|a week ago|two days ago
9 days ago|31 October|October 31|28 February|Friday, 15 November 2024|Monday, November 18, 2024|Sept 9, 2023|14 August
on 14 August 2022""".replace("\n", "|").split("|")


@pytest.mark.parametrize("words", _PLAIN)
def test_plain_days_are_read_as_dateparser_reads_them(words: str) -> None:
    dateparser = pytest.importorskip("dateparser")
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": datetime(2024, 11, 20, 12)}
    theirs = dateparser.parse(words.removeprefix("on "), languages=["en"], settings=settings).date()
    if words.endswith("Wednesday"):  # a weekday named on that very day is that day in the news, the one before to dateparser
        assert (TODAY - theirs).days in (0, 7)
        theirs = TODAY
    assert phrase(words) == theirs.isoformat()
