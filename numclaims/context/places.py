"""Where what a number states is so: the place its clause names, or the scene that the sentences before have set.

It chooses among the places that `placenames` finds and works by word order alone. Prices and destinations do not carry over from one
sentence to the next; a sentence with a place of its own takes none from before.
"""

from __future__ import annotations

from bisect import bisect_right

from numclaims.context.placenames import Mention, name_end, place_phrase, read_mentions
from numclaims.context.sentences import Sentences
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.gazetteer import place_words
from numclaims.lexicon.units import unit_lexicon

_REACH = 5  # sentences over which a scene holds
_HARD = frozenset(";")
_TURNS = frozenset("but while whereas although though after before as because when until since unless if".split())
_JOINS = frozenset("and with which including who or".split())
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
        mentions = self._of_sentence(index)
        mention = self._in_sentence(first, after, index, mentions) if mentions else self._carried(first, after, index)
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

    def _in_sentence(self, first: int, after: int, index: int, mentions: tuple[Mention, ...]) -> Mention | None:
        near = self._measured_from(after, self._bounds(index)[1])
        if near:
            return near
        usable = [mention for mention in mentions if mention.role not in ("voice", "distance")]
        behind = next((mention for mention in usable if mention.first >= after), None)
        before = next((mention for mention in reversed(usable) if mention.after <= first), None)
        if behind and self._reaches_back(after, behind):
            return behind
        if before and self._reaches_on(before, first):
            return before
        return None

    def _measured_from(self, after: int, stop: int) -> Mention | None:
        """"275 km from the border": what a distance right before it is measured from."""
        lows, at = self._tokens.lows, after
        directed = lows[at] in place_words().directions
        if directed or lows[at] in ("away", "inland", "downstream", "upstream"):
            at += 1
        if lows[at] not in ("from", "of") or (lows[at] == "of" and not directed):
            return None
        phrase = place_phrase(self._tokens, at + 1, stop, sure=False)
        return Mention(*phrase, at, "distance") if phrase else None

    def _reaches_back(self, after: int, mention: Mention) -> bool:
        """Whether a place holds for a quantity before it: nothing between them begins another clause or another number's phrase."""
        tokens = self._tokens
        for at in range(after, mention.begins):
            low = tokens.lows[at]
            if low in _HARD or low in _TURNS or low == ":":
                return False
            if low == "," and (tokens.lows[at + 1] in _JOINS or is_number(tokens.words[at + 1])):
                return False
        return True

    def _reaches_on(self, mention: Mention, first: int) -> bool:
        tokens = self._tokens
        for at in range(mention.after, first):
            low = tokens.lows[at]
            if low in _HARD:
                return False
            if mention.role == "movement" and (low in _TURNS or (low == "," and tokens.lows[at + 1] in _JOINS)):
                return False
        return True

    def _carried(self, first: int, after: int, index: int) -> Mention | None:
        """The scene that one of the sentences before has set, unless the quantity is money or the sentence turns to somewhere else."""
        if self._is_money(first, after) or self._names_another(index):
            return self._dateline_for(first, after, index)
        for earlier in range(index - 1, max(-1, index - 1 - _REACH), -1):
            mentions = self._of_sentence(earlier)
            scenes = [mention for mention in mentions if mention.role == "scene"]
            if scenes:
                return scenes[0]
            if any(mention.role != "voice" for mention in mentions):
                return None
        return self._dateline_for(first, after, index)

    def _dateline_for(self, first: int, after: int, index: int) -> Mention | None:
        return self._dateline if index == 0 and not self._is_money(first, after) else None

    def _is_money(self, first: int, after: int) -> bool:
        lexicon = unit_lexicon()
        return any(low in lexicon.currency_words or low in lexicon.currency_prefixes for low in self._tokens.lows[first:after])

    def _names_another(self, index: int) -> bool:
        """Whether a sentence names a country or city, in whatever role."""
        start, stop = self._bounds(index)
        words = self._tokens.words
        return any(words[at][0].isupper() and name_end(self._tokens, at, stop) > 0 for at in range(start, stop))


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
