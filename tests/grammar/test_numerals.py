"""What number a numeral is worth: digits with separators, decimals, fractions, exponents, scale words, number words, ordinals."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read
from numclaims.model import Quantity

SEPARATORS = [
    ("The town has 1,234 wells.", 1234, 1),
    ("They counted 1,234.5 tonnes.", 1234.5, 0.1),
    ("They counted 1,234,567 votes.", 1_234_567, 1),
    ("They counted 1 234 567 votes.", 1_234_567, 1),
    ("They counted 1\u202f234\u202f567 votes.", 1_234_567, 1),
    ("They counted 1\u00a0234 votes.", 1234, 1),
    ("They counted 12,34,567 votes.", 1_234_567, 1),
    ("They counted 1,23,45,678 votes.", 12_345_678, 1),
    ("They counted 1'234'567 votes.", 1_234_567, 1),
    ("They counted 1’234 votes.", 1234, 1),
    ("They counted 1.234.567 votes.", 1_234_567, 1),
    ("The bridge cost €1.234.567,89.", 1_234_567.89, 0.01),
    ("The bridge cost €1,234,567.89.", 1_234_567.89, 0.01),
    ("The bridge cost €2,5 million.", 2_500_000, 100_000),
    ("It weighs 3,75 kg.", 3.75, 0.01),
    ("It weighs 0,5 kg.", 0.5, 0.1),
    ("It weighs 0.500 kg.", 0.5, 0.001),
    ("It weighs .75 kg.", 0.75, 0.01),
    ("It weighs 12.0 kg.", 12, 0.1),
    ("They sold 250 lamps.", 250, 1),
]
SCIENTIFIC = [
    ("The dish held 1.5e6 cells.", 1.5e6),
    ("The dish held 2E5 cells.", 2e5),
    ("The dish held 3 × 10^4 cells.", 3e4),
    ("The dish held 3 x 10^4 cells.", 3e4),
    ("The dish held 2.4×10⁷ cells.", 2.4e7),
    ("The dish held 10^9 cells.", 1e9),
    ("The dish held 10⁹ cells.", 1e9),
    ("A wavelength of 4.2 × 10−7 m was used.", 4.2e-7),
    ("A wavelength of 4.2 × 10⁻⁷ m was used.", 4.2e-7),
    ("A wavelength of 4.2e-7 m was used.", 4.2e-7),
]
SCALES = [
    ("The city has 3 million residents.", 3e6, 1e6),
    ("The city has 3.2 million residents.", 3.2e6, 1e5),
    ("The city has 3.25 million residents.", 3.25e6, 1e4),
    ("The budget is $40 billion.", 40e9, 1e9),
    ("The debt is $1.3 trillion.", 1.3e12, 1e11),
    ("The site drew 45 thousand visitors.", 45_000, 1000),
    ("The site drew 45k visitors.", 45_000, 1000),
    ("The site drew 45K visitors.", 45_000, 1000),
    ("The site drew 2.7m visitors.", 2.7e6, 1e5),
    ("The site drew 2.7M visitors.", 2.7e6, 1e5),
    ("The site drew 2.7 mn visitors.", 2.7e6, 1e5),
    ("The site drew 2.7 mln visitors.", 2.7e6, 1e5),
    ("The app has 1.1bn users.", 1.1e9, 1e8),
    ("The app has 1.1 bn users.", 1.1e9, 1e8),
    ("The app has 1.1b users.", 1.1e9, 1e8),
    ("Debt stands at $2tn.", 2e12, 1e12),
    ("Debt stands at $2trn.", 2e12, 1e12),
    ("Debt stands at €2.5 bn.", 2.5e9, 1e8),
    ("The scheme covers 5 lakh farmers.", 5e5, 1e5),
    ("The scheme covers 2.5 crore farmers.", 2.5e7, 1e6),
    ("The scheme costs 3 lakh crore rupees.", 3e12, 1e12),
    ("They sold 40 dozen eggs.", 480, 0),
    ("The $1.2-billion plan was dropped.", 1.2e9, 1e8),
]
WORDS = [
    ("Three men were rescued.", 3),
    ("Twenty-one goats were rescued.", 21),
    ("Twenty one goats were rescued.", 21),
    ("Ninety‑nine goats were rescued.", 99),
    ("A hundred goats were rescued.", 100),
    ("One hundred and six goats were rescued.", 106),
    ("A hundred and two goats were rescued.", 102),
    ("Two hundred fifty goats were rescued.", 250),
    ("Four thousand goats were rescued.", 4000),
    ("Twelve hundred goats were rescued.", 1200),
    ("Seven thousand three hundred and forty goats were rescued.", 7340),
    ("Two million three hundred thousand goats were rescued.", 2_300_000),
    ("Three hundred thousand goats were rescued.", 300_000),
    ("A dozen goats were rescued.", 12),
    ("Two dozen goats were rescued.", 24),
    ("Half a dozen goats were rescued.", 6),
    ("Half a million goats were rescued.", 500_000),
    ("A quarter of a million goats were rescued.", 250_000),
    ("A million goats were rescued.", 1_000_000),
    ("One and a half million goats were rescued.", 1_500_000),
    ("Two and a half thousand goats were rescued.", 2500),
    ("Three point five million goats were rescued.", 3_500_000),
    ("Zero goats were rescued.", 0),
    ("One goat was rescued.", 1),
    ("The ferry took 3 hundred goats.", 300),
    ("The ferry took 3 hundred and 21 goats.", 321),
    ("The ferry took a couple of hundred goats.", 200),
]
MIXED = [
    ("The walk is 1 1/2 miles long.", 1.5),
    ("The walk is 2¼ miles long.", 2.25),
    ("The walk is 2 ½ miles long.", 2.5),
    ("The walk is one and a half miles long.", 1.5),
    ("The walk is three and three-quarter miles long.", 3.75),
    ("The walk is two and two-thirds miles long.", 2 + 2 / 3),
    ("The walk is half a mile long.", 0.5),
    ("The walk is a mile and a half long.", 1.5),
    ("It took an hour and a half.", 1.5),
    ("It took half an hour.", 0.5),
    ("Oats fell half a cent.", 0.5),
    ("She won by half a second.", 0.5),
    ("The lid is a third lighter than the old one.", 1 / 3),
    ("It took three-and-a-half years.", 3.5),
    ("It took three quarters of an hour.", 0.75),
    ("It took two and a quarter hours.", 2.25),
]
FRACTIONS = [
    ("Half of the voters stayed away.", 0.5),
    ("A third of the voters stayed away.", 1 / 3),
    ("One third of the voters stayed away.", 1 / 3),
    ("One-third of the voters stayed away.", 1 / 3),
    ("Two thirds of the voters stayed away.", 2 / 3),
    ("Two-thirds of the voters stayed away.", 2 / 3),
    ("A quarter of the voters stayed away.", 0.25),
    ("Three-quarters of the voters stayed away.", 0.75),
    ("Three quarters of the voters stayed away.", 0.75),
    ("A fifth of the voters stayed away.", 0.2),
    ("Four-fifths of the voters stayed away.", 0.8),
    ("Nine-tenths of the voters stayed away.", 0.9),
    ("A tenth of the voters stayed away.", 0.1),
    ("1/3 of the voters stayed away.", 1 / 3),
    ("3/4 of the voters stayed away.", 0.75),
    ("¾ of the voters stayed away.", 0.75),
    ("⅔ of the voters stayed away.", 2 / 3),
    ("One in five voters stayed away.", 0.2),
    ("1 in 5 voters stayed away.", 0.2),
    ("Two out of three voters stayed away.", 2 / 3),
    ("Seven in 10 voters stayed away.", 0.7),
    ("One in every six voters stayed away.", 1 / 6),
    ("One out of every six voters stayed away.", 1 / 6),
]
ORDINALS = [
    ("It is the 70th shipment since spring.", 70),
    ("It is the 3rd shipment since spring.", 3),
    ("It is the 21st shipment since spring.", 21),
    ("It is the 112th shipment since spring.", 112),
    ("It is the 1,000th shipment since spring.", 1000),
    ("It is the seventh shipment since spring.", 7),
    ("It is the twelfth shipment since spring.", 12),
    ("It is the twenty-fifth shipment since spring.", 25),
    ("It is the hundredth shipment since spring.", 100),
    ("The clinic treated its millionth patient.", 1_000_000),
]
NEGATIVE = [
    ("The night brought -12 °C.", -12),
    ("The night brought −12 °C.", -12),
    ("The night brought minus 12 °C.", -12),
    ("The night brought minus twelve degrees Celsius.", -12),
    ("Growth of -0.3% is expected.", -0.3),
    ("Growth of −0.3% is expected.", -0.3),
    ("The fund had a balance of -$40.", -40),
    ("The fund had a balance of negative ten dollars.", -10),
]
MULTIPLES = [
    ("Twice as many boats came.", 2),
    ("The lake is three times as deep.", 3),
    ("The lake is 2.5 times the size of the town.", 2.5),
    ("A tenfold rise was measured.", 10),
    ("A 10-fold rise was measured.", 10),
    ("A twofold rise was measured.", 2),
    ("The lake is 4x larger.", 4),
]
VAGUE = [
    ("Dozens of boats sank.", 24, 99),
    ("Hundreds of boats sank.", 100, 1000),
    ("Thousands of boats sank.", 1000, 10_000),
    ("Tens of thousands of boats sank.", 10_000, 100_000),
    ("Hundreds of thousands of boats sank.", 100_000, 1_000_000),
    ("Millions of boats sank.", 1e6, 1e7),
    ("Hundreds of millions of dollars were lost.", 1e8, 1e9),
    ("A few hundred boats sank.", 200, 1000),
    ("Several hundred boats sank.", 300, 1000),
    ("Several thousand boats sank.", 3000, 9000),
    ("It lasted several days.", 3, 9),
    ("It lasted a few days.", 2, 9),
]


def _one(text: str) -> Quantity:
    (quantity,) = read(text).quantities
    return quantity


@pytest.mark.parametrize(("text", "value", "step"), SEPARATORS)
def test_separators_group_digits_or_mark_decimals(text: str, value: float, step: float) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.step == pytest.approx(step)


@pytest.mark.parametrize(("text", "value"), SCIENTIFIC)
def test_scientific_notation_is_worth_its_power_of_ten(text: str, value: float) -> None:
    assert _one(text).value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value", "step"), SCALES)
def test_scale_words_multiply_the_number_and_its_precision(text: str, value: float, step: float) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.step == pytest.approx(step)


@pytest.mark.parametrize(("text", "value"), WORDS)
def test_number_words_are_worth_what_they_say(text: str, value: float) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.kind == "count"


@pytest.mark.parametrize(("text", "value"), MIXED)
def test_mixed_numbers_are_one_number(text: str, value: float) -> None:
    assert _one(text).value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), FRACTIONS)
def test_fractions_of_a_whole_are_shares(text: str, value: float) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.kind == "share"


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinals_that_count_are_ranks(text: str, value: float) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.kind == "rank"


@pytest.mark.parametrize(("text", "value"), NEGATIVE)
def test_minus_signs_and_words_make_numbers_negative(text: str, value: float) -> None:
    assert _one(text).value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), MULTIPLES)
def test_times_and_folds_are_multiples(text: str, value: float) -> None:
    quantity = _one(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.kind == "multiple"


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_vague_amounts_are_ranges(text: str, low: float, high: float) -> None:
    quantity = _one(text)
    assert quantity.value is None
    assert quantity.bound == "range"
    assert (quantity.low, quantity.high) == pytest.approx((low, high))


def test_the_bare_number_is_marked_inside_the_quantity() -> None:
    text = "They sent more than $1.2 billion a year."
    quantity = _one(text)
    assert text[quantity.start : quantity.end] == "more than $1.2 billion a year"
    assert text[quantity.head_start : quantity.head_end] == "1.2 billion"


@pytest.mark.parametrize(("text", "value"), [("The seventh-lowest total came.", 7), ("It is the third-largest port.", 3)])
def test_an_ordinal_tied_to_a_superlative_is_a_rank(text: str, value: float) -> None:
    assert [(quantity.kind, quantity.value) for quantity in read(text).quantities] == [("rank", value)]


def test_every_number_is_seen_once() -> None:
    assert read("It rose by .08 percent and ½ mile, two boats and 1,200 men.").numbers == 4
