"""Builds verbs.json, the verb forms of English with their lemmas, from lemminflect's word lists (MIT). Run it as
`python -m numclaims.lexicon.build_verbs`; nothing here runs with the program.
"""

from __future__ import annotations

import gzip
import json
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

SHIPPED = Path(__file__).with_name("verbs.json")


def resources() -> Path:
    """The folder of lemminflect's word lists, found without importing it."""
    spec = find_spec("lemminflect")
    if spec is None or spec.origin is None:
        raise SystemExit("lemminflect is not installed: pip install 'numclaims[dev]'")
    return Path(spec.origin).parent / "resources"


def _rows(name: str) -> list[list[str]]:
    with gzip.open(resources() / name, "rt", encoding="utf-8") as handle:
        return [line.rstrip("\n").split(",") for line in handle]


def build() -> dict[str, object]:
    """The shipped table: for each lemma its past, participle, -ing and -s forms ("" where a form is regular), and the forms and
    lemmas that are nouns or adjectives too."""
    verbs: dict[str, str] = {}
    others: set[str] = set()
    for word, kind, *forms in _rows("infl_lu.csv.gz"):
        if not word.isascii() or not word.islower() or not word.isalpha():
            continue
        if kind == "verb" and len(forms) >= 4 and forms[0] and forms[2] and forms[3]:
            past, participle, ing, third = (form.split("/")[0].replace(" ", "-") for form in forms[:4])
            verbs[word] = " ".join((past, participle or past, ing, third))
        elif kind == "noun":
            others.add(word)
            others.update(form for form in forms[0].split("/") if form)
    others.update(word for word, kind, *_ in _rows("lemma_lu.csv.gz") if kind in ("adj", "noun"))
    forms_of_verbs = {form for lemma, forms_ in verbs.items() for form in (lemma, *forms_.split())}
    return {"lemminflect": version("lemminflect"), "verbs": verbs, "others": " ".join(sorted(others & forms_of_verbs))}


def main() -> None:
    """Write verbs.json beside this module."""
    SHIPPED.write_text(json.dumps(build(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
