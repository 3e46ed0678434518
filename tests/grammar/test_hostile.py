"""Texts made to break a reader: endless digits, words and brackets, other scripts. Reading ends, in time that grows as the text does."""

from __future__ import annotations

import subprocess
import sys

import pytest

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
    "square brackets": "[1",
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
    "sentences": "The 12 boats sank by 4% in 3 days, he said. ",
}
SCRIPT = """
import sys
from numclaims.context.claims import analyse
from numclaims.model import Document
unit, size = sys.argv[1].encode().decode("unicode_escape").encode("latin-1").decode("utf-8"), int(sys.argv[2])
analysis = analyse(Document("d", (unit * (size // len(unit) + 1))[:size]))
assert all(claim.value is None or abs(claim.value) < 1e31 for claim in analysis.claims)
print(len(analysis.claims))
"""


def _read_in_a_process(unit: str, size: int) -> int:
    """The number of claims in a text of `size` characters, with a generous limit that only growth beyond the linear exceeds."""
    argument = "".join(f"\\x{byte:02x}" for byte in unit.encode())
    done = subprocess.run([sys.executable, "-c", SCRIPT, argument, str(size)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    return int(done.stdout)


@pytest.mark.parametrize("name", UNITS)
def test_a_megabyte_of_anything_is_read_to_the_end(name: str) -> None:
    assert _read_in_a_process(UNITS[name], MEGABYTE) >= 0


@pytest.mark.parametrize("name", ["sentences", "amounts", "dates", "ranges"])
def test_twice_the_text_takes_no_more_than_its_share(name: str) -> None:
    unit = UNITS[name]
    small, large = _read_in_a_process(unit, MEGABYTE // 4), _read_in_a_process(unit, MEGABYTE)
    assert small <= large <= 5 * small + 8


def test_two_megabytes_on_one_line_are_read_to_the_end() -> None:
    sentence = UNITS["sentences"]
    count = 2 * MEGABYTE // len(sentence)
    assert _read_in_a_process(sentence, count * len(sentence)) >= 3 * count - count // 100


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
    text = "נספרו 34 סירות ו-12 רפסודות"
    quantities = read(text).quantities
    assert [text[quantity.start : quantity.end] for quantity in quantities] == ["34", "12"]


def test_combining_marks_and_emoji_do_not_shift_offsets() -> None:
    text = "Cafe\u0301 🛥️ counted 34 boats 👩‍👩‍👧 and 12 rafts."
    assert [text[quantity.start : quantity.end] for quantity in read(text).quantities] == ["34", "12"]
