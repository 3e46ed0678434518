"""Joins neighbouring terms: compounds ("5 feet 2 inches"), ranges ("between 30 and 40"), lists that share a unit ("2.1, 2.4 and 2.6 m").

A joined term is an ordinary `Term` with `low` and `high`, or with the sum of a compound as its value. Ranges keep the printed order, so
that "between 40 and 30" stays inverted for a rule to see.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from numclaims.grammar.ages import share_ages
from numclaims.grammar.bounds import bound_after, bound_before
from numclaims.grammar.lists import is_list_mark
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.trend import read_change
from numclaims.lexicon.syntax import is_plural, syntax

_DASHES = frozenset("-–—‐‑−~∼‒")
_LOWER, _UPPER = ("at least", "more than"), ("at most", "less than")
_LIST = (",", "and", "or", "&", "/", "by", "x", "×")


def join(tokens: Tokens, terms: list[Term]) -> list[Term]:
    """The terms with compounds and ranges made one and shared units filled in, in text order."""
    terms = _pairs(tokens, _pairs(tokens, terms, _compound), _uncertain)
    _share_units(tokens, terms)
    share_ages(tokens, terms)
    terms = _pairs(tokens, terms, _range)
    _share_levels(tokens, terms)
    return terms


def _pairs(tokens: Tokens, terms: list[Term], joined: Callable[[Tokens, Term, Term], Term | None]) -> list[Term]:
    result: list[Term] = []
    for term in terms:
        both = joined(tokens, result[-1], term) if result else None
        if both is None:
            result.append(term)
        else:
            result[-1] = both
    return result


def _compound(tokens: Tokens, left: Term, right: Term) -> Term | None:
    """ "12 ft 2 in", "one week three days", "thirteen dollars and forty-five cents"; a comma keeps its sides apart."""
    gap = tokens.lows[left.next : right.first]
    if left.value is None or right.value is None or left.unit is None or len(gap) > 1:
        return None
    if left.unit.dimension == "money":
        return _cents(tokens, left, right, gap)
    if (
        gap
        or right.unit is None
        or left.unit.dimension != right.unit.dimension
        or left.per
        or right.per
        or left.unit.dimension not in ("length", "time", "mass")
    ):
        return None
    if (
        left.unit.factor <= right.unit.factor
        or right.value < 0
        or right.value * right.unit.factor >= left.unit.factor * 2
        or tokens.breaks(right.first)
    ):
        return None
    factor = right.unit.factor / left.unit.factor
    return _merged(left, right, value=left.value + right.value * factor, step=right.step * factor)


def _uncertain(tokens: Tokens, left: Term, right: Term) -> Term | None:
    """ "5.2 ± 0.1 mm": one value, whose step is the whole width of the uncertainty."""
    gap = tokens.lows[left.next : right.first]
    if gap not in (["±"], ["+", "/", "-"], ["+", "/", "−"]) or left.value is None or right.value is None:
        return None
    if left.unit is not None and right.unit is not None and left.unit.name != right.unit.name:
        return None
    joined = _merged(left, right, value=left.value, step=2 * abs(right.value))
    joined.unit = right.unit if right.unit is not None else left.unit
    joined.number_next = left.number_next
    return joined


def _cents(tokens: Tokens, left: Term, right: Term, gap: list[str]) -> Term | None:
    if (
        gap not in ([], ["and"])
        or left.scale != 1
        or left.value is None
        or right.value is None
        or not 0 < right.value < 100
        or left.value != int(left.value)
    ):
        return None
    cents = right.unit is not None and right.unit.name in ("cent", "penny")
    bare = (
        right.unit is None
        and right.value == int(right.value)
        and not tokens.words[right.next][:1].isalpha()
        and right.form in ("words", "digits")
        and left.unit_printed
    )
    printed_after = tokens.lows[left.next - 1][:1].isalpha()
    if not cents and not (bare and (printed_after or gap == ["and"])):
        return None
    return _merged(left, right, value=left.value + right.value / 100, step=0.01)


def _merged(
    left: Term, right: Term, *, value: float | None = None, low: float | None = None, high: float | None = None, step: float = 0.0
) -> Term:
    return Term(
        left.first,
        right.next,
        left.number_first,
        right.number_next,
        value,
        low,
        high,
        step,
        "digits",
        right.scale,
        left.unit or right.unit,
        True,
        right.per or left.per,
        left.age or right.age,
    )


def _range(tokens: Tokens, left: Term, right: Term) -> Term | None:
    """A range out of two neighbours, where the words between and before them say so."""
    if (
        (left.low is not None and left.form != "vague")
        or (right.low is not None and right.form != "vague")
        or left.form == "fraction" != right.form
    ):
        return None
    gap = tokens.lows[left.next : right.first]
    if not 1 <= len(gap) <= 9 or tokens.parted(left.next - 1, right.first + 1) or is_list_mark(tokens, left.next):
        return None
    if (
        gap in (["-", "to"], ["-", "to", "-"])
        and left.unit is None
        and left.value is not None
        and right.value is not None
        and left.value < right.value
    ):
        return _spanned(left, right)
    chained = _bounded_chain(tokens, left, right, gap)
    if chained:
        return chained
    if (
        len(gap) == 2
        and gap[1] in ("a", "the", "about", "over", "nearly", "around", "perhaps", "some", "almost")
        and gap[0] in ("to", "and")
    ):
        gap = gap[:1]
    if len(gap) != 1 or not _same_kind(left, right) or not _connects(tokens, left, right, gap[0]):
        return None
    return _spanned(left, right)


def _spanned(left: Term, right: Term) -> Term:
    low = left.low if left.low is not None else left.value
    high = right.high if right.high is not None else right.value
    tied = right.first - left.next == 1 and left.raw < 1000 and left.unit is None
    if left.scale == 1 and right.scale >= 1000 and left.value is not None and right.value is not None and (tied or _elided(left, right)):
        low = left.value * right.scale
    if (
        left.form == "vague"
        and left.unit is not None
        and right.unit is not None
        and left.unit.name != right.unit.name
        and left.unit.dimension == right.unit.dimension
    ):
        low = (low or 0.0) * left.unit.factor / right.unit.factor
    unit = right.unit if right.unit is not None else left.unit
    joined = _merged(left, right, low=low, high=high, step=max(left.step, right.step))
    joined.unit, joined.unit_printed = unit, True
    joined.age = left.age or right.age
    return joined


def _elided(left: Term, right: Term) -> bool:
    """Whether the left number shares the scale of the right one: "$26 and $31 million", "4-5 thousand"; not "$200 to $4 million"."""
    return 0 < left.raw < right.raw and left.raw < 1000 and (left.unit is None or left.unit.dimension == "money")


def _same_kind(left: Term, right: Term) -> bool:
    if left.unit is None or right.unit is None:
        return left.unit is None or left.age or left.unit.dimension == "money" or (right.unit is None and left.unit.dimension in ("share",))
    return left.unit.name == right.unit.name or (left.form == "vague" and left.unit.dimension == right.unit.dimension)


def _connects(tokens: Tokens, left: Term, right: Term, word: str) -> bool:
    before = tokens.lows[left.first - 1] if left.first else ""
    earlier = tokens.lows[left.first - 2] if left.first > 1 else ""
    if word in _DASHES:
        tight = tokens.glued(left.next) == tokens.glued(left.next + 1) or not tokens.glued(left.next) or (left.unit_printed and word != "-")
        rises = left.value is None or right.value is None or left.value < right.value * max(1.0, right.scale / left.scale)
        return tight and word != "—" and (rises or (before == "between"))
    if word in ("to", "till", "until", "through"):
        return _to(tokens, left, right, before)
    if word == "and":
        return before == "between" or (earlier == "between" and before in ("about", "around", "the", "some", "roughly"))
    return word == "or" and _neighbours(left, right)


def _neighbours(left: Term, right: Term) -> bool:
    """Two small whole numbers in a row, as in "three or four years"; amounts of money are alternatives instead."""
    if left.value is None or right.value is None or left.form != right.form or left.unit_printed:
        return False
    return right.value == left.value + 1 and right.value <= 20 and not (right.unit is not None and right.unit.dimension == "money")


def _to(tokens: Tokens, left: Term, right: Term, before: str) -> bool:
    """ "5 to 10" is a range; "rose 5% to 40%" and "cut from 10 to 8" are a change and its levels."""
    classes = syntax()
    recent = tokens.lows[max(0, left.first - 12) : left.first]
    if before == "from":
        if tokens.lows[right.next] == "to" and is_number(tokens.words[right.next + 1]):
            return True
        ranged = any(
            low in ("ranging", "range", "ranges", "ranged", "anywhere", "run", "vary", "varied", "varies", "priced") for low in recent
        )
        falls = left.value is not None and right.value is not None and left.value > right.value
        moved = any(low in classes.up_verbs or low in classes.down_verbs for low in recent)
        change = moved or falls or any(low in classes.up_nouns or low in classes.down_nouns for low in recent[-3:])
        return ranged or not change
    if left.unit_printed and left.unit is not None and before == "by":
        return False
    if left.unit_printed and left.unit is not None and read_change(tokens, left.first, left.next, unit="x", money=False) != "none":
        return False
    if (
        left.value is not None
        and right.value is not None
        and not left.value < 0 > right.value
        and left.value >= right.value * (right.scale / left.scale if _elided(left, right) else 1)
        and before != "between"
    ):
        return False
    return not (left.unit_printed and right.unit is None)


def _bounded_chain(tokens: Tokens, left: Term, right: Term, gap: list[str]) -> Term | None:
    """ "larger than twenty and less than thirty": a lower and an upper bound on the same thing."""
    if left.value is None or right.value is None or not left.value < right.value or gap[0] not in ("and", "but", ","):
        return None
    ordinal = left.form == "ordinal"
    below = bound_before(tokens, left.first, dimension="", counted=False, ordinal=ordinal)
    above = bound_before(tokens, right.first, dimension="", counted=False, ordinal=ordinal)
    if below is None or above is None or below.bound not in _LOWER or above.bound not in _UPPER:
        return None
    if any(word not in ("and", "but", ",", "is", "are", "was") for word in tokens.lows[left.next : above.token]):
        return None
    joined = _merged(left, right, low=left.value, high=right.value, step=max(left.step, right.step))
    joined.first = below.token
    joined.unit = right.unit or left.unit
    return joined


def _share_units(tokens: Tokens, terms: list[Term]) -> None:
    """Fill a unit from the last number of a list into those before it ("2.1, 2.4 and 2.6 m", "8 or $9"), and money from the first on."""
    for at in range(len(terms) - 1, 0, -1):
        left, right = terms[at - 1], terms[at]
        if left.unit is None and right.unit is not None and _listed(tokens, left, right):
            series = at > 1 and tokens.lows[terms[at - 2].next : left.first] == [","]
            if right.unit.dimension == "money" and not (tokens.lows[left.next] in ("or", "to") or left.scale == right.scale > 1):
                if not (left.scale == 1 < right.scale and _elided(left, right) and (series or tokens.lows[left.next] == ",")):
                    continue
                left.value, left.step, left.scale = (left.value or 0.0) * right.scale, left.step * right.scale, right.scale
            if right.form == left.form and not left.age and not (is_plural(tokens.lows[left.next])):
                left.unit, left.per = right.unit, right.per
                left.age = right.age
        elif (
            left.unit is right.unit is not None
            and right.unit.dimension == "money"
            and left.scale == 1 < right.scale
            and left.value is not None
            and _listed(tokens, left, right)
            and _elided(left, right)
            and right.raw < 1000
        ):
            left.value, left.step, left.scale = left.value * right.scale, left.step * right.scale, right.scale


def _share_levels(tokens: Tokens, terms: list[Term]) -> None:
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
        if left.unit is right.unit and not left.per:
            left.per = right.per


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
