"""What the shipped lexicon makes of money before and after numbers."""

from __future__ import annotations

import pytest

from numclaims.lexicon.units import unit_lexicon

BEFORE = [
    ("$", "USD"),
    ("us $", "USD"),
    ("$ us", "USD"),
    ("usd", "USD"),
    ("€", "EUR"),
    ("eur", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("y =", "JPY"),
    ("a $", "AUD"),
    ("c $", "CAD"),
    ("hk $", "HKD"),
    ("s $", "SGD"),
    ("nz $", "NZD"),
    ("nt $", "TWD"),
    ("r $", "BRL"),
    ("₹", "INR"),
    ("rs", "INR"),
    ("rs .", "INR"),
    ("rm", "MYR"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₺", "TRY"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₦", "NGN"),
    ("chf", "CHF"),
    ("ksh", "KES"),
    ("fcfa", "XOF"),
    ("kr", "krone"),
]
AFTER = [
    ("dollars", "USD"),
    ("us dollars", "USD"),
    ("u . s . dollars", "USD"),
    ("american dollars", "USD"),
    ("bucks", "USD"),
    ("canadian dollars", "CAD"),
    ("hong kong dollars", "HKD"),
    ("euros", "EUR"),
    ("€", "EUR"),
    ("pounds", "GBP"),
    ("pounds sterling", "GBP"),
    ("british pounds", "GBP"),
    ("egyptian pounds", "EGP"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rmb", "CNY"),
    ("rupees", "INR"),
    ("pakistani rupees", "PKR"),
    ("rubles", "RUB"),
    ("roubles", "RUB"),
    ("hryvnias", "UAH"),
    ("zlotys", "PLN"),
    ("zloty", "PLN"),
    ("forints", "HUF"),
    ("lei", "RON"),
    ("kronor", "SEK"),
    ("kroner", "NOK"),
    ("danish crowns", "DKK"),
    ("danish kroner", "DKK"),
    ("czech crowns", "CZK"),
    ("crowns", "crown"),
    ("francs", "CHF"),
    ("swiss francs", "CHF"),
    ("cfa francs", "XOF"),
    ("lira", "TRY"),
    ("shekels", "ILS"),
    ("ringgit", "MYR"),
    ("baht", "THB"),
    ("dong", "VND"),
    ("won", "KRW"),
    ("rand", "ZAR"),
    ("reais", "BRL"),
    ("pesos", "peso"),
    ("mexican pesos", "MXN"),
    ("philippine pesos", "PHP"),
    ("riyals", "SAR"),
    ("qatari riyals", "QAR"),
    ("dirhams", "AED"),
    ("moroccan dirhams", "MAD"),
    ("dinars", "dinar"),
    ("kuwaiti dinars", "KWD"),
    ("shillings", "shilling"),
    ("kenyan shillings", "KES"),
    ("naira", "NGN"),
    ("cedis", "GHS"),
    ("birr", "ETB"),
    ("tenge", "KZT"),
    ("lari", "GEL"),
    ("meticais", "MZN"),
    ("mozambican meticais", "MZN"),
    ("convertible marks", "BAM"),
    ("usd", "USD"),
    ("pln", "PLN"),
    ("cents", "cent"),
    ("pence", "penny"),
    ("p", "penny"),
]


@pytest.mark.parametrize(("mark", "code"), BEFORE)
def test_marks_before_a_number_name_a_currency(mark: str, code: str) -> None:
    unit = unit_lexicon().currency_prefixes[mark]
    assert (unit.name, unit.dimension, unit.base_unit, unit.per) == (code, "money", "", "")


@pytest.mark.parametrize(("word", "code"), AFTER)
def test_words_after_a_number_name_a_currency(word: str, code: str) -> None:
    unit = unit_lexicon().currency_words[word]
    assert (unit.name, unit.dimension, unit.base_unit, unit.per) == (code, "money", "", "")


@pytest.mark.parametrize("word", ["pounds", "won", "p", "sen", "real", "crown", "quid", "bucks", "lev", "sterling"])
def test_money_words_with_a_second_reading_are_homographs(word: str) -> None:
    assert unit_lexicon().currency_words[word].homograph


@pytest.mark.parametrize("code", ["TRY", "MAD", "PEN", "CUP", "GEL", "CAD", "BOB"])
def test_codes_that_are_words_count_in_capitals_only(code: str) -> None:
    lexicon = unit_lexicon()
    assert code.lower() not in lexicon.currency_words
    assert lexicon.symbols[code].name == code
    assert lexicon.symbols[code].homograph


@pytest.mark.parametrize("word", ["all", "cop", "cup", "top", "sdg", "cve", "sos"])
def test_names_that_numbers_follow_are_no_money(word: str) -> None:
    assert word not in unit_lexicon().currency_prefixes


def test_pounds_are_mass_and_money() -> None:
    lexicon = unit_lexicon()
    assert lexicon.words["pounds"].dimension == "mass"
    assert lexicon.currency_words["pounds"].name == "GBP"
