"""Numbers written in words: cardinals, ordinals and fractions, with digits mixed in ("3 hundred and 21", "two and a half million").

It reads from one token on and stops where the words no longer make one number ("three hundred and two hundred" are two).
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.words import number_words

_HYPHENS = frozenset("-‐‑–")


class WordNumber(NamedTuple):
    """A value at the tokens up to `next` (exclusive); `scale` is its smallest scale word ("million" in "two million")."""

    next: int
    value: float
    scale: float = 1.0
    form: Literal["words", "fraction", "ordinal"] = "words"


def is_number_word(low: str) -> bool:
    """Whether a lower-cased word can stand in a number."""
    numbers = number_words()
    return low in numbers.units or low in numbers.tens or low in numbers.scales


def read_cardinal(tokens: Tokens, index: int, *, between: bool = False) -> WordNumber | None:
    """The longest number in words from here: a cardinal, an ordinal ("one hundred twenty-fifth") or a fraction ("two thirds")."""
    group = _group(tokens, index)
    return (_compound_fraction(tokens, group) if group else None) or _cardinal(tokens, index, between=between)


def _cardinal(tokens: Tokens, index: int, *, between: bool = False, below: float = math.inf) -> WordNumber | None:
    """A number in words that is no ratio; one that goes on in another has scale words `below` that one's only."""
    article = tokens.lows[index] in ("a", "an")
    start = index + article
    if article:
        fraction = None if _counts_order(tokens, start + 1) else read_denominator(tokens, start, numerator=1.0)
        if fraction:
            return fraction
        if tokens.lows[start] not in number_words().scales and tokens.lows[start] != "dozen":
            return None
    half_group = _grouped(tokens, start, 1.0)
    if half_group:
        return half_group
    group = _group(tokens, start)
    if group is None:
        ordinal = _ordinal(tokens, start, 0.0) if not article else None
        if ordinal:
            return ordinal
        if tokens.lows[start] not in number_words().scales:
            return None
        return _scaled(tokens, start, 1.0, between=between, below=below)
    return _finish(tokens, group, between, below)


def _finish(tokens: Tokens, group: WordNumber, between: bool, below: float) -> WordNumber | None:
    """A number below a thousand and what may follow it: a scale, an ordinal, a fraction, a decimal point, a dozen."""
    at = skip_hyphen(tokens, group.next)
    if tokens.lows[at] in number_words().scales:
        return _scaled(tokens, at, group.value, between=between, below=below)
    if at == group.next and (scale := number_words().sure_scales.get(tokens.lows[at])):
        return WordNumber(at + 1, group.value * scale, scale)
    fraction = read_denominator(tokens, at, numerator=group.value)
    if fraction:
        return fraction
    ordinal = _ordinal(tokens, at, group.value)
    if ordinal:
        return ordinal
    return _tail(tokens, group) or _grouped(tokens, group.next, group.value) or group


def _group(tokens: Tokens, at: int) -> WordNumber | None:
    """A number below one hundred in words, or one hundred and more as "one hundred and six"."""
    numbers, lows = number_words(), tokens.lows
    if lows[at] in numbers.tens:
        value = float(numbers.tens[lows[at]])
        follow = skip_hyphen(tokens, at + 1)
        if 1 <= numbers.units.get(lows[follow], 0) <= 9:
            return WordNumber(follow + 1, value + numbers.units[lows[follow]])
        return WordNumber(at + 1, value)
    if lows[at] in numbers.units:
        return WordNumber(at + 1, float(numbers.units[lows[at]]))
    return None


def skip_hyphen(tokens: Tokens, at: int) -> int:
    """Past a hyphen that ties two number words ("twenty-one", "fifty - two")."""
    return at + 1 if tokens.words[at] in _HYPHENS else at


def read_scale(tokens: Tokens, at: int, value: float, *, alone: bool = False) -> WordNumber:
    """From a scale word on, with the number `value` read before it: "hundred and six", "million two hundred thousand".

    `alone` leaves out a smaller number behind it: "6.5 billion twelve months before".
    """
    number = _scale_words(tokens, at, value)
    return number if alone else _scale_end(tokens, number, between=False)


def _scaled(tokens: Tokens, at: int, value: float, *, between: bool, below: float) -> WordNumber | None:
    """As `read_scale`, or None where the scale words are not `below` those of the number that this one would go on."""
    number = _scale_words(tokens, at, value)
    return _scale_end(tokens, number, between=between) if number.scale < below else None


def _scale_words(tokens: Tokens, at: int, value: float) -> WordNumber:
    """Scale words that multiply each other: "hundred", "hundred thousand", "thousand billion"."""
    numbers, lows = number_words(), tokens.lows
    scale = numbers.scales[lows[at]]
    at += 1
    while lows[at] in numbers.scales and numbers.scales[lows[at]] > scale and not tokens.breaks(at):
        scale *= numbers.scales[lows[at]]
        at += 1
    return WordNumber(at, value * scale, scale)


def _scale_end(tokens: Tokens, number: WordNumber, *, between: bool) -> WordNumber:
    """What may follow a scaled number: a half, a fraction, a smaller number, an ordinal, a decimal point."""
    at = number.next
    half = _half(tokens, number) or read_denominator(tokens, skip_hyphen(tokens, at), numerator=number.value)
    if half:
        return half
    rest = _rest(tokens, number, between)
    if rest:
        return rest
    return _ordinal(tokens, skip_hyphen(tokens, at), number.value) or _tail(tokens, number) or number


def _half(tokens: Tokens, number: WordNumber) -> WordNumber | None:
    """ "3 million and a half", "two million and three fifths", "one billion and a half million"."""
    if tokens.lows[number.next] != "and":
        return None
    at = number.next + 1
    article = tokens.lows[at] in ("a", "an")
    group = WordNumber(at + 1, 1.0) if article else _group(tokens, at)
    if group is None:
        return None
    fraction = read_denominator(tokens, skip_hyphen(tokens, group.next), numerator=group.value)
    if fraction is None:
        return None
    if fraction.scale > 1:
        return WordNumber(fraction.next, number.value + fraction.value, fraction.scale)
    if fraction.value > 1 and number.scale == 100:
        return WordNumber(fraction.next, (number.value + group.value) * fraction.value / group.value, form="fraction")
    size = number.scale if number.scale >= 1000 else 1.0
    return WordNumber(fraction.next, number.value + fraction.value * size)


def _rest(tokens: Tokens, number: WordNumber, between: bool) -> WordNumber | None:
    """What follows a scaled number inside the same number: a smaller one, after "and" or directly."""
    at = skip_hyphen(tokens, number.next)
    if tokens.lows[at] == "and":
        if between:
            return None
        at += 1
    elif tokens.lows[at] == "," and number.scale >= 1000:
        at += 1
    if (
        is_number(tokens.words[at])
        and at > number.next
        and tokens.words[at].isdecimal()
        and number.scale <= 1000
        and tokens.lows[at - 1] == "and"
    ):
        following: WordNumber | None = WordNumber(at + 1, float(tokens.words[at]))
        if tokens.lows[at + 1] in number_words().scales or float(tokens.words[at]) >= number.scale:
            return None
    elif tokens.lows[at] in number_words().units or tokens.lows[at] in number_words().tens or tokens.lows[at] in number_words().ordinals:
        following = _cardinal(tokens, at, below=number.scale)
    else:
        return None
    if following is None or following.value >= number.scale or following.form == "fraction" or tokens.lows[at - 1] == ",":
        return None
    return WordNumber(following.next, number.value + following.value, min(number.scale, following.scale), following.form)


def _tail(tokens: Tokens, number: WordNumber) -> WordNumber | None:
    """A decimal in words ("two hundred point zero three") or a fraction ("two and a half", "five and a quarter million")."""
    if tokens.lows[number.next] == "point":
        return _decimals(tokens, number)
    joint = skip_hyphen(tokens, number.next)
    if tokens.lows[joint] != "and":
        return None
    at = skip_hyphen(tokens, joint + 1)
    hyphened = joint > number.next
    if tokens.lows[at] in ("a", "an", "one") and (hyphened or tokens.lows[at + 1] != "-"):
        fraction = read_denominator(tokens, skip_hyphen(tokens, at + 1), numerator=1.0)
    else:
        group = _group(tokens, at)
        if group and tokens.lows[group.next] == "and" and group.value < 10 and number.value >= 20:
            nested = _tail(tokens, group)
            if nested:
                return WordNumber(nested.next, number.value + nested.value, number.scale)
        fraction = group and read_denominator(tokens, skip_hyphen(tokens, group.next), numerator=group.value)
    if fraction is not None and fraction.form == "words" and fraction.scale > 1 and number.scale == 1:
        return WordNumber(fraction.next, number.value * fraction.scale + fraction.value, fraction.scale)
    if fraction is None or fraction.form != "fraction" or fraction.value >= 1:
        return None
    if tokens.lows[fraction.next] in number_words().scales and number.scale == 1:
        scale = number_words().scales[tokens.lows[fraction.next]]
        return WordNumber(fraction.next + 1, (number.value + fraction.value) * scale, scale)
    return WordNumber(fraction.next, number.value + fraction.value, number.scale)


def _decimals(tokens: Tokens, number: WordNumber) -> WordNumber | None:
    units, at, digits = number_words().units, number.next + 1, ""
    while tokens.lows[at] in units and units[tokens.lows[at]] <= 9 and len(digits) < 15:
        digits += str(units[tokens.lows[at]])
        at += 1
    if not digits:
        return None
    value = number.value + int(digits) / 10 ** len(digits)
    if tokens.lows[at] in number_words().scales:
        scale = number_words().scales[tokens.lows[at]]
        return WordNumber(at + 1, value * scale, scale)
    return WordNumber(at, value)


def _ordinal(tokens: Tokens, at: int, base: float) -> WordNumber | None:
    """An ordinal that ends a number ("hundred twenty-fifth") or is one alone ("eleventh", "three trillionth")."""
    ordinals, tens = number_words().ordinals, number_words().tens
    value = ordinals.get(tokens.lows[at])
    if value is None:
        if tokens.lows[at] in tens:
            follow = skip_hyphen(tokens, at + 1)
            unit = ordinals.get(tokens.lows[follow], 0)
            if 1 <= unit <= 9 and (base == 0 or base % 100 == 0):
                return WordNumber(follow + 1, base + tens[tokens.lows[at]] + unit, form="ordinal")
        return None
    if base and value >= 100:
        return WordNumber(at + 1, base * value, form="ordinal")
    if base and (value >= base or (base % 100 and not (base % 10 == 0 and value < 10))):
        return None
    return WordNumber(at + 1, base + value, form="ordinal")


def read_denominator(tokens: Tokens, at: int, *, numerator: float) -> WordNumber | None:
    """A fraction whose numerator was read before: "half", "thirds", "- fifths", "twenty-fifth", "hundredths", "quarter million".

    A singular ordinal is a denominator only under the numerator one ("a fifth", not "three fifth").
    """
    numbers, lows = number_words(), tokens.lows
    low = lows[at]
    bottom: float | None = numbers.fractions.get(low)
    after = at + 1
    if bottom is None:
        single = numbers.ordinals.get(low)
        plural = numbers.ordinals.get(low[:-1]) if low.endswith("s") else None
        if low in numbers.tens:
            follow = skip_hyphen(tokens, after)
            unit = numbers.ordinals.get(lows[follow].removesuffix("s"), 0)
            if not 1 <= unit <= 9 or (lows[follow].endswith("s") == (numerator == 1)):
                return None
            bottom, after = numbers.tens[low] + unit, follow + 1
        elif plural and plural > 2 and numerator != 1:
            bottom = plural
        elif single and single > 2 and numerator == 1 and tokens.words[at][:1].islower():
            bottom = single
    elif (low in ("half", "quarter")) != (numerator == 1) and not (low == "quarter" and numerator == 3):
        return None
    if bottom is None or (bottom == 2 and low == "second"):
        return None
    return _of_scale(tokens, WordNumber(after, numerator / bottom, form="fraction"))


def _counts_order(tokens: Tokens, after: int) -> bool:
    """Whether "a third" is an ordinal because a noun follows: "a third person", "a third-party tool"."""
    low = tokens.lows[after]
    if tokens.lows[after - 1] in ("half", "quarter", "dozen") or tokens.lows[after - 1] in number_words().tens:
        return False
    if low == "-":
        return tokens.glued(after)
    return (
        low[:1].isalpha()
        and low not in syntax().function
        and low not in number_words().scales
        and low not in ("less", "more", "as")
        and not (low in syntax().comparatives and tokens.lows[after + 1] in ("than", ".", ",", "again", "and"))
    )


def _of_scale(tokens: Tokens, fraction: WordNumber) -> WordNumber:
    """A scale behind a fraction: "half a million", "a quarter million", "two thirds of a million", "half a dozen"."""
    numbers, at = number_words(), fraction.next
    if tokens.words[at] == "-" and tokens.lows[at + 1] in numbers.scales:
        at += 1
    if tokens.lows[at] == "of" and tokens.lows[at + 1] in ("a", "one"):
        at += 2
    elif tokens.lows[at] == "a":
        at += 1
    if tokens.lows[at] == "dozen":
        return WordNumber(at + 1, fraction.value * 12)
    if tokens.lows[at] in numbers.scales:
        scale = numbers.scales[tokens.lows[at]]
        return WordNumber(at + 1, fraction.value * scale, scale)
    return fraction


def _grouped(tokens: Tokens, at: int, value: float) -> WordNumber | None:
    """ "three dozen", "a dozen"."""
    groups = number_words().groups
    if tokens.lows[at] in groups and not (value == 1 and tokens.lows[at] == "dozens"):
        return WordNumber(at + 1, value * groups[tokens.lows[at]])
    return None


def _compound_fraction(tokens: Tokens, group: WordNumber) -> WordNumber | None:
    """A ratio in words: "one over twenty", "two over one hundred and five"."""
    if tokens.lows[group.next] != "over" or group.value > 10 or not is_number_word(tokens.lows[group.next + 1]):
        return _digit_ratio(tokens, group)
    bottom = _cardinal(tokens, group.next + 1)
    if bottom is None or bottom.value <= group.value or bottom.form != "words" or math.isinf(bottom.value):
        return None
    return WordNumber(bottom.next, group.value / bottom.value, form="fraction")


def _digit_ratio(tokens: Tokens, group: WordNumber) -> WordNumber | None:
    word = tokens.words[group.next + 1]
    if tokens.lows[group.next] == "over" and word.isdecimal() and len(word) <= 3 and group.value < float(word) and group.value == 1:
        return WordNumber(group.next + 2, group.value / float(word), form="fraction")
    return None
