"""Nesting: which quotation stands inside which other one's words."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Sequence

from quotekit.models import Quote


def holders(quotes: Sequence[Quote]) -> list[int | None]:
    """Return for each quotation the index of the innermost one whose contents hold all of it.

    Takes n log n steps for n quotations, however they overlap.

    Args:
        quotes: Quotations in the order of :attr:`.Quote.sort_key`.

    Example:
        >>> from quotekit.models import QuoteKind
        >>> from quotekit.spans import Span
        >>> outer, inner = (Quote([span], QuoteKind.DIRECT) for span in (Span(0, 30), Span(9, 20)))
        >>> holders([outer, inner])
        [None, 0]
    """
    found: list[int | None] = []
    waiting: list[tuple[int, int, int]] = []  # contents of earlier quotations: start, -end, index
    # Those that began, with ends (negated) that fall towards the last: one that begins later and
    # ends no earlier than another is always the better holder, and takes its place.
    ends: list[int] = []
    indices: list[int] = []
    for n, quote in enumerate(quotes):
        while waiting and waiting[0][0] <= quote.span.start:
            _, end, index = heapq.heappop(waiting)
            while ends and ends[-1] >= end:
                ends.pop()
                indices.pop()
            ends.append(end)
            indices.append(index)
        # The last of those that end no earlier than this quotation.
        place = bisect_right(ends, -quote.span.end)
        found.append(indices[place - 1] if place else None)
        for content in quote.contents:
            heapq.heappush(waiting, (content.start, -content.end, n))
    return found
