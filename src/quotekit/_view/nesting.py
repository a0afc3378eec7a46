"""Nesting: arbitrary spans as properly nested elements.

Quotations cross paragraphs, hold other quotations, and share their sources; the elements of a page
must not cross. :func:`nest` splits an element where another one ends, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence

import attrs

from quotekit.spans import Span


@attrs.frozen
class Open:
    """An element begins: the span at *index* of the layer; *first* where it was not split off."""

    layer: int
    index: int
    first: bool


@attrs.frozen
class Close:
    """The element that was opened last ends; *last* where no further part of its span follows."""

    layer: int
    index: int
    last: bool


@attrs.frozen
class Text:
    """A span of text inside all elements that are open."""

    start: int
    end: int


@attrs.frozen
class Point:
    """A place in the text, given as the one at *index*."""

    index: int


Piece = Open | Close | Text | Point


def nest(
    length: int, layers: Sequence[Sequence[Span]], points: Sequence[int] = ()
) -> Iterator[Piece]:
    """Yield a text of so many characters in pieces, with the spans as properly nested elements.

    Every element has its end, no element is empty, and each span of text is inside the elements
    of exactly the spans that cover it. A span whose elements would cross another's is split.

    Args:
        length: Number of characters of the text.
        layers: Spans, of any number and in any position to one another. Elements of a layer stand
            inside those of the layers before it, as marks stand in paragraphs; within a layer,
            the one that ends last is outside.
        points: Places to be marked, after the elements that end there, before those that begin.

    Example:
        >>> for piece in nest(9, [[Span(0, 6), Span(3, 9)]]):
        ...     print(piece)
        Open(layer=0, index=0, first=True)
        Text(start=0, end=3)
        Close(layer=0, index=0, last=False)
        Open(layer=0, index=1, first=True)
        Open(layer=0, index=0, first=False)
        Text(start=3, end=6)
        Close(layer=0, index=0, last=True)
        Text(start=6, end=9)
        Close(layer=0, index=1, last=True)
    """
    begins: dict[int, list[_Element]] = {}
    marked: dict[int, list[int]] = {}
    edges = {0, length}
    for layer, spans in enumerate(layers):
        for index, span in enumerate(spans):
            begins.setdefault(span.start, []).append(_Element(layer, -span.end, span.start, index))
            edges |= {span.start, span.end}
    for index, place in enumerate(points):
        marked.setdefault(place, []).append(index)
    edges |= set(marked)
    stack: list[_Element] = []
    before = 0
    for edge in sorted(edges):
        if before < edge:
            yield Text(before, edge)
        before = edge
        again = yield from _close_ended(stack, edge)
        yield from (Point(index) for index in marked.get(edge, ()))
        yield from _open(stack, [*again, *begins.get(edge, ())], edge)


@attrs.frozen(order=True)
class _Element:
    """A span in the order of nesting: by layer, then the one that ends last, then by place."""

    layer: int
    end_negated: int
    start: int
    index: int

    @property
    def end(self) -> int:
        return -self.end_negated


Interrupted = Generator[Piece, None, list[_Element]]
"""Pieces, and then the elements that were closed before their end."""


def _close_ended(stack: list[_Element], edge: int) -> Interrupted:
    """Close what ends at *edge*, and what is inside it; return what must go on after it."""
    lowest = next((n for n, element in enumerate(stack) if element.end == edge), len(stack))
    return (yield from _close_above(stack, lowest, edge))


def _close_above(stack: list[_Element], floor: int, edge: int) -> Interrupted:
    interrupted: list[_Element] = []
    while len(stack) > floor:
        element = stack.pop()
        yield Close(element.layer, element.index, element.end == edge)
        if element.end != edge:
            interrupted.append(element)
    return interrupted


def _open(stack: list[_Element], opening: Iterable[_Element], edge: int) -> Iterator[Piece]:
    """Open elements in their order; what would stand outside of them, but is inside, makes way."""
    waiting = sorted(opening)
    if not waiting:
        return
    floor = next((n for n, element in enumerate(stack) if element > waiting[0]), len(stack))
    waiting = sorted([*waiting, *(yield from _close_above(stack, floor, edge))])
    for element in waiting:
        yield Open(element.layer, element.index, element.start == edge)
        stack.append(element)


def innermost(
    length: int, spans: Sequence[Span], cuts: Sequence[int] = ()
) -> list[tuple[Span, int]]:
    """Return spans that do not overlap, each with the index of the innermost span over it.

    Links must not stand inside links: where spans overlap, the inner one counts.

    Args:
        length: Number of characters of the text.
        spans: Spans in any position to one another.
        cuts: Places where a span is cut in two.

    Example:
        >>> innermost(9, [Span(0, 9), Span(3, 6)])
        [(Span(0, 3), 0), (Span(3, 6), 1), (Span(6, 9), 0)]
    """
    found: list[tuple[Span, int]] = []
    inside: list[int] = []
    for piece in nest(length, [spans], cuts):
        if isinstance(piece, Open):
            inside.append(piece.index)
        elif isinstance(piece, Close):
            inside.pop()
        elif isinstance(piece, Text) and inside:
            found.append((Span(piece.start, piece.end), inside[-1]))
    return found
