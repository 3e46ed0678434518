"""Units said once for several numbers: lists ("2.1, 2.4 and 2.6 m"), levels of one change ("from 31 to 24 percent"), and what is
compared ("6.8 tonnes, 0.2 more than planned"). It gives terms the units of their neighbours and reads none itself.
"""

from __future__ import annotations

import itertools

from numclaims.grammar.bounds import bound_after
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.syntax import is_plural
from numclaims.lexicon.units import unit_lexicon

_LIST = (",", "and", "or", "even", "&", "/", "by", "x", "×")


def shares_scale(left: Term, right: Term) -> bool:
    """Whether the left number shares the scale of the right one: "$26 and $31 million", "4-5 thousand"; not "$200 to $4 million"."""
    return 0 < left.raw < right.raw and left.raw < 1000 and (left.unit is None or left.unit.dimension == "money")


def share_in_lists(tokens: Tokens, terms: list[Term]) -> None:
    """Fill a unit from the last number of a list into those before it ("2.1, 2.4 and 2.6 m", "8 or $9"), and money from the first on."""
    for at in range(len(terms) - 1, 0, -1):
        left, right = terms[at - 1], terms[at]
        if left.unit is None and right.unit is not None and _listed(tokens, left, right):
            series = at > 1 and tokens.lows[terms[at - 2].next : left.first] == [","]
            gap = tokens.lows[left.next : right.first]
            goes_on = gap == [","] and at + 1 < len(terms) and _listed(tokens, right, terms[at + 1])
            if right.unit.dimension == "share" and gap in ([",", "or"], [","]) and not (series or goes_on):
                continue  # "took 411, or 63%": the second number says the first over again
            if right.unit.dimension == "money" and not (tokens.lows[left.next] in ("or", "to") or left.scale == right.scale > 1):
                if not (left.scale == 1 < right.scale and shares_scale(left, right) and (series or tokens.lows[left.next] == ",")):
                    continue
                left.value, left.step, left.scale = (left.value or 0.0) * right.scale, left.step * right.scale, right.scale
            vague = left.form == "vague" and tokens.lows[left.next] == "or"
            if (right.form == left.form or vague) and not left.age and not (is_plural(tokens.lows[left.next])):
                left.unit, left.per = right.unit, right.per
                left.age = right.age
        elif (
            left.unit is right.unit is not None
            and right.unit.dimension == "money"
            and left.scale == 1 < right.scale
            and left.value is not None
            and _listed(tokens, left, right)
            and shares_scale(left, right)
            and right.raw < 1000
        ):
            left.value, left.step, left.scale = left.value * right.scale, left.step * right.scale, right.scale


def share_levels(tokens: Tokens, terms: list[Term]) -> None:
    """Levels of one change share their unit: "from 31 to 24 percent", "by 6,000 tonnes to 92,000", "from 14 mpg to 24"."""
    for left, right in itertools.pairwise(terms):
        if tokens.lows[left.next : right.first] != ["to"] or left.form == "fraction" or right.form == "fraction":
            continue
        if left.unit is None and right.unit is not None and tokens.lows[left.first - 1] == "from":
            left.unit, left.per = right.unit, right.per
        elif (
            right.unit is None
            and left.unit is not None
            and not has_plural(tokens, right.next)
            and left.unit.dimension not in ("multiple", "share")
        ):
            right.unit, right.per = left.unit, left.per
        if left.unit is not None and right.unit is not None and left.unit.name == right.unit.name:
            left.per, right.per = left.per or right.per, right.per or left.per


def share_sides(tokens: Tokens, terms: list[Term]) -> None:
    """The three sides of a volume are lengths: "60 × 10 × 3 mm3"; "2 × 30 cm2" may be two of 30 and stays."""
    for first, second, third in zip(terms, terms[1:], terms[2:], strict=False):
        unit = third.unit
        if unit is None or unit.dimension != "volume" or third.per or not (first.unit is second.unit is unit):
            continue
        length = unit_lexicon().names.get(unit.name.removeprefix("cubic "))
        if length and length.dimension == "length" and _crossed(tokens, first, second) and _crossed(tokens, second, third):
            first.unit = second.unit = third.unit = length


def _crossed(tokens: Tokens, left: Term, right: Term) -> bool:
    return tokens.lows[left.next : right.first] in (["×"], ["x"], ["by"])


def share_contrasted(tokens: Tokens, terms: list[Term]) -> None:
    """A bare number said of the other end has the unit of the first: "the highest bid was 84 cents, while the lowest was 74"."""
    for left, right in itertools.pairwise(terms):
        if left.unit is None or right.unit is not None or right.form != "digits" or left.unit.dimension == "multiple":
            continue
        gap = tokens.lows[left.next : right.first]
        if not 4 <= len(gap) <= _CONTRAST or gap[-1] not in _BE or gap[-3] != "the" or tokens.lows[right.next][:1].isalnum():
            continue
        if (gap[-2].endswith("est") or gap[-2] in ("most", "least")) and not {".", ";", "?", "!"} & set(gap):
            right.unit, right.per = left.unit, left.per


_CONTRAST = 8  # tokens between two numbers that are set against each other
_BE = ("is", "was", "at", "were")
_MORE = frozenset("more less short higher lower above below over under warmer cooler colder heavier lighter longer shorter taller".split())


def share_compared(tokens: Tokens, terms: list[Term]) -> None:
    """A bare number set against a measure has its unit: "by 1.6 kg (from 11.9 to 10.3)", "at 6.8 tonnes, just 0.2 short of the plan"."""
    for left, right in itertools.pairwise(terms):
        if left.unit is None or right.unit is not None or right.form != "digits" or left.unit.dimension in ("share", "multiple", "time"):
            continue
        gap = tokens.lows[left.next : right.first]
        from_level = gap == ["(", "from"] and "by" in tokens.lows[max(0, left.first - 3) : left.first]
        compared = 1 <= len(gap) <= 6 and "," in gap and "." not in gap and tokens.lows[right.next] in _MORE
        if from_level or (compared and tokens.lows[right.next + 1] in ("than", "of")):
            right.unit, right.per = left.unit, left.per


def _listed(tokens: Tokens, left: Term, right: Term) -> bool:
    gap = tokens.lows[left.next : right.first]
    if gap and gap[0] in ("-", "–") and len(gap) > 1:
        gap = gap[1:]
    return (
        1 <= len(gap) <= 2
        and all(word in _LIST for word in gap)
        and bound_after(tokens, left.next) is None
        and not tokens.breaks(right.first)
    )
