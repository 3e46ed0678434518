"""Rates with what they are taken times, and the total: "40 a day for 30 days, 1,200 in all", "46 volunteers gave 1,380 hours, 30 each".

What a rate is taken times counts the thing it is per. The total is said to be one ("in all", "for the whole strike"), stands right beside,
or is the only other amount near by and what something came to. A relation "product of" has one "rate", one "times" and one "total";
members in the role "other" could be the "times" as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import month_name
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from numclaims.model import Claim, Member, Relation
from numclaims.relations.phrases import phrases
from numclaims.relations.sums.rates import EACH, EACH_BEHIND, TOTAL, Rate, price_of_thing, rate_of, usable
from numclaims.relations.surroundings import Surroundings

PRODUCT_OF = "product of"
AVERAGE, PRICE, CAPACITY = "average", "price", "capacity"
"""The words of a relation: a rate that may be rounded, a price that is charged as printed, or a rate that a machine does not exceed."""

_SO_MUCH = re.compile(
    rf"(?:(?:,|–|—|-|\()\s*{phrases('products', 'follows')}|\b(?:that|this|which)\s+{phrases('products', 'amounts')})[^,;.]{{0,60}}$"
)
_EQUALS = re.compile(
    r"""(?:,|\()\s*(?:or\s+)?(?:(?:an|the)\s+average\s+(?:of\s+)?)?
        (?:about|some|roughly|nearly|just\s+(?:over|under)|around|almost)?\s*$""",
    re.VERBOSE,
)
_UNLIKE = re.compile(phrases("products", "unlike"), re.IGNORECASE)
_OTHER_TIME = re.compile(rf"\b(?:last|this|next|{'|'.join(month_name[1:])}|(?:19|20)\d\d)\b")
_BEHIND = 20
"""How many characters behind a stretch of time may say which it is."""
_IN = re.compile(r"\b(?:in|over|within|after|during)\s+(?:(?:an?|the|its|those|these)\s+)?$", re.IGNORECASE)
_WORTH = re.compile(rf"{phrases('products', 'worth')}[^,;.]{{0,40}}$|\bfor\s+(?:a\s+total\s+of\s+)?$", re.IGNORECASE)
_WITH = re.compile(r"(?:\s+in\s+all|\s+in\s+total|\s+altogether)?,?\s+(?:with|including|plus)\s")
_JUST = re.compile(r"\b(?:alone|only|another|with|including|net|gross)\b")
_AND_A = re.compile(r"\band\s+(?:an?|one|two|some|his|her|its|their)\s")
_MORE = re.compile(r"\b(?:another|other|more|further|extra|first|next|last|additional|remaining)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OF_THE = re.compile(r"\d[^.;,]{0,20}\bof\s+(?:the|its|their)\s+$")
_AND_SO_MANY = re.compile(r"\s+and\s+(?:some\s+|about\s+)?\d")
_AND = re.compile(r"\band\b")
_ANOTHER = re.compile(r"\b(?:another|additional|further|extra)\s+$", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"\b(?:so\s+far|to\s+date|since|already|by\s+now|credit)\b")
_SOME = re.compile(r"\b(?:some|others?|half|most|many|few)\s+(?:of\s+them\s+)?(?:\w+\s+)?$")
_ALONE = re.compile(r"\b(?:alone|only|another|first|last)\b")
_ROUNDED = re.compile(r"\b(?:averag\w+|mean|typical\w*|or|so)\b[^.;]{0,40}$", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z]\w+")
_AMOUNTS = 3
"""A text with more amounts of money than this by a price is about more than what the price comes to."""
_FAR = 900
"""How many characters may stand between a rate, what it is taken times and a total."""
_BESIDE = 8
"""How many numbers before and behind a rate its neighbours are looked for."""
_MANY = 6
"""A thing counted with more values than this does not tell which is meant."""


def product_relations(around: Surroundings) -> Iterator[Relation]:
    """The products of a document, no more than one for each rate."""
    rates = [rate for index in range(len(around.claims)) if (rate := rate_of(around, index))]
    things = [rate for index in range(len(around.claims)) if (rate := price_of_thing(around, index))]
    if not rates and not things:
        return
    counts, totals = _counted(around), _totals(around)
    for rate in rates:
        if rate.claim.kind == "money" and _other_prices(around, rate.claim):
            continue
        relation = _beside(around, rate, counts) or _marked(around, rate, counts, totals) or _worth(around, rate, counts)
        if relation:
            yield relation
    for rate in things:
        if relation := _worth(around, rate, counts):
            yield relation


def _other_prices(around: Surroundings, claim: Claim) -> bool:
    """Whether the sentence tells another price of one thing, or of more of it: "warrants at 37 cents each, to buy shares at $1.60 each"."""
    sentence = around.within(claim.sentence_start, claim.sentence_start + len(claim.sentence))
    others = (each for each in sentence if each is not claim and each.kind == "money")
    if any(each.per or EACH_BEHIND.match(around.text, each.end) for each in others):
        return True
    return any(each.kind == "count" and _ANOTHER.search(around.before(each, 20)) for each in sentence)


def _counted(around: Surroundings) -> dict[str, list[int]]:
    """The numbers a rate can be taken times, as indices of claims, by the thing they count."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(around.claims):
        if claim.per or not usable(claim) or _OF_THE.search(around.before(claim, 40)):
            continue  # of "2.6 million of the 3 million shares" the first are meant
        if claim.kind in ("duration", "measure"):
            found[claim.unit].append(index)
        elif claim.kind == "count" and (noun := around.noun(index)) and not noun.owner:
            found[noun.head].append(index)
    return found


def _totals(around: Surroundings) -> dict[tuple[str, str], list[int]]:
    """The numbers said to be totals, as indices of claims, by kind and unit."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(around.claims):
        if usable(claim) and _is_total(around, index):
            found[claim.kind, claim.unit].append(index)
    return found


def _is_total(around: Surroundings, index: int) -> bool:
    """Whether the words before or right behind a number say that it is a total, and of no number in between."""
    claim, text = around.claims[index], around.text
    behind = around.claims[index + 1].start if index + 1 < len(around.claims) else len(text)
    if TOTAL.search(text, claim.end, min(claim.end + 40, behind, claim.sentence_start + len(claim.sentence))):
        return True
    start = max(claim.sentence_start, claim.start - 120)
    at = index - 1
    while at >= 0 and around.claims[at].end > start:
        if around.claims[at].kind == claim.kind and around.claims[at].unit == claim.unit:
            start = around.claims[at].end
            break
        at -= 1
    return bool(TOTAL.search(text, start, claim.start))


def _beside(around: Surroundings, rate: Rate, counts: dict[str, list[int]]) -> Relation | None:
    """The product of a rate with a total in its sentence: "1,380 hours, an average of 30 each", "40 a day for 30 days, 1,200 in all"."""
    claim = rate.claim
    total = _total_before(around, claim) or _total_behind(around, claim)
    if total is None:
        return None
    first, last = sorted((claim, total), key=lambda each: each.start)
    if _UNLIKE.search(around.text, first.end, last.start) or _SOME.search(around.before(claim, 40)):
        return None
    if _WITH.match(around.text, total.end) or _joined_amounts(around, claim, total):
        return None
    times = [rate.times] if rate.times else _times(around, rate, total, counts)
    if not times or (total is first and _on_offer(rate, times[0])) or (total is last and _goes_on(around, claim, times, total)):
        return None
    return _product(around, rate, times, total)


def _joined_amounts(around: Surroundings, claim: Claim, total: Claim) -> bool:
    """Whether a total behind a rate adds something else to it: "$30 million of bonds and 2 million shares at $11, $52 million in all"."""
    if total.start < claim.start or claim.kind != "money":
        return False
    before = around.within(claim.sentence_start, claim.start)
    return any(each.kind == total.kind and each.unit == total.unit and not each.per for each in before)


def _on_offer(rate: Rate, times: Claim) -> bool:
    """Whether a rate of money is another way to pay: "£9,000, or £300 a month for 36 months"."""
    return rate.times is None and times.start > rate.claim.end and rate.claim.kind == "money"


def _goes_on(around: Surroundings, claim: Claim, times: Sequence[Claim], total: Claim) -> bool:
    """Whether more is told before the total: "3 goals a game for 10 games, and 45 in all", "3 hours each on 5 days, 15 hours in all"."""
    known = {each.start for each in times}
    between = [each for each in around.within(claim.end, total.start) if each.kind in ("count", "duration")]
    last = max([claim.end, *(each.end for each in between if each.start in known)])
    return any(each.start not in known for each in between) or bool(_AND.search(around.text, last, total.start))


def _total_before(around: Surroundings, claim: Claim) -> Claim | None:
    """The number right before a rate that it is an average of: of its unit, or of any where the rate leaves it out."""
    at = around.index(claim) - 1
    elided = claim.kind == "count" and around.noun(around.index(claim)) is None
    while at >= 0 and around.claims[at].sentence_start == claim.sentence_start:
        other = around.claims[at]
        like = other.kind == claim.kind and other.unit == claim.unit
        if like or (elided and other.kind in ("duration", "measure", "money")):
            fits = usable(other) and not other.per and (not like or _same_thing(around, claim, other))
            return other if fits and _EQUALS.search(around.between(other, claim)) else None
        at -= 1
    return None


def _total_behind(around: Surroundings, claim: Claim) -> Claim | None:
    """The next number of a rate's unit in its sentence, if it is said to be a total."""
    for at in range(around.index(claim) + 1, len(around.claims)):
        other = around.claims[at]
        if other.sentence_start != claim.sentence_start:
            return None
        if other.kind == claim.kind and other.unit == claim.unit and (claim.kind != "count" or _same_thing(around, claim, other)):
            told = _is_total(around, at) or _SO_MUCH.search(around.between(claim, other)) or _over_time(around, claim, at - 1)
            return other if told and usable(other) and not other.per else None
    return None


def _over_time(around: Surroundings, rate: Claim, index: int) -> bool:
    """Whether the number before a total is the time it took: "and in 20 days completed 300 metres"."""
    times = around.claims[index]
    if _OTHER_TIME.search(around.text, rate.end, times.end + _BEHIND):
        return False
    return times is not rate and times.unit == rate.per != "" and bool(_IN.search(around.before(times, 12)))


def _same_thing(around: Surroundings, rate: Claim, total: Claim) -> bool:
    """Whether a rate and a total count the same: both with one noun, or one of them without any."""
    if rate.kind != "count":
        return True
    one, other = around.noun(around.index(rate)), around.noun(around.index(total))
    if one and other:
        return one.head == other.head
    items = [claim.item.lower().split()[-1:] for claim in (rate, total)]
    return one is not None or other is not None or items[0] == items[1] or not (items[0] and items[1])


def _times(around: Surroundings, rate: Rate, total: Claim, counts: dict[str, list[int]]) -> list[Claim]:
    """What the rate can be taken times, the likeliest first: the numbers of its thing in the sentence, else those before."""
    members = (rate.claim.start, total.start)
    if rate.thing:
        known = [each for each in _nearby(around, rate.claim, counts.get(rate.thing, [])) if each.start not in members]
    else:
        start, end = rate.claim.sentence_start, rate.claim.sentence_start + len(rate.claim.sentence)
        known = [each for each in around.within(start, end) if each.kind == "count" and each.start not in members and not each.per]
    near = [each for each in known if each.sentence_start == rate.claim.sentence_start]
    known = near or known
    values = {each.value for each in known}
    if any(_joined(around, each, total) for each in known):
        return []
    return sorted(known, key=lambda each: -(each.value or 0)) if len(values) <= _MANY and all(map(usable, known)) else []


def _joined(around: Surroundings, claim: Claim, total: Claim) -> bool:
    """Whether another count but the total stands with one: "2,000 cars and 300 lorries"."""
    noun = around.noun(around.index(claim)) if claim.kind == "count" else None
    match = _AND_SO_MANY.match(around.text, noun.end) if noun else None
    return match is not None and not total.start <= match.end() - 1 < total.end


def _nearby(around: Surroundings, claim: Claim, indices: Sequence[int]) -> list[Claim]:
    """The claims with these indices that are not far from one."""
    first, last = bisect_left(around.starts, claim.start - _FAR), bisect_left(around.starts, claim.start + _FAR)
    return [around.claims[at] for at in indices[bisect_left(indices, first) : bisect_left(indices, last)]]


def _marked(around: Surroundings, rate: Rate, counts: dict[str, list[int]], totals: dict[tuple[str, str], list[int]]) -> Relation | None:
    """The product of a rate with the only total of its unit in the text: "Over the whole strike the bill came to $126 million"."""
    claim = rate.claim
    if not rate.thing:
        return None
    found = [total for total in _nearby(around, claim, totals.get((claim.kind, claim.unit), [])) if total is not claim]
    found = [total for total in found if not (total.per and total.per != claim.per)]
    if len(found) != 1 or found[0].sentence_start == claim.sentence_start or not _same_thing(around, claim, found[0]):
        return None
    if claim.kind == "money" and not _of_one_bill(around, claim, found[0]):
        return None
    if _ALONE.search(found[0].sentence) or _added_to(around, found[0]) or _WITH.match(around.text, found[0].end):
        return None
    times = [rate.times] if rate.times else _times(around, rate, found[0], counts)
    if claim.per and claim.kind != "money" and not rate.times:  # the total says itself what it is taken over: "the six-hour flight"
        times = [each for each in times if each.sentence_start == found[0].sentence_start and each.start < found[0].start]
    if not times or _with_others(around, times[0], found[0]):
        return None
    return _product(around, rate, times, found[0])


def _of_one_bill(around: Surroundings, claim: Claim, total: Claim) -> bool:
    """Whether a total of another sentence can be what a price comes to: not one up to now, of others, or among other prices."""
    if _UP_TO_NOW.search(total.sentence) or _other_subjects(claim, total):
        return False
    around_both = around.within(min(claim.start, total.start) - _FAR, max(claim.end, total.end) + _FAR // 2)
    prices = {each.value for each in around_both if each.kind == "money" and each.per == claim.per != ""}
    amounts = [each for each in around_both if each.kind == "money" and not each.per and each.unit == total.unit]
    return len(prices) <= 1 and len(amounts) <= _AMOUNTS


def _other_subjects(one: Claim, other: Claim) -> bool:
    """Whether two sentences are about two names."""
    names = [frozenset(_NAMED.findall(claim.subject or claim.actor)) for claim in (one, other)]
    return bool(names[0] and names[1]) and names[0].isdisjoint(names[1])


def _with_others(around: Surroundings, times: Claim, total: Claim) -> bool:
    """Whether a total also holds something else than what was counted: "four rides and a museum ticket cost $20 in all"."""
    together = times.sentence_start == total.sentence_start and times.end <= total.start
    return together and _AND_A.search(around.text, times.end, total.start) is not None


def _worth(around: Surroundings, rate: Rate, counts: dict[str, list[int]]) -> Relation | None:
    """The product of a rate with the only other amount of its unit near by: "12,000 loaves at €1.50 each, a contract worth €18,000"."""
    claim = rate.claim
    near = _neighbours(around, claim)
    totals = [each for each in near if each is not claim and each.kind == claim.kind and each.unit == claim.unit]
    if len(totals) != 1 or totals[0].per or not _same_thing(around, claim, totals[0]):
        return None
    total = replace(totals[0], change="none")  # money that is raised is no change
    if not usable(total):
        return None
    floor = around.claims[around.index(total) - 1].end if around.index(total) else 0
    if not _WORTH.search(around.text, max(total.sentence_start, floor, total.start - 80), total.start):
        return None
    if EACH.search(around.before(total, 140)) and not EACH.search(around.before(claim, 140)):
        return None  # "each unit makes 5,000 litres"
    first, last = sorted((claim, total), key=lambda each: each.start)
    window = around.text[first.sentence_start : last.sentence_start + len(last.sentence)]
    if (
        _UNLIKE.search(window)
        or _JUST.search(window)
        or (claim.per and _OTHER_TIME.search(window))
        or _SOME.search(around.before(claim, 40))
    ):
        return None
    times = [rate.times] if rate.times else [each for each in _times(around, rate, total, counts) if each in near]
    if len(times) != 1 or _MORE.search(around.before(times[0], 30)) or _AND_A.search(around.text, times[0].end, total.start):
        return None
    return _product(around, rate, times, total)


def _neighbours(around: Surroundings, claim: Claim) -> list[Claim]:
    """The claims of a claim's sentence and of those next to it in its paragraph."""
    at = around.index(claim)
    before, behind = around.claims[max(0, at - _BESIDE) : at], around.claims[at : at + _BESIDE]
    return [*(each for each in before if around.next_to(each, claim)), *(each for each in behind if around.next_to(claim, each))]


def _added_to(around: Surroundings, total: Claim) -> bool:
    """Whether another amount of the unit is added to a total: "in all it earned £700 for rooms and £90 from the bar"."""
    at = around.index(total) + 1
    while at < len(around.claims) and around.claims[at].sentence_start == total.sentence_start:
        if around.claims[at].unit == total.unit and around.claims[at].kind == total.kind:
            return True
        at += 1
    return False


def _product(around: Surroundings, rate: Rate, times: Sequence[Claim], total: Claim) -> Relation:
    members = (
        Member("rate", rate.claim),
        Member("times", times[0]),
        Member("total", total),
        *(Member("other", each) for each in times[1:]),
    )
    rounded = rate.claim.kind != "money" or _ROUNDED.search(around.before(rate.claim, 60))
    return Relation(PRODUCT_OF, members, AVERAGE if rounded else PRICE)
