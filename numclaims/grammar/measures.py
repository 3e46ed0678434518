"""The unit behind a number: words, symbols and compounds ("square metres", "kWh", "mg/dL", "kg s−1"), currencies, and rates.

Units come from the lexicon. Surfaces that are also everyday words ("m", "in", "s", "pound", "second") count as units only where the
rules of `_HOMOGRAPHS` say so; each rule looks at the tokens around the number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from numclaims.grammar.nouns import has_plural
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import Unit, unit_lexicon
from numclaims.lexicon.words import number_words

_HYPHENS = frozenset("-‐‑")
_OPENING = {"(": ")", "[": "]", "{": "}", "<": ">"}
_ADJECTIVES = frozenset("tall long wide deep high thick away apart across broad square squared cubed diameter radius length width height depth".split())
_MONEY_WORDS = frozenset(
    """cost costs costing pay pays paid paying worth price priced prices sell sells sold buy bought spend spent earn earned salary wage fine fined
    fee fees charge charged raise raised fund funding budget loan debt profit loss revenue sales turnover income tax bill bills investment invest
    invested donated donation savings saved rent sterling cash money aid grant grants pension bonus deal stake""".split()
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit at the tokens up to `next` (exclusive). `per` is what the rate is per, "" where there is none."""

    next: int
    unit: Unit
    per: str = ""


@cache
def _first_words() -> Mapping[str, int]:
    """The longest word key of the lexicon by its first token."""
    lexicon = unit_lexicon()
    longest: dict[str, int] = {}
    for table in (lexicon.words, lexicon.currency_words):
        for key in table:
            first, *rest = key.split(" ")
            longest[first] = max(len(rest) + 1, longest.get(first, 0))
    return longest


@cache
def _first_symbols() -> Mapping[str, int]:
    """The longest symbol of the lexicon, in tokens, by its first token."""
    longest: dict[str, int] = {}
    for key in unit_lexicon().symbols:
        tokens = Tokens(key)
        longest[tokens.words[0]] = max(tokens.count, longest.get(tokens.words[0], 0))
    return longest


@cache
def _folded_symbols() -> Mapping[str, Unit]:
    """Symbols of two letters and more in small letters, for texts that print "HZ" or "Kg", where no other symbol or word is meant."""
    folded: dict[str, Unit | None] = {}
    for key, unit in unit_lexicon().symbols.items():
        low = key.lower()
        if len(low) > 1 and low.isalpha():
            folded[low] = None if unit.homograph or low in syntax().function or folded.get(low, unit) is not unit else unit
    return {low: unit for low, unit in folded.items() if unit is not None}


def read_unit(tokens: Tokens, first: int, at: int, *, scaled: bool = False, money: bool = False) -> Measured | None:
    """The unit at token `at`, right behind the number that began at token `first`.

    `scaled` says that the number has a scale word ("5 million pounds"), `money` that a currency stands before it ("£5m").
    """
    opening = tokens.words[at] if tokens.words[at] in _OPENING else ""
    hyphen = tokens.words[at] in _HYPHENS and tokens.words[at + 1][:1].isalpha()
    start = at + (1 if opening or hyphen else 0)
    if money or tokens.breaks(start):
        return None
    lexicon = unit_lexicon()
    printed, worded = lexicon.symbols.get(tokens.words[start]), lexicon.words.get(tokens.lows[start])
    symbolic = printed is not None and (worded is None or worded.name == printed.name) and tokens.lows[start] not in lexicon.currency_words
    found = _symbol(tokens, first, start) if symbolic else None
    found = found or _phrase(tokens, first, start, scaled) or _symbol(tokens, first, start)
    if found and _qualifies(tokens, found):
        return None
    if found is None or (hyphen and found.unit.dimension in ("multiple",) and found.unit.homograph and tokens.lows[start] != "fold"):
        return None
    if opening:
        return Measured(found.next + 1, found.unit, found.per) if tokens.words[found.next] == _OPENING[opening] else None
    return found


def _qualifies(tokens: Tokens, found: Measured) -> bool:
    """A unit word that only names a kind of thing that is counted: "12 Celsius thermometers", "3 pound cakes"."""
    low = tokens.lows[found.next - 1]
    return low in ("celsius", "fahrenheit", "pound", "degree") and is_plural(tokens.lows[found.next]) and not tokens.glued(found.next)


def _phrase(tokens: Tokens, first: int, at: int, scaled: bool) -> Measured | None:
    lexicon = unit_lexicon()
    for size in range(_first_words().get(tokens.lows[at], 0), 0, -1):
        key = tokens.lows[at] if size == 1 else " ".join(tokens.lows[at : at + size])
        money, unit = lexicon.currency_words.get(key), lexicon.words.get(key)
        if money and tokens.glued(at + 1) and is_number(tokens.words[at + 1]):
            return None
        if money and (unit is None or scaled or _about_money(tokens, first, at)) and _is_money(tokens, at, size, money):
            return Measured(at + size, money)
        if unit and (not unit.homograph or _allowed(tokens, first, at, at + size, key)) and not _compound_noun(tokens, at, at + size, unit):
            return Measured(at + size, unit, unit.per)
    return None


def _compound_noun(tokens: Tokens, at: int, after: int, unit: Unit) -> bool:
    """"two second-half goals", "three day-care centres": the word belongs to a hyphenated one."""
    if tokens.words[after] not in _HYPHENS or not tokens.glued(after) or not tokens.glued(after + 1):
        return False
    low = tokens.lows[after + 1]
    return tokens.words[after + 1][:1].isalpha() and low not in _ADJECTIVES and low not in ("old", "a", "per") and not tokens.words[at - 1] in _HYPHENS and unit.dimension == "time"


def _is_money(tokens: Tokens, at: int, size: int, unit: Unit) -> bool:
    """A currency word that is also an everyday word must be printed as a code, or count money."""
    word = tokens.words[at]
    if not unit.homograph or size > 1:
        return True
    low = tokens.lows[at]
    if len(low) == 3 and low.upper() == unit.name:
        return word.isupper()
    if low == "kr" and word == "kR":
        return False
    if low in ("p", "sen", "c"):
        return word.islower() and not (tokens.words[at + 1][:1].isalpha() and low == "p" and tokens.lows[at + 1] not in syntax().function)
    if low in ("won", "real", "sol", "crown", "bob", "euro", "cent", "penny"):
        return low not in ("won", "real", "bob") or not tokens.words[at + 1][:1].isalpha() or tokens.lows[at + 1] in syntax().function
    return True


def _about_money(tokens: Tokens, first: int, at: int) -> bool:
    """Whether the words around say that pounds are money here."""
    around = tokens.lows[max(0, first - 6) : first] + tokens.lows[at + 1 : at + 6]
    return any(low in _MONEY_WORDS for low in around)


def _symbol(tokens: Tokens, first: int, at: int) -> Measured | None:
    """A symbol and its compounds: "km", "°C", "mg/dL", "kg s−1", "m/s2"."""
    if tokens.lows[at] in ("wt", "vol", "mol", "at") and (tokens.lows[at + 1] == "%" or tokens.lows[at + 1 : at + 3] == [".", "%"]):
        return Measured(at + 2 + (tokens.lows[at + 1] == "."), unit_lexicon().words["percent"])
    if tokens.words[at] == "\"" and tokens.lows[at + 1] in _ADJECTIVES:
        return Measured(at + 1, unit_lexicon().words["inch"])
    single = _one_symbol(tokens, at)
    if single is None:
        return None
    if single.unit.homograph and not _allowed(tokens, first, at, single.next, _printed(tokens, at, single.next)):
        return None
    if single.unit.per:
        return Measured(single.next, single.unit, single.unit.per)
    power = _power(tokens, single)
    return _denominator(tokens, power)


def _printed(tokens: Tokens, at: int, after: int) -> str:
    return tokens.text[tokens.starts[at] : tokens.ends[after - 1]]


_PRESSURE = frozenset("pressure barometer barometric storm hurricane cyclone typhoon low depression atmospheric sea level eye hpa".split())


def _one_symbol(tokens: Tokens, at: int) -> Measured | None:
    longest = _first_symbols().get(tokens.words[at], 0)
    if tokens.words[at] == "mb" and not _PRESSURE.intersection(tokens.lows[max(0, at - 10) : at + 10]):
        return Measured(at + 1, unit_lexicon().symbols["Mb"])
    for size in range(longest, 0, -1):
        if at + size > tokens.count:
            continue
        unit = unit_lexicon().symbols.get(_printed(tokens, at, at + size) if size > 1 else tokens.words[at])
        if unit and not (size == 1 and tokens.words[at].isalpha() and tokens.glued(at + 1) and is_number(tokens.words[at + 1]) and not _exponent(tokens, at + 1)):
            return Measured(at + size, unit)
    folded = _folded_symbols().get(tokens.lows[at]) if len(tokens.lows[at]) > 1 else None
    if folded and not (tokens.glued(at + 1) and tokens.words[at + 1][:1].isalnum()):
        return Measured(at + 1, folded)
    if tokens.words[at] == "C" and (tokens.glued(at) or not tokens.words[at + 1][:1].isalpha()):
        return Measured(at + 1, unit_lexicon().symbols["°C"])
    if tokens.words[at] == "F" and (tokens.glued(at) or not tokens.words[at + 1][:1].isalpha()):
        return Measured(at + 1, unit_lexicon().symbols["°F"])
    return None


def _exponent(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] in ("2", "3") and not tokens.glued(at + 1)


def _power(tokens: Tokens, single: Measured) -> Measured:
    """"m 2" glued: an area or volume whose power the lexicon does not hold as one symbol."""
    at, unit = single.next, single.unit
    word = {"²": "2", "³": "3"}.get(tokens.words[at], tokens.words[at])
    if word in ("2", "3") and tokens.glued(at) and unit.dimension == "length":
        name = ("square " if word == "2" else "cubic ") + unit.name
        dimension = "area" if word == "2" else "volume"
        return Measured(at + 1, Unit(name, dimension, f"meter ** {word}", unit.factor ** int(word), 0.0, "", False))
    return single


def _negative_power(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """A negative exponent behind a symbol: "−1", "-2", "− 1", "⁻³": the index behind it and "", "square " or "cubic "."""
    if tokens.words[at] in ("-", "−", "–", "⁻") and tokens.words[at + 1] in _POWERS and tokens.glued(at) and not (tokens.glued(at + 2) and tokens.words[at + 2][:1].isalnum()):
        return at + 2, _POWERS[tokens.words[at + 1]]
    return None


_POWERS = {"1": "", "2": "square ", "3": "cubic ", "¹": "", "²": "square ", "³": "cubic "}
_ONE = Unit("", "", "", 1.0, 0.0, "", False)


def _denominator(tokens: Tokens, top: Measured) -> Measured:
    """What a symbol is divided by: "/dL", or a symbol with a negative exponent behind a space ("m s−1", "mol L-1", "cm−1")."""
    at = top.next
    inverse = _negative_power(tokens, at)
    if inverse:
        return Measured(inverse[0], _ONE, inverse[1] + top.unit.name)
    if tokens.words[at] == "/" and tokens.glued(at):
        bottom = _one_symbol(tokens, at + 1) or _word_unit(tokens, at + 1)
        if bottom:
            bottom = _power(tokens, bottom)
            return Measured(bottom.next, top.unit, bottom.unit.name)
        return top
    dot = at + (tokens.words[at] in ("·", "⋅", "∙", "."))
    bottom = _one_symbol(tokens, dot)
    inverse = _negative_power(tokens, bottom.next) if bottom else None
    if bottom and inverse:
        return Measured(inverse[0], top.unit, inverse[1] + bottom.unit.name)
    return top


def _word_unit(tokens: Tokens, at: int) -> Measured | None:
    unit = unit_lexicon().words.get(tokens.lows[at])
    return Measured(at + 1, unit) if unit and not unit.homograph else None


def read_currency(tokens: Tokens, first: int) -> tuple[int, Unit] | None:
    """The currency right before the number at token `first`: the token it begins at, and its unit."""
    prefixes = unit_lexicon().currency_prefixes
    for size in (3, 2, 1):
        if first - size < 0:
            continue
        key = tokens.lows[first - 1] if size == 1 else " ".join(tokens.lows[first - size : first])
        unit = prefixes.get(key)
        if unit is None and size == 2 and key.endswith(" $") and tokens.glued(first - 1):
            unit = prefixes.get(tokens.lows[first - 2])
        if unit is None or (size > 1 and not tokens.glued(first - size + 1) and key[0] not in "urhacn$"):
            continue
        if size == 2 and key == "a $" and not tokens.glued(first - 1):
            continue
        if tokens.words[first - 1][-1:].isalpha() and not _prefix_meant(tokens, first, size, unit):
            continue
        return first - size, unit
    return None


def _prefix_meant(tokens: Tokens, first: int, size: int, unit: Unit) -> bool:
    """A currency word before a number must look like a code: "USD 200", "Rs 4.50", "RM120,000", "rmb 10"."""
    word = tokens.words[first - 1]
    if size == 1 and first >= 2 and is_number(tokens.words[first - 2]) and not tokens.glued(first):
        return tokens.lows[first - 3] in unit_lexicon().currency_prefixes if first >= 3 else False
    if len(word) == 1:
        amount = tokens.words[first]
        large = len(amount) > 1 and (amount[0] != "1" or len(amount) > 2)
        return word == "R" and tokens.glued(first) and large and not tokens.glued(first - 1)
    if word.isupper() or tokens.glued(first) or tokens.text.islower():
        return True
    return tokens.lows[first - 1] in ("rs", "rp", "kr", "rm", "tk", "sen", "rmb", "ksh", "sh") or not unit.homograph


def read_rate(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """What a rate is per, where one is stated at token `at`: "a day", "per 100,000 people", "/ day", "an hour", "each year"."""
    low = tokens.lows[at]
    if low in _HYPHENS and tokens.lows[at + 1] in ("a", "an", "per"):
        at, low = at + 1, tokens.lows[at + 1]
    if tokens.breaks(at):
        return None
    if low == "per":
        return _per(tokens, at + 1)
    if low in ("a", "an", "each", "every", "/", "the"):
        follow = at + 1 + (tokens.words[at + 1] in _HYPHENS)
        return _rate_unit(tokens, follow, low)
    if low in ("daily", "annually", "hourly", "weekly", "monthly", "yearly"):
        return at + 1, {"daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month"}.get(low, "year")
    if low in ("apiece", "pa", "pcm") and low != "pa":
        return at + 1, "piece" if low == "apiece" else "month"
    return None


_SHARE_NOUNS = frozenset("share head person piece game seat vote pupil student household barrel bottle ticket capita unit".split())


def _rate_unit(tokens: Tokens, at: int, article: str) -> tuple[int, str] | None:
    unit = unit_lexicon().words.get(tokens.lows[at])
    after = tokens.lows[at + 1]
    if article == "the":
        return None
    if unit and unit.dimension in ("time", "length", "mass", "volume", "area") and not tokens.lows[at].endswith("s") and not unit.per:
        if tokens.words[at + 1] in _HYPHENS and tokens.glued(at + 1):
            return None
        if article in ("a", "an") and (after in ("and", "ago", "later", "earlier", "before", "after", "or") and unit.dimension == "time" and after != "and" or after in ("ago", "later", "earlier")):
            return None
        return at + 1, unit.name
    if tokens.lows[at] in _SHARE_NOUNS and article != "/":
        return at + 1, tokens.lows[at]
    return None


def _per(tokens: Tokens, at: int) -> tuple[int, str] | None:
    if tokens.lows[at] in ("cent", "centum") or tokens.lows[at] in _HYPHENS:
        at += tokens.lows[at] in _HYPHENS
        if tokens.lows[at] in ("cent", "centum"):
            return None
    if tokens.lows[at] == "annum":
        return at + 1, "year"
    if tokens.lows[at] in ("capita", "head"):
        return at + 1, "person"
    if is_number(tokens.words[at]) or tokens.lows[at] in number_words().scales:
        return _per_number(tokens, at)
    for size in (3, 2, 1):
        unit = unit_lexicon().words.get(" ".join(tokens.lows[at : at + size]))
        if unit and not (unit.dimension == "multiple"):
            return at + size, unit.name
    symbol = _one_symbol(tokens, at)
    if symbol and tokens.words[at] not in ("in", "a"):
        power = _power(tokens, symbol)
        return power.next, power.unit.name
    if tokens.words[at][:1].isalpha() and tokens.lows[at] not in syntax().function:
        return _per_noun(tokens, at)
    return None


def _per_number(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """"per 100,000 people", "per million", "per thousand trap nights"."""
    numbers = number_words()
    amount = 1.0
    if is_number(tokens.words[at]):
        digits = tokens.words[at].replace(",", "")
        if not digits.isdecimal() or len(digits) > 12:
            return None
        amount, at = float(digits), at + 1
    while tokens.lows[at] in numbers.scales:
        amount, at = amount * numbers.scales[tokens.lows[at]], at + 1
    if not tokens.words[at][:1].isalpha() or tokens.lows[at] in syntax().function:
        return at, f"{amount:.0f}"
    after, noun = _per_noun(tokens, at)
    return after, f"{amount:.0f} {noun}"


_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot"}


def singular(low: str) -> str:
    """A noun's singular, enough for what rates are per: "people" is "person", "births" is "birth"."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


def _per_noun(tokens: Tokens, at: int) -> tuple[int, str]:
    end = at + 1
    while end < at + 3 and tokens.words[end][:1].isalpha() and tokens.lows[end] not in syntax().stops and not tokens.lows[end].endswith("ing"):
        end += 1
    if has_plural(tokens, at) is False and end > at + 2:
        end = at + 1
    return end, " ".join([*tokens.lows[at : end - 1], singular(tokens.lows[end - 1])])


def _allowed(tokens: Tokens, first: int, at: int, after: int, surface: str) -> bool:
    """Whether a homograph is a unit here, by the rule for its surface; without one, where no word follows."""
    rule = _HOMOGRAPHS.get(surface) or _HOMOGRAPHS.get(surface.lower() if len(surface) > 2 else surface)
    return rule(tokens, first, at, after) if rule else _closed(tokens, first, at, after)


_Rule = Callable[[Tokens, int, int, int], bool]


def _always(_tokens: Tokens, _first: int, _at: int, _after: int) -> bool:
    return True


def _never(_tokens: Tokens, _first: int, _at: int, _after: int) -> bool:
    return False


def _digits(tokens: Tokens, first: int, at: int, _after: int) -> bool:
    """Behind digits only."""
    return is_number(tokens.words[at - 1]) or is_number(tokens.words[first])


def _closed(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """Behind digits, and with no content word behind: "12 V", "5 A." but not "5 A levels"."""
    word, low = tokens.words[after], tokens.lows[after]
    return _digits(tokens, first, at, after) and (not word[:1].isalpha() or low in syntax().function or low in _ADJECTIVES or word[:1].islower() and tokens.glued(at))


def _meter(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """"1.8m tall", "37m (121ft)", "a 50m pool" are metres; "1.2m people" is millions."""
    return _digits(tokens, first, at, after) and (tokens.lows[after] in _ADJECTIVES or not has_plural(tokens, after) or tokens.lows[after] in syntax().function)


def _inch(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """"5 ft 2 in", "12 in wide", "3in."; not "50,000 in 2020"."""
    if not _digits(tokens, first, at, after):
        return False
    feet = tokens.lows[first - 1] in ("ft", "feet", "foot", "'", "′")
    closed = not tokens.words[after][:1].isalnum() and tokens.words[after] not in ("$", "€", "£", "\"", "“", "‘", "(")
    return feet or tokens.lows[after] in (_ADJECTIVES | {"x", "by"}) or closed


def _seconds(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """"10 s", "2.5s"; not "in their 30s"."""
    return _digits(tokens, first, at, after) and (not tokens.glued(at) or "." in tokens.words[at - 1])


def _second(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """"a 4.3 second dash", "one second", not "two second graders"."""
    return not has_plural(tokens, after) or "." in tokens.words[first]


def _kelvin(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """"300 K"; glued to the number a capital K is more often a thousand."""
    return _closed(tokens, first, at, after) and not tokens.glued(at)


def _fold(tokens: Tokens, _first: int, at: int, _after: int) -> bool:
    return tokens.words[at - 1] in _HYPHENS or tokens.glued(at)


def _glued(tokens: Tokens, first: int, at: int, after: int) -> bool:
    return _digits(tokens, first, at, after) and tokens.glued(at)


def _not_of(tokens: Tokens, first: int, at: int, after: int) -> bool:
    """"2 bars" of pressure, not "five bars of soap"."""
    return _digits(tokens, first, at, after) and tokens.lows[after] != "of"


_HOMOGRAPHS: Mapping[str, _Rule] = {
    "m": _meter, "in": _inch, "ins": _never, "s": _seconds, "second": _second, "sec": _digits, "min": _digits, "K": _kelvin, "kelvin": _always,
    "foot": _always, "yard": _always, "yards": _always, "pound": _always, "pounds": _always, "ounce": _always, "stone": _digits,
    "degree": _always, "degrees": _always, "deg": _digits, "°": _always, "º": _always, "knot": _always, "fold": _fold, "x": _glued, "×": _glued,
    "percentage": _always, "pc": _glued, "pp": _digits, "pps": _digits, "bp": _digits, "bps": _digits, "ppt": _digits, "ppts": _digits, "mo": _digits, "mos": _digits,
    "volt": _always, "ohm": _always, "watt": _always, "mole": _digits, "moles": _digits, "carat": _always, "bit": _digits, "bits": _digits,
    "gray": _not_of, "grays": _not_of, "bar": _not_of, "bars": _not_of, "atmosphere": _not_of, "atmospheres": _digits, "grain": _not_of, "grains": _not_of, "cup": _always, "cups": _always,
    "quart": _always, "mw": _digits, "kn": _digits, "ha": _digits, "kilo": _always, "kilos": _always, "acre foot": _always,
    "g": _digits, "h": _digits, "L": _digits, "l": _digits, "ℓ": _digits, "nm": _digits, "t": _digits, "mi": _digits, "Ma": _digits, "ka": _digits, "Ga": _digits,
    "Da": _digits, "MT": _digits, "kt": _digits, "Gt": _digits, "Mb": _digits, "Gb": _digits, "KB": _digits, "B": _closed, "W": _closed, "cal": _digits, "Å": _always, "Ω": _always,
    "Ah": _digits, "VA": _digits, "lm": _digits, "mb": _digits, "cc": _digits, "ac": _closed, "MP": _digits, "d": _glued, "tesla": _digits, "gig": _digits, "gigs": _digits,
    "′": _digits, "″": _digits, "tn": _never, "ct": _never, "cts": _never, "mt": _digits, "pt": _never, "pts": _never, "st": _never, "ly": _digits, "mps": _digits, "mp": _digits, "megs": _digits,
}  # fmt: skip
