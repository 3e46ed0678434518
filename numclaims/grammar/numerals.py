"""Numerals, in digits and in words: from the tokens at one place to a value. It knows no units, ranges or bounds.

A `Numeral` covers digits with separators, decimals, exponents, mixed numbers, fractions, number words, scale words, ordinals and
vague amounts. What stands around it (currency, unit, sign before a range) is for others.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.grammar.wordnumbers import read_cardinal, read_denominator, read_scale
from numclaims.lexicon.words import number_words

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "multiple"]

_MINUS = frozenset("-−–‒")
_TIMES = frozenset("×x⋅·∙*")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPERS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th", "sts", "nds", "rds", "ths"))
_MAX_DIGITS = 40
_TOO_LARGE = 1e18


class Numeral(NamedTuple):
    """A number at tokens `first` to `next` (exclusive).

    `value` for a vague amount is None and `low`, `high` its range. `step` is the place value of the last printed digit (0 for words).
    `bare` says that nothing but one run of digits was read: no scale, no exponent, no fraction.
    """

    first: int
    next: int
    value: float | None
    step: float
    form: Form
    low: float | None = None
    high: float | None = None
    bare: bool = False
    scale: float = 1.0


def parse_digits(word: str) -> tuple[float, float] | None:
    """The value and the place of the last digit of a run of digits, or None where its separators make no number ("1.2.3")."""
    if len(word) > _MAX_DIGITS:
        return None
    if word.isdecimal():
        return float(word), 1.0
    plain = word.replace("'", "").replace("’", "").replace("·", ".")
    commas, points = plain.count(","), plain.count(".")
    if commas and points:
        decimal = "." if plain.rfind(".") > plain.rfind(",") else ","
        group = "," if decimal == "." else "."
        if plain.count(decimal) > 1 or not _grouped(plain.split(decimal)[0].split(group)):
            return None
        plain = plain.replace(group, "").replace(decimal, ".")
    elif commas:
        parts = plain.split(",")
        if _grouped(parts):
            plain = plain.replace(",", "")
        elif commas == 1:
            plain = plain.replace(",", ".")
        else:
            return None
    elif points > 1:
        if not _grouped(plain.split(".")):
            return None
        plain = plain.replace(".", "")
    decimals = len(plain) - plain.find(".") - 1 if "." in plain else 0
    return float(plain), 10.0**-decimals


def _grouped(parts: list[str]) -> bool:
    """Whether parts between separators are thousands, western (1,234,567) or Indian (12,34,567)."""
    if not parts[0] or len(parts[0]) > 3 or len(parts[-1]) != 3 or (parts[0] == "0" and len(parts) > 1):
        return len(parts) == 1
    middle = {len(part) for part in parts[1:-1]}
    return not middle or middle in ({3}, {2})


def read_numeral(tokens: Tokens, index: int, *, spaced: bool = False, between: bool = False) -> Numeral | None:
    """The numeral that begins at a token, or None.

    `spaced` says that the text puts spaces around its punctuation, so that "10 , 000" is one number. `between` says that the
    word before is "between", so that "one hundred and two hundred" are two numbers.
    """
    numeral = _numeral(tokens, index, spaced, between)
    if numeral is None or numeral.next == index + 1 or not tokens.parted(index, numeral.next):
        return numeral
    alone = _numeral(_paragraph(tokens, index, numeral.next), 0, spaced, between)
    return alone and alone._replace(first=index, next=index + alone.next)


def _paragraph(tokens: Tokens, index: int, after: int) -> Tokens:
    """The tokens from `index` to the first blank line, which stands before token `after`: a number ends with its paragraph."""
    end = next(at for at in range(index + 1, after) if tokens.breaks(at))
    return Tokens(tokens.printed(index, end))


def _numeral(tokens: Tokens, index: int, spaced: bool, between: bool) -> Numeral | None:
    word = tokens.words[index]
    if is_number(word) or word in number_words().fraction_signs:
        return _digits(tokens, index, spaced)
    return _words(tokens, index, between)


def _digits(tokens: Tokens, index: int, spaced: bool) -> Numeral | None:
    words, signs = tokens.words, number_words().fraction_signs
    if words[index] in signs:
        return Numeral(index, index + 1, signs[words[index]], 0.0, "fraction")
    at, printed = _run(tokens, index, spaced)
    parsed = parse_digits(printed)
    if parsed is None:
        return None
    value, step = parsed
    numeral = Numeral(index, at, value, step, "digits", bare=True)
    if tokens.glued(at) and tokens.lows[at] in _ORDINAL_ENDINGS and value == int(value):
        return _ordinal_fraction(tokens, numeral._replace(next=at + 1, form="ordinal", step=0.0, bare=False))
    numeral = _power(tokens, numeral)
    numeral = _vulgar(tokens, numeral)
    return _scaled(tokens, numeral)


def _run(tokens: Tokens, index: int, spaced: bool) -> tuple[int, str]:
    """The tokens of one printed number: "1 234 567.89" and, in text with spaced punctuation, "10 , 000" and "46 . 8"."""
    words, at, printed = tokens.words, index + 1, tokens.words[index]
    if printed.isdecimal() and len(printed) <= 3 and printed != "0":
        while len(printed) < 24 and _group_follows(tokens, at):
            printed += words[at]
            at += 1
    if spaced or (words[at] == "," and words[at + 1] == "000" and tokens.glued(at)):
        while (
            words[at] == "," and len(words[at + 1]) == 3 and words[at + 1].isdecimal() and len(printed) <= 3 and words[at + 2][:1].isalpha()
        ):
            printed += words[at + 1]
            at += 2
        if (
            spaced
            and words[at] == "."
            and words[at + 1].isdecimal()
            and len(words[at + 1]) <= 4
            and not tokens.glued(at)
            and printed.isdecimal()
        ):
            printed += "." + words[at + 1]
            at += 2
    return at, printed


def _group_follows(tokens: Tokens, at: int) -> bool:
    """Whether a group of three digits stands one single space behind, as in "40 000"."""
    word = tokens.words[at]
    if len(word.partition(".")[0]) != 3 or not word[:3].isdecimal() or tokens.starts[at] - tokens.ends[at - 1] != 1:
        return False
    if "," in word or word.count(".") > 1:
        return False
    follow = tokens.words[at + 1]
    return tokens.text[tokens.ends[at - 1]] != "\n" and not (tokens.glued(at + 1) and (follow[:1].isalnum() or follow in "-–:/"))


def _power(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Scientific notation: "1e10", "2.998×10−8", "3 x 10^5", "10⁻³", "2.5^-1"."""
    words, at, value = tokens.words, numeral.next, numeral.value or 0.0
    if tokens.glued(at) and tokens.lows[at] == "e":
        sign, follow = _sign(tokens, at + 1)
        if words[follow].isdecimal() and len(words[follow]) <= 3 and tokens.glued(follow) and tokens.glued(at + 1):
            factor = _ten(sign * int(words[follow]))
            return numeral._replace(next=follow + 1, value=value * factor, step=numeral.step * factor, bare=False)
    if tokens.lows[at] in _TIMES and words[at + 1][:2] == "10":
        exponent = _exponent(tokens, at + 2) if words[at + 1] == "10" else _lowered_exponent(tokens, at + 1, numeral)
        if exponent:
            factor = _ten(exponent[0])
            return numeral._replace(next=exponent[1], value=value * factor, step=numeral.step * factor, bare=False)
    if tokens.glued(at) and (words[at] == "^" or words[at][:1] in _SUPERS):
        exponent = _exponent(tokens, at)
        if exponent and abs(exponent[0]) <= 30 and value > 0 and (value == 10 or words[at] == "^"):
            try:
                return numeral._replace(next=exponent[1], value=value ** exponent[0], step=0.0, bare=False)
            except OverflowError:
                return numeral
    if words[at] == "−" and words[numeral.first] == "10" and tokens.glued(at) and tokens.glued(at + 1):
        exponent = _exponent(tokens, at)
        if exponent and -10 < exponent[0] < -1:
            return numeral._replace(next=exponent[1], value=_ten(exponent[0]), step=0.0, bare=False)
    return numeral


def _lowered_exponent(tokens: Tokens, at: int, numeral: Numeral) -> tuple[int, int] | None:
    """ "5 × 105 cells": a power of ten whose exponent lost its raised place; sides of a thing ("4 × 105 mm") and sums are none."""
    word, follow = tokens.words[at], tokens.lows[at + 1]
    if not word.isdecimal() or not 3 <= len(word) <= 4 or word[2] == "0" or int(word[2:]) < 2 or not 1 <= (numeral.value or 0) < 10:
        return None
    sides = numeral.step == 1 and follow in ("mm", "cm", "m", "in", "ft", "inches", "feet", "metres", "meters")
    return None if sides or follow == "=" or follow in _TIMES else (int(word[2:]), at + 1)


def _ten(exponent: int) -> float:
    return 10.0 ** max(-300, min(300, exponent))


def _sign(tokens: Tokens, at: int) -> tuple[int, int]:
    if tokens.words[at] in _MINUS:
        return -1, at + 1
    return (1, at + 1) if tokens.words[at] == "+" else (1, at)


def _exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """An exponent behind a base: ^5, ^-1, −8, ⁻³ and (as plain text loses it) a signed number right behind the ten."""
    words = tokens.words
    if words[at][:1] in _SUPERS and tokens.glued(at):
        end, raised = at, ""
        while words[end] and words[end][0] in _SUPERS and tokens.glued(end) and len(raised) < 5:
            raised += words[end].translate(_SUPERSCRIPTS)
            end += 1
        return (int(raised), end) if raised.lstrip("-+").isdecimal() else None
    caret = words[at] == "^"
    sign, follow = _sign(tokens, at + caret)
    if (caret or follow > at) and tokens.glued(at) and words[follow].isdecimal() and len(words[follow]) <= 3 and tokens.glued(follow):
        return sign * int(words[follow]), follow + 1
    return None


_SIXTEENTHS = frozenset(("2", "4", "8", "16", "32", "64"))
"""What prices and rates are quoted in."""


def _vulgar(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Fractions behind or of digits: "1/2", "2 1/4", "2½", "7 3 / 4"."""
    words, at, signs = tokens.words, numeral.next, number_words().fraction_signs
    if not numeral.bare or numeral.step != 1.0:
        return numeral
    if words[at] in signs and (tokens.glued(at) or tokens.starts[at] - tokens.ends[at - 1] == 1):
        return numeral._replace(next=at + 1, value=(numeral.value or 0) + signs[words[at]], step=0.0, bare=False)
    if words[at] == "-" and tokens.glued(at) and tokens.glued(at + 1) and words[at + 3] in _SIXTEENTHS and _is_fraction(tokens, at + 1):
        whole = int(words[at + 1]) / int(words[at + 3])  # "9-15/16"
        return numeral._replace(next=at + 4, value=(numeral.value or 0) + whole, step=0.0, bare=False)
    if _is_fraction(tokens, at):
        whole = int(words[at]) / int(words[at + 2])
        return numeral._replace(next=at + 3, value=(numeral.value or 0) + whole, step=0.0, bare=False)
    if _is_fraction(tokens, numeral.first):
        return numeral._replace(next=at + 2, value=int(words[at - 1]) / int(words[at + 1]), step=0.0, form="fraction", bare=False)
    return numeral


def _is_fraction(tokens: Tokens, at: int) -> bool:
    """Whether "a/b" with a below b stands here, small enough to be no date, score or code, and with no further slash."""
    words = tokens.words
    top, bottom = words[at], words[at + 2]
    if words[at + 1] not in ("/", "⁄") or not (top.isdecimal() and bottom.isdecimal()) or len(top) > 3 or len(bottom) > 3:
        return False
    return (
        0 < int(top) < int(bottom) <= 100 and words[at + 3] != "/" and tokens.glued(at + 1) == tokens.glued(at + 2) and words[at - 1] != "/"
    )


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Scale words behind digits: "1.2 million", "3 hundred and 21", "3 dozen", "25 lakh", "$1.2-billion"."""
    numbers, at = number_words(), numeral.next
    if tokens.words[at] == "-" and tokens.lows[at + 1] in numbers.scales:
        at += 1
    low = tokens.lows[at]
    if low in numbers.groups and not tokens.breaks(at):
        return numeral._replace(next=at + 1, value=(numeral.value or 0) * numbers.groups[low], step=0.0, bare=False)
    if low not in numbers.scales:
        return numeral
    scaled = read_scale(tokens, at, numeral.value or 0.0, alone=0 < numeral.step < 1)
    return numeral._replace(next=scaled.next, value=scaled.value, step=numeral.step * scaled.scale, bare=False, scale=scaled.scale)


def _ordinal_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """ "1/20th" and "3 5ths" are left alone; an ordinal stays one."""
    return numeral


def _words(tokens: Tokens, index: int, between: bool) -> Numeral | None:
    numbers, low = number_words(), tokens.lows[index]
    if low in numbers.multiples:
        return Numeral(index, index + 1, float(numbers.multiples[low]), 0.0, "multiple")
    vague = _vague(tokens, index)
    if vague:
        return vague
    fraction = read_denominator(tokens, index, numerator=1.0) if low in ("half", "halves") else None
    if fraction:
        return Numeral(index, fraction.next, fraction.value, 0.0, fraction.form, scale=fraction.scale)
    cardinal = read_cardinal(tokens, index, between=between)
    if cardinal is None:
        return None
    return Numeral(index, cardinal.next, cardinal.value, 0.0, cardinal.form, scale=cardinal.scale)


def _vague(tokens: Tokens, index: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "a few", "several hundred", "a couple (of) thousand"."""
    numbers, lows = number_words(), tokens.lows
    for size in (3, 2, 1):
        phrase = " ".join(lows[index : index + size])
        if phrase in numbers.vague:
            low, high = numbers.vague[phrase]
            return Numeral(index, index + size, None, 0.0, "vague", low, high)
        if phrase in numbers.few:
            low, high = numbers.few[phrase]
            return _few(tokens, index, index + size, low, high)
    return None


def _few(tokens: Tokens, index: int, at: int, low: float, high: float) -> Numeral | None:
    numbers, scale = number_words(), 1.0
    if tokens.lows[index] == "a" and tokens.lows[at] == "of":
        at += 1
    while scale < _TOO_LARGE and (tokens.lows[at] in numbers.scales or tokens.lows[at] == "dozen"):
        scale *= numbers.scales.get(tokens.lows[at], 12.0)
        at += 1
    if low == high:
        return Numeral(index, at, low * scale, 0.0, "words", scale=scale)
    if scale == 100:
        high = 10.0
    return Numeral(index, at, None, 0.0, "vague", low * scale, high * scale)
