"""Stretches: what stands in marks, and which cue reports it, before it or behind it.

A stretch is an outer pair of marks with its neighbourhood: the words of its sentence on either side,
as far as the next stretch. Here its cue is looked for; :mod:`.direct` makes quotations of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from quotekit.document import Document
from quotekit.models import QuoteMode
from quotekit.spans import Span
from quotekit.views.cues import Cue, CueRow
from quotekit.views.marks import MarkPair

FINITE_TAGS = frozenset(("VBD", "VBZ", "VB", "AUX", "MODAL"))
SUBJECT_STARTS = frozenset(("PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM", "X", "VBG", "VBN", ""))
RELATIVES = frozenset(("who", "which", "that", "whose", "whom", "where", "when"))
LEADING = frozenset("then also later in meanwhile again instead now still quickly simply".split())
CLOSING_SIGNS = frozenset(",?!…—–-")
SENTENCE_SIGNS = frozenset(".?!…。")
CLAUSE_ENDS = frozenset(".,;:!?…—–-)。")
DASHES = frozenset("—–―-")
TAIL_ENDS = frozenset(("NOUN", "PROPN", "PRON", "ADV", "NUM"))
BRACKETS = frozenset(("corner", "white corner"))
REACH = 45
"""A cue stands no more tokens than this from its quotation."""
TAIL = 16
"""How many words may stand between a cue and the comma or mark after it."""


@attrs.define
class Stretch:
    """A pair of outer marks and its neighbourhood, in token indices.

    Attributes:
        pair: The marks.
        left: First token of the neighbourhood before the opening mark.
        opening: Index of the first token of the opening mark.
        closing: Index of the first token behind the closing mark.
        right: The first token behind the neighbourhood after the closing mark.
        words: How many words stand inside.
        after: The cue behind it: *“…,” she said*.
        before: The cue before it: *she said: “…”*.
        separator: What parts the cue before from the mark: ``:``, ``,``, ``that`` or nothing.
        opens_sentence: Whether the marks begin their sentence or paragraph.
        ends_sentence: Whether a full stop or the like stands at the closing mark.
        closed: Whether any sign stands there, so that the clause ends with the marks.
    """

    pair: MarkPair
    left: int
    opening: int
    closing: int
    right: int
    words: int
    after: Cue | None = None
    before: Cue | None = None
    separator: str = ""
    opens_sentence: bool = False
    ends_sentence: bool = False
    closed: bool = False


class Neighbourhoods:
    """Finds the stretches of a document and their cues."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.tags = document.tags
        self.cues = document.cues
        self._firsts = [cue.first for cue in self.cues]

    def stretches(self) -> list[Stretch]:
        """Return the stretches of the document in text order, each with its cues."""
        pairs = [pair for pair in self.document.marks if pair.depth == 0]
        found: list[Stretch] = []
        for n, pair in enumerate(pairs):
            before = pairs[n - 1].outer.end if n else 0
            behind = pairs[n + 1].outer.start if n + 1 < len(pairs) else len(self.document.text)
            stretch = self._stretch(pair, before, behind)
            stretch.after = self._cue_after(stretch)
            stretch.before = self._cue_before(stretch)
            if stretch.before is not None and self._next_begins(stretch):
                stretch.after = None
            found.append(stretch)
        return found

    def _stretch(self, pair: MarkPair, before: int, behind: int) -> Stretch:
        document, tokens = self.document, self.tokens
        sentence = document.sentence_at(pair.outer.start) or pair.outer
        last = document.sentence_at(pair.outer.end - 1) or sentence
        opening = tokens.after(pair.outer.start)
        closing = tokens.after(pair.outer.end)
        left = tokens.after(max(sentence.start, before))
        right = max(closing, tokens.after(min(last.end, behind)))
        inside = tokens.within(pair.inner.start, pair.inner.end)
        words = sum(tokens.texts[i][0].isalnum() for i in inside)
        final = _final(document, pair)
        behind_marks = tokens.texts[closing] if closing < len(tokens) else "."
        ends = final in SENTENCE_SIGNS or behind_marks in SENTENCE_SIGNS
        closed = final in CLAUSE_ENDS or behind_marks in CLAUSE_ENDS or pair.closing is None
        return Stretch(
            pair, left, opening, closing, right, words,
            opens_sentence=left >= opening, ends_sentence=ends, closed=closed,
        )  # fmt: skip

    def _cues_in(self, first: int, stop: int) -> Iterator[Cue]:
        for n in range(bisect_left(self._firsts, first), len(self.cues)):
            if self.cues[n].first >= stop:
                return
            yield self.cues[n]

    # -- behind ----------------------------------------------------------------------------------

    def _cue_after(self, stretch: Stretch) -> Cue | None:
        """Find the cue of *“…,” she said* and *“…,” said the mayor*."""
        i, stop = stretch.closing, min(stretch.right, stretch.closing + REACH)
        texts, _text = self.tokens.texts, self.document.text
        if i >= stop or stretch.pair.closing is None:
            return None
        final = _final(self.document, stretch.pair)
        closed = final in CLOSING_SIGNS or stretch.pair.family in BRACKETS
        if texts[i] == "," or texts[i] in DASHES:
            closed = True
            i += 1
        ended = final == "."
        while i < stop and self.tokens.lowers[i] in LEADING:
            i += 1
        for cue in self._cues_in(i, stop):
            if cue.first == i and self._reports_at(cue, closed=closed or ended):
                return cue
            if not closed and (not stretch.opens_sentence or stretch.words < 3):
                return None
            if self._finite(cue) and self._is_subject(i, cue.first):
                return cue
            if self._finite(cue) and texts[cue.first - 1] == "," and self._named(cue.last + 1):
                return cue  # “…,” like the one in May, said Ida Moss
        return self._unlisted(stretch, i) if closed else None

    def _unlisted(self, stretch: Stretch, i: int) -> Cue | None:
        """Find a verb that no table lists where only a cue can stand: *“…,” huffed Ida Moss.*"""
        texts, tags = self.tokens.texts, self.tags
        if stretch.pair.family in BRACKETS:
            return _unlisted_cue(i, i, texts[i]) if texts[i].startswith("と") else None
        verbs = ("VBD", "VBZ") if stretch.pair.family != "guillemet" else ("",)
        for last in range(i, min(i + 3, stretch.right - 1)):
            if not texts[last][0].islower() or not (tags[last] in verbs or verbs == ("",)):
                return None
            if texts[last + 1][0].isupper():
                return _unlisted_cue(i, last, self.tokens.lowers[last])
        return None

    def _named(self, i: int) -> bool:
        """Tell whether a name or noun phrase begins at token *i*."""
        return i < len(self.tokens) and self.tags[i] in ("PROPN", "DET")

    def _next_begins(self, stretch: Stretch) -> bool:
        """Tell whether a new sentence begins behind the marks: *She asked, “Why?” He said: …*."""
        if stretch.separator not in (":", ",") or stretch.closing >= stretch.right:
            return False
        texts = self.tokens.texts
        introduces = stretch.right < len(texts) and texts[stretch.right - 1] in (",", ":")
        ended = _final(self.document, stretch.pair) in SENTENCE_SIGNS or introduces
        return ended and texts[stretch.closing][0].isupper()

    def _reports_at(self, cue: Cue, *, closed: bool) -> bool:
        """Tell whether a cue right behind the marks reports them: *said X*, *according to X*."""
        if cue.form == "fixed":
            return "after" in cue.row.frames or "own" in cue.row.frames
        if cue.last + 1 < len(self.tokens) and self.tokens.lowers[cue.last + 1] == "to":
            return False  # “…,” said to be lost
        return closed and self._finite(cue) and not cue.passive and "direct" in cue.row.frames

    def _finite(self, cue: Cue) -> bool:
        if cue.form == "noun":  # “…,” Moss notes: a verb that looks like a noun
            return self.tags[cue.first - 1] in ("PROPN", "PRON") and not self._named(cue.last + 1)
        if cue.row.pos != "verb" or cue.form in ("gerund", "fixed"):
            return False
        if cue.form == "participle":
            return cue.first < cue.head
        return True

    def _is_subject(self, first: int, stop: int) -> bool:
        """Tell whether the tokens could be a subject: no verb but in a relative clause."""
        relative = False
        if self.tags[first] in ("VBD", "VBN") and first + 1 < stop:
            first += 1  # retired general Ida Moss
        if self.tags[first] not in SUBJECT_STARTS:
            return False
        for i in range(first, stop):
            if self.tokens.lowers[i] in RELATIVES and i > first:
                relative = True
            elif self.tags[i] in FINITE_TAGS and not relative:
                return False
        return True

    # -- before ----------------------------------------------------------------------------------

    def _cue_before(self, stretch: Stretch) -> Cue | None:
        """Find the cue of *she said: “…”*, *she told reporters, “…”* and *he called it “…”*."""
        stop = stretch.opening
        first = max(stretch.left, stop - REACH)
        if first >= stop:
            return self._cue_of_last_paragraph(stretch)
        last = self.tokens.lowers[stop - 1]
        if last in (":", ",", "that"):
            stretch.separator = last
            stop -= 1
        cues = list(self._cues_in(first, stop))
        for cue in reversed(cues):
            if cue.last < stop and self._introduces(cue, stop, stretch.separator):
                return cue
        return None

    def _introduces(self, cue: Cue, stop: int, separator: str) -> bool:
        """Tell whether what stands between a cue and the mark lets it introduce the quotation."""
        tail = range(cue.last + 1, stop)
        if len(tail) > (REACH if separator == ":" else TAIL):
            return False
        if any(self.tags[i] in FINITE_TAGS for i in tail):
            return separator == ":" and self._speaks(cue)
        if cue.row.pos == "noun" or cue.form == "fixed":
            return separator in (":", ",") and (bool(tail) or cue.row.pos == "noun")
        if not separator and tail:
            addressed = "told" in cue.row.frames or self.tags[tail[0]] in ("ADP", "ADV")
            return addressed and len(tail) <= 8 and self.tags[tail[-1]] in TAIL_ENDS
        return bool(separator) or "direct" in cue.row.frames

    def _speaks(self, cue: Cue) -> bool:
        return cue.row.kind in ("report", "manner", "writing", "ask") and "direct" in cue.row.frames

    def _cue_of_last_paragraph(self, stretch: Stretch) -> Cue | None:
        """Find the cue of a paragraph that ends with a colon, right before a block quotation."""
        i = stretch.opening - 1
        if i < 0 or self.tokens.texts[i] != ":":
            return None
        stretch.separator = ":"
        sentence = self.document.sentence_at(self.tokens.starts[i])
        first = self.tokens.after(sentence.start) if sentence else i
        for cue in reversed(list(self._cues_in(max(first, i - REACH), i))):
            if self._introduces(cue, i, ":"):
                return cue
        return None


def _final(document: Document, pair: MarkPair) -> str:
    """Return the last character inside the marks, over marks of quotations inside."""
    words = pair.inner.slice(document.text)[-4:].rstrip(" \u00a0\u202f\"'’”“‘»«›‹")
    return words[-1:]


def _unlisted_cue(first: int, last: int, lemma: str) -> Cue:
    row = CueRow(lemma, "verb", "manner", frozenset(("direct",)), QuoteMode.SPEECH)
    return Cue(first, last, first, row, "past")


def cue_span(document: Document, cue: Cue) -> Span:
    """Return the span of a cue in a quotation: without auxiliaries and adverbs before the verb."""
    quoted_as = cue.passive and cue.last > cue.head  # was quoted as saying
    return document.tokens.span(cue.first if quoted_as else cue.head, cue.last)
