"""Quotation marks: which characters are marks, and which opening one goes with which closing."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import regex

from quotekit.spans import Span


@attrs.frozen
class MarkPair:
    """An opening quotation mark and its closing one.

    Attributes:
        opening: The opening mark.
        closing: The closing mark; ``None`` where the quotation runs on in the next paragraph, whose
            own opening mark takes it up.
        inner: What stands between them, without white space at its ends.
        depth: 0 for outer pairs, 1 for a quotation inside a quotation, and so on.
    """

    opening: Span
    closing: Span | None
    inner: Span
    depth: int = 0

    @property
    def outer(self) -> Span:
        """The pair with its marks."""
        return Span(self.opening.start, self.closing.end if self.closing else self.inner.end)


PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‹": "›", '"': '"', "``": "''"}
MARK_RE = regex.compile(r"``|''|[“”„«»「」『』‹›\"]")


def pair_marks(text: str, paragraphs: Sequence[Span]) -> tuple[MarkPair, ...]:
    """Return the pairs of quotation marks, in text order of their opening marks.

    An odd mark never costs more than its own paragraph.

    Example:
        >>> pair_marks("“Yes,” she said.", [Span(0, 16)])[0].inner
        Span(1, 5)
    """
    found: list[MarkPair] = []
    for paragraph in paragraphs:
        opening: Span | None = None
        for match in MARK_RE.finditer(text, paragraph.start, paragraph.end):
            mark = match.group()
            if opening is None:
                if mark in PAIRS:
                    opening = Span(*match.span())
            elif mark in PAIRS.get(opening.slice(text), "") or mark in '"”':
                if opening.end < match.start():
                    inner = Span(opening.end, match.start()).trim(text)
                    if inner is not None:
                        found.append(MarkPair(opening, Span(*match.span()), inner))
                opening = None
    return tuple(found)
