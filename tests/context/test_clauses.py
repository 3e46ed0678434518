"""Who does what: the verbs of a sentence with their lemma, voice, subject and agent."""

from __future__ import annotations

import pytest

from numclaims.context.clauses import Clauses, read_clauses
from numclaims.context.verb import Range
from numclaims.grammar.tokens import Tokens

ACTIVE = [
    ("The army destroyed 40 drones.", "destroy", "The army"),
    ("The army shot down 40 drones.", "shoot down", "The army"),
    ("The army has destroyed 40 drones.", "destroy", "The army"),
    ("The army will destroy 40 drones.", "destroy", "The army"),
    ("The army did not destroy 40 drones.", "destroy", "The army"),
    ("The army quickly destroyed 40 drones.", "destroy", "The army"),
    ("The mayor of Graz opened 3 schools.", "open", "The mayor of Graz"),
    ("The doctor's son won 3 races.", "win", "The doctor's son"),
    ("The mine employs 40 men.", "employ", "The mine"),
    ("The firm plans 12 shops.", "plan", "The firm"),
    ("Police and firefighters rescued 12 hikers.", "rescue", "Police and firefighters"),
    ("She gave up 3 seats.", "give up", "She"),
    ("They carried out 3 raids.", "carry out", "They"),
    ("Prices rose 4%.", "rise", "Prices"),
    ("The shop sells 40 lamps.", "sell", "The shop"),
    ("In Halifax the rate fell to 4%.", "fall", "the rate"),
    ("In Halifax, the rate fell to 4%.", "fall", "the rate"),
    ("Last year the port handled 40 ships.", "handle", "the port"),
    ("After the flood the council closed 12 roads.", "close", "the council"),
    ("On Monday, the council closed 12 roads.", "close", "the council"),
    ("The council, the owner of 40 flats, sold 3.", "sell", "The council"),
    ("There were 40 boats.", "be", "There"),
]
PASSIVE = [
    ("Forty drones were destroyed by the army.", "destroy", "Forty drones", "the army"),
    ("Forty drones were shot down by the army.", "shoot down", "Forty drones", "the army"),
    ("Forty drones have been destroyed.", "destroy", "Forty drones", ""),
    ("Forty drones were later destroyed by rebels.", "destroy", "Forty drones", "rebels"),
    ("The plan was dropped on Monday.", "drop", "The plan", ""),
    ("The prize will be shared by the schools.", "share", "The prize", "the schools"),
    ("A dozen men were hurt in the fire.", "hurt", "A dozen men", ""),
    ("Some 12 people, including 3 children, were killed.", "kill", "Some 12 people", ""),
]
SEVERAL = [
    ("The council bought buses and sold trams.", [("buy", "The council"), ("sell", "The council")]),
    ("The council wants to sell 3 trams.", [("want", "The council"), ("sell", "The council")]),
    ("The men who came left early.", [("come", "The men"), ("leave", "The men")]),
    ("Ships that carry grain were stopped.", [("carry", "Ships"), ("stop", "Ships")]),
    ("The plan, which costs $4 million, was dropped.", [("cost", "The plan"), ("drop", "The plan")]),
    ("Officials said the fire killed 12 people.", [("say", "Officials"), ("kill", "the fire")]),
    ("Officials said that the fire killed 12 people.", [("say", "Officials"), ("kill", "the fire")]),
    ("The fire has killed 12 people, officials said.", [("kill", "The fire"), ("say", "officials")]),
    ("The fire killed 12 and wounded 40.", [("kill", "The fire"), ("wound", "The fire")]),
    ("The drones hit the port, killing 12 people.", [("hit", "The drones"), ("kill", "The drones")]),
    ("Rebels holding the town freed 12 men.", [("hold", "Rebels"), ("free", "Rebels")]),
    ("When the rain stopped, farmers sowed 40 fields.", [("stop", "the rain"), ("sow", "farmers")]),
    ("Farmers sowed 40 fields when the rain stopped.", [("sow", "Farmers"), ("stop", "the rain")]),
    ("40 people died and 12 were hurt.", [("die", "40 people"), ("hurt", "12")]),
    ("Rebels fired 12 rockets, with guards shooting down 3.", [("fire", "Rebels"), ("shoot down", "guards")]),
    ("The bridge, built in 1900, carries 40 trains.", [("build", "The bridge"), ("carry", "The bridge")]),
]
NOUNS = [
    "The attacks on the port",
    "A plan for 40 schools",
    "Reports of 12 deaths",
    "The rise of 4% in prices",
]


def _clauses(text: str) -> tuple[Tokens, Clauses]:
    tokens = Tokens(text)
    return tokens, read_clauses(tokens, 0, tokens.count)


def _words(tokens: Tokens, phrase: Range | None) -> str:
    return tokens.text[tokens.starts[phrase[0]] : tokens.ends[phrase[1] - 1]] if phrase else ""


@pytest.mark.parametrize(("text", "lemma", "subject"), ACTIVE)
def test_an_active_verb_has_its_subject(text: str, lemma: str, subject: str) -> None:
    tokens, clauses = _clauses(text)
    (verb,) = clauses.verbs
    assert (verb.lemma, verb.passive, _words(tokens, verb.subject)) == (lemma, False, subject)


@pytest.mark.parametrize(("text", "lemma", "subject", "agent"), PASSIVE)
def test_a_passive_verb_has_its_agent_behind_by(text: str, lemma: str, subject: str, agent: str) -> None:
    tokens, clauses = _clauses(text)
    (verb,) = clauses.verbs
    assert (verb.lemma, verb.passive) == (lemma, True)
    assert (_words(tokens, verb.subject), _words(tokens, verb.agent)) == (subject, agent)


@pytest.mark.parametrize(("text", "verbs"), SEVERAL)
def test_each_verb_of_a_sentence_finds_its_own_subject(text: str, verbs: list[tuple[str, str]]) -> None:
    tokens, clauses = _clauses(text)
    assert [(verb.lemma, _words(tokens, verb.subject)) for verb in clauses.verbs] == verbs


@pytest.mark.parametrize("text", NOUNS)
def test_nouns_of_the_same_form_are_no_verbs(text: str) -> None:
    assert _clauses(text)[1].verbs == ()


def test_a_date_behind_by_is_no_agent() -> None:
    tokens, clauses = _clauses("The road will be closed by Monday.")
    assert _words(tokens, clauses.verbs[0].agent) == ""
