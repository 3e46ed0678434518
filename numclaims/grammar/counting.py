"""Which numbers in words count: "one" as a pronoun, ordinals in names, "a few friends" and "the second half" do not."""

from __future__ import annotations

from functools import cache

from numclaims.grammar.nouns import has_plural
from numclaims.grammar.numerals import Numeral
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_MINUS_WORDS = frozenset(("minus", "negative"))
_NOT_ONE = frozenset("no this that any every another each the some which someone anyone everyone not like latter former such".split())
_HALVES = frozenset("this last next first second latter former other better the early late opening final that each".split())
_SHAPES = frozenset("dimensional sided handed party tiered way".split())
_NOT_COUNTED = frozenset("century centuries quarter quarters half party parties degree amendment floor's -".split())
_BEFORE_ONE_DAY = frozenset("lasted lasts just only about within for took takes least than in".split())
_COMPOUNDS = frozenset("on off to sided way time another".split())
_OWN = frozenset("its his her their".split())
_PLACED = frozenset("finished finish finishes came comes come placed ranked ranks".split())
_NO_SUPERLATIVES = frozenset("west guest forest interest rest test harvest request protest chest nest contest quest arrest".split())
_OVER = frozenset(("in", "of"))


@cache
def _measured() -> frozenset[str]:
    """Words that half or a quarter of may be tied to by a hyphen: "a half-hour", "a quarter-point"."""
    return frozenset(unit_lexicon().words) | {"point"}


def chain_end(tokens: Tokens, at: int) -> int:
    """The index behind three small number words and more tied by hyphens ("one-two-three"), which count nothing, or `at`."""
    units, lows, end = number_words().units, tokens.lows, at
    while lows[end] in units and lows[end + 1] == "-" and tokens.glued(end + 1) and tokens.glued(end + 2):
        end += 2
    last = lows[end] in units
    return end + last if (end - at) // 2 + last > 2 else at


def counts(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number in words counts: "one" as a pronoun, ordinals in names and "second" as a time do not."""
    lows, first = tokens.lows, numeral.first
    low, after = lows[first], lows[numeral.next]
    if after == "-" and lows[numeral.next + 1] in _SHAPES:
        return False
    if numeral.form == "ordinal":
        own = first > 0 and lows[first - 1] in _OWN and (numeral.value or 0) > 2  # "Sunday's win, its tenth, came late"
        return (after != "," or own) and _ordinal_counts(tokens, numeral)
    if numeral.next == first + 1 and low == "one":
        return _one_counts(tokens, first)
    if lows[numeral.next - 1] in ("half", "quarter") and numeral.next == first + 1 and first and lows[first - 1] in _HALVES:
        return False
    if numeral.form == "vague" and low in ("a", "several") and numeral.next <= first + 2 and numeral.high == 9.0:
        return _measured_next(tokens, numeral.next)
    if numeral.form == "multiple" and low in ("twice", "thrice"):
        return after in ("that", "the", "what", "its", "his", "her", "their") or (
            after == "as" and tokens.words[numeral.next + 1][:1].islower()
        )
    if low in ("lac", "cr", "lakh", "crore") or (low in number_words().scales and lows[first - 1] == "per"):
        return False
    if _in_name(tokens, numeral) or _wholesale(tokens, numeral):
        return False
    if lows[numeral.next - 1] in ("half", "quarter") and after == "-" and lows[numeral.next + 1] not in _measured():
        return False
    if low in ("half", "quarter") and numeral.next == first + 1:
        return after not in ("time", "way", "year's")
    if low in ("zero", "nought") and after == "-":
        return False
    return numeral.value is None or numeral.value < 1e30


def _wholesale(tokens: Tokens, numeral: Numeral) -> bool:
    """ "Sold by the dozen", "by the hundred", "a baker's dozen": no count of anything."""
    lows, first = tokens.lows, numeral.first
    if numeral.next != first + 1 or first < 2 or not tokens.words[first].isalpha():
        return False
    return lows[first - 2 : first] == ["by", "the"] or (lows[first] == "dozen" and lows[first - 2] == "baker")


def _in_name(tokens: Tokens, numeral: Numeral) -> bool:
    """A capitalised number word inside a name: "the Kick Six game", "the Group of Seven"."""
    words, first = tokens.words, numeral.first
    if words[first][0].isupper() and words[numeral.next][:1].isupper() and numeral.form != "ordinal":
        last = numeral.next
        while words[last + 1][:1].isupper() or (words[last + 1] in ("'", "’") and words[last + 2][:1].isupper()):
            last += 1
        counted = is_plural(tokens.lows[last]) or (words[last + 1][:1].islower() and has_plural(tokens, last + 1))
        counted = counted or (is_number(words[last + 1]) and has_plural(tokens, last + 2))
        return not counted
    if first < 2 or not words[first][0].isupper() or words[first].isupper() or not words[numeral.next - 1][0].isupper():
        return False
    if tokens.lows[first - 1] == "of":
        return words[first - 2][0].isupper()
    return words[first - 1][:1].isupper() and words[first - 2] != "."


def _measured_next(tokens: Tokens, at: int) -> bool:
    """Whether a unit follows: "a few hours" measures, "a few friends" only says that there are some."""
    unit = unit_lexicon().words.get(tokens.lows[at])
    return (unit is not None and not unit.homograph and unit.dimension != "multiple") or tokens.lows[at] in unit_lexicon().currency_words


def _one_counts(tokens: Tokens, first: int) -> bool:
    before, after = tokens.lows[first - 1] if first else "", tokens.lows[first + 1]
    if before == "number" or (before == "at" and after == "point"):
        return False
    if before in _MINUS_WORDS or after in ("percent", "percentage") or tokens.lows[first + 1 : first + 3] == ["per", "cent"]:
        return True
    if after == "day" and before in _BEFORE_ONE_DAY:
        return True
    if before == "that" and after == "in" and _part_of(tokens, first + 2):
        return True
    if (
        before in _NOT_ONE
        or tokens.breaks(first + 1)
        or after in ("another", "day", "by", "'s", "’s", "thing", "way", "who", "that", "time")
    ):
        return after in ("-", "in") and before not in _NOT_ONE
    if after == "-":
        return tokens.words[first + 2][:1].isalpha() and tokens.lows[first + 2] not in _COMPOUNDS
    if after in _OVER or after == "out":
        return (
            tokens.lows[first + 2] in ("of", "the", "its", "his", "her", "their", "these", "those", "our", "four", "three", "every")
            or is_number(tokens.words[first + 2])
            or tokens.lows[first + 2] in number_words().units
            or tokens.lows[first + 2] in number_words().tens
        )
    return after[:1].isalpha() and after not in syntax().stops


def _part_of(tokens: Tokens, at: int) -> bool:
    """Whether a number of which one is a share stands here, with what it is a share of: "[said that one in] eight households"."""
    word = tokens.words[at]
    small = (word.isdecimal() and len(word) <= 3) or tokens.lows[at] in number_words().units or tokens.lows[at] in number_words().tens
    return small and has_plural(tokens, at + 1) and tokens.lows[at + 1] not in unit_lexicon().words


def _is_superlative(low: str) -> bool:
    """ "seventh-lowest", "third-most"."""
    return (low.endswith("est") and low not in _NO_SUPERLATIVES) or low in ("most", "best", "worst", "least", "last")


def _ordinal_counts(tokens: Tokens, numeral: Numeral) -> bool:
    """Ordinals that count ("its 70th shipment", "the twelfth day"), not names ("36th Brigade", "the 20th century") or fractions."""
    lows, at = tokens.lows, numeral.next
    after, before = lows[at], lows[numeral.first - 1] if numeral.first else ""
    if after == "-" and tokens.glued(at) and _is_superlative(lows[at + 1]):
        return numeral.value is None or numeral.value > 2
    if after in _NOT_COUNTED:
        return False
    if tokens.words[at][:1].isupper() and tokens.words[numeral.first] not in ("", "the"):
        return False
    if after == "to" and before == "the" and numeral.value == 1:
        return True
    if before in _PLACED and not tokens.words[at][:1].isalpha():
        return True
    if numeral.value is not None and numeral.value <= 2 and not tokens.words[numeral.first][0].isdecimal():
        return False
    return before not in ("every", "each") or after in ("day", "year")
