"""Where what a number states is so: the place its clause names, or the scene that a sentence before has set.

It chooses among the places that `placenames` finds, by word order alone. Sums of money, destinations and origins do not carry
over from one sentence to the next, and a sentence with a place of its own takes none from before.
"""

from __future__ import annotations

from bisect import bisect_right

from numclaims.context.places.placenames import Mention, begins_number, name_end, place_phrase, read_mentions
from numclaims.context.sentences import Sentences
from numclaims.grammar.nouns import noun_phrase
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.gazetteer import place_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.words import number_words

_REACH = 8  # sentences over which a scene holds
_FAR = 120  # tokens of one sentence over which a place holds; longer ones are lists and tables
_RELATIVE = 10  # tokens behind "who" in which a place belongs to its clause
_NEIGHBOURS = 6  # mentions on either side of a quantity that are looked at
_DASHES = frozenset("—–-:")
_DATELINE = 9  # tokens between the name of a dateline and its dash: ", Ukraine", "(press office)."


class Places:
    """The places of a piece of text, read sentence by sentence as they are asked for."""

    __slots__ = ("_dateline", "_elsewhere", "_mentions", "_pointing", "_scenes", "_sentences", "_there", "_tokens")

    def __init__(self, tokens: Tokens, sentences: Sentences) -> None:
        self._tokens = tokens
        self._sentences = sentences
        self._mentions: dict[int, tuple[Mention, ...]] = {}
        self._elsewhere: dict[int, bool] = {}
        self._pointing: dict[int, bool] = {}
        self._there: dict[int, Mention | None] = {}
        self._scenes: dict[int, tuple[bool, Mention | None]] = {}
        self._dateline = read_dateline(tokens) if tokens.count else None

    def of(self, first: int, after: int, *, general: bool = False, verb: int = 0) -> tuple[str, tuple[int, int] | None]:
        """The place of the quantity at tokens `first` up to `after`; one that states what holds in `general` takes none from before.

        `verb` is the token behind the verb that it is in the subject of, 0 where it is in none.
        It comes as it stands in the text, with the tokens that gave it (first, index behind the last); ("", None) without one.
        """
        index = self._sentences.index(first)
        mention = self._measured_from(after, self._sentences.bounds(index)[1]) or self._in_sentence(first, after, index, verb)
        if mention is None and not self._is_money(first, after):
            if not general and not self._of_sentence(index) and not self._behind_name(first):
                mention = self._carried(first, index)
            if mention is None and index == 0:
                mention = self._dateline
        if mention is None:
            return "", None
        return self._tokens.printed(mention.first, mention.after), (mention.first, mention.after)

    def _of_sentence(self, index: int) -> tuple[Mention, ...]:
        if index not in self._mentions:
            start, stop = self._sentences.bounds(index)
            if index == 0 and self._dateline:
                start = min(self._dateline.after, stop)
            self._mentions[index] = read_mentions(self._tokens, start, stop)
        return self._mentions[index]

    def _measured_from(self, after: int, stop: int) -> Mention | None:
        """What the distance right before it is measured from: "300 metres from the gate", "20 miles north of Basra"."""
        tokens, lows, at = self._tokens, self._tokens.lows, after
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

    def _in_sentence(self, first: int, after: int, index: int, verb: int) -> Mention | None:
        """The nearer of the places before and behind a quantity that hold for it."""
        mentions = self._of_sentence(index)
        if not mentions:
            return None
        split = bisect_right(mentions, first, key=_begin)
        behind = next((mention for mention in mentions[split : split + _NEIGHBOURS] if _usable(mention, after)), None)
        earlier = mentions[max(0, split - _NEIGHBOURS) : split]
        before = next((mention for mention in reversed(earlier) if mention.role != "aside" and mention.after <= first), None)
        if behind and not self._reaches_back(after, behind):
            behind = self._behind_verb(mentions[split : split + _NEIGHBOURS], verb)
        if before and not self._reaches_on(before, first, after, self._sentences.bounds(index)[0]):
            before = None
        if behind and before:
            held = before.role == "home" and self._describes(behind)  # "Chad hosts 40 people who fled Darfur"
            owner = before.role == "home" and behind.role == "scene" and not held  # "Nepal's worst quake killed 157 people in Jajarkot"
            if held:
                return before
            return behind if owner or behind.begins - after <= first - before.after else before
        return behind or before

    def _behind_verb(self, mentions: tuple[Mention, ...], verb: int) -> Mention | None:
        """The place behind the verb that a number is in the subject of: "90 men, most of them from Bari, slept in Turin"."""
        behind = next((mention for mention in mentions if _usable(mention, verb)), None) if verb else None
        return behind if behind and self._reaches_back(verb, behind) else None

    def _reaches_back(self, after: int, mention: Mention) -> bool:
        """Whether a place holds for a quantity before it: nothing between begins another clause or another number's phrase."""
        lows = self._tokens.lows
        if mention.begins - after > _FAR:
            return False
        for at in range(after, mention.begins):
            if self._turns(at) or lows[at] in ("but", ":"):
                return False
            if lows[at] == "," and (mention.role != "scene" or self._counts(at + 1)):
                return False
            if lows[at] in ("whom", "whose", "which") and mention.begins > at:
                return False
        return True

    def _reaches_on(self, mention: Mention, first: int, after: int, start: int) -> bool:
        """Whether a place holds for a quantity behind it in the sentence.

        One that opens the sentence does up to a semicolon, any other up to the next clause; one only come from or gone to, up
        to a comma. "40 of them" points back in any case.
        """
        lows = self._tokens.lows
        if lows[after] == "of" and lows[after + 1] in place_words().back:
            return True
        if first - mention.after > _FAR:
            return False
        between = range(mention.after, first)
        if self._describes(mention) and any(lows[at] == "," for at in between):
            return False
        if lows[mention.after + (lows[mention.after] == ",")] == "where":
            between = range(mention.after + 2, first)
        elif mention.role == "movement" or (mention.role == "home" and lows[mention.begins] == "of"):
            return not any(self._turns(at) or lows[at] == "," for at in between)
        if mention.role == "scene" and mention.begins - start <= 2:
            return not any(lows[at] == ";" or self._turns_away(at) for at in between)
        return not any(self._turns(at) for at in between)

    def _describes(self, mention: Mention) -> bool:
        """Whether a place stands in a relative clause, which only describes somebody: "Ruto, who fell ill in Paris, gave 40 cows"."""
        lows = self._tokens.lows
        for at in range(mention.begins - 1, max(0, mention.begins - _RELATIVE), -1):
            if lows[at] in ("who", "which", "whose"):
                return True
            if lows[at] in (",", ";", "."):
                return False
        return False

    def _turns(self, at: int) -> bool:
        """Whether another clause begins at this mark or word."""
        lows = self._tokens.lows
        return lows[at] == ";" or (lows[at] == "," and lows[at + 1] in place_words().joins) or self._turns_away(at)

    def _turns_away(self, at: int) -> bool:
        """Whether a clause with a time or a reason of its own begins here: "after the company cut", not "after four"."""
        low, known = self._tokens.lows[at], place_words()
        if low not in known.turns:
            return False
        return not (low in known.clock and (self._counts(at + 1) or self._dates(at + 1) or self._tells_event(at)))

    def _dates(self, at: int) -> bool:
        """Whether a time stands here: "late May", "2019"."""
        low, calendar = self._tokens.lows[at], calendar_words()
        year = len(low) == 4 and low.isdecimal()
        return year or low in place_words().moments or low in calendar.months or low in calendar.weekdays

    def _tells_event(self, at: int) -> bool:
        """Whether what happened is only named behind "after": "after a blast in Herat", not "after a blast that shook Herat"."""
        lows, events = self._tokens.lows, place_words().events
        named = next((on for on in range(at + 2, at + 5) if lows[on] in events), 0) if lows[at + 1] in ("a", "an", "the") else 0
        return named > 0 and lows[named + 1] not in ("that", "which", "who")

    def _counts(self, at: int) -> bool:
        """Whether a number begins here: "160", "nine", "dozens", "a quarter"."""
        low, numbers = self._tokens.lows[at], number_words()
        if low == "a":
            low = self._tokens.lows[at + 1]
            return low in numbers.fractions or low in numbers.ordinals
        return begins_number(low)

    def _carried(self, first: int, index: int) -> Mention | None:
        """The scene that holds for a sentence without a place: the last one set, unless the text has turned elsewhere since."""
        if ";" in self._tokens.words[max(self._sentences.bounds(index)[0], first - _FAR) : first] or self._names_a_place(index):
            return None
        pointing = self._points_back(index)
        if pointing and (away := self._pointed_there(index)):
            return away
        for earlier in range(index - 1, max(-1, index - 1 - _REACH), -1):
            settled, scene = self._settled(earlier)
            if scene is None and settled and pointing:
                return self._named_scene(earlier)
            if settled:
                return scene
        return None

    def _points_back(self, index: int) -> bool:
        """Whether a sentence speaks of the place last named: "the town", "this island", "there"."""
        if index not in self._pointing:
            start, stop = self._sentences.bounds(index)
            lows = self._tokens.lows
            self._pointing[index] = any(
                (lows[at] in place_words().pointing and lows[at - 1] in ("the", "this")) or self._points_there(at)
                for at in range(start + 1, stop)
            )
        return self._pointing[index]

    def _points_there(self, at: int) -> bool:
        """Whether a word is the "there" of a place, not that of "there were"."""
        return self._tokens.lows[at] == "there" and self._tokens.lows[at + 1] not in roles().auxiliaries

    def _pointed_there(self, index: int) -> Mention | None:
        """What "there" means in a sentence, be it only come from or gone to: "sold 40 cars there", not "there were 40 cars"."""
        if index not in self._there:
            start, stop = self._sentences.bounds(index)
            pointed = any(map(self._points_there, range(start + 1, stop)))
            earlier = self._of_sentence(index - 1) if pointed and index else ()
            named = [one for one in earlier if one.role != "aside" and self._tokens.words[one.after - 1][0].isupper()]
            self._there[index] = named[-1] if named else None
        return self._there[index]

    def _settled(self, index: int) -> tuple[bool, Mention | None]:
        """Whether a sentence settles where the next ones are, and the scene it sets, if it does not only turn elsewhere."""
        known = self._scenes.get(index)
        if known is None:
            scene = self._scene(index)
            settled = scene is not None or any(mention.role in ("aside", "scene") for mention in self._of_sentence(index))
            known = self._scenes[index] = settled, scene
        return known

    def _scene(self, index: int) -> Mention | None:
        """The named place that a sentence sets as the scene; only the first two of a text or paragraph do."""
        firsts = self._sentences.firsts
        if index >= 2 and not self._tokens.breaks(firsts[index]) and not self._tokens.breaks(firsts[index - 1]):
            return None
        return self._named_scene(index)

    def _named_scene(self, index: int) -> Mention | None:
        """The first place that a sentence names as where something is, but where only a part is: "nine of them near Lutsk"."""
        words, lows = self._tokens.words, self._tokens.lows
        for mention in self._of_sentence(index):
            part = lows[mention.begins - 1] in place_words().back and lows[mention.begins - 2] == "of"
            if mention.role == "scene" and not part and any(word[0].isupper() for word in words[mention.first : mention.after]):
                return mention
        return None

    def _behind_name(self, first: int) -> bool:
        """Whether a number stands between commas behind a name, as somebody's age does: "Halyna Kovalenko, 71, left"."""
        words = self._tokens.words
        return first > 1 and words[first - 1] == "," and words[first - 2][0].isupper()

    def _is_money(self, first: int, after: int) -> bool:
        lexicon = unit_lexicon()
        lows = self._tokens.lows[first:after]
        return not (lexicon.currency_words.keys().isdisjoint(lows) and lexicon.currency_prefixes.keys().isdisjoint(lows))

    def _names_a_place(self, index: int) -> bool:
        """Whether a sentence has the name of a country or city in any role, inside longer names apart."""
        if index not in self._elsewhere:
            start, stop = self._sentences.bounds(index)
            capitals = [at for at, word in enumerate(self._tokens.words[start:stop], start) if word[0].isupper()]
            self._elsewhere[index] = any(self._is_name(at, start, stop) for at in capitals)
        return self._elsewhere[index]

    def _is_name(self, at: int, start: int, stop: int) -> bool:
        """Whether the name of a country or city, and no longer name, begins at a capitalised token."""
        words = self._tokens.words
        if at > start and words[at - 1][0].isupper():
            return False
        end = name_end(self._tokens, at, stop)
        return end > 0 and not words[end][:1].isupper()


def _begin(mention: Mention) -> int:
    return mention.begins


def _usable(mention: Mention, after: int) -> bool:
    return mention.role != "aside" and mention.first >= after


def _dated(tokens: Tokens, at: int) -> bool:
    """Whether a number is the day of a dateline: "GAZA, March 12 -", "Lima, 3 May -"."""
    months = calendar_words().months
    return is_number(tokens.words[at]) and (tokens.lows[at - 1] in months or tokens.lows[at + 1] in months)


def read_dateline(tokens: Tokens) -> Mention | None:
    """The place that a report begins with: "LAGOS, Nigeria —", "Madrid:", "QUITO -"; None without one."""
    words, end = tokens.words, 0
    while end < min(tokens.count, 4) and words[end][0].isupper():
        end += 1
    if not end or not (words[0].isupper() or name_end(tokens, 0, end)):
        return None
    at = end
    while at < min(tokens.count, end + _DATELINE) and (words[at] in ",.()/" or words[at][0].isupper() or _dated(tokens, at)):
        at += 1
    return Mention(0, end, 0, "scene") if at < tokens.count and words[at] in _DASHES and not tokens.glued(at + 1) else None
