"""What stands beside marks, for those who look after them and before them: cues, and what they judge."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar, Final

from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan
from quotekit.document import Document
from quotekit.syntax._closed_classes import small
from quotekit.syntax._cues import Cue
from quotekit.syntax._table_words import Paths, TableWords, Words

CLOSING_SIGNS: Final = frozenset(",?!…—–-")
REACH: Final = 45
"""A cue stands no more tokens than this from its quotation."""
FEW_WORDS: Final = 4
"""A judgement that no small word introduces has no more words: *nannte den Plan „Unfug“*."""


class QuotingWords(TableWords):
    """Words beside marks, from the tables *clauses* and *marks*."""

    PATHS: ClassVar[Paths] = {
        "as_words": ("clauses", "as"),
        "judging": ("clauses", "judging"),
        "judging_any": ("clauses", "judging_any"),
        "self_naming": ("clauses", "self_naming"),
        "spoken": ("marks", "spoken"),
    }
    as_words: Words
    judging: Words
    judging_any: Words
    self_naming: Words
    spoken: Words


class Neighbours:
    """The cues of one document, and what grammar tells of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tags = document.tags
        self.small = small(document)
        self.grammar = document.grammar
        self.phrases = document.phrases
        self.words = document.language.memo(QuotingWords)
        self._firsts = [cue.first for cue in document.cues]

    def _cues_in(self, first: int, stop: int) -> Iterator[Cue]:
        for n in range(bisect_left(self._firsts, first), len(self._firsts)):
            if self._firsts[n] >= stop:
                return
            yield self.document.cues[n]

    def _cues_before(self, quoted: QuotedSpan, reach: int = REACH) -> list[Cue]:
        """Return the cues before the marks in their sentence, the nearest first."""
        first = max(quoted.left, quoted.opening - reach)
        return [*self._cues_in(first, quoted.opening)][::-1]

    def _speaks(self, cue: Cue) -> bool:
        return "speaks" in cue.row.traits and "direct" in cue.row.frames

    def _judges(self, cue: Cue, quoted: QuotedSpan) -> bool:
        """Return whether the marks hold a judgement: *als „Unsinn“*, no name: *die sich „Rat“ nennt*."""
        if not self.words.judging:
            return False
        before = self.tokens.lowers[quoted.opening - 1]
        if self.document.text[quoted.inner.start].islower():
            return True
        small = self.phrases.words
        passive = self.tokens.lowers[cue.last + 1] in small.passive
        if before in self.words.self_naming or passive:
            return False  # was als „Sonnenwind“ bezeichnet wird
        if before in self.words.judging:
            return True
        free = quoted.opening - 1 > cue.last and before not in small.determiners
        return "object" in cue.row.frames and free and quoted.words <= FEW_WORDS
