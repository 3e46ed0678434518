"""A document to its claims: every quantity of the grammar with its sentence, item and the rest of its row.

It puts the columns together; each is read by a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from numclaims.context.clauses import Clauses, read_clauses
from numclaims.context.governing import changed
from numclaims.context.items import continues, converted_into, echoes, is_counted, names_counted, read_said, repeats, states_age
from numclaims.context.memory import Memory
from numclaims.context.pay import paid_per
from numclaims.context.places.located import Places
from numclaims.context.said import Said
from numclaims.context.sentences import split_sentences
from numclaims.context.sources.cited import Sources
from numclaims.context.times.tenses import in_general
from numclaims.context.times.told import NO_TIME
from numclaims.context.times.when import When
from numclaims.context.times.whenwords import when_words
from numclaims.context.topics import topic_of
from numclaims.context.verb import Range
from numclaims.context.why import Words, earlier, reasons
from numclaims.grammar.quantities import Reading, read
from numclaims.grammar.tokens import Tokens, segments
from numclaims.lexicon.bases import to_base
from numclaims.lexicon.topics import Topics, shipped_topics
from numclaims.model import Analysis, Claim, DateMention, Document, Quantity, Reason

_OWN = 3  # tokens behind a number in which its own noun begins: "5% of the voters"


def analyse(document: Document, *, why: bool = False, topics: Topics | None = None) -> Analysis:
    """All claims and dates of a document, in text order; with `why` the words that gave each claim its columns.

    `topics` are those that a claim may have, the shipped ones unless others are given.
    """
    claims: list[Claim] = []
    dates: list[DateMention] = []
    numbers = 0
    found: list[tuple[Reason, ...]] = []
    for piece in analyse_in_pieces(document, why=why, topics=topics):
        claims += piece.claims
        dates += piece.dates
        numbers += piece.numbers
        found += piece.why
    return Analysis(document, tuple(claims), tuple(dates), numbers, tuple(found))


def analyse_in_pieces(document: Document, *, why: bool = False, topics: Topics | None = None) -> Iterator[Analysis]:
    """The same in pieces, each with what was read from the next stretch of text, so that a text of any size needs little memory."""
    number = 0
    topics = topics or shipped_topics()
    for offset, reading in _readings(document):
        found: list[tuple[Reason, ...]] | None = [] if why else None
        claims = tuple(_claims(document, offset, reading, number, found, topics))
        dates = tuple(replace(date, start=date.start + offset, end=date.end + offset) for date in reading.dates)
        number += len(claims)
        yield Analysis(document, claims, dates, reading.numbers, tuple(found or ()))


def read_claims(document: Document, topics: Topics | None = None) -> Iterator[Claim]:
    """The claims of a document one by one, so that a text of any size needs little memory."""
    for piece in analyse_in_pieces(document, topics=topics):
        yield from piece.claims


def with_topic(claim: Claim, topics: Topics) -> Claim:
    """A claim that has been read, or edited, with the topic that its columns give it where it has none."""
    return claim if claim.topic else replace(claim, topic=topic_of(topics, claim.item, claim.action, claim.unit, claim.per, claim.sentence))


def _readings(document: Document) -> Iterator[tuple[int, Reading]]:
    if document.title:
        yield 0, read(document.title)
    base = document.body_start
    for offset, piece in segments(document.text):
        yield base + offset, read(piece)


def _claims(
    document: Document, offset: int, reading: Reading, number: int, found: list[tuple[Reason, ...]] | None, topics: Topics
) -> Iterator[Claim]:
    """The claims of one piece of text; the reasons of each are added to `found` where there is such a list."""
    if reading.quantities:
        columns = _Columns(document, offset, reading, found, topics)
        for index in range(len(reading.quantities)):
            yield columns.claim(index, number + index)


class _Columns:
    """What the claims of one piece of text share: its sentences, clauses, citations, dates and places, each read once."""

    def __init__(self, document: Document, offset: int, reading: Reading, found: list[tuple[Reason, ...]] | None, topics: Topics) -> None:
        tokens = reading.tokens
        self._document, self._offset, self._reading, self._tokens = document, offset, reading, tokens
        self._sentences = split_sentences(tokens)
        self._memory = Memory(tokens)
        self._sources = Sources(tokens, self._sentences)
        self._places = Places(tokens, self._sentences)
        self._clauses = partial(_remembered, tokens, {})
        self._when = When(tokens, self._sentences, document.date, self._clauses)
        self._last: Claim | None = None
        self._found, self._topics = found, topics
        self._sentence, self._sentence_first = "", -1

    def claim(self, index: int, number: int) -> Claim:
        """The claim of quantity `index`, numbered `number` in its document; to be asked for in text order."""
        reading, tokens, memory = self._reading, self._tokens, self._memory
        quantity, span = reading.quantities[index], reading.spans[index]
        first, after = self._sentences.at(span[0])
        clauses = self._clauses(first, after)
        said = read_said(reading, index, clauses, memory.counted(span[0]))
        source, cited = self._sources.of(*span)
        memory.hear(cited)
        general = said.verb is not None and in_general(tokens, said.verb)
        verb = said.verb.next if said.verb and is_counted(quantity) and not said.apart and said.verb.first >= span[1] else 0
        place, placed = self._places.of(*span, general=general, verb=verb)
        habit = (quantity.per or said.per) in when_words().habits
        lasting = habit or (said.verb is not None and said.verb.lemma in when_words().lasting)
        when, timed = NO_TIME if said.apart and quantity.kind == "age" else self._when.of(*span, lasting=lasting)
        quantity = memory.priced(
            quantity,
            span[0],
            counted=names_counted(reading, index, said),
            converted=converted_into(reading, index),
            conversion=index > 0 and bool(converted_into(reading, index - 1)),
        )
        if said.verb and said.verb.subject and (clauses.tag(said.verb.subject[0]) == "R" or memory.firm(said.verb.subject)):
            self._look_back(first)
        again = self._repeated(index, quantity, said)
        said = memory.owned(said, clauses)
        item, actor = (again.item, again.actor) if again else memory.resolve(said, clauses, source)
        echoed = None if again or (item and (actor or said.item)) else self._echoed(index, quantity, clauses)
        if echoed:
            item, actor = echoed.item, actor or echoed.actor
        words = memory.words(said, clauses, cited) if self._found is not None and not again else (None, None)
        if is_counted(quantity):
            memory.note(item, said.item, span[0], first)
        if quantity.kind == "count" and (states_age(item) or (not item and said.verb and states_age(memory.subject(said, clauses)))):
            quantity = replace(quantity, kind="age", unit="year")
        start, end = tokens.starts[first], tokens.ends[after - 1]
        per = quantity.per or said.per or paid_per(quantity, tokens, said.item)
        if said.apart and quantity.kind == "age" and cited and said.actor and cited[0] < said.actor[1] and said.actor[0] < cited[1]:
            source, cited = "", None  # the speaker's own age: "said Ada Byrne, 41"
        action = said.verb.lemma if said.verb and not said.apart else ""
        if first != self._sentence_first:
            self._sentence, self._sentence_first = tokens.text[start:end], first
        sentence = self._sentence if quantity.end <= end else tokens.text[start : quantity.end]
        base = to_base(quantity.unit, per)
        self._last = Claim(
            doc=self._document.id,
            claim=number,
            start=self._offset + quantity.start,
            end=self._offset + quantity.end,
            text=tokens.text[quantity.start : quantity.end],
            sentence=sentence,
            kind=quantity.kind,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            bound=quantity.bound,
            unit=quantity.unit,
            per=per,
            item=item,
            actor=actor,
            action=action,
            change=changed(reading, index, said.verb),
            place=place,
            when=when,
            source=source,
            topic=topic_of(self._topics, item, action, quantity.unit, per, sentence),
            base_value=base.convert(quantity.value),
            base_low=base.convert(quantity.low),
            base_high=base.convert(quantity.high),
            base_unit=base.unit,
            step=quantity.step,
            sentence_start=self._offset + start,
            subject=again.subject if again else memory.subject(said, clauses),
        )
        if self._found is not None:
            taken = again or echoed
            self._explain(index, self._last, said, Words(*words, placed, timed, cited), (first, after), again=taken is not None)
        return self._last

    def _explain(self, index: int, claim: Claim, said: Said, words: Words, sentence: Range, *, again: bool) -> None:
        """Add the reasons of a claim; a restatement has item and actor from the claim before."""
        if self._found is not None:
            taken = earlier(self._found[-1], "item", "actor") if again and self._found else ()
            self._found.append(reasons(self._reading, index, claim, said, words, sentence, self._offset, taken, self._topics))

    def _look_back(self, first: int) -> None:
        """Let memory know the subjects of the sentence before the one at token `first`, where no claim stands in it."""
        before = self._sentences.index(first) - 1
        if before >= 0:
            self._memory.learn(self._clauses(*self._sentences.bounds(before)))

    def _echoed(self, index: int, quantity: Quantity, clauses: Clauses) -> Claim | None:
        """The claim before, where this quantity is of the same thing without saying so: "36% of the vote, against 31%"."""
        last = self._last
        if last is None or (last.kind, last.unit) != (quantity.kind, quantity.unit) or not echoes(self._reading, index, clauses):
            return None
        return last

    def _repeated(self, index: int, quantity: Quantity, said: Said) -> Claim | None:
        """The claim before, where this quantity only says it again: "$6 (US$4.46)"."""
        last = self._last
        if last is None or last.kind == "age" != quantity.kind:
            return None
        first, after = self._reading.spans[index]
        own = said.item is not None and first <= said.item[0] <= after + _OWN
        if continues(self._reading, index):
            return None if own else last
        if not repeats(self._reading, index):
            return None
        return last if quantity.kind == last.kind or not own else None


def _remembered(tokens: Tokens, known: dict[int, Clauses], first: int, after: int) -> Clauses:
    """The clauses of a sentence, read once; only the last few sentences are kept."""
    clauses = known.get(first)
    if clauses is None:
        if len(known) > 16:
            known.clear()
        clauses = known[first] = read_clauses(tokens, first, after)
    return clauses
