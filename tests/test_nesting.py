"""Nesting: the innermost quotation whose words hold all of another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotekit import Quote, QuoteKind, Span
from quotekit._nesting import holders


@st.composite
def quotes(draw: st.DrawFn) -> list[Quote]:
    """Quotations of one or two spans, in order, overlapping as they like."""
    made = []
    for _ in range(draw(st.integers(0, 12))):
        cuts = sorted(draw(st.sets(st.integers(0, 24), min_size=2, max_size=4)))
        contents = [Span(cuts[0], cuts[1])]
        if len(cuts) == 4:
            contents.append(Span(cuts[2], cuts[3]))
        made.append(Quote(contents, QuoteKind.DIRECT))
    return sorted(made, key=lambda quote: quote.sort_key)


@given(quotes())
def test_the_holder_is_the_one_that_a_plain_search_finds(found):
    """Of all earlier quotations that hold it: the one that begins last, then ends first."""
    for n, (quote, holder) in enumerate(zip(found, holders(found), strict=True)):
        candidates = [
            (content.start, -content.end, m)
            for m in range(n)
            for content in found[m].contents
            if content.contains(quote.span)
        ]
        assert holder == (max(candidates)[2] if candidates else None)
