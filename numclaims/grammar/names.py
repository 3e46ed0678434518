"""Numbers that count nothing: parts of names and codes, labels, references, list markers, scores, phone numbers, addresses.

Each test looks at the tokens around one number and answers how far the name goes; it never judges whole sentences.
"""

from __future__ import annotations

import re

from numclaims.grammar.codes import skip_code
from numclaims.grammar.lists import is_list_number
from numclaims.grammar.models import names_model
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.scores import skip_score
from numclaims.grammar.tokens import Tokens, digits_end, is_number, run_end
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_DASHES = frozenset("-–—‐‑−")
_STREETS = frozenset("road street avenue lane drive boulevard rd st ave blvd square court place way highway crescent terrace".split())
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_BRACKETS = {"[": "]", "(": ")"}
_PANELS = 24  # tokens in which panels of one figure are listed
_WORDLIKE = frozenset("x c ca n p r f t z vs".split())


def skip_name(tokens: Tokens, index: int) -> int:
    """The index behind a number that counts nothing and begins here, or `index` itself where it may count something."""
    for test in (_panel, skip_code, _reference, _marker, _phone, skip_score, _label, _address):
        after = test(tokens, index)
        if after > index:
            return after
    return index


def _panel(tokens: Tokens, index: int) -> int:
    """ "Figures 3A and 3J", "Tables 2 and 3B": a capital letter glued to a number under a label, whatever unit it may abbreviate."""
    letter, at = tokens.words[index + 1], index - 1
    if len(letter) != 1 or not letter.isupper() or not tokens.glued(index + 1):
        return index
    while at > max(0, index - _PANELS) and (len(tokens.words[at]) == 1 or is_number(tokens.words[at]) or tokens.lows[at] == "and"):
        at -= 1
    return index + 2 if tokens.lows[at] in _ALWAYS and not tokens.parted(at, index + 1) else index


def _reference(tokens: Tokens, index: int) -> int:
    """ "[7]", "(26,29,49)", "(14–17)": nothing but whole numbers in brackets, behind a word or a mark."""
    opening = tokens.words[index - 1] if index else ""
    closing = _BRACKETS.get(opening)
    if closing is None or not tokens.glued(index):
        return index
    at, single = index, True
    while at < index + 40:
        word = tokens.words[at]
        if not word.replace(",", "").isdecimal() or len(word) > 40:
            return index
        at += 1
        if tokens.words[at] == closing:
            break
        if tokens.words[at] not in (",", ";", "–", "-", "—"):
            return index
        at, single = at + 1, False
    else:
        return index
    word = tokens.words[index]
    single = single and ("," not in word or bool(_THOUSANDS.fullmatch(word)))
    small = len(word) <= 3 and word.isdecimal()
    if (
        opening == "["
        or not single
        or (small and tokens.words[at + 1] in (".", ",", ";"))
        or (small and index > 1 and tokens.words[index - 2][:1].islower())
        or tokens.words[index - 2 : index - 1] in (["."], [","])
    ):
        return at
    return index


def _marker(tokens: Tokens, index: int) -> int:
    """List numbers: "1." or "2)" at the head of a line or behind a semicolon, "ii" aside; "(1)" inside a sentence."""
    word = tokens.words[index]
    if not word.isdecimal() or len(word) > 2:
        return index
    mark = tokens.words[index + 1]
    line = tokens.heads_line(index)
    if (
        mark == ")"
        and tokens.words[index - 1] != "("
        and (line or tokens.words[index - 1] in (";", ":", ",", "is", "are") or tokens.words[index + 2][:1].islower())
    ):
        return index + 1 if not _opened(tokens, index) else index
    if mark == "." and line and tokens.words[index + 2][:1].isalpha() and tokens.starts[index + 2] - tokens.ends[index + 1] >= 1:
        return index + 1
    return index + 2 if is_list_number(tokens, index) else index


def _opened(tokens: Tokens, index: int) -> bool:
    """Whether a bracket opened shortly before is still open here."""
    recent = tokens.words[max(0, index - 14) : index]
    return recent.count("(") > recent.count(")")


def _phone(tokens: Tokens, index: int) -> int:
    """Three or more digit groups tied by hyphens, or a plus sign before a long number: "1111-22223333-4444", "+44 20 7946 0958"."""
    at, groups = index + 1, 1
    while tokens.words[at] in _DASHES and tokens.glued(at) and tokens.glued(at + 1) and tokens.words[at + 1].isdecimal():
        at, groups = at + 2, groups + 1
    if groups > 2 or (groups == 2 and len(tokens.words[index]) + len(tokens.words[index + 2]) > 8 and tokens.words[index + 2][:1] == "0"):
        return at
    if tokens.words[index - 1] == "+" and tokens.glued(index) and index and is_number(tokens.words[index + 1]):
        return digits_end(tokens, index)
    return index


def _label(tokens: Tokens, index: int) -> int:
    """ "Article 5", "phase 3 and 5", "Boeing 737", "Fortune 100", "No. 7": a bare number that tells one thing from its like."""
    word = tokens.words[index]
    if "." in word and word.count(".") == 1 and tokens.lows[index - 1] not in _ALWAYS and tokens.lows[index - 1] != "version":
        return index
    before = index - 1
    while before > 0 and tokens.words[before] in (".", "#", "’", "'"):
        before -= 1
    low, written = tokens.lows[before] if index else "", tokens.words[before] if index else ""
    if not low[:1].isalpha() or (before < index - 1 and tokens.words[before + 1] == "." and len(low) > 4):
        return index
    if low in _ALWAYS and len(word) <= 4:
        return _label_list(tokens, index)
    if (
        low in _STRICT
        and before == index - 1
        and word.isdecimal()
        and len(word) <= 3
        and not _measures(tokens, index)
        and tokens.lows[index + 1] != "of"
    ):
        return _label_list(tokens, index)
    if names_model(tokens, index):
        return run_end(tokens, index)
    if _counts(tokens, index) or len(word) > 6:
        return index
    if low in syntax().labels and (before == index - 1 or tokens.words[index - 1] in (".", "#")) and _labelled(tokens, before, index):
        return _label_list(tokens, index)
    if before == index - 1 and written != low and not tokens.breaks(index) and _name_before(tokens, before) and not _part(tokens, index):
        return run_end(tokens, index)
    return index


def _labelled(tokens: Tokens, before: int, index: int) -> bool:
    low = tokens.lows[before]
    if low == "numbers" and "," in tokens.words[index]:  # "the herd numbers 1,800"
        return False
    if (
        low in ("no", "nos", "line", "well", "rule", "sample", "samples", "cases", "case", "model", "unit", "place", "act")
        and tokens.words[before][0].islower()
    ):
        abbreviated = low == "no" and tokens.words[before + 1] == "."
        return abbreviated or (
            low not in ("no", "cases", "samples") and len(tokens.words[index]) <= 2 and not has_plural(tokens, index + 1)
        )
    return True


def _label_list(tokens: Tokens, index: int) -> int:
    """Past further numbers under the same label: "phases 3, 5, 7, and 9", "Figs 2-4", "Table 1a"."""
    at = run_end(tokens, index)
    while True:
        follow = at
        while tokens.lows[follow] in (",", "and", "to", "or", "&", "–", "-", "through") and follow < at + 2:
            follow += 1
        if follow == at or not is_number(tokens.words[follow]) or len(tokens.words[follow]) > 3 or _counts(tokens, follow):
            return at
        at = run_end(tokens, follow)


_ALWAYS = frozenset(
    "figure figures fig figs table tables equation eq eqs section sections scheme appendix article chapter p pp ref refs".split()
)
_OF_A_SET = frozenset("the its their these those his her our".split())
_STRICT = frozenset(
    """formula phase phases type types grade stage version category tram line lines column columns row rows listing month
    months cluster fraction fractions label labels lane scenario sample samples case cases model models
    step steps trial round patient""".split()
)


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether something behind a number shows that it measures or counts: a unit, a scale, a plural noun."""
    at = index + 1
    return _measures(tokens, index) or (has_plural(tokens, at) and not tokens.words[at][:1].isupper() and tokens.words[at][:1].isalpha())


def _part(tokens: Tokens, index: int) -> bool:
    """Whether a number is a part of another: "in Oslo 56 of the 122 houses"."""
    if tokens.lows[index + 1] != "of":
        return False
    return is_number(tokens.words[index + 2]) or (tokens.lows[index + 2] in _OF_A_SET and is_number(tokens.words[index + 3]))


def _measures(tokens: Tokens, index: int) -> bool:
    low, word, at = tokens.lows[index + 1], tokens.words[index + 1], index + 1
    if word in ("%", "°", "€", "£") or low in number_words().scales or (low == "per" and tokens.lows[at + 1] == "cent"):
        return True
    if low in unit_lexicon().words and low not in ("in", "a", "at", "b"):
        return True
    if tokens.glued(at) and word[:1].isalpha():
        return low in number_words().short_scales or word in unit_lexicon().symbols
    return False


def _name_before(tokens: Tokens, before: int) -> bool:
    """Whether a capitalised word is part of a name rather than the head of a sentence or a month-like adverb."""
    low = tokens.lows[before]
    classes = syntax()
    if low in unit_lexicon().currency_prefixes and len(low) > 1 and low not in ("us",):
        return False
    if tokens.words[before - 1] == "&" and before:
        return True
    if (
        tokens.words[before].isupper()
        and 2 <= len(low) <= 5
        and before
        and low not in ("in", "on", "at", "of", "to", "by", "over", "under", "and", "for")
    ):
        return True
    opening = before == 0 or tokens.words[before - 1] in (".", "!", "?")
    plural = is_plural(low) and tokens.lows[before + 2] not in classes.auxiliaries
    if low in classes.stops or low in unit_lexicon().currency_prefixes or plural or low.endswith(("ed", "ly")):
        return False
    if (opening and low.endswith("ing")) or (low in calendar_words().weekdays and not _dated(tokens.words[before + 1])):
        return False
    return not (low in number_words().scales or low in _WORDLIKE or low in number_words().units or low in calendar_words().months)


def _dated(number: str) -> bool:
    """Whether a number behind a weekday may be a day of the month or a year: "Friday 13", "Black Friday 2024"."""
    return number.isdecimal() and (len(number) <= 2 or (len(number) == 4 and number[:2] in ("19", "20")))


def _address(tokens: Tokens, index: int) -> int:
    """ "575 Wilbraham Road", "10 Downing Street", "90049 ZIP"."""
    at = index + 1
    if tokens.lows[at] in ("zip", "postcode"):
        return at
    while at < index + 4 and tokens.words[at][:1].isupper():
        if at > index + 1 and tokens.lows[at] in _STREETS:
            return at + 1
        at += 1
    return index
