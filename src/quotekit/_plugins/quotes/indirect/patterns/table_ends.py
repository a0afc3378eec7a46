"""Ends by tables: where a reported clause ends by its signs, its conjunctions and the forms of verbs."""

from __future__ import annotations

from collections.abc import Iterator

from quotekit._plugins.quotes.indirect.patterns.clause_ends import (
    CONTRAST,
    JOINED,
    OWN,
    SIGN,
    TURN,
    End,
)
from quotekit._plugins.quotes.indirect.patterns.reader import Reader
from quotekit._plugins.quotes.indirect.sentence import Sentence
from quotekit.syntax._cues import Cue


class TableEnds(Reader):
    """Reads where contents end."""

    def end(self, s: Sentence, cue: Cue, first: int) -> int:
        """Return the last token of a clause that follows its cue: its first end with a stop.

        It runs to the end of the sentence; where the cue stands in a subordinate clause itself, or where
        another report is joined on (*…, und fügte hinzu, …*), to the end of its segment.
        """
        return min((end.token for end in self.ends(s, cue, first) if end.stop), default=s.last)

    def ends(self, s: Sentence, cue: Cue, first: int) -> Iterator[End]:
        """Yield where contents may end: before each later segment, then inside the last one."""
        subordinate = self._is_in_subordinate(s, cue)
        for n in range(s.segment_of(first) + 1, len(s.segments)):
            leaves = subordinate and self._leaves(s, first, n)
            stop = OWN if leaves else self._sign(s, n) or self._contrast(s, cue, first, n)
            yield End(s.segments[n - 1][1], stop=stop)
        turn = self._turn(s, cue, first)
        if turn is not None:
            yield End(turn, stop=TURN)
        for other in s.cues:
            if self._is_joined(other, first):
                yield End(other.first - 2, JOINED, stop=JOINED)

    def _leaves(self, s: Sentence, first: int, n: int) -> bool:
        """Return whether segment *n* is no part of a subordinate clause that ends with contents."""
        low = self.lowers[s.segments[n][0]]
        inner = (self.words.subordinating, self.words.that, self.phrases.words.relatives)
        return not any(low in each for each in inner) and self._is_whole(s, first, n - 1)

    def _is_in_subordinate(self, s: Sentence, cue: Cue) -> bool:
        """Return whether the cue stands in a subordinate clause of somebody else's sentence."""
        start = s.start_of(s.segment_of(cue.first))
        if start is None or start >= cue.first:
            return False
        if self.lowers[start] not in self.words.subordinating:
            return False
        return not self._follows_report(s, cue, start)

    def _sign(self, s: Sentence, n: int) -> str:
        """Return what parts segment *n* from the one before: a sign, or a report joined on."""
        start = s.segments[n][0]
        sign = s.sign_before(start)
        if sign in ";–—" or (sign == ":" and s.is_quoted(start)):
            return SIGN
        joining = self.lowers[start] in self.phrases.words.joining
        return JOINED if joining and (s.is_cue(start + 1) or s.is_cue(start + 2)) else ""

    def _is_joined(self, cue: Cue, first: int) -> bool:
        """Return whether a cue inside a segment reports something else: *… und fügte hinzu*."""
        joined = self.lowers[cue.first - 1] in self.phrases.words.joining
        says = not cue.row.traits.isdisjoint(("talks", "orders"))
        return cue.first > first + 1 and joined and says and cue.form not in ("fixed", "base")

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

    def _contrast(self, s: Sentence, cue: Cue, contents: int, n: int) -> str:
        """Return whether the writer goes on with a contrast in segment *n*: *aunque matizó que C*.

        A verb there reports, or narrates as the cue does.
        """
        first, last = s.segments[n]
        if self.lowers[first] not in self.words.contrasting:
            return ""
        reports = any(
            first < other.head <= last
            and other.row.pos == "verb"
            and other.form != "base"
            and "talks" in other.row.traits
            for other in s.cues
        )
        if reports or self._narrated(s, cue, contents, last) >= first:
            return CONTRAST
        return ""

    def _turn(self, s: Sentence, cue: Cue, first: int) -> int | None:
        """Return the last word before a second verb in the tense of the cue.

        *Dijo que el puente aguanta y ofreció ayuda*: the contents have no such verb before.
        """
        verb = self._narrated(s, cue, first, s.last - 1)
        if verb - 1 <= first or not self.tokens.texts[verb].islower():
            return None
        joined = self.lowers[verb - 1] in self.phrases.words.joining
        contents = s.stripped((first, verb - 2)) if joined else None
        return contents[1] if contents is not None else None

    def _narrated(self, s: Sentence, cue: Cue, first: int, last: int) -> int:
        """Return the first verb that narrates as the cue does, outside marks, or -1."""
        verbs = (i for i in range(first, last + 1) if self._narrates(i) and not s.is_quoted(i))
        return next(verbs, -1) if self._narrates(cue.head) else -1

    def _narrates(self, i: int) -> bool:
        endings = self.words.narrative_endings
        return bool(endings) and self.lowers[i].endswith(endings)
