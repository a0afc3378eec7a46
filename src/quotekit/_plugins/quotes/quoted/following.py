"""Behind the marks: *“…,” she said*, *“…,” said the mayor*, *“…,” as Moss has put it*."""

from __future__ import annotations

from quotekit._plugins.quotes.quoted.context import (
    CLOSING_SIGNS,
    HEARD,
    REACH,
    RELATIVES,
    Neighbourhood,
)
from quotekit._plugins.quotes.quoted.quoted_spans import DASHES, SENTENCE_SIGNS, QuotedSpan
from quotekit.spans import Span
from quotekit.syntax._cues import Cue, unlisted_cue

PARTICLES = frozenset(("on", "in", "out", "back", "up", "off"))
SUBJECT_WORDS = 10
LEADING = frozenset("then also later in meanwhile again instead now still quickly simply".split())
BRACKETS = frozenset(("corner", "white corner"))
QUOTING_PARTICLE = "と"
LINKING = frozenset("was is became becomes remained remains had has made makes meant means".split())
"""These say something of the words in marks: *“Nuts!” became a legend*."""
LAST_WORDS = 14
"""A cue clause that a lost closing mark let in is no longer than this."""


class Behind(Neighbourhood):
    """Looks behind the stretches of one document."""

    def _after(self, stretch: QuotedSpan) -> Cue | None:
        """Find the cue of *“…,” she said* and *“…,” said the mayor*."""
        i, stop = stretch.closing, min(stretch.right, stretch.closing + REACH)
        texts = self.tokens.texts
        if i >= stop:
            return None
        closed = stretch.final in CLOSING_SIGNS or stretch.pair.family in BRACKETS
        if texts[i] == "," or texts[i] in DASHES:
            closed = True
            i += 1
        if closed and i < stop and self.tokens.lowers[i] == "as":  # “…,” as Moss has put it
            return self._as(i + 1, stop)
        how = self._how(i, stop)
        if how is not None:
            return how
        while i < stop and (self.tokens.lowers[i] in LEADING or self._sadly(i)):
            i += 1
        for cue in self._cues_in(i, stop):
            if cue.first == i and self._follows(cue, closed=closed or stretch.final == "."):
                return cue
            if not self.tags[cue.head] and texts[cue.first - 1] == ",":
                return cue  # a language without any tables of phrases
            if not closed and (not stretch.opens_sentence or stretch.words < 3):
                continue
            if self._describes(cue) or self.tokens.lowers[cue.first - 1] in RELATIVES:
                continue  # one official, who spoke anonymously, said
            if self._finite(cue) and self._is_subject(i, self._verb_start(cue)):
                return cue
            if self._finite(cue) and texts[cue.first - 1] == "," and self._named(cue.last + 1):
                return cue  # “…,” like the one in May, said Ida Moss
        return self._unlisted(stretch, i) if closed else None

    def _sadly(self, i: int) -> bool:
        """Tell whether an adverb leads a verb: *“…,” sadly said the brewer*."""
        return self.tags[i] == "ADV" and self.tags[i + 1] in ("VBD", "VBZ")

    def _describes(self, cue: Cue) -> bool:
        """Tell whether a verb says no more than who speaks: *officials briefed on the talks*."""
        heard = cue.passive and self.tokens.lowers[cue.head] in HEARD
        return heard or (cue.first == cue.last and self._participle(cue.head))

    def _how(self, first: int, stop: int) -> Cue | None:
        """Find the cue of *“…” was how Moss put it* and *“…” was all she would say*."""
        lowers = self.tokens.lowers
        if first + 1 >= stop or lowers[first] not in ("was", "is"):
            return None
        if lowers[first + 1] not in ("how", "what", "all"):
            return None
        for cue in self._cues_in(first + 2, stop):
            if self._finite(cue) and self._is_subject(first + 2, cue.first):
                return cue
        return None

    def _as(self, first: int, stop: int) -> Cue | None:
        """Find the cue of *“…,” as Ida Moss has put it*."""
        for cue in self._cues_in(first, stop):
            if self._finite(cue) and not cue.passive and self._is_subject(first, cue.first):
                return cue if cue.row.kind in ("report", "writing") else None
        return None

    def _follows(self, cue: Cue, *, closed: bool) -> bool:
        """Tell whether a cue right behind the marks reports them: *said X*, *according to X*."""
        if cue.form == "fixed":
            return bool({"after", "own"} & cue.row.frames)
        if cue.last + 1 < len(self.tokens) and self.tokens.lowers[cue.last + 1] == "to":
            return False  # “…,” said to be lost
        if cue.form == "base" and closed and self._plural_behind(cue):
            return "direct" in cue.row.frames  # “…,” say critics
        if cue.form in ("base", "noun") or cue.passive or self.tokens.texts[cue.head][0].isupper():
            return False
        return closed and self._finite(cue) and "direct" in cue.row.frames

    def _plural_behind(self, cue: Cue) -> bool:
        """Tell whether several who may speak stand right behind a verb: *say two clerks*."""
        if cue.last + 1 >= len(self.tokens):
            return False
        start = self.tokens.starts[cue.last + 1]
        return any(m.number == "plural" for m in self.document.mentions_in(start, start + 1))

    def _named(self, i: int) -> bool:
        """Tell whether a name or noun phrase begins at token *i*."""
        return i < len(self.tokens) and self.tags[i] in ("PROPN", "DET")

    def _unlisted(self, stretch: QuotedSpan, i: int) -> Cue | None:
        """Find a verb that no table lists where only a cue can stand: *“…,” huffed Ida Moss.*"""
        texts, tags = self.tokens.texts, self.tags
        if stretch.pair.family in BRACKETS:
            return unlisted_cue(i, i) if texts[i].startswith(QUOTING_PARTICLE) else None
        foreign = stretch.pair.family == "guillemet"
        for last in range(i, min(i + 3, stretch.right - 1)):
            if not texts[last][0].islower() or not (foreign or tags[last] in ("VBD", "VBZ")):
                break
            if self.tokens.lowers[last] in LINKING:
                break
            if texts[last + 1][0].isupper() or tags[last + 1] == "DET":
                return unlisted_cue(i, last)
        begins = stretch.final in SENTENCE_SIGNS and texts[i][0].isupper()
        if foreign or begins or not stretch.opens_sentence:
            return None
        for verb in range(i + 1, min(i + SUBJECT_WORDS, stretch.right)):
            if tags[verb] in ("VBD", "VBZ"):  # “…,” the captain went on
                particle = self.tokens.lowers[verb + 1] in PARTICLES and tags[verb + 2] in (
                    "",
                    "PUNCT",
                    "CCONJ",
                )
                last = verb + 1 if particle else verb
                return unlisted_cue(verb, last) if self._is_subject(i, verb) else None
        return None

    def _next_begins(self, stretch: QuotedSpan) -> bool:
        """Tell whether a new sentence begins behind the marks: *She asked, “Why?” He said: …*."""
        if stretch.separator not in (":", ",") or stretch.closing >= stretch.right:
            return False
        texts = self.tokens.texts
        introduces = stretch.right < len(texts) and texts[stretch.right - 1] in (",", ":")
        ended = stretch.final in SENTENCE_SIGNS or introduces
        return ended and texts[stretch.closing][0].isupper()

    def _cut_at_cue(self, stretch: QuotedSpan) -> None:
        """End a stretch whose closing mark was lost where its cue begins: *“We stay, said Moss.*"""
        inside = self.tokens.within(stretch.inner.start, stretch.inner.end)
        first = max(inside.start + 1, inside.stop - LAST_WORDS)
        for cue in self._cues_in(first, inside.stop):
            comma = next((i for i in range(cue.first - 1, first, -1) if self._parts(i)), -1)
            comma = self._before_mention(comma, first)
            if comma < 0 or not self._finite(cue) or "direct" not in cue.row.frames:
                continue
            if comma + 1 == cue.first or self._is_subject(comma + 1, cue.first):
                stretch.inner = Span(stretch.inner.start, self.tokens.ends[comma])
                stretch.after = cue
                return

    def _before_mention(self, comma: int, first: int) -> int:
        """Return the comma before the mention around one: *“…, the engineer, Hal Dorn, said*."""
        if comma < 0:
            return comma
        start = self.tokens.starts[max(0, comma - LAST_WORDS)]
        for mention in self.document.mentions_in(start, self.tokens.starts[comma]):
            if mention.span.end >= self.tokens.starts[comma] - 1:
                before = self.tokens.before(mention.span.start)
                return before if before > first and self._parts(before) else comma
        return comma

    def _parts(self, i: int) -> bool:
        return self.tokens.texts[i] in (",", "?", "!")
