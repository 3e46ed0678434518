"""Where a text names a place, and how: in or near it, on the way to it, so far from it, as the home of what is counted.

It reads one sentence at a time by prepositions, capitals and the gazetteer, and does not know which number a place belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from numclaims.grammar.calendar import calendar_words
from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.gazetteer import is_place_name, place_words
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.words import number_words

Role = Literal["scene", "movement", "home", "aside"]

_LOOSE = frozenset("over above behind between off opposite beyond beneath through within onto into".split())
_CONNECTORS = frozenset("of de del da do dos du la las le les el al the der den am an".split())
_DETERMINERS = frozenset("the its their".split())
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_HYPHENS = frozenset("-‐‑")
_DEMONYM = ("ian", "ish", "ese", "aqi", "aeli", "stani", "ench", "utch", "erman", "reek", "wiss", "ean")
_BEFORE_NUMBER = frozenset("about around some nearly almost more than over at least up to an estimated roughly only just fewer less its a $ € £ the".split())
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a sentence: the tokens that name it, the token its phrase begins with, and how the sentence speaks of it.

    Roles: "scene" (in, near, at), "movement" (to, from), "home" ("Chad hosts", "Canada's population"), "aside" (where somebody
    speaks or meets, or the field of a superlative; nothing counted is there).
    """

    first: int
    after: int
    begins: int
    role: Role


def read_mentions(tokens: Tokens, start: int, stop: int) -> tuple[Mention, ...]:
    """The places that the tokens from `start` up to `stop` name, in order."""
    known, lows, words = place_words(), tokens.lows, tokens.words
    found: list[Mention] = []
    at = start
    cited = False
    while at < stop:
        mention = None
        cited = (cited or (lows[at] == "according" and not is_number(words[at + 2]))) and words[at] != ";"
        if lows[at] in known.where or lows[at] in known.either:
            mention = _behind_preposition(tokens, at, stop, headline=at > start and words[at][0].isupper())
        elif words[at][0].isupper():
            mention = _bare_name(tokens, at, start, stop)
        elif lows[at] in known.areas and lows[at + 1] == "of" and at > start and lows[at - 1] in _DETERMINERS:
            after = _common(tokens, at, stop, determined=False)
            mention = Mention(at - 1, after, at - 1, "scene") if after else None
        elif lows[at - 1] in known.reaching and at > start and (phrase := place_phrase(tokens, at, stop, sure=True)):
            mention = Mention(*phrase, at, "scene")
        if mention:
            found.append(replace(mention, role="aside") if cited else mention)
        at = mention.after if mention else at + 1
    return tuple(found)


def place_phrase(tokens: Tokens, at: int, stop: int, *, sure: bool) -> tuple[int, int] | None:
    """The tokens of a place named from `at` on. With `sure`, a capitalised name does not suffice: it has to be known or look like a place."""
    first = at
    if tokens.lows[at] in _DETERMINERS:
        at += 1
    if at >= stop:
        return None
    if tokens.words[at][0].isupper():
        after = _named(tokens, at, stop, sure=sure)
    else:
        after = _common(tokens, at, stop, determined=at > first)
    return (first, after) if after else None


def name_end(tokens: Tokens, at: int, stop: int) -> int:
    """The end of the longest known name that begins at a capitalised token, 0 where none does."""
    for after in range(min(at + 4, stop), at, -1):
        if tokens.words[after - 1][0].isalnum() and is_place_name(tokens.lows[at:after]):
            return after
        if after - at == 4 and tokens.words[at + 1] == ".":
            dotted = min(at + 6, stop)
            if is_place_name(tokens.lows[at:dotted]):
                return dotted
            if is_place_name(tokens.lows[at : at + 4]) and tokens.words[at + 3] == ".":
                return at + 4
    return 0


def _behind_preposition(tokens: Tokens, at: int, stop: int, *, headline: bool) -> Mention | None:
    """The place behind the preposition at `at`; in a `headline`, where every word is capitalised, only one that is known."""
    known, lows = place_words(), tokens.lows
    low, before = lows[at], lows[at - 1]
    directed = low == "of" and (before in known.directions or before == "out")
    if low in ("of", "by", "for", "past") and not directed and before not in _WHOLES:
        return None
    phrase = place_phrase(tokens, at + 1, stop, sure=not directed and (headline or _needs_proof(low, before)))
    if phrase is None or before in known.stakes or (low == "at" and tokens.words[at - 1][:1].isupper()) or (low == "of" and not directed and tokens.words[phrase[1] - 1][0].islower()):
        return None
    first, after = phrase
    if low == "between" and lows[after] == "and":
        other = place_phrase(tokens, after + 1, stop, sure=before not in known.ways)
        after = other[1] if other else after
    return Mention(first, after, at, _role(low, before, directed=directed))


_WHOLES = frozenset("percent cent % population residents inhabitants half third thirds quarter quarters parts most coast shores".split())


def _needs_proof(low: str, before: str) -> bool:
    """Whether more than a capital has to show that the name behind this preposition is a place."""
    known = place_words()
    if low in ("at", "on"):
        return before not in known.events
    if low in ("to", "from"):
        return before not in (known.ways if low == "to" else known.origins | known.departures)
    if low == "between":
        return before not in known.ways
    return low in known.either or low in _LOOSE


def _role(low: str, before: str, *, directed: bool) -> Role:
    known = place_words()
    if before in known.meetings or before in known.saying or (before.endswith("est") and low == "in" and len(before) > 4):
        return "aside"
    if directed:
        return "scene"
    if low == "of":
        return "home"
    if low in known.movement and not (low == "to" and before in known.ways) and before not in known.origins:
        return "movement"
    return "scene"


def _bare_name(tokens: Tokens, at: int, start: int, stop: int) -> Mention | None:
    """A known name without a preposition: "Chad hosts", "Canada's population", "left Gaza with", "send Ukraine $1 billion"."""
    known, lows = place_words(), tokens.lows
    after = name_end(tokens, at, stop)
    if not after or (at > start and tokens.words[at - 1][0].isupper() and tokens.words[at - 1][0].isalpha()):
        return None
    before = lows[at - 2] if lows[at - 1] == "the" else lows[at - 1]
    if at > start and before in known.reaching and not _modifies(tokens, after):
        return Mention(at, after, at, "scene")
    if at > start and before in known.giving:
        return Mention(at, after, at, "movement")
    if lows[after] in _POSSESSIVE:
        return Mention(at, after, at, "home") if _owns_a_count(tokens, after + 1, stop) else None
    verb = after + (lows[after] in known.between)
    if at - start <= 1 or tokens.words[at - 1] in (",", ";", "—"):
        if lows[verb] in known.hosting and _number_follows(tokens, verb + 1, stop):
            return Mention(at, after, at, "home")
    return None


def _number_follows(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a number stands right behind, with nothing but a bound before it: "hosts more than 500", not "had fired 500"."""
    for low in tokens.lows[at : min(at + 4, stop)]:
        if is_number(low) or low in number_words().units or low in number_words().tens or low in number_words().vague:
            return True
        if low not in _BEFORE_NUMBER:
            return False
    return False


def _owns_a_count(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether what a place owns is a thing in it, not an organisation, an office or a name: "population", not "Defence Ministry"."""
    known = place_words()
    for low, word in zip(tokens.lows[at : min(at + 5, stop)], tokens.words[at : min(at + 5, stop)], strict=True):
        if low in known.organisations or word[0].isupper():
            return False
        if low in syntax().stops or not word[0].isalpha():
            return low not in known.saying
    return True


def _named(tokens: Tokens, at: int, stop: int, *, sure: bool) -> int:
    """The end of a place that begins with a capitalised word, its type included ("Cabo Delgado province"); 0 where it is none."""
    known, lows, words = place_words(), tokens.lows, tokens.words
    calendar = calendar_words()
    if lows[at] in known.not_places or lows[at] in known.titles or lows[at] in calendar.months or lows[at] in calendar.weekdays:
        return 0
    listed = name_end(tokens, at, stop)
    end = max(listed, _capitals(tokens, at, stop))
    if end > listed > 0 and (words[end - 1].lower() in known.organisations or lows[end] in _POSSESSIVE):
        end = listed if lows[listed] in _POSSESSIVE else end
    if end < stop and lows[end] in known.areas | known.sites:
        return end + 1
    last = lows[end - 1]
    if end - at > 1 and (last in known.areas or last in known.sites):
        return end
    if listed == end:
        if words[end] == "$" and tokens.glued(end):
            return 0
        return end if not _modifies(tokens, end) or lows[end] in known.saying else 0
    if any(low in known.organisations for low in lows[at:end]):
        return 0
    return 0 if sure or is_number(words[end]) or _odd(tokens, at, end) else end


def _capitals(tokens: Tokens, at: int, stop: int) -> int:
    """The end of a run of capitalised words, hyphens and the small words inside names included ("Gulf of Aden")."""
    words, lows = tokens.words, tokens.lows
    end = at + 1
    while end < min(stop, at + _LONGEST):
        if words[end][0].isupper():
            end += 1
        elif words[end] in _HYPHENS and tokens.glued(end) and (words[end + 1][:1].isupper() or is_number(words[end + 1])):
            end += 2
        elif lows[end] in _CONNECTORS and words[end + 1][:1].isupper() and end + 1 < stop and lows[end] not in ("an", "am", "do"):
            end += 2
        else:
            break
    return end


def _odd(tokens: Tokens, at: int, end: int) -> bool:
    """Whether an unknown name looks like no place: an abbreviation, an adjective of a nation, a modifier, somebody's."""
    word = tokens.words[at]
    if tokens.lows[end - 1] in place_words().not_places:
        return True
    if end - at == 1 and (word.isupper() or len(word) < 3 or tokens.lows[at].endswith(_DEMONYM)):
        return True
    return tokens.lows[end] in _POSSESSIVE or _modifies(tokens, end)


def _modifies(tokens: Tokens, end: int) -> bool:
    """Whether a noun follows that the name only describes: "in Boeing shares", "in Ukraine aid"."""
    low, word = tokens.lows[end], tokens.words[end]
    if not word[:1].isalpha() or word[0].isupper():
        return word in _HYPHENS
    if low in syntax().stops or low.endswith(("ly", "ing", "ed")) or low in ("alone", "this", "last", "late", "early", "which", "who", "when"):
        return False
    return True


def _common(tokens: Tokens, at: int, stop: int, *, determined: bool) -> int:
    """The end of a place named by a common noun: "the occupied bank", "neighbouring states", "the hills of Wayanad"; 0 where none is."""
    known, lows = place_words(), tokens.lows
    head = at
    while head < min(stop, at + 4) and (lows[head] in known.attributes or lows[head] in _HYPHENS):
        if lows[head] in known.common and lows[head + 1] not in known.common | known.plurals | known.attributes | known.areas:
            break
        head += 1
    low = lows[head]
    if low in known.areas or low in known.sites or low in known.common:
        if lows[head + 1] in ("of", "in") and tokens.words[head + 2][:1].isupper() and lows[head + 2] not in calendar_words().months:
            inner = _named(tokens, head + 2, stop, sure=False)
            if inner:
                return _coordinated(tokens, inner, stop) if low.endswith("s") else inner
        if determined and low in known.common:
            if lows[head + 1] == "of" and lows[head + 2] == "the" and tokens.words[head + 3][:1].isalpha() and low == "side":
                return min(head + 4, stop)
            return 0 if _modifies(tokens, head + 1) or lows[head + 1] in _POSSESSIVE else head + 1
    if head > at and low in known.plurals:
        return head + 1
    return 0


def _coordinated(tokens: Tokens, end: int, stop: int) -> int:
    """"the villages of Mundaka and Bermeo": past the second name."""
    if tokens.lows[end] == "and" and end + 1 < stop and tokens.words[end + 1][0].isupper():
        return _capitals(tokens, end + 1, stop)
    return end
