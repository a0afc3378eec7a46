"""Lines: where each begins and ends, and what shows how it stands to the lines beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import regex

from quotekit._patterns import compiled

BREAKS: Final = "\n\r\u2028\u2029\u0085"
LINE_RE: Final = compiled(rf"[^{BREAKS}]++")
COLUMN: Final = 128
SHORT: Final = 16
"""So many lines in a row, none of more characters, are cells of a table or letters of a word list."""
COLUMN_RE: Final = compiled(
    rf"(?:[^{BREAKS}]{{1,{SHORT}}}+[{BREAKS}]++){{{COLUMN},}}+|{LINE_RE.pattern}"
)
ONE_BREAK: Final = frozenset(("\n", "\r\n", "\r\r\n", "\r", "\u2028", "\u0085"))
"""What ends a line; more of them, or U+2029, make a blank line."""
ITEM_RE: Final = compiled(r"(?:[-*•·‣▪–—>|\#]++|(?:\d{1,3}|\p{L})[.)])(?=\s|$)")
"""*- item*, *1. item*, *> quoted*."""
LABEL_RE: Final = compiled(
    r"\[\d\d?: | >> | [QA]:\s | \p{Lu}[\p{Lu}'’.-]++(?:\s[\p{Lu}'’.-]++){0,4}+:", regex.VERBOSE
)
"""*JANE OKAFOR: …*, *Q: …*, *[02:50:05] …*."""
CELLS_RE: Final = compiled(r"\S(?:\t|\ {3})\s*+\S")
TERMINALS: Final = ".?!…:。？！"
CLOSERS: Final = "\"'”’»›)]}"
TAB: Final = 4


class Line(NamedTuple):
    """A line with words on it.

    Attributes:
        start: Where its first word starts.
        end: Where its last word ends.
        indent: How many columns stand before it.
        first: The length of its first word.
        last: The length of its last word.
        apart: Whether a blank line stands before it.
        item: Whether it looks like an item of a list.
        label: Whether the label of a speaker opens it.
        cells: Whether it is parted into columns.
        small: Whether it may begin in mid-sentence: with a small letter, or one of no case.
        closed: Whether it ends as a sentence does.
    """

    start: int
    end: int
    indent: int
    first: int
    last: int
    apart: bool
    item: bool
    label: bool
    cells: bool
    small: bool
    closed: bool

    @property
    def length(self) -> int:
        """How many characters stand on the line, from its first word on."""
        return self.end - self.start


def read_lines(text: str) -> Iterator[Line]:
    """Yield the lines of *text* that have words on them; a column of very short ones is one line."""
    apart = True
    end = 0
    many = sum(map(text.count, BREAKS)) >= COLUMN
    for match in (COLUMN_RE if many else LINE_RE).finditer(text):
        written = match.group()
        apart = apart or text[end : match.start()] not in ONE_BREAK
        end = match.end()
        words = written.lstrip()
        blanks = written[: len(written) - len(words)]
        words = words.rstrip()
        if not words:
            apart = True
            continue
        start = match.start() + len(blanks)
        yield Line(
            start,
            start + len(words),
            len(blanks.expandtabs(TAB)),
            len(words.partition(" ")[0]),
            len(words.rpartition(" ")[2]),
            apart,
            ITEM_RE.match(words) is not None,
            LABEL_RE.match(words) is not None,
            ("\t" in words or "   " in words) and CELLS_RE.search(words) is not None,
            words[0].isalpha() and (not words[0].isupper() or words.isupper()),
            words.rstrip(CLOSERS)[-1:] in TERMINALS,
        )
        apart = False
