"""Rates over time with the time they last and what they come to: "At 12 metres a day the crew needs 40 days for the 480 metres".

The time is brought into the unit that the rate is per: six hours at 250 litres a minute are 360 minutes. Only what the text itself
reckons is read: at that pace, at so much a day, what a machine can do in so many hours. What was really done at a rate told before may
have had its pauses, so that the rate is a capacity, which the total must not exceed. The relations are those of `products`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.bases import to_base
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Claim, Member, Relation
from numclaims.relations.phrases import phrases
from numclaims.relations.sums.products import AVERAGE, CAPACITY, PRODUCT_OF
from numclaims.relations.sums.rates import usable
from numclaims.relations.surroundings import Surroundings, singular

_AT = re.compile(
    r"\b(?:at|at\s+a\s+(?:rate|pace|speed)\s+of|with)\s+(?:about\s+|some\s+|a\s+steady\s+|an\s+average\s+(?:of\s+)?)?$", re.IGNORECASE
)
_AT_THAT = re.compile(phrases("paces", "at_that"), re.IGNORECASE)
_SO = re.compile(phrases("paces", "so"), re.IGNORECASE)
_CAN = re.compile(phrases("paces", "can"), re.IGNORECASE)
_OPEN = re.compile(phrases("paces", "open"), re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|over|within|during|for|needs?|takes?|took|lasts?|last)\s+(?:an?\s+|the\s+|its\s+|only\s+|just\s+|about\s+|some\s+)*$",
    re.IGNORECASE,
)
_BEHIND_IT = 3
"""How many numbers behind a rate its time and its total may stand."""


def pace_relations(around: Surroundings) -> Iterator[Relation]:
    """The rates of a document that its text takes times a stretch of time, in text order."""
    for index, rate in enumerate(around.claims):
        if rate.kind not in ("measure", "count") or not rate.per or not usable(replace(rate, change="none")):
            continue
        relation = _of_rate(around, index, rate)
        if relation:
            yield relation


def _of_rate(around: Surroundings, index: int, rate: Claim) -> Relation | None:
    near = [claim for claim in around.claims[index + 1 : index + 1 + _BEHIND_IT] if around.next_to(rate, claim)]
    times = [claim for claim in near if claim.kind == "duration" and usable(claim) and _IN.search(around.before(claim, 30))]
    totals = [claim for claim in near if _of_its_kind(rate, claim) and usable(claim)]
    if len(times) != 1 or len(totals) != 1 or times[0].sentence_start != totals[0].sentence_start:
        return None
    stretch = _in_unit(times[0], rate.per, "second")
    total = _in_unit(totals[0], rate.unit) if rate.kind == "measure" else totals[0]
    words = _reckoned(around, rate, [times[0], totals[0]])
    if stretch is None or total is None or not words:
        return None
    return Relation(PRODUCT_OF, (Member("rate", rate), Member("times", stretch), Member("total", total)), words)


def _of_its_kind(rate: Claim, claim: Claim) -> bool:
    if claim.per or {rate.kind, claim.kind} - {"measure", "count"}:
        return False
    if claim.kind == rate.kind == "measure":
        return to_base(claim.unit, "").unit == to_base(rate.unit, "").unit
    return _counted(rate) == _counted(claim) != ""


def _counted(claim: Claim) -> str:
    """What a number counts, in the singular; a size such as "900-page" counts its unit."""
    return claim.unit if claim.kind == "measure" else singular("".join(claim.item.lower().split()[-1:]))


def _in_unit(claim: Claim, unit: str, base: str = "") -> Claim | None:
    """An amount as so much of another unit; None where one of them has none, or another than `base`."""
    if claim.unit == unit:
        return claim
    own, other = to_base(claim.unit, ""), to_base(unit, "")
    if own.unit != other.unit or own.unit != (base or own.unit) or claim.value is None or own.offset or other.offset:
        return None
    factor = own.factor / other.factor
    value = claim.value * factor
    return replace(claim, value=value, step=claim.step * factor, unit=unit, text=f"{value:,.15g} {unit}s")


def _reckoned(around: Surroundings, rate: Claim, others: Sequence[Claim]) -> str:
    """How the text has the total follow from the rate and the time: `AVERAGE`, `CAPACITY` or, where it leaves that open, ""."""
    first, last = min(others, key=lambda claim: claim.start), max(others, key=lambda claim: claim.end)
    sentence = around.text[first.sentence_start : last.sentence_start + len(last.sentence)]
    if _OPEN.search(around.text[rate.sentence_start : rate.start]) or _OPEN.search(sentence):
        return ""
    beside = first.sentence_start == rate.sentence_start
    if beside:
        follows = _AT_THAT.search(around.text, rate.end, first.start) or _SO.search(around.text, rate.end, first.start)
        return AVERAGE if follows or _AT.search(around.before(rate, 40)) else ""
    if _AT_THAT.search(around.text, rate.end, first.start) or _CAN.search(around.text, rate.end, last.start):
        return AVERAGE
    one_doer = bool(rate.subject) and all(claim.subject == rate.subject for claim in others)
    return CAPACITY if one_doer and _present(around, rate) else ""


def _present(around: Surroundings, rate: Claim) -> bool:
    """Whether a rate is told in the present, as what a machine does in general: "the pump shifts 250 litres a minute"."""
    word = "".join(words_of(around.before(rate))[-1:])
    form = verb_forms().forms.get(word)
    return form is not None and form[1] in ("third", "base")
