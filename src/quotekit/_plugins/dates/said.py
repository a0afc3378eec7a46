"""When a quotation was said: the time that stands with its reporting verb.

A time tells when something was said if it follows the cue in its own clause (*said on Tuesday*,
*told the paper in May 2019*), opens the sentence before it (*In a speech last week, she said*),
stands right before it (*the mayor on Monday said*), or follows the quotation at once (*tweeted: “…”
on March 3*). A time inside the quotation never does, nor one that lies ahead.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from quotekit.document import Document
from quotekit.models import Quote, TimeExpression, TimeType
from quotekit.spans import Span
from quotekit.syntax._mark_pairs import MarkPair
from quotekit.syntax._tags import FINITE

REACH: Final = 140
"""How far from the cue, in characters, its time may stand."""
TAIL: Final = 40
"""How far after contents that follow their cue a time may stand."""
FAR: Final = 12
NEAR: Final = 6
"""How many words may stand between the cue and a time after it; fewer for years and decades."""
OPENING: Final = 10
"""How many words may stand before a time that opens a sentence."""

POINTS: Final = frozenset({TimeType.DATE, TimeType.TIME})
DAYS: Final = frozenset({"day", "month", "year"})
"""What the ends of a range may be."""
VAGUE: Final = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
COARSE: Final = frozenset({"year", "decade", "century", "season", "quarter", "half-year"})
FULL_VERBS: Final = FINITE - {"AUX"}
"""Tags of verbs that begin a clause of their own."""
APART: Final = frozenset({";", "–", "—", "-", "--", ":"})


def when_said(
    document: Document, quote: Quote, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """Return the time of saying, or ``None`` where the clause of the cue does not tell it."""
    if not quote.cue or not times:
        return None
    clause, tail = _clause(document, quote), _tail(document, quote)
    found = [
        time
        for time in _within(times, clause)
        if _is_point(document, time) and _belongs(document, time, quote)
    ]
    if tail is not None:
        found += [
            time
            for time in _within(times, tail)
            if _is_point(document, time) and _is_bare(document, tail.start, time)
        ]
    nearest = min(found, key=lambda time: _distance(time.span, quote), default=None)
    return _whole_range(document, nearest, times) if nearest else None


def _whole_range(
    document: Document, time: TimeExpression, times: Sequence[TimeExpression]
) -> TimeExpression:
    """Return the range that a time begins or ends: *between 10 and 12 November*; else the time."""
    table = document.language.table("times")
    n = bisect_left(times, time.span.start, key=lambda other: other.span.start)
    for first, last in zip(times[max(0, n - 1) : n + 1], times[max(1, n) : n + 2], strict=False):
        between = document.text[first.span.end : last.span.start].lower().split()
        if (
            first.signal in table.get("between", ())
            and {first.granularity, last.granularity} <= DAYS
            and between
            and all(word in table.get("between_and", ()) for word in between)
        ):
            span = Span(first.span.start, last.span.end)
            return attrs.evolve(
                first,
                span=span,
                value=f"{first.value}/{last.value}",
                end=last.end,
                text=span.slice(document.text),
            )
    return time


def _clause(document: Document, quote: Quote) -> Span:
    """Return the span around the cue that contents and the sentence bound."""
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


def _within(times: Sequence[TimeExpression], span: Span) -> Iterator[TimeExpression]:
    n = bisect_left(times, span.start, key=lambda time: time.span.start)
    while n < len(times) and times[n].span.start < span.end:
        if span.contains(times[n].span):
            yield times[n]
        n += 1


def _is_point(document: Document, time: TimeExpression) -> bool:
    """Return whether a time is one at which something may have been said, and no quoted one."""
    bounds = document.language.table("times").get("bounds", ())
    if time.value in VAGUE or time.signal in bounds:
        return False
    if time.type not in POINTS and not (time.resolved_date and time.anchor):
        return False  # vor zwei Jahren is a duration that leads to its year
    published = document.article.published
    if published is not None and time.resolved_date and _is_ahead(time.resolved_date, published):
        return False
    if published is not None and time.start and time.start[:10] > published.isoformat():
        return False
    return not any(pair.inner.contains(time.span) for pair in _marks_around(document, time.span))


def _is_ahead(value: str, published: dt.date) -> bool:
    """Return whether a year, month, week or day lies after the day of publication."""
    year, week, _ = published.isocalendar()
    if "-W" in value:
        return value > f"{year:04}-W{week:02}"
    return value > published.isoformat()[: len(value)]


def _marks_around(document: Document, span: Span) -> Iterator[MarkPair]:
    """Yield the outer pair of quotation marks that begins last before *span*."""
    pairs = document.marks
    n = bisect_left(pairs, span.start, key=lambda pair: pair.opening.start) - 1
    while n >= 0 and pairs[n].depth > 0:
        n -= 1
    if n >= 0:
        yield pairs[n]


def _belongs(document: Document, time: TimeExpression, quote: Quote) -> bool:
    """Return whether a time belongs to the clause of the cue."""
    tokens = document.tokens
    first, last = quote.cue[0].start, quote.cue[-1].end
    if quote.source is not None and quote.source.span.contains(time.span):
        # part of a description (the firm, founded in 1990), unless of its issue (published in May)
        issued = document.language.table("times").get("issued", ())
        words = tokens.within(quote.source.span.start, time.span.start)
        return any(tokens.lowers[i] in issued for i in words[-3:])
    if time.span.start >= last:
        between = tokens.within(last, time.span.start)
        reach = NEAR if time.granularity in COARSE else FAR
        topics = document.language.table("times").get("topics", ())
        rest = _past_source(document, quote, between)
        about = any(tokens.lowers[i] in topics for i in rest)  # said of the 2010 gift
        return len(between) <= reach and not about and _is_one_clause(document, rest)
    between = tokens.within(time.span.end, first)
    if not between:
        return True
    sentence = document.sentence_at(first)
    before = tokens.within(sentence.start if sentence else 0, time.span.start)
    opens = len(before) <= OPENING and _is_one_clause(document, before)
    return opens and _is_one_clause(document, between)


def _past_source(document: Document, quote: Quote, indices: Sequence[int]) -> Sequence[int]:
    """Return what of some tokens follows the source and what commas add to it: *X, chair of Y,*."""
    if quote.source is None:
        return indices
    tokens, end = document.tokens, quote.source.span.end
    rest = [i for i in indices if tokens.starts[i] >= end]
    commas = [n for n, i in enumerate(rest) if tokens.texts[i] == ","]
    return rest[commas[1] + 1 :] if len(commas) > 1 and commas[0] == 0 else rest


def _is_one_clause(document: Document, indices: Sequence[int]) -> bool:
    """Return whether no other clause begins among some tokens: no verb, no *who*, no dash."""
    tokens, tags = document.tokens, document.tags
    table = document.language.table("times")
    relative, issued = table.get("relative", ()), table.get("issued", ())
    return not any(
        (tags[i] in FULL_VERBS and tokens.lowers[i] not in issued)
        or tokens.lowers[i] in relative
        or tokens.texts[i] in APART
        for i in indices
    )


def _is_bare(document: Document, start: int, time: TimeExpression) -> bool:
    """Return whether only marks and the time's own preposition stand between *start* and a time."""
    tokens = document.tokens
    between: Iterable[int] = tokens.within(start, time.span.start)
    words = [tokens.lowers[i] for i in between if tokens.texts[i][0].isalnum()]
    return not words or words == [time.signal]


def _distance(span: Span, quote: Quote) -> tuple[int, int]:
    """Return how far a time stands from the cue; after it counts as nearer than before it."""
    first, last = quote.cue[0].start, quote.cue[-1].end
    if span.start >= last:
        return (span.start - last, 0)
    return (first - span.end if span.end <= first else 0, 1)
