"""Tokens for formats that count in tokens: cut so that every span begins and ends with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

import attrs
import regex

from quotekit.spans import Span

TOKEN_RE = regex.compile(r"[\w\p{M}\p{Cf}]+|\s+|.", regex.DOTALL)
"""Words with their combining marks, white space, and single marks."""


@attrs.frozen
class Token:
    """A span of the text, and whether one blank follows that belongs to no other token."""

    span: Span
    spaced: bool = False


@attrs.frozen
class Tokenized:
    """A text in tokens, and between which of them a span is.

    Example:
        >>> found = Tokenized.of("She said so.", [Span(4, 8)])
        >>> found.words, found.numbers(Span(4, 8))
        (['She', 'said', 'so', '.'], (1, 2))
    """

    text: str
    tokens: tuple[Token, ...]
    starts: dict[int, int]
    ends: dict[int, int]

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> Self:
        """Return *text* in tokens that end where one of *spans* does."""
        found = tuple(tokens(text, spans))
        starts = {token.span.start: n for n, token in enumerate(found)}
        ends = {token.span.end: n + 1 for n, token in enumerate(found)}
        return cls(text, found, starts, ends)

    @property
    def words(self) -> list[str]:
        """The tokens' words."""
        return [token.span.slice(self.text) for token in self.tokens]

    def numbers(self, span: Span) -> tuple[int, int]:
        """Return the number of the first token of *span*, and that after the last."""
        return self.starts[span.start], self.ends[span.end]


def tokens(text: str, spans: Iterable[Span] = ()) -> Iterator[Token]:
    """Yield the tokens of *text*: with the blanks after them they are the whole text.

    White space other than a single blank is a token of its own, as in spaCy. Tokens are cut where
    a span begins or ends.

    Example:
        >>> text = "“We’ll stay,” she\\u00a0said."
        >>> [token.span.slice(text) for token in tokens(text, [Span(5, 6)])]
        ['“', 'We', '’', 'l', 'l', 'stay', ',', '”', 'she', '\\xa0', 'said', '.']
    """
    spans = list(spans)
    starts, ends = {span.start for span in spans}, {span.end for span in spans}
    last: Span | None = None
    for piece in _pieces(text, starts | ends):
        if last is not None:
            # A blank at which a span begins or ends is a token, or the span would lose it.
            blank = piece.slice(text) == " " and piece.start not in starts and piece.end not in ends
            if blank and not last.slice(text).isspace():
                yield Token(last, spaced=True)
                last = None
                continue
            yield Token(last)
        last = piece
    if last is not None:
        yield Token(last)


def _pieces(text: str, cuts: set[int]) -> Iterator[Span]:
    """Yield matches of the pattern, parted at the cuts, and blanks apart from other white space."""
    for match in TOKEN_RE.finditer(text):
        start, end = match.span()
        places = [start, *(place for place in range(start + 1, end) if place in cuts), end]
        if text[start] == " " and start + 1 not in places:
            places.insert(1, start + 1)
        yield from map(Span, places, places[1:])
