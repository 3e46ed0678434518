"""Sentences of a text with spans underlined, cut around the spans to a width; it knows nothing of why they are underlined."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter

from numclaims.model import Analysis
from numclaims.report.terminal import cells, printable_character

Extent = tuple[int, int]
"""Start and end offsets, end exclusive."""

_FAR = 1_000
"""How many characters of a line are looked at on either side of a span that stands in no sentence."""

_SNAP = 12
"""How many cells a cut may move to fall between words."""


def excerpts(text: str, sentences: Sequence[Extent], spans: Sequence[Extent], width: int) -> Iterator[tuple[str, str]]:
    """Pairs of a line of the text and a line of carets under the spans in it, none wider than `width` cells.

    `sentences`, in text order, say what to show around a span: the one that holds its start, or the line of the text it stands
    on where none does. Spans in one sentence share a line as far as they fit on one. Nothing in the lines acts on a terminal.
    """
    around: dict[Extent, list[Extent]] = {}
    for span in sorted(set(spans)):
        around.setdefault(surroundings(text, sentences, span), []).append(span)
    for (start, end), inside in around.items():
        strip = _Strip(text, start, end)
        for group in strip.groups(inside, width):
            yield strip.excerpt(group, width)


def sentences_of(analysis: Analysis) -> list[Extent]:
    """The sentences in which claims stand, in text order."""
    return sorted({(claim.sentence_start, claim.sentence_start + len(claim.sentence)) for claim in analysis.claims})


def surroundings(text: str, sentences: Sequence[Extent], span: Extent) -> Extent:
    """The sentence that holds the start of a span, or the line of the text that it stands on where none does; all of the span with it.

    Of a line so long that nobody broke it, what stands about the span.
    """
    nearest = bisect_right(sentences, span[0], key=itemgetter(0)) - 1
    if nearest >= 0 and span[0] < sentences[nearest][1]:
        start, end = sentences[nearest]
    else:
        first, last = max(0, span[0] - _FAR), span[1] + _FAR
        start = max(text.rfind("\n", first, span[0]), text.rfind("\r", first, span[0]), first - 1) + 1
        end = min((at for at in (text.find("\n", span[0], last), text.find("\r", span[0], last)) if at >= 0), default=min(last, len(text)))
    return start, max(end, span[1])


class _Strip:
    """A stretch of text as a terminal shows it: for each character its printable form, and the cell at which it begins.

    Of several spaces one is shown: markup that was blanked out leaves long gaps.
    """

    __slots__ = ("_begins", "_printed", "_start")

    def __init__(self, text: str, start: int, end: int) -> None:
        while start < end and text[end - 1].isspace():
            end -= 1
        self._start = start
        self._printed = [
            "" if character.isspace() and after_space else printable_character(character)
            for character, after_space in zip(text[start:end], chain([False], map(str.isspace, text[start:end])), strict=False)
        ]
        self._begins = [0]
        for printed in self._printed:
            self._begins.append(self._begins[-1] + cells(printed))

    def groups(self, spans: Sequence[Extent], width: int) -> Iterator[list[Extent]]:
        """The spans, in as few groups as fit on a line each, ellipses on both sides included."""
        group: list[Extent] = []
        for span in spans:
            if group and self._cells(group[0][0], max(end for _, end in [*group, span])) > width - 2:
                yield group
                group = []
            group.append(span)
        yield group

    def excerpt(self, spans: Sequence[Extent], width: int) -> tuple[str, str]:
        """The line and the carets under it."""
        left, right = self._window(spans, width)
        before = "…" if left > 0 else ""
        after = "…" if right < len(self._printed) else ""
        line = before + "".join(self._printed[left:right]) + after
        marks = [" "] * cells(line)
        for start, end in spans:
            first, last = (min(max(self._index(at), left), right) for at in (start, end))
            shift = len(before) - self._begins[left]
            for cell in range(self._begins[first] + shift, max(self._begins[last], self._begins[first] + 1) + shift):
                if cell < len(marks):
                    marks[cell] = "^"
        return line, "".join(marks).rstrip()

    def _window(self, spans: Sequence[Extent], width: int) -> Extent:
        """The first and the last index to show: the spans, with what fits on either side of them, cut between words."""
        last = len(self._printed)
        if self._begins[last] <= width:
            return 0, last
        core_start, core_end = self._index(spans[0][0]), self._index(max(end for _, end in spans))
        spare = max(0, width - 2 - (self._begins[core_end] - self._begins[core_start]))
        room_left, room_right = self._begins[core_start], self._begins[last] - self._begins[core_end]
        take_right = min(room_right, max(spare - spare // 2, spare - room_left))
        left, right = core_start, core_end
        while left > 0 and self._begins[core_start] - self._begins[left - 1] <= spare - take_right:
            left -= 1
        while right < last and self._begins[right + 1] - self._begins[core_end] <= take_right:
            right += 1
        while self._begins[right] - self._begins[left] > width - 2:  # one span alone is wider than a line
            right -= 1
        return self._snapped(left, min(core_start, left + _SNAP), 1), self._snapped(right, max(core_end, right - _SNAP), -1)

    def _snapped(self, cut: int, limit: int, step: int) -> int:
        """The cut, moved inwards to the nearest gap between words that comes no later than the limit."""
        if cut in (0, len(self._printed)):
            return cut
        for at in range(cut, limit + step, step) if (limit - cut) * step >= 0 else ():
            beyond, within = (at - 1, at) if step > 0 else (at, at - 1)
            if self._printed[beyond].isspace() and not self._printed[within].isspace():
                return at
        return cut

    def _cells(self, start: int, end: int) -> int:
        return self._begins[self._index(end)] - self._begins[self._index(start)]

    def _index(self, offset: int) -> int:
        return min(max(offset - self._start, 0), len(self._printed))
