"""What a claim is about (casualties, aid, attack, ...), from its item, action and unit and the words of its sentence.

The topics and their words are in lexicon/topics.toml, which explains them; this module only weighs. It does not read grammar.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

from numclaims.lexicon.units import unit_lexicon

_KEYS = ("items", "actions", "units", "money", "per", "events", "context")
_HEAD, _MODIFIER, _ACTION, _EVENT, _MONEY, _MEASURE, _CONTEXT = 5, 2, 5, 4, 4, 4, 1
_MOST_CONTEXT = 3  # words of the sentence that count for one topic
_ENOUGH = 2  # weight below which a claim has no topic
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
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
    """Topics in order of precedence; for each kind of word (the keys of topics.toml) the topics that a word speaks for."""

    names: tuple[str, ...]
    words: dict[str, dict[str, tuple[int, ...]]]

    def of(self, item: str, action: str, unit: str, per: str, sentence: str) -> str:
        """The topic of a claim by the columns of its row, "" where its words do not say."""
        weights = [0] * len(self.names)
        phrase = _words(item)
        for place, word in enumerate(phrase):
            self._add(weights, "items", word, _HEAD if place == len(phrase) - 1 else _MODIFIER)
        for word in _pairs(phrase):
            self._add(weights, "items", word, _HEAD)
        verb = _words(action)
        for word in (*verb, *_pairs(verb)):
            self._add(weights, "actions", word, _ACTION)
        money = _is_money(unit)
        self._add(weights, "units", "money" if money else unit.replace(" ", "_"), _MEASURE)
        self._add(weights, "per", per.replace(" ", "_"), _MEASURE)
        for topic, count in _sentence_votes(self, sentence, "context"):
            weights[topic] += min(count, _MOST_CONTEXT) * _CONTEXT
        for topic, _ in _sentence_votes(self, sentence, "events"):
            weights[topic] += _EVENT
        if money:
            for topic, count in _sentence_votes(self, sentence, "money"):
                weights[topic] += min(count, _MOST_CONTEXT) * _MONEY
        best = max(weights, default=0)
        return self.names[weights.index(best)] if best >= _ENOUGH else ""

    def _add(self, weights: list[int], kind: str, word: str, weight: int) -> None:
        for topic in _spoken_for(self, kind, word):
            weights[topic] += weight


def topic_of(item: str, action: str, unit: str, per: str, sentence: str, topics: Topics | None = None) -> str:
    """The topic of a claim, "" where its words do not say; `topics` are the shipped ones unless others were loaded."""
    return (topics or shipped_topics()).of(item, action, unit, per, sentence)


@cache
def shipped_topics() -> Topics:
    """The topics of lexicon/topics.toml, read at the first call."""
    return load_topics(None)


def load_topics(extra: Path | None, *, replace: bool = False) -> Topics:
    """The shipped topics with those of a file added, or with `replace` those of the file alone.

    A topic of the file that is shipped too gets the file's words beside its own; a new one comes before the shipped ones where
    both have the same weight. Raises TopicsError for a file that cannot be read or says something else than topics.toml may.
    """
    tables = tomllib.loads((files("numclaims.lexicon") / "topics.toml").read_text(encoding="utf-8"))
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
    return Topics(tuple(tables), words)


@lru_cache(maxsize=256)
def _sentence_votes(topics: Topics, sentence: str, kind: str) -> tuple[tuple[int, int], ...]:
    """How many different words of a sentence speak for each topic; kept, as the claims of one sentence come one after another."""
    votes = dict[int, int]()
    for word in _sentence_words(sentence):
        for topic in _spoken_for(topics, kind, word):
            votes[topic] = votes.get(topic, 0) + 1
    return tuple(votes.items())


@lru_cache(maxsize=64)
def _sentence_words(sentence: str) -> frozenset[str]:
    found = _words(sentence)
    return frozenset((*found, *_pairs(found)))


@lru_cache(maxsize=1 << 16)
def _spoken_for(topics: Topics, kind: str, word: str) -> tuple[int, ...]:
    """The topics that a word speaks for; a text uses the same words over and over."""
    known = topics.words[kind]
    return next((known[form] for form in _forms(word) if form in known), ())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _pairs(words: list[str]) -> Iterable[str]:
    return map("_".join, pairwise(words))


def _forms(word: str) -> Iterator[str]:
    """A word and what it may be a regular form of: "launched" is tried as itself, "launch" and "launche"."""
    yield word
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word[: -len(ending)] + base


def _is_money(unit: str) -> bool:
    entry = unit_lexicon().names.get(unit)
    return entry is not None and entry.dimension == "money"
