"""Where contents after their cue end: a report of their own, marks, the words of the writer."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.patterns.reader import Reader
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.syntax._cues import Cue


class EndReader(Reader):
    """Reads where contents end."""

    def end(self, s: Sentence, cue: Cue, first: int) -> int:
        """Return the last token of a clause that follows its cue: the first end that is proposed.

        It runs to the end of the sentence; where the cue stands in a subordinate clause itself, or where
        another report is joined on (*…, und fügte hinzu, …*), to the end of its segment.
        """
        return next(self._ends(s, cue, first), s.last)

    def _ends(self, s: Sentence, cue: Cue, first: int) -> Iterator[int]:
        """Yield where contents may end: before a later segment, else inside the last one."""
        subordinate = self._is_in_subordinate(s, cue)
        for n in range(s.segment_of(first) + 1, len(s.segments)):
            low = self.lowers[s.segments[n][0]]
            opens_more = (
                low in self.words.subordinating
                or low in self.words.that
                or low in self.phrases.words.relatives
            )
            leaves = subordinate and not opens_more and self._is_whole(s, first, n - 1)
            if leaves or self._parts(s, n) or self._is_contrast(s, cue, first, n):
                yield s.segments[n - 1][1]
        yield from self._narrated(s, cue, first)
        yield from self._reports_joined(s, first)

    def _is_in_subordinate(self, s: Sentence, cue: Cue) -> bool:
        """Return whether the cue stands in a subordinate clause of somebody else's sentence."""
        start = s.start_of(s.segment_of(cue.first))
        if start is None or start >= cue.first:
            return False
        if self.lowers[start] not in self.words.subordinating:
            return False
        return not self._follows_report(s, cue, start)

    def _parts(self, s: Sentence, n: int) -> bool:
        """Return whether a sign, or a report joined on, parts segment *n* from what is before it."""
        start = s.segments[n][0]
        sign = s.sign_before(start)
        if sign in ";–—" or (sign == ":" and s.is_quoted(start)):
            return True
        joining = self.lowers[start] in self.phrases.words.joining
        return joining and (s.is_cue(start + 1) or s.is_cue(start + 2))

    def _reports_joined(self, s: Sentence, first: int) -> Iterator[int]:
        """Yield the words before further reports inside a segment: *… und fügte hinzu*."""
        for cue in s.cues:
            joined = self.lowers[cue.first - 1] in self.phrases.words.joining
            says = not cue.row.traits.isdisjoint(("talks", "orders"))
            if cue.first > first + 1 and joined and says and cue.form not in ("fixed", "base"):
                yield cue.first - 2

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

    def _is_contrast(self, s: Sentence, cue: Cue, contents: int, n: int) -> bool:
        """Return whether the writer goes on with a contrast in segment *n*: *aunque matizó que C*.

        A verb there reports, or narrates as the cue does.
        """
        first, last = s.segments[n]
        if self.lowers[first] not in self.words.contrasting:
            return False
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

    def _narrated(self, s: Sentence, cue: Cue, first: int) -> Iterator[int]:
        """Yield the last word before a second verb in the tense of the cue.

        *Dijo que el puente aguanta y ofreció ayuda*: the contents have no such verb before.
        """
        if not self._narrates(cue.head):
            return
        verbs = (i for i in range(first, s.last) if self._narrates(i) and not s.is_quoted(i))
        verb = next(verbs, None)
        if verb is None or not self.tokens.texts[verb].islower() or verb - 1 <= first:
            return
        if self.lowers[verb - 1] in self.phrases.words.joining:
            contents = s.stripped((first, verb - 2))
            if contents is not None:
                yield contents[1]
