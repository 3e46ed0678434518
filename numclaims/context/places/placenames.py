"""Where a text names a place, and how: in or near it, on the way to it, so far from it, as the home of what is counted.

It reads one sentence at a time by prepositions, capitals and the gazetteer, and does not know which number a place belongs to.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from numclaims.grammar.tokens import HYPHENS, Tokens, is_number
from numclaims.lexicon.calendar import calendar_words
from numclaims.lexicon.gazetteer import is_place_name, longest_name, place_words
from numclaims.lexicon.syntax import syntax
from numclaims.lexicon.verbs import verb_forms
from numclaims.lexicon.words import number_words

Role = Literal["scene", "movement", "home", "aside"]

_DETERMINERS = ("the", "its", "their")
_POSSESSIVE = ("'s", "’s", "'", "’")
_LONGEST = 7


class Mention(NamedTuple):
    """A place in a sentence: the tokens that name it, the token its phrase begins with, and how the sentence speaks of it.

    Roles: "scene" (in, near, at), "movement" (to, from), "home" ("Lebanon hosts", "Kenya's population"), "aside" (where somebody
    speaks or meets, or the field of a superlative; nothing counted is there).
    """

    first: int
    after: int
    begins: int
    role: Role


def read_mentions(tokens: Tokens, start: int, stop: int) -> tuple[Mention, ...]:
    """The places that the tokens from `start` up to `stop` name, in order."""
    known, lows, words = place_words(), tokens.lows, tokens.words
    cues, reaching = known.cues, known.reaching
    found: list[Mention] = []
    after = start
    cited = False
    for at in range(start, stop):
        low, word = lows[at], words[at]
        if at < after:
            continue
        if low == "according" and not is_number(words[at + 2]):
            cited = True
        elif word == ";":
            cited = False
        if low in cues or word[0].isupper() or lows[at - 1] in reaching:
            mention = _mention(tokens, at, start, stop)
            if (
                mention
                and found
                and mention.begins == found[-1].after
                and (low in known.beside or low == "in")
                and found[-1].role == "scene"
            ):
                after = mention.after  # "at the Zamtal camp near Fada"
            elif mention:
                found.append(mention._replace(role="aside") if cited else mention)
                after = mention.after
    return tuple(found)


def _mention(tokens: Tokens, at: int, start: int, stop: int) -> Mention | None:
    """The place whose phrase begins at a token."""
    known, lows, words = place_words(), tokens.lows, tokens.words
    if lows[at] in known.where or lows[at] in known.either:
        headline = at > start and words[at][0].isupper()
        return _behind_preposition(tokens, at, start, stop, headline=headline)
    if words[at][0].isupper():
        return _bare_name(tokens, at, start, stop)
    if at == start:
        return None
    if lows[at] in known.areas and lows[at + 1] == "of" and lows[at - 1] in _DETERMINERS:
        after = _common(tokens, at, stop, determined=False)
        return Mention(at - 1, after, at - 1, "scene") if after else None
    phrase = place_phrase(tokens, at, stop, sure=True) if lows[at - 1] in known.reaching else None
    return Mention(*phrase, at, "scene") if phrase else None


def place_phrase(tokens: Tokens, at: int, stop: int, *, sure: bool) -> tuple[int, int] | None:
    """The tokens of a place named from `at` on; None where none is.

    With `sure` a capitalised name does not suffice: it has to be known or to have the form of a place ("Mill Street").
    """
    first = at
    if tokens.lows[at] in _DETERMINERS:
        at += 1
    part = _past_part(tokens, at)
    if at >= stop or part >= stop:
        return None
    if part > at:
        at, sure = part, False
    named = tokens.words[at][0].isupper()
    after = _named(tokens, at, stop, sure=sure) if named else _common(tokens, at, stop, determined=at > first)
    return (first, after) if after else None


def _past_part(tokens: Tokens, at: int) -> int:
    """Past what says which part of a named place is meant, where a name follows: "northern Mali", "north-western Syria"."""
    start = at
    if tokens.words[at + 1] in HYPHENS and tokens.lows[at] in place_words().directions:
        at += 2
    while tokens.lows[at] in place_words().parts and at - start < _LONGEST:
        at += 1
    return at if at > start and tokens.words[at][:1].isupper() else start


def name_end(tokens: Tokens, at: int, stop: int) -> int:
    """The end of the longest known name that begins at a capitalised token, 0 where none does."""
    longest = min(longest_name(tokens.lows[at]), 5)
    for after in range(min(at + longest, stop), at, -1):
        if is_place_name(tokens.lows[at:after]):
            return after
    return 0


def _behind_preposition(tokens: Tokens, at: int, start: int, stop: int, *, headline: bool) -> Mention | None:
    """The place behind the preposition at `at`; in a `headline`, where every word is capitalised, only one that is known.

    A known name behind the "in" that a sentence begins with, at `start`, is a place also before a noun: "In Spain farmers lost".
    """
    known, lows = place_words(), tokens.lows
    low, before = lows[at], lows[at - 1]
    directed = low == "of" and (before in known.directions or before in known.onslaughts or before == "out")
    if low in ("of", "by", "for", "past") and not directed and before not in known.wholes:
        return None
    phrase = place_phrase(tokens, at + 1, stop, sure=not directed and (headline or _needs_proof(low, before)))
    if phrase is None and at == start and low == "in":
        after = name_end(tokens, at + 1, stop)
        phrase = (at + 1, after) if after else None
    led = low == "at" and at - 1 > start and len(before) > 2 and tokens.words[at - 1][0].isupper()  # "Ada Byrne at Acme"
    if phrase is None or led or before in known.stakes:
        return None
    first, after = phrase
    if low == "of" and not directed and not any(word[0].isupper() for word in tokens.words[first:after]):
        return None
    if tokens.words[after - 1][0].isupper():
        after = _listed(tokens, after, stop)
    if low == "between" and lows[after] == "and":
        other = place_phrase(tokens, after + 1, stop, sure=before not in known.ways)
        after = other[1] if other else after
    rated = before == "day" and lows[at - 2] in ("a", "per", "each", "every")  # "40 cars a day in Spain", not "a day in Davos"
    return Mention(first, after, at, _role(low, "" if rated else before, directed=directed))


def _listed(tokens: Tokens, end: int, stop: int) -> int:
    """Past the other names of a list of known places: "in Ohio, Texas and Utah"; one behind a comma alone only tells where."""
    at = end
    while at + 1 < stop and tokens.words[at] == "," and (after := name_end(tokens, at + 1, stop)):
        at = after
    at += tokens.words[at] == "," and tokens.lows[at + 1] == "and"
    after = name_end(tokens, at + 1, stop) if tokens.lows[at] == "and" and at + 1 < stop and tokens.words[at + 1][0].isupper() else 0
    return after if after and (at > end or not _count_ahead(tokens, after)) and not tokens.words[after][:1].isupper() else end


def _count_ahead(tokens: Tokens, at: int) -> bool:
    """Whether a possessive or a verb makes a new clause of a name: "in Mali and Chad has"."""
    return tokens.lows[at] in _POSSESSIVE or tokens.lows[at] in syntax().auxiliaries or tokens.lows[at] in place_words().hosting


def _needs_proof(low: str, before: str) -> bool:
    """Whether more than a capital has to show that the name behind this preposition is a place."""
    known = place_words()
    if low in ("at", "on", "off"):
        return before not in known.events
    if low in ("to", "from"):
        return before not in (known.ways if low == "to" else known.origins | known.departures)
    if low == "between":
        return before not in known.ways
    return low in known.either or low in known.loose


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
    """A known name without a preposition: "Lebanon hosts", "Kenya's population", "hit Jamaica", "send Moldova $40 million"."""
    known, lows = place_words(), tokens.lows
    after = name_end(tokens, at, stop)
    if after and at > start and lows[at - 1] in ("a", "an") and lows[after] in known.seated:
        return Mention(at, after, at, "scene")
    if after and "where" in (lows[after], lows[after + 1] if lows[after] == "," else ""):
        return Mention(at, after, at, "scene")
    led = at > start and tokens.words[at - 1][0].isupper() and lows[at - 1] not in syntax().function
    if not after or (led and tokens.words[at - 1][0].isalpha()):
        return None
    before = lows[at - 2] if lows[at - 1] == "the" else lows[at - 1]
    if at > start and before in known.reaching and not _modifies(tokens, after):
        return Mention(at, after, at, "scene")
    if at > start and before in known.giving:
        return Mention(at, after, at, "movement")
    if lows[after] in _POSSESSIVE:
        return Mention(at, after, at, "home") if _owns_a_count(tokens, after + 1, stop) else None
    verb = after + (lows[after] in known.between)
    verb += lows[verb] in ("has", "have", "had") and lows[verb + 1] in known.hosting
    subject = at - start <= 1 + (lows[at - 1] == "the") or tokens.words[at - 1] in (",", ";", "—")
    hosts = subject and lows[verb] in known.hosting and _number_follows(tokens, verb + 1, stop)
    return Mention(at, after, at, "home") if hosts else None


def begins_number(low: str) -> bool:
    """Whether a number begins with this lower-cased token: "160", "nine", "dozens"."""
    numbers = number_words()
    return is_number(low) or low in numbers.units or low in numbers.tens or low in numbers.vague


def _number_follows(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a number stands right behind, with nothing but a bound before it: "hosts more than 500", not "had fired 500"."""
    for low in tokens.lows[at : min(at + 4, stop)]:
        if begins_number(low):
            return True
        if low not in place_words().before_number:
            return False
    return False


def _owns_a_count(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether what a place owns is a thing in it ("population"), no organisation, office or name ("Defence Ministry")."""
    known = place_words()
    for low, word in zip(tokens.lows[at : min(at + 5, stop)], tokens.words[at : min(at + 5, stop)], strict=True):
        if low in known.organisations or word[0].isupper():
            return False
        if low in syntax().stops or not word[0].isalpha():
            return low not in known.saying
    return True


def _named(tokens: Tokens, at: int, stop: int, *, sure: bool) -> int:
    """The end of a place that begins with a capitalised word, its type included ("Punjab province"); 0 where it is none."""
    known, lows, words = place_words(), tokens.lows, tokens.words
    calendar = calendar_words()
    if lows[at] in known.not_places or lows[at] in known.titles or lows[at] in calendar.months or lows[at] in calendar.weekdays:
        return 0
    listed = name_end(tokens, at, stop)
    end = max(listed, _capitals(tokens, at, stop))
    typed = end + _typed(tokens, end) if end < stop else end
    if typed > end:
        inner = _named(tokens, typed + 1, stop, sure=False) if lows[typed] == "of" and words[typed + 1][:1].isupper() else 0
        return inner or typed
    last = lows[end - 1]
    if end - at > 1 and (last in known.areas or last in known.sites or lows[at] in known.heads):
        return end
    if listed == end:
        if words[end] == "$" and tokens.glued(end):
            return 0
        return end if not _modifies(tokens, end) or lows[end] in known.saying else 0
    if any(low in known.organisations for low in lows[at:end]):
        return 0
    return 0 if sure or is_number(words[end]) or _odd(tokens, at, end) else end


def _typed(tokens: Tokens, end: int) -> int:
    """How many words behind a name say what kind of place it is: "Punjab province", "the Nuseira refugee camp"; 0 where none do."""
    known, lows = place_words(), tokens.lows
    if lows[end] in known.areas or lows[end] in known.sites:
        return 1
    typed = lows[end + 1] in known.areas or lows[end + 1] in known.sites
    described = tokens.words[end][:1].islower() and lows[end] not in syntax().function and lows[end] not in syntax().auxiliaries
    return 2 if typed and described and verb_forms().forms.get(lows[end], ("", "base"))[1] == "base" else 0


def _capitals(tokens: Tokens, at: int, stop: int) -> int:
    """The end of a run of capitalised words, hyphens and the small words inside names included ("Gulf of Aden")."""
    words, lows = tokens.words, tokens.lows
    end = at + 1
    while end < min(stop, at + _LONGEST):
        goes_on = words[end + 1][:1].isupper() and end + 1 < stop
        hyphened = words[end] in HYPHENS and tokens.glued(end) and (goes_on or is_number(words[end + 1]))
        if words[end][0].isupper():
            end += 1
        elif hyphened or (goes_on and lows[end] in place_words().connectors):
            end += 2
        elif lows[end] in place_words().connectors and words[end + 1] in HYPHENS and words[end + 2][:1].isupper() and end + 2 < stop:
            end += 3  # "Tal al-Sultan"
        else:
            break
    return min(end, stop)


def _odd(tokens: Tokens, at: int, end: int) -> bool:
    """Whether an unknown name looks like no place: an abbreviation, an adjective of a nation, a modifier, somebody's."""
    word = tokens.words[at]
    if tokens.lows[end - 1] in place_words().not_places:
        return True
    if end - at == 1 and (word.isupper() or len(word) < 3 or tokens.lows[at].endswith(tuple(place_words().demonyms))):
        return True
    return tokens.lows[end] in _POSSESSIVE or _modifies(tokens, end)


def _modifies(tokens: Tokens, end: int) -> bool:
    """Whether a noun follows that the name only describes: "in Boeing shares", "in Ukraine aid"."""
    low, word = tokens.lows[end], tokens.words[end]
    if not word[:1].isalpha() or word[0].isupper():
        return word in HYPHENS
    if low in syntax().stops or low in place_words().unmodified or low.endswith(("ly", "ing", "ed")):
        return False
    numbers = number_words()
    return not (low in numbers.units or low in numbers.tens or low in numbers.vague or low in numbers.ordinals)


def _common(tokens: Tokens, at: int, stop: int, *, determined: bool) -> int:
    """The end of a place named by a common noun, 0 where none is: "the west bank", "coastal states", "the hills of Assam"."""
    known, lows = place_words(), tokens.lows
    head = at
    while head < min(stop, at + 4) and (lows[head] in known.attributes or lows[head] in HYPHENS):
        following = lows[head + 1]
        if lows[head] in known.common and not (
            following in known.common or following in known.plurals or following in known.attributes or following in known.areas
        ):
            break
        head += 1
    low, after = lows[head], head + 1
    typed = low in known.areas or low in known.sites or low in known.common
    if typed and lows[after] in ("of", "in") and tokens.words[after + 1][:1].isupper():
        inner = _named(tokens, after + 1, stop, sure=False)
        if inner:
            return _coordinated(tokens, inner, stop) if low.endswith("s") else inner
    if determined and low in known.common:
        if low == "side" and lows[after] == "of" and lows[after + 1] == "the":
            return min(after + 3, stop)
        return 0 if _modifies(tokens, after) or lows[after] in _POSSESSIVE else after
    return after if head > at and low in known.plurals else 0


def _coordinated(tokens: Tokens, end: int, stop: int) -> int:
    """Past the second name of "the villages of Mundaka and Bermeo"."""
    if tokens.lows[end] == "and" and end + 1 < stop and tokens.words[end + 1][0].isupper():
        return _capitals(tokens, end + 1, stop)
    return end
