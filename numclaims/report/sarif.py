"""An audit as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. It knows that form and nothing of rules.

Lines and columns count from 1, columns in Unicode characters. A finding in a title, or in a row of a table of documents, has no
region in the file: what it stands in is named as a logical location, with offsets into the document's full text. Findings that
somebody has dealt with are results with a suppression (3.27.23), which viewers hide; all others have an empty list of suppressions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from urllib.parse import quote

import numclaims
from numclaims.fingerprint import fingerprint
from numclaims.model import Audit, Comparison, Document, Finding, Silenced, Span
from numclaims.reading import Unreadable
from numclaims.report.between import Region, located
from numclaims.rules import RULES, Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, object]


def findings_as_sarif(results: Iterable[Audit | Comparison | Unreadable]) -> Iterator[str]:
    """One log with one run: every rule, every finding, one a line as they come, and as notifications what could not be read."""
    rules = tuple(RULES.values())
    index = {rule.code: at for at, rule in enumerate(rules)}
    unread: list[Json] = []
    driver: Json = {"name": "numclaims", "semanticVersion": numclaims.__version__, "rules": [_rule(rule) for rule in rules]}
    yield f'{{\n  "$schema": {_json(SCHEMA)},\n  "version": "2.1.0",\n  "runs": [\n    {{\n      "tool": {_json({"driver": driver})},\n'
    yield '      "columnKind": "unicodeCodePoints",\n      "results": ['
    between = "\n"
    for result in results:
        if isinstance(result, Unreadable):
            unread.append(_notification(result))
            continue
        where = located(result)
        for finding in result.findings:
            yield f"{between}        {_json(_result(finding, index[finding.rule], where, []))}"
            between = ",\n"
        for each in result.silenced:
            yield f"{between}        {_json(_result(each.finding, index[each.finding.rule], where, [_suppression(each)]))}"
            between = ",\n"
    invocation: Json = {"executionSuccessful": not unread, "toolExecutionNotifications": unread}
    yield f'\n      ],\n      "invocations": [{_json(invocation)}]\n    }}\n  ]\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.doc},
        "defaultConfiguration": {"level": rule.severity},
    }


def _suppression(silenced: Silenced) -> Json:
    kind = "inSource" if silenced.by == "suppressed" and not silenced.listed else "external"
    why = ": ".join(filter(None, (silenced.listed, silenced.reason))) if silenced.by == "suppressed" else silenced.by
    return {"kind": kind, "status": "accepted", **({"justification": why} if why else {})}


def _result(
    finding: Finding, index: int, where: Callable[[Span], tuple[Document, str, Region | None]], suppressions: Sequence[Json]
) -> Json:
    first, *others = (_location(span, *where(span)) for span in finding.spans)
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [first],
        "partialFingerprints": {"numclaims/v1": fingerprint(finding)},
        "suppressions": suppressions,
    }
    if others:
        result["relatedLocations"] = [{"id": number, **other} for number, other in enumerate(others, start=1)]
    return result


def _location(span: Span, document: Document, _: str, region: Region | None) -> Json:
    physical: Json = {"artifactLocation": _artifact(document.path)} if document.path else {}
    if region:
        first, column, last, end = region
        physical["region"] = {"startLine": first, "startColumn": column, "endLine": last, "endColumn": end, "snippet": {"text": span.text}}
        return {"physicalLocation": physical}
    named: Json = {"name": document.id, "fullyQualifiedName": f"{document.id}:{span.start}-{span.end}"}
    return {**({"physicalLocation": physical} if physical else {}), "logicalLocations": [named], "message": {"text": span.text}}


def _notification(unreadable: Unreadable) -> Json:
    physical: Json = {"artifactLocation": _artifact(unreadable.path)}
    if unreadable.line is not None:
        physical["region"] = {"startLine": unreadable.line}
    return {"level": "error", "message": {"text": unreadable.reason}, "locations": [{"physicalLocation": physical}]}


def _artifact(path: str) -> Json:
    """The URI of a file: relative as the user named it, absolute with its scheme."""
    file = PurePath(path)
    return {"uri": file.as_uri() if file.is_absolute() else quote(file.as_posix().encode("utf-8", "surrogateescape"))}
