"""Markup: an article's text with its quotations as elements; everything from outside is escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs
from markupsafe import Markup, escape

from quotekit._view.nesting import Close, Open, Text, nest
from quotekit._visible import visible
from quotekit.spans import Span

BLANK_LINE_RE = re.compile(r"\n[^\S\n]*\n\s*")
"""What ends a block of text; it stays in the page, at the end of the block."""


@attrs.frozen
class Element:
    """A span and the element that shows it.

    Attributes:
        span: The span.
        tag: The element's name.
        attributes: Its attributes, unescaped; one that is ``None`` is left out.
        id: Its identifier; where the element is split, only its first part has it.
    """

    span: Span
    tag: str
    attributes: Mapping[str, str | None] = attrs.field(factory=dict)
    id: str | None = None

    def opening(self, first: bool) -> Markup:
        """Return the start tag."""
        named = {"id": self.id if first else None, **self.attributes}
        pairs = Markup("").join(
            Markup(' {}="{}"').format(name, visible(value))
            for name, value in named.items()
            if value is not None
        )
        return Markup("<{}{}>").format(self.tag, pairs)

    @property
    def closing(self) -> Markup:
        """The end tag."""
        return Markup("</{}>").format(self.tag)


def render(
    text: str,
    layers: Sequence[Sequence[Element]],
    points: Sequence[tuple[int, Markup]] = (),
) -> Markup:
    """Return *text* with elements around its spans.

    Without tags, and without what stands at the points, it is :func:`.visible` text again.

    Args:
        text: The article's text.
        layers: The elements; those of a layer stand inside those of the layers before it.
        points: What to insert, and where.

    Example:
        >>> render("<b> “Yes”", [[Element(Span(5, 8), "mark")]])
        Markup('&lt;b&gt; “<mark>Yes</mark>”')
    """
    spans = [[element.span for element in layer] for layer in layers]
    pieces: list[str] = []
    for piece in nest(len(text), spans, [place for place, _ in points]):
        if isinstance(piece, Text):
            pieces.append(_text(text[piece.start : piece.end]))
        elif isinstance(piece, Open):
            pieces.append(layers[piece.layer][piece.index].opening(piece.first))
        elif isinstance(piece, Close):
            pieces.append(layers[piece.layer][piece.index].closing)
        else:
            pieces.append(points[piece.index][1])
    return Markup("").join(map(Markup, pieces))


def _text(text: str) -> str:
    """Escape a span; a carriage return would otherwise be lost as a page is read."""
    return str(escape(visible(text))).replace("\r", "&#13;")


def blocks(text: str) -> list[Span]:
    r"""Return what blank lines separate, each with the blank lines that follow it.

    Example:
        >>> blocks("One.\n\nTwo.")
        [Span(0, 6), Span(6, 10)]
    """
    edges = [0, *(match.end() for match in BLANK_LINE_RE.finditer(text)), len(text)]
    return [Span(start, end) for start, end in pairwise(edges) if start < end]
