"""Claims as a notebook shows them: a few rows, one number a claim as people write it, and no column in which nothing stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from numclaims.model import Claim
from numclaims.report.figures import readable_value
from numclaims.report.terminal import unturned

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("text", "bound", "unit", "per", "item", "actor", "action", "place", "when", "source", "topic", "support")
_ROWS = 20
_WORDS = "tex2jax_ignore mathjax_ignore"
"""Classes that keep a notebook from setting "$5 million or $6 million" as a formula."""


def claims_in_notebook(claims: Sequence[Claim], labels: pd.Index, described: str) -> str:
    """The claims as HTML, under a line that describes them; of many the first and the last. `labels` are those of the rows of the frame."""
    import pandas as pd

    half = _ROWS // 2
    if len(claims) > _ROWS:  # the one row too many stands for all between, which pandas shows as dots
        claims, labels = [*claims[:half], *claims[-half - 1 :]], labels[[*range(half), *range(-half - 1, 0)]]
    columns = {name: [unturned(getattr(claim, name)) for claim in claims] for name in ("doc", *_COLUMNS)}
    columns["value"] = [readable_value(claim.value, claim.low, claim.high) for claim in claims]
    several = ("doc",) if len(set(columns["doc"])) > 1 else ()
    shown = [*several, "text", "value", *(name for name in _COLUMNS[1:] if any(columns[name]))]
    head = f'<p class="{_WORDS}">{escape(unturned(described))}</p>'
    if not claims:
        return head
    frame = pd.DataFrame({name: columns[name] for name in shown}, index=labels)
    with pd.option_context("display.max_colwidth", None):
        return head + frame.to_html(max_rows=_ROWS, border=0, justify="left", classes=_WORDS)
