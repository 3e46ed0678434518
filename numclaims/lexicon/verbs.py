"""Verb forms and their lemmas, from verbs.json, which `python -m numclaims.lexicon.build_verbs` makes. It reads no text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Form = Literal["base", "past", "participle", "ing", "third"]

_SHIPPED = Path(__file__).with_name("verbs.json")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """`forms` maps a lower-cased form to its lemma and the kind of form (for "set", "base"; a past that is a participle too is
    "past"). `others` holds the forms that are nouns or adjectives as well."""

    forms: dict[str, tuple[str, Form]]
    others: frozenset[str]


@cache
def verb_forms() -> VerbForms:
    """The shipped verb forms, read at the first call."""
    shipped = json.loads(_SHIPPED.read_bytes())
    forms: dict[str, tuple[str, Form]] = {}
    for lemma, inflected in shipped["verbs"].items():
        past, participle, ing, third = inflected.split()
        forms.setdefault(third, (lemma, "third"))
        forms.setdefault(ing, (lemma, "ing"))
        forms.setdefault(participle, (lemma, "participle"))
        forms[past] = (lemma, "past")
    for lemma in shipped["verbs"]:
        forms[lemma] = (lemma, "base")
    others = set(shipped["others"].split())
    for lemma in _LACKING:
        forms.update(_regular(lemma))
    _add_british(forms, others)
    forms.update(_FIXED)
    return VerbForms(forms, frozenset(others) - _VERBS_FIRST)


def _regular(lemma: str) -> dict[str, tuple[str, Form]]:
    """The forms of a regular verb."""
    stem = lemma.removesuffix("e")
    return {lemma: (lemma, "base"), f"{lemma}s": (lemma, "third"), f"{stem}ing": (lemma, "ing"), f"{stem}ed": (lemma, "past")}


def _add_british(forms: dict[str, tuple[str, Form]], others: set[str]) -> None:
    """British spellings beside the American ones: "travelled", "cancelling", "organised", "analyse"."""
    for low, (lemma, form) in list(forms.items()):
        if lemma.endswith("l") and low in (f"{lemma}ed", f"{lemma}ing"):
            forms.setdefault(f"{lemma}l{low[len(lemma) :]}", (lemma, form))
        elif lemma.endswith(("ize", "yze")):
            british = _british(low)
            forms.setdefault(british, (_british(lemma), form))
            if low in others:
                others.add(british)


def _british(low: str) -> str:
    head, z, tail = low.rpartition("z")
    return f"{head}s{tail}" if z else low


# Forms that belong to two lemmas, or that news uses as one of them only.
_FIXED: dict[str, tuple[str, Form]] = {
    "found": ("find", "past"), "left": ("leave", "past"), "lay": ("lie", "past"), "fell": ("fall", "past"), "wound": ("wound", "base"),
    "saw": ("see", "past"), "bore": ("bear", "past"), "rose": ("rise", "past"), "lit": ("light", "past"),
    "put": ("put", "past"), "cut": ("cut", "past"), "hit": ("hit", "past"), "set": ("set", "past"), "shut": ("shut", "past"),
    "hurt": ("hurt", "past"), "shed": ("shed", "past"), "cost": ("cost", "past"), "quit": ("quit", "past"), "spread": ("spread", "past"),
    "cast": ("cast", "past"), "burst": ("burst", "past"), "thrust": ("thrust", "past"), "read": ("read", "base"),
    "split": ("split", "past"), "let": ("let", "past"), "born": ("bear", "participle"), "beat": ("beat", "past"),
}  # fmt: skip

# Regular verbs of the news that the word lists do not have.
_LACKING = tuple(
    """capsize crowdfund delist demine flatline fundraise livestream mothball outpace outprice overprice recapitalize reinfect
    reintroduce relaunch repurchase rescale securitize underperform""".split()
)

# Forms that dictionaries also list as nouns or adjectives, but that are verbs in nearly all prose.
_VERBS_FIRST = frozenset(
    """said killed wounded injured arrested fell rose left lost won found made took came went got gave saw met led held told sold paid sent
    spent bought built caught fought thought brought taught reached opened closed ended began become becomes includes include included
    remains contains requires announced destroyed damaged displaced shot hit put cut set shut has had have be is are was were being been
    died die dies fled flee flees freed seized launched fired used received worked wanted needed cost costs hurt went gone done given taken
    drove driven flown flew thrown threw known knew shown grown grew fallen risen hidden written broken stolen eaten beaten struck sunk
    become according estimated expected reported confirmed warned added noted limited increased decreased reduced raised lowered sought
    spread lasted lasts carried united attempted finished unknown met
    wants needs plans hopes aims says paid keeps keep need face""".split()
) - frozenset(("united", "unknown"))
