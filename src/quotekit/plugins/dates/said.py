"""When a quotation was said: the time that stands with its reporting verb.

*said on Tuesday*, *in a speech last week*, *told the paper in May 2019*: the time nearest to the
cue in its clause, outside the quotation's contents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotekit.document import Document
from quotekit.models import Quote, TimeExpression, TimeType
from quotekit.spans import Span
from quotekit.views.marks import MarkPair

REACH = 140
"""How far from the cue, in characters, its time may stand."""

POINT_TYPES = frozenset({TimeType.DATE, TimeType.TIME})
TAIL = 40
"""How far behind contents that follow their cue a time may stand."""

BOUNDS = frozenset({"since", "until", "till", "before", "after", "for", "by"})
"""Prepositions of times that bound something else than the saying."""

VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def when_said(
    document: Document, quote: Quote, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the time of saying, or ``None`` where the clause of the cue does not tell it."""
    if not quote.cue or not times:
        return None
    issued = frozenset(document.language.table("times").get("words", {}).get("issued", ()))
    found = [
        time
        for stretch in (_clause(document, quote), _tail(document, quote))
        for time in (_within(times, stretch) if stretch else ())
        if _tells(document, time, quote, issued)
    ]
    return min(found, key=lambda time: _distance(time.span, quote), default=None)


def _clause(document: Document, quote: Quote) -> Span:
    """Return the stretch around the cue that contents and full stops bound."""
    first, last = quote.cue[0].start, quote.cue[-1].end
    sentence = document.sentence_at(first)
    start = max(first - REACH, sentence.start if sentence else 0)
    end = min(last + REACH, max(sentence.end if sentence else len(document.text), last))
    for contents in quote.contents:
        if contents.end <= first:
            start = max(start, contents.end)
        if contents.start >= last:
            end = min(end, contents.start)
    return Span(start, end)


def _tail(document: Document, quote: Quote) -> Span | None:
    """Return what follows the contents at once: *she said: “Yes” on Monday*."""
    last = quote.contents[-1].end
    if quote.cue[-1].end > last:
        return None
    sentence = document.sentence_at(last)
    end = min(last + TAIL, sentence.end if sentence else len(document.text))
    return Span(last, end) if last < end else None


def _within(times: Sequence[TimeExpression], clause: Span) -> Iterator[TimeExpression]:
    n = bisect_left(times, clause.start, key=lambda time: time.span.start)
    while n < len(times) and times[n].span.start < clause.end:
        if clause.contains(times[n].span):
            yield times[n]
        n += 1


def _tells(document: Document, time: TimeExpression, quote: Quote, issued: frozenset[str]) -> bool:
    """Tell whether a time may be that of the saying.

    A time inside the source is part of its description (*the firm, founded in 1990*), unless it
    tells when the source was issued (*a report published in May*). Other quotation marks hold times
    of their own.
    """
    if time.type not in POINT_TYPES or time.value in VAGUE or time.signal in BOUNDS:
        return False
    if any(pair.inner.contains(time.span) for pair in _marks_around(document, time.span)):
        return False
    if quote.source is None or not quote.source.span.contains(time.span):
        return True
    tokens = document.tokens
    words = tokens.within(quote.source.span.start, time.span.start)
    return not issued.isdisjoint(tokens.lowers[i] for i in words[-3:])


def _marks_around(document: Document, span: Span) -> Iterator[MarkPair]:
    """Yield the outer pair of quotation marks that begins last before *span*."""
    pairs = document.marks
    n = bisect_left(pairs, span.start, key=lambda pair: pair.opening.start) - 1
    while n >= 0 and pairs[n].depth > 0:
        n -= 1
    if n >= 0:
        yield pairs[n]


def _distance(span: Span, quote: Quote) -> tuple[int, int]:
    """Return how far a time stands from the cue; behind it counts as nearer than before it."""
    first, last = quote.cue[0].start, quote.cue[-1].end
    if span.start >= last:
        return (span.start - last, 0)
    return (first - span.end if span.end <= first else 0, 1)
