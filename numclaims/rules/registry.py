"""What a rule is, how a docstring becomes its page and its examples, and which rules a run uses. It checks no number itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from inspect import cleandoc
from types import MappingProxyType
from typing import Literal

from numclaims.context.claims import analyse
from numclaims.evidence import Evidence
from numclaims.evidence.rows import row_of
from numclaims.model import Analysis, Check, Document, Relation, Severity
from numclaims.stories import Pair

Function = Callable[[Analysis, tuple[Relation, ...]], Iterator[Check]]
Scope = Literal["document", "story"]
StoryFunction = Callable[[tuple[Pair, ...]], Iterator[Check]]

_EXAMPLE = re.compile(r'^(?:(?P<date>\d{4}-\d{2}-\d{2}) )?(?:\[(?P<title>[^\]]+)\] )?"(?P<text>.+)"(?: against (?P<against>\w+=.+))?$')
_BETWEEN = re.compile(r'(?<=") \| (?=["\d\[])')
_BROKEN = re.compile(r" \|\n\s*")
_SECTIONS = {"Flags:": "flags", "Passes:": "passes"}


class UnknownRule(ValueError):  # noqa: N818 - named for what is wrong, as users read it
    """A word that names no rule; the message names the rules it may have meant."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text in a rule's docstring, with the date and the title of its document where the docstring gives them.

    An example of a rule that compares documents has `others`, the other documents of its story; one of a rule on evidence has in
    `against` the cells of a row of evidence, as in "measure=people killed, item=people, value=12".
    """

    text: str
    date: date | None = None
    title: str = ""
    others: tuple[Example, ...] = ()
    against: str = ""

    def document(self) -> Document:
        """The example as a document of its own."""
        return Document(id="example", text=self.text, title=self.title, date=self.date)

    def analysis(self) -> Analysis:
        """The example as read, and held against its row of evidence where it has one."""
        analysis = analyse(self.document())
        if not self.against:
            return analysis
        cells = dict(cell.split("=", 1) for cell in self.against.split(", "))
        return Evidence((row_of(cells, "example", 2),)).hold(analysis)

    def documents(self) -> tuple[Document, ...]:
        """The example and its others as the documents of one story."""
        every = (self, *self.others)
        return tuple(replace(each.document(), id=f"example {number}", story="example") for number, each in enumerate(every, start=1))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its page: `summary` is the docstring's first sentence, `doc` what follows it, without the examples.

    `function` takes an analysis and the relations found in it, and yields a check for everything it could check; that of a rule
    with the scope "story" takes the pairs of statements in the documents of a story that cannot both be right.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    doc: str
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    function: Callable[..., Iterator[Check]]
    scope: Scope = "document"


_registered: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_registered)
"""All rules by code."""


def rule(code: str, name: str, severity: Severity) -> Callable[[Function], Function]:
    """Register the function below as a rule. Its docstring is a summary, an explanation and the examples:

        Flags:
            "A text that the rule flags."
            2024-03-01 [A title] "Another, in a document with a date and a title."
        "One that is held against evidence." against measure=boats lost, item=boats, value=12
        Passes:
            "A text that it must leave alone."

    Raises ValueError where the code or the name is taken or the docstring has not this form.
    """

    def register(function: Function) -> Function:
        _register(code, name, severity, function, "document")
        return function

    return register


def story_rule(code: str, name: str, severity: Severity) -> Callable[[StoryFunction], StoryFunction]:
    """As `rule`, of a function that judges the rival pairs of a story (`numclaims.stories.rival_pairs`).

    Its examples are several documents, with bars between:

    2024-03-01 "A text." |
    2024-03-02 [A title] "What another document says of the same."
    """

    def register(function: StoryFunction) -> StoryFunction:
        _register(code, name, severity, function, "story")
        return function

    return register


def _register(code: str, name: str, severity: Severity, function: Callable[..., Iterator[Check]], scope: Scope) -> None:
    if any(taken.code == code or taken.name == name for taken in _registered.values()):
        raise ValueError(f"rule {code} ({name}): the code or the name is taken by another rule")
    summary, doc, examples = _read(function.__doc__ or "", code)
    _registered[code] = Rule(code, name, severity, summary, doc, examples["flags"], examples["passes"], function, scope)


def _read(docstring: str, code: str) -> tuple[str, str, dict[str, tuple[Example, ...]]]:
    prose: list[str] = []
    examples: dict[str, list[Example]] = {"flags": [], "passes": []}
    section = ""
    for line in _BROKEN.sub(" | ", cleandoc(docstring)).splitlines():
        if line in _SECTIONS:
            section = _SECTIONS[line]
        elif not section:
            prose.append(line)
        elif line.strip():
            examples[section].append(_example(line.strip(), code))
    summary, _, doc = "\n".join(prose).strip().partition("\n\n")
    if not (summary and doc and examples["flags"] and examples["passes"]):
        raise ValueError(f"rule {code}: the docstring needs a summary, an explanation, and examples under Flags: and Passes:")
    return " ".join(summary.split()), doc.strip(), {name: tuple(found) for name, found in examples.items()}


def _example(line: str, code: str) -> Example:
    first, *others = (_one_document(part, code) for part in _BETWEEN.split(line))
    return replace(first, others=tuple(others))


def _one_document(line: str, code: str) -> Example:
    match = _EXAMPLE.match(line)
    if not match:
        raise ValueError(f"rule {code}: cannot read the example {line!r}; write it in double quotes on one line")
    day = date.fromisoformat(match["date"]) if match["date"] else None
    return Example(match["text"], day, match["title"] or "", against=match["against"] or "")


def chosen(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that `select` names (all where it is empty) and `ignore` does not, by code.

    Both take codes ("SUM002"), beginnings of codes ("SUM") and names ("part-exceeds-whole"), in any letter case.
    Raises UnknownRule, a ValueError, for a word that names no rule.
    """
    kept = _named(select) if select else set(RULES)
    kept -= _named(ignore)
    return tuple(RULES[code] for code in sorted(kept))


def _named(words: Iterable[str]) -> set[str]:
    codes: set[str] = set()
    for word in words:
        wanted = word.strip()
        matching = {code for code, known in RULES.items() if wanted and (code.startswith(wanted.upper()) or known.name == wanted.lower())}
        if not matching:
            raise UnknownRule(_unknown(wanted))
        codes |= matching
    return codes


def _unknown(word: str) -> str:
    from difflib import get_close_matches  # only a mistake needs it

    by_name = {known.name: code for code, known in RULES.items()}
    close = get_close_matches(word.upper(), list(RULES), n=3) + get_close_matches(word.lower(), list(by_name), n=3)
    codes = dict.fromkeys(by_name.get(match, match) for match in close)
    if not codes:
        return f"no rule is called {word!r}; the rules are {', '.join(sorted(RULES))}"
    return f"no rule is called {word!r}; did you mean {' or '.join(f'{code} ({RULES[code].name})' for code in codes)}?"
