"""Joins neighbouring terms: compounds ("5 feet 2 inches") and ranges ("between 30 and 40"); units said once are for `shared`.

A joined term is an ordinary `Term` with `low` and `high`, or with the sum of a compound as its value. Ranges keep the printed order, so
that "between 40 and 30" stays inverted for a rule to see.
"""

from __future__ import annotations

from collections.abc import Callable

from numclaims.grammar.ages import share_ages
from numclaims.grammar.bounds import bound_before
from numclaims.grammar.lists import is_list_mark
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.shared import share_compared, share_contrasted, share_in_lists, share_levels, share_sides, shares_scale
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.trend import read_change
from numclaims.lexicon.syntax import syntax

_DASHES = frozenset("-–—‐‑−~∼‒")
_LEVEL_OVER = 3  # a number so many times the one before is no end of a range with it
_LOWER, _UPPER = ("at least", "more than"), ("at most", "less than")


def join(tokens: Tokens, terms: list[Term]) -> list[Term]:
    """The terms with compounds and ranges made one and shared units filled in, in text order."""
    terms = _pairs(tokens, _pairs(tokens, terms, _compound), _uncertain)
    share_in_lists(tokens, terms)
    share_ages(tokens, terms)
    terms = _pairs(tokens, terms, _range)
    share_sides(tokens, terms)
    share_compared(tokens, terms)
    share_contrasted(tokens, terms)
    share_levels(tokens, terms)
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


_WITH_CENTS = frozenset(("USD", "EUR", "CAD", "AUD", "NZD"))


def _cents(tokens: Tokens, left: Term, right: Term, gap: list[str]) -> Term | None:
    if (
        gap not in ([], ["and"])
        or left.scale != 1
        or left.value is None
        or right.value is None
        or not 0 < right.value < 100
        or left.value != int(left.value)
        or left.per
        or (right.unit is not None and right.unit.name == "penny" and left.unit is not None and left.unit.name in _WITH_CENTS)
    ):
        return None
    cents = right.unit is not None and right.unit.name in ("cent", "penny")
    coded = tokens.words[left.next - 1].isupper() and len(tokens.words[right.first]) == 2 and not _counts_things(tokens, right.next)
    bare = (
        right.unit is None
        and right.value == int(right.value)
        and (coded or not tokens.words[right.next][:1].isalpha())
        and right.form in ("words", "digits")
        and left.unit_printed
    )
    printed_after = tokens.lows[left.next - 1][:1].isalpha()
    if not cents and not (bare and (printed_after or gap == ["and"])):
        return None
    return _merged(left, right, value=left.value + right.value / 100, step=0.01)


def _counts_things(tokens: Tokens, at: int) -> bool:
    return tokens.lows[at] != "more" and has_plural(tokens, at)


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
    if tokens.lows[left.first - 1] == "from" and gap in _RISING and left.unit_printed == right.unit_printed and _rises(left, right):
        return _spanned(left, right) if _same_kind(left, right) and _to(tokens, left, right, "from") else None
    if len(gap) != 1 or not _same_kind(left, right) or not _connects(tokens, left, right, gap[0]):
        return None
    return _spanned(left, right)


_RISING = (["up", "to"], ["all", "the", "way", "to"], ["to", "as", "much", "as"], ["to", "as", "many", "as"], ["to", "up", "to"])


def _rises(left: Term, right: Term) -> bool:
    return left.value is not None and right.value is not None and left.value < right.value


def _spanned(left: Term, right: Term) -> Term:
    low = left.low if left.low is not None else left.value
    high = right.high if right.high is not None else right.value
    tied = right.first - left.next == 1 and left.raw < 1000 and left.unit is None
    if (
        left.scale == 1
        and right.scale >= 1000
        and left.value is not None
        and right.value is not None
        and (tied or shares_scale(left, right))
    ):
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
    if _stated_change(tokens, left, right, by=before == "by"):
        return False
    if left.unit_printed and left.unit is not None and read_change(tokens, left.first, left.next, unit="x", dimension="") != "none":
        return False
    if (
        left.value is not None
        and right.value is not None
        and not left.value < 0 > right.value
        and left.value >= right.value * (right.scale / left.scale if shares_scale(left, right) else 1)
        and before != "between"
    ):
        return False
    return not (left.unit_printed and right.unit is None)


def _stated_change(tokens: Tokens, left: Term, right: Term, *, by: bool) -> bool:
    """Whether a change and its level stand here: "rose by 1.2m to 4.5m", "by 6 tonnes to 92", "grew by 14 to 61", "slipped 12 to 4,310"."""
    if by and left.unit_printed and left.unit is not None:
        return True
    at, classes = left.first - 1 - by, syntax()
    verb = tokens.lows[at] if at >= 0 else ""
    if left.value is None or right.value is None or right.unit is not None or not (verb in classes.up_verbs or verb in classes.down_verbs):
        return False
    return (by and left.scale > 1) or left.value * _LEVEL_OVER <= right.value


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
