"""Beside the marks: the cue that reports a quoted span, or the signature under it.

Where a cue can stand is read from the sign at the mark (*“…,” she said* has one), from what stands
between (a subject before the verb, an addressee after it) and from the frames of the cue's row.
"""

from __future__ import annotations

from typing import Final

import attrs

from quotekit._plugins.quotes.quoted.following import Following
from quotekit._plugins.quotes.quoted.preceding import Preceding
from quotekit._plugins.quotes.quoted.quoted_spans import QuotedSpan
from quotekit._plugins.quotes.quoted.signature import find_signature
from quotekit.models import MentionKind
from quotekit.spans import Span
from quotekit.syntax._cues import Cue
from quotekit.syntax._signs import DASHES

NAME: Final = 8
"""A name has no more tokens."""


class Beside(Following, Preceding):
    """Looks beside the quoted spans of one document."""

    def look(self, quoted: QuotedSpan) -> None:
        """Fill in the cues and the signature of a quoted span."""
        quoted.before = self._before(quoted)
        if quoted.pair.closing is not None:
            quoted.after = self._after(quoted) or self._sentence_after(quoted)
        elif quoted.before is None:
            self._cut_at_cue(quoted)
        if quoted.before is None and quoted.left < quoted.opening:
            quoted.clause = self._clause(quoted)
            quoted.near = self._near(quoted)
            quoted.judgement = self._judgement(quoted)
        quoted.governor = self._governor(quoted)
        if quoted.before is not None and self._next_begins(quoted):
            quoted.after = None
        if quoted.after is None:
            quoted.signature = find_signature(self.document, quoted)

    def parts(self, quoted: QuotedSpan) -> list[QuotedSpan]:
        """Part a quoted span where its cue stands inside the marks: *« Le pont, dit-il, tient. »*."""
        if quoted.after or quoted.before:
            return [quoted]
        inside = self.tokens.within(quoted.inner.start, quoted.inner.end)
        for cue in self._cues_in(inside.start + 1, inside.stop):
            clause = self._incise(cue, inside)
            if clause is None:
                continue
            first, following = clause
            last = first - 1 - (self.tokens.texts[first - 1] in DASHES)
            said = Span(quoted.inner.start, self.tokens.ends[last])
            before = attrs.evolve(quoted, inner=said, after=cue)
            if following >= inside.stop:
                return [before]
            rest = Span(self.tokens.starts[following], quoted.inner.end)
            return [before, attrs.evolve(quoted, inner=rest)]
        return [quoted]

    def _incise(self, cue: Cue, inside: range) -> tuple[int, int] | None:
        """Return the first token of a cue clause inside marks and the one after it, if it is one."""
        if cue.form == "fixed" or not self._speaks(cue):
            return None
        clause = self._inverted(cue, inside) or self._name_first(cue)
        if clause is None or clause[0] <= inside.start + 1:
            return None
        texts, (first, last) = self.tokens.texts, clause
        opening, closing = texts[first - 1], texts[last + 1]
        if opening in DASHES and closing in DASHES:
            return first, last + 2 + (texts[last + 2] in (",", ".", ";"))
        ends = last + 1 >= inside.stop or closing in (",", ".", ";")
        return (first, last + 2) if opening in (",", "?", "!") and ends else None

    def _inverted(self, cue: Cue, inside: range) -> tuple[int, int] | None:
        """Return the ends of a verb with its subject after it: *dit-il*, *sagte Ute Brandt*."""
        if self.phrases.words.small_nouns:
            if self.phrases.clitic((cue.head, cue.last)) is not None:
                return cue.first, cue.last
            place = self.phrases.extent(cue.last + 1, inside.stop)
            return (cue.first, place[1]) if place and self.phrases.opens(place[0]) else None
        start = self.tokens.starts[cue.last + 1]
        for mention in self.document.mentions_in(start, start + 1):
            if mention.kind is MentionKind.NAME:
                return cue.first, self.tokens.before(mention.span.end)
        return None

    def _name_first(self, cue: Cue) -> tuple[int, int] | None:
        """Return the ends of a verb with a name before it: *Ida Moss said*."""
        end = self.tokens.ends[cue.first - 1]
        start = self.tokens.starts[max(0, cue.first - NAME)]
        for mention in self.document.mentions_in(start, end):
            if mention.kind is MentionKind.NAME and mention.span.end == end:
                return self.tokens.after(mention.span.start), cue.last
        return None
