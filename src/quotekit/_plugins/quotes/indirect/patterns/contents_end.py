"""Where contents after their cue end: a report of their own, marks, the words of the writer."""

from __future__ import annotations

from quotekit._plugins.quotes.indirect.patterns.reader import Reader
from quotekit._plugins.quotes.indirect.patterns.sentence import Sentence
from quotekit.syntax._cues import Cue


class EndReader(Reader):
    """Reads where contents end."""

    def end(self, s: Sentence, cue: Cue, first: int) -> int:
        """Return the last token of a clause that follows its cue.

        It runs to the end of the sentence; where the cue stands in a subordinate clause itself, or where
        another report is joined on (*…, und fügte hinzu, …*), to the end of its segment.
        """
        k = s.segment_of(first)
        cue_segment = s.start_of(s.segment_of(cue.first))
        subordinate = (
            cue_segment is not None
            and self.lowers[cue_segment] in self.words.subordinating
            and cue_segment < cue.first
            and not self._follows_report(s, cue, cue_segment)
        )
        for n in range(k + 1, len(s.segments)):
            start = s.segments[n][0]
            low = self.lowers[start]
            opens_more = (
                low in self.words.subordinating
                or low in self.words.that
                or low in self.phrases.words.relatives
            )
            quoted = s.sign_before(start) == ":" and s.is_quoted(start)
            ends = subordinate and not opens_more and self._is_whole(s, first, n - 1)
            if quoted or s.sign_before(start) in ";–—" or ends:
                return s.segments[n - 1][1]
            if low in self.phrases.words.joining and (s.is_cue(start + 1) or s.is_cue(start + 2)):
                return s.segments[n - 1][1]
            if low in self.words.contrasting and self._is_writers(s, cue, first, n):
                return s.segments[n - 1][1]  # …, aunque matizó que C
        joined = self._narrated(s, cue, first)
        if joined > 0:
            return joined
        for cue in s.cues:
            joined = self.lowers[cue.first - 1] in self.phrases.words.joining
            if (
                cue.first > first + 1
                and joined
                and not cue.row.traits.isdisjoint(("talks", "orders"))
                and cue.form not in ("fixed", "base")
            ):
                return cue.first - 2  # … und fügte hinzu
        return s.last

    def _is_whole(self, s: Sentence, first: int, n: int) -> bool:
        """Return whether a clause has its verb by segment *n*: not *que el agua, toda la dulce, …*."""
        led = self.lowers[first - 1] in self.words.that
        if self.words.comma or self.phrases.words.verb_second or not led:
            return True
        return any(self.phrases.is_finite(i) for i in range(first, s.segments[n][1] + 1))

    def _follows_report(self, s: Sentence, cue: Cue, start: int) -> bool:
        """Return whether a relative clause ends its sentence: *dijo el juez, quien añadió que C*."""
        relative = self.lowers[start] in self.phrases.words.relatives and not self.words.comma
        return relative and any(
            other.head < start and other.row.pos == "verb" for other in s.cues if other is not cue
        )

    def _is_writers(self, s: Sentence, cue: Cue, contents: int, n: int) -> bool:
        """Return whether the writer goes on in segment *n*: a verb reports, or narrates as the cue."""
        first, last = s.segments[n]
        if any(
            first < other.head <= last
            and other.row.pos == "verb"
            and other.form != "base"
            and "talks" in other.row.traits
            for other in s.cues
        ):
            return True
        narrated = [
            i for i in range(contents, last + 1) if self._narrates(i) and not s.is_quoted(i)
        ]
        return bool(narrated) and self._narrates(cue.head) and narrated[0] >= first

    def _narrates(self, i: int) -> bool:
        endings = self.words.narrative_endings
        return bool(endings) and self.lowers[i].endswith(endings)

    def _narrated(self, s: Sentence, cue: Cue, first: int) -> int:
        """Return the last word before a second verb in the tense of the cue, or -1.

        *Dijo que el puente aguanta y ofreció ayuda*: the contents have no such verb before.
        """
        if not self._narrates(cue.head):
            return -1
        for i in range(first, s.last):
            if s.is_quoted(i) or not self._narrates(i):
                continue
            joined = self.lowers[i - 1] in self.phrases.words.joining and i - 1 > first
            contents = s.stripped((first, i - 2)) if joined else None
            return contents[1] if contents and self.tokens.texts[i].islower() else -1
        return -1
