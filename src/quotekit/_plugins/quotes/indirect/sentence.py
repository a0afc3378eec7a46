"""Sentences with their cues, and in segments, which are their clauses between commas."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Final

from quotekit.document import Document
from quotekit.spans import Span
from quotekit.syntax._clauses import SIGNS, stripped
from quotekit.syntax._cues import Cue

DIALOGUE: Final = frozenset("—–―")
"""A paragraph that begins with one of these is spoken."""
LONGEST: Final = 300
"""A sentence of more tokens is no sentence."""


class Sentence:
    """A sentence in token indices; its clauses are the parts between commas and other signs.

    Args:
        document: The document.
        span: The sentence.
        cues: The cues with their head in it, or after it and before the next.

    Attributes:
        document: The document.
        all_cues: The cues.
        in_quotes: For each token of the document, the pair of marks that holds it, or 0.
        inside: Its tokens.
    """

    def __init__(self, document: Document, span: Span, cues: Sequence[Cue]) -> None:
        self.document = document
        self.all_cues = cues
        self.in_quotes = document.in_quotes
        self.inside = document.tokens.within(span.start, span.end)
        self._at = span.start

    @cached_property
    def paragraph(self) -> Span | None:
        """Its paragraph."""
        return self.document.paragraph_at(self._at)

    @cached_property
    def segments(self) -> list[tuple[int, int]]:
        """First and last word of each clause."""
        clauses = self.document.clauses_in(self.inside.start, self.inside.stop)
        return [(clause.first, clause.last) for clause in clauses]

    @cached_property
    def starts(self) -> list[int]:
        """The first words of the clauses."""
        return [first for first, _ in self.segments]

    @property
    def first(self) -> int:
        """Its first word."""
        return self.segments[0][0]

    @property
    def last(self) -> int:
        """Its last word."""
        return self.segments[-1][1]

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues outside marks."""
        start, stop = self.inside.start, self.inside.stop
        return [
            cue
            for cue in self.all_cues
            if not self.in_quotes[cue.head] and start <= cue.first and cue.last < stop
        ]

    @cached_property
    def _heads(self) -> frozenset[int]:
        return frozenset(i for cue in self.cues for i in (cue.first, cue.head))

    def is_prose(self) -> bool:
        """Return whether it is no line of a dialogue, no longer than sentences are, and has words."""
        if not self.inside or len(self.inside) > LONGEST or self.paragraph is None:
            return False
        return self.document.text[self.paragraph.start] not in DIALOGUE and bool(self.segments)

    @cached_property
    def marked(self) -> bool:
        """Whether any word stands in marks."""
        return any(self.in_quotes[self.first : self.last + 1])

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
    """Yield the sentences of a document with their cues; each cue belongs to one."""
    start = 0
    for span, following in zip_longest(document.sentences, document.sentences[1:]):
        end = len(document.text) if following is None else following.start
        yield Sentence(document, span, document.cues_in(start, end))
        start = end
