"""Short scale words behind a number ("10k", "$1.2bn", "2.7m sales"), told from units and names of the same letters."""

from __future__ import annotations

from numclaims.grammar.homographs import ADJECTIVES
from numclaims.grammar.nouns import has_plural
from numclaims.grammar.numerals import Numeral
from numclaims.grammar.term import Term
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words, scale_words

_TALLY = 8  # tokens before a number in which what is tallied may stand
_DASHES = frozenset("-–—‐‑−‒")


def read_short_scale(tokens: Tokens, term: Term, numeral: Numeral) -> None:
    """ "10k", "$1.2bn", "2.7m sales", "8 B people"; "m", "b" and "t" only where they cannot be units."""
    at, low = term.next, tokens.lows[term.next]
    if not numeral.bare or term.form != "digits":
        return
    if term.unit is not None and tokens.lows[at] in number_words().scales:
        return
    scale = number_words().short_scales.get(low)
    if scale is None or tokens.breaks(at) or not _scale_meant(tokens, term, at, low):
        return
    term.next = term.number_next = at + 1
    if tokens.words[at + 1] == "." and tokens.glued(at + 1) and low in ("mn", "bn", "tn") and tokens.words[at + 2][:1].islower():
        term.next = at + 2
    apply_scale(term, scale)


def apply_scale(term: Term, scale: float) -> None:
    """Multiply a term and the place of its last digit."""
    term.value, term.step, term.scale = (term.value or 0.0) * scale, term.step * scale, scale


def _scale_meant(tokens: Tokens, term: Term, at: int, low: str) -> bool:
    glued, word, money = tokens.glued(at), tokens.words[at], term.unit is not None
    follows = unit_lexicon().words.get(tokens.lows[at + 1])
    if low in number_words().sure_scales:
        return glued or tokens.starts[at] - tokens.ends[at - 1] == 1
    if tokens.glued(at + 1) and (tokens.words[at + 1][:1].isalnum() or tokens.words[at + 1] in "/²³"):
        return False
    if low in ("m", "b", "t", "mm", "cr"):
        ahead = at + 1
        if tokens.words[ahead] in _DASHES and is_number(tokens.words[ahead + 1]) and tokens.lows[ahead + 2] == low:
            ahead += 3
        if (
            low == "m"
            and tokens.lows[ahead] == "to"
            and tokens.words[ahead + 1].replace(",", "").isdecimal()
            and len(tokens.words[ahead + 1]) > 4
        ):
            return True
        counted = has_plural(tokens, ahead) and tokens.lows[ahead] not in syntax().function
        if money:
            return glued or counted or word.isupper()
        if low in ("mm", "cr"):
            return False
        if low == "m" and word == "M":
            return glued or counted
        if low == "m" and glued and _tallied(tokens, term.first, at + 1):
            return True
        return counted and (low != "t") and not (follows and follows.dimension == "length")
    return (glued and (money or word == "k" or has_plural(tokens, at + 1))) or (word == "k" and not tokens.words[at + 1][:1].isalpha())


def _tallied(tokens: Tokens, first: int, after: int) -> bool:
    """Whether an "m" is millions of what was named before: "a population of 1.1m", "profit fell to 12m", "47.6m a year ago"."""
    words, lows = scale_words(), tokens.lows
    if lows[after] in ("a", "an") and lows[after + 2] in ("ago", "earlier", "before"):
        return True
    if lows[after] in ADJECTIVES or lows[after] in words.distances or tokens.words[after] in ("(", "x", "×"):
        return False
    if (lows[after] == "from" and not is_number(tokens.words[after + 1])) or lows[first - 1] not in words.links:
        return False
    for at in range(first - 1, max(-1, first - 1 - _TALLY), -1):
        if lows[at] in words.lengths or tokens.words[at] in (".", ";", ":") or tokens.breaks(at + 1):
            return False
        if lows[at] in words.tallied:
            return True
    return False
