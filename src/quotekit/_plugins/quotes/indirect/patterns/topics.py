"""What a verb of saying has for its object: *Der Rat forderte* [*eine neue Brücke*].

As in :mod:`..topic`, that something was said is told, and about what, but none of it.
"""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.candidates import AFTER, Candidate
from quotekit._plugins.quotes.indirect.patterns.reader import FEW_WORDS, HEARSAY
from quotekit._plugins.quotes.indirect.patterns.table_ends import TableEnds
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.syntax._cues import Cue


class Topics(TableEnds):
    """Reads the objects of main verbs whose rows have the frame *topic*."""

    def read(self, s: Sentence) -> Candidate | None:
        """Return what the main verb of a sentence without another report speaks of."""
        for cue in s.cues:
            found = self._object(s, cue) if "topic" in cue.row.frames else None
            if found is not None:
                return found
        return None

    def _object(self, s: Sentence, cue: Cue) -> Candidate | None:
        if cue.negated or cue.passive or cue.form == "base" or self.is_inner(s, cue):
            return None
        source = self.subjects.of(cue)
        if source is None or self.subjects.is_impersonal(cue):
            return None
        first = max(cue.first, self.tokens.before(source.span.end)) + 1
        if first >= s.last:
            return None
        first += self.lowers[first] in cue.row.frames  # sprach von
        last = self.end(s, cue, first)
        while last > first and self._ends_verb(cue, last):
            last -= 1
        if last - first < FEW_WORDS or not self.tokens.texts[first][0].isalnum():
            return None
        return Candidate(cue, AFTER, [(first, last)], source, HEARSAY, topic=True)

    def _ends_verb(self, cue: Cue, i: int) -> bool:
        """Return whether a word at the end belongs to the verb: *an*, *angekündigt*."""
        return i == cue.head or self.lowers[i] == cue.row.particle
