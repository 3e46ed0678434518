"""What a claim is about (casualties, aid, attack, ...), from its item, action and unit and the words of its sentence.

The topics and their words are in lexicon/topics.toml, which explains them; this module only weighs. It does not read grammar.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.topics import WORD, Topics
from numclaims.lexicon.units import unit_lexicon

_HEAD, _MODIFIER, _ACTION, _EVENT, _MONEY, _MEASURE, _CONTEXT = 5, 2, 5, 4, 4, 4, 1
_SENTENCE_KINDS = {"context": (3, _CONTEXT), "events": (1, _EVENT), "money": (3, _MONEY)}  # words that count for a topic, weight of each
_KEPT = 1 << 16  # words whose topics are kept
_ENOUGH = 2  # weight below which a claim has no topic
_NAME = re.compile(r"(?:\b[A-Z][\w’'-]*+ )++(?=[a-z])")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_IRREGULAR = {
    "shot": "shoot", "struck": "strike", "fled": "flee", "sent": "send", "gave": "give", "given": "give", "held": "hold",
    "slain": "slay", "lent": "lend", "sold": "sell", "bought": "buy", "spent": "spend", "fell": "fall", "rose": "rise",
    "lost": "lose", "won": "win", "built": "build", "paid": "pay", "stole": "steal", "stolen": "steal", "lives": "life",
}  # fmt: skip


def topic_of(topics: Topics, item: str, action: str, unit: str, per: str, sentence: str) -> str:
    """The topic of a claim by the columns of its row, "" where its words do not say."""
    money = _is_money(unit)
    weights = _sentence_weights(topics, sentence, money, _tells(action))

    def add(kind: str, word: str, weight: int) -> None:
        for topic in _spoken_for(topics, kind, word):
            weights[topic] = weights.get(topic, 0) + weight

    phrase = _words(item if item.islower() else _NAME.sub(_one_word, item))
    for word in phrase[:-1]:
        add("items", word, _MODIFIER)
    for word in (*phrase[-1:], *_pairs(topics, phrase)):
        add("items", word, _HEAD)
    for topic in _acted_for(topics, action):
        weights[topic] = weights.get(topic, 0) + _ACTION
    if unit:
        add("units", "money" if money else unit.replace(" ", "_"), _MEASURE)
    if per:
        add("per", per.replace(" ", "_"), _MEASURE)
    best = max(weights.values(), default=0)
    return topics.names[min(topic for topic, weight in weights.items() if weight == best)] if best >= _ENOUGH else ""


def speaks_for(topics: Topics, topic: str, word: str) -> bool:
    """Whether a lower-cased word, wherever in a claim or its sentence it stands, adds weight to a topic."""
    number = topics.names.index(topic)
    return any(number in _spoken_for(topics, kind, word) for kind in ("items", "actions", *_SENTENCE_KINDS))


def _pairs(topics: Topics, words: list[str]) -> list[str]:
    """Neighbouring words joined, where any topic has such a pair."""
    if topics.pair_heads.isdisjoint(words):
        return []
    return [f"{first}_{second}" for first, second in pairwise(words) if first in topics.pair_heads]


def _sentence_weights(topics: Topics, sentence: str, money: bool, told: bool) -> dict[int, int]:
    """What the different words of a sentence add to the weight of topics.

    With `told` the claim's own verb tells what happened, and other events of the sentence are none of its own.
    """
    weights: dict[int, int] = {}
    for (kind, topic), count in _votes(topics, sentence).items():
        if (kind != "money" or money) and not (kind == "events" and told):
            most, weight = _SENTENCE_KINDS[kind]
            weights[topic] = weights.get(topic, 0) + min(count, most) * weight
    return weights


@lru_cache(maxsize=64)
def _votes(topics: Topics, sentence: str) -> dict[tuple[str, int], int]:
    """How many different words of a sentence speak for a topic, by the kind of word; kept, as its claims come one after another."""
    votes: dict[tuple[str, int], int] = {}
    words, heard = _words(sentence), topics.heard
    for word in {*words, *_pairs(topics, words)}:
        spoken = heard.get(word)
        if spoken is None:
            if len(heard) >= _KEPT:
                heard.clear()
            spoken = heard[word] = _speaks(topics, word)
        for vote in spoken:
            votes[vote] = votes.get(vote, 0) + 1
    return votes


@lru_cache(maxsize=1 << 12)
def _tells(action: str) -> bool:
    """Whether a verb tells what happened: not "be", "rise", "say" or none."""
    lemma = action.partition(" ")[0]
    return (
        bool(lemma)
        and lemma not in roles().states
        and lemma not in roles().reports
        and lemma not in syntax().up_verbs | syntax().down_verbs
    )


@lru_cache(maxsize=1 << 12)
def _acted_for(topics: Topics, action: str) -> tuple[int, ...]:
    """The topics that a verb speaks for, as often as it does."""
    words = _words(action)
    return tuple(topic for word in (*words, *_pairs(topics, words)) for topic in _spoken_for(topics, "actions", word))


def _speaks(topics: Topics, word: str) -> tuple[tuple[str, int], ...]:
    """The topics that a word of a sentence speaks for, each with the kind of word."""
    forms = _forms(word)
    return tuple((kind, topic) for kind in _SENTENCE_KINDS for topic in _first_known(topics.words[kind], forms))


@lru_cache(maxsize=1 << 16)
def _spoken_for(topics: Topics, kind: str, word: str) -> tuple[int, ...]:
    """The topics that a word speaks for; a text uses the same words over and over."""
    return _first_known(topics.words[kind], _forms(word))


def _one_word(capitals: re.Match[str]) -> str:
    """Capitals before a word: one says of what kind it is ("Ukrainian drones"), several are the name of a person, a place or a body."""
    return capitals[0] if capitals[0].count(" ") == 1 else ""


def _first_known(known: dict[str, tuple[int, ...]], forms: list[str]) -> tuple[int, ...]:
    for form in forms:
        if form in known:
            return known[form]
    return ()


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _forms(word: str) -> list[str]:
    """A word and what it may be a regular form of: "launched" is tried as itself, "launch" and "launche"."""
    forms = [word]
    if word in _IRREGULAR:
        forms.append(_IRREGULAR[word])
    if word.endswith(("s", "ed", "ing")):
        forms += [word[: -len(ending)] + base for ending, base in _ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2]
    return forms


def _is_money(unit: str) -> bool:
    entry = unit_lexicon().names.get(unit)
    return entry is not None and entry.dimension == "money"
