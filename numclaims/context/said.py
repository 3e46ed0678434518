"""What a claim is about, as the readers of noun phrases and verbs find it. Records only."""

from __future__ import annotations

from typing import NamedTuple

from numclaims.context.verb import Range, Verb


class Said(NamedTuple):
    """What a claim is about, as token ranges where the words stand in this piece of text, or as `text` where they stand elsewhere.

    `after` is the index behind the quantity, its noun phrase and its rate. `bracketed` is the noun before a bracket that the number
    opens: "John Gant (0.5 WAR)"; `rated` are the words of the rate where they stand apart from the number; `apart` says that the verb
    does not govern the number: "a 12-storey hotel burned".
    """

    item: Range | None = None
    text: str = ""
    actor: Range | None = None
    verb: Verb | None = None
    per: str = ""
    after: int = 0
    rated: Range | None = None
    bracketed: Range | None = None
    apart: bool = False
