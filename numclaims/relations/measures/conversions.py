"""Which number gives another one over again in a different unit: "84 mm (3.3 inches)", "12 km, or 7.5 miles", "£10m ($13m)".

The second number must stand right behind the first, alone in its brackets or behind an "or" that makes it the same thing; words of
its own ("50 m high (3 ft wide)") make it another thing. Whether the two amounts are the same is for the rules to say.

A relation "conversion of" has one "stated" and one "converted" claim; "exchange of" is the same of two amounts of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from numclaims.lexicon.bases import to_base
from numclaims.lexicon.units import unit_lexicon
from numclaims.lexicon.verbs import verb_forms
from numclaims.model import Claim, Member, Relation
from numclaims.relations.phrases import phrases
from numclaims.relations.surroundings import Surroundings

CONVERSION_OF = "conversion of"
CONVERSION_OF_LEVEL = "conversion of level"
"""Of temperatures that are read off a thermometer: 20 °C are 68 °F."""
CONVERSION_OF_DIFFERENCE = "conversion of difference"
"""Of differences between temperatures: 20 °C more are 36 °F more."""
EXCHANGE_OF = "exchange of"

_SAME = r"(?:or|i\.e\.,?|that(?:\s+is|['’]s),?|which\s+is|equal\s+to|equivalent\s+to|the\s+equivalent\s+of|equals|=|≈|~|≃)"
_WORDS = r"(?P<words>(?:[-‐‑\s]+[a-zA-Z][\w’'-]*){0,4}?)"
_BRACKET = re.compile(rf"{_WORDS}\s*[(\[]\s*(?:{_SAME}\s*)?$", re.IGNORECASE)
_APPOSED = re.compile(rf"{_WORDS}\s*(?:,\s+|\s[–—-]\s|—)\s*{_SAME}\s+(?:just\s+|only\s+|a\s+little\s+)?$", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\.\s+That(?:['’]s|\s+is|\s+was|\s+equals|\s+makes|\s+comes\s+to|\s+works\s+out\s+(?:at|to|as))\s+(?:equivalent\s+to\s+|the\s+same\s+as\s+)?$"
)
_NEXT = re.compile(r"\s*(?:[,;/=]|,?\s+or|;\s+or)\s*$")
_TAIL = re.compile(r"(?:[-‐‑\s]+(?P<tail>\w+(?:\s+\w+)?))?\s*(?:[)\],;/=]|\s+or\b)")
_STOPS = re.compile(
    r"\s*(?:[)\],;:.!?–—\n]|$|(?:of|long|wide|high|tall|deep|away|apart|across)\b|(?:above|below|from|to|in|on|at|for)\s(?!\d))"
)
_WAY = r"(?:[\s-](?:long|wide|high|tall|deep|away|across))?"
_COMMA = re.compile(rf"{_WAY},\s+")
_DASH = re.compile(rf"{_WAY}(?:\s[–—-]\s|—)")
_SLASH = re.compile(r"\s?/\s?")
_ASIDE = re.compile(r",\s+(?!\d|and\b|or\b|with\b)")
"""The end of an apposition: "12 feet, about 4 metres, below"."""
_HEDGE = re.compile(r"(?:about|around|roughly|approximately|nearly|almost|some|just\s+(?:over|under))\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;)!?–—]|$)|\s-\s")
_TIMES = re.compile(r"[×x]\s?$")
_RATE_AGAIN = re.compile(
    rf"{_WORDS}\s*(?:,|;|\s[–—-]|—)\s+{phrases('products', 'again')}\s+(?:about\s+|some\s+|around\s+|roughly\s+)?$", re.IGNORECASE
)
_OVER_TIME = re.compile(
    rf"""\.\s+(?:In|Over|Within)\s+(?:an?|one|a\s+single|the\s+course\s+of\s+an?)\s+(?P<per>minute|hour|day|week|month|year)\s*,?\s+
        (?: (?:that|this|it)\s+{phrases("products", "amounts")} | (?:it|he|she|they)\s+(?:\w+\s+)??(?P<verb>\w+) )
        \s+(?:about\s+|some\s+|around\s+|roughly\s+)?$""",
    re.VERBOSE,
)
"""Between a rate and what it comes to: "200 litres a minute. In an hour it shifts", "€850 a month. Over a year that makes"."""
_PER = re.compile(r"^(?:\s+[\w-]+)?\s+(?:an?|per|each|every)\s+\w+")
_DAY = 86_400.0
_FAR = 60

_LEVEL_BEFORE = re.compile(
    r"\b(?:at|reach\w*|hit(?:s|ting)?|to|from|temperatures?(?:\s+\w+){0,2}\s+of|high|low|was|were|is|are|between|and|below|above|past|near\w*|around|about"
    r"|highs?\s+of|lows?\s+of|recorded|record\s+of|logged|boils?\s+at)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_DIFFERENCE_BEFORE = re.compile(
    r"\b(?:by|ris(?:e|es|ing)|rose|fell|fall\w*|drop\w*|warm(?:ed|ing|er|s)|cool(?:ed|ing|er|s)|increas\w+|decreas\w+|differ\w+|chang\w+|swings?|gap|margin"
    r"|anomal\w+|within|up|down|plus\s+or\s+minus|±|\+)\s*(?:of\s+|by\s+)?(?:about\s+|some\s+|another\s+|a\s+further\s+|at\s+least\s+|only\s+|just\s+)*$",
    re.IGNORECASE,
)
_DIFFERENCE_BEHIND = re.compile(
    r"\s*[)\]]?,?\s*(?:(?:or\s+)?more\s+)?(?:warm|cool|hott|cold|high|low)er\b|\s*[)\]]?\s*(?:above|below|over|under|more|less|of\s+warming|of\s+cooling"
    r"|rise|increase|drop|fall|difference|degrees\s+warmer)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s+(?:freezing|zero|0)\b", re.IGNORECASE)


def conversion_relations(around: Surroundings) -> Iterator[Relation]:
    """The conversions of a document in text order, each number converted no more than once."""
    stated: Claim | None = None
    for first, second in zip(around.claims, around.claims[1:], strict=False):
        if stated is None and (first.unit, first.per) == (second.unit, second.per):
            continue
        source = first
        if over_time := _over_time(around, first, second):
            yield from filter(None, [_conversion(around, first, over_time, "in")])
            continue
        tie = _tie(around, first, second)
        if tie is None and stated is not None and _NEXT.fullmatch(around.between(first, second)):
            source, tie = stated, around.between(first, second).strip()
        relation = _conversion(around, source, second, tie) if tie is not None else None
        stated = source if relation else None
        if relation:
            yield relation


def _tie(around: Surroundings, first: Claim, second: Claim) -> str | None:
    """The words that make the second number the first one over again, or None."""
    if second.start - first.end > _FAR or _TIMES.search(around.text, max(0, first.start - 3), first.start):
        return None
    gap = around.between(first, second)
    behind = around.text[second.end : second.end + 2 * _FAR]
    if match := _BRACKET.fullmatch(gap):
        tail = _TAIL.match(behind)
        return gap.strip() if tail and _own_words(match["words"], tail["tail"] or "") else None
    if _COMMA.fullmatch(gap) and _HEDGE.match(second.text):  # "250 kg, about 550 pounds."
        return gap.strip() if _ENDS.match(behind) or _ASIDE.match(behind) else None
    if _DASH.fullmatch(gap) or _SLASH.fullmatch(gap):  # "410 kg – 904 lb –", "50lb/23kg"
        return gap.strip() if first.kind == second.kind == "measure" and (_ENDS.match(behind) or "/" in gap) else None
    if _two_rates(first, second) and _RATE_AGAIN.fullmatch(gap):
        return gap.strip() if _STOPS.match(_PER.sub("", behind)) else None
    match = _APPOSED.fullmatch(gap) or _SENTENCE.fullmatch(gap)
    return gap.strip() if match and _STOPS.match(behind) else None


def _over_time(around: Surroundings, first: Claim, second: Claim) -> Claim | None:
    """The amount that a rate is said to come to in another stretch of time, as a rate per that stretch."""
    match = _OVER_TIME.fullmatch(around.between(first, second)) if first.per and not second.per else None
    if match is None or second.start - first.end > _FAR or second.change != "none":
        return None
    form = verb_forms().forms.get(match["verb"] or "")
    present = form is not None and form[1] in ("third", "base")
    if match["verb"] and not present:
        return None
    return replace(second, per=match["per"], text=f"{second.text} {'an' if match['per'] == 'hour' else 'a'} {match['per']}")


def _two_rates(first: Claim, second: Claim) -> bool:
    """Whether two numbers of one unit are per different stretches of time."""
    return (first.kind, first.unit) == (second.kind, second.unit) and bool(first.per and second.per) and first.per != second.per


def _own_words(words: str, tail: str) -> bool:
    """Whether what follows a number in brackets is at most a word that the number before has too: "-tall (48-km-tall)"."""
    return not tail or tail.lower() in words.lower().replace("-", " ").split() or tail.lower() in words.lower()


def _conversion(around: Surroundings, stated: Claim, converted: Claim, tie: str) -> Relation | None:
    members = (Member("stated", stated), Member("converted", converted))
    if stated.kind == "money" and converted.kind == "money" and stated.unit != converted.unit:
        return Relation(EXCHANGE_OF, members, tie) if stated.per == converted.per else None
    if stated.kind in ("money", "count") and _two_rates(stated, converted):
        return Relation(CONVERSION_OF, members, tie) if _pers_compare(stated, converted) else None
    if (stated.unit, stated.per) == (converted.unit, converted.per) or stated.kind == "age" or converted.kind == "age":
        return None
    per = stated.per if converted.per or stated.unit == converted.unit else ""  # "90 barrels a day (14,000 litres)"
    base = to_base(stated.unit, per).unit
    if not base or base != to_base(converted.unit, converted.per).unit or not _one_dimension(stated, converted):
        return None
    kind = _sense(around, stated, converted) if base == "kelvin" else CONVERSION_OF
    return Relation(kind, members, tie)


def _pers_compare(stated: Claim, converted: Claim) -> bool:
    """Whether two rates are per amounts of one kind; those per time are worked through, so that an hour's pay says little of a year's."""
    one, other = to_base(stated.per, ""), to_base(converted.per, "")
    short, long = sorted((one.factor, other.factor))
    return one.unit == other.unit != "" and not (one.unit == "second" and short < _DAY <= long)


def _one_dimension(first: Claim, second: Claim) -> bool:
    """Whether two units measure one thing; torque and energy share their base units and do not."""
    names = unit_lexicon().names
    one, other = names.get(first.unit), names.get(second.unit)
    return bool(first.per or second.per) or (one is not None and other is not None and one.dimension == other.dimension)


def _sense(around: Surroundings, stated: Claim, converted: Claim) -> str:
    """Whether a temperature is one to be read off a thermometer or a difference, by the words around it; open where none tells."""
    before, behind = around.before(stated), around.after(converted)
    if _DIFFERENCE_BEFORE.search(before) or (_DIFFERENCE_BEHIND.match(behind) and not _MARK.search(behind[:20])):
        return CONVERSION_OF_DIFFERENCE
    return CONVERSION_OF_LEVEL if _LEVEL_BEFORE.search(before) and stated.change == "none" else CONVERSION_OF
