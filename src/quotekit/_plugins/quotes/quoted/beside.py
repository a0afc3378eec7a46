"""Beside the marks: the cue that reports a stretch, or the signature under it.

Where a cue can stand is read from the sign at the mark (*“…,” she said* has one), from what stands
between (a subject before the verb, an addressee behind it) and from the frames of the cue's row.
"""

from __future__ import annotations

import attrs

from quotekit._plugins.quotes.quoted.following import Following
from quotekit._plugins.quotes.quoted.preceding import Preceding
from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan
from quotekit._plugins.quotes.quoted.signature import find_signature
from quotekit.spans import Span
from quotekit.syntax._cues import Cue


class Beside(Following, Preceding):
    """Looks beside the stretches of one document."""

    def look(self, stretch: QuotedSpan) -> None:
        """Fill in the cues and the signature of a stretch."""
        if stretch.pair.closing is None:
            self._cut_at_cue(stretch)
        else:
            stretch.after = self._after(stretch)
        stretch.before = self._before(stretch)
        if stretch.before is None and stretch.left < stretch.opening:
            stretch.clause = self._clause(stretch)
            stretch.near = self._near(stretch)
            stretch.judgement = self._judgement(stretch)
        stretch.governor = self._governor(stretch)
        if stretch.before is not None and self._next_begins(stretch):
            stretch.after = None
        if stretch.after is None:
            stretch.signature = find_signature(self.document, stretch)

    def parts(self, stretch: QuotedSpan) -> list[QuotedSpan]:
        """Part a stretch where its cue stands inside the marks: *« Le pont, dit-il, tient. »*."""
        if not self.phrases.words.small_nouns or stretch.after or stretch.before:
            return [stretch]
        inside = self.tokens.within(stretch.inner.start, stretch.inner.end)
        for cue in self._cues_in(inside.start + 1, inside.stop):
            behind = self._incise(cue, inside)
            if behind is None:
                continue
            comma = Span(stretch.inner.start, self.tokens.ends[cue.first - 1])
            first = attrs.evolve(stretch, inner=comma, after=cue)
            if behind >= inside.stop:
                return [first]
            rest = Span(self.tokens.starts[behind], stretch.inner.end)
            return [first, attrs.evolve(stretch, inner=rest)]
        return [stretch]

    def _incise(self, cue: Cue, inside: range) -> int | None:
        """Return the token behind a cue clause inside marks, if there is one."""
        texts = self.tokens.texts
        if texts[cue.first - 1] not in (",", "?", "!") or not self._speaks(cue):
            return None
        if cue.form == "fixed":
            return None
        last = cue.last
        if self.phrases.clitic((cue.head, cue.last)) is None:
            place = self.phrases.extent(cue.last + 1, inside.stop)
            if place is None or not self.phrases.opens(place[0]):
                return None
            last = place[1]
        if last + 1 < inside.stop and texts[last + 1] not in (",", ".", ";"):
            return None
        return last + 2
