"""Parts of the set that a pronoun takes up: "122 drones, 56 of them", "of whom", "of these", "12 people, including 3 children".

The pronoun must be able to mean nothing else: no other set may be named beside the counted one. Other counts nearby go into the
relation as "other".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.model import Claim, Relation
from numclaims.relations.amounts import alike, part_of
from numclaims.relations.surroundings import VERB_BEFORE, Noun, Surroundings, is_person, is_verb, one_set, same_kind, sets, singular

_NEAR = 8
"""How many claims back the counted set of a pronoun is looked for."""
_FAR = 300
"""How many characters may stand between a counted set and a pronoun for it."""

_OF_THEM = re.compile(r"\s+(?:out\s+)?of\s+(?:them|whom|which)\b(?!\s+(?:a|per|each|every)\b)")
_OF_THESE = re.compile(r"\s+(?:out\s+)?of\s+(?:these|those)(?=\s*[,.;:)–—]|\s+(?:were|are|had|have|was|is|did)\b)")
_WHOM = re.compile(r"\b(?:of|among)\s+(?:whom|which)\s+(?:only\s+|just\s+|some\s+|fully\s+)?$")
_THESE_FRONT = re.compile(r"(?:^|[.;]\s+)of\s+(?:these|those|them)\s*,?\s+(?:only\s+|just\s+|some\s+|fully\s+)?$", re.IGNORECASE)
_INCLUDING = re.compile(r"(?:\bincluding|\bamong\s+(?:them|whom)(?:\s+(?:were|are))?)\s+(?:the\s+)?$", re.IGNORECASE)
_PRONOUNS = frozenset(("them", "whom", "which", "these", "those"))
_BEFORE_PART = _PRONOUNS | {"only", "just", "some", "fully"}
"""The last words of `_WHOM` and `_THESE_FRONT`."""
_BEFORE_MEMBER = frozenset(("including", "them", "whom", "were", "are", "the"))
"""The last words of `_INCLUDING`."""
_EACH = re.compile(r"\b(?:each|every|apiece|respectively)\b", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(r"\b(?:and|but|while|though|although|whereas|with)$")
_WERE = re.compile(r"\b(?:were|was|had\s+been|have\s+been)\s+(\w+)")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_AND_BEFORE = re.compile(r"(\S+)\s+and\s+(?:the\s+|its\s+|their\s+)?$")
_BY = re.compile(r"\b(?:by|up|down)\s+$", re.IGNORECASE)
_LAST_WORD = re.compile(r"\b\w+\s+$")
_SUBJECT = re.compile(r"^(?:The|A|An|Its|Their|Our|His|Her|Local|Government|State)?\s*[\w-]+\s*$")
_THEM = re.compile(r"\bthem\b", re.IGNORECASE)
_NET = re.compile(r"\bnet\b", re.IGNORECASE)


def of_them(around: Surroundings, index: int) -> Relation | None:
    """ "122 drones, 56 of them shot down", "48 farms, of which 12", "150 fires. Of these, 39": the whole is the set before."""
    part = around.claims[index]
    if part.kind != "count" or _PRONOUNS.isdisjoint(around.words(part)):
        return None
    before, after = around.before(part), around.after(part)
    behind = _OF_THEM.match(after) or _OF_THESE.match(after)
    may_lead = not behind and around.last_word(part) in _BEFORE_PART
    ahead = _WHOM.search(before) or _THESE_FRONT.search(before) if may_lead else None
    tie = behind or ahead
    if not tie:
        return None
    end = part.start - (len(before) - ahead.start()) if ahead else part.start
    words = tie[0].strip(" .,;")
    relation = _antecedent(around, index, end, words)
    if relation is None:
        return None
    (whole,) = relation.claims("whole")
    if behind and not fate(around, part) and not _apposed(around, part, whole) and not _own_clause(around, part, behind.end()):
        return None
    return relation if _only_set_before(around, around.index(whole), object_meant=not _THEM.search(words)) else None


def including(around: Surroundings, index: int) -> Relation | None:
    """ "12 people, including 3 children", "12 people. Among them were 3 children": part and whole are of one kind."""
    part = around.claims[index]
    if part.kind != "count" or around.last_word(part) not in _BEFORE_MEMBER:
        return None
    before = around.before(part)
    tie = _INCLUDING.search(before)
    if not tie or _NET.search(around.before(part, _FAR)):
        return None
    relation = _antecedent(around, index, part.start - (len(before) - tie.start()), tie[0].strip())
    noun = around.noun(index)
    if relation is None or noun is None or noun.owner:
        return None
    whole = around.noun(around.index(relation.claims("whole")[0]))
    people = whole is not None and noun.head in sets().kinds["person"] and is_person(whole)
    return relation if whole and (people or same_kind(noun, whole)) else None


def _antecedent(around: Surroundings, index: int, end: int, words: str) -> Relation | None:
    """The relation of a part to the counted set that a pronoun ending the stretch before `end` must mean."""
    claims, part = around.claims, around.claims[index]
    counts = [at for at in range(max(0, index - _NEAR), index) if claims[at].kind == "count" and around.next_to(claims[at], part)]
    if not counts or part.start - claims[counts[-1]].end > _FAR:
        return None
    at = counts[-1]
    whole, noun = claims[at], around.noun(at) or _elided(around, at, counts[:-1])
    if not alike(part, whole) or not noun or not noun.plural or noun.owner or noun.joint or _BY.search(around.before(whole)):
        return None
    if multiplied(around, whole, part):
        return None
    if not one_set(around.text[noun.end : end]) or (around.noun(at) and coordinated(around, at)) or _belonging(around.before(whole)):
        return None
    others = [claims[other] for other in counts[:-1]]
    return part_of(part, whole, others, words)


def _elided(around: Surroundings, index: int, earlier: Sequence[int]) -> Noun | None:
    """The noun a number leaves out because one before it has it: "60 drones on Monday and 80 on Tuesday"."""
    words = around.claims[index].item.lower().split()
    said = around.noun(earlier[-1]) if earlier else None
    if not said or not words or singular(words[-1]) != said.head:
        return None
    return replace(said, end=around.claims[index].end)


def fate(around: Surroundings, part: Claim) -> bool:
    """Whether the verb before a part tells the fate of a set already there: "shot down 56 of them", not "needs 300 of them"."""
    verb = VERB_BEFORE.search(around.before(part))
    return verb is not None and verb[1].lower() in sets().fate


def _apposed(around: Surroundings, part: Claim, whole: Claim) -> bool:
    """Whether a part stands in apposition to its whole, or heads the sentence behind one that introduces the whole."""
    before = around.before(part).rstrip()
    if part.sentence_start == whole.sentence_start:
        return before[-1:] in tuple(",;:(–—-")
    heads = not around.before(whole).strip() and _heads(around, whole)
    return before in ("", "“", '"', "Only", "Some") and (heads or introduced(around, whole))


def _heads(around: Surroundings, whole: Claim) -> bool:
    """Whether a counted set of single things is the subject of its sentence: "Forty clerks took the course", not "Forty families left"."""
    noun = around.noun(around.index(whole))
    verb = words_of(around.text[noun.end : noun.end + 30].lower())[:1] if noun else []
    return noun is not None and is_person(noun) and bool(verb) and is_verb(verb[0])


def _own_clause(around: Surroundings, part: Claim, behind: int) -> bool:
    """Whether a part begins a clause of its own that says what it does: "has 200 pupils and 120 of them walk"."""
    words = words_of(around.after(part)[behind:])
    if not _CLAUSE_BEFORE.search(around.before(part).rstrip()) or not words or not words[0].isalpha():
        return False
    if not sets().wishes.isdisjoint(words[:3]):
        return False
    return words[0] not in syntax().determiners | syntax().prepositions | syntax().conjunctions | syntax().pronouns


def multiplied(around: Surroundings, whole: Claim, part: Claim) -> bool:
    """Whether a count is one of several alike, of which the text gives only one: "five buses with 40 people each"."""
    start = max(whole.sentence_start, whole.start - _FAR)
    return bool(_EACH.search(around.text, start, min(part.start, whole.end + _FAR)))


def introduced(around: Surroundings, whole: Claim) -> bool:
    """Whether the text introduces a counted set as one to speak of: "carrying 44 pupils", "a fleet of 15 barges"."""
    words = words_of(around.before(whole, 40))
    return bool(words) and words[-1] in sets().introducing


def sent_off(around: Surroundings, index: int) -> bool:
    """Whether a counted set is the subject of "were launched" or the like, asides passed over: "65 missiles, all new, were fired"."""
    noun = around.noun(index)
    passive = _WERE.search(around.text, noun.end, noun.end + _FAR) if noun else None
    if not noun or not passive or passive[1] not in sets().launched:
        return False
    aside = around.text[noun.end : passive.start()]
    return not aside.strip() or (aside.lstrip().startswith(",") and aside.rstrip().endswith(",") and not _SENTENCE_END.search(aside))


def _only_set_before(around: Surroundings, index: int, *, object_meant: bool) -> bool:
    """Whether the sentence names no set without a number before a counted one: not "guests came to the 2 halls".

    "These" and "whom" behind an object do not mean the subject (`object_meant`): "Doctors treated 80 patients. Of these, 40 ...".
    """
    whole = around.claims[index]
    start, at = whole.start, index
    while at >= max(0, index - _NEAR) and around.claims[at].sentence_start == whole.sentence_start:
        previous = around.noun(at - 1) if at else None
        start = around.claims[at].start
        behind = previous.end if previous and previous.end <= start else 0
        # The word right before a number may end like a plural, but is the verb: "employs 90 people".
        said = _LAST_WORD.sub("", around.text[max(behind, whole.sentence_start, start - _FAR) : start])
        if not one_set(_SUBJECT.sub("", said) if object_meant else said):
            return False
        at -= 1
    return True


def _belonging(before: str) -> bool:
    """Whether the words before a number make its noun an attribute of another set: "relatives of 12 soldiers"."""
    words = words_of(before)
    while words and words[-1] in syntax().determiners:
        words.pop()
    if len(words) < 2 or words[-1] not in syntax().prepositions:
        return False
    return is_plural(words[-2]) or words[-2] in sets().groups or words[-2] in sets().quantifiers


def coordinated(around: Surroundings, index: int) -> bool:
    """Whether something without a number is joined to the counted set from the left: "soldiers and 2 officers"."""
    joined = _AND_BEFORE.search(around.before(around.claims[index]))
    if not joined:
        return False
    previous = around.noun(index - 1) if index else None
    return previous is None or previous.end != around.claims[index].start - (len(joined[0]) - len(joined[1]))
