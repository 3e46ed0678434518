"""How many documents a second can be compared with the others of their story, and in how much memory.

    python benchmarks/stories.py                      10,000 documents in stories of four
    python benchmarks/stories.py --documents 100000

The documents are news-like (benchmarks/news.py), read once before the clock starts and then told again by other outlets: reading is
what benchmarks/speed.py measures. Each document has about 30 claims. What is measured is keeping the statements of every document
and comparing each story, as `numclaims audit` does after the last document. Nothing is stored; the figures are printed.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from news import articles

from numclaims.context.claims import analyse
from numclaims.model import Analysis, Document
from numclaims.pipeline import compare
from numclaims.stories import Stories

_TELLERS = 4
_DISTINCT = 200
_CHARACTERS = 2_600  # of news-like text with about 30 claims


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000, metavar="N")
    count = parser.parse_args().documents
    read = [analyse(Document(str(number), text)) for number, text in enumerate(_texts())]
    before = _peak()
    started = time.perf_counter()
    stories, claims = Stories(), 0
    for analysis in _told(read, count):
        stories.add(analysis)
        claims += len(analysis.claims)
    kept = time.perf_counter()
    findings = sum(len(compare(story).findings) for story in stories)
    ended = time.perf_counter()
    print(f"{count:,} documents with {claims:,} claims in stories of {_TELLERS}: {findings:,} findings")
    print(f"kept:     {count / (kept - started):,.0f} documents a second")
    print(f"compared: {count / (ended - kept):,.0f} documents a second")
    print(f"memory:   {_peak():.0f} MB at most, {before:.0f} MB of them before the first document")


def _texts() -> Iterator[str]:
    text = "\n\n".join(articles(_DISTINCT * _CHARACTERS / 1e6))
    for start in range(0, _DISTINCT * _CHARACTERS, _CHARACTERS):
        yield text[start : start + _CHARACTERS]


def _told(read: list[Analysis], count: int) -> Iterator[Analysis]:
    """Documents of which each story's have the same text: as much to compare as there can be."""
    for number in range(count):
        story = number // _TELLERS
        analysis = read[story % len(read)]
        day = date(2020, 1, 1) + timedelta(days=story % 1500)
        document = replace(
            analysis.document, id=f"document-{number}", story=f"story-{story}", date=day, outlet=f"Outlet {number % _TELLERS}"
        )
        yield replace(analysis, document=document, claims=tuple(replace(claim, doc=document.id) for claim in analysis.claims))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
