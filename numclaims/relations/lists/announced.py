"""Numbers that announce a list, with the items listed: "three countries: Spain, Italy and Malta", "its two ports, Alba and Bera".

Only lists that the text gives as the whole: behind a colon, a dash, "namely" or in brackets, as bullets, or as names in apposition.
A relation "list of" has one "number", and figures in the role "item"; it says between how many items the list can be read as.
Whether they agree is for the rules to say.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from numclaims.lexicon.syntax import is_plural
from numclaims.model import Claim, Figure, Member, Relation
from numclaims.relations.lists.enumerated import read_enumeration, read_persons
from numclaims.relations.lists.lists import Listing, open_ended, read_bullets, read_list
from numclaims.relations.surroundings import Noun, Surroundings, noun_at, singular

LIST_OF = "list of"

_MOST = 40
"""Longer lists are not read."""
_TIE = re.compile(
    r"""(?P<more>(?:\s+[\w'’-]+){0,9}?)
        (?: (?P<bullets> :[ \t]*(?=\n) ) | (?P<namely> ,?\s+(?:namely|viz\.?|to\s+wit)[,:]?\s+ | ,\s+that\s+is,\s+ )
          | (?P<colon> :\s+ | \s+[–—-]\s+ | — ) | (?P<bracket> \s+\( ) | (?P<comma> ,\s+ ) )""",
    re.VERBOSE,
)
_OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her)\s+")
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our|whose)|['’]s)\s+(?:main\s+|chief\s+)?$", re.IGNORECASE)
_ARE_TIE = re.compile(
    r"(?P<more>(?:\s+(?:that|which|who|to|in|of|on|at|for|still|now)\s+(?:[\w’'-]+\s+){0,7}?[\w’'-]+)?)\s+(?P<are>are|were)\s+(?!\w+(?:ed|ing)\b)"
)
_VERB = re.compile(r"\s*,\s+(?:are|were|is|was|have|had|has|will|would|said|could|can|did|do)\b")
_PART_OF = re.compile(r"\bof\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|these\s+|those\s+|all\s+)?$", re.IGNORECASE)
_OF_WORDS = frozenset(("of", "the", "its", "their", "his", "her", "these", "those", "all"))
_NAMELY = re.compile(
    r"\b(?:the|all)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+s)(?:\s+\w+ed|\s+chosen)?,?\s*(?:,\s*namely,?\s+|\s+namely,?\s+)", re.IGNORECASE
)
_ARE = re.compile(r"(?P<noun>T(?:(?<=[.!?]\s.)|(?<=[.!?][”\"]\s.)|(?<=\n.))he(?:y|se|\s+(?:[\w-]+\s+)?[\w-]+s))\s+(?:are|were):?\s+")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$|[”\"])|\n\n")
_CUT = re.compile(r"\s*\n\s*[a-z]")
"""What follows a sentence whose end stands in the next paragraph, as in text that was taken out of a page."""
_LONGEST = 400
_NAMES = 3
"""So many names in a bracket are those of a noun farther before it; fewer may be of what stands right before."""
_MANY = 8
"""A noun counted more often than this does not tell which count is meant."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DASH = re.compile(r"\s[–—-]\s|—")
_APPOSITION_END = re.compile(r"[;:(–—]|\.\s")
_ARTICLE = re.compile(r"(?:an?|the)\s")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")
_LONGEST_ABBREVIATION = 12
_AND = re.compile(r"\s+(?:and|or)\s", re.IGNORECASE)
_SAID = re.compile(r",\s+(?:[\w’'-]+\s+){1,4}?(?:said|says|told|added|wrote|announced)\b")
_NAME = re.compile(r"(?:[A-Z][\w'’.&-]*|of|the|and|de|la|le|el|al|du|von|van|del|di|da|for|in|on|upon|y|&)(?:\s+|$)")


def list_relations(around: Surroundings) -> Iterator[Relation]:
    """The announced lists of a document, no more than one for each number, in the order of the numbers."""
    for index, claim in enumerate(around.claims):
        if _announcing(claim) and not (around.last_word(claim) in _OF_WORDS and _PART_OF.search(around.before(claim))):
            relation = _announced(around, index)
            if relation:
                yield relation
    yield from _named_later(around)


def _announcing(claim: Claim) -> bool:
    value = claim.value
    return (
        claim.kind == "count" and claim.bound == "exact" and not claim.per and value is not None and 2 <= value < _MOST and value % 1 == 0
    )


def _announced(around: Surroundings, index: int) -> Relation | None:
    """The relation of a number to the list behind its noun."""
    claim = around.claims[index]
    at = index + 1 if _of_more(around, index) else index
    noun = around.noun(at) or _noun_of_part(around, claim)
    if noun is None or not noun.plural or noun.owner or noun.joint:
        return None
    if enumeration := read_enumeration(around, noun):
        return _relation(around, claim, enumeration, "first")
    definite = bool(_DEFINITE.search(around.before(claim, 20)))
    match = _ARE_TIE.match(around.text, noun.end) if definite else None
    match = match or _TIE.match(around.text, noun.end, min(noun.end + 120, len(around.text)))
    if not match or _claim_between(around, at, match.end()):
        return None
    end = claim.sentence_start + len(claim.sentence)
    if match.re is _TIE and (match["bullets"] or (match["colon"] and match.end() > end)):
        listing = read_bullets(around.text, match.end("bullets")) if match["bullets"] else None
    elif match.end() > end or open_ended(match["more"]) or _CUT.match(around.text, end) or _goes_past(around.text, end):
        return None
    elif match.re is _ARE_TIE:
        listing = _said_to_be(around.text, match.end(), end)
    else:
        listing = _read(around.text, match, end, definite=definite)
    return _relation(around, claim, listing, match[match.lastgroup or 0].strip()) if listing else None


def _goes_past(text: str, end: int) -> bool:
    """Whether an abbreviation and not the sentence ends here: "Peru, Chile, the U.S. And Cuba"."""
    return bool(_ABBREVIATED.search(text, max(0, end - _LONGEST_ABBREVIATION), end) and _AND.match(text, end))


def _of_more(around: Surroundings, index: int) -> bool:
    """Whether a number is of a part whose whole is the next: "five of the nine members"."""
    whole = around.claims[index + 1] if index + 1 < len(around.claims) else None
    return whole is not None and whole.kind == "count" and bool(_OF_THE.fullmatch(around.between(around.claims[index], whole)))


def _noun_of_part(around: Surroundings, claim: Claim) -> Noun | None:
    """The noun of "three of the islands"."""
    match = _OF_THE.match(around.text, claim.end)
    return noun_at(around.text, match.end() - 1) if match else None


def _claim_between(around: Surroundings, index: int, end: int) -> bool:
    following = around.claims[index + 1] if index + 1 < len(around.claims) else None
    return following is not None and following.start < end


def _read(text: str, match: re.Match[str], end: int, *, definite: bool) -> Listing | None:
    start = match.end()
    if match["bracket"]:
        close = text.find(")", start, end)
        cited = close < 0 or _YEAR.search(text, start, close)
        listing = None if cited else read_list(text, start, close)
        return listing if not match["more"] or _names_of_it(text, match["more"], listing) else None
    if match["comma"]:
        if match["more"]:
            return None
        return _apposed(text, start, end) or read_persons(text, start, end) or (_persons(text, start, end) if definite else None)
    dash = match["colon"] and match["colon"].strip() != ":"
    if dash:  # a second dash ends what the first begins
        closing = _DASH.search(text, start, end)
        end = closing.start() if closing else end
    return read_list(text, start, end)


def _names_of_it(text: str, more: str, listing: Listing | None) -> bool:
    """Whether what stands in brackets behind a clause are names, and the clause has no other plural that they could be the names of."""
    if listing is None or listing.fewest != listing.most or len(listing.items) < _NAMES:
        return False
    return not any(is_plural(word) for word in more.lower().split()) and all(_is_name(text[slice(*item)]) for item in listing.items)


def _apposed(text: str, start: int, end: int) -> Listing | None:
    """Names in apposition: "the two ports, Alba and Bera, are closed". Pairs such as "Paris, France" are no list."""
    stop = _APPOSITION_END.search(text, start, end)
    listing = read_list(text, start, stop.start() if stop else end)
    if listing is None or listing.fewest != listing.most or not all(_is_name(text[first:last]) for first, last in listing.items):
        return None
    return listing


def _persons(text: str, start: int, end: int) -> Listing | None:
    """What each is, in apposition to a subject: "the three injured, a cook, a waiter and a guest, were ..."."""
    listing = read_list(text, start, end)
    if listing is None or listing.fewest != listing.most or not _VERB.match(text, listing.items[-1][1]):
        return None
    return listing if all(_ARTICLE.match(text, *item) for item in listing.items) else None


def _said_to_be(text: str, start: int, end: int) -> Listing | None:
    """The things that "the three finalists are": names, or things with an article or a plural; no adjectives."""
    said = _SAID.search(text, start, end)
    listing = read_list(text, start, said.start() if said else end)
    if listing is None or listing.fewest != listing.most:
        return None
    first = text[slice(*listing.items[0])]
    if all(_is_name(text[slice(*item)]) for item in listing.items):
        return listing
    return listing if _ARTICLE.match(first) or len(first.split()) > 1 or is_plural(first) else None


def _is_name(text: str) -> bool:
    at = 0
    while at < len(text):
        match = _NAME.match(text, at)
        if not match:
            return False
        at = match.end()
    return text[:1].isupper() or text[:4] == "the "


def _named_later(around: Surroundings) -> Iterator[Relation]:
    """ "It opens offices in two districts. ... in all the districts, namely Alba and Bera", "They are Alba and Bera"."""
    text, ends = around.text, [claim.end for claim in around.claims]
    counted = _counted(around) if "namely" in around.lower else {}
    namely = _NAMELY.finditer(text) if counted else ()
    for match in chain(namely, _ARE.finditer(text)):
        before = bisect_right(ends, match.start())
        announcing = _meant(around, match, before, counted)
        stop = _SENTENCE_END.search(text, match.end(), match.end() + _LONGEST)
        end = stop.start() if stop else min(match.end() + _LONGEST, len(text))
        listing = _apposed(text, match.end(), end) if announcing else None
        if announcing and listing and (before == len(ends) or around.claims[before].start >= end):
            relation = _relation(around, announcing, listing, match[0].strip())
            if relation:
                yield relation


def _meant(around: Surroundings, match: re.Match[str], before: int, counted: dict[str, list[int]]) -> Claim | None:
    """The number that "the districts" or "they" takes up: the only one of its noun before, or in the sentence before."""
    head = singular(match["noun"].lower().split()[-1])
    if match.re is _NAMELY:
        known = counted.get(head, [])
        values = {around.claims[index].value for index in known[:_MANY]}
        return around.claims[known[0]] if len(values) == 1 and len(known) < _MANY and known[0] < before else None
    if not before:
        return None
    sentence = around.claims[before - 1].sentence_start
    if around.text[sentence + len(around.claims[before - 1].sentence) : match.start()].strip():
        return None
    first = before - 1
    while first and around.claims[first - 1].sentence_start == sentence:
        first -= 1
    nouns = [(around.claims[at], around.noun(at)) for at in range(first, before) if around.claims[at].kind == "count"]
    named = [claim for claim, noun in nouns if noun and noun.plural and (head in ("they", "these") or noun.head == head)]
    return named[0] if len(named) == 1 and _announcing(named[0]) else None


def _counted(around: Surroundings) -> dict[str, list[int]]:
    """The numbers that could announce a list, as indices of claims, by the noun they count."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(around.claims):
        noun = around.noun(index) if _announcing(claim) else None
        if noun and noun.plural and not noun.owner and not noun.joint:
            found[noun.head].append(index)
    return found


def _counts(around: Surroundings, start: int, end: int) -> bool:
    """Whether an item counts something itself."""
    return any(claim.kind == "count" and claim.value != 1 for claim in around.within(start, end)) or around.counts_at(start)


def _relation(around: Surroundings, claim: Claim, listing: Listing, words: str) -> Relation | None:
    if len(listing.items) < 2 or any(_counts(around, *item) for item in listing.items):
        return None  # what is counted again adds up to the number: that is a total and its parts
    items = tuple(Figure("item", start, end, 1.0) for start, end in listing.items)
    return Relation(LIST_OF, (Member("number", claim),), words, items, fewest=listing.fewest, most=listing.most)
