"""Several documents of one story: which of their claims speak of one quantity, and what they say of it. It judges nothing."""

from numclaims.stories.quantities import Pair, Quantity, quantities, rival_pairs
from numclaims.stories.statements import Statement, statements

__all__ = ["Pair", "Quantity", "Statement", "quantities", "rival_pairs", "statements"]
