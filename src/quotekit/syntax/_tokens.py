"""Tokens: words, numbers and single punctuation characters, held as parallel lists for speed."""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

import regex

from quotekit._patterns import compiled
from quotekit.spans import Span
from quotekit.syntax._guarded import Guarded

NOTHING: Final = "\n"
"""What a look-up past either end of the text finds: no word, and no sign of any sort."""
TOKEN_RE: Final = compiled(
    r"""
      (?:\p{L}\.){2,}(?!\w)                      # U.S.  e.g.  J.R.R.; not in a longer word
    | \d+(?:[.,:]\d+)*(?:\p{L}{1,3}\b)?          # 1,200.50  14:30  27th  1990s
    | \w+(?:(?:[.&\-‐‑\x02\ufffe]|['’](?!(?:[sS]|ve|re|ll|[md])\b))\w+)*+ # word  e-mail  AT&T  O’Neil
    | ['’](?:[sS]|ve|re|ll|[md])\b              # clitics are tokens of their own: she|’s  they|’ve
    | [^\w\s\x1c-\x1f]                           # any other single character; separators are blanks
    """,
    regex.VERBOSE,
)
"""What a token is. ``St. Clair`` is three tokens, ``U.S.`` one, ``Lindqvist’s`` two."""


class Tokens:
    """The tokens of a text.

    Attributes:
        starts: First code point of each token.
        ends: The one after its last.
        texts: The words as written.
        lowers: The same in lower case, with the straight apostrophe for the curly one.

    All four are :class:`guarded <quotekit.syntax.Guarded>`: after the last token and before the
    first one a look-up finds a line break, whose offset is that of the end or the start of the text.

    Example:
        >>> tokens = Tokens("Lindqvist’s aide, of the U.S., said no.")
        >>> tokens.texts
        ['Lindqvist', '’s', 'aide', ',', 'of', 'the', 'U.S.', ',', 'said', 'no', '.']
        >>> tokens.span(8)
        Span(31, 35)
    """

    __slots__ = ("_ends", "_size", "_starts", "ends", "lowers", "starts", "texts")

    def __init__(self, text: str) -> None:
        found: list[str] = TOKEN_RE.findall(text)
        known = dict(
            zip(found, found, strict=True)
        )  # each word once, however often it stands there
        small = _lowered(known)
        self._size = len(found)
        self._starts, self._ends = starts, ends = _places(found, text)  # plain: faster to search
        self.starts: Guarded[int] = Guarded(starts, 0, len(text))
        self.ends: Guarded[int] = Guarded(ends, 0, len(text))
        self.texts: Guarded[str] = Guarded(map(known.__getitem__, found), NOTHING, NOTHING)
        self.lowers: Guarded[str] = Guarded(map(small.__getitem__, found), NOTHING, NOTHING)

    def __len__(self) -> int:
        return self._size

    def span(self, first: int, last: int | None = None) -> Span:
        """Return the span of token *first*, or from *first* to *last*, both included."""
        return Span(self.starts[first], self.ends[first if last is None else last])

    def after(self, offset: int) -> int:
        """Return the index of the first token that starts at or after *offset*."""
        return bisect_left(self._starts, offset)

    def before(self, offset: int) -> int:
        """Return the index of the last token that ends at or before *offset*, or -1."""
        return bisect_right(self._ends, offset) - 1

    def within(self, start: int, end: int) -> range:
        """Return the indices of the tokens that lie wholly in ``[start, end)``."""
        return range(self.after(start), self.before(end) + 1)


def _lowered(known: dict[str, str]) -> dict[str, str]:
    """Return words in lower case with the straight apostrophe: the same object for the same one."""
    if not known:
        return {}
    words = [*known]
    lows = "\n".join(words).replace("’", "'").lower().split("\n")  # all at once; none has a break
    return {word: known.setdefault(low, low) for word, low in zip(words, lows, strict=True)}


def _places(words: Sequence[str], text: str) -> tuple[list[int], list[int]]:
    """Return where each word starts and ends; between two of them there is nothing but blanks."""
    starts: list[int] = []
    find, add, end = text.find, starts.append, 0
    lengths = [*map(len, words)]
    for word, length in zip(words, lengths, strict=True):
        start = find(word, end)
        end = start + length
        add(start)
    return starts, [*map(operator.add, starts, lengths)]
