"""Whether two statements may be of one quantity, by what they count, whose, where and when. It compares no values."""

from __future__ import annotations

from numclaims.evidence.periods import Period
from numclaims.evidence.words import is_quantity_word, key
from numclaims.stories.statements import NIGHT, Statement
from numclaims.stories.storywords import story_words


def comparable(one: Statement, other: Statement) -> bool:
    """Whether nothing that is printed shows that two statements are of different quantities."""
    if one.claim.change != other.claim.change:
        return False
    tests = (_one_thing, _one_dimension, _one_role, _one_stage, _one_kind, _one_party, _one_place, _no_forecast, one_time)
    return all(test(one, other) for test in tests)


def one_time(one: Statement, other: Statement) -> bool:
    """Whether two statements may be of one time."""
    if one.period and other.period and (one.period.gap(other.period) > 0 or _nights(one.period, other.period)):
        return any(word.isdigit() for word in one.words & other.words)  # both name the year, whatever else their sentences name
    return True


def _nights(one: Period, other: Period) -> bool:
    """Whether two nights follow one another: they share the day between them, and nothing that happened."""
    return one != other and one.days == other.days == NIGHT


def _one_thing(one: Statement, other: Statement) -> bool:
    """Whether two numbers may be of one thing; what is counted stands by its number, what is measured or paid for by either word."""
    if one.claim.kind == "share" and one.measured and other.measured and one.measured != other.measured:
        return not (is_quantity_word(one.measured) and is_quantity_word(other.measured))  # sales rose, profit rose
    if not (one.nouns and other.nouns) or not one.nouns.isdisjoint(other.nouns):
        return True
    return one.claim.kind != "count" and not (one.nouns.isdisjoint(other.words) and other.nouns.isdisjoint(one.words))


def _one_dimension(one: Statement, other: Statement) -> bool:
    """Whether two measures may be of one dimension: a depth is not compared with what the other text calls no depth."""
    if one.claim.kind != "measure":
        return True
    return not any(
        is_quantity_word(mine.measured) and mine.measured not in others.words | others.sentence
        for mine, others in ((one, other), (other, one))
    )


def _one_role(one: Statement, other: Statement) -> bool:
    """Whether two numbers may be of one set; a part ("12 of the 90 boats sank") or a whole against neither has to share the verb.

    Of the plain number nothing else shows whether it is of the part or of the whole, but that its document has the whole too.
    """
    if one.around.role == other.around.role:
        return True
    if one.around.role and other.around.role:
        return False
    marked, plain = (one, other) if one.around.role else (other, one)
    if marked.around.whole in plain.numbers and marked.around.whole != plain.claim.value:
        return True
    action = marked.around.action
    return bool(action) and (action == plain.claim.action or (marked.around.role == "whole" and key(action) in plain.words))


def _one_stage(one: Statement, other: Statement) -> bool:
    """Whether two sentences may be at one stage of a matter: not where each names a stage, and none in common."""
    return not (one.stages and other.stages and one.stages.isdisjoint(other.stages))


def _one_kind(one: Statement, other: Statement) -> bool:
    """Whether what is counted may be of one kind: of "cruise missiles" and "ballistic missiles" each says what the other does not."""
    return not (one.kinds - other.words - other.sentence and other.kinds - one.words - one.sentence)


def _one_party(one: Statement, other: Statement) -> bool:
    """Whether two subjects may be one: not where each has a name that the other document does not know."""
    return not (one.party - other.capitals - other.sentence and other.party - one.capitals - one.sentence)


def _one_place(one: Statement, other: Statement) -> bool:
    """Whether two places may be one: of "North Halland" and "South Halland" each says what the other does not.

    A place of another name is another place where one of the documents does not know it.
    """
    mine, others = one.where, other.where
    if mine.isdisjoint(others):
        return not (mine and others and (mine - other.capitals or others - one.capitals))
    return mine <= others or others <= mine


def _no_forecast(one: Statement, other: Statement) -> bool:
    """Whether a share is no forecast, of which there are as many as there are forecasters and days."""
    return one.claim.kind != "share" or story_words().forecast.isdisjoint(one.around.words & other.around.words)
