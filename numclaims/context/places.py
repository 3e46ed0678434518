"""Where what a number states is so: the place its clause names, or the scene that the sentences before have set.

It chooses among the places that `placenames` finds and works by word order alone. Prices and destinations do not carry over from one
sentence to the next; a sentence with a place of its own takes none from before.
"""

from __future__ import annotations

from bisect import bisect_right

from numclaims.context.placenames import Mention, name_end, place_phrase, read_mentions
from numclaims.context.sentences import Sentences
from numclaims.grammar.calendar import calendar_words
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.gazetteer import place_words
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_REACH = 8  # sentences over which a scene holds
_HARD = frozenset(";")
_TURNS = frozenset("while whereas although though after before because when until since unless if".split())
_TIMES = frozenset("after before since until".split())
_JOINS = frozenset("and with which including who or of".split())
_BACK = frozenset("them these those".split())
_DASHES = frozenset("—–-:")


class Places:
    """The places of a piece of text, read sentence by sentence as they are asked for."""

    __slots__ = ("_dateline", "_mentions", "_sentences", "_tokens")

    def __init__(self, tokens: Tokens, sentences: Sentences) -> None:
        self._tokens = tokens
        self._sentences = sentences
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self._dateline: Mention | None = read_dateline(tokens)

    def of(self, first: int, after: int) -> tuple[str, tuple[int, int] | None]:
        """The place of the quantity at tokens `first` up to `after`: as it stands in the text, and its tokens; ("", None) without one."""
        index = bisect_right(self._sentences.firsts, first) - 1
        mention = self._measured_from(after, self._bounds(index)[1]) or self._in_sentence(first, after, index)
        if mention is None and not self._of_sentence(index) and not self._is_aside(first):
            mention = self._carried(first, after, index)
        if mention is None and index == 0 and not self._is_money(first, after):
            mention = self._dateline
        if mention is None:
            return "", None
        tokens = self._tokens
        return tokens.text[tokens.starts[mention.first] : tokens.ends[mention.after - 1]], (mention.first, mention.after)

    def _of_sentence(self, index: int) -> tuple[Mention, ...]:
        if index not in self._mentions:
            start, stop = self._bounds(index)
            if index == 0 and self._dateline:
                start = max(start, self._dateline.after)
            self._mentions[index] = read_mentions(self._tokens, start, stop)
        return self._mentions[index]

    def _bounds(self, index: int) -> tuple[int, int]:
        firsts = self._sentences.firsts
        return firsts[index], firsts[index + 1] if index + 1 < len(firsts) else self._sentences.count

    def _in_sentence(self, first: int, after: int, index: int) -> Mention | None:
        usable = [mention for mention in self._of_sentence(index) if mention.role != "aside"]
        behind = next((mention for mention in usable if mention.first >= after), None)
        before = next((mention for mention in reversed(usable) if mention.after <= first), None)
        if behind and not self._reaches_back(after, behind):
            behind = None
        if before and not self._reaches_on(before, first, after):
            before = None
        if behind and before:
            return behind if behind.begins - after <= first - before.after else before
        return behind or before

    def _measured_from(self, after: int, stop: int) -> Mention | None:
        """"275 km from the border": what a distance right before it is measured from."""
        tokens, at = self._tokens, after
        lows = tokens.lows
        unit = unit_lexicon().words.get(lows[after - 1]) or unit_lexicon().symbols.get(tokens.words[after - 1])
        if unit is None or unit.dimension != "length":
            return None
        directed = lows[at] in place_words().directions
        at += directed or lows[at] == "away"
        if lows[at] != ("of" if directed else "from"):
            return None
        phrase = place_phrase(tokens, at + 1, stop, sure=False)
        if phrase:
            return Mention(*phrase, at, "scene")
        end = noun_phrase(tokens, at + 2, counted=False) if lows[at + 1] == "the" else 0
        return Mention(at + 1, end, at, "movement") if end > at + 2 else None

    def _reaches_back(self, after: int, mention: Mention) -> bool:
        """Whether a place holds for a quantity before it: nothing between them begins another clause or another number's phrase."""
        lows = self._tokens.lows
        for at in range(after, mention.begins):
            if self._turns(at) or lows[at] == "but" or lows[at] == ":":
                return False
            if lows[at] == "," and (mention.role != "scene" or self._counts(at + 1)):
                return False
        return True

    def _reaches_on(self, mention: Mention, first: int, after: int) -> bool:
        """Whether a place holds for a quantity behind it in the sentence; "20,000 of them" points back across a semicolon."""
        lows = self._tokens.lows
        if lows[after] == "of" and lows[after + 1] in _BACK:
            return True
        between = range(mention.after, first)
        if mention.role == "movement" or (mention.role == "home" and lows[mention.begins] == "of"):
            return not any(self._turns(at) or lows[at] == "," for at in between)
        if mention.role == "home":
            return not any(self._turns(at) for at in between)
        fronted = mention.begins - self._sentences.at(first)[0] <= 2
        return not any(lows[at] in _HARD or self._turns_away(at) or (not fronted and self._turns(at)) for at in between)

    def _turns(self, at: int) -> bool:
        lows = self._tokens.lows
        return lows[at] in _HARD or self._turns_away(at) or (lows[at] == "," and lows[at + 1] in _JOINS)

    def _turns_away(self, at: int) -> bool:
        """Whether a clause with a time or a reason of its own begins here: "after the company cut", not "after four" or "after 2019"."""
        low = self._tokens.lows[at]
        return low in _TURNS and not (low in _TIMES and self._counts(at + 1))

    def _counts(self, at: int) -> bool:
        low, numbers = self._tokens.lows[at], number_words()
        if low == "a":
            low = self._tokens.lows[at + 1]
            return low in numbers.fractions or low in numbers.ordinals
        return is_number(low) or low in numbers.units or low in numbers.tens or low in numbers.vague

    def _carried(self, first: int, after: int, index: int) -> Mention | None:
        """The scene that one of the sentences before has set, unless the quantity is money or the sentence turns to somewhere else."""
        if self._is_money(first, after) or self._names_another(index):
            return None
        if ";" in self._tokens.words[self._bounds(index)[0] : first]:
            return None
        for earlier in range(index - 1, max(-1, index - 1 - _REACH), -1):
            scene = self._scene(earlier)
            if scene:
                return scene
            if any(mention.role in ("aside", "scene") for mention in self._of_sentence(earlier)):
                return None
        return None

    def _scene(self, index: int) -> Mention | None:
        """The named place that a sentence sets as the scene: that of a clause with a number, or one in the first sentence."""
        words = self._tokens.words
        for mention in self._of_sentence(index):
            if mention.role == "scene" and any(word[0].isupper() for word in words[mention.first : mention.after]):
                return mention
        return None

    def _leads(self, index: int) -> bool:
        """Whether a sentence is one of the first two of the text or of a paragraph, where reports set their scene."""
        firsts = self._sentences.firsts
        return index < 2 or self._tokens.breaks(firsts[index]) or self._tokens.breaks(firsts[index - 1])

    def _is_aside(self, first: int) -> bool:
        """Whether a number is somebody's age, between commas behind the name: "Halyna, 71, left"."""
        words = self._tokens.words
        return first > 1 and words[first - 1] == "," and words[first - 2][0].isupper()

    def _is_money(self, first: int, after: int) -> bool:
        lexicon = unit_lexicon()
        return any(low in lexicon.currency_words or low in lexicon.currency_prefixes for low in self._tokens.lows[first:after])

    def _names_another(self, index: int) -> bool:
        """Whether a sentence names a country or city, in whatever role."""
        start, stop = self._bounds(index)
        words = self._tokens.words
        for at in range(start, stop):
            if words[at][0].isupper() and (end := name_end(self._tokens, at, stop)) and not words[end][:1].isupper():
                if at == start or not words[at - 1][0].isupper():
                    return True
        return False


def read_dateline(tokens: Tokens) -> Mention | None:
    """The place that a report begins with: "DNIPRO, Ukraine —", "Mumbai:", "GOMA -"; None without one."""
    words = tokens.words
    end = 0
    while end < min(tokens.count, 4) and words[end][0].isupper() and words[end][0].isalpha():
        end += 1
    if not end or not (words[0].isupper() or name_end(tokens, 0, end)):
        return None
    at = end
    while at < min(tokens.count, end + 9) and words[at] not in _DASHES and (words[at] in ",.()/" or words[at][0].isupper()):
        at += 1
    return Mention(0, end, 0, "scene") if at < tokens.count and words[at] in _DASHES and not tokens.glued(at + 1) else None
