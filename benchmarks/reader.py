"""One reader over one file of texts, in a process of its own: how much processor time it took, what it found, how much memory it needed.

    python benchmarks/reader.py extract texts.json

The file is a JSON list of texts. `speed.py` starts this script once for every measurement, so that no reader warms up another
and the peak memory of the process is the reader's own. It prints one JSON object.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[str], int]
WARM_UP = "About 40 of the 120 boats, or 33%, sank on 3 May 2021; the repair cost $1.2 million and took two weeks."


def extract() -> Reader:
    """numclaims: the claims of a text, one by one."""
    from numclaims.context.claims import read_claims
    from numclaims.model import Document

    return lambda text: sum(1 for _ in read_claims(Document(id="text", text=text)))


def audit() -> Reader:
    """numclaims: the claims of a text, and every rule over them."""
    from numclaims.pipeline import audit as audited

    return lambda text: len(audited(text).analysis.claims)


def quantulum3() -> Reader:
    """quantulum3's parser without its classifier, a paragraph at a time: on longer texts it is slower."""
    warnings.simplefilter("ignore")  # that the classifier is not there
    from quantulum3 import classifier, parser  # type: ignore[import-untyped]  # it has none

    classifier.USE_CLF = False
    return lambda text: sum(len(parser.parse(paragraph)) for paragraph in text.split("\n\n"))


def digits() -> Reader:
    """A bare regular expression for runs of digits: about what it costs to look at every character once."""
    pattern = re.compile(r"\d+(?:[.,]\d+)*")
    return lambda text: sum(1 for _ in pattern.finditer(text))


READERS: dict[str, Callable[[], Reader]] = {"extract": extract, "audit": audit, "quantulum3": quantulum3, "digits": digits}


def measure(name: str, texts: list[str]) -> dict[str, float]:
    """Seconds of processor time for all texts after a warm-up, quantities found, bytes read, peak memory of the process in MB.

    No reader here waits for anything or uses threads, so on an idle machine processor time is the time that passes; on a busy one
    it is the fairer figure.
    """
    reader = READERS[name]()
    reader(WARM_UP)
    started = time.process_time()
    found = sum(map(reader, texts))
    seconds = time.process_time() - started
    unit = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in, in bytes
    return {
        "seconds": seconds,
        "found": found,
        "bytes": sum(len(text.encode()) for text in texts),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6,
    }


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))))
