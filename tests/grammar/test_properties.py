"""What holds for every text: offsets, order, no crash, and no action at a distance."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from numclaims.context.claims import analyse
from numclaims.grammar.quantities import read
from numclaims.model import Claim, Document

WORDS = (
    "0 1 2 3.5 12 1,234 1'234 2019 1e5 .5 ½ one two dozen hundred thousand million bn k m half third dozens several few a an the of and or "
    "to between from in per cent % percent points $ € £ USD euros kg km m/s ° °F C mg dL sq ² ³ ⁻¹ µ Ω year years old -year-old aged hour "
    "day weeks about more than up least over under not no first 3rd - – — − ± × ^ / ( ) [ ] { } , . ; : ' ’ \" “ ” # @ + = < > ~ "
    "January Monday May 20 Article No. F-16 Smith said people drones died rose fell by was"
)
PIECES = [*WORDS.split(" "), "\n", "\n\n", "\t"]
texts = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)
SENTENCES = [
    "The crew of 14 found 3 tonnes of rope.",
    "Prices rose 4.5% to $12 a barrel, or 8 euros.",
    "Between 30 and 40 people, among them an 11-year-old boy, were hurt.",
    "Two-thirds of the 1,200 homes burnt in about 6 hours.",
    "At least 56 of the 122 boats sank, the navy said.",
    "The wind blew at 14 m/s, up to 50 km/h, over 3 million hectares.",
]


def _values(text: str) -> list[tuple[float | None, float | None, float | None, str, str, str]]:
    return [(each.value, each.low, each.high, each.bound, each.unit, each.per) for each in read(text).quantities]


def _columns(claim: Claim) -> tuple[object, ...]:
    return (
        claim.text, claim.sentence, claim.kind, claim.value, claim.low, claim.high, claim.bound, claim.unit, claim.per,
        claim.item, claim.actor, claim.action, claim.change, claim.source,
    )  # fmt: skip


@given(texts)
def test_offsets_slice_back_to_the_text(text: str) -> None:
    reading = read(text)
    for quantity in reading.quantities:
        assert 0 <= quantity.start <= quantity.head_start < quantity.head_end <= quantity.end <= len(text)
        surface = text[quantity.start : quantity.end]
        assert surface == surface.strip()
    for date in reading.dates:
        assert text[date.start : date.end] == date.text


@given(texts)
@example("It sold for 40$ 50 times.")
@example("0$ 0")
def test_quantities_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for quantity in read(text).quantities:
        assert quantity.start >= end
        end = quantity.end


@given(texts)
def test_every_quantity_has_a_value_or_a_range(text: str) -> None:
    for quantity in read(text).quantities:
        assert (quantity.value is None) == (quantity.bound == "range")
        assert quantity.value is not None or (quantity.low is not None and quantity.high is not None)
        assert quantity.step >= 0


@given(texts)
def test_a_text_read_twice_reads_the_same(text: str) -> None:
    assert read(text).quantities == read(text).quantities


@given(texts, texts)
def test_claims_of_any_text_point_into_it(title: str, text: str) -> None:
    document = Document("d", text, title=title)
    full, end = document.full_text, 0
    for number, claim in enumerate(analyse(document).claims):
        assert claim.claim == number
        assert full[claim.start : claim.end] == claim.text
        assert full[claim.sentence_start :].startswith(claim.sentence)
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_start + len(claim.sentence)
        assert claim.start >= end
        end = claim.end


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.integers(min_value=0, max_value=3))
def test_a_far_away_sentence_does_not_change_a_claim(sentence: str, other: str, paragraphs: int) -> None:
    filler = "\n\nThe harbour lay quiet and nobody spoke." * paragraphs
    alone = [_columns(claim) for claim in analyse(Document("d", sentence)).claims]
    before = [_columns(claim) for claim in analyse(Document("d", f"{sentence}{filler}\n\n{other}")).claims]
    assert before[: len(alone)] == alone


@pytest.mark.parametrize("text", SENTENCES)
def test_small_letters_keep_the_values(text: str) -> None:
    assert _values(text.lower()) == _values(text)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\n"])
def test_other_spaces_keep_the_values(text: str, space: str) -> None:
    assert _values(text.replace(" ", space)) == _values(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_other_hyphens_and_apostrophes_keep_the_values(text: str) -> None:
    assert _values(text.replace("-", "‑")) == _values(text)
