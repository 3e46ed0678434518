"""Findings that a comment in the document itself silences. How comments are read is not its business."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from numclaims.model import Document, Finding, Silenced, Span, Suppression
from numclaims.rules import Rule, UnknownRule, chosen


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings that remain, those silenced, and the suppressions that silence one."""

    remaining: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    used: frozenset[Suppression]


def silenced_by_comments(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Sorted:
    """The findings, sorted by whether a suppression of their documents silences them.

    It does where one of their spans begins within what it delimits. `documents` are those of the spans, by id.
    """
    remaining: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[Suppression] = set()
    for finding in findings:
        found = [each for span in finding.spans for each in _around(span, finding.rule, documents[span.doc].suppressions)]
        used.update(found)
        if found:
            silenced.append(Silenced(finding, "suppressed", found[0].reason))
        else:
            remaining.append(finding)
    return Sorted(tuple(remaining), tuple(silenced), frozenset(used))


def unused(document: Document, used: Collection[Suppression], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Suppression, ...]:
    """The suppressions of a document that silence nothing although all their rules ran.

    Rules that compare documents or need evidence do not count as having run: another run may need the suppression.
    """
    if not document.suppressions:
        return ()
    ran = {rule.code for rule in chosen(select, ignore) if alone(rule)}
    return tuple(each for each in document.suppressions if each not in used and set() < codes_of(each.rules) <= ran)


def alone(rule: Rule) -> bool:
    """Whether a rule needs nothing but the document."""
    return rule.scope == "document" and not any(example.against for example in rule.flags)


def faults(document: Document) -> list[str]:
    """What is wrong with the suppressions of a document, each with its place."""
    return [f"{document.path}:{each.line}: {fault}" for each in document.suppressions for fault in _faults(each.rules)]


@cache
def codes_of(words: tuple[str, ...]) -> frozenset[str]:
    """The codes of the rules that the words name; words that name none are left aside."""
    return frozenset(rule.code for word in words if not _fault(word) for rule in chosen((word,)))


def _faults(words: tuple[str, ...]) -> list[str]:
    return list(filter(None, map(_fault, words))) if words else ["the comment silences nothing, as it names no rule"]


@cache
def _fault(word: str) -> str:
    try:
        chosen((word,))
    except UnknownRule as error:
        return str(error)
    return ""


def _around(span: Span, rule: str, suppressions: Sequence[Suppression]) -> list[Suppression]:
    return [each for each in suppressions if each.start <= span.start < each.end and rule in codes_of(each.rules)]
