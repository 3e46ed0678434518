"""What the rules say of a text, for tables of texts that they must flag or leave alone."""

from __future__ import annotations

from datetime import date

from numclaims.context.claims import analyse
from numclaims.model import Document
from numclaims.rules import RULES, run

WRITTEN = date(2024, 6, 15)
"""The day of writing of the texts that begin with no other."""


def failures(text: str, codes: list[str]) -> list[str]:
    """What chosen rules (none for all) say of a text above a note; a text may begin with its day of writing, in ISO form."""
    day, _, rest = text.partition(" ")
    dated = day[:2] in ("19", "20") and day.count("-") == 2
    document = Document(id="text", text=rest if dated else text, date=date.fromisoformat(day) if dated else WRITTEN)
    checks = run(analyse(document), select=codes)
    return [check.message for check in checks if not check.holds and RULES[check.rule].severity != "note"]
