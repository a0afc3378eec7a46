"""Arbitrary spans become properly nested elements, and the text stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import Span
from quotekit._view.nesting import Close, Open, Point, Text, innermost, nest

LENGTH = 12
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH))
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Span(*sorted(pair))),
    max_size=8,
)
LAYERS = st.lists(SPANS, max_size=3)
POINTS = st.lists(st.integers(0, LENGTH), max_size=4)
LETTERS = "abcdefghijkl"


def drawn(layers, points=()) -> str:
    """Draw the pieces: ``[0.1`` opens the second span of the first layer, ``+`` again."""
    shown = []
    for piece in nest(LENGTH, layers, points):
        match piece:
            case Open(layer, index, first):
                shown.append(f"[{layer}.{index}{'' if first else '+'} ")
            case Close(_, _, last):
                shown.append("]" if last else "…]")
            case Text(start, end):
                shown.append(LETTERS[start:end])
            case Point(index):
                shown.append(f"*{index}")
    return "".join(shown)


@pytest.mark.parametrize(
    ("layers", "shown"),
    [
        ([], "abcdefghijkl"),
        ([[Span(0, 12)]], "[0.0 abcdefghijkl]"),
        ([[Span(0, 6), Span(6, 12)]], "[0.0 abcdef][0.1 ghijkl]"),
        ([[Span(2, 4), Span(0, 6)]], "[0.1 ab[0.0 cd]ef]ghijkl"),
        ([[Span(0, 6), Span(0, 6)]], "[0.0 [0.1 abcdef]]ghijkl"),
        ([[Span(0, 6), Span(4, 9)]], "[0.0 abcd…][0.1 [0.0+ ef]ghi]jkl"),
        # A quotation over two paragraphs is split between them.
        ([[Span(0, 6), Span(6, 12)], [Span(2, 9)]], "[0.0 ab[1.0 cdef…]][0.1 [1.0+ ghi]jkl]"),
        # A link that reaches out of a quotation is split where the quotation ends.
        ([[Span(0, 6)], [Span(4, 9)]], "[0.0 abcd[1.0 ef…]][1.0+ ghi]jkl"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_elements_are_split_where_they_would_cross(layers, shown):
    assert drawn(layers) == shown


def test_points_come_after_what_ends_and_before_what_begins():
    assert drawn([[Span(0, 3), Span(3, 6)]], [3, 12]) == "[0.0 abc]*0[0.1 def]ghijkl*1"
    assert drawn([[Span(0, 6)]], [3]) == "[0.0 abc*0def]ghijkl"


@given(LAYERS, POINTS)
def test_the_text_comes_out_once_and_in_order(layers, points):
    texts = [piece for piece in nest(LENGTH, layers, points) if isinstance(piece, Text)]
    assert "".join(LETTERS[piece.start : piece.end] for piece in texts) == LETTERS


@given(LAYERS, POINTS)
def test_elements_are_balanced_and_never_empty(layers, points):
    stack, pieces = [], list(nest(LENGTH, layers, points))
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if isinstance(piece, Open):
            stack.append((piece.layer, piece.index))
        elif isinstance(piece, Close):
            assert not isinstance(before, Open)
            assert stack.pop() == (piece.layer, piece.index)
        assert stack == sorted(stack, key=lambda key: key[0]), "a layer inside a later one"
    assert not stack


@given(LAYERS, POINTS)
def test_a_piece_of_text_is_inside_exactly_the_spans_that_cover_it(layers, points):
    inside = set()
    for piece in nest(LENGTH, layers, points):
        if isinstance(piece, Open):
            inside.add((piece.layer, piece.index))
        elif isinstance(piece, Close):
            inside.remove((piece.layer, piece.index))
        elif isinstance(piece, Text):
            assert inside == {
                (layer, index)
                for layer, spans in enumerate(layers)
                for index, span in enumerate(spans)
                if span.overlaps(Span(piece.start, piece.end))
            }


@given(LAYERS)
def test_each_span_begins_once_and_ends_once(layers):
    pieces = list(nest(LENGTH, layers))
    everything = [(n, m) for n, spans in enumerate(layers) for m in range(len(spans))]
    begun = [(p.layer, p.index) for p in pieces if isinstance(p, Open) and p.first]
    ended = [(p.layer, p.index) for p in pieces if isinstance(p, Close) and p.last]
    assert sorted(begun) == sorted(ended) == everything


@given(SPANS)
def test_spans_that_do_not_cross_are_never_split(spans):
    for one in spans:
        for other in spans:
            crossing = one.overlaps(other) and not (one.contains(other) or other.contains(one))
            if crossing:
                return
    assert all(piece.first for piece in nest(LENGTH, [spans]) if isinstance(piece, Open))


@given(SPANS, POINTS)
def test_innermost_spans_tile_what_the_spans_cover(spans, cuts):
    parts = innermost(LENGTH, spans, cuts)
    covered = [place for span, _ in parts for place in range(span.start, span.end)]
    assert covered == sorted({place for s in spans for place in range(s.start, s.end)})
    for span, index in parts:
        assert spans[index].contains(span)
        assert not any(span.start < cut < span.end for cut in cuts)


def test_many_spans_take_time_in_proportion(affordable):
    def run(number):
        spans = [Span(10 * n, 10 * n + 15) for n in range(number)]
        return lambda: list(nest(10 * number + 20, [spans]))

    assert affordable(run(20_000), 12, run(4_000))
