"""What a claim is about (casualties, aid, attack, ...), from its item, action and unit and the words of its sentence.

The topics and their words are in lexicon/topics.toml, which explains them; this module only weighs. It does not read grammar.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import read_toml

_KEYS = ("items", "actions", "units", "money", "per", "events", "context")
_HEAD, _MODIFIER, _ACTION, _EVENT, _MONEY, _MEASURE, _CONTEXT = 5, 2, 5, 4, 4, 4, 1
_SENTENCE_KINDS = {"context": (3, _CONTEXT), "events": (1, _EVENT), "money": (3, _MONEY)}  # words that count for a topic, weight of each
_ENOUGH = 2  # weight below which a claim has no topic
_WORD = re.compile(r"(?:[a-z]++[^\W\d_]*|[^\W\d_]+)(?:-[^\W\d_]+)*")
_NAME = re.compile(r"(?:\b[A-Z][\w’'-]*+ )++(?=[a-z])")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_IRREGULAR = {
    "shot": "shoot", "struck": "strike", "fled": "flee", "sent": "send", "gave": "give", "given": "give", "held": "hold",
    "slain": "slay", "lent": "lend", "sold": "sell", "bought": "buy", "spent": "spend", "fell": "fall", "rose": "rise",
    "lost": "lose", "won": "win", "built": "build", "paid": "pay", "stole": "steal", "stolen": "steal", "lives": "life",
}  # fmt: skip


class TopicsError(ValueError):
    """A file of topics that cannot be read; the message names the file, the topic and the key, and says what is wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """Topics in order of precedence; for each kind of word (the keys of topics.toml) the topics that a word speaks for.

    `pair_heads` are the words that any two words joined by "_" begin with.
    """

    names: tuple[str, ...]
    words: dict[str, dict[str, tuple[int, ...]]]
    pair_heads: frozenset[str]

    def of(self, item: str, action: str, unit: str, per: str, sentence: str) -> str:
        """The topic of a claim by the columns of its row, "" where its words do not say."""
        money = _is_money(unit)
        weights = dict(_sentence_weights(self, sentence, money, _tells(action)))
        phrase = _words(item if item.islower() else _NAME.sub(_one_word, item))
        for word in phrase[:-1]:
            self._add(weights, "items", word, _MODIFIER)
        for word in (*phrase[-1:], *self.pairs(phrase)):
            self._add(weights, "items", word, _HEAD)
        for topic in _acted_for(self, action):
            weights[topic] = weights.get(topic, 0) + _ACTION
        if unit:
            self._add(weights, "units", "money" if money else unit.replace(" ", "_"), _MEASURE)
        if per:
            self._add(weights, "per", per.replace(" ", "_"), _MEASURE)
        best = max(weights.values(), default=0)
        return self.names[min(topic for topic, weight in weights.items() if weight == best)] if best >= _ENOUGH else ""

    def _add(self, weights: dict[int, int], kind: str, word: str, weight: int) -> None:
        for topic in _spoken_for(self, kind, word):
            weights[topic] = weights.get(topic, 0) + weight

    def pairs(self, words: list[str]) -> list[str]:
        """Neighbouring words joined, where any topic has such a pair."""
        if self.pair_heads.isdisjoint(words):
            return []
        return [f"{first}_{second}" for first, second in pairwise(words) if first in self.pair_heads]


def topic_of(item: str, action: str, unit: str, per: str, sentence: str, topics: Topics | None = None) -> str:
    """The topic of a claim, "" where its words do not say; `topics` are the shipped ones unless others were loaded."""
    return (topics or shipped_topics()).of(item, action, unit, per, sentence)


def speaks_for(topic: str, word: str) -> bool:
    """Whether a lower-cased word, wherever in a claim or its sentence it stands, adds weight to a shipped topic."""
    topics = shipped_topics()
    number = topics.names.index(topic)
    return any(number in _spoken_for(topics, kind, word) for kind in ("items", "actions", *_SENTENCE_KINDS))


@cache
def shipped_topics() -> Topics:
    """The topics of lexicon/topics.toml, read at the first call."""
    return load_topics(None)


def load_topics(extra: Path | None, *, replace: bool = False) -> Topics:
    """The shipped topics with those of a file added, or with `replace` those of the file alone.

    A topic of the file that is shipped too gets the file's words beside its own; a new one comes before the shipped ones where
    both have the same weight. Raises TopicsError for a file that cannot be read or says something else than topics.toml may.
    """
    tables = read_toml("topics.toml")
    if extra is not None:
        added = _read(extra)
        if replace:
            tables = added
        else:
            new = {name: table for name, table in added.items() if name not in tables}
            for name in added.keys() & tables.keys():
                own, more = tables[name], added[name]
                tables[name] = {key: f"{own.get(key, '')} {more.get(key, '')}" for key in own.keys() | more.keys()}
            tables = new | tables
    return _indexed(tables)


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TopicsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TopicsError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise TopicsError(f"{path}: is not TOML: {error}") from error
    if not tables:
        raise TopicsError(f"{path}: holds no topic; a topic is a table such as [casualties]")
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise TopicsError(f"{path}: {name}: is no table; write [{name}] and its words below")
        for key, value in table.items():
            if key not in _KEYS:
                raise TopicsError(f"{path}: {name}.{key}: is no key of a topic; use one of {', '.join(_KEYS)}")
            if not isinstance(value, str):
                raise TopicsError(f"{path}: {name}.{key}: must be one string of words")
    return tables


def _indexed(tables: dict[str, dict[str, str]]) -> Topics:
    words: dict[str, dict[str, tuple[int, ...]]] = {key: {} for key in _KEYS}
    for topic, table in enumerate(tables.values()):
        for kind, listed in table.items():
            for word in dict.fromkeys(listed.lower().split()):
                words[kind][word] = (*words[kind].get(word, ()), topic)
    pair_heads = frozenset(word.partition("_")[0] for known in words.values() for word in known if "_" in word)
    return Topics(tuple(tables), words, pair_heads)


@lru_cache(maxsize=64)
def _sentence_weights(topics: Topics, sentence: str, money: bool, told: bool) -> dict[int, int]:
    """What the different words of a sentence add to the weight of topics; kept, as its claims come one after another.

    With `told` the claim's own verb tells what happened, and other events of the sentence are none of its own.
    """
    votes: dict[tuple[str, int], int] = {}
    words = _words(sentence)
    for word in {*words, *topics.pairs(words)}:
        for vote in _heard(topics, word):
            votes[vote] = votes.get(vote, 0) + 1
    weights: dict[int, int] = {}
    for (kind, topic), count in votes.items():
        if (kind != "money" or money) and not (kind == "events" and told):
            most, weight = _SENTENCE_KINDS[kind]
            weights[topic] = weights.get(topic, 0) + min(count, most) * weight
    return weights


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
    return tuple(topic for word in (*words, *topics.pairs(words)) for topic in _spoken_for(topics, "actions", word))


@lru_cache(maxsize=1 << 16)
def _heard(topics: Topics, word: str) -> tuple[tuple[str, int], ...]:
    """The topics that a word of a sentence speaks for, each with the kind of word; a text uses the same words over and over."""
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
    return _WORD.findall(text.lower())


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
