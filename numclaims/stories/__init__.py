"""Several documents of one story: which of their claims speak of one quantity, and what they say of it. It judges nothing."""

from numclaims.stories.lineup import LineUp, Row, line_up
from numclaims.stories.quantities import Pair, Quantity, quantities
from numclaims.stories.rivals import corrects, rival_pairs, several_parties
from numclaims.stories.statements import Statement, statements
from numclaims.stories.store import Stories

__all__ = [
    "LineUp",
    "Pair",
    "Quantity",
    "Row",
    "Statement",
    "Stories",
    "corrects",
    "line_up",
    "quantities",
    "rival_pairs",
    "several_parties",
    "statements",
]
