"""What can be set in a file, and what each setting must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar, get_args

from numclaims.model import Severity
from numclaims.reading.encoding import is_encoding
from numclaims.reading.toml import Key, TomlError, TomlFile
from numclaims.settled.listed import ListedSuppression

V = TypeVar("V")

SEVERITIES: tuple[str, ...] = get_args(Severity)
THRESHOLDS = (*SEVERITIES, "never")
ENGINES = ("processes", "dask")
SETTINGS = (
    *("select", "ignore", "fail-on", "severity", "date", "encoding", "evidence", "topics"),
    *("jobs", "max-size", "max-seconds", "engine", "scheduler", "suppressions"),
)
SUPPRESSION_KEYS = ("rule", "quote", "reason", "document")


class ConfigurationError(ValueError):
    """A file of settings that cannot be used; the message names the file, the line and the key, and what to do."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a project; `path` is the file they stand in, empty where there is none. All are as the options of these names.

    `severities` are by rule code. `evidence` and `topics` count from the working directory. `jobs` and the limits are None, `engine` and
    `scheduler` empty, where the file says nothing of them.
    """

    path: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    date: date | None = None
    encoding: str = ""
    evidence: str = ""
    topics: str = ""
    jobs: int | None = None
    max_size: float | None = None
    max_seconds: float | None = None
    engine: str = ""
    scheduler: str = ""
    suppressions: tuple[ListedSuppression, ...] = ()


class Table:
    """A table of a TOML file whose values are taken out one by one; a key nobody knows is an error that says what may be meant."""

    def __init__(self, file: TomlFile, key: Key, known: tuple[str, ...]) -> None:
        self._file, self._key = file, key
        content: object = file.content
        for part in key:
            content = content[part]  # type: ignore[index]  # whoever names the key has seen that it is there
        if not isinstance(content, dict):
            raise self.error("is no table")
        self._content = content
        for name in content:
            if name not in known:
                close = get_close_matches(name, known, n=1)
                meant = f"did you mean {close[0]}?" if close else f"the settings are {', '.join(known)}"
                raise self.error(f"is no setting; {meant}", name)

    def error(self, said: str, *name: str | int) -> ConfigurationError:
        key = ".".join(str(part + 1) if isinstance(part, int) else part for part in (*self._key, *name))
        return ConfigurationError(f"{self._file.where((*self._key, *name))}: {key or 'the file'} {said}")

    def take(self, name: str, read: Callable[[object], V], default: V) -> V:
        """The value of a key as `read` understands it, which raises ValueError for one that cannot be."""
        if name not in self._content:
            return default
        try:
            return read(self._content[name])
        except ConfigurationError:
            raise
        except ValueError as error:
            raise self.error(str(error), name) from None

    def entries(self, name: str) -> range:
        """The numbers of the entries of a list of tables."""
        entries = self._content.get(name, [])
        if not isinstance(entries, list):
            raise self.error(f"is no list; write [[{'.'.join(map(str, (*self._key, name)))}]] above each entry", name)
        return range(len(entries))

    def where(self) -> str:
        return self._file.where(self._key)


def settings_file(path: Path, name: str) -> TomlFile:
    """A file of settings; `name` is what messages call it. Raises ConfigurationError for one that cannot be read or is no TOML."""
    try:
        return TomlFile(path, name)
    except TomlError as error:
        raise ConfigurationError(str(error)) from None


def configuration(file: TomlFile, key: Key, folder: Path) -> Configuration:
    """The settings in a table of a file. `folder` is what a path in them counts from. Raises ConfigurationError."""
    table = Table(file, key, SETTINGS)

    def path(value: object) -> str:
        named = folder / _text(value)
        if not named.is_file():
            raise ValueError(f"names {named.as_posix()}, which is no file")
        return named.as_posix()

    return Configuration(
        path=file.name,
        select=table.take("select", _rules, ()),
        ignore=table.take("ignore", _rules, ()),
        fail_on=table.take("fail-on", _one_of(THRESHOLDS), ""),
        severities=table.take("severity", lambda _: _severities(file, (*key, "severity")), {}),
        date=table.take("date", _day, None),
        encoding=table.take("encoding", _encoding, ""),
        evidence=table.take("evidence", path, ""),
        topics=table.take("topics", path, ""),
        jobs=table.take("jobs", _jobs, None),
        max_size=table.take("max-size", _positive, None),
        max_seconds=table.take("max-seconds", _positive, None),
        engine=table.take("engine", _one_of(ENGINES), ""),
        scheduler=table.take("scheduler", _text, ""),
        suppressions=listed_suppressions(file, table, key),
    )


def listed_suppressions(file: TomlFile, table: Table, key: Key, documents: str = "") -> tuple[ListedSuppression, ...]:
    """The entries of the list `suppressions` in a table; `documents` is the pattern of those that name none."""
    return tuple(_suppression(file, (*key, "suppressions", number), documents) for number in table.entries("suppressions"))


def _suppression(file: TomlFile, key: Key, documents: str) -> ListedSuppression:
    table = Table(file, key, SUPPRESSION_KEYS)
    nothing: tuple[str, ...] = ()
    words = table.take("rule", _rules, nothing)
    quote = table.take("quote", _text, "")
    reason = table.take("reason", _text, "")
    for name, value in {"rule": words, "quote": quote, "reason": reason}.items():
        if not value:
            raise table.error(f"has no {name}; a suppression needs rule, quote and reason")
    return ListedSuppression(_codes(words), quote, reason, table.where(), table.take("document", _text, documents))


def _severities(file: TomlFile, key: Key) -> dict[str, Severity]:
    content: object = file.content
    for part in key:
        content = content[part]  # type: ignore[index]
    table = Table(file, key, tuple(content) if isinstance(content, dict) else ())
    severities: dict[str, Severity] = {}
    # a code is said more exactly than the beginning of one
    for word in sorted(content, key=len) if isinstance(content, dict) else ():
        try:
            codes = _codes((word,))
        except ValueError as error:
            raise table.error(f"is no rule: {error}", word) from None
        severity = table.take(word, _one_of(SEVERITIES), "error")
        severities.update((code, severity) for code in codes)  # type: ignore[misc]  # one of the words of Severity
    return severities


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"is {value!r}, not a text")
    return value


def _rules(value: object) -> tuple[str, ...]:
    """Words that name rules: a list, or one text with commas."""
    if not isinstance(value, str | list) or not all(isinstance(word, str) for word in value):
        raise ValueError('is no list of rules; write it like ["SUM001", "TIM"]')
    words = tuple(word.strip() for word in (value.split(",") if isinstance(value, str) else value) if word.strip())
    try:
        _codes(words)
    except ValueError as error:
        raise ValueError(f"names a rule that there is not: {error}") from None
    return words


def _codes(words: tuple[str, ...]) -> frozenset[str]:
    """The codes of the rules that the words name. Raises ValueError for a word that names none."""
    from numclaims.rules import chosen  # only settings that name rules need them

    return frozenset(rule.code for rule in chosen(words))


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in choices:
            raise ValueError(f"is {value!r}, none of {', '.join(choices)}")
        return str(value)

    return read


def _jobs(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"is {value!r}, not a number of processes like 4, or 0 for as many as fit")
    return value


def _positive(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
        raise ValueError(f"is {value!r}, not a number above 0")
    return float(value)


def _day(value: object) -> date:
    try:
        if type(value) is date:
            return value
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(f"is {value!r}, not a date like 2024-11-20") from None


def _encoding(value: object) -> str:
    name = _text(value)
    if not is_encoding(name):
        raise ValueError(f"is {name!r}, which is no encoding of text; others are utf-8, cp1252 and latin-1")
    return name
