"""The phrases of phrases.toml as regular expressions. It knows nothing of where in a sentence they must stand."""

from __future__ import annotations

import re
from functools import cache

from numclaims.lexicon.words import read_toml


@cache
def _tables() -> dict[str, dict[str, str]]:
    return read_toml("phrases.toml", "numclaims.relations")


def phrases(table: str, name: str) -> str:
    """An expression that matches any of some phrases as whole words, the longest first: to be set into a pattern."""
    listed = [phrase.split() for phrase in _tables()[table][name].split("|")]
    listed.sort(key=len, reverse=True)
    spelt = (r"\s+".join(map(re.escape, words)) for words in listed)
    return rf"\b(?:{'|'.join(spelt)})\b"
