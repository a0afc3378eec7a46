"""The edges of reported clauses that hold marks: where one ends, and what it takes in."""

from __future__ import annotations

import attrs

from quotekit._plugins.quotes.selection.overlaps import Index, holds, takes_in, verb_precedes
from quotekit.document import Document
from quotekit.models import Quote, QuoteKind
from quotekit.spans import Span
from quotekit.syntax._signs import MARK_LENGTH


def to_next_act(document: Document, clause: Quote) -> Quote:
    """End a clause at marks after which its speaker goes on with a cue: *was “dead,” noting …*."""
    for span in clause.quoted:
        if span.end < clause.contents[-1].end and _acts_after(document, clause, span.end):
            contents = [
                Span(content.start, min(content.end, span.end))
                for content in clause.contents
                if content.start < span.end
            ]
            quoted = [other for other in clause.quoted if other.end <= span.end]
            return attrs.evolve(clause, contents=contents, quoted=quoted)
    return clause


def _acts_after(document: Document, clause: Quote, end: int) -> bool:
    """Return whether *, noting*, *and says* or the like comes after marks."""
    tokens, tags = document.tokens, document.tags
    i = tokens.after(end)
    while i < len(tokens) and not tokens.texts[i][0].isalnum():
        i += 1
    if i >= len(tokens) or not clause.cue:
        return False
    joined = tags[i] == "CCONJ"
    i += joined
    parted = "," in document.text[end - 1 : tokens.starts[i]]
    wanted = tags[tokens.after(clause.cue[-1].end) - 1] if joined else "VBG"
    if i >= len(tokens) or tags[i] != wanted or not (joined or parted):
        return False
    return any(
        cue.first == i and "continues" in cue.row.traits
        for cue in document.cues_in(tokens.starts[i], tokens.ends[i])
    )


def with_marks(document: Document, quote: Quote) -> Quote:
    """Let contents that hold one mark of a pair take in the other at their edge: *it was “sad”*.

    Contents without either mark are left as they are.
    """
    contents = [_with_marks(document, content) for content in quote.contents]
    return attrs.evolve(quote, contents=contents) if contents != [*quote.contents] else quote


def _with_marks(document: Document, content: Span) -> Span:
    start, end = content
    for pair in reversed(document.marks_in(start - MARK_LENGTH, end)):
        if pair.closing is None:
            continue
        if pair.opening.start >= start and pair.inner.end == end:
            end = pair.closing.end
        elif pair.inner.start == start and pair.closing.end < end:
            start = pair.opening.start
    return Span(start, end)


def with_cue(clause: Quote, fragments: Index) -> Quote:
    """Give a clause without source the cue after its marks: *Iran must “…,” as X has stated*."""
    if clause.source is None and clause.kind is QuoteKind.MIXED:
        for quote in fragments.overlapping(clause.span):
            if takes_in(clause, quote):
                return attrs.evolve(clause, cue=quote.cue)
    return clause


def whole(clause: Quote, fragments: Index) -> Quote:
    """Let a clause that ends in marks take in what is said beside them: *called it “A” and “B”*."""
    for quote in fragments.overlapping(clause.quoted[-1]) if clause.quoted else ():
        first, last = quote.contents[0], quote.contents[-1]
        if holds(clause, first) and first.end == clause.quoted[-1].end < last.end:
            *before, end = clause.contents
            quoted = [*clause.quoted, *quote.contents[1:]]
            return attrs.evolve(
                clause, contents=[*before, Span(end.start, last.end)], quoted=quoted
            )
    return clause


def joined(clause: Quote, marked: Quote) -> Quote | None:
    """Join a clause that ends in marks with what its speaker says on: *C “…,” she said. “…”*."""
    if clause.kind is not QuoteKind.MIXED or set(clause.cue) != set(marked.cue):
        return None
    if not holds(clause, marked.contents[0]):
        return None
    rest = [content for content in marked.contents[1:] if not holds(clause, content)]
    if not rest or any(content.start < clause.span.end for content in rest):
        return None
    return attrs.evolve(clause, contents=[*clause.contents, *rest], quoted=[*clause.quoted, *rest])


def before_cue(document: Document, clause: Quote, quote: Quote) -> Quote | None:
    """Cut a reported clause before *and added, “…”* or *, saying: “…”*."""
    if not verb_precedes(document, quote):
        return None
    tokens = document.tokens
    i = tokens.after(quote.cue[0].start)
    if i == 0 or not (tokens.texts[i - 1] == "," or document.tags[i - 1] == "CCONJ"):
        return None
    end = tokens.ends[i - 2]
    contents = [
        Span(content.start, min(content.end, end))
        for content in clause.contents
        if content.start < end
    ]
    if not contents:
        return None
    quoted = [span for span in clause.quoted if span.end <= end]
    kind = QuoteKind.MIXED if quoted else QuoteKind.INDIRECT
    return attrs.evolve(clause, contents=contents, quoted=quoted, kind=kind)
