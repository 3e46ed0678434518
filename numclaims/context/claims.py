"""A document to its claims: every quantity of the grammar with its sentence, item and the rest of its row.

It puts the columns together; each is read by a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from numclaims.context.clauses import read_clauses
from numclaims.context.items import changed, is_counted, names_counted, read_said, repeats, states_age
from numclaims.context.memory import Memory
from numclaims.context.sentences import split_sentences
from numclaims.context.sources import Sources
from numclaims.grammar.quantities import Reading, read
from numclaims.grammar.tokens import segments
from numclaims.lexicon.bases import to_base
from numclaims.model import Analysis, Claim, DateMention, Document


def analyse(document: Document) -> Analysis:
    """All claims and dates of a document, in text order."""
    claims: list[Claim] = []
    dates: list[DateMention] = []
    numbers = 0
    for offset, reading in _readings(document):
        numbers += reading.numbers
        dates.extend(replace(date, start=date.start + offset, end=date.end + offset) for date in reading.dates)
        claims.extend(_claims(document, offset, reading, len(claims)))
    return Analysis(document, tuple(claims), tuple(dates), numbers)


def read_claims(document: Document) -> Iterator[Claim]:
    """The claims of a document one by one, so that a text of any size needs little memory."""
    number = 0
    for offset, reading in _readings(document):
        for claim in _claims(document, offset, reading, number):
            number += 1
            yield claim


def _readings(document: Document) -> Iterator[tuple[int, Reading]]:
    if document.title:
        yield 0, read(document.title)
    base = document.body_start
    for offset, piece in segments(document.text):
        yield base + offset, read(piece)


def _claims(document: Document, offset: int, reading: Reading, number: int) -> Iterator[Claim]:
    tokens = reading.tokens
    if not reading.quantities:
        return
    sentences, memory = split_sentences(tokens), Memory(tokens)
    sources = Sources(tokens, sentences)
    bounds, clauses = (-1, -1), None
    claim: Claim | None = None
    for index, quantity in enumerate(reading.quantities):
        first = reading.spans[index][0]
        if clauses is None or first >= bounds[1]:
            bounds = sentences.at(first)
            clauses = read_clauses(tokens, *bounds)
        said = read_said(reading, index, clauses, memory.counted(first))
        source = sources.of(*reading.spans[index])[0]
        quantity = memory.priced(quantity, first, counted=names_counted(reading, index, said))
        again = claim if claim and repeats(reading, index) and (quantity.kind == claim.kind or not (said.item or said.text)) else None
        item, actor = (again.item, again.actor) if again else memory.resolve(said, clauses, source)
        if is_counted(quantity):
            memory.note(item, first)
        start, end = tokens.starts[bounds[0]], tokens.ends[bounds[1] - 1]
        if quantity.kind == "count" and states_age(item):
            quantity = replace(quantity, kind="age", unit="year")
        per = quantity.per or said.per
        base = to_base(quantity.unit, per)
        claim = Claim(
            doc=document.id,
            claim=number + index,
            start=offset + quantity.start,
            end=offset + quantity.end,
            text=tokens.text[quantity.start : quantity.end],
            sentence=tokens.text[start:end],
            kind=quantity.kind,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,
            unit=quantity.unit,
            per=per,
            item=item,
            actor=actor,
            action=said.verb.lemma if said.verb else "",
            change=changed(reading, index, said),
            source=source,
            base_value=base.convert(quantity.value),
            base_low=base.convert(quantity.low),
            base_high=base.convert(quantity.high),
            base_unit=base.unit,
            step=quantity.step,
            sentence_start=offset + start,
            subject=again.subject if again else memory.subject(said, clauses),
        )
        yield claim
