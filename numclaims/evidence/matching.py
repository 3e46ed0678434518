"""Which row of an evidence table speaks of a claim: by its words, actor, place and time, among the rows that can be compared.

It weighs; it does not compare values. A row that speaks of another actor, place or time is no match however alike the words are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numclaims.evidence.amounts import readings
from numclaims.evidence.mentions import Mentions, Setting, named, read_mentions
from numclaims.evidence.periods import Period, is_period
from numclaims.evidence.roles import role_of
from numclaims.evidence.rows import Row
from numclaims.evidence.words import WORD, head, is_quantity_word, key, keys
from numclaims.interval import Interval
from numclaims.lexicon.syntax import syntax
from numclaims.model import Analysis, Claim

_QUANTITY_WEIGHT, _QUANTITY_AS_ITEM, _ITEM_WEIGHT = 0.3, 0.6, 1.3
_DETAILS = 2.0
"""However many words a measure has, those beyond the item weigh so much together at most."""
_TOTAL_FOR_RATE = -0.2
_OTHER_NOUN = 0.5
_OTHER_PEOPLE = 0.85
_ACTOR_NEAR, _ACTOR_IN_SENTENCE, _OTHER_ACTOR = 0.25, 0.12, -0.5
_PLACE = 0.1
_SAME_TIME = 0.1
_TOLERATED_DAYS = 1
_UNDATED_DAYS = 370
_SAME_WORD = 0.06
_ENOUGH = 0.22
_MARGIN = 0.05
_OWN = 0.7
"""A row belongs to the claims that it suits best: others need so large a part of the best score."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row that may speak of a claim: how well it suits (0 to about 1.5), and its amount in the claim's unit, once a reading.

    `known` is the part of the row's words, by weight, that the document has at all. `doubtful` is whether the claim is the whole of a
    part, of which the verb of the sentence need not be said.
    """

    row: Row
    score: float
    known: float
    doubtful: bool
    readings: tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a row speaks of, as keys: words with weights, the head of its item, names of its actor and place."""

    row: Row
    weights: dict[str, float]
    head: str
    actor: frozenset[str]
    place: frozenset[str]


def matches(analysis: Analysis, rows: Sequence[Row]) -> tuple[tuple[Match, ...], ...]:
    """For each claim of a document the rows that come close to speaking of it, the best first.

    Rows are compared with all claims of the document, as a row that suits another claim much better does not speak of this one.
    """
    setting = Setting(analysis)
    subjects = [subject for subject in map(_subject, rows) if _can_be_meant(subject, setting)]
    actors = {word for subject in subjects for word in subject.actor}
    found = [_suiting(claim, setting, subjects, actors) for claim in analysis.claims]
    best: dict[Row, float] = {}
    for of_claim in found:
        for match in of_claim:
            best[match.row] = max(match.score, best.get(match.row, 0.0))
    kept = ([match for match in of_claim if match.score >= _OWN * best[match.row]] for of_claim in found)
    return tuple(tuple(sorted(of_claim, key=lambda match: -match.score)) for of_claim in kept)


def is_clear(found: Sequence[Match]) -> bool:
    """Whether the first match stands out from the second."""
    return len(found) < 2 or found[0].score - found[1].score >= _MARGIN


def _subject(row: Row) -> _Subject:
    items = {word: _QUANTITY_AS_ITEM if is_quantity_word(word) else _ITEM_WEIGHT for word in keys(row.item)}
    names = {word for name in (row.actor, row.place) if name[:1].isupper() for word in keys(name)}
    details = {
        word: _QUANTITY_WEIGHT if is_quantity_word(word) else 1.0 for word in keys(row.measure) if word not in items and word not in names
    }
    scale = min(1.0, _DETAILS / (sum(details.values()) or 1.0))
    content = items | {word: weight * scale for word, weight in details.items()}
    return _Subject(row, content, head(row.item), frozenset(keys(row.actor)), frozenset(keys(row.place)))


def _can_be_meant(subject: _Subject, setting: Setting) -> bool:
    """Whether the document names the row's actor, if it has a name, and says any of the row's words."""
    if not subject.weights.keys() & setting.words and not all(map(is_quantity_word, subject.weights)):
        return False
    return not subject.row.actor[:1].isupper() or named(subject.actor, setting.words)


def _suiting(claim: Claim, setting: Setting, subjects: Sequence[_Subject], actors: set[str]) -> list[Match]:
    mentions = read_mentions(claim, setting)
    period = setting.period_of(claim)
    role, own_verb, _ = role_of(claim, setting)
    doubtful = role == "whole" and not own_verb
    found = []
    for subject in subjects:
        words = _words_score(subject, claim, mentions)
        if not words or not _at_that_time(subject.row, period, setting):
            continue
        score = (
            words
            + _actor_score(subject, claim, mentions, actors - subject.actor)
            + _setting_score(subject, claim, mentions, period or setting.today)
            + _TOTAL_FOR_RATE * (bool(claim.per) != bool(subject.row.per) and is_period(claim.per or subject.row.per))
        )
        if score >= _ENOUGH and (amounts := readings(claim, subject.row, period)):
            score += _SAME_WORD * _in_its_word(subject.row, claim)
            found.append(Match(subject.row, score, _known(subject, setting), doubtful, amounts))
    return found


def _in_its_word(row: Row, claim: Claim) -> bool:
    """Whether the item is counted in the row's own word and not in a relative of it: "ballots", where another row has "votes"."""
    items = [{word.lower().removesuffix("s") for word in WORD.findall(item)} for item in (row.item, claim.item)]
    return not items[0].isdisjoint(items[1])


def _known(subject: _Subject, setting: Setting) -> float:
    """The part of a row's words that its document has, those aside that say no more than what sort of quantity it is."""
    content = {word: weight for word, weight in subject.weights.items() if not is_quantity_word(word)}
    return sum(weight for word, weight in content.items() if word in setting.words) / (sum(content.values()) or 1.0) if content else 1.0


def _at_that_time(row: Row, period: Period | None, setting: Setting) -> bool:
    """Whether the row's time can be the claim's; one that says no time is of about the date of its document or of what comes."""
    if row.period is None:
        return True
    if period:
        one_day = min(row.period.days, period.days) == 1  # the night between two days, the end of a month
        return row.period.gap(period) <= (_TOLERATED_DAYS if one_day else 0)
    return setting.today is None or (setting.today.first - row.period.last).days <= _UNDATED_DAYS


def _words_score(subject: _Subject, claim: Claim, mentions: Mentions) -> float:
    """How many of the row's words stand by the claim, by their weight and their nearness."""
    said = sum(weight * mentions.strength(word) for word, weight in subject.weights.items())
    factor = _noun_factor(subject, claim, mentions) if claim.kind == "count" else 1.0
    return factor * said / sum(subject.weights.values())


def _noun_factor(subject: _Subject, claim: Claim, mentions: Mentions) -> float:
    """How well what is counted suits the row's item."""
    if subject.head in mentions.counted or not mentions.counted:
        return 1.0
    people = syntax().people
    both = (claim.item, subject.row.item)
    if all(people.intersection(word.lower() for word in WORD.findall(phrase)) for phrase in both):
        return _OTHER_PEOPLE
    return _OTHER_NOUN


def _actor_score(subject: _Subject, claim: Claim, mentions: Mentions, rivals: set[str]) -> float:
    """Whether the row's actor stands by the claim; `rivals` are the words of the actors of other rows."""
    if not subject.actor:
        return 0.0
    if named(subject.actor, mentions.actors):
        return _ACTOR_NEAR
    if rivals & mentions.actors:
        return _OTHER_ACTOR
    if named(subject.actor, mentions.near):
        return _ACTOR_NEAR
    if named(subject.actor, mentions.sentence):
        return _ACTOR_IN_SENTENCE
    if not subject.row.actor[:1].isupper() and _is_somebody(claim.actor):
        return _OTHER_ACTOR
    return 0.0


def _is_somebody(actor: str) -> bool:
    """Whether an actor is named by a noun rather than by a pronoun or a number."""
    return bool(keys(actor)) and not any(character.isdigit() for character in actor) and bool(key(actor.split()[-1]))


def _setting_score(subject: _Subject, claim: Claim, mentions: Mentions, period: Period | None) -> float:
    """Whether the row's place is named by the claim, and its time that of the claim."""
    here = bool(subject.place) and subject.place <= {*keys(claim.place), *mentions.near}
    same_time = bool(subject.row.period and period and subject.row.period.gap(period) == 0)
    return _PLACE * here + _SAME_TIME * same_time
