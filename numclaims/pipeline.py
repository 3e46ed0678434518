"""From a document to its claims and to its audit: which stage feeds which, and nothing of files or of how results are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from numclaims.context.claims import analyse, read_claims
from numclaims.model import Analysis, Audit, Check, Claim, Comparison, Document, Finding, Quote
from numclaims.reading import Unreadable
from numclaims.rules import RULES, chosen, run, run_story
from numclaims.settled.comments import silenced_by_comments, unused
from numclaims.stories import Statement, Stories

if TYPE_CHECKING:
    from numclaims.evidence import Evidence
    from numclaims.lexicon.topics import Topics


def read(document: Document, evidence: Evidence | None = None, *, why: bool = False, topics: Topics | None = None) -> Analysis:
    """The claims and dates of a document, with evidence also what it says of each claim, with `why` the words of each column.

    `topics` are those that claims may have, the shipped ones unless others are given.
    """
    analysis = analyse(document, why=why, topics=topics)
    return evidence.hold(analysis) if evidence else analysis


def extract(document: Document | str, *, evidence: Evidence | None = None, topics: Topics | None = None) -> Iterator[Claim]:
    """The claims of a document, in text order. A string is read as the text of a document without title or date.

    With evidence (`numclaims.Evidence`) the columns `support` and `evidence` of the claims are filled. With topics (`numclaims.Topics`)
    the column `topic` holds one of these.
    """
    document = _as_document(document)
    yield from read(document, evidence, topics=topics).claims if evidence else read_claims(document, topics)


def audit(
    document: Document | str,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    evidence: Evidence | None = None,
    topics: Topics | None = None,
) -> Audit:
    """Every check that applies to a document: those that failed as findings, those that held, and how many claims they touched.

    `select` and `ignore` take rule codes, prefixes of codes ("PCT") and rule names; without `select` every rule runs. Raises
    `numclaims.rules.UnknownRule`, a ValueError, for a word that is none of these. Findings and held checks come in text order.
    With evidence (`numclaims.Evidence`) the claims of the analysis say what it has on them, with topics (`numclaims.Topics`) they have
    one of these. What a comment in the document silences is no finding, and stands in `silenced`.
    """
    return audit_analysis(read(_as_document(document), evidence, topics=topics), select=select, ignore=ignore)


def audit_analysis(analysis: Analysis, *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Audit:
    """As `audit`, of claims that have been read already, or that a person has edited."""
    select, ignore = tuple(select), tuple(ignore)
    checks = sorted(run(analysis, select=select, ignore=ignore), key=_place)
    document = analysis.document
    found = silenced_by_comments((_finding(check) for check in checks if not check.holds), {document.id: document})
    return Audit(
        analysis=analysis,
        findings=found.remaining,
        held=tuple(check for check in checks if check.holds),
        checkable=len({claim for check in checks for claim in check.claims}),
        silenced=found.silenced,
        unused=unused(document, found.used, select, ignore),
    )


def compare(story: Sequence[Statement], *, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Comparison:
    """What the documents of a story say against one another, from the statements of all of them (`numclaims.stories.statements`).

    `select` and `ignore` as for `audit`.
    """
    by_place = {(statement.document.id, statement.claim.start): statement for statement in story}
    findings = tuple(_finding(check) for check in run_story(story, select=tuple(select), ignore=tuple(ignore)) if not check.holds)
    spans = (span for finding in findings for span in finding.spans)
    found = silenced_by_comments(findings, {statement.document.id: statement.document for statement in story})
    return Comparison(
        story=story[0].document.story if story else "",
        findings=found.remaining,
        quotes={(span.doc, span.start): _quote(by_place[span.doc, span.start]) for span in spans},
        silenced=found.silenced,
    )


def with_comparisons(
    audits: Iterable[Audit | Unreadable], *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Iterator[Audit | Comparison | Unreadable]:
    """The audits as they come, and after the last what the documents of each story say against one another, where that is anything."""
    comparing = any(rule.scope == "story" for rule in chosen(select, ignore))
    stories = Stories()
    for each in audits:
        yield each
        if comparing and not isinstance(each, Unreadable):
            stories.add(each.analysis)
    for story in stories:
        comparison = compare(story, select=select, ignore=ignore)
        if comparison.findings or comparison.silenced:
            yield comparison


def _quote(statement: Statement) -> Quote:
    claim = statement.claim
    return Quote(statement.document, statement.place, statement.region, claim.sentence, claim.sentence_start)


def _place(check: Check) -> tuple[int, str]:
    return check.spans[0].start, check.rule


def _finding(check: Check) -> Finding:
    rule = RULES[check.rule]
    return Finding(
        doc=check.spans[0].doc,
        rule=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=check.message,
        spans=check.spans,
        claims=check.claims,
        expected=check.expected,
        found=check.found,
    )


def _as_document(document: Document | str) -> Document:
    return Document(id="text", text=document) if isinstance(document, str) else document
