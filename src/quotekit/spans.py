"""Spans: half-open ranges of code points, the only truth about where something stands.

No word of the domain appears here; :mod:`quotekit.models` gives spans their meaning.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import attrs

from quotekit.exceptions import SpanError

__all__ = [
    "Span",
    "as_span",
    "hull",
    "join",
    "ordered",
]


@functools.total_ordering
@attrs.frozen(repr=False, init=False)
class Span:
    """A non-empty range ``[start, end)`` of code points in some text.

    Raises:
        SpanError: If the offsets are no integers, negative, or not in ascending order.

    Example:
        >>> Span(4, 9).slice("who, said what")
        ' said'
        >>> Span(3, 3)
        Traceback (most recent call last):
        quotekit.exceptions.SpanError: a span needs 0 <= start < end, got start=3, end=3
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # An article has hundreds, and attrs is slow at it.
        if type(start) is not int or type(end) is not int:
            raise SpanError(f"offsets must be int, got start={start!r}, end={end!r}")
        if not 0 <= start < end:
            raise SpanError(f"a span needs 0 <= start < end, got start={start}, end={end}")
        _set_start(self, start)
        _set_end(self, end)

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def __lt__(self, other: object) -> bool:
        """Compare by start, then by end; spans are sorted all the time, and attrs is slow at it."""
        if type(other) is not Span:
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        """Yield start and end, so that ``start, end = span`` works."""
        return iter((self.start, self.end))

    def slice(self, text: str) -> str:
        """Return the part of *text* that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Return whether *other* lies wholly inside this span.

        Example:
            >>> Span(0, 9).contains(Span(3, 9))
            True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share at least one code point.

        Example:
            >>> Span(0, 3).overlaps(Span(3, 9))
            False
        """
        return self.start < other.end and other.start < self.end

    def without(self, other: Span) -> tuple[Span, ...]:
        """Return what is left of this span on both sides of *other*: two spans, one, or none.

        Example:
            >>> Span(0, 9).without(Span(3, 5)), Span(0, 9).without(Span(5, 20))
            ((Span(0, 3), Span(5, 9)), (Span(0, 5),))
        """
        edges = ((self.start, min(self.end, other.start)), (max(self.start, other.end), self.end))
        return tuple(Span(start, end) for start, end in edges if start < end)

    def shift(self, by: int) -> Span:
        """Return the span moved by *by* code points."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str, characters: str | None = None) -> Span | None:
        """Return the span without white space (or *characters*) at its ends, or ``None``.

        Example:
            >>> Span(0, 7).trim("  yes  ")
            Span(2, 5)
        """
        ends = text[self.start : self.start + 1] + text[self.end - 1 : self.end]
        if len(ends) == 2 and not (ends[0].isspace() or ends[1].isspace()) and characters is None:
            return self  # as nearly all are
        inner = text[self.start : self.end]
        start = self.end - len(inner.lstrip(characters))
        end = self.start + len(inner.rstrip(characters))
        return Span(start, end) if start < end else None


_slots: Any = Span
_set_start, _set_end = _slots.start.__set__, _slots.end.__set__


def as_span(value: Span | Iterable[int]) -> Span:
    """Return a span, made from a pair of offsets where it is none yet.

    Raises:
        SpanError: If it is neither a span nor a pair of offsets.

    Example:
        >>> as_span((1, 5)), as_span(Span(1, 5))
        (Span(1, 5), Span(1, 5))
        >>> as_span("all of it")
        Traceback (most recent call last):
        quotekit.exceptions.SpanError: expected a Span or a pair (start, end), got 'all of it'
    """
    if isinstance(value, Span):
        return value
    try:
        start, end = value
    except (TypeError, ValueError):
        raise SpanError(f"expected a Span or a pair (start, end), got {value!r}") from None
    return Span(start, end)


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of *spans*.

    Example:
        >>> hull([Span(8, 9), Span(2, 4)])
        Span(2, 9)
    """
    found = list(spans)
    if not found:
        raise SpanError("no spans, no hull")
    return Span(min(s.start for s in found), max(s.end for s in found))


def ordered(spans: Iterable[Span | Iterable[int]]) -> tuple[Span, ...]:
    """Return *spans*, or pairs of offsets, as spans in text order.

    Raises:
        SpanError: If one is no span, or if two of them overlap.

    Example:
        >>> ordered([Span(7, 9), (1, 5)])
        (Span(1, 5), Span(7, 9))
    """
    if spans == ():
        return ()
    if isinstance(spans, Span):
        raise SpanError(f"expected several spans, got one: write [{spans!r}]")
    try:
        found = tuple(sorted(map(as_span, spans)))
    except TypeError:
        raise SpanError(f"expected several spans, got {spans!r}") from None
    for left, right in pairwise(found):
        if left.overlaps(right):
            raise SpanError(f"{left} and {right} overlap")
    return found


def join(text: str, spans: Iterable[Span]) -> str:
    """Return the covered parts of *text*, joined by one blank.

    Example:
        >>> join("“One,” she said, “two.”", [Span(1, 5), Span(18, 22)])
        'One, two.'
    """
    return " ".join(span.slice(text) for span in spans)
