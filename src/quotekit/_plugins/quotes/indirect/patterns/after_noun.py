"""Contents after a noun: *X ist der Ansicht, dass C*; *der Vorwurf der Mieter, sie sei C*."""

from __future__ import annotations

from typing import Final

from quotekit._plugins.quotes.indirect.candidates import AFTER, Candidate
from quotekit._plugins.quotes.indirect.patterns.after_cue import AfterCue
from quotekit._plugins.quotes.indirect.patterns.reader import LIKELY
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.models import Mention
from quotekit.syntax._cues import Cue

TAIL: Final = 2
"""So many words may follow a noun before its clause: *die Ansicht vertreten, dass*."""


class AfterNoun(AfterCue):
    """Reads clauses that a comma separates from the noun which reports them."""

    def read(self, s: Sentence, cue: Cue) -> Candidate | None:
        """Return what a noun reports after it."""
        k = s.segment_of(cue.last)
        start = s.start_of(k + 1)
        if not self.words.comma or start is None or s.sign_before(start) != ",":
            return None
        if any(
            s.segment_of(other.first) == k and "clause" in other.row.frames
            for other in s.cues
            if other.row.pos == "verb"
        ):
            return None  # gab als Begründung an, dass
        conjunction = self.lowers[start] in self.words.that
        infinite = "infinitive" in cue.row.frames and self._ends_infinite(s, k + 1)
        if not (conjunction or infinite or self._reported_clause(start, s.segments[k + 1][1])):
            return None
        source = self._holder(cue, *s.segments[k])
        contents = start + conjunction
        leads = self._leads(cue, s.segments[k][0])
        end = s.segments[k + 1][1] if leads else self.end(s, cue, contents)
        if source is None or contents > end:
            return None
        return Candidate(cue, AFTER, [(contents, end)], source, LIKELY, conjunction=conjunction)

    def _leads(self, cue: Cue, first: int) -> bool:
        """Return whether a noun stands before its verb: *Der Plan, das Bad zu schließen, scheitert*."""
        return all(self.tokens.texts[i].islower() for i in range(first + 1, cue.first))

    def _reported_clause(self, first: int, last: int) -> bool:
        """Return whether a main clause reports by its verb: *sie sei krank*, not *die krank sei*."""
        words = self.words.subordinating | self.phrases.words.joining
        verbs = (self.reports_itself(i) for i in range(first + 1, last))
        return self.lowers[first] not in words and any(verbs)

    def _holder(self, cue: Cue, first: int, last: int) -> Mention | None:
        """Return the noun's owner, the agent of a passive, or the subject that its clause opens with."""
        owner = self.phrases.owner(cue.last + 1, last + 1)
        if owner is not None or last - cue.last > TAIL:
            return owner
        words = self.phrases.words
        if not words.passive.isdisjoint(self.lowers[first : cue.first]):  # wurde von X der Schluss
            agent = self.phrases.led_by(words.agents, first, cue.first)
            if agent is not None:
                return agent
        subject = self.subjects.first_phrase(first, cue.first)
        before = subject is not None and subject.span.end < self.tokens.starts[cue.first]
        return subject if before else None
