"""Claims and audits as a notebook shows them: a few rows, one number a claim as people write it, and no column in which nothing stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from numclaims.model import Audit, Claim, Finding, Severity
from numclaims.report.figures import readable_value
from numclaims.report.quoted import Part, Quotes
from numclaims.report.summary import Summary
from numclaims.report.terminal import unturned

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("text", "bound", "unit", "per", "item", "actor", "action", "place", "when", "source", "topic", "support")
_ROWS = 20
_WORDS = "tex2jax_ignore mathjax_ignore"
"""Classes that keep a notebook from setting "$5 million or $6 million" as a formula."""

_FINDINGS = 20
_COLOURS: dict[Severity, str] = {"error": "#e05252", "warning": "#d08a00", "note": "#4a90d9"}  # to be read on white and on black


def audit_in_notebook(audit: Audit) -> str:
    """An audit as HTML: what was read and checked, the findings with their sentences, and the claims to unfold."""
    import pandas as pd

    analysis = audit.analysis
    summary = Summary()
    list(summary.follow([audit]))
    quotes = Quotes(analysis)
    shown = "".join(_item(finding, quotes) for finding in audit.findings[:_FINDINGS])
    more = len(audit.findings) - _FINDINGS
    rest = f"<p>… and {more:,} more in <code>findings</code></p>" if more > 0 else ""
    count = f"{len(analysis.claims):,} claim{'' if len(analysis.claims) == 1 else 's'}"
    claims = claims_in_notebook(analysis.claims, pd.RangeIndex(len(analysis.claims)), "")
    folded = f"<details><summary>{count}</summary>{claims}</details>" if analysis.claims else ""
    name = analysis.document.title or analysis.document.path or analysis.document.id
    head = f"<p><b>{escape(unturned(name))}</b>: {escape(summary.line())}</p>"
    return f'<div class="{_WORDS}">{head}{f"<ol>{shown}</ol>" if shown else ""}{rest}{folded}</div>'


def _item(finding: Finding, quotes: Quotes) -> str:
    """A finding: its severity in words as well as in colour, its arithmetic, and its sentences with the numbers underlined."""
    severity = f'<b style="color: {_COLOURS[finding.severity]}">{finding.severity}</b> {finding.rule} {escape(finding.name)}'
    sentences = "".join(f"<br><q>{''.join(map(_part, sentence)).strip()}</q>" for sentence in quotes.of(finding))
    return f"<li>{severity}: {escape(unturned(finding.message))}{sentences}</li>"


def _part(part: Part) -> str:
    text = escape(unturned(part.text))
    return f'<b style="text-decoration: underline">{text}</b>' if part.number else text


def claims_in_notebook(claims: Sequence[Claim], labels: pd.Index, described: str) -> str:
    """The claims as HTML below what describes them, if anything; of many the first and the last. `labels` are those of the frame's rows."""
    import pandas as pd

    half = _ROWS // 2
    if len(claims) > _ROWS:  # the one row too many stands for all between, which pandas shows as dots
        claims, labels = [*claims[:half], *claims[-half - 1 :]], labels[[*range(half), *range(-half - 1, 0)]]
    columns = {name: [unturned(getattr(claim, name)) for claim in claims] for name in ("doc", *_COLUMNS)}
    columns["value"] = [readable_value(claim.value, claim.low, claim.high) for claim in claims]
    several = ("doc",) if len(set(columns["doc"])) > 1 else ()
    shown = [*several, "text", "value", *(name for name in _COLUMNS[1:] if any(columns[name]))]
    head = f'<p class="{_WORDS}">{escape(unturned(described))}</p>' if described else ""
    if not claims:
        return head
    frame = pd.DataFrame({name: columns[name] for name in shown}, index=labels)
    with pd.option_context("display.max_colwidth", None):
        return head + frame.to_html(max_rows=_ROWS, border=0, justify="left", classes=_WORDS)
