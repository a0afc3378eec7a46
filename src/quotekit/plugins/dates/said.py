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

REACH = 140
"""How far from the cue, in characters, its time may stand."""

POINT_TYPES = frozenset({TimeType.DATE, TimeType.TIME})
VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def when_said(
    document: Document, quote: Quote, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the time of saying, or ``None`` where the clause of the cue does not tell it."""
    if not quote.cue or not times:
        return None
    clause = _clause(document, quote)
    found = [time for time in _within(times, clause) if _tells(time, quote)]
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


def _within(times: Sequence[TimeExpression], clause: Span) -> Iterator[TimeExpression]:
    n = bisect_left(times, clause.start, key=lambda time: time.span.start)
    while n < len(times) and times[n].span.start < clause.end:
        if clause.contains(times[n].span):
            yield times[n]
        n += 1


def _tells(time: TimeExpression, quote: Quote) -> bool:
    """Tell whether a time may be that of the saying."""
    if time.type not in POINT_TYPES or time.value in VAGUE:
        return False
    if time.signal in ("since", "until", "till", "before", "after", "for", "by"):
        return False
    source = quote.source.span if quote.source else None
    return not (source and source.contains(time.span))


def _distance(span: Span, quote: Quote) -> tuple[int, int]:
    """Return how far a time stands from the cue; behind it counts as nearer than before it."""
    first, last = quote.cue[0].start, quote.cue[-1].end
    if span.start >= last:
        return (span.start - last, 0)
    return (first - span.end if span.end <= first else 0, 1)
