"""Texts made to break a reader: endless digits, words and brackets, other scripts. Reading ends, in time that grows as the text does."""

from __future__ import annotations

import subprocess
import sys
from types import FrameType

import pytest
from work import calls

from numclaims.context.claims import analyse
from numclaims.grammar.quantities import read
from numclaims.model import Document

MEGABYTE = 1 << 20
UNITS = {
    "digits": "7",
    "number words": "one ",
    "number words tied": "twenty-",
    "scale words": "million ",
    "scale words after and": "hundred and ",
    "fractions": "half a ",
    "articles": "a ",
    "round brackets": "(",
    "square brackets": "[",
    "bracketed numbers": "[1",
    "closed brackets": "()",
    "hyphens": "1-2-3-4-",
    "commas": "1,2,3,",
    "points": "1.2.3.",
    "spaced digits": "1 ",
    "digit groups": "123 ",
    "slashes": "1/2/",
    "exponents": "10^",
    "raised digits": "10⁹",
    "times ten": "3×10",
    "ranges": "1 to ",
    "between": "between 1 and ",
    "currencies": "$",
    "currency codes": "USD ",
    "amounts": "$1 ",
    "percents": "1%",
    "units": "1 kg m s ",
    "rates": "1 per 1 per ",
    "bounds": "more than ",
    "bounds behind": "1 or more ",
    "uncertainties": "1 ± ",
    "dates": "May 1, ",
    "clock times": "10:10:",
    "feet": "1 ft 1 in ",
    "cents": "1 dollars and ",
    "signs": "-",
    "minus words": "minus ",
    "quotes": '"1',
    "colons": "1:",
    "full stops": ". ",
    "capitals": "Aa ",
    "initials": "A. ",
    "verbs": "said ",
    "lines": "1\n",
    "blank lines": "1\n\n",
    "hashes": "#1",
    "spaces": " ",
    "no spaces": "x",
    "nulls": "\0",
    "arabic digits": "٣",
    "devanagari digits": "७ ",
    "full-width digits": "７,",
    "thai digits": "๓ ",
    "mathematical digits": "𝟗",
    "superscripts": "²",
    "roman numerals": "Ⅻ ",
    "vulgar fractions": "½",
    "ideographs": "十",
    "right to left": "שלום 12 ",
    "marks that combine": "1\u0301",
    "joiners": "1\u200d",
    "number words and": "twenty and ",
    "number words in groups": "one hundred ",
    "number words over": "one over ",
    "number words chained": "one-",
    "list numbers": "1. ",
    "list marks": "- 1\n",
    "quotations": "> 1 ",
    "ages": "aged 12, ",
    "scores": "3-1 ",
    "groups of millions": "a couple of million ",
    "rates in words": "3 for every ",
    "names": "Falcon 9 ",
    "parts": "12 of the ",
    "isolates": "\u20671\u2069 ",
    "overrides": "\u202e1 boat\u202c ",
    "sentences": "The 12 boats sank by 4% in 3 days, he said. ",
}
MEGABYTES = [
    "digits",
    "number words",
    "round brackets",
    "square brackets",
    "hyphens",
    "commas",
    "points",
    "arabic digits",
    "right to left",
    "dates",
]
LONG_SENTENCE = "The harbour board said that the boats which had left the pier at noon, 12 of them under sail, were safe. "
READ = """
import sys
from numclaims.context.claims import read_claims
from numclaims.grammar.quantities import read
from numclaims.model import Document
text = sys.stdin.read()
quantities = read(text).quantities if sys.argv[1] == "grammar" else read_claims(Document("d", text))
values = [quantity.value for quantity in quantities]
assert all(value is None or abs(value) < 1e31 for value in values), "a number beyond reason"
print(len(values))
"""


def _read_apart(text: str, *, stage: str) -> int:
    """How many quantities ("grammar") or claims ("context") a process of its own finds, under a limit that only a hang exceeds."""
    done = subprocess.run([sys.executable, "-c", READ, stage], input=text, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    return int(done.stdout)


def _calls(text: str) -> int:
    return calls(lambda: analyse(Document("d", text)))


@pytest.mark.parametrize("name", UNITS)
def test_four_times_the_text_is_about_four_times_the_work(name: str) -> None:
    unit = UNITS[name]
    small, large = ((unit * size)[:size] for size in (2000, 8000))
    analyse(Document("d", small))
    assert _calls(large) <= 6 * _calls(small) + 2000


@pytest.mark.parametrize("name", MEGABYTES)
def test_a_megabyte_of_it_is_read_to_the_end(name: str) -> None:
    unit = UNITS[name]
    assert _read_apart((unit * MEGABYTE)[:MEGABYTE], stage="grammar") >= 0


@pytest.mark.parametrize("name", ["number words tied", "bracketed numbers", "fractions", "amounts"])
def test_a_long_stretch_without_sentences_becomes_claims(name: str) -> None:
    unit = UNITS[name]
    assert _read_apart((unit * 40_000)[:40_000], stage="context") >= 0


def test_two_megabytes_on_one_line_lose_no_claim() -> None:
    count = 2 * MEGABYTE // len(LONG_SENTENCE)
    assert _read_apart(LONG_SENTENCE * count, stage="context") == count


def test_brackets_may_nest_a_thousand_deep() -> None:
    (quantity,) = read("(" * 1000 + "They counted 34 boats" + ")" * 1000).quantities
    assert quantity.value == 34


@pytest.mark.parametrize(
    "text",
    [
        "9" * 41,
        "9" * 400,
        "1," * 200 + "1",
        "one " * 3000,
        "million " * 60,
        "1e999",
        "10^999",
        "9" * 39 + " million million million",
    ],
)
def test_absurd_numbers_are_none_or_finite(text: str) -> None:
    for quantity in read(text).quantities:
        assert quantity.value is None or abs(quantity.value) < float("inf")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They counted ٣٤ boats.", 34),
        ("They counted ３４ boats.", 34),
        ("They counted ३४ boats.", 34),
    ],
)
def test_decimal_digits_of_other_scripts_count(text: str, value: float) -> None:
    assert [quantity.value for quantity in read(text).quantities] == [value]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\ufeff", "\ud800", "\x00\x01", "²", "①", "Ⅻ", "½½½", "--", "%", "$", "e5", "×10", "per", "."]
)
def test_texts_without_numbers_do_not_break_it(text: str) -> None:
    assert analyse(Document("d", text)).document.text == text


def test_right_to_left_text_keeps_its_numbers_and_offsets() -> None:
    text = "נספרו 34 סירות וגם 12 רפסודות"
    quantities = read(text).quantities
    assert [text[quantity.start : quantity.end] for quantity in quantities] == ["34", "12"]


def test_combining_marks_and_emoji_do_not_shift_offsets() -> None:
    text = "Cafe\u0301 🛥️ counted 34 boats 👩‍👩‍👧 and 12 rafts."
    assert [text[quantity.start : quantity.end] for quantity in read(text).quantities] == ["34", "12"]


@pytest.mark.parametrize(
    "unit",
    [
        "twenty and ", "one hundred ", "one hundred and ", "one million ", "one over ", "two over a hundred ",
        "three hundred thousand ", "two and a half ", "several dozen ", "a couple of ", "half of a ", "one third of ",
        "a quarter of a million ", "one in ", "1 in 2 of ", "one point ", "twenty-", "one-", "ninety nine hundred ",
        "per hundred ", "aged 12, ", "more than ", "between one and ", "one to ",
    ],
)  # fmt: skip
def test_no_phrase_is_read_deeper_than_the_language_goes(unit: str) -> None:
    """A text of any length needs no more of the stack than a short one."""
    read(unit * 3)
    deepest = _depth(unit * 12)
    assert _depth(unit * 400) <= deepest


def _depth(text: str) -> int:
    """How many calls inside each other it takes to read the quantities of a text."""
    depth = deepest = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal depth, deepest
        depth += (event == "call") - (event == "return")
        deepest = max(deepest, depth)

    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return deepest


def _lines(text: str) -> int:
    """How many lines of code run while a text is read, repeats of a loop included."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "line"
        return note

    sys.settrace(note)
    try:
        analyse(Document("d", text))
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("unit", ["one ", "12 of the ", "1 dog ", "12 of the dogs ", "dogs saw 3 cats "])
def test_a_claim_in_a_long_sentence_costs_no_more_than_in_a_short_one(unit: str) -> None:
    words = len(unit.split())
    short, long = (unit * (size // words) for size in (40, 360))
    analyse(Document("d", long))
    assert _lines(long) <= 12 * _lines(short)
