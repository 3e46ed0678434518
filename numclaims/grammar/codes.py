"""Numbers that are parts of codes: "G7", "F-16", "v2.0", "2A8", "14C", "10.1177/25152459". It looks at what is glued to the digits."""

from __future__ import annotations

from numclaims.grammar.compounds import read_compound
from numclaims.grammar.money import read_currency
from numclaims.grammar.symbols import cued, lowered
from numclaims.grammar.tokens import Tokens, begins_model, digits_end, is_number, run_end
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_DASHES = frozenset("-–—‐‑−")
_HYPHENATED = frozenset("sub minus pre post mid over under plus super non up about approx max min to and or negative".split())
_SCHEMES = frozenset("doi arxiv pmid isbn issn urn http https".split())
_CODES = frozenset(("@", "\\", "_", "#", "№"))


def skip_code(tokens: Tokens, index: int) -> int:
    """ "G7", "F-16", "v2.0", "2A8", "10.1177/25152459": the index behind a code whose digits begin here, or `index`."""
    words, word = tokens.words, tokens.words[index]
    if (close := _arguments(tokens, index)) > index:
        return close
    if (tokens.glued(index) and _tied(tokens, index)) or _slash_code(tokens, index) or _isotope(tokens, index):
        return run_end(tokens, index)
    if _hyphened_name(tokens, index):
        return run_end(tokens, index)
    if words[index + 1] == "=" and word.isdecimal() and len(word) == 1:
        return index + 1
    if len(word) > 1 and word[0] == "0" and word.isdecimal():
        return digits_end(tokens, index)
    if word.count(".") > 1 and "," not in word and any(len(part) != 3 for part in word.split(".")[1:]):
        return index + 1
    return _glued_letters(tokens, index)


def _arguments(tokens: Tokens, index: int) -> int:
    """The index of the bracket that closes the degrees of freedom of a test, or `index`: "F(3, 8.9) = 4.1", "t(39) = 1.16"."""
    words, at = tokens.words, index
    if words[index - 1] != "(" or not tokens.glued(index) or not tokens.glued(index - 1) or len(words[index - 2]) > 2 or index < 2:
        return index
    while at < index + 6 and (is_number(words[at]) or words[at] == ","):
        at += 1
    return at if words[at] == ")" and words[at + 1] in ("=", "<", ">") and words[index - 2].isalpha() else index


def _hyphened_name(tokens: Tokens, index: int) -> bool:
    """ "7-Eleven", "a 9-to-5 job": a hyphen to a capitalised word, or hours that run over noon."""
    words, at = tokens.words, index + 1
    if words[at] != "-" or not tokens.glued(at) or not tokens.glued(at + 1):
        return False
    if words[at + 1][:1].isupper() and words[at + 1][1:2].islower():
        return True
    hours = words[at + 1 : at + 3] == ["to", "-"] and words[at + 3].isdecimal() and words[index].isdecimal()
    return hours and int(words[at + 3]) < int(words[index])


def _tied(tokens: Tokens, index: int) -> bool:
    """Whether what a number is glued to makes a code of it: a letter, a named hyphen, a bracket behind a symbol, a scheme."""
    words, before = tokens.words, tokens.words[index - 1]
    if before[-1].isalpha():
        return before not in ("c", "ca") and read_currency(tokens, index) is None
    if before == ":":
        return tokens.lows[index - 2] in _SCHEMES
    if before in _CODES:
        return True
    if before == "+":  # "the R+1 rows", "C++23"
        at = index - 1
        while words[at] == "+" and tokens.glued(at):
            at -= 1
        return words[at][-1:].isalpha()
    if before in "/.":
        return tokens.glued(index - 1) and words[index - 2][:1].isalnum() and words[index + 1] != "%"
    if before in _DASHES:
        return before != "—" and tokens.glued(index - 1) and _named(tokens, index - 2) and not _unit_behind(tokens, index)
    if before in ")]}":
        return _bare(tokens, index)
    symbol = before == "{" or (before == "(" and tokens.glued(index - 1) and words[index - 2][-1:].isalpha())
    return symbol and _bare(tokens, index)


def _slash_code(tokens: Tokens, index: int) -> bool:
    """ "22/30a": two numbers and a letter."""
    words = tokens.words
    letter = words[index + 3]
    glued = tokens.glued(index + 2) and tokens.glued(index + 3)
    return words[index + 1] == "/" and is_number(words[index + 2]) and glued and len(letter) == 1 and letter.isalpha()


def _isotope(tokens: Tokens, index: int) -> bool:
    """ "14C dating", "35S-methionine"; not "14C in Oslo", "minus 13C outside"."""
    words, at = tokens.words, index + 2
    if words[index] not in _ISOTOPES.get(words[index + 1], ()) or not tokens.glued(index + 1) or tokens.lows[index - 1] in _BELOW_ZERO:
        return False
    if tokens.glued(at) and words[at] not in _CLOSING:
        return True
    named = words[at][:1].isalpha()
    return named and (words[index + 1] != "C" or (tokens.lows[at] not in syntax().stops and tokens.lows[at] not in roles().adverbs))


_ISOTOPES = {
    "H": ("2", "3"),
    "C": ("11", "12", "13", "14"),
    "N": ("13", "15"),
    "O": ("15", "17", "18"),
    "S": ("12", "16", "18", "32", "34", "35"),
}
_BELOW_ZERO = frozenset(("minus", "-", "−", "–", "negative"))
_CLOSING = frozenset(".,;:!?)")


def _bare(tokens: Tokens, index: int) -> bool:
    """A number with neither unit nor percent sign behind it."""
    behind = tokens.words[index + 1]
    return len(tokens.words[index]) <= 4 and behind not in ("%", "°", "‰") and not (tokens.glued(index + 1) and behind[:1].isalpha())


def _unit_behind(tokens: Tokens, index: int) -> bool:
    """ "her now-18 month-old daughter", "sub-7 nanometre"."""
    unit = unit_lexicon().words.get(tokens.lows[index + 1])
    return unit is not None and not unit.homograph and not tokens.glued(index + 1)


def _named(tokens: Tokens, at: int) -> bool:
    """Whether the word before a hyphen makes a name of the number behind it."""
    low = tokens.lows[at]
    if begins_model(tokens, at):
        return True
    if is_number(tokens.words[at - 1]) and (tokens.glued(at) or low in unit_lexicon().words or tokens.words[at] in unit_lexicon().symbols):
        return False
    return low[-1:].isalpha() and low not in _HYPHENATED and low not in number_words().units and low not in number_words().tens


def _glued_letters(tokens: Tokens, index: int) -> int:
    """ "34R", "2A8", "9AB8": letters right behind that neither abbreviate a scale, a unit or an ordinal nor begin a known word."""
    at = index + 1
    if not tokens.glued(at) or not tokens.words[at][:1].isalpha():
        return index
    low, word = tokens.lows[at], tokens.words[at]
    if tokens.glued(at + 1) and is_number(tokens.words[at + 1]) and len(word) < 4 and low not in ("e", "x") and not _unit_power(tokens, at):
        return run_end(tokens, index)
    if len(tokens.words[index]) == 4 and word in _WORKS and tokens.words[index][:2] in ("18", "19", "20"):
        return at + 1
    lexicon, numbers = unit_lexicon(), number_words()
    known = (
        word in lexicon.symbols
        or (word in ("C", "F") and len(tokens.words[index]) > 1)
        or low in lexicon.words
        or low in lexicon.currency_words
        or low in numbers.short_scales
        or low in numbers.scales
        or low in ("st", "nd", "rd", "th", "e", "x", "yo", "am", "pm", "musd", "meur", "s")
        or low[:1] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻½¼¾"
        or low.startswith(("mus", "sq"))
        or (word == "F" and _warmth(tokens, index))
        or cued(tokens, at) is not None
        or (lowered(tokens, at + 1) is not None and read_compound(tokens, at) is not None)
    )
    return index if known else run_end(tokens, index)


_WORKS = frozenset("abcde")  # "2006b" is the second work cited of a year


def _warmth(tokens: Tokens, index: int) -> bool:
    """ "20C (68F)", "a high of 98F": whether the words before a number speak of temperatures, so that its F is no seat's."""
    return tokens.words[index - 1] == "(" or not _TEMPERATURE.isdisjoint(tokens.lows[max(0, index - 8) : index])


_TEMPERATURE = frozenset(
    """temperature temperatures degree degrees heat hot cold warm warming cool high highs low lows mercury thermometer minus c f celsius
    fahrenheit freezing frost reached hit""".split()
)


def _unit_power(tokens: Tokens, at: int) -> bool:
    """ "5 cm2", "9.8 ms2": a length or a time to a power; there are no square amperes."""
    symbols = unit_lexicon().symbols
    unit = symbols.get(tokens.words[at])
    powered = tokens.words[at + 1] in ("2", "3") and not (unit is not None and len(tokens.words[at]) == 1 and tokens.words[at].isupper())
    return tokens.words[at] + tokens.words[at + 1] in symbols or powered
