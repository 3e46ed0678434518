"""numclaims under pytest: documents as test items (`pytest --numclaims 'reports/*.md'`), and the fixtures `claims` and `audit`.

pytest loads this in every session where numclaims is installed, so that it imports nothing else until it is used.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from numclaims.claimtable import ClaimTable
    from numclaims.configuration import Configuration
    from numclaims.evidence import Evidence
    from numclaims.lexicon.topics import Topics
    from numclaims.model import Audit, Document
    from numclaims.reading import Unreadable

_FILES = "numclaims_files"
_SEVERITIES = ("error", "warning", "note")
_read = pytest.StashKey[dict[tuple[str, ...], tuple["Document", ...]]]()
_configured: pytest.StashKey[Configuration] = pytest.StashKey()
_known: pytest.StashKey[Known] = pytest.StashKey()


class Known(NamedTuple):
    """What the project's settings give the reading of claims."""

    evidence: Evidence | None
    topics: Topics | None


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("numclaims", "numbers in documents")
    group.addoption(
        "--numclaims",
        action="append",
        default=[],
        metavar="PATH",
        help="Audit the documents under PATH (a file, a folder or a quoted glob), each as a test of its own. May be given again.",
    )
    group.addoption("--numclaims-select", default="", metavar="RULES", help="Audit with these rules only: codes, beginnings, names.")
    group.addoption("--numclaims-ignore", default="", metavar="RULES", help="Audit with all rules but these.")
    group.addoption(
        "--numclaims-fail-on",
        choices=_SEVERITIES,
        default=None,
        help="The slightest severity of a finding that fails a document. Default: that of the project's settings, or else warning.",
    )
    parser.addini(_FILES, "Documents of the fixtures `claims` and `audit`: files, folders, globs, from the root folder.", type="args")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "numclaims(*paths): the documents of the fixtures `claims` and `audit` in this test.")
    config.stash[_read] = {}
    if not any(map(config.getoption, ("numclaims", "numclaims_select", "numclaims_ignore"))):
        return
    from numclaims.rules import UnknownRule, chosen

    try:
        chosen(*_rules(config))
    except UnknownRule as error:
        raise pytest.UsageError(f"--numclaims-select, --numclaims-ignore: {error}") from None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the documents of --numclaims to the tests, before anything deselects, and report them, so that pytest counts them."""
    paths = config.getoption("numclaims")
    if paths:
        documents = Documents.from_parent(session, name="numclaims", paths=paths, known=_known_of(config))
        report = documents.ihook.pytest_make_collect_report(collector=documents)
        documents.ihook.pytest_collectreport(report=report)
        items.extend(report.result or ())


def _settings(config: pytest.Config) -> Configuration:
    """The project's settings, read when they are first asked for."""
    if _configured not in config.stash:
        from numclaims.configuration import ConfigurationError, find_configuration

        try:
            config.stash[_configured] = find_configuration(config.rootpath)
        except ConfigurationError as error:
            raise pytest.UsageError(str(error)) from None
    return config.stash[_configured]


def _known_of(config: pytest.Config) -> Known:
    """The evidence and the topics of the project's settings, read when they are first asked for."""
    if _known not in config.stash:
        from numclaims.evidence import Evidence, EvidenceError, read_evidence
        from numclaims.lexicon.topics import TopicsError, read_topics

        settings = _settings(config)
        try:
            evidence = Evidence(read_evidence(settings.evidence)) if settings.evidence else None
            config.stash[_known] = Known(evidence, read_topics(settings.topics) if settings.topics else None)
        except (EvidenceError, TopicsError) as error:
            raise pytest.UsageError(str(error)) from None
    return config.stash[_known]


def _read_as_set(config: pytest.Config, paths: Iterable[str]) -> Iterator[Document | Unreadable]:
    """The documents under paths, read as the project's settings say."""
    from numclaims.manner import Manner
    from numclaims.reading import read_documents

    settings, usual = _settings(config), Manner()
    limits = Manner(max_size=settings.max_size or usual.max_size, max_seconds=settings.max_seconds or usual.max_seconds).limits()
    return iter(read_documents(paths, date=settings.date, encoding=settings.encoding, limits=limits))


class Documents(pytest.Collector):
    """The documents that --numclaims names, in the order of the paths."""

    def __init__(self, name: str, parent: pytest.Session, paths: Sequence[str], known: Known) -> None:
        super().__init__(name, parent, nodeid="numclaims")
        self._paths, self._known = paths, known

    def collect(self) -> Iterator[pytest.Item]:
        for document in _read_as_set(self.config, self._paths):
            yield AuditedDocument.from_parent(self, document=document, known=self._known)


class AuditedDocument(pytest.Item):
    """One document; the test fails where an audit finds something grave enough, or where it could not be read."""

    def __init__(self, parent: Documents, document: Document | Unreadable, known: Known) -> None:
        from numclaims.model import Document
        from numclaims.report.terminal import printable

        self._document, self._known = document, known
        name = document.path or document.id if isinstance(document, Document) else document.path
        if isinstance(document, Document) and document.record:
            name = f"{document.path}[{document.id}]"
        name = printable(name)
        super().__init__(name, parent, nodeid=f"numclaims::{name}")

    def runtest(self) -> None:
        from numclaims.configuration import Sidecars
        from numclaims.model import Audit
        from numclaims.pipeline import audit
        from numclaims.reading import Unreadable
        from numclaims.settled.triage import Settings, Triage

        if isinstance(self._document, Unreadable):
            raise DocumentFailure(f"cannot read: {self._document}")
        configuration = _settings(self.config)
        select, ignore = _rules(self.config)
        settings = Settings(select, ignore, configuration.severities, Sidecars(configuration.suppressions))
        audited = audit(self._document, select=select, ignore=ignore, evidence=self._known.evidence, topics=self._known.topics)
        [found] = Triage(settings).follow([audited])
        assert isinstance(found, Audit)
        findings = tuple(finding for finding in found.findings if finding.severity in _grave(self.config))
        if findings:
            raise DocumentFailure(_shown(replace(found, findings=findings)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: str | None = None) -> str:
        if isinstance(excinfo.value, DocumentFailure):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[str, int | None, str]:
        return self._document.path or self.name, None, f"audit of {self.name}"


class DocumentFailure(AssertionError):  # noqa: N818 - pytest shows the name as the kind of failure
    """A document with findings; the message is what `numclaims audit` prints."""


@pytest.fixture
def claims(request: pytest.FixtureRequest) -> ClaimTable:
    """The claim table (`numclaims.ClaimTable`) of the documents that the test's marker or the ini option numclaims_files names."""
    from numclaims.claimtable import ClaimTable

    known = _known_in_test(request)
    return ClaimTable.of(_documents(request), evidence=known.evidence, topics=known.topics)


@pytest.fixture
def audit(request: pytest.FixtureRequest) -> tuple[Audit, ...]:
    """The audit of each document that the test's marker or the ini option numclaims_files names, with all rules."""
    from numclaims.pipeline import audit

    known = _known_in_test(request)
    return tuple(audit(document, evidence=known.evidence, topics=known.topics) for document in _documents(request))


def _known_in_test(request: pytest.FixtureRequest) -> Known:
    try:
        return _known_of(request.config)
    except pytest.UsageError as error:
        pytest.fail(str(error), pytrace=False)


def _documents(request: pytest.FixtureRequest) -> tuple[Document, ...]:
    marker = request.node.get_closest_marker("numclaims")
    paths = tuple(map(str, marker.args)) if marker else tuple(request.config.getini(_FILES))
    if not paths:
        pytest.fail(
            f"no documents: mark the test with @pytest.mark.numclaims('seeds/*.txt'), or set {_FILES} in the ini file", pytrace=False
        )
    known = request.config.stash[_read]
    if paths not in known:
        known[paths] = tuple(_readable(request.config, paths))
    return known[paths]


def _readable(config: pytest.Config, paths: Iterable[str]) -> Iterator[Document]:
    from numclaims.reading import Unreadable

    for document in _read_as_set(config, [os.path.relpath(config.rootpath / path) for path in paths]):
        if isinstance(document, Unreadable):
            pytest.fail(f"cannot read: {document}", pytrace=False)
        yield document


def _words(config: pytest.Config, option: str) -> tuple[str, ...]:
    """The words of an option that takes several, comma separated."""
    return tuple(word.strip() for word in config.getoption(f"numclaims_{option}").split(",") if word.strip())


def _rules(config: pytest.Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rules to run and those not to, of the command line, or else of the project's settings."""
    settings = _settings(config)
    return _words(config, "select") or settings.select, _words(config, "ignore") or settings.ignore


def _grave(config: pytest.Config) -> tuple[str, ...]:
    """The severities that fail a document."""
    slightest = config.getoption("numclaims_fail_on") or _settings(config).fail_on or "warning"
    return () if slightest == "never" else _SEVERITIES[: _SEVERITIES.index(slightest) + 1]


def _shown(found: Audit) -> str:
    from numclaims.report.console import findings_on_console
    from numclaims.report.terminal import Terminal

    return "".join(findings_on_console([found], Terminal(), quiet=True)).rstrip()
