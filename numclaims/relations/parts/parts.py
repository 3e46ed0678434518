"""Which number is part of which, by the words between them: "56 of the 122", "of the 122 drones, 56", "launched ... shot down".

A form is a function that looks at one claim and what stands around it. Each states the shape it reads and stays silent where
another set could be meant. Whether the part fits into the whole is for the rules to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from numclaims.grammar.tokens import words_of
from numclaims.lexicon.syntax import is_plural, syntax
from numclaims.model import Claim, Relation
from numclaims.relations.amounts import alike, amount, part_of, scale_left_out
from numclaims.relations.parts.antecedents import coordinated, including, multiplied, of_them
from numclaims.relations.surroundings import VERB_BEFORE, Noun, Surroundings, is_verb, one_set, sets

_FAR = 300
"""How many characters may stand between part and whole."""

_OF = re.compile(
    r"""\s+ (?:more\s+|others?\s+)? (?:out\s+)? of\s+
        (?: (?:the|its|his|her|their|our|your|my|these|those|all|a\s+total\s+of|[\w-]+(?:['’]s|s['’])) \s+ )*
        (?P<words> (?:[a-z]+(?:-[a-z]+)*\s+){0,2} ) $""",
    re.VERBOSE,
)
_UNITS = frozenset(("pound", "euro", "dollar", "cent", "penny", "metre", "meter", "foot", "inch", "mile", "litre", "liter", "watt", "year"))
"""A number before one of these and a plural measures each of the things: "20 pound notes"."""
_BRACKET = re.compile(r"\s*\($")
BRACKET_OF = re.compile(r"\s*\)\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|these|those)\s+)*$")
THE_FRONT = re.compile(
    r"(?:^|[;:–—(“\"]\s*|,\s+(?:and|but)\s+)of\s+(?:(?:the|its|their|our|these|those|all)\s+){0,2}(?:total\s+)?$", re.IGNORECASE
)
_COMMA = re.compile(r",\s+(?:only\s+|just\s+|some\s+|fully\s+|all\s+but\s+)?$")
_AND_BEHIND = re.compile(r",?\s+and\s+(?:the\s+|its\s+)?$")
_STOPPED_BEHIND = re.compile(r"\s+(?:of\s+them\s+)?(?:were|was)\s+(?:all\s+)?(\w+)")
_OTHERS_TOO = re.compile(
    r"""\b(?: counting | including | along\s+with | together\s+with | as\s+well\s+as | plus | in\s+addition | those | besides | since
          | so\s+far
          | altogether | in\s+(?:all|total) | over\s+the | (?:this|that|all)\s+(?:week|month|year)
          | in\s+\w+\s+(?:days|nights|weeks|months|years)
        )\b""",
    re.VERBOSE,
)
OTHER_TIME = re.compile(
    r"\b(?:since|week|month|year|months|weeks|days|so\s+far|in\s+all|total|altogether|previous|previously|earlier|past|last|other|another)\b"
)


_KINDS = 12


def part_relations(around: Surroundings) -> Iterator[Relation]:
    """The parts and wholes of a document, no more than one for each part."""
    for index, claim in enumerate(around.claims):
        if amount(claim):
            relation = next((found for form in _FORMS if (found := form(around, index))), None)
            if relation:
                yield relation


def _of_whole(around: Surroundings, index: int) -> Relation | None:
    """ "56 of the 122 drones", "12 out of 48", "12 (25%) of 48": the whole is the next number."""
    part = around.claims[index]
    at = index + 1
    if _bracketed_share(around, index):
        at, tie = index + 2, BRACKET_OF
    else:
        tie = _OF
    if at >= len(around.claims):
        return None
    whole = around.claims[at]
    match = tie.match(around.between(around.claims[at - 1], whole)) if whole.start - part.end < _FAR else None
    if not match or not plain_words(match.groupdict().get("words", "")) or not alike(part, whole):
        return None
    if whole.value == 1 or scale_left_out(part, whole):  # "six of one"; "$1.2 of the $2.4 billion"
        return None
    if not ends_there(around, at) or _of_kinds(part, whole):
        return None
    return part_of(part, whole, words=around.between(part, whole).strip())


def _of_kinds(part: Claim, whole: Claim) -> bool:
    """Whether the whole counts kinds of things, each of which there may be many of: "35,000 of the two models"."""
    return (whole.value or 0) <= _KINDS and (part.value or 0) > _KINDS * (whole.value or 0)


def _bracketed_share(around: Surroundings, index: int) -> bool:
    share = around.claims[index + 1] if index + 1 < len(around.claims) else None
    return share is not None and share.kind == "share" and bool(_BRACKET.match(around.between(around.claims[index], share)))


def plain_words(words: str) -> bool:
    """Whether the words between "of the" and the whole can be adjectives: "remaining", "biggest"; not "them in"."""
    return not any(word in syntax().stops or is_plural(word) for word in words.split())


def ends_there(around: Surroundings, index: int) -> bool:
    """Whether the counted set ends with its noun: not "9 members' votes", "9-seat vans", "9 men and 5 women", "9/11"."""
    whole = around.claims[index]
    if around.text[whole.end : whole.end + 1] in tuple("-‐‑–/:'’") or around.text[whole.end : whole.end + 2] == "s ":
        return False
    noun = around.noun(index)
    if noun and (noun.owner or noun.joint or not _UNITS.isdisjoint(noun.modifiers)):
        return False
    if index + 1 < len(around.claims):
        gap = around.text[noun.end if noun else whole.end : around.claims[index + 1].start]
        return not _AND_BEHIND.fullmatch(gap)
    return True


def _front_of(around: Surroundings, index: int) -> Relation | None:
    """ "Of the 122 drones, 56 were shot down": the whole is the number before, at the head of the clause."""
    if index == 0:
        return None
    part, whole = around.claims[index], around.claims[index - 1]
    if part.sentence_start != whole.sentence_start or not alike(part, whole) or not THE_FRONT.search(around.before(whole)):
        return None
    noun = around.noun(index - 1)
    if not noun or not noun.plural or not ends_there(around, index - 1) or multiplied(around, whole, part):
        return None
    gap = around.text[noun.end : part.start]
    comma = gap.rfind(",")
    if comma < 0 or "," in gap[:comma] or not _plain_tail(gap[:comma]):
        return None
    if not (_COMMA.fullmatch(gap[comma:]) or _stopped_before(gap[comma:])) or not _goes_on(around, index, noun):
        return None
    return part_of(part, whole, words="of the")


def _plain_tail(text: str) -> bool:
    words = words_of(text)
    return len(words) <= 6 and not any(map(is_plural, words))


def _goes_on(around: Surroundings, index: int, whole: Noun) -> bool:
    """Whether a part is counted in the noun of its whole: "9 voted", "9 of them", "9 drones"; not "40 cities"."""
    noun = around.noun(index)
    return noun is None or noun.head == whole.head


def _stopped_before(text: str) -> bool:
    match = VERB_BEFORE.search(text)
    return match is not None and match[1] in sets().stopped


def _launched(around: Surroundings, index: int) -> Relation | None:
    """ "launched 30 drones, and air defences shot down 34": no more can be stopped than were sent, in one sentence."""
    if index == 0:
        return None
    part, whole = around.claims[index], around.claims[index - 1]
    if part.kind != "count" or part.sentence_start != whole.sentence_start or not alike(part, whole):
        return None
    noun = around.noun(index - 1) if _sent(around.before(whole)) else None
    if not noun or not noun.plural or noun.joint or noun.owner or coordinated(around, index - 1):
        return None
    if multiplied(around, whole, part) or _OTHERS_TOO.search(around.after(part, _FAR)):
        return None
    gap = around.text[noun.end : part.start]
    if len(gap) > _FAR or OTHER_TIME.search(gap) or not one_set(gap):
        return None
    own = around.noun(index)
    if own and (own.head != noun.head or not own.modifiers <= noun.modifiers):
        return None
    if (active := VERB_BEFORE.search(gap)) and active[1] in sets().stopped:
        subject = words_of(gap[: active.start()])
        # "fired 12 missiles and shot down 14": who fires does not shoot down what he fired.
        if not any(word[:1].isalpha() and word not in syntax().function and not is_verb(word) for word in subject):
            return None
        return part_of(part, whole, words=active[0].strip())
    passive = _STOPPED_BEHIND.match(around.after(part))
    return part_of(part, whole, words=passive[1]) if passive and passive[1] in sets().stopped else None


def _sent(before: str) -> bool:
    """Whether the words before a number say that these were sent: "launched", "fired about", "attacked the port with"."""
    launched = sets().launched
    words = words_of(before)[-4:]
    return bool(words) and (words[-1] in launched or (words[-1] == "with" and not launched.isdisjoint(words)))


_Form = Callable[[Surroundings, int], Relation | None]
_FORMS: tuple[_Form, ...] = (_of_whole, of_them, including, _front_of, _launched)
