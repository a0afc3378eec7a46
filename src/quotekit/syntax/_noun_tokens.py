"""The tokens of a text as those who read nouns and names by tags need them."""

from __future__ import annotations

from typing import Final

from quotekit.syntax._closed_classes import ClosedClasses
from quotekit.syntax._morphology import Endings
from quotekit.syntax._noun_lexicon import NounLexicon
from quotekit.syntax._views import Views

OPENERS: Final = frozenset(".?!…:;\"“‘'„«(—–-*•»”")
"""After these a capital may be there because a sentence or a quotation opens."""
FINITE_FORMS: Final = frozenset(("past", "third"))


class NounTokens:
    """Parallel lists over the tokens of a text, and what its cues say of some.

    Attributes:
        words: What the tables say of nouns.
        breaks: Where paragraphs begin.
        reporting: Where cues have their heads.
        after_reports: What comes right after a finite verb that may have a quotation.
        verbs: Where cues are finite verbs.
    """

    def __init__(self, views: Views) -> None:
        tokens, cues = views.tokens, views.cues
        self.views = views
        self.words = views.language.memo(NounLexicon)
        self.endings = views.language.memo(Endings.of)
        self.small = views.language.memo(ClosedClasses)
        # Whole slices are plain lists with their sentinels, and faster to look up.
        self.texts, self.lowers = tokens.texts[:], tokens.lowers[:]
        self.starts, self.ends = tokens.starts[:], tokens.ends[:]
        self.tags = views.tags[:]
        self.n = len(tokens)
        self.breaks = frozenset(tokens.after(span.start) for span in views.paragraphs)
        self.reporting = frozenset(cue.head for cue in cues)
        finite = [cue for cue in cues if cue.row.pos == "verb" and cue.form in FINITE_FORMS]
        self.verbs = frozenset(cue.head for cue in finite)
        self.after_reports = frozenset(cue.last + 1 for cue in finite if "direct" in cue.row.frames)

    def opens(self, i: int) -> bool:
        """Return whether token *i* opens a sentence or a quotation, where a capital means little."""
        if i in self.breaks or self.texts[i - 1] not in OPENERS:
            return i in self.breaks
        if self.texts[i - 1] != ".":
            return True
        return self.lowers[i - 2] not in self.words.abbreviated and not self._is_initial(i - 2)

    def _is_initial(self, i: int) -> bool:
        """Return whether token *i* is an initial inside a name: *A* in *Ida A. Quist*"""
        one = len(self.texts[i]) == 1 and self.tags[i] == "PROPN" and self.adjacent(i + 1)
        return one and (self.texts[i - 1] == "." or self.texts[i - 1][0].isupper())

    def adjacent(self, i: int) -> bool:
        """Return whether token *i* comes right after the one before it."""
        return self.starts[i] == self.ends[i - 1]
