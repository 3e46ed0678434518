"""The rules as a page of Markdown, from their docstrings: `python -m numclaims.rules.page > docs/rules.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from numclaims.rules import RULES
from numclaims.rules.registry import Example, Rule

_HEAD = """# The rules

Made from the docstrings of the rules by `python -m numclaims.rules.page`; change those, not this page.

A finding of severity `error` says that the numbers cannot all be true, `warning` that they very likely cannot, and `note` that
something is worth a look. Where an example has several texts, with bars between, they are documents of one story.

`--select` and `--ignore` take codes, beginnings of codes (`SUM`) and names.

| code | name | severity | flags |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page: a table of the rules, then each with its explanation and examples."""
    rules = [RULES[code] for code in sorted(RULES)]
    rows = "".join(f"| [{rule.code}](#{rule.code.lower()}) | {rule.name} | {rule.severity} | {rule.summary} |\n" for rule in rules)
    return _HEAD + rows + "".join(section for rule in rules for section in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    yield f'\n<a id="{rule.code.lower()}"></a>\n\n## {rule.code} {rule.name}\n\n{rule.summary}\n\n{rule.doc}\n'
    yield f"\nFlags:\n\n{_listed(rule.flags)}\nPasses:\n\n{_listed(rule.passes)}"


def _listed(examples: Iterable[Example]) -> str:
    return "".join(f"- {' | '.join(_example(each) for each in (example, *example.others))}\n" for example in examples)


def _example(example: Example) -> str:
    return f"{_heading(example)}{example.text}{f' (against {example.against})' if example.against else ''}"


def _heading(example: Example) -> str:
    known = [example.date.isoformat() if example.date else "", example.title]
    words = ", ".join(word for word in known if word)
    return f"({words}) " if words else ""


if __name__ == "__main__":
    print(page(), end="")
