"""The rules for people who ask what they are: a table of all, and a page for one; what they check is written with each rule."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from numclaims.report.console import SEVERITY_COLOURS
from numclaims.report.terminal import Terminal
from numclaims.rules import Example, Rule

_WIDEST_PAGE = 100
_NARROWEST_SUMMARY = 30
_INDENT = "    "
_LIST_OR_CODE = re.compile(r"^(\s|[-*] )", re.MULTILINE)


def rules_on_console(rules: Sequence[Rule], terminal: Terminal) -> str:
    """One row a rule: code, name, severity and what it flags, broken to the width; below one another where a row is too narrow."""
    code = max(len(rule.code) for rule in rules) + 2
    name = max(len(rule.name) for rule in rules) + 2
    before = code + name + len("severity  ")
    if terminal.width - before < _NARROWEST_SUMMARY:
        return "\n".join(_rule_block(rule, terminal) for rule in rules)
    lines = [terminal.paint(f"{'code':<{code}}{'name':<{name}}severity  flags", bold=True)]
    for rule in rules:
        head = f"{rule.code:<{code}}{rule.name:<{name}}{rule.severity:<8}  "
        lines += _wrapped(rule.summary, terminal.width, head, " " * before)
    return "".join(f"{line}\n" for line in lines)


def _rule_block(rule: Rule, terminal: Terminal) -> str:
    head = f"{terminal.paint(rule.code, bold=True)} {rule.name} ({rule.severity})"
    return "".join(f"{line}\n" for line in [head, *_wrapped(rule.summary, terminal.width, _INDENT[:2])])


def _wrapped(text: str, width: int, first: str = "", others: str | None = None) -> list[str]:
    """Lines broken between words only, however narrow."""
    others = first if others is None else others
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False)


def rules_as_json(rules: Iterable[Rule]) -> str:
    """An array of objects with code, name, severity, summary, doc, and the texts of the examples in flags and passes."""
    records = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity,
            "summary": rule.summary,
            "doc": rule.doc,
            "flags": [_example_record(example) for example in rule.flags],
            "passes": [_example_record(example) for example in rule.passes],
        }
        for rule in rules
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def rule_page(rule: Rule, terminal: Terminal) -> str:
    """The rule's docstring as a page: what it flags, why that matters, and examples of either side."""
    severity = terminal.paint(rule.severity, SEVERITY_COLOURS[rule.severity])
    width = min(terminal.width, _WIDEST_PAGE)
    parts = [
        f"{terminal.paint(f'{rule.code} {rule.name}', bold=True)} ({severity})",
        _filled(rule.summary, width),
        *(_filled(paragraph, width) for paragraph in rule.doc.split("\n\n")),
        "\n".join([terminal.paint("Flags:", bold=True), *_example_lines(rule.flags, width)]),
        "\n".join([terminal.paint("Passes:", bold=True), *_example_lines(rule.passes, width)]),
    ]
    return "\n\n".join(parts) + "\n"


def _filled(paragraph: str, width: int) -> str:
    """The paragraph broken anew to the width; lists and indented lines keep their breaks."""
    return paragraph if _LIST_OR_CODE.search(paragraph) else "\n".join(_wrapped(paragraph, width))


def _example_lines(examples: Sequence[Example], width: int) -> Iterator[str]:
    for example in examples:
        shown = " | ".join(map(_shown, (example, *example.others)))
        yield from _wrapped(shown, width, _INDENT, _INDENT + "  ")


def _shown(example: Example) -> str:
    day = f"{example.date.isoformat()} " if example.date else ""
    title = f"[{example.title}] " if example.title else ""
    against = f" against {example.against}" if example.against else ""
    return f'{day}{title}"{example.text}"{against}'


def _example_record(example: Example) -> dict[str, object]:
    """An example as an object; with the key `others`, the other documents of its story, where it has any."""
    known: dict[str, object] = {
        "text": example.text,
        "title": example.title or None,
        "date": example.date.isoformat() if example.date else None,
    }
    if example.against:
        known["against"] = example.against
    return {**known, "others": list(map(_example_record, example.others))} if example.others else known
