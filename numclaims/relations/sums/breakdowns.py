"""Totals that a list of their parts follows: "22 people: 12 men and 10 women", "killed 17. The dead were 9 women and 8 men".

The parts stand behind a colon, a dash, "made up of", in brackets or in apposition, or in a sentence that takes the set up again.
Relations are as in `totals`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence

from numclaims.grammar.tokens import words_of
from numclaims.model import Claim, Relation
from numclaims.relations.amounts import alike, amount
from numclaims.relations.lists.lists import is_past, list_words
from numclaims.relations.phrases import phrase_words, phrases
from numclaims.relations.sums.totals import Parts, countable, read_parts, total_of, total_words, unit_left_out
from numclaims.relations.surroundings import Noun, Surroundings, is_person, other_kind, singular

_COLON = re.compile(r":\s|\s[–—-]\s|—|\s\(")
_COLON_MARK = re.compile(r"[:(–—-](?:(?<=:)\s|(?<=\s\()|(?<=—)|(?<=\s[–-])\s)")
"""Without it there is no `_COLON`; a mark is sought faster than a space."""
_PAIR = re.compile(
    r"[^\w\s]?\d\S*(?:\s+(?:million|billion|mln|bln|trillion|thousand))?\s+and\s+[^\w\s]?\d\S*(?:\s+(?:million|billion|mln|bln|trillion|thousand))?"
)
_DASH = re.compile(r"\s[–—-]\s|—")
_CLOSE = re.compile(r"[;)]|\s[–—-]\s|—")
_APPOSED = re.compile(r"\s*,\s+(?:some\s+|the\s+)?$")
_VERB_FIRST = re.compile(r"\s+(?:(?:have|has|had)\s+)?(?P<verb>[a-z]+)(?:\s+[A-Za-z’'-]+){0,7},\s+(?:some\s+|the\s+)?$")
"""What was done to a whole or by it, before its parts: "14 ministers were sworn in, eight men and six women"."""
_COMMA = re.compile(r",\s+(?:some\s+|about\s+|the\s+)?$")
_LISTED = re.compile(r"[^,;:.()]{1,60}(?:,\s+and\s+|,\s+|\s+and\s+)(?:about\s+|some\s+)?")
_PREPOSITION = re.compile(rf"\s+(?P<word>in|to|from|for|at|by|on|with)\s+(?!\d|{'|'.join((*month_name[1:], *day_name))})")
_SENTENCE_ENDS = re.compile(r"\s*(?:[.;]|$)")
_ENDS_APPOSITION = re.compile(r"\s*(?:[,.;:)–—]|$)")
_SAYING = re.compile(r"\b(?:said|says|told|added|asked|wrote|reads?|warned)\b[^.]{0,30}$")
_COMPARED = re.compile(
    r"\b(?:from|than|against|before|previous|earlier|another|other|in\s+(?:19|20)\d\d)\s+(?:an?\s+|the\s+)?(?:\w+\s+of\s+)?$"
)
_MADE_OF = re.compile(phrases("totals", "made_of"), re.IGNORECASE)
_TAKEN_UP = re.compile(  # its first letter comes before what must stand before it, since a letter is sought fastest
    rf"""(?P<set> [TtIi]
            (?: (?<=[.!?:;]\s.) | (?<=[.!?][”"]\s.) | (?<=\n.) | (?<=,\s.) | (?<=\band\s.) | (?<=\bthat\s.) | (?<=ed\s.) )
            (?: (?<=T)he(?:y|se) | (?:(?<=[Tt])h(?:e|ose|eir)|(?<=[Ii])ts)\s+(?:[\w-]+\s+){{0,3}}?[\w-]+ ) )
        (?: \s*:\s+ | \s+{phrases("totals", "taken_up")}\s+ )""",
    re.VERBOSE,
)
_MADE_OF_WORDS, _TAKEN_UP_WORDS = phrase_words(("totals", "made_of")), phrase_words(("totals", "taken_up"))
_VOTES = re.compile(r"\b(?:against|opposed|oppose)\b")
_ABSTAINED = re.compile(r"\babst|\babsent\b|\baway\b|\bspoil")
_TOGETHER = re.compile(r"\b(?:combined|total|together|in\s+all|altogether)\b")
_MOST = 12
"""How many parts in apposition are read."""
_FAR = 3
"""How many sentences with numbers back a set that is taken up may have been counted."""


def breakdown_relations(around: Surroundings) -> Iterator[Relation]:
    """The totals of a document that stand before their parts."""
    for match in _ties(around):
        first = bisect_left(around.starts, match.end())
        if 0 < first < len(around.claims):
            relation = _behind_tie(around, match, first)
            if relation:
                yield relation
    for index, whole in enumerate(around.claims[:-1]):
        relation = _apposed(around, index, whole)
        if relation:
            yield relation
    for first, after in around.sentences:
        claim = around.claims[first]
        if after < 2 or (_TAKEN_UP_WORDS.isdisjoint(around.words(claim)) and ":" not in claim.sentence):
            continue
        for match in _TAKEN_UP.finditer(around.text, max(0, claim.sentence_start - 1), around.starts[after - 1]):
            relation = _taken_up(around, match)
            if relation:
                yield relation


def _ties(around: Surroundings) -> Iterator[re.Match[str]]:
    """What may stand between a total and its parts, in sentences that have numbers on both sides."""
    within = [
        (around.claims[first], around.starts[first], around.starts[after - 1]) for first, after in around.sentences if after - first > 1
    ]
    for _, start, end in within:
        if _COLON_MARK.search(around.text, start, end):
            yield from _COLON.finditer(around.text, start, end)
    for claim, start, end in within:
        if not _MADE_OF_WORDS.isdisjoint(around.words(claim)):
            yield from _MADE_OF.finditer(around.text, start, end)


def _behind_tie(around: Surroundings, match: re.Match[str], first: int) -> Relation | None:
    """The relation of the last total before a colon, "made up of" or the like to the parts behind it."""
    start = match.end()
    leading = around.claims[first]
    end = sentence_end(leading)
    if leading.sentence_start > match.start() or _SAYING.search(around.text[max(0, start - 60) : match.start()]):
        return None
    parts = read_parts(around, start, _closing(around.text, match, start, end))
    if parts is None:
        return None
    if match[0].strip() == "(" and _PAIR.fullmatch(around.text, parts.numbers[0].start, _closing(around.text, match, start, end)):
        return None  # "gold 40 million (42 million and 37 million)": of a month and of a year before
    at = first
    wholes: list[int] = []
    while at and around.claims[at - 1].sentence_start == leading.sentence_start:
        at -= 1
        if alike(parts.numbers[0], around.claims[at]) or unit_left_out(around, parts.numbers[0], around.claims[at]):
            wholes.append(at)
    if match[0].strip() != ":" and parts.numbers[0].kind == "measure" and match.re is _COLON:  # "(90 to 96 mm)"
        return None
    if _VOTES.search(around.text, start, end) and not _ABSTAINED.search(around.text, start, end):
        return None  # those who abstained or were away are not told
    return _with_whole(around, parts, wholes, match[0]) if wholes else None


def _closing(text: str, match: re.Match[str], start: int, end: int) -> int:
    """Where the list behind a tie ends: with its bracket, before a second dash, or with the sentence."""
    tie = match[0].strip()
    if tie == "(":
        close = text.find(")", start, end)
        return close if close > 0 else start
    if tie in ("-", "–", "—"):
        closing = _DASH.search(text, start, end)
        return closing.start() if closing else end
    return end


def _with_whole(around: Surroundings, parts: Parts, wholes: Sequence[int], words: str) -> Relation | None:
    """The relation of parts to the nearest of some numbers that could be their whole."""
    claims = [around.claims[at] for at in wholes if countable(around, around.claims[at])]
    largest = max(part.value or 0 for part in parts.numbers)
    big = [claim for claim in claims if (claim.value or 0) > largest and claim.value != parts.count]
    big.sort(key=lambda claim: bool(_COMPARED.search(around.before(claim, 40))))
    return total_of(big[0], parts, words, big[1:]) if big else None


def _apposed(around: Surroundings, index: int, whole: Claim) -> Relation | None:
    """ "48 occupants, 44 passengers and four crew,": the whole has a noun for sets, the parts have others.

    Or the parts have no nouns and say where they are: "confirmed 31 cases, 14 in Alba, 9 in Bera and 8 in Cora".
    """
    following = around.claims[index + 1]
    if whole.sentence_start != following.sentence_start or not amount(whole):
        return None
    if not (alike(whole, following) or unit_left_out(around, following, whole)) or not _COMMA.search(around.between(whole, following)):
        return None
    last = index + 1
    while last + 1 < min(len(around.claims), index + _MOST) and _joined(around, last):
        last += 1
    if last == index + 1:
        return None
    end = _end_of_kinds(around, index, last) or _end_of_places(around, index, last)
    parts = read_parts(around, following.start, end) if end else None
    return _with_whole(around, parts, [index], ",") if parts else None


def _end_of_kinds(around: Surroundings, index: int, last: int) -> int:
    """Where parts with nouns of their own end, right behind a whole with a general noun for sets; 0 where it is no such list."""
    noun = around.noun(index) if around.claims[index].kind == "count" else None
    if noun is None or noun.joint or noun.owner:
        return 0
    own = [around.noun(at) for at in range(index + 1, last + 1)]
    end = own[-1].end if own[-1] else around.claims[last].end
    gap = around.text[noun.end : around.claims[index + 1].start]
    if not _APPOSED.fullmatch(gap) and not (_verb_first(gap) and _SENTENCE_ENDS.match(around.text, end)):
        return 0
    if any(part is None or part.head == noun.head for part in own[:-1]) or not _broken_down(noun, own):
        return 0
    return end if _ENDS_APPOSITION.match(around.text, end) and " and " in around.text[around.claims[last - 1].end : end] else 0


def _verb_first(gap: str) -> bool:
    """Whether the words between a whole and its parts are its verb with what belongs to it."""
    match = _VERB_FIRST.fullmatch(gap)
    return match is not None and (match["verb"] in list_words().clausal or is_past(match["verb"]))


def _broken_down(whole: Noun, parts: Sequence[Noun | None]) -> bool:
    """Whether parts in commas can be parts of the set before them: of a general one, or by sex; else they may be others beside it."""
    words = total_words()
    if all(part is None or part.head in words.sexes for part in parts):
        return whole.head in words.wholes or is_person(whole)
    return whole.head in words.general and not any(part and other_kind(whole, part) for part in parts)


def _end_of_places(around: Surroundings, index: int, last: int) -> int:
    """Where three or more parts that differ by one preposition end with their sentence; 0 where they are no such list.

    Two are enough where they leave out the unit: "38 tonnes, 14 for the lorry and 24 for the load".
    A whole with that preposition is one of them: "500 of the posts are in Alba, 400 in Bera, 300 in Cora and 200 in Dorn".
    """
    elided = all(unit_left_out(around, part, around.claims[index]) for part in around.claims[index + 1 : last + 1])
    if last - index < (2 if elided else 3):
        return 0
    behind = [_PREPOSITION.match(around.text, around.claims[at].end) for at in range(index + 1, last + 1)]
    end = sentence_end(around.claims[last])
    told = {match["word"] for match in behind if match}
    closes = " and " in around.between(around.claims[last - 1], around.claims[last])
    if len(told) != 1 or not all(behind) or not closes or "," in around.text[around.claims[last].end : end]:
        return 0
    return 0 if told & set(words_of(around.between(around.claims[index], around.claims[index + 1]))) else end


def _joined(around: Surroundings, index: int) -> bool:
    """Whether the next number follows this one behind a comma or "and", its noun or a few words between."""
    claim, following = around.claims[index], around.claims[index + 1]
    if not (alike(claim, following) or unit_left_out(around, following, claim)) or claim.sentence_start != following.sentence_start:
        return False
    return bool(_LISTED.fullmatch(around.between(claim, following)))


def _taken_up(around: Surroundings, match: re.Match[str]) -> Relation | None:
    """ "... killing 17 people. The dead were 9 women and 8 men": the set is named again before its parts."""
    first = bisect_right(around.starts, match.end() - 1)
    if not 0 < first < len(around.claims):
        return None
    leading = around.claims[first]
    if leading.sentence_start > match.start() + 1 or sentence_end(leading) < match.end():
        return None
    wholes = _counted_before(around, match, first)
    if around.text[match.end() : leading.start] not in ("", "about ", "some ", "the ") and not _combined(around, wholes):
        return None
    if not wholes:
        return None
    end = sentence_end(leading)
    closing = _CLOSE.search(around.text, match.end(), end)
    parts = read_parts(around, match.end(), closing.start() if closing else end)
    wholes = [at for at in wholes if parts and alike(parts.numbers[0], around.claims[at])]
    if parts is None or not wholes:
        return None
    return _with_whole(around, parts, wholes, match[0])


def _combined(around: Surroundings, wholes: Sequence[int]) -> bool:
    """Whether a total is said to be one of several things together: "with a combined 5 gigawatts"."""
    return bool(wholes) and bool(_TOGETHER.search(around.before(around.claims[wholes[0]], 40) + around.after(around.claims[wholes[0]], 40)))


def _counted_before(around: Surroundings, match: re.Match[str], first: int) -> list[int]:
    """The numbers before that count the set named again, the nearest first; none where nothing surely does."""
    head = singular(match["set"].lower().split()[-1])
    found: list[int] = []
    sentences: list[int] = []
    at = first
    while at and len(sentences) <= _FAR:
        at -= 1
        claim = around.claims[at]
        if claim.end > match.start():
            continue
        if claim.sentence_start not in sentences:
            sentences.append(claim.sentence_start)
        if amount(claim) and (len(sentences) == 1 if head in ("they", "these") else counts_set(around, at, head)):
            found.append(at)
    return found


def counts_set(around: Surroundings, at: int, head: str) -> bool:
    """Whether a number counts what a noun in the singular names: "the dead" those killed, "the cars" cars; not what it fell from."""
    words, claim = total_words(), around.claims[at]
    if head in words.killed | words.hurt:
        return harm(around, claim) == ("killed" if head in words.killed else "hurt")
    noun = around.noun(at)
    return noun is not None and noun.head == head and not _COMPARED.search(around.before(claim, 40))


def harm(around: Surroundings, claim: Claim) -> str:
    """What the nearest word before a number, else behind it, says befell those it counts: "killed", "hurt", "missing" or ""."""
    words = total_words()
    for word in (*reversed(words_of(around.before(claim, 40))[-5:]), *words_of(around.after(claim, 40))[:5]):
        if word in words.harmed:
            return "killed"
        if word in words.wounding:
            return "hurt"
        if word == "missing":
            return "missing"
    return ""


def sentence_end(claim: Claim) -> int:
    """The offset behind the sentence of a claim."""
    return claim.sentence_start + len(claim.sentence)
