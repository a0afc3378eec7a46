"""Paragraphs: what blank lines part, or single line breaks where no lines were wrapped by force."""

from __future__ import annotations

import regex

from quotekit.spans import Span

BLANK_LINE_RE = regex.compile(
    r"(?:\r\n|[\n\r\u2029\u0085])[^\S\n\r]*+(?:\r\n|[\n\r\u2029\u0085])\s*+"
)
LINE_RE = regex.compile(r"[\n\r\u2028\u2029\u0085]++\s*+")
WRAP_WIDTH = 60
"""Lines of a hard-wrapped text are mostly longer than this and do not end a sentence."""


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of *text*, without white space at their ends.

    A single line break ends a paragraph too, unless the lines look wrapped by force: most of those
    that a single break ends are long and stop in mid-sentence.

    Example:
        >>> [span.slice("One.\n\nTwo\nThree.") for span in paragraphs("One.\n\nTwo\nThree.")]
        ['One.', 'Two', 'Three.']
    """
    separator = BLANK_LINE_RE if _hard_wrapped(text) else LINE_RE
    found: list[Span] = []
    start = 0
    for start_of_break, end_of_break in [m.span() for m in separator.finditer(text)] + [
        (len(text), len(text))
    ]:
        if start < start_of_break:
            inner = Span(start, start_of_break).trim(text)
            if inner is not None:
                found.append(inner)
        start = end_of_break
    return tuple(found)


def _hard_wrapped(text: str) -> bool:
    """Tell whether single line breaks stand in mid-sentence, as in wrapped plain-text mail."""
    wrapped = single = 0
    for block in BLANK_LINE_RE.split(text):
        lines = block.splitlines()
        single += len(lines) - 1
        wrapped += sum(
            len(line) >= WRAP_WIDTH and line.rstrip()[-1:].isalnum() for line in lines[:-1]
        )
    return single >= 3 and wrapped * 2 > single
