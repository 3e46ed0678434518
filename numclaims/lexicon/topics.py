"""The topics that claims can have and the words that speak for each: those of topics.toml, and a user's own. It weighs nothing."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

from numclaims.lexicon.units import unit_lexicon, unit_named
from numclaims.lexicon.words import read_toml
from numclaims.reading.toml import Key, TomlError, TomlFile

KINDS = ("items", "actions", "units", "money", "per", "events", "context")
"""The keys of a topic; topics.toml says what the words of each are."""

WORD = re.compile(r"[a-z]++(?=[ \n.,])|(?:[a-z]++[^\W\d_]*|[^\W\d_]+)(?:-[^\W\d_]+)*")
"""A word of a lower-cased text, as it is looked up among the words of topics; most are told by the first branch, the fastest."""

_REPLACE = "replace"
_MEASURES = ("units", "per")  # compared with names of units, not with words of the text

Tables = Mapping[str, Mapping[str, str]]


class TopicsError(ValueError):
    """A file of topics that cannot be used; the message names the file, the line, the topic and the key, and says what is wrong."""


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """Topics in order of precedence; for each kind of word (`KINDS`) the topics that a word speaks for, by their numbers.

    `pair_heads` are the words that any two words joined by "_" begin with. `heard` keeps what the words of sentences were found to
    speak for, as (kind, topic), since a text uses the same words over and over. `source` is what they were made of: it is all that goes to
    another process, where equal sources give one and the same Topics.
    """

    names: tuple[str, ...]
    words: dict[str, dict[str, tuple[int, ...]]] = field(repr=False)
    pair_heads: frozenset[str] = field(repr=False)
    source: str = field(repr=False)
    heard: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict, repr=False)

    def __reduce__(self) -> tuple[Callable[[str], Topics], tuple[str]]:
        return _made_of, (self.source,)


@cache
def shipped_topics() -> Topics:
    """The topics of topics.toml, read at the first call."""
    return _indexed(read_toml("topics.toml"))


def read_topics(path: str | os.PathLike[str]) -> Topics:
    """The topics of a TOML file written like topics.toml, added to the shipped ones; without these where it says `replace = true`.

    A topic of the file that is shipped too gets the file's words beside its own; a new one comes before the shipped ones where
    both have the same weight. Raises TopicsError for a file that cannot be read or says something that no text can match.
    """
    try:
        file = TomlFile(Path(path), str(path))
    except TomlError as error:
        raise TopicsError(str(error)) from None
    alone = file.content.get(_REPLACE, False)
    if not isinstance(alone, bool):
        raise _error(file, (_REPLACE,), "must be true or false; a topic is a table such as [casualties]")
    added = {name: _topic(file, name, table) for name, table in file.content.items() if name != _REPLACE}
    if not added:
        raise TopicsError(f"{path}: holds no topic; a topic is a table such as [casualties]")
    return _indexed(added if alone else _merged(read_toml("topics.toml"), added))


def _merged(shipped: Tables, added: Tables) -> Tables:
    """The topics of both, the new ones first."""
    own = {name: {key: f"{table.get(key, '')} {added.get(name, {}).get(key, '')}" for key in KINDS} for name, table in shipped.items()}
    return {name: table for name, table in added.items() if name not in shipped} | own


def _topic(file: TomlFile, name: str, table: object) -> dict[str, str]:
    """The words of a topic. Raises TopicsError."""
    if not isinstance(table, dict):
        raise _error(file, (name,), f"is no table; write [{name}] and its words below")
    for key, value in table.items():
        if key not in KINDS:
            meant = get_close_matches(str(key), KINDS, n=1)
            said = f"did you mean {meant[0]}?" if meant else f"use one of {', '.join(KINDS)}"
            raise _error(file, (name, key), f"is no key of a topic; {said}")
        if not isinstance(value, str):
            raise _error(file, (name, key), 'must be one string of words with spaces between, such as "drone missile glide_bomb"')
        for word in value.lower().split():
            if wrong := _unmatched(key, word):
                raise _error(file, (name, key), f"has {word!r}, {wrong}")
    return table


def _unmatched(key: str, word: str) -> str:
    """Why a word will be found in no text, "" where it may be."""
    if key == "units":
        if word == "money" or unit_named(word.replace("_", " ")):
            return ""
        unit = unit_lexicon().words.get(word) or unit_lexicon().symbols.get(word)
        return f"which is no name of a unit as claims have it{f'; did you mean {unit.name}?' if unit else ''}"
    parts = word.split("_")
    if key not in _MEASURES and (len(parts) > 2 or not all(map(WORD.fullmatch, parts))):
        return 'which no text can match; a word is letters and hyphens, two that stand side by side are joined by "_"'
    return ""


def _error(file: TomlFile, key: Key, said: str) -> TopicsError:
    return TopicsError(f"{file.where(key)}: {'.'.join(map(str, key))} {said}")


def _indexed(tables: Tables) -> Topics:
    return _made_of(json.dumps(tables))


@lru_cache(maxsize=16)
def _made_of(source: str) -> Topics:
    tables: Tables = json.loads(source)
    words: dict[str, dict[str, tuple[int, ...]]] = {key: {} for key in KINDS}
    for topic, table in enumerate(tables.values()):
        for kind, listed in table.items():
            for word in dict.fromkeys(listed.lower().split()):
                words[kind][word] = (*words[kind].get(word, ()), topic)
    pair_heads = frozenset(word.partition("_")[0] for known in words.values() for word in known if "_" in word)
    return Topics(tuple(tables), words, pair_heads, source)
