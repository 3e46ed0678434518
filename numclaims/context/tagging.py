"""A part of speech for each token of a sentence, by word form and neighbours: enough to find verbs and their noun phrases, no more.

Verbs are told from nouns of the same form ("attacks", "plan") by what stands before and behind; each rule is one line of `_is_verb`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from numclaims.context.behindverbs import heads_subject, object_follows
from numclaims.context.changing import LEVELS, goes_up_or_down, sized, verb_ahead
from numclaims.context.clock import tells_clock
from numclaims.context.smallwords import AMOUNTS, PERIODS, Tag, abbreviates, bound_or_verb, bounds, closes_period, of_clock
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.roles import roles
from numclaims.lexicon.syntax import is_people, is_plural, syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words

_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't get gets got getting".split())
_NEARLY = frozenset(("about", "around"))
_NO_BASE = _BE | frozenset(("has", "have", "had", "having"))
_RELATIVE = frozenset("who which that whom whose where".split())
_UNITS = frozenset("aged metre metres meter meters foot inch inches pound pounds barrel barrels knot knots".split())
_BEFORE_YEARS = frozenset(calendar_words().months) | frozenset(("in", "since", "by", "until"))
_DISTRIBUTIVE = frozenset(("each", "both", "all"))
_BOUNDING = AMOUNTS | frozenset(("as", "at", "least", "most"))


@cache
def _closed() -> dict[str, Tag]:
    """The tag of every word that has one whatever stands around it."""
    classes = syntax()
    table: dict[str, Tag] = dict.fromkeys(classes.prepositions, "P")
    table.update(dict.fromkeys(classes.determiners, "D"))
    table.update(dict.fromkeys(classes.pronouns, "R"))
    table.update(dict.fromkeys(roles().subordinators, "C"))
    table.update(dict.fromkeys(_RELATIVE, "W"))
    table.update(dict.fromkeys(roles().adverbs, "A"))
    table.update(dict.fromkeys(roles().auxiliaries, "X"))
    table.update(dict.fromkeys(("why", "how", "whether", "so"), "C"))
    table.update(
        {
            "last": "A",
            "more": "A",
            "less": "A",
            "fewer": "A",
            "to": "T",
            "'s": ".",
            "’s": ".",
            "compared": "P",
            "including": "P",
            "according": "P",
            "its": "D",
            "like": "P",
            "both": "D",
        }
    )
    for word in ("after", "before", "since", "until", "as", "than"):
        table[word] = "P"
    return table


def tag(tokens: Tokens, first: int, after: int) -> list[Tag]:
    """The tags of the tokens from `first` up to `after`."""
    tags: list[Tag] = []
    for at, low in enumerate(tokens.lows[first:after], first):
        alone, depends = _known(low)
        tags.append(_in_context(tokens, at, tags, alone) if depends else alone)
    return tags


@lru_cache(maxsize=1 << 15)
def _alone(low: str) -> Tag:
    """The tag of a word whatever stands around it; of a verb's form, the one it has where it is no verb."""
    known = _closed().get(low)
    if known is not None:
        return known
    if not low[0].isalnum():
        return "."
    numbers = number_words()
    if is_number(low) or low in numbers.units or low in numbers.tens or low in numbers.scales:
        return "Q"
    return "A" if low.endswith("ly") and len(low) > 4 and low not in roles().nouns_in_ly else "N"


@lru_cache(maxsize=1 << 15)
def _known(low: str) -> tuple[Tag, bool]:
    """The tag of a word whatever stands around it, and whether that may change it."""
    return _alone(low), _depends(low)


def _depends(low: str) -> bool:
    """Whether what stands around a word may change its tag."""
    if low in _BOUNDING or low in _NEARLY or low in ("than", "last", "am", "us", "who", "may", "round", ".", ":"):
        return True
    return is_number(low) or (low in verb_forms().forms and _alone(low) in ("A", "N"))


def _in_context(tokens: Tokens, at: int, tags: list[Tag], alone: Tag) -> Tag:
    """The tag of a word that may have another one here than `alone`."""
    low, forms = tokens.lows[at], verb_forms()
    if low in _BOUNDING and bounds(tokens, at, low):
        return "A"
    if low == "am":
        return "N" if is_number(tokens.words[at - 1]) else alone
    if low == "round":
        return "P" if tags and tags[-1] in ("N", "V") and _alone(tokens.lows[at + 1] or ".") == "D" else alone
    if low in ("ended", "ending") and closes_period(tokens, at, tags):
        return "P"
    if low in _NEARLY:
        return "A" if is_number(tokens.words[at + 1]) or _alone(tokens.lows[at + 1] or ".") == "Q" else alone
    if low == "may":
        return "N" if tokens.words[at] == "May" and tags else alone
    if low in ("us", "who"):
        return "N" if tokens.words[at].isupper() else alone
    if low in ("than", "last"):
        return bound_or_verb(tokens, at, tags, alone)
    if low in (".", ":"):
        return "N" if of_clock(tokens, at, tags) or abbreviates(tokens, at, tags) else alone
    if is_number(low):
        return "N" if tags and (_names(tokens, at, tags[-1]) or tells_clock(tokens, at - 1)) else alone
    if low not in _closed() and low in forms.forms and _is_verb(tokens, at, tags, forms.forms[low][1], low in forms.others):
        return "V"
    return alone


def _names(tokens: Tokens, at: int, before: Tag) -> bool:
    """Whether a number is part of a name or a date: "cac40", "October 2023"."""
    year = len(tokens.lows[at]) == 4 and tokens.lows[at].isdecimal() and tokens.lows[at - 1] in _BEFORE_YEARS
    return year or (before == "N" and tokens.glued(at))


def _is_verb(tokens: Tokens, at: int, tags: list[Tag], form: str, other: bool) -> bool:
    """Whether a word with a verb's form is one here."""
    before, low, word = _last(tags), tokens.lows[at], tokens.words[at]
    previous = tokens.lows[at - 1] if tags else ""
    following = tokens.lows[at + 1]
    if word[0].isupper() and tags and not word.isupper() and form != "past":
        return False
    if low in _UNITS and form in ("base", "third", "past"):
        return False
    if (previous in ("-", "’", "'") and tokens.glued(at)) or (following == "-" and tokens.glued(at + 1)):
        return False
    if before == "X" or previous in roles().modals:
        return form != "third" and not (form == "base" and other and _last_low(tokens, at, tags) in _NO_BASE)
    if form in ("past", "participle"):
        if tags[-2:] == ["V", "Q"] and low in syntax().plurals:
            return False
        return _participle_is_verb(tokens, at, before, following, other)
    if form in ("base", "third") and (previous == "whose" or _behind_compound(tokens, at, tags)):
        return False
    if previous in _DISTRIBUTIVE and form == "ing":
        return object_follows(following, True)
    if before in ("D", "Q") or previous in ("'s", "’s"):
        return form == "base" and before == "Q" and (_aged_group(tokens, at, tags) or (not other and following in _MANNER))
    if form == "ing":
        return _ing_is_verb(tokens, at, tags, other)
    if before == "C" and previous in ("and", "or", "but") and ("V" in tags or "X" in tags) and object_follows(following, other):
        aim = verb_forms().forms.get(tokens.lows[at + 2])
        planned = tokens.lows[at - 2] == "," and following == "to" and aim is not None and aim[1] == "base"
        return planned or _like_earlier(tokens, at, tags, form)
    return _base_is_verb(tokens, at, tags, other) if form == "base" else _third_is_verb(tokens, at, tags, other)


def _ing_is_verb(tokens: Tokens, at: int, tags: list[Tag], other: bool) -> bool:
    """A form in -ing is a noun before a plural ("building costs"), behind a verb of saying or a determiner; elsewhere mostly a verb."""
    before, previous, following = _last(tags), tokens.lows[at - 1] if tags else "", tokens.lows[at + 1]
    if tags and tags[-1] == "V" and verb_forms().forms.get(previous, ("",))[0] in roles().speech:
        return False
    if (other and is_plural(following)) or (before in ("P", "D") and following in _RELATIVE):
        return False
    if following == "of" and verb_forms().forms[tokens.lows[at]][0] not in roles().with_of:  # "heavy shelling of"
        return False
    if other and before == "N" and is_plural(previous) and following[:1].isalnum():
        return True
    return not other or following in syntax().determiners or before in ("P", "C", ".")


def _base_is_verb(tokens: Tokens, at: int, tags: list[Tag], other: bool) -> bool:
    """A base form is a verb behind a plural: "they plan", "soldiers attack the", "lorries queue for"."""
    before, previous, low, following = _last(tags), tokens.lows[at - 1] if tags else "", tokens.lows[at], tokens.lows[at + 1]
    if tags and tags[-1] == "A" and before == "N" and object_follows(following, True):
        return is_plural(_rated(tokens, at, tags))
    if before == "N" and is_plural(previous):
        if is_plural(low):  # "240 wounded people"
            return False
        alone = "V" not in tags and following in _MANNER and not verb_ahead(tokens, at)
        return alone or object_follows(following, other) or _faces(tokens, at, tags, following)
    if before == "N" and not other and "P" in tags and "V" not in tags and "X" not in tags:
        return _plural_head(tokens, at, tags)
    if before == "N" and "P" in tags and "V" not in tags and "X" not in tags and following in syntax().pronouns:
        return _plural_head(tokens, at, tags)  # "doctors at the clinic say they"
    if previous == "," and not other and object_follows(following, True):
        return True
    if before == "W" and previous != "that" and following in _MANNER:
        return True
    return previous in ("i", "we", "they", "you") or (before == "W" and (not other or object_follows(following, True)))


def _behind_compound(tokens: Tokens, at: int, tags: list[Tag]) -> bool:
    """Whether a word is what a hyphened participle describes: "Gulf-backed rebels", "bomb-damaged homes"."""
    if len(tags) < 3 or tags[-1] != "N" or tokens.words[at - 2] != "-" or not tokens.glued(at - 1):
        return False
    return verb_forms().forms.get(tokens.lows[at - 1], ("", ""))[1] in ("past", "participle")


def _rated(tokens: Tokens, at: int, tags: list[Tag]) -> str:
    """The noun before adverbs and a rate: "people a day now [use]"."""
    back = len(tags) - 1
    while back > 0 and tags[back] == "A":
        back -= 1
    start = at - len(tags)
    if back > 1 and tokens.lows[start + back - 1] in ("a", "an", "each", "per") and tokens.lows[start + back] in PERIODS:
        back -= 2
    return tokens.lows[start + back] if tags[back] == "N" else ""


def _aged_group(tokens: Tokens, at: int, tags: list[Tag]) -> bool:
    """Whether a number before a word is the age of a plural noun, so that the word is its verb: "children under five account for"."""
    bounded = len(tags) > 2 and tokens.lows[at - 2] in ("under", "over", "below", "above")
    return bounded and tags[-3] == "N" and is_plural(tokens.lows[at - 3])


def _third_is_verb(tokens: Tokens, at: int, tags: list[Tag], other: bool) -> bool:
    """A form in -s is a verb behind a singular: "it plans", "the army attacks the", not "rocket attacks on"."""
    before, previous, low, following = _last(tags), tokens.lows[at - 1] if tags else "", tokens.lows[at], tokens.lows[at + 1]
    if tags[-2:] == ["Q", "N"] and "V" in tags and is_plural(low):  # "destroyed two ammunition dumps"
        return False
    if previous in ("he", "she", "it") or before == "W":
        return not (previous == "that" and is_plural(low) and following in roles().auxiliaries)
    if following == "for" and verb_forms().forms[low][0] in roles().with_for:
        return before == "N" and not is_plural(previous)
    if following in ("who", "whose", "which") and before == "N":
        return False
    if other and before == "N" and "V" not in tags and "X" not in tags and heads_subject(tokens, at):
        return False
    plural = before == "N" and is_plural(previous) and other and following not in ("the", "a", "an")
    if before == "N" and following in LEVELS and not is_plural(previous) and goes_up_or_down(tokens, at, tags):
        return True
    return before in ("N", ".", "A", "R") and bool(tags) and object_follows(following, other) and not plural


def _faces(tokens: Tokens, at: int, tags: list[Tag], following: str) -> bool:
    """Whether a base form behind counted people is the only verb of its clause: "Two million people face famine"."""
    counted = "Q" in tags and "V" not in tags and "X" not in tags and is_people(tokens.lows[at - 1])
    return counted and following[:1].isalpha() and following not in syntax().function and not verb_ahead(tokens, at)


def _plural_head(tokens: Tokens, at: int, tags: list[Tag]) -> bool:
    """Whether the subject that ends before a token begins with a plural noun phrase: "nurses at the hospital earn"."""
    preposition = at - len(tags) + tags.index("P")
    return preposition > at - len(tags) and is_plural(tokens.lows[preposition - 1])


_MANNER = frozenset(
    "for in on at with into through across from under near over along around behind inside outside against amid without".split()
)


def _like_earlier(tokens: Tokens, at: int, tags: list[Tag], form: str) -> bool:
    """ "checks ... and earns", "would cost ... and take": a verb joined to an earlier one of its form, or to an infinitive."""
    start = at - len(tags)
    for back in range(len(tags) - 1, -1, -1):
        if tags[back] == "V":
            earlier: str = verb_forms().forms.get(tokens.lows[start + back], ("", "base"))[1]
            if earlier == form or (form == "base" and tags[back - 1] in ("X", "T")):
                return True
    return form == "third" and any(low in ("is", "has") for low in tokens.lows[start:at])


def _last_low(tokens: Tokens, at: int, tags: list[Tag]) -> str:
    """The last word that is no adverb."""
    for back, known in enumerate(reversed(tags), 1):
        if known != "A":
            return tokens.lows[at - back]
    return ""


def _last(tags: list[Tag]) -> str:
    """The last tag that is no adverb."""
    for known in reversed(tags):
        if known != "A":
            return known
    return ""


def _participle_is_verb(tokens: Tokens, at: int, before: str, following: str, other: bool) -> bool:
    """A past form is an adjective between a determiner or number and a noun: "65 captured servicemen", "the injured"."""
    nominal = following[:1].isalpha() and following not in syntax().function
    if before in ("D", "Q"):
        if before == "Q" and tokens.lows[at - 2] in ("which", "whom"):  # "of which 31 hit homes"
            return True
        distributed = tokens.lows[at - 1] in _DISTRIBUTIVE and object_follows(following, True)
        return distributed or not (nominal or other or before == "D") or (before == "Q" and not nominal)
    if before == "P" and tokens.lows[at - 1] not in ("than", "as"):
        return not nominal
    if before == "T" or (before == "V" and nominal and is_plural(following)) or (before == "N" and nominal and sized(tokens, at)):
        return False
    return not (before == "N" and other and nominal and is_plural(following) and not is_plural(tokens.lows[at - 1]))
