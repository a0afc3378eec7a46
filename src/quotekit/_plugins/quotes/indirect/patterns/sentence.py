"""Sentences in segments, which are their clauses between commas, with the cues outside marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from quotekit.document import Document
from quotekit.syntax._clauses import SIGNS, stripped
from quotekit.syntax._cues import Cue

DIALOGUE = frozenset("—–―")
"""A paragraph that begins with one of these is spoken."""
LONGEST = 300
"""A sentence of more tokens is no sentence."""


@attrs.define
class Sentence:
    """A sentence in token indices.

    Attributes:
        document: The document.
        first: Its first word.
        last: Its last word.
        paragraph: Where its paragraph starts.
        segments: First and last word of each segment.
        cues: The cues outside marks.
        marked: Whether any word stands in marks.
        in_quotes: For each token of the document, the pair of marks that holds it, or 0.
        counts: How many tokens before each one stand in marks.
        starts: The first words of the segments.
    """

    document: Document
    first: int
    last: int
    paragraph: int
    segments: list[tuple[int, int]]
    cues: list[Cue]
    in_quotes: Sequence[int]
    counts: list[int]
    starts: list[int] = attrs.field(init=False)
    _heads: frozenset[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.starts = [first for first, _ in self.segments]
        self._heads = frozenset(i for cue in self.cues for i in (cue.first, cue.head))

    @property
    def marked(self) -> bool:
        """Whether any word stands in marks."""
        return self.counts[self.last + 1] > self.counts[self.first]

    def segment_of(self, i: int) -> int:
        """Return the number of the segment that holds token *i*."""
        return max(bisect_right(self.starts, i) - 1, 0)

    def start_of(self, k: int) -> int | None:
        """Return the first word of segment *k*, if there is one."""
        return self.starts[k] if k < len(self.starts) else None

    def opens_segment(self, i: int) -> bool:
        """Return whether token *i* is the first word of a segment."""
        return self.starts[self.segment_of(i)] == i

    def before_colon(self) -> int:
        """Return the last word before a colon that marks follow, else the last of the sentence."""
        for n in range(1, len(self.segments)):
            if self.sign_before(self.starts[n]) == ":" and self.is_quoted(self.starts[n]):
                return self.segments[n - 1][1]
        return self.last

    def ends_segment(self, i: int) -> bool:
        """Return whether token *i* is the last word of a segment."""
        return self.segments[self.segment_of(i)][1] == i

    def clause_start(self, k: int) -> int:
        """Return the first word of the sentence, or after the last colon before segment *k*."""
        for n in range(k, 0, -1):
            if self.sign_before(self.starts[n]) in ":;":
                return self.starts[n]
        return self.first

    def part(self, k: int, n: int) -> tuple[int, int] | None:
        """Return the tokens from segment *k* to segment *n*."""
        if k > n or n < 0 or k >= len(self.segments):
            return None
        return self.segments[k][0], self.segments[n][1]

    def is_cue(self, i: int) -> bool:
        """Return whether a cue begins at token *i*."""
        return i in self._heads

    def is_verb(self, i: int) -> bool:
        """Return whether a verb that reports begins at token *i*."""
        return i in self._heads and any(
            i in (cue.first, cue.head) and cue.row.pos == "verb" for cue in self.cues
        )

    def is_quoted(self, i: int) -> bool:
        """Return whether token *i* is in quote marks."""
        return bool(self.in_quotes[i])

    def wholly_marked(self, first: int, last: int) -> bool:
        """Return whether all words from *first* to *last* stand in marks."""
        words = [i for i in range(first, last + 1) if self.document.tokens.texts[i][0].isalnum()]
        return all(self.in_quotes[i] for i in words)

    def sign_before(self, i: int) -> str:
        """Return the sign before token *i*, over marks; a blank where a word stands there."""
        texts = self.document.tokens.texts
        j = i - 1
        while j >= 0 and not texts[j][0].isalnum() and texts[j] not in SIGNS:
            j -= 1
        return texts[j] if j >= 0 and texts[j] in SIGNS else " "

    def sign_after(self, i: int) -> str:
        """Return the sign right after token *i*; a blank where a word stands there."""
        texts = self.document.tokens.texts
        return texts[i + 1] if i + 1 < len(texts) and not texts[i + 1][0].isalnum() else " "

    def stripped(self, part: tuple[int, int]) -> tuple[int, int] | None:
        """Return a range without signs at its ends."""
        return stripped(self.document.tokens, *part)


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of a document that are no longer than sentences are."""
    tokens = document.tokens
    in_quotes = document.in_quotes
    counts = [0, *accumulate(n > 0 for n in in_quotes)]
    for span in document.sentences:
        inside = tokens.within(span.start, span.end)
        if not inside or len(inside) > LONGEST:
            continue
        paragraph = document.paragraph_at(span.start)
        if paragraph is not None and document.text[paragraph.start] in DIALOGUE:
            continue
        if paragraph is None:
            continue
        cues = [
            cue
            for cue in document.cues_in(span.start, span.end)
            if not in_quotes[cue.head] and inside.start <= cue.first and cue.last < inside.stop
        ]
        parts = document.clauses_in(inside.start, inside.stop)
        if parts:
            segments = [(part.first, part.last) for part in parts]
            first, last = parts[0].first, parts[-1].last
            yield Sentence(
                document, first, last, paragraph.start, segments, cues, in_quotes, counts
            )
