"""The noun phrase that names a source: before a reporting verb, or behind "according to" and "said".

It knows where such a phrase begins and ends, by word forms; what is cited from it is not its business.
"""

from __future__ import annotations

from numclaims.grammar.tokens import Tokens, is_number
from numclaims.lexicon.reporting import reporting
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.lexicon.verbs import verb_forms

Phrase = tuple[int, int]

_LINKS = frozenset(("of", "for", "at", "in", "from", "with", "near", "on"))
_LINKS_BEHIND = _LINKS | {"by"}
_RELATIVES = frozenset(("who", "whom", "whose", "which"))
_LEADING = frozenset(("and", "but", "so", "yet", "or", "that", "meanwhile"))
_SENT = frozenset("close envoy ambassador adviser advisor aide representative delegate emissary".split())
_ISSUES = frozenset("daily weekly monthly quarterly annual evening morning".split())
_IN_TITLES = frozenset(("daily", "weekly", "evening", "morning"))
_REACH = 60
_ON_SUBJECTS = frozenset("research council committee commission panel programme program centre center institute convention".split())
_IN_NAMES = frozenset(("without", "beyond", "across", "against"))


def is_function(tokens: Tokens, at: int, words: frozenset[str]) -> bool:
    """Whether a token is one of these words and no acronym that looks like one (US, WHO, IT)."""
    return tokens.lows[at] in words and not is_acronym(tokens.words[at])


def is_acronym(word: str) -> bool:
    """Whether a word is printed as an acronym is, in capitals."""
    return word.isupper() and (len(word) > 1 or word not in ("A", "I"))


def subject_end(tokens: Tokens, verb: int, floor: int) -> int | None:
    """The index behind a verb's subject, past "has", "also", "on Tuesday"; None for a verb denied, passive or wished for."""
    at = verb
    while at > floor:
        low = tokens.lows[at - 1]
        if is_function(tokens, at - 1, reporting().refusals):
            return None
        if low in reporting().between or (low.endswith("ly") and low not in ("italy", "family", "assembly", "july")):
            at -= 1
        elif low in reporting().times and at - 2 > floor and tokens.lows[at - 2] in ("on", "last", "this", "early", "late"):
            at -= 2
        else:
            break
    return at


def phrase_before(tokens: Tokens, end: int, floor: int) -> Phrase | None:
    """The noun phrase that ends before `end` and begins not before `floor`; a phrase with a relative clause is cut before it."""
    floor = max(floor, end - _REACH)
    if not _RELATIVES.isdisjoint(tokens.lows[floor + 1 : end]):
        relative = next((at for at in range(floor + 1, end) if is_function(tokens, at, _RELATIVES)), None)
        if relative is not None:
            end = relative - (tokens.words[relative - 1] == ",")
    start = end
    while start > floor:
        step = _step_back(tokens, start, end, floor)
        if step == 0:
            break
        start -= step
    while start < end and (is_function(tokens, start, _LEADING) or tokens.words[start] in "-.&/" or _says(tokens, start)):
        start += 1
    named = any(tokens.words[at][:1].isalpha() and not is_function(tokens, at, syntax().function) for at in range(start, end))
    return (start, end) if named else None


def _says(tokens: Tokens, at: int) -> bool:
    """A capitalised verb that only reports whose words follow, as lists of statements have it: "Says the mayor has said"."""
    verb = reporting().verbs.get(tokens.lows[at])
    return verb is not None and verb.form == "third" and tokens.lows[at] not in reporting().homographs


def _step_back(tokens: Tokens, start: int, end: int, floor: int) -> int:
    """How many tokens before `start` still belong to the phrase that ends at `end`; 0 where it begins."""
    at = start - 1
    low = tokens.lows[at]
    if low in ("'", "’") and not tokens.glued(at):
        return 0
    if start < end and is_function(tokens, start, syntax().determiners) and low not in _LINKS and low not in ("and", "by", "to"):
        return 0
    if low in ("'s", "’s", "'", "’", "-", "&", "/"):
        return 1
    if tokens.words[at] == ".":
        return 1 if tokens.glued(at) else 0
    if tokens.words[at] == ")":
        opening = next((back for back in range(at - 1, max(floor, at - 5), -1) if tokens.words[back] == "("), None)
        return start - opening if opening is not None else 0
    if is_number(tokens.words[at]):
        named = at > floor and tokens.words[at - 1][:1].isupper() and tokens.lows[at - 1] not in reporting().times
        compound = start < end and tokens.glued(start)
        return 1 if named or compound or tokens.lows[at - 1] == "of" else 0
    if low == "and" or (low == "by" and at > floor):
        return _joined_before(tokens, at, floor)
    if is_function(tokens, at, syntax().determiners) and low not in ("that", "what", "which", "both"):
        return 1
    if low in _IN_NAMES and tokens.words[at][0].isupper() and at > floor and tokens.words[at - 1][:1].isupper():
        return 1
    if is_function(tokens, at, _LINKS) or (low == "to" and at > floor and tokens.lows[at - 1] in _SENT):
        return 1 if at > floor and _noun(tokens, at - 1) else 0
    if low in _ISSUES and tokens.lows[start] in reporting().documents:
        return 1
    return 1 if _noun(tokens, at) else 0


def _joined_before(tokens: Tokens, at: int, floor: int) -> int:
    """ "and" joins two names where no verb stands before it; "by" ties a participle to its maker ("hired by the bank")."""
    if tokens.lows[at] == "by":
        return 1 if any(tokens.lows[back].endswith("ed") for back in range(max(floor, at - 4), at)) else 0
    before = range(max(floor, at - 12), at)
    return 0 if at - 1 < floor or not _noun(tokens, at - 1) or any(is_verb(tokens, back) for back in before) else 1


def _noun(tokens: Tokens, at: int) -> bool:
    """Whether a token can stand inside a name or a plain noun phrase."""
    word, low = tokens.words[at], tokens.lows[at]
    if not word[:1].isalpha():
        return low in ("'s", "’s")
    if low in _IN_TITLES and word[0].isupper() and tokens.words[at + 1][:1].isupper():
        return True
    if low in reporting().times and not (word[0].isupper() and low in ("may", "march", "sun", "april", "june", "august")):
        return False
    return not is_function(tokens, at, syntax().function) and (low.endswith("ed") or not _plain_verb(word, low))


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token is a verb by its form: an auxiliary, a form that is no noun as well, or a past with an object behind it."""
    word, low = tokens.words[at], tokens.lows[at]
    if low in syntax().auxiliaries:
        return low != "s" and word[0].islower()
    known = verb_forms().forms.get(low)
    past = known is not None and known[1] == "past" and word[0].islower()
    return _plain_verb(word, low) or (past and is_function(tokens, at + 1, syntax().determiners))


def _plain_verb(word: str, low: str) -> bool:
    """A lower-cased form of a verb, and of nothing else; forms in -ing are as often nouns and do not count."""
    forms = verb_forms()
    known = forms.forms.get(low)
    return word[:1].islower() and (known[1] != "ing" and low not in forms.others if known else low.endswith("ed"))


def phrase_behind(tokens: Tokens, at: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at `at`, cut before relative clauses, dates and occasions ("in a statement").

    "data from the ministry" gives the ministry, "the operator, Acme" the name.
    """
    start, stop = _past_measure(tokens, at, stop), min(stop, at + _REACH)
    end = start
    while end < stop:
        step = _step_on(tokens, start, end, stop)
        if step == 0:
            break
        end += step
    while end > start and is_function(tokens, end - 1, syntax().function):
        end -= 1
    if end <= start:
        return None
    maker = _maker(tokens, start, end, stop)
    return maker or _named(tokens, start, end, stop) or (start, end)


def _past_measure(tokens: Tokens, at: int, stop: int) -> int:
    """Past "20 years of" in "20 years of records"."""
    if is_number(tokens.words[at]) and tokens.lows[at + 1] in reporting().times and tokens.lows[at + 2] == "of" and at + 3 < stop:
        return at + 3
    return at


def _step_on(tokens: Tokens, start: int, end: int, stop: int) -> int:
    """How many tokens from `end` on still belong to a phrase begun at `start`; 0 where it is over."""
    low, word = tokens.lows[end], tokens.words[end]
    if low in ("'s", "’s", "'", "’", "-", "&", "/"):
        return 1
    if word == ".":
        return 1 if tokens.glued(end) and len(tokens.words[end - 1]) <= 4 and tokens.words[end + 1][:1].isalpha() and end + 1 < stop else 0
    if word == "(":
        closing = next((on for on in range(end + 1, end + 6) if tokens.words[on] == ")"), None)
        return closing - end + 1 if closing is not None and tokens.words[closing + 1][:1].isupper() else 0
    if is_number(word):
        adjective = is_function(tokens, end - 1, syntax().determiners) and _noun(tokens, end + 1)
        return 1 if end == start or adjective or tokens.words[end - 1][:1].isupper() else 0
    if is_function(tokens, end, syntax().determiners):
        return 1 if end == start and low not in ("that", "which", "what") else 0
    if low == "and" and end > start:
        return _joined_behind(tokens, end)
    if is_function(tokens, end, _LINKS_BEHIND):
        return _linked(tokens, end) if end > start else 0
    if end > start and word[0].islower() and low.endswith("ed") and tokens.lows[end + 1] not in ("by",):
        return 0
    return 1 if _noun(tokens, end) else 0


def _linked(tokens: Tokens, at: int) -> int:
    """A preposition with the determiner behind it, where it goes on with a place or a body, not with a time or an occasion."""
    determiner = is_function(tokens, at + 1, syntax().determiners)
    if not determiner and not _noun(tokens, at + 1):
        return 0
    if tokens.lows[at] == "of" or (tokens.lows[at] == "by" and tokens.lows[at - 1].endswith("ed")):
        return 1 + determiner
    known = reporting()
    if _in_name(tokens, at, at + 1 + determiner):
        return 1 + determiner
    if any(tokens.lows[on] in known.occasions or tokens.lows[on] in known.times for on in range(at + 1, at + 5)):
        return 0
    if tokens.lows[at] in ("on", "by", "with"):
        return 0
    return 1 + determiner if not determiner or tokens.lows[at + 1] in ("the", "a", "an") else 0


def _in_name(tokens: Tokens, at: int, follow: int) -> bool:
    """Whether a preposition stands inside the name of a body: "the Institute for the Study of Rain", "the Council on Trade"."""
    if not (tokens.words[at - 1][:1].isupper() and tokens.words[follow][:1].isupper()) or tokens.lows[follow] in reporting().times:
        return False
    return tokens.lows[at] == "for" or (tokens.lows[at] == "on" and tokens.lows[at - 1] in _ON_SUBJECTS)


def _joined_behind(tokens: Tokens, at: int) -> int:
    """ "and" goes on with a second source where a noun phrase and no clause follows."""
    for on in range(at + 1, at + 8):
        if not tokens.words[on] or tokens.words[on] in ",.;:)":
            return 1
        if is_verb(tokens, on):
            return 0
    return 0


def _maker(tokens: Tokens, start: int, end: int, stop: int) -> Phrase | None:
    """Who made a document: "a study by the institute", "figures released on Friday by the bank", "data from the ministry"."""
    if not any(tokens.lows[at] in reporting().documents for at in range(start, end)):
        return None
    inner = next((at for at in range(start + 1, end) if tokens.lows[at] in ("from", "by")), None)
    if inner is not None:
        place = tokens.lows[inner] == "from" and tokens.lows[inner - 1] in reporting().materials
        return None if place else (inner + 1, end)
    if not (tokens.lows[end].endswith(("ed", "by")) or tokens.lows[end] in ("from", "done", "seen")):
        return None
    maker = next((at for at in range(end, min(end + 7, stop)) if tokens.lows[at] in ("by", "from")), None)
    if maker is None or any(tokens.words[at] in ",;" for at in range(end, maker)):
        return None
    return phrase_behind(tokens, maker + 1, stop)


def _named(tokens: Tokens, start: int, end: int, stop: int) -> Phrase | None:
    """The name in apposition to a plain noun: "its director, Ann Lee"."""
    if not is_function(tokens, start, syntax().determiners) or any(tokens.words[at][:1].isupper() for at in range(start + 1, end)):
        return None
    if tokens.words[end] != "," or not tokens.words[end + 1][:1].isupper() or not _noun(tokens, end + 1):
        return None
    last = end + 1
    while last < stop and (step := _step_on(tokens, end + 1, last, stop)):
        last += step
    return (end + 1, last) if last >= stop or not tokens.words[last][:1].isalpha() or tokens.lows[last] in _RELATIVES else None


def is_plural_phrase(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase holds a plural noun or joins two, so that a base verb form can be said of it."""
    lows = tokens.lows[phrase[0] : phrase[1]]
    return "and" in lows or lows[0] in ("they", "we", "i", "you") or any(is_plural(low) for low in lows)
