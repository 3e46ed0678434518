"""Which claims of a document belong together, as plain relations. Whether their numbers agree is for the rules to say."""

from __future__ import annotations

from itertools import chain

from numclaims.model import Analysis, Relation
from numclaims.relations.amounts import PART_OF
from numclaims.relations.conversions import conversion_relations
from numclaims.relations.mentions import mention_relations
from numclaims.relations.parts import part_relations
from numclaims.relations.shares import SHARE_OF, share_relations
from numclaims.relations.surroundings import Surroundings
from numclaims.relations.treated import treated_relations

__all__ = ["PART_OF", "SHARE_OF", "find_relations"]


def find_relations(analysis: Analysis) -> tuple[Relation, ...]:
    """The relations that the text of a document states between its claims, in time linear in the number of claims."""
    if len(analysis.claims) < 2:
        return ()
    around = Surroundings(analysis)
    parts = (*part_relations(around), *mention_relations(around), *treated_relations(around))
    return tuple(chain(parts, share_relations(around, parts), conversion_relations(around)))
