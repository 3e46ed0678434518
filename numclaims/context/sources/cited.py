"""Who is cited for each number of a text: citations, who their pronouns stand for, and speech quoted across sentences.

It knows no grammar of quantities and judges no source; where the text itself asserts a number there is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from numclaims.context.sentences import Sentences
from numclaims.context.sources.asides import Citation
from numclaims.context.sources.citations import read_citation
from numclaims.context.sources.quotations import quotations
from numclaims.context.sources.speakers import Phrase, is_function
from numclaims.grammar.tokens import Tokens
from numclaims.lexicon.reporting import reporting

__all__ = ["Sources"]

_THIRD_PERSON = frozenset(("he", "she", "they", "it", "him", "her", "them"))
_PERSONS = frozenset(("he", "she", "him", "her"))
_MEMORY = 5  # sentences that a speaker stays in mind for "he said"
_WINDOW = 240  # tokens of a sentence read to either side of a citing word, so that text without full stops stays cheap
_OVERLAPS = 48  # citations looked back on for one number; more than any sentence a person wrote holds


class Sources:
    """The citations of a piece of text, read once for all its claims."""

    __slots__ = ("_citations", "_firsts", "_reach", "_tokens")

    def __init__(self, tokens: Tokens, sentences: Sentences) -> None:
        self._tokens = tokens
        self._citations = sorted(_Reader(tokens, sentences).read(), key=lambda citation: citation.first)
        self._firsts = [citation.first for citation in self._citations]
        self._reach = list(accumulate((max(citation.after, citation.gap_after) for citation in self._citations), max))

    def of(self, first: int, after: int) -> tuple[str, Phrase | None]:
        """The source of the claim in tokens `first` to `after`, as it stands in the text, and the tokens that name it.

        ("", None) where nobody is cited.
        """
        last = bisect_right(self._firsts, after - 1)
        covering: Citation | None = None
        for index in range(last - 1, max(0, last - _OVERLAPS) - 1, -1):
            if self._reach[index] <= first:
                break
            citation = self._citations[index]
            if citation.gap_first <= first < citation.gap_after:
                return "", None
            if citation.covers(first) and (covering is None or citation.after - citation.first <= covering.after - covering.first):
                covering = citation
        if covering is None:
            return "", None
        return self._tokens.printed(*covering.source), covering.source


class _Reader:
    """Reads the sentences that cite in text order, with the last speaker in mind."""

    def __init__(self, tokens: Tokens, sentences: Sentences) -> None:
        self._tokens = tokens
        self._sentences = sentences
        self._quotes = quotations(tokens)
        self._speaker: Phrase | None = None
        self._spoke = -_MEMORY

    def read(self) -> list[Citation]:
        words = reporting().cues
        cues = [at for at, low in enumerate(self._tokens.lows) if low in words]
        found: list[Citation] = []
        index = 0
        while index < len(cues):
            sentence = self._sentences.at(cues[index])
            stop = bisect_left(cues, sentence[1], index)
            found += self._sentence(cues[index:stop], sentence)
            index = stop
        return found + self._quoted(found)

    def _sentence(self, cues: list[int], sentence: tuple[int, int]) -> list[Citation]:
        """The citations of one sentence, pronouns resolved."""
        number = bisect_right(self._sentences.firsts, sentence[0])
        found: list[Citation] = []
        for at in cues:
            if found and found[-1].gap_first <= at < found[-1].gap_after:
                continue
            around = max(sentence[0], at - _WINDOW), min(sentence[1], at + _WINDOW)
            citation = read_citation(self._tokens, at, around, found[-1] if found else None)
            resolved = self._resolved(citation, sentence, number) if citation else None
            if resolved:
                found.append(resolved)
                self._speaker, self._spoke = resolved.source, number
        return found

    def _resolved(self, citation: Citation, sentence: tuple[int, int], number: int) -> Citation | None:
        """The citation with the last named speaker, or else the person last named, in place of a pronoun."""
        at = citation.source[0]
        if not is_function(self._tokens, at, _THIRD_PERSON) or citation.source[1] - at > 1:
            return citation
        if self._speaker is not None and number - self._spoke < _MEMORY:
            return citation._replace(source=self._speaker)
        person = self._person(sentence, number) if self._tokens.lows[at] in _PERSONS else None
        if person:
            return citation._replace(source=person)
        return citation if self._tokens.lows[at] in _PERSONS else None

    def _person(self, sentence: tuple[int, int], number: int) -> Phrase | None:
        """A name of two words or more at the head of this sentence or one of the two before it."""
        for back in range(number - 1, max(-1, number - 4), -1):
            start = self._sentences.firsts[back]
            end = start
            while end < sentence[1] and self._tokens.words[end][:1].isupper() and self._tokens.words[end][1:].islower():
                end += 1
            if end - start >= 2:
                return (start, end)
        return None

    def _quoted(self, found: list[Citation]) -> list[Citation]:
        """Quoted speech as a whole goes to whoever is cited in its sentence, and goes on in the next one that cites nobody."""
        added: list[Citation] = []
        firsts = [citation.gap_first for citation in found]
        speaker: Phrase | None = None
        reach = -1
        for start, end in self._quotes:
            citation = self._attributed(found, firsts, start, end)
            if citation is not None:
                speaker = citation.source
            elif speaker is None or not self._goes_on(start, reach):
                continue
            reach = end
            added.append(Citation(speaker, start, end, 0, 0))
        return added

    def _goes_on(self, start: int, reach: int) -> bool:
        """Whether a quotation opens the sentence after the one in which the last quotation ended."""
        return 0 < start == self._sentences.at(start)[0] and self._sentences.at(start - 1)[0] <= reach

    def _attributed(self, found: list[Citation], firsts: list[int], start: int, end: int) -> Citation | None:
        """The citation outside a quotation, in the sentence of its end or of its beginning, that stands nearest.

        A colon announces a quotation that begins a paragraph of its own.
        """
        last = self._sentences.at(end - 1)
        behind = bisect_left(firsts, end - 1)
        if behind < len(found) and found[behind].gap_first < last[1] and found[behind].first <= end - 1:
            return found[behind]
        before = bisect_left(firsts, start) - 1
        announced = start > 0 and self._tokens.words[start - 1] == ":"
        floor = self._sentences.at(start - announced)[0]
        near = before >= 0 and firsts[before] >= floor and found[before].gap_after <= start + 1
        return found[before] if near else None
