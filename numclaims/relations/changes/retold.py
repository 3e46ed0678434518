"""Changes told apart from one of their numbers or from both: "the 38% increase on the first estimate", "it had dropped to $2,031".

The numbers before and after stand in other sentences, where they were told as a change or as two levels. A statement of change goes
with the pair whose sentences share its words, or with the one right before it where it points back ("the month's drop of 24%").

A relation "retold change" has the members of a "change". Another pair of the document may be meant instead, so that the numbers
contradict the statement only where no pair of the document fits it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from numclaims.grammar.tokens import words_of
from numclaims.model import Claim, Relation
from numclaims.relations.changes.changes import change_of, change_relations
from numclaims.relations.changes.levels import level_pairs
from numclaims.relations.changes.pairs import AROUND, Pair, Pairs, subject_of, subject_words
from numclaims.relations.changes.sides import comparable, is_change, is_level, marker
from numclaims.relations.changes.terms import in_other_terms
from numclaims.relations.changes.trends import direction, headline_end, hedged, last_trend, multiplying, sentence_around, trends
from numclaims.relations.phrases import any_of
from numclaims.relations.surroundings import Surroundings, singular

RETOLD_CHANGE = "retold change"

_BACK = 6
_FAR = 400
_AHEAD = 40
"""How many numbers behind a headline may say its number again."""
_NOUN = any_of(sorted(trends().retold))
_POINTS_BACK = re.compile(
    rf"\b(?:the|this|that|its|their|his|her|such\s+an?|[\w]+['’]s?)\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\s+of\s+(?:[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|this|that|its|their|such\s+an?|[\w]+['’]s?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\b", re.IGNORECASE)
_SUMS_UP = re.compile(
    rf"^\W*(?:that|this|it)(?:['’]s|\s+(?:is|was|means|meant|represents|represented|marks|marked|amounts\s+to|makes))\s+(?:an?\s+)?"
    rf"(?:[\w-]+\s+)?(?:{_NOUN}\s+of\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"[,;–—]\s*(?:so|meaning|which\s+means|which\s+meant|thus|therefore)\s+(?:that\s+)?(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE
)
_IN_A_TIME = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:since\s+(?!then\b)\w|(?:over|in|within|during)\s+(?:(?:the\s+)?(?:past|last)\s|(?:an?\s+|[\w-]+\s+)"
    r"(?:days?|weeks?|months?|quarters?|years?|decades?)\b)(?<!the\syear)(?<!that\stime))"
)
"""Behind a change told again, a time of its own: it need not be the one of the numbers before."""
_IN_A_YEAR = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\s+(?:in|of|for)\s+(?:19|20)\d\d\s+[a-z]")
"""Behind a change told again, the year of what it is of: "the 36% increase in 1986 income"."""
_TO_NUMBER = re.compile(r"\s+(?:again\s+)?to\s+(?:[a-z]+\s+){0,3}[^\w\s]?\d")
_ADVERBS = frozenset("more than nearly almost over about just to have has had will again at least".split())
_LATER_FROM = re.compile(r"\s*,?\s+from\s+[^\w\s]?\d")
_PAST = re.compile(r"\b(?:last|previous)\s+\w+['’]s\s+(?:\w+\s+){0,2}$")
_RANGE_END = re.compile(r"\d\s*[\w.]*\s*(?:to|–|-)\s*[^\w\s]?$")
_PRONOUN = re.compile(r"^\W*(?:it|they|that|this|the\s+(?:figure|number|total|price|count|rate))\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_ITS_BASE = re.compile(
    r"[^.;,]{0,30}\b(?:than|from|on|over|against|compared|below|above)\b(?:[^.;,]{0,25}\d|\s+(?:a|the|its|[\w’'-]+s)\s+[^.;,]{0,25}\b"
    r"(?:earlier|before|ago|previous\w*|prior|level|rate)\b)|[^.;,]{0,80}\bto\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}\W?\d"
)
"""A statement that says on which number it counts, or what it came to, has its own before and after."""
_OF_ANOTHER_TIME = re.compile(
    r"\b(?:after|following|followed\s+by|from|than|against|versus|compared\s+(?:with|to))\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE
)
_APPENDED = re.compile(
    rf"(?:\s+[\w’'-]+){{0,6}}\s*(?:,|\(|\s[–—-]|—|;)\s*(?:(?:or|up|down|which\s+is|which\s+was|that\s+is|representing|marking)\s+)?"
    rf"(?:an?\s+)?(?:[\w-]+\s+)?(?:{_NOUN}\s+of\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"(?:\s+(?:\w+ly|again|by|further|back|even|to|a|an|the|just|only|about|some|record))*\s*", re.IGNORECASE)
_TO_IT = re.compile(r"\s+to\b(?:\s+[\w-]+){0,2}\s*")
_NAMES_IT = re.compile(
    r"(?:^|[\s“\"])(?:it|they|that|this|prices?|the\s+(?:price|figure|number|total|count|toll|rate|level|share|sum|value|average|cost|bill))"
    r"\s+(?:(?:had|has|have|then|since|later|soon|now|also|again|more|less|than|nearly|almost|well|over)\s+){0,4}$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s*(?:[\w-]+\s+){0,2}?(?:in|of|for|among|at)\s+(?!20|19)[a-zA-Z]")
_PERIOD = re.compile(r"\b(?:day|week|month|quarter|year|season|decade|overnight|weekend)['’]s\s", re.IGNORECASE)
_GROWTH = re.compile(r"\s+growth\b")
_GROWTH_OF = re.compile(r"\bgrowth\s+of\s+$", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(r"\s*,?\s+(?:or|up|down)?\s*")
_REFERENCE = re.compile(r"\s*(?:\w+\s+){0,2}(?:on|than|over|from|above|below|against|compared\s+with)\b[^.;,:()]{0,40}$", re.IGNORECASE)


def changes(around: Surroundings) -> Iterator[Relation]:
    """Every change of a document: told in one sentence, shown by two levels, stated apart from its numbers."""
    told = tuple(change_relations(around))
    pairs = tuple(level_pairs(around, {claim.claim for change in told for claim in change.claims("before")}))
    yield from told
    yield from pairs
    yield from _stated_apart(around, told, pairs)


def _stated_apart(around: Surroundings, told: Sequence[Relation], levels: Sequence[Relation]) -> Iterator[Relation]:
    used = {claim.claim for relation in told for claim in relation.claims("change")}
    apart = (relation for relation in (*told, *levels) if not relation.claims("change"))
    pairs = Pairs(around, [pair for pair in apart if pair.claims("after")[0].unit != "percent"])  # whose change is in percent as they are
    yield from _multiplied(around, told, pairs)
    taken = {claim.claim for relation in told for claim in relation.claims("after")}
    for index, claim in enumerate(around.claims):
        if claim.claim not in taken and (relation := _carried_on(around, index)):
            used.update(change.claim for change in relation.claims("change"))
            yield relation
    for index, claim in enumerate(around.claims):
        claim = _as_change(around, claim)
        if claim.claim in used or not is_change(claim) or claim.unit not in ("percent", ""):
            continue
        if _OF_ANOTHER_TIME.search(around.before(claim, 50)) or in_other_terms(around, claim.start, claim.end):
            continue
        pair: Pair | None = _on_base(around, index) or _meant(around, claim, pairs)
        if pair and _same_way(claim.change, pair):
            yield _retold(pair, claim, "")


def _multiplied(around: Surroundings, told: Sequence[Relation], pairs: Pairs) -> Iterator[Relation]:
    """Verbs such as "doubled" in sentences without the numbers, each with the pair beside it that shares its words."""
    if not pairs:
        return
    headline = headline_end(around.text)
    spoken = {claim.sentence_start for relation in told for claim in relation.claims("before")}
    for verb in multiplying(around.text, around.lower):
        start, end = sentence_around(around.text, verb.start())
        if start in spoken or (verb[0].lower().endswith("s") and verb.start() >= headline):
            continue
        pair = _spoken_of(around, verb, (start, end), pairs, in_headline=verb.start() < headline)
        reached = _TO_NUMBER.match(around.text, verb.end())
        if reached and not (pair and reached.end() >= pair.after.start >= verb.end()):
            continue
        if pair and _same_way(direction(verb[0]), pair):
            lead = around.text[max(start, verb.start() - 30) : verb.end()]
            yield _retold(pair, None, hedged(lead, last) if (last := last_trend(lead)) else "")


def _spoken_of(around: Surroundings, verb: re.Match[str], sentence: tuple[int, int], pairs: Pairs, *, in_headline: bool) -> Pair | None:
    """The pair that a verb such as "doubled" is said of: the first one of a headline's text, else one close by with words in common."""
    start, end = sentence
    words = subject_words(around.text[max(start, verb.start() - AROUND) : min(end, verb.end() + AROUND)])
    if in_headline:
        first = pairs.known[0]
        near = min(first.before.start, first.after.start) - end < _FAR
        return first if near and _of_headline_noun(around, verb, first) else None
    shared: dict[int, tuple[int, Pair]] = {}
    for word in words:
        for pair in pairs.by_word.get(word, ())[-_BACK:]:
            if -_FAR < pair.end - verb.start() < _FAR and not start <= pair.before.start < pair.end <= end:
                shared[id(pair)] = (shared.get(id(pair), (0, pair))[0] + 1, pair)
    if not shared:
        last = _last_before(verb.start(), pairs.known)
        return last if last and _NAMES_IT.search(around.text[start : verb.start()]) and _next_to(around, last, start) else None
    most = max(count for count, _ in shared.values())
    best = [pair for count, pair in shared.values() if count == most]
    return best[0] if len(best) == 1 else None


def _of_headline_noun(around: Surroundings, verb: re.Match[str], pair: Pair) -> bool:
    """Whether both numbers of a pair are of what a headline's verb is said of: told together, of one item, or each with its noun."""
    if pair.before.sentence_start == pair.after.sentence_start or pair.before.item == pair.after.item != "":
        return True
    before = words_of(around.text[: verb.start()])
    noun = next((singular(word.lower()) for word in reversed(before) if word.lower() not in _ADVERBS), "")
    return all(noun in subject_of(around.text, side) for side in (pair.before, pair.after))


def _as_change(around: Surroundings, claim: Claim) -> Claim:
    """A share that its noun makes a change: "the 30% growth", "growth of 30%"."""
    if claim.kind != "share" or claim.change != "none":
        return claim
    grown = _GROWTH.match(around.after(claim)) or _GROWTH_OF.search(around.before(claim, 20))
    return replace(claim, change="up") if grown else claim


def _meant(around: Surroundings, change: Claim, pairs: Pairs) -> Pair | None:
    """The pair that a statement such as "the 38% increase" takes up, by its words or as the last one before it."""
    if not pairs:
        return None
    before, after = around.before(change, AROUND), around.after(change, AROUND)
    if _IN_A_YEAR.match(after):
        return None
    if change.start < headline_end(around.text):
        return _of_headline(around, change, pairs)
    if (pair := _beside(around, change, pairs)) is not None:
        return pair
    sums_up = _SUMS_UP.search(before) or _FOLLOWS.search(before) or (_PRONOUN.search(before) and change.change != "none")
    back = _POINTS_BACK.search(before) or (_THE.search(before) and _NOUN_BEHIND.match(after))
    if not (sums_up or back) or _ITS_BASE.match(after) or _IN_A_TIME.match(after):
        return None
    last = _last_before(change.start, pairs.known)
    if sums_up:
        return last if last and _next_to(around, last, change.sentence_start) else None
    words = subject_of(around.text, change)
    shared: dict[int, int] = defaultdict(int)
    candidates = {}
    for word in words:
        for pair in pairs.by_word.get(word, ())[-_BACK:]:
            if pair.end <= change.start:
                shared[id(pair)] += 1
                candidates[id(pair)] = pair
    if candidates:
        return max(candidates.values(), key=lambda pair: (shared[id(pair)], pair.end))
    if (_OF_WHAT.match(after) and not _PERIOD.search(before)) or (last and _another_between(around, last, change)):
        return None
    return last if last and _next_to(around, last, change.sentence_start) else None


def _another_between(around: Surroundings, pair: Pair, change: Claim) -> bool:
    """Whether a number that may be one of the pair's quantity stands between a pair and a statement of change."""
    return any(claim.kind == pair.after.kind and claim.unit == pair.after.unit for claim in around.within(pair.end, change.start))


def _beside(around: Surroundings, change: Claim, pairs: Pairs) -> Pair | None:
    """ "In 2019 it made 400 tonnes. In 2021 it made 520 tonnes, an increase of 45%": told right behind the second number."""
    last = None if _ITS_BASE.match(around.after(change, 2 * AROUND)) else _last_before(change.start, pairs.known)
    if last is None or last.after.end != last.end:
        return None
    if (
        last.before.sentence_start == last.after.sentence_start
        and len(around.within(min(last.before.start, last.after.start), change.start)) > 2
    ):
        return None  # "12 in the 20 days of May, after 10 in the 21 of April, a rise of 20%"
    gap = around.text[last.end : change.start]
    return last if len(gap) < 2 * AROUND and _APPENDED.fullmatch(gap) else None


def _of_headline(around: Surroundings, change: Claim, pairs: Pairs) -> Pair | None:
    """The first pair of the text, if a headline's change speaks of it in its words and the text does not say the change again."""
    if any(_repeats(claim, change) for claim in around.claims[around.index(change) + 1 :][:_AHEAD]):
        return None
    words = subject_of(around.text, change)
    return next((pair for pair in pairs.known[:2] if words & pair.words and pair.end - change.end < 2 * _FAR), None)


def _repeats(claim: Claim, change: Claim) -> bool:
    return claim.kind == "share" and (claim.value, claim.low, claim.high) == (change.value, change.low, change.high)


def _last_before(offset: int, known: Sequence[Pair]) -> Pair | None:
    at = bisect_right(known, offset, key=lambda pair: pair.end)
    return known[at - 1] if at else None


def _next_to(around: Surroundings, pair: Pair, sentence: int) -> bool:
    """Whether nothing but the end of a sentence, or of a paragraph, stands between a pair's last sentence and the one at an offset."""
    last = max(pair.before, pair.after, key=lambda claim: claim.end)
    return last.sentence_start == sentence or not around.text[last.sentence_start + len(last.sentence) : sentence].strip(" \n\r\t\"'“”")


def _on_base(around: Surroundings, index: int) -> Pair | None:
    """ "up 22% on the saloon's 430 litres": the number behind is the one before, and the other one was given earlier."""
    change = around.claims[index]
    base = around.claims[index + 1] if index + 1 < len(around.claims) else None
    if base is None or base.sentence_start != change.sentence_start or not is_level(base) or base.kind == "share":
        return None
    if marker(around, base) == "to":
        return None
    gap = around.between(change, base)
    if not _REFERENCE.fullmatch(gap):
        return None
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        after = around.claims[at]
        if base.end - after.end > _FAR:
            return None
        if not is_level(after) or not after.value or marker(around, after) in ("from", "against") or not base.value:
            continue
        if _PAST.search(around.before(after, 40)) or _RANGE_END.search(around.before(after, 15)):
            return None
        if at == index - 1 and _RIGHT_BEFORE.fullmatch(around.between(after, change)) and not comparable(around, base, after):
            return None  # "677 sold, up 5% from the 645 dollars": of another thing
        if not _of_one_size(base, after) or not _at_one_time(change.when, after.when):
            continue
        if comparable(around, base, after) and (base.kind != "count" or _one_noun(around, at, index + 1)):
            return Pair(base, after, frozenset())
    return None


def _carried_on(around: Surroundings, index: int) -> Relation | None:
    """ "It cost $40 in May. The price rose 25% to $52 in June": a number reached, from the one of a sentence before it."""
    after = around.claims[index]
    if not is_level(after) or after.value is None or marker(around, after) != "to":
        return None
    floor = around.claims[index - 1] if index and around.claims[index - 1].sentence_start == after.sentence_start else None
    change = floor if floor and is_change(floor) else None
    if _LATER_FROM.match(around.text, after.end):
        return None  # its own number before stands behind it
    start = max(after.sentence_start, after.start - 2 * AROUND, floor.end if floor and not change else 0)
    lead = around.text[start : change.start if change else after.start]
    trend = last_trend(lead)
    if trend is None or not _REACHED.fullmatch(lead[trend.end() :]) or not _NAMES_IT.search(lead[: trend.start()]):
        return None
    if change and not _TO_IT.fullmatch(around.between(change, after)):
        return None
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        before = around.claims[at]
        if after.start - before.end > _FAR:
            return None
        if (
            before.sentence_start == after.sentence_start
            or not is_level(before)
            or before.unit != after.unit
            or not _of_one_size(before, after)
            or _OF_ANOTHER_TIME.search(around.before(before, 50))
        ):
            continue
        if comparable(around, before, after) and (before.kind != "count" or _one_noun(around, at, index)):
            dated = bool(before.when and after.when and before.when < after.when)
            if change is None and not dated:
                return None
            return _retold(Pair(before, after, frozenset()), change, hedged(lead, trend) if dated else "")
    return None


def _at_one_time(one: str, other: str) -> bool:
    """Whether two columns "when" can be of one time, as far as both go: "2024-07" and "2024-07-12" can."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def _of_one_size(one: Claim, other: Claim) -> bool:
    """Whether two numbers, as printed, can be one quantity at two times: a tenfold change would be told as such."""
    return bool(one.value and other.value) and 0.1 <= abs(other.value or 0.0) / abs(one.value or 1.0) <= 10


def _one_noun(around: Surroundings, one: int, other: int) -> bool:
    """Whether two counts are of one thing: by their nouns, or by their items where one of them stands without ("the 300 seen in May")."""
    first, second = around.noun(one), around.noun(other)
    if first and second and first.plural and second.plural:
        return first.head == second.head
    return around.claims[one].item == around.claims[other].item != ""


def _same_way(way: str, pair: Pair) -> bool:
    before, after = pair.before.value, pair.after.value
    return before is not None and after is not None and (after > before) == (way == "up") and after != before


def _retold(pair: Pair, change: Claim | None, words: str) -> Relation:
    relation = change_of(pair.before, pair.after, change, words)
    return Relation(RETOLD_CHANGE, relation.members, words)
