"""Beside the marks: the cue that reports a stretch, or the signature under it.

Where a cue can stand is read from the sign at the mark (*“…,” she said* has one), from what stands
between (a subject before the verb, an addressee behind it) and from the frames of the cue's row.
"""

from __future__ import annotations

from quotekit._plugins.quotes.quoted.following import Behind
from quotekit._plugins.quotes.quoted.preceding import Before
from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan
from quotekit._plugins.quotes.quoted.signature import find_signature


class Beside(Behind, Before):
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
        stretch.governor = self._governor(stretch)
        if stretch.before is not None and self._next_begins(stretch):
            stretch.after = None
        if stretch.after is None:
            stretch.signature = find_signature(self.document, stretch)

    def parts(self, stretch: QuotedSpan) -> list[QuotedSpan]:
        """Part a stretch whose cue stands inside its marks."""
        return [stretch]
