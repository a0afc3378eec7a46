"""How quotations stand to each other and to marks: what holds, nests or cuts what.

Questions only; :mod:`.boundaries` moves where clauses begin and end, :mod:`.resolve_overlaps` and
:mod:`.select` decide.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from quotekit._plugins.quotes.quoted.quoted_spans import MARKS
from quotekit.document import Document
from quotekit.models import Evidence, Quote, QuoteKind
from quotekit.spans import Span
from quotekit.syntax._signs import MARK_LENGTH
from quotekit.syntax._tags import FINITE

IN_MARKS: Final = frozenset((Evidence.QUOTED, Evidence.OBJECT, Evidence.FRAGMENT))
"""Evidence of single quoted spans."""
LINES: Final = frozenset((Evidence.LINE, Evidence.HEADLINE))
"""Evidence of a whole line: nothing else in it is taken for a direct quotation."""
PARTIAL: Final = frozenset((Evidence.OBJECT, Evidence.FRAGMENT))
"""Evidence of spans that a reported clause around them takes in."""
PARTING: Final = frozenset("–—-(")
"""After these, marks that their own cue follows are no part of the clause before."""
NEAR: Final = 40
"""So many neighbours of a candidate are looked at: hostile text stays linear."""


class Index:
    """Quotations by place, for finding those that overlap a span."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._found = sorted(((q.span, q) for q in quotes), key=lambda pair: pair[1].sort_key)
        self._starts = [span.start for span, _ in self._found]

    def overlapping(self, span: Span) -> list[Quote]:
        """Return the quotations that overlap *span*, in text order."""
        last = bisect_left(self._starts, span.end)
        return [q for other, q in self._found[max(0, last - NEAR) : last] if other.end > span.start]


def takes_in(clause: Quote, marked: Quote) -> bool:
    """Return whether a reported clause holds a marked quotation as its quoted part."""
    if clause.kind is not QuoteKind.MIXED:
        return False
    if marked.evidence not in PARTIAL and nests(clause, marked):
        return False
    return all(holds(clause, span) for span in marked.contents)


def holds(clause: Quote, span: Span) -> bool:
    """Return whether one of the contents holds a span."""
    return any(content.contains(span) for content in clause.contents)


def nests(clause: Quote, marked: Quote) -> bool:
    """Return whether the marked quotation's own cue stands inside the reported clause."""
    return bool(marked.cue) and any(
        content.contains(cue) for content in clause.contents for cue in marked.cue
    )


def between(clause: Quote, marked: Quote) -> bool:
    """Return whether a clause stands between the parts of a quotation: *“…,” he said, adding … “…”*."""
    if set(clause.cue) & set(marked.cue):
        return False
    return not any(content.overlaps(clause.span) for content in marked.contents)


def verb_precedes(document: Document, quote: Quote) -> bool:
    """Return whether words introduce a quotation: *she said: “…”*; not a colon alone."""
    cue = quote.cue[0] if quote.cue else None
    return cue is not None and cue.end <= quote.contents[0].start and _is_word(document, cue)


def verb_follows(document: Document, quote: Quote) -> bool:
    """Return whether words follow a quotation, or its first span: *“…,” she said*; not a dash."""
    cue = quote.cue[0] if quote.cue else None
    return cue is not None and cue.start >= quote.contents[0].end and _is_word(document, cue)


def _is_word(document: Document, cue: Span) -> bool:
    return document.text[cue.start].isalpha()


def begins_with(clause: Quote, marked: Quote) -> bool:
    """Return whether a reported clause begins with the marks: it swallowed a direct quotation."""
    return 0 <= marked.contents[0].start - clause.contents[0].start < MARK_LENGTH


def goes_around(document: Document, clause: Quote, marked: Quote) -> bool:
    """Return whether a clause around its cue goes on in small letters: *The dam, X said, “leaks.”*."""
    start = marked.contents[0].start
    return (
        len(clause.contents) > 1
        and clause.contents[0].end < start
        and set(clause.cue) == set(marked.cue)
        and document.text[start].islower()
    )


def is_inner(document: Document, clause: Quote) -> bool:
    """Return whether a reported clause is no more than marks inside marks."""
    content = clause.contents[0]
    return any(
        pair.depth > 0 and pair.outer.end >= clause.span.end - 1
        for pair in document.marks_in(max(0, content.start - MARK_LENGTH), content.start + 1)
    )


def cuts(document: Document, clause: Quote) -> bool:
    """Return whether a reported clause ends or begins in the midst of marks."""
    span = clause.span
    sentence = document.sentence_at(span.start)
    pairs = document.marks_in(sentence.start if sentence else 0, span.end)[-NEAR:]
    for content in clause.contents:
        for pair in pairs:
            inner = pair.inner
            if inner.start < content.start < inner.end < content.end:
                return True
            if content.start < inner.start < content.end < inner.end:
                return True
    return False


def stands_alone(document: Document, quote: Quote) -> bool:
    """Return whether marks begin a sentence, or follow a sign that parts them from what is before.

    That is a colon, a dash or a bracket before words with their own cue after them (*she was
    unmoved – “Born rich,” he said – and left*), or a comma before a capital or the cue's own.
    """
    start = quote.contents[0].start
    for pair in document.marks_in(max(0, start - MARK_LENGTH), start):
        if pair.inner.start == start:
            start = pair.opening.start
    sentence = document.sentence_at(start)
    left = document.text[sentence.start if sentence else 0 : start].rstrip(MARKS)
    if not left or left[-1] == ":":
        return True
    if left[-1] in PARTING:
        aside = any(sign in PARTING for sign in left[:-1].rstrip(MARKS)[-NEAR:])
        return verb_follows(document, quote) and not aside
    if left[-1] != ",":
        return False
    return verb_precedes(document, quote) or (
        document.text[quote.contents[0].start].isupper()
        and _has_verb(document, start - len(left), start)
    )


def _has_verb(document: Document, start: int, end: int) -> bool:
    return any(document.tags[i] in FINITE for i in document.tokens.within(start, end))
