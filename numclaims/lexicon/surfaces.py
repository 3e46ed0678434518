"""How surfaces are spelled and who owns them while the lexicon is built: keys, plurals, hyphens, and first come first served.

It knows English spelling, no unit, and is not needed once units.json is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace

from numclaims.lexicon.units import Unit

HOMES = ("words", "symbols", "prefixes", "currency_words")
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")
_INITIALS = re.compile(r"[^\W\d_]( \. [^\W\d_])+")


def key(surface: str) -> str:
    """A surface as the lexicon keys it: lower case, its tokens joined by single spaces. "Sq. ft" gives "sq . ft"."""
    return " ".join(_TOKEN.findall(surface.lower()))


def plural(noun: str) -> str:
    """The regular English plural, taken at the head of "ton of refrigeration"; a foot has feet."""
    head, of, rest = noun.partition(" of ")
    if of:
        return plural(head) + of + rest
    if noun.endswith("foot"):
        return noun.removesuffix("foot") + "feet"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")


def forms(words: Iterable[str]) -> Iterator[str]:
    """The keys of each word's singular and plural; the plural may be given after a bar ("foot|feet")."""
    for word in words:
        singular, _, given = word.partition("|")
        yield key(singular)
        yield key(given or plural(singular))


def hyphened(keys: Iterable[str]) -> Iterator[str]:
    """Keys, and those of two words hyphened too: "foot pounds" and "foot - pounds"."""
    for spaced in keys:
        yield spaced
        if spaced.count(" ") == 1 and spaced.replace(" ", "").isalpha():
            yield spaced.replace(" ", " - ")


def abbreviations(short: Iterable[str]) -> Iterator[str]:
    """The keys of abbreviations; initials with and without their last full stop ("m . p . h", "m . p . h .")."""
    for abbreviation in map(key, short):
        yield abbreviation
        if _INITIALS.fullmatch(abbreviation):
            yield abbreviation + " ."


def compound(prefix: str, words: Iterable[str]) -> list[str]:
    """Words with something put before singular and plural: "square ", "foot|feet" gives "square foot|square feet"."""
    return ["|".join(prefix + form for form in word.split("|")) for word in words]


@dataclass(slots=True)
class Surfaces:
    """The surfaces claimed so far, by home; the first to claim a surface keeps it. `units` has every unit by name and rate."""

    homographs: dict[str, set[str]]
    excluded: dict[str, set[str]]
    homes: dict[str, dict[str, Unit]] = field(default_factory=lambda: {home: {} for home in HOMES})
    units: dict[tuple[str, str], Unit] = field(default_factory=dict)

    def claim(self, home: str, surfaces: Iterable[str], unit: Unit) -> None:
        """Give `surfaces` to `unit`, but for those that are taken or excluded. Single letters of ASCII always are homographs."""
        self.units.setdefault((unit.name, unit.per), unit)
        for surface in surfaces:
            if surface and surface not in self.excluded[home]:
                everyday = surface in self.homographs[home] or (len(surface) == 1 and surface.isascii() and surface.isalpha())
                self.homes[home].setdefault(surface, replace(unit, homograph=everyday))

    def rows(self) -> list[list[object]]:
        """The rows of units.json: the fields of a unit, then its surfaces home by home, without empty homes at the end."""
        surfaces: dict[Unit, list[list[str]]] = {unit: [[] for _ in HOMES] for unit in self.units.values()}
        for position, home in enumerate(HOMES):
            for surface, unit in self.homes[home].items():
                surfaces.setdefault(unit, [[] for _ in HOMES])[position].append(surface)
        rows: list[list[object]] = []
        for unit in sorted(surfaces, key=lambda unit: (unit.dimension, unit.name, unit.per, unit.homograph)):
            homes = surfaces[unit]
            while homes and not homes[-1]:
                homes.pop()
            rows.append([*astuple(unit), *map(sorted, homes)])
        return rows
