"""The rules, one family a module, and how to run them over an analysis. Reports and exit codes are not their business."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module

from numclaims.model import Analysis, Check
from numclaims.relations import find_relations
from numclaims.rules.registry import RULES, Example, Rule, UnknownRule, chosen, rule, story_rule
from numclaims.stories import Statement, rival_pairs

__all__ = ["RULES", "Example", "Rule", "UnknownRule", "chosen", "rule", "run", "run_story", "story_rule"]

_FAMILIES = (
    "sums",
    "totals",
    "lists",
    "conflicts",
    "shares",
    "conversions",
    "changes",
    "wholes",
    "ratios",
    "dates",
    "ranges",
    "statistics",
    "measures",
    "weekdays",
    "times",
    "ages",
    "documents",
    "evidence",
)
for _family in _FAMILIES:
    import_module(f"{__name__}.{_family}")  # importing a family registers its rules


def run(analysis: Analysis, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Iterator[Check]:
    """Everything the chosen rules could check in a document, rule by rule, whether or not the numbers hold.

    Raises UnknownRule, a ValueError, where `select` or `ignore` names no rule (see `chosen`).
    """
    rules = chosen(select, ignore)
    relations = find_relations(analysis)
    for each in rules:
        if each.scope == "document":
            yield from each.function(analysis, relations)


def run_story(story: Sequence[Statement], *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Iterator[Check]:
    """Everything the chosen rules could check between the documents of a story, rule by rule.

    Raises UnknownRule, a ValueError, where `select` or `ignore` names no rule (see `chosen`).
    """
    rules = [each for each in chosen(select, ignore) if each.scope == "story"]
    rivals = tuple(rival_pairs(story)) if rules else ()
    for each in rules:
        yield from each.function(rivals)
