"""Totals that stand behind their parts or are completed by one: "12 men and 7 women, 19 in all", "the other 15", votes of all members.

Relations are as in `totals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numclaims.grammar.tokens import words_of
from numclaims.model import Claim, Relation
from numclaims.relations.amounts import PART_OF, alike, amount
from numclaims.relations.phrases import closing_words, phrase_words, phrases
from numclaims.relations.sums.breakdowns import counts_set
from numclaims.relations.sums.totals import Parts, countable, total_of, total_words, unit_left_out
from numclaims.relations.surroundings import Surroundings, same_kind, singular

_TOTAL_BEFORE = re.compile(
    r"(?<!part\s)(?<!part\sof\s)(?<!out\sof\s)(?<!against\s)(?<!with\s)(?<!than\s)(?<!from\s)"
    rf"{phrases('totals', 'total_before')}\s+(?:some\s+|about\s+)?$"
)
_TOTAL_BEHIND = re.compile(rf"(?:\s+[\w’'-]+){{0,3}}?\s+{phrases('totals', 'total_behind')}")
_LISTED = re.compile(
    r"[^.!?:\n]{0,80}?(?:[,;]\s+(?:and\s+|then\s+)?|\s+and\s+|\s+plus\s+)(?:(?!of\b|in\b|for\b)[\w’'-]+\s+){0,3}"
    r"|[^.!?:\n]{0,80}?(?:,|\s)\s*(?:and|or|versus|vs\.?)\s+(?:[\w’'-]+\s+){0,4}\(\s*[nN]\s*=\s*"
)
"""What parts one number of a list from the next; groups of a study have their size in brackets: "drug (n = 12) or placebo (n = 11)"."""
_LEADS = re.compile(r"[^.!?\n]{0,70}?(?:[,;–—(-]\s*|\bfor\s+)[^.!?,;\n]{0,30}")
_BEFORE_ENDS = closing_words("totals", "total_before") | {"some", "about"}
_BEHIND_WORDS = phrase_words(("totals", "total_behind"))
_ABSTAINED_WORDS = phrase_words(("votes", "abstained"))
_REMAINING = frozenset(("other", "remaining"))
_OTHER = re.compile(r"\b(?:the|its|their|all)\s+(?:other|remaining)\s+$", re.IGNORECASE)
_OF_THE = re.compile(r"\s+(?:more\s+)?of\s+(?:the|its|their|these|those)\s+(?P<noun>[\w-]+)\b")
_OF_A_TOTAL = re.compile(r"\s+of\s+(?:the|a|its|their)\s+(?:total|full|whole|original|overall)\b")
_OF_WHICH = re.compile(r"\bof\s+(?:which|whom)\s+(?:some\s+|about\s+)?$")
_FOR, _AGAINST, _ABSTAINED = (
    re.compile(rf"(?:\s+[\w-]+){{0,3}}?\s+{phrases('votes', side)}") for side in ("in_favour", "against", "abstained")
)
_ALL = re.compile(r"\b(?:all(?:\s+of)?(?:\s+the)?|the\s+full|every\s+one\s+of\s+the|each\s+of\s+the)\s+$", re.IGNORECASE)
_FAR = 900
"""How many characters back they may stand."""
_BACK = 12
"""How many numbers back the parts and the whole of a remainder are looked for."""


def summing_relations(around: Surroundings, parts: Sequence[Relation]) -> Iterator[Relation]:
    """The totals of a document that stand behind their parts, or that a remainder or a vote completes."""
    wholes = {relation.claims("part")[0].start: relation.claims("whole")[0] for relation in parts if relation.kind == PART_OF}
    for index, claim in enumerate(around.claims):
        relation = None
        if amount(claim) and index:
            relation = _in_all(around, index, wholes) or _remainder(around, index, wholes) or _vote(around, index)
        if relation:
            yield relation


def _in_all(around: Surroundings, index: int, wholes: dict[int, Claim]) -> Relation | None:
    """ "12 men, 7 women and 3 children – 22 people in all", "£3 and £4, a total of £7"."""
    whole = around.claims[index]
    words = around.words(whole)
    before = _TOTAL_BEFORE.search(around.before(whole)) if around.last_word(whole) in _BEFORE_ENDS else None
    behind = None if _BEHIND_WORDS.isdisjoint(words) else _TOTAL_BEHIND.match(around.after(whole))
    if not (behind or before) or not countable(around, whole):
        return None
    run = _run_before(around, index)
    if any(wholes.get(claim.start) in run for claim in run):  # "of the 36 crew, 31 were saved; 41 people in all"
        return None
    if len(run) < 2 or not _LEADS.fullmatch(around.between(run[-1], whole)) or not _of_one_kind(around, whole, run):
        return None
    earlier = around.claims[around.index(run[0]) - 1] if around.index(run[0]) else None
    doubtful = [earlier] if earlier and alike(earlier, whole) and around.next_to(earlier, whole) else []
    return total_of(whole, Parts(run, [], doubtful), (behind or before or [""])[0])


def _run_before(around: Surroundings, index: int) -> list[Claim]:
    """The numbers right before one in its sentence that are listed one after the other."""
    whole = around.claims[index]
    run: list[Claim] = []
    at = index - 1
    while at >= 0 and len(run) < _BACK:
        claim = around.claims[at]
        if claim.sentence_start != whole.sentence_start:
            break
        if _of_unit(around, claim, whole):
            if run and not _LISTED.fullmatch(around.between(claim, run[0])):
                break
            if not countable(around, claim):
                return []
            run.insert(0, claim)
        elif not run and claim.kind == whole.kind:
            return []
        at -= 1
    return run


def _of_unit(around: Surroundings, claim: Claim, whole: Claim) -> bool:
    return amount(claim) and (alike(claim, whole) or unit_left_out(around, claim, whole))


def _of_one_kind(around: Surroundings, whole: Claim, run: Sequence[Claim]) -> bool:
    """Whether counts can be added up to a whole: they count what it counts, or things its noun is the name of the set for."""
    if whole.kind != "count":
        return True
    own = around.noun(around.index(whole))
    nouns = [noun for claim in run if (noun := around.noun(around.index(claim)))]
    if own is None or not own.plural:
        return len({noun.head for noun in nouns}) <= 1 or all(same_kind(nouns[0], noun) for noun in nouns)
    return all(same_kind(own, noun) for noun in nouns) or (own.head in total_words().wholes and len(nouns) == len(run))


def _remainder(around: Surroundings, index: int, wholes: dict[int, Claim]) -> Relation | None:
    """ "31 of the injured ...; the other 15", "a $2 billion package ... $1.1 billion ... the other $900 million"."""
    last = around.claims[index]
    if around.last_word(last) not in _REMAINING or not _OTHER.search(around.before(last, 24)) or not countable(around, last):
        return None
    run = [claim for claim in around.claims[max(0, index - _BACK) : index] if alike(claim, last) and _near(around, claim, last)]
    if last.kind == "count":
        return _other_of_set(around, run, last, wholes)
    if _OF_A_TOTAL.match(around.text, last.end) or any(_OF_WHICH.search(around.before(claim, 20)) for claim in run):
        return None
    at = next((at for at in range(len(run) - 1, -1, -1) if _is_pot(around, run[at])), None)
    between = run[at + 1 :] if at is not None else []
    if at is None or not between or not all(countable(around, claim) for claim in (run[at], *between)):
        return None
    return total_of(run[at], Parts([*between, last]), "the other", run[:at])


def _near(around: Surroundings, claim: Claim, last: Claim) -> bool:
    return last.start - claim.end < _FAR and around.text.count("\n\n", claim.end, last.start) < 3


def _is_pot(around: Surroundings, claim: Claim) -> bool:
    """Whether an amount is that of something that is shared out: "a $2.6 billion package"."""
    words = [singular(word) for word in words_of(around.after(claim, 40))[:3]]
    return not total_words().pots.isdisjoint(words)


def _other_of_set(around: Surroundings, run: Sequence[Claim], last: Claim, wholes: dict[int, Claim]) -> Relation | None:
    """The relation of "12 of the cases ...; the other 5" to the only count of cases before, where only listed numbers stand between."""
    listed = [last]
    for claim in reversed(run):
        if not _LISTED.fullmatch(around.between(claim, listed[0])) or not countable(around, claim):
            return None
        listed.insert(0, claim)
        of = _OF_THE.match(around.text, claim.end)
        whole = wholes.get(claim.start) or (_only_count(around, singular(of["noun"]), claim) if of else None)
        if of or whole:
            return total_of(whole, Parts(listed), "the other") if whole and alike(whole, claim) else None
    return None


def _only_count(around: Surroundings, head: str, part: Claim) -> Claim | None:
    """The count before a part that its set may be, if there is but one value to choose from."""
    at = around.index(part)
    found = [index for index in range(max(0, at - _BACK), at) if counts_set(around, index, head)]
    found = [index for index in found if around.claims[index].kind == "count"]
    values = {around.claims[index].value for index in found}
    return around.claims[found[-1]] if len(values) == 1 and countable(around, around.claims[found[-1]]) else None


def _vote(around: Surroundings, index: int) -> Relation | None:
    """ "All 51 members took part: 28 in favour, 19 against, and 4 abstained": for, against and neither are all there are."""
    last = around.claims[index]
    if _ABSTAINED_WORDS.isdisjoint(around.words(last)) or not _ABSTAINED.match(around.text, last.end):
        return None
    run = [last]
    seen = {_ABSTAINED}
    at = index - 1
    while at >= 0 and len(run) < 4 and around.claims[at].sentence_start == last.sentence_start and alike(around.claims[at], last):
        side = next((side for side in (_FOR, _AGAINST, _ABSTAINED) if side.match(around.text, around.claims[at].end)), None)
        if side is None:
            break
        seen.add(side)
        run.insert(0, around.claims[at])
        at -= 1
    if len(seen) < 3:
        return None
    for earlier in range(at, max(-1, at - 4), -1):
        noun, claim = around.noun(earlier), around.claims[earlier]
        if noun and noun.head in total_words().voters and _ALL.search(around.before(claim, 30)) and last.start - claim.end < _FAR:
            return total_of(claim, Parts(run), "all")
    return None
