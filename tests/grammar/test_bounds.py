"""Words before and behind a number that say on which side of it the truth lies, and the same words where they say no such thing."""

from __future__ import annotations

import pytest

from numclaims.grammar.quantities import read
from numclaims.model import Bound

BEFORE = [
    ("Arrivals may not exceed 50 boats.", "at most", "not exceed 50"),
    ("Arrivals never exceeded 50 boats.", "at most", "never exceeded 50"),
    ("Arrivals exceeded 50 boats.", "more than", "exceeded 50"),
    ("<b>50 boats came.", "exact", "50"),
    ("<br/>50 boats came.", "exact", "50"),
    ("The n >50 boats came.", "more than", ">50"),
    ("About 50 boats came.", "about", "About 50"),
    ("Around 50 boats came.", "about", "Around 50"),
    ("Some 50 boats came.", "about", "Some 50"),
    ("Roughly 50 boats came.", "about", "Roughly 50"),
    ("Approximately 50 boats came.", "about", "Approximately 50"),
    ("An estimated 50 boats came.", "about", "An estimated 50"),
    ("Nearly 50 boats came.", "about", "Nearly 50"),
    ("Almost 50 boats came.", "about", "Almost 50"),
    ("Close to 50 boats came.", "about", "Close to 50"),
    ("In the region of 50 boats came.", "about", "In the region of 50"),
    ("~50 boats came.", "about", "~50"),
    ("At least 50 boats came.", "at least", "At least 50"),
    ("No fewer than 50 boats came.", "at least", "No fewer than 50"),
    ("Not less than 50 boats came.", "at least", "Not less than 50"),
    ("A minimum of 50 boats came.", "at least", "A minimum of 50"),
    ("≥50 boats came.", "at least", "≥50"),
    ("More than 50 boats came.", "more than", "More than 50"),
    ("Over 50 boats came.", "more than", "Over 50"),
    ("Well over 50 boats came.", "more than", "Well over 50"),
    ("Just over 50 boats came.", "more than", "Just over 50"),
    ("Upwards of 50 boats came.", "more than", "Upwards of 50"),
    ("In excess of 50 boats came.", "more than", "In excess of 50"),
    ("Up to 50 boats came.", "at most", "Up to 50"),
    ("As many as 50 boats came.", "at most", "As many as 50"),
    ("No more than 50 boats came.", "at most", "No more than 50"),
    ("At most 50 boats came.", "at most", "At most 50"),
    ("A maximum of 50 boats came.", "at most", "A maximum of 50"),
    ("≤ 50 boats came.", "at most", "≤ 50"),
    ("Fewer than 50 boats came.", "less than", "Fewer than 50"),
    ("Less than 50 boats came.", "less than", "Less than 50"),
    ("Under 50 boats came.", "less than", "Under 50"),
    ("Just under 50 boats came.", "less than", "Just under 50"),
    ("Just shy of 50 boats came.", "less than", "Just shy of 50"),
    ("<50 boats came.", "less than", "<50"),
]
BEHIND = [
    ("They need 50 or more boats.", "at least", "50 or more"),
    ("They need 50+ boats.", "at least", "50+"),
    ("They need 50-plus boats.", "at least", "50-plus"),
    ("They need 50 or so boats.", "about", "50 or so"),
    ("They need 50-odd boats.", "about", "50-odd"),
    ("They need 50 or fewer boats.", "at most", "50 or fewer"),
    ("They need 50 km or more.", "at least", "50 km or more"),
    ("They need 50 kg at least.", "at least", "50 kg at least"),
    ("They need $50 or less.", "at most", "$50 or less"),
    ("They need 50% or higher.", "at least", "50% or higher"),
    ("They need 50 minutes at most.", "at most", "50 minutes at most"),
]
WITH_UNITS = [
    ("They saw > 50 boats.", "more than", "> 50"),
    ("It lasts up to two weeks.", "at most", "up to two weeks"),
    ("It ended within 24 hours.", "at most", "within 24 hours"),
    ("It lasted for over 24 hours.", "more than", "over 24 hours"),
    ("It costs more than $1.2 billion.", "more than", "more than $1.2 billion"),
    ("It costs as much as $40.", "at most", "as much as $40"),
    ("It fell by more than 4%.", "more than", "more than 4%"),
    ("It fell below 4%.", "less than", "below 4%"),
    ("Losses exceed 3,000 head.", "more than", "exceed 3,000"),
    ("It weighs nearly half a tonne.", "about", "nearly half a tonne"),
    ("More than half of the crew left.", "more than", "More than half"),
    ("At least a third of the crew left.", "at least", "At least a third"),
    ("More than a hundred boats came.", "more than", "More than a hundred"),
    ("At least two dozen boats came.", "at least", "At least two dozen"),
    ("At least another 50 boats came.", "at least", "At least another 50"),
    ("At least some 50 boats came.", "at least", "At least some 50"),
    ("Up to about 50 boats came.", "at most", "Up to about 50"),
    ("More than 1 in 5 voters stayed away.", "more than", "More than 1 in 5"),
    ("Anyone under the age of 12 rides free.", "less than", "under the age of 12"),
    ("Anyone over the age of 70 rides free.", "more than", "over the age of 70"),
    ("It is less than minus 4 °C.", "less than", "less than minus 4 °C"),
]
NEGATED = [
    ("A crate must not weigh more than 50 kg.", "at most", "more than 50 kg"),
    ("A crate cannot be heavier than 50 kg.", "at most", "heavier than 50 kg"),
    ("No crate may weigh over 50 kg.", "at most", "over 50 kg"),
    ("The raft cannot carry more than 50 people.", "at most", "more than 50"),
    ("The tide never took longer than 50 minutes.", "at most", "longer than 50 minutes"),
    ("It does not cost more than $50.", "at most", "more than $50"),
    ("Nobody paid more than $50.", "at most", "more than $50"),
    ("None of them paid more than $50.", "at most", "more than $50"),
    ("Guests may not be charged more than $50.", "at most", "more than $50"),
    ("Its share will not rise above 50%.", "at most", "above 50%"),
    ("It isn't less than 50 km.", "at least", "isn't less than 50 km"),
    ("The dose should not fall below 50 mg.", "at least", "below 50 mg"),
    ("It is not allowed to hold more than 50 people.", "at most", "more than 50"),
    ("The yard has not paid more than 50 suppliers.", "more than", "more than 50"),
    ("No crate over 50 kg came.", "more than", "over 50 kg"),
    ("Crates that weigh more than 50 kg are not allowed.", "more than", "more than 50 kg"),
    ("He was not found until more than 50 days later.", "more than", "more than 50 days"),
    ("It did not rain for more than 50 days.", "more than", "more than 50 days"),
    ("It is not known whether more than 50 people came.", "more than", "more than 50"),
]
NO_BOUND = [
    ("The firm took over 50 shops.", "50"),
    ("The crew took over 50 boats.", "50"),
    ("Some say 50 boats came.", "50"),
    ("They set out at 50 points.", "50"),
    ("The meeting was over. 50 boats came.", "50"),
    ("He handed over 50 letters.", "50"),
    ("They passed 50 boats on the way.", "50"),
    ("Of the most, 50 boats came.", "50"),
    ("They sold 50, or more to the point gave away, boats.", "50"),
]

LEVELS = [
    ("Unemployment crept up to 7.3 per cent in spring.", "exact", "7.3 per cent"),
    ("The temperature went up to 31 in the shade.", "exact", "31"),
    ("Membership has inched up to 214.", "exact", "214"),
    ("The toll is up to 19 from 16.", "exact", "19"),
    ("The tally is now up to 88.", "exact", "88"),
    ("The find brought the total up to 61.", "exact", "61"),
    ("The lift carries up to 12 guests.", "at most", "up to 12"),
    ("Up to 70 sheep drowned.", "at most", "Up to 70"),
    ("The fine is up to 250 euros.", "at most", "up to 250 euros"),
    ("The wait was up to 3 hours.", "at most", "up to 3 hours"),
    ("The train can go up to 320 km/h.", "at most", "up to 320 km/h"),
    ("Rents rose up to 15%.", "at most", "up to 15%"),
    ("The vet took up to 40 samples.", "at most", "up to 40"),
]
PASSED = [
    ("The channel passed 40 million viewers in June.", "more than", "passed 40 million"),
    ("The march topped 3,000 people.", "more than", "topped 3,000"),
    ("Orders surpassed 90 boats.", "more than", "surpassed 90"),
    ("The toll crossed 500.", "more than", "crossed 500"),
    ("We passed 14 lorries on the way.", "exact", "14"),
    ("They crossed 3 rivers.", "exact", "3"),
    ("The fire crossed 2 km of heath.", "exact", "2 km"),
]


def _first(text: str) -> tuple[Bound, str]:
    quantity = read(text).quantities[0]
    return quantity.bound, text[quantity.start : quantity.end]


@pytest.mark.parametrize(("text", "bound", "surface"), BEFORE)
def test_words_before_a_number_bound_it(text: str, bound: Bound, surface: str) -> None:
    assert _first(text) == (bound, surface)


@pytest.mark.parametrize(("text", "bound", "surface"), BEHIND)
def test_words_behind_a_number_bound_it(text: str, bound: Bound, surface: str) -> None:
    assert _first(text) == (bound, surface)


@pytest.mark.parametrize(("text", "bound", "surface"), [*WITH_UNITS, *NEGATED])
def test_bounds_hold_for_the_number_with_its_unit(text: str, bound: Bound, surface: str) -> None:
    assert _first(text) == (bound, surface)


@pytest.mark.parametrize(("text", "bound", "surface"), LEVELS)
def test_up_to_behind_a_movement_is_a_level_and_no_bound(text: str, bound: Bound, surface: str) -> None:
    assert _first(text) == (bound, surface)


@pytest.mark.parametrize(("text", "bound", "surface"), PASSED)
def test_a_tally_passes_a_number_and_a_traveller_passes_things(text: str, bound: Bound, surface: str) -> None:
    assert _first(text) == (bound, surface)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The losses were more than\n\n12 boats sank.", ["exact"]),
        ("They lost at\n\nleast 12 boats.", ["exact"]),
        ("The harbour lost 50\n\nor more of them.", ["exact"]),
        ("The toll rose to 50\nAt least twelve boats sank.", ["exact", "at least"]),
        ("It was over. 12 boats sank.", ["exact"]),
        ("He drove to the max. 12 people watched.", ["exact"]),
        ("The losses were more than\n12 boats.", ["more than"]),
        ("The limit is max. 12 people.", ["at most"]),
    ],
)
def test_a_bound_ends_with_its_paragraph_and_its_sentence(text: str, bounds: list[Bound]) -> None:
    assert [quantity.bound for quantity in read(text).quantities] == bounds


@pytest.mark.parametrize(("text", "surface"), NO_BOUND)
def test_the_same_words_elsewhere_are_no_bounds(text: str, surface: str) -> None:
    assert _first(text) == ("exact", surface)


@pytest.mark.parametrize("text", [case[0] for case in BEFORE])
def test_a_bound_leaves_the_value_alone(text: str) -> None:
    (quantity,) = read(text).quantities
    assert (quantity.value, quantity.low, quantity.high, quantity.unit) == (50, None, None, "")


def test_a_bound_belongs_to_one_number_only() -> None:
    quantities = read("At least 50 boats and 30 rafts came, and 20 people or more drowned.").quantities
    assert [quantity.bound for quantity in quantities[:2]] == ["at least", "exact"]


def test_a_range_may_have_a_bound_word_and_stays_a_range() -> None:
    (quantity,) = read("About 30 to 40 boats came.").quantities
    assert (quantity.low, quantity.high, quantity.bound) == (30, 40, "range")
