"""Spans: half-open ranges, and what can be done with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit.exceptions import SpanError
from quotekit.spans import Span, hull, join, ordered


@st.composite
def spans(draw: st.DrawFn, most: int = 50) -> Span:
    start = draw(st.integers(0, most - 1))
    return Span(start, draw(st.integers(start + 1, most)))


@pytest.mark.parametrize(
    ("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 2.0), ("0", "2"), (True, 2), (None, 1)]
)
def test_what_is_no_range_is_refused(start, end):
    """Empty, reversed, negative, and not of plain integers."""
    with pytest.raises(SpanError) as caught:
        Span(start, end)
    assert isinstance(caught.value, ValueError)
    assert repr(start) in str(caught.value)


@given(spans(), st.text(min_size=50, max_size=50))
def test_a_span_is_as_long_as_its_slice(span, text):
    assert len(span.slice(text)) == len(span)
    assert span.slice(text) == text[slice(*span)]


@given(spans(), st.integers(0, 20))
def test_shifting_there_and_back_changes_nothing(span, by):
    assert span.shift(by).shift(-by) == span


def test_shifting_below_zero_is_refused():
    with pytest.raises(SpanError):
        Span(1, 2).shift(-2)


@given(spans(), spans())
def test_overlap_is_what_two_ranges_share(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == bool(set(range(*one)) & set(range(*other)))


@given(spans(), spans())
def test_containing_is_covering_every_offset(one, other):
    assert one.contains(other) == (set(range(*other)) <= set(range(*one)))


@given(st.lists(spans(), min_size=1))
def test_the_hull_contains_all_and_no_more(found):
    covering = hull(found)
    assert all(covering.contains(span) for span in found)
    assert covering.start in {span.start for span in found}
    assert covering.end in {span.end for span in found}


def test_nothing_has_no_hull():
    with pytest.raises(SpanError, match="no spans"):
        hull([])


@given(st.lists(spans(), max_size=6))
def test_ordered_spans_are_sorted_and_disjoint_or_refused(found):
    offsets = [offset for span in found for offset in range(*span)]
    if len(offsets) == len(set(offsets)):
        assert list(ordered(found)) == sorted(found)
    else:
        with pytest.raises(SpanError, match="overlap"):
            ordered(found)


@given(spans(), st.text(" \t\nab\u00a0", min_size=50, max_size=50))
def test_trimming_takes_white_space_and_nothing_else(span, text):
    inner = span.trim(text)
    words = span.slice(text).strip()
    if inner is None:
        assert words == ""
    else:
        assert inner.slice(text) == words
        assert span.contains(inner)


def test_spans_are_joined_by_a_blank():
    text = "“One,” she said, “two.”"
    assert join(text, [Span(1, 5), Span(18, 22)]) == "One, two."
    assert join(text, []) == ""
