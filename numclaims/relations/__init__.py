"""Which claims of a document belong together, as plain relations. Whether their numbers agree is for the rules to say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from numclaims.model import Analysis, Relation
from numclaims.relations.amounts import PART_OF, SHARE_OF
from numclaims.relations.changes.multiples import multiple_relations
from numclaims.relations.changes.retold import changes
from numclaims.relations.lists.announced import LIST_OF, list_relations
from numclaims.relations.lists.ordinals import RANK_AMONG, RANK_OF, rank_relations
from numclaims.relations.measures.conversions import conversion_relations
from numclaims.relations.measures.impossible import limited
from numclaims.relations.measures.measured import measurements
from numclaims.relations.measures.spans import spanned
from numclaims.relations.parts.mentions import mention_relations
from numclaims.relations.parts.parts import part_relations
from numclaims.relations.parts.treated import treated_relations
from numclaims.relations.properties import property_relations
from numclaims.relations.repeats import SAME_MEASURE, repeat_relations
from numclaims.relations.shares.shares import share_relations
from numclaims.relations.shares.sharewords import share_word_relations
from numclaims.relations.shares.wholes import whole_relations
from numclaims.relations.statistics.intervals import estimates
from numclaims.relations.statistics.polls import margins
from numclaims.relations.statistics.testresults import test_results
from numclaims.relations.sums.alternatives import alternative_relations
from numclaims.relations.sums.breakdowns import breakdown_relations
from numclaims.relations.sums.paces import pace_relations
from numclaims.relations.sums.products import PRODUCT_OF, product_relations
from numclaims.relations.sums.summings import summing_relations
from numclaims.relations.sums.totals import TOTAL_OF
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.times import time_relations
from numclaims.relations.times.weekdays import weekdays

__all__ = ["LIST_OF", "PART_OF", "PRODUCT_OF", "RANK_AMONG", "RANK_OF", "SAME_MEASURE", "SHARE_OF", "TOTAL_OF", "find_relations"]

_READERS: tuple[Callable[[Surroundings], Iterable[Relation]], ...] = (
    conversion_relations,
    changes,
    multiple_relations,
    whole_relations,
    share_word_relations,
    test_results,
    estimates,
    margins,
    measurements,
    limited,
    spanned,
    weekdays,
    list_relations,
    breakdown_relations,
    alternative_relations,
    product_relations,
    pace_relations,
    time_relations,
    repeat_relations,
    property_relations,
    rank_relations,
)
"""What reads relations of its own from a document, one a line."""


def find_relations(analysis: Analysis) -> tuple[Relation, ...]:
    """The relations that the text of a document states between its claims, in time linear in the number of claims."""
    around = Surroundings(analysis)
    parts = (*part_relations(around), *mention_relations(around), *treated_relations(around))
    beside_parts = (share_relations(around, parts), summing_relations(around, parts))
    return tuple(chain(parts, *beside_parts, *(read(around) for read in _READERS)))
