"""Symbols multiplied and divided: "mg/dL", "kg s−1", "W m−2 K−1", "mg/kg/day", "N m", "Wm−2". One symbol alone is for `symbols`.

What a compound is divided by is told in words, joined by "per": "milligram" per "kilogram per day".
"""

from __future__ import annotations

from numclaims.grammar.symbols import MINUS, Measured, lowered, read_powered, read_symbol
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.units import Unit, named_power, unit_lexicon

_DOTS = frozenset("·⋅∙.*×")
_ONE = Unit("", "", "", 1.0, 0.0, "", False)
_MOST = 4  # divisors of one unit; prose has no more
_READ_APART = {"ms": ("m", "s"), "Nm": ("N", "m")}  # behind a number "ms−1" is a speed, "Nm−1" a tension


def read_compound(tokens: Tokens, at: int) -> Measured | None:
    """The symbol at a token with all that multiplies and divides it, None where no symbol stands there."""
    top = _run_together(tokens, at)
    if top is None:
        single = read_powered(tokens, at)
        if single is None:
            return None
        if single.unit.per:
            return Measured(single.next, single.unit, single.unit.per)
        top = _product(tokens, single)
    return divided(tokens, top)


def divided(tokens: Tokens, top: Measured) -> Measured:
    """A unit with what it is divided by behind it: "/dL", "/kg/day", "m−2 s−1", "(m·K)"."""
    at, bottoms = top.next, [top.per] if top.per else []
    own = lowered(tokens, at)
    unit = top.unit
    if own and not bottoms:
        at, unit, bottoms = own[0], _ONE, [named_power(top.unit.name, own[1])]
    while len(bottoms) < _MOST:
        found = _divisor(tokens, at, slashes=unit is not _ONE)
        if found is None:
            break
        at = found[0]
        bottoms.append(found[1])
    return Measured(at, unit, " per ".join(bottoms))


def _divisor(tokens: Tokens, at: int, *, slashes: bool) -> tuple[int, str] | None:
    """One divisor at a token: the index behind it and its name."""
    if tokens.words[at] == "/" and (tokens.glued(at) or tokens.glued(at + 1)) and slashes:
        return None if _letters(tokens, at) else _behind_slash(tokens, at + 1)
    start = at + (tokens.words[at] in _DOTS)
    if not tokens.words[start][:1].isalpha() and tokens.words[start] not in ("°", "%", "Ω"):
        return None
    bottom = read_symbol(tokens, start) or _word_unit(tokens, start)
    inverse = lowered(tokens, bottom.next) if bottom else None
    return (inverse[0], named_power(bottom.unit.name, inverse[1])) if bottom and inverse else None


def _letters(tokens: Tokens, slash: int) -> bool:
    """ "A/B tests", "C/D grades": two capital letters that divide nothing, litres and kelvins aside."""
    pair = tokens.words[slash - 1] + tokens.words[slash + 1]
    return len(pair) == 2 and pair.isalpha() and pair.isupper() and pair[1] not in "LK"


def read_inverse(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """A symbol with a negative power: the index behind it and what it divides by ("mL−1" is per milliliter)."""
    found = _divisor(tokens, at, slashes=False) if tokens.words[at + 1] in MINUS else None
    return None if found is None or tokens.breaks(at) else found


def _behind_slash(tokens: Tokens, at: int) -> tuple[int, str] | None:
    if tokens.words[at] == "(":
        inner = _bracketed(tokens, at + 1)
        if inner:
            return inner
    bottom = read_powered(tokens, at) or _word_unit(tokens, at)
    if bottom:
        return bottom.next, bottom.unit.name
    pair = _split(tokens, at)
    return (at + 1, " ".join(unit.name for unit in pair)) if pair else None


def _bracketed(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """ "(m·K)", "(kg K)": a product in brackets."""
    names: list[str] = []
    while len(names) < _MOST:
        bottom = read_powered(tokens, at)
        if bottom is None:
            return None
        names.append(bottom.unit.name)
        at = bottom.next
        if tokens.words[at] == ")":
            return at + 1, " ".join(names)
        at += tokens.words[at] in _DOTS
    return None


def _product(tokens: Tokens, left: Measured) -> Measured:
    """ "N m", "Pa s", "kW h", "mA⋅h": two symbols that the lexicon knows as one unit."""
    at = left.next + (tokens.words[left.next] in _DOTS)
    rooted = _rooted(tokens, left, at) if left.unit.dimension == "pressure" else None
    if rooted:
        return rooted
    if not tokens.words[at][:1].isalpha():
        return left
    right = unit_lexicon().symbols.get(tokens.words[at])
    both = unit_lexicon().names.get(f"{left.unit.name} {right.name}") if right else None
    return Measured(at + 1, both) if both else left


def _rooted(tokens: Tokens, left: Measured, at: int) -> Measured | None:
    """The square root of a length behind a pressure, a toughness: "MPa m1/2", "MPa·m^1/2", "MPa√m", "ksi in^0.5"."""
    sign = tokens.words[at] == "√"
    length = unit_lexicon().symbols.get(tokens.words[at + sign])
    if length is None or length.dimension != "length":
        return None
    end = at + 1 if sign else _half_power(tokens, at + 1)
    if not end:
        return None
    return Measured(end + sign, Unit(f"{left.unit.name} root {length.name}", "", "", 1.0, 0.0, "", False))


def _half_power(tokens: Tokens, at: int) -> int:
    """The index behind a power of one half that is glued to its symbol, 0 where there is none."""
    if not tokens.glued(at):
        return 0
    start = at + (tokens.words[at] == "^")
    start += tokens.words[start] in ("{", "(")
    after = (
        start + 1 if tokens.words[start] in ("½", "0.5", ".5") else start + 3 if tokens.words[start : start + 3] == ["1", "/", "2"] else 0
    )
    return after + (after > 0 and tokens.words[after] in ("}", ")") and start > at) if after else 0


def _run_together(tokens: Tokens, at: int) -> Measured | None:
    """Two symbols that lost the space between them before a negative power: "Wm−2", "kgm-3", "ms−1"."""
    if not lowered(tokens, at + 1):
        return None
    word = tokens.words[at]
    pair = _symbols(*_READ_APART[word]) if word in _READ_APART else None
    if pair is None and word not in unit_lexicon().symbols:
        pair = _split(tokens, at)
    inverse = lowered(tokens, at + 1)
    if pair is None or inverse is None:
        return None
    return Measured(inverse[0], pair[0], named_power(pair[1].name, inverse[1]))


def _split(tokens: Tokens, at: int) -> tuple[Unit, Unit] | None:
    """The two symbols that a word is made of, the first as long as it can be."""
    word = tokens.words[at]
    if not 2 <= len(word) <= 6 or not word.isalpha():
        return None
    return next((pair for cut in range(len(word) - 1, 0, -1) if (pair := _symbols(word[:cut], word[cut:]))), None)


def _symbols(left: str, right: str) -> tuple[Unit, Unit] | None:
    symbols = unit_lexicon().symbols
    first, second = symbols.get(left), symbols.get(right)
    physical = first and second and first.base_unit and second.base_unit and not first.per and not second.per
    return (first, second) if physical and first and second and first is not second else None


def _word_unit(tokens: Tokens, at: int) -> Measured | None:
    unit = unit_lexicon().words.get(tokens.lows[at])
    return Measured(at + 1, unit) if unit and not unit.homograph and not unit.per else None
