"""Phrases as regular expressions, those of phrases.toml among them. It knows nothing of where in a sentence they must stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby

from numclaims.lexicon.words import read_toml

_LETTERS = re.compile(r"[a-z]+")


@cache
def _tables() -> dict[str, dict[str, str]]:
    return read_toml("phrases.toml", "numclaims.relations")


def phrases(table: str, name: str) -> str:
    """An expression that matches any of some phrases as whole words, the longest first: to be set into a pattern."""
    return rf"\b{spaced(listed(_tables()[table][name]))}\b"


def listed(text: str) -> list[str]:
    """The phrases of a list with bars between them, each on one line."""
    return [" ".join(phrase.split()) for phrase in text.split("|")]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first letters a to z of each of some phrases: a text that has none of these words has none of the phrases."""
    return frozenset(match[0] for phrase in phrases if (match := _LETTERS.search(phrase.lower())))


def phrase_words(*tables: tuple[str, str]) -> frozenset[str]:
    """The first words of the phrases of some tables, each with its name."""
    return first_words(phrase for table, name in tables for phrase in listed(_tables()[table][name]))


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The same of the last letters: a text that ends with one of some phrases ends with one of these words."""
    return frozenset(_LETTERS.findall(phrase.lower())[-1] for phrase in phrases)


def closing_words(table: str, name: str) -> frozenset[str]:
    """The last words of the phrases of a table with a name."""
    return last_words(listed(_tables()[table][name]))


def spaced(phrases: Iterable[str]) -> str:
    """An expression as of `any_of`, with any white space between the words of a phrase."""
    return any_of(phrases).replace(r"\ ", r"\s+")


def any_of(phrases: Iterable[str]) -> str:
    """An expression that matches any of some phrases, the longest first.

    What several phrases begin with stands in it once, so that most places of a text are done with after one or two letters.
    """
    rest = sorted(set(phrases))
    optional = rest[:1] == [""]
    by_first = groupby(rest[optional:], key=lambda phrase: phrase[0])
    branches = [re.escape(first) + any_of(phrase[1:] for phrase in alike) for first, alike in by_first]
    if optional or len(branches) > 1:
        return f"(?:{'|'.join(branches)}){'?' * optional}" if branches else ""
    return "".join(branches)
