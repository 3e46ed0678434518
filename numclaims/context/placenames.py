"""Where a text names a place, and how: in or near it, on the way to it, so far from it, as the home of what is counted.

It reads one sentence at a time by prepositions, capitals and the gazetteer, and does not know which number a place belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from numclaims.context.calendarwords import names_a_time
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.gazetteer import PlaceWords, is_place_name, place_words
from numclaims.lexicon.syntax import syntax

Role = Literal["scene", "movement", "distance", "home", "voice"]

_LOOSE = frozenset("over above behind between off opposite beyond beneath through within onto".split())
_CONNECTORS = frozenset("of de del da do dos du la las le les el al the der den am an of upon e y".split())
_DETERMINERS = frozenset("the its their his her".split())
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_HYPHENS = frozenset("-‐‑")
_DEMONYM = ("ian", "ish", "ese", "ean", "ean", "aqi", "aeli", "eni", "stani", "ench", "utch", "erman", "reek", "hai", "wiss", "ani")
_LONGEST = 7
