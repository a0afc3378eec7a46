"""What the readers of untagged patterns share: the document, its words, and its subjects."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.document import Document
from quotekit.syntax._clause_subjects import ClauseSubjects
from quotekit.syntax._clause_words import ClauseWords
from quotekit.syntax._cues import Cue

ASIDE_WORDS: Final = 12
"""A clause like *a indiqué lundi le maire de la ville* has no more words besides."""
FEW_WORDS: Final = 2
"""Contents before a cue have more words: *Non, a dit X* is no clause."""
SURE: Final = 0.85
LIKELY: Final = 0.75
CARRY: Final = 0.7
HEARSAY: Final = 0.6


class Reader:
    """Reads the sentences of one document.

    Args:
        document: The document.
        words: The words of its language.
    """

    def __init__(self, document: Document, words: ClauseWords) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lowers = document.tokens.lowers
        self.phrases = document.phrases
        self.subjects = document.memo(ClauseSubjects)
        self.words = words

    def reports_itself(self, i: int) -> bool:
        """Return whether a verb is in the subjunctive or conditional: *sei*, *wäre*."""
        low = self.lowers[i]
        known = low in self.words.subjunctive or low in self.words.conditional
        return known and self.tokens.texts[i][0].islower()

    def is_inner(self, s: Sentence, cue: Cue) -> bool:
        """Return whether a verb is in a clause that is no main clause."""
        start = s.segments[s.segment_of(cue.first)][0]
        inner = self.lowers[start] in self.words.subordinating or self.subjects.is_relative(start)
        return inner and self.words.comma and start != s.first
